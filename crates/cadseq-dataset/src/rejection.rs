//! Why a drawn program was drawn again, counted by cause.

use std::collections::BTreeMap;

use cadseq_solid::{BuildError, PartError, PartFault};
use serde::{Deserialize, Serialize};

/// The cause of one redraw, by a stable name: `no-arc`, `no-line`, the kind of
/// [`BuildError`], or `rule: <name>`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rejection(String);

impl Rejection {
    /// An arc whose sweep is 0 or whose ends coincide.
    pub fn no_arc() -> Self {
        Self("no-arc".to_owned())
    }

    /// A line whose ends coincide.
    pub fn no_line() -> Self {
        Self("no-line".to_owned())
    }

    /// A number that the language does not allow.
    pub fn out_of_range() -> Self {
        Self("out-of-range".to_owned())
    }

    /// A curve or depth that vanishes between two levels, so that no feature matrix carries it.
    pub fn no_matrix() -> Self {
        Self("no-matrix".to_owned())
    }

    /// A part of which an operation changes nothing, or of which nothing is left.
    pub fn idle() -> Self {
        Self("idle-operation".to_owned())
    }

    /// A part with next to nothing in its box.
    pub fn no_volume() -> Self {
        Self("no-volume".to_owned())
    }

    /// A part that cannot be meshed.
    pub fn no_mesh() -> Self {
        Self("no-mesh".to_owned())
    }

    /// A part thinner than any that is drawn.
    pub fn too_thin() -> Self {
        Self("too-thin".to_owned())
    }

    /// A part that scaling did not bring to its size.
    pub fn off_scale() -> Self {
        Self("off-scale".to_owned())
    }

    /// A broken limit of the design rules.
    pub fn rule(name: &str) -> Self {
        Self(format!("rule: {name}"))
    }

    /// The cause's name.
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl From<&BuildError> for Rejection {
    fn from(error: &BuildError) -> Self {
        Self(kind(error).to_owned())
    }
}

impl From<&PartError> for Rejection {
    fn from(error: &PartError) -> Self {
        Self(fault_kind(&error.fault).to_owned())
    }
}

const fn fault_kind(fault: &PartFault) -> &'static str {
    match fault {
        PartFault::Sketch(_) => "sketch",
        PartFault::Profile { .. } => "profile-out-of-range",
        PartFault::Face(_) => "no-face",
        PartFault::Extrude(_) => "extrude",
        PartFault::Boolean { .. } => "boolean",
        PartFault::Kernel(_) => "kernel",
        PartFault::Cancelled => "cancelled",
    }
}

const fn kind(error: &BuildError) -> &'static str {
    match error {
        BuildError::NoCurve => "no-curve",
        BuildError::NotFinite { .. } | BuildError::DepthNotFinite { .. } => "not-finite",
        BuildError::OpenLoop { .. } => "open-loop",
        BuildError::Contact { .. } => "crosses-or-touches-itself",
        BuildError::ZeroLength { .. } => "zero-length",
        BuildError::ZeroArea { .. } => "zero-area",
        BuildError::ZeroDepth { .. } => "zero-depth",
        BuildError::SeveralLoops { .. } => "several-loops",
        BuildError::SeveralFeatures { .. } => "several-features",
        BuildError::NoPrism { .. } => "no-prism",
        BuildError::ProfileOutOfRange { .. } => "profile-out-of-range",
    }
}

/// How often each cause arose.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rejections(BTreeMap<Rejection, u64>);

impl Rejections {
    /// Counts one redraw.
    pub fn count(&mut self, cause: Rejection) {
        *self.0.entry(cause).or_default() += 1;
    }

    /// Adds the counts of `other`.
    pub fn add(&mut self, other: &Self) {
        for (cause, count) in &other.0 {
            *self.0.entry(cause.clone()).or_default() += count;
        }
    }

    /// Redraws by all causes.
    pub fn total(&self) -> u64 {
        self.0.values().sum()
    }

    /// Causes and counts, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u64)> {
        self.0.iter().map(|(cause, &count)| (cause.name(), count))
    }
}
