//! Equivalent programs give the same picture (the library's own claim, checked by rendering).

use cadseq_program::{CanonicalOptions, Curve, Plane, Program, canonical, equivalents};
use cadseq_render::{Picture, Style, View, draw};
use glam::DVec2;
use proptest::prelude::*;

use crate::shapes::{TOLERANCE, any_cylinder, any_loop, bracket, cylinder, prism, wedge};

const SIZE: usize = 96;

/// Grey values that one sample can change: one of 4 x 4, over the whole range.
const ONE_SAMPLE: f32 = 1.0 / 16.0 + 1e-4;

fn picture(program: &Program, chord_tolerance: f64) -> Picture {
    draw(
        &prism(program).mesh(chord_tolerance),
        &View::paper(SIZE),
        &Style::paper(),
    )
}

/// The tolerance at which a scaled circle gets as many sides: in proportion to its radius.
fn scaled_tolerance(program: &Program) -> f64 {
    let parts = program.as_single_extrude().expect("one sketch");
    match parts.curves[..] {
        [Curve::Circle(circle)] => circle.radius * 1e-3,
        _ => TOLERANCE,
    }
}

/// Rounding may move an edge over the middle of a few samples, and nothing else.
fn check_same(program: &Program, other: &Program) {
    let a = picture(program, scaled_tolerance(program));
    let b = picture(other, scaled_tolerance(other));
    let differences: Vec<f32> = a
        .luma
        .iter()
        .zip(&b.luma)
        .map(|(a, b)| (a - b).abs())
        .collect();
    let worst = differences.iter().copied().fold(0.0, f32::max);
    let changed = differences.iter().filter(|&&d| d > 1e-4).count();
    assert!(
        worst <= ONE_SAMPLE,
        "a pixel differs by {worst}:\n{program}\n{other}"
    );
    assert!(changed <= 4, "{changed} pixels differ:\n{program}\n{other}");
}

fn check_class(program: &Program) -> usize {
    let options = CanonicalOptions::default();
    let members = equivalents(program, &options);
    for member in &members {
        check_same(program, member);
    }
    check_same(program, &canonical(program, &options));
    members.len()
}

#[test]
fn the_twin_of_a_cylinder_gives_its_picture() {
    for plane in Plane::ALL {
        let program = cylinder(plane, DVec2::new(2.0, 3.0), 3.0, 4.0);
        assert_eq!(check_class(&program), 2, "a cylinder and its twin");
    }
}

#[test]
fn a_loop_run_the_other_way_round_gives_the_same_bytes() {
    for plane in Plane::ALL {
        for program in [wedge(plane), bracket(plane)] {
            let parts = program.as_single_extrude().expect("one sketch");
            let curves = parts.curves.iter().rev().map(Curve::reversed);
            let reversed = Program::prism(plane, curves, parts.depth).expect("well-formed");
            assert_ne!(program, reversed);
            assert_eq!(
                picture(&program, TOLERANCE),
                picture(&reversed, TOLERANCE),
                "{program}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn twins_of_random_cylinders(program in any_cylinder()) {
        check_class(&program);
    }

    #[test]
    fn traversals_of_random_loops(program in any_loop()) {
        check_class(&program);
    }
}
