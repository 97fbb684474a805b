//! What holds for all stacks, on random ones: half of them on a grid, so that faces coincide.

use std::collections::HashMap;

use cadseq_solid::SetOperation::{Cut, Intersect, Join};
use cadseq_solid::{SetOperation, Stack};
use glam::DVec3;
use proptest::prelude::*;

use crate::parts::random::{Recipe, Spread, build, holds, operation, pair, part, recipe, spread};
use crate::parts::{TOLERANCE, block, check};

fn boolean(a: &Stack, operation: SetOperation, b: &Stack) -> Stack {
    a.boolean(b, operation).expect("parallel")
}

/// What snapping may change: faces anywhere may come as near as the tolerance and then be one; on a
/// grid they do not.
fn slack(a: &Stack, b: &Stack, spread: Spread) -> f64 {
    let share = if spread == Spread::Grid {
        1e-10
    } else {
        2.0 * TOLERANCE
    };
    share * (a.surface_area() + b.surface_area()).max(1.0)
}

/// The same solid: no volume in one and not in the other.
fn is_same(a: &Stack, b: &Stack, spread: Spread) -> bool {
    let slack = slack(a, b, spread);
    boolean(a, Cut, b).volume() < slack && boolean(b, Cut, a).volume() < slack
}

/// Faces, edges, vertices and shells. Seams, which a face has on both sides, do not count: where a
/// cylinder is slit depends on the frame, and another edge may cross the slit.
fn counts(stack: &Stack) -> [usize; 4] {
    let brep = stack.brep();
    let shells = brep.shells().count();
    let mut sides = HashMap::new();
    for (number, face) in brep.faces.iter().enumerate() {
        for coedge in face.loops.iter().flatten() {
            sides
                .entry(coedge.edge)
                .or_insert_with(Vec::new)
                .push(number);
        }
    }
    let edges = sides.values().filter(|faces| faces[0] != faces[1]);
    [brep.faces.len(), edges.count(), brep.vertices.len(), shells]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn volumes_add_up((spread, (a, b)) in pair()) {
        let (a, b) = (build(&a), build(&b));
        let [union, common, rest] = [Join, Intersect, Cut].map(|o| boolean(&a, o, &b).volume());
        let (va, vb) = (a.volume(), b.volume());
        let slack = slack(&a, &b, spread);
        prop_assert!((union + common - va - vb).abs() < slack, "{union} {common} {va} {vb}");
        prop_assert!((rest + common - va).abs() < slack, "{rest} {common} {va}");
    }

    #[test]
    fn every_stack_is_a_solid((_, (a, b)) in pair(), operation in operation()) {
        let (a, b) = (build(&a), build(&b));
        check(&a);
        check(&boolean(&a, operation, &b));
    }

    /// A tiny block around a point is in the part as a whole or not at all.
    #[test]
    fn points_inside_are_inside(
        part in spread().prop_flat_map(part),
        points in proptest::collection::vec([0.0..9.0_f64, 0.0..9.0, -3.0..9.0], 20),
    ) {
        let stack = build(&part);
        for point in points {
            let world = DVec3::from(point);
            if let Some(inside) = holds(&part, world) {
                let (low, high) = (world - 2e-4, world + 2e-4);
                let block = block(low.to_array(), high.to_array(), 9);
                let share = boolean(&block, Intersect, &stack).volume() / block.volume();
                prop_assert!((share - f64::from(u8::from(inside))).abs() < 1e-6, "{world} {share}");
            }
        }
    }

    #[test]
    fn the_order_does_not_matter((spread, (a, b)) in pair()) {
        let (a, b) = (build(&a), build(&b));
        for operation in [Join, Intersect] {
            let (there, back) = (boolean(&a, operation, &b), boolean(&b, operation, &a));
            prop_assert!(is_same(&there, &back, spread));
            prop_assert!((there.volume() - back.volume()).abs() < slack(&a, &b, spread));
            if spread == Spread::Grid {
                prop_assert!((there.surface_area() - back.surface_area()).abs() < 1e-9);
                prop_assert_eq!(counts(&there), counts(&back));
            }
        }
    }

    #[test]
    fn many_tools_are_one_after_the_other(
        body in part(Spread::Grid), tools in proptest::collection::vec(recipe(Spread::Grid), 1..5),
        operations in proptest::collection::vec(operation(), 5),
    ) {
        let body = build(&body);
        let tools: Vec<Stack> = tools.iter().map(Recipe::build).collect();
        let apply = |all, (tool, operation): (&Stack, &SetOperation)| boolean(&all, *operation, tool);
        let one_by_one = tools.iter().zip(&operations).fold(body.clone(), apply);
        let steps: Vec<(SetOperation, &Stack)> = operations.into_iter().zip(&tools).collect();
        let at_once = body.booleans(&steps).expect("parallel");
        // The point where circles touch is known to the root of rounding, and bends lines through it.
        prop_assert!((one_by_one.volume() - at_once.volume()).abs() < 1e-6);
        prop_assert!(is_same(&one_by_one, &at_once, Spread::Grid));
        prop_assert_eq!(counts(&one_by_one), counts(&at_once));
    }

    #[test]
    fn what_is_cut_and_joined_again_leaves_no_trace((spread, (a, b)) in pair()) {
        let (a, b) = (build(&a), build(&b));
        let whole = boolean(&a, Join, &b);
        let again = boolean(&boolean(&whole, Cut, &b), Join, &b);
        prop_assert!(is_same(&whole, &again, spread));
        if spread == Spread::Grid {
            prop_assert_eq!(counts(&whole), counts(&again));
            prop_assert_eq!(whole.heights().len(), again.heights().len());
        }
    }
}
