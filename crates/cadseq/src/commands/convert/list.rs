//! The table of formats.

use std::io;

use cadseq_interchange::Format;
use serde::Serialize;

use crate::terminal::{say, say_json};

/// A line of the table.
#[derive(Debug, Serialize)]
struct Row {
    name: &'static str,
    title: &'static str,
    extensions: &'static [&'static str],
    media_type: &'static str,
    kind: &'static str,
    read: bool,
    written: bool,
}

impl From<Format> for Row {
    fn from(format: Format) -> Self {
        Self {
            name: format.name(),
            title: format.title(),
            extensions: format.extensions(),
            media_type: format.media_type(),
            kind: format.kind().name(),
            read: format.is_read(),
            written: format.is_written(),
        }
    }
}

/// Prints all formats, for a person or as JSON.
///
/// # Errors
/// Where standard output cannot be written.
pub(super) fn print(json: bool) -> io::Result<()> {
    let rows = Format::ALL.map(Row::from);
    if json {
        return say_json(&rows);
    }
    say(rows
        .iter()
        .fold(head(), |table, row| table + "\n" + &row.line()))
}

fn head() -> String {
    line("name", "kind", "ways", "extensions", "title")
}

fn line(name: &str, kind: &str, ways: &str, extensions: &str, title: &str) -> String {
    format!("{name:15} {kind:8} {ways:11} {extensions:16} {title}")
}

impl Row {
    fn line(&self) -> String {
        let ways = match (self.read, self.written) {
            (true, true) => "read, write",
            (true, false) => "read",
            _ => "write",
        };
        let extensions: Vec<String> = self
            .extensions
            .iter()
            .map(|one| format!(".{one}"))
            .collect();
        line(
            self.name,
            self.kind,
            ways,
            &extensions.join(" "),
            self.title,
        )
    }
}
