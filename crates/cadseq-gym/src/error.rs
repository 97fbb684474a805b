//! Why a command fails.

use cadseq_interchange::ReadError;
use cadseq_program::{FrameError, ProgramError};
use cadseq_solid::build::PartFault;
use cadseq_solid::kernel::KernelError;
use cadseq_solid::sketch::SketchError;
use cadseq_solid::{OverlapError, StepReadError};
use thiserror::Error;

use crate::target::SmtError;

/// Why a command fails. The message is what the client sees after "Failed processing `add_line` command due to".
#[derive(Debug, Clone, PartialEq, Error)]
pub enum GymError {
    /// A command that is not the Gym's.
    #[error("Unknown command")]
    Unknown,
    /// A command that needs data came without.
    #[error("data not specified")]
    NoData,
    /// The data of a command has another form.
    #[error("data that cannot be read: {reason}")]
    Data {
        /// The place in the data, and what is wrong there.
        reason: String,
    },
    /// No sketch has this name.
    #[error("sketch not found: there is no {name}")]
    NoSketch {
        /// The name, as far as it is short.
        name: String,
    },
    /// No plane has this name.
    #[error("sketch_plane could not be found: {name} is not XY, XZ or YZ")]
    NoPlane {
        /// The name, as far as it is short.
        name: String,
    },
    /// No face has this number, or none lies at this point.
    #[error("sketch_plane could not be found: there is no planar face {place}")]
    NoFace {
        /// Which number or point.
        place: String,
    },
    /// No profile has this identifier.
    #[error("extrude sketch profile not found; profiles are named anew where the sketch changes")]
    NoProfile,
    /// No curve has this identifier.
    #[error("the curve is not in the sketch data")]
    NoCurve,
    /// No operation has this name.
    #[error("extrude operation not found: {name} is none of Fusion 360's")]
    NoOperation {
        /// The name, as far as it is short.
        name: String,
    },
    /// A transform that is neither of the two that there are.
    #[error("the transform {name} is neither \"world\" nor a matrix")]
    NoTransform {
        /// The name, as far as it is short.
        name: String,
    },
    /// A point that does not lie in the plane of its sketch.
    #[error("a point lies {height} cm off the plane of the sketch")]
    OffPlane {
        /// Its distance from the plane.
        height: f64,
    },
    /// A profile is closed that has fewer than two lines.
    #[error("sketch has too few points; draw two lines before closing the profile")]
    TooFewPoints,
    /// A kind of curve that sketches here do not have.
    #[error("curves of type {kind} are not supported; lines, arcs and circles are")]
    CurveType {
        /// The type, as far as it is short.
        kind: String,
    },
    /// A curve that cannot be drawn.
    #[error("the curve cannot be drawn: {0}")]
    Sketch(#[from] SketchError),
    /// A design with a number out of range.
    #[error("{0}")]
    Program(#[from] ProgramError),
    /// A plane that says no direction.
    #[error("{0}")]
    Frame(#[from] FrameError),
    /// An extrude that cannot be built.
    #[error("the extrude cannot be built: {0}")]
    Part(#[from] PartFault),
    /// A design file that cannot be read.
    #[error("the design cannot be read: {0}")]
    Read(#[from] ReadError),
    /// A target file that cannot be read.
    #[error("the target cannot be read: {0}")]
    Step(#[from] StepReadError),
    /// A target of Autodesk's kernel that cannot be read.
    #[error("the target cannot be read: {0}")]
    Smt(#[from] SmtError),
    /// A solid that cannot be measured or meshed.
    #[error("{0}")]
    Kernel(#[from] KernelError),
    /// Volumes that cannot be compared.
    #[error("the volumes cannot be compared: {0}")]
    Overlap(#[from] OverlapError),
    /// A file of a kind that is not written or read.
    #[error("invalid file extension specified: {file} must end with {formats}")]
    Extension {
        /// The file's name, as far as it is short.
        file: String,
        /// The extensions that there are.
        formats: &'static str,
    },
    /// A format that the Gym has and this server has not.
    #[error("{format} files are Autodesk's own; ask for .step")]
    Autodesk {
        /// The extension.
        format: &'static str,
    },
    /// A name for a file that is no name.
    #[error(
        "the file name {name} is not a plain name of letters, digits, dots, dashes and underscores"
    )]
    FileName {
        /// The name, as far as it is short.
        name: String,
    },
    /// There is no body.
    #[error("there is no body; extrude a profile first")]
    NoBody,
    /// A cut or an intersection where there is nothing to cut.
    #[error("there is no body to cut or to intersect")]
    NothingToMeet,
    /// A face command without a target.
    #[error("Target not set")]
    NoTarget,
    /// The faces of the target do not fit.
    #[error("{which} face {problem}")]
    TargetFace {
        /// `Start` or `End`.
        which: &'static str,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// An extrude without any face of its own left, which a sequence of faces cannot say.
    #[error("Extrude {number} doesn't have start or end faces")]
    NoSequence {
        /// Number of the extrude, from 1.
        number: usize,
    },
    /// More of something than the limit.
    #[error("{count} {what} are more than the limit of {limit}")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// The limit.
        limit: usize,
    },
    /// The command took too long.
    #[error("the command took longer than it may")]
    TooLong,
}

/// Longest text of a client that an answer repeats, in characters.
const MAX_SHOWN: usize = 60;

/// A text of the client, as an answer may repeat it.
pub(crate) fn shown(text: &str) -> String {
    let plain = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut shown: String = plain.take(MAX_SHOWN).collect();
    if text.chars().nth(MAX_SHOWN).is_some() {
        shown.push_str("...");
    }
    shown
}
