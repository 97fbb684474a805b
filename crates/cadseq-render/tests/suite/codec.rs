//! Whatever file a person has: decoded, or refused in words.

use std::io::Cursor;

use cadseq_render::{Picture, decode_picture, encode_png, encode_png_rgb};
use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::{
    DynamicImage, ExtendedColorType, Frame, GrayAlphaImage, GrayImage, ImageBuffer, ImageFormat,
    Luma, LumaA, Rgba, RgbaImage,
};
use proptest::prelude::*;

fn encoded(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image
        .into()
        .write_to(&mut bytes, format)
        .expect("it encodes");
    bytes.into_inner()
}

/// A grey ramp: the value of a pixel tells where it is.
fn ramp(width: u32, height: u32) -> GrayImage {
    GrayImage::from_fn(width, height, |x, y| Luma([(x * 40 + y * 13) as u8]))
}

fn decoded(bytes: &[u8]) -> Picture {
    decode_picture(bytes).expect("a picture")
}

fn check_refused(bytes: &[u8], expected: &str) {
    let error = decode_picture(bytes).expect_err(expected);
    assert!(error.to_string().contains(expected), "{error}");
    assert!(!error.to_string().contains('\n'), "{error}");
}

fn close(found: &[f32], expected: &[f32], tolerance: f32) -> bool {
    found.len() == expected.len()
        && found
            .iter()
            .zip(expected)
            .all(|(a, b)| (a - b).abs() <= tolerance)
}

/// Cyclic redundancy check of a PNG chunk.
fn crc(bytes: &[u8]) -> u32 {
    let step = |value: u32| {
        (0..8).fold(value, |v, _| {
            if v & 1 == 1 {
                0xEDB8_8320 ^ (v >> 1)
            } else {
                v >> 1
            }
        })
    };
    !bytes.iter().fold(!0, |value, &byte| {
        step((value ^ u32::from(byte)) & 0xFF) ^ (value >> 8)
    })
}

/// The start of an 8-bit grey PNG that claims a size and has no pixels.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut chunk = b"IHDR".to_vec();
    chunk.extend(width.to_be_bytes());
    chunk.extend(height.to_be_bytes());
    chunk.extend([8, 0, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    bytes.extend(&chunk);
    bytes.extend(crc(&chunk).to_be_bytes());
    // An empty data chunk: nothing that could be decoded.
    bytes.extend(b"\0\0\0\0IDAT");
    bytes.extend(crc(b"IDAT").to_be_bytes());
    bytes
}

fn jpeg(image: &GrayImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 100)
        .encode(image, image.width(), image.height(), ExtendedColorType::L8)
        .expect("it encodes");
    bytes
}

/// A JPEG with an EXIF segment that holds nothing but an orientation.
fn rotated_jpeg(image: &GrayImage, orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    let plain = jpeg(image);
    let mut bytes = plain[..2].to_vec();
    bytes.extend([0xFF, 0xE1]);
    bytes.extend((exif.len() as u16 + 2).to_be_bytes());
    bytes.extend(exif);
    bytes.extend(&plain[2..]);
    bytes
}

#[test]
fn what_is_no_picture_is_refused() {
    check_refused(b"", "empty");
    check_refused(
        b"add_sketch(XY)\nadd_circle(0, 0, 5)\n",
        "convert it to PNG",
    );
    check_refused(b"%PDF-1.7\n", "convert it to PNG");
    check_refused(&[0; 64], "convert it to PNG");
}

/// Formats that are known by their first bytes but not read here.
#[test]
fn other_formats_are_refused_by_name() {
    check_refused(b"\0\0\0\x1cftypavif\0\0\0\0avifmif1", "convert it to PNG");
    check_refused(b"P5\n2 2\n255\nabcd", "convert it to PNG");
    check_refused(b"#?RADIANCE\n", "convert it to PNG");
}

