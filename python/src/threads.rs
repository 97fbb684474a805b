//! The threads that a reconstruction shares.
//!
//! rayon's own pool belongs to the process that first used it. A process that was forked off that
//! one, as a worker of a data loader is, inherits the pool without its threads and would wait
//! forever, so each process has a pool of its own.

use std::sync::{Arc, Mutex, PoisonError};

use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::error::Error;

/// The pool with the process that it belongs to.
static POOL: Mutex<Option<(u32, Arc<ThreadPool>)>> = Mutex::new(None);

/// Runs `task` with the threads of this process.
pub(crate) fn with_threads<T: Send>(task: impl Send + FnOnce() -> T) -> Result<T, Error> {
    Ok(pool()?.install(task))
}

fn pool() -> Result<Arc<ThreadPool>, Error> {
    let process = std::process::id();
    let mut known = POOL.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((owner, pool)) = &*known
        && *owner == process
    {
        return Ok(Arc::clone(pool));
    }
    let pool = ThreadPoolBuilder::new().build();
    let pool = pool.map_err(|error| Error::Argument(format!("no threads: {error}")))?;
    let pool = Arc::new(pool);
    if let Some(inherited) = known.replace((process, Arc::clone(&pool))) {
        // Ending it would talk to threads that are not there.
        std::mem::forget(inherited);
    }
    Ok(pool)
}
