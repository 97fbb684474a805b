//! Sizes that families share: log-uniform, so that every order of size is as frequent.

use glam::DVec2;

use super::loops::{Loop, circle, rounded_rectangle, slot};
use crate::random::Random;

/// Sides of a plate-like rectangle: one 1, the other down to a twelfth of it, either way round.
pub(crate) fn plan(random: &mut Random) -> DVec2 {
    let other = random.log_between([0.2, 1.0]);
    let other = if random.chance(0.2) {
        other * random.log_between([0.4, 1.0])
    } else {
        other
    };
    if random.chance(0.5) {
        DVec2::new(1.0, other)
    } else {
        DVec2::new(other, 1.0)
    }
}

/// A thickness, of a thing about 1 long: mostly thin.
pub(crate) fn thickness(random: &mut Random) -> f64 {
    random.log_between([0.012, 0.4])
}

/// A height, of a thing about 1 long: from thin to tall.
pub(crate) fn height(random: &mut Random) -> f64 {
    if random.chance(0.1) {
        return random.log_between([2.0, 8.0]);
    }
    random.log_between([0.04, 2.0])
}

/// A radius of a hole in a place that has `room` around its centre, in a quarter of the cases perhaps a
/// tiny one; never below a hundredth of the part, whose size is 1, unless there is no room.
pub(crate) fn hole_radius(room: f64, random: &mut Random) -> f64 {
    let most = 0.85 * room;
    let share = if random.chance(0.25) { 0.08 } else { 0.25 };
    let least = (share * room).max(0.01).min(most);
    random.log_between([least, most])
}

/// A radius for the corners of something this wide, 0 in half of the cases.
pub(crate) fn corner_radius(width: f64, random: &mut Random) -> f64 {
    if random.chance(0.5) {
        0.0
    } else {
        width * random.log_between([0.04, 0.5])
    }
}

/// A round hole, a slot or a rectangular one within `half` of a centre.
pub(crate) fn opening(center: DVec2, half: DVec2, random: &mut Random) -> Loop {
    let radius = hole_radius(half.min_element(), random);
    let reach = half - radius;
    match random.below(4) {
        0 if reach.max_element() > 0.2 * radius => {
            let along = if reach.x > reach.y {
                DVec2::X * reach.x
            } else {
                DVec2::Y * reach.y
            };
            let along = along * random.between(0.3, 0.95);
            slot(center - along, center + along, radius)
        }
        1 => {
            let size = half * DVec2::new(random.between(0.3, 1.7), random.between(0.3, 1.7));
            rounded_rectangle(center, size, corner_radius(size.min_element(), random))
        }
        _ => circle(center, radius),
    }
}
