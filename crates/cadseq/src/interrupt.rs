//! Ctrl-C: the first asks to stop at the next good place, the second ends the program.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result};

use crate::exit_code::ExitCode;

/// A flag that Ctrl-C or a signal to end sets.
///
/// # Errors
/// Where the system gives no handler.
pub(crate) fn flag() -> Result<Arc<AtomicBool>> {
    let flag = Arc::new(AtomicBool::new(false));
    let raised = Arc::clone(&flag);
    on_first(move || raised.store(true, Ordering::Relaxed))?;
    Ok(flag)
}

/// Does something at the first Ctrl-C or signal to end.
///
/// # Errors
/// Where the system gives no handler.
pub(crate) fn on_first(stop: impl Fn() + Send + 'static) -> Result<()> {
    let is_second = AtomicBool::new(false);
    ctrlc::set_handler(move || {
        if is_second.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(ExitCode::Interrupted.number()));
        }
        stop();
    })
    .context("Ctrl-C cannot be handled here")
}

/// Whether the flag is set.
pub(crate) fn is_set(flag: &AtomicBool) -> bool {
    flag.load(Ordering::Relaxed)
}
