//! What the commands give for good input.

mod command_line;

use std::path::Path;

use command_line::{CYLINDER, Workplace, example};
use serde_json::json;

#[test]
fn picture_becomes_program_and_files() {
    let place = Workplace::new();
    let picture = example("cylinder.png");
    let picture = picture.to_str().expect("a path");
    let text = place.succeed(&["reconstruct", picture, "-o", "part.step", "--quantized"]);
    assert!(text.starts_with("# confidence 0."), "{text}");
    assert!(text.contains("\nadd_sketch(XY)\nadd_circle("), "{text}");
    assert!(
        text.contains("# on the 256 levels:\n# add_sketch(XY)\n"),
        "{text}"
    );
    assert!(place.read("part.step").starts_with(b"ISO-10303-21;"));
    place.write("printed.cad", &text);
    assert_eq!(
        place.json(&["check", "printed.cad", "--json"])["valid"],
        true
    );

    place.succeed(&["reconstruct", picture, "-o", "all/"]);
    for ending in [
        ".cad",
        ".step",
        ".stl",
        ".obj",
        ".glb",
        ".3mf",
        "-overlay.png",
    ] {
        assert!(!place.read(&format!("all/cylinder{ending}")).is_empty());
    }
    let overlay = image::load_from_memory(&place.read("all/cylinder-overlay.png")).expect("a PNG");
    let red = overlay
        .to_rgb8()
        .pixels()
        .filter(|pixel| pixel.0[0] > pixel.0[2] + 100)
        .count();
    assert!(red > 300, "{red} red pixels");
}

#[test]
fn json_holds_what_is_promised() {
    let place = Workplace::new();
    let picture = example("triangular-prism.png");
    let record = place.json(&["reconstruct", picture.to_str().expect("a path"), "--json"]);
    let matrix = record["matrix"].as_array().expect("rows");
    assert_eq!(
        (matrix.len(), &matrix[0]),
        (10, &json!([5, -1, -1, -1, -1, -1, -1]))
    );
    assert!(
        record["program"]
            .as_str()
            .is_some_and(|text| text.starts_with("add_sketch(XZ)"))
    );
    assert!(
        record["confidence"]
            .as_f64()
            .is_some_and(|value| (0.0..=1.0).contains(&value))
    );
    assert!(record["millis"].as_f64().is_some_and(|value| value > 0.0));
    assert!(record["candidates"][0]["score"].is_f64());
    assert_eq!(record["candidates"][0]["program"], record["program"]);
}

#[test]
fn failed_picture_does_not_stop_a_batch() {
    let place = Workplace::new();
    place.write("bad.png", "no picture");
    std::fs::copy(example("cylinder.png"), place.path("good.png")).expect("copied");
    let batch = ["reconstruct", "bad.png", "good.png", "-o", "parts"];
    let output = place.run(&batch);
    assert_eq!(output.status.code(), Some(1));
    let summary = String::from_utf8(output.stdout).expect("text");
    assert!(
        summary.contains("1 of 2 pictures reconstructed"),
        "{summary}"
    );
    assert!(place.path("parts/good.step").exists() && !place.path("parts/bad.step").exists());
    let output = place.run(&[&batch[..], &["--json"]].concat());
    let lines = String::from_utf8(output.stdout).expect("text");
    assert_eq!(lines.lines().count(), 2);
}

#[test]
fn all_examples_are_reconstructed() {
    let place = Workplace::new();
    let folder = example("");
    let arguments = [
        "evaluate",
        "--pictures",
        folder.to_str().expect("a path"),
        "--json",
    ];
    let report = place.json(&arguments);
    let fitted = &report["results"][1];
    assert_eq!(fitted["mode"], "with-fitting");
    assert_eq!(
        fitted["first_candidate"]["parsing_rate"]["value"], 1.0,
        "{fitted}"
    );
    let iou = fitted["first_candidate"]["iou_over_all"]["value"]
        .as_f64()
        .expect("a number");
    assert!(iou > 0.97, "{iou}");
}

