//! Turned parts: circles about one axis, as they lie on the picture's edges.
//!
//! With the camera's direction, three of which are possible for the axis, its place is where the mask is its own mirror image.
//! How far it is off is free, as the part's size and origin are. Every edge of a turned part is then a circle of a radius and a
//! height: those that lie on edges that are seen are found by counting (Hough), and are the corners of the part's profile. The
//! profile begins as what the mask leaves, and is cut where that explains the picture better.
//!
//! Nothing of it needs the relief, whose errors add up over round walls.

mod axis;
mod circles;
mod profile;

use cadseq_program::Plane;
use rayon::prelude::*;

use self::axis::Axis;
use self::circles::circles;
use self::profile::Profile;
use super::judge::Judge;
use super::placed::Placed;
use super::sketches::Stacked;

/// Side of a bin of radii and heights, in model units: about a pixel.
const BIN: f64 = 0.05;

/// The best stack of circles about each axis about which the part may be turned.
pub(super) fn stacks(judge: &Judge, placed: &Placed) -> Vec<Stacked> {
    Plane::ALL
        .into_par_iter()
        .filter_map(|plane| Axis::found(plane, judge.coarse(), placed))
        .filter_map(|axis| {
            let circles = circles(&axis, judge, placed);
            Profile::hull(axis, &circles, judge, placed)?.cut(judge, placed)
        })
        .collect()
}

/// The share of the edges that circles about one of the part's axes explain, less what they cost; `None` where the mask is not
/// symmetric about it.
pub(super) fn explained(axis: usize, judge: &Judge, placed: &Placed) -> Option<f64> {
    let plane = Plane::ALL
        .into_iter()
        .find(|plane| plane.normal()[axis] != 0.0)?;
    let axis = Axis::found(plane, judge, placed)?;
    Some(circles::explained(&axis, judge, placed))
}
