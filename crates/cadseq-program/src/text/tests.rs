//! The text form: what is read, what is printed, what an error says.

use glam::DVec2;
use proptest::prelude::*;

use super::{MAX_TEXT_BYTES, TextFault};
use crate::{Arc, BooleanOperation, Circle, Curve, Extrude, Line, Operation, Plane, Program};

#[track_caller]
fn check(text: &str, expected: &str) {
    let program: Program = text
        .parse()
        .unwrap_or_else(|error| panic!("{text:?}: {error}"));
    assert_eq!(program.to_string(), expected);
}

#[track_caller]
fn refuse(text: &str, line: usize, column: usize, message: &str) {
    let error = text.parse::<Program>().expect_err(message);
    assert_eq!((error.line, error.column), (line, column), "{error}");
    assert!(error.to_string().contains(message), "{error}");
}

#[test]
fn layout_and_defaults_are_tolerated() {
    check(
        "\u{feff}# a cylinder\r\n\n  add_sketch ( xy )\t# ground\r\n\tadd_circle(1,-2.50 , +3e0)\n\
         add_extrude(-0.5)",
        "add_sketch(XY)\nadd_circle(1, -2.5, 3)\nadd_extrude(0, -0.5, new)\n",
    );
    check(
        "add_sketch(YZ)\nadd_line(0,0,1,0)\nadd_arc(1, 0, 0.5, 0, 180)\nadd_extrude(2, 5)\n\
         add_extrude(0, 1, Cut)",
        "add_sketch(YZ)\nadd_line(0, 0, 1, 0)\nadd_arc(1, 0, 0.5, 0, 180)\n\
         add_extrude(2, 5, new)\nadd_extrude(0, 1, cut)\n",
    );
}

#[test]
fn errors_say_where_and_what_to_do() {
    refuse("", 1, 1, "the program is empty");
    refuse(
        "add_sketch(XY)\n  add_sphere(1)",
        2,
        3,
        "expected one of add_sketch, add_line",
    );
    refuse(
        "add_sketch(XY)\nadd_circle(0, 0)",
        2,
        1,
        "add_circle(cx, cy, r) got 2 parameter(s)",
    );
    refuse("add_sketch(XY)\nadd_circle()", 2, 1, "got 0 parameter(s)");
    refuse(
        "add_sketch(XY)\nadd_circle(0, 0, nan)",
        2,
        18,
        "r = \"nan\" is not a finite",
    );
    refuse(
        "add_sketch(XY)\nadd_circle(0, inf, 1)",
        2,
        15,
        "cy = \"inf\"",
    );
    refuse(
        "add_sketch(XY)\nadd_circle(0, 1e999, 1)",
        2,
        15,
        "cy = \"1e999\"",
    );
    refuse(
        "add_sketch(XY)\nadd_circle(1e308, 0, 1)",
        2,
        12,
        "out of range",
    );
    refuse(
        "add_sketch(XY)\nadd_arc(0, 0, 1e308, 0, 1)",
        2,
        15,
        "out of range",
    );
    refuse(
        "add_sketch(XY)\nadd_circle(0, 0, -1)",
        2,
        18,
        "must be above 0",
    );
    refuse("add_sketch(XY)\nadd_circle(0, , 1)", 2, 15, "cy = nothing");
    refuse("add_sketch(XW)", 1, 12, "expected XY, XZ, YZ, plane");
    refuse("add_sketch(face 3)", 1, 12, "face(x, y, z)");
    refuse("add_sketch XY", 1, 1, "expected '('");
    refuse("add_sketch(XY", 1, 14, "expected ')'");
    refuse(
        "add_sketch(XY) add_circle(0, 0, 1)",
        1,
        16,
        "one operation a line",
    );
    refuse(
        "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0.5, 1)",
        3,
        13,
        "whole number",
    );
    refuse(
        "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0, 1, glue)",
        3,
        19,
        "join, cut",
    );
    refuse("add_sketch(XY)\n\nadd_extrude(0, 1)", 3, 1, "no curve");
    refuse(
        "add_sketch(XY)\nadd_circle(0, 0, 1)",
        2,
        1,
        "never extruded",
    );
    refuse("äö(1)", 1, 1, "unknown operation");
    refuse("add_sketch(ä, 1)", 1, 1, "got 2");
}

#[test]
fn long_texts_fail_early() {
    let many = "add_circle(0, 0, 1)\n".repeat(100_000);
    let error = many.parse::<Program>().expect_err("too many operations");
    assert_eq!(
        (error.line, error.fault),
        (20_001, TextFault::TooManyOperations)
    );
    let long = "\n".repeat(MAX_TEXT_BYTES + 1);
    let error = long.parse::<Program>().expect_err("too long");
    assert_eq!(
        error.fault,
        TextFault::TextTooLong {
            bytes: MAX_TEXT_BYTES + 1
        }
    );
    let token = "a".repeat(MAX_TEXT_BYTES - 2) + "()";
    let error = token.parse::<Program>().expect_err("no operation");
    assert!(error.to_string().len() < 300);
}

fn coordinate() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        Just(-0.0),
        Just(1.0 / 3.0),
        Just(1e-300),
        Just(-1e5),
        -10.0..10.0,
        -1e5..1e5,
    ]
}

fn point() -> impl Strategy<Value = DVec2> {
    (coordinate(), coordinate()).prop_map(|(x, y)| DVec2::new(x, y))
}

fn curve() -> impl Strategy<Value = Curve> {
    prop_oneof![
        (point(), point()).prop_map(|(start, end)| Curve::Line(Line { start, end })),
        (point(), point(), -360.0..360.0).prop_map(|(start, center, sweep_deg)| {
            Curve::Arc(Arc {
                start: start * 0.1,
                center: center * 0.1,
                sweep_deg,
            })
        }),
        (point(), 1e-12..1e5).prop_map(|(center, radius)| Curve::Circle(Circle { center, radius })),
    ]
}

fn sketch_and_extrude() -> impl Strategy<Value = Vec<Operation>> {
    let parts = (
        0..3usize,
        prop::collection::vec(curve(), 1..6),
        0..9usize,
        coordinate(),
        0..4usize,
    );
    parts.prop_map(|(plane, curves, profile, depth, operation)| {
        let mut operations = vec![Operation::AddSketch(Plane::ALL[plane].into())];
        operations.extend(curves.into_iter().map(Operation::from));
        let operation = BooleanOperation::ALL[operation];
        operations.push(Operation::AddExtrude(Extrude::one_side(
            profile, depth, operation,
        )));
        operations
    })
}

proptest! {
    #[test]
    fn printed_programs_read_back(parts in prop::collection::vec(sketch_and_extrude(), 1..4)) {
        let program = Program::new(parts.concat()).expect("well-formed");
        let text = program.to_string();
        let read: Program = text.parse().expect("its own text");
        prop_assert_eq!(&read, &program);
        prop_assert_eq!(read.to_string(), text);
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = text.parse::<Program>();
    }

    #[test]
    fn nearly_right_text_is_read_or_refused(
        text in "(add_(sketch|line|arc|circle|extrude)[ ]?[(]?[XYZ0-9e.,\\-+ naif#ä]{0,30}[)]?\r?\n){0,6}",
    ) {
        if let Ok(program) = text.parse::<Program>() {
            prop_assert_eq!(program.to_string().parse::<Program>(), Ok(program));
        }
    }
}
