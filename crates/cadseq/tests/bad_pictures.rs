//! Picture files that are damaged, unusual or none.

mod command_line;

use std::io::{Cursor, Write};
use std::process::Stdio;

use command_line::{CYLINDER, Workplace, example};
use image::codecs::gif::GifEncoder;
use image::{DynamicImage, Frame, ImageFormat, RgbaImage};

#[test]
fn files_that_are_no_usable_picture_are_refused() {
    let small = encoded(&DynamicImage::new_rgb8(1, 1), ImageFormat::Png);
    let blank = encoded(&white(64), ImageFormat::Png);
    let whole = std::fs::read(example("cylinder.png")).expect("the example");
    let cases: [(&[u8], &[&str]); 8] = [
        (b"", &["the file is empty", "give another one"]),
        (
            b"this is a letter, not a picture\n",
            &["not a PNG, JPEG", "convert it to PNG"],
        ),
        (&whole[..whole.len() / 2], &["damaged", "save it again"]),
        (&whole[..20], &["damaged", "save it again"]),
        (&small, &["1 x 1 pixels", "at least 32 x 32"]),
        (&huge_png(), &["20000 x 20000", "make it smaller"]),
        (&huge_gif(), &["20000 x 20000", "make it smaller"]),
        (
            &blank,
            &["one plain white area", "use a picture that shows a part"],
        ),
    ];
    for (bytes, expected) in cases {
        let place = Workplace::new();
        place.write("picture.png", bytes);
        let expected = [&["picture.png"], expected].concat();
        for output in [&["-o", "part.step"][..], &["-o", "part.png"], &[]] {
            place.refuse(
                &[&["reconstruct", "picture.png"], output].concat(),
                &expected,
            );
        }
    }
}

