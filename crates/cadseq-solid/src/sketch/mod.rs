//! temporary
use crate::Outline;
use crate::arrangement::{Arrangement, ArrangementError, Stroke};
use crate::segment::Segment;
use cadseq_program::Curve;
use thiserror::Error;

/// A region
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// outer
    pub outer: Outline,
    /// holes
    pub holes: Vec<Outline>,
}

impl Region {
    /// Enclosed area, in square model units.
    pub fn area(&self) -> f64 {
        self.outer.area() - self.holes.iter().map(Outline::area).sum::<f64>()
    }
}

/// fault
#[derive(Debug, Clone, PartialEq, Error)]
pub enum SketchError {
    /// a
    #[error(transparent)]
    Arrangement(#[from] ArrangementError),
    /// b
    #[error("no profile")]
    NoProfile,
    /// c
    #[error("profile {profile} does not exist; the sketch has {count}, counted from 0")]
    Profile {
        /// p
        profile: usize,
        /// c
        count: usize,
    },
}

/// map
#[derive(Debug, Clone)]
pub struct PlanarMap {
    arrangement: Arrangement,
    strokes: Vec<Stroke>,
}
impl PlanarMap {
    /// new
    pub fn new(curves: &[Curve], tolerance: f64) -> Result<Self, SketchError> {
        let mut strokes = Vec::new();
        for (i, curve) in curves.iter().enumerate() {
            match curve {
                Curve::Circle(c) => {
                    let r = glam::DVec2::new(c.radius, 0.0);
                    for (a, b) in [(c.center + r, c.center - r), (c.center - r, c.center + r)] {
                        let half = Curve::Arc(cadseq_program::Arc {
                            start: a,
                            center: c.center,
                            sweep_deg: 180.0,
                        });
                        strokes.push(Stroke {
                            segment: Segment::between(a, b, &half, i as u32, tolerance),
                            tag: i as u32,
                        });
                    }
                }
                other => strokes.push(Stroke {
                    segment: Segment::between(
                        other.start(),
                        other.end(),
                        other,
                        i as u32,
                        tolerance,
                    ),
                    tag: i as u32,
                }),
            }
        }
        let arrangement = Arrangement::new(&strokes, tolerance)?;
        if arrangement.cells.len() < 2 {
            return Err(SketchError::NoProfile);
        }
        Ok(Self {
            arrangement,
            strokes,
        })
    }
    /// a
    pub fn arrangement(&self) -> &Arrangement {
        &self.arrangement
    }
    /// s
    pub fn strokes(&self) -> &[Stroke] {
        &self.strokes
    }
    /// p
    pub fn profiles(&self) -> Vec<Region> {
        (1..self.arrangement.cells.len())
            .flat_map(|c| self.regions(&[c]))
            .collect()
    }
    /// c
    pub fn cells(&self, profiles: &[usize]) -> Result<Vec<usize>, SketchError> {
        let count = self.arrangement.cells.len() - 1;
        profiles
            .iter()
            .map(|&p| {
                if p < count {
                    Ok(p + 1)
                } else {
                    Err(SketchError::Profile { profile: p, count })
                }
            })
            .collect()
    }
    /// r
    pub fn regions(&self, cells: &[usize]) -> Vec<Region> {
        cells
            .iter()
            .map(|&c| {
                let mut loops = self.arrangement.cells[c].boundaries.iter().map(|b| {
                    Outline::Loop(b.iter().map(|&h| self.arrangement.segment(h)).collect())
                });
                Region {
                    outer: loops.next().expect("outer"),
                    holes: loops.collect(),
                }
            })
            .collect()
    }
}
