//! Comparing programs within a tolerance.

use glam::{DVec2, DVec3};

use super::{CanonicalOptions, canonical, equivalents};
use crate::{Curve, Extent, FaceReference, Operation, Program, SketchPlane};

/// Whether two programs belong to one class, their values within `tolerance` (model units).
pub fn are_equivalent(
    a: &Program,
    b: &Program,
    tolerance: f64,
    options: &CanonicalOptions,
) -> bool {
    let (a, b) = (canonical(a, options), canonical(b, options));
    // The tie-breaks of `canonical` may fall differently where values differ slightly.
    equivalents(&a, options)
        .iter()
        .any(|member| nearly_equal(member, &b, tolerance))
}

/// Whether two programs have the same operations, with all points, radii and depths within
/// `tolerance` (model units). Arcs are compared by their ends and midpoints, frames by their
/// origins and the tips of their axes.
pub fn nearly_equal(a: &Program, b: &Program, tolerance: f64) -> bool {
    let (a, b) = (a.operations(), b.operations());
    a.len() == b.len()
        && a.iter()
            .zip(b)
            .all(|(a, b)| same_operation(a, b, tolerance))
}

fn same_operation(a: &Operation, b: &Operation, tolerance: f64) -> bool {
    use Operation::{AddArc, AddCircle, AddExtrude, AddLine, AddSketch};
    match (a, b) {
        (AddSketch(a), AddSketch(b)) => same_plane(a, b, tolerance),
        (AddExtrude(a), AddExtrude(b)) => {
            (&a.profiles, a.operation) == (&b.profiles, b.operation)
                && same_extent(a.extent, b.extent, tolerance)
        }
        (AddLine(_) | AddArc(_) | AddCircle(_), _) => match (a.curve(), b.curve()) {
            (Some(a), Some(b)) => same_curve(&a, &b, tolerance),
            (None, _) | (_, None) => false,
        },
        (AddSketch(_) | AddExtrude(_), _) => false,
    }
}

fn same_plane(a: &SketchPlane, b: &SketchPlane, tolerance: f64) -> bool {
    use FaceReference::Point;
    let near = |a: DVec3, b: DVec3| a.distance(b) <= tolerance;
    match (a, b) {
        (SketchPlane::Frame(a), SketchPlane::Frame(b)) => {
            near(a.origin(), b.origin())
                && near(a.normal(), b.normal())
                && near(a.x_axis(), b.x_axis())
        }
        (SketchPlane::Face(Point(a)), SketchPlane::Face(Point(b))) => near(*a, *b),
        _ => a == b,
    }
}

fn same_extent(a: Extent, b: Extent, tolerance: f64) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= tolerance;
    match (a, b) {
        (Extent::OneSide(a), Extent::OneSide(b)) | (Extent::Symmetric(a), Extent::Symmetric(b)) => {
            near(a, b)
        }
        (Extent::TwoSides(a, a_back), Extent::TwoSides(b, b_back)) => {
            near(a, b) && near(a_back, b_back)
        }
        _ => false,
    }
}

fn same_curve(a: &Curve, b: &Curve, tolerance: f64) -> bool {
    let near = |a: DVec2, b: DVec2| a.distance(b) <= tolerance;
    let same_at = |t: f64| near(a.point_at(t), b.point_at(t));
    match (a, b) {
        (Curve::Line(_), Curve::Line(_)) => same_at(0.0) && same_at(1.0),
        (Curve::Arc(_), Curve::Arc(_)) => same_at(0.0) && same_at(0.5) && same_at(1.0),
        (Curve::Circle(a), Curve::Circle(b)) => {
            near(a.center, b.center) && (a.radius - b.radius).abs() <= tolerance
        }
        _ => false,
    }
}
