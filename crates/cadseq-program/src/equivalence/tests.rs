//! Properties of the classes: one canonical member, same area, same picture.

use std::f64::consts::TAU;

use glam::{DVec2, DVec3};
use proptest::prelude::*;

use super::traversal::{reversed, rotated};
use super::*;
use crate::{Circle, Curve, Operation, Plane, Program, arbitrary};

const OPTIONS: CanonicalOptions = CanonicalOptions {
    camera_world: Some(PAPER_CAMERA_WORLD),
    range: 10.0,
    tolerance: 1e-6,
    sweep_tolerance_deg: 1e-6,
};

fn program(text: &str) -> Program {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[track_caller]
fn check_canonical(text: &str, expected: &str) {
    assert_eq!(canonical(&program(text), &OPTIONS).to_string(), expected);
}

#[test]
fn clockwise_loops_are_turned() {
    check_canonical(
        "add_sketch(XY)\nadd_line(0,0,0,5)\nadd_line(0,5,5,0)\nadd_line(5,0,0,0)\nadd_extrude(3)",
        "add_sketch(XY)\nadd_line(0, 0, 5, 0)\nadd_line(5, 0, 0, 5)\nadd_line(0, 5, 0, 0)\n\
         add_extrude(0, 3, new)\n",
    );
}

#[test]
fn loops_elsewhere_start_at_the_leftmost_vertex() {
    check_canonical(
        "add_sketch(XY)\nadd_line(3,1,1,2)\nadd_line(1,2,1,1)\nadd_line(1,1,3,1)\n\
         add_extrude(0, 3, cut)",
        "add_sketch(XY)\nadd_line(1, 1, 3, 1)\nadd_line(3, 1, 1, 2)\nadd_line(1, 2, 1, 1)\n\
         add_extrude(0, 3, new)\n",
    );
}

#[test]
fn a_full_arc_is_a_circle() {
    check_canonical(
        "add_sketch(XY)\nadd_arc(5,0,3,0,-360)\nadd_extrude(3)",
        "add_sketch(XY)\nadd_circle(3, 0, 2)\nadd_extrude(0, 3, new)\n",
    );
}

#[test]
fn a_circle_grows_towards_the_camera_where_both_fit() {
    // k = 20 / (20 + 10) = 2/3: centre 20/3 + 2/3 c.
    check_canonical(
        "add_sketch(XY)\nadd_circle(2,-4,3)\nadd_extrude(-10)",
        "add_sketch(XY)\nadd_circle(8, 4, 2)\nadd_extrude(0, 6.666666666666666, new)\n",
    );
    let out_of_range = "add_sketch(XY)\nadd_circle(8, -4, 3)\nadd_extrude(0, -10, new)\n";
    check_canonical(out_of_range, out_of_range);
    assert_eq!(equivalents(&program(out_of_range), &OPTIONS).len(), 1);
    let solid_only = CanonicalOptions {
        camera_world: None,
        ..OPTIONS
    };
    let twin = program("add_sketch(XY)\nadd_circle(2,-4,3)\nadd_extrude(-10)");
    assert_eq!(canonical(&twin, &solid_only), twin);
}

#[test]
fn no_twin_behind_the_camera() {
    let near = CanonicalOptions {
        camera_world: Some(DVec3::splat(5.0)),
        ..OPTIONS
    };
    let text = program("add_sketch(XY)\nadd_circle(0,0,1)\nadd_extrude(5)");
    assert_eq!(camera_twin(&text, &near), None);
    let text = program("add_sketch(XY)\nadd_circle(0,0,1)\nadd_extrude(7)");
    assert_eq!(camera_twin(&text, &near), None);
}

#[test]
fn members_are_listed_once() {
    let triangle = program(
        "add_sketch(XY)\nadd_line(0,0,5,0)\nadd_line(5,0,0,5)\nadd_line(0,5,0,0)\nadd_extrude(3)",
    );
    assert_eq!(equivalents(&triangle, &OPTIONS).len(), 2);
    let free = program(
        "add_sketch(XY)\nadd_line(1,1,5,1)\nadd_line(5,1,1,5)\nadd_line(1,5,1,1)\nadd_extrude(3)",
    );
    let members = equivalents(&free, &OPTIONS);
    assert_eq!((members.len(), &members[0]), (6, &free));
    let (sketch, rest) = free.operations().split_at(1);
    let (triangle, extrude) = rest.split_at(3);
    let many = [sketch, &[triangle; 5].concat(), extrude].concat();
    let many = Program::new(many).expect("well-formed");
    assert!(equivalents(&many, &OPTIONS).len() <= MAX_MEMBERS);
}

#[test]
fn only_single_extrudes_of_circles_have_twins() {
    let check = |plane: &str, extrude: &str, members: usize| {
        let program = program(&format!(
            "add_sketch({plane})\nadd_circle(2, -4, 3)\nadd_extrude({extrude})"
        ));
        assert_eq!(equivalents(&program, &OPTIONS).len(), members, "{program}");
        if members == 1 {
            assert_eq!(canonical(&program, &OPTIONS), program);
        }
    };
    check("XY", "0, -10, new", 2);
    check("XY", "0, -10, new, symmetric", 1);
    check("XY", "0, -10, new, 0", 1);
    check("XY", "[0, 1], -10, new", 1);
    check("plane(0, 0, 0, 0, 0, 1)", "0, -10, new", 1);
    check("XY", "0, -10, new)\nadd_extrude(0, 2, cut", 1);
}

#[test]
fn a_loop_does_not_start_where_it_touches_itself() {
    // Two triangles that meet in the origin, run as one loop from (1, 1).
    let text = "add_sketch(XY)\nadd_line(1, 1, 0, 0)\nadd_line(0, 0, -1, 1)\n\
        add_line(-1, 1, -1, -1)\nadd_line(-1, -1, 0, 0)\nadd_line(0, 0, 1, -1)\n\
        add_line(1, -1, 1, 1)\nadd_extrude(0, 1, new)\n";
    let chosen = canonical(&program(text), &OPTIONS);
    let start = chosen.operations()[1].curve().map(|curve| curve.start());
    assert_eq!(start, Some(DVec2::new(-1.0, -1.0)));
    assert_eq!(canonical(&chosen, &OPTIONS), chosen);
    assert_eq!(equivalents(&chosen, &OPTIONS).len(), 8);
}

#[test]
fn a_sketch_whose_curves_are_counted_keeps_its_traversal() {
    let text = |plane: &str| {
        format!(
            "add_sketch(XY)\nadd_line(0, 0, 0, 5)\nadd_arc(0, 5, 0, 0, -90)\nadd_line(5, 0, 0, 0)\n\
             add_extrude(0, 3, new)\nadd_sketch({plane})\nadd_line(0, 0, 0, 1)\n\
             add_line(0, 1, 1, 0)\nadd_line(1, 0, 0, 0)\nadd_extrude(0, 1, cut)\n"
        )
    };
    let referring = program(&text("side(0, 2)"));
    let chosen = canonical(&referring, &OPTIONS);
    assert_eq!(chosen.operations()[..6], referring.operations()[..6]);
    assert_ne!(
        chosen.operations()[6..],
        referring.operations()[6..],
        "turned"
    );
    assert_eq!(equivalents(&referring, &OPTIONS).len(), 2);
    let free = program(&text("end(0)"));
    assert_ne!(
        canonical(&free, &OPTIONS).operations()[..5],
        free.operations()[..5]
    );
    assert_eq!(equivalents(&free, &OPTIONS).len(), 4);
    assert!(!are_equivalent(
        &referring,
        &program(&text("side(0, 0)")),
        1e-6,
        &OPTIONS
    ));
    assert!(!are_equivalent(&referring, &free, 1e-6, &OPTIONS));
}

#[test]
fn planes_and_extents_are_compared_within_the_tolerance() {
    let text = |plane: &str, extrude: &str| {
        program(&format!(
            "add_sketch(XY)\nadd_line(0, 0, 1, 0)\nadd_extrude(1)\nadd_sketch({plane})\n\
             add_circle(1, 2, 3)\nadd_extrude({extrude})"
        ))
    };
    let check = |a: (&str, &str), b: (&str, &str), expected: bool| {
        let (a, b) = (text(a.0, a.1), text(b.0, b.1));
        assert_eq!(are_equivalent(&a, &b, 1e-3, &OPTIONS), expected, "{a}{b}");
    };
    let planes = |a, b, expected| check((a, "5"), (b, "5"), expected);
    planes("plane(0,0,0,0,0,1)", "plane(0,0,.0005,0,-.0005,1)", true);
    planes("plane(0,0,0,0,0,1)", "plane(0,0,.002,0,0,1)", false);
    planes("plane(0,0,0,0,0,1)", "plane(0,0,0,0,0,1,0,1,0)", false);
    planes("plane(0,0,0,0,0,1)", "XY", false);
    planes("face(0,0,1)", "face(0,.0005,1)", true);
    planes("face(0,0,1)", "face(0,.002,1)", false);
    planes("end(0)", "start(0)", false);
    let extents = |a, b, expected| check(("XY", a), ("XY", b), expected);
    extents("0, 5, cut, symmetric", "0, 5.0005, cut, symmetric", true);
    extents("0, 5, cut, symmetric", "0, 5.002, cut, symmetric", false);
    extents("0, 5, cut, symmetric", "0, 5, cut", false);
    extents("0, 5, cut, 2", "0, 5, cut, 2.0005", true);
    extents("0, 5, cut, 2", "0, 5, cut, 2.002", false);
    extents("[0, 1], 5, cut", "[1, 0], 5, cut", false);
}

fn plane() -> impl Strategy<Value = Plane> {
    (0..3usize).prop_map(|index| Plane::ALL[index])
}

fn coordinate() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(5.0), Just(-5.0), -10.0..10.0]
}

