//! The values of a template before it is known whether they give a solid.

use cadseq_program::{Circle, Curve, FeatureMatrix, MatrixConfig, Plane, Program, encode};
use cadseq_solid::Prism;
use glam::DVec2;

use crate::Rejection;

/// A template's values; lengths in model units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Draft {
    /// Sketch plane.
    pub plane: Plane,
    /// The curves.
    pub outline: Outline,
    /// Signed depth along the plane's normal.
    pub depth: f64,
}

/// The curves of a template.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outline {
    /// TS1.
    Circle {
        /// Centre.
        center: DVec2,
        /// Radius.
        radius: f64,
    },
    /// TS2 to TS5: three curves from the origin over two vertices back to the origin.
    Loop {
        /// End points of the first and the second curve.
        vertices: [DVec2; 2],
        /// Signed sweep in degrees of each curve that is an arc.
        sweeps_deg: [Option<f64>; 3],
    },
}

/// What a draft becomes.
#[derive(Debug, Clone)]
pub struct Built {
    /// The program.
    pub program: Program,
    /// Its feature matrix.
    pub matrix: FeatureMatrix,
    /// Its solid.
    pub prism: Prism,
}

impl Outline {
    /// The curves in order.
    ///
    /// # Errors
    /// `no-line` or `no-arc` where two ends coincide or a sweep is 0.
    pub fn curves(&self) -> Result<Vec<Curve>, Rejection> {
        match *self {
            Self::Circle { center, radius } => Ok(vec![Curve::Circle(Circle { center, radius })]),
            Self::Loop {
                vertices,
                sweeps_deg,
            } => chords(vertices)
                .into_iter()
                .zip(sweeps_deg)
                .map(|([start, end], sweep_deg)| {
                    Curve::from_end(start, end, sweep_deg).ok_or_else(|| match sweep_deg {
                        Some(_) => Rejection::no_arc(),
                        None => Rejection::no_line(),
                    })
                })
                .collect(),
        }
    }
}

impl Draft {
    /// The program, its feature matrix in the paper's setting, and its solid.
    ///
    /// # Errors
    /// What keeps it from having one of them.
    pub fn build(&self) -> Result<Built, Rejection> {
        let curves = self.outline.curves()?;
        let prism = Prism::new(self.plane, &curves, self.depth).map_err(|e| Rejection::from(&e))?;
        let program = Program::prism(self.plane, curves, self.depth)
            .map_err(|_| Rejection::out_of_range())?;
        let matrix =
            encode(&program, &MatrixConfig::paper()).map_err(|_| Rejection::no_matrix())?;
        Ok(Built {
            program,
            matrix,
            prism,
        })
    }
}

/// Start and end of the three curves of a loop.
pub(crate) fn chords([first, second]: [DVec2; 2]) -> [[DVec2; 2]; 3] {
    [[DVec2::ZERO, first], [first, second], [second, DVec2::ZERO]]
}
