//! The look of the paper's pictures, the grey style `paper`, and what lies near it.

use glam::Vec3;
use rand::Rng;

use super::canvas::averaged;
use super::lens::Lens;
use super::occlusion::occlusion;
use crate::style::srgb_from_linear;
use crate::surfaces::edge;
use crate::{Camera, ColorPicture, Style, SurfaceBuffer};

/// Steps of light between black and white: fine enough for a byte.
const STEPS: usize = 1024;

/// The numbers of a picture in the paper's style.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperLook {
    /// The style; its light is meant for the paper's camera and turns with other cameras.
    pub(crate) style: Style,
    /// A weaker light from elsewhere, in the camera's frame.
    pub(crate) fill: (Vec3, f32),
    /// Strength of the darkening of inner corners.
    pub(crate) corners: f32,
    pub(crate) lens: Lens,
}

impl PaperLook {
    /// The style itself for a fifth, else with other lights, greys and edges.
    pub fn random(rng: &mut impl Rng) -> Self {
        let mut style = Style::paper();
        let mut lens = Lens::of_screen(rng);
        lens.white_balance = [1.0; 3];
        if rng.random_bool(0.2) {
            return Self {
                style,
                fill: (Vec3::NEG_Z, 0.0),
                corners: 0.0,
                lens,
            };
        }
        for axis in 0..3 {
            style.light[axis] += rng.random_range(-0.45..0.45);
        }
        style.light = style.light.normalize();
        style.ambient = rng.random_range(0.08..0.6);
        style.key = rng.random_range(0.25..1.1);
        style.albedo = rng.random_range(0.25..0.95);
        if rng.random_bool(0.35) {
            style.background = rng.random_range(0.75..1.0);
        }
        if rng.random_bool(0.15) {
            style.edges = Some(crate::EdgeLines {
                width_px: 1.0,
                luma: rng.random_range(0.0..0.4),
            });
        }
        let toward = Vec3::new(
            rng.random_range(-1.0..1.0),
            rng.random_range(-1.0..0.5),
            -0.7,
        );
        Self {
            style,
            fill: (
                toward.normalize(),
                if rng.random() {
                    0.0
                } else {
                    rng.random_range(0.0..0.4)
                },
            ),
            corners: if rng.random_bool(0.6) {
                0.0
            } else {
                rng.random_range(0.2..1.0)
            },
            lens,
        }
    }
}

/// Paints what the samples see.
pub(crate) fn paint(buffer: &SurfaceBuffer, look: &PaperLook) -> ColorPicture {
    let style = &look.style;
    let key = (Camera::paper().camera_from_world * style.light).as_vec3();
    let tones: Vec<f32> = (0..=STEPS)
        .map(|step| srgb_from_linear(step as f32 / STEPS as f32))
        .collect();
    let hidden = (look.corners > 0.0).then(|| occlusion(buffer, 0.04 * buffer.width as f32));
    let factor = buffer.supersampling;
    let width = buffer.width / factor;
    let picture = averaged(buffer, |column, row, index| {
        if !buffer.is_part(index) {
            return [style.background; 3];
        }
        if let Some(edges) = style.edges
            && buffer.edges[index] & edge::VISIBLE != 0
        {
            return [edges.luma; 3];
        }
        let pixel = row / factor * width + column / factor;
        let hidden = hidden.as_ref().map_or(0.0, |hidden| hidden[pixel]);
        let normal = buffer.normal[index];
        let direct = style.key * normal.dot(key).max(0.0);
        let filled = look.fill.1 * normal.dot(look.fill.0).max(0.0);
        let open = (1.0 - 1.3 * look.corners * hidden).max(0.1);
        let light = style.albedo * (direct + filled + style.ambient * open);
        [tones[(light.clamp(0.0, 1.0) * STEPS as f32 + 0.5) as usize]; 3]
    });
    look.lens.scan(picture)
}
