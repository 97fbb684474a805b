//! A program from a file, with the part that it builds.

use std::path::Path;

use anyhow::{Context, Result};
use cadseq_interchange::{Design, Format, Imported, ReadOptions, read};
use cadseq_program::Program;
use cadseq_solid::Part;

use super::names::stem;
use super::read::read_input;

/// How a file is read.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Reading {
    /// Its format; by its name and content where it is not given.
    pub(crate) format: Option<Format>,
    /// What is done with what the language lacks.
    pub(crate) options: ReadOptions,
}

/// A program with its part.
#[derive(Debug)]
pub(crate) struct Workpiece {
    /// The file's name without its extension.
    pub(crate) name: String,
    /// The program.
    pub(crate) program: Program,
    /// What it builds.
    pub(crate) part: Part,
    /// What reading left out and building found, a sentence each.
    pub(crate) notes: Vec<String>,
}

impl Reading {
    /// The program of a file, with notes; `-` is standard input.
    ///
    /// # Errors
    /// One that names the file and the place in it.
    pub(crate) fn program(self, path: &Path) -> Result<Imported> {
        let bytes = read_input(path)?;
        self.program_of(path, &bytes)
            .with_context(|| path.display().to_string())
    }

    fn program_of(self, path: &Path, bytes: &[u8]) -> Result<Imported> {
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        let format = match self.format {
            Some(format) => format,
            None => Format::to_read(&extension, bytes)?,
        };
        Ok(read(format, bytes, &self.options)?)
    }

    /// The program of a file with the part that it builds.
    ///
    /// # Errors
    /// As [`Reading::program`], or what keeps the program from being a part.
    pub(crate) fn workpiece(self, path: &Path) -> Result<Workpiece> {
        let imported = self.program(path)?;
        let part = Part::build(&imported.program).with_context(|| path.display().to_string())?;
        Ok(Workpiece::new(path, imported, part))
    }
}

impl Workpiece {
    /// What was read from a file, with the part that it builds.
    pub(crate) fn new(path: &Path, imported: Imported, part: Part) -> Self {
        let Imported { program, mut notes } = imported;
        notes.extend(part.notes.iter().map(ToString::to_string));
        Self {
            name: stem(path),
            program,
            part,
            notes,
        }
    }

    /// The same under the name that was asked for, if one was.
    pub(crate) fn renamed(mut self, name: Option<&str>) -> Self {
        if let Some(name) = name {
            name.clone_into(&mut self.name);
        }
        self
    }

    /// What the writers take.
    pub(crate) fn design(&self) -> Design<'_> {
        Design::new(&self.name, &self.program, &self.part)
    }
}
