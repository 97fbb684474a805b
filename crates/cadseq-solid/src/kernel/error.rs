//! What the kernel refused.

use arris::ops::OpError;
use thiserror::Error;

/// Why the kernel gave no solid. `reason` is the kernel's own sentence.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum KernelError {
    /// The boundary of a solid was not taken.
    #[error("the kernel does not take the solid: {reason}")]
    Assembly {
        /// The kernel's words.
        reason: String,
    },
    /// Two solids could not be combined, nor with one of them moved a little.
    #[error("the kernel cannot combine the solids: {reason}")]
    Boolean {
        /// The kernel's words about the first attempt.
        reason: String,
    },
    /// Two solids have too many faces for a Boolean.
    #[error(
        "the solids have {count} faces together, more than the {limit} up to which solids of non-parallel \
         axes are combined; draw holes as profiles of one sketch, or extrude along one axis"
    )]
    TooManyFaces {
        /// Their faces together.
        count: usize,
        /// The limit, [`MAX_FACES`](super::MAX_FACES).
        limit: usize,
    },
    /// The kernel did not come to an end within its budget.
    #[error(
        "combining the solids takes too long ({steps} steps); make curves that nearly run along \
         each other agree or differ clearly"
    )]
    TooMuchWork {
        /// The steps that were done.
        steps: u64,
    },
    /// A solid could not be measured or meshed.
    #[error("the kernel cannot {what} the solid: {reason}")]
    Query {
        /// What was asked for.
        what: &'static str,
        /// The kernel's words.
        reason: String,
    },
}

impl KernelError {
    /// The first line of the kernel's words; the rest lists entities by number.
    fn words(error: &impl std::fmt::Display) -> String {
        let text = error.to_string();
        text.lines().next().unwrap_or_default().to_owned()
    }

    pub(super) fn assembly(error: &impl std::fmt::Display) -> Self {
        Self::Assembly {
            reason: Self::words(error),
        }
    }

    pub(super) fn boolean(error: &impl std::fmt::Display) -> Self {
        Self::Boolean {
            reason: Self::words(error),
        }
    }

    pub(super) fn operation(error: &OpError) -> Self {
        match error {
            OpError::Interrupted(stop) => Self::TooMuchWork { steps: stop.steps },
            other => Self::boolean(other),
        }
    }

    pub(super) fn query(what: &'static str, error: &impl std::fmt::Display) -> Self {
        Self::Query {
            what,
            reason: Self::words(error),
        }
    }
}
