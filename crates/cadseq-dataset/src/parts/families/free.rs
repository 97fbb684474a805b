//! Parts without a name: random loops, boxes joined and cut, bodies apart, the paper's templates.

use std::{f64::consts::TAU, sync::OnceLock};

use cadseq_program::{BooleanOperation, Curve};
use glam::DVec2;

use crate::parts::{
    draft::{Axis, Draft},
    drawing::Drawing,
    loops::{Loop, circle, polar, rectangle, regular, rounded, span},
    proportions::{height, hole_radius, plan, thickness},
};
use crate::{Distribution, Sequence, random::Random, sample::attempt};

/// A star-shaped loop of lines and arcs, with up to three holes.
pub(crate) fn looped(random: &mut Random) -> Draft {
    let count = random.whole(3, 9);
    let least = random.between(0.25, 0.9);
    let phase_rad = random.between(0.0, TAU);
    let radii: Vec<f64> = (0..count)
        .map(|_| 0.5 * random.between(least, 1.0))
        .collect();
    let aspect = DVec2::new(1.0, random.log_between([0.4, 1.0]));
    let step_rad = TAU / f64::from(count);
    let points: Vec<DVec2> = (0..count)
        .map(|index| {
            let shift = random.between(-0.3, 0.3);
            let angle_rad = phase_rad + step_rad * (f64::from(index) + shift);
            polar(DVec2::ZERO, radii[index as usize], angle_rad) * aspect
        })
        .collect();
    let outline = if random.chance(0.3) {
        let radius = random.log_between([0.02, 0.2]);
        rounded(
            &points
                .iter()
                .map(|&point| (point, radius))
                .collect::<Vec<_>>(),
        )
    } else {
        bent(&points, random)
    };
    let inside = points
        .iter()
        .map(|point| point.length())
        .fold(1.0, f64::min)
        * 0.5;
    let drawing = Drawing::of(outline);
    let drawing = match random.below(4) {
        0 => drawing.hole(circle(DVec2::ZERO, hole_radius(inside, random))),
        1 => drawing.hole(regular(
            DVec2::ZERO,
            hole_radius(inside, random),
            random.whole(3, 6),
            phase_rad,
        )),
        2 => {
            let radius = hole_radius(0.4 * inside, random);
            let shift = polar(DVec2::ZERO, 0.5 * inside, phase_rad);
            drawing.holes([circle(shift, radius), circle(-shift, radius)])
        }
        _ => drawing,
    };
    Draft::base(drawing, 0.0, random.log_between([0.03, 2.0]))
}

/// Sides that are lines or arcs, in or out.
fn bent(points: &[DVec2], random: &mut Random) -> Loop {
    let share = random.between(0.0, 1.0);
    let next = points.iter().cycle().skip(1);
    points
        .iter()
        .zip(next)
        .filter_map(|(&start, &end)| {
            let sweep_deg = random
                .chance(share)
                .then(|| random.between(25.0, 170.0) * if random.chance(0.6) { 1.0 } else { -0.6 });
            Curve::from_end(start, end, sweep_deg)
        })
        .collect()
}

/// Boxes and cylinders that stand on one level and meet the first; then cuts from above that leave a floor.
pub(crate) fn boxes(random: &mut Random) -> Draft {
    let (size, tall) = (plan(random), height(random).min(1.0));
    let half = size / 2.0;
    let mut draft = Draft::base(Drawing::of(rectangle(DVec2::ZERO, size)), 0.0, tall);
    let (joins, cuts) = (random.whole(1, 3), random.whole(0, 3));
    let mut top = tall;
    for _ in 0..joins {
        let center = half * DVec2::new(random.between(-1.0, 1.0), random.between(-1.0, 1.0)) * 0.9;
        let high = tall * random.log_between([0.3, 3.0]);
        top = f64::max(top, high);
        let shape = lump(center, size * random.between(0.15, 0.7), random);
        draft = draft.join(Drawing::of(shape), 0.0, high);
    }
    for _ in 0..cuts {
        let center = half * DVec2::new(random.between(-1.0, 1.0), random.between(-1.0, 1.0));
        let shape = lump(center, size * random.between(0.1, 0.6), random);
        draft = draft.cut(Drawing::of(shape), tall * random.between(0.15, 0.8), top);
    }
    draft
}

