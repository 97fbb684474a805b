//! The files of some parts, word for word, against `tests/golden`.

use std::fs;
use std::path::Path;

use crate::built::part;
use crate::files;

/// Set to anything, it makes this test write the files instead of comparing them.
const UPDATE: &str = "CADSEQ_UPDATE_REFERENCES";

/// Drawings only of the part that has every kind of curve in them.
const DRAWN: &str = "slotted";

fn check(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for (suffix, text) in files(&part(name)) {
        let is_drawing = suffix.ends_with("svg") || suffix.ends_with("dxf");
        if is_drawing && name != DRAWN {
            continue;
        }
        let path = folder.join(format!("{name}.{suffix}"));
        let found = text.replace(env!("CARGO_PKG_VERSION"), "VERSION");
        if std::env::var_os(UPDATE).is_some() {
            fs::write(&path, found).expect("the reference is written");
            continue;
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        let mut lines = found.lines().zip(expected.lines());
        let first = lines.position(|(found, expected)| found != expected);
        assert!(
            found == expected,
            "{} differs from line {} on. If it is right now: \
             {UPDATE}=1 cargo test --release -p cadseq-interchange",
            path.display(),
            first.unwrap_or(found.lines().count().min(expected.lines().count())) + 1
        );
    }
}

#[test]
fn lines_arcs_and_faces() {
    check("slotted");
}

#[test]
fn planes_and_extents() {
    check("shaft");
}

#[test]
fn several_bodies() {
    check("joined_bodies");
}

#[test]
fn holes_and_named_radii() {
    check("plate");
}
