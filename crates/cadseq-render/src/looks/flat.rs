//! Placeholder painter.
use crate::{ColorPicture, SurfaceBuffer, surfaces::edge};
use glam::Vec3;

pub(crate) fn paint(buffer: &SurfaceBuffer, part: [f32; 3], ground: [f32; 3]) -> ColorPicture {
    let light = Vec3::new(-0.4, -0.7, -0.6).normalize();
    let factor = buffer.supersampling;
    let (w, h) = (buffer.width / factor, buffer.height / factor);
    let mut picture = ColorPicture::filled(w, h, [0.0; 3]);
    let weight = 1.0 / (factor * factor) as f32;
    for index in 0..buffer.face.len() {
        let (column, row) = (index % buffer.width, index / buffer.width);
        let pixel = row / factor * w + column / factor;
        let color = if buffer.edges[index] & edge::VISIBLE != 0 {
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
