//! The connected pieces of a sketch and the area that they enclose.

use glam::DVec2;

use crate::{Arc, Circle, Curve};

/// A connected piece of a sketch.
#[derive(Debug, Clone, PartialEq)]
pub enum Contour {
    /// Lines and arcs, each starting where the one before it ends, the last one ending where the
    /// first one starts.
    Loop(Vec<Curve>),
    /// A full circle.
    Circle(Circle),
    /// Lines and arcs that do not close.
    Open(Vec<Curve>),
}

impl Contour {
    /// The curves in order.
    pub fn curves(&self) -> Vec<Curve> {
        match self {
            Self::Loop(curves) | Self::Open(curves) => curves.clone(),
            Self::Circle(circle) => vec![Curve::Circle(*circle)],
        }
    }
}

/// Cuts the curves of a sketch, in their order, into contours; `tolerance` is the widest gap that
/// counts as connected, in model units. All contours together are the curves again.
pub fn contours(curves: &[Curve], tolerance: f64) -> Vec<Contour> {
    let mut contours = Vec::new();
    let mut chain: Vec<Curve> = Vec::new();
    let near = |a: DVec2, b: DVec2| a.distance(b) <= tolerance;
    for curve in curves {
        let connected = chain
            .last()
            .is_none_or(|last| near(last.end(), curve.start()));
        let is_circle = matches!(curve, Curve::Circle(_));
        if (is_circle || !connected) && !chain.is_empty() {
            contours.push(Contour::Open(std::mem::take(&mut chain)));
        }
        if let Curve::Circle(circle) = curve {
            contours.push(Contour::Circle(*circle));
            continue;
        }
        chain.push(*curve);
        if near(chain[0].start(), curve.end()) {
            contours.push(Contour::Loop(std::mem::take(&mut chain)));
        }
    }
    if !chain.is_empty() {
        contours.push(Contour::Open(chain));
    }
    contours
}

/// The area that a closed loop encloses, by Green's theorem: positive where it runs
/// counter-clockwise. A circle counts as counter-clockwise.
pub fn signed_area(curves: &[Curve]) -> f64 {
    // About the first vertex, so that a small loop far away does not cancel.
    let center = curves.first().map_or(DVec2::ZERO, Curve::start);
    curves.iter().map(|curve| area_under(curve, center)).sum()
}

/// Half the integral of `x dy - y dx` along a curve, x and y from `center`: the chord's share and
/// the segment's.
fn area_under(curve: &Curve, center: DVec2) -> f64 {
    let chord = |end: DVec2| (curve.start() - center).perp_dot(end - center) / 2.0;
    match curve {
        Curve::Line(line) => chord(line.end),
        Curve::Arc(arc) => chord(arc.end()) + segment_area(arc),
        Curve::Circle(circle) => std::f64::consts::PI * circle.radius * circle.radius,
    }
}

/// The signed area between an arc and its chord, `r^2 (a - sin a) / 2`; for a small sweep `a` by
/// the series, which does not cancel.
fn segment_area(arc: &Arc) -> f64 {
    let sweep_rad = arc.sweep_deg.to_radians();
    let excess = if sweep_rad.abs() < 1e-2 {
        sweep_rad.powi(3) / 6.0 * (1.0 - sweep_rad * sweep_rad / 20.0)
    } else {
        sweep_rad - libm::sin(sweep_rad)
    };
    arc.radius() * arc.radius() * excess / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Line;

    fn line(start: DVec2, end: DVec2) -> Curve {
        Curve::Line(Line { start, end })
    }

    #[test]
    fn area_of_a_half_disc() {
        let arc = Arc::from_end(DVec2::X, DVec2::NEG_X, 180.0).expect("half a circle");
        let half = [Curve::Arc(arc), line(DVec2::NEG_X, DVec2::X)];
        assert!((signed_area(&half) - std::f64::consts::FRAC_PI_2).abs() < 1e-12);
    }

    #[test]
    fn area_is_smooth_where_the_series_begins() {
        let area = |sweep_deg| {
            let arc = Arc::from_end(DVec2::ZERO, DVec2::X, sweep_deg).expect("an arc");
            segment_area(&arc) / sweep_deg
        };
        let limit = 1e-2_f64.to_degrees();
        assert!((area(limit * 0.999_999) - area(limit * 1.000_001)).abs() < 1e-9);
        assert!((area(1e-3) - 1_f64.to_radians() / 12.0).abs() < 1e-9);
    }

    #[test]
    fn contours_of_a_mixed_sketch() {
        let [a, b, c] = [DVec2::ZERO, DVec2::X, DVec2::Y];
        let circle = Circle {
            center: a,
            radius: 3.0,
        };
        let triangle = [line(a, b), line(b, c), line(c, a)];
        let curves = [
            &[line(c, b)],
            &[Curve::Circle(circle)][..],
            &triangle,
            &[line(b, c), line(a, b)],
        ]
        .concat();
        let expected = [
            Contour::Open(vec![line(c, b)]),
            Contour::Circle(circle),
            Contour::Loop(triangle.to_vec()),
            Contour::Open(vec![line(b, c)]),
            Contour::Open(vec![line(a, b)]),
        ];
        assert_eq!(contours(&curves, 1e-9), expected);
    }
}
