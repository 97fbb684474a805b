//! `POST /api/convert`: a program becomes a file of another tool.

use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_DISPOSITION;
use axum::response::{IntoResponse, Response};
use cadseq_interchange::{Design, Format, WriteOptions, write_file};
use serde::Deserialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;

use super::answer::Answer;
use super::source::{Built, Source};
use crate::app::{App, Workshop};
use crate::body::JsonBody;
use crate::error::{ApiError, ErrorBody};

/// Longest name of a part, in characters.
const LONGEST_NAME: usize = 100;

/// A program and the format to write it in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConvertRequest {
    /// The program's text; give this or `program`.
    text: Option<String>,
    /// The program's JSON, see docs/schema/program.schema.json.
    #[schema(value_type = Option<Object>)]
    program: Option<Box<RawValue>>,
    /// Name of a format, see /api/formats.
    to: String,
    /// What the part is called, inside the file too; also the file's name.
    #[serde(default = "default_name")]
    name: String,
    /// How far triangles may leave the exact solid, as for /api/build.
    tolerance: Option<f64>,
    /// Which sketch a drawing shows, counted from 0.
    #[serde(default)]
    sketch: usize,
}

fn default_name() -> String {
    "part".to_owned()
}

/// The program as a file of another tool.
#[utoipa::path(
    post,
    path = "/api/convert",
    request_body = ConvertRequest,
    security((), ("token" = [])),
    responses(
        (status = 200, description = "The file, of the format's own media type",
         content_type = "application/octet-stream", body = Vec<u8>),
        (status = 400, body = ErrorBody, description = "No JSON, or neither text nor program"),
        (status = 401, body = ErrorBody, description = "The token is missing or wrong"),
        (status = 408, body = ErrorBody, description = "The body did not arrive in time"),
        (status = 413, body = ErrorBody, description = "The body is too long"),
        (status = 415, body = ErrorBody, description = "The body is of another type"),
        (status = 422, body = ErrorBody, description = "No such program, solid, format or sketch"),
        (status = 503, body = ErrorBody, description = "Busy; ask again after Retry-After"),
    )
)]
pub(crate) async fn convert(
    State(app): State<App>,
    JsonBody(request): JsonBody<ConvertRequest>,
) -> Result<Response, ApiError> {
    let format = Format::from_name(&request.to)?;
    let name = request.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(ApiError::BadRequest(format!(
            "a part's name has 1 to {LONGEST_NAME} characters; give another one"
        )));
    }
    let disposition = attachment(name, format.extensions()[0])?;
    let source = Source::new(request.text, request.program)?;
    let (name, shop) = (name.to_owned(), app.shop());
    let options = (request.tolerance, request.sketch);
    let work = app.builds().run(move |ticket| {
        source.build(&shop, ticket, |built| {
            file(&shop, built, format, &name, options)
        })
    });
    let answer = work.await?;
    Ok(([(CONTENT_DISPOSITION, disposition)], answer).into_response())
}

fn file(
    shop: &Workshop,
    built: &Built<'_>,
    format: Format,
    name: &str,
    (tolerance, sketch): (Option<f64>, usize),
) -> Result<Answer, ApiError> {
    let options = WriteOptions {
        chord_tolerance: built.checked_tolerance(tolerance)?,
        sketch,
        ..WriteOptions::default()
    };
    let design = Design::new(name, built.program, built.part);
    let bytes = write_file(format, &design, &options)?;
    Answer::new(shop, format.media_type(), bytes)
}

/// The header that makes browsers save a file under this name.
fn attachment(name: &str, extension: &str) -> Result<HeaderValue, ApiError> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | ' ');
    let plain: String = name
        .chars()
        .map(|c| if is_plain(c) { c } else { '_' })
        .collect();
    let encoded: String = name.bytes().map(percent_encoded).collect();
    let value = format!(
        "attachment; filename=\"{plain}.{extension}\"; filename*=UTF-8''{encoded}.{extension}"
    );
    HeaderValue::from_str(&value).map_err(|_| ApiError::Internal)
}

/// A byte as RFC 5987 writes it.
fn percent_encoded(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-') {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_leave_their_header() {
        let check = |name: &str, expected: &str| {
            let header = attachment(name, "step").expect("a header");
            assert_eq!(header.to_str().expect("text"), expected);
        };
        check(
            "my part",
            "attachment; filename=\"my part.step\"; filename*=UTF-8''my%20part.step",
        );
        check(
            "../a\"\r\nb/\u{e4}",
            "attachment; filename=\".._a___b__.step\"; filename*=UTF-8''..%2Fa%22%0D%0Ab%2F%C3%A4.step",
        );
    }
}
