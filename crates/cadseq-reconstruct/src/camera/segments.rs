//! Straight line segments of a picture, on the part, and the curves that they make.

use cadseq_model::{EdgeClass, Maps};
use cadseq_render::Picture;
use glam::DVec2;

use super::Framing;
use super::curves::{Curve, curves};

/// The crop is looked at with at most this many pixels along each side: time is the square of it.
const MAX_DETECTION_SIZE: usize = 512;
/// Shorter segments (share of the crop's side) say too little about a direction.
const MIN_LENGTH_SHARE: f64 = 0.03;
/// Pieces of curves may be as short as this.
const MIN_PIECE_SHARE: f64 = 0.01;
/// Error of a segment's ends square to it, in pixels of what was detected. LSD is better than that, but
/// drawn edges have strokes, whose sides are found, and printed ones are rounded.
const END_ERROR_PX: f64 = 1.0;
/// At most this many segments are kept, the longest ones.
const MAX_SEGMENTS: usize = 120;
/// The same for pieces of curves.
const MAX_PIECES: usize = 400;
/// How far beyond the mask an edge of the part can appear, as a share of the crop's side.
const MASK_REACH_SHARE: f64 = 0.015;
/// A segment is a piece of a curve where its neighbours turn on by more than the first and less than
/// the second of these cosines (4 and 40 degrees).
const CURVE_COSINES: (f64, f64) = (0.9976, 0.766);

/// A straight line segment, in pixels of the picture from its middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LineSegment {
    /// Its two ends.
    pub ends: [DVec2; 2],
    /// How probable it is, before looking at any camera, that it is a straight edge of the part and
    /// not a piece of a curve or of a texture.
    pub straightness: f64,
    /// Error of its ends square to it, in pixels.
    pub error_px: f64,
}

/// What runs through a picture of a part.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lines {
    /// Straight segments.
    pub segments: Vec<LineSegment>,
    /// Curved edges.
    pub curves: Vec<Curve>,
}

impl LineSegment {
    /// Its middle.
    pub(super) fn middle(&self) -> DVec2 {
        self.ends[0].midpoint(self.ends[1])
    }

    /// Its unit direction.
    pub(super) fn direction(&self) -> DVec2 {
        (self.ends[1] - self.ends[0]).normalize_or(DVec2::X)
    }

    /// Its length in pixels.
    pub(super) fn length(&self) -> f64 {
        self.ends[0].distance(self.ends[1])
    }
}

/// The lines of `picture` on the part, by LSD (Grompone von Gioi et al., IPOL 2012); `maps` are those
/// of the crop.
pub fn detect_lines(picture: &Picture, maps: &Maps, framing: &Framing) -> Lines {
    let crop = framing.crop;
    let size = (crop.side.round() as usize).clamp(3, MAX_DETECTION_SIZE);
    let pixels = picture.crop(crop.left, crop.top, crop.side, size);
    let grey: Vec<f64> = pixels.luma.iter().map(|&v| f64::from(v) * 255.0).collect();
    let found = lsdetect::detect(&grey, size, size, lsdetect::SCALE)
        .expect("the crop has size * size pixels");
    let scale = crop.side / size as f64;
    let corner = DVec2::new(crop.left, crop.top) - framing.middle();
    let pieces: Vec<LineSegment> = found
        .iter()
        .map(|found| {
            [
                DVec2::new(found.x1, found.y1),
                DVec2::new(found.x2, found.y2),
            ]
        })
        .filter(|ends| ends[0].distance(ends[1]) * scale >= MIN_PIECE_SHARE * crop.side)
        .filter(|ends| lies_on_part(maps, ends.map(|end| end / size as f64)))
        .map(|ends| LineSegment {
            straightness: 1.0 - rim_share(maps, ends.map(|end| end / size as f64)),
            ends: ends.map(|end| corner + end * scale),
            error_px: END_ERROR_PX * scale,
        })
        .take(MAX_PIECES)
        .collect();
    let curves = curves(&pieces);
    let mut segments = pieces;
    segments.retain(|segment| segment.length() >= MIN_LENGTH_SHARE * crop.side);
    segments.truncate(MAX_SEGMENTS);
    mark_curves(&mut segments);
    Lines { segments, curves }
}

