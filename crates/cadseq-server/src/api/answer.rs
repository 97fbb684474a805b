//! Answers as bytes.

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde::Serialize;

use crate::app::Workshop;
use crate::error::ApiError;

/// A whole answer; made where the work is done, so that the threads that answer only send.
pub(crate) struct Answer {
    kind: &'static str,
    bytes: Bytes,
}

impl Answer {
    /// Bytes of a media type.
    ///
    /// # Errors
    /// Busy where there is no memory for it at the moment.
    pub(crate) fn new(
        shop: &Workshop,
        kind: &'static str,
        bytes: Vec<u8>,
    ) -> Result<Self, ApiError> {
        let bytes = shop.budget.answer(bytes)?;
        Ok(Self { kind, bytes })
    }

    /// A value as JSON.
    ///
    /// # Errors
    /// As [`Answer::new`].
    pub(crate) fn json(shop: &Workshop, value: &impl Serialize) -> Result<Self, ApiError> {
        let bytes = serde_json::to_vec(value).map_err(|error| {
            tracing::error!(%error, "an answer has no JSON");
            ApiError::Internal
        })?;
        Self::new(shop, "application/json", bytes)
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        ([(CONTENT_TYPE, self.kind)], self.bytes).into_response()
    }
}

/// The OpenAPI document.
pub(super) fn document() -> Response {
    axum::Json(super::openapi()).into_response()
}
