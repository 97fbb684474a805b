//! Timelines in the records of Fusion 360: what they become, and what is refused where.

mod design;

use cadseq_interchange::{Format, Imported, LengthUnit, ReadOptions, read};
use design::{circle, design, distance, line, point};
use serde_json::{Value, json};

const STRICT: ReadOptions = ReadOptions::STRICT;
const LENIENT: ReadOptions = ReadOptions::LENIENT;

const PROGRAM: &str = "\
add_sketch(XY)
add_line(0, 0, 4, 0)
add_line(4, 0, 4, 2)
add_line(4, 2, 0, 2)
add_arc(0, 2, 0, 1, 180)
add_circle(3, 1, 0.5)
add_extrude(0, 0.5, new)
add_sketch(plane(1, 1, 0.5, 0, 0.6, 0.8, 1, 0, 0))
add_circle(0, 0, 0.25)
add_extrude(0, 2, join)
";

fn read_value(format: Format, value: &Value, options: ReadOptions) -> Result<Imported, String> {
    read(format, value.to_string().as_bytes(), &options).map_err(|error| error.to_string())
}

/// The Gallery's program after a change, as text.
fn program(change: impl FnOnce(&mut Value)) -> Result<String, String> {
    let mut value = design("timeline");
    change(&mut value);
    let imported = read_value(Format::FusionGallery, &value, STRICT)?;
    Ok(imported.program.to_string())
}

/// The change's effect on the program: lines that were not there.
fn new_lines(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let text = program(change).expect("a program");
    let is_new = |line: &&str| !PROGRAM.contains(*line);
    text.lines().filter(is_new).map(str::to_owned).collect()
}

#[test]
fn both_formats_give_the_program() {
    for (format, steps) in [
        (Format::FusionGallery, "timeline"),
        (Format::DeepCad, "sequence"),
    ] {
        let options = ReadOptions {
            unit: Some(LengthUnit::Centimetre),
            ..STRICT
        };
        let imported = read_value(format, &design(steps), options).expect("a program");
        assert_eq!(imported.program.to_string(), PROGRAM);
        assert_eq!(imported.notes, Vec::<String>::new());
    }
}

/// Distances, coordinates, radii and origins are scaled, axes and angles are not.
#[test]
fn deepcads_lengths_are_metres_unless_said_otherwise() {
    let check = |format, unit, expected: &str| {
        let steps = if format == Format::DeepCad {
            "sequence"
        } else {
            "timeline"
        };
        let options = ReadOptions { unit, ..STRICT };
        let imported = read_value(format, &design(steps), options).expect("a program");
        assert_eq!(
            imported.program.to_string(),
            expected,
            "{format:?} {unit:?}"
        );
    };
    let metres = "\
add_sketch(XY)
add_line(0, 0, 400, 0)
add_line(400, 0, 400, 200)
add_line(400, 200, 0, 200)
add_arc(0, 200, 0, 100, 180)
add_circle(300, 100, 50)
add_extrude(0, 50, new)
add_sketch(plane(100, 100, 50, 0, 0.6, 0.8, 1, 0, 0))
add_circle(0, 0, 25)
add_extrude(0, 200, join)
";
    check(Format::DeepCad, None, metres);
    check(Format::DeepCad, Some(LengthUnit::Metre), metres);
    check(Format::FusionGallery, Some(LengthUnit::Metre), metres);
    check(Format::FusionGallery, None, PROGRAM);
    let millimetres = "\
add_sketch(XY)
add_line(0, 0, 0.4, 0)
add_line(0.4, 0, 0.4, 0.2)
add_line(0.4, 0.2, 0, 0.2)
add_arc(0, 0.2, 0, 0.1, 180)
add_circle(0.3, 0.1, 0.05)
add_extrude(0, 0.05, new)
add_sketch(plane(0.1, 0.1, 0.05, 0, 0.6, 0.8, 1, 0, 0))
add_circle(0, 0, 0.025)
add_extrude(0, 0.2, join)
";
    check(Format::DeepCad, Some(LengthUnit::Millimetre), millimetres);
}

#[test]
fn offsets_are_in_the_files_unit() {
    let mut value = design("sequence");
    let offset = json!({"type": "OffsetStartDefinition", "offset": {"value": 0.07}});
    value["entities"]["e0"]["start_extent"] = offset;
    let imported = read_value(Format::DeepCad, &value, STRICT).expect("a program");
    let text = imported.program.to_string();
    assert!(text.contains("add_extrude(0, 57, new, -7)"), "{text}");
}

