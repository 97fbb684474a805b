//! `GET /api/formats`: what programs can be written as.

use axum::Json;
use cadseq_interchange::Format;
use serde::Serialize;
use utoipa::ToSchema;

/// A format that programs can be written in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FormatRecord {
    /// What /api/convert calls it.
    name: &'static str,
    /// What a person calls it.
    title: &'static str,
    /// The usual extension of its files, without the dot.
    extension: &'static str,
    media_type: &'static str,
    /// `solid`, `script`, `drawing` or `program`.
    kind: &'static str,
}

/// The formats that programs can be written in.
#[utoipa::path(
    get,
    path = "/api/formats",
    responses((status = 200, body = Vec<FormatRecord>))
)]
pub(crate) async fn list() -> Json<Vec<FormatRecord>> {
    let written = Format::ALL.into_iter().filter(|format| format.is_written());
    let record = |format: Format| FormatRecord {
        name: format.name(),
        title: format.title(),
        extension: format.extensions()[0],
        media_type: format.media_type(),
        kind: format.kind().name(),
    };
    Json(written.map(record).collect())
}
