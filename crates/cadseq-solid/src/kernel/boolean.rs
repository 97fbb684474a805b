//! Booleans, and the further attempts where solids touch without crossing.

use std::collections::BTreeMap;

use arris::math::{Control, Isometry};
use arris::ops::{self, OpError};
use arris::topo::{Body, EntityId, FaceId, Model, NotFound, Origin, Provenance};
use glam::DVec3;

use super::self_touching::is_self_touching;
use super::vectors::kernel_vector;
use super::{KernelBody, KernelError};
use crate::construction::Construction;
use crate::origin::unite;
use crate::overlap::share_a_face;
use crate::{FaceOrigin, SetOperation};

/// How far a tool is moved along each axis or grown at most where the result with the tool as it is would
/// be refused or touch itself within a face, in model units: 80 nanometres.
pub const DISPLACEMENT: f64 = 8e-6;

/// The distances that are tried, one after the other. With the first, all components of a move are
/// above the kernel's tolerance, and the volumes of 2,000 random programs change by less than 1e-5 of
/// themselves.
const MOVES: [f64; 2] = [3e-6, DISPLACEMENT];

/// Directions in which a tool is moved, no component above 1. No two components are equal, so
/// that faces which touch in one of them are apart in all, and each sign comes.
pub(crate) const DIRECTIONS: [DVec3; 6] = [
    DVec3::new(1.0, 0.7, 0.5),
    DVec3::new(-0.6, 0.9, -0.8),
    DVec3::new(0.5, -0.8, 1.0),
    DVec3::new(-0.7, -0.5, 0.9),
    DVec3::new(0.6, 1.0, 0.5),
    DVec3::new(-0.9, 0.6, -0.5),
];

/// Steps after which the kernel gives up a Boolean: six of the slowest among 2,000 random programs
/// need less than a million, in some seconds of one core.
const MAX_STEPS: u64 = 4_000_000;

/// Most faces of the operands of a Boolean together. Its time grows with their number, so that of a
/// part that is drilled hole by hole grows with the square: 200 holes in two directions take some
/// 40 seconds of one core.
pub const MAX_FACES: usize = 1_000;

/// What was done to the tool of a Boolean that the kernel refused as it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Adjustment {
    /// Moved by this, in model units.
    Moved(DVec3),
    /// Its faces moved outward by this, in model units.
    Grown(f64),
}

impl Adjustment {
    /// What is tried one after the other. A tool that is cut away grows first, so that where it only reaches
    /// the boundary of the solid no film is left.
    fn attempts(operation: SetOperation) -> impl Iterator<Item = Self> {
        let grown = MOVES.map(Self::Grown).into_iter();
        let grown = grown.filter(move |_| operation == SetOperation::Cut);
        let moved = |by: f64| DIRECTIONS.map(|direction| Self::Moved(by * direction));
        grown.chain(MOVES.into_iter().flat_map(moved))
    }

    /// How far a point of the tool's boundary went at most, corners aside.
    pub(crate) fn distance(self) -> f64 {
        match self {
            Self::Moved(by) => by.length(),
            Self::Grown(by) => by,
        }
    }
}

/// The result of a Boolean.
#[derive(Debug)]
pub(crate) struct KernelBoolean {
    /// The solid; `None` where nothing is left.
    pub(crate) body: Option<KernelBody>,
    /// Whether the operands share space or a face.
    pub(crate) meet: bool,
    /// What was done to the tool; `None` where the result is exact.
    pub(crate) adjustment: Option<Adjustment>,
    /// Whether the boundary touches itself within a face.
    is_self_touching: bool,
}

