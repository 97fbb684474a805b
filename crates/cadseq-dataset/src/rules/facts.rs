//! The quantities of one drawn template.

use cadseq_program::{Arc, Curve};
use glam::DVec2;

use super::Quantity;
use crate::sample::{Draft, Outline};

/// The known quantities of a drawn template.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts(Vec<(Quantity, f64)>);

impl Facts {
    /// What a sweep rule knows: the arc's chord, in model units.
    pub fn of_chord(chord: f64) -> Self {
        Self(vec![(Quantity::Chord, chord)])
    }

    /// Everything about `draft`. Area and extent are unknown where a curve does not exist.
    pub fn of(draft: &Draft) -> Self {
        let mut facts = vec![
            (Quantity::Depth, draft.depth),
            (Quantity::Height, draft.depth.abs()),
        ];
        match draft.outline {
            Outline::Circle { center, radius } => facts.extend(of_circle(center, radius)),
            Outline::Loop { vertices, .. } => facts.extend(of_vertices(vertices)),
        }
        if let Ok(curves) = draft.outline.curves() {
            let area = signed_area(&curves);
            let extent = curves.iter().map(extent).fold(0.0, f64::max);
            facts.extend([
                (Quantity::SignedArea, area),
                (Quantity::Area, area.abs()),
                (Quantity::Extent, extent),
            ]);
        }
        Self(facts)
    }

    /// The value of `quantity` if the template has it.
    pub fn get(&self, quantity: Quantity) -> Option<f64> {
        self.0
            .iter()
            .find(|(known, _)| *known == quantity)
            .map(|&(_, value)| value)
    }
}

fn of_circle(center: DVec2, radius: f64) -> [(Quantity, f64); 5] {
    [
        (Quantity::CenterX, center.x),
        (Quantity::CenterY, center.y),
        (Quantity::CenterDistance, center.length()),
        (Quantity::Radius, radius),
        (Quantity::Thickness, 2.0 * radius),
    ]
}

fn of_vertices([first, second]: [DVec2; 2]) -> [(Quantity, f64); 8] {
    let chords = [first.length(), first.distance(second), second.length()];
    let longest = chords.into_iter().fold(0.0, f64::max);
    let thickness = if longest > 0.0 {
        first.perp_dot(second).abs() / longest
    } else {
        0.0
    };
    [
        (Quantity::X1, first.x),
        (Quantity::Y1, first.y),
        (Quantity::X2, second.x),
        (Quantity::Y2, second.y),
        (Quantity::Distance1, first.length()),
        (Quantity::Distance2, second.length()),
        (
            Quantity::ShortestChord,
            chords.into_iter().fold(f64::INFINITY, f64::min),
        ),
        (Quantity::Thickness, thickness),
    ]
}

/// Area enclosed by a loop of curves or by a circle, above 0 counter-clockwise: the polygon of the
/// ends, and for each arc its circular segment r^2 (a - sin a) / 2.
fn signed_area(curves: &[Curve]) -> f64 {
    let of_curve = |curve: &Curve| match curve {
        Curve::Line(line) => 0.5 * line.start.perp_dot(line.end),
        Curve::Arc(arc) => {
            let sweep = arc.sweep_deg.to_radians();
            let radius = arc.radius();
            0.5 * arc.start.perp_dot(arc.end()) + 0.5 * radius * radius * (sweep - libm::sin(sweep))
        }
        Curve::Circle(circle) => std::f64::consts::PI * circle.radius * circle.radius,
    };
    curves.iter().map(of_curve).sum()
}

/// Largest magnitude of a coordinate on `curve`.
fn extent(curve: &Curve) -> f64 {
    let size = |point: DVec2| point.abs().max_element();
    match curve {
        Curve::Line(line) => size(line.start).max(size(line.end)),
        Curve::Circle(circle) => size(circle.center) + circle.radius,
        Curve::Arc(arc) => [DVec2::X, DVec2::Y, DVec2::NEG_X, DVec2::NEG_Y]
            .into_iter()
            .filter(|&direction| contains(arc, direction))
            .map(|direction| size(arc.center + direction * arc.radius()))
            .fold(size(arc.start).max(size(arc.end())), f64::max),
    }
}

/// Whether the arc passes the point of its circle in `direction` of the centre.
fn contains(arc: &Arc, direction: DVec2) -> bool {
    let from = arc.start - arc.center;
    let turn = libm::atan2(from.perp_dot(direction), from.dot(direction));
    let turn_deg = (turn.to_degrees() * arc.sweep_deg.signum()).rem_euclid(360.0);
    turn_deg <= arc.sweep_deg.abs()
}

#[cfg(test)]
mod tests {
    use cadseq_program::{Circle, Plane};

    use super::*;

    fn near(left: f64, right: f64) {
        assert!((left - right).abs() < 1e-12, "{left} is not {right}");
    }

    #[test]
    fn half_disc() {
        let (start, end) = (DVec2::new(1.0, 0.0), DVec2::new(-1.0, 0.0));
        let outline = [
            Curve::from_end(start, end, Some(180.0)),
            Curve::from_end(end, start, None),
        ]
        .map(|curve| curve.expect("a curve"));
        near(signed_area(&outline), std::f64::consts::FRAC_PI_2);
        near(
            signed_area(&outline.map(|curve| curve.reversed())),
            -std::f64::consts::FRAC_PI_2,
        );
        near(extent(&outline[0]), 1.0);
    }

    #[test]
    fn extent_of_an_arc_is_that_of_its_bulge() {
        let start = DVec2::new(3.0, -4.0);
        let arc =
            |sweep| Curve::from_end(start, DVec2::new(3.0, 4.0), Some(sweep)).expect("an arc");
        near(extent(&arc(180.0)), 7.0);
        near(extent(&arc(-180.0)), 4.0);
        let circle = Circle {
            center: start,
            radius: 2.0,
        };
        near(extent(&Curve::Circle(circle)), 6.0);
    }

    #[test]
    fn thickness_of_a_triangle_is_its_smallest_height() {
        let vertices = [DVec2::new(4.0, 0.0), DVec2::new(0.0, 3.0)];
        let outline = Outline::Loop {
            vertices,
            sweeps_deg: [None; 3],
        };
        let facts = Facts::of(&Draft {
            plane: Plane::XY,
            outline,
            depth: -2.0,
        });
        let check = |quantity, value| near(facts.get(quantity).expect("known"), value);
        check(Quantity::Thickness, 2.4);
        check(Quantity::Area, 6.0);
        check(Quantity::Height, 2.0);
        check(Quantity::ShortestChord, 3.0);
        assert_eq!(facts.get(Quantity::Radius), None);
    }
}
