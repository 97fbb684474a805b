//! Every sequence of operations, on every plane, with both signs of the depth.

use cadseq_program::{Plane, Program};
use cadseq_render::StyleName;

use crate::shown::{Loop, best_iou, canonical_kinds, cylinder, picture, reconstruct};

/// Reconstructs the solid on all planes at `depth` and `-depth`.
fn check(program: impl Fn(Plane, f64) -> Program, depth: f64) {
    let mut faults = Vec::new();
    for plane in Plane::ALL {
        for depth in [depth, -depth] {
            let truth = program(plane, depth);
            let answer = reconstruct(&picture(&truth, StyleName::Paper, 512));
            let best = best_iou(&truth, &answer);
            let found = answer.map(|answer| canonical_kinds(&answer.candidates[0].program));
            let right = matches!(&found, Ok(kinds) if *kinds == canonical_kinds(&truth));
            if !right || best <= 0.97 {
                faults.push(format!(
                    "{plane}, depth {depth}: overlap {best:.4}, {found:?}"
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn check_loop(corners: [[f64; 2]; 2], sweeps_deg: [f64; 3]) {
    let shape = Loop {
        corners,
        sweeps_deg,
    };
    check(|plane, depth| shape.program(plane, depth), 4.0);
}

#[test]
fn circle() {
    check(|plane, depth| cylinder(plane, [1.5, -1.0], 4.0, depth), 5.0);
}

#[test]
fn line_line_line() {
    check_loop([[7.5, -1.0], [2.0, 6.5]], [0.0, 0.0, 0.0]);
}

#[test]
fn line_line_arc() {
    check_loop([[7.0, 0.0], [4.0, 6.0]], [0.0, 0.0, 70.0]);
}

#[test]
fn line_arc_line() {
    check_loop([[7.0, 0.0], [0.0, 7.0]], [0.0, 90.0, 0.0]);
}

#[test]
fn arc_line_line() {
    check_loop([[7.0, 0.0], [1.0, 7.0]], [-50.0, 0.0, 0.0]);
}

#[test]
fn line_arc_arc() {
    check_loop([[8.0, 0.0], [4.0, 6.0]], [0.0, 60.0, 60.0]);
}

#[test]
fn arc_line_arc() {
    check_loop([[7.0, -2.0], [4.0, 7.0]], [80.0, 0.0, -40.0]);
}

#[test]
fn arc_arc_line() {
    check_loop([[7.0, 0.0], [3.0, 7.0]], [100.0, -45.0, 0.0]);
}

#[test]
fn arc_arc_arc() {
    check_loop([[7.5, 0.0], [3.75, 6.5]], [60.0, 60.0, 60.0]);
}
