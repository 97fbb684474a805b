//! `cadseq report`: from folders of runs to one page.

mod command_line;

use command_line::{CYLINDER, Workplace};
use serde_json::json;

/// The cylinder in the paper's matrix.
const MATRIX: [[i16; 7]; 10] = {
    const END: [i16; 7] = [6, -1, -1, -1, -1, -1, -1];
    [
        [5, -1, -1, -1, -1, -1, -1],
        [0, 0, -1, -1, -1, -1, -1],
        [3, -1, 128, 128, -1, 89, -1],
        [4, -1, -1, -1, -1, -1, 230],
        END,
        END,
        END,
        END,
        END,
        END,
    ]
};

/// Writes a run that predicts the first of two cylinders and nothing for the second.
fn write_run(place: &Workplace, name: &str) {
    let provenance = json!({
        "name": name, "title": format!("Run <{name}>"), "method": "by hand", "scale": "tiny",
        "command": "none", "seed": 1, "commit": "", "hardware": "none", "population": "two cylinders",
        "stages": [{"name": "writing", "seconds": 1.5}],
    });
    let lines = [
        json!({"index": 0, "truth": CYLINDER, "matrix": MATRIX}),
        json!({"index": 1, "truth": CYLINDER, "matrix": null}),
    ];
    std::fs::create_dir(place.path(name)).expect("a folder");
    place.write(&format!("{name}/run.json"), provenance.to_string());
    let lines = lines.map(|line| line.to_string() + "\n").concat();
    place.write(&format!("{name}/predictions.jsonl"), lines);
}

#[test]
fn runs_become_a_page_with_tables_and_plots() {
    let place = Workplace::new();
    write_run(&place, "one");
    write_run(&place, "two");
    let answer = place.succeed(&["report", "one", "two", "-o", "out/report"]);
    assert_eq!(answer, "out/report/index.html\n");
    let page = String::from_utf8(place.read("out/report/index.html")).expect("text");
    assert!(page.contains("Run &lt;one&gt;") && page.contains("Run &lt;two&gt;"));
    let solids = String::from_utf8(place.read("out/report/tables/solids.csv")).expect("text");
    assert!(
        solids.contains("\n1-one,parsing-rate,0.5,0.5,1,2,"),
        "{solids}"
    );
    assert!(place.read("out/report/plots/iou.svg").starts_with(b"<svg"));

    place.succeed(&["report", "two", "-o", "out/report"]);
    let page = String::from_utf8(place.read("out/report/index.html")).expect("text");
    assert!(
        !page.contains("&lt;one&gt;"),
        "the older report is replaced"
    );
    assert_eq!(place.files(), ["one", "out", "two"]);
}

#[test]
fn evaluations_come_as_json_too() {
    let place = Workplace::new();
    write_run(&place, "one");
    let found = place.json(&["report", "one", "--json"]);
    let run = &found["runs"][0];
    assert_eq!(run["provenance"]["name"], "one");
    assert_eq!(run["evaluation"]["programs"], 2);
    assert_eq!(run["evaluation"]["solids"]["parsing_rate"]["value"], 0.5);
    assert_eq!(place.files(), ["one"]);
}

#[test]
fn what_is_no_run_and_what_is_no_report_is_refused() {
    let place = Workplace::new();
    write_run(&place, "one");
    place.refuse(
        &["report", "missing", "-o", "out"],
        &["missing", "run.json"],
    );
    place.write("one/notes.txt", "mine");
    place.refuse(
        &["report", "one", "-o", "one"],
        &["one holds notes.txt", "choose another folder"],
    );
    place.write("file", "");
    place.refuse(&["report", "one", "-o", "file"], &["file is a file"]);
    place.write("one/predictions.jsonl", "{}\n");
    place.refuse(
        &["report", "one", "-o", "out"],
        &["predictions.jsonl, line 1"],
    );
}
