//! What one sketch holds: areas with holes.

use super::loops::{Loop, mapped};
use glam::DVec2;

/// Loops of one sketch. A loop is drawn after the one that it lies in, so that the profile `i` of the
/// sketch is what loop `i` has next to it inside.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Drawing {
    loops: Vec<Loop>,
    /// Numbers of the loops inside of which is material.
    filled: Vec<usize>,
}

impl Drawing {
    /// The inside of a loop.
    pub(crate) fn of(outer: Loop) -> Self {
        Self {
            loops: vec![outer],
            filled: vec![0],
        }
    }

    /// The insides of loops that do not meet; `None` where there is none.
    pub(crate) fn all(loops: impl IntoIterator<Item = Loop>) -> Option<Self> {
        let loops: Vec<Loop> = loops.into_iter().collect();
        let filled: Vec<usize> = (0..loops.len()).collect();
        (!loops.is_empty()).then_some(Self { loops, filled })
    }

    /// With a hole in what is there.
    pub(crate) fn hole(mut self, inner: Loop) -> Self {
        self.loops.push(inner);
        self
    }

    /// With holes in what is there.
    pub(crate) fn holes(mut self, inner: impl IntoIterator<Item = Loop>) -> Self {
        self.loops.extend(inner);
        self
    }

    /// The loops in the order in which they are drawn.
    pub(crate) fn loops(&self) -> &[Loop] {
        &self.loops
    }

    /// Numbers of the profiles that are material.
    pub(crate) fn profiles(&self) -> &[usize] {
        &self.filled
    }

    /// Under a similarity, see [`mapped`].
    pub(crate) fn mapped(&self, factor: f64, map: impl Fn(DVec2) -> DVec2) -> Self {
        Self {
            loops: self
                .loops
                .iter()
                .map(|curves| mapped(curves, factor, &map))
                .collect(),
            filled: self.filled.clone(),
        }
    }
}
