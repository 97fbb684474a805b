//! The extrude: which profiles, how far to either side, and how the body meets what is there.

/// How an extruded body meets the bodies that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BooleanOperation {
    /// Union.
    Join,
    /// Subtraction.
    Cut,
    /// Intersection.
    Intersect,
    /// A body of its own; what the first extrude always does.
    New,
}

impl BooleanOperation {
    /// All of them, in the order of their index in the feature matrix.
    pub const ALL: [Self; 4] = [Self::Join, Self::Cut, Self::Intersect, Self::New];

    /// Index in the feature matrix: 0 join, 1 cut, 2 intersect, 3 new.
    pub const fn index(self) -> usize {
        match self {
            Self::Join => 0,
            Self::Cut => 1,
            Self::Intersect => 2,
            Self::New => 3,
        }
    }

    /// The inverse of [`BooleanOperation::index`].
    pub fn from_index(index: usize) -> Option<Self> {
        Self::ALL.get(index).copied()
    }

    /// The name in the text form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Cut => "cut",
            Self::Intersect => "intersect",
            Self::New => "new",
        }
    }
}

/// How far an extrude goes along the plane's normal, in model units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Extent {
    /// From the plane to this signed height.
    OneSide(f64),
    /// Half of this total length to either side of the plane. The sign says in which direction,
    /// and so which face is the start and which the end; the solid is the same.
    Symmetric(f64),
    /// Forward and backward: from the height `-backward` to the height `forward`. Either may be
    /// negative, so the extrude need not touch the plane.
    TwoSides(f64, f64),
}

impl Extent {
    /// The height at which the extrude starts and that at which it ends: 0 and the depth, or half
    /// the length backward and half forward, or `-backward` and `forward`.
    pub fn start_and_end(self) -> (f64, f64) {
        match self {
            Self::OneSide(depth) => (0.0, depth),
            Self::Symmetric(length) => (-length / 2.0, length / 2.0),
            Self::TwoSides(forward, backward) => (-backward, forward),
        }
    }

    /// The lowest and the highest height.
    pub fn heights(self) -> (f64, f64) {
        let (start, end) = self.start_and_end();
        (start.min(end), start.max(end))
    }

    /// Whether nothing lies between the two heights.
    pub fn is_empty(self) -> bool {
        let (low, high) = self.heights();
        low == high
    }
}

/// Sweeps profiles of the latest sketch along the plane's normal.
#[derive(Debug, Clone, PartialEq)]
pub struct Extrude {
    /// Indices among the sketch's regions: at least one, none twice, in any order. 0 is the
    /// default.
    pub profiles: Vec<usize>,
    /// How far.
    pub extent: Extent,
    /// How the body meets what is there.
    pub operation: BooleanOperation,
}

impl Extrude {
    /// One profile to the signed height `depth`.
    pub fn one_side(profile: usize, depth: f64, operation: BooleanOperation) -> Self {
        Self {
            profiles: vec![profile],
            extent: Extent::OneSide(depth),
            operation,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_are_in_order() {
        let check = |extent: Extent, heights, start_and_end| {
            assert_eq!(extent.heights(), heights, "{extent:?}");
            assert_eq!(extent.start_and_end(), start_and_end, "{extent:?}");
        };
        check(Extent::OneSide(-5.0), (-5.0, 0.0), (0.0, -5.0));
        check(Extent::OneSide(5.0), (0.0, 5.0), (0.0, 5.0));
        check(Extent::Symmetric(5.0), (-2.5, 2.5), (-2.5, 2.5));
        check(Extent::Symmetric(-5.0), (-2.5, 2.5), (2.5, -2.5));
        check(Extent::TwoSides(5.0, 2.0), (-2.0, 5.0), (-2.0, 5.0));
        check(Extent::TwoSides(5.0, -2.0), (2.0, 5.0), (2.0, 5.0));
        check(Extent::TwoSides(2.0, -5.0), (2.0, 5.0), (5.0, 2.0));
        assert!(Extent::TwoSides(5.0, -5.0).is_empty());
        assert!(!Extent::TwoSides(5.0, 5.0).is_empty());
    }
}
