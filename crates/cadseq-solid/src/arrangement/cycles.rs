//! Walks around the cells: cycles of half-edges with one cell on their left.

use std::f64::consts::PI;

use super::HalfEdge;
use super::edges::Track;
use crate::segment::Segment;

/// All cycles of a planar graph of tracks.
pub(super) struct Cycles {
    /// The half-edges of each cycle, from its first track on.
    pub(super) walks: Vec<Vec<HalfEdge>>,
    /// For each track the cycles on its left and right.
    pub(super) sides: Vec<[usize; 2]>,
}

impl HalfEdge {
    /// Both half-edges of a track have neighbouring numbers.
    fn number(self) -> usize {
        2 * self.edge + usize::from(self.reversed)
    }

    fn from_number(number: usize) -> Self {
        Self {
            edge: number / 2,
            reversed: number % 2 == 1,
        }
    }

    /// The vertex that it leaves.
    pub(super) fn origin(self, tracks: &[Track]) -> usize {
        let track = &tracks[self.edge];
        if self.reversed {
            track.end
        } else {
            track.start
        }
    }

    /// Its points, in its direction.
    pub(super) fn segment(self, tracks: &[Track]) -> Segment {
        let segment = &tracks[self.edge].segment;
        if self.reversed {
            segment.reversed()
        } else {
            *segment
        }
    }
}

/// Traces every half-edge once. The tolerance is that with which the tracks were noded.
pub(super) fn trace(tracks: &[Track], tolerance: f64) -> Cycles {
    let next = successors(tracks, tolerance);
    let mut sides = vec![[usize::MAX; 2]; tracks.len()];
    let mut walks = Vec::new();
    for first in 0..2 * tracks.len() {
        if sides[first / 2][first % 2] != usize::MAX {
            continue;
        }
        let mut walk = Vec::new();
        let mut number = first;
        while sides[number / 2][number % 2] == usize::MAX {
            sides[number / 2][number % 2] = walks.len();
            walk.push(HalfEdge::from_number(number));
            number = next[number];
        }
        walks.push(walk);
    }
    Cycles { walks, sides }
}

/// For each half-edge the one that follows it around the cell on its left: the next clockwise from
/// where it came, at the vertex where it ends.
fn successors(tracks: &[Track], tolerance: f64) -> Vec<usize> {
    let mut leaving: Vec<HalfEdge> = (0..2 * tracks.len()).map(HalfEdge::from_number).collect();
    leaving.sort_by_key(|half_edge| half_edge.origin(tracks));
    let mut next = vec![0; 2 * tracks.len()];
    for around in leaving.chunk_by(|a, b| a.origin(tracks) == b.origin(tracks)) {
        let sorted = counter_clockwise(around, tracks, tolerance);
        for (position, half_edge) in sorted.iter().enumerate() {
            let clockwise = sorted[(position + sorted.len() - 1) % sorted.len()];
            next[half_edge.twin().number()] = clockwise.number();
        }
    }
    next
}

/// How far from a vertex the directions are taken, as a share of the way from the tolerance to the
/// shortest chord: short of its other end, where several may meet again.
const REACH: f64 = 0.7;

/// Sorts the half-edges that leave a vertex by the directions in which they cross a circle around
/// it, which each crosses once. Where two cross within the tolerance of a vertex that they share,
/// noding sees that vertex alone, and every chord is longer than the tolerance; from outside of it on
/// they do not cross before their other ends. So this is their order however they start, even with
/// a common tangent.
fn counter_clockwise(around: &[HalfEdge], tracks: &[Track], tolerance: f64) -> Vec<HalfEdge> {
    let segments: Vec<Segment> = around.iter().map(|half| half.segment(tracks)).collect();
    let chord = |segment: &Segment| segment.start.distance(segment.end);
    let shortest = segments.iter().map(chord).fold(f64::INFINITY, f64::min);
    let radius = tolerance + REACH * (shortest - tolerance);
    let mut keyed: Vec<(f64, HalfEdge)> = segments
        .iter()
        .map(|one| direction_at(one, radius))
        .zip(around.iter().copied())
        .collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    keyed.into_iter().map(|(_, half_edge)| half_edge).collect()
}

/// Angle in (-pi, pi] from a segment's start to where it is `radius` away, at most its chord.
fn direction_at(segment: &Segment, radius: f64) -> f64 {
    let chord = segment.end - segment.start;
    let angle = libm::atan2(chord.y, chord.x);
    let Some(bend) = segment.bend else {
        return angle;
    };
    let turn = libm::asin((0.5 * radius / bend.radius).min(1.0)).copysign(bend.sweep_rad);
    let angle = angle - 0.5 * bend.sweep_rad + turn;
    if angle > PI {
        angle - 2.0 * PI
    } else if angle <= -PI {
        angle + 2.0 * PI
    } else {
        angle
    }
}