#[test]
fn program_becomes_solids_and_pictures() {
    let place = Workplace::new();
    place.write("part.cad", CYLINDER);
    place.succeed(&[
        "build", "part.cad", "-o", "a.step", "a.stp", "a.stl", "a.OBJ", "a.glb",
    ]);
    assert_eq!(place.read("a.step"), place.read("a.stp"));
    assert!(place.read("a.glb").starts_with(b"glTF"));
    place.succeed(&[
        "build",
        "part.cad",
        "-o",
        "coarse.stl",
        "--tolerance",
        "0.1",
    ]);
    assert!(place.read("coarse.stl").len() < place.read("a.stl").len());
    for style in [
        "paper",
        "line",
        "shaded-edges",
        "photo",
        "viewer",
        "drawing",
    ] {
        place.succeed(&[
            "render", "part.cad", "-o", "a.png", "--style", style, "--size", "100",
        ]);
        let picture = image::load_from_memory(&place.read("a.png")).expect("a PNG");
        assert_eq!((picture.width(), picture.height()), (100, 100));
    }
    let left: Vec<String> = place
        .files()
        .into_iter()
        .filter(|name| name.contains("partial"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn check_measures_the_solid() {
    let place = Workplace::new();
    place.write(
        "part.cad",
        "add_sketch(XY)\nadd_circle(0, 0, 2.5)\nadd_extrude(0, -5, new)\n",
    );
    let report = place.json(&["check", "part.cad", "--json"]);
    let volume = report["volume"].as_f64().expect("a number");
    assert!((volume - 31.25 * std::f64::consts::PI).abs() < 1e-9);
    assert_eq!(report["box"], json!([[-2.5, -2.5, -5.0], [2.5, 2.5, 0.0]]));
    let center = report["center_of_mass"].as_array().expect("a point");
    for (found, expected) in center.iter().zip([0.0, 0.0, -2.5]) {
        assert!(
            found
                .as_f64()
                .is_some_and(|found| (found - expected).abs() < 1e-12)
        );
    }
    assert_eq!(report["matrix"][2], json!([3, -1, 128, 128, -1, 63, -1]));
    assert_eq!(report["is_canonical"], false);
    let text = place.succeed(&["check", "part.cad"]);
    assert!(
        text.starts_with("part.cad: valid\nbodies: 1\nvolume: 98.174770"),
        "{text}"
    );
}

#[test]
fn compare_knows_equivalence() {
    let place = Workplace::new();
    let triangle = |points: [&str; 3]| {
        let [a, b, c] = points;
        format!(
            "add_sketch(XY)\nadd_line({a}, {b})\nadd_line({b}, {c})\nadd_line({c}, {a})\nadd_extrude(2)"
        )
    };
    place.write("a.cad", triangle(["0, 0", "4, 0", "0, 4"]));
    place.write("b.cad", triangle(["0, 0", "0, 4", "4, 0"]));
    place.write("c.cad", triangle(["0, 0", "2.5, 0", "0, 4"]));
    let same = place.json(&["compare", "a.cad", "b.cad", "--json"]);
    assert_eq!(
        (&same["equivalent"], &same["matrix_differences"]),
        (&json!(true), &json!([]))
    );
    assert!(
        same["iou"]
            .as_f64()
            .is_some_and(|iou| (iou - 1.0).abs() < 1e-12)
    );
    let other = place.json(&["compare", "a.cad", "c.cad", "--json"]);
    assert_eq!(other["equivalent"], false);
    assert!(
        other["iou"]
            .as_f64()
            .is_some_and(|iou| (iou - 0.625).abs() < 1e-9)
    );
    let difference = json!([{ "row": 2, "variable": "x", "a": 179, "b": 160 }]);
    assert_eq!(other["matrix_differences"], difference);
}

#[test]
fn evaluation_reports_each_figure_with_its_population() {
    let place = Workplace::new();
    let drawn = ["evaluate", "--count", "11", "--rules", "without"];
    let report = place.json(&[&drawn[..], &["--json", "--worst", "2", "worst"]].concat());
    for result in report["results"].as_array().expect("modes") {
        let acp = &result["accuracies"]["acp"];
        for view in ["raw", "up_to_equivalence", "class_guesser"] {
            assert_eq!(acp[view]["total"], 11, "{view}");
        }
        assert_eq!(result["best_of_two"]["iou_over_all"]["total"], 11);
        assert_eq!(result["millis"]["total"], 11);
    }
    let worst = place.path("worst").read_dir().expect("a folder").count();
    assert!((4..=6).contains(&worst), "{worst} files");
    let text = place.succeed(&[&drawn[..], &["--no-fit"]].concat());
    assert!(
        text.contains("the network alone") && !text.contains("with fitting"),
        "{text}"
    );
}

#[test]
fn card_states_the_run_and_its_evaluation() {
    let place = Workplace::new();
    let weights = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../weights/locator");
    let run = ["card", "--run", weights.to_str().expect("a path")];
    let text = place.succeed(&run);
    for part in [
        "cadseq train --network locator --run runs/locator\n",
        "| pictures seen | ",
        "Not measured with these weights yet.",
    ] {
        assert!(text.contains(part), "no {part:?} in {text}");
    }
    let report = place.succeed(&["evaluate", "--count", "3", "--no-fit", "--json"]);
    place.write("report.json", report);
    let evaluation = ["--evaluation", "report.json", "-o", "card.md"];
    place.succeed(&[&run[..], &evaluation].concat());
    let card = String::from_utf8(place.read("card.md")).expect("text");
    assert!(card.contains("### 3 fresh programs"), "{card}");
    assert!(card.contains("| parsing rate | "), "{card}");
    place.write("other.json", "{}");
    let refused = [&run[..], &["--evaluation", "other.json"]].concat();
    place.refuse(&refused, &["other.json is no report"]);
    place.refuse(&["card", "--run", "nowhere"], &["nowhere/config.json"]);
}

#[test]
fn completions_are_for_this_program() {
    let place = Workplace::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            place
                .succeed(&["completions", shell])
                .contains("reconstruct"),
            "{shell}"
        );
    }
}
