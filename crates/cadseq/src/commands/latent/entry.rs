//! One of the programs that are printed or written.

use std::path::PathBuf;

use cadseq_experiment::latent::Decoded;
use cadseq_solid::Solid;
use serde::Serialize;
use serde_json::Value;

/// A program with what is said about it.
pub(super) struct Entry {
    /// What it is, in words.
    pub(super) head: String,
    /// The same for JSON, an object.
    pub(super) detail: Value,
    /// The program.
    pub(super) decoded: Decoded,
}

/// The JSON of an entry.
#[derive(Debug, Serialize)]
pub(super) struct Record<'e> {
    /// From 1; the name of its file.
    number: usize,
    #[serde(flatten)]
    detail: &'e Value,
    solid: bool,
    /// Its text; nothing where the latent is no program.
    program: Option<String>,
    /// Why it has no solid.
    fault: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<PathBuf>,
}

impl Entry {
    /// The program as text under a header.
    pub(super) fn text(&self) -> String {
        let program = self.decoded.program();
        let fault = self.decoded.fault().map(|fault| format!(": {fault}"));
        format!(
            "# {}{}\n{}",
            self.head,
            fault.unwrap_or_default(),
            program.map(ToString::to_string).unwrap_or_default()
        )
    }

    /// The solid, if it has one.
    pub(super) fn solid(&self) -> Option<&Solid> {
        self.decoded.solid()
    }

    /// As JSON.
    pub(super) fn record(&self, number: usize, files: Vec<PathBuf>) -> Record<'_> {
        Record {
            number,
            detail: &self.detail,
            solid: self.solid().is_some(),
            program: self.decoded.program().map(ToString::to_string),
            fault: self.decoded.fault(),
            files,
        }
    }
}

/// How many of the entries are solids.
pub(super) fn solids(entries: &[Entry]) -> usize {
    entries.iter().filter_map(Entry::solid).count()
}
