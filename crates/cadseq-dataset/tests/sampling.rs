//! What every drawn sample keeps, whatever the distribution.

use cadseq_dataset::{
    Distribution, Rejections, RuleSet, Sample, Sequence, grid,
    rules::{Facts, Target},
    sample,
    sample::{Draft, Outline},
};
use cadseq_program::{Curve, Operation, Program};
use glam::DVec2;
use proptest::prelude::*;

/// Takes a sampled program apart into the values it was drawn from.
fn draft_of(program: &Program) -> Draft {
    let parts = program.as_single_extrude().expect("one extrude");
    let outline = match parts.curves.as_slice() {
        [Curve::Circle(circle)] => Outline::Circle {
            center: circle.center,
            radius: circle.radius,
        },
        [first, second, third] => Outline::Loop {
            vertices: [second.start(), third.start()],
            sweeps_deg: [first, second, third]
                .map(|curve| matches!(curve, Curve::Arc(_)).then(|| curve.sweep_deg())),
        },
        curves => panic!("no template has {} curves", curves.len()),
    };
    Draft {
        plane: parts.plane,
        outline,
        depth: parts.depth,
    }
}

fn on_grid(program: &Program) -> bool {
    let snapped = |value: f64| grid::snap_coordinate(value) == value;
    let draft = draft_of(program);
    snapped(draft.depth)
        && match draft.outline {
            Outline::Circle { center, radius } => {
                snapped(center.x) && snapped(center.y) && grid::snap_radius(radius) == radius
            }
            Outline::Loop {
                vertices,
                sweeps_deg,
            } => {
                vertices
                    .iter()
                    .all(|vertex| snapped(vertex.x) && snapped(vertex.y))
                    && sweeps_deg
                        .into_iter()
                        .flatten()
                        .all(|s| grid::snap_sweep_deg(s) == s)
            }
        }
}

fn letters(program: &Program) -> String {
    program
        .operations()
        .iter()
        .filter_map(Operation::curve)
        .map(letter)
        .collect()
}

fn letter(curve: Curve) -> char {
    match curve {
        Curve::Line(_) => 'L',
        Curve::Arc(_) => 'A',
        Curve::Circle(_) => 'C',
    }
}

fn keeps_rules(rules: &RuleSet, sample: &Sample) {
    let facts = Facts::of(&draft_of(&sample.program));
    let broken = rules.broken_limit(sample.sequence, &facts);
    assert_eq!(broken, None, "{:?}", sample.program);
    let depth = rules.value(Target::Depth, sample.sequence, &facts);
    let parts = sample.program.as_single_extrude().expect("one extrude");
    assert_eq!(Some(parts.depth), depth.map(grid::snap_coordinate));
    for curve in sample
        .program
        .operations()
        .iter()
        .filter_map(Operation::curve)
    {
        if let Curve::Arc(arc) = curve {
            let facts = Facts::of_chord(arc.start.distance(arc.end()));
            let sweep = rules.value(Target::Sweep, sample.sequence, &facts);
            assert_eq!(Some(arc.sweep_deg), sweep.map(grid::snap_sweep_deg));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn programs_are_of_their_template(seed: u64, index: u64) {
        for distribution in
            [Distribution::without_rules(), Distribution::with_rules(), Distribution::mixed()]
        {
            let sample = sample(&distribution, seed, index);
            prop_assert_eq!(sample.sequence, Sequence::of(index));
            prop_assert_eq!(letters(&sample.program), sample.sequence.name());
            let parts = sample.program.as_single_extrude().expect("one extrude");
            let curves = parts.curves;
            prop_assert_eq!(sample.prism.plane(), parts.plane);
            prop_assert_eq!(sample.prism.depth(), parts.depth);
            if sample.sequence != Sequence::C {
                prop_assert_eq!(curves[0].start(), DVec2::ZERO);
                prop_assert!(curves[2].end().length() < 1e-6);
            }
        }
    }

    #[test]
    fn paper_distributions_lie_on_the_grid(seed: u64, index: u64) {
        for distribution in [Distribution::without_rules(), Distribution::with_rules()] {
            prop_assert!(on_grid(&sample(&distribution, seed, index).program));
        }
    }

    #[test]
    fn ruled_samples_keep_every_rule(seed: u64, index: u64) {
        let sample = sample(&Distribution::with_rules(), seed, index);
        keeps_rules(&RuleSet::built_in(), &sample);
    }
}

#[test]
fn rejections_are_counted_by_cause() {
    let count = |distribution: &Distribution, total: u64| {
        let mut rejections = Rejections::default();
        for index in 0..total {
            rejections.add(&sample(distribution, 1, index).rejections);
        }
        rejections
    };
    let free = count(&Distribution::without_rules(), 2200);
    let crossing = free
        .iter()
        .find(|(name, _)| *name == "crosses-or-touches-itself");
    assert!(crossing.is_some_and(|(_, count)| count > 500), "{free:?}");
    let ruled = count(&Distribution::with_rules(), 2200);
    assert!(
        ruled
            .iter()
            .any(|(name, _)| name == "rule: counter-clockwise"),
        "{ruled:?}"
    );
    assert!(
        ruled
            .iter()
            .all(|(name, _)| name != "no-arc" && name != "zero-depth"),
        "{ruled:?}"
    );
}

#[test]
fn other_rules_give_other_shapes() {
    let rules: RuleSet = "[[value]]
        name = 'flat'
        sets = 'depth'
        constant = 2.5
        factors = {}
        minimum = 0.0
        maximum = 10.0
        reason = 'a test'"
        .parse()
        .expect("valid rules");
    let distribution = Distribution::ruled(rules);
    assert!((0..50).all(|index| sample(&distribution, 0, index).prism.depth() == 2.5));
}
