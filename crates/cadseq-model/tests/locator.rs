//! The locator as a function: folding and saving keep it, predictions are probabilities.

#![expect(clippy::disallowed_methods, reason = "compared within a tolerance")]

use burn::module::Module;
use burn::tensor::{Distribution, Tensor};
use cadseq_model::{
    Device, INPUT_CHANNELS, INPUT_GRID, INPUT_SIZE, Label, Locator, LocatorConfig, LocatorInput,
    LocatorOutput, LocatorPrediction, MAP_SIZE, PLACES, Place, Sequence, batch_input,
    from_safetensors, to_safetensors,
};
use cadseq_program::Plane;

const CELLS: usize = MAP_SIZE * MAP_SIZE;

fn config() -> LocatorConfig {
    LocatorConfig::new().with_widths([8, 8, 8, 16])
}

/// Two different crops.
fn inputs() -> Vec<LocatorInput> {
    [0.37_f32, 0.61]
        .map(|step| LocatorInput {
            luma: (0..INPUT_SIZE * INPUT_SIZE)
                .map(|i| (i as f32 * step).fract())
                .collect(),
            center: [0.1, -0.2],
            half_side: f64::from(step) / 2.0,
        })
        .to_vec()
}

/// A locator whose normalizations have seen something, so that folding has something to fold.
fn used_locator() -> (Locator, Device) {
    let device = Device::flex();
    let training = device.clone().autodiff();
    training.seed(3);
    let locator = config().init(&training);
    for _ in 0..3 {
        let shape = [2, INPUT_CHANNELS, INPUT_GRID, INPUT_GRID];
        let noise = Tensor::<4>::random(shape, Distribution::Normal(0.3, 1.5), &training);
        let _ = locator.forward(noise);
    }
    (locator.valid(), device)
}

fn values<const D: usize>(tensor: Tensor<D>) -> Vec<f32> {
    tensor.into_data().try_to_vec().expect("f32")
}

fn scores(output: LocatorOutput) -> Vec<f32> {
    let mut all = values(output.labels);
    all.extend(values(output.places));
    all.extend(values(output.sequences));
    all
}

fn worst_difference(a: &[f32], b: &[f32]) -> f32 {
    assert_eq!(a.len(), b.len());
    a.iter()
        .zip(b)
        .map(|(a, b)| (a - b).abs())
        .fold(0.0, f32::max)
}

fn flat(predictions: &[LocatorPrediction]) -> Vec<f32> {
    predictions
        .iter()
        .flat_map(|p| [&p.labels[..], &p.places, &p.sequences].concat())
        .collect()
}

#[test]
fn outputs_have_the_documented_shapes() {
    let device = Device::flex();
    let output = config()
        .init(&device)
        .forward(batch_input(&inputs(), &device));
    assert_eq!(output.labels.dims(), [2, Label::COUNT, MAP_SIZE, MAP_SIZE]);
    assert_eq!(output.places.dims(), [2, PLACES, MAP_SIZE, MAP_SIZE]);
    assert_eq!(output.sequences.dims(), [2, Sequence::COUNT]);
}

#[test]
fn folding_keeps_the_function() {
    let (locator, device) = used_locator();
    let input = batch_input(&inputs(), &device);
    let plain = scores(locator.forward(input.clone()));
    let fresh = scores(config().init(&device).forward(input.clone()));
    assert!(
        worst_difference(&plain, &fresh) > 0.1,
        "the test's locator must be no fresh one"
    );
    let folded = scores(locator.folded().forward(input));
    let worst = worst_difference(&plain, &folded);
    assert!(worst < 1e-4, "scores differ by {worst}");
}

#[test]
fn folding_twice_is_folding_once() {
    let (locator, device) = used_locator();
    let input = batch_input(&inputs(), &device);
    let once = locator.folded();
    let twice = once.clone().folded();
    assert_eq!(
        scores(once.forward(input.clone())),
        scores(twice.forward(input))
    );
}

