//! Every family gives parts, and the same ones each time.

use std::collections::BTreeSet;

use cadseq_program::OperationKind;

use super::{FAMILIES, LONGEST_SIDE, part_sample, part_sample_of};

/// Seeds that each family is tried with.
const TRIES: u64 = 40;

#[test]
fn names_are_unique_and_weights_positive() {
    let names: BTreeSet<_> = FAMILIES.iter().map(|family| family.name).collect();
    assert_eq!(names.len(), FAMILIES.len());
    assert!(FAMILIES.iter().all(|family| family.weight > 0));
}

#[test]
fn every_family_builds() {
    for family in FAMILIES {
        let mut rejected = crate::Rejections::default();
        for index in 0..TRIES {
            let sample = part_sample_of(family, 1, index);
            let name = format!("{} {index}: {}", family.name, sample.program);
            rejected.add(&sample.rejections);
            let measures = sample.part.solid.measures().expect(&name).expect(&name);
            let sides = measures.bounds.max - measures.bounds.min;
            assert!((sides.max_element() - LONGEST_SIDE).abs() <= 0.01, "{name}");
            assert!(measures.volume > 0.0, "{name}");
            let extrudes = sample.program.kinds();
            let extrudes = extrudes.filter(|&kind| kind == OperationKind::AddExtrude);
            assert!((1..=8).contains(&extrudes.count()), "{name}");
        }
        assert!(
            rejected.total() <= TRIES / 2,
            "{}: {:?}",
            family.name,
            rejected.iter().collect::<Vec<_>>()
        );
    }
}

#[test]
fn seed_and_index_alone_decide() {
    for index in 0..60 {
        let text = |seed| part_sample(seed, index).program.to_string();
        assert_eq!(text(1), text(1));
        assert_ne!(text(1), text(2));
    }
}
