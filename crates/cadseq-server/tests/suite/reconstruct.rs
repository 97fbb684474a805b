//! `/api/reconstruct`: programs, camera, refusals, and clients that leave.

#![expect(clippy::disallowed_methods, reason = "compared within a tolerance")]

use std::time::Duration;

use cadseq_render::{Picture, View, decode_picture, encode_png};
use glam::DVec3;
use serde_json::Value;

use crate::snapshot;
use crate::workbench::{LONG, PICTURE, Workbench, post};

const FILLET: &[u8] = include_bytes!("../../../../examples/pictures/fillet.png");

async fn reconstruct(workbench: &Workbench, query: &str, picture: Vec<u8>) -> Value {
    let path = format!("/api/reconstruct{query}");
    let reply = workbench.post_bytes(&path, "image/png", picture).await;
    reply.success()
}

#[tokio::test]
async fn a_picture_becomes_a_program_that_builds() {
    let workbench = Workbench::new();
    let answer = reconstruct(&workbench, "", FILLET.to_vec()).await;
    snapshot::check("reconstruct", &snapshot::shape(&answer));
    let best = &answer["candidates"][0];
    let text = best["text"].as_str().expect("a text");
    assert!(text.starts_with("add_sketch(YZ)\n"), "{text}");
    // Rounded for people: at most nine digits behind the point, those of an arc's centre.
    let numbers = text.split(['(', ',', ' ', ')', '\n']);
    let longest = numbers.filter_map(|number| Some(number.split_once('.')?.1.len()));
    assert!(longest.max().expect("numbers") <= 9, "{text}");
    let built = workbench
        .post("/api/build", &serde_json::json!({ "text": text }))
        .await;
    let volume = built.success()["measures"]["volume"]
        .as_f64()
        .expect("a volume");
    // Legs of 6.5, a sweep of 60 degrees, a depth of 4: less the segment under the arc.
    let radius = 6.5 * 2.0_f64.sqrt();
    let segment = radius.powi(2) * (std::f64::consts::PI / 6.0 - 3.0_f64.sqrt() / 4.0);
    let expected = 4.0 * (6.5_f64.powi(2) / 2.0 - segment);
    assert!(
        (volume / expected - 1.0).abs() < 0.01,
        "{volume} for {expected}"
    );
    let thumbnail = best["thumbnail"].as_str().expect("a thumbnail");
    let encoded = thumbnail
        .strip_prefix("data:image/png;base64,")
        .expect("a PNG");
    let bytes = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, encoded);
    let picture = decode_picture(&bytes.expect("base64")).expect("a picture");
    assert_eq!((picture.width, picture.height), (160, 160));
    let dark = picture.luma.iter().filter(|&&luma| luma < 0.9).count();
    assert!(dark > 160 * 160 / 4, "the part fills its picture: {dark}");
}

#[tokio::test]
async fn the_camera_says_where_points_are_in_the_picture() {
    let workbench = Workbench::new();
    let square = decode_picture(FILLET).expect("a picture");
    let wide = widened(&square, 700);
    for picture in [square, wide] {
        let answer = reconstruct(&workbench, "?candidates=1", encode_png(&picture)).await;
        let view = View::paper_sized(picture.width, picture.height);
        for world in [
            DVec3::ZERO,
            DVec3::new(4.0, 6.5, 0.0),
            DVec3::new(4.0, 0.0, -6.5),
        ] {
            let expected = view.project(world).expect("in front");
            let found = projected(&answer["camera"], world);
            let off = (found[0] - expected.x).hypot(found[1] - expected.y);
            assert!(off < 1e-9, "{world} at {found:?} instead of {expected}");
        }
    }
}

#[tokio::test]
async fn a_camera_that_is_known_is_the_answers() {
    let workbench = Workbench::new();
    let answer = reconstruct(
        &workbench,
        "?candidates=1&camera=isometric",
        FILLET.to_vec(),
    )
    .await;
    let part = |name: &str, index: usize| answer["camera"][name][index].as_f64().expect("a number");
    let offset = DVec3::from_array([0, 1, 2].map(|at| part("position", at) - part("target", at)));
    let direction = offset.normalize();
    assert!(
        (direction - DVec3::ONE.normalize()).length() < 1e-3,
        "{direction}"
    );
    let fov = answer["camera"]["vertical_fov_deg"].as_f64();
    assert!(fov.is_some_and(|fov| fov < 0.3), "parallel: {fov:?}");
}

