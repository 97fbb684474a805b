//! Closed loops of lines and arcs, the words that families draw with. Lengths share one unit, points lie
//! in a sketch; every loop runs counter-clockwise unless its points do not.

use cadseq_program::{Arc, Circle, Curve, Line};
use glam::DVec2;

/// Curves of which each starts where the one before ends.
pub(crate) type Loop = Vec<Curve>;

/// Most of a side that the roundings at its ends take together.
const MAX_ROUNDED: f64 = 0.98;

pub(crate) fn point(x: f64, y: f64) -> DVec2 {
    DVec2::new(x, y)
}

/// The point at this distance and angle (radians) from `center`.
pub(crate) fn polar(center: DVec2, radius: f64, angle_rad: f64) -> DVec2 {
    center + DVec2::new(libm::cos(angle_rad), libm::sin(angle_rad)) * radius
}

pub(crate) fn circle(center: DVec2, radius: f64) -> Loop {
    vec![Curve::Circle(Circle { center, radius })]
}

pub(crate) fn polygon(points: &[DVec2]) -> Loop {
    let next = points.iter().cycle().skip(1);
    let line = |(&start, &end)| Curve::Line(Line { start, end });
    points.iter().zip(next).map(line).collect()
}

pub(crate) fn rectangle(center: DVec2, size: DVec2) -> Loop {
    polygon(&corners(center, size))
}

/// The rectangle from `low` to `high`.
pub(crate) fn span(low: DVec2, high: DVec2) -> Loop {
    rectangle(low.midpoint(high), high - low)
}

/// A rectangle with corners of one radius, which is cut down to what fits.
pub(crate) fn rounded_rectangle(center: DVec2, size: DVec2, radius: f64) -> Loop {
    rounded(&corners(center, size).map(|corner| (corner, radius)))
}

