//! What EXIF data says of the lens, as it stands.

use exif::{Error, Exif, Field, In, Reader, Tag, Value};

/// The tags about the lens, unjudged.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct LensTags {
    /// The data could not be read to its end.
    pub(super) damaged: bool,
    /// Focal length that gives the same view on a frame of 36 x 24 mm, in mm; 0: not known.
    pub(super) equivalent_mm: Option<f64>,
    /// Focal length in mm.
    pub(super) focal_mm: Option<f64>,
    /// Pixels a millimetre of the sensor, along its rows.
    pub(super) pixels_per_mm: Option<f64>,
    /// Enlargement of the middle of the picture by the camera's program; 0: none.
    pub(super) digital_zoom: Option<f64>,
    /// Width and height of the picture when it was taken, in pixels.
    pub(super) recorded_px: Option<[f64; 2]>,
}

/// Reads a TIFF structure, with or without the prefix that JPEG gives it.
pub(super) fn read(bytes: &[u8]) -> LensTags {
    let bytes = bytes.strip_prefix(b"Exif\0\0").unwrap_or(bytes);
    let mut reader = Reader::new();
    reader.continue_on_error(true);
    match reader.read_raw(bytes.to_vec()) {
        Ok(exif) => tags(&exif),
        Err(Error::PartialResult(partial)) => tags(&partial.into_inner().0),
        Err(_) => LensTags {
            damaged: true,
            ..LensTags::default()
        },
    }
}

fn tags(exif: &Exif) -> LensTags {
    let number = |tag| exif.get_field(tag, In::PRIMARY).and_then(number);
    let size = number(Tag::PixelXDimension).zip(number(Tag::PixelYDimension));
    LensTags {
        damaged: false,
        equivalent_mm: number(Tag::FocalLengthIn35mmFilm),
        focal_mm: number(Tag::FocalLength),
        pixels_per_mm: number(Tag::FocalPlaneXResolution)
            .zip(unit_mm(number(Tag::FocalPlaneResolutionUnit)))
            .map(|(resolution, unit)| resolution / unit),
        digital_zoom: number(Tag::DigitalZoomRatio),
        recorded_px: size.map(<[f64; 2]>::from),
    }
}

/// Millimetres of a unit of resolution; inches, where none is said.
fn unit_mm(code: Option<f64>) -> Option<f64> {
    match code.map_or(2, |code| code as u32) {
        2 => Some(25.4),
        3 => Some(10.0),
        4 => Some(1.0),
        5 => Some(0.001),
        _ => None,
    }
}

/// The first value of a field as a number; not finite where a denominator is 0.
fn number(field: &Field) -> Option<f64> {
    match &field.value {
        Value::Rational(values) => values.first().map(exif::Rational::to_f64),
        Value::SRational(values) => values.first().map(exif::SRational::to_f64),
        Value::Float(values) => values.first().copied().map(f64::from),
        Value::Double(values) => values.first().copied(),
        value => value.get_uint(0).map(f64::from),
    }
}
