//! Outlines as curves over one coordinate, and their cross sections within a slab of it.
//!
//! Coordinates here are (u, v): slabs are stacked along u, cross sections run along v.

use std::f64::consts::{PI, TAU};

use glam::{DMat2, DVec2};

use crate::outline::{Bend, Outline, Segment};
use crate::segment::circle_cap_area;

/// A part of an outline that is a function v(u) over an interval of u.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) low: f64,
    pub(super) high: f64,
    /// A point of the piece, from which `v` is computed without loss for flat arcs.
    anchor: DVec2,
    shape: Shape,
}

#[derive(Debug, Clone, Copy)]
enum Shape {
    Line {
        slope: f64,
    },
    /// `side` is 1 on the half circle above the centre, -1 below.
    Arc {
        center: DVec2,
        radius: f64,
        side: f64,
    },
}

impl Piece {
    /// The constant v(u) = `v`.
    pub(super) fn level(v: f64) -> Self {
        Self {
            low: f64::NEG_INFINITY,
            high: f64::INFINITY,
            anchor: DVec2::new(0.0, v),
            shape: Shape::Line { slope: 0.0 },
        }
    }

    pub(super) fn value(&self, u: f64) -> f64 {
        let du = u - self.anchor.x;
        match self.shape {
            Shape::Line { slope } => self.anchor.y + slope * du,
            Shape::Arc { center, side, .. } => {
                // (u, v) on the circle: dv^2 + 2 p dv + q = 0, the root on the anchor's side.
                let p = self.anchor.y - center.y;
                let q = du * (du + 2.0 * (self.anchor.x - center.x));
                let divisor = p + side * (p * p - q).max(0.0).sqrt();
                if divisor == 0.0 {
                    self.anchor.y
                } else {
                    self.anchor.y - q / divisor
                }
            }
        }
    }

    /// Integral of v over [a, b]: the trapezoid under the chord and the cap between it and the arc.
    pub(super) fn integral(&self, a: f64, b: f64) -> f64 {
        let (start, end) = (DVec2::new(a, self.value(a)), DVec2::new(b, self.value(b)));
        let trapezoid = 0.5 * (b - a) * (start.y + end.y);
        match self.shape {
            Shape::Line { .. } => trapezoid,
            Shape::Arc { radius, side, .. } => {
                let half = libm::asin((0.5 * start.distance(end) / radius).min(1.0));
                trapezoid + side * circle_cap_area(radius, 2.0 * half)
            }
        }
    }

    /// Where the whole line or circle under the piece reaches the level `v`.
    pub(super) fn crossings(&self, v: f64) -> [f64; 2] {
        match self.shape {
            Shape::Line { slope } => [self.anchor.x + (v - self.anchor.y) / slope, f64::NAN],
            Shape::Arc { center, radius, .. } => {
                let half = ((radius - (v - center.y)) * (radius + (v - center.y))).sqrt();
                [center.x - half, center.x + half]
            }
        }
    }

    fn spans(&self, u: f64) -> bool {
        self.low < u && u < self.high
    }
}

/// The segments of an outline after the map `matrix`; a circle becomes two half circles.
pub(super) fn mapped_segments(outline: &Outline, matrix: DMat2) -> Vec<Segment> {
    let turn = matrix.determinant().signum();
    let map = |segment: &Segment| Segment {
        start: matrix * segment.start,
        end: matrix * segment.end,
        bend: segment.bend.map(|bend| Bend {
            center: matrix * bend.center,
            radius: bend.radius,
            sweep_rad: bend.sweep_rad * turn,
        }),
        source: segment.source,
    };
    match outline {
        Outline::Circle {
            center,
            radius,
            source,
        } => {
            let bend = Some(Bend {
                center: *center,
                radius: *radius,
                sweep_rad: PI,
            });
            let (right, left) = (*center + DVec2::X * *radius, *center - DVec2::X * *radius);
            [(right, left), (left, right)]
                .map(|(start, end)| {
                    map(&Segment {
                        start,
                        end,
                        bend,
                        source: *source,
                    })
                })
                .to_vec()
        }
        Outline::Loop(segments) => segments.iter().map(map).collect(),
    }
}

