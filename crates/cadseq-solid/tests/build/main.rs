//! Programs built operation by operation: bodies, faces, notes, faults, and what an edit costs.

mod faces;
mod gathered;
mod incremental;
mod tangent;

use std::f64::consts::PI;

use cadseq_program::Program;
use cadseq_solid::kernel::DISPLACEMENT;
use cadseq_solid::{Body, Feature, Note, Part, PartError};

fn program(text: &str) -> Program {
    text.parse().expect("a program")
}

fn part(text: &str) -> Part {
    Part::build(&program(text)).expect("a solid")
}

fn fault(text: &str) -> PartError {
    Part::build(&program(text)).expect_err("no solid")
}

fn volume(part: &Part) -> f64 {
    let measures = part.solid.measures().expect("measures");
    measures.map_or(0.0, |measures| measures.volume)
}

fn check_volume(text: &str, expected: f64) -> Part {
    let part = part(text);
    let found = volume(&part);
    let error = (found - expected).abs() / expected.max(1.0);
    assert!(error < 1e-9, "{found} instead of {expected}\n{text}");
    part
}

/// A closed loop of lines.
fn polygon(corners: &[[f64; 2]]) -> String {
    let next = corners.iter().cycle().skip(1);
    let line = |(a, b): (&[f64; 2], &[f64; 2])| {
        format!("add_line({}, {}, {}, {})\n", a[0], a[1], b[0], b[1])
    };
    corners.iter().zip(next).map(line).collect()
}

fn rectangle(low: [f64; 2], high: [f64; 2]) -> String {
    polygon(&[low, [high[0], low[1]], high, [low[0], high[1]]])
}

/// A block of 4 x 3 x 2 with a corner at the origin.
fn block() -> String {
    format!(
        "add_sketch(XY)\n{}add_extrude(0, 2, new)\n",
        rectangle([0.0, 0.0], [4.0, 3.0])
    )
}

#[test]
fn booleans_along_one_axis_are_exact() {
    let block = block();
    let hole = "add_sketch(XY)\nadd_circle(1, 1, 0.5)\nadd_extrude(0, 2, cut)\n";
    let part = check_volume(&format!("{block}{hole}"), 24.0 - 0.5 * PI);
    assert!(matches!(&*part.solid.bodies()[0], Body::Stack(_)));
    let boss = "add_sketch(end(0))\nadd_circle(2, 1.5, 1)\nadd_extrude(0, 1, join)\n";
    check_volume(&format!("{block}{boss}"), 24.0 + PI);
    let half = format!(
        "add_sketch(XY)\n{}add_extrude(0, 5, intersect)\n",
        rectangle([2.0, -1.0], [9.0, 9.0])
    );
    check_volume(&format!("{block}{half}"), 12.0);
    let both_sides = "add_sketch(XY)\nadd_circle(2, 1.5, 1)\nadd_extrude(0, 3, cut, 1)\n";
    check_volume(&format!("{block}{both_sides}"), 24.0 - 2.0 * PI);
}

#[test]
fn booleans_across_axes_are_exact() {
    // The wall stands on the plate; its hole runs along y, which XZ has as its normal.
    let wall = format!(
        "add_sketch(XZ)\n{}add_extrude(0, 1, join)\n",
        rectangle([0.0, -6.0], [4.0, -2.0])
    );
    let hole = "add_sketch(XZ)\nadd_circle(2, -4, 1)\nadd_extrude(0, 1, cut)\n";
    let bracket = format!("{}{wall}{hole}", block());
    let part = check_volume(&bracket, 24.0 + 16.0 - PI);
    assert!(matches!(&*part.solid.bodies()[0], Body::Kernel(_)));
    assert_eq!(part.notes, []);
    assert_eq!(part.solid.bodies().len(), 1);
    // Two cylinders of one radius whose axes cross: the Steinmetz solid, 16 r^3 / 3.
    let crossed = "add_sketch(XY)\nadd_circle(0, 0, 1.5)\nadd_extrude(0, 8, new, symmetric)\n\
                   add_sketch(YZ)\nadd_circle(0, 0, 1.5)\nadd_extrude(0, 8, intersect, symmetric)\n";
    let found = volume(&self::part(crossed));
    let expected = 16.0 / 3.0 * 1.5_f64.powi(3);
    assert!(
        (found - expected).abs() < 1e-4,
        "{found} instead of {expected}"
    );
}

