//! DeepCAD's vectors in HDF5. `h5/make.py` wrote the files with h5py.

mod plate;

use cadseq_interchange::vector::{VectorLayout, Vectors};
use cadseq_interchange::{Format, LengthUnit, ReadOptions, read};
use plate::PROGRAM;

fn bytes(name: &str) -> Vec<u8> {
    plate::bytes("h5", name)
}

fn program(bytes: &[u8]) -> Result<String, String> {
    plate::program(Format::DeepCadH5, bytes)
}

#[test]
fn files_of_every_storage_give_the_program() {
    for name in [
        "plain.h5",
        "latest.h5",
        "packed.h5",
        "growing.h5",
        "big-endian.h5",
        "short.h5",
        "float.h5",
        "predicted.h5",
    ] {
        let bytes = bytes(name);
        assert_eq!(Format::to_read("", &bytes), Ok(Format::DeepCadH5));
        assert_eq!(program(&bytes).as_deref(), Ok(PROGRAM), "{name}");
    }
}

/// The same rows in another file are the same program.
#[test]
fn what_reads_the_rows_is_that_of_the_other_layouts() {
    let text = PROGRAM.replace("0.25, new", "0.25, join");
    let rows = [
        vec![4],
        vec![0, 192, 128],
        vec![0, 192, 160],
        vec![0, 128, 160],
        vec![1, 128, 128, 128, 1],
        vec![4],
        vec![2, 160, 144, -1, -1, 8],
        vec![
            5, -1, -1, -1, -1, -1, 128, 128, 128, 128, 128, 128, 95, 160, 128, 1, 0,
        ],
        vec![3],
    ];
    let padded = rows.iter().map(|row| {
        let mut padded = [-1; 17];
        padded[..row.len()].copy_from_slice(row);
        padded
    });
    let vectors = Vectors {
        rows: padded.collect(),
    };
    let csv = vectors.to_bytes(VectorLayout::Csv);
    let imported = read(Format::DeepCadVector, &csv, &ReadOptions::default());
    assert_eq!(imported.expect("a program").program.to_string(), text);
}

#[test]
fn one_becomes_one_of_the_unit() {
    let options = ReadOptions {
        unit: Some(LengthUnit::Millimetre),
        ..ReadOptions::default()
    };
    let imported = read(Format::DeepCadH5, &bytes("plain.h5"), &options).expect("a program");
    let text = imported.program.to_string();
    assert!(
        text.contains("add_circle(0.025, 0.0125, 0.00625)"),
        "{text}"
    );
    assert!(text.contains("add_extrude(0, 0.025, new)"), "{text}");
}

#[test]
fn other_files_are_refused_by_name() {
    let check = |name: &str, expected: &str| {
        let error = program(&bytes(name)).expect_err(name);
        assert!(error.contains(expected), "{name}: {error}");
        assert!(error.len() < 400, "{name}: {error}");
    };
    check("halves.h5", "is no integer of a vector");
    check("columns.h5", "the row has 16 numbers; it must have 17");
    check("flat.h5", "the shape of its data set must be (rows, 17)");
    check("text.h5", "the shape of its data set must be (rows, 17)");
    check("complex.h5", "of no plain type");
    check("lzf.h5", "unsupported filter");
    check(
        "foreign.h5",
        "no data set vec or out_vec; those at its top are points\\n",
    );
    check(
        "group.h5",
        "no data set vec or out_vec; there is none at its top",
    );
    check(
        "huge.h5",
        "there are 1099511627776 rows; at most 20000 are read",
    );
    assert!(program(&bytes("bomb.h5")).is_err());
    let error = program(b"4,-1,-1").expect_err("no HDF5");
    assert!(error.contains("does not start as HDF5 files do"), "{error}");
}

/// Whatever is cut off or overwritten is refused, or read; it is never waited for.
#[test]
fn damaged_files_are_survived() {
    for name in [
        "plain.h5",
        "latest.h5",
        "packed.h5",
        "growing.h5",
        "bomb.h5",
    ] {
        let bytes = bytes(name);
        for end in (0..bytes.len()).step_by(7) {
            let _ = program(&bytes[..end]);
        }
        for index in 8..bytes.len() {
            for byte in [0, 1, 127, 255] {
                let mut bytes = bytes.clone();
                bytes[index] = byte;
                let _ = program(&bytes);
            }
        }
    }
}
