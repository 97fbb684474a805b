//! The look of a drawing: lines with or without shading.

use cadseq_solid::Mesh;
use glam::{Vec2, Vec3};
use rand::Rng;

use super::annotation::Annotations;
use super::canvas::{FacePaint, HeadLights, averaged};
use super::ink::{Ink, draw_hidden};
use super::lens::Lens;
use super::noise::{fractal, noise, split};
use super::texture::{Pattern, Texture};
use super::tone::{Color, encode, luma, mix, random_color, scaled};
use crate::scene::Scene;
use crate::{ColorPicture, SurfaceBuffer};

/// The numbers of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawingLook {
    /// Colour of the sheet, sRGB.
    pub(crate) sheet: Color,
    /// A printed or ruled sheet.
    pub(crate) ruled: Option<Texture>,
    /// Strength of the sheet's mottling.
    pub(crate) mottled: f32,
    pub(crate) fill: Fill,
    pub(crate) paint: FacePaint,
    pub(crate) lights: HeadLights,
    pub(crate) ink: Option<Ink>,
    /// Length of the dashes of hidden lines in pixels, if they are drawn.
    pub(crate) hidden: Option<f32>,
    /// How far lines wander, in shares of the picture's side, and how many times over it.
    pub(crate) wobble: [f32; 2],
    /// How uneven the ink is.
    pub(crate) pencil: f32,
    pub(crate) annotations: Annotations,
    pub(crate) lens: Lens,
    pub(crate) seed: u32,
}

/// How faces are filled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Fill {
    /// As the sheet.
    None,
    /// One colour.
    Flat,
    /// Shaded by lights.
    Shaded,
    /// Shaded in this many steps.
    Stepped(u8),
    /// A tone for each direction: right, down, towards us.
    Directions([f32; 3]),
    /// Hatched where it is darker, lines this many shares of the picture's side apart.
    Hatched(f32),
}

impl DrawingLook {
    /// Random numbers.
    #[expect(clippy::too_many_lines, reason = "a list of draws")]
    pub fn random(rng: &mut impl Rng) -> Self {
        let sheet = match rng.random::<f32>() {
            chance if chance < 0.6 => [1.0; 3],
            chance if chance < 0.75 => [rng.random_range(0.85..1.0_f32); 3],
            chance if chance < 0.87 => [
                0.97,
                rng.random_range(0.9..0.96),
                rng.random_range(0.75..0.92),
            ],
            chance if chance < 0.93 => [0.1, 0.25, rng.random_range(0.4..0.7)],
            chance if chance < 0.97 => [rng.random_range(0.05..0.2_f32); 3],
            _ => random_color(rng),
        };
        let on_dark = luma(sheet) < 0.4;
        let fill = match rng.random::<f32>() {
            chance if chance < 0.25 => Fill::None,
            chance if chance < 0.32 => Fill::Flat,
            chance if chance < 0.6 => Fill::Shaded,
            chance if chance < 0.7 => Fill::Stepped(rng.random_range(2..5)),
            chance if chance < 0.92 => {
                Fill::Directions(std::array::from_fn(|_| rng.random_range(0.3..1.0)))
            }
            _ => Fill::Hatched(rng.random_range(0.012..0.04)),
        };
        let is_grey = rng.random_bool(0.65);
        let mut paint = FacePaint::random(rng);
        if is_grey {
            paint.color = [rng.random_range(0.4..1.0_f32); 3];
        }
        if !on_dark {
            paint.lighten(0.3);
        }
        let needs_ink = matches!(fill, Fill::None | Fill::Flat | Fill::Hatched(_));
        let mut ink = Ink::random([0.1; 3], on_dark, rng);
        if on_dark && needs_ink {
            ink.color = [rng.random_range(0.75..1.0_f32); 3];
        } else if needs_ink && luma(ink.color) > 0.5 {
            ink.color = [0.0; 3];
        }
        ink.silhouettes |= needs_ink;
        let by_hand = rng.random_bool(0.25);
        Self {
            sheet,
            ruled: rng.random_bool(0.06).then(|| {
                let pattern = if rng.random() {
                    Pattern::Squared
                } else {
                    Pattern::Lined
                };
                Texture::of(pattern, rng)
            }),
            mottled: if rng.random_bool(0.7) {
                0.0
            } else {
                rng.random_range(0.0..0.12)
            },
            fill,
            paint,
            lights: HeadLights::random(rng),
            ink: (needs_ink || rng.random_bool(0.9)).then_some(ink),
            hidden: rng.random_bool(0.08).then(|| rng.random_range(2.0..6.0)),
            wobble: if by_hand {
                [rng.random_range(0.001..0.007), rng.random_range(3.0..14.0)]
            } else {
                [0.0, 1.0]
            },
            pencil: if by_hand || rng.random_bool(0.1) {
                rng.random_range(0.0..0.8)
            } else {
                0.0
            },
            annotations: Annotations::of_sheet(rng),
            lens: Lens::of_screen(rng),
            seed: rng.random(),
        }
    }

