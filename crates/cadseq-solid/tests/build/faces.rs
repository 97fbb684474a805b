//! Sketches on faces: which plane a reference names, and that it stays the same face after edits.

use glam::DVec3;

use super::{block, fault, part, polygon, program, volume};
use cadseq_solid::Part;

fn frame_of(text: &str, sketch: usize) -> (DVec3, DVec3) {
    let frame = part(text).sketches[sketch].frame;
    (frame.origin(), frame.normal())
}

fn on(reference: &str) -> String {
    format!(
        "{}add_sketch({reference})\nadd_circle(1, 1, 0.5)\nadd_extrude(0, 1, join)\n",
        block()
    )
}

#[test]
fn references_name_the_faces_of_a_block() {
    let check = |reference: &str, origin: [f64; 3], normal: DVec3| {
        let found = frame_of(&on(reference), 1);
        assert_eq!(found, (DVec3::from_array(origin), normal), "{reference}");
    };
    check("end(0)", [0.0, 0.0, 2.0], DVec3::Z);
    check("start(0)", [0.0, 0.0, 0.0], DVec3::NEG_Z);
    check("side(0, 0)", [0.0, 0.0, 0.0], DVec3::NEG_Y);
    check("side(0, 1)", [4.0, 0.0, 0.0], DVec3::X);
    check("side(0, 2)", [0.0, 3.0, 0.0], DVec3::Y);
    check("face(1, 1, 2)", [0.0, 0.0, 2.0], DVec3::Z);
    check("face(4, 1, 1)", [4.0, 0.0, 0.0], DVec3::X);
}

#[test]
fn a_reference_follows_its_face_when_sizes_change() {
    let text = on("end(0)").replace("add_extrude(0, 2, new)", "add_extrude(0, 7, new)");
    assert_eq!(frame_of(&text, 1), (DVec3::new(0.0, 0.0, 7.0), DVec3::Z));
    // The point no longer lies on a face, and that is said.
    let text = on("face(1, 1, 2)").replace("add_extrude(0, 2, new)", "add_extrude(0, 7, new)");
    assert!(fault(&text).to_string().contains("no planar face"));
}

#[test]
fn what_no_longer_names_one_plane_is_refused() {
    let error = fault(&on("face(4, 1, 2)"));
    assert!(error.to_string().contains("2 planar faces meet"), "{error}");
    let cut = "add_sketch(XY)\nadd_line(-1, -1, 9, -1)\nadd_line(9, -1, 9, 9)\nadd_line(9, 9, -1, 9)\n\
               add_line(-1, 9, -1, -1)\nadd_extrude(0, 1, cut)\n";
    let start = "add_sketch(start(0))\nadd_circle(1, 1, 0.5)\nadd_extrude(0, 1, join)\n";
    let error = fault(&format!("{}{cut}{start}", block()));
    assert!(error.to_string().contains("start(0)"), "{error}");
    assert_eq!(error.operation, 12);
}

#[test]
fn faces_are_known_after_booleans_across_axes() {
    let hole = "add_sketch(side(0, 0))\nadd_circle(2, 1, 0.5)\nadd_extrude(0, -3, cut)\n";
    let boss = "add_sketch(side(0, 1))\nadd_circle(1.5, 1, 0.5)\nadd_extrude(0, 1, join)\n";
    let text = format!("{}{hole}{boss}", block());
    let (origin, normal) = frame_of(&text, 2);
    assert!(
        origin.distance(DVec3::new(4.0, 0.0, 0.0)) < 1e-9,
        "{origin}"
    );
    assert!(normal.distance(DVec3::X) < 1e-9, "{normal}");
    let quarter = std::f64::consts::PI / 4.0;
    let found = volume(&part(&text));
    assert!(
        (found - (24.0 - 3.0 * quarter + quarter)).abs() < 1e-9,
        "{found}"
    );
    let at = text.replace("side(0, 1)", "face(4, 0.5, 0.5)");
    assert!((volume(&part(&at)) - found).abs() < 1e-9);
}

#[test]
fn a_slanted_side_has_its_own_frame() {
    let wedge = polygon(&[[0.0, 0.0], [3.0, 0.0], [0.0, 4.0]]);
    let text = format!(
        "add_sketch(XY)\n{wedge}add_extrude(0, 5, new)\n\
         add_sketch(side(0, 1))\nadd_circle(0, 2, 0.5)\nadd_extrude(0, 1, join)\n"
    );
    let built = Part::build(&program(&text)).expect("a solid");
    let frame = built.sketches[1].frame;
    assert!(frame.normal().distance(DVec3::new(0.8, 0.6, 0.0)) < 1e-12);
    assert!(frame.y_axis().distance(DVec3::Z) < 1e-12);
    assert!((volume(&built) - (30.0 + std::f64::consts::PI / 4.0)).abs() < 1e-9);
}
