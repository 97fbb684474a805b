//! What kind of file bytes are, by how they begin.

use image::ImageFormat;

use super::CodecError;

/// Kinds of files that are decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One of the `image` crate's formats.
    Raster(ImageFormat),
    /// ISO base media: HEIC and its relatives.
    Heif,
}

/// How files begin that are not pictures, and what they are.
const OTHERS: [(&[u8], &str); 17] = [
    (b"%PDF", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (b"ISO-10303-21", "a STEP file"),
    (b"AC10", "a DWG drawing"),
    (b"AutoCAD Binary DXF", "a DXF drawing"),
    (b"glTF", "a GLB model"),
    (b"solid ", "an STL mesh"),
    (b"ply\n", "a PLY mesh"),
    (b"PK\x03\x04", "a ZIP archive, or a document kept in one"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x89HDF", "an HDF5 file"),
    (b"\x1aE\xdf\xa3", "a video (WebM or Matroska)"),
    (b"<!DOCTYPE html", "a web page"),
    (b"<html", "a web page"),
    (b"{", "a JSON document"),
];

/// How pictures begin that are not read, and what they are.
const UNREAD: [(&[u8], &str); 12] = [
    (b"II*\0\x10\0\0\0CR", "a raw photograph (CR2)"),
    (b"\xff\x0a", "a JPEG XL picture"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL picture"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 picture"),
    (b"\xff\x4f\xff\x51", "a JPEG 2000 picture"),
    (b"8BPS", "a Photoshop document"),
    (b"\x76\x2f\x31\x01", "an OpenEXR picture"),
    (b"#?RADIANCE", "a Radiance picture"),
    (b"qoif", "a QOI picture"),
    (b"DDS ", "a DDS texture"),
    (b"FUJIFILMCCD-RAW", "a raw photograph (RAF)"),
    (b"\0\0\x01\0", "an icon (ICO)"),
];

/// The kind of file that begins like `bytes`.
///
/// # Errors
/// What it is instead, where that is known.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, CodecError> {
    if bytes.is_empty() {
        return Err(CodecError::Empty);
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return media(bytes.get(8..12).unwrap_or_default());
    }
    if let Some(seen) = named(&UNREAD, bytes) {
        return Err(CodecError::NotRead { seen });
    }
    if is_netpbm(bytes) {
        let seen = "a Netpbm picture";
        return Err(CodecError::NotRead { seen });
    }
    match image::guess_format(bytes) {
        Ok(format) if format.reading_enabled() => Ok(Kind::Raster(format)),
        _ => Err(other(bytes)),
    }
}

/// The kind of a file of ISO base media, by its major brand.
fn media(brand: &[u8]) -> Result<Kind, CodecError> {
    match brand {
        b"avif" | b"avis" => Err(CodecError::NotRead {
            seen: "an AVIF picture",
        }),
        b"crx " => Err(CodecError::NotRead {
            seen: "a raw photograph (CR3)",
        }),
        b"isom" | b"iso2" | b"iso4" | b"iso5" | b"iso6" | b"mp41" | b"mp42" | b"avc1" | b"qt  "
        | b"M4V " | b"M4A " | b"3gp4" | b"3gp5" | b"dash" => Err(CodecError::NotAPicture {
            seen: "a video (MP4 or MOV)",
        }),
        _ => Ok(Kind::Heif),
    }
}

/// What a file is that no decoder knows.
fn other(bytes: &[u8]) -> CodecError {
    let text = bytes.trim_ascii_start();
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let text = text.trim_ascii_start();
    let seen = named(&OTHERS, text).or_else(|| {
        if is_svg(text) {
            Some("an SVG drawing")
        } else if is_dxf(text) {
            Some("a DXF drawing")
        } else if text.starts_with(b"<?xml") {
            Some("an XML document")
        } else {
            None
        }
    });
    match seen {
        Some(seen) => CodecError::NotAPicture { seen },
        None => CodecError::UnknownFormat,
    }
}

/// The name of the kind that begins like `bytes`.
fn named(kinds: &[(&[u8], &'static str)], bytes: &[u8]) -> Option<&'static str> {
    let kind = kinds.iter().find(|(start, _)| bytes.starts_with(start));
    kind.map(|(_, name)| *name)
}

/// Whether this is `P1` to `P7` and white space.
fn is_netpbm(bytes: &[u8]) -> bool {
    matches!(bytes, [b'P', b'1'..=b'7', white, ..] if white.is_ascii_whitespace())
}

/// Whether an element `svg` begins within the first kilobyte of an XML text.
fn is_svg(text: &[u8]) -> bool {
    let head = &text[..text.len().min(1024)];
    head.starts_with(b"<") && head.windows(4).any(|window| window == b"<svg")
}

/// Whether the text is pairs of group code and value: a comment (999) or the first section.
fn is_dxf(text: &[u8]) -> bool {
    let mut lines = text
        .split(|&byte| byte == b'\n' || byte == b'\r')
        .map(<[u8]>::trim_ascii)
        .filter(|line| !line.is_empty());
    match (lines.next(), lines.next()) {
        (Some(b"0"), Some(value)) => value == b"SECTION",
        (Some(b"999"), Some(_)) => true,
        _ => false,
    }
}
