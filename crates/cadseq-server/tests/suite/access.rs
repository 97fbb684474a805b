//! Who may ask.

use axum::body::Body;
use axum::http::Request;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HOST, ORIGIN};
use cadseq_server::{Access, Limits, Token};
use serde_json::json;

use crate::workbench::{PLATE, Reply, Workbench};

const SECRET: &str = "0123456789abcdef0123";

async fn build_as(workbench: &Workbench, headers: &[(axum::http::HeaderName, &str)]) -> Reply {
    let mut request = Request::post("/api/build").header(CONTENT_TYPE, "application/json");
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    let body = json!({ "text": PLATE }).to_string();
    workbench
        .send(request.body(Body::from(body)).expect("a request"))
        .await
}

#[tokio::test]
async fn without_a_token_this_machine_alone_may_ask() {
    let workbench = Workbench::new();
    for host in ["localhost:7823", "127.0.0.1:7823", "[::1]:7823"] {
        build_as(&workbench, &[(HOST, host)]).await.success();
        let own = format!("http://{host}");
        build_as(&workbench, &[(HOST, host), (ORIGIN, &own)])
            .await
            .success();
    }
    for host in [
        "rebound.example:7823",
        "localhost.rebound.example",
        "192.168.1.5:7823",
    ] {
        let reply = build_as(&workbench, &[(HOST, host)]).await;
        assert!(reply.refusal(421).contains("localhost"));
    }
    build_as(&workbench, &[]).await.refusal(421);
    for page in [
        "https://evil.example",
        "null",
        "http://localhost.evil.example",
    ] {
        let reply = build_as(&workbench, &[(HOST, "localhost"), (ORIGIN, page)]).await;
        assert!(reply.refusal(403).contains("own page"), "{page}");
    }
    let page = Request::get("/").header(HOST, "rebound.example");
    workbench
        .send(page.body(Body::empty()).expect("a request"))
        .await
        .refusal(421);
}

#[tokio::test]
async fn with_a_token_whoever_has_it_may_ask() {
    let token = Token::chosen(SECRET).expect("a token");
    let workbench = Workbench::with(Access::Token(token), Limits::default());
    let host = (HOST, "workbench.example");
    let right = format!("Bearer {SECRET}");
    build_as(&workbench, &[host.clone(), (AUTHORIZATION, &right)])
        .await
        .success();
    let short = format!("Bearer {}", &SECRET[1..]);
    for wrong in [
        "",
        SECRET,
        "Bearer",
        "Bearer ",
        &short,
        "Basic 0123456789abcdef0123",
    ] {
        let reply = build_as(&workbench, &[host.clone(), (AUTHORIZATION, wrong)]).await;
        assert!(reply.refusal(401).contains("token"), "{wrong}");
        assert_eq!(reply.header("www-authenticate"), "Bearer");
    }
    build_as(&workbench, std::slice::from_ref(&host))
        .await
        .refusal(401);
    for post in ["reconstruct", "convert", "import", "render"] {
        let path = format!("/api/{post}");
        workbench
            .post(&path, &json!({ "text": PLATE }))
            .await
            .refusal(401);
    }
    workbench.get("/metrics").await.refusal(401);
    // What is the same for all, and computes nothing, is there for the page to begin with.
    for open in [
        "/",
        "/health",
        "/api/examples",
        "/api/examples/fillet.png",
        "/api/formats",
    ] {
        assert_eq!(workbench.get(open).await.status, 200, "{open}");
    }
}
