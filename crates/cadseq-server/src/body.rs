//! Bodies of requests: read within limits of size, time and memory.

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http_body_util::BodyExt as _;
use serde::de::DeserializeOwned;

use crate::App;
use crate::budget::{Budget, Held};
use crate::connection::Connection;
use crate::error::ApiError;

/// The bytes of a picture.
pub(crate) struct PictureBody(pub(crate) Held);

/// The bytes of a file of another tool.
pub(crate) struct ImportBody(pub(crate) Held);

/// A JSON value.
pub(crate) struct JsonBody<T>(pub(crate) T);

impl FromRequest<App> for PictureBody {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &App) -> Result<Self, ApiError> {
        let kind = content_type(&request);
        let is_bytes = kind.is_empty() || kind == "application/octet-stream";
        if !is_bytes && !kind.starts_with("image/") {
            return Err(ApiError::UnsupportedMedia(
                "send the picture's own bytes, with a Content-Type such as image/png".to_owned(),
            ));
        }
        let body = read(request, app, app.limits().picture_bytes).await?;
        Ok(Self(body))
    }
}

impl FromRequest<App> for ImportBody {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &App) -> Result<Self, ApiError> {
        let body = read(request, app, app.limits().import_bytes).await?;
        Ok(Self(body))
    }
}

impl<T: DeserializeOwned> FromRequest<App> for JsonBody<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &App) -> Result<Self, ApiError> {
        if content_type(&request) != "application/json" {
            return Err(ApiError::UnsupportedMedia(
                "send JSON, with Content-Type: application/json".to_owned(),
            ));
        }
        let body = read(request, app, app.limits().program_bytes).await?;
        let value = serde_json::from_slice(body.as_ref());
        value.map(Self).map_err(|error| {
            ApiError::BadRequest(format!("{error}; /api/openapi.json says what is expected"))
        })
    }
}

/// The media type in small letters, without parameters; empty where there is none.
fn content_type(request: &Request) -> String {
    let value = request.headers().get(CONTENT_TYPE);
    let text = value.and_then(|value| value.to_str().ok()).unwrap_or("");
    let kind = text.split(';').next().unwrap_or("");
    kind.trim().to_ascii_lowercase()
}

async fn read(request: Request, app: &App, most: usize) -> Result<Held, ApiError> {
    let too_large = || {
        let most_kib = most >> 10;
        ApiError::TooLarge(format!("at most {most_kib} KiB are taken here; send less"))
    };
    let length = request.headers().get(CONTENT_LENGTH);
    let announced = length.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|announced| announced > most) {
        return Err(too_large());
    }
    let (parts, body) = request.into_parts();
    let reading = collect(body, app.budget(), most, too_large);
    let read = tokio::time::timeout(app.limits().body_time, reading).await;
    let held = read.map_err(|_| ApiError::BodyTimeout)??;
    if let Some(connection) = parts.extensions.get::<Connection>() {
        connection.works();
    }
    Ok(held)
}

async fn collect(
    mut body: Body,
    budget: &Budget,
    most: usize,
    too_large: impl Fn() -> ApiError,
) -> Result<Held, ApiError> {
    let mut held = Budget::nothing();
    while let Some(frame) = body.frame().await {
        let frame =
            frame.map_err(|_| ApiError::BadRequest("the body broke off; send it again".into()))?;
        let Some(data) = frame.data_ref() else {
            continue;
        };
        if held.as_ref().len() + data.len() > most {
            return Err(too_large());
        }
        budget.add(&mut held, data)?;
    }
    Ok(held)
}