#[test]
fn several_profiles_are_one_body() {
    let lens = "add_sketch(XY)\nadd_circle(0, 0, 2)\nadd_circle(2, 0, 2)\n";
    let area = PI * 4.0;
    let shared = 8.0 * PI / 3.0 - 2.0 * 3.0_f64.sqrt();
    let all = check_volume(
        &format!("{lens}add_extrude([0, 1, 2], 1, new)"),
        2.0 * area - shared,
    );
    let Feature::Extrude(extrusion) = &all.features[0];
    assert_eq!(extrusion.regions.len(), 1);
    assert_eq!(all.sketches[0].profiles.len(), 3);
    let areas: f64 = (0..3)
        .map(|profile| {
            volume(&self::part(&format!(
                "{lens}add_extrude({profile}, 1, new)"
            )))
        })
        .sum();
    assert!((areas - (2.0 * area - shared)).abs() < 1e-9);
}

#[test]
fn bodies_stay_apart_until_something_joins_them() {
    let block = block();
    let far = format!(
        "add_sketch(XY)\n{}add_extrude(0, 2, join)\n",
        rectangle([6.0, 0.0], [8.0, 3.0])
    );
    let two = check_volume(&format!("{block}{far}"), 24.0 + 12.0);
    assert_eq!(two.solid.bodies().len(), 2);
    let bridge = format!(
        "add_sketch(XY)\n{}add_extrude(0, 1, join)\n",
        rectangle([4.0, 1.0], [6.0, 2.0])
    );
    let one = check_volume(&format!("{block}{far}{bridge}"), 38.0);
    assert_eq!(one.solid.bodies().len(), 1);
    let inside = format!(
        "add_sketch(XY)\n{}add_extrude(0, 1, new)\n",
        rectangle([1.0, 1.0], [2.0, 2.0])
    );
    let nested = check_volume(&format!("{block}{inside}"), 25.0);
    assert_eq!(nested.solid.bodies().len(), 2);
    let through = "add_sketch(XY)\nadd_circle(1.5, 1.5, 0.25)\nadd_extrude(0, 2, cut)\n";
    let removed = PI / 16.0 * 3.0;
    check_volume(&format!("{block}{inside}{through}"), 25.0 - removed);
}

#[test]
fn what_changes_nothing_and_what_leaves_nothing_is_said() {
    let block = block();
    let miss = "add_sketch(XY)\nadd_circle(20, 20, 1)\nadd_extrude(0, 1, cut)\n";
    let part = check_volume(&format!("{block}{miss}"), 24.0);
    assert!(
        matches!(part.notes[..], [Note::Idle { operation: 8, .. }]),
        "{:?}",
        part.notes
    );
    let all = format!(
        "add_sketch(XY)\n{}add_extrude(0, 5, cut, 1)\n",
        rectangle([-1.0, -1.0], [9.0, 9.0])
    );
    let gone = self::part(&format!("{block}{all}"));
    assert!(gone.solid.is_empty());
    assert_eq!(gone.notes, [Note::Empty { operation: 11 }]);
    assert_eq!(gone.solid.measures(), Ok(None));
    let again = format!("{block}{all}{miss}{block}");
    assert_eq!(volume(&self::part(&again)), 24.0);
}

#[test]
fn where_solids_touch_the_tool_is_adjusted_with_a_note() {
    // A hole along x that grazes the block's upper face from inside.
    let graze = "add_sketch(YZ)\nadd_circle(-1.5, 1.5, 0.5)\nadd_extrude(0, 4, cut)\n";
    let part = self::part(&format!("{}{graze}", block()));
    let found = volume(&part);
    assert!((found - (24.0 - PI)).abs() < 1e-4, "{found}");
    let [note @ Note::Grown { operation: 8, by }] = part.notes[..] else {
        panic!("{:?}", part.notes);
    };
    assert!(by <= DISPLACEMENT);
    let words = note.to_string();
    assert!(
        words.starts_with("operation 9: the solids touch") && words.contains(" 30 nm"),
        "{words}"
    );
}

#[test]
fn solids_that_touch_in_a_line_stay_apart() {
    // A cylinder along x that grazes the block's upper edge line from outside.
    let graze = "add_sketch(YZ)\nadd_circle(-3, 1.5, 1)\nadd_extrude(0, 4, join)\n";
    let part = self::part(&format!("{}{graze}", block()));
    let found = volume(&part);
    assert!((found - (24.0 + 4.0 * PI)).abs() < 1e-4, "{found}");
    assert_eq!(part.solid.bodies().len(), 2, "a line is no face");
}

