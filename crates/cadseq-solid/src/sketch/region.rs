//! A connected region of a sketch: an outline with holes.

use glam::DVec2;

use crate::Outline;
use crate::outline::Bounds2;

/// A profile: the inside of an outline without that of its holes. Holes lie inside of the outline
/// and outside of each other; they may touch it and each other in points, not along curves.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// The outer boundary.
    pub outer: Outline,
    /// The boundaries of the holes, each counter-clockwise as an outline of its own.
    pub holes: Vec<Outline>,
}

impl Region {
    /// Area without the holes, in square model units.
    pub fn area(&self) -> f64 {
        self.outer.area() - self.holes.iter().map(Outline::area).sum::<f64>()
    }

    /// Length of all boundaries.
    pub fn perimeter(&self) -> f64 {
        self.boundaries().map(Outline::perimeter).sum()
    }

    /// Centre of area.
    pub fn centroid(&self) -> DVec2 {
        let moment = |outline: &Outline| outline.centroid() * outline.area();
        (moment(&self.outer) - self.holes.iter().map(moment).sum::<DVec2>()) / self.area()
    }

    /// The smallest box around the region; exact for arcs.
    pub fn bounds(&self) -> Bounds2 {
        self.outer.bounds()
    }

    /// Whether a point lies inside; on a boundary the answer may be either.
    pub fn contains(&self, point: DVec2) -> bool {
        self.outer.contains(point) && !self.holes.iter().any(|hole| hole.contains(point))
    }

    /// The outline, then the holes.
    pub fn boundaries(&self) -> impl Iterator<Item = &Outline> {
        std::iter::once(&self.outer).chain(&self.holes)
    }
}
