//! Brackets: legs at right angles, with holes, walls and gussets.

use cadseq_program::BooleanOperation;
use glam::DVec2;

use crate::parts::{
    draft::{Axis, Draft},
    drawing::Drawing,
    loops::{circle, point, polygon, rectangle, rounded_rectangle, span},
    proportions::{corner_radius, hole_radius, plan, thickness},
};
use crate::random::Random;

/// A base plate with holes and one to three upright walls along its edges.
pub(crate) fn walled(random: &mut Random) -> Draft {
    let (size, floor) = (plan(random), thickness(random));
    let half = size / 2.0;
    let wall = size.min_element() * random.log_between([0.04, 0.2]);
    let inside = half - 1.5 * wall;
    let room = inside.min_element() * 0.45;
    let radius = hole_radius(room, random);
    let count = random.whole(0, 2);
    let along = if size.x > size.y {
        DVec2::X * inside.x
    } else {
        DVec2::Y * inside.y
    } * 0.5;
    let holes: Vec<DVec2> = match count {
        0 => vec![],
        1 => vec![DVec2::ZERO],
        _ => vec![along, -along],
    };
    let outline = rectangle(DVec2::ZERO, size);
    let base = Drawing::of(outline).holes(holes.into_iter().map(|center| circle(center, radius)));
    let top = floor + random.log_between([0.05, 1.0]);
    let walls = [
        span(-half, point(wall - half.x, half.y)),
        span(point(half.x - wall, -half.y), half),
        span(point(-half.x, half.y - wall), half),
    ];
    let chosen: &[usize] = random.pick::<&[usize]>(&[&[0], &[2], &[0, 1], &[0, 2], &[0, 1, 2]]);
    chosen
        .iter()
        .fold(Draft::base(base, 0.0, floor), |draft, &index| {
            draft.join(Drawing::of(walls[index].clone()), floor, top)
        })
}

/// An angle with one or more triangular ribs between its legs; all along the bend.
pub(crate) fn gusset(random: &mut Random) -> Draft {
    let (wide, tall) = (
        random.log_between([0.4, 1.0]),
        random.log_between([0.4, 1.0]),
    );
    let thin = wide.min(tall) * random.log_between([0.06, 0.25]);
    let length = random.log_between([0.2, 1.5]);
    let legs = polygon(&[
        point(0.0, 0.0),
        point(wide, 0.0),
        point(wide, thin),
        point(thin, thin),
        point(thin, tall),
        point(0.0, tall),
    ]);
    let reach = random.between(0.4, 1.0);
    let rib = polygon(&[
        point(thin, thin),
        point(thin + (wide - thin) * reach, thin),
        point(thin, thin + (tall - thin) * reach),
    ]);
    let rib_width = length * random.log_between([0.05, 0.3]);
    let draft = Draft::base(Drawing::of(legs), 0.0, length);
    let starts: &[f64] = random.pick::<&[f64]>(&[&[0.5], &[0.0, 1.0], &[0.0], &[0.25, 0.75]]);
    starts.iter().fold(draft, |draft, share| {
        let low = (length - rib_width) * share;
        draft.join(Drawing::of(rib.clone()), low, low + rib_width)
    })
}

/// An angle with holes in one leg or in both.
pub(crate) fn angle_with_holes(random: &mut Random) -> Draft {
    let (wide, tall) = (
        random.log_between([0.4, 1.0]),
        random.log_between([0.4, 1.0]),
    );
    let deep = random.log_between([0.25, 1.0]);
    let thin = wide.min(tall) * random.log_between([0.06, 0.2]);
    let base = Drawing::of(span(DVec2::ZERO, point(wide, deep)));
    let hole = |leg: f64, random: &mut Random| {
        let room = 0.5 * (leg - thin).min(deep);
        (thin + (leg - thin) * 0.55, hole_radius(0.7 * room, random))
    };
    let (place, radius) = hole(wide, random);
    let base = base.hole(circle(point(place, deep / 2.0), radius));
    let leg = Drawing::of(span(DVec2::ZERO, point(thin, deep)));
    let draft = Draft::base(base, 0.0, thin).join(leg, thin, tall);
    let (place, radius) = hole(tall, random);
    let through = Drawing::of(circle(point(deep / 2.0, place), radius));
    draft.with(Axis::U, through, [-thin, 2.0 * thin], BooleanOperation::Cut)
}

