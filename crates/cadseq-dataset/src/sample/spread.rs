//! Chosen sizes, places and proportions, for training beyond the uniform distribution.
//!
//! The uniform distribution seldom draws a small, a thin or a centred part. A spread draws each
//! length log-uniformly between two bounds, so that every order of size is as frequent.

use glam::DVec2;
use serde::Serialize;

use super::{Draft, Outline, free};
use crate::{Sequence, grid, random::Random};

/// Bounds of a shape's lengths, in model units, each above 0 and at most 10.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Spread {
    /// Half side of the square around the origin in which the vertices of a loop lie.
    pub vertex_reach: [f64; 2],
    /// Half side of the square around the origin in which the centre of a circle lies.
    pub center_reach: [f64; 2],
    /// Radius of a circle.
    pub radius: [f64; 2],
    /// Depth, whose sign is drawn apart.
    pub height: [f64; 2],
    /// Which values there are.
    pub precision: Precision,
}

/// Which values a length or an angle can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// Only those of the 256 levels.
    Levels,
    /// All.
    Continuous,
}

impl Spread {
    /// Draws every value of the template.
    pub(crate) fn draw(&self, sequence: Sequence, random: &mut Random) -> Draft {
        let plane = free::plane(random);
        let outline = match sequence.arcs() {
            None => self.circle(random),
            Some(arcs) => self.outline(arcs, random),
        };
        let height = random.log_between(self.height);
        let sign = if random.below(2) == 0 { 1.0 } else { -1.0 };
        Draft {
            plane,
            outline,
            depth: self.coordinate(sign * height),
        }
    }

    fn circle(&self, random: &mut Random) -> Outline {
        let reach = random.log_between(self.center_reach);
        let center = self.point(reach, random);
        let radius = random.log_between(self.radius);
        let radius = match self.precision {
            Precision::Levels => grid::snap_radius(radius),
            Precision::Continuous => radius,
        };
        Outline::Circle { center, radius }
    }

    fn outline(&self, arcs: [bool; 3], random: &mut Random) -> Outline {
        let reach = random.log_between(self.vertex_reach);
        let vertices = [self.point(reach, random), self.point(reach, random)];
        let sweeps_deg = arcs.map(|arc| arc.then(|| self.sweep_deg(random)));
        Outline::Loop {
            vertices,
            sweeps_deg,
        }
    }

    fn point(&self, reach: f64, random: &mut Random) -> DVec2 {
        let x = self.coordinate(random.between(-reach, reach));
        DVec2::new(x, self.coordinate(random.between(-reach, reach)))
    }

    fn coordinate(&self, value: f64) -> f64 {
        match self.precision {
            Precision::Levels => grid::snap_coordinate(value),
            Precision::Continuous => value,
        }
    }

    fn sweep_deg(&self, random: &mut Random) -> f64 {
        let value = random.between(-180.0, 180.0);
        match self.precision {
            Precision::Levels => grid::snap_sweep_deg(value),
            Precision::Continuous => value,
        }
    }
}
