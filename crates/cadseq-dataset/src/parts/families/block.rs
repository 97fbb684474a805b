//! Boxes: plain, and with through, blind and counterbored holes from above.

use cadseq_program::BooleanOperation;
use glam::DVec2;

use crate::parts::{
    draft::{Axis, Draft},
    drawing::Drawing,
    loops::{circle, rectangle},
    proportions::{height, hole_radius, plan},
};
use crate::random::Random;

pub(crate) fn plain(random: &mut Random) -> Draft {
    let size = plan(random);
    Draft::base(
        Drawing::of(rectangle(DVec2::ZERO, size)),
        0.0,
        height(random),
    )
}

/// Up to four holes, each in a cell of its own.
pub(crate) fn with_holes(random: &mut Random) -> Draft {
    let (size, height) = (plan(random), height(random));
    let mut draft = Draft::base(Drawing::of(rectangle(DVec2::ZERO, size)), 0.0, height);
    let along = if size.x > size.y { DVec2::X } else { DVec2::Y };
    let count = random.whole(1, 4);
    let pitch = size.dot(along) / f64::from(count);
    for index in 0..count {
        let room = (pitch / 2.0).min(size.min_element() / 2.0);
        let place = along * (pitch * (f64::from(index) - f64::from(count - 1) / 2.0));
        let radius = hole_radius(room * random.between(0.6, 1.0), random);
        let low = if random.chance(0.5) {
            0.0
        } else {
            height * random.between(0.05, 0.9)
        };
        draft = draft.cut(Drawing::of(circle(place, radius)), low, height);
        if random.chance(0.3) && low == 0.0 {
            let wider = radius + (0.95 * room - radius).max(0.0) * random.between(0.2, 1.0);
            let floor = height * random.between(0.2, 0.9);
            if wider > 1.05 * radius {
                draft = draft.cut(Drawing::of(circle(place, wider)), floor, height);
            }
        }
    }
    draft
}

/// A block or plate with a bar or a stud on one of its sides, perhaps one on top as well.
pub(crate) fn with_arm(random: &mut Random) -> Draft {
    let (size, height) = (plan(random), random.log_between([0.1, 1.0]));
    let draft = Draft::base(Drawing::of(rectangle(DVec2::ZERO, size)), 0.0, height);
    let room = 0.5 * size.y.min(height);
    let half = room * random.between(0.15, 0.9);
    let across = (size.y / 2.0 - half) * random.between(-0.9, 0.9);
    let center = DVec2::new(across, height / 2.0);
    let arm = if random.chance(0.5) {
        circle(center, half)
    } else {
        rectangle(
            center,
            half * DVec2::new(random.between(0.5, 2.0), random.between(0.5, 1.9)),
        )
    };
    let reach = random.log_between([0.1, 1.5]);
    let side = size.x / 2.0;
    let extent = if random.chance(0.5) {
        [side, side + reach]
    } else {
        [-side - reach, -side]
    };
    let draft = draft.with(Axis::U, Drawing::of(arm), extent, BooleanOperation::Join);
    if random.chance(0.5) {
        let post = size * random.between(0.15, 0.8);
        let top = height + random.log_between([0.05, 0.8]);
        return draft.join(Drawing::of(rectangle(DVec2::ZERO, post)), height, top);
    }
    draft
}

/// A block with holes or slots from two sides; some go through.
pub(crate) fn cross_drilled(random: &mut Random) -> Draft {
    let (size, height) = (plan(random), random.log_between([0.15, 1.0]));
    let mut draft = Draft::base(Drawing::of(rectangle(DVec2::ZERO, size)), 0.0, height);
    let above = hole_radius(0.3 * size.min_element(), random);
    let apart = size.x * 0.25;
    let through = Drawing::of(circle(DVec2::X * apart, above));
    draft = draft.cut(through, 0.0, height);
    let aside = hole_radius(0.3 * height.min(size.x), random);
    let front = Drawing::of(circle(DVec2::new(-apart, height / 2.0), aside));
    let depth = if random.chance(0.5) {
        1.2
    } else {
        random.between(0.1, 0.8)
    };
    let near = -0.6 * size.y;
    let far = near + 0.1 * size.y + depth * size.y;
    draft.with(Axis::V, front, [near, far], BooleanOperation::Cut)
}