/// A bearing block: a round back on a foot, bored along its axis.
pub(crate) fn bearing_block(random: &mut Random) -> Draft {
    let radius = random.between(0.2, 0.4);
    let center = DVec2::Y * (radius * random.between(0.6, 2.0));
    let bore = radius * random.between(0.3, 0.85);
    let foot = random.between(0.3, 0.9) * (center.y - bore).max(0.06);
    let width = random.between(1.0, 3.0) * radius;
    let length = random.log_between([0.1, 0.8]);
    let back = Drawing::of(span(point(-radius, 0.0), point(radius, center.y)));
    let foot = Drawing::of(span(point(-width, 0.0), point(width, foot)));
    Draft::base(foot, 0.0, length)
        .join(back, 0.0, length)
        .join(Drawing::of(circle(center, radius)), 0.0, length)
        .cut(Drawing::of(circle(center, bore)), 0.0, length)
}

/// A plate on two, three or four legs, or on a rim.
pub(crate) fn on_legs(random: &mut Random) -> Draft {
    let (size, plate) = (plan(random), random.log_between([0.02, 0.2]));
    let tall = random.log_between([0.05, 1.0]);
    let width = size.min_element() * random.between(0.06, 0.25);
    let inset = size.min_element() * *random.pick(&[0.0, 0.0, 0.08, 0.15]);
    let reach = (size - width) / 2.0 - inset;
    let round = random.chance(0.4);
    let leg = |center: DVec2| {
        if round {
            circle(center, 0.49 * width)
        } else {
            rectangle(center, DVec2::splat(width))
        }
    };
    let bars = [-1.0, 1.0].map(|side| {
        let center = DVec2::X * (side * reach.x);
        rectangle(center, DVec2::new(width, size.y - 2.0 * inset))
    });
    let legs = match random.below(3) {
        0 => Drawing::all(bars),
        _ => Drawing::all(
            [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
                .map(|(x, y)| leg(reach * point(x, y))),
        ),
    };
    let top = if round && inset == 0.0 {
        0.0
    } else {
        corner_radius(0.5 * width, random)
    };
    let outline = rounded_rectangle(DVec2::ZERO, size, if inset == 0.0 { 0.0 } else { top });
    Draft::base(Drawing::of(outline), 0.0, plate).join(legs.expect("there are legs"), -tall, 0.0)
}

/// A hinge leaf: a plate that runs into a barrel, of which pieces are missing.
pub(crate) fn hinge(random: &mut Random) -> Draft {
    let thin = random.log_between([0.03, 0.12]);
    let radius = thin * random.between(1.1, 2.5);
    let leaf = 1.5 * radius + random.log_between([0.1, 0.8]);
    let length = random.log_between([0.4, 1.6]);
    let pin = radius * random.between(0.3, 0.65);
    let plate = Drawing::of(span(point(0.0, -radius), point(leaf, thin - radius)));
    let barrel = Drawing::of(circle(DVec2::ZERO, radius));
    let knuckles = random.whole(1, 2);
    let width = length / f64::from(2 * knuckles + 1);
    let draft = Draft::base(plate, 0.0, length)
        .join(barrel, 0.0, length)
        .cut(Drawing::of(circle(DVec2::ZERO, pin)), 0.0, length);
    let gap = Drawing::of(rectangle(DVec2::ZERO, DVec2::splat(2.2 * radius)));
    (0..knuckles).fold(draft, |draft, index| {
        let low = width * f64::from(2 * index + 1);
        draft.cut(gap.clone(), low, low + width)
    })
}