/// Loops of three to five lines and arcs, simple or not, from the origin or elsewhere.
fn closed_loop() -> impl Strategy<Value = Vec<Curve>> {
    let sweep = prop_oneof![
        Just(None),
        (-180.0..180.0).prop_map(Some),
        Just(Some(180.0))
    ];
    let side = (coordinate(), coordinate(), sweep);
    (prop::collection::vec(side, 3..6), any::<bool>())
        .prop_map(|(mut sides, from_origin)| {
            if from_origin {
                (sides[0].0, sides[0].1) = (0.0, 0.0);
            }
            let point = |index: usize| {
                let (x, y, _) = sides[index % sides.len()];
                DVec2::new(x, y)
            };
            (0..sides.len())
                .map(|index| Curve::from_end(point(index), point(index + 1), sides[index].2))
                .collect::<Option<Vec<_>>>()
        })
        .prop_filter_map("a loop with area and separate vertices", |curves| {
            let curves: Vec<Curve> = curves?;
            let near = |a: &Curve, b: &Curve| a.start().distance(b.start()) < 1e-3;
            let separate = (1..curves.len())
                .all(|end| curves[..end].iter().all(|curve| !near(curve, &curves[end])));
            (separate && signed_area(&curves).abs() > 1e-3).then_some(curves)
        })
}

