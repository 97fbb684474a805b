//! An outline swept along its plane's normal: the solid of a program of one sketch and one extrude.

use cadseq_program::{Curve, OperationKind, Plane, Program};

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
    /// As [`Prism::new`]; also where the program has more sketches or extrudes, or names a profile
    /// that is not there.
    pub fn from_program(program: &Program) -> Result<Self, BuildError> {
        let Some((plane, curves, extrude)) = program.as_single_extrude() else {
            let count = |kind| program.kinds().filter(|&other| other == kind).count();
            return Err(BuildError::SeveralFeatures {
                sketches: count(OperationKind::AddSketch),
                extrudes: count(OperationKind::AddExtrude),
            });
        };
        let prism = Self::new(plane, &curves, extrude.depth)?;
        if extrude.profile > 0 {
            return Err(BuildError::ProfileOutOfRange {
                profile: extrude.profile,
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
