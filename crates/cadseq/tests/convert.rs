//! `cadseq convert`: every format, round trips, batches, bad and hostile input.

#![expect(clippy::disallowed_methods, reason = "compared within a tolerance")]

mod command_line;

use std::io::Write as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

use command_line::{CYLINDER, Workplace};
use serde_json::{Value, json};

/// A plate with a hole through it and a boss on top: two sketches, the second on a face.
const PLATE: &str = "add_sketch(XY)\nadd_line(0, 0, 8, 0)\nadd_line(8, 0, 8, 5)\n\
    add_line(8, 5, 0, 5)\nadd_line(0, 5, 0, 0)\nadd_circle(2, 2.5, 1)\nadd_extrude(0, 1, new)\n\
    add_sketch(end(0))\nadd_circle(6, 2.5, 1)\nadd_extrude(0, 2, join)\n";

/// The same as DeepCAD has it, in metres: a disc of 2 cm across, 2 cm high.
fn deepcad() -> Value {
    let point = |x: f64, y: f64, z: f64| json!({"x": x, "y": y, "z": z});
    let circle = json!({
        "type": "Circle3D", "center_point": point(0.0, 0.0, 0.0), "radius": 0.01,
    });
    json!({
        "sequence": [
            {"index": 0, "type": "Sketch", "entity": "s"},
            {"index": 1, "type": "ExtrudeFeature", "entity": "e"},
        ],
        "entities": {
            "s": {
                "type": "Sketch",
                "name": "disc",
                "transform": {
                    "origin": point(0.0, 0.0, 0.0), "x_axis": point(1.0, 0.0, 0.0),
                    "y_axis": point(0.0, 1.0, 0.0), "z_axis": point(0.0, 0.0, 1.0),
                },
                "profiles": {"p": {"loops": [{"is_outer": true, "profile_curves": [circle]}]}},
            },
            "e": {
                "type": "ExtrudeFeature",
                "name": "extrude",
                "profiles": [{"sketch": "s", "profile": "p"}],
                "operation": "NewBodyFeatureOperation",
                "start_extent": {"type": "ProfilePlaneStartDefinition"},
                "extent_type": "OneSideFeatureExtentType",
                "extent_one": {
                    "type": "DistanceExtentDefinition", "distance": {"value": 0.02},
                    "taper_angle": {"value": 0.0},
                },
                "extent_two": {"type": "DistanceExtentDefinition", "distance": {"value": 0.0}},
            },
        },
    })
}

/// What the list says of the formats.
fn formats(place: &Workplace) -> Vec<Value> {
    let list = place.json(&["convert", "--list", "--json"]);
    list.as_array().expect("formats").clone()
}

#[test]
fn every_written_format_is_written_by_name() {
    let place = Workplace::new();
    place.write("plate.cad", PLATE);
    let formats = formats(&place);
    assert_eq!(formats.len(), 20);
    for format in formats.iter().filter(|format| format["written"] == true) {
        let name = format["name"].as_str().expect("a name");
        place.succeed(&["convert", "plate.cad", "out.dat", "--to", name]);
        let by_name = place.read("out.dat");
        assert!(by_name.len() > 80, "{name}");
        let printed = place.run(&["convert", "plate.cad", "-", "--to", name]);
        assert_eq!(printed.stdout.len(), by_name.len(), "{name}");
    }
    let list = place.succeed(&["convert", "--list"]);
    assert!(list.contains("fusion-gallery  program  read "), "{list}");
    assert!(
        list.contains("freecad         script   write       .FCMacro"),
        "{list}"
    );
}

