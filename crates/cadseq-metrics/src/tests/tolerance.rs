//! Metrics against the tolerance, and the areas under them.

use cadseq_program::{OperationKind, Variable};

use super::{CYLINDER, CYLINDER_TWIN, TRIANGLE, TRIANGLE_REVERSED, case, changed, matrix};
use crate::{Case, Metric, Settings, ToleranceCurve, ToleranceSweep};

/// A right prediction, and one with the radius 51 levels and the plane off.
fn radius_off() -> [Case; 2] {
    let cylinder = matrix(CYLINDER);
    let radius = cylinder.get(2, Variable::Radius).expect("there");
    let off = changed(
        &cylinder,
        &[(2, Variable::Radius, radius + 51), (1, Variable::Plane, 2)],
    );
    [
        Case::new(cylinder.clone(), Some(cylinder.clone())),
        Case::new(cylinder, Some(off)),
    ]
}

#[test]
fn curve_and_area_of_one_parameter() {
    let cases = radius_off();
    let curve = ToleranceCurve::raw(&cases, OperationKind::AddCircle, Variable::Radius);
    assert_eq!(
        (curve.used, curve.accuracy[50], curve.accuracy[51]),
        (2, 0.5, 1.0)
    );
    let (area, trapezoids) = (curve.area.expect("used"), curve.accuracy.windows(2));
    let trapezoids: f64 = trapezoids.map(|pair| f64::midpoint(pair[0], pair[1])).sum();
    assert!((area - (50.5 * 0.5 + 204.5) / 255.0).abs() < 1e-12);
    assert!((area - trapezoids / 255.0).abs() < 1e-12, "{area}");
    // Two programs, 255 / 255 and 204.5 / 255: the standard error is half their distance.
    let spread = curve.area_spread.expect("two programs");
    assert!((spread - 50.5 / 255.0 / 2.0).abs() < 1e-12, "{spread}");
    let plane = ToleranceCurve::raw(&cases, OperationKind::AddSketch, Variable::Plane);
    assert_eq!((plane.area, plane.accuracy[255]), (Some(0.5), 0.5));
}

#[test]
fn populations_of_curves() {
    let arcs = ToleranceCurve::raw(&radius_off(), OperationKind::AddArc, Variable::Sweep);
    assert_eq!((arcs.used, arcs.valid, arcs.area), (0, 0, None));
    assert!(arcs.accuracy.is_empty());
    let cases = [
        case(TRIANGLE, Some(TRIANGLE)),
        case(TRIANGLE, None),
        case(TRIANGLE, Some(CYLINDER)),
    ];
    let ends = ToleranceCurve::raw(&cases, OperationKind::AddLine, Variable::X);
    assert_eq!((ends.used, ends.valid), (9, 3));
    // A value that is missing or stands in another operation is wrong with every tolerance.
    assert_eq!(
        (ends.accuracy[0], ends.accuracy[255]),
        (1.0 / 3.0, 1.0 / 3.0)
    );
}

#[test]
fn curves_up_to_equivalence_and_class_guesser() {
    let cases = [
        case(TRIANGLE, Some(TRIANGLE_REVERSED)),
        case(CYLINDER, Some(CYLINDER_TWIN)),
    ];
    let (line, circle) = (OperationKind::AddLine, OperationKind::AddCircle);
    let at_zero = |curve: ToleranceCurve| curve.accuracy[0];
    let raw = |kind, variable| at_zero(ToleranceCurve::raw(&cases, kind, variable));
    let class = |kind, variable| at_zero(ToleranceCurve::up_to_equivalence(&cases, kind, variable));
    let class_guesser =
        |kind, variable| at_zero(ToleranceCurve::class_guesser(&cases, kind, variable));
    // Ends 5 0 0 against 0 5 0.
    assert!((raw(line, Variable::X) - 1.0 / 3.0).abs() < 1e-12);
    assert!((class_guesser(line, Variable::X) - 2.0 / 3.0).abs() < 1e-12);
    assert_eq!(class(line, Variable::X), 1.0);
    assert_eq!(raw(circle, Variable::Radius), 0.0);
    assert_eq!(class_guesser(circle, Variable::Radius), 0.5);
    assert_eq!(class(circle, Variable::Radius), 1.0);
}

#[test]
fn the_sweep_is_the_metric_at_every_tolerance() {
    let off = changed(
        &matrix(TRIANGLE),
        &[(2, Variable::X, 0), (3, Variable::Y, 300)],
    );
    let triangle = matrix(TRIANGLE);
    let near = changed(&triangle, &[(4, Variable::X, 100), (5, Variable::Depth, 9)]);
    let cases = [
        case(TRIANGLE, Some(TRIANGLE_REVERSED)),
        case(CYLINDER, Some(CYLINDER_TWIN)),
        case(CYLINDER, Some(TRIANGLE)),
        case(CYLINDER, None),
        Case::new(triangle.clone(), Some(off)),
        Case::new(triangle, Some(near)),
    ];
    let sweep = ToleranceSweep::of(&cases);
    assert_eq!((sweep.acp.len(), sweep.ap1.len()), (256, 256));
    for tolerance_levels in 0..256 {
        let settings = Settings {
            tolerance_levels,
            ..Settings::default()
        };
        let at = usize::from(tolerance_levels);
        assert_eq!(sweep.acp[at], Metric::Acp.accuracy(&cases, &settings));
        assert_eq!(sweep.ap1[at], Metric::Ap1.accuracy(&cases, &settings));
    }
    // With every level right, ACP is ASOT but for planes and entries that are no level.
    assert_eq!(sweep.acp[255].up_to_equivalence.value, 0.5);
}
