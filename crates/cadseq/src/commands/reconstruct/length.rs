//! A length that a person knows: it says how large the part is, which no picture does.

use anyhow::{Context, Result, bail, ensure};
use cadseq_interchange::LengthUnit;
use cadseq_reconstruct::Reconstruction;
use cadseq_render::{View, surfaces};
use cadseq_solid::{Mesh, Part};
use glam::{DVec2, DVec3};

/// Longest distance between a curve and the mesh on which points are found, as a share of the longest side.
const CHORD_SHARE: f64 = 1e-3;

/// What was measured, and how long it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct KnownLength {
    what: Measured,
    /// In model units.
    length: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Measured {
    /// A side of the part's box, by axis.
    Side(usize),
    /// The longest of them.
    Longest,
    /// Between what two pixels show.
    Between([DVec2; 2]),
}

impl KnownLength {
    /// Of the two values of `--length`.
    ///
    /// # Errors
    /// One that says what to write.
    pub(super) fn parse(what: &str, length: &str) -> Result<Self> {
        Ok(Self {
            what: measured(what)?,
            length: model_length(length)?,
        })
    }

    /// The same answer in the size in which the length is right.
    ///
    /// # Errors
    /// Where a point does not lie on the part, or the part becomes too large or small.
    pub(super) fn put(self, found: Reconstruction) -> Result<Reconstruction> {
        let first = &found.candidates[0].program;
        let solid = Part::build(first)?.solid;
        let bounds = solid.mesh(f64::INFINITY)?.bounds();
        let size = bounds.max - bounds.min;
        let mesh = solid.mesh(CHORD_SHARE * size.max_element())?;
        let found_length = match self.what {
            Measured::Side(axis) => size[axis],
            Measured::Longest => size.max_element(),
            Measured::Between(pixels) => {
                let [from, to] = pixels.map(|pixel| shown(&mesh, &found.view, pixel));
                from?.distance(to?)
            }
        };
        ensure!(
            found_length > 0.0,
            "--length: the two points show the same place"
        );
        Ok(found.scaled(self.length / found_length)?)
    }
}

/// The point of the part that a pixel of the picture shows.
fn shown(mesh: &Mesh, view: &View, pixel: DVec2) -> Result<DVec3> {
    let seen = surfaces(mesh, view, 1);
    let inside = pixel.cmpge(DVec2::ZERO).all()
        && pixel.x < seen.width as f64
        && pixel.y < seen.height as f64;
    let (column, row) = (pixel.x as usize, pixel.y as usize);
    ensure!(
        inside && seen.is_part(row * seen.width + column),
        "--length: the pixel {},{} does not show the part that was found; look at the overlay (-o part.png)",
        pixel.x,
        pixel.y
    );
    let in_camera = seen.point(column, row).as_dvec3();
    let rotation = view.camera.camera_from_world.transpose();
    Ok(view.camera.position + rotation * in_camera)
}

fn measured(what: &str) -> Result<Measured> {
    Ok(match what {
        "width" => Measured::Side(0),
        "depth" => Measured::Side(1),
        "height" => Measured::Side(2),
        "longest" => Measured::Longest,
        points => {
            let pair: Option<Vec<DVec2>> = points.split_whitespace().map(pixel).collect();
            match pair.as_deref() {
                Some(&[from, to]) => Measured::Between([from, to]),
                _ => bail!(
                    "--length {what:?}: write width (along X), depth (Y), height (Z), longest, or two \
                     pixels of the picture such as \"120,80 310,95\""
                ),
            }
        }
    })
}

fn pixel(text: &str) -> Option<DVec2> {
    let (x, y) = text.split_once(',')?;
    let pixel = DVec2::new(x.parse().ok()?, y.parse().ok()?);
    pixel.is_finite().then_some(pixel)
}

/// A length such as `40mm` in model units.
fn model_length(text: &str) -> Result<f64> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = LengthUnit::from_name(&text[digits.len()..]);
    let parsed = || -> Result<f64> {
        let number: f64 = digits.trim_end().parse()?;
        Ok(unit?.to_model(number))
    };
    let length = parsed().with_context(|| {
        format!("--length {text:?}: write a number with a unit, such as 40mm, 4cm or 1.5in")
    })?;
    ensure!(
        length.is_finite() && length > 0.0,
        "--length {text:?}: a length is above 0"
    );
    Ok(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_units() {
        assert_eq!(model_length("40mm").expect("a length"), 4.0);
        assert_eq!(model_length("2 in").expect("a length"), 5.08);
        for wrong in ["40", "mm", "4 ells", "-4mm", "nanmm", "infcm"] {
            let error = format!("{:#}", model_length(wrong).expect_err(wrong));
            assert!(error.contains("--length"), "{error}");
        }
    }

    #[test]
    fn sides_and_pixels_are_told_apart() {
        assert_eq!(measured("height").expect("a side"), Measured::Side(2));
        let pair = measured("1,2 3.5,4").expect("two pixels");
        assert_eq!(
            pair,
            Measured::Between([DVec2::new(1.0, 2.0), DVec2::new(3.5, 4.0)])
        );
        for wrong in ["radius", "1,2", "1,2 3", "1,2 3,4 5,6", "a,b c,d"] {
            assert!(measured(wrong).is_err(), "{wrong}");
        }
    }
}