/// The picture with white beside it.
fn widened(picture: &Picture, width: usize) -> Picture {
    let mut wide = Picture::filled(width, picture.height, 1.0);
    let left = (width - picture.width) / 2;
    for y in 0..picture.height {
        for x in 0..picture.width {
            wide.luma[y * width + left + x] = picture.at(x, y);
        }
    }
    wide
}

/// Where a camera with this JSON sees a point, in pixels: what a page has to do, written down once
/// more without the code that made the JSON.
fn projected(camera: &Value, world: DVec3) -> [f64; 2] {
    let vector = |name: &str| -> DVec3 {
        let part = |index: usize| camera[name][index].as_f64().expect("a number");
        DVec3::new(part(0), part(1), part(2))
    };
    let number = |name: &str| camera[name].as_f64().expect("a number");
    let position = vector("position");
    let forward = (vector("target") - position).normalize();
    let right = forward.cross(vector("up")).normalize();
    let up = right.cross(forward);
    let offset = world - position;
    let focal_px = number("height") / 2.0 / (number("vertical_fov_deg") / 2.0).to_radians().tan();
    let scale = focal_px / offset.dot(forward);
    [
        number("width") / 2.0 + offset.dot(right) * scale,
        number("height") / 2.0 - offset.dot(up) * scale,
    ]
}

#[tokio::test]
async fn what_is_no_picture_of_a_part_is_refused() {
    let workbench = Workbench::new();
    let refusal = async |kind: &str, query: &str, bytes: &[u8], status: u16, expected: &str| {
        let path = format!("/api/reconstruct{query}");
        let reply = workbench.post_bytes(&path, kind, bytes.to_vec()).await;
        let message = reply.refusal(status);
        assert!(message.contains(expected), "{message}");
    };
    let png = "image/png";
    refusal(png, "", b"", 400, "empty").await;
    refusal(png, "", b"hello", 415, "convert it to PNG").await;
    refusal("text/html", "", FILLET, 415, "Content-Type").await;
    refusal(png, "", &FILLET[..FILLET.len() / 2], 422, "damaged").await;
    refusal(png, "?candidates=0", FILLET, 400, "1 to 32").await;
    refusal(png, "?candidates=x", FILLET, 400, "openapi").await;
    refusal(png, "?candidate=1", FILLET, 400, "openapi").await;
    refusal(png, "?object=0", FILLET, 400, "1 to 1000").await;
    refusal(png, "?object=2", FILLET, 422, "1 object").await;
    refusal(png, "?camera=front", FILLET, 400, "openapi").await;
    refusal(png, "?fov=400", FILLET, 400, "0.5 and 170").await;
    refusal(png, "?fov=40&camera=paper", FILLET, 400, "one of the two").await;
    let white = encode_png(&Picture::filled(64, 64, 1.0));
    refusal(png, "", &white, 422, "one plain white area").await;
    let tiny = encode_png(&Picture::filled(8, 8, 1.0));
    refusal(png, "", &tiny, 422, "at least 32 x 32").await;
    // A header that claims 60,000 x 60,000 pixels.
    let mut huge = encode_png(&Picture::filled(1, 1, 0.0));
    huge[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
    let status = workbench
        .post_bytes("/api/reconstruct", png, huge)
        .await
        .status;
    assert!(status == 413 || status == 422, "{status}");
    assert_eq!(
        workbench
            .metric("cadseq_reconstruct_jobs_panicked_total")
            .await,
        0.0
    );
}

#[tokio::test]
async fn clients_that_leave_stop_their_reconstruction() {
    let workbench = Workbench::new();
    let request = post("/api/reconstruct", "image/png", PICTURE.to_vec());
    let mut asked = Box::pin(workbench.send(request));
    let moment = Duration::from_millis(5);
    assert!(tokio::time::timeout(moment, &mut asked).await.is_err());
    workbench
        .wait_for("cadseq_reconstruct_jobs_running", 1.0)
        .await;
    drop(asked);
    assert_eq!(
        workbench
            .metric("cadseq_reconstruct_jobs_cancelled_total")
            .await,
        1.0
    );
    workbench
        .wait_for("cadseq_reconstruct_jobs_running", 0.0)
        .await;
    let next = reconstruct(&workbench, "", FILLET.to_vec());
    assert!(tokio::time::timeout(LONG, next).await.is_ok());
}
