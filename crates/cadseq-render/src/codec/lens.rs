//! The lens of a photograph: its focal length by the size of the picture.

use std::ops::RangeInclusive;

use thiserror::Error;

use super::exif::LensTags;

/// Diagonal of the frame of 36 x 24 mm, by which equivalent focal lengths are reckoned (CIPA DCG-001).
const FRAME_DIAGONAL_MM: f64 = 43.266_615_305_567_87;

/// Equivalent focal lengths of lenses that exist.
const CREDIBLE_MM: RangeInclusive<f64> = 5.0..=2000.0;

/// Digital zoom that is none: cameras write 1 in hundredths.
const MAX_DIGITAL_ZOOM: f64 = 1.01;

/// How far sides may be from the recorded ratio: a few rows that an editor or a codec's blocks cut off.
const MAX_RATIO_CHANGE: f64 = 0.02;

/// What a picture says of the lens it was taken with. By the diagonal, so it holds however the picture was turned or
/// made smaller.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lens {
    /// Focal length over the diagonal of the picture.
    pub focal_per_diagonal: f64,
}

impl Lens {
    /// Focal length that gives the same view on a frame of 36 x 24 mm, in mm.
    pub fn equivalent_mm(&self) -> f64 {
        self.focal_per_diagonal * FRAME_DIAGONAL_MM
    }

    /// Focal length in pixels of a picture of that size (the whole picture, not a crop).
    pub fn focal_px(&self, width: usize, height: usize) -> f64 {
        self.focal_per_diagonal * diagonal([width as f64, height as f64])
    }

    /// Angle from the top to the bottom of a picture of that size, in radians.
    pub fn vertical_fov_rad(&self, width: usize, height: usize) -> f64 {
        2.0 * libm::atan(height as f64 / 2.0 / self.focal_px(width, height))
    }
}

/// Why what a picture says of its lens is not used.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum LensNote {
    /// No tag can be read.
    #[error("the picture's EXIF data is damaged; its lens is not known")]
    Damaged,
    /// A part of the sensor was enlarged; cameras differ in whether they reckon with it.
    #[error(
        "the picture was taken with a digital zoom of {ratio:.1}; its focal length is not used"
    )]
    DigitalZoom {
        /// Enlargement.
        ratio: f64,
    },
    /// No lens has it.
    #[error(
        "the picture says a focal length of {equivalent_mm:.1} mm (of 35 mm film), which is not credible"
    )]
    NotCredible {
        /// As said, or reckoned from the sensor's resolution.
        equivalent_mm: f64,
    },
    /// A length alone does not say how wide the view is.
    #[error(
        "the picture says a focal length of {focal_mm:.1} mm but not the size of the sensor; it is not used"
    )]
    SensorUnknown {
        /// As said.
        focal_mm: f64,
    },
    /// The picture has other proportions than when it was taken.
    #[error(
        "the picture was cut to {} x {} pixels from {} x {}; its focal length is not used",
        found_px[0], found_px[1], recorded_px[0], recorded_px[1]
    )]
    Cropped {
        /// Width and height now.
        found_px: [usize; 2],
        /// Width and height when it was taken.
        recorded_px: [f64; 2],
    },
}

/// The lens of an upright picture of `found_px` whose file says `tags`, or why there is none. Neither, where nothing is
/// said.
pub(super) fn judge(tags: &LensTags, found_px: [usize; 2]) -> (Option<Lens>, Option<LensNote>) {
    match focal_per_diagonal(tags, found_px) {
        Ok(Some(focal_per_diagonal)) => (Some(Lens { focal_per_diagonal }), None),
        Ok(None) => (None, tags.damaged.then_some(LensNote::Damaged)),
        Err(note) => (None, Some(note)),
    }
}

fn focal_per_diagonal(tags: &LensTags, found_px: [usize; 2]) -> Result<Option<f64>, LensNote> {
    let recorded_px = tags
        .recorded_px
        .filter(|sides| sides.iter().all(|&side| side >= 1.0));
    let said = tags
        .equivalent_mm
        .filter(|&length| length != 0.0)
        .map(|length| length / FRAME_DIAGONAL_MM);
    let reckoned = tags
        .focal_mm
        .zip(tags.pixels_per_mm)
        .map(|(length, density)| {
            length * density / diagonal(recorded_px.unwrap_or(found_px.map(|side| side as f64)))
        });
    let candidates = [said, reckoned];
    let mut candidates = candidates.into_iter().flatten();
    let Some(first) = candidates.next() else {
        return match tags.focal_mm.filter(|&length| length > 0.0) {
            Some(focal_mm) => Err(LensNote::SensorUnknown { focal_mm }),
            None => Ok(None),
        };
    };
    let credible = |ratio: &f64| CREDIBLE_MM.contains(&(ratio * FRAME_DIAGONAL_MM));
    let Some(ratio) = std::iter::once(first).chain(candidates).find(credible) else {
        let equivalent_mm = first * FRAME_DIAGONAL_MM;
        return Err(LensNote::NotCredible { equivalent_mm });
    };
    if let Some(ratio) = tags.digital_zoom.filter(|&zoom| zoom > MAX_DIGITAL_ZOOM) {
        return Err(LensNote::DigitalZoom { ratio });
    }
    match recorded_px {
        Some(recorded_px) if is_cropped(found_px, recorded_px) => Err(LensNote::Cropped {
            found_px,
            recorded_px,
        }),
        _ => Ok(Some(ratio)),
    }
}

/// Whether the ratio of the longer to the shorter side changed; pictures are turned, so which is which does not count.
fn is_cropped(found_px: [usize; 2], recorded_px: [f64; 2]) -> bool {
    let ratio = |[a, b]: [f64; 2]| a.max(b) / a.min(b);
    let found = ratio(found_px.map(|side| side as f64));
    (found / ratio(recorded_px) - 1.0).abs() > MAX_RATIO_CHANGE
}

fn diagonal([width, height]: [f64; 2]) -> f64 {
    (width * width + height * height).sqrt()
}
