//! DeepCAD's JSON: what is written reads back as the same solid, and what was read as the same program.

use cadseq_interchange::{Format, ReadOptions, WriteOptions, read, write, write_file};
use cadseq_program::{Operation, Program};
use cadseq_solid::Part;
use proptest::prelude::*;
use serde_json::Value;

use crate::built::{Built, build, part, parts};
use crate::random;

/// What rounding may change of a number.
const ROUNDING: f64 = 1e-12;

fn written(part: &Built) -> Vec<u8> {
    let bytes = write_file(Format::DeepCad, &part.design(), &WriteOptions::default());
    bytes.unwrap_or_else(|error| panic!("{}: {error}", part.name))
}

fn read_back(bytes: &[u8]) -> Program {
    let imported = read(Format::DeepCad, bytes, &ReadOptions::default()).expect("read");
    imported.program
}

fn rebuilt(program: Program) -> Built {
    Built {
        name: String::from("again"),
        part: Part::build(&program).expect("a part"),
        program,
        volume: None,
    }
}

fn numbers(text: &str) -> Vec<f64> {
    let tokens = text.split(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c)));
    tokens.filter_map(|token| token.parse().ok()).collect()
}

/// The same operations with the same numbers but for rounding.
fn assert_same(one: &Program, other: &Program) {
    let kinds = |program: &Program| {
        let operations = program.operations().iter();
        operations.map(Operation::kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(one), kinds(other), "{one}\n{other}");
    let [a, b] = [one, other].map(|program| numbers(&write::json::write(program)));
    assert_eq!(a.len(), b.len(), "{one}\n{other}");
    for (a, b) in a.into_iter().zip(b) {
        assert!(
            (a - b).abs() <= ROUNDING * a.abs().max(1.0),
            "{one}\n{other}"
        );
    }
}

fn check(part: &Built) {
    let once = rebuilt(read_back(&written(part)));
    let measure = |part: &Built| {
        let measures = part.part.solid.measures().expect("measured");
        measures.map_or(0.0, |measures| measures.volume)
    };
    let (volume, expected) = (measure(&once), measure(part));
    assert!(
        (volume - expected).abs() <= 1e-9 * expected.abs(),
        "{}: {volume} not {expected}",
        part.name
    );
    let twice = rebuilt(read_back(&written(&once)));
    assert_same(&once.program, &twice.program);
    let thrice = read_back(&written(&twice));
    assert_same(&twice.program, &thrice);
}

#[test]
fn parts_of_a_day_come_back() {
    parts().iter().for_each(check);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn random_parts_come_back(part in random::part()) {
        check(&part);
    }
}

/// Extents, Booleans, a shared curve, an arc that bends inwards, holes, a plane of its own.
#[test]
fn a_program_of_one_sketch_an_extrude_comes_back_as_itself() {
    let text = "\
add_sketch(XY)
add_line(0, 0, 4, 0)
add_line(4, 0, 4, 2)
add_arc(4, 2, 3, 2, -180)
add_line(2, 2, 0, 2)
add_line(0, 2, 0, 0)
add_circle(1, 1, 0.3)
add_extrude(0, 0.7, new)
add_sketch(plane(0.1, 0.2, 0.3, 0, 0.6, 0.8, 1, 0, 0))
add_line(0, 0, 1, 0)
add_line(1, 0, 1, 1)
add_line(1, 1, 0, 1)
add_line(0, 1, 0, 0)
add_line(1, 0, 2, 0)
add_line(2, 0, 2, 1)
add_line(2, 1, 1, 1)
add_extrude([0, 1], 1.1, join, 0.3)
add_sketch(XZ)
add_circle(3, 0.3, 0.07)
add_extrude(0, 0.58, cut, symmetric)
add_sketch(XY)
add_circle(1, 1, 3)
add_extrude(0, -5, join)
add_sketch(YZ)
add_circle(0, 1, 9)
add_extrude(0, 29, intersect)
";
    let part = build("all", text);
    let again = read_back(&written(&part));
    assert_eq!(again.to_string(), text);
}

#[test]
fn lengths_are_metres_and_the_box_is_there() {
    let part = build(
        "plate",
        "add_sketch(XY)\nadd_line(0, 0, 7, 0)\nadd_line(7, 0, 7, 4)\nadd_line(7, 4, 0, 4)\n\
         add_line(0, 4, 0, 0)\nadd_circle(1, 1, 0.3)\nadd_extrude(0, 0.8, new)",
    );
    let file: Value = serde_json::from_slice(&written(&part)).expect("JSON");
    let corner = &file["properties"]["bounding_box"]["max_point"];
    assert_eq!(
        (&corner["x"], &corner["y"], &corner["z"]),
        (&0.07.into(), &0.04.into(), &0.008.into())
    );
    let extrude = &file["entities"]["E0"];
    assert_eq!(extrude["extent_one"]["distance"]["value"], 0.008);
    assert_eq!(extrude["operation"], "NewBodyFeatureOperation");
    let profile = &file["entities"]["S0"]["profiles"]["P0"]["loops"];
    assert_eq!(profile[0]["is_outer"], true);
    assert_eq!(profile[0]["profile_curves"][0]["end_point"]["x"], 0.07);
    assert_eq!(profile[1]["profile_curves"][0]["radius"], 0.003);
    let kinds: Vec<&Value> = file["sequence"]
        .as_array()
        .expect("steps")
        .iter()
        .map(|step| &step["type"])
        .collect();
    assert_eq!(kinds, ["Sketch", "ExtrudeFeature"]);
}

/// What starts off its sketch's plane lies on a moved sketch: the format knows no offset.
#[test]
fn offset_extrudes_lie_on_moved_sketches() {
    let bytes = written(&part("offset_ring"));
    let imported = read(Format::DeepCad, &bytes, &ReadOptions::default()).expect("read");
    assert_eq!(imported.notes, [""; 0]);
    let again = imported.program;
    let is_offset = |operation: &Operation| match operation {
        Operation::AddExtrude(extrude) => extrude.extent.start_and_end().0 > 0.0,
        _ => false,
    };
    assert!(!again.operations().iter().any(is_offset), "{again}");
}
