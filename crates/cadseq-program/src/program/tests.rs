//! Faults are named with their operation; parts come back.

use glam::DVec2;

use super::*;
use crate::{Circle, Extrude, Line};

fn circle(radius: f64) -> Operation {
    Operation::AddCircle(Circle {
        center: DVec2::ZERO,
        radius,
    })
}

fn extrude(depth: f64) -> Operation {
    Operation::AddExtrude(Extrude::one_side(0, depth, BooleanOperation::New))
}

#[test]
fn faults_are_named() {
    let sketch = || Operation::AddSketch(Plane::XY.into());
    let check = |operations: Vec<Operation>, expected: &str| {
        let error = Program::new(operations).expect_err(expected);
        assert!(error.to_string().contains(expected), "{error}");
    };
    check(vec![], "empty");
    check(vec![circle(1.0)], "starts with add_sketch");
    check(vec![sketch(), extrude(1.0)], "no curve");
    check(vec![sketch(), circle(1.0)], "never extruded");
    check(vec![sketch(), circle(f64::NAN), extrude(1.0)], "r = NaN");
    check(vec![sketch(), circle(0.0), extrude(1.0)], "above 0");
    check(
        vec![sketch(), circle(1.0), extrude(f64::INFINITY)],
        "depth = inf",
    );
    let line = Operation::AddLine(Line {
        start: DVec2::ZERO,
        end: DVec2::splat(1e308),
    });
    check(vec![sketch(), line, extrude(1.0)], "x1 = 1");
}

#[test]
fn single_extrude_is_taken_apart() {
    let program = Program::new(vec![
        Operation::AddSketch(Plane::YZ.into()),
        circle(2.0),
        extrude(-1.0),
    ])
    .expect("well-formed");
    let parts = program.as_single_extrude().expect("one sketch");
    assert_eq!(
        (parts.plane, parts.curves.len(), parts.depth),
        (Plane::YZ, 1, -1.0)
    );
    assert_eq!(parts.into_program(), Ok(program));
}
