//! Where a horizontal line crosses a segment, so that crossings of closed loops always balance.

use std::f64::consts::{FRAC_PI_2, TAU};

use glam::DVec2;

use super::{Bend, Segment};

/// A crossing of a horizontal line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ScanCrossing {
    /// Where on the line.
    pub(crate) x: f64,
    /// Whether the segment runs upwards there.
    pub(crate) upward: bool,
}

impl Segment {
    /// Calls `visit` for each crossing of the line at height `y`. An end on the line counts as
    /// below it, so that along a closed loop there are as many crossings upwards as downwards.
    pub(crate) fn scan(&self, y: f64, mut visit: impl FnMut(ScanCrossing)) {
        let crosses = |from: DVec2, to: DVec2| (from.y <= y) != (to.y <= y);
        let Some(bend) = self.bend else {
            if crosses(self.start, self.end) {
                let t = (y - self.start.y) / (self.end.y - self.start.y);
                let x = self.start.x + t * (self.end.x - self.start.x);
                let upward = self.start.y <= y;
                visit(ScanCrossing { x, upward });
            }
            return;
        };
        let mut from = self.start;
        let turns = self.turning_points(&bend);
        for to in turns.into_iter().flatten().chain([self.end]) {
            if crosses(from, to) {
                let upward = from.y <= y;
                // A counter-clockwise arc climbs on the right of its centre.
                let side = if upward == (bend.sweep_rad > 0.0) {
                    1.0
                } else {
                    -1.0
                };
                let x = x_on_circle(&bend, from, side, y);
                visit(ScanCrossing { x, upward });
            }
            from = to;
        }
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
