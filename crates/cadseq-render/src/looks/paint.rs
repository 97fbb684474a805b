//! From surfaces to a picture.

use glam::Vec3;
use rand::Rng;

use crate::{ColorPicture, Shot, SurfaceBuffer, surfaces::edge};

use super::Look;

/// Paints what the samples see.
pub(crate) fn paint(buffer: &SurfaceBuffer, shot: &Shot, _rng: &mut impl Rng) -> ColorPicture {
    let (part, ground, lines) = match &shot.look {
        Look::Photo(look) => (look.part, look.ground, false),
        Look::Viewer(look) => (look.part, look.ground, true),
        Look::Drawing(look) => (look.part, look.ground, true),
        Look::Paper(_) => ([0.7; 3], [1.0; 3], false),
    };
    let light = Vec3::new(-0.4, -0.7, -0.6).normalize();
    let factor = buffer.supersampling;
    let mut picture = ColorPicture::filled(shot.view.width, shot.view.height, [0.0; 3]);
    let weight = 1.0 / (factor * factor) as f32;
    for index in 0..buffer.face.len() {
        let (column, row) = (index % buffer.width, index / buffer.width);
        let pixel = row / factor * shot.view.width + column / factor;
        let color = if lines && buffer.edges[index] & edge::VISIBLE != 0 {
            [0.0; 3]
        } else if buffer.is_part(index) {
            let shade = 0.35 + 0.65 * buffer.normal[index].dot(light).max(0.0);
            part.map(|value| value * shade)
        } else {
            ground
        };
        for (plane, value) in picture.planes.iter_mut().zip(color) {
            plane.luma[pixel] += value * weight;
        }
    }
    picture
}
