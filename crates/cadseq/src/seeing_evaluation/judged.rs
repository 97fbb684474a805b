//! What is kept of the sight of one picture.

use std::array;

use cadseq_model::{EdgeAccuracy, EdgeClass, MapAccuracy, mask_iou};
use cadseq_reconstruct::seeing::{SeeError, SeeOptions, Seer, Sight, SightMillis};
use cadseq_render::{ColorPicture, Picture, Projection};
use serde::Serialize;

use super::source::{Item, Shown};
use super::truth::Truth;

/// One picture, judged.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Judged {
    pub(super) name: String,
    /// Kind of the look of a fresh picture.
    pub(super) look: Option<&'static str>,
    /// Why nothing is seen.
    pub(super) refusal: Option<&'static str>,
    /// What is true of the picture, where it could be read.
    pub(super) truth: Option<TruthFacts>,
    /// Overlap of the masks over the whole picture; 0 where nothing is seen.
    pub(super) mask_iou: f64,
    /// The maps of the crop; `None` where nothing is seen, or where the crop shows nothing of the part.
    pub(super) maps: Option<MapFigures>,
    /// The cameras; `None` where none is guessed.
    pub(super) camera: Option<CameraFigures>,
    /// The first look, the second look, the camera; with all cores at work on several pictures.
    pub(super) millis: Option<[f64; 3]>,
}

/// What is true of a picture.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct TruthFacts {
    /// Whether the part is a turned one.
    pub(super) turned: bool,
    /// Whether the camera is a perspective one.
    pub(super) perspective: bool,
    /// The angle that the part's box subtends, in degrees; 0 in a parallel projection.
    pub(super) opening_deg: f64,
}

/// How good the maps of one crop are.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct MapFigures {
    /// Median angle between the normals over the true part.
    pub(super) normal_median_deg: f64,
    /// Share of the true part with normals within 11.25 degrees.
    pub(super) normals_within_11_deg: f64,
    /// In units of half the crop's width.
    pub(super) depth_error: f64,
    /// Pixels of each class of edges.
    #[serde(skip)]
    pub(super) edges: [EdgeAccuracy; EdgeClass::COUNT],
    /// Pixels of any class.
    #[serde(skip)]
    pub(super) any_edge: EdgeAccuracy,
}

/// How good the guesses of the camera are.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct CameraFigures {
    /// Of the first guess; `None` for a part without a frame.
    pub(super) rotation_error_deg: Option<f64>,
    /// Of the best of the guesses.
    pub(super) best_rotation_error_deg: Option<f64>,
    /// Absolute logarithm of the ratio of focal lengths, first guess.
    pub(super) lens_error: Option<f64>,
    /// Whether the first guess has the true kind of projection.
    pub(super) projection_right: bool,
    /// Whether the first guess takes a turned part, and no other, for one.
    pub(super) turned_right: bool,
}

impl Judged {
    /// Looks at a picture and compares with the truth.
    pub(crate) fn new(item: &Item, seer: &Seer) -> Self {
        let (name, look) = (item.name.clone(), item.look);
        match &item.shown {
            Err(_) => Self::unread(name, look),
            Ok(Shown { picture, truth }) => {
                let sight = seer.see(picture, &SeeOptions::default());
                Self::of(name, look, picture, truth, &sight)
            }
        }
    }

    /// A picture that cannot be read: nothing is seen.
    fn unread(name: String, look: Option<&'static str>) -> Self {
        Self {
            name,
            look,
            refusal: Some("unreadable picture"),
            truth: None,
            mask_iou: 0.0,
            maps: None,
            camera: None,
            millis: None,
        }
    }

