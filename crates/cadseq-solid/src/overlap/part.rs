//! A prism or a stack in the common coordinates.

use glam::{DMat2, DVec2};

use super::axes::{Axes, P, Q, U};
use super::piece::{Piece, pieces};
use crate::outline::Outline;
use crate::segment::{Bend, Bounds2, Segment};
use crate::{Prism, Stack};
use cadseq_program::Frame;

/// For the coordinate along which a part's heights run: the one that its section is scanned along,
/// and the one across, of which walls are functions.
const SECTION: [[usize; 2]; 3] = [[U, Q], [U, P], [P, Q]];

/// What a part is made of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Source<'a> {
    Prism(&'a Prism),
    Stack(&'a Stack),
}

/// A solid of stacked slabs whose axis is one of three.
///
/// Whether a point lies in it is a matter of its *cell*, which the walls say that lie across, and of
/// its *floor*, the number of levels that lie below it. Cell 0 and the floors 0 and last are outside.
#[derive(Debug)]
pub(super) struct Part {
    /// The coordinate along which its heights run.
    pub(super) along: usize,
    /// Ascending.
    pub(super) levels: Vec<f64>,
    /// Section edges as functions of the coordinate that is scanned.
    pub(super) walls: Vec<Wall>,
    /// The same edges, whole.
    pub(super) segments: Vec<(Segment, Bounds2)>,
    /// For each cell, one after the other, whether its floors are full.
    full: Vec<bool>,
    /// Lowest and highest of each coordinate.
    pub(super) ranges: [[f64; 2]; 3],
}

/// A piece of a section edge.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wall {
    pub(super) piece: Piece,
    /// The cell across the wall, where its function is exceeded.
    pub(super) above: usize,
}

impl Source<'_> {
    pub(super) fn frame(&self) -> Frame {
        match self {
            Self::Prism(prism) => prism.plane().frame(),
            Self::Stack(stack) => *stack.frame(),
        }
    }

    fn heights(&self) -> Vec<f64> {
        match self {
            Self::Prism(prism) => <[f64; 2]>::from(prism.heights()).to_vec(),
            Self::Stack(stack) => stack.heights().to_vec(),
        }
    }

    /// Section edges in sketch coordinates, each with the cells to its left and right.
    fn edges(&self) -> Vec<(Segment, [usize; 2])> {
        match self {
            Self::Prism(prism) => {
                let inside_left = |segment| (segment, [1, 0]);
                loop_of(prism.outline())
                    .into_iter()
                    .map(inside_left)
                    .collect()
            }
            Self::Stack(stack) => stack.edges().collect(),
        }
    }

    /// For each cell the levels between which it is full.
    fn columns(&self) -> Vec<Vec<[usize; 2]>> {
        match self {
            Self::Prism(_) => vec![Vec::new(), vec![[0, 1]]],
            Self::Stack(stack) => stack.columns().map(Iterator::collect).collect(),
        }
    }
}

impl Part {
    pub(super) fn new(source: Source<'_>, axes: &Axes) -> Self {
        let frame = source.frame();
        let (along, is_upward) = axes.along(&frame);
        let mut levels = source.heights();
        let rise = frame.origin().dot(axes.0[along]);
        for level in &mut levels {
            *level = rise + if is_upward { *level } else { -*level };
        }
        if !is_upward {
            levels.reverse();
        }
        let full = full_floors(&source.columns(), levels.len(), is_upward);
        let section = Section::new(&source, axes, along);
        let mut ranges = [[f64::INFINITY, f64::NEG_INFINITY]; 3];
        if let [low, .., high] = *levels {
            ranges[along] = [low, high];
        }
        if let Some(bounds) = section.bounds() {
            let [scanned, across] = SECTION[along];
            ranges[scanned] = [bounds.min.x, bounds.max.x];
            ranges[across] = [bounds.min.y, bounds.max.y];
        }
        Self {
            along,
            levels,
            walls: section.walls,
            segments: section.segments,
            full,
            ranges,
        }
    }

    /// Whether points of a cell and floor lie in the part.
    pub(super) fn is_full(&self, cell: usize, floor: usize) -> bool {
        self.full[cell * (self.levels.len() + 1) + floor]
    }

    /// The number of levels below a point.
    pub(super) fn floor_at(&self, height: f64) -> usize {
        self.levels.partition_point(|level| *level < height)
    }
}

fn full_floors(columns: &[Vec<[usize; 2]>], levels: usize, is_upward: bool) -> Vec<bool> {
    let floors = levels + 1;
    let mut full = vec![false; columns.len() * floors];
    for (cell, column) in columns.iter().enumerate() {
        for &[low, high] in column {
            let (low, high) = if is_upward {
                (low, high)
            } else {
                (levels - 1 - high, levels - 1 - low)
            };
            full[cell * floors..][low + 1..=high].fill(true);
        }
    }
    full
}

/// A section in common coordinates.
struct Section {
    walls: Vec<Wall>,
    segments: Vec<(Segment, Bounds2)>,
}

impl Section {
    fn new(source: &Source<'_>, axes: &Axes, along: usize) -> Self {
        let frame = source.frame();
        let [scanned, across] = SECTION[along].map(|axis| axes.0[axis]);
        let flat = |vector: glam::DVec3| DVec2::new(vector.dot(scanned), vector.dot(across));
        let matrix = DMat2::from_cols(flat(frame.x_axis()), flat(frame.y_axis()));
        let shift = flat(frame.origin());
        let is_mirrored = matrix.determinant() < 0.0;
        let (mut walls, mut segments) = (Vec::new(), Vec::new());
        for (segment, [left, right]) in source.edges() {
            let segment = placed(&segment, matrix, shift);
            for piece in pieces(&segment) {
                // Left of a wall that runs towards higher coordinates is above it.
                let above = if piece.is_reversed == is_mirrored {
                    left
                } else {
                    right
                };
                walls.push(Wall { piece, above });
            }
            segments.push((segment, segment.bounds()));
        }
        Self { walls, segments }
    }

    fn bounds(&self) -> Option<Bounds2> {
        let boxes = self.segments.iter().map(|(_, bounds)| *bounds);
        boxes.reduce(Bounds2::union)
    }
}

fn placed(segment: &Segment, matrix: DMat2, shift: DVec2) -> Segment {
    let point = |point: DVec2| matrix * point + shift;
    Segment {
        start: point(segment.start),
        end: point(segment.end),
        bend: segment.bend.map(|bend| Bend {
            center: point(bend.center),
            radius: bend.radius,
            sweep_rad: bend.sweep_rad * matrix.determinant().signum(),
        }),
        source: segment.source,
    }
}

/// The segments of an outline; a circle as two half circles.
fn loop_of(outline: &Outline) -> Vec<Segment> {
    let &Outline::Circle {
        center,
        radius,
        source,
    } = outline
    else {
        return outline.segments().to_vec();
    };
    let bend = Some(Bend {
        center,
        radius,
        sweep_rad: std::f64::consts::PI,
    });
    let (right, left) = (center + DVec2::X * radius, center - DVec2::X * radius);
    let half = |start, end| Segment {
        start,
        end,
        bend,
        source,
    };
    vec![half(right, left), half(left, right)]
}
