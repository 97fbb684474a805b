//! Where a horizontal line crosses segments, so that crossings of closed loops always balance.

use std::f64::consts::{FRAC_PI_2, TAU};

use glam::DVec2;

use super::{Bend, Bounds2, Segment};

/// A part of a segment that only climbs or only falls.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    from: DVec2,
    to: DVec2,
    /// The circle of an arc, and whether the span lies on its right half (1) or left half (-1).
    circle: Option<(Bend, f64)>,
}

impl Segment {
    /// The segment's climbing and falling parts, in its order; none for a horizontal line.
    pub(crate) fn spans(&self) -> impl Iterator<Item = Span> {
        let turns = self
            .bend
            .map_or([None; 2], |bend| self.turning_points(&bend));
        let mut from = self.start;
        let stops = turns.into_iter().flatten().chain([self.end]);
        let spans = stops.map(move |to| {
            let circle = self.bend.map(|bend| {
                // A counter-clockwise arc climbs on the right of its centre.
                let is_right = (to.y > from.y) == (bend.sweep_rad > 0.0);
                (bend, if is_right { 1.0 } else { -1.0 })
            });
            Span {
                from: std::mem::replace(&mut from, to),
                to,
                circle,
            }
        });
        spans.filter(|span| span.from.y != span.to.y)
    }

    /// The top and bottom of the circle that lie inside the arc, in its order.
    fn turning_points(&self, bend: &Bend) -> [Option<DVec2>; 2] {
        let spoke = self.start - bend.center;
        let start_angle = libm::atan2(spoke.y, spoke.x);
        let turn = bend.sweep_rad.signum();
        let [top, bottom] =
            [(FRAC_PI_2, DVec2::Y), (-FRAC_PI_2, DVec2::NEG_Y)].map(|(angle, up)| {
                let swept = (turn * (angle - start_angle)).rem_euclid(TAU);
                (swept, bend.center + up * bend.radius)
            });
        let ordered = if top.0 < bottom.0 {
            [top, bottom]
        } else {
            [bottom, top]
        };
        ordered.map(|(swept, point)| (swept > 0.0 && swept < bend.sweep_rad.abs()).then_some(point))
    }
}

impl Span {
    /// Whether it climbs in the direction of its segment.
    pub(crate) fn is_upward(&self) -> bool {
        self.to.y > self.from.y
    }

    /// Whether it crosses the line at height `y`. An end on the line counts as below it, so that a
    /// closed loop crosses upwards as often as downwards.
    pub(crate) fn crosses(&self, y: f64) -> bool {
        (self.from.y <= y) != (self.to.y <= y)
    }

    /// Where it crosses the line at height `y`.
    pub(crate) fn x_at(&self, y: f64) -> f64 {
        let (from, to) = (self.from, self.to);
        match self.circle {
            None => from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x),
            Some((bend, side)) => x_on_circle(&bend, from, side, y),
        }
    }

    /// The box around it, to the rounding of coordinates.
    pub(crate) fn bounds(&self) -> Bounds2 {
        let (mut min, mut max) = (self.from.min(self.to), self.from.max(self.to));
        if let Some((bend, side)) = self.circle
            && min.y < bend.center.y
            && bend.center.y < max.y
        {
            let outermost = bend.center.x + side * bend.radius;
            min.x = min.x.min(outermost);
            max.x = max.x.max(outermost);
        }
        Bounds2 { min, max }
    }
}

/// The point at height `y` on the half circle that `side` names (1 right, -1 left), from a point
/// `near` of that half: accurate for arcs that are nearly straight.
fn x_on_circle(bend: &Bend, near: DVec2, side: f64, y: f64) -> f64 {
    let p = near.x - bend.center.x;
    let rise = y - near.y;
    let q = rise * (rise + 2.0 * (near.y - bend.center.y));
    let root = side * (p * p - q).max(0.0).sqrt();
    if p * side > 0.0 && p * p > q {
        near.x - q / (p + root)
    } else {
        bend.center.x + root
    }
}

/// How often the closed loops of `segments` wind around a point, counter-clockwise positive.
pub(crate) fn winding<'a>(segments: impl IntoIterator<Item = &'a Segment>, point: DVec2) -> i32 {
    let spans = segments.into_iter().flat_map(Segment::spans);
    let right = spans.filter(|span| span.crosses(point.y) && span.x_at(point.y) > point.x);
    right
        .map(|span| if span.is_upward() { 1 } else { -1 })
        .sum()
}