    /// Compares what is seen with the truth.
    pub(super) fn of(
        name: String,
        look: Option<&'static str>,
        picture: &ColorPicture,
        truth: &Truth,
        sight: &Result<Sight, SeeError>,
    ) -> Self {
        let unseen = Self {
            truth: Some(TruthFacts::of(truth)),
            ..Self::unread(name, look)
        };
        match sight {
            Err(error) => Self {
                refusal: Some(cause(error)),
                ..unseen
            },
            Ok(sight) => {
                let found = whole_mask(sight, picture.width(), picture.height());
                let SightMillis { find, maps, camera } = sight.millis;
                Self {
                    refusal: None,
                    mask_iou: mask_iou(&found, &truth.mask()),
                    maps: MapFigures::of(truth, sight),
                    camera: CameraFigures::of(truth, sight),
                    millis: Some([find, maps, camera]),
                    ..unseen
                }
            }
        }
    }
}

impl TruthFacts {
    fn of(truth: &Truth) -> Self {
        Self {
            turned: truth.is_turned(),
            perspective: truth.view().camera.projection == Projection::Perspective,
            opening_deg: truth.opening_deg(),
        }
    }
}

impl MapFigures {
    fn of(truth: &Truth, sight: &Sight) -> Option<Self> {
        let truth = truth.maps(sight.crop, sight.maps.size);
        let accuracy = MapAccuracy::of(&sight.maps, &truth);
        Some(Self {
            normal_median_deg: accuracy.median_normal_error_deg()?,
            normals_within_11_deg: accuracy.normals_within_11_deg()?,
            depth_error: accuracy.depth_error,
            edges: accuracy.edges,
            any_edge: accuracy.any_edge,
        })
    }
}

impl CameraFigures {
    fn of(truth: &Truth, sight: &Sight) -> Option<Self> {
        let first = sight.cameras.first()?;
        let errors = sight.cameras.iter();
        let errors = errors.filter_map(|guess| truth.rotation_error_deg(guess));
        Some(Self {
            rotation_error_deg: truth.rotation_error_deg(first),
            best_rotation_error_deg: errors.reduce(f64::min),
            lens_error: truth.lens_error(first),
            projection_right: first.projection == truth.view().camera.projection,
            turned_right: first.free_axis.is_some() == truth.is_turned(),
        })
    }
}

const fn cause(error: &SeeError) -> &'static str {
    match error {
        SeeError::TooSmall { .. } => "picture too small",
        SeeError::Plain { .. } => "one plain area",
        SeeError::NoPart { .. } => "no part found",
        SeeError::NoSuchObject { .. } => "no such object",
        SeeError::CutOff { .. } => "part cut off at a border",
    }
}

/// The crop's mask in the whole picture: bilinear inside the crop, 0 outside.
fn whole_mask(sight: &Sight, width: usize, height: usize) -> Vec<f32> {
    let (crop, maps) = (sight.crop, &sight.maps);
    let mask = Picture {
        width: maps.size,
        height: maps.size,
        luma: maps.mask.clone(),
    };
    let scale = maps.size as f64 / crop.side;
    let mut whole = vec![0.0; width * height];
    for (pixel, value) in whole.iter_mut().enumerate() {
        let place: [f64; 2] = array::from_fn(|axis| {
            let (pixel, low) = [(pixel % width, crop.left), (pixel / width, crop.top)][axis];
            (pixel as f64 + 0.5 - low) * scale
        });
        if place.iter().all(|&at| at >= 0.0 && at < maps.size as f64) {
            *value = mask.sample(place[0], place[1]);
        }
    }
    whole
}

#[cfg(test)]
pub(super) mod tests {
    use cadseq_reconstruct::camera::{CameraGuess, CameraModel, Crop, isometric_rotation};
    use cadseq_reconstruct::seeing::PixelBox;
    use glam::{DMat3, DVec3};

    use super::*;
    use crate::seeing_evaluation::truth::tests::seen_box;

    /// The true answer for [`seen_box`], as if it had been seen.
    fn true_sight(truth: &Truth) -> Sight {
        let crop = Crop {
            left: 110.0,
            top: 60.0,
            side: 180.0,
        };
        let bounds = PixelBox {
            left: 110.0,
            top: 60.0,
            right: 290.0,
            bottom: 240.0,
        };
        Sight {
            objects: vec![bounds],
            bounds,
            certainty: 1.0,
            is_ground_plain: false,
            crop,
            maps: truth.maps(crop, 256),
            cameras: vec![CameraGuess {
                camera_from_part: isometric_rotation(),
                projection: Projection::Perspective,
                vertical_fov_deg: Some(60.0),
                sigma_rotation_deg: 1.0,
                sigma_log_focal: 0.1,
                free_axis: None,
                cost: 0.0,
                model: CameraModel::Perspective,
            }],
            millis: SightMillis::default(),
        }
    }