impl KernelBody {
    /// This body with `tool` joined, cut away, or as far as both are there. Where the tool as it is
    /// gives nothing better, the result may touch itself within a face.
    ///
    /// # Errors
    /// Where the kernel refuses the solids as they are and with the tool adjusted in any way, and
    /// where they have more than [`MAX_FACES`] faces.
    pub(crate) fn boolean(
        &self,
        tool: &Self,
        operation: SetOperation,
    ) -> Result<KernelBoolean, KernelError> {
        self.check_faces(tool)?;
        let mut result = self.best_attempt(tool, operation)?;
        if result.adjustment.is_some() {
            // What the operands have in common may come from adjusting the tool.
            let share = share_a_face(&self.construction, &tool.construction);
            result.meet &= share != Some(false);
        }
        Ok(result)
    }

    /// The Boolean with the tool as it is; `None` where that is refused, leaves nothing, or touches
    /// itself within a face, and where the two do not meet.
    pub(crate) fn unmoved(&self, tool: &Self, operation: SetOperation) -> Option<Self> {
        self.check_faces(tool).ok()?;
        let result = self.attempt(tool, operation, None).ok()?;
        result
            .body
            .filter(|_| result.meet && !result.is_self_touching)
    }

    fn check_faces(&self, tool: &Self) -> Result<(), KernelError> {
        let (count, limit) = (self.origins.len() + tool.origins.len(), MAX_FACES);
        if count > limit {
            return Err(KernelError::TooManyFaces { count, limit });
        }
        Ok(())
    }

    /// Whether a face stems from an extrude.
    pub(crate) fn has_faces_of(&self, extrude: u32) -> bool {
        let mut origins = self.origins.values().flatten();
        origins.any(|origin| origin.extrude == extrude)
    }

    /// The Boolean with the tool as it is, or else adjusted.
    fn best_attempt(
        &self,
        tool: &Self,
        operation: SetOperation,
    ) -> Result<KernelBoolean, KernelError> {
        let unmoved = self.attempt(tool, operation, None);
        match &unmoved {
            Ok(result) if !result.is_self_touching => return unmoved,
            Err(KernelError::TooMuchWork { .. }) => return unmoved,
            _ => {}
        }
        let attempts = Adjustment::attempts(operation);
        let adjusted = attempts.filter_map(|by| self.attempt(tool, operation, Some(by)).ok());
        let mut self_touching = unmoved;
        for result in adjusted {
            if !result.is_self_touching {
                return Ok(result);
            }
            self_touching = self_touching.or(Ok(result));
        }
        self_touching
    }

    fn attempt(
        &self,
        tool: &Self,
        operation: SetOperation,
        adjustment: Option<Adjustment>,
    ) -> Result<KernelBoolean, KernelError> {
        let mut model = self.model.clone();
        let mut faces = self.origins.clone();
        let moved = match adjustment {
            None => tool.clone(),
            Some(adjustment) => tool.adjusted(adjustment)?,
        };
        let (tool_body, map) = model
            .import(&moved.model, moved.body)
            .map_err(|error| KernelError::boolean(&error))?;
        for (face, origins) in moved.origins {
            faces.insert(map.faces[&face], origins);
        }
        let control = Control::budget(MAX_STEPS);
        let result = match operation {
            SetOperation::Join => ops::fuse(&mut model, self.body, tool_body, &control),
            SetOperation::Cut => ops::cut(&mut model, self.body, tool_body, &control),
            SetOperation::Intersect => ops::common(&mut model, self.body, tool_body, &control),
        };
        let (body, provenance) = match result {
            Ok(done) => done,
            Err(error) if leaves_nothing(&error, operation) => {
                return Ok(KernelBoolean {
                    body: None,
                    meet: true,
                    adjustment,
                    is_self_touching: false,
                });
            }
            Err(error) => return Err(KernelError::operation(&error)),
        };
        let origins = traced(&model, body, &provenance, &faces)
            .and_then(|origins| model.retain(&[body]).map(|_| origins))
            .map_err(|error| KernelError::boolean(&error))?;
        let meet =
            changes_faces(&provenance) || origins.len() != self.faces_when_apart(tool, operation);
        let is_self_touching =
            is_self_touching(&model, body).map_err(|error| KernelError::boolean(&error))?;
        let body = Some(Self {
            model,
            body,
            origins,
            construction: Construction::boolean(operation, &self.construction, &tool.construction),
            is_grown: self.is_grown
                || tool.is_grown
                || matches!(adjustment, Some(Adjustment::Grown(_))),
        });
        Ok(KernelBoolean {
            body,
            meet,
            adjustment,
            is_self_touching,
        })
    }

