//! The look of a CAD program's screenshot.

use glam::{Vec2, Vec3};
use rand::Rng;

use super::annotation::Annotations;
use super::canvas::{FacePaint, HeadLights, ScreenGround, averaged};
use super::ink::Ink;
use super::lens::Lens;
use super::noise::split;
use super::occlusion::occlusion;
use super::shadow::TableShadow;
use super::tone::{Color, decode, encode, luma, mix, scaled};
use crate::scene::Scene;
use crate::{ColorPicture, SurfaceBuffer};

/// Share of a picture's side over which corners darken each other.
const CORNER_REACH: f32 = 0.04;

/// The numbers of a screenshot.
#[derive(Debug, Clone, PartialEq)]
pub struct ViewerLook {
    pub(crate) ground: ScreenGround,
    pub(crate) paint: FacePaint,
    pub(crate) lights: HeadLights,
    /// Whether light is added up before it is encoded, as new programs do.
    pub(crate) is_linear: bool,
    pub(crate) ink: Option<Ink>,
    /// Strength of the darkening of inner corners.
    pub(crate) corners: f32,
    /// Strength of a shadow on a floor that is not drawn.
    pub(crate) shadow: f32,
    /// Lines of a grid on the floor: their distance in radii and their colour.
    pub(crate) grid: Option<(f32, Color)>,
    pub(crate) annotations: Annotations,
    pub(crate) lens: Lens,
}

impl ViewerLook {
    /// Random numbers.
    pub fn random(rng: &mut impl Rng) -> Self {
        let paint = FacePaint::random(rng);
        let ground = ScreenGround::random(rng);
        let on_dark = luma(ground.ends[0]) + luma(ground.ends[1]) < 0.7;
        Self {
            ink: rng
                .random_bool(0.72)
                .then(|| Ink::random(paint.color, on_dark, rng)),
            ground,
            paint,
            lights: HeadLights::random(rng),
            is_linear: rng.random_bool(0.3),
            corners: if rng.random_bool(0.75) {
                0.0
            } else {
                rng.random_range(0.3..1.2)
            },
            shadow: if rng.random_bool(0.85) {
                0.0
            } else {
                rng.random_range(0.1..0.5)
            },
            grid: rng.random_bool(0.12).then(|| {
                let grey = rng.random_range(0.2..0.9_f32);
                (rng.random_range(0.1..0.7), [grey; 3])
            }),
            annotations: Annotations::of_screen(rng),
            lens: Lens::of_screen(rng),
        }
    }

    fn face(&self, buffer: &SurfaceBuffer, index: usize, open: f32) -> Color {
        let color = self.paint.of(buffer.face[index]);
        let (shade, highlight) = self.lights.shade(buffer.normal[index]);
        let shade = shade * open;
        if self.is_linear {
            color.map(|value| encode(decode(value) * shade + highlight * 0.5))
        } else {
            color.map(|value| (value * shade + highlight).min(1.0))
        }
    }
}

/// Paints what the samples see.
pub(crate) fn paint(buffer: &SurfaceBuffer, scene: &Scene, look: &ViewerLook) -> ColorPicture {
    let factor = buffer.supersampling;
    let width = buffer.width / factor;
    let behind = ground(buffer, scene, look);
    let mask = look
        .ink
        .as_ref()
        .map(|ink| (ink.mask(buffer, scene), ink.color));
    let hidden =
        (look.corners > 0.0).then(|| occlusion(buffer, CORNER_REACH * buffer.width as f32));
    let picture = averaged(buffer, |column, row, index| {
        let pixel = row / factor * width + column / factor;
        let color = if buffer.is_part(index) {
            let hidden = hidden.as_ref().map_or(0.0, |hidden| hidden[pixel]);
            look.face(buffer, index, (1.0 - 1.3 * look.corners * hidden).max(0.1))
        } else {
            behind.planes.each_ref().map(|plane| plane.luma[pixel])
        };
        match &mask {
            Some((mask, ink)) if mask[index] > 0.0 => mix(color, *ink, mask[index]),
            _ => color,
        }
    });
    look.lens.scan(picture)
}

/// The ground with floor, shadow and annotations.
fn ground(buffer: &SurfaceBuffer, scene: &Scene, look: &ViewerLook) -> ColorPicture {
    let factor = buffer.supersampling;
    let (width, height) = (buffer.width / factor, buffer.height / factor);
    let shadow = (look.shadow > 0.0).then(|| {
        let bodies = std::slice::from_ref(&scene.part).iter();
        TableShadow::new(scene, bodies, &[Vec3::new(0.2, 0.3, 0.93).normalize()], 3)
    });
    let mut picture = ColorPicture::filled(width, height, [0.0; 3]);
    for y in 0..height {
        for x in 0..width {
            let place = (Vec2::new(x as f32, y as f32) + 0.5) / width as f32 - 0.5;
            let mut color = look.ground.at(place);
            if shadow.is_some() || look.grid.is_some() {
                let middle = |pixel: usize| ((pixel as f32) + 0.5) * factor as f32 - 0.5;
                if let Some((at, depth)) = scene.on_table(&buffer.plane, middle(x), middle(y)) {
                    color = look.on_floor(color, at, shadow.as_ref());
                    let step = buffer.plane.sample_size(depth) / scene.radius * factor as f32;
                    color = look.over_grid(color, at, step);
                }
            }
            for (plane, value) in picture.planes.iter_mut().zip(color) {
                plane.luma[y * width + x] = value;
            }
        }
    }
    look.annotations.draw(&mut picture);
    picture
}

impl ViewerLook {
    fn on_floor(&self, color: Color, at: Vec2, shadow: Option<&TableShadow>) -> Color {
        let kept = shadow.map_or(0.0, |shadow| shadow.at(at));
        scaled(color, 1.0 - self.shadow * kept)
    }

    /// Mixes in the floor's grid; a pixel is `step` radii wide there.
    fn over_grid(&self, color: Color, at: Vec2, step: f32) -> Color {
        let Some((spacing, line)) = self.grid else {
            return color;
        };
        if at.length() > 6.0 {
            return color;
        }
        let near = |value: f32| {
            let rest = split(value / spacing).1;
            rest.min(1.0 - rest) * spacing
        };
        let distance = near(at.x).min(near(at.y)) / step.max(1e-6);
        let share = (1.0 - distance).clamp(0.0, 1.0) * (spacing / step / 4.0).min(1.0);
        mix(color, line, share * 0.7)
    }
}