fn image_point(world: DVec3, camera: DVec3) -> DVec2 {
    let forward = -camera.normalize();
    let right = forward.cross(DVec3::Z).normalize();
    let view = world - camera;
    let depth = view.dot(forward);
    DVec2::new(view.dot(right), view.dot(right.cross(forward))) / depth
}

/// Image points of a rim, by angle in the sketch.
fn rim(program: &Program, height_share: f64) -> Vec<DVec2> {
    let parts = program.as_single_extrude().expect("one sketch");
    let Curve::Circle(circle) = parts.curves[0] else {
        panic!("no circle")
    };
    let height = parts.depth * height_share;
    let world = |angle| parts.plane.to_world(circle.point_at_angle(angle), height);
    (0..12)
        .map(|i| image_point(world(f64::from(i) / 12.0 * TAU), PAPER_CAMERA_WORLD))
        .collect()
}

fn nearly_same_points(a: &[DVec2], b: &[DVec2]) -> bool {
    a.iter().zip(b).all(|(a, b)| a.distance(*b) < 1e-9)
}

proptest! {
    #[test]
    fn every_traversal_has_one_canonical_form(
        plane in plane(), curves in closed_loop(), first in 0..5usize, depth in 0.1..10.0,
    ) {
        let original = Program::prism(plane, curves.clone(), depth).expect("well-formed");
        let chosen = canonical(&original, &OPTIONS);
        prop_assert_eq!(canonical(&chosen, &OPTIONS), chosen.clone());
        let turned = reversed(&rotated(&curves, first % curves.len()));
        let other = Program::prism(plane, turned, depth).expect("well-formed");
        prop_assert!(nearly_equal(&canonical(&other, &OPTIONS), &chosen, 1e-9));
        prop_assert!(are_equivalent(&original, &other, 1e-9, &OPTIONS));
        let parts = chosen.as_single_extrude().expect("one sketch");
        let area = signed_area(&parts.curves);
        prop_assert!(area > 0.0);
        prop_assert!((area - signed_area(&curves).abs()).abs() < 1e-9 * area.max(1.0));
        for member in equivalents(&original, &OPTIONS) {
            prop_assert!(nearly_equal(&canonical(&member, &OPTIONS), &chosen, 1e-9));
        }
    }

    #[test]
    fn turning_back_is_exact(curves in closed_loop()) {
        prop_assert_eq!(reversed(&reversed(&curves)), curves);
    }

    #[test]
    fn twins_give_one_picture(
        plane in plane(), x in -10.0..10.0, y in -10.0..10.0, radius in 0.01..10.0,
        depth in prop_oneof![-10.0..-0.01, 0.01..10.0],
    ) {
        let circle = Curve::Circle(Circle { center: DVec2::new(x, y), radius });
        let original = Program::prism(plane, [circle], depth).expect("well-formed");
        let twin = camera_twin(&original, &OPTIONS).expect("in front of the camera");
        prop_assert!(nearly_same_points(&rim(&original, 0.0), &rim(&twin, 1.0)));
        prop_assert!(nearly_same_points(&rim(&original, 1.0), &rim(&twin, 0.0)));
        let back = camera_twin(&twin, &OPTIONS).expect("in front of the camera");
        prop_assert!(nearly_equal(&back, &original, 1e-9));
        prop_assert!(are_equivalent(&original, &twin, 1e-9, &OPTIONS));
        let (a, b) = (canonical(&original, &OPTIONS), canonical(&twin, &OPTIONS));
        prop_assert!(nearly_equal(&a, &b, 1e-9));
        prop_assert_eq!(&canonical(&a, &OPTIONS), &a);
        let bigger = Program::prism(plane, [circle], depth * 0.9).expect("well-formed");
        prop_assert!(!are_equivalent(&original, &bigger, 1e-6, &OPTIONS));
    }

    #[test]
    fn canonical_of_canonical_is_itself_in_the_whole_language(program in arbitrary::program()) {
        let chosen = canonical(&program, &OPTIONS);
        prop_assert_eq!(&canonical(&chosen, &OPTIONS), &chosen);
        prop_assert_eq!(chosen.kinds().count(), program.kinds().count());
        prop_assert!(are_equivalent(&program, &chosen, 1e-9, &OPTIONS));
    }

    #[test]
    fn nothing_is_lost_with_several_sketches(
        a in closed_loop(), b in closed_loop(), depth in 0.1..10.0,
    ) {
        let parts = [&a, &b].map(|curves| {
            Program::prism(Plane::XY, curves.clone(), depth).expect("well-formed")
        });
        let both: Vec<Operation> =
            parts.iter().flat_map(|part| part.operations().to_vec()).collect();
        let both = Program::new(both).expect("well-formed");
        let chosen = canonical(&both, &OPTIONS);
        let expected: String =
            parts.iter().map(|part| canonical(part, &OPTIONS).to_string()).collect();
        prop_assert_eq!(chosen.to_string(), expected);
    }
}
