//! Connected tiles of one surface, as faces.

use std::cmp::Reverse;

use super::super::Stack;
use super::super::carrier::same_carrier;
use super::super::disjoint_sets::DisjointSets;
use super::super::section::Section;
use super::chains::stops;
use super::{Boundary, Path, TileKind};

/// The faces of a boundary.
pub(crate) struct Faces {
    /// For each tile its face.
    pub(crate) of_tile: Vec<usize>,
    pub(crate) count: usize,
    /// For each coedge whether it is part of the boundary of its face. A seam is, on both sides.
    pub(crate) is_border: Vec<bool>,
    /// For each edge of the section the longest one on the same line or circle.
    pub(crate) carriers: Vec<usize>,
    /// For each face on a cylinder a vertex of the section over which it begins, or has its seam.
    pub(crate) references: Vec<Option<usize>>,
}

impl Faces {
    pub(crate) fn of(stack: &Stack, boundary: &Boundary) -> Self {
        let carriers = carriers(stack, boundary);
        let is_smooth = |coedge: usize| is_smooth(boundary, &carriers, coedge);
        let mut is_border: Vec<bool> = (0..boundary.coedges.len()).map(|c| !is_smooth(c)).collect();
        let (patches, count) = connected(boundary, &is_border);
        let ends = arc_ends(&stack.section, boundary, &carriers, &patches, count);
        let crossings = crossings(boundary, &is_border, &carriers, &patches, count);
        let pairs = ends.iter().zip(&crossings);
        let cuts: Vec<Option<usize>> = pairs.map(|(ends, found)| cut(ends, found)).collect();
        for (number, coedge) in boundary.coedges.iter().enumerate() {
            if let Path::Rise { vertex, .. } = coedge.path {
                is_border[number] |= cuts[patches[coedge.tile]] == Some(vertex);
            }
        }
        let (of_tile, count) = connected(boundary, &is_border);
        let mut references = vec![None; count];
        for (tile, &face) in of_tile.iter().enumerate() {
            references[face] = cuts[patches[tile]];
        }
        Self {
            of_tile,
            count,
            is_border,
            carriers,
            references,
        }
    }
}

/// Sets of tiles connected over coedges that are no border.
fn connected(boundary: &Boundary, is_border: &[bool]) -> (Vec<usize>, usize) {
    let mut sets = DisjointSets::new(boundary.tiles.len());
    for (coedge, _) in boundary
        .coedges
        .iter()
        .zip(is_border)
        .filter(|(_, border)| !**border)
    {
        sets.unite(coedge.tile, boundary.coedges[coedge.twin].tile);
    }
    sets.numbers()
}

/// The edge that a wall stands on.
fn wall_edge(boundary: &Boundary, tile: usize) -> Option<usize> {
    match boundary.tiles[tile].kind {
        TileKind::Wall { edge, .. } => Some(edge),
        TileKind::Cap { .. } => None,
    }
}

/// Whether the tiles on both sides of a coedge are parts of one plane or cylinder.
fn is_smooth(boundary: &Boundary, carriers: &[usize], coedge: usize) -> bool {
    let twin = boundary.coedges[boundary.coedges[coedge].twin];
    let edges = [boundary.coedges[coedge].tile, twin.tile].map(|tile| wall_edge(boundary, tile));
    match edges {
        [None, None] => true,
        [Some(a), Some(b)] => carriers[a] == carriers[b],
        _ => false,
    }
}

/// For each edge the longest one on the same line or circle that is reached by going straight on
/// along the boundary. Comparing with the longest one keeps many small turns from adding up.
fn carriers(stack: &Stack, boundary: &Boundary) -> Vec<usize> {
    let section = &stack.section;
    let lengths: Vec<f64> = (0..section.edges.len())
        .map(|e| section.segment(e).length())
        .collect();
    let mut sets = DisjointSets::new(section.edges.len());
    let mut longest: Vec<usize> = (0..section.edges.len()).collect();
    for coedge in &boundary.coedges {
        let twin = boundary.coedges[coedge.twin];
        let edges = [coedge.tile, twin.tile].map(|tile| wall_edge(boundary, tile));
        let (Path::Rise { vertex, .. }, [Some(a), Some(b)]) = (coedge.path, edges) else {
            continue;
        };
        let roots = [a, b].map(|edge| sets.find(edge));
        if roots[0] == roots[1] || !section.goes_on(vertex, [a, b], stack.tolerance) {
            continue;
        }
        let [long, short] = roots.map(|root| longest[root]);
        let segments = [long, short].map(|edge| section.segment(edge));
        if same_carrier(&segments[0], &segments[1], stack.tolerance) {
            sets.unite(a, b);
            let root = sets.find(a);
            longest[root] = if lengths[long] >= lengths[short] {
                long
            } else {
                short
            };
        }
    }
    (0..section.edges.len())
        .map(|edge| longest[sets.find(edge)])
        .collect()
}

/// For each patch on a cylinder the first and last vertices, counter-clockwise, of the arcs under it.
fn arc_ends(
    section: &Section,
    boundary: &Boundary,
    carriers: &[usize],
    patches: &[usize],
    count: usize,
) -> Vec<Vec<[usize; 2]>> {
    let mut ends: Vec<Vec<[usize; 2]>> = vec![Vec::new(); count];
    for (tile, &patch) in patches.iter().enumerate() {
        let Some(edge) = wall_edge(boundary, tile) else {
            continue;
        };
        if let Some(bend) = section.edges[carriers[edge]].bend {
            let mut pair = [section.edges[edge].start, section.edges[edge].end];
            if !section.runs_around(edge, bend.center) {
                pair.reverse();
            }
            ends[patch].push(pair);
        }
    }
    ends
}

/// A vertex over which a tile goes on into its neighbour on the same cylinder.
#[derive(Debug, Clone, Copy)]
struct Crossing {
    vertex: usize,
    /// Whether an edge ends there anyway.
    starts_at_stop: bool,
}

/// For each patch its crossings, one for each coedge.
fn crossings(
    boundary: &Boundary,
    is_border: &[bool],
    carriers: &[usize],
    patches: &[usize],
    count: usize,
) -> Vec<Vec<Crossing>> {
    let is_stop = stops(boundary, is_border, carriers);
    let mut crossings: Vec<Vec<Crossing>> = vec![Vec::new(); count];
    for (number, coedge) in boundary.coedges.iter().enumerate() {
        if let (Path::Rise { vertex, .. }, false) = (coedge.path, is_border[number]) {
            crossings[patches[coedge.tile]].push(Crossing {
                vertex,
                starts_at_stop: is_stop[boundary.corners[number]],
            });
        }
    }
    crossings
}

/// A vertex over which a patch on a cylinder begins; where it goes all around, one over which it is
/// to be cut: where the cut is shortest, and then where most edges end anyway. `None` on a plane.
fn cut(ends: &[[usize; 2]], crossings: &[Crossing]) -> Option<usize> {
    let is_last = |vertex: usize| ends.iter().any(|pair| pair[1] == vertex);
    let firsts = ends.iter().map(|pair| pair[0]);
    if let Some(first) = firsts.clone().find(|vertex| !is_last(*vertex)) {
        return Some(first);
    }
    let cost = |vertex: &usize| {
        let crossed = crossings
            .iter()
            .filter(|crossing| crossing.vertex == *vertex);
        let stops = crossed.clone().filter(|crossing| crossing.starts_at_stop);
        (crossed.count(), Reverse(stops.count()), *vertex)
    };
    firsts.min_by_key(cost)
}
