//! The cameras that are tried: guesses that differ, and for what looks turned, the one under which circles explain the edges best.
//!
//! Normals say where the axis of a turned part is to some degrees; its ellipses say it much better.

use glam::{DMat3, DVec3};
use rayon::prelude::*;

use super::CAMERAS;
use super::judge::Judge;
use super::placed::Placed;
use super::turned;
use crate::camera::{CameraGuess, CameraModel, Framing, rotation_error_deg};

/// Guesses closer than this are tried as one: in rotation, and in vertical angle of view, both in degrees.
const SAME_ROTATION_DEG: f64 = 3.0;
const SAME_FOV_DEG: f64 = 15.0;

/// How far an axis is tilted at most, and in which steps, in degrees: at half the size from a guess, and from the best of those.
const TILTS_DEG: [[f64; 2]; 2] = [[28.0, 4.0], [2.0, 1.0]];

/// How many axes and lenses are tried in fine steps.
const REFINED: usize = 4;

/// Lenses that are tried beside a guess's own: a parallel projection, and vertical angles of view in degrees.
const LENSES: [Option<f64>; 3] = [None, Some(20.0), Some(35.0)];

/// What a parallel projection costs, in shares of edges: from a perspective one, a fit can still find a longer lens.
const PARALLEL_PRICE: f64 = 0.03;

/// Deviation of the logarithm of a focal length below which the lens is known.
const KNOWN_LENS: f64 = 0.06;

/// Share of the edges that circles explain under a tilted camera, at least, and how much more than under the guess.
const LEAST_EXPLAINED: f64 = 0.4;
const LEAST_GAIN: f64 = 0.1;

/// Deviations of a tilted camera, in degrees and of the logarithm of its focal length.
const SIGMA_DEG: f64 = 2.0;
const SIGMA_LOG_FOCAL: f64 = 0.4;

/// The cameras that are tried, the most promising first; of a known one, only that.
pub(super) fn tried(cameras: &[CameraGuess], framing: &Framing, judge: &Judge) -> Vec<CameraGuess> {
    if let [known] = cameras
        && known.sigma_rotation_deg == 0.0
    {
        return vec![*known];
    }
    let mut tried: Vec<CameraGuess> = Vec::new();
    for guess in cameras {
        if tried.len() < CAMERAS && tried.iter().all(|other| !is_same(guess, other)) {
            tried.push(*guess);
        }
    }
    let tilted = tried.iter().find_map(|guess| tilted(guess, framing, judge));
    if let Some(tilted) = tilted {
        tried.insert(0, tilted);
        tried.truncate(CAMERAS);
    }
    tried
}

fn is_same(one: &CameraGuess, other: &CameraGuess) -> bool {
    let fov = |guess: &CameraGuess| guess.vertical_fov_deg.unwrap_or(0.0);
    rotation_error_deg(one.camera_from_part, other.camera_from_part) < SAME_ROTATION_DEG
        && (fov(one) - fov(other)).abs() < SAME_FOV_DEG
}

/// The camera whose direction is tilted from a guess so that circles about one of the part's axes explain the most edges; `None`
/// where the part does not look turned, or the guess is as good.
fn tilted(guess: &CameraGuess, framing: &Framing, judge: &Judge) -> Option<CameraGuess> {
    let explained = |tilt: &Tilt, judge: &Judge| {
        let placed = Placed::new(&tilt.of(guess), framing, judge.maps.size);
        turned::explained(tilt.axis, judge, &placed)
    };
    let price = |tilt: &Tilt| tilt.fov_deg.map_or(PARALLEL_PRICE, |_| 0.0);
    let best = |tilts: Vec<Tilt>, judge: &Judge| {
        let all = tilts.into_par_iter();
        let all = all.filter_map(|tilt| Some((explained(&tilt, judge)? - price(&tilt), tilt)));
        all.max_by(|a, b| a.0.total_cmp(&b.0))
    };
    let mut lenses = vec![guess.vertical_fov_deg];
    let is_known = guess.vertical_fov_deg.is_some() && guess.sigma_log_focal < KNOWN_LENS;
    if !is_known {
        lenses.extend(LENSES);
    }
    let [[wide, coarse], [narrow, fine]] = TILTS_DEG;
    let untilted = (0..3).flat_map(|axis| {
        let lenses = lenses.iter();
        lenses.map(move |&fov_deg| Tilt {
            axis,
            fov_deg,
            deg: 0.0,
        })
    });
    let mut tilts: Vec<(f64, Tilt)> = untilted
        .filter_map(|tilt| best(tilt.around(wide, coarse), judge.coarse()))
        .collect();
    tilts.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (share, tilt) = tilts
        .into_iter()
        .take(REFINED)
        .filter_map(|(_, tilt)| best(tilt.around(narrow, fine), judge))
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    let own = Tilt {
        fov_deg: guess.vertical_fov_deg,
        deg: 0.0,
        ..tilt
    };
    let own = explained(&own, judge).unwrap_or(0.0);
    (share > LEAST_EXPLAINED && share > own + LEAST_GAIN).then(|| tilt.of(guess))
}

/// How a camera differs from a guess.
#[derive(Debug, Clone, Copy)]
struct Tilt {
    /// The part's axis that is turned towards the camera.
    axis: usize,
    /// By how much, in degrees.
    deg: f64,
    /// Vertical angle of view in degrees; `None` of a parallel projection.
    fov_deg: Option<f64>,
}

impl Tilt {
    /// All that differ from it by at most `reach_deg`.
    fn around(self, reach_deg: f64, step_deg: f64) -> Vec<Self> {
        let count = (reach_deg / step_deg) as i32;
        let steps = -count..=count;
        let tilted = steps.map(|step| self.deg + f64::from(step) * step_deg);
        tilted.map(|deg| Self { deg, ..self }).collect()
    }

    /// A guess so changed.
    fn of(self, guess: &CameraGuess) -> CameraGuess {
        let direction = guess.camera_from_part.col(self.axis);
        let hinge = direction.cross(DVec3::Z).normalize_or(DVec3::X);
        let tilt = DMat3::from_axis_angle(hinge, self.deg.to_radians());
        let model = CameraModel::of_lens(self.fov_deg);
        CameraGuess {
            camera_from_part: tilt * guess.camera_from_part,
            projection: model.projection(),
            vertical_fov_deg: self.fov_deg,
            sigma_rotation_deg: SIGMA_DEG,
            sigma_log_focal: self.fov_deg.map_or(0.0, |_| SIGMA_LOG_FOCAL),
            free_axis: Some(self.axis),
            model,
            ..*guess
        }
    }
}
