//! Which cell a point is in.

use glam::DVec2;

use super::Arrangement;
use super::box_tree::BoxTree;
use crate::segment::{Bounds2, Segment};

impl Arrangement {
    /// The cell that holds `point`; 0 outside of all. On an edge, one of its cells.
    pub fn cell_at(&self, point: DVec2) -> usize {
        let sides = |edge: usize| {
            let segment = self.edge_segment(edge);
            Some((segment, [self.edges[edge].left, self.edges[edge].right]))
        };
        let around = enclosing(&self.tree, sides, point);
        around.into_iter().find(|&cell| cell > 0).unwrap_or(0)
    }
}

/// The cells whose boundary winds around `point` once, in ascending order. `sides` gives for the
/// segments of the tree their cells on the left and right, or nothing where they do not count.
pub(super) fn enclosing(
    tree: &BoxTree,
    sides: impl Fn(usize) -> Option<(Segment, [usize; 2])>,
    point: DVec2,
) -> Vec<usize> {
    let ray = Bounds2 {
        min: point,
        max: DVec2::new(f64::INFINITY, point.y),
    };
    let mut turns: Vec<(usize, i32)> = Vec::new();
    tree.query(&ray, |index| {
        let Some((segment, [left, right])) = sides(index) else {
            return;
        };
        segment.scan(point.y, |crossing| {
            if crossing.x > point.x {
                let turn = if crossing.upward { 1 } else { -1 };
                turns.extend([(left, turn), (right, -turn)]);
            }
        });
    });
    turns.sort_unstable();
    let cells = turns.chunk_by(|a, b| a.0 == b.0);
    let winding = |cell: &[(usize, i32)]| cell.iter().map(|turn| turn.1).sum::<i32>();
    cells
        .filter(|cell| winding(cell) == 1)
        .map(|cell| cell[0].0)
        .collect()
}
