//! The text form of a program: the Sim-Gallery DSL, one operation a line.
//!
//! ```text
//! add_sketch(XY)                    # XY | XZ | YZ
//! add_line(x0, y0, x1, y1)          # start, end
//! add_arc(x0, y0, cx, cy, angle)    # start, centre, signed sweep in degrees, + is CCW
//! add_circle(cx, cy, r)
//! add_extrude(profile, depth, op)   # op = join | cut | intersect | new
//! ```
//!
//! - `#` starts a comment; blank lines, spaces, tabs, CR LF line ends and a byte order mark are
//!   ignored. Plane and op names are read in any case, and printed as above.
//! - `add_extrude(profile, depth)` means op `new`; `add_extrude(depth)` also means profile 0.
//! - Numbers are decimal, finite, with an optional exponent. [`Display`] prints the shortest
//!   decimal that reads back as the same number, so `text.parse::<Program>()` of a printed program
//!   is that program.
//!
//! Reading takes time linear in the text, which may hold [`MAX_TEXT_BYTES`] and
//! [`MAX_OPERATIONS`].
//!
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
    for (index, line) in text.lines().enumerate() {
        let at = |(column, fault)| TextError::new(index + 1, column, fault);
        let Some(statement) = statement::read(line).map_err(at)? else {
            continue;
        };
        if operations.len() == MAX_OPERATIONS {
            return Err(at((statement.name.column, TextFault::TooManyOperations)));
        }
        operations.push(operation::read(&statement).map_err(at)?);
        places.push((index + 1, statement.name.column));
    }
    Program::new(operations).map_err(|fault| locate(fault, &places))
}

/// Puts a fault of the whole program at the operation that it is about.
fn locate(fault: ProgramError, places: &[(usize, usize)]) -> TextError {
    let last = places.len().saturating_sub(1);
    let index = fault.index().unwrap_or(last);
    let (line, column) = places.get(index).copied().unwrap_or((1, 1));
    TextError::new(line, column, TextFault::Program(fault))
}

#[cfg(test)]
mod tests;
