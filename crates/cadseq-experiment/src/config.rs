//! An experiment as a file.

use std::path::{Path, PathBuf};

use cadseq_train::two_stage::{
    DataConfig, Stage1Config, Stage1Settings, Stage2Config, Stage2Settings,
};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An experiment: which programs, which method, how it is trained.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Experiment {
    /// What it is, for tables and plots.
    pub title: String,
    /// `cpu`, `paper` or another name of its size.
    pub scale: String,
    /// The programs, and their shares.
    pub data: DataConfig,
    /// The test pictures.
    #[serde(default)]
    pub test: TestConfig,
    /// Stage 1 of the paper's method.
    pub stage1: Option<Stage1Settings>,
    /// Stage 2 of the paper's method.
    pub stage2: Option<Stage2Settings>,
    /// The network of `cadseq reconstruct` instead of the paper's method.
    pub direct: Option<DirectConfig>,
}

/// The pictures that are reported on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestConfig {
    /// At most so many of the test share, the first ones.
    #[serde(default = "all")]
    pub limit: usize,
    /// Width and height in pixels of the pictures, before any method looks at them. Training
    /// pictures have as many.
    #[serde(default = "paper_pixels")]
    pub picture_size: usize,
}

/// The network that finds places in the picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectConfig {
    /// Whether its answer is fitted to the picture.
    pub fit: bool,
    /// Weights of one's own training instead of the built-in ones, beside the experiment's file.
    pub weights: Option<PathBuf>,
}

/// How programs are predicted.
#[derive(Debug, Clone, PartialEq)]
pub enum Method {
    /// The paper's: an encoder of pictures and the decoder of stage 1.
    TwoStage(Stage2Config),
    /// Places in the picture and geometry.
    Direct(DirectConfig),
}

/// A file that is no experiment.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ConfigError {
    /// Its text is no TOML of the known fields.
    #[error("{0}")]
    Toml(String),
    /// Neither or both of the two methods.
    #[error("an experiment has either [stage1] and [stage2], or [direct]")]
    Method,
    /// A number out of its range.
    #[error("{field} = {given} is out of range; it is {range}")]
    Range {
        /// Which.
        field: &'static str,
        /// What the file says.
        given: String,
        /// What it may be.
        range: &'static str,
    },
}

const fn all() -> usize {
    usize::MAX
}

const fn paper_pixels() -> usize {
    512
}

impl Default for TestConfig {
    fn default() -> Self {
        Self {
            limit: all(),
            picture_size: paper_pixels(),
        }
    }
}

impl Experiment {
    /// Reads the text of an experiment's file.
    ///
    /// # Errors
    /// [`ConfigError`].
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let experiment: Self =
            toml::from_str(text).map_err(|error| ConfigError::Toml(error.to_string()))?;
        experiment.method()?;
        experiment.check()?;
        Ok(experiment)
    }

    /// The name of the experiment of a file: `cpu-case3` for `experiments/cpu/case3.toml`.
    pub fn name(file: &Path) -> String {
        let part = |text: Option<&std::ffi::OsStr>| {
            let text = text.unwrap_or_default().to_string_lossy();
            let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
            text.chars().map(plain).collect::<String>()
        };
        let folder = part(file.parent().and_then(Path::file_name));
        let stem = part(file.file_stem());
        if folder.is_empty() {
            stem
        } else {
            format!("{folder}-{stem}")
        }
    }

    /// The method.
    ///
    /// # Errors
    /// [`ConfigError::Method`].
    pub fn method(&self) -> Result<Method, ConfigError> {
        match (&self.stage1, &self.stage2, &self.direct) {
            (Some(stage1), Some(stage2), None) => {
                let stage1 = Stage1Config {
                    data: self.data.clone(),
                    settings: stage1.clone(),
                };
                Ok(Method::TwoStage(Stage2Config {
                    stage1,
                    settings: stage2.clone(),
                }))
            }
            (None, None, Some(direct)) => Ok(Method::Direct(direct.clone())),
            _ => Err(ConfigError::Method),
        }
    }

    #[expect(clippy::too_many_lines, reason = "a list of rules")]
    fn check(&self) -> Result<(), ConfigError> {
        let within = |field, value: f64, low: f64, high: f64, range| {
            if (low..=high).contains(&value) {
                return Ok(());
            }
            Err(ConfigError::Range {
                field,
                given: value.to_string(),
                range,
            })
        };
        let count =
            |field, value: u64, high: f64, range| within(field, value as f64, 1.0, high, range);
        within(
            "data.programs",
            self.data.programs as f64,
            10.0,
            1e7,
            "10 to 10,000,000",
        )?;
        let pixels = self.test.picture_size as f64;
        within(
            "test.picture_size",
            pixels,
            32.0,
            2048.0,
            "32 to 2048 pixels",
        )?;
        if let Some(stage) = &self.stage1 {
            count("stage1.latent", stage.latent as u64, 4096.0, "1 to 4096")?;
            count("stage1.epochs", stage.epochs, 1e6, "1 to 1,000,000")?;
            count(
                "stage1.batch_size",
                stage.batch_size as u64,
                65536.0,
                "1 to 65,536",
            )?;
            within(
                "stage1.learning_rate",
                stage.learning_rate,
                1e-9,
                1.0,
                "above 0, at most 1",
            )?;
            within("stage1.dropout", stage.dropout, 0.0, 0.99, "0 to 0.99")?;
            within("stage1.redrawn", stage.redrawn, 0.0, 1.0, "0 to 1")?;
            within("stage1.kl_weight", stage.kl_weight, 0.0, 1e3, "0 to 1000")?;
        }
        if let Some(stage) = &self.stage2 {
            count("stage2.epochs", stage.epochs, 1e6, "1 to 1,000,000")?;
            count(
                "stage2.batch_size",
                stage.batch_size as u64,
                65536.0,
                "1 to 65,536",
            )?;
            count("stage2.width", stage.width as u64, 512.0, "1 to 512")?;
            within(
                "stage2.picture_size",
                stage.picture_size as f64,
                32.0,
                1024.0,
                "32 to 1024 pixels",
            )?;
            within(
                "stage2.learning_rate",
                stage.learning_rate,
                1e-9,
                1.0,
                "above 0, at most 1",
            )?;
            within("stage2.dropout", stage.dropout, 0.0, 0.99, "0 to 0.99")?;
            let extra = stage.extra_programs as f64;
            within("stage2.extra_programs", extra, 0.0, 1e7, "0 to 10,000,000")?;
        }
        Ok(())
    }
}
