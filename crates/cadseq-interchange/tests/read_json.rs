//! The program's own JSON: what is written reads back as itself and meets the published schema;
//! other JSON is refused at its place.

mod random;
mod schema;

use cadseq_interchange::read::{ReadOptions, json};
use cadseq_interchange::write;
use cadseq_program::Program;
use proptest::prelude::*;
use serde_json::{Value, json};

const EVERYTHING: &str = "\
add_sketch(XZ)
add_line(0, 0, 4, 0)
add_line(4, 0, 4, 2.5)
add_arc(4, 2.5, 2, 2.5, 180)
add_line(0, 2.5, 0, 0)
add_circle(2, 2.5, 1)
add_extrude([0, 1], 3, new)
add_sketch(end(0))
add_circle(2, 1, 0.1)
add_extrude(0, -0.30000000000000004, cut)
add_extrude(0, 1e-7, join, symmetric)
add_sketch(side(0, 1))
add_circle(1, 1, 0.5)
add_extrude(0, 2, join, 1)
add_sketch(start(2))
add_circle(1, 1, 0.5)
add_extrude(0, 2, cut)
add_sketch(face(1, 2, 3))
add_circle(1, 1, 0.5)
add_extrude(0, 2, intersect)
add_sketch(plane(0, 0, 2, 0, 0.6, 0.8, 1, 0, 0))
add_circle(1, 1, 0.5)
add_extrude(0, 2, join)
";

