//! How well maps agree with the true ones.

use super::{EdgeClass, Maps};
use crate::mapper::EXIT_FLOOR;

/// An edge counts as found within this many pixels.
const EDGE_REACH_PX: usize = 2;

/// The probability from which on a pixel counts as part or edge.
const THRESHOLD: f32 = 0.5;

/// What maps of one crop get right.
#[derive(Debug, Clone, PartialEq)]
pub struct MapAccuracy {
    /// Pixels that both call part over those that either does; 1 where neither has any.
    pub mask_iou: f64,
    /// Angles between the normals, in degrees, at the pixels of the true part, sorted.
    pub normal_errors_deg: Vec<f32>,
    /// Mean absolute difference of the depths over the true part, in their units.
    pub depth_error: f64,
    /// Mean absolute difference of the logarithms of the first and the last exits (each with [`EXIT_FLOOR`]) over the true part.
    pub exit_errors: [f64; 2],
    /// For each [`EdgeClass`] by index.
    pub edges: [EdgeAccuracy; EdgeClass::COUNT],
    /// Edges of any class.
    pub any_edge: EdgeAccuracy,
}

/// Counts of edge pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EdgeAccuracy {
    /// True edge pixels.
    pub true_pixels: usize,
    /// Those with a found one within 2 pixels.
    pub recalled: usize,
    /// Found edge pixels.
    pub found_pixels: usize,
    /// Those with a true one within 2 pixels.
    pub confirmed: usize,
}

impl EdgeAccuracy {
    /// Share of the found pixels that are right; `None` where none is found.
    pub fn precision(&self) -> Option<f64> {
        (self.found_pixels > 0).then(|| self.confirmed as f64 / self.found_pixels as f64)
    }

    /// Share of the true pixels that are found; `None` where there is none.
    pub fn recall(&self) -> Option<f64> {
        (self.true_pixels > 0).then(|| self.recalled as f64 / self.true_pixels as f64)
    }

    /// The counts of both.
    pub fn plus(self, other: Self) -> Self {
        Self {
            true_pixels: self.true_pixels + other.true_pixels,
            recalled: self.recalled + other.recalled,
            found_pixels: self.found_pixels + other.found_pixels,
            confirmed: self.confirmed + other.confirmed,
        }
    }
}

impl MapAccuracy {
    /// Compares maps of one crop.
    ///
    /// # Panics
    /// If they differ in size.
    pub fn of(found: &Maps, truth: &Maps) -> Self {
        assert_eq!(found.size, truth.size, "maps of one crop");
        let part: Vec<usize> = (0..truth.mask.len())
            .filter(|&pixel| truth.mask[pixel] > THRESHOLD)
            .collect();
        let mut normal_errors_deg: Vec<f32> = part
            .iter()
            .map(|&pixel| angle_deg(found.normals[pixel], truth.normals[pixel]))
            .collect();
        normal_errors_deg.sort_by(f32::total_cmp);
        let class =
            |class: usize| edge_accuracy(&found.edges[class], &truth.edges[class], truth.size);
        Self {
            mask_iou: mask_iou(&found.mask, &truth.mask),
            normal_errors_deg,
            depth_error: depth_error(found, truth, &part),
            exit_errors: [0, 1]
                .map(|which| exit_error(&found.exits[which], &truth.exits[which], &part)),
            edges: std::array::from_fn(class),
            any_edge: edge_accuracy(&any(&found.edges), &any(&truth.edges), truth.size),
        }
    }

    /// Median angle between the normals in degrees; `None` without a part.
    pub fn median_normal_error_deg(&self) -> Option<f64> {
        let errors = &self.normal_errors_deg;
        errors.get(errors.len() / 2).map(|&error| f64::from(error))
    }

    /// Share of the part's pixels whose normal is within 11.25 degrees; `None` without a part.
    pub fn normals_within_11_deg(&self) -> Option<f64> {
        let errors = &self.normal_errors_deg;
        let within = errors.partition_point(|&error| error <= 11.25);
        (!errors.is_empty()).then(|| within as f64 / errors.len() as f64)
    }
}

/// Intersection over union of two masks.
pub fn mask_iou(found: &[f32], truth: &[f32]) -> f64 {
    let (mut both, mut either) = (0_usize, 0_usize);
    for (&a, &b) in found.iter().zip(truth) {
        both += usize::from(a > THRESHOLD && b > THRESHOLD);
        either += usize::from(a > THRESHOLD || b > THRESHOLD);
    }
    if either == 0 {
        1.0
    } else {
        both as f64 / either as f64
    }
}

/// The angle between two unit vectors in degrees.
fn angle_deg(a: [f32; 3], b: [f32; 3]) -> f32 {
    let cosine: f32 = a.iter().zip(b).map(|(a, b)| a * b).sum();
    libm::acosf(cosine.clamp(-1.0, 1.0)).to_degrees()
}

fn depth_error(found: &Maps, truth: &Maps, part: &[usize]) -> f64 {
    let mean = |maps: &Maps| {
        let sum: f64 = part
            .iter()
            .map(|&pixel| f64::from(maps.depths[pixel]))
            .sum();
        sum / part.len().max(1) as f64
    };
    let shift = mean(found) - mean(truth);
    let difference =
        |&pixel: &usize| (f64::from(found.depths[pixel] - truth.depths[pixel]) - shift).abs();
    part.iter().map(difference).sum::<f64>() / part.len().max(1) as f64
}

