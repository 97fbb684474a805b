//! The protocol in process: commands in, answers out.

mod client;

use client::Client;
use serde_json::{Value, json};

const SQUARE: [[f64; 2]; 5] = [
    [0.0, 0.0],
    [10.0, 0.0],
    [10.0, 10.0],
    [0.0, 10.0],
    [0.0, 0.0],
];

fn square(client: &mut Client, side: f64) -> (String, String) {
    let sketch = client.data("add_sketch", json!({"sketch_plane": "XY"}));
    let name = sketch["sketch_name"].as_str().expect("a name").to_owned();
    let mut profiles = Value::Null;
    for pair in SQUARE.windows(2) {
        let point =
            |[x, y]: [f64; 2]| json!({"x": x / 10.0 * side, "y": y / 10.0 * side, "z": 0.0});
        let line = json!({"sketch_name": name, "pt1": point(pair[0]), "pt2": point(pair[1])});
        profiles = client.data("add_line", line)["profiles"].clone();
    }
    let profile = profiles.as_object().and_then(|it| it.keys().next());
    (name, profile.expect("a profile").clone())
}

fn extrude(client: &mut Client, (sketch, profile): (String, String), distance: f64) -> Value {
    let data = json!({
        "sketch_name": sketch, "profile_id": profile, "distance": distance,
        "operation": "JoinFeatureOperation",
    });
    client.data("add_extrude", data)
}

#[test]
fn what_has_no_data_answers_without() {
    let mut client = Client::new();
    for command in ["ping", "refresh", "clear", "detach"] {
        let (status, body) = client.ask(&json!({"command": command}));
        let message = format!("Success processing {command} command");
        assert_eq!(
            (status, body),
            (200, json!({"status": 200, "message": message}))
        );
    }
}

#[test]
fn failures_have_a_reason() {
    let mut client = Client::new();
    client.fails("jump", json!({}), "due to Unknown command");
    client.fails("add_line", Value::Null, "due to data not specified");
    client.fails(
        "add_sketch",
        json!({"sketch_plane": "UV"}),
        "UV is not XY, XZ or YZ",
    );
    client.fails(
        "add_sketch",
        json!({"sketch_plane": 7}),
        "no planar face with the number 7",
    );
    let line = json!({"sketch_name": "Sketch1", "pt1": {"x": 0}, "pt2": {"x": 0, "y": 0}});
    client.fails("add_line", line, "pt1: missing field `y`");
    client.fails(
        "mesh",
        json!({"file": "a.off"}),
        "must end with .obj or .stl",
    );
    client.fails("mesh", json!({"file": "a.stl"}), "there is no body");
    client.fails("brep", json!({"file": "a.smt"}), "Autodesk's own");
    client.fails("revert_to_target", Value::Null, "Target not set");
    let (status, _) = client.ask(&json!({"data": {}}));
    assert_eq!(status, 400);
}

#[test]
fn a_square_becomes_a_box() {
    let mut client = Client::new();
    let drawn = square(&mut client, 10.0);
    assert_eq!(drawn.1.len(), 36);
    let answer = extrude(&mut client, drawn, 5.0);
    let faces = answer["extrude"]["faces"].as_array().expect("faces");
    assert_eq!(faces.len(), 6);
    let count = |location| {
        let at = |face: &&Value| face["location_in_feature"] == location;
        faces.iter().filter(at).count()
    };
    assert_eq!(
        (count("StartFace"), count("SideFace"), count("EndFace")),
        (1, 4, 1)
    );
    assert!(
        faces
            .iter()
            .all(|face| face["vertices"].as_array().map(Vec::len) == Some(4))
    );
    assert_eq!(
        answer["bounding_box"]["max_point"],
        json!({"type": "Point3D", "x": 10.0, "y": 10.0, "z": 5.0})
    );
    let graph = &answer["graph"];
    assert_eq!(graph["nodes"].as_array().map(Vec::len), Some(6));
    assert_eq!(graph["links"].as_array().map(Vec::len), Some(12));
    let mask = graph["nodes"][0]["trimming_mask"]
        .as_array()
        .expect("a mask");
    assert!(mask.len() == 100 && mask.iter().all(|it| *it == 1));
    assert_eq!(answer.get("iou"), None);
}

