//! Boxes: plain, and with through, blind and counterbored holes from above.

use glam::DVec2;

use crate::parts::{
    draft::Draft,
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
