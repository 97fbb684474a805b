//! Parts of boxes: what lies between the planes of the faces that are seen.
//!
//! Every face along an axis that is seen lies in a plane, and ends at others. These planes cut the box of what is seen into cells
//! whose sides are as exact as the faces, however thin; each is solid, empty or hidden, as what the picture shows at places in it
//! says. Sections between two planes are then outlines with corners on the grid.

use std::collections::BTreeSet;

use cadseq_program::Plane;
use glam::{DVec2, DVec3};

use super::carve::behind;
use super::outline::Loop;
use super::placed::Placed;
use super::relief::Relief;
use super::sketches::{Level, SlabLoop, Stacked};
use crate::contour::signed_area;

/// Least pixels of a face.
const MIN_FACE: usize = 10;

/// Share of a face's pixels beyond its ends.
const BEYOND_END: f64 = 0.02;

/// Most planes across an axis.
const MAX_PLANES: usize = 9;

/// Planes nearer than this are one, in model units.
const SAME: f64 = 0.09;

/// Where in a cell places are looked at, as shares of its sides.
const PLACES: [f64; 3] = [0.2, 0.5, 0.8];

/// How far before a visible surface a place may lie, and how far behind it is solid, in model units.
const TOLERANCE: f64 = 0.08;
const SKIN: f64 = 0.16;

/// Share of a cell's places that makes it empty, and of those that are solid or empty that makes it solid.
const EMPTY: f64 = 0.4;
const SOLID: f64 = 0.5;

/// What is known of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    Empty,
    Solid,
    Hidden,
}

/// Stacks of outlines on the grid, along each axis, with hidden cells empty or as what is above them.
pub(super) fn stacks(relief: &Relief, planes: &Planes, placed: &Placed) -> Vec<Stacked> {
    let Some(grid) = Grid::new(relief, planes, placed) else {
        return Vec::new();
    };
    let mut stacks: Vec<Stacked> = Vec::new();
    for filled in [grid.lean(), grid.full()] {
        for plane in Plane::ALL {
            let stacked = grid.stacked(&filled, plane);
            if !stacked.levels.is_empty() && !stacks.contains(&stacked) {
                stacks.push(stacked);
            }
        }
    }
    stacks
}

/// Coordinates of the planes across X, Y and Z, the lowest first.
pub(super) type Planes = [Vec<f64>; 3];

/// Cells between planes across X, Y and Z.
struct Grid {
    planes: Planes,
    /// X fastest, then Y, then Z.
    cells: Vec<Cell>,
}

impl Grid {
    fn new(relief: &Relief, planes: &Planes, placed: &Placed) -> Option<Self> {
        if planes.iter().any(|planes| planes.len() < 2) {
            return None;
        }
        let mut grid = Self {
            planes: planes.clone(),
            cells: Vec::new(),
        };
        let [nx, ny, nz] = grid.counts();
        grid.cells = (0..nx * ny * nz)
            .map(|index| {
                grid.cell(
                    [index % nx, index / nx % ny, index / (nx * ny)],
                    relief,
                    placed,
                )
            })
            .collect();
        Some(grid)
    }

    fn counts(&self) -> [usize; 3] {
        [0, 1, 2].map(|axis| self.planes[axis].len() - 1)
    }

    fn index(&self, at: [usize; 3]) -> usize {
        let [nx, ny, _] = self.counts();
        (at[2] * ny + at[1]) * nx + at[0]
    }

    /// What the picture shows of a cell.
    fn cell(&self, at: [usize; 3], relief: &Relief, placed: &Placed) -> Cell {
        let low = DVec3::from_array([0, 1, 2].map(|axis| self.planes[axis][at[axis]]));
        let high = DVec3::from_array([0, 1, 2].map(|axis| self.planes[axis][at[axis] + 1]));
        let (mut solid, mut empty, mut all) = (0.0, 0.0, 0.0);
        for x in PLACES {
            for y in PLACES {
                for z in PLACES {
                    let place = low + (high - low) * DVec3::new(x, y, z);
                    all += 1.0;
                    match seen_at(place, relief, placed) {
                        Cell::Empty => empty += 1.0,
                        Cell::Solid => solid += 1.0,
                        Cell::Hidden => {}
                    }
                }
            }
        }
        if empty > EMPTY * all {
            Cell::Empty
        } else if solid > SOLID * (solid + empty) {
            Cell::Solid
        } else {
            Cell::Hidden
        }
    }

