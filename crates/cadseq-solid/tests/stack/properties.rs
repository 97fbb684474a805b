//! What holds for all stacks, on random ones: half of them on a grid, so that faces coincide.

use cadseq_solid::SetOperation::{Cut, Intersect, Join};
use cadseq_solid::{SetOperation, Stack};
use proptest::prelude::*;

use crate::parts::random::{build, operation, pair, part, recipe};
use crate::parts::{TOLERANCE, check};

fn boolean(a: &Stack, operation: SetOperation, b: &Stack) -> Stack {
    a.boolean(b, operation).expect("parallel")
}

/// What snapping may change: faces anywhere may come as near as the tolerance and then be one; on a
/// grid they do not.
fn slack(a: &Stack, b: &Stack, snapped: bool) -> f64 {
    let share = if snapped { 1e-10 } else { TOLERANCE };
    share * (a.surface_area() + b.surface_area()).max(1.0)
}

/// The same solid: no volume in one and not in the other.
fn is_same(a: &Stack, b: &Stack, snapped: bool) -> bool {
    let slack = slack(a, b, snapped);
    boolean(a, Cut, b).volume() < slack && boolean(b, Cut, a).volume() < slack
}

fn counts(stack: &Stack) -> [usize; 4] {
    let brep = stack.brep();
    let shells = brep.shells().count();
    [
        brep.faces.len(),
        brep.edges.len(),
        brep.vertices.len(),
        shells,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn volumes_add_up((snapped, (a, b)) in pair()) {
        let (a, b) = (build(&a), build(&b));
        let [union, common, rest] = [Join, Intersect, Cut].map(|o| boolean(&a, o, &b).volume());
        let (va, vb) = (a.volume(), b.volume());
        let slack = slack(&a, &b, snapped);
        prop_assert!((union + common - va - vb).abs() < slack, "{union} {common} {va} {vb}");
        prop_assert!((rest + common - va).abs() < slack, "{rest} {common} {va}");
    }

    #[test]
    fn every_stack_is_a_solid((_, (a, b)) in pair(), operation in operation()) {
        let (a, b) = (build(&a), build(&b));
        check(&a);
        check(&boolean(&a, operation, &b));
    }

    #[test]
    fn the_order_does_not_matter((snapped, (a, b)) in pair()) {
        let (a, b) = (build(&a), build(&b));
        for operation in [Join, Intersect] {
            let (there, back) = (boolean(&a, operation, &b), boolean(&b, operation, &a));
            prop_assert!(is_same(&there, &back, snapped));
            prop_assert!((there.volume() - back.volume()).abs() < slack(&a, &b, snapped));
            if snapped {
                prop_assert!((there.surface_area() - back.surface_area()).abs() < 1e-9);
                prop_assert_eq!(counts(&there), counts(&back));
            }
        }
    }

    #[test]
    fn many_tools_are_one_after_the_other(
        body in part(true), tools in proptest::collection::vec(recipe(true), 1..5),
        operations in proptest::collection::vec(operation(), 5),
    ) {
        let body = build(&body);
        let tools: Vec<Stack> = tools.iter().map(|tool| tool.build()).collect();
        let apply = |all, (tool, operation): (&Stack, &SetOperation)| boolean(&all, *operation, tool);
        let one_by_one = tools.iter().zip(&operations).fold(body.clone(), apply);
        let steps: Vec<(SetOperation, &Stack)> = operations.into_iter().zip(&tools).collect();
        let at_once = body.booleans(&steps).expect("parallel");
        prop_assert!((one_by_one.volume() - at_once.volume()).abs() < 1e-9);
        prop_assert!(is_same(&one_by_one, &at_once, true));
        prop_assert_eq!(counts(&one_by_one), counts(&at_once));
    }

    #[test]
    fn what_is_cut_and_joined_again_leaves_no_trace((snapped, (a, b)) in pair()) {
        let (a, b) = (build(&a), build(&b));
        let whole = boolean(&a, Join, &b);
        let again = boolean(&boolean(&whole, Cut, &b), Join, &b);
        prop_assert!(is_same(&whole, &again, snapped));
        if snapped {
            prop_assert_eq!(counts(&whole), counts(&again));
            prop_assert_eq!(whole.heights().len(), again.heights().len());
        }
    }
}
