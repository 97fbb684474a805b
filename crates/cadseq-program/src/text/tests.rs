//! The text form: what is read, what is printed, what an error says.

use proptest::prelude::*;

use super::{MAX_TEXT_BYTES, TextFault, lines};
use crate::{Program, arbitrary};

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
fn lines_end_as_any_system_ends_them() {
    let text = "a\rb\r\nc\n\r\n\rd";
    assert_eq!(
        lines(text).collect::<Vec<_>>(),
        ["a", "b", "c", "", "", "d"]
    );
    assert_eq!(lines("a\r\n").collect::<Vec<_>>(), ["a"]);
    assert_eq!(lines("").count(), 0);
    let program = "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0, 2, new)\n";
    let old = program.replace('\n', "\r");
    assert_eq!(old.parse::<Program>(), program.parse::<Program>());
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
#[expect(clippy::too_many_lines, reason = "a list of texts")]
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
fn planes_profiles_and_extents_are_read() {
    let extruded = |plane: &str, extrude: &str| {
        format!(
            "add_sketch(XY)\nadd_line(0, 0, 1, 0)\nadd_extrude(0, 1, new)\nadd_sketch({plane})\n\
             add_circle(0, 0, 1)\nadd_extrude({extrude})\n"
        )
    };
    let check_plane = |plane: &str, expected: &str| {
        check(&extruded(plane, "5"), &extruded(expected, "0, 5, new"));
    };
    check_plane("plane(1,2,3, 0,0,2)", "plane(1, 2, 3, 0, 0, 1)");
    check_plane("Plane (0,0,0, 0,0,1, 1,0,0)", "plane(0, 0, 0, 0, 0, 1)");
    check_plane(
        "plane(0,0,0, 0,0,-5, 0,.5,5e-8)",
        "plane(0, 0, 0, 0, 0, -1, 0, 1, 0)",
    );
    check_plane("FACE( 1,-2.50, 3 )", "face(1, -2.5, 3)");
    check_plane("start( 0 )", "start(0)");
    check_plane("End(0)", "end(0)");
    check_plane("side(0,0)", "side(0, 0)");
    let check_extrude = |extrude: &str, expected: &str| {
        check(&extruded("XZ", extrude), &extruded("XZ", expected));
    };
    check_extrude("[ 2,0 ],5", "[2, 0], 5, new");
    check_extrude("[7], 5, cut", "7, 5, cut");
    check_extrude("0, 5, JOIN, Symmetric", "0, 5, join, symmetric");
    check_extrude("0, 5, cut, 2e0", "0, 5, cut, 2");
    check_extrude("[0,1], -5, cut, -0", "[0, 1], -5, cut, 0");
}

#[test]
fn errors_in_planes_say_where_and_what_to_do() {
    let refuse_plane = |plane: &str, column: usize, message: &str| {
        let text = format!(
            "add_sketch(XY)\nadd_arc(1, 0, 0, 0, 90)\nadd_line(0, 1, 1, 0)\nadd_extrude(1)\n\
             add_sketch({plane})\nadd_circle(0, 0, 1)\nadd_extrude(1)"
        );
        refuse(&text, 5, column, message);
    };
    refuse_plane("face", 12, "unknown plane \"face\"");
    refuse_plane(" fase(1)", 13, "expected XY, XZ, YZ, plane(origin, normal)");
    refuse_plane("face(1, 2)", 12, "face(x, y, z) got 2 parameter(s)");
    refuse_plane("face(1, 2 , ä)", 24, "z = \"ä\" is not a finite");
    refuse_plane("face()", 12, "got 0 parameter(s)");
    refuse_plane("face(0, 0, 1e6)", 23, "out of range");
    refuse_plane("plane(0, 0, 0, 1, 0)", 12, "plane(ox, oy, oz, nx, ny, nz)");
    refuse_plane("plane(0, 0, 0, 0, 0, 0)", 27, "the normal [0, 0, 0] says");
    refuse_plane("plane(0, 0, 0, 0, 0, 1, 0, 0, 1)", 36, "leaves the plane");
    refuse_plane("start(-1)", 18, "extrude = \"-1\" is not an index");
    refuse_plane("end(0, 1)", 12, "end(extrude) got 2");
    refuse_plane("side(0)", 12, "side(sketch, curve) got 1");
    refuse_plane("side(0, 1.0)", 20, "curve = \"1.0\" is not an index");
    refuse_plane("end(1)", 12, "refers to extrude 1, but there are 1 such");
    refuse_plane("side(1, 0)", 12, "refers to sketch 1");
    refuse_plane("side(0, 2)", 12, "refers to the sketch's curve 2");
    refuse_plane("side(0, 0)", 12, "curve 0 of sketch 0 is round");
    let first = "add_sketch(face(0, 0, 0))\nadd_circle(0, 0, 1)\nadd_extrude(1)";
    refuse(first, 1, 12, "there is no solid yet");
}

#[test]
fn errors_in_extrudes_and_brackets_say_where_and_what_to_do() {
    let refuse_extrude = |extrude: &str, column: usize, message: &str| {
        let text = format!("add_sketch(XY)\nadd_circle(0, 0, 1)\n{extrude}");
        refuse(&text, 3, column, message);
    };
    refuse_extrude("add_extrude([0, x], 5)", 17, "profile = \"x\"");
    refuse_extrude("add_extrude([0, 1,], 5)", 19, "profile = nothing");
    refuse_extrude("add_extrude([], 5)", 13, "no profile is extruded");
    refuse_extrude("add_extrude([2, 0, 2], 5)", 13, "profile 2 is listed twice");
    refuse_extrude("add_extrude(0 1, 5)", 13, "profile = \"0 1\"");
    refuse_extrude("add_extrude(0, [5], cut)", 16, "depth = \"[5]\"");
    refuse_extrude("add_extrude(0, 5, cut, both)", 24, "expected symmetric, or");
    refuse_extrude("add_extrude(0, 5, cut, inf)", 24, "backward = \"inf\"");
    refuse_extrude("add_extrude(0, 5, cut, -5)", 1, "so it has no depth");
    refuse_extrude("add_extrude(0, 0, cut, symmetric)", 1, "so it has no depth");
    refuse_extrude("add_extrude(0, 5, cut, 2, 1)", 1, "got 5 parameter(s)");
    refuse_extrude("add_extrude(0, 5, [])", 19, "unknown op \"[]\"");
    refuse_extrude(
        "add_extrude([0, 1, 5)",
        21,
        "expected ']' at the end of the list",
    );
    refuse_extrude(
        "add_extrude(0, 1], 5)",
        17,
        "expected ')' at the end of the op",
    );
    refuse_extrude("add_extrude([[0]], 5)", 14, "expected ']'");
    refuse_extrude(
        "add_extrude([0",
        15,
        "expected ']' at the end of the list, found nothing",
    );
    refuse(
        "add_sketch(face(1, (2), 3))",
        1,
        20,
        "expected ')' at the end of the plane",
    );
    refuse(
        "add_sketch(face(1, 2, 3)",
        1,
        25,
        "expected ')' at the end of the operation",
    );
    refuse("add_sketch(XY))", 1, 15, "one operation a line");
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
    let list = format!("add_extrude([{}], 5)", "0,".repeat(MAX_TEXT_BYTES / 2 - 20));
    let error = list.parse::<Program>().expect_err("no index");
    assert_eq!(error.column, list.len() - 4, "the last of the list");
    let token = "a".repeat(MAX_TEXT_BYTES - 2) + "()";
    let error = token.parse::<Program>().expect_err("no operation");
    assert!(error.to_string().len() < 300);
}

proptest! {
    #[test]
    fn printed_programs_read_back(program in arbitrary::program()) {
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
        text in "(add_(sketch|line|arc|circle|extrude)[ ]?[(]?((plane|face|start|end|side)?[(\\[]?[XYZ0-9e.,\\-+ naif#ä]{0,30}[)\\]]?){0,2}[)]?\r?\n){0,6}",
    ) {
        if let Ok(program) = text.parse::<Program>() {
            prop_assert_eq!(program.to_string().parse::<Program>(), Ok(program));
        }
    }
}
