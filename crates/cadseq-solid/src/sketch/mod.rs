//! Sketches: curves in any order and direction, and the profiles that they enclose.
//!
//! Profiles are the cells of the curves' [`Arrangement`], as [`Region`]s with holes. They are
//! numbered in the order in which a pen that draws the curves in their order first has them beside
//! it: by the lowest curve on the profile's boundary (that of its holes too), then by where along
//! that curve, from its start, the profile first touches it, then left side before right side. A
//! plate that is drawn before its holes is profile 0, with the discs after it. Where curves run
//! along each other, the lowest counts. Slivers narrower than the tolerance are no profiles.

mod boundary;
mod error;
mod gap;
mod region;
#[cfg(test)]
mod tests;
mod union;

use cadseq_program::Curve;

pub use error::{CurveEnd, Gap, SketchError};
pub use region::Region;

use crate::arrangement::{Arrangement, HalfEdge, Stroke};
use crate::outline::is_usable;
use crate::segment::{Bend, Segment};

/// The profiles of `curves`, in the order of this module's documentation, where ends within
/// `tolerance` (model units, usually [`DEFAULT_TOLERANCE`](crate::outline::DEFAULT_TOLERANCE)) meet.
///
/// # Errors
/// As [`Sketch::new`].
pub fn profiles(curves: &[Curve], tolerance: f64) -> Result<Vec<Region>, SketchError> {
    let sketch = Sketch::new(curves, tolerance)?;
    (0..sketch.profile_count())
        .map(|profile| sketch.profile(profile))
        .collect()
}

/// The arrangement of curves, of which at least one area is a profile.
#[derive(Debug, Clone)]
pub struct Sketch {
    curves: Vec<Curve>,
    tolerance: f64,
    strokes: Vec<Stroke>,
    arrangement: Arrangement,
    /// The cell of each profile.
    cells: Vec<usize>,
}

impl Sketch {
    /// Arranges the curves; those that bound nothing are left out.
    ///
    /// # Errors
    /// Curves with unusable numbers or without length, curves that enclose nothing (with the place
    /// where they do not close), and those of [`Arrangement::new`].
    pub fn new(curves: &[Curve], tolerance: f64) -> Result<Self, SketchError> {
        if curves.is_empty() {
            return Err(SketchError::NoCurve);
        }
        if let Some(curve) = curves.iter().position(|curve| !is_usable(curve)) {
            return Err(SketchError::NotFinite { curve });
        }
        let segments: Vec<Segment> = curves
            .iter()
            .enumerate()
            .map(|(i, curve)| as_segment(curve, i as u32, tolerance))
            .collect();
        if let Some(curve) = segments
            .iter()
            .position(|segment| segment.length() <= tolerance)
        {
            return Err(SketchError::ZeroLength { curve });
        }
        let strokes: Vec<Stroke> = segments
            .iter()
            .map(|&segment| Stroke {
                segment,
                tag: segment.source,
            })
            .collect();
        let arrangement = Arrangement::new(&strokes, tolerance)?;
        let cells: Vec<usize> = (1..arrangement.cells.len())
            .filter(|&cell| !is_sliver(&arrangement, cell, tolerance))
            .collect();
        if cells.is_empty() {
            let gap = gap::find_gap(curves, &segments, tolerance);
            return Err(gap.map_or(SketchError::NoArea, SketchError::Open));
        }
        Ok(Self {
            curves: curves.to_vec(),
            tolerance,
            strokes,
            arrangement,
            cells,
        })
    }

    /// How many profiles there are; at least one.
    pub fn profile_count(&self) -> usize {
        self.cells.len()
    }

    /// A profile by its number.
    ///
    /// # Errors
    /// [`SketchError::ProfileOutOfRange`].
    pub fn profile(&self, profile: usize) -> Result<Region, SketchError> {
        let mut regions = self.union(&[profile])?;
        Ok(regions.swap_remove(0))
    }

    /// The regions that several profiles are together, in the order of their first profiles: those
    /// that share an edge are one; those that touch in points only stay apart. A profile may be
    /// named twice.
    ///
    /// # Errors
    /// [`SketchError::ProfileOutOfRange`].
    pub fn union(&self, profiles: &[usize]) -> Result<Vec<Region>, SketchError> {
        let cells = self.cells(profiles)?;
        let regions = union::merged_boundaries(&self.arrangement, &cells).into_iter();
        Ok(regions.map(|loops| boundary::region(self, loops)).collect())
    }

    /// The cells of the arrangement that are these profiles.
    ///
    /// # Errors
    /// [`SketchError::ProfileOutOfRange`].
    pub fn cells(&self, profiles: &[usize]) -> Result<Vec<usize>, SketchError> {
        let count = self.cells.len();
        let cell = |&profile: &usize| {
            let cell = self.cells.get(profile).copied();
            cell.ok_or(SketchError::ProfileOutOfRange { profile, count })
        };
        profiles.iter().map(cell).collect()
    }

    /// What the arrangement was made of: a stroke for each curve, whose tag is the curve's number.
    pub fn strokes(&self) -> &[Stroke] {
        &self.strokes
    }

    /// The arrangement behind the profiles; stroke i is curve i.
    pub fn arrangement(&self) -> &Arrangement {
        &self.arrangement
    }
}

/// The points of a curve; a circle or an arc of a full turn ends where it starts.
fn as_segment(curve: &Curve, source: u32, tolerance: f64) -> Segment {
    let (start, end) = (curve.start(), curve.end());
    let (center, radius) = match curve {
        Curve::Arc(arc) if start.distance(end) <= tolerance => (arc.center, arc.radius()),
        Curve::Circle(circle) => (circle.center, circle.radius),
        _ => return Segment::between(start, end, curve, source, tolerance),
    };
    let sweep_rad = curve.sweep_deg().to_radians();
    Segment {
        start,
        end,
        bend: Some(Bend {
            center,
            radius,
            sweep_rad,
        }),
        source,
    }
}

/// Whether a cell is narrower than the tolerance.
fn is_sliver(arrangement: &Arrangement, cell: usize, tolerance: f64) -> bool {
    let walks = arrangement.cells[cell].boundaries.iter().flatten();
    let perimeter: f64 = walks
        .map(|&half: &HalfEdge| arrangement.segment(half).length())
        .sum();
    arrangement.area(cell) <= tolerance * perimeter
}
