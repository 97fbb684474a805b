//! Plates: rounded corners and a pattern of holes.

use glam::DVec2;

use crate::parts::{
    draft::Draft,
    drawing::Drawing,
    loops::{Loop, around, circle, corners, rectangle, rounded, rounded_rectangle, slot},
    proportions::{corner_radius, hole_radius, opening, plan, thickness},
};
use crate::random::Random;

pub(crate) fn with_holes(random: &mut Random) -> Draft {
    let size = plan(random);
    let radius = corner_radius(size.min_element(), random);
    let outline = rounded_rectangle(DVec2::ZERO, size, radius);
    let drawing = Drawing::of(outline).holes(pattern(size, random));
    Draft::base(drawing, 0.0, thickness(random))
}

/// A plate with one to four slots, side by side or end to end.
pub(crate) fn slotted(random: &mut Random) -> Draft {
    let size = plan(random);
    let radius = corner_radius(size.min_element(), random);
    let count = random.whole(1, 4);
    let is_beside = random.chance(0.6);
    let (along, across) = if size.x > size.y {
        (DVec2::X, DVec2::Y)
    } else {
        (DVec2::Y, DVec2::X)
    };
    let (length, width) = (size.max_element(), size.min_element());
    let step = if is_beside { width } else { length } / f64::from(count);
    let half = 0.5 * step.min(width) * random.between(0.15, 0.7);
    let reach = if is_beside {
        0.42 * length
    } else {
        0.42 * step
    } - half;
    let reach = reach.max(0.3 * half) * random.between(0.5, 1.0);
    let slots = (0..count).map(|index| {
        let shift = step * (f64::from(index) - f64::from(count - 1) / 2.0);
        let center = if is_beside { across } else { along } * shift;
        slot(center - along * reach, center + along * reach, half)
    });
    let outline = rounded_rectangle(DVec2::ZERO, size, radius);
    Draft::base(Drawing::of(outline).holes(slots), 0.0, thickness(random))
}

/// A perforated plate: a grid of holes, round or square.
pub(crate) fn perforated(random: &mut Random) -> Draft {
    let columns = random.whole(2, 6);
    let rows = random.whole(2, 4);
    let pitch = 1.0 / f64::from(columns);
    let size = DVec2::new(1.0, pitch * f64::from(rows));
    let hole = pitch / 2.0 * random.between(0.25, 0.85);
    let is_round = random.chance(0.7);
    let holes = (0..columns * rows).map(|index| {
        let cell = DVec2::new(f64::from(index % columns), f64::from(index / columns));
        let center = (cell + 0.5) * pitch - size / 2.0;
        if is_round {
            circle(center, hole)
        } else {
            rectangle(center, DVec2::splat(1.9 * hole))
        }
    });
    let margin = pitch * random.between(0.0, 1.0);
    let outline = rounded_rectangle(DVec2::ZERO, size + margin, corner_radius(pitch, random));
    Draft::base(Drawing::of(outline).holes(holes), 0.0, thickness(random))
}

/// A plate with notched, chamfered or rounded corners, and notches or tabs in its sides.
pub(crate) fn notched(random: &mut Random) -> Draft {
    let size = plan(random);
    let notch = size.min_element() * random.between(0.06, 0.3);
    let kinds = [random.below(4), random.below(4)];
    let is_symmetric = random.chance(0.7);
    let mut points: Vec<(DVec2, f64)> = Vec::new();
    for (index, corner) in corners(DVec2::ZERO, size).into_iter().enumerate() {
        let inwards = -corner.signum() * notch;
        let (x, y) = (DVec2::X * inwards.x, DVec2::Y * inwards.y);
        let (before, after) = if index % 2 == 0 { (y, x) } else { (x, y) };
        match kinds[if is_symmetric { 0 } else { index % 2 }] {
            0 => points.push((corner, 0.0)),
            1 => points.push((corner, notch)),
            2 => points.extend([(corner + before, 0.0), (corner + after, 0.0)]),
            _ => points.extend([before, x + y, after].map(|step| (corner + step, 0.0))),
        }
        if index == 1 && random.chance(0.5) {
            let deep = size.x * random.between(-0.3, 0.3);
            let wide = (size.y / 2.0 - notch) * random.between(0.2, 0.8);
            let at = |x: f64, y: f64| (DVec2::new(size.x / 2.0 + x, y), 0.0);
            if deep.abs() > 0.02 {
                points.extend([
                    at(0.0, -wide),
                    at(deep, -wide),
                    at(deep, wide),
                    at(0.0, wide),
                ]);
            }
        }
    }
    let drawing = Drawing::of(rounded(&points));
    let drawing = if random.chance(0.5) {
        let reach = size / 2.0 - 1.3 * notch;
        let half = DVec2::splat(reach.min_element().max(0.02) * 0.5);
        drawing.hole(opening(
            -DVec2::X * size.x * 0.15,
            half.min(DVec2::splat(size.x * 0.1)),
            random,
        ))
    } else {
        drawing
    };
    Draft::base(drawing, 0.0, thickness(random))
}

/// Holes in the corners, in rows, or on a circle; often something larger in the middle.
fn pattern(size: DVec2, random: &mut Random) -> Vec<Loop> {
    let shorter = size.min_element();
    let margin = shorter * random.between(0.1, 0.2);
    let radius = hole_radius(margin, random);
    let inner = size - 2.0 * margin;
    let mut holes: Vec<Loop> = match random.below(3) {
        0 => corners(DVec2::ZERO, inner)
            .map(|corner| circle(corner, radius))
            .into(),
        1 => {
            let circle_radius = shorter / 2.0 - margin;
            let (count, phase_rad) = (random.whole(3, 8), random.between(0.0, 3.0));
            around(DVec2::ZERO, circle_radius, count, phase_rad)
                .into_iter()
                .map(|center| circle(center, radius.min(0.8 * circle_radius / f64::from(count))))
                .collect()
        }
        _ => rows(inner, radius, random),
    };
    let reach = shorter / 2.0 - margin - 1.1 * radius;
    if random.chance(0.5) && reach > 0.05 * shorter && holes.len() < 9 {
        let center = if holes.len() == 4 || holes.len() > 2 {
            DVec2::ZERO
        } else {
            return holes;
        };
        holes.push(opening(center, DVec2::splat(0.6 * reach), random));
    }
    holes
}

/// Two rows along the longer side, or one.
fn rows(inner: DVec2, radius: f64, random: &mut Random) -> Vec<Loop> {
    let longer = inner.max_element();
    let most = ((longer / (2.6 * radius)) as u32).clamp(1, 6);
    let count = random.whole(1, most);
    let (along, across) = if inner.x > inner.y {
        (DVec2::X * inner.x, DVec2::Y * inner.y)
    } else {
        (DVec2::Y * inner.y, DVec2::X * inner.x)
    };
    let sides: &[f64] = if random.chance(0.6) {
        &[-0.5, 0.5]
    } else {
        &[0.0]
    };
    let at = |index: u32| match count {
        1 => 0.0,
        _ => f64::from(index) / f64::from(count - 1) - 0.5,
    };
    sides
        .iter()
        .flat_map(|&side| {
            (0..count).map(move |index| circle(along * at(index) + across * side, radius))
        })
        .collect()
}
