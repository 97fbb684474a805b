//! The validated closed profile that an extrusion sweeps.
//!
//! An [`Outline`] is a circle, or a simple closed loop of lines and arcs, counter-clockwise. It
//! exists only if the curves close and do not meet elsewhere. Regions of several loops (holes,
//! crossing curves) are not its concern.

mod contact;
mod flatten;
#[cfg(test)]
mod tests;

use cadseq_program::{Curve, MAX_COORDINATE};
use glam::DVec2;

pub(crate) use flatten::arc_steps;
pub use flatten::{Flattened, circle_steps};

use crate::BuildError;
pub use crate::segment::{Bend, Bounds2, Segment};
use crate::segment::{centroid, signed_area, winding};

/// Distance in model units below which two points of a sketch count as one: 100 nanometres, so that
/// a loop written with six decimals closes; far above the rounding of coordinates.
pub const DEFAULT_TOLERANCE: f64 = 1e-5;

/// A validated closed profile in sketch coordinates.
#[derive(Debug, Clone, PartialEq)]
pub enum Outline {
    /// A full circle.
    Circle {
        /// Centre.
        center: DVec2,
        /// Radius, above zero.
        radius: f64,
        /// Number of the curve in its sketch.
        source: u32,
    },
    /// A simple loop of at least two segments, counter-clockwise; each starts where the one before
    /// ends.
    Loop(Vec<Segment>),
}

impl Outline {
    /// Checks that `curves` are one circle or one simple closed loop, drawn in either direction,
    /// where ends within `tolerance` (model units, usually [`DEFAULT_TOLERANCE`]) meet.
    ///
    /// # Errors
    /// The first fault, with the numbers of the curves.
    pub fn new(curves: &[Curve], tolerance: f64) -> Result<Self, BuildError> {
        check_numbers(curves)?;
        match curves {
            [] => Err(BuildError::NoCurve),
            [Curve::Circle(circle)] if circle.radius <= tolerance => {
                Err(BuildError::ZeroLength { curve: 0 })
            }
            [Curve::Circle(circle)] => Ok(Self::Circle {
                center: circle.center,
                radius: circle.radius,
                source: 0,
            }),
            _ => closed_loop(curves, tolerance).map(Self::Loop),
        }
    }

    /// The segments of a loop; none for a circle.
    pub fn segments(&self) -> &[Segment] {
        match self {
            Self::Circle { .. } => &[],
            Self::Loop(segments) => segments,
        }
    }

    /// Enclosed area by Green's theorem, in square model units.
    pub fn area(&self) -> f64 {
        match self {
            Self::Circle { radius, .. } => std::f64::consts::PI * radius * radius,
            Self::Loop(segments) => signed_area(segments.iter().copied()),
        }
    }

    /// Length of the boundary.
    pub fn perimeter(&self) -> f64 {
        match self {
            Self::Circle { radius, .. } => std::f64::consts::TAU * radius,
            Self::Loop(segments) => segments.iter().map(Segment::length).sum(),
        }
    }

    /// Centre of area, by Green's theorem.
    pub fn centroid(&self) -> DVec2 {
        match self {
            Self::Circle { center, .. } => *center,
            Self::Loop(segments) => centroid(segments),
        }
    }

    /// Whether a point lies inside; on the outline itself the answer may be either.
    pub fn contains(&self, point: DVec2) -> bool {
        match self {
            Self::Circle { center, radius, .. } => center.distance(point) < *radius,
            Self::Loop(segments) => winding(segments, point) != 0,
        }
    }

    /// The smallest box around the outline; exact for arcs.
    pub fn bounds(&self) -> Bounds2 {
        match self {
            Self::Circle { center, radius, .. } => {
                let half = DVec2::splat(*radius);
                Bounds2 {
                    min: *center - half,
                    max: *center + half,
                }
            }
            Self::Loop(segments) => segments[1..]
                .iter()
                .fold(segments[0].bounds(), |bounds, segment| {
                    bounds.union(segment.bounds())
                }),
        }
    }
}

fn check_numbers(curves: &[Curve]) -> Result<(), BuildError> {
    let unusable = curves.iter().position(|curve| !is_usable(curve));
    unusable.map_or(Ok(()), |curve| Err(BuildError::NotFinite { curve }))
}

/// Whether every number of a curve is finite and within the program's limits.
pub(crate) fn is_usable(curve: &Curve) -> bool {
    let small = |point: DVec2| point.abs().cmple(DVec2::splat(MAX_COORDINATE)).all();
    let is_round = match curve {
        Curve::Line(_) => true,
        Curve::Arc(arc) => arc.center.is_finite() && arc.sweep_deg.abs() <= 360.0,
        Curve::Circle(circle) => small(circle.center) && circle.radius.is_finite(),
    };
    is_round && small(curve.start()) && small(curve.end())
}

fn closed_loop(curves: &[Curve], tolerance: f64) -> Result<Vec<Segment>, BuildError> {
    check_closed(curves, tolerance)?;
    let corner = |index: usize| curves[index % curves.len()].start();
    let mut segments: Vec<Segment> = curves
        .iter()
        .enumerate()
        .map(|(i, curve)| Segment::between(corner(i), corner(i + 1), curve, i as u32, tolerance))
        .collect();
    if let Some(contact) = contact::find_contact(&segments, tolerance) {
        let contact::Contact {
            first,
            second,
            point,
        } = contact;
        return Err(BuildError::Contact {
            first,
            second,
            point,
        });
    }
    let area = signed_area(segments.iter().copied());
    let perimeter: f64 = segments.iter().map(Segment::length).sum();
    if area.abs() <= tolerance * perimeter {
        return Err(BuildError::ZeroArea { area });
    }
    if area < 0.0 {
        segments = segments.iter().rev().map(Segment::reversed).collect();
    }
    Ok(segments)
}

/// Each curve has a chord, starts where the one before ends, and only the last closes the loop.
fn check_closed(curves: &[Curve], tolerance: f64) -> Result<(), BuildError> {
    let origin = curves[0].start();
    for (curve, shape) in curves.iter().enumerate() {
        if matches!(shape, Curve::Circle(_)) {
            return Err(BuildError::SeveralLoops {
                curve: curve.max(1),
            });
        }
        if shape.start().distance(shape.end()) <= tolerance {
            return Err(BuildError::ZeroLength { curve });
        }
        let next = (curve + 1) % curves.len();
        let (end, start) = (shape.end(), curves[next].start());
        if end.distance(start) > tolerance {
            return Err(if next > 1 && end.distance(origin) <= tolerance {
                BuildError::SeveralLoops { curve: next }
            } else {
                BuildError::OpenLoop {
                    previous: curve,
                    next,
                    end,
                    start,
                }
            });
        }
    }
    Ok(())
}
