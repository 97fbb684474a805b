//! Extrudes that are still to meet the solid, so that several cuts can be made together.
//!
//! The kernel reads every face of a body at every Boolean, so that ten holes, drilled one by one,
//! cost ten times the whole part. Tools that are parallel and apart from each other take away what
//! their union does, and the union of parallel extrudes costs nearly nothing.

use std::sync::Arc;

use cadseq_program::BooleanOperation;

use super::combine::{Combined, are_apart, combine};
use super::{PartError, PartFault};
use crate::Body;
use crate::SetOperation::{Cut, Join};

/// An extruded body that is to meet the solid.
#[derive(Debug, Clone)]
pub(super) struct Tool {
    /// Index of the extrude in the program.
    pub(super) operation: usize,
    /// Its number among the extrudes, which the origins of its faces have.
    pub(super) extrude: u32,
    pub(super) boolean: BooleanOperation,
    pub(super) body: Arc<Body>,
}

/// How many tools meet the bodies together at most: enough that what a Boolean costs by itself does not count,
/// and few enough for the kernel's limit of faces.
const MAX_TOOLS: usize = 64;

/// Tools in the order of the program: one, or cuts that are independent of each other.
#[derive(Debug, Clone, Default)]
pub(super) struct Waiting {
    pub(super) tools: Vec<Tool>,
    /// What comes of all of them, once that is known.
    pub(super) met: Option<Combined>,
}

impl Waiting {
    /// Whether a tool may wait beside those that do, so that all meet `bodies` at once.
    pub(super) fn accepts(&self, tool: &Tool, bodies: &[Arc<Body>]) -> Result<bool, PartFault> {
        if self.tools.is_empty() {
            return Ok(true);
        }
        let is_cut = tool.boolean == BooleanOperation::Cut;
        if !is_cut || self.tools.len() >= MAX_TOOLS || !needs_kernel(bodies, &tool.body)? {
            return Ok(false);
        }
        for other in &self.tools {
            let is_independent = other.boolean == BooleanOperation::Cut
                && other.body.is_parallel(&tool.body)
                && are_apart(&other.body, &tool.body)?;
            if !is_independent {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Adds a tool that [`Waiting::accepts`] accepts.
    pub(super) fn push(&mut self, tool: Tool) {
        self.tools.push(tool);
        self.met = None;
    }

    /// Lets all tools meet the bodies, at once where that is possible. `is_cancelled` is asked between one
    /// and the next.
    pub(super) fn meet(
        &self,
        bodies: &[Arc<Body>],
        is_cancelled: &dyn Fn() -> bool,
    ) -> Result<Combined, PartError> {
        let mut all = Combined {
            bodies: bodies.to_vec(),
            notes: Vec::new(),
        };
        if let Some(bodies) = self.at_once(bodies) {
            return Ok(Combined { bodies, ..all });
        }
        for (number, tool) in self.tools.iter().enumerate() {
            let operation = tool.operation;
            let next = if number > 0 && is_cancelled() {
                Err(PartFault::Cancelled)
            } else {
                combine(&all.bodies, &tool.body, tool.boolean, operation)
            };
            let next = next.map_err(|fault| PartError { operation, fault })?;
            all.bodies = next.bodies;
            all.notes.extend(next.notes);
        }
        Ok(all)
    }

    /// The bodies after several cuts, by one Boolean of the kernel each. `None` where the tools had
    /// better meet them one by one: there is but one, or it meets a body that does not need the
    /// kernel, or the kernel refuses them as they are, or nothing is left of a body, or a cut leaves no
    /// face and so may have changed nothing.
    fn at_once(&self, bodies: &[Arc<Body>]) -> Option<Vec<Arc<Body>>> {
        let (first, rest) = self.tools.split_first()?;
        if rest.is_empty() {
            return None;
        }
        let stacks = rest.iter().map(|tool| tool.body.stack());
        let steps: Option<Vec<_>> = stacks.map(|stack| Some((Join, stack?))).collect();
        let union = Body::Stack(first.body.stack()?.booleans(&steps?).ok()?);
        let union = union.to_kernel().ok()?;
        let cut = |body: &Arc<Body>| {
            if self.are_apart_from(body)? {
                return Some(Arc::clone(body));
            }
            if body.is_parallel(&first.body) {
                return None;
            }
            let rest = body.to_kernel().ok()?.unmoved(&union, Cut)?;
            Some(Arc::new(Body::Kernel(Box::new(rest))))
        };
        let left: Vec<Arc<Body>> = bodies.iter().map(cut).collect::<Option<_>>()?;
        let leaves_a_face = |tool: &Tool| left.iter().any(|body| body.has_faces_of(tool.extrude));
        self.tools.iter().all(leaves_a_face).then_some(left)
    }

    /// Whether no tool comes near a body.
    fn are_apart_from(&self, body: &Body) -> Option<bool> {
        for tool in &self.tools {
            if !are_apart(body, &tool.body).ok()? {
                return Some(false);
            }
        }
        Some(true)
    }
}

/// Whether the kernel has to cut a tool from some body, since their axes cross.
fn needs_kernel(bodies: &[Arc<Body>], tool: &Body) -> Result<bool, PartFault> {
    for body in bodies {
        if !body.is_parallel(tool) && !are_apart(body, tool)? {
            return Ok(true);
        }
    }
    Ok(false)
}
