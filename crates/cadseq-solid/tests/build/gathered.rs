//! Cuts across the solid's axis that follow each other: made together where that is the same.

use std::cell::Cell;
use std::f64::consts::PI;

use cadseq_program::Operation;
use cadseq_solid::export::Label;
use cadseq_solid::{Builder, Note, Part, PartFault};

use super::{block, check_volume, program, volume};

/// Holes along y through the block, which is 3 deep, in line along x.
fn cross_holes(radii: &[f64]) -> String {
    let hole = |(index, radius): (usize, &f64)| {
        let x = 0.5 + index as f64;
        format!(
            "add_sketch(XZ)\nadd_circle({x}, -1, {radius})\nadd_extrude(0, 9, cut, symmetric)\n"
        )
    };
    radii.iter().enumerate().map(hole).collect()
}

fn drilled(radii: &[f64]) -> f64 {
    24.0 - radii
        .iter()
        .map(|radius| 3.0 * PI * radius * radius)
        .sum::<f64>()
}

#[test]
fn holes_apart_are_drilled_together() {
    let radii = [0.2, 0.3, 0.1, 0.4];
    let text = block() + &cross_holes(&radii);
    let part = check_volume(&text, drilled(&radii));
    assert_eq!(part.notes, []);
    // A step for each operation of the block, and two for each hole: nothing is asked in between.
    let asked = Cell::new(0);
    let count = || {
        asked.set(asked.get() + 1);
        false
    };
    let mut builder = Builder::default();
    let built = builder.build_unless(&count, &program(&text));
    built.expect("a solid");
    assert_eq!(asked.get(), 2 + 2 * radii.len());
}

#[test]
fn edits_of_gathered_cuts() {
    let mut builder = Builder::default();
    let mut radii = [0.2, 0.3, 0.1, 0.4];
    builder
        .build(&program(&(block() + &cross_holes(&radii))))
        .expect("a solid");
    for (edited, radius) in [(1, 0.25), (3, 0.15), (0, 0.35)] {
        radii[edited] = radius;
        let text = block() + &cross_holes(&radii);
        assert_eq!(builder.reused(&program(&text)), 6 + 3 * edited);
        let part = builder.build(&program(&text)).expect("a solid");
        assert!((volume(part) - drilled(&radii)).abs() < 1e-9);
        assert_eq!(part.features.len(), 5);
        let fewer = block() + &cross_holes(&radii[..2]);
        let part = builder.build(&program(&fewer)).expect("a solid");
        assert!((volume(part) - drilled(&radii[..2])).abs() < 1e-9);
        builder.build(&program(&text)).expect("a solid");
    }
}

/// One hole more makes the same file whether the others were known or not.
#[test]
fn a_builder_with_a_past_makes_the_same_bytes() {
    let step = |part: &Part| part.solid.step(&Label::default()).expect("a file");
    let mut builder = Builder::default();
    for count in 1..=4 {
        let text = block() + &cross_holes(&[0.2, 0.3, 0.1, 0.4][..count]);
        let fresh = Part::build(&program(&text)).expect("a solid");
        let known = builder.build(&program(&text)).expect("a solid");
        assert!(step(known) == step(&fresh), "{count} holes");
    }
}

#[test]
fn many_holes_are_several_groups() {
    let hole = |index: u32| {
        let x = 0.02 + 0.04 * f64::from(index);
        format!("add_sketch(XZ)\nadd_circle({x}, -1, 0.01)\nadd_extrude(0, 9, cut, symmetric)\n")
    };
    let holes: String = (0..100).map(hole).collect();
    check_volume(&(block() + &holes), 24.0 - 100.0 * 3.0 * PI * 1e-4);
}

#[test]
fn whoever_loses_interest_waits_for_no_cut() {
    let text = program(&(block() + &cross_holes(&[0.2, 0.3])));
    let asked = Cell::new(0);
    let at_the_last = || {
        asked.set(asked.get() + 1);
        asked.get() == 6
    };
    let mut builder = Builder::default();
    let error = builder.build_unless(&at_the_last, &text).map(|_| ());
    assert_eq!(error.expect_err("cancelled").fault, PartFault::Cancelled);
    assert_eq!(builder.reused(&text), 6 + 3);
    let part = builder.build(&text).expect("a solid");
    assert!((volume(part) - drilled(&[0.2, 0.3])).abs() < 1e-9);
}

