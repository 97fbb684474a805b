//! `POST /api/build`: a program becomes a solid to look at.

use std::time::Instant;

use axum::extract::State;
use cadseq_interchange::write::json;
use cadseq_program::Program;
use cadseq_solid::{Measures, Sketch};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use utoipa::ToSchema;

use super::answer::Answer;
use super::mesh::MeshRecord;
use super::source::{Built, Source};
use crate::app::{App, Workshop};
use crate::body::JsonBody;
use crate::error::{ApiError, ErrorBody};

/// A program as text or JSON.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BuildRequest {
    /// The program's text; give this or `program`.
    text: Option<String>,
    /// The program's JSON, see docs/schema/program.schema.json.
    #[schema(value_type = Option<Object>)]
    program: Option<Box<RawValue>>,
    /// How far triangles may leave the exact solid, in units (cm); without, as in files: 0.005 or 1/2000 of
    /// the part's size, whichever is less, with at least 63 edges a full circle.
    tolerance: Option<f64>,
}

/// The solid of a program.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BuildAnswer {
    /// The program's text as cadseq prints it.
    text: String,
    /// The program's JSON.
    #[schema(value_type = Object)]
    program: Box<RawValue>,
    /// Sums over the bodies; null where there is none.
    measures: Option<MeasuresRecord>,
    /// How many bodies there are.
    bodies: usize,
    /// What the program's author may not expect.
    notes: Vec<String>,
    /// From reading the program to its mesh, in milliseconds.
    millis: f64,
    /// How many operations were kept from an earlier build.
    reused_operations: usize,
    /// The sketches, with their places in the world.
    sketches: Vec<SketchRecord>,
    mesh: MeshRecord,
}

/// Size and place of a solid.
#[derive(Debug, Serialize, ToSchema)]
struct MeasuresRecord {
    /// Cubic units.
    volume: f64,
    /// Square units.
    surface_area: f64,
    /// Lowest and highest corner of the smallest box around it.
    #[serde(rename = "box")]
    bounds: [[f64; 3]; 2],
    center_of_mass: [f64; 3],
}

/// A sketch in the world.
#[derive(Debug, Serialize, ToSchema)]
struct SketchRecord {
    /// Index of its `add_sketch`.
    operation: usize,
    frame: FrameRecord,
    /// How many profiles its curves make.
    profiles: usize,
}

/// Where a sketch lies: a right-handed frame of unit vectors.
#[derive(Debug, Serialize, ToSchema)]
struct FrameRecord {
    origin: [f64; 3],
    x_axis: [f64; 3],
    y_axis: [f64; 3],
    normal: [f64; 3],
}

/// The solid of a program: mesh, measures, sketches.
///
/// Programs are remembered by their beginnings, so that an edit costs only what follows it.
#[utoipa::path(
    post,
    path = "/api/build",
    request_body = BuildRequest,
    security((), ("token" = [])),
    responses(
        (status = 200, body = BuildAnswer),
        (status = 400, body = ErrorBody, description = "No JSON, or neither text nor program"),
        (status = 401, body = ErrorBody, description = "The token is missing or wrong"),
        (status = 408, body = ErrorBody, description = "The body did not arrive in time"),
        (status = 413, body = ErrorBody, description = "The body is too long"),
        (status = 415, body = ErrorBody, description = "The body is of another type"),
        (status = 422, body = ErrorBody, description = "No such program or solid; says where"),
        (status = 503, body = ErrorBody, description = "Busy; ask again after Retry-After"),
    )
)]
pub(crate) async fn build(
    State(app): State<App>,
    JsonBody(request): JsonBody<BuildRequest>,
) -> Result<Answer, ApiError> {
    let source = Source::new(request.text, request.program)?;
    let shop = app.shop();
    let work = app.builds().run(move |ticket| {
        let start = Instant::now();
        source.build(&shop, ticket, |built| {
            answer(&shop, built, request.tolerance, start)
        })
    });
    work.await
}

fn answer(
    shop: &Workshop,
    built: &Built<'_>,
    tolerance: Option<f64>,
    start: Instant,
) -> Result<Answer, ApiError> {
    let solid = &built.part.solid;
    let mesh = built.mesh(built.tolerance(tolerance)?, &shop.limits)?;
    let answer = BuildAnswer {
        text: built.program.to_string(),
        program: program_json(built.program)?,
        measures: built.measures.as_ref().map(MeasuresRecord::from),
        bodies: solid.piece_count()?,
        notes: built.part.notes.iter().map(ToString::to_string).collect(),
        millis: millis(start),
        reused_operations: built.reused,
        sketches: built.part.sketches.iter().map(SketchRecord::from).collect(),
        mesh: MeshRecord::new(&mesh, built.part),
    };
    Answer::json(shop, &answer)
}

/// Milliseconds since a moment, to the microsecond.
pub(super) fn millis(start: Instant) -> f64 {
    start.elapsed().as_micros() as f64 / 1e3
}

fn program_json(program: &Program) -> Result<Box<RawValue>, ApiError> {
    RawValue::from_string(json::write(program)).map_err(|error| {
        tracing::error!(%error, "a program has no JSON");
        ApiError::Internal
    })
}

impl From<&Measures> for MeasuresRecord {
    fn from(measures: &Measures) -> Self {
        let bounds = measures.bounds;
        Self {
            volume: measures.volume,
            surface_area: measures.surface_area,
            bounds: [bounds.min.to_array(), bounds.max.to_array()],
            center_of_mass: measures.center_of_mass.to_array(),
        }
    }
}

impl From<&Sketch> for SketchRecord {
    fn from(sketch: &Sketch) -> Self {
        let frame = sketch.frame;
        Self {
            operation: sketch.operation,
            frame: FrameRecord {
                origin: frame.origin().to_array(),
                x_axis: frame.x_axis().to_array(),
                y_axis: frame.y_axis().to_array(),
                normal: frame.normal().to_array(),
            },
            profiles: sketch.profiles.len(),
        }
    }
}
