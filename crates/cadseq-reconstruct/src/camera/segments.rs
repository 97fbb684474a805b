//! Straight line segments of a picture, on the part, and the curves that they make.

use cadseq_model::Maps;
use cadseq_render::Picture;
use glam::DVec2;

use super::curves::{Curve, curves};
use super::neighbours::{mark_curves, share_weights};
use super::{Framing, support};

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
/// Pieces that the maps see an edge under with less than this weight make no curves.
const MIN_PIECE_WEIGHT: f64 = 0.4;

/// A straight line segment, in pixels of the picture from its middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LineSegment {
    /// Its two ends.
    pub ends: [DVec2; 2],
    /// How probable it is, before looking at any camera, that it is a straight edge of the part and
    /// not a piece of a curve or of a texture.
    pub straightness: f64,
    /// As how much of a segment it counts: less where the maps see no edge, and where others beside
    /// it say the same.
    pub weight: f64,
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
    let sees_edges = support::sees_edges(maps);
    let mut pieces: Vec<LineSegment> = found
        .iter()
        .map(|found| {
            [
                DVec2::new(found.x1, found.y1),
                DVec2::new(found.x2, found.y2),
            ]
        })
        .filter(|ends| ends[0].distance(ends[1]) * scale >= MIN_PIECE_SHARE * crop.side)
        .map(|ends| (ends, ends.map(|end| end / size as f64)))
        .filter(|(_, in_crop)| support::lies_on_part(maps, *in_crop))
        .map(|(ends, in_crop)| LineSegment {
            ends: ends.map(|end| corner + end * scale),
            straightness: 1.0 - support::rim_share(maps, in_crop),
            weight: if sees_edges {
                support::edge_weight(maps, in_crop)
            } else {
                1.0
            },
            error_px: END_ERROR_PX * scale,
        })
        .collect();
    pieces.sort_by(|a, b| (b.length() * b.weight).total_cmp(&(a.length() * a.weight)));
    pieces.truncate(MAX_PIECES);
    let on_edges: Vec<LineSegment> = pieces
        .iter()
        .copied()
        .filter(|piece| piece.weight >= MIN_PIECE_WEIGHT)
        .collect();
    let curves = curves(&on_edges);
    let mut segments = pieces;
    segments.retain(|segment| segment.length() >= MIN_LENGTH_SHARE * crop.side);
    segments.truncate(MAX_SEGMENTS);
    mark_curves(&mut segments);
    share_weights(&mut segments, crop.side);
    Lines { segments, curves }
}
