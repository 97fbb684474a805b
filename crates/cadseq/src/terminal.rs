//! What goes to the terminal: results to standard output, progress and notes to standard error.

use std::fmt::Display;
use std::io::{self, Write as _};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

/// Writes a result and a line end.
///
/// # Errors
/// Where standard output cannot be written, such as a closed pipe.
pub(crate) fn say(text: impl Display) -> io::Result<()> {
    let mut output = io::stdout().lock();
    writeln!(output, "{text}")?;
    output.flush()
}

/// Writes a file's bytes.
///
/// # Errors
/// As [`say`].
pub(crate) fn say_bytes(bytes: &[u8]) -> io::Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(bytes)?;
    output.flush()
}

/// Writes a value as one line of JSON.
///
/// # Errors
/// As [`say`].
pub(crate) fn say_json(value: &impl Serialize) -> io::Result<()> {
    say(serde_json::to_string(value)?)
}

/// Tells what a person should know about a file that was read, on standard error.
pub(crate) fn tell_notes(path: &Path, notes: &[String]) {
    for note in notes {
        eprintln!("note: {}: {note}", path.display());
    }
}

/// A progress bar on standard error; hidden where that is no terminal.
pub(crate) fn progress_bar(total: u64, unit: &str) -> ProgressBar {
    let template = format!(
        "{{elapsed_precise}} {{wide_bar}} {{human_pos}}/{{human_len}} {unit} \
         ({{per_sec:.1}}, {{eta}} left) {{msg}}"
    );
    let style =
        ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(total).with_style(style)
}
