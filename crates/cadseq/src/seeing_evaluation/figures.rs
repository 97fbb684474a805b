//! The figures over several judged pictures.

use std::collections::BTreeMap;

use cadseq_metrics::Measure;
use cadseq_model::{EdgeAccuracy, EdgeClass};
use serde::Serialize;

use crate::judging::Spread;

use super::judged::{CameraFigures, Judged, MapFigures, TruthFacts};

/// The angle of the part's box from which on a perspective is strong, in degrees.
const STRONG_DEG: f64 = 25.0;

/// A mask below this overlap is a bad one.
const GOOD_OVERLAP: f64 = 0.9;

/// The figures over a group of pictures.
#[derive(Debug, Serialize)]
pub(super) struct Figures {
    pub(super) pictures: usize,
    pub(super) answered: usize,
    /// Pictures in which nothing was seen, by cause.
    pub(super) refusals: BTreeMap<&'static str, usize>,
    /// Over all pictures; unanswered ones count as 0.
    pub(super) mask_iou: Measure,
    /// The least of them.
    pub(super) mask_iou_min: f64,
    /// Share of the pictures below .90.
    pub(super) mask_iou_below_90: Measure,
    /// Over pictures: the median angle between the normals of a picture's true part.
    pub(super) normal_median_deg: Spread,
    /// Over pictures: share of the normals of a picture's true part within 11.25 degrees.
    pub(super) normals_within_11_deg: Measure,
    /// Over pictures: mean depth error in units of half the crop's width.
    pub(super) depth_error: Measure,
    /// By class, and of any class.
    pub(super) edges: BTreeMap<&'static str, EdgeFigures>,
    /// First guess of the camera, parts with flat sides.
    pub(super) rotation_flat_deg: Spread,
    /// The best of the guesses.
    pub(super) best_rotation_flat_deg: Spread,
    /// First guess, axis of turned parts.
    pub(super) rotation_turned_deg: Spread,
    /// The best of the guesses.
    pub(super) best_rotation_turned_deg: Spread,
    /// Absolute logarithm of the ratio of focal lengths, of perspective cameras.
    pub(super) lens_error: Spread,
    /// Of those whose part subtends above 25 degrees.
    pub(super) lens_error_strong: Spread,
    /// Share of first guesses with the true projection: parallel ones.
    pub(super) projection_parallel: Measure,
    /// Perspective ones whose part subtends at most 25 degrees.
    pub(super) projection_weak: Measure,
    /// Perspective ones above.
    pub(super) projection_strong: Measure,
    /// Share of first guesses that take a turned part, and no other, for one.
    pub(super) turned_right: Measure,
    pub(super) millis: Millis,
}

/// Edge pixels of one class, over all pictures together, within 2 pixels of the crop's maps.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct EdgeFigures {
    /// Share of the found pixels with a true one; `None` where none is found.
    pub(super) precision: Option<f64>,
    pub(super) found_pixels: usize,
    /// Share of the true pixels with a found one; `None` where there is none.
    pub(super) recall: Option<f64>,
    pub(super) true_pixels: usize,
}

/// Mean milliseconds a picture, with all cores at work on several.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Millis {
    /// The first look, which finds the part.
    pub(super) find: Measure,
    /// The second look.
    pub(super) maps: Measure,
    pub(super) camera: Measure,
}

impl Figures {
    /// The figures over these pictures.
    pub(super) fn of(judged: &[&Judged]) -> Self {
        let mut refusals = BTreeMap::new();
        for cause in judged.iter().filter_map(|one| one.refusal) {
            *refusals.entry(cause).or_default() += 1;
        }
        let answered = judged.iter().filter(|one| one.refusal.is_none()).count();
        let overlaps = judged.iter().map(|one| one.mask_iou);
        let below = overlaps
            .clone()
            .map(|iou| f64::from(u8::from(iou < GOOD_OVERLAP)));
        let all = |_: &TruthFacts| true;
        let flat = |truth: &TruthFacts| !truth.turned;
        let turned = |truth: &TruthFacts| truth.turned;
        let strong = |truth: &TruthFacts| truth.opening_deg > STRONG_DEG;
        let weak = |truth: &TruthFacts| truth.perspective && truth.opening_deg <= STRONG_DEG;
        let first = |camera: &CameraFigures| camera.rotation_error_deg;
        let best = |camera: &CameraFigures| camera.best_rotation_error_deg;
        let lens = |camera: &CameraFigures| camera.lens_error;
        let projection = |camera: &CameraFigures| camera.projection_right;
        Self {
            pictures: judged.len(),
            answered,
            refusals,
            mask_iou: Measure::mean(overlaps.clone(), answered),
            mask_iou_min: overlaps.fold(f64::NAN, f64::min),
            mask_iou_below_90: Measure::mean(below, answered),
            normal_median_deg: Spread::of(
                judged
                    .iter()
                    .filter_map(|one| Some(one.maps?.normal_median_deg)),
                judged.len(),
            ),
            normals_within_11_deg: of_maps(judged, |maps| maps.normals_within_11_deg),
            depth_error: of_maps(judged, |maps| maps.depth_error),
            edges: edges(judged),
            rotation_flat_deg: of_cameras(judged, flat, first),
            best_rotation_flat_deg: of_cameras(judged, flat, best),
            rotation_turned_deg: of_cameras(judged, turned, first),
            best_rotation_turned_deg: of_cameras(judged, turned, best),
            lens_error: of_cameras(judged, |truth| truth.perspective, lens),
            lens_error_strong: of_cameras(judged, strong, lens),
            projection_parallel: share(judged, |truth| !truth.perspective, projection),
            projection_weak: share(judged, weak, projection),
            projection_strong: share(judged, strong, projection),
            turned_right: share(judged, all, |camera| camera.turned_right),
            millis: Millis::of(judged),
        }
    }
}

