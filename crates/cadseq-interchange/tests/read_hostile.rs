//! Files that are wrong or made to hurt: always an answer, soon, and never a panic.

#![expect(clippy::disallowed_methods, reason = "compared within a tolerance")]

mod design;
mod shared;
mod text2cad;

use std::time::{Duration, Instant};

use cadseq_interchange::read::MAX_FILE_BYTES;
use cadseq_interchange::vector::{COLUMNS, VectorLayout, Vectors};
use cadseq_interchange::{Format, Imported, ReadOptions, read, write};
use cadseq_program::Program;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Longest message, in characters: errors repeat only a little of a file.
const MAX_MESSAGE: usize = 1000;

/// Reads the bytes in both ways; what is read prints and reads back.
fn survive(format: Format, bytes: &[u8]) -> Option<Imported> {
    for lenient in [false, true] {
        let options = ReadOptions {
            lenient,
            ..ReadOptions::default()
        };
        match read(format, bytes, &options) {
            Ok(imported) => {
                let text = imported.program.to_string();
                assert_eq!(text.parse::<Program>().as_ref(), Ok(&imported.program));
                let json = write::json::write(&imported.program);
                let again = read(Format::Json, json.as_bytes(), &ReadOptions::default());
                assert_eq!(again.expect("what is written").program, imported.program);
                return Some(imported);
            }
            Err(error) => assert!(error.to_string().chars().count() < MAX_MESSAGE, "{error}"),
        }
    }
    None
}

/// A small file of each format.
fn samples() -> Vec<(Format, Vec<u8>)> {
    let plate = "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0, 1, new)\n";
    let program: Program = plate.parse().expect("a program");
    let padding = ",-1".repeat(COLUMNS - 6);
    let rows = format!(
        "4,-1,-1,-1,-1,-1{padding}\n2,160,144,-1,-1,8{padding}\n\
         5,-1,-1,-1,-1,-1,192,128,0,128,128,128,95,160,128,0,0\n"
    );
    vec![
        (Format::Text, plate.as_bytes().to_vec()),
        (Format::Json, write::json::write(&program).into_bytes()),
        (
            Format::FusionGallery,
            design::design("timeline").to_string().into_bytes(),
        ),
        (
            Format::DeepCad,
            design::design("sequence").to_string().into_bytes(),
        ),
        (Format::DeepCadVector, rows.into_bytes()),
        (Format::DeepCadH5, include_bytes!("h5/plain.h5").to_vec()),
        (Format::Text2Cad, text2cad::plate().to_string().into_bytes()),
    ]
}

#[test]
fn samples_are_read() {
    for (format, bytes) in samples() {
        assert!(survive(format, &bytes).is_some(), "{format:?}");
        assert_eq!(Format::to_read("", &bytes), Ok(format));
    }
}

/// A change of bytes.
#[derive(Debug, Clone)]
enum Damage {
    /// Other bytes there.
    Overwrite(f64, Vec<u8>),
    /// Bytes put in.
    Insert(f64, Vec<u8>),
    /// So many bytes taken out.
    Remove(f64, usize),
    /// So many bytes there once more elsewhere.
    Copy(f64, usize, f64),
    /// All from there on taken away.
    Cut(f64),
}

fn damage() -> impl Strategy<Value = Damage> {
    let token = prop::sample::select(vec![
        "0",
        "-1",
        "1e308",
        "1e-308",
        "null",
        "[]",
        "{}",
        "\"\"",
        "NaN",
        "true",
        "2",
        "\\u0000",
        "99999999999999999999",
        "[[[[",
        "-0.0",
        ",",
        "\"type\"",
        "\"Arc3D\"",
        "\"Circle3D\"",
    ]);
    let bytes = prop_oneof![
        token.prop_map(|token| token.as_bytes().to_vec()),
        vec(any::<u8>(), 1..4),
    ];
    let place = || 0.0..1.0;
    prop_oneof![
        (place(), bytes.clone()).prop_map(|(at, bytes)| Damage::Overwrite(at, bytes)),
        (place(), bytes).prop_map(|(at, bytes)| Damage::Insert(at, bytes)),
        (place(), 1usize..80).prop_map(|(at, count)| Damage::Remove(at, count)),
        (place(), 1usize..200, place()).prop_map(|(at, count, to)| Damage::Copy(at, count, to)),
        place().prop_map(Damage::Cut),
    ]
}

