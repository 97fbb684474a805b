//! Comparing programs within a tolerance.

use glam::DVec2;

use super::{CanonicalOptions, canonical, equivalents};
use crate::{Curve, Operation, Program};

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
/// `tolerance` (model units). Arcs are compared by their ends and midpoints.
pub fn nearly_equal(a: &Program, b: &Program, tolerance: f64) -> bool {
    let (a, b) = (a.operations(), b.operations());
    a.len() == b.len()
        && a.iter()
            .zip(b)
            .all(|(a, b)| same_operation(a, b, tolerance))
}

fn same_operation(a: &Operation, b: &Operation, tolerance: f64) -> bool {
    match (a, b) {
        (Operation::AddSketch(a), Operation::AddSketch(b)) => a == b,
        (Operation::AddExtrude(a), Operation::AddExtrude(b)) => {
            (a.profile, a.operation) == (b.profile, b.operation)
                && (a.depth - b.depth).abs() <= tolerance
        }
        _ => match (a.curve(), b.curve()) {
            (Some(a), Some(b)) => same_curve(&a, &b, tolerance),
            _ => false,
        },
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
