//! A body of a solid, held by whatever holds it exactly.

use crate::kernel::{Adjustment, KernelBody, KernelError};
use crate::overlap::volume_of;
use crate::planar_face::PlanarFace;
use crate::stack::{Stack, StackError};
use crate::{Bounds3, FaceOrigin, Measures, Mesh, MeshTolerance, SetOperation};
use glam::DVec3;
use thiserror::Error;

/// One body: a [`Stack`] as long as all its extrudes run along one axis, a [`KernelBody`] from the
/// first Boolean on in which axes cross.
#[derive(Debug, Clone)]
pub enum Body {
    /// All axes parallel.
    Stack(Stack),
    /// Any axes.
    Kernel(Box<KernelBody>),
}

/// Why two bodies could not be combined.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum BodyError {
    /// The planar method refused.
    #[error(transparent)]
    Stack(#[from] StackError),
    /// The kernel refused.
    #[error(transparent)]
    Kernel(#[from] KernelError),
}

/// Why a body's stack has measures.
const FULL: &str = "a body is not empty";

/// How two bodies met.
#[derive(Debug)]
pub(crate) struct Met {
    /// The result; `None` where nothing is left.
    pub(crate) body: Option<Body>,
    /// Whether they share space or a face. Where they do not, a join leaves two pieces apart and a
    /// cut leaves everything.
    pub(crate) meet: bool,
    /// What was done to the tool for it.
    pub(crate) adjustment: Option<Adjustment>,
}

impl Body {
    /// The Boolean of two bodies.
    ///
    /// # Errors
    /// Where neither method can combine them.
    pub(crate) fn boolean(&self, tool: &Self, operation: SetOperation) -> Result<Met, BodyError> {
        if let (Self::Stack(a), Self::Stack(b)) = (self, tool) {
            match a.boolean(b, operation) {
                Ok(stack) => return Ok(stacks_met(a, b, stack, operation)),
                Err(StackError::NotParallel { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let result = self.to_kernel()?.boolean(&tool.to_kernel()?, operation)?;
        Ok(Met {
            body: result.body.map(|body| Self::Kernel(Box::new(body))),
            meet: result.meet,
            adjustment: result.adjustment,
        })
    }

    /// Whether the extrudes of both run along one axis.
    pub(crate) fn is_parallel(&self, other: &Self) -> bool {
        let stacks = self.stack().zip(other.stack());
        stacks.is_some_and(|(a, b)| a.is_parallel(b))
    }

    pub(crate) const fn stack(&self) -> Option<&Stack> {
        match self {
            Self::Stack(stack) => Some(stack),
            Self::Kernel(_) => None,
        }
    }

    /// Whether the kernel has a face that stems from an extrude.
    pub(crate) fn has_faces_of(&self, extrude: u32) -> bool {
        matches!(self, Self::Kernel(body) if body.has_faces_of(extrude))
    }

    /// The body in the kernel.
    ///
    /// # Errors
    /// Where the kernel's checker refuses it.
    pub(crate) fn to_kernel(&self) -> Result<KernelBody, KernelError> {
        match self {
            Self::Stack(stack) => KernelBody::from_stack(stack),
            Self::Kernel(body) => Ok((**body).clone()),
        }
    }

    /// How many connected pieces the body has: a cut that goes through leaves two.
    ///
    /// # Errors
    /// Where the kernel cannot find its own boundary.
    pub fn piece_count(&self) -> Result<usize, KernelError> {
        match self {
            Self::Stack(stack) => Ok(stack.lump_count()),
            Self::Kernel(body) => body.piece_count(),
        }
    }

    /// The connected pieces.
    ///
    /// # Errors
    /// As [`Body::piece_count`].
    pub fn pieces(&self) -> Result<Vec<Self>, KernelError> {
        match self {
            Self::Stack(stack) => Ok(stack.lumps().into_iter().map(Self::Stack).collect()),
            Self::Kernel(body) => {
                let pieces = body.pieces()?.into_iter();
                Ok(pieces.map(|piece| Self::Kernel(Box::new(piece))).collect())
            }
        }
    }

    /// Volume, area, box and centre of mass. Where a tool grew, the volume is that of the construction, if that
    /// is simple.
    ///
    /// # Errors
    /// Where the kernel cannot integrate a face.
    pub fn measures(&self) -> Result<Measures, KernelError> {
        match self {
            Self::Stack(stack) => Ok(stack.measures().expect(FULL)),
            Self::Kernel(body) => {
                let measures = body.measures()?;
                let exact = body.is_grown().then(|| volume_of(body.construction()));
                Ok(Measures {
                    volume: exact.flatten().unwrap_or(measures.volume),
                    ..measures
                })
            }
        }
    }

    /// The smallest box around the body.
    ///
    /// # Errors
    /// Where the kernel cannot read its own edges.
    pub fn bounds(&self) -> Result<Bounds3, KernelError> {
        match self {
            Self::Stack(stack) => Ok(stack.bounds().expect(FULL)),
            Self::Kernel(body) => body.bounds(),
        }
    }

    /// A watertight mesh whose faces keep the tolerance; a number is a distance in model units.
    ///
    /// # Errors
    /// Where the kernel cannot triangulate a face.
    pub fn mesh(&self, tolerance: impl Into<MeshTolerance>) -> Result<Mesh, KernelError> {
        match self {
            Self::Stack(stack) => Ok(stack.mesh(tolerance)),
            Self::Kernel(body) => body.mesh(tolerance),
        }
    }

    pub(crate) fn planes_of(&self, origin: FaceOrigin) -> Result<Vec<PlanarFace>, KernelError> {
        match self {
            Self::Stack(stack) => Ok(stack.planes_of(origin)),
            Self::Kernel(body) => body.planes_of(origin),
        }
    }

    pub(crate) fn planar_faces_at(
        &self,
        position: DVec3,
        tolerance: f64,
    ) -> Result<Vec<PlanarFace>, KernelError> {
        match self {
            Self::Stack(stack) => Ok(stack.planar_faces_at(position, tolerance)),
            Self::Kernel(body) => body.planar_faces_at(position, tolerance),
        }
    }
}

fn stacks_met(a: &Stack, b: &Stack, result: Stack, operation: SetOperation) -> Met {
    let meet = match operation {
        SetOperation::Join => result.lumps().len() < a.lumps().len() + b.lumps().len(),
        SetOperation::Cut => {
            let shared = a.volume() - result.volume();
            shared > a.tolerance() * libm::cbrt(a.volume()).powi(2)
        }
        SetOperation::Intersect => true,
    };
    Met {
        body: (!result.is_empty()).then_some(Body::Stack(result)),
        meet,
        adjustment: None,
    }
}