/// Weights go through f16, whose rounding is 1 part in 2048; a second trip changes nothing.
#[test]
fn saved_weights_load_again() {
    let (locator, device) = used_locator();
    let bytes = to_safetensors(&locator).expect("it saves");
    let loaded = from_safetensors(&bytes, config().init(&device)).expect("it loads");
    let (before, after) = (
        flat(&locator.predict(&inputs(), &device)),
        flat(&loaded.predict(&inputs(), &device)),
    );
    let worst = worst_difference(&before, &after);
    assert!(worst < 0.01, "probabilities differ by {worst}");
    let again = to_safetensors(&loaded).expect("it saves");
    let twice = from_safetensors(&again, config().init(&device)).expect("it loads");
    assert_eq!(after, flat(&twice.predict(&inputs(), &device)));
}

#[test]
fn saving_gives_the_same_bytes_every_time() {
    let (locator, _) = used_locator();
    let bytes = || to_safetensors(&locator).expect("it saves");
    let first = bytes();
    assert!((0..5).all(|_| bytes() == first));
}

#[test]
fn saved_weights_are_half_as_large() {
    let (locator, _) = used_locator();
    let parameters = locator.num_params();
    let bytes = to_safetensors(&locator).expect("it saves").len();
    // Two bytes each, and names and shapes of about a hundred tensors.
    assert!(
        bytes < 2 * parameters + 40_000,
        "{bytes} bytes for {parameters} parameters"
    );
}

#[test]
fn other_weights_are_refused_in_words() {
    let (locator, device) = used_locator();
    let bytes = to_safetensors(&locator).expect("it saves");
    let check = |bytes: &[u8], config: &LocatorConfig| {
        let error = from_safetensors(bytes, config.init(&device)).expect_err("not these weights");
        assert!(
            error.to_string().contains("no weights of this version"),
            "{error}"
        );
        assert!(!error.to_string().contains('\n'), "{error}");
    };
    check(b"", &config());
    check(b"not weights at all", &config());
    check(&bytes[..bytes.len() / 2], &config());
    check(&bytes, &LocatorConfig::new().with_widths([8, 8, 16, 16]));
}

#[test]
fn predictions_are_probabilities() {
    let (locator, device) = used_locator();
    let predictions = locator.predict(&inputs(), &device);
    assert_eq!(predictions.len(), 2);
    assert_ne!(predictions[0], predictions[1]);
    let is_one = |sum: f32| (sum - 1.0).abs() < 1e-3;
    for prediction in &predictions {
        for cell in 0..CELLS {
            let sum: f32 = (0..Label::COUNT)
                .map(|l| prediction.labels[l * CELLS + cell])
                .sum();
            assert!(is_one(sum), "labels of cell {cell} add up to {sum}");
        }
        for place in [Place::Corner(0), Place::Middle(2), Place::Far] {
            assert!(is_one(prediction.place(place).iter().sum()), "{place:?}");
        }
        assert!(is_one(prediction.sequences.iter().sum()));
        assert!(is_one(prediction.planes().iter().sum::<f64>() as f32));
    }
}

/// A crop's prediction does not depend on what else is in the batch.
#[test]
fn crops_of_a_batch_do_not_mix() {
    let (locator, device) = used_locator();
    let together = locator.predict(&inputs(), &device);
    for (input, expected) in inputs().into_iter().zip(together) {
        let alone = locator.predict(&[input], &device);
        assert!(worst_difference(&flat(&alone), &flat(&[expected])) < 1e-5);
    }
    assert!(locator.predict(&[], &device).is_empty());
}

