//! Reading shards back.

use std::{
    fs::File,
    io::{self, BufReader, Read},
    path::Path,
};

use cadseq_program::Program;

use super::{Label, SynthError};

/// A sample as it was stored.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredSample {
    /// Common name of its files.
    pub key: String,
    /// Program.
    pub program: Program,
    /// Label.
    pub label: Label,
    /// Picture as PNG.
    pub png: Vec<u8>,
}

/// The labels of a shard, in order; pictures are passed over.
///
/// # Errors
/// Where the file cannot be read or is no shard.
pub fn read_labels(path: &Path) -> Result<Vec<Label>, SynthError> {
    let mut labels = Vec::new();
    for_each_file(path, |name, file| {
        if let Some((_, "json")) = name.rsplit_once('.') {
            labels.push(label(&bytes_of(file)?)?);
        }
        Ok(())
    })?;
    Ok(labels)
}

/// The samples of a shard, in order.
///
/// # Errors
/// Where the file cannot be read or is no shard.
pub fn read_shard(path: &Path) -> Result<Vec<StoredSample>, SynthError> {
    let mut samples = Vec::new();
    let (mut program, mut found_label) = (None, None);
    for_each_file(path, |name, file| {
        let bytes = bytes_of(file)?;
        match name.rsplit_once('.') {
            Some((_, "cad")) => program = Some(parse(bytes)?),
            Some((_, "json")) => found_label = Some(label(&bytes)?),
            Some((key, "png")) => match (program.take(), found_label.take()) {
                (Some(program), Some(label)) => {
                    samples.push(StoredSample {
                        key: key.to_owned(),
                        program,
                        label,
                        png: bytes,
                    });
                }
                _ => return Err(format!("{name} stands before its program and label")),
            },
            _ => return Err(format!("{name} belongs to no sample")),
        }
        Ok(())
    })?;
    Ok(samples)
}

/// Calls `visit` with name and contents of each file; its error is the reason of the damage.
fn for_each_file(
    path: &Path,
    mut visit: impl FnMut(&str, &mut dyn Read) -> Result<(), String>,
) -> Result<(), SynthError> {
    let damaged = |reason: String| SynthError::Damaged {
        path: path.to_owned(),
        reason,
    };
    let from_tar = |error: io::Error| damaged(error.to_string());
    let file = File::open(path).map_err(SynthError::reading(path))?;
    let mut archive = tar::Archive::new(BufReader::new(file));
    for entry in archive.entries_with_seek().map_err(from_tar)? {
        let mut entry = entry.map_err(from_tar)?;
        let name = entry
            .path()
            .map_err(from_tar)?
            .to_string_lossy()
            .into_owned();
        visit(&name, &mut entry).map_err(damaged)?;
    }
    Ok(())
}

fn bytes_of(file: &mut dyn Read) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)
        .map_err(|error| error.to_string())?;
    Ok(bytes)
}

fn label(bytes: &[u8]) -> Result<Label, String> {
    serde_json::from_slice(bytes).map_err(|error| format!("a label cannot be read: {error}"))
}

fn parse(bytes: Vec<u8>) -> Result<Program, String> {
    let text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
    text.parse()
        .map_err(|error| format!("a program cannot be read: {error}"))
}