/// A block, and a prism with a circle's side that touches the block in a line: the kernel combines
/// them only with the tool moved, but the line does not become a face by that.
#[test]
fn a_join_that_grazes_leaves_two_bodies() {
    let text = "add_sketch(YZ)\nadd_circle(-2, 1, 2)\nadd_extrude(0, 5, intersect)\n\
        add_sketch(plane(0, 1, 0, 0, 1, 0, 1, 0, 0))\nadd_circle(2, -3, 1)\nadd_extrude(0, -4, new)\n\
        add_sketch(XZ)\nadd_circle(2, -2, 1)\nadd_extrude(0, 2, intersect, 2)\n\
        add_sketch(YZ)\nadd_line(-4, 4, 2, -4)\nadd_line(2, -4, 2, 4)\nadd_line(2, 4, -4, 4)\n\
        add_extrude(0, 2, new, symmetric)\n\
        add_sketch(plane(0, 0, -3, 0, 0, 1))\nadd_line(-4, 0, 2, 0)\nadd_line(2, 0, 2, 4)\n\
        add_line(2, 4, -4, 4)\nadd_line(-4, 4, -4, 0)\nadd_extrude(0, 4, join, symmetric)\n";
    let part = self::part(text);
    assert_eq!(part.solid.bodies().len(), 3);
    assert!((volume(&part) - 148.906).abs() < 1e-3);
}

#[test]
fn faults_name_the_operation() {
    let check = |text: &str, operation: usize, expected: &str| {
        let error = fault(text);
        assert_eq!(error.operation, operation, "{error}");
        assert!(error.to_string().contains(expected), "{error}");
    };
    let block = block();
    check(
        &block.replace("add_extrude(0, 2", "add_extrude(1, 2"),
        5,
        "profile 1 does not exist",
    );
    check(
        &block.replace("add_extrude(0, 2", "add_extrude(0, 0.000001"),
        5,
        "height",
    );
    let open = "add_sketch(XY)\nadd_line(0, 0, 4, 0)\nadd_line(4, 0, 4, 4)\nadd_extrude(0, 1)";
    check(
        open,
        0,
        "enclose no area: curve 0 starts at (0.000000, 0.000000)",
    );
    check(
        &format!("{block}add_sketch(face(9, 9, 9))\nadd_circle(0, 0, 1)\nadd_extrude(0, 1, join)"),
        6,
        "no planar face",
    );
}

/// A rod along z inside of a thicker one along y, and a hole that reaches no face.
#[test]
fn solids_inside_of_each_other_meet() {
    let rod = "add_sketch(XY)\nadd_circle(0, 0, 2)\nadd_extrude(0, 3, new, symmetric)\n";
    let thicker = "add_sketch(XZ)\nadd_circle(0, 0, 3)\nadd_extrude(0, 10, join, symmetric)\n";
    let thick = 90.0 * PI;
    assert_eq!(
        check_volume(&format!("{rod}{thicker}"), thick)
            .solid
            .bodies()
            .len(),
        1
    );
    assert_eq!(
        check_volume(&format!("{thicker}{rod}").replace("new", "join"), thick)
            .solid
            .bodies()
            .len(),
        1
    );
    let thin = rod.replace("new", "cut");
    let hollow = check_volume(&format!("{thicker}{thin}"), thick - 12.0 * PI);
    assert_eq!(hollow.solid.bodies().len(), 1);
    assert_eq!(hollow.notes, []);
    let cut_away = part(&format!("{rod}{}", thicker.replace("join", "cut")));
    assert!(cut_away.solid.is_empty());
    check_volume(
        &format!("{thicker}{}", rod.replace("new", "intersect")),
        12.0 * PI,
    );
}

/// A plate of 1,100 holes is one stack; a bar across it would need the kernel.
#[test]
fn bodies_of_too_many_faces_are_refused_across_axes() {
    let hole = |i| format!("add_circle({}, {}, 0.4)\n", 1 + i % 40, 1 + i / 40);
    let holes: String = (0..1_100).map(hole).collect();
    let plate = format!(
        "add_sketch(XY)\n{}{holes}add_extrude(0, 1, new)\n",
        rectangle([0.0, 0.0], [42.0, 30.0])
    );
    let bar = "add_sketch(YZ)\nadd_circle(0, 2, 3)\nadd_extrude(0, 5, join)\n";
    let error = fault(&format!("{plate}{bar}")).to_string();
    assert!(error.contains("1109 faces"), "{error}");
}
