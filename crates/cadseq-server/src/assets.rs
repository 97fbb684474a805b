//! The page and its files, which are part of the program.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::LazyLock;

use axum::body::Bytes;
use axum::extract::Request;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::error::ApiError;

/// What the page was built into.
#[derive(RustEmbed)]
#[folder = "$CADSEQ_PAGE"]
struct Page;

/// Where the page's build puts files whose names change with their content.
const HASHED: &str = "assets/";

/// The page's files as gzip has them, which is once for all; without those that it makes no smaller.
static COMPRESSED: LazyLock<BTreeMap<String, Bytes>> = LazyLock::new(|| {
    let all = Page::iter().filter_map(|path| {
        let file = Page::get(&path)?;
        let compressed = gzip(&file.data).ok()?;
        (compressed.len() < file.data.len()).then(|| (path.into_owned(), compressed.into()))
    });
    all.collect()
});

/// An embedded file for whatever is no address of the API.
pub(crate) async fn serve(request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return ApiError::MethodNotAllowed.into_response();
    }
    let path = request.uri().path().trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    let Some(file) = Page::get(path) else {
        return nothing_there().into_response();
    };
    let headers = request.headers();
    let mut response = match COMPRESSED.get(path) {
        Some(compressed) if takes_gzip(headers) => {
            // Other bytes are another entity (RFC 9110, 8.8.1).
            let etag = etag(&file, "-gzip");
            let encoding = [(CONTENT_ENCODING, "gzip")];
            let response = respond(&file, compressed.clone(), etag, headers, caching(path));
            (encoding, response).into_response()
        }
        _ => plain(&file, headers, caching(path)),
    };
    response
        .headers_mut()
        .insert(VARY, HeaderValue::from_static("accept-encoding"));
    response
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Whether a browser takes gzip (RFC 9110, 12.5.3).
fn takes_gzip(headers: &HeaderMap) -> bool {
    let all = headers.get_all(ACCEPT_ENCODING).into_iter();
    all.filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            let is_gzip = parts
                .next()
                .is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
            let weight = parts.find_map(|part| part.strip_prefix("q="));
            is_gzip && weight.is_none_or(|weight| weight.parse().is_ok_and(|q: f32| q > 0.0))
        })
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

/// The file as it is, or word that the browser has it.
pub(crate) fn plain(file: &EmbeddedFile, headers: &HeaderMap, caching: &'static str) -> Response {
    // What is part of the program is not copied.
    let body = match file.data.clone() {
        Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        Cow::Owned(bytes) => bytes.into(),
    };
    respond(file, body, etag(file, ""), headers, caching)
}

/// What a file became, or word that the browser has it.
fn respond(
    file: &EmbeddedFile,
    body: Bytes,
    etag: String,
    headers: &HeaderMap,
    caching: &'static str,
) -> Response {
    let known = headers.get(IF_NONE_MATCH);
    let is_known = known.is_some_and(|known| known.as_bytes() == etag.as_bytes());
    let head = [(ETAG, etag), (CACHE_CONTROL, caching.to_owned())];
    if is_known {
        return (StatusCode::NOT_MODIFIED, head).into_response();
    }
    (head, [(CONTENT_TYPE, media_type(file))], body).into_response()
}

fn media_type(file: &EmbeddedFile) -> String {
    let kind = file.metadata.mimetype();
    if kind.starts_with("text/") {
        format!("{kind}; charset=utf-8")
    } else {
        kind.to_owned()
    }
}

fn etag(file: &EmbeddedFile, encoding: &str) -> String {
    let digest = file.metadata.sha256_hash();
    let digits = digest[..16].iter().map(|byte| format!("{byte:02x}"));
    format!("\"{}{encoding}\"", digits.collect::<String>())
}
