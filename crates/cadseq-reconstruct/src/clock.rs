//! How long stages take.

use std::time::Instant;

/// Laps in milliseconds.
pub(crate) struct Clock(Instant);

impl Clock {
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    pub(crate) fn lap(&mut self) -> f64 {
        let millis = self.0.elapsed().as_secs_f64() * 1e3;
        self.0 = Instant::now();
        millis
    }
}
