//! Plates: rounded corners and a pattern of holes.

use glam::DVec2;

use crate::parts::{
    draft::Draft,
    drawing::Drawing,
    loops::{Loop, around, circle, corners, rounded_rectangle},
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
