//! What in a program made a face.

/// What in a program made a face of the solid. A face where several extrudes meet has several
/// origins; lists of origins are sorted and hold none twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FaceOrigin {
    /// Index among the program's extrudes, from 0.
    pub extrude: u32,
    /// Which part of the extrude.
    pub part: FacePart,
}

/// The part of an extrude that made a face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FacePart {
    /// The profile at the height where the extrude starts.
    Start,
    /// The profile at the height where the extrude ends.
    End,
    /// The side swept by a curve.
    Side {
        /// Index of the curve in its sketch.
        curve: u32,
    },
}

impl FaceOrigin {
    /// The start face of an extrude.
    pub const fn start(extrude: u32) -> Self {
        Self {
            extrude,
            part: FacePart::Start,
        }
    }

    /// The end face of an extrude.
    pub const fn end(extrude: u32) -> Self {
        Self {
            extrude,
            part: FacePart::End,
        }
    }

    /// The side that a curve sweeps.
    pub const fn side(extrude: u32, curve: u32) -> Self {
        Self {
            extrude,
            part: FacePart::Side { curve },
        }
    }
}

/// Adds `more` origins to a sorted list.
pub(crate) fn unite(origins: &mut Vec<FaceOrigin>, more: &[FaceOrigin]) {
    for origin in more {
        if let Err(place) = origins.binary_search(origin) {
            origins.insert(place, *origin);
        }
    }
}
