//! Metrics on a fixed validation set while training.

use cadseq_dataset::Distribution;
use cadseq_model::{Device, INPUT_SIZE, Label, Locator, LocatorInput, PLACES};
use glam::DVec2;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Example;

/// Crops that go through the network together.
const BATCH: usize = 32;

/// What the locator gets right on a fixed set of examples.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Validation {
    /// How many examples.
    pub examples: usize,
    /// Share of cells whose likeliest label is the true one.
    pub labels: f64,
    /// Share of examples whose plane is right.
    pub planes: f64,
    /// Share of examples whose sequence is right.
    pub sequences: f64,
    /// Median distance of a predicted place to the true one, in pixels of the crop.
    pub place_median_px: f64,
    /// The 90th percentile of that distance.
    pub place_p90_px: f64,
}

/// The fixed examples of a run.
pub fn examples(distribution: &Distribution, seed: u64, count: u64) -> Vec<Example> {
    (0..count)
        .into_par_iter()
        .map(|index| Example::new(distribution, seed, index))
        .collect()
}

/// Measures a locator.
pub fn validate(locator: &Locator, examples: &[Example], device: &Device) -> Validation {
    let mut distances = Vec::new();
    let (mut cells, mut right_cells, mut planes, mut sequences) = (0, 0, 0, 0);
    for chunk in examples.chunks(BATCH) {
        let inputs: Vec<LocatorInput> = chunk.iter().map(|e| e.input.clone()).collect();
        for (example, prediction) in chunk.iter().zip(locator.predict(&inputs, device)) {
            let target = &example.target;
            let size = target.labels.len() / Label::COUNT;
            cells += size;
            right_cells += (0..size)
                .filter(|&cell| {
                    likeliest(&target.labels, size, cell)
                        == likeliest(&prediction.labels, size, cell)
                })
                .count();
            planes += usize::from(
                likeliest_plane(&target.labels, size) == likeliest_plane(&prediction.labels, size),
            );
            let scores = &prediction.sequences;
            let best = (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b]));
            sequences += usize::from(best == Some(target.sequence.index()));
            distances.extend(place_distances(example, &prediction));
        }
    }
    distances.sort_by(f64::total_cmp);
    let quantile = |q: f64| {
        let last = distances.len().saturating_sub(1) as f64;
        distances
            .get((last * q) as usize)
            .copied()
            .unwrap_or(f64::NAN)
    };
    let share = |count: usize, of: usize| count as f64 / of.max(1) as f64;
    Validation {
        examples: examples.len(),
        labels: share(right_cells, cells),
        planes: share(planes, examples.len()),
        sequences: share(sequences, examples.len()),
        place_median_px: quantile(0.5),
        place_p90_px: quantile(0.9),
    }
}

fn likeliest(labels: &[f32], size: usize, cell: usize) -> Option<usize> {
    (0..Label::COUNT).max_by(|&a, &b| labels[a * size + cell].total_cmp(&labels[b * size + cell]))
}

fn likeliest_plane(labels: &[f32], size: usize) -> Option<usize> {
    let mass = |label: usize| labels[label * size..][..size].iter().sum::<f32>();
    (2..Label::COUNT).max_by(|&a, &b| mass(a).total_cmp(&mass(b)))
}

/// Distances of the places inside the crop, in its pixels.
fn place_distances<'a>(
    example: &'a Example,
    prediction: &'a cadseq_model::LocatorPrediction,
) -> impl Iterator<Item = f64> + 'a {
    use cadseq_model::Place::{Corner, Far, Middle};
    let all = [
        Corner(0),
        Corner(1),
        Corner(2),
        Middle(0),
        Middle(1),
        Middle(2),
        Far,
    ];
    debug_assert_eq!(all.len(), PLACES);
    all.into_iter().filter_map(|place| {
        let truth = example.target.places[place.index()];
        let inside = truth.min_element() >= 0.0 && truth.max_element() <= 1.0;
        let (found, _) = prediction.position(place);
        inside.then(|| DVec2::from_array(found).distance(truth) * INPUT_SIZE as f64)
    })
}
