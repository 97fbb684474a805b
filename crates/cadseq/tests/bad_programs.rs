//! Program texts that are none, and places where nothing can be written.

mod command_line;

use command_line::{CYLINDER, Workplace};

#[test]
fn nothing_is_written_over_what_is_read_or_read_only() {
    let place = Workplace::new();
    place.write("part.cad", CYLINDER);
    for output in ["part.cad", "./part.cad"] {
        place.refuse(
            &["build", "part.cad", "-o", output],
            &["part.cad is itself read", "another name"],
        );
    }
    #[cfg(unix)]
    {
        let link = place.path("link.cad");
        std::os::unix::fs::symlink(place.path("part.cad"), link).expect("linked");
        place.refuse(
            &["build", "link.cad", "-o", "part.cad"],
            &["part.cad is itself read"],
        );
    }
    place.write("old.step", "precious");
    let old = place.path("old.step");
    let mut permissions = std::fs::metadata(&old).expect("there").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&old, permissions).expect("set");
    place.refuse(
        &["build", "part.cad", "-o", "old.step"],
        &["old.step cannot be written", "read-only"],
    );
    assert_eq!(place.read("old.step"), b"precious");
}

#[test]
fn texts_of_other_systems_are_read_and_drawings_named() {
    let place = Workplace::new();
    place.write("cr.cad", CYLINDER.replace('\n', "\r"));
    let marked = format!("\u{feff}{CYLINDER}");
    let utf16 = marked.encode_utf16().flat_map(u16::to_le_bytes);
    place.write("utf16.cad", utf16.collect::<Vec<u8>>());
    for file in ["cr.cad", "utf16.cad"] {
        let volume = place.json(&["check", file, "--json"])["volume"].as_f64();
        assert!((volume.expect(file) - 98.0 * std::f64::consts::PI).abs() < 1e-9);
    }
    place.write("plate.dxf", "0\nSECTION\n");
    place.refuse(
        &["check", "plate.dxf"],
        &["plate.dxf", "DXF", "written but not read"],
    );
}

#[test]
fn faulty_texts_are_told_with_their_place() {
    let million_lines = "add_line(0, 0, 1, 1)\n".repeat(1_000_000);
    let many_lines = format!("add_sketch(XY)\n{}", "add_line(0,0,1,1)\n".repeat(200_000));
    let circle =
        |parameters: &str| format!("add_sketch(XY)\nadd_circle({parameters})\nadd_extrude(1)");
    let cases: [(String, &[&str]); 14] = [
        (String::new(), &["empty", "give another"]),
        ("# nothing\n".into(), &["line 1", "it needs a sketch"]),
        (
            "add_sketch(XY)\nadd_sphere(1)".into(),
            &["line 2, column 1", "add_sphere", "expected one of"],
        ),
        (
            circle("NaN, 0, 1"),
            &["line 2", "NaN", "finite decimal number such as"],
        ),
        (
            circle("0, inf, 1"),
            &["line 2", "inf", "finite decimal number such as"],
        ),
        (
            circle("0, 0, 1e308"),
            &["line 2", "1e308", "write a number from"],
        ),
        (circle("0, 0, 1e999"), &["line 2", "1e999"]),
        (
            circle("0, 0"),
            &["line 2", "2 parameter(s)", "add_circle(cx, cy, r)"],
        ),
        (circle("0, 0, 1, 2, 3"), &["line 2", "5 parameter(s)"]),
        (circle("0, 0, -1"), &["line 2", "r = "]),
        (million_lines, &["bytes; at most 4194304 are read"]),
        (many_lines, &["too many operations", "at most 20000"]),
        (
            "add_sketch(XY)\nadd_line(0, 0, 1, 0)\nadd_line(1, 0, 1, 1)\nadd_extrude(1)".into(),
            &["operation 1", "enclose no area", "nearest loose end"],
        ),
        (
            "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0, 0, new)".into(),
            &["operation 3", "must be further apart"],
        ),
    ];
    for (text, expected) in cases {
        let place = Workplace::new();
        place.write("part.cad", &text);
        let expected = [&["part.cad"], expected].concat();
        place.refuse(
            &["build", "part.cad", "-o", "part.step", "part.glb"],
            &expected,
        );
        place.refuse(&["render", "part.cad", "-o", "part.png"], &expected);
        place.refuse(&["check", "part.cad"], &expected);
        place.refuse(&["compare", "part.cad", "part.cad"], &expected);
        let output = place.run(&["check", "part.cad", "--json"]);
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(
            (output.status.code(), &report["valid"]),
            (Some(1), &false.into())
        );
    }
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let place = Workplace::new();
    place.write("part.cad", [0xff, 0x00, 0x80]);
    place.refuse(
        &["check", "part.cad"],
        &["part.cad", "no UTF-8 text", "position 0"],
    );
    place.refuse(&["check", "."], &["this is a folder", "give the files"]);
    place.refuse(
        &["check", "none.cad"],
        &["none.cad", "check that the path is right"],
    );
}

