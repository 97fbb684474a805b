//! `GET /api/examples`: parts to start from, with their pictures.

use axum::Json;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::Response;
use rust_embed::RustEmbed;
use serde::Serialize;
use utoipa::ToSchema;

use crate::assets::plain;
use crate::error::{ApiError, ErrorBody};

/// The pictures and programs of the repository's examples.
#[derive(RustEmbed)]
#[folder = "$CADSEQ_EXAMPLES"]
struct Examples;

/// A part to start from.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ExampleRecord {
    name: String,
    /// The name for a person.
    title: String,
    /// Address of its picture.
    picture: String,
    /// The program that the picture was drawn from.
    text: String,
}

/// Parts to start from.
#[utoipa::path(
    get,
    path = "/api/examples",
    responses((status = 200, body = Vec<ExampleRecord>))
)]
pub(crate) async fn list() -> Json<Vec<ExampleRecord>> {
    let mut names: Vec<String> = Examples::iter()
        .filter_map(|file| file.strip_suffix(".cad").map(str::to_owned))
        .collect();
    names.sort();
    Json(names.into_iter().filter_map(record).collect())
}

/// The picture of an example.
#[utoipa::path(
    get,
    path = "/api/examples/{file}",
    params(("file" = String, Path, description = "The example's name with .png")),
    responses(
        (status = 200, content_type = "image/png", body = Vec<u8>),
        (status = 404, body = ErrorBody, description = "There is no such example"),
    )
)]
pub(crate) async fn picture(
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let name = file.strip_suffix(".png");
    let picture = name.and_then(|_| Examples::get(&file));
    match picture {
        Some(picture) => Ok(plain(&picture, &headers, "no-cache")),
        None => Err(ApiError::NotFound(
            "there is no such picture; /api/examples lists those that there are".to_owned(),
        )),
    }
}

fn record(name: String) -> Option<ExampleRecord> {
    let program = Examples::get(&format!("{name}.cad"))?;
    Some(ExampleRecord {
        title: title(&name),
        picture: format!("/api/examples/{name}.png"),
        text: String::from_utf8_lossy(&program.data).into_owned(),
        name,
    })
}

/// `half-disc` becomes `Half disc`.
fn title(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut characters = words.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => words,
    }
}