#[test]
fn sketches_lie_on_faces_by_number_and_by_point() {
    let mut client = Client::new();
    let drawn = square(&mut client, 10.0);
    let answer = extrude(&mut client, drawn, 10.0);
    let faces = answer["extrude"]["faces"].as_array().expect("faces");
    let end = faces
        .iter()
        .find(|face| face["location_in_feature"] == "EndFace");
    let number = &end.expect("an end")["face_id"];
    client.data("add_sketch", json!({"sketch_plane": number}));
    let side = client.data(
        "add_sketch",
        json!({"sketch_plane": {"x": 10.0, "y": 5.0, "z": 5.0}}),
    );
    let name = side["sketch_name"].clone();
    let circle = json!({
        "sketch_name": name, "pt": {"x": 10.0, "y": 5.0, "z": 5.0}, "radius": 2.0, "transform": "world",
    });
    let drawn = client.data("add_circle", circle);
    let profile = drawn["profiles"]
        .as_object()
        .and_then(|it| it.keys().next())
        .expect("a profile");
    let cut = json!({
        "sketch_name": name, "profile_id": profile, "distance": -10.0, "operation": "CutFeatureOperation",
    });
    let answer = client.data("add_extrude", cut);
    let made = answer["extrude"]["faces"].as_array().expect("faces");
    assert_eq!(made.len(), 1);
    assert_eq!(made[0]["surface_type"], "CylinderSurfaceType");
    let graph = client.data(
        "graph",
        json!({"format": "PerExtrude", "sequence": false, "labels": true}),
    );
    let nodes = graph["graph"]["nodes"].as_array().expect("nodes");
    let hole = nodes
        .iter()
        .find(|node| node["surface_type"] == "CylinderSurfaceType")
        .expect("a hole");
    let near = |value: &Value, expected: f64| {
        assert!(
            (value.as_f64().expect("a number") - expected).abs() < 1e-9,
            "{value} {expected}"
        );
    };
    near(&hole["area"], std::f64::consts::PI * 4.0 * 10.0);
    near(&hole["max_curvature"], 0.5);
    assert_eq!(hole["operation_label"], "CutFeatureOperation");
    assert_eq!(hole["reversed"], true);
    check_rims(&graph, near);
}

/// The two faces that a hole of radius 2 leads through, and its rims.
fn check_rims(graph: &Value, near: impl Fn(&Value, f64)) {
    let nodes = graph["graph"]["nodes"].as_array().expect("nodes");
    let drilled = nodes
        .iter()
        .filter(|node| node["normal_x"].as_f64().map(f64::abs) == Some(1.0));
    for side in drilled {
        near(&side["area"], 100.0 - std::f64::consts::PI * 4.0);
    }
    let links = graph["graph"]["links"].as_array().expect("links");
    let rims = links
        .iter()
        .filter(|link| link["curve_type"] == "Circle3DCurveType");
    let rims: Vec<_> = rims.collect();
    assert_eq!(rims.len(), 2);
    near(&rims[0]["length"], std::f64::consts::PI * 4.0);
    assert_eq!(rims[0]["convexity"], "Convex");
}

#[test]
fn masks_say_where_the_body_is() {
    let mut client = Client::new();
    let sketch = client.data("add_sketch", json!({"sketch_plane": "XY"}));
    let name = sketch["sketch_name"].clone();
    let mut drawn = Value::Null;
    for radius in [1.0, 3.0] {
        let circle = json!({"sketch_name": name, "pt": {"x": 0, "y": 0}, "radius": radius});
        drawn = client.data("add_circle", circle);
    }
    let profiles = drawn["profiles"].as_object().expect("profiles");
    assert_eq!(profiles.len(), 2);
    let ring = profiles
        .iter()
        .find(|(_, it)| it["loops"].as_array().map(Vec::len) == Some(2));
    let ring = ring.expect("a ring").0;
    let data = json!({
        "sketch_name": name, "profile_id": ring, "distance": 1.0, "operation": "CutFeatureOperation",
    });
    let graph = client.data("add_extrude", data)["graph"].clone();
    for node in graph["nodes"].as_array().expect("nodes") {
        let points = node["points"].as_array().expect("points");
        let mask = node["trimming_mask"].as_array().expect("a mask");
        for (point, inside) in points.chunks(3).zip(mask) {
            let [x, y] = [0, 1].map(|k: usize| point[k].as_f64().expect("a number"));
            let radius = (x * x + y * y).sqrt();
            let expected = radius > 1.0 - 1e-6 && radius < 3.0 + 1e-6;
            assert_eq!(*inside == 1, expected, "{point:?}");
        }
    }
}

