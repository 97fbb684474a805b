//! The text form of a program: the Sim-Gallery DSL, one operation a line.
//!
//! ```text
//! add_sketch(plane)                 # see below
//! add_line(x0, y0, x1, y1)          # start, end
//! add_arc(x0, y0, cx, cy, angle)    # start, centre, signed sweep in degrees, + is CCW
//! add_circle(cx, cy, r)
//! add_extrude(profile, depth, op)   # op = join | cut | intersect | new
//! add_extrude([0, 2], depth, op)    # several profiles
//! add_extrude(0, depth, op, symmetric)    # half the depth to either side
//! add_extrude(0, forward, op, backward)   # from the height -backward to forward
//!
//! add_sketch(XY)                    # XY | XZ | YZ
//! add_sketch(plane(ox, oy, oz, nx, ny, nz))               # origin, normal; upright
//! add_sketch(plane(ox, oy, oz, nx, ny, nz, xx, xy, xz))   # and x axis
//! add_sketch(face(x, y, z))         # the face of the solid so far on which this point lies
//! add_sketch(start(extrude))        # the face in which an extrude starts, or ends:
//! add_sketch(end(extrude))          # extrudes, sketches and curves count from 0
//! add_sketch(side(sketch, curve))   # the face that a line sweeps
//! ```
//!
//! - `#` starts a comment; blank lines, spaces, tabs, CR LF line ends and a byte order mark are
//!   ignored. Names of operations are small letters; all other names are read in any case, and
//!   printed as above.
//! - `add_extrude(profile, depth)` means op `new`; `add_extrude(depth)` also means profile 0.
//! - A normal and an x axis may have any length when read ([`Frame::new`]); they are printed as unit
//!   vectors, the x axis only where it is not the one of [`Frame::upright`].
//! - Numbers are decimal, finite, with an optional exponent. [`Display`] prints the shortest
//!   decimal that reads back as the same number, so `text.parse::<Program>()` of a printed program
//!   is that program.
//!
//! Reading takes time linear in the text, which may hold [`MAX_TEXT_BYTES`] and
//! [`MAX_OPERATIONS`].
//!
//! [`Frame::new`]: crate::Frame::new
//! [`Frame::upright`]: crate::Frame::upright
//! [`Display`]: std::fmt::Display

mod error;
mod extrude;
mod number;
mod operation;
mod plane;
mod print;
mod statement;

use std::str::FromStr;

pub use error::{TextError, TextFault};
use statement::Statement;

use crate::{MAX_OPERATIONS, Program, ProgramError};

/// Longest text that is read: ten times what [`MAX_OPERATIONS`] short lines
/// take, so that the work for a hostile text is bounded before it starts.
pub const MAX_TEXT_BYTES: usize = 4 << 20;

impl FromStr for Program {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        parse(text)
    }
}

fn parse(text: &str) -> Result<Program, TextError> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(TextError::new(
            1,
            1,
            TextFault::TextTooLong { bytes: text.len() },
        ));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut operations = Vec::new();
    let mut places = Vec::new();
    for (index, line) in lines(text).enumerate() {
        let at = |(column, fault)| TextError::new(index + 1, column, fault);
        let Some(statement) = statement::read(line).map_err(at)? else {
            continue;
        };
        if operations.len() == MAX_OPERATIONS {
            return Err(at((statement.name.column, TextFault::TooManyOperations)));
        }
        operations.push(operation::read(&statement).map_err(at)?);
        places.push(Place::of(index + 1, &statement));
    }
    Program::new(operations).map_err(|fault| locate(fault, &places))
}

/// The lines of a text, which end as Unix, Windows or the old Macintosh ends them.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let (line, after) = rest.split_at(end);
        let one = after.strip_prefix("\r\n");
        rest = one.unwrap_or_else(|| after.get(1..).unwrap_or_default());
        Some(line)
    })
}

/// Where an operation stands.
struct Place {
    line: usize,
    /// Column of its name.
    name: usize,
    /// Column of its first parameter: a sketch's plane, an extrude's profiles.
    first_parameter: usize,
}

impl Place {
    fn of(line: usize, statement: &Statement<'_>) -> Self {
        let name = statement.name.column;
        Self {
            line,
            name,
            first_parameter: statement
                .parameters
                .first()
                .map_or(name, |token| token.column),
        }
    }
}

/// Puts a fault of the whole program at the operation, or its first parameter, that it is about.
fn locate(fault: ProgramError, places: &[Place]) -> TextError {
    let last = places.len().saturating_sub(1);
    let Some(place) = places.get(fault.index().unwrap_or(last)) else {
        return TextError::new(1, 1, TextFault::Program(fault));
    };
    let column = match fault {
        ProgramError::NoSolid { .. }
        | ProgramError::Reference { .. }
        | ProgramError::RoundSide { .. }
        | ProgramError::NoProfile { .. }
        | ProgramError::RepeatedProfile { .. } => place.first_parameter,
        _ => place.name,
    };
    TextError::new(place.line, column, TextFault::Program(fault))
}

#[cfg(test)]
mod tests;