    /// Hidden cells empty.
    fn lean(&self) -> Vec<bool> {
        self.cells.iter().map(|&cell| cell == Cell::Solid).collect()
    }

    /// Hidden cells as the nearest one above them that is not.
    fn full(&self) -> Vec<bool> {
        let mut filled = self.lean();
        let [nx, ny, nz] = self.counts();
        for z in (0..nz.saturating_sub(1)).rev() {
            for y in 0..ny {
                for x in 0..nx {
                    let (own, above) = (self.index([x, y, z]), self.index([x, y, z + 1]));
                    if self.cells[own] == Cell::Hidden {
                        filled[own] = filled[above];
                    }
                }
            }
        }
        filled
    }

    /// The solid cells as levels along a plane's normal.
    fn stacked(&self, is_solid: &[bool], plane: Plane) -> Stacked {
        let axes = axes_of(plane);
        let [x_planes, y_planes, z_planes] = axes.map(|(axis, is_back)| {
            let mut planes = self.planes[axis].clone();
            if is_back {
                planes.reverse();
                for value in &mut planes {
                    *value = -*value;
                }
            }
            planes
        });
        let counts = axes.map(|(axis, _)| self.planes[axis].len() - 1);
        let solid = |x: usize, y: usize, z: usize| {
            let mut at = [0; 3];
            for ((axis, is_back), (place, count)) in axes.iter().zip([x, y, z].iter().zip(counts)) {
                at[*axis] = if *is_back { count - 1 - place } else { *place };
            }
            is_solid[self.index(at)]
        };
        let mut levels: Vec<Level> = Vec::new();
        for z in 0..counts[2] {
            let section: Vec<Vec<bool>> = (0..counts[1])
                .map(|y| (0..counts[0]).map(|x| solid(x, y, z)).collect())
                .collect();
            let loops = outlines(&section, &x_planes, &y_planes);
            let heights = [z_planes[z], z_planes[z + 1]];
            match levels.last_mut() {
                Some(level) if level.loops == loops && level.heights[1] == heights[0] => {
                    level.heights[1] = heights[1];
                }
                _ if loops.is_empty() => {}
                _ => levels.push(Level {
                    plane,
                    is_cut: false,
                    heights,
                    loops,
                }),
            }
        }
        Stacked { levels }
    }
}

/// The part's axes along sketch x, sketch y and height, and whether each points back.
pub(super) fn axes_of(plane: Plane) -> [(usize, bool); 3] {
    [(DVec2::X, 0.0), (DVec2::Y, 0.0), (DVec2::ZERO, 1.0)].map(|(on_plane, height)| {
        let direction = plane.to_world(on_plane, height);
        let axis = direction.abs().max_position();
        (axis, direction[axis] < 0.0)
    })
}

/// What the picture says of a place.
fn seen_at(place: DVec3, relief: &Relief, placed: &Placed) -> Cell {
    let Some((pixel, distance, depth)) = behind(relief, placed, place, TOLERANCE) else {
        return Cell::Empty;
    };
    let [earliest, latest] = relief.exits[pixel];
    if depth > latest + SKIN {
        Cell::Empty
    } else if distance < SKIN || depth < earliest {
        Cell::Solid
    } else {
        Cell::Hidden
    }
}

/// The planes of faces that are seen, and where these end, for each axis by size: those of the largest faces.
pub(super) fn planes(relief: &Relief) -> Planes {
    let mut found: [Vec<(usize, f64)>; 3] = Default::default();
    for axis in 0..3 {
        for face in relief.faces(axis) {
            if face.len() < MIN_FACE {
                continue;
            }
            for (other, found) in found.iter_mut().enumerate() {
                let mut values: Vec<f64> = face
                    .iter()
                    .map(|&pixel| relief.points[pixel][other])
                    .collect();
                values.sort_by(f64::total_cmp);
                let at = |share: f64| values[((values.len() - 1) as f64 * share) as usize];
                if other == axis {
                    found.push((2 * face.len(), at(0.5)));
                } else {
                    found.extend(
                        [at(BEYOND_END), at(1.0 - BEYOND_END)].map(|end| (face.len(), end)),
                    );
                }
            }
        }
    }
    found.map(|mut found| {
        found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.total_cmp(&b.1)));
        let mut planes: Vec<f64> = Vec::new();
        for (_, value) in found {
            if planes.len() < MAX_PLANES && planes.iter().all(|p| (p - value).abs() > SAME) {
                planes.push(value);
            }
        }
        planes.sort_by(f64::total_cmp);
        planes
    })
}

