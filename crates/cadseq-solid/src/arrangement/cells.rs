//! Cells from cycles: which cycles are outer, and which cell each other one is a hole of.
//!
//! Every connected component has one cycle that goes around it on the outside; all its other cycles
//! are the outer boundaries of cells.

use super::cycles::{Cycles, trace};
use super::edges::Track;
use super::locate::Rays;
use super::{Cell, HalfEdge};
use crate::segment::signed_area;

/// No cell or cycle.
const NONE: usize = usize::MAX;

/// Cells and, for each track, those on its left and right.
pub(super) struct Cells {
    pub(super) cells: Vec<Cell>,
    pub(super) sides: Vec<[usize; 2]>,
}

/// Takes out every track with one cell on both sides: whatever dangles or is a bridge. `None` where
/// the tracks cross.
pub(super) fn without_bridges(
    vertex_count: usize,
    tracks: Vec<Track>,
    tolerance: f64,
) -> Option<Vec<Track>> {
    let cycles = trace(&tracks, tolerance);
    if !is_planar(&components(vertex_count, &tracks), &tracks, &cycles) {
        return None;
    }
    let kept = tracks
        .into_iter()
        .zip(cycles.sides)
        .filter(|(_, [left, right])| left != right);
    Some(kept.map(|(track, _)| track).collect())
}

/// The cells of tracks without bridges, numbered as a pen first meets them that draws the tracks in
/// their order and looks left before right. `None` where the tracks cross.
pub(super) fn cells(
    vertex_count: usize,
    tracks: &[Track],
    rays: &Rays,
    tolerance: f64,
) -> Option<Cells> {
    let cycles = trace(tracks, tolerance);
    let component = components(vertex_count, tracks);
    if !is_planar(&component, tracks, &cycles) {
        return None;
    }
    let nesting = Nesting::new(tracks, &cycles, &component, rays);
    let mut turns = vec![0; cycles.walks.len()];
    let owner: Vec<usize> = (0..cycles.walks.len())
        .map(|cycle| nesting.owner(cycle, &mut turns))
        .collect();
    Some(numbered(cycles, &owner))
}

/// For each vertex the lowest vertex that tracks connect it to.
fn components(count: usize, tracks: &[Track]) -> Vec<usize> {
    let mut parent: Vec<usize> = (0..count).collect();
    for track in tracks {
        let (a, b) = (root(&mut parent, track.start), root(&mut parent, track.end));
        parent[a.max(b)] = a.min(b);
    }
    (0..count).map(|vertex| root(&mut parent, vertex)).collect()
}

fn root(parent: &mut [usize], mut vertex: usize) -> usize {
    while parent[vertex] != vertex {
        parent[vertex] = parent[parent[vertex]];
        vertex = parent[vertex];
    }
    vertex
}

/// Euler's formula: vertices - edges + cycles = 2 for each component. `component` names the lowest
/// vertex that each is connected to.
fn is_planar(component: &[usize], tracks: &[Track], cycles: &Cycles) -> bool {
    let mut used = vec![false; component.len()];
    for track in tracks {
        used[track.start] = true;
        used[track.end] = true;
    }
    let of_use = || (0..used.len()).filter(|&vertex| used[vertex]);
    let components = of_use().filter(|&vertex| component[vertex] == vertex);
    of_use().count() + cycles.walks.len() == tracks.len() + 2 * components.count()
}

struct Nesting<'a> {
    tracks: &'a [Track],
    cycles: &'a Cycles,
    /// The component of each vertex, by its lowest vertex.
    component: &'a [usize],
    rays: &'a Rays,
    /// Signed area of each cycle.
    areas: Vec<f64>,
    /// For each component, by its lowest vertex, the cycle around its outside.
    outside: Vec<usize>,
}

impl<'a> Nesting<'a> {
    fn new(
        tracks: &'a [Track],
        cycles: &'a Cycles,
        component: &'a [usize],
        rays: &'a Rays,
    ) -> Self {
        let area = |walk: &Vec<HalfEdge>| signed_area(walk.iter().map(|half| half.segment(tracks)));
        let areas: Vec<f64> = cycles.walks.iter().map(area).collect();
        let mut outside = vec![NONE; component.len()];
        for (cycle, walk) in cycles.walks.iter().enumerate() {
            let lowest = &mut outside[component[walk[0].origin(tracks)]];
            if *lowest == NONE || areas[cycle] < areas[*lowest] {
                *lowest = cycle;
            }
        }
        Self {
            tracks,
            cycles,
            component,
            rays,
            areas,
            outside,
        }
    }

    /// The cycle that bounds the cell of `cycle` on the outside; [`NONE`] for the unbounded cell.
    /// `turns` holds a zero for each cycle, before and after.
    fn owner(&self, cycle: usize, turns: &mut [i32]) -> usize {
        let first = self.cycles.walks[cycle][0];
        let component = self.component[first.origin(self.tracks)];
        if self.outside[component] != cycle {
            return cycle;
        }
        let mut crossed = Vec::new();
        self.rays
            .cast(first.segment(self.tracks).start, |track, turn| {
                if self.component[self.tracks[track].start] != component {
                    let [left, right] = self.cycles.sides[track];
                    turns[left] += turn;
                    turns[right] -= turn;
                    crossed.extend([left, right]);
                }
            });
        let mut smallest = NONE;
        for other in crossed {
            let is_around = std::mem::take(&mut turns[other]) == 1 && self.areas[other] > 0.0;
            if is_around && (smallest == NONE || self.areas[other] < self.areas[smallest]) {
                smallest = other;
            }
        }
        smallest
    }
}

fn numbered(cycles: Cycles, owner: &[usize]) -> Cells {
    let mut number = vec![NONE; owner.len()];
    let mut cells = vec![Cell {
        boundaries: Vec::new(),
    }];
    let mut of_cycle = |cycle: usize| match owner[cycle] {
        NONE => 0,
        outer => {
            if number[outer] == NONE {
                number[outer] = cells.len();
                cells.push(Cell {
                    boundaries: Vec::new(),
                });
            }
            number[outer]
        }
    };
    let sides: Vec<[usize; 2]> = cycles
        .sides
        .iter()
        .map(|side| side.map(&mut of_cycle))
        .collect();
    let of: Vec<usize> = (0..owner.len()).map(of_cycle).collect();
    let (outer, holes): (Vec<_>, Vec<_>) = cycles
        .walks
        .into_iter()
        .enumerate()
        .partition(|(cycle, _)| owner[*cycle] == *cycle);
    for (cycle, walk) in outer.into_iter().chain(holes) {
        cells[of[cycle]].boundaries.push(walk);
    }
    Cells { cells, sides }
}