#[test]
fn extensions_choose_the_format() {
    let place = Workplace::new();
    place.write("plate.cad", PLATE);
    let starts: [(&str, &[u8]); 11] = [
        ("a.json", b"{\n  \"schema\": \"cadseq-program/1\""),
        ("a.npy", b"\x93NUMPY"),
        ("a.csv", b"command,x,y"),
        ("a.STEP", b"ISO-10303-21;"),
        ("a.3mf", b"PK"),
        ("a.glb", b"glTF"),
        ("a.py", b"# CadQuery script"),
        ("a.FCMacro", b"#"),
        ("a.scad", b"// OpenSCAD"),
        ("a.svg", b"<svg"),
        ("a.dxf", b"999"),
    ];
    let names = starts.map(|(name, _)| name);
    place.succeed(&[&["convert", "plate.cad"][..], &names].concat());
    for (name, start) in starts {
        let bytes = place.read(name);
        let found = String::from_utf8_lossy(&bytes[..20.min(bytes.len())]).into_owned();
        assert!(bytes.starts_with(start), "{name}: {found}");
    }
    place.succeed(&["convert", "plate.cad", "second.svg", "--sketch", "1"]);
    assert_ne!(place.read("a.svg"), place.read("second.svg"));
    place.succeed(&["convert", "plate.cad", "b.py", "--name", "bracket 7"]);
    assert!(String::from_utf8_lossy(&place.read("b.py")).contains("bracket 7"));
    place.succeed(&["convert", "plate.cad", "a.stl"]);
    place.succeed(&["convert", "plate.cad", "b.stl", "--tolerance", "0.1"]);
    assert!(place.read("b.stl").len() < place.read("a.stl").len());
}

#[test]
fn files_carry_the_name_of_the_part() {
    let place = Workplace::new();
    place.write("plate.cad", PLATE);
    let says = |file: &str, text: &str| String::from_utf8_lossy(&place.read(file)).contains(text);
    for command in ["build", "convert"] {
        place.succeed(&[command, "plate.cad", "-o", "a.step", "a.obj", "a.glb"]);
        assert!(says("a.step", "PRODUCT('plate','plate'"));
        assert!(says("a.obj", "\no plate\n") && says("a.glb", "\"name\":\"plate\""));
        let named = ["-o", "b.step", "b.obj", "--name", "left / plate"];
        place.succeed(&[&[command, "plate.cad"][..], &named].concat());
        assert!(says("b.step", "PRODUCT('left / plate'"));
        assert!(says("b.obj", "\no left_/_plate\n"));
        place.succeed(&[command, "plate.cad", "-o", "c.step", "--name", ""]);
        assert!(says("c.step", "PRODUCT('part'"));
    }
}

