//! The page: files with their types, caching and headers.

use std::io::Read;

use axum::body::Body;
use axum::http::Request;
use axum::http::header::{ACCEPT_ENCODING, HOST, IF_NONE_MATCH};
use flate2::read::GzDecoder;

use crate::workbench::Workbench;

#[tokio::test]
async fn the_page_is_there_and_asks_before_it_is_used_again() {
    let workbench = Workbench::new();
    let page = workbench.get("/").await;
    assert_eq!(
        (page.status, page.header("content-type")),
        (200, "text/html; charset=utf-8")
    );
    assert_eq!(page.header("cache-control"), "no-cache");
    assert_eq!(workbench.get("/index.html").await.bytes, page.bytes);
    let etag = page.header("etag");
    assert!(etag.len() > 20 && etag.starts_with('"'), "{etag}");
    let again = Request::get("/")
        .header(HOST, "localhost")
        .header(IF_NONE_MATCH, etag);
    let again = workbench
        .send(again.body(Body::empty()).expect("a request"))
        .await;
    assert_eq!((again.status, again.bytes.len()), (304, 0));
}

#[tokio::test]
async fn the_page_is_small_for_those_who_take_gzip() {
    let workbench = Workbench::new();
    let plain = workbench.get("/").await;
    assert_eq!(plain.header("content-encoding"), "");
    assert_eq!(plain.header("vary"), "accept-encoding");
    let asked = |coding: &str, etag: &str| {
        let request = Request::get("/").header(HOST, "localhost");
        let request = request.header(ACCEPT_ENCODING, coding);
        let request = request.header(IF_NONE_MATCH, etag);
        workbench.send(request.body(Body::empty()).expect("a request"))
    };
    for refused in ["br", "gzip;q=0", "identity, gzip; q=0.0"] {
        assert_eq!(asked(refused, "").await.bytes, plain.bytes, "{refused}");
    }
    for taken in ["gzip", "br, GZIP;q=0.5", "deflate, gzip, br, zstd"] {
        let small = asked(taken, "").await;
        assert_eq!(small.header("content-encoding"), "gzip", "{taken}");
        assert_eq!(small.header("content-type"), plain.header("content-type"));
        assert_ne!(small.header("etag"), plain.header("etag"));
        let mut unpacked = Vec::new();
        GzDecoder::new(&small.bytes[..])
            .read_to_end(&mut unpacked)
            .expect("gzip");
        assert_eq!(unpacked, plain.bytes);
        let again = asked(taken, small.header("etag")).await;
        assert_eq!((again.status, again.bytes.len()), (304, 0));
    }
}

#[tokio::test]
async fn browsers_are_told_what_they_may_do() {
    let workbench = Workbench::new();
    for path in ["/", "/health", "/nothing", "/api/examples"] {
        let reply = workbench.get(path).await;
        let policy = reply.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'self';"),
            "{path}: {policy}"
        );
        assert!(!policy.contains("script-src") && !policy.contains("unsafe-eval"));
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("referrer-policy"), "no-referrer");
        assert_eq!(reply.header("access-control-allow-origin"), "");
    }
}

#[tokio::test]
async fn what_is_not_there_is_said_in_json() {
    let workbench = Workbench::new();
    workbench.get("/nothing").await.refusal(404);
    workbench.get("/../Cargo.toml").await.refusal(404);
    workbench.get("/%2e%2e/Cargo.toml").await.refusal(404);
    let message = workbench.get("/api/buidl").await.refusal(404);
    assert!(message.contains("openapi.json"), "{message}");
    workbench.get("/api/build").await.refusal(405);
    workbench
        .post_bytes("/", "text/plain", Vec::new())
        .await
        .refusal(405);
}
