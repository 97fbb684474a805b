//! Each metric on cases that a person can count.

use cadseq_program::Variable;

use super::{CYLINDER, TRIANGLE, changed, check, matrix, values};
use crate::{Case, Metric, Settings};

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
fn first_rows_cut_every_metric() {
    // 5 0 3 4 6 against 5 0 1 1 1 4 6, with the same plane.
    let (cylinder, triangle) = (matrix(CYLINDER), matrix(TRIANGLE));
    let at = |rows| {
        let settings = Settings {
            first_rows: Some(rows),
            ..Settings::default()
        };
        values(&cylinder, Some(triangle.clone()), &settings)
    };
    // Row 1 is SOP, which has no parameter to be right about.
    assert_eq!(at(1)[..4], [1.0, 1.0, 0.0, 1.0]);
    assert!(at(1)[4].is_nan() && at(1)[5].is_nan());
    assert_eq!(at(2)[..7], [1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0]);
    // 5 0 3 against 5 0 1; the circle's three parameters are missed.
    assert_eq!(at(3)[..7], [0.0, 0.0, 1.0, 2.0 / 3.0, 0.25, 0.25, 0.5]);
    assert!((at(3)[7] - 2.0 / 3.0).abs() < 1e-12);
    // 5 0 3 4 against 5 0 1 1: the depth is missed too.
    assert_eq!(at(4)[..7], [0.0, 0.0, 2.0, 0.5, 0.2, 0.2, 0.25]);
}

#[test]
fn a_prediction_without_end_is_all_its_rows() {
    let cylinder = matrix(CYLINDER);
    let endless: Vec<_> = (4..10).map(|row| (row, Variable::Type, 1)).collect();
    let endless = changed(&cylinder, &endless);
    // 5 0 3 4 6 against 5 0 3 4 1 1 1 1 1 1: counts 1 0 0 1 1 1 1 and 1 6 0 1 1 1 0.
    let expected = [
        0.0,
        0.0,
        6.0,
        0.8,
        1.0,
        1.0,
        4.0 / (5.0 + 40.0 - 4.0),
        4.0 / 200_f64.sqrt(),
    ];
    check(&cylinder, Some(endless), expected);
}

#[test]
fn types_that_are_none_are_wrong_and_uncounted() {
    let cylinder = matrix(CYLINDER);
    let strange = changed(&cylinder, &[(2, Variable::Type, 9)]);
    // Counts 1 0 0 1 1 1 1 and 1 0 0 0 1 1 1.
    let expected = [0.0, 0.0, 1.0, 0.8, 0.4, 0.4, 0.8, 4.0 / 20_f64.sqrt()];
    check(&cylinder, Some(strange), expected);
}

#[test]
fn ratios_weigh_programs_by_their_length() {
    let (cylinder, triangle) = (matrix(CYLINDER), matrix(TRIANGLE));
    let cases = [
        Case::new(cylinder.clone(), Some(cylinder)),
        Case::new(triangle, None),
    ];
    let raw = |metric: Metric| metric.raw(&cases, &Settings::default());
    assert_eq!(raw(Metric::Acp).value, 0.5);
    // 5 of 12 positions, 5 of 13 parameters.
    assert_eq!(raw(Metric::Aot).value, 5.0 / 12.0);
    assert_eq!(raw(Metric::Ap1).value, 5.0 / 13.0);
    assert_eq!((raw(Metric::Ap1).valid, raw(Metric::Ap1).total), (1, 2));
    // Residuals 5 - 5 * 5/13 and 0 - 8 * 5/13, each 40/13 in size.
    let spread = raw(Metric::Ap1).spread;
    assert!((spread - 80.0 / 13.0 / 13.0).abs() < 1e-12, "{spread}");
}
