//! The reconstruction of one picture file, and what is written of it.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use cadseq_interchange::{Design, Format, WriteOptions, write_file};
use cadseq_reconstruct::camera::KnownCamera;
use cadseq_reconstruct::{Candidate, Options, Reconstruction, Reconstructor, tidy};
use cadseq_render::{OVERLAY_CHORD_TOLERANCE, Photo, overlay};
use cadseq_solid::Part;

use super::length::KnownLength;
use crate::commands::matrix_text::paper_matrix;
use crate::commands::sight::SightArguments;
use crate::files::{Artifact, read_photo, shown};

/// A picture with its candidates, their numbers tidied.
#[derive(Debug)]
pub(super) struct Answer {
    photo: Photo,
    /// What the reconstructor found.
    pub(super) found: Reconstruction,
    /// From opening the file to the last candidate, in milliseconds.
    pub(super) millis: f64,
}

/// What is asked for of every picture.
pub(super) struct Asked<'a> {
    pub(super) sight: &'a SightArguments,
    pub(super) camera: Option<KnownCamera>,
    pub(super) length: Option<KnownLength>,
    pub(super) options: Options,
}

impl Answer {
    /// Reads and reconstructs a picture.
    ///
    /// # Errors
    /// One that names the file and what to do.
    pub(super) fn new(
        reconstructor: &Reconstructor,
        path: &Path,
        asked: &Asked<'_>,
    ) -> Result<Self> {
        let start = Instant::now();
        let photo = read_photo(path)?;
        let mut found = reconstructor
            .reconstruct(
                &photo.picture,
                &asked.sight.options(asked.camera, &photo),
                &asked.options,
            )
            .with_context(|| shown(path))?;
        if let Some(length) = asked.length {
            found = length.put(found).with_context(|| shown(path))?;
        }
        for candidate in &mut found.candidates {
            if let Some(program) = tidy(&candidate.program) {
                candidate.program = program;
            }
        }
        let millis = start.elapsed().as_secs_f64() * 1e3;
        Ok(Self {
            photo,
            found,
            millis,
        })
    }

    /// The best candidate.
    pub(super) fn best(&self) -> &Candidate {
        self.found
            .candidates
            .first()
            .expect("a reconstruction has at least one candidate")
    }

    /// The best program, with what is known about it in comments.
    pub(super) fn text(&self, quantized: bool) -> String {
        let best = self.best();
        let mut text = format!(
            "# confidence {:.3}, score {:.3}\n",
            self.found.confidence, best.score
        );
        let others = self.found.candidates.iter();
        let said = [
            ("equal", best.regularities.clone()),
            ("assumed", best.assumptions.clone()),
            ("or", others.filter_map(|one| one.differs.clone()).collect()),
        ];
        for (what, words) in said {
            for words in words {
                text.extend(["# ", what, ": ", &words, "\n"]);
            }
        }
        text.push_str(&best.program.to_string());
        if quantized {
            text.push_str(&levels(best));
        }
        text
    }

    /// The bytes of a file; `name` is what the part is called.
    ///
    /// # Errors
    /// Where the format cannot carry the best program.
    pub(super) fn write(&self, artifact: Artifact, name: &str, quantized: bool) -> Result<Vec<u8>> {
        let best = self.best();
        match artifact {
            Artifact::Design(Format::Text) => Ok(self.text(quantized).into_bytes()),
            Artifact::Design(format) => {
                let part = Part::build(&best.program)?;
                let design = Design::new(name, &best.program, &part);
                Ok(write_file(format, &design, &WriteOptions::default())?)
            }
            Artifact::Overlay => {
                let solid = Part::build(&best.program)?.solid;
                let mesh = solid.mesh(OVERLAY_CHORD_TOLERANCE)?;
                Ok(overlay(
                    &self.photo.picture.to_grey(),
                    &mesh,
                    &self.found.view,
                ))
            }
        }
    }
}

/// A candidate on the 256 levels, as comments.
fn levels(candidate: &Candidate) -> String {
    if let Err(reason) = paper_matrix(&candidate.quantized) {
        return format!("# not on the 256 levels: {reason}\n");
    }
    let lines = candidate.quantized.to_string();
    let lines = lines.lines().flat_map(|line| ["# ", line, "\n"]);
    ["# on the 256 levels:\n"]
        .into_iter()
        .chain(lines)
        .collect()
}
