//! Slabs as a program.

use std::collections::BTreeMap;

use cadseq_program::{
    BooleanOperation, Circle, Curve, Extent, Extrude, Operation, Plane, Program, ProgramError,
    SketchPlane,
};
use glam::{DVec2, DVec3};

use super::THIN;
use super::carve::Carved;
use super::outline::{Loop, cut};
use super::relief::Relief;
use super::slabs::Slab;
use crate::contour::{contours, signed_area};
use cadseq_render::Picture;

/// How far the points of an outline lie from the truth, in cells.
const SIGMA: f64 = 0.6;

/// Least side of a loop's square of equal area, as a share of the box's longest side.
const MIN_LOOP: f64 = 0.035;

/// A line within this angle of an axis is along it, in degrees.
const STRAIGHT_DEG: f64 = 7.0;

/// Values of one coordinate nearer to each other than this, in cells, are one.
const SAME: f64 = 1.3;

/// A level thinner than this is seen as a line, in model units: a pixel of the maps.
const INVISIBLE: f64 = 0.04;

/// A loop of a slab's section.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SlabLoop {
    /// Its curves.
    pub outline: Loop,
    /// Whether the material is inside.
    pub is_filled: bool,
}

/// Loops between two heights over a plane.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Level {
    /// The plane.
    pub plane: Plane,
    /// Whether it is taken away.
    pub is_cut: bool,
    /// Lowest and highest.
    pub heights: [f64; 2],
    /// Every filled loop before the loops in it.
    pub loops: Vec<SlabLoop>,
}

/// A part as levels that are joined, and then levels that are cut.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stacked {
    /// The levels in the order in which they are built.
    pub levels: Vec<Level>,
}

/// Draws the sections of slabs.
pub(super) fn stacked(carved: &Carved, slabs: &[Slab], relief: &Relief) -> Stacked {
    let snaps = Snaps::new(carved, relief);
    let levels = slabs
        .iter()
        .map(|slab| {
            let height = |layer: usize| carved.low.z + layer as f64 * carved.cell;
            Level {
                plane: carved.plane,
                is_cut: false,
                heights: [
                    snaps.snapped(2, height(slab.layers[0])),
                    snaps.snapped(2, height(slab.layers[1])),
                ],
                loops: loops(carved, slab, &snaps),
            }
        })
        .filter(|level| !level.loops.is_empty() && level.heights[0] < level.heights[1])
        .collect();
    Stacked { levels }
}

/// Where faces across each coordinate lie.
struct Snaps {
    values: [Vec<f64>; 3],
    tolerance: f64,
}

impl Snaps {
    fn new(carved: &Carved, relief: &Relief) -> Self {
        let plane = carved.plane;
        let mut seen: [BTreeMap<i64, (f64, f64)>; 3] = Default::default();
        for pixel in (0..relief.points.len()).filter(|&pixel| relief.shown[pixel]) {
            let Some(axis) = relief.axes[pixel] else {
                continue;
            };
            let (on_plane, height) = plane.to_sketch(relief.points[pixel]);
            let direction = plane.to_sketch(DVec3::AXES[axis]);
            let direction = direction.0.extend(direction.1).abs();
            let point = on_plane.extend(height);
            for coordinate in 0..3 {
                if direction[coordinate] > 0.5 {
                    let bin = (point[coordinate] / (0.5 * carved.cell)).round() as i64;
                    let entry = seen[coordinate].entry(bin).or_default();
                    entry.0 += point[coordinate];
                    entry.1 += 1.0;
                }
            }
        }
        // The fullest places first; each takes its neighbourhood.
        let values = seen.map(|bins| {
            let mut values: Vec<f64> = Vec::new();
            let mut bins: Vec<(f64, f64)> = bins.into_values().collect();
            bins.sort_by(|a, b| b.1.total_cmp(&a.1));
            for (sum, count) in bins {
                let value = sum / count;
                let is_new = values
                    .iter()
                    .all(|other| (other - value).abs() > 2.0 * SAME * carved.cell);
                if count >= 12.0 && is_new {
                    values.push(value);
                }
            }
            values
        });
        Self {
            values,
            tolerance: SAME * carved.cell,
        }
    }