    fn face(&self, buffer: &SurfaceBuffer, index: usize, place: Vec2) -> Option<Color> {
        let normal = buffer.normal[index];
        let color = || self.paint.of(buffer.face[index]);
        let shade = || self.lights.shade(normal);
        match self.fill {
            Fill::None => None,
            Fill::Flat => Some(color()),
            Fill::Shaded => {
                let (shade, highlight) = shade();
                Some(color().map(|value| (value * shade + highlight).min(1.0)))
            }
            Fill::Stepped(steps) => {
                let (shade, _) = shade();
                let steps = f32::from(steps);
                let stepped = (shade.min(0.999) * steps).floor() / (steps - 0.5).max(1.0);
                Some(scaled(color(), 0.35 + 0.65 * stepped.min(1.0)))
            }
            Fill::Directions(tones) => {
                let weights = (normal * normal).to_array();
                let tone: f32 = weights
                    .iter()
                    .zip(tones)
                    .map(|(weight, tone)| weight * tone)
                    .sum();
                Some(scaled(color(), tone))
            }
            Fill::Hatched(spacing) => {
                let (shade, _) = shade();
                let tilt = normal.dot(Vec3::new(0.6, 0.8, 0.0));
                let along = place.x * (0.8 + 0.2 * tilt) + place.y * (0.8 - 0.5 * tilt);
                let thick = (0.75 - 0.7 * shade).clamp(0.0, 0.6);
                let is_line = split(along / spacing).1 < thick;
                is_line.then(|| self.ink.as_ref().map_or([0.0; 3], |ink| ink.color))
            }
        }
    }

    fn sheet_at(&self, place: Vec2) -> Color {
        let mut color = self.sheet;
        if let Some(texture) = &self.ruled {
            color = texture
                .at(place * 4.0, 0.01)
                .map(|value| encode(value.min(1.0)));
        }
        if self.mottled > 0.0 {
            let spots = fractal(place * 9.0, 3, self.seed);
            color = scaled(color, 1.0 - self.mottled * spots);
        }
        color
    }
}

/// Paints what the samples see.
pub(crate) fn paint(
    buffer: &SurfaceBuffer,
    scene: &Scene,
    part: &Mesh,
    look: &DrawingLook,
) -> ColorPicture {
    let factor = buffer.supersampling;
    let (width, height) = (buffer.width / factor, buffer.height / factor);
    let side = buffer.width as f32;
    let mut sheet = ColorPicture::filled(width, height, [0.0; 3]);
    for y in 0..height {
        for x in 0..width {
            let color = look.sheet_at(Vec2::new(x as f32, y as f32) / width as f32);
            for (plane, value) in sheet.planes.iter_mut().zip(color) {
                plane.luma[y * width + x] = value;
            }
        }
    }
    look.annotations.draw(&mut sheet);
    let ink = look.ink.as_ref().map(|ink| {
        let mut mask = ink.mask(buffer, scene);
        if let Some(dash) = look.hidden {
            let dash = dash * factor as f32;
            draw_hidden(buffer, scene, part, dash, 0.8 * ink.opacity, &mut mask);
        }
        (mask, ink)
    });
    let picture = averaged(buffer, |column, row, index| {
        let place = Vec2::new(column as f32, row as f32) / side;
        let seen = if look.wobble[0] > 0.0 {
            look.wandered(buffer, place)
        } else {
            index
        };
        let pixel = row / factor * width + column / factor;
        let mut color = sheet.planes.each_ref().map(|plane| plane.luma[pixel]);
        if buffer.is_part(seen) {
            // A filled face hides the sheet's marks, an empty one shows clean paper.
            color = look
                .face(buffer, seen, place)
                .unwrap_or(if look.mottled > 0.0 {
                    color
                } else {
                    look.sheet
                });
        }
        match &ink {
            Some((mask, ink)) if mask[seen] > 0.0 => {
                let worn = if look.pencil > 0.0 {
                    1.0 - look.pencil * noise(place * side * 0.45, look.seed)
                } else {
                    1.0
                };
                mix(color, ink.color, mask[seen] * worn)
            }
            _ => color,
        }
    });
    look.lens.scan(picture)
}

impl DrawingLook {
    /// The sample that an unsteady hand draws at a place (in shares of the picture's side).
    fn wandered(&self, buffer: &SurfaceBuffer, place: Vec2) -> usize {
        let at = place * self.wobble[1];
        let away = Vec2::new(noise(at, self.seed), noise(at, self.seed ^ 3)) - 0.5;
        let from = (place + away * self.wobble[0]) * buffer.width as f32;
        let column = from.x.clamp(0.0, buffer.width as f32 - 1.0) as usize;
        let row = from.y.clamp(0.0, buffer.height as f32 - 1.0) as usize;
        row * buffer.width + column
    }
}