/// The outlines of a section's solid cells, every filled one before what it holds.
fn outlines(section: &[Vec<bool>], xs: &[f64], ys: &[f64]) -> Vec<SlabLoop> {
    let mut loops: Vec<(f64, Vec<DVec2>)> = borders(section)
        .into_iter()
        .map(|border| {
            let corners: Vec<DVec2> = border
                .into_iter()
                .map(|(x, y)| DVec2::new(xs[x], ys[y]))
                .collect();
            (signed_area(&corners), corners)
        })
        .collect();
    loops.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
    loops
        .into_iter()
        .map(|(area, corners)| SlabLoop {
            is_filled: area > 0.0,
            outline: Loop::Chain {
                bulges: vec![0.0; corners.len()],
                corners,
            },
        })
        .collect()
}

/// A corner of the grid.
type Corner = (usize, usize);

/// Closed lines around solid cells with them to the left, by the corners at which they turn. Cells that touch in a corner are apart.
fn borders(section: &[Vec<bool>]) -> Vec<Vec<Corner>> {
    let solid = |x: isize, y: isize| {
        let row = usize::try_from(y).ok().and_then(|y| section.get(y));
        let cell = row.and_then(|row| usize::try_from(x).ok().and_then(|x| row.get(x)));
        cell.copied().unwrap_or(false)
    };
    let (wide, high) = (section.first().map_or(0, Vec::len), section.len());
    // Steps to the right, up, left, down.
    let mut open: BTreeSet<(Corner, usize)> = BTreeSet::new();
    for y in 0..=high {
        for x in 0..=wide {
            let (column, row) = (x as isize, y as isize);
            // The cells up right, up left, down left, down right of the corner.
            let around = [
                solid(column, row),
                solid(column - 1, row),
                solid(column - 1, row - 1),
                solid(column, row - 1),
            ];
            for way in 0..4 {
                if around[way] && !around[(way + 3) % 4] {
                    open.insert(((x, y), way));
                }
            }
        }
    }
    let mut borders = Vec::new();
    while let Some(&first) = open.iter().next() {
        let mut border = Vec::new();
        let (mut corner, mut way) = first;
        let mut before = None;
        while open.remove(&(corner, way)) {
            if before != Some(way) {
                border.push(corner);
            }
            before = Some(way);
            corner = match way {
                0 => (corner.0 + 1, corner.1),
                1 => (corner.0, corner.1 + 1),
                2 => (corner.0 - 1, corner.1),
                _ => (corner.0, corner.1 - 1),
            };
            // The sharpest turn to the left first.
            let next = [1, 0, 3].map(|turn| (way + turn) % 4);
            way = next
                .into_iter()
                .find(|&way| open.contains(&(corner, way)))
                .unwrap_or(way);
        }
        if before == Some(first.1) && border.len() > 1 {
            border.remove(0);
        }
        borders.push(border);
    }
    borders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borders_go_around_solid_cells_and_around_holes_the_other_way() {
        let section = vec![
            vec![true, true, true, false],
            vec![true, false, true, false],
            vec![true, true, true, true],
        ];
        let xs = [0.0, 1.0, 2.0, 4.0, 5.0];
        let ys = [0.0, 1.0, 3.0, 4.0];
        let found = outlines(&section, &xs, &ys);
        let areas: Vec<f64> = found
            .iter()
            .map(|one| signed_area(&one.outline.points()))
            .collect();
        assert!((areas[0] - 17.0).abs() < 1e-9 && (areas[1] + 2.0).abs() < 1e-9);
        let corners: Vec<usize> = found.iter().map(|one| one.outline.len()).collect();
        assert_eq!(corners, [6, 4]);
        assert!(found[0].is_filled && !found[1].is_filled);
    }

    #[test]
    fn cells_that_touch_in_a_corner_have_outlines_of_their_own() {
        let section = vec![vec![true, false], vec![false, true]];
        let corners: Vec<usize> = borders(&section).iter().map(Vec::len).collect();
        assert_eq!(corners, [4, 4]);
    }
}
