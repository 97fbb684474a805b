//! The program's own text.

use cadseq_program::TextError;
use cadseq_program::text::lines;

use super::tracked;
use super::{Imported, ReadError, ReadOptions};
use crate::Format;

/// Reads the text form; see [`cadseq_program::text`].
///
/// # Errors
/// Bytes that are no UTF-8, and the faults of the text with line and column.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Imported, ReadError> {
    options.check_no_unit(Format::Text)?;
    let text = tracked::text(bytes)?;
    let fault: TextError = match text.parse() {
        Ok(program) => {
            let notes = Vec::new();
            return Ok(Imported { program, notes });
        }
        Err(fault) => fault,
    };
    let kept = if options.lenient {
        before(text, fault.line).parse().ok()
    } else {
        None
    };
    match kept {
        Some(program) => Ok(Imported {
            program,
            notes: vec![format!("kept the operations before this: {fault}")],
        }),
        None => Err(ReadError::whole(fault)),
    }
}

/// The text up to the last extrude before a line, counted from 1.
fn before(text: &str, line: usize) -> String {
    let lines: Vec<&str> = lines(text).take(line - 1).collect();
    let last = lines
        .iter()
        .rposition(|line| line.trim_start().starts_with("add_extrude"));
    lines[..last.map_or(0, |last| last + 1)].join("\n")
}