/// Boxes from all three sides.
pub(crate) fn crossed_boxes(random: &mut Random) -> Draft {
    let (size, tall) = (plan(random), height(random).clamp(0.2, 1.0));
    let half = size / 2.0;
    let draft = Draft::base(Drawing::of(rectangle(DVec2::ZERO, size)), 0.0, tall);
    let upper = DVec2::new(0.0, tall * random.between(0.7, 1.3));
    let wide = size.x * random.between(0.1, 0.35);
    let deep = tall * random.between(0.3, 0.6);
    let groove = span(
        upper - DVec2::new(wide, deep),
        upper + DVec2::new(wide, tall),
    );
    let draft = draft.with(
        Axis::V,
        Drawing::of(groove),
        [-1.2 * half.y, 1.2 * half.y],
        BooleanOperation::Cut,
    );
    let corner = half * random.between(0.2, 0.7);
    draft.cut(
        Drawing::of(span(corner, 1.2 * half)),
        tall * random.between(0.1, 0.6),
        1.5 * tall,
    )
}

fn lump(center: DVec2, size: DVec2, random: &mut Random) -> Loop {
    let size = size * DVec2::new(random.between(0.5, 1.0), random.between(0.5, 1.0));
    if random.chance(0.25) {
        circle(center, 0.5 * size.min_element())
    } else {
        rectangle(center, size)
    }
}

/// Two bodies that do not meet: side by side, a pin in a ring, a lid over a box.
pub(crate) fn two_bodies(random: &mut Random) -> Draft {
    let gap = random.log_between([0.02, 0.4]);
    let tall = height(random).min(1.2);
    match random.below(3) {
        0 => {
            let first = Drawing::of(rectangle(DVec2::ZERO, plan(random)));
            let radius = random.log_between([0.1, 0.5]);
            let place = DVec2::X * (0.5 + gap + radius);
            let second = Drawing::of(circle(place, radius));
            let other = height(random).min(1.2);
            Draft::base(first, 0.0, tall).with(Axis::W, second, [0.0, other], BooleanOperation::New)
        }
        1 => {
            let bore = 0.5 * random.between(0.4, 0.9);
            let ring = Drawing::of(circle(DVec2::ZERO, 0.5)).hole(circle(DVec2::ZERO, bore));
            let pin = Drawing::of(circle(DVec2::ZERO, bore * random.between(0.3, 0.9)));
            let reach = random.between(0.1, 1.0);
            Draft::base(ring, 0.0, tall).with(
                Axis::W,
                pin,
                [-reach, tall + reach],
                BooleanOperation::New,
            )
        }
        _ => {
            let size = plan(random);
            let shape = || Drawing::of(rectangle(DVec2::ZERO, size));
            let lid = thickness(random);
            Draft::base(shape(), 0.0, tall).with(
                Axis::W,
                shape(),
                [tall + gap, tall + gap + lid],
                BooleanOperation::New,
            )
        }
    }
}

/// A shape of the distribution `mixed`: one of the paper's templates.
pub(crate) fn template(random: &mut Random) -> Draft {
    static MIXED: OnceLock<Distribution> = OnceLock::new();
    let mixed = MIXED.get_or_init(Distribution::mixed);
    let sequence = Sequence::of(u64::from(random.below(11)));
    let variation = mixed.choose(random);
    loop {
        let Ok(built) = attempt(variation, sequence, random) else {
            continue;
        };
        let curves = built.program.operations().iter();
        let curves: Loop = curves
            .filter_map(cadseq_program::Operation::curve)
            .collect();
        return Draft::base(Drawing::of(curves), 0.0, built.prism.depth().abs());
    }
}