#[test]
fn a_failed_command_changes_nothing() {
    let mut client = Client::new();
    let (sketch, profile) = square(&mut client, 4.0);
    extrude(&mut client, (sketch.clone(), profile.clone()), 1.0);
    let before = client.data(
        "graph",
        json!({"format": "PerFace", "sequence": false, "labels": true}),
    );
    let far = json!({
        "sketch_name": sketch, "profile_id": profile, "distance": 1e30, "operation": "JoinFeatureOperation",
    });
    client.fails("add_extrude", far, "must be");
    let nothing = json!({"sketch_name": sketch, "pt": {"x": 0, "y": 0}, "radius": 0});
    client.fails("add_circle", nothing, "no length");
    let off = json!({"sketch_name": sketch, "pt": {"x": 0, "y": 0, "z": 1}, "radius": 1});
    client.fails("add_circle", off, "1 cm off the plane");
    let after = client.data(
        "graph",
        json!({"format": "PerFace", "sequence": false, "labels": true}),
    );
    assert_eq!(before, after);
    extrude(&mut client, (sketch, profile), 2.0);
}

#[test]
fn a_target_is_reached_face_by_face() {
    let mut client = Client::new();
    let drawn = square(&mut client, 2.0);
    extrude(&mut client, drawn, 3.0);
    let step = client.file("brep", json!({"file": "box.step"}));
    let text = String::from_utf8(step).expect("text");
    let target = client.data("set_target", json!({"file": "box.step", "file_data": text}));
    let nodes = target["graph"]["nodes"].as_array().expect("nodes").clone();
    let normal =
        |node: &Value| [0, 1, 2].map(|k: usize| node["normals"][k].as_f64().expect("a number"));
    let named = |wanted: [f64; 3]| {
        let node = nodes.iter().find(|node| normal(node) == wanted);
        node.expect("a face")["id"].clone()
    };
    let (up, down, side) = (
        named([0.0, 0.0, 1.0]),
        named([0.0, 0.0, -1.0]),
        named([1.0, 0.0, 0.0]),
    );
    let action = |start: &Value, end: &Value, operation: &str| json!({"start_face": start, "end_face": end, "operation": operation});
    let command = "add_extrude_by_target_face";
    client.fails(
        command,
        action(&up, &side, "NewBodyFeatureOperation"),
        "not parallel to start face",
    );
    client.fails(
        command,
        action(&up, &up, "NewBodyFeatureOperation"),
        "coplanar to start face",
    );
    client.fails(
        command,
        action(&up, &down, "CutFeatureOperation"),
        "no body to cut",
    );
    let answer = client.data(command, action(&up, &down, "NewBodyFeatureOperation"));
    let iou = answer["iou"].as_f64().expect("a number");
    assert!((iou - 1.0).abs() < 1e-4, "{iou}");
    let reverted = client.data("revert_to_target", Value::Null);
    assert_eq!(reverted, target);
}

#[test]
fn sequences_are_archives() {
    let mut client = Client::new();
    let drawn = square(&mut client, 2.0);
    extrude(&mut client, drawn, 3.0);
    for format in ["PerFace", "PerExtrude"] {
        let request =
            json!({"format": format, "sequence": true, "labels": true, "file": "box.json"});
        let bytes = client.file("graph", request);
        let holds = |name: &str| bytes.windows(name.len()).any(|it| it == name.as_bytes());
        assert!(holds("box_0000.json"));
        assert_eq!(holds("box_sequence.json"), format == "PerFace");
    }
    for name in ["../box.json", "a/b.json", ".json", "box.txt", "..\\b.json"] {
        let request = json!({"format": "PerFace", "sequence": true, "labels": false, "file": name});
        let (status, _) = client.ask(&json!({"command": "graph", "data": request}));
        assert_eq!(status, 500, "{name}");
    }
    for format in [".png", ".dxf"] {
        let bytes = client.file("sketches", json!({"format": format}));
        let name = format!("Sketch1{format}");
        assert!(bytes.windows(name.len()).any(|it| it == name.as_bytes()));
    }
    let picture = client.file(
        "screenshot",
        json!({"file": "a.png", "width": 64, "height": 32}),
    );
    assert_eq!(picture[..4], *b"\x89PNG");
    assert_eq!(picture[16..24], [0, 0, 0, 64, 0, 0, 0, 32]);
}

