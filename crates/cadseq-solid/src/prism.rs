//! An outline swept along its plane's normal: the solid of a program of one sketch and one extrude.

use cadseq_program::{Curve, Extent, Operation, OperationKind, Plane, Program};

use crate::{BuildError, Outline, outline::DEFAULT_TOLERANCE};

/// A right prism over an [`Outline`]; closed and manifold by construction.
#[derive(Debug, Clone, PartialEq)]
pub struct Prism {
    plane: Plane,
    outline: Outline,
    depth: f64,
}

impl Prism {
    /// Extrudes the one loop that `curves` make by the signed `depth` along the plane's normal.
    ///
    /// # Errors
    /// Where the curves are no simple closed loop or the depth is zero, see [`BuildError`].
    pub fn new(plane: Plane, curves: &[Curve], depth: f64) -> Result<Self, BuildError> {
        if !depth.is_finite() {
            return Err(BuildError::DepthNotFinite { depth });
        }
        let outline = Outline::new(curves, DEFAULT_TOLERANCE)?;
        if depth.abs() <= DEFAULT_TOLERANCE {
            return Err(BuildError::ZeroDepth { depth });
        }
        Ok(Self {
            plane,
            outline,
            depth,
        })
    }

    /// Builds a program of one sketch and one extrude. The operation (join, cut, ...) is ignored:
    /// the first extrude always makes a new body.
    ///
    /// # Errors
    /// As [`Prism::new`]; also where the program has more sketches or extrudes, another plane than an
    /// origin plane, another extent than one-sided, or names several profiles or one that is not
    /// there.
    pub fn from_program(program: &Program) -> Result<Self, BuildError> {
        let parts = program
            .as_single_extrude()
            .ok_or_else(|| why_no_prism(program))?;
        let prism = Self::new(parts.plane, &parts.curves, parts.depth)?;
        if parts.profile > 0 {
            return Err(BuildError::ProfileOutOfRange {
                profile: parts.profile,
                count: 1,
            });
        }
        Ok(prism)
    }

    /// The sketch plane.
    pub fn plane(&self) -> Plane {
        self.plane
    }

    /// The profile.
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// Signed depth along the plane's normal, in model units.
    pub fn depth(&self) -> f64 {
        self.depth
    }

    /// Lowest and highest height along the plane's normal.
    pub fn heights(&self) -> (f64, f64) {
        (self.depth.min(0.0), self.depth.max(0.0))
    }
}

/// What a program has that a prism has not.
fn why_no_prism(program: &Program) -> BuildError {
    let count = |kind| program.kinds().filter(|&other| other == kind).count();
    let (sketches, extrudes) = (
        count(OperationKind::AddSketch),
        count(OperationKind::AddExtrude),
    );
    if sketches > 1 || extrudes > 1 {
        return BuildError::SeveralFeatures { sketches, extrudes };
    }
    let what = match program.operations().last() {
        Some(Operation::AddExtrude(extrude)) if extrude.profiles.len() > 1 => {
            "an extrude of several profiles"
        }
        Some(Operation::AddExtrude(extrude)) if !matches!(extrude.extent, Extent::OneSide(_)) => {
            "a symmetric or two-sided extrude"
        }
        _ => "a sketch on another plane than XY, XZ and YZ",
    };
    BuildError::NoPrism { what }
}
