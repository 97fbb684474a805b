//! The lens from EXIF: what is taken, what is not, and why.

use cadseq_render::{Photo, decode_photo};
use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, RgbImage};

/// A field of EXIF data: tag and value.
#[derive(Clone, Copy)]
enum Field {
    Short(u16, u16),
    Long(u16, u32),
    Ratio(u16, u32, u32),
}

const ORIENTATION: u16 = 0x0112;
const FOCAL: u16 = 0x920A;
const WIDTH: u16 = 0xA002;
const HEIGHT: u16 = 0xA003;
const RESOLUTION: u16 = 0xA20E;
const UNIT: u16 = 0xA210;
const ZOOM: u16 = 0xA404;
const EQUIVALENT: u16 = 0xA405;

/// A TIFF structure, little-endian: one directory with `main`, one of EXIF with `fields`.
fn tiff(main: &[Field], fields: &[Field]) -> Vec<u8> {
    let pointer = 8 + 2 + 12 * (main.len() as u32 + 1) + 4;
    let main = [main, &[Field::Long(0x8769, pointer)]].concat();
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    directory(&mut bytes, &main);
    directory(&mut bytes, fields);
    bytes
}

fn directory(bytes: &mut Vec<u8>, fields: &[Field]) {
    let mut after = bytes.len() + 2 + 12 * fields.len() + 4;
    let mut values = Vec::new();
    bytes.extend((fields.len() as u16).to_le_bytes());
    for &field in fields {
        let (tag, kind, value) = match field {
            Field::Short(tag, value) => (tag, 3_u16, u32::from(value)),
            Field::Long(tag, value) => (tag, 4, value),
            Field::Ratio(tag, above, below) => {
                values.extend(above.to_le_bytes());
                values.extend(below.to_le_bytes());
                after += 8;
                (tag, 5, after as u32 - 8)
            }
        };
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(1_u32.to_le_bytes());
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend(0_u32.to_le_bytes());
    bytes.extend(values);
}

/// A JPEG of 40 x 30 pixels with that EXIF data.
fn jpeg(exif: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    JpegEncoder::new_with_quality(&mut plain, 90)
        .encode_image(&RgbImage::new(40, 30))
        .expect("it encodes");
    let mut bytes = plain[..2].to_vec();
    bytes.extend([0xFF, 0xE1]);
    bytes.extend((exif.len() as u16 + 8).to_be_bytes());
    bytes.extend(b"Exif\0\0");
    bytes.extend(exif);
    bytes.extend(&plain[2..]);
    bytes
}

fn photo(fields: &[Field]) -> Photo {
    decode_photo(&jpeg(&tiff(&[], fields))).expect("a picture")
}

/// The lens has this equivalent focal length and there is no note.
fn check(fields: &[Field], expected_mm: f64) {
    let photo = photo(fields);
    assert_eq!(photo.lens_note, None);
    let found = photo.lens.expect("a lens").equivalent_mm();
    assert!((found - expected_mm).abs() < 1e-3 * expected_mm, "{found}");
}

/// There is no lens, and the note says why.
fn check_refused(fields: &[Field], expected: &str) {
    let photo = photo(fields);
    assert_eq!(photo.lens, None);
    let note = photo.lens_note.expect(expected).to_string();
    assert!(note.contains(expected), "{note}");
}

#[test]
fn the_equivalent_focal_length_is_taken() {
    check(&[Field::Short(EQUIVALENT, 26)], 26.0);
    let both = [
        Field::Ratio(FOCAL, 425, 100),
        Field::Short(EQUIVALENT, 28),
        Field::Ratio(ZOOM, 100, 100),
    ];
    check(&both, 28.0);
    check(
        &[Field::Ratio(ZOOM, 0, 1), Field::Short(EQUIVALENT, 5)],
        5.0,
    );
}

#[test]
fn a_lens_is_the_same_however_the_picture_is_turned() {
    let fields = [
        Field::Short(EQUIVALENT, 26),
        Field::Long(WIDTH, 4000),
        Field::Long(HEIGHT, 3000),
    ];
    let main = [Field::Short(ORIENTATION, 6)];
    let photo = decode_photo(&jpeg(&tiff(&main, &fields))).expect("a picture");
    let (width, height) = (photo.picture.width(), photo.picture.height());
    assert_eq!((width, height), (30, 40));
    let lens = photo.lens.expect("a lens");
    // 26 mm by a diagonal of 50 pixels on one of 43.27 mm.
    assert!((lens.focal_px(width, height) - 30.046).abs() < 1e-3);
    let fov_deg = lens.vertical_fov_rad(width, height).to_degrees();
    assert!((fov_deg - 67.3).abs() < 0.1, "{fov_deg}");
}

/// 50 mm on a sensor of 22.2 mm with 5184 pixels a row, reckoned with the sensor's resolution.
#[test]
fn the_focal_length_by_the_sensor_is_taken() {
    let fields = [
        Field::Ratio(FOCAL, 50, 1),
        Field::Long(WIDTH, 5184),
        Field::Long(HEIGHT, 3888),
        Field::Ratio(RESOLUTION, 5_184_000, 874),
        Field::Short(UNIT, 2),
    ];
    // 5931.35 pixels an inch, 11675.9 pixels of focal length, a diagonal of 6480 pixels.
    check(&fields, 77.96);
    let in_centimetres = [
        fields[0],
        fields[1],
        fields[2],
        Field::Ratio(RESOLUTION, 5_184_000, 2220),
        Field::Short(UNIT, 3),
    ];
    check(&in_centimetres, 50.0 * 5184.0 / 22.2 / 6480.0 * 43.2666);
    // The equivalent length 0 says "not known".
    let with_zero = [&fields[..], &[Field::Short(EQUIVALENT, 0)]].concat();
    check(&with_zero, 77.96);
    // Without a recorded size, the picture's own: 40 x 30 pixels.
    let on_the_picture = [Field::Ratio(FOCAL, 5, 1), Field::Ratio(RESOLUTION, 254, 1)];
    check(&on_the_picture, 5.0 * 10.0 / 50.0 * 43.2666);
}

#[test]
fn what_is_not_credible_is_not_taken() {
    check_refused(&[Field::Short(EQUIVALENT, 4)], "not credible");
    check_refused(&[Field::Short(EQUIVALENT, 2001)], "not credible");
    check_refused(
        &[Field::Ratio(FOCAL, 0, 0), Field::Ratio(RESOLUTION, 254, 1)],
        "not credible",
    );
    check_refused(
        &[Field::Ratio(FOCAL, 50, 1), Field::Ratio(RESOLUTION, 5, 0)],
        "not credible",
    );
    check_refused(&[Field::Ratio(FOCAL, 50, 1)], "size of the sensor");
    check_refused(
        &[Field::Short(EQUIVALENT, 26), Field::Ratio(ZOOM, 3, 2)],
        "digital zoom of 1.5",
    );
    let cut = [
        Field::Short(EQUIVALENT, 26),
        Field::Long(WIDTH, 4000),
        Field::Long(HEIGHT, 2250),
    ];
    check_refused(&cut, "cut to 40 x 30 pixels from 4000 x 2250");
}

#[test]
fn damaged_exif_does_not_harm_the_picture() {
    let photo = decode_photo(&jpeg(b"II*\0\xff\xff\xff\x7f")).expect("a picture");
    assert_eq!(photo.lens, None);
    let whole = tiff(&[], &[Field::Short(EQUIVALENT, 26)]);
    for length in 0..whole.len() {
        decode_photo(&jpeg(&whole[..length])).expect("a picture");
    }
    assert_eq!(self::photo(&[]).lens_note, None);
}

/// The data stands in other containers too.
#[test]
fn png_webp_and_tiff_have_lenses() {
    let exif = tiff(&[], &[Field::Short(EQUIVALENT, 35)]);
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
    image::ImageEncoder::set_exif_metadata(&mut encoder, exif.clone()).expect("PNG has EXIF");
    RgbImage::new(4, 3)
        .write_with_encoder(encoder)
        .expect("it encodes");
    let photo = decode_photo(&bytes).expect("a picture");
    assert!((photo.lens.expect("a lens").equivalent_mm() - 35.0).abs() < 1e-9);
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut bytes);
    image::ImageEncoder::set_exif_metadata(&mut encoder, exif).expect("WebP has EXIF");
    RgbImage::new(4, 3)
        .write_with_encoder(encoder)
        .expect("it encodes");
    let photo = decode_photo(&bytes).expect("a picture");
    assert!((photo.lens.expect("a lens").equivalent_mm() - 35.0).abs() < 1e-9);
    let mut bytes = std::io::Cursor::new(Vec::new());
    RgbImage::new(4, 3)
        .write_to(&mut bytes, ImageFormat::Tiff)
        .expect("it encodes");
    let photo = decode_photo(bytes.get_ref()).expect("a picture");
    assert_eq!((photo.lens, photo.lens_note), (None, None));
}
