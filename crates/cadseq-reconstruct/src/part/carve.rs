//! What the picture says of every place in the box of what is seen: empty, solid, or hidden.

use cadseq_program::Plane;
use glam::{DVec2, DVec3};

use super::placed::Placed;
use super::relief::Relief;

/// Cells along the box's longest side.
const RESOLUTION: f64 = 64.0;

/// How far before the visible surface a solid cell's middle may lie, in cells.
const TOLERANCE: f64 = 0.35;

/// How far behind a visible surface a cell's middle is solid at least, in cells.
const SKIN: f64 = 1.2;

/// Share of the part's pixels that may lie outside the box on each side.
const OUTSIDE: f64 = 0.003;

/// Cells around the box, where hidden places count as empty.
const BORDER: f64 = 2.0;

/// What is known of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// The picture looks through it.
    Empty,
    /// It lies just behind a visible surface.
    Solid,
    /// It lies below a visible cap, and nothing shows that the solid has ended.
    BelowCap,
    /// Something hides it.
    Hidden,
    /// Something hides it, and it lies outside the box of what is seen.
    Outside,
}

/// A box of cells along a sketch plane's axes and its normal.
#[derive(Debug, Clone)]
pub(super) struct Carved {
    /// The plane whose coordinates (x, y, height) the cells have.
    pub plane: Plane,
    /// Lowest corner of the box.
    pub low: DVec3,
    /// Side of a cell, in model units.
    pub cell: f64,
    /// Cells along x, y and height.
    pub counts: [usize; 3],
    /// The cells: x fastest, then y, then height.
    pub cells: Vec<Cell>,
}

impl Carved {
    /// The cells of one layer.
    pub(super) fn layer(&self, height: usize) -> &[Cell] {
        let area = self.counts[0] * self.counts[1];
        &self.cells[height * area..][..area]
    }
}

/// The box of what is seen: lowest and highest corner in the part's frame.
pub(super) fn bounds(relief: &Relief) -> (DVec3, DVec3) {
    let seen: Vec<DVec3> = (0..relief.points.len())
        .filter(|&pixel| relief.shown[pixel])
        .map(|pixel| relief.points[pixel])
        .collect();
    let (mut low, mut high) = (DVec3::ZERO, DVec3::ZERO);
    let left_out = (OUTSIDE * seen.len() as f64) as usize;
    for axis in 0..3 {
        let mut values: Vec<f64> = seen.iter().map(|point| point[axis]).collect();
        values.sort_by(f64::total_cmp);
        if let Some(&value) = values.get(left_out) {
            low[axis] = value;
        }
        if let Some(&value) = values.iter().rev().nth(left_out) {
            high[axis] = value;
        }
    }
    (low, high)
}

/// Carves the box of what is seen, in cells along `plane`.
pub(super) fn carve(relief: &Relief, placed: &Placed, plane: Plane) -> Carved {
    let (low, high) = bounds(relief);
    let (a, b) = (plane.to_sketch(low), plane.to_sketch(high));
    let (a, b) = (a.0.extend(a.1), b.0.extend(b.1));
    let (low, high) = (a.min(b), a.max(b));
    let cell = ((high - low).max_element() / RESOLUTION).max(1e-6);
    let (inner_low, inner_high) = (low, high);
    let (low, high) = (low - BORDER * cell, high + BORDER * cell);
    let counts = ((high - low) / cell).ceil().max(DVec3::ONE);
    let counts = [counts.x as usize, counts.y as usize, counts.z as usize];
    let cap_axis = (0..3).find(|&axis| plane.normal()[axis] > 0.5);
    let area = counts[0] * counts[1];
    let mut cells = vec![Cell::Hidden; area * counts[2]];
    for place in 0..area {
        let (x, y) = ((place % counts[0]) as f64, (place / counts[0]) as f64);
        let mut is_below_cap = false;
        for height in (0..counts[2]).rev() {
            let at = low + (DVec3::new(x, y, height as f64) + 0.5) * cell;
            let world = plane.to_world(at.truncate(), at.z);
            let state = match behind(relief, placed, world, TOLERANCE * cell) {
                None => Cell::Empty,
                Some((pixel, distance, depth)) => {
                    let [earliest, latest] = relief.exits[pixel];
                    let is_skin = distance < SKIN * cell;
                    is_below_cap |= is_skin && relief.axes[pixel] == cap_axis;
                    let is_inside = at.cmpge(inner_low).all() && at.cmple(inner_high).all();
                    if depth > latest + SKIN * cell {
                        Cell::Empty
                    } else if is_skin || depth < earliest {
                        Cell::Solid
                    } else if is_below_cap && is_inside {
                        Cell::BelowCap
                    } else if !is_inside {
                        Cell::Outside
                    } else {
                        Cell::Hidden
                    }
                }
            };
            is_below_cap &= state != Cell::Empty;
            cells[height * area + place] = state;
        }
    }
    Carved {
        plane,
        low,
        cell,
        counts,
        cells,
    }
}

/// The pixel whose surface hides a point, and how far behind that surface it lies, square to it and along the viewing
/// direction; `None` where the picture shows that there is nothing.
pub(super) fn behind(
    relief: &Relief,
    placed: &Placed,
    world: DVec3,
    tolerance: f64,
) -> Option<(usize, f64, f64)> {
    let camera = placed.view.camera.to_camera(world);
    let DVec2 { x, y } = placed.pixel(world).filter(|_| camera.z > 0.0)?;
    let index = y as usize * relief.size + x as usize;
    if !relief.shown[index] || camera.z < relief.depths[index] - tolerance {
        return None;
    }
    let distance = relief.normals[index].dot(relief.points[index] - world);
    Some((index, distance.abs(), camera.z - relief.depths[index]))
}
