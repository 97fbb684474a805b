//! The two files of a run that the evaluation reads: `run.json` and `predictions.jsonl`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::{Outcome, OutcomeError, Prediction};

const RUN: &str = "run.json";
const PREDICTIONS: &str = "predictions.jsonl";

impl Outcome {
    /// Reads the outcome of the run in `folder`. The predictions come sorted by index.
    ///
    /// # Errors
    /// [`OutcomeError`] where a file is missing, a line of it is malformed, or an index comes twice.
    pub fn read(folder: &Path) -> Result<Self, OutcomeError> {
        let (run, predictions) = (folder.join(RUN), folder.join(PREDICTIONS));
        let provenance = parse(&run, 1, &read(&run)?)?;
        let text = read(&predictions)?;
        let lines = text.lines().zip(1..);
        let read = lines.map(|(line, number)| prediction(&predictions, number, line));
        let read: Vec<Prediction> = read.collect::<Result<_, _>>()?;
        let by_index = by_index(&predictions, &read)?;
        let sorted = by_index.into_values().cloned().collect();
        Ok(Self {
            provenance,
            predictions: sorted,
        })
    }

    /// Writes both files into `folder`, which is made if it is not there, each beside its name and then renamed. The predictions are
    /// sorted by index.
    ///
    /// # Errors
    /// [`OutcomeError::Io`]; [`OutcomeError::Malformed`] where an index comes twice, and then nothing
    /// is written.
    pub fn write(&self, folder: &Path) -> Result<(), OutcomeError> {
        let (run, predictions) = (folder.join(RUN), folder.join(PREDICTIONS));
        let sorted = by_index(&predictions, &self.predictions)?;
        let mut lines = Vec::new();
        for prediction in sorted.into_values() {
            lines.extend(json(&predictions, serde_json::to_vec(prediction))?);
            lines.push(b'\n');
        }
        let mut provenance = json(&run, serde_json::to_vec_pretty(&self.provenance))?;
        provenance.push(b'\n');
        fs::create_dir_all(folder).map_err(|source| OutcomeError::Io {
            path: folder.to_owned(),
            source,
        })?;
        replace(&predictions, &lines)?;
        replace(&run, &provenance)
    }
}

fn read(path: &Path) -> Result<String, OutcomeError> {
    fs::read_to_string(path).map_err(|source| OutcomeError::Io {
        path: path.to_owned(),
        source,
    })
}

fn prediction(path: &Path, line: usize, text: &str) -> Result<Prediction, OutcomeError> {
    let prediction: Prediction = parse(path, line, text)?;
    match prediction.feature_matrix() {
        Ok(_) => Ok(prediction),
        Err(error) => Err(OutcomeError::Malformed {
            path: path.to_owned(),
            line,
            reason: format!("the field `matrix`: {error}"),
        }),
    }
}

/// Reads `text`, which starts in line `first_line` of the file.
fn parse<T: DeserializeOwned>(
    path: &Path,
    first_line: usize,
    text: &str,
) -> Result<T, OutcomeError> {
    serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        let reason = message.strip_suffix(&place).unwrap_or(&message);
        OutcomeError::Malformed {
            path: path.to_owned(),
            line: first_line + error.line().saturating_sub(1),
            reason: format!("{reason} (column {})", error.column()),
        }
    })
}

/// The predictions of the file at `path`, one a line, sorted.
fn by_index<'a>(
    path: &Path,
    predictions: &'a [Prediction],
) -> Result<BTreeMap<u64, &'a Prediction>, OutcomeError> {
    let mut sorted = BTreeMap::new();
    for (prediction, line) in predictions.iter().zip(1..) {
        let index = prediction.index;
        if sorted.insert(index, prediction).is_some() {
            return Err(OutcomeError::Malformed {
                path: path.to_owned(),
                line,
                reason: format!(
                    "the index {index} comes a second time; give each program one line"
                ),
            });
        }
    }
    Ok(sorted)
}

fn json(path: &Path, bytes: serde_json::Result<Vec<u8>>) -> Result<Vec<u8>, OutcomeError> {
    bytes.map_err(|error| OutcomeError::Io {
        path: path.to_owned(),
        source: error.into(),
    })
}

fn replace(path: &Path, bytes: &[u8]) -> Result<(), OutcomeError> {
    cadseq_files::write_whole(path, bytes).map_err(|source| OutcomeError::Io {
        path: path.to_owned(),
        source,
    })
}
