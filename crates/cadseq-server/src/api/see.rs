//! `POST /api/see`: what a picture shows, pixel by pixel, to explain a reading.

use axum::extract::State;
use cadseq_reconstruct::camera::KnownCamera;
use cadseq_reconstruct::seeing::{Layer, PixelBox};
use cadseq_reconstruct::{ReconstructError, SeeOptions, Sight};
use cadseq_render::{decode_photo, encode_png_rgba};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::answer::Answer;
use super::query::Parameters;
use super::reconstruct::{check_object, data_address, first_object};
use crate::app::{App, Workshop};
use crate::body::PictureBody;
use crate::error::{ApiError, ErrorBody};
use crate::jobs::Ticket;

/// What may be chosen: what is seen depends on nothing else.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SeeParameters {
    /// Which object, from 1, the largest and most central first.
    #[serde(default = "first_object")]
    #[param(minimum = 1, maximum = 1000, default = 1)]
    object: u16,
    /// Looks at a part that the border cuts off as well.
    #[serde(default)]
    #[param(default = false)]
    accept_cut_off: bool,
}

/// What a picture shows.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SeeAnswer {
    width_px: usize,
    height_px: usize,
    /// The boxes of all objects, the largest and most central first.
    objects: Vec<BoxRecord>,
    /// The box of the part that was looked at.
    part: BoxRecord,
    /// Mean probability over the part's pixels that they show a part.
    certainty: f64,
    /// Where the layers lie in the picture: a square, which may reach beyond it.
    square: BoxRecord,
    layers: Vec<LayerRecord>,
}

/// A box in pixels of the picture.
#[derive(Debug, Serialize, ToSchema)]
struct BoxRecord {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// A map of the square as colours.
#[derive(Debug, Serialize, ToSchema)]
struct LayerRecord {
    /// `mask`, `normals`, `depth` or `edges`.
    name: &'static str,
    /// A PNG as a `data:` address; transparent where it shows nothing.
    picture: String,
    /// What its colours mean, where each has a meaning of its own.
    legend: Vec<LegendRecord>,
}

/// A colour and its meaning.
#[derive(Debug, Serialize, ToSchema)]
struct LegendRecord {
    /// A class of edges, such as `convex`.
    name: &'static str,
    /// As in CSS, such as `#1a59e6`.
    color: String,
}

/// What a picture shows: where the part is, how its surface is turned, its depth and edges.
///
/// It is what a reading starts from. PNG, JPEG, HEIC, GIF, WebP, BMP or TIFF.
#[utoipa::path(
    post,
    path = "/api/see",
    params(SeeParameters),
    request_body(content(("image/*"), ("application/octet-stream")), description = "The picture's bytes"),
    security((), ("token" = [])),
    responses(
        (status = 200, body = SeeAnswer),
        (status = 400, body = ErrorBody, description = "Empty, or parameters out of range"),
        (status = 401, body = ErrorBody, description = "The token is missing or wrong"),
        (status = 408, body = ErrorBody, description = "The body did not arrive in time"),
        (status = 413, body = ErrorBody, description = "Too many bytes or pixels"),
        (status = 415, body = ErrorBody, description = "No picture of a known format"),
        (status = 422, body = ErrorBody, description = "Damaged, or no part is seen in it"),
        (status = 503, body = ErrorBody, description = "Busy; ask again after Retry-After"),
    )
)]
pub(crate) async fn see(
    State(app): State<App>,
    Parameters(parameters): Parameters<SeeParameters>,
    PictureBody(body): PictureBody,
) -> Result<Answer, ApiError> {
    check_object(parameters.object)?;
    let shop = app.shop();
    let work = app
        .reconstructions()
        .run(move |ticket| answer(&shop, ticket, body.as_ref(), &parameters));
    work.await
}

fn answer(
    shop: &Workshop,
    ticket: &Ticket,
    bytes: &[u8],
    parameters: &SeeParameters,
) -> Result<Answer, ApiError> {
    let picture = decode_photo(bytes)?.picture;
    if ticket.is_over() {
        return Err(ApiError::Overtime);
    }
    let options = SeeOptions {
        object: usize::from(parameters.object) - 1,
        accept_cut_off: parameters.accept_cut_off,
        lens: None,
        // Maps do not depend on the camera: with a known one, none is looked for.
        camera: Some(KnownCamera::Paper),
    };
    let sight = shop
        .reconstructor
        .seer()
        .see(&picture, &options)
        .map_err(ReconstructError::from)?;
    Answer::json(shop, &record(&sight, [picture.width(), picture.height()]))
}

fn record(sight: &Sight, [width_px, height_px]: [usize; 2]) -> SeeAnswer {
    let crop = sight.crop;
    SeeAnswer {
        width_px,
        height_px,
        objects: sight.objects.iter().map(BoxRecord::from).collect(),
        part: BoxRecord::from(&sight.bounds),
        certainty: sight.certainty,
        square: BoxRecord {
            left: crop.left,
            top: crop.top,
            right: crop.left + crop.side,
            bottom: crop.top + crop.side,
        },
        layers: Layer::ALL
            .map(|layer| LayerRecord::new(layer, sight))
            .into(),
    }
}

impl LayerRecord {
    fn new(layer: Layer, sight: &Sight) -> Self {
        let size = sight.maps.size;
        Self {
            name: layer.name(),
            picture: data_address(&encode_png_rgba(&layer.rgba8(&sight.maps), size, size)),
            legend: layer.legend().into_iter().map(LegendRecord::from).collect(),
        }
    }
}

impl From<&PixelBox> for BoxRecord {
    fn from(bounds: &PixelBox) -> Self {
        Self {
            left: bounds.left,
            top: bounds.top,
            right: bounds.right,
            bottom: bounds.bottom,
        }
    }
}

impl From<(&'static str, [u8; 3])> for LegendRecord {
    fn from((name, [red, green, blue]): (&'static str, [u8; 3])) -> Self {
        Self {
            name,
            color: format!("#{red:02x}{green:02x}{blue:02x}"),
        }
    }
}
