//! Extrudes that are still to meet the solid, so that several cuts can be made together.
//!
//! The kernel reads every face of a body at every Boolean, so that ten holes, drilled one by one,
//! cost ten times the whole part. Tools that are parallel and apart from each other take away what
//! their union does, and the union of parallel extrudes costs nearly nothing.

use std::sync::Arc;

use cadseq_program::BooleanOperation;

use super::PartFault;
use super::combine::are_apart;
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

/// Tools in the order of the program: one, or cuts of which none bears on another.
#[derive(Debug, Clone, Default)]
pub(super) struct Waiting {
    pub(super) tools: Vec<Tool>,
}

impl Waiting {
    /// Whether a tool may wait beside those that do, so that all meet `bodies` at once.
    pub(super) fn takes(&self, tool: &Tool, bodies: &[Arc<Body>]) -> Result<bool, PartFault> {
        if self.tools.is_empty() {
            return Ok(true);
        }
        if tool.boolean != BooleanOperation::Cut || !needs_kernel(bodies, &tool.body)? {
            return Ok(false);
        }
        for other in &self.tools {
            let bears_not = other.boolean == BooleanOperation::Cut
                && other.body.is_parallel(&tool.body)
                && are_apart(&other.body, &tool.body)?;
            if !bears_not {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The bodies after several cuts, by one Boolean of the kernel each. `None` where the tools had
    /// better meet them one by one: there is but one, or a body that does not need the kernel, or the
    /// kernel would have to move the tools, or nothing is left of a body, or a cut leaves no face and so
    /// may have changed nothing.
    pub(super) fn at_once(&self, bodies: &[Arc<Body>]) -> Option<Vec<Arc<Body>>> {
        let (first, rest) = self
            .tools
            .split_first()
            .filter(|(_, rest)| !rest.is_empty())?;
        let stacks = rest.iter().map(|tool| tool.body.stack());
        let steps: Option<Vec<_>> = stacks.map(|stack| Some((Join, stack?))).collect();
        let tool = Body::Stack(first.body.stack()?.booleans(&steps?).ok()?);
        let kernel_tool = tool.to_kernel().ok()?;
        let cut = |body: &Arc<Body>| {
            if are_apart(body, &tool).ok()? {
                return Some(Arc::clone(body));
            }
            if body.is_parallel(&tool) {
                return None;
            }
            let rest = body.to_kernel().ok()?.unmoved(&kernel_tool, Cut)?;
            Some(Arc::new(Body::Kernel(Box::new(rest))))
        };
        let left: Vec<Arc<Body>> = bodies.iter().map(cut).collect::<Option<_>>()?;
        let leaves_a_face = |tool: &Tool| left.iter().any(|body| body.has_faces_of(tool.extrude));
        self.tools.iter().all(leaves_a_face).then_some(left)
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
