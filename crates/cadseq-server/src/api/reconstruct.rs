//! `POST /api/reconstruct`: a picture becomes programs.

use std::time::Instant;

use axum::extract::State;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cadseq_program::Program;
use cadseq_reconstruct::camera::{KnownCamera, Lens};
use cadseq_reconstruct::{Candidate, Options, Reconstruction, SeeOptions, StageMillis, tidy};
use cadseq_render::{Photo, StyleName, View, Window, decode_photo, draw, encode_png};
use cadseq_solid::Part;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::answer::Answer;
use super::build::millis;
use super::camera::CameraRecord;
use super::query::Parameters;
use crate::app::{App, Workshop};
use crate::body::PictureBody;
use crate::error::{ApiError, ErrorBody};
use crate::jobs::Ticket;

/// Width and height of a thumbnail in pixels.
const THUMBNAIL: usize = 160;

/// Chord tolerance of thumbnails in units: a part fills them, whatever its size, and circles of a
/// tenth of a unit still look round.
const THUMBNAIL_TOLERANCE: f64 = 0.005;

/// Free space around the part in a thumbnail, as a share of its longer side.
const THUMBNAIL_MARGIN: f64 = 0.08;

/// Most candidates that may be asked for.
const MAX_CANDIDATES: u8 = 32;

/// Largest number of an object.
const MAX_OBJECTS: u16 = 1000;

/// What may be chosen.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReconstructParameters {
    /// Most candidates, from 1 to 32.
    #[serde(default = "default_candidates")]
    #[param(minimum = 1, maximum = 32, default = 3)]
    candidates: u8,
    /// Which object, from 1, the largest and most central first.
    #[serde(default = "first_object")]
    #[param(minimum = 1, maximum = 1000, default = 1)]
    object: u16,
    /// The camera, where it is known: it then is not looked for.
    camera: Option<CameraName>,
    /// Vertical angle of view of the whole picture in degrees, where it is known better than from EXIF.
    fov: Option<f64>,
    /// Takes a part that the border cuts off as well.
    #[serde(default)]
    #[param(default = false)]
    accept_cut_off: bool,
}

/// A camera that has a name.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum CameraName {
    /// The paper's: from (20, 20, 20) at the origin, 60 degrees.
    Paper,
    /// Exactly isometric, parallel projection.
    Isometric,
}

const fn default_candidates() -> u8 {
    3
}

pub(super) const fn first_object() -> u16 {
    1
}

/// # Errors
/// A fault in words where no object has such a number.
pub(super) fn check_object(object: u16) -> Result<(), ApiError> {
    if (1..=MAX_OBJECTS).contains(&object) {
        return Ok(());
    }
    Err(ApiError::BadRequest(format!(
        "object = {object} is out of range; objects count from 1 to {MAX_OBJECTS}"
    )))
}

impl ReconstructParameters {
    /// # Errors
    /// A fault in words where a number is out of range.
    fn check(&self) -> Result<(), ApiError> {
        let candidates = self.candidates;
        if !(1..=MAX_CANDIDATES).contains(&candidates) {
            return Err(ApiError::BadRequest(format!(
                "candidates = {candidates} is out of range; ask for 1 to {MAX_CANDIDATES}"
            )));
        }
        check_object(self.object)?;
        let [low, high] = Lens::FOV_DEG;
        match self.fov {
            Some(fov) if !(fov > low && fov < high) => Err(ApiError::BadRequest(format!(
                "fov = {fov} is out of range; it is an angle between {low} and {high} degrees"
            ))),
            Some(_) if self.camera.is_some() => Err(ApiError::BadRequest(
                "a camera that is known has its own fov; give one of the two".to_owned(),
            )),
            _ => Ok(()),
        }
    }

    /// What to look for in a photo.
    fn see_options(&self, photo: &Photo) -> SeeOptions {
        SeeOptions {
            object: usize::from(self.object) - 1,
            accept_cut_off: self.accept_cut_off,
            lens: Lens::known(self.fov, photo),
            camera: self.camera.map(KnownCamera::from),
        }
    }
}

impl From<CameraName> for KnownCamera {
    fn from(name: CameraName) -> Self {
        match name {
            CameraName::Paper => Self::Paper,
            CameraName::Isometric => Self::Isometric,
        }
    }
}

