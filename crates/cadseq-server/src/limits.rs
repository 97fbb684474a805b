//! What one request, and all of them together, may cost.

use std::time::Duration;

/// Bounds on requests, work and connections. Whatever goes beyond one is refused with an error that
/// names it; nothing is cut off in silence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Longest picture file. Its pixels are bounded too, by [`cadseq_render::MAX_PIXELS`].
    pub picture_bytes: usize,
    /// Longest JSON body: a program with what is asked of it.
    pub program_bytes: usize,
    /// Longest file to import.
    pub import_bytes: usize,
    /// Most operations of a program.
    pub operations: usize,
    /// Most triangles of a mesh that is sent or written.
    pub triangles: usize,
    /// Longest time from the first to the last byte of a body.
    pub body_time: Duration,
    /// Longest time for the head of a request, and longest wait for the next one on a connection.
    pub head_time: Duration,
    /// Longest time in which a client takes no byte of an answer.
    pub write_time: Duration,
    /// Longest time of a build, conversion, import or rendering, waiting included.
    pub build_time: Duration,
    /// Longest time of a reconstruction, waiting included.
    pub reconstruct_time: Duration,
    /// Most builds that wait for a thread.
    pub build_queue: usize,
    /// Most reconstructions that wait for a thread.
    pub reconstruct_queue: usize,
    /// Most bytes of all bodies and answers that are in memory at a time.
    pub bytes_in_flight: usize,
    /// Most open connections. Where one more comes, the one that has been idle the longest goes.
    pub connections: usize,
    /// Longest time that a stopping server waits for the requests it has begun.
    pub drain_time: Duration,
    /// Most programs whose construction is remembered, so that an edit costs only what follows it.
    pub builders: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            picture_bytes: 32 << 20,
            program_bytes: 1 << 20,
            import_bytes: 2 << 20,
            operations: 1_000,
            triangles: 1_000_000,
            body_time: Duration::from_secs(30),
            head_time: Duration::from_secs(15),
            write_time: Duration::from_secs(30),
            build_time: Duration::from_secs(10),
            reconstruct_time: Duration::from_mins(1),
            build_queue: 128,
            reconstruct_queue: 64,
            bytes_in_flight: 512 << 20,
            connections: 512,
            drain_time: Duration::from_secs(10),
            builders: 64,
        }
    }
}
