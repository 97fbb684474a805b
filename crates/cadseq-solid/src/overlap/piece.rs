//! Lines and arcs as functions of one coordinate.
//!
//! Coordinates here are (u, v): slabs are stacked along u, cross sections run along v.

use std::f64::consts::{PI, TAU};

use glam::DVec2;

use crate::segment::{Bend, Segment, circle_cap_area};

/// Share of its coordinates by which rounding may part an arc from a level that it touches.
const ROUNDING: f64 = 1e-12;

/// A line, or a part of an arc, that is a function v(u) over an interval of u.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) low: f64,
    pub(super) high: f64,
    /// Whether its segment runs towards lower u.
    pub(super) is_reversed: bool,
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
            is_reversed: false,
            anchor: DVec2::new(0.0, v),
            shape: Shape::Line { slope: 0.0 },
        }
    }

    pub(super) fn value(&self, u: f64) -> f64 {
        let du = u - self.anchor.x;
        match self.shape {
            Shape::Line { slope } => self.anchor.y + slope * du,
            Shape::Arc { center, side, .. } => {
                // (u, v) on the circle: dv^2 + 2 p dv + q = 0, the root on the piece's side.
                let p = self.anchor.y - center.y;
                let q = du * (du + 2.0 * (self.anchor.x - center.x));
                let root = side * (p * p - q).max(0.0).sqrt();
                if p * side > 0.0 && p * p > q {
                    self.anchor.y - q / (p + root)
                } else {
                    center.y + root
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
            Shape::Arc {
                center,
                radius,
                side,
            } => {
                // From both legs: the chord alone says little about an angle near a half turn.
                let half_chord = 0.5 * start.distance(end);
                let half = libm::atan2(half_chord, start.midpoint(end).distance(center));
                trapezoid + side * circle_cap_area(radius, 2.0 * half)
            }
        }
    }

    /// Where the whole line or circle under the piece reaches the level `v`, or its top or bottom that
    /// touches the level but for rounding.
    pub(super) fn crossings(&self, v: f64) -> [f64; 2] {
        match self.shape {
            Shape::Line { slope } => [self.anchor.x + (v - self.anchor.y) / slope, f64::NAN],
            Shape::Arc { center, radius, .. } => {
                let squared = (radius - (v - center.y)) * (radius + (v - center.y));
                let graze = ROUNDING * radius * (radius + v.abs().max(center.y.abs()));
                let half = if squared.abs() > graze { squared } else { 0.0 }.sqrt();
                [center.x - half, center.x + half]
            }
        }
    }

    /// Whether v(u) is the same everywhere.
    pub(super) fn is_level(&self) -> bool {
        matches!(self.shape, Shape::Line { slope } if slope == 0.0)
    }

    /// Whether the piece runs over `u`, its ends left out.
    pub(super) fn spans(&self, u: f64) -> bool {
        self.low < u && u < self.high
    }
}

/// The pieces of a segment in its order; none for one that runs along v.
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
        is_reversed: end.x < start.x,
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
