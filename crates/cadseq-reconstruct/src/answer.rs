//! What is asked for and what is answered.

use cadseq_program::Program;
use cadseq_render::View;

/// What a caller may choose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// How many candidates to return at most.
    pub candidates: usize,
    /// Whether to fit to the picture; without, the candidates are what the network alone says.
    pub fit: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            candidates: 3,
            fit: true,
        }
    }
}

/// One program that may have made the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The program, with parameters as fitted.
    pub program: Program,
    /// The same program on the 256 levels of the feature matrix; as fitted where it leaves their
    /// range, or is more than one sketch and one extrude.
    pub quantized: Program,
    /// How well its rendering explains the picture, from 0 to 1.
    pub score: f64,
}

/// Where the time of a reconstruction went, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct StageMillis {
    /// Finding the object.
    pub find: f64,
    /// The networks, and the camera.
    pub network: f64,
    /// Proposals, fits and choice.
    pub fit: f64,
}

/// The answer for one picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Reconstruction {
    /// Candidates, the best first; at least one.
    pub candidates: Vec<Candidate>,
    /// How sure the first candidate is right, from 0 to 1.
    pub confidence: f64,
    /// The camera that was found, of the first candidate, with the picture's size in pixels.
    pub view: View,
    /// Where the time went.
    pub millis: StageMillis,
}