    fn snapped(&self, coordinate: usize, value: f64) -> f64 {
        self.values[coordinate]
            .iter()
            .copied()
            .filter(|other| (other - value).abs() < self.tolerance)
            .min_by(|a, b| (a - value).abs().total_cmp(&(b - value).abs()))
            .unwrap_or(value)
    }
}

fn loops(carved: &Carved, slab: &Slab, snaps: &Snaps) -> Vec<SlabLoop> {
    let map = Picture {
        width: carved.counts[0],
        height: carved.counts[1],
        luma: slab.section.clone(),
    };
    let longest = *carved.counts.iter().max().unwrap_or(&1) as f64;
    let smallest = (MIN_LOOP * longest) * (MIN_LOOP * longest);
    let mut found: Vec<(f64, Vec<DVec2>)> = contours(&map, 0.5)
        .into_iter()
        .map(|points| (signed_area(&points), points))
        .filter(|(area, _)| area.abs() > smallest)
        .collect();
    // The largest first, so that what holds comes before what is held.
    found.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
    let mut drawn: Vec<(Vec<DVec2>, SlabLoop)> = Vec::new();
    for (_, points) in found {
        let inside = drawn
            .iter()
            .filter(|(outer, _)| contains(outer, points[0]))
            .count();
        let outline = snapped(cut(&points, SIGMA), carved, snaps);
        let slab_loop = SlabLoop {
            outline,
            is_filled: inside % 2 == 0,
        };
        drawn.push((points, slab_loop));
    }
    drawn.into_iter().map(|(_, drawn)| drawn).collect()
}

/// A loop in cells as one in model units, lines along the axes made exact.
fn snapped(outline: Loop, carved: &Carved, snaps: &Snaps) -> Loop {
    let place = |cell: DVec2| carved.low.truncate() + cell * carved.cell;
    match outline {
        Loop::Circle { center, radius } => Loop::Circle {
            center: place(center),
            radius: radius * carved.cell,
        },
        Loop::Chain { corners, bulges } => {
            let mut corners: Vec<DVec2> = corners.into_iter().map(place).collect();
            let count = corners.len();
            let limit = libm::tan(STRAIGHT_DEG.to_radians());
            for at in 0..count {
                if bulges[at] != 0.0 {
                    continue;
                }
                let next = (at + 1) % count;
                let step = (corners[next] - corners[at]).abs();
                for coordinate in 0..2 {
                    let across = step[coordinate];
                    let along = step[1 - coordinate];
                    if across < limit * along + 0.2 * carved.cell && along > 1.5 * carved.cell {
                        let value = corners[at][coordinate].midpoint(corners[next][coordinate]);
                        let value = snaps.snapped(coordinate, value);
                        corners[at][coordinate] = value;
                        corners[next][coordinate] = value;
                    }
                }
            }
            Loop::Chain { corners, bulges }
        }
    }
}

/// A loop whose lines nearly along the axes are along them.
pub(super) fn levelled(outline: Loop) -> Loop {
    let Loop::Chain {
        mut corners,
        bulges,
    } = outline
    else {
        return outline;
    };
    let limit = libm::tan(STRAIGHT_DEG.to_radians());
    for at in (0..corners.len()).filter(|&at| bulges[at] == 0.0) {
        let next = (at + 1) % corners.len();
        let step = (corners[next] - corners[at]).abs();
        for coordinate in 0..2 {
            if step[coordinate] < limit * step[1 - coordinate] {
                let value = corners[at][coordinate].midpoint(corners[next][coordinate]);
                corners[at][coordinate] = value;
                corners[next][coordinate] = value;
            }
        }
    }
    Loop::Chain { corners, bulges }
}

fn contains(outline: &[DVec2], point: DVec2) -> bool {
    let mut inside = false;
    for at in 0..outline.len() {
        let (a, b) = (outline[at], outline[(at + 1) % outline.len()]);
        if (a.y > point.y) != (b.y > point.y) {
            let x = a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y);
            inside ^= x > point.x;
        }
    }
    inside
}

