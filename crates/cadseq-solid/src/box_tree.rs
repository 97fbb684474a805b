//! Boxes in a binary tree, to find those that meet a given box.

use crate::segment::Bounds2;

/// Most boxes of a leaf.
const LEAF: usize = 8;

/// A tree of boxes, each with its index in the list it was built from.
#[derive(Debug, Clone)]
pub(crate) struct BoxTree {
    nodes: Vec<Node>,
    entries: Vec<(Bounds2, usize)>,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    bounds: Bounds2,
    /// The boxes below, as a range of the entries.
    first: usize,
    end: usize,
    /// The second child; the first follows its parent. `None` for a leaf.
    second_child: Option<usize>,
}

impl BoxTree {
    pub(crate) fn new(boxes: impl Iterator<Item = Bounds2>) -> Self {
        let entries: Vec<_> = boxes
            .enumerate()
            .map(|(index, bounds)| (bounds, index))
            .collect();
        let mut tree = Self {
            nodes: Vec::with_capacity(entries.len() / 2),
            entries,
        };
        if !tree.entries.is_empty() {
            tree.grow(0, tree.entries.len());
        }
        tree
    }

    fn grow(&mut self, first: usize, end: usize) {
        let entries = &mut self.entries[first..end];
        let bounds = entries[1..]
            .iter()
            .fold(entries[0].0, |all, (one, _)| all.union(*one));
        let index = self.nodes.len();
        self.nodes.push(Node {
            bounds,
            first,
            end,
            second_child: None,
        });
        if entries.len() <= LEAF {
            return;
        }
        let size = bounds.max - bounds.min;
        let key = |entry: &(Bounds2, usize)| {
            let sum = entry.0.min + entry.0.max;
            if size.x >= size.y { sum.x } else { sum.y }
        };
        let half = entries.len() / 2;
        entries.select_nth_unstable_by(half, |a, b| key(a).total_cmp(&key(b)).then(a.1.cmp(&b.1)));
        self.grow(first, first + half);
        self.nodes[index].second_child = Some(self.nodes.len());
        self.grow(first + half, end);
    }

    /// Calls `visit` with the index of every box that meets `bounds`.
    pub(crate) fn query(&self, bounds: &Bounds2, mut visit: impl FnMut(usize)) {
        let mut open = Vec::with_capacity(64);
        if !self.nodes.is_empty() {
            open.push(0);
        }
        while let Some(index) = open.pop() {
            let node = &self.nodes[index];
            if !node.bounds.meets(bounds) {
                continue;
            }
            if let Some(second) = node.second_child {
                open.extend([second, index + 1]);
                continue;
            }
            for (entry, index) in &self.entries[node.first..node.end] {
                if entry.meets(bounds) {
                    visit(*index);
                }
            }
        }
    }
}
