//! The records of the JSON form of a program, which reading and writing share. The published schema
//! is `docs/schema/program.schema.json`.

use cadseq_program::{
    Arc, BooleanOperation, Circle, Extent, Extrude, FaceReference, Frame, FrameError, Line,
    Operation, Plane, SketchPlane,
};
use glam::{DVec2, DVec3};
use serde::{Deserialize, Serialize};

/// Name and version of the JSON form. A change that an older reader would misread or refuse makes a
/// new version.
pub const SCHEMA: &str = "cadseq-program/1";

/// An operation; its `op` is its name in the text form.
#[derive(Debug, Serialize)]
#[serde(tag = "op")]
pub(crate) enum OperationRecord {
    #[serde(rename = "add_sketch")]
    Sketch(SketchRecord),
    #[serde(rename = "add_line")]
    Line(LineRecord),
    #[serde(rename = "add_arc")]
    Arc(ArcRecord),
    #[serde(rename = "add_circle")]
    Circle(CircleRecord),
    #[serde(rename = "add_extrude")]
    Extrude(ExtrudeRecord),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SketchRecord {
    plane: PlaneRecord,
}

/// Where a sketch lies: a name, or an object with one key that says how.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
enum PlaneRecord {
    #[serde(rename = "XY")]
    XY,
    #[serde(rename = "XZ")]
    XZ,
    #[serde(rename = "YZ")]
    YZ,
    #[serde(rename = "frame")]
    Frame(FrameRecord),
    #[serde(rename = "face")]
    Face([f64; 3]),
    #[serde(rename = "start")]
    Start(usize),
    #[serde(rename = "end")]
    End(usize),
    #[serde(rename = "side")]
    Side(SideRecord),
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FrameRecord {
    origin: [f64; 3],
    normal: [f64; 3],
    x_axis: [f64; 3],
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SideRecord {
    sketch: usize,
    curve: usize,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LineRecord {
    start: [f64; 2],
    end: [f64; 2],
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ArcRecord {
    start: [f64; 2],
    center: [f64; 2],
    sweep_deg: f64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CircleRecord {
    center: [f64; 2],
    radius: f64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExtrudeRecord {
    profiles: Vec<usize>,
    extent: ExtentRecord,
    operation: BooleanRecord,
}

/// How far: an object with one key that says how.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ExtentRecord {
    OneSide(f64),
    Symmetric(f64),
    TwoSides(SidesRecord),
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SidesRecord {
    forward: f64,
    backward: f64,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum BooleanRecord {
    Join,
    Cut,
    Intersect,
    New,
}

impl From<&Operation> for OperationRecord {
    fn from(operation: &Operation) -> Self {
        match operation {
            Operation::AddSketch(plane) => Self::Sketch(SketchRecord {
                plane: plane.into(),
            }),
            Operation::AddLine(line) => Self::Line(LineRecord {
                start: line.start.to_array(),
                end: line.end.to_array(),
            }),
            Operation::AddArc(arc) => Self::Arc(ArcRecord {
                start: arc.start.to_array(),
                center: arc.center.to_array(),
                sweep_deg: arc.sweep_deg,
            }),
            Operation::AddCircle(circle) => Self::Circle(CircleRecord {
                center: circle.center.to_array(),
                radius: circle.radius,
            }),
            Operation::AddExtrude(extrude) => Self::Extrude(ExtrudeRecord {
                profiles: extrude.profiles.clone(),
                extent: extrude.extent.into(),
                operation: extrude.operation.into(),
            }),
        }
    }
}

impl From<LineRecord> for Operation {
    fn from(record: LineRecord) -> Self {
        Self::AddLine(Line {
            start: record.start.into(),
            end: record.end.into(),
        })
    }
}

impl From<ArcRecord> for Operation {
    fn from(record: ArcRecord) -> Self {
        Self::AddArc(Arc {
            start: record.start.into(),
            center: record.center.into(),
            sweep_deg: record.sweep_deg,
        })
    }
}

impl From<CircleRecord> for Operation {
    fn from(record: CircleRecord) -> Self {
        Self::AddCircle(Circle {
            center: DVec2::from(record.center),
            radius: record.radius,
        })
    }
}

impl From<ExtrudeRecord> for Operation {
    fn from(record: ExtrudeRecord) -> Self {
        Self::AddExtrude(Extrude {
            profiles: record.profiles,
            extent: record.extent.into(),
            operation: record.operation.into(),
        })
    }
}

impl TryFrom<SketchRecord> for Operation {
    type Error = FrameError;

    fn try_from(record: SketchRecord) -> Result<Self, FrameError> {
        let plane = match record.plane {
            PlaneRecord::XY => Plane::XY.into(),
            PlaneRecord::XZ => Plane::XZ.into(),
            PlaneRecord::YZ => Plane::YZ.into(),
            PlaneRecord::Frame(frame) => SketchPlane::Frame(Frame::new(
                frame.origin.into(),
                frame.normal.into(),
                frame.x_axis.into(),
            )?),
            PlaneRecord::Face(point) => SketchPlane::Face(FaceReference::Point(DVec3::from(point))),
            PlaneRecord::Start(extrude) => SketchPlane::Face(FaceReference::Start { extrude }),
            PlaneRecord::End(extrude) => SketchPlane::Face(FaceReference::End { extrude }),
            PlaneRecord::Side(SideRecord { sketch, curve }) => {
                SketchPlane::Face(FaceReference::Side { sketch, curve })
            }
        };
        Ok(Self::AddSketch(plane))
    }
}

impl From<&SketchPlane> for PlaneRecord {
    fn from(plane: &SketchPlane) -> Self {
        match *plane {
            SketchPlane::Origin(Plane::XY) => Self::XY,
            SketchPlane::Origin(Plane::XZ) => Self::XZ,
            SketchPlane::Origin(Plane::YZ) => Self::YZ,
            SketchPlane::Frame(frame) => Self::Frame(FrameRecord {
                origin: frame.origin().to_array(),
                normal: frame.normal().to_array(),
                x_axis: frame.x_axis().to_array(),
            }),
            SketchPlane::Face(FaceReference::Point(point)) => Self::Face(point.to_array()),
            SketchPlane::Face(FaceReference::Start { extrude }) => Self::Start(extrude),
            SketchPlane::Face(FaceReference::End { extrude }) => Self::End(extrude),
            SketchPlane::Face(FaceReference::Side { sketch, curve }) => {
                Self::Side(SideRecord { sketch, curve })
            }
        }
    }
}

impl From<Extent> for ExtentRecord {
    fn from(extent: Extent) -> Self {
        match extent {
            Extent::OneSide(depth) => Self::OneSide(depth),
            Extent::Symmetric(length) => Self::Symmetric(length),
            Extent::TwoSides(forward, backward) => {
                Self::TwoSides(SidesRecord { forward, backward })
            }
        }
    }
}

impl From<ExtentRecord> for Extent {
    fn from(record: ExtentRecord) -> Self {
        match record {
            ExtentRecord::OneSide(depth) => Self::OneSide(depth),
            ExtentRecord::Symmetric(length) => Self::Symmetric(length),
            ExtentRecord::TwoSides(SidesRecord { forward, backward }) => {
                Self::TwoSides(forward, backward)
            }
        }
    }
}

impl From<BooleanOperation> for BooleanRecord {
    fn from(operation: BooleanOperation) -> Self {
        match operation {
            BooleanOperation::Join => Self::Join,
            BooleanOperation::Cut => Self::Cut,
            BooleanOperation::Intersect => Self::Intersect,
            BooleanOperation::New => Self::New,
        }
    }
}

impl From<BooleanRecord> for BooleanOperation {
    fn from(record: BooleanRecord) -> Self {
        match record {
            BooleanRecord::Join => Self::Join,
            BooleanRecord::Cut => Self::Cut,
            BooleanRecord::Intersect => Self::Intersect,
            BooleanRecord::New => Self::New,
        }
    }
}
