//! DeepCAD's vectors, as NPY, NPZ, CSV or JSON; see [`crate::vector`].
//!
//! The program is the normalized one, within -1 to 1: its numbers have no unit, and 1 becomes one model
//! unit, or one of [`ReadOptions::unit`]. Sketches lie in frames about the point from
//! which DeepCAD counts their coordinates. Lines without length, and arcs between two points that
//! are one, are left out as DeepCAD does; other rows that make no sense are refused.

use cadseq_program::{Arc, Circle, Extent, Extrude, MAX_OPERATIONS, Operation};
use glam::{DVec2, DVec3};

use super::draft::Draft;
use super::frame;
use super::sketch::{Drawing, LoopCurve, Piece, Turn, Walk};
use super::tracked;
use super::{Imported, ReadError, ReadOptions};
use crate::LengthUnit;
use crate::vector::{
    self, Command, ExtentKind, ExtrudeLevels, LEVELS_A_SIZE, LEVELS_A_TURN, MIDDLE, NAMES, Row,
    VectorFault,
};

/// Centres of arcs have twelve decimals, so that those of half circles are as round as their ends.
const ROUNDING: f64 = 1e12;

/// Reads the program of one vector sequence.
///
/// # Errors
/// What is no table of 17 columns, numbers out of range, commands that are not there or make no
/// sense where they are; each with its row, counted from 0, and column.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Imported, ReadError> {
    program(&rows(bytes)?, *options)
}

/// The program of the rows.
pub(crate) fn program(rows: &[Row], options: ReadOptions) -> Result<Imported, ReadError> {
    let mut reader = Reader {
        unit: options.unit_or(LengthUnit::Centimetre),
        draft: Draft::default(),
        loops: Vec::new(),
    };
    let ended = reader.run(rows);
    reader.draft.finish(ended, options)
}

/// The table in the bytes of an NPY, NPZ, JSON or CSV file.
fn rows(bytes: &[u8]) -> Result<Vec<Row>, ReadError> {
    let limit = MAX_OPERATIONS;
    if let Some(rows) = vector::read_npy(bytes, limit) {
        return rows.map_err(ReadError::whole);
    }
    let text = tracked::text(bytes)?;
    let rows: Vec<Row> = if text.trim_start().starts_with('[') {
        tracked::whole(bytes)?
    } else {
        let lines = text.lines().enumerate().filter_map(|(index, line)| {
            let row = vector::read_line(line).transpose()?;
            Some(row.map_err(|fault| ReadError::at(format!("line {}", index + 1), fault)))
        });
        lines.take(limit + 1).collect::<Result<_, _>>()?
    };
    let count = rows.len();
    if count > limit {
        let fault = VectorFault::TooManyRows { count, limit };
        return Err(ReadError::whole(fault));
    }
    Ok(rows)
}

/// The rows that have been read so far.
struct Reader {
    /// What 1 becomes.
    unit: LengthUnit,
    draft: Draft,
    /// Those that are not extruded yet.
    loops: Vec<Loop>,
}

/// A loop with the rows of its curves.
struct Loop {
    row: usize,
    curves: Vec<(usize, Command)>,
}

impl Reader {
    fn run(&mut self, rows: &[Row]) -> Result<(), ReadError> {
        let mut has_ended = false;
        for (index, row) in rows.iter().enumerate() {
            let place = place_of(index);
            let command = Command::from_row(row).map_err(|(column, fault)| {
                ReadError::at(format!("{place}, column {}", NAMES[column]), fault)
            })?;
            if has_ended && command != Command::End {
                return order(
                    &place,
                    "the program has ended before; all that follows must be 3",
                );
            }
            match command {
                Command::End if self.loops.is_empty() => has_ended = true,
                Command::End => return order(&place, "the loops before it are never extruded"),
                Command::Loop => self.loops.push(Loop {
                    row: index,
                    curves: Vec::new(),
                }),
                Command::Extrude(levels) => self.extrude(&levels, &place)?,
                curve => match self.loops.last_mut() {
                    Some(last) => last.curves.push((index, curve)),
                    None => return order(&place, "a curve needs the start of a loop before it, 4"),
                },
            }
        }
        let place = place_of(rows.len());
        if !self.loops.is_empty() {
            return order(&place, "the loops before it are never extruded");
        }
        if self.draft.is_empty() {
            return order(&place, "nothing is extruded, so there is no solid");
        }
        Ok(())
    }