    fn judged(sight: &Result<Sight, SeeError>) -> Judged {
        let picture = ColorPicture::filled(400, 300, [0.5; 3]);
        Judged::of(
            "box".to_owned(),
            Some("photo"),
            &picture,
            &seen_box(),
            sight,
        )
    }

    /// The judged truth and a refusal.
    pub(in crate::seeing_evaluation) fn right_and_refused() -> [Judged; 2] {
        [
            judged(&Ok(true_sight(&seen_box()))),
            judged(&Err(SeeError::CutOff { side: "left" })),
        ]
    }

    #[test]
    fn the_truth_is_fully_right() {
        let [right, _] = right_and_refused();
        // The masks differ by the resampling of one border only.
        assert!(right.mask_iou > 0.98, "{}", right.mask_iou);
        let maps = right.maps.expect("maps");
        assert!(maps.normal_median_deg < 0.1 && maps.depth_error < 1e-6);
        assert_eq!(maps.normals_within_11_deg, 1.0);
        assert_eq!(maps.any_edge.recall(), Some(1.0));
        assert_eq!(maps.any_edge.precision(), Some(1.0));
        let camera = right.camera.expect("a camera");
        assert!(camera.rotation_error_deg.expect("a frame") < 1e-6);
        assert!(camera.lens_error.expect("a lens") < 1e-9);
        assert!(camera.projection_right && camera.turned_right);
    }

    #[test]
    fn a_refusal_overlaps_nothing() {
        let [_, refused] = right_and_refused();
        assert_eq!(
            (refused.mask_iou, refused.refusal),
            (0.0, Some("part cut off at a border"))
        );
        assert!(refused.maps.is_none() && refused.camera.is_none());
        assert!(
            refused
                .truth
                .is_some_and(|truth| truth.perspective && !truth.turned)
        );
    }

    #[test]
    fn each_figure_sees_its_own_fault() {
        let truth = seen_box();
        let mut sight = true_sight(&truth);
        for row in sight.maps.mask.chunks_mut(256) {
            row[128..].fill(0.0);
        }
        sight.maps.normals.fill([0.0, 0.0, -1.0]);
        let turn = DMat3::from_axis_angle(DVec3::X, 0.1);
        let right = sight.cameras[0];
        sight.cameras[0].camera_from_part = isometric_rotation() * turn;
        sight.cameras[0].vertical_fov_deg = Some(30.0);
        sight.cameras.push(right);
        let wrong = judged(&Ok(sight));
        assert!((0.3..0.7).contains(&wrong.mask_iou), "{}", wrong.mask_iou);
        let maps = wrong.maps.expect("maps");
        assert!(maps.normal_median_deg > 45.0, "{}", maps.normal_median_deg);
        let camera = wrong.camera.expect("a camera");
        let error = camera.rotation_error_deg.expect("a frame");
        assert!((error - 0.1_f64.to_degrees()).abs() < 1e-6, "{error}");
        assert!(camera.best_rotation_error_deg.expect("a frame") < 1e-6);
        let ratio = libm::log(libm::tan(30.0_f64.to_radians()) / libm::tan(15.0_f64.to_radians()));
        assert!((camera.lens_error.expect("a lens") - ratio).abs() < 1e-9);
    }

    #[test]
    fn an_object_elsewhere_does_not_count_as_the_part() {
        let truth = seen_box();
        let mut sight = true_sight(&truth);
        sight.crop = Crop {
            left: 0.0,
            top: 0.0,
            side: 20.0,
        };
        let wrong = judged(&Ok(sight));
        assert_eq!(wrong.mask_iou, 0.0);
        assert!(wrong.maps.is_none());
    }
}
