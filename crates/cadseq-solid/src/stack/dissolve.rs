//! Takes out of a section what separates nothing, so that its size does not grow with its history:
//! edges between equal columns, vertices in the middle of a line or arc.

use std::f64::consts::PI;

use super::carrier::continues;
use super::disjoint_sets::DisjointSets;
use super::section::{Cap, Links, Section, SectionCell, SectionEdge, half_edge, opposite};
use crate::arrangement::HalfEdge;
use crate::origin::unite;
use crate::segment::{Bend, Segment, signed_area};

/// Share of the tolerance by which edges may leave one line or circle and yet become one: well above
/// rounding, and so small that hundreds of Booleans do not add up to the tolerance.
const SHARE_OF_TOLERANCE: f64 = 1e-4;

/// Arcs join up to half circles, whose ends say well where they are.
const MAX_SWEEP: f64 = PI * (1.0 + 1e-9);

impl Section {
    /// The same solid on the coarsest section.
    pub(crate) fn dissolved(mut self, tolerance: f64) -> Self {
        let (mut cells, kept) = self.equal_cells();
        let mut links = self.links_between(&kept);
        let mut kept = Joining {
            section: &mut self,
            links: &mut links,
            kept,
        };
        kept.join_edges(SHARE_OF_TOLERANCE * tolerance);
        let kept = kept.kept;
        compressed(&self, &links, &kept, &mut cells)
    }

    /// Connected cells with equal columns, and the edges between cells that differ.
    fn equal_cells(&self) -> (DisjointSets, Vec<bool>) {
        let mut sets = DisjointSets::new(self.cells.len());
        let kept = |edge: &SectionEdge| {
            let differ = self.cells[edge.left].column != self.cells[edge.right].column;
            if !differ {
                sets.unite(edge.left, edge.right);
            }
            differ
        };
        let kept = self.edges.iter().map(kept).collect();
        (sets, kept)
    }

    /// Links of the kept half-edges that step over the other ones.
    fn links_between(&self, kept: &[bool]) -> Links {
        let mut links = Links::of_section(self);
        for index in 0..links.next.len() {
            if kept[index / 2] {
                let mut next = links.next[index];
                while !kept[next / 2] {
                    next = links.next[opposite(next)];
                }
                links.join(index, next);
            }
        }
        links
    }
}

/// A section some of whose edges are gone.
struct Joining<'a> {
    section: &'a mut Section,
    links: &'a mut Links,
    kept: Vec<bool>,
}

impl Joining<'_> {
    /// Makes one edge of two wherever only they meet and go on along one line or circle.
    fn join_edges(&mut self, tolerance: f64) {
        for index in 0..self.links.next.len() {
            while self.kept[index / 2] && self.try_to_join(index, tolerance) {}
        }
    }

    /// Joins a half-edge with the next one if nothing else meets between them.
    fn try_to_join(&mut self, index: usize, tolerance: f64) -> bool {
        let next = self.links.next[index];
        let alone = self.links.next[opposite(next)] == opposite(index);
        let closes =
            self.section.tail(half_edge(index)) == self.section.tail(half_edge(opposite(next)));
        if !alone || closes || next / 2 == index / 2 {
            return false;
        }
        let pair = [index, next].map(|i| self.section.directed(half_edge(i)));
        if !continues(&pair[0], &pair[1], tolerance) {
            return false;
        }
        let bend = joined_bend(&pair);
        if bend.is_some_and(|bend| bend.sweep_rad.abs() > MAX_SWEEP) {
            return false;
        }
        self.join(index, next, bend);
        true
    }

    /// Lets the edge of `index` take over that of `next`.
    fn join(&mut self, index: usize, next: usize, bend: Option<Bend>) {
        let head = self.section.tail(half_edge(opposite(next)));
        let (after, before) = (self.links.next[next], self.links.previous[opposite(next)]);
        self.links.join(index, after);
        self.links.join(before, opposite(index));
        self.kept[next / 2] = false;
        let walls = std::mem::take(&mut self.section.edges[next / 2].walls);
        let edge = &mut self.section.edges[index / 2];
        for (wall, more) in edge.walls.iter_mut().zip(&walls) {
            unite(&mut wall.origins, &more.origins);
        }
        if half_edge(index).reversed {
            edge.start = head;
            edge.bend = bend.map(|bend| Bend {
                sweep_rad: -bend.sweep_rad,
                ..bend
            });
        } else {
            edge.end = head;
            edge.bend = bend;
        }
    }
}

