//! Crops and other sizes keep what they show.

use cadseq_render::Picture;
use proptest::prelude::*;

/// Values that grow evenly to the right and down.
fn slope(width: usize, height: usize) -> Picture {
    let luma = (0..width * height)
        .map(|i| 0.01 * (i % width) as f32 + 0.02 * (i / width) as f32)
        .collect();
    Picture {
        width,
        height,
        luma,
    }
}

fn check_close(found: &Picture, expected: &Picture) {
    assert_eq!(
        (found.width, found.height),
        (expected.width, expected.height)
    );
    let worst = found
        .luma
        .iter()
        .zip(&expected.luma)
        .map(|(a, b)| (a - b).abs())
        .fold(0.0, f32::max);
    assert!(worst < 1e-4, "off by {worst}");
}

#[test]
fn pixel_centres_are_halves() {
    let picture = slope(6, 4);
    assert_eq!(picture.sample(2.5, 1.5), picture.at(2, 1));
    assert!((picture.sample(3.0, 1.5) - 0.045).abs() < 1e-6);
    assert_eq!(
        picture.sample(-9.0, -9.0),
        picture.at(0, 0),
        "the border repeats"
    );
    assert_eq!(picture.sample(99.0, 99.0), picture.at(5, 3));
}

#[test]
fn the_whole_as_a_crop_is_the_whole() {
    let picture = slope(8, 8);
    check_close(&picture.crop(0.0, 0.0, 8.0, 8), &picture);
    check_close(&picture.resized(8, 8), &picture);
}

#[test]
fn a_crop_beside_the_picture_repeats_its_border() {
    let picture = slope(8, 8);
    check_close(
        &picture.crop(-20.0, -20.0, 4.0, 4),
        &Picture::filled(4, 4, picture.at(0, 0)),
    );
}

#[test]
fn halving_takes_the_mean_of_four() {
    let picture = slope(8, 6);
    let half = picture.resized(4, 3);
    let four = [(2, 2), (3, 2), (2, 3), (3, 3)].map(|(x, y)| picture.at(x, y));
    assert!((half.at(1, 1) - four.iter().sum::<f32>() / 4.0).abs() < 1e-5);
}

#[test]
fn difference_is_the_mean_of_squares() {
    let (black, grey) = (Picture::filled(3, 2, 0.0), Picture::filled(3, 2, 0.5));
    assert_eq!(black.mean_squared_difference(&grey), 0.25);
    assert_eq!(black.mean_squared_difference(&black), 0.0);
}

proptest! {
    /// A crop of a plane is the plane.
    #[test]
    fn crops_of_a_slope_are_slopes(left in 2.0..6.0_f64, top in 2.0..6.0_f64, side in 2.0..12.0_f64, size in 1..12_usize) {
        let crop = slope(20, 20).crop(left, top, side, size);
        let step = side / size as f64;
        for row in 0..size {
            for column in 0..size {
                let x = left + (column as f64 + 0.5) * step - 0.5;
                let y = top + (row as f64 + 0.5) * step - 0.5;
                let expected = 0.01 * x + 0.02 * y;
                prop_assert!((f64::from(crop.at(column, row)) - expected).abs() < 1e-4);
            }
        }
    }
}
