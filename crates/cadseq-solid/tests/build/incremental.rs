//! A builder used again gives what a fresh one gives, and builds only what follows the edit.

use cadseq_solid::{Builder, PartFault};

use super::{block, program, volume};

/// A block with ten holes of which one has another radius.
fn plate(odd: usize, radius: f64) -> String {
    let hole = |index: usize| {
        let radius = if index == odd { radius } else { 0.1 };
        let x = 0.2 + 0.35 * index as f64;
        format!("add_sketch(XY)\nadd_circle({x}, 1, {radius})\nadd_extrude(0, 2, cut)\n")
    };
    block() + &(0..10).map(hole).collect::<String>()
}

#[test]
fn an_edit_builds_only_what_follows() {
    let (first, edited) = (program(&plate(9, 0.1)), program(&plate(8, 0.15)));
    let mut builder = Builder::default();
    builder.build(&first).expect("a solid");
    // The block has six operations, a hole three.
    assert_eq!(builder.reused(&edited), 6 + 8 * 3);
    let again = volume(builder.build(&edited).expect("a solid"));
    let fresh = volume(Builder::default().build(&edited).expect("a solid"));
    assert_eq!(again, fresh);
    let back = builder.build(&first).expect("a solid").clone();
    let fresh = Builder::default().build(&first).expect("a solid").clone();
    assert_eq!(volume(&back), volume(&fresh));
    assert_eq!(back.sketches, fresh.sketches);
    assert_eq!(back.features, fresh.features);
}

#[test]
fn a_fault_keeps_what_was_built_before_it() {
    let good = program(&plate(9, 0.1));
    let text = plate(9, 0.1).replacen("add_extrude(0, 2, cut)", "add_extrude(7, 2, cut)", 1);
    let bad = program(&text);
    let mut builder = Builder::default();
    builder.build(&good).expect("a solid");
    let error = builder.build(&bad).expect_err("no profile 7");
    assert_eq!(error.operation, 8);
    assert_eq!(builder.reused(&good), 6);
    let expected = volume(Builder::default().build(&good).expect("a solid"));
    assert_eq!(volume(builder.build(&good).expect("a solid")), expected);
}

#[test]
fn whoever_loses_interest_keeps_what_was_built() {
    let plate = program(&plate(9, 0.1));
    let mut builder = Builder::default();
    let asked = std::cell::Cell::new(0);
    let at_the_fourth = || {
        asked.set(asked.get() + 1);
        asked.get() == 4
    };
    let error = builder.build_unless(&at_the_fourth, &plate);
    let error = error.expect_err("cancelled");
    // Sketch and extrude of the block, sketch of the first hole, and then its extrude.
    assert_eq!((error.operation, error.fault), (8, PartFault::Cancelled));
    assert_eq!(builder.reused(&plate), 6);
    let expected = volume(Builder::default().build(&plate).expect("a solid"));
    assert_eq!(volume(builder.build(&plate).expect("a solid")), expected);
}
