//! Cuts whose tool only reaches the boundary of what it is cut from: no film is left.

use std::f64::consts::PI;

use cadseq_solid::{Note, Part};

use super::{part, rectangle, volume};

fn block() -> String {
    format!(
        "add_sketch(XY)\n{}add_extrude(0, 2, new)\n",
        rectangle([0.0, 0.0], [5.0, 3.0])
    )
}

/// How many pieces a program leaves, their volume, and whether its tool grew.
fn left(text: &str) -> (usize, f64, bool) {
    let part: Part = part(text);
    let pieces = part.solid.piece_count().expect("shells");
    let grew = |note: &Note| matches!(note, Note::Grown { .. });
    (pieces, volume(&part), part.notes.iter().any(grew))
}

#[track_caller]
fn check(cut: &str, pieces: usize, expected: f64) {
    let (found, volume, grew) = left(&format!("{}{cut}", block()));
    assert_eq!(found, pieces, "{cut}");
    assert!((volume - expected).abs() < 1e-9, "{volume} for {expected}");
    assert!(grew, "{cut}");
}

#[test]
fn a_hole_tangent_to_both_sides_leaves_two_bodies() {
    // Along x: sketch x is -z, so that the hole lies between z = 0 and z = 2.
    let hole = "add_sketch(YZ)\nadd_circle(-1, 1.5, 1)\nadd_extrude(0, 5, cut)\n";
    check(hole, 2, 30.0 - 5.0 * PI);
    // Along y, wider than long, and past both ends.
    let hole = "add_sketch(XZ)\nadd_circle(2, -1, 1)\nadd_extrude(0, 4, cut, 1)\n";
    check(hole, 2, 30.0 - 3.0 * PI);
}

#[test]
fn a_slot_with_round_ends_reaches_both_sides() {
    let slot = "add_sketch(XZ)\nadd_line(2, -0.5, 2, -1.5)\nadd_arc(2, -1.5, 2.5, -1.5, 180)\n\
                add_line(3, -1.5, 3, -0.5)\nadd_arc(3, -0.5, 2.5, -0.5, 180)\nadd_extrude(0, 3, cut)\n";
    check(slot, 2, 30.0 - 3.0 * (1.0 + 0.25 * PI));
}

#[test]
fn a_hole_tangent_to_one_side_opens_it() {
    let hole = "add_sketch(YZ)\nadd_circle(-1.5, 1.5, 0.5)\nadd_extrude(0, 5, cut)\n";
    check(hole, 1, 30.0 - 1.25 * PI);
}

#[test]
fn a_cut_that_grazes_from_outside_takes_nothing() {
    let graze = "add_sketch(YZ)\nadd_circle(-3, 1.5, 1)\nadd_extrude(0, 5, cut)\n";
    let (pieces, volume, _) = left(&format!("{}{graze}", block()));
    assert_eq!((pieces, volume), (1, 30.0));
}

#[test]
fn pieces_of_parallel_cuts_are_counted() {
    let hole = "add_sketch(XY)\nadd_circle(2, 1.5, 1.5)\nadd_extrude(0, 2, cut)\n";
    let (pieces, volume, grew) = left(&format!("{}{hole}", block()));
    assert_eq!((pieces, grew), (2, false));
    assert!((volume - (30.0 - 4.5 * PI)).abs() < 1e-9);
    let cavity = "add_sketch(plane(0, 0, 0.5, 0, 0, 1))\nadd_circle(2, 1.5, 1)\nadd_extrude(0, 1, cut)\n\
                  add_sketch(YZ)\nadd_circle(-1, 2.75, 0.1)\nadd_extrude(0, 5, cut)\n";
    let (pieces, ..) = left(&format!("{}{cavity}", block()));
    assert_eq!(pieces, 1, "a void is not a piece");
}
