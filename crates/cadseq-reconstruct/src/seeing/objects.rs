//! The objects of a mask: connected areas, the largest and most central first.

use crate::camera::Crop;
use crate::connected::{SIDES_AND_CORNERS, flood};

/// From which probability on a pixel belongs to an object.
const THRESHOLD: f32 = 0.5;

/// Areas below this share of the largest one are specks, not objects.
const SPECK: f64 = 0.02;

/// A rectangle of pixels: left and top belong to it, right and bottom do not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PixelBox {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

impl PixelBox {
    /// The longer of width and height.
    pub fn longer_side(&self) -> f64 {
        (self.right - self.left).max(self.bottom - self.top)
    }

    /// The middle, right and down.
    pub fn center(&self) -> [f64; 2] {
        [
            f64::midpoint(self.left, self.right),
            f64::midpoint(self.top, self.bottom),
        ]
    }

    /// The smallest box around both.
    pub(super) fn united(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// A box in pixels of the `size` x `size` maps of a crop, in pixels of the picture.
    pub fn in_picture(&self, crop: Crop, size: usize) -> Self {
        let scale = crop.side / size as f64;
        Self {
            left: crop.left + self.left * scale,
            top: crop.top + self.top * scale,
            right: crop.left + self.right * scale,
            bottom: crop.top + self.bottom * scale,
        }
    }
}

/// A connected area of a mask.
#[derive(Debug, Clone, PartialEq)]
pub struct Object {
    /// Its pixels, as indices of the mask.
    pub pixels: Vec<usize>,
    /// The box around them, in pixels of the mask.
    pub bounds: PixelBox,
    /// Mean probability over its pixels.
    pub certainty: f64,
    /// Area times centrality; objects are sorted by it.
    weight: f64,
}

/// The objects of a square mask of `size` x `size` probabilities, the largest and most central first.
pub fn objects(mask: &[f32], size: usize) -> Vec<Object> {
    let mut open: Vec<bool> = mask.iter().map(|&p| p > THRESHOLD).collect();
    let mut takes = |pixel: usize| std::mem::take(&mut open[pixel]);
    let mut found = Vec::new();
    for start in 0..mask.len() {
        if takes(start) {
            let pixels = flood(start, [size, size], SIDES_AND_CORNERS, &mut takes);
            found.push(Object::new(pixels, mask, size));
        }
    }
    found.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let largest = found.iter().map(|o| o.pixels.len()).max().unwrap_or(0);
    found.retain(|object| object.pixels.len() as f64 >= SPECK * largest as f64);
    found
}

impl Object {
    /// Adds another body of the same part.
    pub(super) fn absorb(&mut self, body: Self) {
        let (own, more) = (self.pixels.len() as f64, body.pixels.len() as f64);
        self.certainty = (self.certainty * own + body.certainty * more) / (own + more);
        self.weight += body.weight;
        self.bounds = self.bounds.united(&body.bounds);
        self.pixels.extend(body.pixels);
    }

    fn new(pixels: Vec<usize>, mask: &[f32], size: usize) -> Self {
        let rows = pixels.iter().map(|pixel| pixel / size);
        let columns = pixels.iter().map(|pixel| pixel % size);
        let low = |values: &mut dyn Iterator<Item = usize>| values.min().unwrap_or(0) as f64;
        let high = |values: &mut dyn Iterator<Item = usize>| values.max().unwrap_or(0) as f64 + 1.0;
        let bounds = PixelBox {
            left: low(&mut columns.clone()),
            top: low(&mut rows.clone()),
            right: high(&mut columns.clone()),
            bottom: high(&mut rows.clone()),
        };
        let sum: f64 = pixels.iter().map(|&pixel| f64::from(mask[pixel])).sum();
        let [x, y] = bounds.center().map(|c| 2.0 * c / size as f64 - 1.0);
        Self {
            certainty: sum / pixels.len().max(1) as f64,
            weight: sum * (1.0 - 0.5 * (x * x + y * y).min(1.0)),
            pixels,
            bounds,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask(size: usize, boxes: &[[usize; 4]]) -> Vec<f32> {
        let mut mask = vec![0.1; size * size];
        for &[left, top, right, bottom] in boxes {
            for row in top..bottom {
                mask[row * size + left..row * size + right].fill(0.9);
            }
        }
        mask
    }

    #[test]
    fn the_largest_object_comes_first_unless_it_lies_at_the_border() {
        let found = objects(&mask(64, &[[2, 2, 12, 12], [20, 20, 44, 44]]), 64);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].bounds.left, 20.0);
        assert_eq!((found[0].bounds.right, found[0].pixels.len()), (44.0, 576));
        let found = objects(&mask(64, &[[0, 0, 16, 16], [25, 25, 40, 40]]), 64);
        assert_eq!(found[0].bounds.left, 25.0);
    }

    #[test]
    fn specks_are_no_objects_and_corners_connect() {
        let found = objects(&mask(64, &[[10, 10, 30, 30], [40, 40, 41, 42]]), 64);
        assert_eq!(found.len(), 1);
        let found = objects(&mask(64, &[[10, 10, 20, 20], [20, 20, 30, 30]]), 64);
        assert_eq!(found.len(), 1);
        assert!(objects(&mask(64, &[]), 64).is_empty());
    }
}
