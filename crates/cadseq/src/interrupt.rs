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
    ctrlc::set_handler(move || {
        if raised.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(ExitCode::Interrupted.number()));
        }
    })
    .context("Ctrl-C cannot be handled here")?;
    Ok(flag)
}

/// Whether the flag is set.
pub(crate) fn is_set(flag: &AtomicBool) -> bool {
    flag.load(Ordering::Relaxed)
}
