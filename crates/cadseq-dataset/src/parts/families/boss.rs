//! A boss on a plate, or thin pins.

use glam::DVec2;

use crate::parts::{
    draft::Draft,
    drawing::Drawing,
    loops::{circle, corners, rectangle, regular, rounded_rectangle},
    proportions::{corner_radius, plan, thickness},
};
use crate::random::Random;

/// A plate with a round, square or hexagonal boss, with a bore through both, into the boss, or none.
pub(crate) fn boss(random: &mut Random) -> Draft {
    let (size, plate) = (plan(random), thickness(random));
    let shorter = size.min_element();
    let outline = rounded_rectangle(DVec2::ZERO, size, corner_radius(shorter, random));
    let margin = 0.1 * shorter;
    let base = if random.chance(0.5) {
        let radius = margin * random.between(0.3, 0.8);
        let holes = corners(DVec2::ZERO, size - 2.4 * margin);
        Drawing::of(outline).holes(holes.map(|corner| circle(corner, radius)))
    } else {
        Drawing::of(outline)
    };
    let reach = shorter * random.between(0.1, 0.28);
    let free = (size / 2.0 - margin * 2.4 - reach).max(DVec2::ZERO);
    let place = if random.chance(0.5) {
        DVec2::ZERO
    } else {
        DVec2::new(random.between(-1.0, 1.0), random.between(-1.0, 1.0)) * free
    };
    let shape = match random.below(5) {
        0 => rectangle(place, DVec2::splat(1.4 * reach)),
        1 => regular(place, reach, 6, 0.0),
        _ => circle(place, reach),
    };
    let top = plate + random.log_between([0.03, 0.8]);
    let draft = Draft::base(base, 0.0, plate).join(Drawing::of(shape), plate, top);
    let bore = Drawing::of(circle(place, reach * random.between(0.2, 0.6)));
    match random.below(3) {
        0 => draft.cut(bore, 0.0, top),
        1 => draft.cut(bore, plate + (top - plate) * random.between(0.1, 0.8), top),
        _ => draft,
    }
}

/// A plate or disc with one to four thin pins, all of one length, perhaps out of both faces.
pub(crate) fn pins(random: &mut Random) -> Draft {
    let (size, plate) = (plan(random), thickness(random));
    let shorter = size.min_element();
    let (outline, room) = if random.chance(0.3) {
        (
            circle(DVec2::ZERO, shorter / 2.0),
            DVec2::splat(0.3 * shorter),
        )
    } else {
        let corner = corner_radius(shorter, random);
        (rounded_rectangle(DVec2::ZERO, size, corner), 0.4 * size)
    };
    let most = 0.25 * shorter;
    let radius = random.log_between([0.018_f64.min(0.5 * most), most]);
    let room = (room - 1.1 * radius).max(DVec2::ZERO) * random.between(0.3, 1.0);
    let sides = corners(DVec2::ZERO, 2.0 * room);
    let places = match random.below(3) {
        0 => vec![DVec2::ZERO],
        1 if 2.0 * room.x > 2.5 * radius => vec![-DVec2::X * room.x, DVec2::X * room.x],
        2 if 2.0 * room.min_element() > 2.5 * radius => sides.to_vec(),
        _ => vec![sides[2]],
    };
    let draft = Draft::base(Drawing::of(outline), 0.0, plate);
    let length = random.log_between([0.1, 1.0]);
    let pins = Drawing::all(places.into_iter().map(|place| circle(place, radius)));
    let pins = pins.expect("there is a pin");
    if random.chance(0.25) {
        return draft.join(pins.clone(), plate, plate + length).join(
            pins,
            -length * random.between(0.2, 1.0),
            0.0,
        );
    }
    draft.join(pins, plate, plate + length)
}
