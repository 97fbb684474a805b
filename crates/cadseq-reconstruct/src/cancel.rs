//! Giving up early: a caller's question that is asked between stages and fits.

use crate::ReconstructError;

/// Whether the answer is not wanted any more. Once it says so, it keeps saying so.
pub type IsCancelled<'a> = &'a (dyn Fn() -> bool + Sync);

/// Goes on unless cancelled.
pub(crate) fn go_on(is_cancelled: IsCancelled<'_>) -> Result<(), ReconstructError> {
    if is_cancelled() {
        Err(ReconstructError::Cancelled)
    } else {
        Ok(())
    }
}
