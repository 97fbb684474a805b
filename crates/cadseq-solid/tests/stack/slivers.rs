//! Parts whose faces come nearer to each other than the tolerance, or just do not: found by the
//! random tests.

use cadseq_solid::SetOperation::{Cut, Intersect, Join};
use cadseq_solid::Stack;

use crate::parts::TOLERANCE;
use crate::parts::check;
use crate::parts::random::{Recipe, Shape};

/// On an upright frame or one upside down, turned by quarters.
fn extruded(shape: Shape, upside_down: bool, turn_deg: f64, heights: (f64, f64)) -> Stack {
    let recipe = Recipe {
        shape,
        upside_down,
        turn_deg,
        height: if upside_down { 0.0 } else { -3.0 },
        heights,
        extrude: 0,
    };
    recipe.build()
}

fn joined(all: &[Stack]) -> Stack {
    let (first, rest) = all.split_first().expect("at least one");
    let join = |body: Stack, tool| body.boolean(tool, Join).expect("parallel");
    rest.iter().fold(first.clone(), join)
}

fn check_volume(stack: &Stack, expected: f64) {
    check(stack);
    let (found, slack) = (stack.volume(), 2.0 * TOLERANCE * stack.surface_area());
    assert!(
        (found - expected).abs() <= slack,
        "{found} instead of {expected}"
    );
}

/// A line and an arc that leave a vertex along one tangent, and cross once more within the tolerance
/// of it.
#[test]
fn curves_that_cross_beside_their_common_vertex() {
    let block = extruded(
        Shape::Rectangle([0.0, 2.0], [1.0, 3.0]),
        false,
        0.0,
        (0.0, 1.0),
    );
    let rod = extruded(Shape::Circle([1e-5, 1e-5], 2.0), true, 0.0, (0.0, 1.0));
    let wide = Shape::Rectangle([1e-5, 0.0], [1.0, 4.0]);
    let part = joined(&[rod, extruded(wide, true, 180.0, (0.0, 1.0))]);
    check_volume(&joined(&[block.clone(), part.clone()]), 15.65317);
    let common = block.boolean(&part, Intersect).expect("parallel");
    assert!(common.volume() < TOLERANCE);
}

/// A sliver that snapping turns inside out says nothing about the cells beside it.
#[test]
fn a_sliver_turned_inside_out() {
    let block = extruded(
        Shape::Rectangle([0.0, 0.0], [1.0, 2.0]),
        false,
        0.0,
        (4.0, 0.0),
    );
    let rod = Shape::Circle([4.000_061_022_782_519, 1e-5], 0.5);
    let part = joined(&[
        extruded(Shape::Keyhole([0.0, 4.0], 1.0), true, 180.0, (0.0, 1.0)),
        extruded(rod, true, 90.0, (0.0, 2.0)),
        extruded(
            Shape::Rectangle([0.0, 0.0], [1.0, 5.0]),
            true,
            180.0,
            (3.0, 0.0),
        ),
        extruded(
            Shape::Rectangle([0.0, 0.0], [2.0, 1.0]),
            false,
            0.0,
            (1.0, 0.0),
        ),
    ]);
    let whole = joined(&[block, part.clone()]);
    let rest = whole.boolean(&part, Cut).expect("parallel");
    check_volume(&joined(&[rest, part]), whole.volume());
}

/// A short arc of one circle goes on as a part of another one, about a centre on the other side: the
/// face still looks outwards.
#[test]
fn a_face_over_arcs_about_two_centres() {
    let rod = extruded(Shape::Circle([3.0, 1.0], 1.0), true, 180.0, (0.0, 1.0));
    let wide = Shape::Circle([2.0, 3.000_035_599_166_231_3], 2.0);
    let block = Shape::Rectangle([1e-5, 0.0], [1.0, 4.0]);
    let part = joined(&[rod, extruded(wide, true, 270.0, (0.0, 1.0))]);
    check(&joined(&[part, extruded(block, true, 270.0, (4.0, 0.0))]));
}

/// An edge as short as the tolerance runs across the line of the face that it belongs to: the face
/// looks where its long edges say.
#[test]
fn a_face_over_a_short_edge_across_it() {
    let bar = extruded(
        Shape::Rectangle([0.0, 0.0], [1.0, 5.0]),
        false,
        270.0,
        (4.0, 0.0),
    );
    let rod = Shape::Circle([0.0, 3.0], 0.500_003_437_816_123);
    let rod = extruded(rod, true, 90.0, (2.0, 0.0));
    let half = bar.boolean(&rod, Intersect).expect("parallel");
    let wide = Shape::Rectangle([1e-5, 3.0], [1.0, 5.0]);
    let beside = Shape::Rectangle([2.0, 0.0], [3.0, 1.0]);
    check(&joined(&[
        half,
        extruded(wide, false, 270.0, (0.0, 1.0)),
        extruded(beside, false, 0.0, (4.0, 1.000_034_371_100_485_8)),
    ]));
}
