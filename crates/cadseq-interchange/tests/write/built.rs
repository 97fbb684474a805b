//! Programs with the parts that they build.

use std::fs;
use std::path::Path;

use cadseq_interchange::write::Design;
use cadseq_program::Program;
use cadseq_solid::{Part, PartError};

/// A program with its part.
#[derive(Debug)]
pub(crate) struct Built {
    pub(crate) name: String,
    pub(crate) program: Program,
    pub(crate) part: Part,
    /// Volume of its bodies in cubic centimetres, worked out by hand.
    pub(crate) volume: Option<f64>,
}

/// The parts of `tests/parts`, by name.
pub(crate) fn parts() -> Vec<Built> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parts");
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

/// The part of `tests/parts` with this name.
pub(crate) fn part(name: &str) -> Built {
    let mut parts = parts().into_iter();
    parts.find(|part| part.name == name).expect("a part")
}

fn read(path: &Path) -> Built {
    let text = fs::read_to_string(path).expect("a text");
    let name = path.file_stem().expect("a name").to_string_lossy();
    let mut lines = text.lines();
    let volume = lines.find_map(|line| line.strip_prefix("# volume: "));
    Built {
        volume: volume.map(|number| number.parse().expect("a volume")),
        ..build(&name, &text)
    }
}

/// Builds the program in `text`.
pub(crate) fn build(name: &str, text: &str) -> Built {
    try_build(name, text).expect(text)
}

/// Builds the program in `text`, where it makes a part.
pub(crate) fn try_build(name: &str, text: &str) -> Result<Built, PartError> {
    let program: Program = text.parse().expect("a program");
    Ok(Built {
        name: name.to_owned(),
        part: Part::build(&program)?,
        program,
        volume: None,
    })
}

impl Built {
    /// What the writers take.
    pub(crate) fn design(&self) -> Design<'_> {
        Design::new(&self.name, &self.program, &self.part)
    }
}
