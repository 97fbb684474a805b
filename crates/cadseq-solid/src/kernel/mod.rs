//! Solids of any orientation, in the kernel *arris*: for Booleans of extrudes whose axes are not
//! parallel, where a [`Stack`](crate::stack) cannot hold the result.
//!
//! Only this module knows the kernel's types. A [`KernelBody`] comes from a [`Brep`](crate::Brep),
//! keeps the origins of its faces through every Boolean, and is closed, manifold and checked.
//!
//! Where the kernel refuses two solids because they touch without crossing (a cylinder that grazes a
//! wall, edges that meet in a point), or its result has a face whose boundary passes a point twice,
//! the tool is moved by [`DISPLACEMENT`] at most, or grown by as much if it is cut away, and the Boolean done again; the result says so. That is less
//! than the distance below which two points of a sketch count as one, so the answer is the exact one of a
//! program that reads as the same. Whether the two meet at all is still a matter of where the tool was.

mod assemble;
mod boolean;
mod error;
mod faces;
mod mass;
mod measure;
mod mesh;
mod pieces;
mod read;
mod self_touching;
pub(crate) mod step;
mod vectors;

use std::collections::BTreeMap;

use arris::topo::{Body, FaceId, Model};

pub(crate) use boolean::{Adjustment, DIRECTIONS};
pub use boolean::{DISPLACEMENT, MAX_FACES};
pub use error::KernelError;
pub use read::StepReadError;

use crate::FaceOrigin;
use crate::construction::Construction;

/// A solid in the kernel, of one or more lumps.
#[derive(Debug, Clone)]
pub struct KernelBody {
    model: Model,
    body: Body,
    origins: BTreeMap<FaceId, Vec<FaceOrigin>>,
    construction: Construction,
    /// See [`KernelBody::is_grown`].
    is_grown: bool,
}

impl KernelBody {
    /// Whether a tool grew on the way, so that the boundary encloses a little less than the construction says.
    pub(crate) const fn is_grown(&self) -> bool {
        self.is_grown
    }

    /// The stacks that it was made of, none of them moved.
    pub(crate) fn construction(&self) -> &Construction {
        &self.construction
    }
}
