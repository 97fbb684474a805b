//! Thin walls about an axis: cups, caps and notched rings.

use glam::DVec2;

use crate::parts::{
    draft::Draft,
    drawing::Drawing,
    loops::{circle, span},
    proportions::height,
};
use crate::random::Random;

/// A round cup or cap: a floor and a wall, perhaps a rim that stands out and a hole in the floor.
pub(crate) fn cup(random: &mut Random) -> Draft {
    let disc = |radius| Drawing::of(circle(DVec2::ZERO, radius));
    let height = height(random);
    let wall = 0.5 * random.log_between([0.025, 0.4]);
    let floor = height * random.log_between([0.03, 0.8]);
    let bore = 0.5 - wall;
    let mut draft = Draft::base(disc(0.5), 0.0, height);
    if random.chance(0.3) {
        let rim = height * random.log_between([0.03, 0.4]);
        let is_at_top = random.chance(0.6);
        let [low, high] = if is_at_top {
            [height - rim, height]
        } else {
            [0.0, rim]
        };
        let brim = Drawing::of(circle(DVec2::ZERO, 0.5 * random.between(1.1, 1.8)))
            .hole(circle(DVec2::ZERO, 0.5));
        draft = draft.join(brim, low, high);
    }
    draft = draft.cut(disc(bore), floor, height);
    if random.chance(0.35) {
        return draft.cut(disc(bore * random.between(0.1, 0.85)), 0.0, floor);
    }
    draft
}

/// A ring whose wall has notches from above, or is open from end to end in one place.
pub(crate) fn notched_ring(random: &mut Random) -> Draft {
    let wall = 0.5 * random.log_between([0.04, 0.7]);
    let (bore, height) = (0.5 - wall, height(random));
    let ring = Drawing::of(circle(DVec2::ZERO, 0.5)).hole(circle(DVec2::ZERO, bore));
    let draft = Draft::base(ring, 0.0, height);
    let half = 0.5 * bore.max(0.2) * random.log_between([0.05, 0.9]);
    let inner = libm::sqrt((bore * bore - half * half).max(0.0)) * 0.8;
    let right = span(DVec2::new(inner, -half), DVec2::new(0.6, half));
    if random.chance(0.4) {
        return draft.cut(Drawing::of(right), 0.0, height);
    }
    let sill = height * random.between(0.1, 0.9);
    if random.chance(0.5) {
        return draft.cut(Drawing::of(right), sill, height);
    }
    // Through both walls.
    let across = span(DVec2::new(-0.6, -half), DVec2::new(0.6, half));
    draft.cut(Drawing::of(across), sill, height)
}
