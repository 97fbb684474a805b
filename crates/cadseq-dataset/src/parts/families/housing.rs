//! Hollow things: trays, pocketed blocks, enclosures, frames.

use glam::DVec2;

use crate::parts::{
    draft::Draft,
    drawing::Drawing,
    loops::{circle, corners, rectangle, rounded_rectangle, span},
    proportions::{corner_radius, height, opening, plan},
};
use crate::random::Random;

/// An open box; sometimes the rim has a step for a lid.
pub(crate) fn tray(random: &mut Random) -> Draft {
    let (size, height) = (plan(random), random.log_between([0.08, 1.0]));
    let wall = size.min_element() * random.log_between([0.02, 0.2]);
    let floor = height * random.log_between([0.04, 0.6]);
    let radius = corner_radius(size.min_element(), random);
    let shape = |inset: f64| {
        let size = size - 2.0 * inset;
        Drawing::of(rounded_rectangle(
            DVec2::ZERO,
            size,
            (radius - inset).max(0.0),
        ))
    };
    let draft = Draft::base(shape(0.0), 0.0, height).cut(shape(wall), floor, height);
    if random.chance(0.2) {
        let step = floor + (height - floor) * random.between(0.6, 0.95);
        return draft.cut(shape(wall * random.between(0.3, 0.7)), step, height);
    }
    draft
}

/// A block with one to four pockets from above.
pub(crate) fn pocketed(random: &mut Random) -> Draft {
    let (size, height) = (plan(random), height(random).min(1.0));
    let columns = random.whole(1, 3);
    let rows = random.whole(1, 2);
    let cell = size / DVec2::new(f64::from(columns), f64::from(rows));
    let is_equal = random.chance(0.5);
    let floor = height * random.between(0.05, 0.9);
    let share = random.between(0.3, 0.92);
    let draft = Draft::base(Drawing::of(rectangle(DVec2::ZERO, size)), 0.0, height);
    let pockets: Vec<_> = (0..columns * rows)
        .map(|index| {
            let place = DVec2::new(f64::from(index % columns), f64::from(index / columns));
            let center = (place + 0.5) * cell - size / 2.0;
            if is_equal {
                rounded_rectangle(center, cell * share, 0.1 * cell.min_element())
            } else {
                opening(center, cell * 0.46, random)
            }
        })
        .collect();
    draft.cut(
        Drawing::all(pockets).expect("there are pockets"),
        floor,
        height,
    )
}

/// A tray with bosses in its corners, openings in its floor and notches in its walls.
pub(crate) fn enclosure(random: &mut Random) -> Draft {
    let (size, height) = (plan(random), random.log_between([0.15, 0.7]));
    let shorter = size.min_element();
    let wall = shorter * random.log_between([0.025, 0.1]);
    let floor = height * random.between(0.05, 0.25);
    let inside = size - 2.0 * wall;
    let boss = shorter * random.between(0.06, 0.13);
    let place = inside - 2.0 * boss * random.between(0.7, 1.4);
    let top = floor + (height - floor) * random.between(0.3, 1.0);
    let bosses = corners(DVec2::ZERO, place).map(|corner| circle(corner, boss));
    let screws = corners(DVec2::ZERO, place).map(|corner| circle(corner, boss * 0.5));
    let mut draft = Draft::base(Drawing::of(rectangle(DVec2::ZERO, size)), 0.0, height)
        .cut(Drawing::of(rectangle(DVec2::ZERO, inside)), floor, height)
        .join(Drawing::all(bosses).expect("four"), floor, top)
        .cut(Drawing::all(screws).expect("four"), floor, top);
    if random.chance(0.6) {
        let window = opening(DVec2::ZERO, place * 0.5 - boss * 1.2, random);
        if place.min_element() > 4.0 * boss {
            draft = draft.cut(Drawing::of(window), 0.0, floor);
        }
    }
    if random.chance(0.6) {
        let half = size / 2.0;
        let wide = (place.y / 2.0 - boss).max(0.1 * boss) * random.between(0.3, 0.9);
        let notch = span(DVec2::new(half.x - wall, -wide), DVec2::new(half.x, wide));
        let sill = floor + (height - floor) * random.between(0.2, 0.8);
        draft = draft.cut(Drawing::of(notch), sill, height);
    }
    draft
}

/// A frame: a window with bars.
pub(crate) fn frame(random: &mut Random) -> Draft {
    let size = plan(random);
    let bar = size.min_element() * random.log_between([0.04, 0.22]);
    let panes = random.whole(1, 4);
    let is_wide = size.x > size.y;
    let inside = size - 2.0 * bar;
    let along = if is_wide { inside.x } else { inside.y };
    let pane = (along - bar * f64::from(panes - 1)) / f64::from(panes);
    let (direction, pane_size) = if is_wide {
        (DVec2::X, DVec2::new(pane, inside.y))
    } else {
        (DVec2::Y, DVec2::new(inside.x, pane))
    };
    let panes = if pane < 0.02 { 1 } else { panes };
    let pane_size = if panes == 1 { inside } else { pane_size };
    let radius = corner_radius(0.5 * pane_size.min_element(), random);
    let holes = (0..panes).map(|index| {
        let shift = (pane + bar) * (f64::from(index) - f64::from(panes - 1) / 2.0);
        rounded_rectangle(direction * shift, pane_size, radius)
    });
    let drawing = Drawing::of(rectangle(DVec2::ZERO, size)).holes(holes);
    Draft::base(drawing, 0.0, random.log_between([0.02, 0.5]))
}
