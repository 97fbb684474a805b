//! What is asked for and what is answered.

use cadseq_program::{Program, ProgramError};
use cadseq_render::{Projection, View};

/// What a caller may choose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// How many candidates to return at most.
    pub candidates: usize,
    /// Whether to fit to the picture; without, the candidates are what the network alone says.
    pub fit: bool,
    /// After how many seconds the search for a part is content with the best that it has found; the answer then depends on the
    /// machine.
    pub seconds: Option<f64>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            candidates: 3,
            fit: true,
            seconds: None,
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
    /// What tells whether it is right; not known of the paper's shapes.
    pub clues: Option<Clues>,
    /// The free numbers as they were fitted, before they were rounded as far as they are known; none of the paper's shapes.
    pub numbers: Vec<FittedNumber>,
    /// How it differs from the first candidate, where the picture does not tell them apart.
    pub differs: Option<String>,
    /// What is exactly equal in it because the picture agrees, in words.
    pub regularities: Vec<String>,
    /// What is taken for granted because the picture does not show it, in words.
    pub assumptions: Vec<String>,
}

impl Reconstruction {
    /// The same part with every length `factor` (above 0) times as long, seen in the same picture.
    ///
    /// # Errors
    /// Where a number leaves its range.
    pub fn scaled(mut self, factor: f64) -> Result<Self, ProgramError> {
        for candidate in &mut self.candidates {
            candidate.program = candidate.program.scaled(factor)?;
            candidate.quantized = candidate.quantized.scaled(factor)?;
            for number in candidate
                .numbers
                .iter_mut()
                .filter(|number| number.is_length)
            {
                number.value *= factor;
                number.deviation *= factor;
            }
        }
        self.view.camera.position *= factor;
        if self.view.camera.projection == Projection::Orthographic {
            self.view.window.center *= factor;
            self.view.window.half_height *= factor;
        }
        Ok(self)
    }
}

/// A number of a program as it was fitted.
#[derive(Debug, Clone, PartialEq)]
pub struct FittedNumber {
    /// What it is, in words, by where it stands first: equal numbers are one.
    pub name: String,
    /// Whether it is a length or a coordinate, in model units; else the bend of an arc: the tangent of a quarter of its sweep.
    pub is_length: bool,
    /// Its value.
    pub value: f64,
    /// Its standard deviation, beside a shift of the whole part, which no picture shows; 0 where it is not known.
    pub deviation: f64,
}

/// What tells a right program from a wrong one; shares are from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clues {
    /// How well mask and normals agree with what is seen.
    pub surfaces: f64,
    /// How many of the solid's edges are near edges that are seen.
    pub edge_precision: f64,
    /// How many of the edges that are seen are near the solid's.
    pub edge_recall: f64,
    /// How well what is hidden is what is to be expected.
    pub hidden: f64,
    /// How badly the solid's edges lie on the picture's: mean of half the squares of how far they are off, in pixels, each at most 4.5.
    pub misfit: f64,
    /// How many of the picture's edges, by contrast, are near the solid's.
    pub picture_recall: f64,
    /// Free numbers of the program.
    pub numbers: usize,
    /// Extrudes of the program.
    pub extrudes: usize,
    /// Negative logarithm of the camera's evidence.
    pub camera_cost: f64,
    /// How far normals are expected to be off, in degrees: mean over the part.
    pub normal_doubt_deg: f64,
}

impl Clues {
    /// All of them with their names.
    pub fn named(&self) -> [(&'static str, f64); 10] {
        [
            ("surfaces", self.surfaces),
            ("edge_precision", self.edge_precision),
            ("edge_recall", self.edge_recall),
            ("hidden", self.hidden),
            ("misfit", self.misfit),
            ("picture_recall", self.picture_recall),
            ("numbers", self.numbers as f64),
            ("extrudes", self.extrudes as f64),
            ("camera_cost", self.camera_cost),
            ("normal_doubt_deg", self.normal_doubt_deg),
        ]
    }
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
