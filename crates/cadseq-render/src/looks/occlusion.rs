//! How much of the sky the surroundings of a pixel hide, guessed from the picture's own depths.

use crate::SurfaceBuffer;

/// Where neighbours are looked at, in units of the reach: two rings.
const PLACES: [(f32, f32); 10] = [
    (1.0, 0.0),
    (0.31, 0.95),
    (-0.81, 0.59),
    (-0.81, -0.59),
    (0.31, -0.95),
    (-0.45, 0.0),
    (-0.14, -0.43),
    (0.36, -0.26),
    (0.36, 0.26),
    (-0.14, 0.43),
];

/// For each pixel, the share in [0, 1] of the sky that is hidden; `reach` is in samples.
pub(crate) fn occlusion(buffer: &SurfaceBuffer, reach: f32) -> Vec<f32> {
    let factor = buffer.supersampling;
    let columns = buffer.width / factor;
    let rows = buffer.height / factor;
    let offsets = PLACES.map(|(x, y)| ((x * reach) as isize, (y * reach) as isize));
    let mut hidden = vec![0.0; columns * rows];
    for row in 0..rows {
        for column in 0..columns {
            let (x, y) = (column * factor, row * factor);
            let index = y * buffer.width + x;
            if !buffer.is_part(index) {
                continue;
            }
            let (point, normal) = (buffer.point(x, y), buffer.normal[index]);
            let size = reach * buffer.plane.sample_size(point.z);
            let mut sum = 0.0;
            for (dx, dy) in offsets {
                let (i, j) = (x as isize + dx, y as isize + dy);
                if i < 0 || j < 0 || i >= buffer.width as isize || j >= buffer.height as isize {
                    continue;
                }
                let (i, j) = (i as usize, j as usize);
                if !buffer.is_part(j * buffer.width + i) {
                    continue;
                }
                let to = buffer.point(i, j) - point;
                let length_squared = to.length_squared();
                let above = to.dot(normal);
                // Far things hide little, and what lies in the same plane nothing.
                if above > 0.08 * size {
                    let near = 1.0 / (1.0 + 0.5 * length_squared / (size * size));
                    sum += near * above / (length_squared.sqrt() + 1e-9);
                }
            }
            hidden[row * columns + column] = (sum / PLACES.len() as f32).min(1.0);
        }
    }
    hidden
}
