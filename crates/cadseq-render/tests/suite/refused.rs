//! What is refused, by the name of what was seen.

use cadseq_render::decode_photo;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

fn check(bytes: &[u8], expected: &str) {
    let error = decode_photo(bytes).expect_err(expected).to_string();
    assert!(error.contains(expected), "{error:?}, not {expected:?}");
    assert!(!error.contains('\n'), "{error}");
}

fn picture() -> RgbImage {
    RgbImage::from_fn(60, 40, |x, y| {
        Rgb([4 * x as u8, 6 * y as u8, (x * y) as u8])
    })
}

fn encoded(format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::from(picture())
        .write_to(&mut bytes, format)
        .expect("it encodes");
    bytes.into_inner()
}

#[test]
fn documents_are_named() {
    let check = |bytes: &[u8], name: &str| {
        check(bytes, &format!("this is {name}, not a picture"));
    };
    check(b"%PDF-1.7\n", "a PDF document");
    check(
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "an SVG drawing",
    );
    check(
        b"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<!-- drawn -->\n<svg width=\"5\"/>",
        "an SVG drawing",
    );
    check(b"<?xml version=\"1.0\"?>\n<part/>", "an XML document");
    check(b"  0\r\nSECTION\r\n  2\r\nHEADER\r\n", "a DXF drawing");
    check(b"999\nmade by hand\n0\nSECTION\n", "a DXF drawing");
    check(b"AutoCAD Binary DXF\r\n\x1a\0", "a DXF drawing");
    check(b"AC1032\0\0", "a DWG drawing");
    check(b"ISO-10303-21;\nHEADER;\n", "a STEP file");
    check(b"solid part\nfacet normal 0 0 1\n", "an STL mesh");
    check(b"glTF\x02\0\0\0", "a GLB model");
    check(
        b"PK\x03\x04\x14\0",
        "a ZIP archive, or a document kept in one",
    );
    check(b"{\"entities\": {}}", "a JSON document");
    check(b"\0\0\0\x18ftypmp42\0\0\0\0", "a video (MP4 or MOV)");
}

#[test]
fn pictures_that_are_not_read_are_named() {
    let check = |bytes: &[u8], name: &str| {
        check(
            bytes,
            &format!("this is {name}, which is not read; convert it to PNG or JPEG"),
        );
    };
    check(b"\0\0\0\x1cftypavif\0\0\0\0avifmif1", "an AVIF picture");
    check(
        b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom",
        "a raw photograph (CR3)",
    );
    check(b"II*\0\x10\0\0\0CR\x02\0", "a raw photograph (CR2)");
    check(b"\xff\x0a\0\0", "a JPEG XL picture");
    check(b"8BPS\0\x01", "a Photoshop document");
    check(b"P5\n2 2\n255\nabcd", "a Netpbm picture");
    check(b"#?RADIANCE\n", "a Radiance picture");
    check(
        b"\0\0\0\x18ftyphevc\0\0\0\0hevcmsf1",
        "a sequence of HEIC pictures",
    );
}

/// A HEIC box structure whose picture another codec coded.
#[test]
fn heif_of_another_codec_is_named() {
    let mut bytes = include_bytes!("../pictures/plain.heic").to_vec();
    let at = bytes.windows(4).position(|window| window == b"hvc1");
    let at = at.expect("an item of HEVC");
    bytes[at..at + 4].copy_from_slice(b"av01");
    check(&bytes, "this is an AVIF picture");
    bytes[at..at + 4].copy_from_slice(b"avc1");
    check(&bytes, "this is a HEIF picture coded as H.264");
}

#[test]
fn what_ends_early_is_said_to() {
    for format in [
        ImageFormat::Png,
        ImageFormat::Jpeg,
        ImageFormat::Gif,
        ImageFormat::WebP,
        ImageFormat::Bmp,
        ImageFormat::Tiff,
    ] {
        let whole = encoded(format);
        decode_photo(&whole).expect("whole");
        for part in 3..8 {
            let bytes = &whole[..whole.len() * part / 8];
            let error = decode_photo(bytes).expect_err("cut off").to_string();
            assert!(error.contains("damaged"), "{format:?} {part}/8: {error}");
        }
    }
    let check_early = |format| {
        let whole = encoded(format);
        check(&whole[..whole.len() / 2], "it ends early");
    };
    check_early(ImageFormat::Png);
    check_early(ImageFormat::Jpeg);
}

fn progressive_like(bytes: &[u8], insert: &[u8]) -> Vec<u8> {
    [&bytes[..2], insert, &bytes[2..]].concat()
}

/// The end marker of a thumbnail inside a segment is not the picture's; what stands after the end does not matter.
#[test]
fn a_jpeg_is_whole_up_to_its_own_end_marker() {
    let whole = encoded(ImageFormat::Jpeg);
    let segment = b"\xff\xe2\x00\x08\xff\xd8\xff\xd9\xff\xd9";
    let with_thumbnail = progressive_like(&whole, segment);
    decode_photo(&with_thumbnail).expect("whole");
    check(
        &with_thumbnail[..with_thumbnail.len() - 40],
        "it ends early",
    );
    let with_trailer = [&whole[..], b"trailer of a phone \xff\xc0"].concat();
    decode_photo(&with_trailer).expect("whole");
}

/// A large one, cut off after most of its rows: its decoder fills the rest with grey.
#[test]
fn a_jpeg_without_its_last_rows_is_damaged() {
    let image = RgbImage::from_fn(400, 300, |x, y| Rgb([x as u8, y as u8, (x ^ y) as u8]));
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90)
        .encode_image(&image)
        .expect("it encodes");
    check(&bytes[..bytes.len() * 9 / 10], "it ends early");
    check(&bytes[..bytes.len() - 2], "it ends early");
}
