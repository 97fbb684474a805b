//! Where the programs go: to standard output, or into a folder with their pictures.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use cadseq_experiment::latent::sheet::{Cell, Framing, contact_sheet};
use cadseq_render::{Picture, encode_png};
use cadseq_solid::export::Label;
use clap::Args;
use serde_json::{Value, json};

use super::entry::Entry;
use crate::files::write_whole;
use crate::terminal::{say, say_json};

/// Name of the contact sheet.
const SHEET: &str = "sheet.png";

#[derive(Debug, Args)]
pub(super) struct OutputArguments {
    /// Folder for the programs (001.cad and so on) and sheet.png, their pictures side by side; an
    /// older answer there is replaced.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Also writes the solids as STEP.
    #[arg(long, requires = "output")]
    step: bool,
    /// Prints one JSON object.
    #[arg(long)]
    json: bool,
}

/// How the contact sheet shows the entries.
pub(super) struct Layout<'a> {
    /// What comes before them.
    pub(super) first: Option<Cell<'a>>,
    /// Cells a row.
    pub(super) columns: usize,
    pub(super) framing: Framing,
}

impl OutputArguments {
    /// Refuses a folder that holds anything but an older answer, before any work is done.
    ///
    /// # Errors
    /// One that names the folder.
    pub(super) fn check(&self) -> Result<()> {
        let Some(folder) = self.output.as_deref().filter(|folder| folder.exists()) else {
            return Ok(());
        };
        let shown = folder.display();
        ensure!(folder.is_dir(), "{shown} is a file; name a folder");
        let names = names(folder)?;
        let foreign = names.iter().find(|name| !is_ours(name));
        ensure!(
            foreign.is_none(),
            "{shown} holds {}, which no answer put there; choose another folder",
            foreign.map_or("", String::as_str)
        );
        Ok(())
    }

    /// Prints the entries under `summary`, or writes them; `record` is the JSON's head, to which the
    /// entries come as `programs`.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub(super) fn deliver(
        &self,
        summary: &str,
        mut record: Value,
        entries: &[Entry],
        layout: &Layout<'_>,
    ) -> Result<()> {
        let files = match &self.output {
            Some(folder) => self.write(folder, entries, layout)?,
            None => vec![Vec::new(); entries.len()],
        };
        if self.json {
            let numbered = entries.iter().zip(1..).zip(files);
            let records = numbered.map(|((entry, number), files)| entry.record(number, files));
            record["programs"] = json!(records.collect::<Vec<_>>());
            say_json(&record)?;
        } else if self.output.is_some() {
            say(summary)?;
        } else {
            let texts = entries.iter().map(Entry::text);
            let all: Vec<String> = [format!("# {summary}\n")]
                .into_iter()
                .chain(texts)
                .collect();
            say(all.join("\n").trim_end())?;
        }
        Ok(())
    }

    /// Writes all files, the sheet last; the files of each entry.
    fn write(
        &self,
        folder: &Path,
        entries: &[Entry],
        layout: &Layout<'_>,
    ) -> Result<Vec<Vec<PathBuf>>> {
        let sheet = encode_png(&sheet(entries, layout));
        let hint = || format!("the folder {} cannot be made", folder.display());
        fs::create_dir_all(folder).with_context(hint)?;
        for name in names(folder)?.iter().filter(|name| is_ours(name)) {
            let path = folder.join(name);
            fs::remove_file(&path).with_context(|| path.display().to_string())?;
        }
        let numbered = entries.iter().zip(1..);
        let written = numbered.map(|(entry, number)| self.write_entry(folder, entry, number));
        let written = written.collect::<Result<_>>()?;
        write_whole(&folder.join(SHEET), &sheet)?;
        eprintln!("wrote {}", folder.join(SHEET).display());
        Ok(written)
    }

    fn write_entry(&self, folder: &Path, entry: &Entry, number: usize) -> Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        let mut write = |extension: &str, bytes: &[u8]| {
            let path = folder.join(format!("{number:03}.{extension}"));
            write_whole(&path, bytes)?;
            files.push(path);
            anyhow::Ok(())
        };
        if entry.decoded.program().is_some() {
            write("cad", entry.text().as_bytes())?;
        }
        if let (true, Some(solid)) = (self.step, entry.solid()) {
            let label = Label::new(&format!("{number:03}"));
            write("step", solid.step(&label)?.as_bytes())?;
        }
        Ok(files)
    }
}

fn sheet<'a>(entries: &'a [Entry], layout: &Layout<'a>) -> Picture {
    let cell = |entry: &'a Entry| match entry.solid() {
        Some(solid) => Cell::Solid(solid),
        None => Cell::Empty,
    };
    let cells: Vec<Cell<'_>> = layout
        .first
        .into_iter()
        .chain(entries.iter().map(cell))
        .collect();
    contact_sheet(&cells, layout.columns, layout.framing)
}

/// Names in a folder.
fn names(folder: &Path) -> Result<Vec<String>> {
    let name = |entry: std::io::Result<fs::DirEntry>| {
        entry.map(|entry| entry.file_name().to_string_lossy().into_owned())
    };
    let names: std::io::Result<Vec<String>> =
        fs::read_dir(folder).and_then(|entries| entries.map(name).collect());
    names.with_context(|| folder.display().to_string())
}

/// Whether an answer has a file of this name.
fn is_ours(name: &str) -> bool {
    let is_number = |stem: &str| stem.len() >= 3 && stem.bytes().all(|b| b.is_ascii_digit());
    let is_program = |extension: &str| ["cad", "step"].contains(&extension);
    let parts = name.split_once('.');
    name == SHEET || parts.is_some_and(|(stem, end)| is_number(stem) && is_program(end))
}
