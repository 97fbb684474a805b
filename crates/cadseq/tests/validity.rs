//! Whether a program builds is said once: every command says the same of the programs in `tests/validity`.

mod command_line;

use cadseq_evaluation::{Evaluation, Prediction};
use command_line::{CYLINDER, Workplace};
use serde::Deserialize;
use serde_json::{Value, json};

/// A program with what is known of it.
#[derive(Debug, Deserialize)]
struct Known {
    name: String,
    program: String,
    builds: bool,
    #[serde(default)]
    volume: f64,
    #[serde(default)]
    bodies: usize,
}

fn programs() -> Vec<Known> {
    let text = include_str!("../../../tests/validity/programs.json");
    serde_json::from_str(text).expect("programs")
}

#[test]
fn check_says_what_builds() {
    let place = Workplace::new();
    for known in programs() {
        place.write("it.cad", &known.program);
        let output = place.run(&["check", "it.cad", "--json"]);
        assert_eq!(output.status.success(), known.builds, "{}", known.name);
        let said: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(said["valid"], known.builds, "{}", known.name);
        if known.builds {
            let error = said["volume"].as_f64().expect("a volume") - known.volume;
            assert!(error.abs() < 1e-4, "{}: {error}", known.name);
            assert_eq!(said["bodies"], known.bodies, "{}", known.name);
        }
    }
}

#[test]
fn evaluation_says_the_same_of_predictions() {
    let programs = programs();
    let prediction = |(known, index): (&Known, u64)| Prediction {
        index,
        truth: CYLINDER.to_owned(),
        matrix: None,
        program: Some(known.program.clone()),
    };
    let predictions: Vec<_> = programs.iter().zip(0..).map(prediction).collect();
    let evaluation = Evaluation::of(&predictions, 3, || ()).expect("judged");
    for (known, judged) in programs.iter().zip(&evaluation.judged) {
        assert_eq!(judged.iou.is_some(), known.builds, "{}", known.name);
        assert_eq!(judged.mse.is_some(), known.builds, "{}", known.name);
        if known.builds && known.bodies == 0 {
            assert_eq!(judged.iou, Some(0.0), "{}", known.name);
        }
    }
}

#[test]
fn a_report_says_the_same_of_a_run() {
    let place = Workplace::new();
    let programs = programs();
    let provenance = json!({
        "name": "odd", "title": "Odd programs", "method": "by hand", "scale": "tiny", "command": "none",
        "seed": 1, "commit": "", "hardware": "none", "population": "odd programs", "stages": [],
    });
    let line = |(known, index): (&Known, usize)| {
        let program = &known.program;
        let line = json!({"index": index, "truth": CYLINDER, "matrix": null, "program": program});
        line.to_string() + "\n"
    };
    let lines: String = programs.iter().zip(0..).map(line).collect();
    std::fs::create_dir(place.path("odd")).expect("a folder");
    place.write("odd/run.json", provenance.to_string());
    place.write("odd/predictions.jsonl", lines);
    place.succeed(&["report", "odd", "-o", "report"]);
    let table = String::from_utf8(place.read("report/tables/programs.csv")).expect("text");
    for (known, row) in programs.iter().zip(table.lines().skip(1)) {
        let iou = row.split(',').nth(4).expect("a column");
        assert_eq!(!iou.is_empty(), known.builds, "{}: {row}", known.name);
    }
}

#[test]
fn evaluate_takes_as_truths_what_builds() {
    let place = Workplace::new();
    place.write("cylinder.cad", CYLINDER);
    place.succeed(&["render", "cylinder.cad", "-o", "cylinder.png"]);
    let picture = place.read("cylinder.png");
    let programs = programs();
    let (good, bad): (Vec<_>, Vec<_>) = programs.iter().partition(|known| known.builds);
    std::fs::create_dir(place.path("good")).expect("a folder");
    for (number, known) in good.iter().enumerate() {
        place.write(&format!("good/{number}.cad"), &known.program);
        place.write(&format!("good/{number}.png"), &picture);
    }
    let report = place.json(&["evaluate", "--pictures", "good", "--no-fit", "--json"]);
    let overlap = &report["results"][0]["first_candidate"]["iou_over_all"];
    assert_eq!(overlap["total"], good.len());
    for (number, known) in bad.iter().enumerate() {
        let folder = format!("bad{number}");
        std::fs::create_dir(place.path(&folder)).expect("a folder");
        place.write(&format!("{folder}/it.cad"), &known.program);
        place.write(&format!("{folder}/it.png"), &picture);
        place.refuse(
            &["evaluate", "--pictures", &folder, "--no-fit"],
            &["it.png needs its program beside it"],
        );
    }
}
