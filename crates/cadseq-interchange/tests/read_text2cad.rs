//! Text2CAD's minimal JSON: what it becomes, and what is refused where.

mod text2cad;

use std::f64::consts::PI;

use cadseq_interchange::{Format, Imported, LengthUnit, ReadOptions, read};
use cadseq_solid::Part;
use serde_json::{Value, json};
use text2cad::{circle, line, plate};

fn read_value(value: &Value) -> Result<Imported, String> {
    let options = ReadOptions::default();
    read(Format::Text2Cad, value.to_string().as_bytes(), &options)
        .map_err(|error| error.to_string())
}

/// The plate's program after a change, as text.
fn program(change: impl FnOnce(&mut Value)) -> Result<String, String> {
    let mut value = plate();
    change(&mut value["parts"]["part_1"]);
    read_value(&value).map(|imported| imported.program.to_string())
}

#[test]
fn parts_become_sketches_and_extrudes() {
    let imported = read_value(&plate()).expect("a program");
    let expected = "\
add_sketch(plane(0.1, 0.2, 0, 0, -1, 0))
add_line(0, 0, 0.6, 0)
add_arc(0.6, 0, 0.6, 0.15, 180)
add_line(0.6, 0.3, 0, 0.3)
add_line(0, 0.3, 0, 0)
add_circle(0.2, 0.15, 0.05)
add_extrude(0, 0.1, new)
add_sketch(plane(0.1, 0.2, 0, 0, -1, 0))
add_circle(0.5, 0.15, 0.1)
add_extrude(0, 0.2, join, 0.05)
";
    assert_eq!(imported.program.to_string(), expected);
    assert_eq!(imported.notes, Vec::<String>::new());
}

/// `sketch_scale` is the size that the coordinates already have.
#[test]
fn nothing_is_scaled_by_sketch_scale() {
    let mut value = plate();
    value["parts"]["part_1"]["extrusion"]["sketch_scale"] = json!(0.25);
    let imported = read_value(&value).expect("a program");
    assert_eq!(
        imported.program,
        read_value(&plate()).expect("a program").program
    );
    let note = &imported.notes[0];
    assert!(note.starts_with("parts.part_1.sketch: "), "{note}");
    assert!(
        note.contains("3.000 times as large as sketch_scale"),
        "{note}"
    );
    let scale = &mut value["parts"]["part_1"]["extrusion"];
    scale
        .as_object_mut()
        .expect("an object")
        .shift_remove("sketch_scale");
    assert_eq!(read_value(&value).expect("a program").notes, [""; 0]);
}

#[test]
fn one_is_a_centimetre_or_the_unit() {
    for (unit, centimetres) in [
        (None, 1.0),
        (Some(LengthUnit::Centimetre), 1.0),
        (Some(LengthUnit::Metre), 100.0),
        (Some(LengthUnit::Inch), 2.54),
    ] {
        let options = ReadOptions {
            unit,
            ..ReadOptions::default()
        };
        let bytes = plate().to_string().into_bytes();
        let program = read(Format::Text2Cad, &bytes, &options)
            .expect("a program")
            .program;
        let part = Part::build(&program).expect("a part");
        let volume = part
            .solid
            .measures()
            .expect("measured")
            .expect("a body")
            .volume;
        let plate = 0.6 * 0.3 + PI * 0.15 * 0.15 / 2.0 - PI * 0.05 * 0.05;
        let boss = PI * 0.01 * (0.25 - 0.1);
        let expected = (plate * 0.1 + boss) * f64::powi(centimetres, 3);
        assert!((volume / expected - 1.0).abs() < 1e-9, "{unit:?}: {volume}");
    }
}

#[test]
fn depths_go_to_either_side() {
    let check = |towards: f64, opposite: f64, expected: &str| {
        let text = program(|part| {
            part["extrusion"]["extrude_depth_towards_normal"] = json!(towards);
            part["extrusion"]["extrude_depth_opposite_normal"] = json!(opposite);
        });
        let text = text.expect("a program");
        assert!(
            text.contains(&format!("add_extrude(0, {expected})")),
            "{text}"
        );
    };
    check(0.3, 0.0, "0.3, new");
    check(0.0, 0.3, "-0.3, new");
    check(0.3, 0.25, "0.3, new, 0.25");
    check(-0.3, 0.0, "-0.3, new");
    check(-0.3, 0.1, "-0.3, new");
}

