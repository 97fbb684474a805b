//! Which regions of a sketch the profiles of a file are.

use cadseq_program::Curve;

use super::fault::SketchFault;

/// A profile by what bounds it.
#[derive(Debug, Default)]
pub(super) struct Region {
    /// Area of the outline without the holes.
    pub(super) area: f64,
    /// Curves of its loops, by index, which have it on their left; or, where the flag is set, on
    /// their right.
    pub(super) sides: Vec<(usize, bool)>,
}

/// The numbers of the profiles among those of a sketch of these curves, ascending.
pub(super) fn numbers(_curves: &[Curve], regions: &[Region]) -> Result<Vec<usize>, SketchFault> {
    Ok((0..regions.len()).collect())
}