/// Points along a segment (crop coordinates, 0 to 1).
fn along(ends: [DVec2; 2]) -> impl Iterator<Item = DVec2> {
    (0..5).map(move |step| ends[0].lerp(ends[1], 0.1 + 0.2 * f64::from(step)))
}

/// Whether most of a segment (crop coordinates, 0 to 1) lies on the mask or close to it.
fn lies_on_part(maps: &Maps, ends: [DVec2; 2]) -> bool {
    let reach = (MASK_REACH_SHARE * maps.size as f64).max(1.0);
    let on_part =
        along(ends).filter(|point| largest_near(&maps.mask, maps.size, *point, reach) > 0.5);
    on_part.count() >= 4
}

/// The share of a segment (crop coordinates, 0 to 1) that runs along rims of holes.
fn rim_share(maps: &Maps, ends: [DVec2; 2]) -> f64 {
    let rims = &maps.edges[EdgeClass::Rim.index()];
    let sum: f32 = along(ends)
        .map(|point| largest_near(rims, maps.size, point, 0.5))
        .sum();
    f64::from(sum / 5.0).clamp(0.0, 0.9)
}

/// The largest value of a map within `reach` cells of a point (crop coordinates, 0 to 1).
fn largest_near(map: &[f32], size: usize, point: DVec2, reach: f64) -> f32 {
    let last = size as f64 - 1.0;
    let low = (point * size as f64 - reach)
        .floor()
        .clamp(DVec2::ZERO, DVec2::splat(last));
    let high = (point * size as f64 + reach)
        .floor()
        .clamp(DVec2::ZERO, DVec2::splat(last));
    let mut largest = 0.0_f32;
    for row in low.y as usize..=high.y as usize {
        for &value in &map[row * size + low.x as usize..=row * size + high.x as usize] {
            largest = largest.max(value);
        }
    }
    largest
}

/// Lowers the straightness of segments that go on at their ends into others of about their length,
/// turning a little: pieces of a curve that was cut into straight ones.
fn mark_curves(segments: &mut [LineSegment]) {
    let all = segments.to_vec();
    for (index, segment) in segments.iter_mut().enumerate() {
        let turns = [0, 1].map(|end| {
            let others = all.iter().enumerate().filter(|(other, _)| *other != index);
            others.fold(0.0, |turn: f64, (_, other)| {
                turn + continuation(segment, end, other)
            })
        });
        // The same sense at both ends, walking along the segment.
        if turns[0] * turns[1] < 0.0 {
            segment.straightness *= 0.1;
        } else if turns[0] + turns[1] != 0.0 {
            segment.straightness *= 0.5;
        }
    }
}

/// Which way (1 or -1) `other` turns on from an end of a segment, 0 if it does not.
fn continuation(segment: &LineSegment, end: usize, other: &LineSegment) -> f64 {
    let length = segment.length();
    let reach = (0.1 * length).max(3.0);
    let at = segment.ends[end];
    if other.length() < 0.3 * length {
        return 0.0;
    }
    let near = if other.ends[0].distance(at) < other.ends[1].distance(at) {
        0
    } else {
        1
    };
    if other.ends[near].distance(at) > reach {
        return 0.0;
    }
    let outward = (at - segment.ends[1 - end]).normalize_or(DVec2::X);
    let onward = (other.ends[1 - near] - other.ends[near]).normalize_or(DVec2::X);
    let cosine = outward.dot(onward);
    if cosine > CURVE_COSINES.0 || cosine < CURVE_COSINES.1 {
        return 0.0;
    }
    outward.perp_dot(onward).signum()
}