/// What [`EVERYTHING`] begins with, as JSON.
const BEGINNING: &str = r#"{
  "schema": "cadseq-program/1",
  "operations": [
    {"op": "add_sketch", "plane": "XZ"},
    {"op": "add_line", "start": [0, 0], "end": [4, 0]},
    {"op": "add_line", "start": [4, 0], "end": [4, 2.5]},
    {"op": "add_arc", "start": [4, 2.5], "center": [2, 2.5], "sweep_deg": 180},
    {"op": "add_line", "start": [0, 2.5], "end": [0, 0]},
    {"op": "add_circle", "center": [2, 2.5], "radius": 1},
    {"op": "add_extrude", "profiles": [0, 1], "extent": {"one_side": 3}, "operation": "new"},
    {"op": "add_sketch", "plane": {"end": 0}},
    {"op": "add_circle", "center": [2, 1], "radius": 0.1},
    {"op": "add_extrude", "profiles": [0], "extent": {"one_side": -0.30000000000000004}, "operation": "cut"},
    {"op": "add_extrude", "profiles": [0], "extent": {"symmetric": 1e-7}, "operation": "join"},
    {"op": "add_sketch", "plane": {"side": {"sketch": 0, "curve": 1}}},
"#;

fn everything() -> Program {
    EVERYTHING.parse().expect("a program")
}

fn read(text: &str) -> Result<Program, String> {
    json::read(text.as_bytes(), &ReadOptions::default())
        .map(|imported| imported.program)
        .map_err(|error| error.to_string())
}

#[test]
fn it_is_readable_and_meets_the_schema() {
    let text = write::json::write(&everything());
    assert!(text.starts_with(BEGINNING), "{text}");
    assert_eq!(read(&text), Ok(everything()));
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(schema::faults(&value), Vec::<String>::new());
}

/// The JSON of [`EVERYTHING`] after a change.
fn changed(change: impl FnOnce(&mut Value)) -> Value {
    let mut value = serde_json::from_str(&write::json::write(&everything())).expect("JSON");
    change(&mut value);
    value
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of faults")]
fn what_the_schema_refuses_is_refused_at_its_place() {
    let check = |change: fn(&mut Value), expected: &str| {
        let value = changed(change);
        assert!(!schema::faults(&value).is_empty(), "the schema: {expected}");
        let error = read(&value.to_string()).expect_err(expected);
        assert!(error.starts_with(expected), "{error}");
    };
    check(
        |it| it["schema"] = json!("cadseq-program/2"),
        "schema: the file says",
    );
    check(
        |it| it["author"] = json!("me"),
        "author: unknown field `author`",
    );
    check(
        |it| it["operations"] = json!({}),
        "operations: invalid type: map",
    );
    check(
        |it| it["operations"][1] = json!(null),
        "operations[1]: invalid type: null",
    );
    check(
        |it| it["operations"][1]["op"] = json!("add_spline"),
        "operations[1].op: unknown",
    );
    check(
        |it| it["operations"][1]["op"] = json!(1),
        "operations[1].op: the operation's name",
    );
    check(
        |it| it["operations"][1]["radius"] = json!(1),
        "operations[1].radius: unknown field",
    );
    check(
        |it| it["operations"][1]["end"] = json!([1]),
        "operations[1].end: invalid length 1",
    );
    check(
        |it| it["operations"][1]["end"][1] = json!("x"),
        "operations[1].end[1]: invalid type",
    );
    check(
        |it| it["operations"][1]["end"][1] = json!(1e6),
        "operations[1]: operation 2: y1 =",
    );
    check(
        |it| it["operations"][5]["radius"] = json!(0),
        "operations[5]: operation 6: the radius",
    );
    check(
        |it| it["operations"][0]["plane"] = json!("XX"),
        "operations[0].plane: unknown variant",
    );
    check(
        |it| it["operations"][7]["plane"] = json!({}),
        "operations[7].plane: ",
    );
    check(
        |it| it["operations"][7]["plane"] = json!({"end": 0, "start": 0}),
        "operations[7].plane: ",
    );
    check(
        |it| it["operations"][7]["plane"]["end"] = json!(-1),
        "operations[7].plane.end: invalid value",
    );
    check(
        |it| it["operations"][6]["extent"] = json!({"through": 1}),
        "operations[6].extent: unknown variant `through`, expected one of `one_side`",
    );
    check(
        |it| it["operations"][13]["extent"]["two_sides"]["forward"] = json!(null),
        "operations[13].extent.two_sides.forward: ",
    );
    check(
        |it| it["operations"][6]["operation"] = json!("union"),
        "operations[6].operation: unknown variant `union`",
    );
    check(
        |it| it["operations"][6]["profiles"] = json!([]),
        "operations[6]: operation 7: no",
    );
    check(|it| it["operations"] = json!([]), "the program is empty");
}

#[test]
fn missing_keys_are_named() {
    let operations = changed(|_| {})["operations"]
        .as_array()
        .expect("a list")
        .len();
    for index in 0..operations {
        let keys = changed(|_| {})["operations"][index].clone();
        for key in keys.as_object().expect("an object").keys() {
            let value = changed(|it| {
                let operation = it["operations"][index].as_object_mut();
                operation.expect("an object").shift_remove(key);
            });
            let error = read(&value.to_string()).expect_err("a key is missing");
            assert!(
                error.starts_with(&format!("operations[{index}]")),
                "{error}"
            );
            assert!(error.contains(key) || key == "op", "{error}");
            assert!(!schema::faults(&value).is_empty());
        }
    }
}

#[test]
fn what_is_no_frame_is_refused() {
    let value = changed(|it| it["operations"][20]["plane"]["frame"]["normal"] = json!([0, 0, 0]));
    let error = read(&value.to_string()).expect_err("no direction");
    assert!(
        error.starts_with("operations[20].plane: the normal"),
        "{error}"
    );
}

#[test]
fn lenient_keeps_what_is_before_a_fault() {
    let value = changed(|it| it["operations"][12]["radius"] = json!(-1));
    let bytes = value.to_string().into_bytes();
    let lenient = ReadOptions {
        lenient: true,
        ..ReadOptions::default()
    };
    let imported = json::read(&bytes, &lenient).expect("two sketches");
    assert_eq!(imported.program.operations().len(), 11);
    assert!(
        imported.notes[0].contains("operations[12]: "),
        "{:?}",
        imported.notes
    );
}

proptest! {
    #[test]
    fn printing_and_reading_is_the_identity(program in random::program()) {
        let text = write::json::write(&program);
        prop_assert_eq!(read(&text), Ok(program));
        let value: Value = serde_json::from_str(&text).expect("JSON");
        prop_assert_eq!(schema::faults(&value), Vec::<String>::new());
    }
}
