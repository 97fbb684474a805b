//! DeepCAD's vectors in archives of NumPy. `npz/make.py` wrote the files with numpy 2.

mod plate;

use cadseq_interchange::Format;
use cadseq_interchange::vector::{VectorLayout, Vectors};
use plate::PROGRAM;
use proptest::prelude::*;

fn bytes(name: &str) -> Vec<u8> {
    plate::bytes("npz", name)
}

fn program(bytes: &[u8]) -> Result<String, String> {
    plate::program(Format::DeepCadVector, bytes)
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
