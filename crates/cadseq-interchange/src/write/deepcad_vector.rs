//! DeepCAD's vectors; see [`crate::vector`].
//!
//! What is lost: the part's size, since it is scaled about the world's origin until its farthest
//! coordinate is 0.75; and precision, since every number becomes one of 256 levels. A level is 1/96
//! of that coordinate for positions and distances, 1/95 of a sketch's size for its points, 1.4
//! degrees for angles. What would vanish is refused.
//!
//! As in DeepCAD, an extrude of several regions becomes one for each, loops start at their
//! leftmost corner, of several the lowest, and run counter-clockwise. DeepCAD's networks take at
//! most 60 rows with 10 extrudes, 6 loops an extrude and 14 curves a loop; what is longer is
//! written all the same.

use cadseq_program::{BooleanOperation, Frame};
use cadseq_solid::outline::Segment;
use cadseq_solid::{Extrusion, Feature, Measures, Outline, Region};
use glam::DVec2;

use super::{Design, WriteError};
use crate::Format;
use crate::read::{ReadOptions, deepcad_vector};
use crate::vector::{
    Command, ExtentKind, ExtrudeLevels, LEVELS_A_SIZE, LEVELS_A_TURN, MIDDLE, Row, Vectors, angles,
    from_signed, from_size, nearest,
};

/// What the farthest coordinate of a part becomes.
const FARTHEST: f64 = 0.75;

/// The design's extrusions as vectors.
///
/// # Errors
/// Where something would vanish or does not fit the levels, with the number of the extrude; where
/// nothing is left of the solid.
pub fn write(design: &Design<'_>) -> Result<Vectors, WriteError> {
    let measures = design.part.solid.measures()?;
    let Measures { bounds, .. } = measures.ok_or(WriteError::Empty {
        format: Format::DeepCadVector,
    })?;
    let farthest = bounds.min.abs().max(bounds.max.abs()).max_element();
    let mut rows = Vec::new();
    for (number, Feature::Extrude(extrusion)) in design.part.features.iter().enumerate() {
        let is_several = extrusion.regions.len() > 1;
        if is_several && extrusion.boolean == BooleanOperation::Intersect {
            return Err(unsupported(number, "intersection with several regions"));
        }
        let mut operation = extrusion.boolean;
        for region in &extrusion.regions {
            let swept = SweptRegion {
                extrusion,
                operation,
                frame: design.sketch(extrusion.sketch)?.frame,
                region,
                scale: FARTHEST / farthest,
            };
            let swept_rows = swept.rows();
            rows.extend(swept_rows.map_err(|lacking| unsupported(number, lacking))?);
            if operation == BooleanOperation::New {
                operation = BooleanOperation::Join;
            }
        }
    }
    rows.push(Command::End.to_row());
    Ok(Vectors { rows })
}

fn unsupported(number: usize, lacking: &'static str) -> WriteError {
    WriteError::Unsupported {
        format: Format::DeepCadVector,
        place: format!("extrude {number}"),
        lacking,
        remedy: "write it in another format",
    }
}

/// What levels cannot say.
type Lacking = &'static str;

const FINER: Lacking = "levels so fine that nothing of this sketch vanishes";
const FARTHER: Lacking = "levels so far from the origin";
const LONGER: Lacking = "levels for extrudes so much longer than the part";
const THINNER: Lacking = "levels for extrudes so thin";

/// One region of one extrusion.
struct SweptRegion<'a> {
    extrusion: &'a Extrusion,
    operation: BooleanOperation,
    frame: Frame,
    region: &'a Region,
    /// What a model unit becomes.
    scale: f64,
}