#[test]
fn refusals_are_json_on_request() {
    let place = Workplace::new();
    place.write("empty.png", "");
    let output = place.run(&["reconstruct", "empty.png", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let record: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one object");
    assert_eq!(record["picture"], "empty.png");
    assert!(
        record["error"]
            .as_str()
            .is_some_and(|error| error.contains("empty"))
    );
}

/// Bytes on standard input.
fn piped(arguments: &[&str], input: &[u8]) -> std::process::Output {
    let place = Workplace::new();
    let mut command = place.command(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().expect("it starts");
    let mut stream = child.stdin.take().expect("a pipe");
    stream.write_all(input).expect("written");
    drop(stream);
    child.wait_with_output().expect("it ends")
}

#[test]
fn standard_input_is_a_picture_too() {
    let picture = std::fs::read(example("cylinder.png")).expect("the example");
    let output = piped(&["reconstruct", "-"], &picture);
    assert!(output.status.success(), "{output:?}");
    let from_file = Workplace::new();
    let path = example("cylinder.png");
    let path = path.to_str().expect("a name");
    let expected = from_file.succeed(&["reconstruct", path]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
    let refused = piped(&["reconstruct", "-"], b"%PDF-1.7");
    let message = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success());
    assert!(message.contains("standard input"), "{message}");
    assert!(
        message.contains("a PDF document, not a picture"),
        "{message}"
    );
}

#[test]
fn unwritable_outputs_are_refused_before_work() {
    let place = Workplace::new();
    std::fs::copy(example("cylinder.png"), place.path("a.png")).expect("copied");
    place.write("file", "not a folder");
    let check = |output: &str, expected: &[&str]| {
        place.refuse(&["reconstruct", "a.png", "-o", output], expected);
    };
    check("none/a.step", &["none/a.step", "cannot be written", "; "]);
    check("file/a.step", &["file/a.step", "; "]);
    check("file/all/", &["file/all", "cannot be made", "; "]);
    check("file", &["file", "cannot be made", "; "]);
    check("a.xyz", &["a.xyz", "use .cad"]);
    check("a.png", &["a.png is itself read", "give another name"]);
    place.refuse(
        &["see", "a.png", "-o", "./a.png"],
        &["a.png is itself read"],
    );
    place.refuse(
        &["reconstruct", "a.png", "a.png", "-o", "a.step"],
        &[
            "a.step is one file but there are 2 pictures",
            "give a folder",
        ],
    );
}

#[test]
fn unusual_pictures_are_read_as_meant() {
    let picture = image::open(example("cylinder.png")).expect("the example");
    let grey = picture.to_luma8();
    let transparent = RgbaImage::from_fn(grey.width(), grey.height(), |x, y| {
        let luma = grey.get_pixel(x, y).0[0];
        image::Rgba(if luma == 255 {
            [0, 0, 0, 0]
        } else {
            [luma, luma, luma, 255]
        })
    });
    let jpeg = encoded(&picture.to_rgb8().into(), ImageFormat::Jpeg);
    let on_its_side = encoded(&picture.to_rgb8().into(), ImageFormat::Png);
    let on_its_side = image::load_from_memory(&on_its_side)
        .expect("a picture")
        .rotate270();
    let cases = [
        ("grey.png", encoded(&grey.clone().into(), ImageFormat::Png)),
        (
            "sixteen.png",
            encoded(&picture.to_rgb16().into(), ImageFormat::Png),
        ),
        (
            "transparent.png",
            encoded(&transparent.into(), ImageFormat::Png),
        ),
        ("colour.jpg", jpeg),
        (
            "turned.jpg",
            turned_right(&encoded(&on_its_side, ImageFormat::Jpeg)),
        ),
        ("moving.gif", moving_gif(&picture)),
        ("wrong-name.txt", encoded(&picture, ImageFormat::WebP)),
    ];
    let place = Workplace::new();
    place.write("truth.cad", CYLINDER);
    for (name, bytes) in cases {
        place.write(name, bytes);
        place.succeed(&["reconstruct", name, "-o", "found.cad"]);
        let report = place.json(&["compare", "truth.cad", "found.cad", "--json"]);
        let iou = report["iou"].as_f64().expect("a number");
        assert!(iou > 0.95, "{name}: {iou}");
    }
}

fn white(size: u32) -> DynamicImage {
    image::GrayImage::from_pixel(size, size, image::Luma([255])).into()
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("encodes");
    bytes.into_inner()
}

/// The picture, then a blank one.
fn moving_gif(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let blank = white(picture.width()).to_rgba8();
    let frames = [picture.to_rgba8(), blank].map(Frame::new);
    GifEncoder::new(&mut bytes)
        .encode_frames(frames)
        .expect("encodes");
    bytes
}

/// A JPEG with an EXIF segment that says: turn it a quarter to the right (orientation 6).
fn turned_right(jpeg: &[u8]) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01".to_vec();
    exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0");
    let length = u16::try_from(exif.len() + 2).expect("short");
    let (start, rest) = jpeg.split_at(2);
    [start, b"\xff\xe1", &length.to_be_bytes(), &exif, rest].concat()
}

/// A PNG that says it has 20000 x 20000 pixels.
fn huge_png() -> Vec<u8> {
    let side = 20_000_u32.to_be_bytes();
    let header = [&b"IHDR"[..], &side, &side, &[8, 0, 0, 0, 0]].concat();
    let data = b"IDAT\x78\x9c\x03\0\0\0\0\x01";
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for chunk in [&header[..], data, b"IEND"] {
        png.extend(u32::try_from(chunk.len() - 4).expect("short").to_be_bytes());
        png.extend(chunk);
        png.extend(crc(chunk).to_be_bytes());
    }
    png
}

fn huge_gif() -> Vec<u8> {
    let side = 20_000_u16.to_le_bytes();
    let screen = [
        &b"GIF89a"[..],
        &side,
        &side,
        &[0x80, 0, 0, 0, 0, 0, 255, 255, 255],
    ]
    .concat();
    let image = [&b",\0\0\0\0"[..], &side, &side, b"\0\x02\x02\x44\x01\0;"].concat();
    [screen, image].concat()
}

/// The CRC-32 of PNG.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32| {
        if crc & 1 == 1 {
            (crc >> 1) ^ 0xedb8_8320
        } else {
            crc >> 1
        }
    };
    let byte = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc));
    !bytes.iter().fold(!0, byte)
}
