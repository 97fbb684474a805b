//! `POST /api/render`: a program becomes a picture.

use axum::extract::State;
use cadseq_render::{StyleName, View, draw, encode_png};
use serde::Deserialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;

use super::answer::Answer;
use super::source::{Built, Source};
use crate::app::{App, Workshop};
use crate::body::JsonBody;
use crate::error::{ApiError, ErrorBody};

/// Sizes that may be asked for, in pixels.
const SIZES: std::ops::RangeInclusive<u16> = 16..=2048;

/// Chord tolerance in units of a picture of 512 pixels: an eighth of a pixel at the camera's distance.
const TOLERANCE: f64 = 0.005;

/// The size that the tolerance is for.
const REFERENCE_SIZE: u16 = 512;

/// A program and how it should look.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RenderRequest {
    /// The program's text; give this or `program`.
    text: Option<String>,
    /// The program's JSON, see docs/schema/program.schema.json.
    #[schema(value_type = Option<Object>)]
    program: Option<Box<RawValue>>,
    /// `paper`, `line` or `shaded-edges`.
    #[serde(default = "default_style")]
    #[schema(default = "paper")]
    style: String,
    /// Width and height in pixels, from 16 to 2048.
    #[serde(default = "default_size")]
    #[schema(minimum = 16, maximum = 2048, default = 512)]
    size: u16,
}

fn default_style() -> String {
    StyleName::Paper.name().to_owned()
}

const fn default_size() -> u16 {
    REFERENCE_SIZE
}

/// The solid as a PNG, seen by the paper's camera at (20, 20, 20).
#[utoipa::path(
    post,
    path = "/api/render",
    request_body = RenderRequest,
    security((), ("token" = [])),
    responses(
        (status = 200, content_type = "image/png", body = Vec<u8>),
        (status = 400, body = ErrorBody, description = "No JSON, or values out of range"),
        (status = 401, body = ErrorBody, description = "The token is missing or wrong"),
        (status = 408, body = ErrorBody, description = "The body did not arrive in time"),
        (status = 413, body = ErrorBody, description = "The body is too long"),
        (status = 415, body = ErrorBody, description = "The body is of another type"),
        (status = 422, body = ErrorBody, description = "No such program or solid, or nothing to be seen"),
        (status = 503, body = ErrorBody, description = "Busy; ask again after Retry-After"),
    )
)]
pub(crate) async fn render(
    State(app): State<App>,
    JsonBody(request): JsonBody<RenderRequest>,
) -> Result<Answer, ApiError> {
    let style = style(&request.style)?;
    if !SIZES.contains(&request.size) {
        return Err(ApiError::BadRequest(format!(
            "size = {} is out of range; ask for {} to {} pixels",
            request.size,
            SIZES.start(),
            SIZES.end()
        )));
    }
    let source = Source::new(request.text, request.program)?;
    let shop = app.shop();
    let work = app.builds().run(move |ticket| {
        source.build(&shop, ticket, |built| {
            picture(&shop, built, style, request.size)
        })
    });
    work.await
}

fn style(name: &str) -> Result<StyleName, ApiError> {
    let mut styles = StyleName::ALL.into_iter();
    styles.find(|style| style.name() == name).ok_or_else(|| {
        let names = StyleName::ALL.map(StyleName::name).join(", ");
        ApiError::BadRequest(format!("there is no such style; the styles are {names}"))
    })
}

fn picture(
    shop: &Workshop,
    built: &Built<'_>,
    style: StyleName,
    size: u16,
) -> Result<Answer, ApiError> {
    let finer = f64::from(REFERENCE_SIZE) / f64::from(size.max(REFERENCE_SIZE));
    let tolerance = TOLERANCE.max(built.finest_tolerance()) * finer;
    let mesh = built.mesh(tolerance.into(), &shop.limits)?;
    let view = View::paper(usize::from(size));
    let picture = draw(&mesh, &view, &style.style());
    if picture.luma.iter().all(|&luma| luma >= 1.0) {
        return Err(ApiError::unprocessable(
            &"the camera at (20, 20, 20) does not see the solid; keep its coordinates within 10 units",
        ));
    }
    Answer::new(shop, "image/png", encode_png(&picture))
}
