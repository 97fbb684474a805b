//! The metrics by hand.

use cadseq_program::{
    CanonicalOptions, FeatureMatrix, MatrixConfig, OperationKind, Program, RowKind, Variable,
    encode,
};

use crate::{Case, Metric, Settings, ToleranceCurve};

fn program(text: &str) -> Program {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn matrix(text: &str) -> FeatureMatrix {
    encode(&program(text), &MatrixConfig::paper()).expect("fits")
}

const CYLINDER: &str = "add_sketch(XY)\nadd_circle(8,4,2)\nadd_extrude(5)";
const TRIANGLE: &str = "add_sketch(XY)\nadd_line(0,0,5,0)\nadd_line(5,0,0,5)\nadd_line(0,5,0,0)\n\
                        add_extrude(3)";

fn changed(matrix: &FeatureMatrix, changes: &[(usize, Variable, i16)]) -> FeatureMatrix {
    let mut matrix = matrix.clone();
    for &(row, variable, entry) in changes {
        matrix.set(row, variable, entry);
    }
    matrix
}

#[track_caller]
fn check(truth: &FeatureMatrix, prediction: Option<FeatureMatrix>, expected: [f64; 8]) {
    let cases = [Case::new(truth.clone(), prediction)];
    for (metric, expected) in Metric::ALL.into_iter().zip(expected) {
        let value = metric.raw(&cases, &Settings::default()).value;
        assert!(
            (value - expected).abs() < 1e-12,
            "{metric:?}: {value}, not {expected}"
        );
    }
}

#[test]
fn metrics_by_hand() {
    let cylinder = matrix(CYLINDER);
    check(
        &cylinder,
        Some(cylinder.clone()),
        [1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0],
    );
    check(&cylinder, None, [0.0, 0.0, 5.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    let radius = cylinder.get(2, Variable::Radius).expect("there");
    let near = changed(&cylinder, &[(2, Variable::Radius, radius + 3)]);
    check(
        &cylinder,
        Some(near),
        [1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0],
    );
    let off = changed(&cylinder, &[(2, Variable::Radius, radius - 4)]);
    check(
        &cylinder,
        Some(off),
        [0.0, 1.0, 0.0, 1.0, 0.8, 0.8, 1.0, 1.0],
    );
    // The tolerance is not for planes: 1 is within 3 of 0.
    let plane = changed(&cylinder, &[(1, Variable::Plane, 1)]);
    check(
        &cylinder,
        Some(plane),
        [0.0, 1.0, 0.0, 1.0, 0.8, 0.8, 1.0, 1.0],
    );
    // -1 is within 3 of level 0, but it is no level.
    let zero = changed(&cylinder, &[(2, Variable::Radius, 0)]);
    let unused = changed(&cylinder, &[(2, Variable::Radius, -1)]);
    check(
        &zero,
        Some(unused),
        [0.0, 1.0, 0.0, 1.0, 0.8, 0.8, 1.0, 1.0],
    );
}

#[test]
fn lengths_differ() {
    let (cylinder, triangle) = (matrix(CYLINDER), matrix(TRIANGLE));
    // 5 0 1 1 1 4 6 against 5 0 3 4 6: two positions agree, the plane is right, and without order
    // the extrude's depth is wrong. Counts: 1 3 0 0 1 1 1 and 1 0 0 1 1 1 1.
    let expected = [
        0.0,
        0.0,
        3.0,
        2.0 / 7.0,
        1.0 / 8.0,
        1.0 / 8.0,
        2.0 / 7.0,
        4.0 / 65_f64.sqrt(),
    ];
    check(&triangle, Some(cylinder.clone()), expected);
    let expected = [
        0.0,
        0.0,
        3.0,
        2.0 / 5.0,
        1.0 / 5.0,
        1.0 / 5.0,
        2.0 / 7.0,
        4.0 / 65_f64.sqrt(),
    ];
    check(&cylinder, Some(triangle), expected);
}

#[test]
fn padding_and_later_rows_never_count() {
    let cylinder = matrix(CYLINDER);
    let noisy = changed(&cylinder, &[(7, Variable::Type, 2), (5, Variable::X, 9)]);
    check(
        &cylinder,
        Some(noisy),
        [1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0],
    );
    let wrong_circle = changed(&cylinder, &[(2, Variable::X, 0)]);
    let cases = [Case::new(cylinder, Some(wrong_circle))];
    let acp = |rows| {
        let settings = Settings {
            first_rows: Some(rows),
            ..Settings::default()
        };
        Metric::Acp.raw(&cases, &settings).value
    };
    assert_eq!([1, 2, 3, 10].map(acp), [1.0, 1.0, 0.0, 0.0]);
}

#[test]
fn order_counts_in_ap1_and_not_in_ap2() {
    let triangle = matrix(TRIANGLE);
    let (x, y) = (triangle.get(2, Variable::X), triangle.get(2, Variable::Y));
    let (u, v) = (triangle.get(3, Variable::X), triangle.get(3, Variable::Y));
    let [x, y, u, v] = [x, y, u, v].map(|entry| entry.expect("there"));
    let swapped = [
        (2, Variable::X, u),
        (2, Variable::Y, v),
        (3, Variable::X, x),
        (3, Variable::Y, y),
    ];
    let swapped = changed(&triangle, &swapped);
    check(
        &triangle,
        Some(swapped),
        [0.0, 1.0, 0.0, 1.0, 0.5, 1.0, 1.0, 1.0],
    );
}

#[test]
fn another_member_is_right_up_to_equivalence() {
    let (config, options) = (MatrixConfig::paper(), CanonicalOptions::default());
    let settings = Settings::default();
    let other_way = "add_sketch(XY)\nadd_line(0,0,0,5)\nadd_line(0,5,5,0)\nadd_line(5,0,0,0)\n\
                     add_extrude(3)";
    let twin = "add_sketch(XY)\nadd_circle(4,-1.3333333,2.6666667)\nadd_extrude(-6.6666667)";
    let case = |truth, prediction: Option<&str>| {
        Case::with_class(&program(truth), prediction.map(matrix), &config, &options).expect("fits")
    };
    let cases = [
        case(TRIANGLE, Some(other_way)),
        case(CYLINDER, Some(twin)),
        case(CYLINDER, Some(CYLINDER)),
        case(CYLINDER, None),
    ];
    let acp = Metric::Acp.accuracy(&cases, &settings);
    assert_eq!((acp.raw.value, acp.raw.valid, acp.raw.total), (0.25, 3, 4));
    assert_eq!(
        (acp.up_to_equivalence.value, acp.up_to_equivalence.valid),
        (0.75, 3)
    );
    assert_eq!((acp.ceiling.value, acp.ceiling.valid), (0.5, 4));
    for metric in Metric::ALL {
        let accuracy = metric.accuracy(&cases, &settings);
        let gain = accuracy.up_to_equivalence.value - accuracy.raw.value;
        assert!(if metric == Metric::Edsot {
            gain <= 0.0
        } else {
            gain >= 0.0
        });
    }
    let json = serde_json::to_value(acp.raw).expect("serializes");
    assert_eq!(json["value"], 0.25);
}

#[test]
fn the_paper_counts_91_parameters() {
    // One part of 2,000 programs for each sequence, three parts of cylinders (6,000).
    let part = |curves: &str| {
        let mut matrix = FeatureMatrix::blank(MatrixConfig::paper());
        let codes = curves.chars().map(|curve| match curve {
            'L' => RowKind::Operation(OperationKind::AddLine),
            'A' => RowKind::Operation(OperationKind::AddArc),
            _ => RowKind::Operation(OperationKind::AddCircle),
        });
        let first = [RowKind::Start, RowKind::Operation(OperationKind::AddSketch)];
        let last = [RowKind::Operation(OperationKind::AddExtrude)];
        for (row, kind) in first.into_iter().chain(codes).chain(last).enumerate() {
            matrix.set(row, Variable::Type, kind.code());
        }
        matrix
    };
    let parts = [
        "C", "C", "C", "LLL", "AAA", "LAA", "ALA", "AAL", "LLA", "LAL", "ALL",
    ]
    .map(part);
    let used = |matrix: &FeatureMatrix| {
        (0..matrix.rows())
            .flat_map(|row| matrix.used(row).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    let all: Vec<Variable> = parts.iter().flat_map(used).collect();
    assert_eq!(all.len(), 91);
    assert_eq!(
        all.iter()
            .filter(|&&variable| variable == Variable::Plane)
            .count(),
        11
    );
}

#[test]
fn tolerance_curves() {
    let cylinder = matrix(CYLINDER);
    let radius = cylinder.get(2, Variable::Radius).expect("there");
    let off = changed(
        &cylinder,
        &[(2, Variable::Radius, radius + 51), (1, Variable::Plane, 2)],
    );
    let cases = [
        Case::new(cylinder.clone(), Some(cylinder.clone())),
        Case::new(cylinder, Some(off)),
    ];
    let curve = ToleranceCurve::of(&cases, OperationKind::AddCircle, Variable::Radius);
    assert_eq!(
        (curve.used, curve.accuracy[50], curve.accuracy[51]),
        (2, 0.5, 1.0)
    );
    let area = curve.area.expect("used");
    assert!(
        (area - (50.5 * 0.5 + 204.5) / 255.0).abs() < 1e-12,
        "{area}"
    );
    let plane = ToleranceCurve::of(&cases, OperationKind::AddSketch, Variable::Plane);
    assert_eq!(plane.area, Some(0.5));
    let arcs = ToleranceCurve::of(&cases, OperationKind::AddArc, Variable::Sweep);
    assert_eq!((arcs.used, arcs.area), (0, None));
}
