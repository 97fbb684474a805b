//! Which latent space: the experiment and where it was run.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use cadseq_experiment::Experiment;
use cadseq_experiment::latent::{Known, LatentError, LatentSpace};
use cadseq_model::Device;
use cadseq_program::Program;
use clap::Args;

use crate::commands::experiment;
use crate::files::Reading;
use crate::terminal::progress_bar;

/// The folder that `cadseq experiment run` takes without `--runs`.
const RUNS: &str = "runs";

#[derive(Debug, Args)]
pub(super) struct SpaceArguments {
    /// The experiment.
    #[arg(value_name = "FILE.toml")]
    file: PathBuf,
    /// Folder of all runs.
    #[arg(long, default_value = RUNS, value_name = "DIR")]
    runs: PathBuf,
}

impl SpaceArguments {
    /// The experiment's file.
    pub(super) fn experiment(&self) -> Result<Experiment> {
        experiment::read(&self.file)
    }

    /// The experiment's latent space.
    ///
    /// # Errors
    /// Where there is none or it is not trained yet.
    pub(super) fn open(&self) -> Result<LatentSpace> {
        let space = LatentSpace::open(&self.experiment()?, &self.runs, &Device::flex());
        space.map_err(|error| self.explained(error, &self.file))
    }

    /// The error with the input that it is about, and what to do where training is missing.
    pub(super) fn explained(&self, error: LatentError, input: &Path) -> anyhow::Error {
        let (file, runs) = (self.file.display(), self.runs.display());
        if !matches!(error, LatentError::Untrained { .. }) {
            return anyhow::Error::new(error).context(input.display().to_string());
        }
        let option = if self.runs == Path::new(RUNS) {
            String::new()
        } else {
            format!(" --runs {runs}")
        };
        anyhow!(
            "{file}: in {runs}, {error}; run it first with: cadseq experiment run {file}{option}"
        )
    }
}

/// The program of a file with its latent.
pub(super) fn read_encoded(space: &LatentSpace, path: &Path) -> Result<(Program, Vec<f32>)> {
    let program = Reading::default().program(path)?.program;
    let latent = space.encode(&program);
    let latent = latent.with_context(|| path.display().to_string())?;
    Ok((program, latent))
}

/// The programs that the space was learnt from, with a bar on the screen.
pub(super) fn known(space: &LatentSpace) -> Known {
    let bar = progress_bar(0, "known programs");
    let known = space.known(|done, total| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    known
}