/// Four decimals leave gaps of a ten-thousandth between curves that follow each other.
#[test]
fn gaps_of_rounding_are_closed() {
    let mut value = plate();
    let outline = &mut value["parts"]["part_1"]["sketch"]["face_1"]["loop_1"];
    outline["line_2"] = line([0.6001, 0.3], [0.0, 0.3001]);
    outline["line_3"] = line([0.0, 0.3], [0.0001, 0.0]);
    let text = read_value(&value).expect("a program").program.to_string();
    assert!(
        text.contains("add_line(0.6, 0.3, 0, 0.3001)\nadd_line(0, 0.3001, 0, 0)"),
        "{text}"
    );
    outline_gap(&mut value);
    let error = read_value(&value).expect_err("a gap");
    assert!(error.contains("the loop is open"), "{error}");
}

fn outline_gap(value: &mut Value) {
    let outline = &mut value["parts"]["part_1"]["sketch"]["face_1"]["loop_1"];
    outline["line_2"] = line([0.6, 0.31], [0.0, 0.3]);
}

/// The tenth part comes after the ninth, as the file has them.
#[test]
fn parts_come_in_the_order_of_the_file() {
    let mut value = plate();
    let boss = value["parts"]["part_2"].clone();
    for number in 3..=11 {
        let mut part = boss.clone();
        let radius = f64::from(number) / 100.0;
        part["sketch"]["face_1"]["loop_1"]["circle_1"] = circle([0.0, 0.0], radius);
        value["parts"][format!("part_{number}")] = part;
    }
    let text = read_value(&value).expect("a program").program.to_string();
    let radii: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("add_circle(0, 0, "))
        .collect();
    let expected = [
        "0.03)", "0.04)", "0.05)", "0.06)", "0.07)", "0.08)", "0.09)", "0.1)", "0.11)",
    ];
    assert_eq!(radii, expected);
}

#[test]
fn faces_are_profiles_of_one_extrude() {
    let text = program(|part| {
        let disc = json!({"loop_1": {"circle_1": circle([0.2, 0.15], 0.05)}});
        part["sketch"]["face_2"] = disc;
    });
    let text = text.expect("a program");
    assert!(text.contains("add_extrude([0, 1], 0.1, new)"), "{text}");
}

#[test]
fn parts_that_are_null_are_left_out() {
    let mut value = plate();
    value["parts"]["part_3"] = Value::Null;
    let imported = read_value(&value).expect("a program");
    assert_eq!(
        imported.notes,
        ["parts.part_3: it is null and was left out"]
    );
}

#[test]
fn booleans_have_fusions_names() {
    for (name, expected) in [
        ("NewBodyFeatureOperation", "new"),
        ("JoinFeatureOperation", "join"),
        ("CutFeatureOperation", "cut"),
        ("IntersectFeatureOperation", "intersect"),
    ] {
        let text = program(|part| part["extrusion"]["operation"] = json!(name));
        let text = text.expect("a program");
        assert!(
            text.contains(&format!("add_extrude(0, 0.1, {expected})")),
            "{text}"
        );
    }
}

#[test]
fn faults_have_their_places() {
    let check = |change: fn(&mut Value), expected: &str| {
        let error = program(change).expect_err(expected);
        assert!(error.contains(expected), "{error}");
    };
    let curves = "parts.part_1.sketch.face_1.loop_1";
    check(
        |part| part["sketch"]["face_1"]["loop_1"]["spline_1"] = json!({}),
        &format!("{curves}.spline_1: spline_1 is no curve"),
    );
    check(
        |part| part["sketch"]["face_1"]["loop_1"]["arc_1"]["Mid Point"] = json!([0.6, 0.4]),
        &format!("{curves}.arc_1: no arc runs"),
    );
    check(
        |part| part["sketch"]["face_1"]["loop_2"]["circle_1"]["Radius"] = json!(0.0),
        "loop_2.circle_1.Radius: the radius 0.0",
    );
    check(
        |part| part["sketch"]["face_1"]["loop_1"]["line_1"]["Start Point"] = json!([0.0]),
        &format!("{curves}.line_1.Start Point"),
    );
    check(
        |part| part["extrusion"]["operation"] = json!("Fuse"),
        "parts.part_1.extrusion.operation: Fuse is no operation",
    );
    check(
        |part| part["coordinate_system"]["Translation Vector"] = json!([1e300, 0.0, 0.0]),
        "parts.part_1.coordinate_system: ",
    );
    check(|part| part["sketch"] = json!({}), "parts.part_1.sketch: ");
    let error = read_value(&json!({"parts": {}})).expect_err("no part");
    assert_eq!(error, "parts: there is no part, so there is no solid");
}
