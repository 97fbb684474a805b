//! Closed-form measures of a prism, in world coordinates and model units.

use glam::DVec3;

use crate::Prism;

/// An axis-aligned box in world coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds3 {
    /// Lowest coordinates.
    pub min: DVec3,
    /// Highest coordinates.
    pub max: DVec3,
}

/// Size and place of a solid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measures {
    /// Volume in cubic units.
    pub volume: f64,
    /// Area of all faces in square units.
    pub surface_area: f64,
    /// The smallest box around the solid; exact for arcs.
    pub bounds: Bounds3,
    /// Centre of mass of uniform density.
    pub center_of_mass: DVec3,
}

impl Bounds3 {
    /// The smallest box around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            min: self.min.min(other.min),
            max: self.max.max(other.max),
        }
    }

    /// The distance of its extreme corners.
    pub fn diagonal(&self) -> f64 {
        self.min.distance(self.max)
    }

    /// Its middle.
    pub fn center(&self) -> DVec3 {
        self.min.midpoint(self.max)
    }

    /// Half its diagonal.
    pub fn radius(&self) -> f64 {
        self.max.distance(self.min) / 2.0
    }

    /// Its eight corners; bit 0, 1 and 2 of the index say whether x, y and z are the highest.
    pub fn corners(&self) -> [DVec3; 8] {
        std::array::from_fn(|index| {
            let is_high = |axis: usize| index >> axis & 1 == 1;
            let pick = |axis: usize| {
                if is_high(axis) {
                    self.max[axis]
                } else {
                    self.min[axis]
                }
            };
            DVec3::new(pick(0), pick(1), pick(2))
        })
    }

    /// Whether the two boxes share a volume; touching boxes do not.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.min.cmplt(other.max).all() && other.min.cmplt(self.max).all()
    }
}

impl Prism {
    /// Volume in cubic units.
    pub fn volume(&self) -> f64 {
        self.outline().area() * self.depth().abs()
    }

    /// Area of both caps and all sides in square units.
    pub fn surface_area(&self) -> f64 {
        2.0 * self.outline().area() + self.outline().perimeter() * self.depth().abs()
    }

    /// The smallest box around the solid.
    pub fn bounds(&self) -> Bounds3 {
        let flat = self.outline().bounds();
        let a = self.plane().to_world(flat.min, 0.0);
        let b = self.plane().to_world(flat.max, self.depth());
        Bounds3 {
            min: a.min(b),
            max: a.max(b),
        }
    }

    /// Centre of mass of uniform density.
    pub fn center_of_mass(&self) -> DVec3 {
        self.plane()
            .to_world(self.outline().centroid(), 0.5 * self.depth())
    }

    /// All measures at once.
    pub fn measures(&self) -> Measures {
        Measures {
            volume: self.volume(),
            surface_area: self.surface_area(),
            bounds: self.bounds(),
            center_of_mass: self.center_of_mass(),
        }
    }
}
