//! The commands on parts of several sketches, bodies and Booleans.

mod command_line;

use command_line::{Workplace, example};
use serde_json::{Value, json};

/// A plate with a boss on its top and a hole from its front.
const PLATE: &str = "add_sketch(XY)\nadd_line(0, 0, 8, 0)\nadd_line(8, 0, 8, 5)\n\
    add_line(8, 5, 0, 5)\nadd_line(0, 5, 0, 0)\nadd_extrude(0, 1, new)\n\
    add_sketch(end(0))\nadd_circle(4, 2.5, 1.5)\nadd_extrude(0, 3, join)\n\
    add_sketch(side(0, 0))\nadd_circle(2, 0.5, 0.25)\nadd_extrude(0, -5, cut)\n";

/// What the matrix can carry of it, so long: the boss from below the plate, no hole.
fn carried(length: u32) -> String {
    format!(
        "add_sketch(XY)\nadd_line(0, 0, {length}, 0)\nadd_line({length}, 0, {length}, 5)\n\
         add_line({length}, 5, 0, 5)\nadd_line(0, 5, 0, 0)\nadd_extrude(0, 1, new)\n\
         add_sketch(XY)\nadd_circle(4, 2.5, 1.5)\nadd_extrude(0, 4, join)\n"
    )
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

#[test]
fn parts_are_checked() {
    let place = Workplace::new();
    place.write("plate.cad", PLATE);
    let report = place.json(&["check", "plate.cad", "--json"]);
    let volume = 40.0 + (2.25 * 3.0 - 0.0625 * 5.0) * std::f64::consts::PI;
    assert!(
        (number(&report["volume"]) - volume).abs() < 1e-6,
        "{report}"
    );
    assert_eq!(
        (&report["bodies"], &report["extrudes"]),
        (&json!(1), &json!(3))
    );
    let sketches = report["sketches"].as_array().expect("sketches");
    let profiles: Vec<_> = sketches.iter().map(|sketch| &sketch["profiles"]).collect();
    assert_eq!(profiles, [1, 1, 1]);
    assert_eq!(sketches[1]["origin"], json!([0.0, 0.0, 1.0]));
    assert_eq!(sketches[2]["normal"], json!([0.0, -1.0, 0.0]));
    assert_eq!(report["matrix"], Value::Null);
    let reason = report["matrix_error"].as_str().expect("a reason");
    assert!(
        reason.contains("operation 7: the matrix carries sketches on XY"),
        "{reason}"
    );
    let text = place.succeed(&["check", "plate.cad"]);
    assert!(text.contains("sketch 2: 1 curve, 1 profile\n"), "{text}");
}

#[test]
fn the_matrix_is_as_wide_as_the_part_needs() {
    let place = Workplace::new();
    place.write("carried.cad", carried(8));
    let report = place.json(&["check", "carried.cad", "--json"]);
    let setting = &report["matrix_setting"];
    assert_eq!(
        (&setting["name"], &setting["rows"], &setting["scale"]),
        (&json!("wide"), &json!(11), &json!(10))
    );
    let rows = report["matrix"].as_array().expect("rows");
    assert_eq!(rows[7], json!([0, 0, -1, -1, -1, -1, -1, -1, -1, 10]));
    assert_eq!(rows[8], json!([3, -1, 179, 160, -1, 37, -1, -1, -1, -1]));
    assert_eq!(rows[9], json!([4, -1, -1, -1, -1, -1, 0, 179, 0, -1]));
    place.write("large.cad", carried(80));
    let large = place.json(&["check", "large.cad", "--json"]);
    assert_eq!(large["matrix_setting"]["scale"], 80, "{large}");
    let paper = place.json(&[
        "check",
        example("fillet.cad").to_str().expect("a path"),
        "--json",
    ]);
    assert_eq!(paper["matrix_setting"]["name"], "paper");
}

#[test]
fn parts_are_compared_by_their_solids() {
    let place = Workplace::new();
    place.write("plate.cad", PLATE);
    place.write("carried.cad", carried(8));
    let report = place.json(&["compare", "plate.cad", "carried.cad", "--json"]);
    let boss = 2.25 * std::f64::consts::PI;
    let hole = 0.0625 * 5.0 * std::f64::consts::PI;
    let union = 40.0 + 3.0 * boss;
    assert!((number(&report["union"]) - union).abs() < 1e-5, "{report}");
    assert!(
        (number(&report["iou"]) - (union - hole) / union).abs() < 1e-6,
        "{report}"
    );
    assert_eq!(report["equivalent"], false);
    assert!(report["matrix_error"].is_string());
    let same = place.json(&["compare", "carried.cad", "carried.cad", "--json"]);
    assert_eq!(
        (&same["matrix_differences"], &same["matrix_setting"]["name"]),
        (&json!([]), &json!("wide"))
    );
}

#[test]
fn parts_are_drawn_from_any_side() {
    let place = Workplace::new();
    place.write(
        "far.cad",
        "add_sketch(plane(900, 0, 0, 0, 0, 1))\nadd_circle(0, 0, 1)\nadd_extrude(0, 3, new)\n\
         add_sketch(end(0))\nadd_circle(900, 0, 0.5)\nadd_extrude(0, -3, cut)\n",
    );
    place.refuse(
        &["render", "far.cad", "-o", "a.png"],
        &["does not see", "--view"],
    );
    for view in ["iso", "front", "back", "left", "right", "top", "bottom"] {
        let output = format!("{view}.png");
        place.succeed(&[
            "render", "far.cad", "-o", &output, "--view", view, "--size", "100",
        ]);
        let picture = image::load_from_memory(&place.read(&output)).expect("a PNG");
        let dark = picture
            .to_luma8()
            .pixels()
            .filter(|pixel| pixel.0[0] < 250)
            .count();
        assert!((500..9000).contains(&dark), "{view}: {dark} pixels");
    }
}

#[test]
fn notes_are_told_beside_the_results() {
    let place = Workplace::new();
    place.write(
        "idle.cad",
        "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0, 1, new)\n\
        add_sketch(XY)\nadd_circle(9, 0, 1)\nadd_extrude(0, 1, cut)\n",
    );
    let output = place.run(&[
        "build", "idle.cad", "-o", "a.step", "a.py", "a.3mf", "a.scad",
    ]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    assert!(
        errors.starts_with("note: idle.cad: operation 6: the cut changes nothing\n"),
        "{errors}"
    );
    place.write("carried.cad", carried(8));
    place.succeed(&["build", "carried.cad", "-o", "a.csv", "a.npy"]);
    assert!(place.read("a.csv").starts_with(b"command,x,y"));
    assert!(place.read("a.npy").starts_with(b"\x93NUMPY"));
    assert!(place.read("a.3mf").starts_with(b"PK"));
}

#[test]
fn pictures_become_scripts() {
    let place = Workplace::new();
    let picture = example("cylinder.png");
    let picture = picture.to_str().expect("a path");
    for (name, part) in [
        ("part.py", "import cadquery as cq"),
        ("part.scad", "linear_extrude"),
        ("part.FCMacro", "Part: part"),
        ("part.json", "\"cadseq-program/1\""),
        ("part.svg", "<svg"),
    ] {
        place.succeed(&["reconstruct", picture, "-o", name]);
        let text = String::from_utf8(place.read(name)).expect("text");
        assert!(text.contains(part), "{name}: {text}");
    }
}