impl Stacked {
    /// A box from the lowest to the highest corner.
    pub(super) fn of_box([low, high]: [DVec3; 2]) -> Self {
        Self {
            levels: vec![Level {
                plane: Plane::XY,
                is_cut: false,
                heights: [low.z, high.z],
                loops: vec![SlabLoop {
                    outline: Loop::rectangle(low.truncate(), high.truncate()),
                    is_filled: true,
                }],
            }],
        }
    }

    /// The program: a sketch and an extrude for each level.
    pub(super) fn program(&self) -> Result<Program, ProgramError> {
        let mut operations = Vec::new();
        for (index, level) in self.levels.iter().enumerate() {
            operations.push(Operation::AddSketch(SketchPlane::Origin(level.plane)));
            let mut profiles = Vec::new();
            for (profile, slab_loop) in level.loops.iter().enumerate() {
                operations.extend(curves(&slab_loop.outline).into_iter().map(Operation::from));
                if slab_loop.is_filled {
                    profiles.push(profile);
                }
            }
            let [low, high] = level.heights;
            operations.push(Operation::AddExtrude(Extrude {
                profiles,
                extent: Extent::TwoSides(high, -low),
                operation: match (index, level.is_cut) {
                    (0, _) => BooleanOperation::New,
                    (_, false) => BooleanOperation::Join,
                    (_, true) => BooleanOperation::Cut,
                },
            }));
        }
        Program::new(operations)
    }

    /// The lowest and highest end of what is joined over a plane; `None` where nothing is.
    pub(super) fn extent(&self, plane: Plane) -> Option<[f64; 2]> {
        let joined = self.levels.iter().filter(|level| !level.is_cut);
        joined
            .filter(|level| level.plane == plane)
            .map(|level| level.heights)
            .reduce(|a, b| [a[0].min(b[0]), a[1].max(b[1])])
    }

    /// With levels that a fit has left hardly anything of as thick as a sheet whose thickness the picture does not show; what ended where
    /// they did still does.
    pub(super) fn thickened(mut self) -> Self {
        for index in 0..self.levels.len() {
            let Level {
                plane,
                is_cut,
                heights: [low, high],
                ..
            } = self.levels[index];
            if is_cut || high - low > INVISIBLE {
                continue;
            }
            for level in self.levels.iter_mut().filter(|level| level.plane == plane) {
                for height in level.heights.iter_mut().filter(|height| **height == low) {
                    *height = high - THIN;
                }
            }
        }
        self
    }

    /// How many straight lines of its sketches run along neither axis.
    pub(super) fn slanted_lines(&self) -> usize {
        let loops = self.levels.iter().flat_map(|level| &level.loops);
        loops.map(|one| one.outline.slanted_lines()).sum()
    }

    /// The part moved by `-origin` (part's frame) and scaled.
    pub(super) fn rebased(&self, origin: DVec3, scale: f64) -> Self {
        let mut rebased = self.clone();
        for level in &mut rebased.levels {
            let (shift, rise) = level.plane.to_sketch(origin);
            level.heights = level.heights.map(|height| (height - rise) * scale);
            for slab_loop in &mut level.loops {
                match &mut slab_loop.outline {
                    Loop::Circle { center, radius } => {
                        *center = (*center - shift) * scale;
                        *radius *= scale;
                    }
                    Loop::Chain { corners, .. } => {
                        for corner in corners {
                            *corner = (*corner - shift) * scale;
                        }
                    }
                }
            }
        }
        rebased
    }
}

fn curves(outline: &Loop) -> Vec<Curve> {
    match outline {
        Loop::Circle { center, radius } => vec![Curve::Circle(Circle {
            center: *center,
            radius: *radius,
        })],
        Loop::Chain { corners, bulges } => (0..corners.len())
            .filter_map(|at| {
                let (from, to) = (corners[at], corners[(at + 1) % corners.len()]);
                let sweep = 4.0 * libm::atan(bulges[at]).to_degrees();
                Curve::from_end(from, to, (sweep.abs() > 0.5).then_some(sweep))
            })
            .collect(),
    }
}
