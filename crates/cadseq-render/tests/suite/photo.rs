//! Pictures in colour: the same pixels as in grey.

use std::io::Cursor;

use cadseq_render::{ColorPicture, decode_photo, decode_picture};
use image::{
    DynamicImage, GrayImage, ImageBuffer, ImageFormat, Luma, Rgb, RgbImage, Rgba, RgbaImage,
};

fn encoded(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image
        .into()
        .write_to(&mut bytes, format)
        .expect("it encodes");
    bytes.into_inner()
}

fn decoded(bytes: &[u8]) -> ColorPicture {
    decode_photo(bytes).expect("a picture").picture
}

fn check_pixel(picture: &ColorPicture, x: usize, y: usize, expected: [f32; 3]) {
    let found = picture.at(x, y);
    let close = |(a, b): (&f32, &f32)| (a - b).abs() < 1e-5;
    assert!(
        found.iter().zip(&expected).all(close),
        "({x}, {y}): {found:?}, not {expected:?}"
    );
}

#[test]
fn colours_come_as_they_are() {
    let image = RgbImage::from_fn(5, 3, |x, y| Rgb([51 * x as u8, 102 * y as u8, 255]));
    for format in [
        ImageFormat::Png,
        ImageFormat::Bmp,
        ImageFormat::Tiff,
        ImageFormat::WebP,
    ] {
        let picture = decoded(&encoded(image.clone(), format));
        assert_eq!((picture.width(), picture.height()), (5, 3), "{format:?}");
        check_pixel(&picture, 3, 1, [0.6, 0.4, 1.0]);
        check_pixel(&picture, 4, 2, [0.8, 0.8, 1.0]);
    }
}

#[test]
fn grey_pictures_have_equal_planes() {
    let bytes = encoded(GrayImage::from_pixel(2, 2, Luma([51])), ImageFormat::Png);
    check_pixel(&decoded(&bytes), 1, 1, [0.2; 3]);
}

#[test]
fn what_is_transparent_shows_white() {
    let image = RgbaImage::from_raw(2, 1, vec![0, 255, 0, 51, 255, 0, 0, 0]).expect("two pixels");
    let picture = decoded(&encoded(image, ImageFormat::Png));
    check_pixel(&picture, 0, 0, [0.8, 1.0, 0.8]);
    check_pixel(&picture, 1, 0, [1.0; 3]);
}

#[test]
fn sixteen_bits_and_floats_keep_their_precision() {
    let color = Rgba([13_107_u16, 30_001, 65_535, 65_535]);
    let image = ImageBuffer::from_pixel(1, 1, color);
    let expected = [0.2, 30_001.0 / 65_535.0, 1.0];
    check_pixel(&decoded(&encoded(image, ImageFormat::Png)), 0, 0, expected);
    let image = ImageBuffer::from_pixel(1, 1, Rgb([0.25_f32, 0.5, 0.125]));
    let bytes = encoded(DynamicImage::ImageRgb32F(image), ImageFormat::Tiff);
    check_pixel(&decoded(&bytes), 0, 0, [0.25, 0.5, 0.125]);
}

/// One code path: the grey picture is the coloured one's luma.
#[test]
fn grey_is_the_luma_of_the_colours() {
    let image = RgbaImage::from_fn(9, 7, |x, y| {
        Rgba([
            28 * x as u8,
            36 * y as u8,
            (x * y * 5) as u8,
            255 - 20 * x as u8,
        ])
    });
    for format in [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Tiff] {
        let bytes = encoded(image.clone(), format);
        let grey = decode_picture(&bytes).expect("a picture");
        let from_color = decoded(&bytes).to_grey();
        for (a, b) in grey.luma.iter().zip(&from_color.luma) {
            assert!((a - b).abs() < 1e-2, "{format:?}: {a} and {b}");
        }
    }
}

#[test]
fn a_picture_without_exif_says_nothing_of_its_lens() {
    let bytes = encoded(RgbImage::new(4, 4), ImageFormat::Png);
    let photo = decode_photo(&bytes).expect("a picture");
    assert_eq!((photo.lens, photo.lens_note), (None, None));
}