#[test]
fn unwritable_outputs_are_refused() {
    let place = Workplace::new();
    place.write("part.cad", CYLINDER);
    place.write("file", "not a folder");
    for output in ["none/part.step", "file/part.step"] {
        place.refuse(
            &["build", "part.cad", "-o", output],
            &[output, "cannot be written", "; "],
        );
    }
    place.refuse(
        &["render", "part.cad", "-o", "none/part.png"],
        &["none/part.png", "; "],
    );
    place.refuse(
        &["synth", "-o", "file/data", "--count", "1"],
        &["file/data", "; "],
    );
    place.refuse(&["train", "--run", "file/run"], &["file/run", "; "]);
    std::fs::create_dir(place.path("part.stl")).expect("a folder");
    place.refuse(
        &["build", "part.cad", "-o", "part.stl"],
        &["part.stl is a folder", "add a file name"],
    );
    place.refuse(
        &["build", "part.cad", "-o", "part.step", "part.xyz"],
        &["part.xyz", "use .cad", ".step"],
    );
    place.refuse(
        &["build", "part.cad", "-o", "part"],
        &["part", "such as .step"],
    );
    place.refuse(
        &["render", "part.cad", "-o", "part.jpg"],
        &["part.jpg", "end the name with .png"],
    );
}

#[test]
fn solids_out_of_sight_are_refused() {
    let place = Workplace::new();
    place.write(
        "far.cad",
        "add_sketch(XY)\nadd_circle(900, 900, 1)\nadd_extrude(1)",
    );
    place.refuse(
        &["render", "far.cad", "-o", "far.png"],
        &["far.cad", "does not see", "keep"],
    );
}

#[test]
fn unusable_arguments_end_with_2() {
    let place = Workplace::new();
    let cases: [&[&str]; 8] = [
        &[],
        &["explode"],
        &["reconstruct"],
        &["reconstruct", "a.png", "--candidates", "0"],
        &["build", "a.cad", "-o", "a.stl", "--tolerance", "0"],
        &["render", "a.cad", "-o", "a.png", "--style", "oil"],
        &["synth", "-o", "data", "--shard", "3/2"],
        &["train", "--run", "run", "--phases", "0x128x64"],
    ];
    for arguments in cases {
        assert_eq!(place.run(arguments).status.code(), Some(2), "{arguments:?}");
    }
    assert!(place.files().is_empty());
}

#[test]
fn rules_and_weights_that_are_none_are_refused() {
    let place = Workplace::new();
    place.write(
        "rules.toml",
        "[[limit]]\nname = 'n'\nquantity = 'colour'\nreason = ''\n",
    );
    place.write("weights", "not weights");
    place.write("part.cad", CYLINDER);
    place.refuse(
        &["synth", "-o", "d", "--rules", "rules.toml"],
        &["rules.toml", "colour"],
    );
    place.refuse(
        &["synth", "-o", "d", "--rules", "some"],
        &["--rules some", "neither with"],
    );
    let weights = ["reconstruct", "a.png", "--weights", "weights"];
    place.refuse(
        &weights,
        &["weights", "train again or take the built-in ones"],
    );
    place.refuse(
        &["train", "--run", "r", "--device", "gpu"],
        &["--device gpu", "use --device cpu"],
    );
}