fn damaged(mut bytes: Vec<u8>, damages: &[Damage]) -> Vec<u8> {
    for damage in damages {
        let length = bytes.len();
        let index = |place: f64| (place * length as f64) as usize;
        let range = |place: f64, count: usize| index(place)..(index(place) + count).min(length);
        match damage {
            Damage::Overwrite(at, new) => drop(bytes.splice(range(*at, new.len()), new.clone())),
            Damage::Insert(at, new) => drop(bytes.splice(range(*at, 0), new.clone())),
            Damage::Remove(at, count) => drop(bytes.drain(range(*at, *count))),
            Damage::Copy(at, count, to) => {
                let copy = bytes[range(*at, *count)].to_vec();
                drop(bytes.splice(range(*to, 0), copy));
            }
            Damage::Cut(at) => bytes.truncate(index(*at)),
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]
    #[test]
    fn damaged_samples_are_survived(choice in 0usize..7, damages in vec(damage(), 1..6)) {
        let (format, bytes) = samples().swap_remove(choice);
        survive(format, &damaged(bytes, &damages));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn damaged_designs_are_survived(damages in vec(damage(), 1..4)) {
        for (folder, format) in [
            ("fusion360_gallery", Format::FusionGallery),
            ("deepcad", Format::DeepCad),
        ] {
            for path in shared::files(folder, "json") {
                let bytes = std::fs::read(path).expect("a file");
                survive(format, &damaged(bytes, &damages));
            }
        }
    }
}

#[test]
fn damaged_arrays_are_survived() {
    let rows = Vectors {
        rows: vec![[4; COLUMNS]; 2],
    };
    let bytes = rows.to_bytes(VectorLayout::Npy);
    for index in 0..bytes.len().min(140) {
        for byte in [0, 1, b'\'', b'9', 255] {
            let mut bytes = bytes.clone();
            bytes[index] = byte;
            survive(Format::DeepCadVector, &bytes);
            survive(Format::DeepCadVector, &bytes[..index]);
        }
    }
}

/// The bytes are answered within some seconds.
fn answer(format: Format, bytes: &[u8]) -> Option<Imported> {
    let start = Instant::now();
    let imported = survive(format, bytes);
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
    imported
}

#[test]
fn deep_and_long_files_are_answered() {
    for (format, _) in samples() {
        for open in ["[", "{\"a\":", "\"", "(", "-", "9", "[1e", "\\"] {
            assert!(answer(format, open.repeat(200_000).as_bytes()).is_none());
        }
        assert!(answer(format, &vec![b' '; MAX_FILE_BYTES + 1]).is_none());
        assert!(answer(format, &[0; 1000]).is_none());
    }
}

/// The design with another outline of the plate.
fn with_outline(curves: &[Value]) -> Vec<u8> {
    let mut value = design::design("sequence");
    value["entities"]["s0"]["profiles"]["face"]["loops"] = json!([{"profile_curves": curves}]);
    value.to_string().into_bytes()
}

/// A star of so many lines about (0, 0), in an order that jumps about.
fn star(count: usize) -> Vec<Value> {
    let corner = |index: usize| {
        let angle = index as f64 / count as f64 * std::f64::consts::TAU;
        let radius = if index.is_multiple_of(2) { 1.0 } else { 0.9 };
        [radius * angle.cos(), radius * angle.sin()]
    };
    let side = |index: usize| design::line(corner(index % count), corner((index + 1) % count));
    (0..count).map(|index| side(index * 7919 % count)).collect()
}

#[test]
fn large_loops_are_drawn_in_order() {
    let imported = answer(Format::DeepCad, &with_outline(&star(10_000))).expect("a program");
    assert_eq!(imported.program.operations().len(), 10_000 + 5);
    assert!(answer(Format::DeepCad, &with_outline(&star(30_000))).is_none());
    let lines = vec![design::line([0.0, 0.0], [1.0, 0.0]); 20_000];
    assert!(answer(Format::DeepCad, &with_outline(&lines)).is_none());
}

#[test]
fn many_steps_are_answered() {
    let mut value = design::design("sequence");
    let extrude = value["entities"]["e1"].clone();
    for index in 2..3000 {
        let id = format!("e{index}");
        let steps = value["sequence"].as_array_mut().expect("a list");
        steps.push(json!({"entity": id}));
        value["entities"][id] = extrude.clone();
    }
    let imported = answer(Format::DeepCad, value.to_string().as_bytes()).expect("a program");
    assert_eq!(imported.program.operations().len(), 7 + 2999 * 3);
    let steps = vec![json!({"entity": "s0"}); 1_000_000];
    value["sequence"] = json!(steps);
    assert!(answer(Format::DeepCad, value.to_string().as_bytes()).is_none());
}

#[test]
fn many_profiles_are_answered() {
    let mut value = design::design("sequence");
    let profile = value["entities"]["s0"]["profiles"]["face"].clone();
    let uses: Vec<Value> = (0..30_000)
        .map(|index| json!({"sketch": "s0", "profile": format!("p{index}")}))
        .collect();
    for used in &uses {
        let id = used["profile"].as_str().expect("a name");
        value["entities"]["s0"]["profiles"][id] = profile.clone();
    }
    value["entities"]["e0"]["profiles"] = json!(uses);
    assert!(answer(Format::DeepCad, value.to_string().as_bytes()).is_none());
}
