//! How a body was made: the stacks that took part and the Booleans between them.
//!
//! A body whose axes cross has its boundary in the kernel. What can be said of its points alone (its
//! volume, and what it shares with another one) is said by its construction: exactly, in closed
//! form or nearly so, and without a Boolean of boundaries, see [`overlap`](crate::overlap).

use std::sync::Arc;

use glam::DVec3;

use crate::{SetOperation, Stack};

/// A set of points: a stack, or a Boolean of two sets.
#[derive(Debug, Clone)]
pub(crate) enum Construction {
    /// All axes parallel.
    Stack(Arc<Stack>),
    /// Shared, as bodies are cloned more often than built.
    Boolean(Arc<Boolean>),
    /// Read from a file: only the boundary is known.
    Boundary,
}

/// Two sets and how the second meets the first.
#[derive(Debug)]
pub(crate) struct Boolean {
    pub(crate) operation: SetOperation,
    pub(crate) body: Construction,
    pub(crate) tool: Construction,
}

impl Construction {
    /// Whether the stacks that made the body are known.
    pub(crate) fn is_known(&self) -> bool {
        match self {
            Self::Stack(_) => true,
            Self::Boolean(boolean) => boolean.body.is_known() && boolean.tool.is_known(),
            Self::Boundary => false,
        }
    }

    pub(crate) fn boolean(operation: SetOperation, body: &Self, tool: &Self) -> Self {
        let (body, tool) = (body.clone(), tool.clone());
        Self::Boolean(Arc::new(Boolean {
            operation,
            body,
            tool,
        }))
    }

    /// The same set of points, moved.
    pub(crate) fn moved(&self, by: DVec3) -> Self {
        match self {
            Self::Stack(stack) => Self::Stack(Arc::new(stack.moved(by))),
            Self::Boolean(boolean) => {
                let (body, tool) = (boolean.body.moved(by), boolean.tool.moved(by));
                Self::boolean(boolean.operation, &body, &tool)
            }
            Self::Boundary => Self::Boundary,
        }
    }
}
