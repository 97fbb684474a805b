//! Pictures from and to numpy: drawn, decoded, encoded.

use std::ops::Deref;

use cadseq_dataset::shard::PICTURE_CHORD_TOLERANCE;
use cadseq_render::{ColorPicture, MAX_PIXELS, Picture, StyleName, decode_picture, draw};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::array::{array, as_array, elements, shape, type_name};
use crate::camera::{Pinhole, Size, view};
use crate::error::Error;
use crate::import::Source;
use crate::part::Part;
use crate::program::Program;

/// The size that the chord tolerance of pictures is meant for, in pixels.
const REFERENCE_SIZE: usize = 512;

/// Shares of red, green and blue in grey, as decoders have them (Rec. 709).
const LUMA: [f32; 3] = [0.2126, 0.7152, 0.0722];

/// What is drawn or compared: a part, or a program that is built first.
#[derive(FromPyObject)]
pub(crate) enum Shape<'py> {
    Part(Bound<'py, Part>),
    Program(Bound<'py, Program>),
}

/// A part that was given, or built for the purpose.
pub(crate) enum Held<'a> {
    Given(&'a Part),
    Built(Box<Part>),
}

impl Shape<'_> {
    /// The part; a program is built, without the interpreter's lock.
    pub(crate) fn part(&self, py: Python<'_>) -> Result<Held<'_>, Error> {
        match self {
            Self::Part(part) => Ok(Held::Given(part.get())),
            Self::Program(program) => {
                let program = program.get().0.clone();
                let built = py.detach(|| Part::build(program))?;
                Ok(Held::Built(Box::new(built)))
            }
        }
    }
}

impl Deref for Held<'_> {
    type Target = Part;

    fn deref(&self) -> &Part {
        match self {
            Self::Given(part) => part,
            Self::Built(part) => part,
        }
    }
}

/// Draws a part, or a program that is built first: float32 (height, width), sRGB grey from 0 to 1.
///
/// `size` is a side in pixels or (height, width); `style` is paper, line or shaded-edges; `camera` is
/// the paper's by default. What the camera does not see is not in the picture, which may be all white.
#[pyfunction]
#[pyo3(
    signature = (shape, *, size=Size::Square(REFERENCE_SIZE), style="paper", camera=None),
    text_signature = "(shape, *, size=512, style='paper', camera=None)"
)]
pub(crate) fn render<'py>(
    py: Python<'py>,
    shape: Shape<'py>,
    size: Size,
    style: &str,
    camera: Option<Pinhole>,
) -> Result<Bound<'py, PyAny>, Error> {
    let style = StyleName::ALL
        .into_iter()
        .find(|known| known.name() == style)
        .ok_or_else(|| Error::choice("style", style, &StyleName::ALL.map(StyleName::name)))?;
    let (height, width) = size.validated()?;
    let view = view(camera.as_ref(), (height, width))?;
    let part = shape.part(py)?;
    let drawn = py.detach(|| {
        let finer = REFERENCE_SIZE as f64 / height.max(REFERENCE_SIZE) as f64;
        let mesh = part.solid().mesh(PICTURE_CHORD_TOLERANCE * finer)?;
        Ok::<_, Error>(draw(&mesh, &view, &style.style()))
    })?;
    Ok(to_array(py, &drawn)?)
}

/// Decodes a PNG, JPEG, GIF, WebP, BMP or TIFF, from its path or its bytes: float32 (height, width),
/// sRGB grey from 0 to 1, turned by EXIF, transparency over white.
#[pyfunction]
pub(crate) fn read_picture(py: Python<'_>, source: Source) -> Result<Bound<'_, PyAny>, Error> {
    let picture = py.detach(|| decoded(source))?;
    Ok(to_array(py, &picture)?)
}

/// The bytes of an 8-bit grey PNG of an array (height, width) of uint8, or of floats from 0 to 1.
#[pyfunction]
pub(crate) fn encode_png<'py>(
    py: Python<'py>,
    picture: &Bound<'py, PyAny>,
) -> Result<Bound<'py, PyBytes>, Error> {
    let picture = from_array(picture)?;
    let bytes = py.detach(|| cadseq_render::encode_png(&picture));
    Ok(PyBytes::new(py, &bytes))
}

