//! Faults are named with their operation; parts come back.

use glam::{DVec2, DVec3};

use super::*;
use crate::{Arc, Circle, Extent, Extrude, FaceReference, Frame, Line, SketchPlane};

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

#[track_caller]
fn refuse(operations: Vec<Operation>, index: usize, expected: &str) {
    let error = Program::new(operations).expect_err(expected);
    assert!(error.to_string().contains(expected), "{error}");
    assert_eq!(error.index(), Some(index), "{error}");
}

#[test]
fn faults_of_extrudes_are_named() {
    let check = |profiles: &[usize], extent: Extent, expected: &str| {
        let extrude = Operation::AddExtrude(Extrude {
            profiles: profiles.to_vec(),
            extent,
            operation: BooleanOperation::Join,
        });
        let sketch = Operation::AddSketch(Plane::XY.into());
        refuse(vec![sketch, circle(1.0), extrude], 2, expected);
    };
    check(&[], Extent::OneSide(1.0), "no profile");
    check(
        &[3, 0, 3],
        Extent::OneSide(1.0),
        "profile 3 is listed twice",
    );
    check(&[0], Extent::Symmetric(0.0), "no depth");
    check(&[0], Extent::Symmetric(f64::NAN), "depth = NaN");
    check(&[0], Extent::TwoSides(2.0, -2.0), "at the height 2");
    check(&[0], Extent::TwoSides(2.0, 1e6), "backward depth = 1000000");
    check(&[0], Extent::TwoSides(f64::INFINITY, 0.0), "depth = inf");
}

/// A sketch of a line, an arc and a circle with an extrude, then a sketch on `plane`.
fn sketch_on(plane: SketchPlane) -> Vec<Operation> {
    let line = Line {
        start: DVec2::ZERO,
        end: DVec2::X,
    };
    let arc = Arc {
        start: DVec2::X,
        center: DVec2::ZERO,
        sweep_deg: 0.0,
    };
    vec![
        Operation::AddSketch(Plane::XY.into()),
        Operation::AddLine(line),
        Operation::AddArc(arc),
        circle(1.0),
        extrude(1.0),
        Operation::AddSketch(plane),
        circle(1.0),
        extrude(1.0),
    ]
}

#[test]
fn faults_of_planes_are_named() {
    use FaceReference::{End, Point, Side, Start};
    let check = |plane, expected| refuse(sketch_on(plane), 5, expected);
    let far = Frame::upright(DVec3::Z * 2e5, DVec3::X).expect("a frame");
    check(SketchPlane::Frame(far), "oz = 200000");
    let check_face = |face, expected| check(SketchPlane::Face(face), expected);
    check_face(Point(DVec3::X * 2e5), "x = 200000");
    check_face(Point(DVec3::NAN), "x = NaN");
    check_face(Start { extrude: 1 }, "extrude 1, but there are 1 such");
    check_face(
        End {
            extrude: usize::MAX,
        },
        "refers to extrude",
    );
    let side = |sketch, curve| Side { sketch, curve };
    check_face(side(1, 0), "sketch 1, but there are 1 such");
    check_face(side(0, 3), "the sketch's curve 3, but there are 3");
    check_face(side(0, 1), "curve 1 of sketch 0 is round");
    check_face(side(0, 2), "curve 2 of sketch 0 is round");
    for face in [Point(DVec3::ZERO), End { extrude: 0 }, side(0, 0)] {
        assert!(Program::new(sketch_on(SketchPlane::Face(face))).is_ok());
        let first = sketch_on(SketchPlane::Face(face)).split_off(5);
        refuse(first, 0, "no solid yet");
    }
}

#[test]
fn other_programs_are_no_single_extrude() {
    let check = |plane: &str, extrude: &str| {
        let text = format!("add_sketch({plane})\nadd_circle(0, 0, 1)\nadd_extrude({extrude})");
        let program: Program = text.parse().expect("well-formed");
        program.as_single_extrude()
    };
    assert!(check("XY", "2, 5, cut").is_some_and(|parts| parts.profile == 2));
    assert_eq!(check("plane(0, 0, 0, 0, 0, 1)", "5"), None);
    assert_eq!(check("XY", "[0, 1], 5"), None);
    assert_eq!(check("XY", "0, 5, new, symmetric"), None);
    assert_eq!(check("XY", "0, 5, new, 0"), None);
    assert_eq!(check("XY", "5)\nadd_extrude(0, 2, cut"), None);
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
