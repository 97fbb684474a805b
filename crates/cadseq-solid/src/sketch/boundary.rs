//! Loops of edges as outlines: pieces of one curve become one side again.

use std::collections::HashMap;
use std::f64::consts::PI;

use cadseq_program::Curve;
use glam::DVec2;

use super::Sketch;
use super::region::Region;
use super::union::SimpleLoop;
use crate::Outline;
use crate::arrangement::HalfEdge;
use crate::segment::{Bend, Segment, signed_area};

/// How far pieces of a curve may lie off it together, in tolerances.
const SLACK: f64 = 4.0;

/// The region inside of loops with it on their left.
pub(super) fn region(sketch: &Sketch, mut loops: Vec<SimpleLoop>) -> Region {
    let mut visits: HashMap<usize, usize> = HashMap::new();
    for &half_edge in loops.iter().flatten() {
        *visits
            .entry(sketch.arrangement.origin(half_edge))
            .or_default() += 1;
    }
    let area = |walk: &SimpleLoop| {
        signed_area(
            walk.iter()
                .map(|&half_edge| sketch.arrangement.segment(half_edge)),
        )
    };
    let areas: Vec<f64> = loops.iter().map(area).collect();
    let outer = (0..loops.len()).max_by(|&a, &b| areas[a].total_cmp(&areas[b]));
    let outer = loops.remove(outer.expect("a region has a boundary"));
    let sides = Sides { sketch, visits };
    let holes = loops.into_iter().map(|walk| {
        let turned: SimpleLoop = walk.into_iter().rev().map(HalfEdge::twin).collect();
        sides.outline(&turned)
    });
    let holes = holes.collect();
    Region {
        outer: sides.outline(&outer),
        holes,
    }
}

struct Sides<'a> {
    sketch: &'a Sketch,
    /// How many loops of the region pass each vertex.
    visits: HashMap<usize, usize>,
}

impl Sides<'_> {
    /// The outline of a loop, from its lowest edge on.
    fn outline(&self, walk: &[HalfEdge]) -> Outline {
        let lowest = (0..walk.len())
            .min_by_key(|&i| walk[i])
            .expect("a loop has edges");
        let count = walk.len();
        let is_corner = |i: usize| self.is_corner(walk[(i + count - 1) % count], walk[i]);
        let first = (0..count)
            .map(|back| (lowest + count - back) % count)
            .find(|&i| is_corner(i));
        let turned = [
            &walk[first.unwrap_or(lowest)..],
            &walk[..first.unwrap_or(lowest)],
        ]
        .concat();
        let runs = self.runs(&turned);
        if let ([run], None) = (&runs[..], first)
            && let Some((center, radius, source)) = self.circle(run)
        {
            return Outline::Circle {
                center,
                radius,
                source,
            };
        }
        let mut segments = Vec::with_capacity(runs.len());
        for run in &runs {
            self.push_side(&run.half_edges, run.curves[0], &mut segments);
        }
        Outline::Loop(segments)
    }

    /// Whether the boundary turns from one curve to another between two half-edges, or meets
    /// itself there.
    fn is_corner(&self, before: HalfEdge, after: HalfEdge) -> bool {
        let curves = self.curves(before);
        let goes_on = self
            .curves(after)
            .any(|curve| curves.clone().any(|other| other == curve));
        !goes_on || self.visits[&self.sketch.arrangement.origin(after)] > 1
    }

    /// The curves that run along an edge, in ascending order.
    fn curves(&self, half_edge: HalfEdge) -> impl Iterator<Item = usize> + Clone {
        let strokes = self.sketch.arrangement.edges[half_edge.edge].strokes.iter();
        strokes.map(|stroke| stroke.stroke)
    }

    /// Cuts a loop at its corners and where no curve runs along all half-edges since the last cut.
    fn runs(&self, walk: &[HalfEdge]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for (i, &half_edge) in walk.iter().enumerate() {
            if i > 0 && !self.is_corner(walk[i - 1], half_edge) {
                let run = runs.last_mut().expect("the first half-edge starts a run");
                let mut common = run.curves.clone();
                common.retain(|&curve| self.curves(half_edge).any(|other| other == curve));
                if !common.is_empty() {
                    run.curves = common;
                    run.half_edges.push(half_edge);
                    continue;
                }
            }
            let curves = self.curves(half_edge).collect();
            runs.push(Run {
                half_edges: vec![half_edge],
                curves,
            });
        }
        runs
    }

    /// Adds the side that a run is: one segment, where the curve passes through its ends closely.
    fn push_side(&self, half_edges: &[HalfEdge], curve: usize, sides: &mut Vec<Segment>) {
        let source = curve as u32;
        if let [half_edge] = half_edges {
            sides.push(Segment {
                source,
                ..self.sketch.arrangement.segment(*half_edge)
            });
        } else if let Some(segment) = self.joined(half_edges, curve) {
            sides.push(segment);
        } else {
            let (before, after) = half_edges.split_at(half_edges.len() / 2);
            self.push_side(before, curve, sides);
            self.push_side(after, curve, sides);
        }
    }

    /// The part of a curve from the first to the last of several vertices on it; `None` where it is
    /// closed, or where the ends' snapping would turn the rest of an arc.
    fn joined(&self, half_edges: &[HalfEdge], curve: usize) -> Option<Segment> {
        let pieces: Vec<Segment> = half_edges
            .iter()
            .map(|&half_edge| self.sketch.arrangement.segment(half_edge))
            .collect();
        let (start, end) = (pieces[0].start, pieces[pieces.len() - 1].end);
        let source = curve as u32;
        let Some((center, radius)) = carrier(&self.sketch.curves[curve]) else {
            return Some(Segment {
                start,
                end,
                bend: None,
                source,
            });
        };
        let swept = |piece: &Segment| {
            let (from, to) = (piece.start - center, piece.end - center);
            let chord = libm::atan2(from.perp_dot(to), from.dot(to));
            piece.bend.map_or(chord, |bend| bend.sweep_rad)
        };
        let sweep_rad: f64 = pieces.iter().map(swept).sum();
        let bend = Bend::through(start, end, center, sweep_rad);
        let shift = bend
            .center
            .distance(center)
            .max((bend.radius - radius).abs());
        let is_long = sweep_rad.abs() > PI;
        let is_close = (bend.sweep_rad - sweep_rad).abs() < 1.0
            && !(is_long && shift > SLACK * self.sketch.tolerance);
        (start != end && is_close).then_some(Segment {
            start,
            end,
            bend: Some(bend),
            source,
        })
    }

    /// Centre, radius and number of the curve that a run around a whole loop follows.
    fn circle(&self, run: &Run) -> Option<(DVec2, f64, u32)> {
        let curve = run.curves[0];
        let (center, radius) = carrier(&self.sketch.curves[curve])?;
        Some((center, radius, curve as u32))
    }
}

/// Half-edges after each other, and the curves that run along all of them.
struct Run {
    half_edges: Vec<HalfEdge>,
    /// In ascending order; at least one.
    curves: Vec<usize>,
}

/// Centre and radius of an arc or circle.
fn carrier(curve: &Curve) -> Option<(DVec2, f64)> {
    match curve {
        Curve::Line(_) => None,
        Curve::Arc(arc) => Some((arc.center, arc.radius())),
        Curve::Circle(circle) => Some((circle.center, circle.radius)),
    }
}