#[test]
fn damaged_pictures_are_refused() {
    let whole = encoded(ramp(40, 30), ImageFormat::Png);
    check_refused(&whole[..whole.len() / 2], "damaged");
    check_refused(&whole[..8], "damaged");
    check_refused(&png_header(8, 8), "damaged");
    let mut flipped = whole;
    flipped[45] ^= 0xFF;
    check_refused(&flipped, "damaged");
    check_refused(&jpeg(&ramp(40, 30))[..20], "damaged");
    check_refused(b"GIF89a", "damaged");
}

#[test]
fn pictures_without_pixels_are_refused() {
    check_refused(&png_header(0, 5), "damaged");
    check_refused(b"GIF89a\0\0\0\0\0\0\0;", "damaged");
    check_refused(
        b"GIF89a\0\0\0\0\0\0\0,\0\0\0\0\0\0\0\0\0\x02\x02\x44\x01\0;",
        "damaged",
    );
}

/// The size alone refuses: the files do not hold the pixels they claim, so decoding them would have
/// said "damaged".
#[test]
fn a_huge_picture_is_refused_by_its_header() {
    let check = |bytes: &[u8]| check_refused(bytes, "make it smaller");
    check(&png_header(20_000, 20_000));
    check(&png_header(2_147_483_647, 2_147_483_647));
    let mut gif = encoded(RgbaImage::new(4, 4), ImageFormat::Gif);
    gif[6..10].fill(0xFF);
    check(&gif);
    let mut bitmap = b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".to_vec();
    bitmap.extend(65_000_u32.to_le_bytes());
    bitmap.extend(65_000_u32.to_le_bytes());
    bitmap.extend(b"\x01\0\x18\0");
    bitmap.extend([0; 24]);
    check(&bitmap);
}

#[test]
fn every_format_decodes_to_the_same_grey() {
    let image = ramp(6, 5);
    let expected: Vec<f32> = image.iter().map(|&v| f32::from(v) / 255.0).collect();
    for format in [
        ImageFormat::Png,
        ImageFormat::Bmp,
        ImageFormat::Tiff,
        ImageFormat::WebP,
    ] {
        let rgb = DynamicImage::from(image.clone()).into_rgb8();
        let picture = decoded(&encoded(rgb, format));
        assert_eq!((picture.width, picture.height), (6, 5), "{format:?}");
        assert!(
            close(&picture.luma, &expected, 1e-5),
            "{format:?} {:?}",
            picture.luma
        );
    }
    assert!(close(&decoded(&jpeg(&image)).luma, &expected, 0.05));
}

#[test]
fn one_pixel_is_a_picture() {
    let picture = decoded(&encoded(
        GrayImage::from_pixel(1, 1, Luma([51])),
        ImageFormat::Png,
    ));
    assert_eq!((picture.width, picture.height), (1, 1));
    assert!(close(&picture.luma, &[0.2], 1e-6));
    assert_eq!(picture.sample(0.5, 0.5), picture.luma[0]);
}

#[test]
fn sixteen_bits_keep_their_precision() {
    let image = ImageBuffer::<Luma<u16>, _>::from_raw(3, 1, vec![30_000, 30_001, 65_535])
        .expect("three values");
    let picture = decoded(&encoded(image, ImageFormat::Png));
    assert!(close(
        &picture.luma,
        &[30_000.0 / 65_535.0, 30_001.0 / 65_535.0, 1.0],
        1e-6
    ));
    assert!(picture.luma[0] < picture.luma[1]);
}

#[test]
fn transparent_parts_are_white() {
    let grey = GrayAlphaImage::from_raw(3, 1, vec![0, 0, 0, 255, 102, 51]).expect("three pixels");
    let picture = decoded(&encoded(grey, ImageFormat::Png));
    assert!(
        close(&picture.luma, &[1.0, 0.0, 0.4 * 0.2 + 0.8], 1e-5),
        "{:?}",
        picture.luma
    );
    let color = RgbaImage::from_pixel(1, 1, Rgba([200, 0, 0, 0]));
    assert!(close(
        &decoded(&encoded(color, ImageFormat::Png)).luma,
        &[1.0],
        1e-6
    ));
}

