//! Sizes, times and queues: what is beyond them is refused, and what is within them goes on.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::http::header::CONTENT_LENGTH;
use cadseq_server::{Access, Limits};
use hyper::body::Frame;
use serde_json::json;

use crate::workbench::{LONG, PICTURE, PLATE, Workbench, post};

fn workbench(limits: Limits) -> Workbench {
    Workbench::with(Access::Loopback, limits)
}

#[tokio::test]
async fn bodies_have_a_longest_length() {
    let workbench = workbench(Limits {
        picture_bytes: 4096,
        program_bytes: 2048,
        import_bytes: 1024,
        ..Limits::default()
    });
    let check = async |path: &str, kind: &str, limit: usize| {
        for (length, is_announced) in [(limit + 1, true), (limit + 1, false)] {
            let bytes = vec![b' '; length];
            let body = if is_announced {
                Body::from(bytes)
            } else {
                Body::new(Piece(Some(bytes.into()), Poll::Ready(())))
            };
            let mut request = post(path, kind, body);
            if is_announced {
                request.headers_mut().insert(CONTENT_LENGTH, length.into());
            }
            let message = workbench.send(request).await.refusal(413);
            assert!(
                message.contains(&format!("{} KiB", limit >> 10)),
                "{message}"
            );
        }
        let within = workbench.post_bytes(path, kind, vec![b' '; limit]).await;
        assert_ne!(within.status, 413, "{path}");
    };
    check("/api/reconstruct", "image/png", 4096).await;
    check("/api/build", "application/json", 2048).await;
    check("/api/convert", "application/json", 2048).await;
    check("/api/render", "application/json", 2048).await;
    check("/api/import", "text/plain", 1024).await;
}

/// A body of one piece that does not say how long it is, and ends or never does.
struct Piece(Option<Bytes>, Poll<()>);

impl HttpBody for Piece {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        match self.0.take() {
            Some(bytes) => Poll::Ready(Some(Ok(Frame::data(bytes)))),
            None => self.1.map(|()| None),
        }
    }
}

fn unfinished(bytes: Vec<u8>) -> Body {
    Body::new(Piece(Some(bytes.into()), Poll::Pending))
}

#[tokio::test]
async fn slow_bodies_are_given_up() {
    let workbench = workbench(Limits {
        body_time: Duration::from_millis(50),
        ..Limits::default()
    });
    let request = post("/api/build", "application/json", unfinished(b"{".to_vec()));
    let message = workbench.send(request).await.refusal(408);
    assert!(message.contains("in time"), "{message}");
}

#[tokio::test]
async fn bodies_and_answers_share_one_memory() {
    let workbench = workbench(Limits {
        bytes_in_flight: 100_000,
        ..Limits::default()
    });
    let build = json!({ "text": PLATE });
    workbench.post("/api/build", &build).await.success();
    let held = post("/api/import", "text/plain", unfinished(vec![b' '; 99_000]));
    let mut held = Box::pin(workbench.send(held));
    let moment = Duration::from_millis(20);
    assert!(
        tokio::time::timeout(moment, &mut held).await.is_err(),
        "it waits"
    );
    let reply = workbench.post("/api/build", &build).await;
    assert!(reply.refusal(503).contains("busy"));
    assert_eq!(reply.header("retry-after"), "1");
    drop(held);
    workbench.post("/api/build", &build).await.success();
}

#[tokio::test]
async fn programs_have_a_longest_length_and_meshes_a_largest_size() {
    let workbench = workbench(Limits {
        operations: 9,
        triangles: 100,
        ..Limits::default()
    });
    let long = format!("{PLATE}add_extrude(0, 1)\n");
    let refused = workbench.post("/api/build", &json!({ "text": long })).await;
    assert!(refused.refusal(422).contains("at most 9"));
    let imported = workbench
        .post_bytes("/api/import?format=text", "text/plain", long.into())
        .await;
    assert!(imported.refusal(422).contains("at most 9"));
    let fine = json!({"text": PLATE, "tolerance": 0.001});
    assert!(
        workbench
            .post("/api/build", &fine)
            .await
            .refusal(422)
            .contains("larger tolerance")
    );
    let coarse = json!({"text": PLATE, "tolerance": 0.1});
    workbench.post("/api/build", &coarse).await.success();
}

/// A block with crossed holes: each takes the kernel some milliseconds.
fn slow_program() -> String {
    let block = "add_sketch(XY)\nadd_line(0, 0, 40, 0)\nadd_line(40, 0, 40, 4)\n\
                 add_line(40, 4, 0, 4)\nadd_line(0, 4, 0, 0)\nadd_extrude(0, 4, new)\n";
    let hole = |x: u32| {
        let plane = if x.is_multiple_of(2) { "XY" } else { "XZ" };
        let y = if x.is_multiple_of(2) { 2 } else { -2 };
        format!("add_sketch({plane})\nadd_circle({x}, {y}, 0.3)\nadd_extrude(0, 4, cut)\n")
    };
    block
        .chars()
        .chain((1..40).flat_map(|x| hole(x).chars().collect::<Vec<_>>()))
        .collect()
}

#[tokio::test]
async fn long_builds_are_stopped_and_others_go_on() {
    let workbench = workbench(Limits {
        build_time: Duration::from_millis(200),
        ..Limits::default()
    });
    let slow = json!({ "text": slow_program() });
    let message = workbench.post("/api/build", &slow).await.refusal(422);
    assert!(message.contains("takes longer"), "{message}");
    workbench.wait_for("cadseq_build_jobs_running", 0.0).await;
    workbench
        .post("/api/build", &json!({ "text": PLATE }))
        .await
        .success();
}

#[tokio::test]
async fn full_queues_say_so_and_builds_do_not_wait_for_reconstructions() {
    let workbench = workbench(Limits {
        reconstruct_queue: 1,
        ..Limits::default()
    });
    let ask = || workbench.post_bytes("/api/reconstruct", "image/png", PICTURE.to_vec());
    let mut first = Box::pin(ask());
    let mut second = Box::pin(ask());
    let moment = Duration::from_millis(5);
    assert!(tokio::time::timeout(moment, &mut first).await.is_err());
    workbench
        .wait_for("cadseq_reconstruct_jobs_running", 1.0)
        .await;
    assert!(tokio::time::timeout(moment, &mut second).await.is_err());
    let third = ask().await;
    assert!(third.refusal(503).contains("busy"));
    assert_eq!(third.header("retry-after"), "1");
    workbench
        .post("/api/build", &json!({ "text": PLATE }))
        .await
        .success();
    let both = async { (first.await.status, second.await.status) };
    let statuses = tokio::time::timeout(LONG, both).await;
    assert_eq!(statuses.expect("in time"), (200, 200));
    assert_eq!(
        workbench
            .metric("cadseq_reconstruct_jobs_refused_total")
            .await,
        1.0
    );
}
