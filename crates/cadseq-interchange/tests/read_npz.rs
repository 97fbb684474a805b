//! DeepCAD's vectors in archives of NumPy. `npz/make.py` wrote the files with numpy 2.

use std::fs;
use std::path::Path;

use cadseq_interchange::vector::{VectorLayout, Vectors};
use cadseq_interchange::{Format, ReadOptions, read};
use proptest::prelude::*;

const PROGRAM: &str = "\
add_sketch(XY)
add_line(0, 0, 0.5, 0)
add_line(0.5, 0, 0.5, 0.25)
add_line(0.5, 0.25, 0, 0.25)
add_arc(0, 0.25, 0, 0.125, 180)
add_circle(0.25, 0.125, 0.0625)
add_extrude(0, 0.25, new)
";

fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/npz");
    fs::read(folder.join(name)).expect("a file")
}

fn program(bytes: &[u8]) -> Result<String, String> {
    match read(Format::DeepCadVector, bytes, &ReadOptions::default()) {
        Ok(imported) => Ok(imported.program.to_string()),
        Err(error) => Err(error.to_string()),
    }
}

#[test]
fn archives_of_numpy_give_the_program() {
    for name in ["stored.npz", "packed.npz", "predicted.npz", "unnamed.npz"] {
        let bytes = bytes(name);
        assert_eq!(Format::to_read("", &bytes), Ok(Format::DeepCadVector));
        assert_eq!(program(&bytes).as_deref(), Ok(PROGRAM), "{name}");
    }
}

#[test]
fn what_is_no_program_is_named() {
    let fails = |bytes: &[u8], reason: &str| {
        let error = program(bytes).expect_err("refused");
        assert!(error.contains(reason), "{error}");
    };
    fails(&bytes("several.npz"), "neither one array nor one named vec");
    fails(&bytes("bomb.npz"), "damaged or too large");
    fails(&bytes("stored.npz")[..200], "its directory is damaged");
}

#[test]
fn what_is_written_is_read() {
    let rows = vec![[4; 17], [-1; 17], [255; 17]];
    let written = Vectors { rows: rows.clone() }.to_bytes(VectorLayout::Npz);
    let npy = Vectors { rows }.to_bytes(VectorLayout::Npy);
    assert_eq!(program(&written), program(&npy));
    assert_eq!(VectorLayout::from_extension("NPZ"), Some(VectorLayout::Npz));
}

proptest! {
    #[test]
    fn damaged_archives_are_refused_or_read(place in 0..2_000_usize, byte: u8, end in 0..2_000_usize) {
        for name in ["stored.npz", "packed.npz"] {
            let mut bytes = bytes(name);
            let place = place % bytes.len();
            bytes[place] = byte;
            bytes.truncate(end.max(4));
            // Whatever it is, it does not panic.
            let _ = program(&bytes);
        }
    }
}
