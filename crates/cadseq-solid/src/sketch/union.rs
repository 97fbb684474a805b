//! The boundaries of cells taken together, as simple loops.

use std::collections::{BTreeSet, HashMap};

use crate::arrangement::{Arrangement, HalfEdge};

/// A closed walk that passes no vertex twice.
pub(super) type SimpleLoop = Vec<HalfEdge>;

/// For each part of the cells that edges connect, the loops around it, with the part on their left;
/// in the order of the parts' lowest cells.
pub(super) fn merged_boundaries(
    arrangement: &Arrangement,
    cells: &[usize],
) -> Vec<Vec<SimpleLoop>> {
    let mut rest: BTreeSet<usize> = cells.iter().copied().collect();
    let mut parts = Vec::new();
    while let Some(first) = rest.pop_first() {
        let mut part = BTreeSet::from([first]);
        let mut open = vec![first];
        while let Some(cell) = open.pop() {
            for half_edge in half_edges(arrangement, cell) {
                let beyond = arrangement.cell_beside(half_edge.twin());
                if rest.remove(&beyond) {
                    part.insert(beyond);
                    open.push(beyond);
                }
            }
        }
        parts.push(loops_around(arrangement, &part));
    }
    parts
}

fn half_edges(arrangement: &Arrangement, cell: usize) -> impl Iterator<Item = HalfEdge> {
    arrangement.cells[cell].boundaries.iter().flatten().copied()
}

fn loops_around(arrangement: &Arrangement, part: &BTreeSet<usize>) -> Vec<SimpleLoop> {
    let mut next = HashMap::new();
    let mut outer = BTreeSet::new();
    for &cell in part {
        for walk in &arrangement.cells[cell].boundaries {
            let following = walk.iter().cycle().skip(1);
            next.extend(walk.iter().copied().zip(following.copied()));
        }
        let is_outer = |half: &HalfEdge| !part.contains(&arrangement.cell_beside(half.twin()));
        outer.extend(half_edges(arrangement, cell).filter(is_outer));
    }
    let mut loops = Vec::new();
    while let Some(first) = outer.pop_first() {
        let mut walk = vec![first];
        loop {
            let mut half_edge = next[walk.last().expect("it has the first")];
            // Around the vertex, over the edges inside the part.
            while part.contains(&arrangement.cell_beside(half_edge.twin())) {
                half_edge = next[&half_edge.twin()];
            }
            if half_edge == first {
                break;
            }
            outer.remove(&half_edge);
            walk.push(half_edge);
        }
        cut_at_vertices(arrangement, &walk, &mut loops);
    }
    loops
}

/// Cuts a closed walk into simple loops where it passes a vertex again.
fn cut_at_vertices(arrangement: &Arrangement, walk: &[HalfEdge], loops: &mut Vec<SimpleLoop>) {
    let mut open: Vec<HalfEdge> = Vec::new();
    let mut place = HashMap::new();
    for &half_edge in walk {
        let vertex = arrangement.origin(half_edge);
        if let Some(start) = place.insert(vertex, open.len()) {
            let closed: SimpleLoop = open.drain(start..).collect();
            for inner in &closed[1..] {
                place.remove(&arrangement.origin(*inner));
            }
            loops.push(closed);
            place.insert(vertex, start);
        }
        open.push(half_edge);
    }
    loops.push(open);
}
