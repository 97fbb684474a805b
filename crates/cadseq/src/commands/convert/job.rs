//! One file that is read, and the files that are written of it.

use std::path::PathBuf;

use anyhow::{Context, Result};
use cadseq_interchange::WriteOptions;
use cadseq_solid::Part;

use crate::files::{Output, Reading, Workpiece};

/// What holds for every file.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) reading: Reading,
    pub(super) writing: WriteOptions,
    /// What parts are called; after their files where it is not given.
    pub(super) name: Option<String>,
}

/// A file and what becomes of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Job {
    pub(super) input: PathBuf,
    pub(super) outputs: Vec<Output>,
}

impl Job {
    /// Reads, builds, writes all files or none; the notes.
    ///
    /// # Errors
    /// One that names the file, and the place in it or what a format cannot carry.
    pub(super) fn run(&self, settings: &Settings) -> Result<Vec<String>> {
        let workpiece = self.workpiece(settings)?;
        let workpiece = workpiece.renamed(settings.name.as_deref());
        let files = self.outputs.iter().map(|output| {
            let bytes = output.bytes(&workpiece.design(), &settings.writing);
            bytes.with_context(|| self.input.display().to_string())
        });
        let files = files.collect::<Result<Vec<_>>>()?;
        for (output, bytes) in self.outputs.iter().zip(files) {
            output.write(&bytes)?;
        }
        Ok(workpiece.notes)
    }

    /// A program that builds nothing can still be written as a program.
    fn workpiece(&self, settings: &Settings) -> Result<Workpiece> {
        let imported = settings.reading.program(&self.input)?;
        match Part::build(&imported.program) {
            Ok(part) => Ok(Workpiece::new(&self.input, imported, part)),
            Err(fault) if self.outputs.iter().all(Output::is_program) => {
                let mut workpiece = Workpiece::new(&self.input, imported, Part::default());
                workpiece.notes.push(format!("it does not build: {fault}"));
                Ok(workpiece)
            }
            Err(fault) => Err(fault).with_context(|| self.input.display().to_string()),
        }
    }
}