#[test]
fn triangles_are_as_fine_as_asked_for() {
    let place = Workplace::new();
    place.write(
        "disc.cad",
        "add_sketch(XY)\nadd_circle(0, 0, 0.05)\nadd_extrude(0, 0.1, new)\n",
    );
    let triangles = |options: &[&str]| {
        place.succeed(&[&["build", "disc.cad", "-o", "disc.stl"], options].concat());
        (place.read("disc.stl").len() - 84) / 50
    };
    // Two sides have two triangles each a step, two ends one each less two.
    let of_sides = |sides: usize| 4 * sides - 4;
    assert_eq!(triangles(&[]), of_sides(64));
    assert_eq!(triangles(&["--angle", "3.1"]), of_sides(118));
    // A step that turns by 45 degrees may be rounded up.
    assert!((of_sides(8)..=of_sides(10)).contains(&triangles(&["--tolerance", "0.01"])));
    let both = ["--tolerance", "0.01", "--angle", "11"];
    assert_eq!(triangles(&both), of_sides(34));
    for wrong in [["--angle", "0"], ["--angle", "90"], ["--tolerance", "-1"]] {
        let output = place.run(&[&["build", "disc.cad", "-o", "disc.stl"][..], &wrong].concat());
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn programs_survive_round_trips() {
    let place = Workplace::new();
    place.write("plate.cad", PLATE);
    place.succeed(&["convert", "plate.cad", "plate.json"]);
    place.succeed(&["convert", "plate.json", "again.cad"]);
    let text = |name: &str| String::from_utf8(place.read(name)).expect("text");
    assert_eq!(text("again.cad"), PLATE);
    let compared = place.json(&["compare", "plate.json", "again.cad", "--json"]);
    assert!(
        compared["iou"]
            .as_f64()
            .is_some_and(|iou| (iou - 1.0).abs() < 1e-12)
    );
    assert_eq!(compared["equivalent"], true);
    // Vectors keep the shape at another size.
    for layout in ["v.npy", "v.csv", "v.json"] {
        let to = ["--to", "deepcad-vector"];
        place.succeed(&[&["convert", "plate.cad", layout][..], &to].concat());
        place.succeed(&["convert", layout, "-o", "vector.cad"]);
        let report = place.json(&["check", "vector.cad", "--json"]);
        assert_eq!(
            report["sketches"].as_array().map(Vec::len),
            Some(2),
            "{layout}"
        );
        let [low, high] = [0, 1].map(|k| report["box"][k][0].as_f64().expect("a number"));
        assert!((high - low - 0.75).abs() < 0.01, "{layout}: {low} {high}");
    }
}

#[test]
fn designs_of_other_tools_become_parts() {
    let place = Workplace::new();
    place.write("disc.json", deepcad().to_string());
    place.succeed(&["convert", "disc.json", "disc.step", "disc.cad"]);
    assert!(place.read("disc.step").starts_with(b"ISO-10303-21;"));
    let volume = |name: &str| place.json(&["check", name, "--json"])["volume"].as_f64();
    let expected = 2.0 * std::f64::consts::PI;
    for name in ["disc.json", "disc.cad"] {
        assert!(volume(name).is_some_and(|volume| (volume - expected).abs() < 1e-9));
    }
    // The content decides where the extension does not, and --from above both.
    place.write("disc", deepcad().to_string());
    place.succeed(&["convert", "disc", "again.cad"]);
    assert_eq!(place.read("again.cad"), place.read("disc.cad"));
    place.refuse(
        &["convert", "disc.json", "-o", "x.cad", "--from", "json"],
        &["disc.json: ", "schema"],
    );
    // Metres are metres unless --unit says otherwise.
    for (unit, factor) in [
        ("m", 1.0),
        ("cm", 1e-6),
        ("mm", 1e-9),
        ("in", 1.638_706_4e-5),
    ] {
        place.succeed(&["convert", "disc.json", "-o", "unit.cad", "--unit", unit]);
        let found = volume("unit.cad").expect("a volume");
        assert!(
            (found / (expected * factor) - 1.0).abs() < 1e-9,
            "{unit}: {found}"
        );
    }
    place.refuse(
        &["convert", "disc.cad", "-o", "x.step", "--unit", "mm"],
        &["disc.cad: ", "no other unit"],
    );
    let usage = place.run(&["convert", "disc.json", "-o", "x.step", "--unit", "ft"]);
    assert_eq!(usage.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&usage.stderr).contains("[possible values: m, cm, mm, in]"));
}

#[test]
fn deepcads_json_is_written_and_read_back() {
    let place = Workplace::new();
    place.write("plate.cad", PLATE);
    place.succeed(&[
        "convert",
        "plate.cad",
        "-o",
        "plate.json",
        "--to",
        "deepcad",
    ]);
    let compared = place.json(&["compare", "plate.json", "plate.cad", "--json"]);
    assert!(
        compared["iou"]
            .as_f64()
            .is_some_and(|iou| (iou - 1.0).abs() < 1e-9)
    );
    let box_of = |name: &str| place.json(&["check", name, "--json"])["box"].clone();
    assert_eq!(box_of("plate.json"), box_of("plate.cad"));
}

#[test]
fn lenient_reading_keeps_what_comes_before() {
    let place = Workplace::new();
    place.write(
        "broken.cad",
        format!("{PLATE}add_sketch(XY)\nadd_spline(1, 2)\n"),
    );
    place.refuse(
        &["convert", "broken.cad", "a.step"],
        &["broken.cad: line 12", "add_spline"],
    );
    let output = place.run(&["convert", "broken.cad", "a.cad", "--lenient"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        errors.starts_with("note: broken.cad: kept the operations before"),
        "{errors}"
    );
    assert_eq!(place.read("a.cad"), PLATE.as_bytes());
}

#[test]
fn programs_that_do_not_build_are_still_programs() {
    let place = Workplace::new();
    place.write(
        "open.cad",
        "add_sketch(XY)\nadd_line(0, 0, 1, 0)\nadd_extrude(0, 1, new)\n",
    );
    let output = place.run(&["convert", "open.cad", "open.json"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        errors.contains("note: open.cad: it does not build: operation 1"),
        "{errors}"
    );
    assert!(output.status.success());
    std::fs::remove_file(place.path("open.json")).expect("removed");
    place.refuse(
        &["convert", "open.cad", "open.json", "open.step"],
        &["open.cad: operation 1", "enclose no area"],
    );
}

#[test]
fn standard_input_and_output_are_dashes() {
    let place = Workplace::new();
    let mut command = place.command(&["convert", "-", "-", "--to", "json"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(CYLINDER.as_bytes()).expect("written");
    drop(input);
    let output = child.wait_with_output().expect("an end");
    let json: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(
        json["operations"][0],
        json!({"op": "add_sketch", "plane": "XY"})
    );
    place.write("part.cad", CYLINDER);
    place.refuse(&["convert", "part.cad"], &["standard output", "--to step"]);
    let mixed = ["convert", "part.cad", "-", "--to", "step", "--json"];
    place.refuse(&mixed, &["--json", "write the file with -o"]);
}

#[test]
fn batches_count_what_fails_and_do_the_rest() {
    let place = Workplace::new();
    std::fs::create_dir(place.path("in")).expect("a folder");
    place.write("in/good.cad", PLATE);
    place.write("in/disc.json", deepcad().to_string());
    place.write("in/bad.json", "{\"operations\": 3}");
    let inputs = ["in/good.cad", "in/disc.json", "in/bad.json"];
    let to = ["-o", "out", "--to", "step,cadquery,build123d"];
    let arguments = [&["convert"][..], &inputs, &to].concat();
    let output = place.run(&arguments);
    let (summary, errors) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert_eq!(summary.trim(), "2 of 3 files converted");
    assert!(errors.contains("error: in/bad.json: "), "{errors}");
    let mut names: Vec<_> = std::fs::read_dir(place.path("out"))
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .collect();
    names.sort();
    let expected = [
        "disc.build123d.py",
        "disc.cadquery.py",
        "disc.step",
        "good.build123d.py",
        "good.cadquery.py",
        "good.step",
    ];
    assert_eq!(names, expected);
    let output = place.run(&[&arguments[..], &["--json"]].concat());
    let lines = String::from_utf8(output.stdout).expect("text");
    let records: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let files: Vec<_> = records.iter().map(|record| &record["file"]).collect();
    assert_eq!(files, ["in/good.cad", "in/disc.json", "in/bad.json"]);
    assert_eq!(records[0]["files"][0], "out/good.step");
    assert!(records[2]["error"].is_string() && records[0]["error"].is_null());
}

#[test]
fn inputs_are_never_overwritten() {
    let place = Workplace::new();
    place.write("a.json", deepcad().to_string());
    place.write("b.json", deepcad().to_string());
    // What a shell makes of `cadseq convert *.json`.
    place.refuse(
        &["convert", "a.json", "b.json"],
        &["b.json is there already", "after -o"],
    );
    place.refuse(
        &["convert", "a.json", "-o", "a.json"],
        &["a.json is itself read"],
    );
    place.refuse(
        &["convert", "a.json", "b.json", "-o", ".", "--to", "json"],
        &["a.json is itself read", "another name or folder"],
    );
    place.refuse(
        &["convert", "a.json", "b.json", "-o", "c.step"],
        &["c.step is one file but there are 2 to read"],
    );
    place.refuse(
        &["convert", "a.json", "-o", "."],
        &["is a folder", "--to step"],
    );
    place.refuse(
        &["convert", "a.json", "c.dat", "--to", "step,stl"],
        &["c.dat is one file but --to names 2 formats"],
    );
}

#[test]
fn what_a_format_cannot_carry_is_named() {
    let place = Workplace::new();
    place.write(
        "tilted.cad",
        "add_sketch(plane(0, 0, 0, 1, 1, 1))\nadd_circle(0, 0, 1)\nadd_extrude(0, 1, new)\n",
    );
    place.refuse(
        &[
            "convert",
            "tilted.cad",
            "a.step",
            "a.py",
            "--to",
            "gallery-script",
        ],
        &["tilted.cad: a.step: sketch 0: Fusion 360 Gym script has no"],
    );
    place.write(
        "nothing.cad",
        "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0, 1, new)\n\
         add_sketch(XY)\nadd_circle(0, 0, 2)\nadd_extrude(0, 1, cut)\n",
    );
    let output = place.run(&["convert", "nothing.cad", "a.stl"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors.contains("nothing is left of the solid"), "{errors}");
    let report = place.json(&["check", "nothing.cad", "--json"]);
    assert_eq!(
        (&report["bodies"], &report["box"]),
        (&json!(0), &Value::Null)
    );
    assert!(
        report["notes"][0]
            .as_str()
            .is_some_and(|note| note.contains("nothing is left"))
    );
    place.refuse(
        &["convert", "tilted.cad", "a.svg", "--sketch", "4"],
        &["no sketch 4"],
    );
}

#[test]
fn hostile_files_are_answered() {
    let place = Workplace::new();
    let deep = "[".repeat(1 << 20);
    let files: [(&str, &[u8]); 6] = [
        ("deep.json", deep.as_bytes()),
        ("cut.npy", b"\x93NUMPY\x01\x00\xff\xff{"),
        ("zero.cad", &[0; 4096]),
        ("rows.csv", b"command,x\n99999999999999999999,1\n"),
        ("keys.json", b"{\"timeline\": [], \"entities\": {}}"),
        ("step.step", b"ISO-10303-21;"),
    ];
    for (name, bytes) in files {
        place.write(name, bytes);
        place.refuse(&["convert", name, "-o", "out.step"], &[name]);
    }
}

/// A ring of this many short lines.
fn ring(count: u32) -> String {
    let corner = |k: u32| {
        let turn = f64::from(k % count) / f64::from(count) * std::f64::consts::TAU;
        (5.0 * turn.cos(), 5.0 * turn.sin())
    };
    let lines = (0..count).map(|k| {
        let ((x0, y0), (x1, y1)) = (corner(k), corner(k + 1));
        format!("add_line({x0}, {y0}, {x1}, {y1})\n")
    });
    format!(
        "add_sketch(XY)\n{}add_extrude(0, 1, new)\n",
        lines.collect::<String>()
    )
}

#[test]
fn sketches_of_ten_thousand_curves_are_built() {
    let place = Workplace::new();
    place.write("ring.cad", ring(10_000));
    let start = Instant::now();
    place.succeed(&["convert", "ring.cad", "ring.stl", "ring.json"]);
    let report = place.json(&["check", "ring.cad", "--json"]);
    assert!(
        start.elapsed() < Duration::from_mins(1),
        "{:?}",
        start.elapsed()
    );
    let volume = report["volume"].as_f64().expect("a number");
    assert!(
        (volume - 25.0 * std::f64::consts::PI).abs() < 1e-4,
        "{volume}"
    );
}