/// What one cut has to say is said, and of the right one.
#[test]
fn a_cut_that_changes_nothing_among_others() {
    let aside = "add_sketch(XZ)\nadd_circle(2, -9, 1)\nadd_extrude(0, 9, cut, symmetric)\n";
    let [first, second] = [&[0.3][..], &[0.3, 0.2]].map(cross_holes);
    let second = second.replacen(&first, "", 1);
    let text = block() + &first + aside + &second;
    let part = check_volume(&text, drilled(&[0.3, 0.2]));
    let extrudes = program(&text);
    let of_kind = |(index, operation): (usize, &Operation)| {
        matches!(operation, Operation::AddExtrude(_)).then_some(index)
    };
    let extrudes: Vec<usize> = extrudes
        .operations()
        .iter()
        .enumerate()
        .filter_map(of_kind)
        .collect();
    assert!(matches!(part.notes[..], [Note::Idle { operation, .. }] if operation == extrudes[2]));
}

#[test]
fn holes_that_overlap_or_cross_are_drilled_one_by_one() {
    // Two along y that overlap in a lens; then a channel along x that crosses a hole along y.
    let pair = "add_sketch(XZ)\nadd_circle(1, -1, 0.5)\nadd_extrude(0, 9, cut, symmetric)\n\
                add_sketch(XZ)\nadd_circle(1.5, -1, 0.5)\nadd_extrude(0, 9, cut, symmetric)\n";
    let lens = 0.5 * 0.5 * (2.0 * PI / 3.0 - 0.5 * 3.0_f64.sqrt());
    let pair_volume = 24.0 - 3.0 * (0.5 * PI - lens);
    check_volume(&(block() + pair), pair_volume);
    // In the frame of YZ the first coordinate is -z.
    let square = "add_sketch(YZ)\nadd_line(-1.25, 1, -0.75, 1)\nadd_line(-0.75, 1, -0.75, 2)\n\
                  add_line(-0.75, 2, -1.25, 2)\nadd_line(-1.25, 2, -1.25, 1)\nadd_extrude(0, 9, cut, symmetric)\n";
    let apart = cross_holes(&[0.25]);
    // Where the channel of 1 x 0.5 crosses the round hole, it is as high as that.
    let removed = 3.0 * PI * 0.0625 + 4.0 * 0.5 - PI * 0.0625;
    check_volume(&(block() + &apart + square), 24.0 - removed);
}

/// Holes of which the last touches the block's edge: the kernel has to move that one alone.
#[test]
fn the_note_of_a_moved_tool_names_its_cut() {
    let grazing = "add_sketch(XZ)\nadd_circle(3.5, -0.5, 0.5)\nadd_extrude(0, 9, cut, symmetric)\n";
    let text = block() + &cross_holes(&[0.2, 0.3]) + grazing;
    let part = super::part(&text);
    let expected = drilled(&[0.2, 0.3, 0.5]);
    assert!((volume(&part) - expected).abs() < 1e-4);
    let last = program(&text).operations().len() - 1;
    let named = |note: &Note| matches!(note, Note::Grown { operation, .. } if *operation == last);
    assert!(
        matches!(&part.notes[..], [note] if named(note)),
        "{:?}",
        part.notes
    );
}

#[test]
fn a_fault_after_gathered_cuts_keeps_them() {
    let good = block() + &cross_holes(&[0.2, 0.3]);
    let bad = format!("{good}add_sketch(XZ)\nadd_circle(3, -1, 0.1)\nadd_extrude(7, 9, cut)\n");
    let mut builder = Builder::default();
    let error = builder
        .build(&program(&bad))
        .map(|_| ())
        .expect_err("no profile 7");
    assert_eq!(error.operation, 14);
    assert_eq!(builder.reused(&program(&good)), 12);
    let part = builder.build(&program(&good)).expect("a solid");
    assert!((volume(part) - drilled(&[0.2, 0.3])).abs() < 1e-9);
}
