//! Why an overlap is not known.

use thiserror::Error;

use crate::kernel::KernelError;

/// What kept two solids from being compared.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OverlapError {
    /// Their axes are neither parallel nor at right angles, and the kernel refused them.
    #[error("the overlap of solids on oblique planes is not known: {0}")]
    Kernel(#[from] KernelError),
}
