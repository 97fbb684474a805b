//! What the server counts, in the form that Prometheus reads. Nothing in it is of a user: no program,
//! no name, no address.

use std::sync::Mutex;
use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

/// Upper ends of the classes of durations, in seconds.
const SECONDS: [f64; 12] = [
    0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 5.0, 30.0,
];

/// Everything that is counted.
pub(crate) struct Metrics {
    registry: Mutex<Registry>,
    requests: Family<RequestLabels, Counter>,
    seconds: Family<RouteLabels, Histogram>,
    /// Operations of built programs that were built again.
    pub(crate) operations_built: Counter,
    /// Operations of built programs that were kept from an earlier one.
    pub(crate) operations_reused: Counter,
    /// Open connections.
    pub(crate) connections: Gauge,
    /// Connections that had to go for others.
    pub(crate) evicted: Counter,
    /// Of building, converting, importing and rendering.
    pub(crate) builds: JobMetrics,
    /// Of reconstructing.
    pub(crate) reconstructions: JobMetrics,
}

/// What is counted of a pool of threads.
#[derive(Debug, Clone, Default)]
pub(crate) struct JobMetrics {
    /// Jobs in the queue.
    pub(crate) waiting: Gauge,
    /// Jobs at work.
    pub(crate) running: Gauge,
    /// Jobs whose client left.
    pub(crate) cancelled: Counter,
    /// Jobs that found no place or no thread in time.
    pub(crate) refused: Counter,
    /// Jobs that panicked.
    pub(crate) panicked: Counter,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    method: &'static str,
    route: String,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RouteLabels {
    route: String,
}

impl Metrics {
    pub(crate) fn new() -> Self {
        let metrics = Self {
            registry: Mutex::new(Registry::with_prefix("cadseq")),
            requests: Family::default(),
            seconds: Family::new_with_constructor(|| Histogram::new(SECONDS)),
            operations_built: Counter::default(),
            operations_reused: Counter::default(),
            connections: Gauge::default(),
            evicted: Counter::default(),
            builds: JobMetrics::default(),
            reconstructions: JobMetrics::default(),
        };
        metrics.with_registry(|registry| metrics.register(registry));
        metrics
    }

    fn register(&self, all: &mut Registry) {
        all.register("requests", "Answered requests", self.requests.clone());
        all.register(
            "request_seconds",
            "Time from a request's head to its answer",
            self.seconds.clone(),
        );
        all.register(
            "operations_built",
            "Operations of programs that were built",
            self.operations_built.clone(),
        );
        all.register(
            "operations_reused",
            "Operations of programs that were kept from an earlier build",
            self.operations_reused.clone(),
        );
        all.register("connections", "Open connections", self.connections.clone());
        all.register(
            "connections_evicted",
            "Silent connections that were closed to let others in",
            self.evicted.clone(),
        );
        self.builds.register(all.sub_registry_with_prefix("build"));
        let reconstructions = all.sub_registry_with_prefix("reconstruct");
        self.reconstructions.register(reconstructions);
    }

    /// Counts an answered request.
    pub(crate) fn count(&self, method: &'static str, route: &str, status: u16, time: Duration) {
        let route = route.to_owned();
        let labels = RequestLabels {
            method,
            route: route.clone(),
            status,
        };
        self.requests.get_or_create(&labels).inc();
        let seconds = self.seconds.get_or_create(&RouteLabels { route });
        seconds.observe(time.as_secs_f64());
    }

    /// The text that Prometheus reads.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.with_registry(|registry| {
            prometheus_client::encoding::text::encode(&mut text, registry)
                .expect("writing to a string cannot fail");
        });
        text
    }

    fn with_registry(&self, act: impl FnOnce(&mut Registry)) {
        let mut registry = self.registry.lock().expect("nothing panics with it");
        act(&mut registry);
    }
}

impl JobMetrics {
    fn register(&self, all: &mut Registry) {
        all.register("jobs_waiting", "Jobs in the queue", self.waiting.clone());
        all.register("jobs_running", "Jobs at work", self.running.clone());
        all.register(
            "jobs_cancelled",
            "Jobs whose client left",
            self.cancelled.clone(),
        );
        all.register(
            "jobs_refused",
            "Jobs for which there was no place or no time",
            self.refused.clone(),
        );
        all.register("jobs_panicked", "Jobs that panicked", self.panicked.clone());
    }
}