    /// How many faces the result has where the operands have nothing in common. Where one lies
    /// inside the other, no face changes, but faces go or come.
    fn faces_when_apart(&self, tool: &Self, operation: SetOperation) -> usize {
        match operation {
            SetOperation::Join => self.origins.len() + tool.origins.len(),
            SetOperation::Cut => self.origins.len(),
            SetOperation::Intersect => 0,
        }
    }

    fn adjusted(&self, adjustment: Adjustment) -> Result<Self, KernelError> {
        match adjustment {
            Adjustment::Moved(by) => self.moved(by),
            Adjustment::Grown(by) => self.grown(by),
        }
    }

    /// The body with its faces moved outward.
    fn grown(&self, by: f64) -> Result<Self, KernelError> {
        let grown = match &self.construction {
            Construction::Stack(stack) => stack.grown(by),
            Construction::Boolean(_) | Construction::Boundary => None,
        };
        let grown = grown.ok_or_else(|| KernelError::boolean(&"the tool cannot grow"))?;
        Self::from_stack(&grown)
    }

    fn moved(&self, by: DVec3) -> Result<Self, KernelError> {
        let mut moved = self.clone();
        let motion = Isometry::from_translation(kernel_vector(by));
        let (body, provenance) =
            ops::transform(&mut moved.model, self.body, &motion, &Control::NONE)
                .map_err(|error| KernelError::boolean(&error))?;
        moved.origins = traced(&moved.model, body, &provenance, &self.origins)
            .map_err(|error| KernelError::boolean(&error))?;
        moved.body = body;
        Ok(moved)
    }
}

fn changes_faces(provenance: &Provenance) -> bool {
    let is_face = |id: EntityId| matches!(id, EntityId::Face(_));
    provenance.outputs().iter().any(|output| is_face(output.id))
}

/// Whether the refusal says that no material is left, which is an answer.
fn leaves_nothing(error: &OpError, operation: SetOperation) -> bool {
    let OpError::Degenerate { reason, .. } = error else {
        return false;
    };
    let name = reason.name();
    operation != SetOperation::Join && (name == "Empty" || name == "ZeroThickness")
}

/// The origins of the faces of `body`, through the record of the operation that made it.
fn traced(
    model: &Model,
    body: Body,
    provenance: &Provenance,
    before: &BTreeMap<FaceId, Vec<FaceOrigin>>,
) -> Result<BTreeMap<FaceId, Vec<FaceOrigin>>, NotFound> {
    let mut traced: BTreeMap<FaceId, Vec<FaceOrigin>> = BTreeMap::new();
    for face in model.faces(body)? {
        if let Some(origins) = before.get(&face.id) {
            traced.insert(face.id, origins.clone());
        }
    }
    for output in provenance.outputs() {
        let EntityId::Face(face) = output.id else {
            continue;
        };
        let mut origins = Vec::new();
        for (_, origin) in provenance.origins(output) {
            let Origin::Entity(shape) = origin else {
                continue;
            };
            let EntityId::Face(source) = shape.id else {
                continue;
            };
            unite(&mut origins, before.get(&source).map_or(&[], Vec::as_slice));
        }
        unite(traced.entry(face).or_default(), &origins);
    }
    let faces: Vec<FaceId> = model.faces(body)?.iter().map(|face| face.id).collect();
    traced.retain(|face, _| faces.contains(face));
    Ok(traced)
}