/// The pieces of a segment; none for one that runs along v.
pub(super) fn pieces(segment: &Segment) -> Vec<Piece> {
    let Some(bend) = segment.bend else {
        let run = segment.end - segment.start;
        let shape = Shape::Line {
            slope: run.y / run.x,
        };
        return if run.x == 0.0 {
            Vec::new()
        } else {
            vec![piece(segment.start, segment.end, shape)]
        };
    };
    let mut stops = vec![(0.0, segment.start)];
    stops.extend(extremes(segment, &bend));
    stops.push((bend.sweep_rad.abs(), segment.end));
    stops
        .windows(2)
        .map(|pair| {
            let middle_angle = 0.5 * (pair[0].0 + pair[1].0) / bend.sweep_rad.abs();
            let side = (segment.point_at(middle_angle).y - bend.center.y).signum();
            let shape = Shape::Arc {
                center: bend.center,
                radius: bend.radius,
                side,
            };
            piece(pair[0].1, pair[1].1, shape)
        })
        .collect()
}

fn piece(start: DVec2, end: DVec2, shape: Shape) -> Piece {
    Piece {
        low: start.x.min(end.x),
        high: start.x.max(end.x),
        anchor: start,
        shape,
    }
}

/// The leftmost and rightmost points of the circle that lie on the arc: turn from the start, point.
fn extremes(segment: &Segment, bend: &Bend) -> Vec<(f64, DVec2)> {
    let from_center = segment.start - bend.center;
    let start_angle = libm::atan2(from_center.y, from_center.x);
    let mut found: Vec<(f64, DVec2)> = [(0.0, 1.0), (PI, -1.0)]
        .into_iter()
        .map(|(angle, sign)| {
            let turn = (angle - start_angle) * bend.sweep_rad.signum();
            let turn = turn - TAU * (turn / TAU).floor();
            (turn, bend.center + DVec2::X * (sign * bend.radius))
        })
        .filter(|(turn, _)| *turn > 0.0 && *turn < bend.sweep_rad.abs())
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found
}

/// The cross section at `u`: pairs of pieces, each the lower and upper end of an interval inside.
pub(super) fn cross_section(pieces: &[Piece], u: f64) -> Vec<[Piece; 2]> {
    let mut crossed: Vec<(f64, &Piece)> = pieces
        .iter()
        .filter(|piece| piece.spans(u))
        .map(|piece| (piece.value(u), piece))
        .collect();
    crossed.sort_by(|a, b| a.0.total_cmp(&b.0));
    crossed
        .chunks_exact(2)
        .map(|pair| [*pair[0].1, *pair[1].1])
        .collect()
}

/// The intervals that two cross sections at `u` share.
pub(super) fn common(a: &[[Piece; 2]], b: &[[Piece; 2]], u: f64) -> Vec<[Piece; 2]> {
    let higher = |p: Piece, q: Piece| if p.value(u) >= q.value(u) { p } else { q };
    let lower = |p: Piece, q: Piece| if p.value(u) <= q.value(u) { p } else { q };
    a.iter()
        .flat_map(|p| {
            b.iter()
                .map(move |q| [higher(p[0], q[0]), lower(p[1], q[1])])
        })
        .filter(|[low, high]| low.value(u) < high.value(u))
        .collect()
}

/// Slabs between neighbouring breaks inside [low, high], narrowest ones left out: they hold no
/// volume that double precision could see.
pub(super) fn slabs(mut breaks: Vec<f64>, low: f64, high: f64) -> Vec<(f64, f64)> {
    breaks.retain(|u| *u > low && *u < high);
    breaks.extend([low, high]);
    breaks.sort_by(f64::total_cmp);
    let narrowest = 1e-14 * low.abs().max(high.abs());
    breaks
        .windows(2)
        .map(|w| (w[0], w[1]))
        .filter(|(a, b)| b - a > narrowest)
        .collect()
}

/// Lowest and highest u of some pieces.
pub(super) fn extent(pieces: &[Piece]) -> (f64, f64) {
    pieces
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), piece| {
            (low.min(piece.low), high.max(piece.high))
        })
}