/// Half transparent grey, so that an alpha channel of 16 bits is read as one.
#[test]
fn sixteen_bit_transparency_is_white_too() {
    let image = ImageBuffer::<LumaA<u16>, _>::from_raw(1, 1, vec![0, 13_107]).expect("one pixel");
    let picture = decoded(&encoded(image, ImageFormat::Png));
    assert!(close(&picture.luma, &[0.8], 1e-5), "{:?}", picture.luma);
}

#[test]
fn an_animation_shows_its_first_frame() {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for value in [40, 200] {
        let frame = RgbaImage::from_pixel(4, 3, Rgba([value, value, value, 255]));
        encoder.encode_frame(Frame::new(frame)).expect("it encodes");
    }
    drop(encoder);
    let picture = decoded(&bytes);
    assert_eq!((picture.width, picture.height), (4, 3));
    assert!(
        close(&picture.luma, &[40.0 / 255.0; 12], 0.02),
        "{:?}",
        picture.luma
    );
}

#[test]
fn photographs_are_turned_upright() {
    // Dark left, bright right.
    let image = GrayImage::from_fn(16, 8, |x, _| Luma([if x < 8 { 20 } else { 230 }]));
    let dark = |picture: &Picture, x, y| picture.at(x, y) < 0.5;
    let plain = decoded(&rotated_jpeg(&image, 1));
    assert_eq!((plain.width, plain.height), (16, 8));
    assert!(dark(&plain, 1, 4) && !dark(&plain, 14, 4));
    let half_turn = decoded(&rotated_jpeg(&image, 3));
    assert!(!dark(&half_turn, 1, 4) && dark(&half_turn, 14, 4));
    // 6: the camera was held so that the picture must turn clockwise; left becomes top.
    let clockwise = decoded(&rotated_jpeg(&image, 6));
    assert_eq!((clockwise.width, clockwise.height), (8, 16));
    assert!(dark(&clockwise, 4, 1) && !dark(&clockwise, 4, 14));
    let counter = decoded(&rotated_jpeg(&image, 8));
    assert!(!dark(&counter, 4, 1) && dark(&counter, 4, 14));
}

#[test]
fn colours_are_encoded_as_they_are() {
    let rgb = [255, 0, 0, 10, 20, 30];
    let bytes = encode_png_rgb(&rgb, 2, 1);
    let image = image::load_from_memory(&bytes)
        .expect("our own PNG")
        .into_rgb8();
    assert_eq!(image.into_raw(), rgb);
}

/// A result that is either a picture whose values fit its size, or an error in one line.
fn check_sane(bytes: &[u8]) {
    match decode_picture(bytes) {
        Ok(picture) => {
            assert_eq!(picture.luma.len(), picture.width * picture.height);
            assert!(picture.width > 0 && picture.height > 0);
            assert!(picture.luma.iter().all(|v| (0.0..=1.0).contains(v)));
        }
        Err(error) => assert!(!error.to_string().contains('\n'), "{error}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn png_round_trip(width in 1..20_usize, height in 1..20_usize, seed in 0.0..1.0_f32) {
        let luma = (0..width * height).map(|i| (i as f32 * 0.37 + seed).fract()).collect();
        let picture = Picture { width, height, luma };
        let back = decoded(&encode_png(&picture));
        prop_assert_eq!((back.width, back.height), (width, height));
        prop_assert!(close(&back.luma, &picture.luma, 0.5 / 255.0 + 1e-5));
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        check_sane(&bytes);
    }

    #[test]
    fn damage_never_panics(
        format in 0..6_usize,
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        keep in any::<prop::sample::Index>(),
    ) {
        let image = DynamicImage::from(ramp(7, 9)).into_rgb8();
        let formats = [
            ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif,
            ImageFormat::WebP, ImageFormat::Bmp, ImageFormat::Tiff,
        ];
        let mut bytes = encoded(image, formats[format]);
        for (index, value) in damage {
            let index = index.index(bytes.len());
            bytes[index] = value;
        }
        check_sane(&bytes);
        bytes.truncate(keep.index(bytes.len()) + 1);
        check_sane(&bytes);
    }
}
