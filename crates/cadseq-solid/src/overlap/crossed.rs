//! The volume that two prisms on different origin planes share.

use cadseq_program::Plane;
use glam::{DMat2, DVec3};

use super::quadrature::integrate;
use super::slab::{Piece, common, cross_section, extent, mapped_segments, pieces, slabs};
use crate::Prism;

/// A prism seen along the heights of the other: its outline over the direction that both planes
/// hold, clipped to the other's heights.
struct Side {
    pieces: Vec<Piece>,
    clip: [Piece; 2],
    breaks: Vec<f64>,
}

/// Volume of the intersection, in cubic units.
pub(super) fn shared_volume(a: &Prism, b: &Prism) -> f64 {
    let common_axis = a.plane().normal().cross(b.plane().normal()).abs();
    let (a, b) = (side(a, b, common_axis), side(b, a, common_axis));
    let ((a_low, a_high), (b_low, b_high)) = (extent(&a.pieces), extent(&b.pieces));
    let breaks = [a.breaks.as_slice(), b.breaks.as_slice()].concat();
    slabs(breaks, a_low.max(b_low), a_high.min(b_high))
        .into_iter()
        .map(|(low, high)| slab_volume(&a, &b, low, high))
        .sum()
}

fn slab_volume(a: &Side, b: &Side, low: f64, high: f64) -> f64 {
    let middle = 0.5 * (low + high);
    let [a, b] =
        [a, b].map(|side| common(&cross_section(&side.pieces, middle), &[side.clip], middle));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let length = |section: &[[Piece; 2]], u: f64| -> f64 {
        section.iter().map(|[p, q]| q.value(u) - p.value(u)).sum()
    };
    integrate(|u| length(&a, u) * length(&b, u), low, high)
}

fn side(prism: &Prism, other: &Prism, common_axis: DVec3) -> Side {
    let matrix = slab_from_sketch(prism.plane(), common_axis, other.plane().normal());
    let segments = mapped_segments(prism.outline(), matrix);
    let pieces: Vec<Piece> = segments.iter().flat_map(pieces).collect();
    let (low, high) = other.heights();
    let mut breaks: Vec<f64> = pieces
        .iter()
        .flat_map(|piece| [piece.low, piece.high])
        .collect();
    breaks.extend(
        pieces
            .iter()
            .flat_map(|piece| [low, high].map(|v| piece.crossings(v)))
            .flatten(),
    );
    Side {
        pieces,
        clip: [Piece::level(low), Piece::level(high)],
        breaks,
    }
}

/// Takes sketch coordinates to world coordinates along the directions `u` and `v`.
fn slab_from_sketch(plane: Plane, u: DVec3, v: DVec3) -> DMat2 {
    let column = |axis: DVec3| glam::DVec2::new(axis.dot(u), axis.dot(v));
    DMat2::from_cols(column(plane.x_axis()), column(plane.y_axis()))
}
