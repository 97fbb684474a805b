//! Coedges between the same two faces that go straight on, as edges.

use super::faces::Faces;
use super::{Boundary, Path};

/// The edges between faces, as chains of coedges.
pub(crate) struct Chains {
    /// The coedges of each chain, on one of its two sides, in their order.
    pub(crate) coedges: Vec<Vec<usize>>,
    /// For each coedge that begins a chain, on either side: the chain, and whether its own coedges
    /// run the other way.
    pub(crate) beginning: Vec<Option<(usize, bool)>>,
}

impl Chains {
    pub(crate) fn of(boundary: &Boundary, faces: &Faces) -> Self {
        let is_stop = stops(boundary, &faces.is_border, &faces.carriers);
        let mut chains = Self {
            coedges: Vec::new(),
            beginning: vec![None; boundary.coedges.len()],
        };
        let mut is_done = vec![false; boundary.coedges.len()];
        let borders = (0..boundary.coedges.len()).filter(|coedge| faces.is_border[*coedge]);
        let at_stops = borders
            .clone()
            .filter(|coedge| is_stop[boundary.corners[*coedge]]);
        // What is left after those are circles that meet no other edge.
        for first in at_stops.chain(borders) {
            if !is_done[first] {
                chains.add(boundary, faces, &is_stop, first, &mut is_done);
            }
        }
        chains
    }

    fn add(
        &mut self,
        boundary: &Boundary,
        faces: &Faces,
        is_stop: &[bool],
        first: usize,
        is_done: &mut [bool],
    ) {
        let mut coedges = Vec::new();
        let mut last = first;
        loop {
            coedges.push(last);
            is_done[last] = true;
            is_done[boundary.coedges[last].twin] = true;
            let next = next_border(boundary, faces, last);
            if is_stop[boundary.head(last)] || next == first {
                break;
            }
            last = next;
        }
        let chain = self.coedges.len();
        self.beginning[boundary.coedges[last].twin] = Some((chain, true));
        self.beginning[first] = Some((chain, false));
        self.coedges.push(coedges);
    }
}

/// The next coedge along the boundary of a face.
pub(crate) fn next_border(boundary: &Boundary, faces: &Faces, coedge: usize) -> usize {
    let mut next = boundary.coedges[coedge].next;
    while !faces.is_border[next] {
        next = boundary.coedges[boundary.coedges[next].twin].next;
    }
    next
}

/// The corners that are vertices: all but those where just two coedges meet that go straight on.
pub(super) fn stops(boundary: &Boundary, is_border: &[bool], carriers: &[usize]) -> Vec<bool> {
    let mut leaving: Vec<Vec<usize>> = vec![Vec::new(); boundary.corner_count];
    for (coedge, &corner) in boundary.corners.iter().enumerate() {
        if is_border[coedge] {
            leaving[corner].push(coedge);
        }
    }
    let goes_on = |a: usize, b: usize| match [a, b].map(|coedge| boundary.coedges[coedge].path) {
        [Path::Rim { edge: a, .. }, Path::Rim { edge: b, .. }] => carriers[a] == carriers[b],
        [Path::Rise { .. }, Path::Rise { .. }] => true,
        _ => false,
    };
    let is_stop = |leaving: &Vec<usize>| !matches!(leaving[..], [a, b] if goes_on(a, b));
    leaving.iter().map(is_stop).collect()
}