impl SweptRegion<'_> {
    /// The rows of the loops, the outer one first, and that of the extrude.
    fn rows(&self) -> Result<Vec<Row>, Lacking> {
        let outer = &self.region.outer;
        let start = start(outer);
        let bounds = outer.bounds();
        let size = (bounds.max - start).max(start - bounds.min).max_element();
        let grid = Grid {
            start,
            levels_a_unit: LEVELS_A_SIZE / size,
        };
        let mut holes: Vec<&Outline> = self.region.holes.iter().collect();
        holes.sort_by(|a, b| {
            let [a, b] = [a.bounds().min, b.bounds().min];
            a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y))
        });
        let mut rows = Vec::new();
        for outline in std::iter::once(outer).chain(holes) {
            rows.push(Command::Loop.to_row());
            rows.extend(grid.commands(outline)?.into_iter().map(Command::to_row));
        }
        rows.push(Command::Extrude(self.extrude(start, size)?).to_row());
        // A loop that has become nothing reads back as no program.
        let again = deepcad_vector::program(&rows, ReadOptions::default());
        again.map(|_| rows).map_err(|_| FINER)
    }

    /// The extrude, with the sketch's point `start` in the middle of the levels.
    fn extrude(&self, start: DVec2, size: f64) -> Result<ExtrudeLevels, Lacking> {
        let [from, to] = [self.extrusion.start, self.extrusion.end].map(|it| it * self.scale);
        let span = Span::new(from, to)?;
        let position = self.frame.to_world(start, 0.0) * self.scale;
        let position = position + self.frame.normal() * span.plane;
        let mut levels = [0; 3];
        for (level, coordinate) in levels.iter_mut().zip(position.to_array()) {
            *level = from_signed(coordinate).ok_or(FARTHER)?;
        }
        Ok(ExtrudeLevels {
            angles: angles(self.frame.normal(), self.frame.x_axis()),
            position: levels,
            size: from_size(size * self.scale).ok_or(FARTHER)?,
            distances: span.distances,
            operation: self.operation,
            extent: span.extent,
        })
    }
}

/// Between which heights an extrude goes.
struct Span {
    /// Height of the sketch.
    plane: f64,
    distances: [u8; 2],
    extent: ExtentKind,
}

impl Span {
    /// From one height to another: from the sketch's plane where that is at one of them or between,
    /// else from a plane at the first; about a plane in the middle where it is too long for that.
    fn new(from: f64, to: f64) -> Result<Self, Lacking> {
        let (low, high) = (from.min(to), from.max(to));
        let (plane, distances, extent) = if from == -to {
            (0.0, [to, 0.0], ExtentKind::Symmetric)
        } else if low < 0.0 && high > 0.0 {
            (0.0, [high, -low], ExtentKind::TwoSides)
        } else {
            (from, [to - from, 0.0], ExtentKind::OneSide)
        };
        let half = [0.5 * (high - low), 0.0];
        let middle = (0.5 * (low + high), half, ExtentKind::Symmetric);
        for (plane, distances, extent) in [(plane, distances, extent), middle] {
            if let [Some(one), Some(two)] = distances.map(from_signed) {
                let distances = [one, two];
                let nothing = [0.0; 2].map(from_signed);
                if distances.map(Some) == nothing {
                    return Err(THINNER);
                }
                return Ok(Self {
                    plane,
                    distances,
                    extent,
                });
            }
        }
        Err(LONGER)
    }
}

/// The levels of a sketch.
struct Grid {
    /// The point in the middle.
    start: DVec2,
    levels_a_unit: f64,
}

impl Grid {
    fn point(&self, point: DVec2) -> Result<[u8; 2], Lacking> {
        let levels = (point - self.start) * self.levels_a_unit + MIDDLE;
        match levels.to_array().map(nearest) {
            [Some(x), Some(y)] => Ok([x, y]),
            _ => Err(FARTHER),
        }
    }

    /// The curves of an outline, from its start.
    fn commands(&self, outline: &Outline) -> Result<Vec<Command>, Lacking> {
        match outline {
            Outline::Circle { center, radius, .. } => Ok(vec![Command::Circle {
                center: self.point(*center)?,
                radius: nearest((radius * self.levels_a_unit).max(1.0)).ok_or(FARTHER)?,
            }]),
            Outline::Loop(segments) => {
                let first = first(segments);
                let run = segments[first..].iter().chain(&segments[..first]);
                run.map(|segment| self.command(segment)).collect()
            }
        }
    }

    fn command(&self, segment: &Segment) -> Result<Command, Lacking> {
        let end = self.point(segment.end)?;
        let Some(bend) = segment.bend else {
            return Ok(Command::Line { end });
        };
        let turns = bend.sweep_rad.abs() / std::f64::consts::TAU;
        let sweep = (turns * LEVELS_A_TURN).clamp(1.0, 255.0);
        Ok(Command::Arc {
            end,
            sweep: nearest(sweep).ok_or(FINER)?,
            is_counter_clockwise: bend.sweep_rad > 0.0,
        })
    }
}

/// Where a loop starts: its leftmost corner, of several the lowest; a circle's leftmost point.
fn start(outline: &Outline) -> DVec2 {
    match outline {
        Outline::Circle { center, radius, .. } => *center - DVec2::X * radius,
        Outline::Loop(segments) => segments[first(segments)].start,
    }
}

/// Index of the segment that starts at the leftmost corner, of several the lowest.
fn first(segments: &[Segment]) -> usize {
    let corners = segments.iter().map(|segment| segment.start).enumerate();
    let first = corners.min_by(|(_, a), (_, b)| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    first.map_or(0, |(index, _)| index)
}