    /// The loops as a sketch with its extrude.
    fn extrude(&mut self, levels: &ExtrudeLevels, place: &str) -> Result<(), ReadError> {
        let loops = std::mem::take(&mut self.loops);
        if levels.size == 0 {
            let place = format!("{place}, column s");
            return Err(ReadError::at(place, VectorFault::NoSize));
        }
        let (normal, x_axis) = vector::axes(levels.angles);
        let length = |length: f64| self.unit.to_model(length);
        let origin = DVec3::from_array(levels.position.map(vector::signed)).map(length);
        let plane =
            frame::plane(origin, normal, x_axis).map_err(|error| ReadError::at(place, error))?;
        let scale = length(vector::size(levels.size)) / LEVELS_A_SIZE;
        let walks = loops.iter().map(|it| it.walk(scale));
        let mut drawing = Drawing::default();
        drawing.add(walks.collect::<Result<_, _>>()?, place)?;
        let drawn = drawing.finish(place)?;
        self.draft.push(Operation::AddSketch(plane), place);
        for (curve, place) in drawn.curves {
            self.draft.push(curve.into(), place);
        }
        let extrude = Extrude {
            profiles: drawn.profiles,
            extent: extent(levels, self.unit),
            operation: levels.operation,
        };
        self.draft.push(Operation::AddExtrude(extrude), place);
        Ok(())
    }
}

impl Loop {
    /// The curves with points `scale` apart for each level.
    fn walk(&self, scale: f64) -> Result<Walk, ReadError> {
        let mut curves = Vec::with_capacity(self.curves.len());
        let mut kept = Vec::with_capacity(self.curves.len());
        let mut start = self.curves.last().map_or([0; 2], |(_, last)| end(last));
        for &(row, command) in &self.curves {
            let end = end(&command);
            if let Some(curve) = curve(&command, [start, end], scale)
                .map_err(|fault| ReadError::at(place_of(row), fault))?
            {
                curves.push(curve);
                kept.push(row);
            }
            start = end;
        }
        let place_of_curve = |index: usize| place_of(kept.get(index).copied().unwrap_or(self.row));
        Walk::new(&curves, &place_of(self.row), place_of_curve)
    }
}

/// The point in columns x and y.
fn end(command: &Command) -> [u8; 2] {
    match *command {
        Command::Line { end } | Command::Arc { end, .. } => end,
        Command::Circle { center, .. } => center,
        Command::End | Command::Loop | Command::Extrude(_) => [0; 2],
    }
}

/// The curve between two points; `None` where they are one.
fn curve(
    command: &Command,
    ends: [[u8; 2]; 2],
    scale: f64,
) -> Result<Option<LoopCurve>, VectorFault> {
    let [start, end] = ends.map(|point| (DVec2::from(point.map(f64::from)) - MIDDLE) * scale);
    let turn = match *command {
        Command::Circle { radius, .. } => {
            let radius = f64::from(radius) * scale;
            let center = end;
            return Ok(Some(LoopCurve::Circle(Circle { center, radius })));
        }
        Command::Arc { sweep: 0, .. } => return Err(VectorFault::NoSweep),
        Command::Arc {
            sweep,
            is_counter_clockwise,
            ..
        } => {
            let sweep = f64::from(sweep) / LEVELS_A_TURN * 360.0;
            let sweep_deg = if is_counter_clockwise { sweep } else { -sweep };
            let Some(Arc { center, .. }) = Arc::from_end(start, end, sweep_deg) else {
                return Ok(None);
            };
            Some(Turn {
                center: (center * ROUNDING).round() / ROUNDING,
                sweep_deg,
            })
        }
        _ => None,
    };
    let piece = Piece { start, end, turn };
    Ok((start != end).then_some(LoopCurve::Open(piece)))
}

/// DeepCAD extrudes to both sides and joins the two.
fn extent(levels: &ExtrudeLevels, unit: LengthUnit) -> Extent {
    let distance = |level| unit.to_model(vector::signed(level));
    let [one, two] = levels.distances.map(distance);
    match levels.extent {
        ExtentKind::OneSide => Extent::OneSide(one),
        ExtentKind::Symmetric => Extent::Symmetric(2.0 * one),
        ExtentKind::TwoSides => {
            let [forward, backward] = united(one, two);
            Extent::TwoSides(forward, backward)
        }
    }
}

/// How far an extrude by `one` along the normal and one by `two` against it go together, along the
/// normal and against it.
pub(super) fn united(one: f64, two: f64) -> [f64; 2] {
    [one.max(-two).max(0.0), two.max(-one).max(0.0)]
}

fn place_of(row: usize) -> String {
    format!("row {row}")
}

fn order(place: &str, what: &'static str) -> Result<(), ReadError> {
    Err(ReadError::at(place, VectorFault::Order(what)))
}
