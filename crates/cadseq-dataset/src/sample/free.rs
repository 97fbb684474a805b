//! Without rules: every free value uniform over its 256 levels.

use cadseq_program::Plane;
use glam::DVec2;

use super::{Draft, Outline};
use crate::{Sequence, grid, random::Random};

/// Draws every value of the template: plane, vertices or centre, sweeps or radius, depth.
pub(crate) fn draw(sequence: Sequence, random: &mut Random) -> Draft {
    let plane = plane(random);
    let outline = match sequence.arcs() {
        None => Outline::Circle {
            center: point(random),
            radius: grid::radius(random.level()),
        },
        Some(arcs) => Outline::Loop {
            vertices: [point(random), point(random)],
            sweeps_deg: arcs.map(|arc| arc.then(|| grid::sweep_deg(random.level()))),
        },
    };
    Draft {
        plane,
        outline,
        depth: grid::coordinate(random.level()),
    }
}

/// One of the three planes.
pub(crate) fn plane(random: &mut Random) -> Plane {
    *random.pick(&Plane::ALL)
}

fn point(random: &mut Random) -> DVec2 {
    let x = grid::coordinate(random.level());
    DVec2::new(x, grid::coordinate(random.level()))
}
