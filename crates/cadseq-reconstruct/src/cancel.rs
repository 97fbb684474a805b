//! Giving up early: a caller's question that is asked between stages and fits, and a time after which the best that was found is the
//! answer.

use std::time::{Duration, Instant};

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

/// What ends a search.
#[derive(Clone, Copy)]
pub(crate) struct Limits<'a> {
    is_cancelled: IsCancelled<'a>,
    /// When to be content with what was found.
    deadline: Option<Instant>,
}

impl<'a> Limits<'a> {
    /// Of a search that starts now and may take so long.
    pub(crate) fn new(is_cancelled: IsCancelled<'a>, seconds: Option<f64>) -> Self {
        let budget = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        Self {
            is_cancelled,
            deadline: budget.and_then(|budget| Instant::now().checked_add(budget)),
        }
    }

    /// Goes on unless cancelled.
    pub(crate) fn go_on(self) -> Result<(), ReconstructError> {
        go_on(self.is_cancelled)
    }

    /// Whether it is time to answer.
    pub(crate) fn is_late(self) -> bool {
        self.deadline
            .is_some_and(|deadline| Instant::now() >= deadline)
    }
}
