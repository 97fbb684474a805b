//! `/api/see`: the maps of a picture, and refusals.

use cadseq_render::{Picture, decode_picture, encode_png};
use serde_json::Value;

use crate::snapshot;
use crate::workbench::Workbench;

const FILLET: &[u8] = include_bytes!("../../../../examples/pictures/fillet.png");

async fn see(workbench: &Workbench, query: &str) -> Value {
    let path = format!("/api/see{query}");
    let reply = workbench
        .post_bytes(&path, "image/png", FILLET.to_vec())
        .await;
    reply.success()
}

#[tokio::test]
async fn layers_lie_in_a_square_around_the_part() {
    let workbench = Workbench::new();
    let answer = see(&workbench, "").await;
    snapshot::check("see", &snapshot::shape(&answer));
    let size = decode_picture(FILLET).expect("a picture");
    assert_eq!(answer["width_px"], size.width);
    let side = |of: &str, name: &str| answer[of][name].as_f64().expect("a number");
    for (low, high) in [("left", "right"), ("top", "bottom")] {
        assert!(side("square", low) < side("part", low), "{low}");
        assert!(side("square", high) > side("part", high), "{high}");
    }
    let layers = answer["layers"].as_array().expect("layers");
    let names: Vec<&str> = layers
        .iter()
        .filter_map(|layer| layer["name"].as_str())
        .collect();
    assert_eq!(names, ["mask", "normals", "depth", "edges"]);
    assert_eq!(layers[3]["legend"][0]["name"], "outline");
}

#[tokio::test]
async fn the_mask_covers_the_part_and_nothing_else() {
    let workbench = Workbench::new();
    let answer = see(&workbench, "").await;
    let address = answer["layers"][0]["picture"].as_str().expect("a picture");
    let encoded = address
        .strip_prefix("data:image/png;base64,")
        .expect("a PNG");
    let bytes = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, encoded);
    // Over white, what is transparent is white.
    let mask = decode_picture(&bytes.expect("base64")).expect("a picture");
    assert!(mask.at(1, 1) > 0.98, "the corner shows no part");
    let covered = mask.luma.iter().filter(|&&luma| luma < 0.6).count();
    let share = covered as f64 / mask.luma.len() as f64;
    assert!((0.15..0.7).contains(&share), "{share}");
}

#[tokio::test]
async fn what_shows_no_part_is_refused() {
    let workbench = Workbench::new();
    let refusal = async |query: &str, bytes: &[u8], status: u16, expected: &str| {
        let path = format!("/api/see{query}");
        let reply = workbench.post_bytes(&path, "image/png", bytes.to_vec());
        let reply = reply.await;
        let message = reply.refusal(status);
        assert!(message.contains(expected), "{message}");
    };
    refusal("", b"", 400, "empty").await;
    refusal("", b"hello", 415, "convert it to PNG").await;
    refusal("?object=0", FILLET, 400, "1 to 1000").await;
    refusal("?object=9", FILLET, 422, "1 object").await;
    refusal("?fov=40", FILLET, 400, "openapi").await;
    let white = encode_png(&Picture::filled(64, 64, 1.0));
    refusal("", &white, 422, "one plain white area").await;
}
