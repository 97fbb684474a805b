//! `/api/convert`, `/api/import`, `/api/render`, `/api/formats`, `/api/examples`.

use cadseq_render::decode_picture;
use serde_json::{Value, json};

use crate::snapshot;
use crate::workbench::{PLATE, Workbench};

#[tokio::test]
async fn every_format_is_written() {
    let workbench = Workbench::new();
    let formats = workbench.get("/api/formats").await.success();
    snapshot::check("formats", &formats);
    // The vectors take what fits 256 levels; the plate does.
    for format in formats.as_array().expect("formats") {
        let request = json!({"text": PLATE, "to": format["name"], "name": "my plate"});
        let reply = workbench.post("/api/convert", &request).await;
        assert_eq!(
            reply.status,
            200,
            "{format}: {}",
            String::from_utf8_lossy(&reply.bytes)
        );
        assert!(reply.bytes.len() > 100, "{format}");
        assert_eq!(reply.header("content-type"), format["media_type"]);
        let extension = format["extension"].as_str().expect("an extension");
        let expected = format!(
            "attachment; filename=\"my plate.{extension}\"; filename*=UTF-8''my%20plate.{extension}"
        );
        assert_eq!(reply.header("content-disposition"), expected);
    }
    let reused = workbench.metric("cadseq_operations_reused_total").await;
    assert!(reused > 0.0, "conversions build nothing again");
}

#[tokio::test]
async fn what_cannot_be_written_is_refused() {
    let workbench = Workbench::new();
    let refusal = async |request: Value, status: u16, expected: &str| {
        let message = workbench
            .post("/api/convert", &request)
            .await
            .refusal(status);
        assert!(message.contains(expected), "{message}");
    };
    refusal(json!({"text": PLATE, "to": "dwg"}), 422, "step").await;
    refusal(
        json!({"text": PLATE, "to": "fusion-gallery"}),
        422,
        "Gallery",
    )
    .await;
    refusal(
        json!({"text": PLATE, "to": "svg", "sketch": 2}),
        422,
        "no sketch 2",
    )
    .await;
    refusal(
        json!({"text": PLATE, "to": "step", "name": " "}),
        400,
        "name",
    )
    .await;
    refusal(
        json!({"text": PLATE, "to": "stl", "tolerance": 1e-9}),
        422,
        "tolerance",
    )
    .await;
    refusal(
        json!({"text": "add_x(1)", "to": "step"}),
        422,
        "unknown operation",
    )
    .await;
    refusal(json!({"text": PLATE}), 400, "to").await;
    let empty = "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0, 2)\nadd_extrude(0, 2, cut)\n";
    refusal(json!({"text": empty, "to": "step"}), 422, "").await;
}

#[tokio::test]
async fn files_are_read_by_name_content_or_word() {
    let workbench = Workbench::new();
    let kind = "application/octet-stream";
    let json_form = json!({"text": PLATE, "to": "json"});
    let json_form = workbench.post("/api/convert", &json_form).await.bytes;
    let vector = json!({"text": PLATE, "to": "deepcad-vector"});
    let vector = workbench.post("/api/convert", &vector).await.bytes;
    let text = PLATE.as_bytes().to_vec();
    for (query, bytes) in [
        ("?format=auto&name=a.cad", text.clone()),
        ("?format=text", text.clone()),
        ("", text),
        ("?name=a.json", json_form.clone()),
        ("?format=json", json_form),
    ] {
        let reply = workbench
            .post_bytes(&format!("/api/import{query}"), kind, bytes)
            .await;
        let answer = reply.success();
        assert_eq!(
            (&answer["text"], &answer["notes"]),
            (&json!(PLATE), &json!([])),
            "{query}"
        );
    }
    let reply = workbench
        .post_bytes("/api/import?name=a.npy", kind, vector)
        .await;
    assert!(
        reply.success()["text"]
            .as_str()
            .expect("text")
            .contains("add_extrude")
    );
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_or_kept_in_part() {
    let workbench = Workbench::new();
    let import = async |query: &str, bytes: &[u8]| {
        let path = format!("/api/import{query}");
        workbench
            .post_bytes(&path, "text/plain", bytes.to_vec())
            .await
    };
    let broken = format!("{PLATE}add_sketch(XY)\nadd_spline(1)\n");
    let reply = import("?name=a.cad", broken.as_bytes()).await;
    assert!(reply.refusal(422).contains("add_spline"));
    assert_eq!(reply.json()["error"]["line"], 11);
    let kept = import("?name=a.cad&lenient=true", broken.as_bytes())
        .await
        .success();
    assert_eq!(kept["text"], PLATE);
    assert!(
        kept["notes"][0]
            .as_str()
            .expect("a note")
            .contains("add_spline")
    );
    assert!(
        import("?format=dwg", b"x")
            .await
            .refusal(422)
            .contains("fusion-gallery")
    );
    assert!(
        import("", b"ISO-10303-21;")
            .await
            .refusal(422)
            .contains("say which it is")
    );
    assert!(
        import("?format=step", b"ISO")
            .await
            .refusal(422)
            .contains("STEP")
    );
    import("?lenient=perhaps", b"x").await.refusal(400);
}

#[tokio::test]
async fn pictures_are_drawn() {
    let workbench = Workbench::new();
    let mut pictures = Vec::new();
    for style in ["paper", "line", "shaded-edges"] {
        let request = json!({"text": PLATE, "style": style, "size": 128});
        let reply = workbench.post("/api/render", &request).await;
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (200, "image/png")
        );
        let picture = decode_picture(&reply.bytes).expect("a picture");
        assert_eq!((picture.width, picture.height), (128, 128));
        assert!(
            !pictures.contains(&picture.luma),
            "{style} looks like another one"
        );
        pictures.push(picture.luma);
    }
    let whole = workbench
        .post("/api/render", &json!({ "text": PLATE }))
        .await;
    assert_eq!(decode_picture(&whole.bytes).expect("a picture").width, 512);
    let refusal = async |request: Value, status: u16, expected: &str| {
        let message = workbench
            .post("/api/render", &request)
            .await
            .refusal(status);
        assert!(message.contains(expected), "{message}");
    };
    refusal(json!({"text": PLATE, "style": "oil"}), 400, "paper, line").await;
    refusal(json!({"text": PLATE, "size": 4096}), 400, "2048").await;
    let far = PLATE.replace("XY", "plane(500, 500, 500, 0, 0, 1)");
    refusal(json!({ "text": far }), 422, "does not see").await;
}

#[tokio::test]
async fn examples_are_there_with_their_pictures() {
    let workbench = Workbench::new();
    let examples = workbench.get("/api/examples").await.success();
    snapshot::check("examples", &examples);
    for example in examples.as_array().expect("examples") {
        let reply = workbench
            .get(example["picture"].as_str().expect("a path"))
            .await;
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (200, "image/png")
        );
        assert!(decode_picture(&reply.bytes).is_ok());
        let text = json!({ "text": example["text"] });
        assert_eq!(
            workbench.post("/api/build", &text).await.success()["bodies"],
            1
        );
    }
    for missing in ["nothing.png", "fillet.cad", "..%2Ffillet.png"] {
        let reply = workbench.get(&format!("/api/examples/{missing}")).await;
        assert!(reply.refusal(404).contains("/api/examples"));
    }
}
