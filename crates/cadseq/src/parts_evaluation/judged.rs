//! What is kept of the answer for one picture.

use std::collections::BTreeMap;
use std::time::Instant;

use cadseq_program::{OperationKind, Program};
use cadseq_reconstruct::{
    Candidate, Clues, Options, ReconstructError, Reconstruction, Reconstructor, SeeOptions,
    reconstruct_sight,
};
use cadseq_solid::{AlignedOverlap, Mesh, Part, aligned_overlap};
use serde::Serialize;

use super::known::Known;
use super::source::{Item, PartsSource};

/// Longest distance between a curve and the mesh of an answer, whose longest side is 10.
const CHORD: f64 = 0.01;

/// One picture, judged.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Judged {
    pub(super) name: String,
    /// Kind of the look of a fresh picture.
    pub(super) look: Option<&'static str>,
    /// Why there is no answer.
    pub(super) refusal: Option<String>,
    /// Of the first candidate, moved, scaled and turned to its principal axes, in the best of four turns that keep them.
    pub(super) iou: f64,
    /// In the best of all turns.
    pub(super) pose_iou: f64,
    /// The best of all candidates.
    pub(super) pose_iou_of_all: f64,
    /// Of each candidate, with what tells whether it is right.
    pub(super) candidates: Vec<JudgedCandidate>,
    /// Whether the first candidate has as many operations of every kind as the truth.
    pub(super) operations_right: bool,
    /// How many operations it has, and the truth.
    pub(super) operations: [usize; 2],
    /// Overlap of the outlines in the picture, where the true camera is known.
    pub(super) outline_iou: Option<f64>,
    /// Between the found camera and the true one, up to the part's symmetry.
    pub(super) rotation_error_deg: Option<f64>,
    pub(super) confidence: Option<f64>,
    pub(super) seconds: f64,
    /// The first candidate.
    pub(super) program: Option<String>,
}

/// One candidate, judged.
#[derive(Debug, Clone, Serialize)]
pub(super) struct JudgedCandidate {
    pose_iou: f64,
    clues: BTreeMap<&'static str, f64>,
}

impl JudgedCandidate {
    fn all(overlaps: &[Option<AlignedOverlap>], candidates: &[Candidate]) -> Vec<Self> {
        let pairs = overlaps.iter().zip(candidates);
        pairs
            .map(|(overlap, candidate)| Self {
                pose_iou: overlap.map_or(0.0, |overlap| overlap.pose_iou),
                clues: candidate.clues.iter().flat_map(Clues::named).collect(),
            })
            .collect()
    }
}

/// Reconstructs the picture with an index, and compares with the truth.
pub(crate) fn judge(
    source: &PartsSource,
    index: u64,
    reconstructor: &Reconstructor,
    known: Option<Known>,
    candidates: usize,
) -> Judged {
    let item = source.item(index);
    let start = Instant::now();
    let found = answer(&item, reconstructor, known, candidates);
    Judged::new(&item, found, start.elapsed().as_secs_f64())
}

/// The answer for a picture, or why there is none.
pub(super) fn answer(
    item: &Item,
    reconstructor: &Reconstructor,
    known: Option<Known>,
    candidates: usize,
) -> Result<Reconstruction, String> {
    let picture = item
        .picture
        .as_ref()
        .map_err(|fault| format!("{fault:#}"))?;
    let options = Options {
        candidates,
        ..Options::default()
    };
    let found = match (known, &item.truth) {
        (Some(known), Some(truth)) => reconstructor
            .seer()
            .see(picture, &SeeOptions::default())
            .map_err(ReconstructError::from)
            .and_then(|sight| {
                reconstruct_sight(&|| false, &known.put(sight, truth), picture, &options)
            }),
        _ => reconstructor.reconstruct(picture, &SeeOptions::default(), &options),
    };
    found.map_err(|error| error.to_string())
}

impl Judged {
    fn new(item: &Item, found: Result<Reconstruction, String>, seconds: f64) -> Self {
        let unanswered = Self {
            name: item.name.clone(),
            look: item.look,
            refusal: None,
            iou: 0.0,
            pose_iou: 0.0,
            pose_iou_of_all: 0.0,
            candidates: Vec::new(),
            operations_right: false,
            operations: [0, item.program.operations().len()],
            outline_iou: None,
            rotation_error_deg: None,
            confidence: None,
            seconds,
            program: None,
        };
        let found = match found {
            Ok(found) => found,
            Err(refusal) => {
                return Self {
                    refusal: Some(refusal),
                    ..unanswered
                };
            }
        };
        let programs = found.candidates.iter().map(|candidate| &candidate.program);
        let meshes: Vec<Option<Mesh>> = programs.map(mesh_of).collect();
        let overlaps: Vec<Option<AlignedOverlap>> = meshes
            .iter()
            .map(|mesh| aligned_overlap(&item.mesh, mesh.as_ref()?))
            .collect();
        let first = overlaps.first().copied().flatten();
        let program = &found.candidates[0].program;
        let mesh = meshes.first().and_then(Option::as_ref);
        let truth = item.truth.as_ref();
        Self {
            iou: first.map_or(0.0, |overlap| overlap.iou),
            pose_iou: first.map_or(0.0, |overlap| overlap.pose_iou),
            pose_iou_of_all: overlaps
                .iter()
                .flatten()
                .map(|overlap| overlap.pose_iou)
                .fold(0.0, f64::max),
            candidates: JudgedCandidate::all(&overlaps, &found.candidates),
            operations_right: kinds(program) == kinds(&item.program),
            operations: [program.operations().len(), item.program.operations().len()],
            outline_iou: truth
                .zip(mesh)
                .map(|(truth, mesh)| truth.outline_iou(mesh, &found.view)),
            rotation_error_deg: truth
                .and_then(|truth| truth.rotation_of_view_error_deg(&found.view)),
            confidence: Some(found.confidence),
            program: Some(program.to_string()),
            ..unanswered
        }
    }
}

/// The mesh of an answer; `None` where it does not build.
pub(super) fn mesh_of(program: &Program) -> Option<Mesh> {
    Part::build(program).ok()?.solid.mesh(CHORD).ok()
}

/// How many operations of each kind a program has.
fn kinds(program: &Program) -> [usize; OperationKind::ALL.len()] {
    OperationKind::ALL.map(|kind| {
        let operations = program.operations().iter();
        operations
            .filter(|operation| operation.kind() == kind)
            .count()
    })
}