fn exit_error(found: &[f32], truth: &[f32], part: &[usize]) -> f64 {
    let logarithm = |exit: f32| f64::from(libm::logf(exit + EXIT_FLOOR));
    let difference = |&pixel: &usize| (logarithm(found[pixel]) - logarithm(truth[pixel])).abs();
    part.iter().map(difference).sum::<f64>() / part.len().max(1) as f64
}

/// The strongest of all classes at each pixel.
fn any(edges: &[Vec<f32>; EdgeClass::COUNT]) -> Vec<f32> {
    let strongest = |pixel: usize| edges.iter().map(|class| class[pixel]).fold(0.0, f32::max);
    (0..edges[0].len()).map(strongest).collect()
}

fn edge_accuracy(found: &[f32], truth: &[f32], size: usize) -> EdgeAccuracy {
    let near_found = near(found, size);
    let near_truth = near(truth, size);
    let mut counts = EdgeAccuracy::default();
    for pixel in 0..found.len() {
        if truth[pixel] > THRESHOLD {
            counts.true_pixels += 1;
            counts.recalled += usize::from(near_found[pixel]);
        }
        if found[pixel] > THRESHOLD {
            counts.found_pixels += 1;
            counts.confirmed += usize::from(near_truth[pixel]);
        }
    }
    counts
}

/// Pixels within a square of [`EDGE_REACH_PX`] around a pixel of the class.
fn near(edges: &[f32], size: usize) -> Vec<bool> {
    let mut result = vec![false; edges.len()];
    for pixel in (0..edges.len()).filter(|&pixel| edges[pixel] > THRESHOLD) {
        let (row, column) = (pixel / size, pixel % size);
        let span = |middle: usize| {
            middle.saturating_sub(EDGE_REACH_PX)..(middle + EDGE_REACH_PX + 1).min(size)
        };
        for row in span(row) {
            result[row * size..][span(column)].fill(true);
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn maps(size: usize, part: impl Fn(usize, usize) -> bool) -> Maps {
        let inside: Vec<bool> = (0..size * size)
            .map(|pixel| part(pixel % size, pixel / size))
            .collect();
        let edge = |pixel: usize| {
            let neighbour = |other: Option<&bool>| other.is_none_or(|&other| !other);
            inside[pixel] && neighbour(inside.get(pixel + 1))
        };
        let mut edges: [Vec<f32>; EdgeClass::COUNT] =
            std::array::from_fn(|_| vec![0.0; size * size]);
        edges[0] = (0..size * size)
            .map(|p| f32::from(u8::from(edge(p))))
            .collect();
        Maps {
            mask: inside.iter().map(|&i| f32::from(u8::from(i))).collect(),
            normals: vec![[0.0, 0.0, -1.0]; size * size],
            depths: (0..size * size).map(|p| (p % size) as f32).collect(),
            exits: std::array::from_fn(|_| vec![1.0; size * size]),
            edges,
            ..Maps::blank(size)
        }
    }

    #[test]
    fn equal_maps_agree_fully() {
        let truth = maps(16, |x, y| x < 8 && y > 3);
        let same = MapAccuracy::of(&truth, &truth);
        assert_eq!(same.mask_iou, 1.0);
        assert_eq!(same.median_normal_error_deg(), Some(0.0));
        assert_eq!(same.depth_error, 0.0);
        assert_eq!(same.exit_errors, [0.0; 2]);
        assert_eq!(same.any_edge.recall(), Some(1.0));
        assert_eq!(same.edges[1].precision(), None);
    }

    #[test]
    fn each_figure_sees_its_own_fault() {
        let truth = maps(16, |x, _| x < 8);
        let wider = MapAccuracy::of(&maps(16, |x, _| x < 12), &truth);
        assert!((wider.mask_iou - 8.0 / 12.0).abs() < 1e-9);
        assert_eq!(wider.any_edge.recall(), Some(0.0));
        let nearly = MapAccuracy::of(&maps(16, |x, _| x < 10), &truth);
        assert_eq!(nearly.any_edge.precision(), Some(1.0));
        let mut turned = truth.clone();
        turned.normals.fill([0.0, -0.6, -0.8]);
        let error = MapAccuracy::of(&turned, &truth).median_normal_error_deg();
        assert!((error.expect("a part") - 36.87).abs() < 0.01);
        let mut moved = truth.clone();
        moved.depths.iter_mut().for_each(|depth| *depth += 5.0);
        assert!(MapAccuracy::of(&moved, &truth).depth_error < 1e-6);
        moved.depths[1] += 8.0;
        assert!(MapAccuracy::of(&moved, &truth).depth_error > 0.05);
        let mut thinner = truth.clone();
        thinner.exits[0].fill(0.495);
        let [first, last] = MapAccuracy::of(&thinner, &truth).exit_errors;
        assert!((first - std::f64::consts::LN_2).abs() < 1e-3, "{first}");
        assert_eq!(last, 0.0);
    }
}
