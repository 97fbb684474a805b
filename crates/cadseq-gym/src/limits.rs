//! What one command, and a whole environment, may cost.

use std::time::Duration;

/// Bounds on commands, designs and connections. What goes beyond one is refused with a reason that names it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Longest body of a command, in bytes.
    pub command_bytes: usize,
    /// Longest time of a command, asked for before each sketch and each extrude.
    pub command_time: Duration,
    /// Most sketches of a design.
    pub sketches: usize,
    /// Most curves of a sketch.
    pub curves: usize,
    /// Most extrudes of a design.
    pub extrudes: usize,
    /// Most faces of a design or a target.
    pub faces: usize,
    /// Most triangles of a mesh.
    pub triangles: usize,
    /// Largest width and height of a screenshot, in pixels.
    pub pixels: u32,
    /// Most connections to a port at a time; another one waits.
    pub connections: usize,
    /// Longest time for the head of a request, and for each part of its body.
    pub read_time: Duration,
    /// Longest time in which a client takes no byte of an answer.
    pub write_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            command_bytes: 16 << 20,
            command_time: Duration::from_mins(1),
            sketches: 1_000,
            curves: 2_000,
            extrudes: 1_000,
            faces: 5_000,
            triangles: 1_000_000,
            pixels: 4_096,
            connections: 64,
            read_time: Duration::from_secs(30),
            write_time: Duration::from_secs(30),
        }
    }
}
