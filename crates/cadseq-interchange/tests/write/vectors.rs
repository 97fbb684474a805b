//! DeepCAD's vectors of parts: what reads back is the part, as far as 256 levels say it.

use cadseq_interchange::read::deepcad_vector;
use cadseq_interchange::vector::VectorLayout;
use cadseq_interchange::{ReadOptions, write};
use cadseq_program::{OperationKind, Program};
use cadseq_solid::{Feature, Measures, Part};
use proptest::prelude::*;

use crate::built::{Built, parts};
use crate::random;

/// The program in the vectors of a part.
fn again(part: &Built) -> Option<Program> {
    let vectors = write::deepcad_vector::write(&part.design()).ok()?;
    let bytes = vectors.to_bytes(VectorLayout::Npy);
    let read = deepcad_vector::read(&bytes, &ReadOptions::default());
    Some(read.expect("what is written is read").program)
}

fn measures(part: &Part) -> Measures {
    part.solid.measures().expect("measured").expect("a body")
}

/// Bounds of a part whose farthest coordinate is made 1.
fn shape(part: &Part) -> [f64; 6] {
    let bounds = measures(part).bounds;
    let farthest = bounds.min.abs().max(bounds.max.abs()).max_element();
    let [low, high] = [bounds.min, bounds.max].map(|corner| (corner / farthest).to_array());
    [low[0], low[1], low[2], high[0], high[1], high[2]]
}

#[test]
fn parts_read_back_with_their_shape() {
    let mut checked = 0;
    for part in parts() {
        let Some(program) = again(&part) else {
            continue;
        };
        let Ok(found) = Part::build(&program) else {
            panic!("{}: {program}", part.name);
        };
        checked += 1;
        for (a, b) in shape(&found).into_iter().zip(shape(&part.part)) {
            // A level of a place is 1/96, and one of an angle moves an end by less than 1/40.
            assert!((a - b).abs() < 0.03, "{}: {a} {b}\n{program}", part.name);
        }
    }
    assert!(checked >= 12, "{checked} parts");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_written_is_read(part in random::part()) {
        if let Some(program) = again(&part) {
            let regions = part.part.features.iter().map(|Feature::Extrude(one)| one.regions.len());
            let extrudes = program.kinds().filter(|&kind| kind == OperationKind::AddExtrude);
            prop_assert_eq!(extrudes.count(), regions.sum::<usize>());
        }
    }
}
