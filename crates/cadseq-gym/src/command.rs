//! Commands as they come: a name, and data in a form of its own for each.

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::GymError;
use crate::error::shown;
use crate::reconstruct::Reconstruction;
use crate::record::{Point, Transform};

/// Longest message about the form of data, in characters: it repeats what a client said.
const MAX_REASON: usize = 300;

/// A command of the Gym.
#[derive(Debug)]
pub(crate) enum Command<'a> {
    Ping,
    Refresh,
    Clear,
    Detach,
    Reconstruct(&'a RawValue),
    ReconstructSketch(Reconstruction<'a>),
    ReconstructProfile(Reconstruction<'a>),
    ReconstructCurve(Reconstruction<'a>),
    ReconstructCurves(Reconstruction<'a>),
    AddSketch(AddSketch),
    AddPoint(AddPoint),
    AddLine(AddLine),
    AddArc(AddArc),
    AddCircle(AddCircle),
    CloseProfile(CloseProfile),
    AddExtrude(AddExtrude),
    Mesh(FileRequest),
    Brep(FileRequest),
    Sketches(SketchesRequest),
    Screenshot(ScreenshotRequest),
    Graph(GraphRequest),
    SetTarget(SetTarget),
    RevertToTarget,
    AddExtrudeByTargetFace(FaceAction),
    AddExtrudesByTargetFace(FaceActions),
}

/// The body of a request.
#[derive(Debug, Deserialize)]
pub(crate) struct Envelope<'a> {
    /// The command's name.
    pub(crate) command: Option<String>,
    #[serde(borrow)]
    data: Option<&'a RawValue>,
}

/// Where a sketch shall lie.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(
    untagged,
    expecting = "a plane's name, the number of a face, or a point with x, y and z on a face"
)]
pub(crate) enum PlaneRequest {
    Name(String),
    Face(u64),
    Point(Point),
}

/// What coordinates are in, where they are not in those of their sketch.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(
    untagged,
    expecting = "\"world\", or origin, x_axis, y_axis and z_axis"
)]
pub(crate) enum TransformRequest {
    Name(String),
    Matrix(Transform),
}

#[derive(Debug, Deserialize)]
pub(crate) struct AddSketch {
    pub(crate) sketch_plane: PlaneRequest,
}

#[derive(Debug, Deserialize)]
pub(crate) struct AddPoint {
    pub(crate) sketch_name: String,
    pub(crate) pt: Point,
    pub(crate) transform: Option<TransformRequest>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct AddLine {
    pub(crate) sketch_name: String,
    pub(crate) pt1: Point,
    pub(crate) pt2: Point,
    pub(crate) transform: Option<TransformRequest>,
}

/// `pt1` is the start, `pt2` the centre, `angle` the sweep in degrees.
#[derive(Debug, Deserialize)]
pub(crate) struct AddArc {
    pub(crate) sketch_name: String,
    pub(crate) pt1: Point,
    pub(crate) pt2: Point,
    pub(crate) angle: f64,
    pub(crate) transform: Option<TransformRequest>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct AddCircle {
    pub(crate) sketch_name: String,
    pub(crate) pt: Point,
    pub(crate) radius: f64,
    pub(crate) transform: Option<TransformRequest>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct CloseProfile {
    pub(crate) sketch_name: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct AddExtrude {
    pub(crate) sketch_name: String,
    pub(crate) profile_id: String,
    pub(crate) distance: f64,
    pub(crate) operation: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct FileRequest {
    pub(crate) file: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct SketchesRequest {
    pub(crate) format: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct ScreenshotRequest {
    pub(crate) file: String,
    pub(crate) width: Option<u32>,
    pub(crate) height: Option<u32>,
    pub(crate) fit_camera: Option<bool>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GraphRequest {
    pub(crate) format: GraphFormat,
    pub(crate) sequence: bool,
    pub(crate) labels: bool,
    pub(crate) file: Option<String>,
}

/// What a graph says of faces and edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(crate) enum GraphFormat {
    /// Points and normals over each face.
    PerFace,
    /// Area, normal and curvature of faces, length, direction and convexity of edges.
    PerExtrude,
}

#[derive(Debug, Deserialize)]
pub(crate) struct SetTarget {
    pub(crate) file: String,
    pub(crate) file_data: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct FaceAction {
    pub(crate) start_face: String,
    pub(crate) end_face: String,
    pub(crate) operation: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct FaceActions {
    pub(crate) actions: Vec<FaceAction>,
    #[serde(default)]
    pub(crate) revert: bool,
}

impl<'a> Envelope<'a> {
    /// The body of a request.
    ///
    /// # Errors
    /// What is wrong with it, for the client.
    pub(crate) fn parse(body: &'a [u8]) -> Result<Self, String> {
        serde_json::from_slice(body)
            .map_err(|error| format!("The request is not a command: {error}"))
    }

    /// The command of this name.
    ///
    /// # Errors
    /// A name that is not the Gym's, data of another form or none.
    pub(crate) fn command(&self, name: &str) -> Result<Command<'a>, GymError> {
        let command = match name {
            "ping" => Command::Ping,
            "refresh" => Command::Refresh,
            "clear" => Command::Clear,
            "detach" => Command::Detach,
            "reconstruct" => Command::Reconstruct(self.raw()?),
            "reconstruct_sketch" => Command::ReconstructSketch(self.data()?),
            "reconstruct_profile" => Command::ReconstructProfile(self.data()?),
            "reconstruct_curve" => Command::ReconstructCurve(self.data()?),
            "reconstruct_curves" => Command::ReconstructCurves(self.data()?),
            "add_sketch" => Command::AddSketch(self.data()?),
            "add_point" => Command::AddPoint(self.data()?),
            "add_line" => Command::AddLine(self.data()?),
            "add_arc" => Command::AddArc(self.data()?),
            "add_circle" => Command::AddCircle(self.data()?),
            "close_profile" => Command::CloseProfile(self.data()?),
            "add_extrude" => Command::AddExtrude(self.data()?),
            "mesh" => Command::Mesh(self.data()?),
            "brep" => Command::Brep(self.data()?),
            "sketches" => Command::Sketches(self.data()?),
            "screenshot" => Command::Screenshot(self.data()?),
            "graph" => Command::Graph(self.data()?),
            "set_target" => Command::SetTarget(self.data()?),
            "revert_to_target" => Command::RevertToTarget,
            "add_extrude_by_target_face" => Command::AddExtrudeByTargetFace(self.data()?),
            "add_extrudes_by_target_face" => Command::AddExtrudesByTargetFace(self.data()?),
            _ => return Err(GymError::Unknown),
        };
        Ok(command)
    }

    fn raw(&self) -> Result<&'a RawValue, GymError> {
        self.data.ok_or(GymError::NoData)
    }

    fn data<T: Deserialize<'a>>(&self) -> Result<T, GymError> {
        part(self.raw()?)
    }
}

/// JSON as a record.
///
/// # Errors
/// JSON of another form, with its place.
pub(crate) fn part<'a, T: Deserialize<'a>>(raw: &'a RawValue) -> Result<T, GymError> {
    let mut json = serde_json::Deserializer::from_str(raw.get());
    serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = shown(&error.path().to_string());
        let message = error.inner().to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        let reason = if path == "." {
            message.to_owned()
        } else {
            format!("{path}: {message}")
        };
        GymError::Data {
            reason: reason.chars().take(MAX_REASON).collect(),
        }
    })
}