/// The corners of a rectangle from the lower left one.
pub(crate) fn corners(center: DVec2, size: DVec2) -> [DVec2; 4] {
    let half = size / 2.0;
    [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
        .map(|(x, y)| center + half * DVec2::new(x, y))
}

/// A regular polygon by its circumscribed radius; the first corner stands at `phase_rad`.
pub(crate) fn regular(center: DVec2, radius: f64, count: u32, phase_rad: f64) -> Loop {
    polygon(&around(center, radius, count, phase_rad))
}

/// Points at equal angles on a circle, the first at `phase_rad`.
pub(crate) fn around(center: DVec2, radius: f64, count: u32, phase_rad: f64) -> Vec<DVec2> {
    let step = std::f64::consts::TAU / f64::from(count);
    (0..count)
        .map(|index| polar(center, radius, phase_rad + step * f64::from(index)))
        .collect()
}

/// A slot: all points within `radius` of the segment.
pub(crate) fn slot(from: DVec2, to: DVec2, radius: f64) -> Loop {
    let side = (to - from).normalize().perp() * radius;
    vec![
        line(from - side, to - side),
        arc(to - side, to, 180.0),
        line(to + side, from + side),
        arc(from + side, from, 180.0),
    ]
}

/// The hull of two circles neither of which holds the other: arcs and the two outer tangents.
pub(crate) fn hull([a, b]: [DVec2; 2], [radius_a, radius_b]: [f64; 2]) -> Loop {
    let along = b - a;
    let distance = along.length();
    let along = along / distance;
    let cosine = (radius_a - radius_b) / distance;
    let sine = (1.0 - cosine * cosine).sqrt();
    let right = along * cosine - along.perp() * sine;
    let left = along * cosine + along.perp() * sine;
    let half_deg = libm::acos(cosine).to_degrees();
    vec![
        line(a + right * radius_a, b + right * radius_b),
        arc(b + right * radius_b, b, 2.0 * half_deg),
        line(b + left * radius_b, a + left * radius_a),
        arc(a + left * radius_a, a, 360.0 - 2.0 * half_deg),
    ]
}

/// A circle cut off by a flat at the height `flat` above (or, negative, below) its centre; what is below the
/// flat stays. `flat` lies between -radius and radius.
pub(crate) fn flatted(center: DVec2, radius: f64, flat: f64) -> Loop {
    let half = (radius * radius - flat * flat).sqrt();
    let (right, left) = (
        center + DVec2::new(half, flat),
        center + DVec2::new(-half, flat),
    );
    let sweep_deg = 180.0 + 2.0 * libm::asin(flat / radius).to_degrees();
    vec![line(right, left), arc(left, center, sweep_deg)]
}

/// A circle between two flats at `-flat` and `flat` from its centre, in y.
pub(crate) fn double_flatted(center: DVec2, radius: f64, flat: f64) -> Loop {
    let half = (radius * radius - flat * flat).sqrt();
    let at = |x: f64, y: f64| center + DVec2::new(x, y);
    let sweep_deg = 2.0 * libm::asin(flat / radius).to_degrees();
    vec![
        line(at(-half, -flat), at(half, -flat)),
        arc(at(half, -flat), center, sweep_deg),
        line(at(half, flat), at(-half, flat)),
        arc(at(-half, flat), center, sweep_deg),
    ]
}

/// A piece of a ring from one angle to another (radians, counter-clockwise).
pub(crate) fn ring_sector(center: DVec2, radii: [f64; 2], angles_rad: [f64; 2]) -> Loop {
    let [inner, outer] = radii;
    let [from, to] = angles_rad;
    let sweep_deg = (to - from).to_degrees();
    let at = |radius, angle| polar(center, radius, angle);
    vec![
        line(at(inner, from), at(outer, from)),
        arc(at(outer, from), center, sweep_deg),
        line(at(outer, to), at(inner, to)),
        arc(at(inner, to), center, -sweep_deg),
    ]
}

/// A polygon whose corners are rounded, each with its radius; 0 leaves a corner sharp. Radii are cut down
/// to what the sides at their corner have room for.
pub(crate) fn rounded(corners: &[(DVec2, f64)]) -> Loop {
    let count = corners.len();
    let mut curves = Vec::with_capacity(2 * count);
    let ends: Vec<_> = (0..count)
        .map(|index| {
            let before = corners[(index + count - 1) % count].0;
            let after = corners[(index + 1) % count].0;
            rounding(before, corners[index], after)
        })
        .collect();
    for (index, &(start, end, sweep_deg)) in ends.iter().enumerate() {
        curves.extend(
            (start != end)
                .then(|| Arc::from_end(start, end, sweep_deg))
                .flatten()
                .map(Curve::Arc),
        );
        let next = ends[(index + 1) % count].0;
        curves.push(line(end, next));
    }
    curves
}

/// Where the rounding of a corner starts and ends, and its sweep in degrees.
fn rounding(before: DVec2, (corner, radius): (DVec2, f64), after: DVec2) -> (DVec2, DVec2, f64) {
    let (into, out) = (corner - before, after - corner);
    let turn_rad = libm::atan2(into.perp_dot(out), into.dot(out));
    let shorter = into.length().min(out.length());
    let wanted = radius * libm::tan(turn_rad.abs() / 2.0);
    let taken = wanted.min(shorter * MAX_ROUNDED / 2.0);
    if taken <= 0.0 {
        return (corner, corner, 0.0);
    }
    (
        corner - into.normalize() * taken,
        corner + out.normalize() * taken,
        turn_rad.to_degrees(),
    )
}

pub(crate) fn line(start: DVec2, end: DVec2) -> Curve {
    Curve::Line(Line { start, end })
}

pub(crate) fn arc(start: DVec2, center: DVec2, sweep_deg: f64) -> Curve {
    Curve::Arc(Arc {
        start,
        center,
        sweep_deg,
    })
}

/// The loop under a similarity: `map` of every point. `factor` is by how much it scales lengths, below 0
/// where it mirrors.
pub(crate) fn mapped(curves: &[Curve], factor: f64, map: impl Fn(DVec2) -> DVec2) -> Loop {
    let one = |curve: &Curve| match *curve {
        Curve::Line(Line { start, end }) => line(map(start), map(end)),
        Curve::Arc(Arc {
            start,
            center,
            sweep_deg,
        }) => arc(map(start), map(center), sweep_deg * factor.signum()),
        Curve::Circle(Circle { center, radius }) => Curve::Circle(Circle {
            center: map(center),
            radius: radius * factor.abs(),
        }),
    };
    curves.iter().map(one).collect()
}