#[test]
fn the_languages_own_forms_have_no_other_unit() {
    let options = ReadOptions {
        unit: Some(LengthUnit::Millimetre),
        ..STRICT
    };
    for format in [Format::Text, Format::Json] {
        let error = read(format, PROGRAM.as_bytes(), &options).expect_err("a unit");
        let text = error.to_string();
        assert!(text.contains("are in centimetres; no other unit"), "{text}");
    }
}

#[test]
fn extents_are_heights() {
    let check = |change: fn(&mut Value), expected: &str| {
        assert_eq!(
            new_lines(|it| change(&mut it["entities"]["e0"])),
            [expected]
        );
    };
    let symmetric = |value: f64, full: Value| {
        json!({
            "type": "SymmetricExtentDefinition",
            "distance": {"value": value},
            "is_full_length": full,
        })
    };
    check(
        |it| it["extent_one"] = distance(-0.25),
        "add_extrude(0, -0.25, new)",
    );
    check(
        |it| {
            it["extent_type"] = json!("TwoSidesFeatureExtentType");
            it["extent_two"] = distance(0.25);
        },
        "add_extrude(0, 0.5, new, 0.25)",
    );
    check(
        |it| it["extent_type"] = json!("SymmetricFeatureExtentType"),
        "add_extrude(0, 1, new, symmetric)",
    );
    for (full, expected) in [
        (json!(false), "add_extrude(0, 6, new, symmetric)"),
        (json!(true), "add_extrude(0, 3, new, symmetric)"),
    ] {
        let lines = new_lines(|it| {
            it["entities"]["e0"]["extent_type"] = json!("SymmetricFeatureExtentType");
            it["entities"]["e0"]["extent_one"] = symmetric(3.0, full);
        });
        assert_eq!(lines, [expected]);
    }
}

#[test]
fn an_offset_start_moves_all_of_it() {
    let check = |kind: &str, expected: &str| {
        let lines = new_lines(|it| {
            let extrude = &mut it["entities"]["e0"];
            extrude["extent_type"] = json!(kind);
            extrude["extent_two"] = distance(0.25);
            let offset = json!({"type": "OffsetStartDefinition", "offset": {"value": 2.0}});
            extrude["start_extent"] = offset;
        });
        assert_eq!(lines, [expected]);
    };
    check("OneSideFeatureExtentType", "add_extrude(0, 2.5, new, -2)");
    check(
        "TwoSidesFeatureExtentType",
        "add_extrude(0, 2.5, new, -1.75)",
    );
    check(
        "SymmetricFeatureExtentType",
        "add_extrude(0, 2.5, new, -1.5)",
    );
}

#[test]
fn profiles_that_share_curves_are_drawn_once() {
    let both = json!([
        {"sketch": "s0", "profile": "face"},
        {"sketch": "s0", "profile": "hole"},
        {"sketch": "s0", "profile": "face"},
    ]);
    let lines = new_lines(|it| it["entities"]["e0"]["profiles"] = both);
    assert_eq!(lines, ["add_extrude([0, 1], 0.5, new)"]);
}

#[test]
fn arcs_follow_their_normals_in_the_gallery_only() {
    let text = |format: Format, steps: &str| {
        let mut value = design(steps);
        let arc = &mut value["entities"]["s0"]["profiles"]["face"]["loops"][1]["profile_curves"][1];
        arc["normal"] = point(0.0, 0.0, -1.0);
        let options = ReadOptions {
            unit: Some(LengthUnit::Centimetre),
            ..STRICT
        };
        let imported = read_value(format, &value, options).expect("a program");
        imported.program.to_string()
    };
    assert_eq!(text(Format::DeepCad, "sequence"), PROGRAM);
    let gallery = text(Format::FusionGallery, "timeline");
    assert!(gallery.contains("add_arc(0, 2, 0, 1, -180)"), "{gallery}");
}

#[test]
fn sketches_that_are_not_extruded_are_noted() {
    let mut value = design("timeline");
    value["timeline"].as_array_mut().expect("a list").pop();
    let imported = read_value(Format::FusionGallery, &value, STRICT).expect("a program");
    assert_eq!(imported.program.operations().len(), 7);
    let note = "the sketch Pin is never extruded and was left out";
    assert_eq!(imported.notes, [note]);
}

#[test]
fn an_extrude_of_no_profile_does_nothing() {
    let mut value = design("sequence");
    let expected = read_value(Format::DeepCad, &value, STRICT)
        .expect("a program")
        .program;
    value["entities"]["empty"] = value["entities"]["e0"].clone();
    value["entities"]["empty"]["profiles"] = json!([]);
    let step = json!({"index": 0, "type": "ExtrudeFeature", "entity": "empty"});
    value["sequence"]
        .as_array_mut()
        .expect("a list")
        .insert(0, step);
    let imported = read_value(Format::DeepCad, &value, STRICT).expect("the rest");
    assert_eq!(imported.program, expected);
    let note = "entities.empty: it extrudes no profile, which does nothing";
    assert_eq!(imported.notes, [note]);
}

