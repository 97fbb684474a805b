//! A server without its socket, and how to ask it.

use std::num::NonZeroUsize;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::{HeaderMap, Request};
use cadseq_reconstruct::Reconstructor;
use cadseq_server::{Access, App, Limits, router};
use http_body_util::BodyExt as _;
use serde_json::Value;
use tower::ServiceExt as _;

/// A part with a hole that is cut last.
pub(crate) const PLATE: &str = "add_sketch(XY)\nadd_line(0, 0, 4, 0)\nadd_line(4, 0, 4, 3)\n\
    add_line(4, 3, 0, 3)\nadd_line(0, 3, 0, 0)\nadd_extrude(0, 2, new)\n\
    add_sketch(end(0))\nadd_circle(2, 1.5, 1)\nadd_extrude(0, -2, cut)\n";

/// Longer than anything here takes.
pub(crate) const LONG: Duration = Duration::from_mins(1);

/// A picture that takes a reconstruction some hundred milliseconds.
pub(crate) const PICTURE: &[u8] = include_bytes!("../../../../examples/pictures/rotor.png");

/// A server without its socket.
pub(crate) struct Workbench {
    router: Router,
}

/// What it answered.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Workbench {
    pub(crate) fn new() -> Self {
        Self::with(Access::Loopback, Limits::default())
    }

    /// With one thread for builds and one for reconstructions.
    pub(crate) fn with(access: Access, limits: Limits) -> Self {
        let reconstructor = Reconstructor::built_in().expect("built-in weights");
        let app = App::start(access, limits, NonZeroUsize::MIN, reconstructor);
        Self {
            router: router(&app.expect("threads")),
        }
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Reply {
        let answer = self.router.clone().oneshot(request).await;
        let (parts, body) = answer.expect("the router never fails").into_parts();
        let bytes = body.collect().await.expect("a whole body").to_bytes();
        Reply {
            status: parts.status.as_u16(),
            headers: parts.headers,
            bytes: bytes.to_vec(),
        }
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(get(path)).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Reply {
        let bytes = body.to_string().into_bytes();
        self.send(post(path, "application/json", bytes)).await
    }

    pub(crate) async fn post_bytes(&self, path: &str, kind: &str, bytes: Vec<u8>) -> Reply {
        self.send(post(path, kind, bytes)).await
    }

    /// The value of a metric without labels.
    pub(crate) async fn metric(&self, name: &str) -> f64 {
        let text = self.get("/metrics").await.text();
        value_of(&text, name)
    }

    /// Waits until a metric has a value.
    pub(crate) async fn wait_for(&self, name: &str, value: f64) {
        let reached = async {
            while self.metric(name).await != value {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        let waited = tokio::time::timeout(LONG, reached).await;
        assert!(waited.is_ok(), "{name} never became {value}");
    }
}

/// The value of a metric without labels in a text of Prometheus.
pub(crate) fn value_of(text: &str, name: &str) -> f64 {
    let mut lines = text.lines().filter_map(|line| line.split_once(' '));
    let found = lines.find(|(label, _)| *label == name);
    let (_, value) = found.unwrap_or_else(|| panic!("no {name} in\n{text}"));
    value.parse().expect("a number")
}

pub(crate) fn get(path: &str) -> Request<Body> {
    let request = Request::get(path).header(HOST, "localhost:7823");
    request.body(Body::empty()).expect("a request")
}

pub(crate) fn post(path: &str, kind: &str, bytes: impl Into<Body>) -> Request<Body> {
    let request = Request::post(path).header(HOST, "localhost:7823");
    let request = request.header(CONTENT_TYPE, kind);
    request.body(bytes.into()).expect("a request")
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        let text = String::from_utf8_lossy(&self.bytes);
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error} in {text}"))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).expect("UTF-8")
    }

    /// The value of a header; empty where it is missing.
    pub(crate) fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().expect("text"))
    }

    /// The JSON of an answer that succeeded.
    pub(crate) fn success(&self) -> Value {
        let text = String::from_utf8_lossy(&self.bytes);
        assert_eq!(self.status, 200, "{text}");
        self.json()
    }

    /// The message of an error with this status.
    pub(crate) fn refusal(&self, status: u16) -> String {
        let text = String::from_utf8_lossy(&self.bytes);
        assert_eq!(self.status, status, "{text}");
        assert_eq!(self.header("content-type"), "application/json");
        let json = self.json();
        let message = json["error"]["message"].as_str();
        message.expect("a message").to_owned()
    }
}
