//! Which cell a point is in.

use glam::DVec2;

use super::Arrangement;
use crate::box_tree::BoxTree;
use crate::segment::{Bounds2, Segment, Span};

impl Arrangement {
    /// The cell that holds `point`; 0 outside of all. On an edge, one of its cells.
    pub fn cell_at(&self, point: DVec2) -> usize {
        let mut turns: Vec<(usize, i32)> = Vec::new();
        self.rays.cast(point, |edge, turn| {
            turns.extend([
                (self.edges[edge].left, turn),
                (self.edges[edge].right, -turn),
            ]);
        });
        turns.sort_unstable();
        let winding = |cell: &[(usize, i32)]| cell.iter().map(|turn| turn.1).sum::<i32>();
        let mut cells = turns.chunk_by(|a, b| a.0 == b.0);
        cells
            .find(|cell| cell[0].0 > 0 && winding(cell) == 1)
            .map_or(0, |cell| cell[0].0)
    }
}

/// Segments, prepared to find those that a ray to the right crosses.
#[derive(Debug, Clone)]
pub(super) struct Rays {
    tree: BoxTree,
    spans: Vec<(usize, Span)>,
}

impl Rays {
    pub(super) fn new<'a>(segments: impl Iterator<Item = &'a Segment>) -> Self {
        let of_segment =
            |(index, segment): (usize, &'a Segment)| segment.spans().map(move |span| (index, span));
        let spans: Vec<_> = segments.enumerate().flat_map(of_segment).collect();
        let tree = BoxTree::new(spans.iter().map(|(_, span)| span.bounds()));
        Self { tree, spans }
    }

    /// Calls `visit` for each crossing of the ray from `point` to the right: with the segment, and
    /// with 1 where it runs upwards, -1 where downwards.
    pub(super) fn cast(&self, point: DVec2, mut visit: impl FnMut(usize, i32)) {
        let ray = Bounds2 {
            min: point,
            max: DVec2::new(f64::INFINITY, point.y),
        };
        self.tree.query(&ray, |index| {
            let (segment, span) = &self.spans[index];
            let is_right = || span.bounds().min.x > point.x || span.x_at(point.y) > point.x;
            if span.crosses(point.y) && is_right() {
                visit(*segment, if span.is_upward() { 1 } else { -1 });
            }
        });
    }
}