impl Millis {
    fn of(judged: &[&Judged]) -> Self {
        let stage = |index: usize| {
            let values: Vec<f64> = judged
                .iter()
                .filter_map(|one| Some(one.millis?[index]))
                .collect();
            Measure::mean(values.iter().copied(), values.len())
        };
        Self {
            find: stage(0),
            maps: stage(1),
            camera: stage(2),
        }
    }
}

impl EdgeFigures {
    fn of(pixels: EdgeAccuracy) -> Self {
        Self {
            precision: pixels.precision(),
            found_pixels: pixels.found_pixels,
            recall: pixels.recall(),
            true_pixels: pixels.true_pixels,
        }
    }
}

/// The mean over the pictures that have maps.
fn of_maps(judged: &[&Judged], of: impl Fn(&MapFigures) -> f64) -> Measure {
    let values: Vec<f64> = judged
        .iter()
        .filter_map(|one| one.maps.as_ref().map(&of))
        .collect();
    Measure::mean(values.iter().copied(), values.len())
}

/// A value of the cameras, over the pictures whose truth is of a kind.
fn of_cameras(
    judged: &[&Judged],
    kind: impl Fn(&TruthFacts) -> bool,
    of: impl Fn(&CameraFigures) -> Option<f64>,
) -> Spread {
    let group = judged
        .iter()
        .filter(|one| one.truth.as_ref().is_some_and(&kind));
    let values = group.clone().filter_map(|one| of(one.camera.as_ref()?));
    Spread::of(values, group.clone().count())
}

/// The share of the pictures whose truth is of a kind that have a camera of which something holds;
/// without a camera, it does not.
fn share(
    judged: &[&Judged],
    kind: impl Fn(&TruthFacts) -> bool,
    holds: impl Fn(&CameraFigures) -> bool,
) -> Measure {
    let group = judged
        .iter()
        .filter(|one| one.truth.as_ref().is_some_and(&kind));
    let values = group
        .clone()
        .map(|one| f64::from(u8::from(one.camera.as_ref().is_some_and(&holds))));
    Measure::mean(
        values,
        group.clone().filter(|one| one.camera.is_some()).count(),
    )
}

fn edges(judged: &[&Judged]) -> BTreeMap<&'static str, EdgeFigures> {
    let total = |of: &dyn Fn(&MapFigures) -> EdgeAccuracy| {
        let pixels = judged.iter().filter_map(|one| one.maps.as_ref().map(of));
        EdgeFigures::of(pixels.fold(EdgeAccuracy::default(), EdgeAccuracy::plus))
    };
    let class = |class: EdgeClass| (class.name(), total(&|maps| maps.edges[class.index()]));
    let any = ("any", total(&|maps| maps.any_edge));
    EdgeClass::ALL.into_iter().map(class).chain([any]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeing_evaluation::judged::tests::right_and_refused;

    #[test]
    fn every_figure_has_its_population() {
        let judged = right_and_refused();
        let figures = Figures::of(&judged.each_ref());
        assert_eq!((figures.pictures, figures.answered), (2, 1));
        assert_eq!(figures.refusals["part cut off at a border"], 1);
        assert!((0.49..=0.5).contains(&figures.mask_iou.value));
        assert_eq!((figures.mask_iou.valid, figures.mask_iou.total), (1, 2));
        assert_eq!(figures.mask_iou_min, 0.0);
        assert_eq!(figures.mask_iou_below_90.value, 0.5);
        let normals = figures.normal_median_deg;
        assert_eq!((normals.measured, normals.total), (1, 2));
        assert_eq!(figures.rotation_turned_deg.total, 0);
        assert!(figures.rotation_turned_deg.median.is_nan());
        let rotation = figures.rotation_flat_deg;
        assert_eq!((rotation.measured, rotation.total), (1, 2));
        assert_eq!(figures.lens_error_strong.total, 0);
        // A picture without an answer has no right projection.
        assert_eq!(
            (figures.projection_weak.value, figures.projection_weak.total),
            (0.5, 2)
        );
        assert_eq!(figures.edges["any"].recall, Some(1.0));
        assert_eq!(figures.edges["rim"].recall, None);
    }
}
