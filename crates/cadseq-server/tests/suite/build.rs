//! `/api/build`: solids, edits, faults with their places.

use serde_json::{Value, json};

use crate::snapshot;
use crate::workbench::{PLATE, Workbench};

async fn build(workbench: &Workbench, text: &str) -> Value {
    let reply = workbench.post("/api/build", &json!({ "text": text })).await;
    reply.success()
}

#[tokio::test]
async fn a_solid_word_for_word() {
    let workbench = Workbench::new();
    let request = json!({"text": PLATE, "tolerance": 0.2});
    let mut answer = workbench.post("/api/build", &request).await.success();
    answer["millis"] = json!("milliseconds");
    snapshot::check("build", &answer);
    let volume = answer["measures"]["volume"].as_f64().expect("a volume");
    assert!((volume - (24.0 - 2.0 * std::f64::consts::PI)).abs() < 1e-9);
}

#[tokio::test]
async fn meshes_are_closed_and_name_their_faces() {
    let workbench = Workbench::new();
    let answer = build(&workbench, PLATE).await;
    let mesh = &answer["mesh"];
    let list = |name: &str| mesh[name].as_array().expect("a list");
    let corners: Vec<u64> = list("triangles").iter().filter_map(Value::as_u64).collect();
    assert_eq!(corners.len() % 3, 0);
    assert_eq!(list("triangle_faces").len(), corners.len() / 3);
    let count = list("positions").len() / 3;
    let mut halves = std::collections::BTreeSet::new();
    for triangle in corners.chunks(3) {
        for side in 0..3 {
            let (from, to) = (triangle[side], triangle[(side + 1) % 3]);
            assert!((from as usize) < count && halves.insert((from, to)));
        }
    }
    assert!(
        halves
            .iter()
            .all(|&(from, to)| halves.contains(&(to, from)))
    );
    let hole = list("faces")
        .iter()
        .find(|face| face["surface"] == "cylinder");
    assert_eq!(hole.expect("the hole")["origins"], json!(["side(1, 0)"]));
    for edge in list("edges") {
        let corners = edge.as_array().expect("corners");
        assert!(
            corners
                .iter()
                .all(|c| (c.as_u64().expect("an index") as usize) < count)
        );
    }
}

#[tokio::test]
async fn an_edit_keeps_what_is_before_it_and_changes_what_follows() {
    let workbench = Workbench::new();
    let first = build(&workbench, PLATE).await;
    assert_eq!(first["reused_operations"], 0);
    let edited = PLATE.replace("1.5, 1)", "1.5, 0.5)");
    let second = build(&workbench, &edited).await;
    assert_eq!(second["reused_operations"], 6);
    let volume = second["measures"]["volume"].as_f64().expect("a volume");
    assert!((volume - (24.0 - 0.5 * std::f64::consts::PI)).abs() < 1e-9);
    let again = build(&workbench, &edited).await;
    assert_eq!(again["reused_operations"], 9);
    assert_eq!(again["mesh"], second["mesh"]);
    assert_eq!(
        workbench.metric("cadseq_operations_reused_total").await,
        15.0
    );
}

#[tokio::test]
async fn json_programs_are_the_same_programs() {
    let workbench = Workbench::new();
    let by_text = build(&workbench, PLATE).await;
    let request = json!({ "program": by_text["program"] });
    let by_json = workbench.post("/api/build", &request).await.success();
    assert_eq!(by_json["text"], by_text["text"]);
    assert_eq!(by_json["mesh"], by_text["mesh"]);
}

#[tokio::test]
async fn nothing_left_is_no_error() {
    let workbench = Workbench::new();
    let all = "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0, 2)\nadd_extrude(0, 2, cut)\n";
    let answer = build(&workbench, all).await;
    assert_eq!(answer["measures"], Value::Null);
    assert_eq!(
        (&answer["bodies"], &answer["mesh"]["positions"]),
        (&json!(0), &json!([]))
    );
    let note = answer["notes"][0].as_str().expect("a note");
    assert!(note.contains("nothing is left"), "{note}");
}

#[tokio::test]
async fn faults_have_their_places() {
    let workbench = Workbench::new();
    let fault = async |request: Value, status: u16, expected: Value, message: &str| {
        let reply = workbench.post("/api/build", &request).await;
        let found = reply.refusal(status);
        assert!(found.contains(message), "{found}");
        let error = &reply.json()["error"];
        let place = ["line", "column", "operation"].map(|key| error[key].clone());
        assert_eq!(json!(place), expected, "{found}");
    };
    let text = |text: &str| json!({ "text": text });
    let circle = "# a part\nadd_sketch(XY)\nadd_circel(0, 0, 1)";
    fault(text(circle), 422, json!([3, 1, null]), "add_circel").await;
    fault(text(""), 422, json!([1, 1, null]), "empty").await;
    let open = "# a part\n\nadd_sketch(XY)\nadd_line(0, 0, 1, 0)\nadd_extrude(0, 1)";
    fault(text(open), 422, json!([3, null, 0]), "enclose no area").await;
    let missing = "# a part\n\nadd_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(7, 1)";
    let profile = "profile 7 does not exist";
    fault(text(missing), 422, json!([5, null, 2]), profile).await;
    let program = json!({"schema": "cadseq-program/1", "operations": [
        {"op": "add_sketch", "plane": "XY"},
        {"op": "add_circle", "center": [0, 0], "radius": 1},
        {"op": "add_extrude", "profiles": [7], "extent": {"one_side": 1}, "operation": "new"},
    ]});
    let program = json!({ "program": program });
    fault(program, 422, json!([null, null, 2]), profile).await;
    let old = json!({"schema": "cadseq-program/0", "operations": []});
    fault(
        json!({ "program": old }),
        422,
        json!([null, null, null]),
        "cadseq-program/0",
    )
    .await;
    let nowhere = json!([null, null, null]);
    fault(json!({}), 400, nowhere.clone(), "either").await;
    fault(
        json!({"text": PLATE, "program": {}}),
        400,
        nowhere.clone(),
        "either",
    )
    .await;
    fault(json!({"txt": PLATE}), 400, nowhere.clone(), "txt").await;
    for tolerance in [0.0, -1.0, 1e-9] {
        let request = json!({"text": PLATE, "tolerance": tolerance});
        fault(request, 422, nowhere.clone(), "give at least 5.4e-5").await;
    }
}

#[tokio::test]
async fn large_parts_get_a_tolerance_that_suits_them() {
    let workbench = Workbench::new();
    let tower = "add_sketch(XY)\nadd_circle(0, 0, 50000)\nadd_extrude(0, 1)";
    let answer = build(&workbench, tower).await;
    let triangles = answer["mesh"]["triangles"].as_array().expect("triangles");
    assert!(triangles.len() < 10_000, "{}", triangles.len());
}
