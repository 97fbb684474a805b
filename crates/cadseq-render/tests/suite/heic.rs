//! Pictures of phones: files written by libheif (through pillow-heif 1.8) with four quadrants, red and green above
//! blue and grey, against what libheif itself decodes.

use cadseq_render::{ColorPicture, decode_photo, decode_picture};

const PLAIN: &[u8] = include_bytes!("../pictures/plain.heic");
const GRID: &[u8] = include_bytes!("../pictures/grid.heic");

const RED: [f32; 3] = [200.0, 40.0, 30.0];
const GREEN: [f32; 3] = [40.0, 180.0, 50.0];
const BLUE: [f32; 3] = [40.0, 60.0, 200.0];
const GREY: [f32; 3] = [60.0, 60.0, 60.0];
const WHITE: [f32; 3] = [255.0, 255.0, 255.0];

/// Levels of 255 that a codec at quality 90 may miss a flat colour by.
const TOLERANCE: f32 = 4.0;

fn decoded(bytes: &[u8]) -> ColorPicture {
    decode_photo(bytes).expect("a HEIC picture").picture
}

/// The picture has this size and these colours in the middles of its quadrants, row by row.
fn check(bytes: &[u8], size: [usize; 2], quadrants: [[f32; 3]; 4]) {
    let picture = decoded(bytes);
    assert_eq!([picture.width(), picture.height()], size);
    let [width, height] = size;
    for (index, expected) in quadrants.into_iter().enumerate() {
        let (x, y) = (
            width / 4 + index % 2 * width / 2,
            height / 4 + index / 2 * height / 2,
        );
        let found = picture.at(x, y).map(|value| value * 255.0);
        let close = |(a, b): (&f32, &f32)| (a - b).abs() <= TOLERANCE;
        assert!(
            found.iter().zip(&expected).all(close),
            "({x}, {y}): {found:?}, not {expected:?}"
        );
    }
}

macro_rules! picture {
    ($name:literal) => {
        include_bytes!(concat!("../pictures/", $name, ".heic"))
    };
}

#[test]
fn chroma_and_depth_of_any_kind() {
    let check = |bytes: &[u8]| check(bytes, [64, 48], [RED, GREEN, BLUE, GREY]);
    check(PLAIN);
    check(picture!("half-chroma"));
    check(picture!("full-chroma"));
    check(picture!("ten-bit"));
    check(picture!("twelve-bit"));
}

#[test]
fn odd_sizes_and_grids_of_tiles() {
    check(picture!("odd"), [33, 21], [RED, GREEN, BLUE, GREY]);
    check(GRID, [150, 100], [RED, GREEN, BLUE, GREY]);
}

/// No edge where one tile meets the next.
#[test]
fn tiles_meet() {
    let picture = decoded(GRID);
    for x in 60..70 {
        for (value, expected) in picture.at(x, 10).iter().zip(RED) {
            assert!((value * 255.0 - expected).abs() < 8.0, "{x}: {value}");
        }
    }
}

#[test]
fn grey_and_transparent_pictures() {
    // Rec. 601, by which the file was made.
    let luma = [87.0, 123.0, 70.0, 60.0];
    check(picture!("grey"), [64, 48], luma.map(|value| [value; 3]));
    check(picture!("alpha"), [64, 48], [RED, GREEN, BLUE, WHITE]);
}

/// The first of several is the one that the file calls primary.
#[test]
fn the_primary_picture_of_several() {
    check(picture!("two"), [64, 48], [RED, GREEN, BLUE, GREY]);
}

/// Each orientation of EXIF, which libheif writes as boxes; the picture was stored as it is and must be turned.
#[test]
fn turned_as_the_boxes_say() {
    let (wide, tall) = ([64, 48], [48, 64]);
    check(picture!("turned-2"), wide, [GREEN, RED, GREY, BLUE]);
    check(picture!("turned-3"), wide, [GREY, BLUE, GREEN, RED]);
    check(picture!("turned-4"), wide, [BLUE, GREY, RED, GREEN]);
    check(picture!("turned-5"), tall, [RED, BLUE, GREEN, GREY]);
    check(picture!("turned-6"), tall, [BLUE, RED, GREY, GREEN]);
    check(picture!("turned-7"), tall, [GREY, GREEN, BLUE, RED]);
    check(picture!("turned-8"), tall, [GREEN, GREY, RED, BLUE]);
    check(
        picture!("grid-turned"),
        [100, 150],
        [BLUE, RED, GREY, GREEN],
    );
}

#[test]
fn the_lens_is_read() {
    let equivalent = |bytes: &[u8]| {
        let photo = decode_photo(bytes).expect("a HEIC picture");
        photo.lens.map(|lens| lens.equivalent_mm().round())
    };
    assert_eq!(equivalent(PLAIN), Some(26.0));
    assert_eq!(equivalent(picture!("grid-turned")), Some(52.0));
    assert_eq!(equivalent(picture!("odd")), None);
}

#[test]
fn grey_is_the_luma_of_the_colours() {
    let grey = decode_picture(PLAIN).expect("a HEIC picture");
    let from_color = decoded(PLAIN).to_grey();
    for (a, b) in grey.luma.iter().zip(&from_color.luma) {
        assert!((a - b).abs() < 1e-2, "{a} and {b}");
    }
}

/// Wherever it is cut off, it is not a picture.
#[test]
fn what_is_cut_off_is_damaged() {
    for bytes in [PLAIN, GRID] {
        for length in (16..bytes.len()).step_by(7) {
            let error = decode_photo(&bytes[..length]).expect_err("not whole");
            assert!(error.to_string().contains("damaged"), "{length}: {error}");
        }
        let error = decode_photo(&bytes[..bytes.len() * 2 / 3]).expect_err("not whole");
        assert!(error.to_string().contains("it ends early"), "{error}");
    }
}
