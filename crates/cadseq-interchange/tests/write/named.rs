//! Every format by its name: what is written, what reads back, what is refused.

use cadseq_interchange::vector::VectorLayout;
use cadseq_interchange::{Format, ReadOptions, WriteError, WriteOptions, read, write_file};

use crate::built::{build, parts};

/// How files of a format begin, where they all begin alike.
fn beginning(format: Format) -> &'static [u8] {
    match format {
        Format::Text => b"add_sketch(",
        Format::Json => b"{\n  \"schema\"",
        Format::DeepCad => b"{\n  \"entities\": {",
        Format::DeepCadVector => b"\x93NUMPY",
        Format::Step => b"ISO-10303-21;",
        Format::Glb => b"glTF",
        Format::ThreeMf => b"PK\x03\x04",
        Format::Svg => b"<svg ",
        _ => b"",
    }
}

#[test]
fn parts_are_written_in_every_format() {
    let options = WriteOptions::default();
    for part in parts() {
        for format in Format::ALL.into_iter().filter(|format| format.is_written()) {
            match write_file(format, &part.design(), &options) {
                Ok(bytes) => {
                    assert!(
                        bytes.len() > 80 && bytes.starts_with(beginning(format)),
                        "{format:?}"
                    );
                    let again = write_file(format, &part.design(), &options);
                    assert_eq!(again, Ok(bytes), "{} {format:?}", part.name);
                }
                Err(WriteError::Unsupported {
                    format: refused, ..
                }) => {
                    assert_eq!(format, refused);
                    assert!(
                        matches!(format, Format::GalleryScript | Format::DeepCadVector),
                        "{} {format:?}",
                        part.name
                    );
                }
                Err(other) => panic!("{} {format:?}: {other}", part.name),
            }
        }
    }
}

#[test]
fn text_and_json_read_back_as_the_same_program() {
    for part in parts() {
        for format in [Format::Text, Format::Json] {
            let bytes = write_file(format, &part.design(), &WriteOptions::default());
            let imported = read(format, &bytes.expect("written"), &ReadOptions::default());
            assert_eq!(
                imported.expect("read").program,
                part.program,
                "{}",
                part.name
            );
        }
    }
}

#[test]
fn options_reach_their_formats() {
    let part = build(
        "two sketches",
        "add_sketch(XY)\nadd_circle(0, 0, 4)\nadd_extrude(0, 1, new)\n\
         add_sketch(end(0))\nadd_circle(1, 0, 1)\nadd_extrude(0, 1, join)",
    );
    let written = |format, options: WriteOptions| write_file(format, &part.design(), &options);
    let plain = WriteOptions::default();
    let coarse = WriteOptions {
        chord_tolerance: Some(0.5),
        ..plain
    };
    for format in [Format::Stl, Format::Obj, Format::Glb, Format::ThreeMf] {
        let sizes = [coarse, plain].map(|options| written(format, options).expect("written").len());
        assert!(sizes[0] < sizes[1], "{format:?}: {sizes:?}");
    }
    assert_eq!(written(Format::Step, coarse), written(Format::Step, plain));
    let second = WriteOptions { sketch: 1, ..plain };
    let third = WriteOptions { sketch: 2, ..plain };
    for format in [Format::Svg, Format::Dxf] {
        assert_ne!(written(format, plain), written(format, second));
        let error = WriteError::NoSketch { index: 2, count: 2 };
        assert_eq!(written(format, third), Err(error));
    }
    for layout in [VectorLayout::Npy, VectorLayout::Csv, VectorLayout::Json] {
        let bytes = written(Format::DeepCadVector, WriteOptions { layout, ..plain });
        let bytes = bytes.expect("written");
        assert_eq!(Format::to_read("", &bytes), Ok(Format::DeepCadVector));
        let imported = read(Format::DeepCadVector, &bytes, &ReadOptions::default());
        assert_eq!(
            imported.expect("read").program.operations().len(),
            6,
            "{layout:?}"
        );
    }
}

#[test]
fn nothing_is_written_of_nothing_nor_where_formats_are_only_read() {
    let empty = build(
        "nothing",
        "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0, 1, new)\n\
         add_sketch(XY)\nadd_circle(0, 0, 2)\nadd_extrude(0, 1, cut)",
    );
    let written = |format| write_file(format, &empty.design(), &WriteOptions::default());
    for format in [
        Format::Step,
        Format::Stl,
        Format::ThreeMf,
        Format::DeepCadVector,
    ] {
        assert_eq!(written(format), Err(WriteError::Empty { format }));
    }
    assert!(written(Format::Text).is_ok() && written(Format::CadQuery).is_ok());
    for format in Format::ALL
        .into_iter()
        .filter(|format| !format.is_written())
    {
        assert_eq!(written(format), Err(WriteError::Format { format }));
    }
}
