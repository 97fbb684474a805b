//! Examples are the same everywhere, and what they ask for is what the geometry says.

use cadseq_dataset::{Distribution, sample};
use cadseq_model::{INPUT_SIZE, Label, MAP_SIZE, PLACES, Place, Sequence};
use cadseq_program::Plane;
use cadseq_render::Camera;
use cadseq_solid::Outline;
use cadseq_train::Example;
use glam::DVec2;

const CELLS: usize = MAP_SIZE * MAP_SIZE;

fn examples(seed: u64, indices: std::ops::Range<u64>) -> Vec<Example> {
    let distribution = Distribution::mixed();
    indices
        .map(|index| Example::new(&distribution, seed, index))
        .collect()
}

/// FNV-1a over everything that the network sees of the examples or is asked for.
fn fingerprint(examples: &[Example]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |bytes: &[u8]| {
        for &byte in bytes {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for Example { input, target } in examples {
        input.luma.iter().for_each(|v| add(&v.to_le_bytes()));
        input.center.iter().for_each(|v| add(&v.to_le_bytes()));
        add(&input.half_side.to_le_bytes());
        target.labels.iter().for_each(|v| add(&v.to_le_bytes()));
        for place in target.places {
            add(&place.x.to_le_bytes());
            add(&place.y.to_le_bytes());
        }
        add(&[target.sequence.index() as u8]);
    }
    hash
}

/// The shipped weights were trained on this stream. A change of this number is a change of every
/// training run: train again, then update it.
#[test]
fn the_training_stream_is_pinned() {
    let found = fingerprint(&examples(1, 0..64));
    assert_eq!(
        found, 0xdfc1_eb31_8010_34d9,
        "the fingerprint is {found:#018x}"
    );
}

#[test]
fn seed_and_index_decide() {
    assert_eq!(
        fingerprint(&examples(7, 3..6)),
        fingerprint(&examples(7, 3..6))
    );
    assert_ne!(
        fingerprint(&examples(7, 3..4)),
        fingerprint(&examples(8, 3..4))
    );
    assert_ne!(
        fingerprint(&examples(7, 3..4)),
        fingerprint(&examples(7, 4..5))
    );
}

#[test]
fn labels_are_shares() {
    for Example { input, target } in examples(2, 0..60) {
        assert_eq!(input.luma.len(), INPUT_SIZE * INPUT_SIZE);
        assert!(input.luma.iter().all(|v| (-0.2..=1.2).contains(v)));
        assert_eq!(target.labels.len(), Label::COUNT * CELLS);
        assert!(
            target
                .labels
                .iter()
                .all(|v| (-1e-4..=1.0 + 1e-4).contains(v))
        );
        for cell in 0..CELLS {
            let sum: f32 = (0..Label::COUNT)
                .map(|label| target.labels[label * CELLS + cell])
                .sum();
            assert!((sum - 1.0).abs() < 1e-4, "cell {cell} adds up to {sum}");
        }
    }
}

/// The cap's label is that of the program's plane and no other; the sequence is the program's, in
/// one of its two directions.
#[test]
fn labels_and_sequence_are_the_programs() {
    let distribution = Distribution::mixed();
    for (index, example) in examples(2, 0..60).iter().enumerate() {
        let sample = sample(&distribution, 2, index as u64);
        let mass = |label: Label| {
            let map = &example.target.labels[label.index() * CELLS..][..CELLS];
            map.iter().sum::<f32>()
        };
        for plane in Plane::ALL {
            let is_its_plane = plane == sample.prism.plane();
            assert_eq!(mass(Label::Cap(plane)) > 1.0, is_its_plane, "{plane}");
        }
        let expected = sample.sequence.arcs();
        match (example.target.sequence, expected) {
            (Sequence::Circle, None) => {}
            (Sequence::Loop(arcs), Some(expected)) => {
                let [a, b, c] = expected;
                assert!(
                    arcs == expected || arcs == [c, b, a],
                    "{arcs:?} {expected:?}"
                );
            }
            other => panic!("{other:?}"),
        }
    }
}

/// The share of the cap in the 3 x 3 cells about a place, or nothing for a place outside the crop.
fn cap_around(example: &Example, place: Place) -> Option<f32> {
    let position = example.target.places[place.index()] * MAP_SIZE as f64;
    if position.min_element() < 0.0 || position.max_element() >= MAP_SIZE as f64 {
        return None;
    }
    let (column, row) = (position.x as usize, position.y as usize);
    let near = |index: usize| index.saturating_sub(1)..(index + 2).min(MAP_SIZE);
    let cap = |cell: usize| (2..Label::COUNT).map(move |l| example.target.labels[l * CELLS + cell]);
    let cells = near(row).flat_map(|row| near(column).map(move |column| row * MAP_SIZE + column));
    Some(cells.flat_map(cap).sum())
}

/// Corners, middles and rim points lie on the cap's border, a circle's centre inside. A corner
/// between two nearly parallel curves may be too thin for any sample: hence the one in a hundred.
#[test]
fn places_lie_on_the_cap() {
    let (mut inside, mut on_cap) = (0, 0);
    for example in examples(4, 0..200) {
        for place in (0..3).flat_map(|i| [Place::Corner(i), Place::Middle(i)]) {
            if let Some(share) = cap_around(&example, place) {
                inside += 1;
                on_cap += usize::from(share > 0.0);
            }
        }
    }
    assert!(inside > 1000, "{inside} places in the pictures");
    assert!(on_cap * 100 >= inside * 99, "{on_cap} of {inside}");
}

/// With the paper's camera (half of the examples have it) each place's ray meets the cap's plane
/// exactly where the program says; a camera a little off moves it a little.
#[test]
fn places_unproject_to_the_program() {
    let distribution = Distribution::mixed();
    let camera = Camera::paper();
    let mut exact = 0;
    for (index, example) in examples(5, 0..100).iter().enumerate() {
        let prism = sample(&distribution, 5, index as u64).prism;
        let plane = prism.plane();
        let (low, high) = prism.heights();
        let sketch_at = |place: Place, height: f64| {
            let fraction = example.target.places[place.index()] * 2.0 - 1.0;
            let center = DVec2::from_array(example.input.center);
            let ray = camera.ray(center + fraction * example.input.half_side);
            let (start, lift) = plane.to_sketch(camera.position);
            let (along, rise) = plane.to_sketch(ray);
            start + along * ((height - lift) / rise)
        };
        let (expected, found) = match prism.outline() {
            Outline::Circle { center, radius, .. } => {
                let rim = *center + DVec2::X * *radius;
                (
                    vec![*center, rim, *center],
                    vec![Place::Corner(0), Place::Corner(1)],
                )
            }
            Outline::Loop(_) => (vec![DVec2::ZERO, DVec2::ZERO], vec![Place::Corner(0)]),
        };
        let mut worst = expected
            .last()
            .map_or(0.0, |far| far.distance(sketch_at(Place::Far, low)));
        for (place, point) in found.into_iter().zip(&expected) {
            worst = worst.max(point.distance(sketch_at(place, high)));
        }
        assert!(worst < 1.5, "example {index} is off by {worst}");
        exact += usize::from(worst < 1e-9);
    }
    assert!((35..=65).contains(&exact), "{exact} of 100 are exact");
}

/// A place's map is a bump whose mean is the place, or empty.
#[test]
fn place_maps_are_bumps_at_their_places() {
    for example in examples(6, 0..40) {
        for place in 0..PLACES {
            let mut map = Vec::new();
            example.target.append_place_map(place, &mut map);
            assert_eq!(map.len(), CELLS);
            let position = example.target.places[place] * MAP_SIZE as f64;
            let total: f32 = map.iter().sum();
            if position.min_element() < 0.0 || position.max_element() > MAP_SIZE as f64 {
                assert_eq!(total, 0.0);
                continue;
            }
            assert!((total - 1.0).abs() < 1e-4);
            if position.min_element() < 5.0 || position.max_element() > MAP_SIZE as f64 - 5.0 {
                continue; // Cut off at the border.
            }
            let mean = map
                .iter()
                .enumerate()
                .fold(DVec2::ZERO, |sum, (cell, &weight)| {
                    let middle =
                        DVec2::new((cell % MAP_SIZE) as f64, (cell / MAP_SIZE) as f64) + 0.5;
                    sum + middle * f64::from(weight)
                });
            assert!(mean.distance(position) < 0.01, "{mean} {position}");
        }
    }
}
