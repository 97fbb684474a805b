//! Why a sketch has no profile, or not the one that was asked for.

use std::fmt;

use glam::DVec2;
use thiserror::Error;

use crate::ArrangementError;

/// The fault of a sketch. Curves and profiles are numbered from 0; points are sketch coordinates in
/// model units.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum SketchError {
    /// The sketch has no curve.
    #[error("the sketch has no curve; draw curves that enclose an area")]
    NoCurve,
    /// A number that is not finite, or a magnitude beyond the program's limits.
    #[error("curve {curve} has a coordinate, radius or sweep that is not a usable number")]
    NotFinite {
        /// The curve.
        curve: usize,
    },
    /// A curve that starts where it ends, or a circle without a radius.
    #[error("curve {curve} has no length; its ends coincide or its radius is zero")]
    ZeroLength {
        /// The curve.
        curve: usize,
    },
    /// The curves enclose nothing, and an end meets no other curve.
    #[error("the curves enclose no area: {0}")]
    Open(Gap),
    /// The curves enclose nothing, although every end meets another curve.
    #[error("the curves enclose no area; they run along each other or are too narrow")]
    NoArea,
    /// A profile that the sketch does not have.
    #[error("profile {profile} does not exist; the sketch has {count}, counted from 0")]
    ProfileOutOfRange {
        /// The profile that was asked for.
        profile: usize,
        /// How many there are.
        count: usize,
    },
    /// The curves cannot be arranged.
    #[error(transparent)]
    Arrangement(#[from] ArrangementError),
}

/// Where the curves of a sketch do not close.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// An end that meets no other curve.
    pub loose: CurveEnd,
    /// The nearest other such end; `None` where there is no other.
    pub nearest: Option<CurveEnd>,
}

/// One end of a curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CurveEnd {
    /// The curve.
    pub curve: usize,
    /// Whether it is the curve's start.
    pub is_start: bool,
    /// Where it is.
    pub point: DVec2,
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let loose = self.loose;
        let verb = if loose.is_start { "starts" } else { "ends" };
        let DVec2 { x, y } = loose.point;
        write!(
            f,
            "curve {} {verb} at ({x:.6}, {y:.6}) and nothing else meets it there",
            loose.curve
        )?;
        let Some(nearest) = self.nearest else {
            return Ok(());
        };
        let end = if nearest.is_start { "start" } else { "end" };
        let DVec2 { x, y } = nearest.point;
        let distance = loose.point.distance(nearest.point);
        write!(
            f,
            "; the nearest loose end is curve {}'s {end} at ({x:.6}, {y:.6}), {distance:.6} units away",
            nearest.curve
        )
    }
}