/// Channel `4 j + i` holds the pixel in column `i` and row `j` of each cell; the last two hold the
/// viewing direction of the cell's middle.
#[test]
fn channels_have_the_documented_order() {
    let mut input = LocatorInput {
        luma: vec![0.7; INPUT_SIZE * INPUT_SIZE],
        center: [0.3, -0.1],
        half_side: 0.2,
    };
    let (column, row) = (4 * 5 + 2, 4 * 9 + 3);
    input.luma[row * INPUT_SIZE + column] = 1.0;
    let values = values(batch_input(&[input], &Device::flex()));
    let at = |channel: usize, row: usize, column: usize| {
        values[(channel * INPUT_GRID + row) * INPUT_GRID + column]
    };
    let lit: Vec<usize> = (0..16 * INPUT_GRID * INPUT_GRID)
        .filter(|&i| values[i].abs() > 1e-5)
        .collect();
    assert_eq!(lit, [((3 * 4 + 2) * INPUT_GRID + 9) * INPUT_GRID + 5]);
    assert!((at(14, 9, 5) - 0.9).abs() < 1e-5);
    // The crop spans 0.1..0.5 to the right and -0.3..0.1 down; cells are an 80th of a unit.
    let direction = |row, column| [at(16, row, column) / 1.75, at(17, row, column) / 1.75];
    let close = |a: [f32; 2], b: [f32; 2]| worst_difference(&a, &b) < 1e-5;
    assert!(close(direction(0, 0), [0.1 + 0.00625, -0.3 + 0.00625]));
    assert!(close(direction(31, 0), [0.1 + 0.00625, 0.1 - 0.00625]));
    assert!(close(direction(0, 31), [0.5 - 0.00625, -0.3 + 0.00625]));
}

#[test]
#[should_panic(expected = "wrong size")]
fn crops_of_another_size_are_a_bug() {
    let input = LocatorInput {
        luma: vec![0.0; 9],
        center: [0.0; 2],
        half_side: 1.0,
    };
    let _ = batch_input(&[input], &Device::flex());
}

/// A prediction whose map of `place` is a Gaussian about a position (fractions of the side).
fn gaussian(place: Place, position: [f64; 2], sigma_cells: f64) -> LocatorPrediction {
    let center = position.map(|fraction| fraction * MAP_SIZE as f64 - 0.5);
    let mut places = vec![0.0; PLACES * CELLS];
    let map = &mut places[place.index() * CELLS..][..CELLS];
    for (cell, value) in map.iter_mut().enumerate() {
        let (column, row) = ((cell % MAP_SIZE) as f64, (cell / MAP_SIZE) as f64);
        let square = (column - center[0]).powi(2) + (row - center[1]).powi(2);
        *value = (-0.5 * square / sigma_cells.powi(2)).exp() as f32;
    }
    let total: f32 = map.iter().sum();
    for value in map {
        *value /= total;
    }
    LocatorPrediction {
        labels: vec![0.0; Label::COUNT * CELLS],
        places,
        sequences: [0.0; 9],
    }
}

#[test]
fn positions_are_found_between_cells() {
    let check = |place, position: [f64; 2], sigma, tolerance: f64| {
        let (found, mass) = gaussian(place, position, sigma).position(place);
        let offset = (found[0] - position[0]).hypot(found[1] - position[1]) * MAP_SIZE as f64;
        assert!(offset < tolerance, "{place:?} off by {offset} cells");
        assert!(mass > 0.9 && mass < 1.001, "{mass}");
    };
    for place in [Place::Corner(1), Place::Middle(0), Place::Far] {
        check(place, [0.5, 0.25], 0.8, 0.05);
        check(place, [0.5 + 0.5 / 64.0, 0.25 + 0.5 / 64.0], 0.8, 0.02);
        check(place, [0.313, 0.777], 1.0, 0.1);
    }
    // Half of the map's Gaussian is cut off at the border.
    check(Place::Far, [0.5 / 64.0, 0.4], 0.5, 0.5);
}

#[test]
fn an_empty_map_has_no_mass() {
    let place = Place::Corner(0);
    let mut empty = gaussian(place, [0.5; 2], 1.0);
    empty.places.fill(0.0);
    let (position, mass) = empty.position(place);
    assert_eq!(mass, 0.0);
    assert!(position.iter().all(|v| v.is_finite()));
}

#[test]
fn labels_and_places_fill_their_maps_once() {
    let labels = [Label::Background, Label::Side]
        .map(Label::index)
        .into_iter();
    let caps = Plane::ALL.map(|plane| Label::Cap(plane).index());
    assert!(labels.chain(caps).eq(0..Label::COUNT));
    let corners = (0..3).map(|i| Place::Corner(i).index());
    let middles = (0..3).map(|i| Place::Middle(i).index());
    assert!(
        corners
            .chain(middles)
            .chain([Place::Far.index()])
            .eq(0..PLACES)
    );
}
