//! One line of the log, and one count, for every request: method, matched route, status, time and
//! bytes. What was asked and what was answered is nobody's business.

use std::time::Instant;

use axum::body::HttpBody as _;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::CONTENT_LENGTH;
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;

use crate::App;
use crate::connection::Connection;

/// The status of requests whose client left before the answer, as nginx has it.
const CLIENT_LEFT: u16 = 499;

/// The route of whatever is not of the API.
const PAGE: &str = "page";

/// Counts a request, and says when its client leaves.
struct Observed {
    app: App,
    method: &'static str,
    route: String,
    bytes_in: u64,
    bytes_out: u64,
    status: u16,
    start: Instant,
}

/// Watches a request from its head to its answer.
pub(crate) async fn observe(State(app): State<App>, request: Request, next: Next) -> Response {
    let connection = request.extensions().get::<Connection>().cloned();
    if let Some(connection) = &connection {
        connection.idles();
    }
    let path = request.extensions().get::<MatchedPath>();
    let mut observed = Observed {
        app,
        method: method_name(request.method()),
        route: path.map_or(PAGE, MatchedPath::as_str).to_owned(),
        bytes_in: length(request.headers()),
        bytes_out: 0,
        status: CLIENT_LEFT,
        start: Instant::now(),
    };
    let response = next.run(request).await;
    if let Some(connection) = &connection {
        connection.idles();
    }
    observed.status = response.status().as_u16();
    observed.bytes_out = response.body().size_hint().lower();
    response
}

impl Drop for Observed {
    fn drop(&mut self) {
        let time = self.start.elapsed();
        let metrics = self.app.metrics();
        metrics.count(self.method, &self.route, self.status, time);
        tracing::info!(
            method = self.method,
            route = self.route,
            status = self.status,
            ms = (time.as_secs_f64() * 1e4).round() / 10.0,
            bytes_in = self.bytes_in,
            bytes_out = self.bytes_out,
            "request"
        );
    }
}

/// The name of a common method: anyone can make up others, and metrics would grow with each.
fn method_name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

fn length(headers: &HeaderMap) -> u64 {
    let length = headers.get(CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse().ok());
    length.unwrap_or(0)
}