/// The arc of two arcs; `None` for lines. Where their circles are not quite one it is that of the
/// longer arc, moved to pass through the ends.
fn joined_bend([before, next]: &[Segment; 2]) -> Option<Bend> {
    let [first, second] = [before.bend?, next.bend?];
    let sweep_rad = first.sweep_rad + second.sweep_rad;
    if first.center == second.center && first.radius == second.radius {
        return Some(Bend { sweep_rad, ..first });
    }
    let longer = if before.length() >= next.length() {
        first
    } else {
        second
    };
    Some(Bend::through(
        before.start,
        next.end,
        longer.center,
        sweep_rad,
    ))
}

/// The section of the kept edges, everything numbered anew in the old order.
fn compressed(
    section: &Section,
    links: &Links,
    kept: &[bool],
    cells: &mut DisjointSets,
) -> Section {
    let (cell_numbers, cell_count) = cells.numbers();
    let edge_numbers = numbers(kept);
    let mut is_used = vec![false; section.vertices.len()];
    for (edge, _) in section.edges.iter().zip(kept).filter(|(_, kept)| **kept) {
        is_used[edge.start] = true;
        is_used[edge.end] = true;
    }
    let vertex_numbers = numbers(&is_used);
    let kept_edges = section.edges.iter().zip(kept).filter(|(_, kept)| **kept);
    let edges = kept_edges.map(|(edge, _)| SectionEdge {
        start: vertex_numbers[edge.start],
        end: vertex_numbers[edge.end],
        left: cell_numbers[edge.left],
        right: cell_numbers[edge.right],
        ..edge.clone()
    });
    let kept_vertices = section
        .vertices
        .iter()
        .zip(&is_used)
        .filter(|(_, used)| **used);
    let mut result = Section {
        vertices: kept_vertices.map(|(vertex, _)| *vertex).collect(),
        edges: edges.collect(),
        cells: merged_cells(&section.cells, &cell_numbers, cell_count),
    };
    for boundary in loops(links, kept, &edge_numbers) {
        let cell = result.cell_of(boundary[0]);
        result.cells[cell].loops.push(boundary);
    }
    result.put_outer_loops_first();
    result
}

/// The rank of each marked entry among the marked ones.
fn numbers(marks: &[bool]) -> Vec<usize> {
    let mut count = 0;
    let mut number = |mark: &bool| {
        count += usize::from(*mark);
        count.saturating_sub(1)
    };
    marks.iter().map(&mut number).collect()
}

/// Cells of one set as one cell, without loops.
fn merged_cells(cells: &[SectionCell], numbers: &[usize], count: usize) -> Vec<SectionCell> {
    let mut merged = vec![SectionCell::default(); count];
    let mut is_new = vec![true; count];
    for (cell, &number) in cells.iter().zip(numbers) {
        let target = &mut merged[number];
        if std::mem::take(&mut is_new[number]) {
            target.column = cell.column.clone();
            target.caps.clone_from(&cell.caps);
        } else {
            unite_caps(&mut target.caps, &cell.caps);
        }
    }
    merged
}

/// Equal columns have caps at the same levels.
fn unite_caps(caps: &mut [Cap], more: &[Cap]) {
    for (cap, other) in caps.iter_mut().zip(more) {
        unite(&mut cap.origins, &other.origins);
    }
}

/// The loops of the kept half-edges, with new numbers of edges.
fn loops(links: &Links, kept: &[bool], edge_numbers: &[usize]) -> Vec<Vec<HalfEdge>> {
    let mut is_done = vec![false; links.next.len()];
    let mut found = Vec::new();
    for first in 0..links.next.len() {
        if is_done[first] || !kept[first / 2] {
            continue;
        }
        let mut boundary = Vec::new();
        let mut index = first;
        while !is_done[index] {
            is_done[index] = true;
            boundary.push(HalfEdge {
                edge: edge_numbers[index / 2],
                ..half_edge(index)
            });
            index = links.next[index];
        }
        found.push(boundary);
    }
    found
}

impl Section {
    /// Of a bounded cell's loops the one around the most area is the outer one.
    fn put_outer_loops_first(&mut self) {
        for cell in 1..self.cells.len() {
            let loops = &self.cells[cell].loops;
            let areas: Vec<f64> = loops
                .iter()
                .map(|boundary| self.loop_area(boundary))
                .collect();
            let outer = (0..areas.len()).max_by(|&a, &b| areas[a].total_cmp(&areas[b]));
            if let Some(outer) = outer {
                self.cells[cell].loops.swap(0, outer);
            }
        }
    }

    /// Area to the left of a loop; negative for a hole.
    pub(crate) fn loop_area(&self, boundary: &[HalfEdge]) -> f64 {
        signed_area(boundary.iter().map(|half| self.directed(*half)))
    }
}
