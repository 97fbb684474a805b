//! Plane figures as black lines on white: sketches.

use glam::DVec2;

use super::canvas::cover;
use crate::Picture;

/// What is left free around the figure, as a share of its longer side.
const MARGIN: f64 = 0.06;
/// Width of the lines for a picture of [`super::REFERENCE_HEIGHT`] pixels.
const WIDTH_PX: f64 = 2.0;

/// Polylines in one plane, x to the right and y upwards, that fill a picture of `size` x `size` pixels; white where
/// there are none.
pub fn line_drawing(polylines: &[Vec<DVec2>], size: usize) -> Picture {
    let mut coverage = Picture::filled(size, size, 0.0);
    let points = polylines.iter().flatten().copied();
    let bounds = points
        .map(|point| (point, point))
        .reduce(|(low, high), (point, _)| (low.min(point), high.max(point)));
    let Some((low, high)) = bounds else {
        return Picture::filled(size, size, 1.0);
    };
    let side = size as f64;
    let scale = side / ((high - low).max_element().max(f64::MIN_POSITIVE) * (1.0 + 2.0 * MARGIN));
    let middle = low.midpoint(high);
    let pixel = |point: DVec2| {
        let offset = (point - middle) * scale;
        DVec2::new(side / 2.0 + offset.x, side / 2.0 - offset.y)
    };
    let half_width = WIDTH_PX / 2.0 * (side / super::REFERENCE_HEIGHT).max(1.0);
    for pair in polylines.iter().flat_map(|line| line.windows(2)) {
        cover(&mut coverage, [pixel(pair[0]), pixel(pair[1])], half_width);
    }
    for value in &mut coverage.luma {
        *value = 1.0 - *value;
    }
    coverage
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_fills_the_picture_with_y_up() {
        let corners = [DVec2::ZERO, DVec2::X, DVec2::ONE];
        let picture = line_drawing(&[corners.to_vec()], 100);
        assert!(picture.at(50, 94) < 0.5, "the lower side");
        assert!(picture.at(94, 50) < 0.5, "the right side");
        assert!(picture.at(50, 5) > 0.5 && picture.at(5, 50) > 0.5);
    }

    #[test]
    fn nothing_is_white() {
        assert!(line_drawing(&[], 8).luma.iter().all(|&luma| luma == 1.0));
        let point = vec![DVec2::ONE; 2];
        assert!(
            line_drawing(&[point], 8)
                .luma
                .iter()
                .all(|luma| luma.is_finite())
        );
    }
}