/// A pin of radius 1 and length 2 in the text of Autodesk's kernel, written for this test. Its side may point inward
/// and be reversed, which is the same.
fn pin(side: &str, cosine: &str) -> String {
    let records = [
        "asmheader $-1 -1 @13 226.3.0.65535".to_owned(),
        "body $-1 -1 $-1 $2 $-1 $19".to_owned(),
        "lump $-1 -1 $-1 $-1 $3 $1".to_owned(),
        "shell $-1 -1 $-1 $-1 $-1 $4 $-1 $2".to_owned(),
        "face $-1 -1 $-1 $5 $7 $3 $-1 $20 forward single".to_owned(),
        "face $-1 -1 $-1 $6 $8 $3 $-1 $21 forward single".to_owned(),
        format!("face $-1 -1 $-1 $-1 $9 $3 $-1 $22 {side} single"),
        "loop $-1 -1 $-1 $-1 $11 $4".to_owned(),
        "loop $-1 -1 $-1 $-1 $12 $5".to_owned(),
        "loop $-1 -1 $-1 $10 $13 $6".to_owned(),
        "loop $-1 -1 $-1 $-1 $14 $6".to_owned(),
        "coedge $-1 -1 $-1 $11 $11 $13 $15 reversed $7 0 $-1".to_owned(),
        "coedge $-1 -1 $-1 $12 $12 $14 $16 forward $8 0 $-1".to_owned(),
        "coedge $-1 -1 $-1 $13 $13 $11 $15 forward $9 0 $-1".to_owned(),
        "coedge $-1 -1 $-1 $14 $14 $12 $16 reversed $10 0 $-1".to_owned(),
        "edge $-1 -1 $-1 $17 0 $17 6.283185307179586 $11 $23 forward @7 unknown".to_owned(),
        "edge $-1 -1 $-1 $18 0 $18 6.283185307179586 $12 $24 forward @7 unknown".to_owned(),
        "vertex $-1 -1 $-1 $15 0 $25".to_owned(),
        "vertex $-1 -1 $-1 $16 0 $26".to_owned(),
        "transform $-1 -1 1 0 0 0 1 0 0 0 1 0 0 0 1 no_rotate no_reflect no_shear".to_owned(),
        "plane-surface $-1 -1 $-1 0 0 0 0 0 -1 1 0 0 forward_v I I I I".to_owned(),
        "plane-surface $-1 -1 $-1 0 0 2 0 0 1 1 0 0 forward_v I I I I".to_owned(),
        format!("cone-surface $-1 -1 $-1 0 0 0 0 0 1 1 0 0 1 I I 0 {cosine} 1 forward I I I I"),
        "ellipse-curve $-1 -1 $-1 0 0 0 0 0 1 1 0 0 1 I I".to_owned(),
        "ellipse-curve $-1 -1 $-1 0 0 2 0 0 1 1 0 0 1 I I".to_owned(),
        "point $-1 -1 $-1 1 0 0".to_owned(),
        "point $-1 -1 $-1 1 0 2".to_owned(),
    ];
    let head = "22600 0 1 4\n4 test 3 ASM 5 never\n10 1e-6 1e-10\n";
    format!("{head}{} #\nEnd-of-ASM-data", records.join(" #\n"))
}

#[test]
fn targets_come_from_the_text_of_autodesks_kernel() {
    for (side, cosine) in [("forward", "1"), ("reversed", "-1")] {
        let mut client = Client::new();
        let data = json!({"file": "pin.smt", "file_data": pin(side, cosine)});
        let target = client.data("set_target", data);
        let nodes = target["graph"]["nodes"].as_array().expect("nodes");
        assert_eq!(nodes.len(), 3);
        let action = json!({
            "start_face": nodes[0]["id"], "end_face": nodes[1]["id"], "operation": "NewBodyFeatureOperation",
        });
        let answer = client.data("add_extrude_by_target_face", action);
        let iou = answer["iou"].as_f64().expect("a number");
        assert!((iou - 1.0).abs() < 1e-4, "{iou}");
    }
}

#[test]
fn broken_texts_of_autodesks_kernel_are_refused() {
    let mut client = Client::new();
    let text = pin("forward", "1");
    let mut fails = |text: String, reason: &str| {
        let data = json!({"file": "pin.smt", "file_data": text});
        client.fails("set_target", data, reason);
    };
    fails(String::new(), "names no unit");
    let cone = "a cone or an elliptical cylinder";
    for (written, broken, reason) in [
        ("End-of", "end of", "does not come to an end"),
        ("1 I I 0 1 1", "1 I I 0.5 1 1", cone),
        ("$11 $4", "$99 $4", "record 7 (loop) is not complete"),
        ("$5 $7 $3", "$7 $3", "is not complete"),
        ("1 0 0 0 1 no", "1 0 0 5 1 no", "moved by a transform"),
        // A ring of loops that does not come back to its first one.
        ("$-1 $-1 $14", "$-1 $10 $14", "is not complete"),
    ] {
        fails(text.replace(written, broken), reason);
    }
    let last = text.rfind("point").expect("a point");
    for end in (0..last).step_by(37) {
        fails(
            format!("{}\nEnd-of-ASM-data", &text[..end]),
            "cannot be read",
        );
    }
}