/// The programs that may have made a picture.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReconstructAnswer {
    /// How sure the first candidate is right, from 0 to 1.
    confidence: f64,
    millis: MillisRecord,
    /// The camera of the given picture.
    camera: CameraRecord,
    /// The best first; at least one.
    candidates: Vec<CandidateRecord>,
}

/// Where the time went, in milliseconds.
#[derive(Debug, Serialize, ToSchema)]
struct MillisRecord {
    find: f64,
    network: f64,
    fit: f64,
    /// With decoding and thumbnails, without waiting for a thread.
    total: f64,
}

/// One program that may have made the picture.
#[derive(Debug, Serialize, ToSchema)]
struct CandidateRecord {
    /// Its text.
    text: String,
    /// How well its rendering explains the picture, from 0 to 1.
    score: f64,
    /// What is taken for granted because the picture does not show it.
    assumptions: Vec<String>,
    /// How it differs from the first one, where the picture does not tell them apart.
    differs: Option<String>,
    /// A picture of it as a `data:` address, 160 x 160 pixels.
    thumbnail: String,
}

/// The programs that a picture shows.
///
/// PNG, JPEG, HEIC, GIF, WebP, BMP or TIFF that shows all of one part.
#[utoipa::path(
    post,
    path = "/api/reconstruct",
    params(ReconstructParameters),
    request_body(content(("image/*"), ("application/octet-stream")), description = "The picture's bytes"),
    security((), ("token" = [])),
    responses(
        (status = 200, body = ReconstructAnswer),
        (status = 400, body = ErrorBody, description = "Empty, or parameters out of range"),
        (status = 401, body = ErrorBody, description = "The token is missing or wrong"),
        (status = 408, body = ErrorBody, description = "The body did not arrive in time"),
        (status = 413, body = ErrorBody, description = "Too many bytes or pixels"),
        (status = 415, body = ErrorBody, description = "No picture of a known format"),
        (status = 422, body = ErrorBody, description = "Damaged, or no program explains it"),
        (status = 503, body = ErrorBody, description = "Busy; ask again after Retry-After"),
    )
)]
pub(crate) async fn reconstruct(
    State(app): State<App>,
    Parameters(parameters): Parameters<ReconstructParameters>,
    PictureBody(body): PictureBody,
) -> Result<Answer, ApiError> {
    parameters.check()?;
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
    parameters: &ReconstructParameters,
) -> Result<Answer, ApiError> {
    let start = Instant::now();
    let photo = decode_photo(bytes)?;
    let is_over = || ticket.is_over();
    let found = shop.reconstructor.reconstruct_unless(
        &is_over,
        &photo.picture,
        &parameters.see_options(&photo),
        &Options {
            candidates: usize::from(parameters.candidates),
            ..Options::default()
        },
    )?;
    Answer::json(shop, &record(&found, start))
}

fn record(found: &Reconstruction, start: Instant) -> ReconstructAnswer {
    let candidates = found.candidates.iter().map(CandidateRecord::from).collect();
    let StageMillis { find, network, fit } = found.millis;
    ReconstructAnswer {
        confidence: found.confidence,
        camera: CameraRecord::from(&found.view),
        candidates,
        millis: MillisRecord {
            find,
            network,
            fit,
            total: millis(start),
        },
    }
}

impl From<&Candidate> for CandidateRecord {
    fn from(candidate: &Candidate) -> Self {
        let tidied = tidy(&candidate.program);
        let program = tidied.as_ref().unwrap_or(&candidate.program);
        Self {
            text: program.to_string(),
            score: candidate.score,
            assumptions: candidate.assumptions.clone(),
            differs: candidate.differs.clone(),
            thumbnail: thumbnail(program).unwrap_or_default(),
        }
    }
}

/// The solid as the paper's camera sees it, filling a small picture; `None` where the program does not build.
fn thumbnail(program: &Program) -> Option<String> {
    let solid = Part::build(program).ok()?.solid;
    let mesh = solid.mesh(THUMBNAIL_TOLERANCE).ok()?;
    let whole = View::paper(THUMBNAIL);
    let view = match whole.bounds(&mesh.positions) {
        Some((low, high)) => whole.through(Window::around(low, high, THUMBNAIL_MARGIN), THUMBNAIL),
        None => whole,
    };
    let picture = draw(&mesh, &view, &StyleName::ShadedEdges.style());
    Some(data_address(&encode_png(&picture)))
}

/// A PNG as a `data:` address.
pub(super) fn data_address(png: &[u8]) -> String {
    format!("data:image/png;base64,{}", STANDARD.encode(png))
}
