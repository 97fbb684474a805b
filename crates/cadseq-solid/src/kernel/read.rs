//! Solids from STEP files.

use std::collections::BTreeMap;
use std::sync::Arc;

use arris::io::step::{LengthUnit, ReadError, ReadOptions, read};
use arris::math::Control;
use arris::topo::entity::BodyKind;
use arris::topo::{Body as ModelBody, Model};
use thiserror::Error;

use super::assemble::PRECISION;
use super::{KernelBody, KernelError};
use crate::construction::Construction;
use crate::{Body, Solid};

/// Steps after which reading is given up: files of some ten thousand faces need less.
const MAX_STEPS: u64 = 20_000_000;

/// Why a STEP file gave no solid.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StepReadError {
    /// The text is not a STEP file.
    #[error("it is not a STEP file: {reason}")]
    Text {
        /// What is wrong, with its line and column.
        reason: String,
    },
    /// Reading takes too long.
    #[error("it takes too long to read; give a file of fewer faces")]
    TooMuchWork,
    /// There is no solid in it.
    #[error("there is no solid in the file; export a closed body")]
    NoSolid,
    /// A solid that cannot be taken.
    #[error("solid #{entity}: {reason}")]
    Refused {
        /// Number of the solid's entity in the file.
        entity: u64,
        /// What is wrong with it.
        reason: String,
    },
}

impl Solid {
    /// The solids of a STEP file (AP203, AP214 or AP242), in model units, whatever unit the file has: a body each,
    /// in the file's order. Of these bodies only the boundary is known: faces have no origins, and overlaps are
    /// Booleans of the kernel.
    ///
    /// # Errors
    /// Where the text is no STEP file, has no solid, or one with a face that is not on a plane or a circular
    /// cylinder.
    pub fn from_step(text: &str) -> Result<Self, StepReadError> {
        let mut model = Model::default();
        let options = ReadOptions {
            length_unit: LengthUnit::Centimetre,
            ..ReadOptions::default()
        };
        let read = read(&mut model, text, &options, &Control::budget(MAX_STEPS));
        let read = read.map_err(|error| match error {
            ReadError::Parse(error) => StepReadError::Text {
                reason: error.to_string(),
            },
            ReadError::Interrupted(_) => StepReadError::TooMuchWork,
        })?;
        if read.solids.is_empty() {
            return Err(StepReadError::NoSolid);
        }
        let mut bodies = Vec::with_capacity(read.solids.len());
        for solid in read.solids {
            let refused = |reason: String| StepReadError::Refused {
                entity: solid.entity.id,
                reason,
            };
            let found = solid.result.map_err(|error| refused(error.to_string()))?;
            let body = KernelBody::of_boundary(&model, found.body);
            let body = body.map_err(|error| refused(error.to_string()))?;
            bodies.push(Arc::new(Body::Kernel(Box::new(body))));
        }
        Ok(Self::new(bodies))
    }
}

impl KernelBody {
    /// A body of a model, in a model of its own.
    fn of_boundary(model: &Model, body: ModelBody) -> Result<Self, KernelError> {
        let failed = |error: &dyn std::fmt::Display| KernelError::query("take", &error);
        if model.body(body.id).map_err(|e| failed(&e))?.kind() != BodyKind::Solid {
            return Err(failed(&"it is a surface, not a closed solid"));
        }
        let mut own = Model::new(PRECISION).expect("consistent");
        let (body, _) = own.import(model, body).map_err(|e| failed(&e))?;
        let mut taken = Self {
            model: own,
            body,
            origins: BTreeMap::new(),
            construction: Construction::Boundary,
            is_grown: false,
        };
        // Refuses surfaces that this crate has no name for.
        let faces = taken.face_uses()?;
        taken.origins = faces
            .iter()
            .map(|(face, _)| (face.id, Vec::new()))
            .collect();
        Ok(taken)
    }
}
