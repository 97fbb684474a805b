//! The OpenAPI document, health and metrics.

use std::path::Path;

use serde_json::json;

use crate::snapshot;
use crate::workbench::{PLATE, Workbench};

#[tokio::test]
async fn the_document_is_the_published_one() {
    let workbench = Workbench::new();
    let served = workbench.get("/api/openapi.json").await.success();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    snapshot::check_file(&root.join("docs/schema/openapi.json"), &served);
}

#[tokio::test]
async fn the_document_holds_every_address_with_its_errors() {
    let document = serde_json::to_value(cadseq_server::openapi()).expect("JSON");
    let paths = document["paths"].as_object().expect("paths");
    let expected = [
        "/api/build",
        "/api/convert",
        "/api/examples",
        "/api/examples/{file}",
        "/api/formats",
        "/api/import",
        "/api/reconstruct",
        "/api/render",
        "/api/see",
        "/health",
        "/metrics",
    ];
    let mut found: Vec<&str> = paths.keys().map(String::as_str).collect();
    found.sort_unstable();
    assert_eq!(found, expected);
    for (path, operations) in paths {
        let Some(post) = operations.get("post") else {
            continue;
        };
        for status in ["200", "401", "408", "413", "422", "503"] {
            assert!(
                post["responses"].get(status).is_some(),
                "{path} lacks {status}"
            );
        }
    }
}

#[tokio::test]
async fn health_says_the_version() {
    let health = Workbench::new().get("/health").await.success();
    assert_eq!(
        health,
        json!({"status": "ok", "version": env!("CARGO_PKG_VERSION")})
    );
}

#[tokio::test]
async fn metrics_count_and_know_nobody() {
    let workbench = Workbench::new();
    let secret = format!("# my secret part\n{PLATE}");
    workbench
        .post("/api/build", &json!({ "text": secret }))
        .await
        .success();
    workbench
        .get("/secret/path?token=secret")
        .await
        .refusal(404);
    let reply = workbench.get("/metrics").await;
    assert!(
        reply
            .header("content-type")
            .starts_with("application/openmetrics-text")
    );
    let text = reply.text();
    let line = "cadseq_requests_total{method=\"POST\",route=\"/api/build\",status=\"200\"} 1";
    assert!(text.contains(line), "{text}");
    assert!(text.contains("route=\"page\",status=\"404\"} 1"), "{text}");
    assert!(!text.contains("secret"), "{text}");
    assert!(text.trim_end().ends_with("# EOF"));
}
