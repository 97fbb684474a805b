//! What all requests share.

use std::io;
use std::num::NonZeroUsize;
use std::sync::Arc;

use cadseq_reconstruct::Reconstructor;

use crate::access::Access;
use crate::budget::Budget;
use crate::builders::Builders;
use crate::connection::Connections;
use crate::jobs::{Pool, PoolSize};
use crate::limits::Limits;
use crate::metrics::Metrics;

/// What all requests share; clones are the same one.
#[derive(Clone)]
pub struct App {
    shop: Arc<Workshop>,
    builds: Arc<Pool>,
    reconstructions: Arc<Pool>,
    access: Access,
    connections: Connections,
}

/// What the work itself needs. Jobs hold it, and not the threads that they run on: whoever drops the
/// threads waits for them.
pub(crate) struct Workshop {
    pub(crate) limits: Limits,
    pub(crate) budget: Budget,
    pub(crate) builders: Builders,
    pub(crate) metrics: Metrics,
    pub(crate) reconstructor: Reconstructor,
}

impl App {
    /// Starts the threads: `workers` for builds, half as many for reconstructions, each of which
    /// uses all cores.
    ///
    /// # Errors
    /// Where the system gives no more threads.
    pub fn start(
        access: Access,
        limits: Limits,
        workers: NonZeroUsize,
        reconstructor: Reconstructor,
    ) -> io::Result<Self> {
        let metrics = Metrics::new();
        let builds = PoolSize {
            name: "build",
            threads: workers.get(),
            queue: limits.build_queue,
            time: limits.build_time,
        };
        let reconstructions = PoolSize {
            name: "reconstruct",
            threads: workers.get().div_ceil(2),
            queue: limits.reconstruct_queue,
            time: limits.reconstruct_time,
        };
        Ok(Self {
            builds: Arc::new(Pool::start(builds, metrics.builds.clone())?),
            reconstructions: Arc::new(Pool::start(
                reconstructions,
                metrics.reconstructions.clone(),
            )?),
            access,
            connections: Connections::new(limits.connections),
            shop: Arc::new(Workshop {
                limits,
                budget: Budget::new(limits.bytes_in_flight),
                builders: Builders::new(limits.builders),
                metrics,
                reconstructor,
            }),
        })
    }

    /// What the work needs.
    pub(crate) fn shop(&self) -> Arc<Workshop> {
        Arc::clone(&self.shop)
    }

    /// The threads for builds, conversions, imports and renderings.
    pub(crate) fn builds(&self) -> &Pool {
        &self.builds
    }

    /// The threads for reconstructions.
    pub(crate) fn reconstructions(&self) -> &Pool {
        &self.reconstructions
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.shop.limits
    }

    pub(crate) fn budget(&self) -> &Budget {
        &self.shop.budget
    }

    pub(crate) fn metrics(&self) -> &Metrics {
        &self.shop.metrics
    }

    pub(crate) const fn access(&self) -> &Access {
        &self.access
    }

    pub(crate) const fn connections(&self) -> &Connections {
        &self.connections
    }
}