#[test]
fn lenient_keeps_what_is_before_a_fault() {
    let mut value = design("timeline");
    value["entities"]["e1"]["type"] = json!("RevolveFeature");
    let imported = read_value(Format::FusionGallery, &value, LENIENT).expect("the plate");
    assert_eq!(imported.program.operations().len(), 7);
    let fault = "entities.e1.type: RevolveFeature is no feature";
    assert!(imported.notes[1].contains(fault), "{:?}", imported.notes);
    value["entities"]["e0"]["operation"] = json!("Weld");
    let error = read_value(Format::FusionGallery, &value, LENIENT).expect_err("nothing");
    assert!(
        error.starts_with("entities.e0.operation: Weld is no operation"),
        "{error}"
    );
}

/// One change and how its error begins.
type Case = (fn(&mut Value), &'static str);

fn check_faults(cases: &[Case]) {
    for (change, expected) in cases {
        let error = program(change).expect_err(expected);
        assert!(error.starts_with(expected), "{error}\nnot\n{expected}");
    }
}

#[test]
fn faults_of_the_timeline_are_at_their_place() {
    check_faults(&[
        (
            |it| it["timeline"] = json!([]),
            "timeline: nothing is extruded",
        ),
        (
            |it| it["timeline"] = json!("s0"),
            "timeline: invalid type: string",
        ),
        (
            |it| it["timeline"][1] = json!({}),
            "timeline[1]: missing field `entity`",
        ),
        (
            |it| it["timeline"][1]["entity"] = json!("x"),
            "timeline[1].entity: there is no entity x",
        ),
        (
            |it| it["timeline"][2]["entity"] = json!("e0"),
            "timeline[2].entity: the entity e0 is",
        ),
        (
            |it| it["timeline"].as_array_mut().expect("a list").swap(0, 1),
            "entities.e0.profiles[0].sketch: there is no sketch s0 before",
        ),
        (
            |it| it["entities"] = json!(null),
            "entities: invalid type: null",
        ),
        (|it| it["entities"]["s0"] = json!([]), "entities.s0: "),
        (
            |it| it["entities"]["s0"]["type"] = json!(1),
            "entities.s0.type: invalid type",
        ),
        (
            |it| it["entities"]["e0"]["type"] = json!("FilletFeature"),
            "entities.e0.type: FilletFeature is no feature of the language",
        ),
    ]);
}

#[test]
fn faults_of_extrudes_are_at_their_place() {
    check_faults(&[
        (
            |it| it["entities"]["e0"]["profiles"][0]["profile"] = json!("edge"),
            "entities.e0.profiles[0].profile: the sketch s0 has no profile edge",
        ),
        (
            |it| {
                let other = json!({"sketch": "s1", "profile": "round"});
                it["entities"]["e1"]["profiles"] =
                    json!([other, {"sketch": "s0", "profile": "hole"}]);
            },
            "entities.e1.profiles[1].sketch: the extrude takes profiles of several sketches",
        ),
        (
            |it| it["entities"]["e0"]["extent_type"] = json!("AllFeatureExtentType"),
            "entities.e0.extent_type: AllFeatureExtentType is no extent",
        ),
        (
            |it| it["entities"]["e0"]["extent_one"] = json!({"type": "ToEntityExtentDefinition"}),
            "entities.e0.extent_one.type: ToEntityExtentDefinition is no extent",
        ),
        (
            |it| it["entities"]["e0"]["extent_one"]["taper_angle"]["value"] = json!(0.1),
            "entities.e0.extent_one.taper_angle: the walls taper by 0.1 radians",
        ),
        (
            |it| it["entities"]["e0"]["extent_one"]["distance"]["value"] = json!("far"),
            "entities.e0.extent_one.distance.value: invalid type: string",
        ),
        (
            |it| it["entities"]["e0"]["extent_one"]["distance"]["value"] = json!(1e6),
            "entities.e0: operation 7: depth = 1000000 is out of range",
        ),
        (
            |it| {
                it["entities"]["e0"]["extent_type"] = json!("TwoSidesFeatureExtentType");
                it["entities"]["e0"]["extent_two"] = json!(null);
            },
            "entities.e0.extent_two: a two-sided extrude needs",
        ),
        (
            |it| it["entities"]["e0"]["start_extent"]["type"] = json!("FromEntityStartDefinition"),
            "entities.e0.start_extent.type: FromEntityStartDefinition is no extent",
        ),
    ]);
}

#[test]
fn faults_of_sketches_are_at_their_place() {
    check_faults(&[
        (
            |it| it["entities"]["s0"]["reference_plane"] = json!(null),
            "entities.s0.reference_plane: the sketch says no reference plane",
        ),
        (
            |it| it["entities"]["s0"]["reference_plane"] = json!({}),
            "entities.s0.reference_plane: missing field `type`",
        ),
        (
            |it| it["entities"]["s0"]["transform"]["z_axis"] = point(0.0, 0.0, -1.0),
            "entities.s0.transform: the axes are not right-handed",
        ),
        (
            |it| it["entities"]["s0"]["transform"]["x_axis"] = point(0.0, 0.0, 0.0),
            "entities.s0.transform: the axes are not right-handed",
        ),
        (
            |it| it["entities"]["s0"]["transform"]["x_axis"]["y"] = json!(null),
            "entities.s0.transform.x_axis.y: invalid type: null",
        ),
        (
            |it| it["entities"]["s0"]["transform"]["origin"]["x"] = json!(1e9),
            "entities.s0: operation 1: ox = 1000000000 is out of range",
        ),
        (
            |it| it["entities"]["s0"]["profiles"]["face"]["loops"] = json!([]),
            "entities.s0.profiles.face: there is no curve",
        ),
        (
            |it| it["entities"]["s0"]["profiles"]["face"]["loops"][0]["profile_curves"] = json!([]),
            "entities.s0.profiles.face.loops[0].profile_curves[0]: there is no curve",
        ),
    ]);
}

/// Faults of the curves of the plate's outline: the change sees the list of curves.
#[test]
#[expect(clippy::too_many_lines, reason = "a list of faults")]
fn faults_of_curves_are_at_their_place() {
    let cases: [Case; 14] = [
        (
            |it| it[1] = json!({"type": "NurbsCurve3D", "control_points": []}),
            "[1].type: NurbsCurve3D is no curve of the language",
        ),
        (
            |it| it[1] = json!({"type": "Ellipse3D"}),
            "[1].type: Ellipse3D is no curve",
        ),
        (
            |it| it[1]["radius"] = json!(0),
            "[1].radius: the radius 0.0 must be above 0",
        ),
        (
            |it| it[1]["radius"] = json!(1e9),
            "[1].radius: 1000000000.0 is out of range",
        ),
        (
            |it| it[1]["radius"] = json!(1.5),
            "[1]: the arc's start and end points lie 0.5 from",
        ),
        (
            |it| it[1]["end_angle"] = json!(-1),
            "[1]: the arc runs from 0.0 to -1.0 radians",
        ),
        (
            |it| it[1]["end_angle"] = json!(7),
            "[1]: the arc runs from 0.0 to 7.0 radians",
        ),
        (
            |it| it[1]["end_point"] = json!([]),
            "[1].end_point: invalid length 0",
        ),
        (
            |it| it[0]["start_point"]["z"] = json!(1),
            "[0].start_point: the point lies 1.0 above",
        ),
        (
            |it| it[0]["start_point"]["x"] = json!(1e300),
            "[0].start_point: 1e300 is out of range",
        ),
        (
            |it| it[0] = circle([0.0, 0.0], 1.0),
            "[0]: a full circle closes by itself",
        ),
        (
            |it| it[3] = line([4.0, 2.0], [4.0, 0.5]),
            "[0]: the loop is open: the nearest other end is 0.5 away",
        ),
        (
            |it| {
                it.as_array_mut()
                    .expect("a list")
                    .push(line([9.0, 9.0], [9.0, 8.0]));
            },
            "[4]: the loop closes without this curve",
        ),
        (
            |it| *it = json!([line([0.0, 0.0], [1.0, 0.0]), line([1.0, 0.0], [0.0, 0.0])]),
            ": the loop encloses no area",
        ),
    ];
    for (change, expected) in cases {
        let error = program(|it| {
            change(&mut it["entities"]["s0"]["profiles"]["face"]["loops"][1]["profile_curves"]);
        });
        let error = error.expect_err(expected);
        let rest = error
            .strip_prefix("entities.s0.profiles.face.loops[1]")
            .expect("its loop");
        let rest = rest.strip_prefix(".profile_curves").unwrap_or(rest);
        assert!(rest.starts_with(expected), "{error}\nnot\n{expected}");
    }
}

#[test]
fn a_whole_turn_is_a_circle() {
    let lines = new_lines(|it| {
        let mut arc = design::half_circle();
        arc["end_angle"] = json!(std::f64::consts::TAU);
        it["entities"]["s1"]["profiles"]["round"]["loops"][0]["profile_curves"] = json!([arc]);
    });
    assert_eq!(lines, ["add_circle(0, 1, 1)"]);
}
