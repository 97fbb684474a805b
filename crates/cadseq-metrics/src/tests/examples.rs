//! The paper's own examples.

use cadseq_program::{FeatureMatrix, MatrixConfig, OperationKind, RowKind, Variable};

use super::check;
use crate::multiset::counts;
use crate::types::types;
use crate::{Settings, random_ap1_with_plane};

/// SOP, sketch, the curves by their letters, extrude, EOP.
fn sequence(curves: &str) -> FeatureMatrix {
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
}

/// Section 4.5, MSOT.
#[test]
fn the_multiset_of_a_triangular_prism() {
    let prism = types(&sequence("LLL"), &Settings::default());
    assert_eq!(prism, [5, 0, 1, 1, 1, 4, 6]);
    assert_eq!(counts(&prism), [1.0, 3.0, 0.0, 0.0, 1.0, 1.0, 1.0]);
}

/// Section 5.3.1: S-A-A-A-E predicted as S-L-A-A-E has four right types and one wrong one, and SOP
/// and EOP beside them.
#[test]
fn one_wrong_curve() {
    // No parameter has a value, so none is right. Counts 1 0 3 0 1 1 1 and 1 1 2 0 1 1 1.
    let expected = [
        0.0,
        0.0,
        1.0,
        6.0 / 7.0,
        0.0,
        0.0,
        10.0 / 12.0,
        10.0 / 117_f64.sqrt(),
    ];
    check(&sequence("AAA"), Some(sequence("LAA")), expected);
}

/// Equation 9: one part of 2,000 programs for each sequence, three parts of cylinders (6,000).
#[test]
fn sketch_planes_are_11_of_91_parameters() {
    let parts = [
        "C", "C", "C", "LLL", "AAA", "LAA", "ALA", "AAL", "LLA", "LAL", "ALL",
    ];
    let used = |curves| {
        let matrix = sequence(curves);
        (0..matrix.rows())
            .flat_map(|row| matrix.used(row).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    let all: Vec<Variable> = parts.into_iter().flat_map(used).collect();
    let is_plane = |variable: &&Variable| **variable == Variable::Plane;
    let (planes, all) = (all.iter().filter(is_plane).count(), all.len());
    assert_eq!((planes, all), (11, 91));
    // Equation 9 as it is printed, at the tolerance of 3.
    let levels = (-9.0 + 511.0 * 3.0 + 256.0) / 65536.0;
    let printed = 1.0 / 3.0 * 11.0 / 91.0 + levels * 80.0 / 91.0;
    assert!((random_ap1_with_plane(3) - printed).abs() < 1e-15);
}
