//! A plate with a half-round end and a hole, as files of DeepCAD's vectors have it.

#![allow(dead_code, reason = "each user needs some of it")]

use std::fs;
use std::path::Path;

use cadseq_interchange::{Format, ReadOptions, read};

/// Its program.
pub(crate) const PROGRAM: &str = "\
add_sketch(XY)
add_line(0, 0, 0.5, 0)
add_line(0.5, 0, 0.5, 0.25)
add_line(0.5, 0.25, 0, 0.25)
add_arc(0, 0.25, 0, 0.125, 180)
add_circle(0.25, 0.125, 0.0625)
add_extrude(0, 0.25, new)
";

/// A file of a folder beside the tests.
pub(crate) fn bytes(folder: &str, name: &str) -> Vec<u8> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    fs::read(tests.join(folder).join(name)).expect("a file")
}

/// The program in a file, or why it is refused.
pub(crate) fn program(format: Format, bytes: &[u8]) -> Result<String, String> {
    match read(format, bytes, &ReadOptions::default()) {
        Ok(imported) => Ok(imported.program.to_string()),
        Err(error) => Err(error.to_string()),
    }
}
