//! The page and its files, which are part of the program.

use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::error::ApiError;

/// What the page was built into.
#[derive(RustEmbed)]
#[folder = "$CADSEQ_PAGE"]
struct Page;

/// Where the page's build puts files whose names change with their content.
const HASHED: &str = "assets/";

/// An embedded file for whatever is no address of the API.
pub(crate) async fn serve(request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return ApiError::MethodNotAllowed.into_response();
    }
    let path = request.uri().path().trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    match Page::get(path) {
        Some(file) => respond(&file, request.headers(), caching(path)),
        None => nothing_there().into_response(),
    }
}

fn nothing_there() -> ApiError {
    let message =
        "there is nothing at this address; the page is at /, the API in /api/openapi.json";
    ApiError::NotFound(message.to_owned())
}

/// How long a browser may keep a file without asking.
fn caching(path: &str) -> &'static str {
    if path.starts_with(HASHED) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

/// The file, or word that the browser has it.
pub(crate) fn respond(file: &EmbeddedFile, headers: &HeaderMap, caching: &'static str) -> Response {
    let etag = etag(file);
    let known = headers.get(IF_NONE_MATCH);
    let is_known = known.is_some_and(|known| known.as_bytes() == etag.as_bytes());
    let head = [(ETAG, etag), (CACHE_CONTROL, caching.to_owned())];
    if is_known {
        return (StatusCode::NOT_MODIFIED, head).into_response();
    }
    let kind = media_type(file);
    (head, [(CONTENT_TYPE, kind)], file.data.clone()).into_response()
}

fn media_type(file: &EmbeddedFile) -> String {
    let kind = file.metadata.mimetype();
    if kind.starts_with("text/") {
        format!("{kind}; charset=utf-8")
    } else {
        kind.to_owned()
    }
}

fn etag(file: &EmbeddedFile) -> String {
    let digest = file.metadata.sha256_hash();
    let digits = digest[..16].iter().map(|byte| format!("{byte:02x}"));
    format!("\"{}\"", digits.collect::<String>())
}