/// The picture in a file.
pub(crate) fn decoded(source: Source) -> Result<Picture, Error> {
    Ok(decode_picture(&source.into_bytes()?.0)?)
}

fn to_array<'py>(py: Python<'py>, picture: &Picture) -> PyResult<Bound<'py, PyAny>> {
    let luma = picture.luma.iter().copied();
    array(py, luma, &[picture.height, picture.width])
}

/// The grey picture in an array of rows, columns and, where there is a third axis, grey, red, green
/// and blue, or these and opacity over white.
pub(crate) fn from_array(object: &Bound<'_, PyAny>) -> Result<Picture, Error> {
    Ok(Pixels::of(object)?.map(grey))
}

/// The coloured picture in an array as [`from_array`] takes it.
pub(crate) fn color_from_array(object: &Bound<'_, PyAny>) -> Result<ColorPicture, Error> {
    let pixels = Pixels::of(object)?;
    Ok(ColorPicture {
        planes: [0, 1, 2].map(|plane| pixels.map(|pixel| color(pixel)[plane])),
    })
}

/// The values of an array that is a picture.
struct Pixels {
    height: usize,
    width: usize,
    channels: usize,
    values: Vec<f32>,
}

impl Pixels {
    fn of(object: &Bound<'_, PyAny>) -> Result<Self, Error> {
        let array = as_array(object)?;
        let (height, width, channels) = match shape(&array)?[..] {
            [height, width] => (height, width, 1),
            [height, width, channels @ (1 | 3 | 4)] => (height, width, channels),
            _ => {
                return Err(Error::Picture(format!(
                    "a picture has the shape (height, width) or (height, width, 1, 3 or 4); this array \
                     has {}",
                    array.getattr("shape")?
                )));
            }
        };
        if height == 0 || width == 0 || (height as u64).saturating_mul(width as u64) > MAX_PIXELS {
            return Err(Error::Picture(format!(
                "a picture has from 1 to {MAX_PIXELS} pixels; this array has {height} x {width}"
            )));
        }
        Ok(Self {
            height,
            width,
            channels,
            values: unit_values(&array)?,
        })
    }

    /// One value of each pixel's channels.
    fn map(&self, value: impl Fn(&[f32]) -> f32) -> Picture {
        Picture {
            width: self.width,
            height: self.height,
            luma: self.values.chunks_exact(self.channels).map(value).collect(),
        }
    }
}

/// The values of an array, 0 black and 1 white.
fn unit_values(array: &Bound<'_, PyAny>) -> Result<Vec<f32>, Error> {
    let type_name = type_name(array)?;
    let white = match type_name.as_str() {
        "uint8" => 255.0,
        "uint16" => 65535.0,
        name if name.starts_with("float") => 1.0,
        _ => {
            return Err(Error::Picture(format!(
                "a picture holds uint8, uint16, or floats from 0 to 1; this array holds {type_name}"
            )));
        }
    };
    let values: Vec<f32> = elements(array)?;
    let values: Vec<f32> = values.into_iter().map(|value| value / white).collect();
    // What rounding leaves of 0 and 1 is let through.
    let is_allowed = |value: &&f32| !(-1e-3..=1.001).contains(*value);
    match values.iter().find(is_allowed) {
        None => Ok(values
            .into_iter()
            .map(|value| value.clamp(0.0, 1.0))
            .collect()),
        Some(value) => Err(Error::Picture(format!(
            "a picture of floats is 0 where it is black and 1 where it is white; this array holds \
             {value}: divide it by its white"
        ))),
    }
}

fn grey(pixel: &[f32]) -> f32 {
    match *pixel {
        [_, _, _] | [_, _, _, _] => luma(color(pixel)),
        _ => pixel[0],
    }
}

/// Red, green and blue over white.
fn color(pixel: &[f32]) -> [f32; 3] {
    match *pixel {
        [red, green, blue] => [red, green, blue],
        [red, green, blue, opacity] => [red, green, blue].map(|v| v * opacity + 1.0 - opacity),
        _ => [pixel[0]; 3],
    }
}

fn luma(color: [f32; 3]) -> f32 {
    color
        .iter()
        .zip(LUMA)
        .map(|(value, share)| value * share)
        .sum()
}
