//! One environment: its design, its target, and what each command does to them.
//!
//! A command that fails changes nothing.

mod design_file;
mod draw;
mod extrude;

use cadseq_solid::Bounds3;
use serde::Serialize;

use crate::answer::Outcome;
use crate::command::{Command, Envelope, GraphFormat, GraphRequest, ScreenshotRequest, SetTarget};
use crate::design::{Design, IsCancelled};
use crate::error::shown;
use crate::export;
use crate::graph::{self, Graph, Names};
use crate::record::BoundingBox3D;
use crate::target::Target;
use crate::{Answer, GymError, Limits};

/// Width and height of a screenshot unless the command says otherwise, in pixels.
const SCREENSHOT_PIXELS: u32 = 512;

/// An environment: what the commands to one port work on.
#[derive(Debug)]
pub struct Gym {
    limits: Limits,
    design: Design,
    target: Option<Target>,
    /// What the latest screenshot was taken of.
    shown: Option<Bounds3>,
}

/// A graph and the box around what it is of.
#[derive(Debug, Serialize)]
struct GraphData {
    graph: Graph,
    bounding_box: BoundingBox3D,
}

impl Gym {
    /// An environment with nothing in it.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            design: Design::new(limits),
            target: None,
            shown: None,
        }
    }

    /// The answer to the body of a request. `is_cancelled` is asked before each sketch and each extrude that is
    /// built; once it says so, the command fails and changes nothing.
    pub fn answer(&mut self, body: &[u8], is_cancelled: &dyn Fn() -> bool) -> Answer {
        let envelope = match Envelope::parse(body) {
            Ok(envelope) => envelope,
            Err(message) => return Answer::refused(&message),
        };
        let Some(name) = &envelope.command else {
            return Answer::refused("Command not present");
        };
        let command = envelope.command(name);
        let detaches = matches!(command, Ok(Command::Detach));
        let outcome = command.and_then(|command| self.run(command, is_cancelled));
        Answer {
            detaches,
            ..Answer::new(&shown(name), outcome)
        }
    }

    fn run(
        &mut self,
        command: Command<'_>,
        is_cancelled: IsCancelled<'_>,
    ) -> Result<Outcome, GymError> {
        match command {
            Command::Ping | Command::Refresh | Command::Detach => Ok(Outcome::Done),
            Command::Clear => {
                *self = Self::new(self.limits);
                Ok(Outcome::Done)
            }
            Command::Reconstruct(raw) => self.reconstruct(raw, is_cancelled),
            Command::ReconstructSketch(request) => self.reconstruct_sketch(&request),
            Command::ReconstructProfile(request) => self.reconstruct_profile(&request),
            Command::ReconstructCurve(request) => self.reconstruct_curve(&request),
            Command::ReconstructCurves(request) => self.reconstruct_curves(&request),
            Command::AddSketch(request) => self.add_sketch(&request.sketch_plane),
            Command::AddPoint(request) => self.change(&request.sketch_name, |sketch| {
                sketch.add_point(request.pt, request.transform)
            }),
            Command::AddLine(request) => self.change(&request.sketch_name, |sketch| {
                let line = sketch.add_line(request.pt1, request.pt2, request.transform);
                line.map(Some)
            }),
            Command::AddArc(request) => self.change(&request.sketch_name, |sketch| {
                let (start, center) = (request.pt1, request.pt2);
                let arc = sketch.add_arc(start, center, request.angle, request.transform);
                arc.map(Some)
            }),
            Command::AddCircle(request) => self.change(&request.sketch_name, |sketch| {
                let transform = request.transform.as_ref();
                let circle = sketch.add_circle(request.pt, request.radius, transform);
                circle.map(Some)
            }),
            Command::CloseProfile(request) => {
                self.change(&request.sketch_name, |sketch| sketch.close().map(Some))
            }
            Command::AddExtrude(request) => self.add_extrude(&request, is_cancelled),
            Command::Mesh(request) => {
                let mesh = export::mesh(&self.design.solid, &request.file, &self.limits);
                mesh.map(Outcome::File)
            }
            Command::Brep(request) => {
                export::brep(&self.design.solid, &request.file).map(Outcome::File)
            }
            Command::Sketches(request) => {
                export::sketches(&self.design.sketches, &request.format).map(Outcome::File)
            }
            Command::Screenshot(request) => self.screenshot(&request),
            Command::Graph(request) => self.graph(&request, is_cancelled),
            Command::SetTarget(request) => self.set_target(&request),
            Command::RevertToTarget => self.revert_to_target(),
            Command::AddExtrudeByTargetFace(action) => {
                self.extrude_target_faces(&[action], false, is_cancelled)
            }
            Command::AddExtrudesByTargetFace(request) => {
                self.extrude_target_faces(&request.actions, request.revert, is_cancelled)
            }
        }
    }

    fn screenshot(&mut self, request: &ScreenshotRequest) -> Result<Outcome, GymError> {
        let around = match (request.fit_camera.unwrap_or(true), self.shown) {
            (false, Some(shown)) => Some(shown),
            _ => self.design.solid.bounds()?,
        };
        let picture = (
            request.file.as_str(),
            request.width.unwrap_or(SCREENSHOT_PIXELS),
            request.height.unwrap_or(SCREENSHOT_PIXELS),
        );
        let bytes = export::screenshot(&self.design.solid, around, picture, &self.limits)?;
        self.shown = around;
        Ok(Outcome::File(bytes))
    }

    fn graph(
        &mut self,
        request: &GraphRequest,
        is_cancelled: IsCancelled<'_>,
    ) -> Result<Outcome, GymError> {
        if request.sequence {
            let stem = export::stem(request.file.as_deref().unwrap_or_default())?;
            let (format, labels) = (request.format, request.labels);
            let files = graph::sequence(&self.design, stem, format, labels, is_cancelled)?;
            return Ok(Outcome::File(files));
        }
        let boundary = self.design.boundary()?;
        let extrudes = request.labels.then_some(self.design.extrudes.as_slice());
        let names = Names::numbers(&boundary);
        data(&GraphData {
            graph: Graph::new(&boundary, &names, request.format, extrudes),
            bounding_box: boundary.bounds.into(),
        })
    }

    /// Begins anew, with a target.
    fn set_target(&mut self, request: &SetTarget) -> Result<Outcome, GymError> {
        let read = match export::extension(&request.file) {
            "step" | "stp" => Target::from_step,
            "smt" => Target::from_smt,
            _ => return Err(export::unknown(&request.file, ".step, .stp or .smt")),
        };
        let target = read(&request.file_data, &self.limits)?;
        *self = Self::new(self.limits);
        self.target = Some(target);
        self.revert_to_target()
    }

    /// Takes back all but the target.
    fn revert_to_target(&mut self) -> Result<Outcome, GymError> {
        let Some(target) = &self.target else {
            return Err(GymError::NoTarget);
        };
        self.design = Design::new(self.limits);
        let boundary = &target.boundary;
        let names = Names::numbers(boundary);
        data(&GraphData {
            graph: Graph::new(boundary, &names, GraphFormat::PerFace, None),
            bounding_box: boundary.bounds.into(),
        })
    }
}

/// A record as the data of an answer.
fn data(record: &impl Serialize) -> Result<Outcome, GymError> {
    let json = serde_json::value::to_raw_value(record).map_err(|error| GymError::Data {
        reason: error.to_string(),
    })?;
    Ok(Outcome::Data(json))
}
