//! Edits of a hypothesis: what makes it simpler, or explains what it does not, is tried, fitted and kept if it is
//! worth its price.

use glam::DVec2;
use rayon::prelude::*;

use super::judge::Judge;
use super::outline::{Loop, arc, cut};
use super::sketches::{Level, Stacked};
use super::{Hypothesis, best, bodies, residual};
use crate::ReconstructError;
use crate::cancel::Limits;
use crate::contour::signed_area;

/// Most rounds of edits.
const ROUNDS: usize = 8;

/// Most edits of a round; of parts with sketches on several planes, which take the general kernel, fewer.
const EDITS: usize = 72;
const EDITS_ACROSS: usize = 24;

/// How many edits of a round are fitted.
const FITTED: usize = 3;

/// What an edit may lose before it is fitted.
const LOSS: f64 = 0.06;

/// Radii of a chain that is tried as a circle vary by less, as a share of their mean.
const ROUND: f64 = 0.2;

/// Area of a chain that is tried as a rectangle, as a share of its box, at least.
const FULL: f64 = 0.4;

/// Corners of a chain that are tried at once.
const CORNERS: usize = 8;

/// How far points may be off a coarser loop, in model units.
const COARSE_SIGMAS: [f64; 4] = [0.15, 0.25, 0.4, 0.6];

/// Slope of a line that is tried along an axis.
const NEARLY_LEVEL: f64 = 0.35;

/// Largest bulge of two arcs made one.
const MAX_BULGE: f64 = 2.0;

/// How many arcs of a chain are tried as circles, and the least bulge of one.
const ARCS: usize = 3;
const LEAST_BULGE: f64 = 0.25;

/// Centres nearer than this share of the radius are tried as one.
const CONCENTRIC: f64 = 0.3;

/// The best that edits make of a hypothesis.
///
/// # Errors
/// Only [`ReconstructError::Cancelled`].
pub(super) fn improved(
    start: Hypothesis,
    judge: &Judge,
    limits: Limits<'_>,
) -> Result<Hypothesis, ReconstructError> {
    let mut current = start;
    for _ in 0..ROUNDS {
        limits.go_on()?;
        if limits.is_late() {
            break;
        }
        let seen = current.seen();
        let mut all = bodies::bodies(&current, &seen);
        all.extend(residual::features(&current, &seen));
        all.extend(edits(&current.stacked));
        all.truncate(if is_across(&current.stacked) {
            EDITS_ACROSS
        } else {
            EDITS
        });
        let mut tried = current.best_edited(all, LOSS, FITTED, judge);
        let fitted: Vec<Hypothesis> = tried
            .par_iter()
            .filter_map(|edited| edited.refitted(judge))
            .collect();
        tried.extend(fitted);
        match best(tried, 1).pop() {
            Some(best) if best.value > current.value + 1e-4 => current = best,
            _ => break,
        }
    }
    Ok(current)
}

/// Whether sketches lie on several planes.
fn is_across(stacked: &Stacked) -> bool {
    let first = stacked.levels.first().map(|level| level.plane);
    stacked
        .levels
        .iter()
        .any(|level| Some(level.plane) != first)
}

/// The stack with one outline simpler, in every way.
pub(super) fn outlines(stacked: &Stacked) -> Vec<Stacked> {
    let mut changed = Vec::new();
    for (index, level) in stacked.levels.iter().enumerate() {
        for (at, slab_loop) in level.loops.iter().enumerate() {
            for outline in simpler(&slab_loop.outline, &stacked.levels) {
                let mut other = stacked.clone();
                other.levels[index].loops[at].outline = outline;
                changed.push(other);
            }
        }
    }
    changed
}

/// All simpler stacks.
fn edits(stacked: &Stacked) -> Vec<Stacked> {
    let mut edits = prisms(stacked);
    let mut push = |change: &dyn Fn(&mut Stacked)| {
        let mut changed = stacked.clone();
        change(&mut changed);
        edits.push(changed);
    };
    for (index, level) in stacked.levels.iter().enumerate() {
        if index > 0 || next_joins(stacked) {
            push(&|changed| {
                changed.levels.remove(index);
            });
        }
        let next = stacked.levels.get(index + 1);
        if next.is_some_and(|next| next.plane == level.plane && next.is_cut == level.is_cut) {
            let top = stacked.levels[index + 1].heights[1];
            let bottom = level.heights[0];
            push(&|changed| {
                changed.levels[index].heights[1] = top;
                changed.levels.remove(index + 1);
            });
            push(&|changed| {
                changed.levels[index + 1].heights[0] = bottom;
                changed.levels.remove(index);
            });
        }
        for at in 0..level.loops.len() {
            if level.loops.len() > 1 && (at > 0 || level.loops[1..].iter().all(|l| l.is_filled)) {
                push(&|changed| {
                    changed.levels[index].loops.remove(at);
                });
            }
        }
    }
    edits.extend(outlines(stacked));
    edits
}

/// Each joined level alone, as high as all of its plane together, with the cuts.
fn prisms(stacked: &Stacked) -> Vec<Stacked> {
    let joins = || stacked.levels.iter().filter(|level| !level.is_cut);
    if joins().count() < 2 {
        return Vec::new();
    }
    joins()
        .map(|level| {
            let mut only = level.clone();
            only.heights = stacked.extent(level.plane).unwrap_or(level.heights);
            let cuts = stacked.levels.iter().filter(|level| level.is_cut).cloned();
            Stacked {
                levels: std::iter::once(only).chain(cuts).collect(),
            }
        })
        .collect()
}

/// Whether the second level can be the first.
fn next_joins(stacked: &Stacked) -> bool {
    stacked.levels.get(1).is_some_and(|next| !next.is_cut)
}

/// Simpler outlines in place of one.
fn simpler(outline: &Loop, levels: &[Level]) -> Vec<Loop> {
    match outline {
        Loop::Circle { center, radius } => concentric(*center, *radius, levels),
        Loop::Chain { corners, bulges } => {
            let mut simpler = coarser(outline);
            simpler.extend(circle(outline));
            simpler.extend(circles_of_arcs(corners, bulges));
            simpler.extend(rectangle(outline));
            for at in least_corners(corners) {
                simpler.extend(without_corner(corners, bulges, at));
                simpler.extend(straightened(corners, bulges, at));
                simpler.extend(levelled(corners, bulges, at));
            }
            simpler
        }
    }
}

/// The circle about the centres of others that are near.
fn concentric(center: DVec2, radius: f64, levels: &[Level]) -> Vec<Loop> {
    let others = levels.iter().flat_map(|level| &level.loops);
    others
        .filter_map(|other| match other.outline {
            Loop::Circle { center: other, .. } => Some(other),
            Loop::Chain { .. } => None,
        })
        .filter(|other| (f64::MIN_POSITIVE..CONCENTRIC * radius).contains(&other.distance(center)))
        .map(|center| Loop::Circle { center, radius })
        .collect()
}

/// The corners that are least off the line between their neighbours.
fn least_corners(corners: &[DVec2]) -> Vec<usize> {
    let count = corners.len();
    let off = |at: usize| {
        let (a, b) = (corners[(at + count - 1) % count], corners[(at + 1) % count]);
        (b - a)
            .normalize_or(DVec2::X)
            .perp_dot(corners[at] - a)
            .abs()
    };
    let mut least: Vec<usize> = (0..count).collect();
    least.sort_by(|&a, &b| off(a).total_cmp(&off(b)));
    least.truncate(CORNERS);
    least
}

/// A chain without one corner: two arcs become one of their sweep, an arc and a line an arc.
fn without_corner(corners: &[DVec2], bulges: &[f64], at: usize) -> Option<Loop> {
    let count = corners.len();
    if count < 3 {
        return None;
    }
    let (mut corners, mut bulges) = (corners.to_vec(), bulges.to_vec());
    let before = (at + count - 1) % count;
    bulges[before] = (bulges[before] + bulges[at]).clamp(-MAX_BULGE, MAX_BULGE);
    corners.remove(at);
    bulges.remove(at);
    let encloses = corners.len() > 2 || bulges.iter().any(|&bulge| bulge != 0.0);
    encloses.then_some(Loop::Chain { corners, bulges })
}

/// A chain with a line in place of one arc.
fn straightened(corners: &[DVec2], bulges: &[f64], at: usize) -> Option<Loop> {
    if bulges[at] == 0.0 || corners.len() < 3 {
        return None;
    }
    let mut bulges = bulges.to_vec();
    bulges[at] = 0.0;
    Some(Loop::Chain {
        corners: corners.to_vec(),
        bulges,
    })
}

/// A chain with one line laid along an axis that it is nearly along.
fn levelled(corners: &[DVec2], bulges: &[f64], at: usize) -> Option<Loop> {
    let next = (at + 1) % corners.len();
    let step = (corners[next] - corners[at]).abs();
    let across = usize::from(step.x >= step.y);
    let is_near = step[across] > 0.0 && step[across] < NEARLY_LEVEL * step[1 - across];
    if bulges[at] != 0.0 || !is_near {
        return None;
    }
    let mut corners = corners.to_vec();
    let value = corners[at][across].midpoint(corners[next][across]);
    corners[at][across] = value;
    corners[next][across] = value;
    Some(Loop::Chain {
        corners,
        bulges: bulges.to_vec(),
    })
}

/// The loop cut anew into fewer curves, as if its points were off by more and more.
fn coarser(outline: &Loop) -> Vec<Loop> {
    let points = outline.points();
    let mut least = outline.len();
    let mut coarser = Vec::new();
    for sigma in COARSE_SIGMAS {
        let other = cut(&points, sigma);
        if other.len() < least {
            least = other.len();
            coarser.push(other);
        }
    }
    coarser
}

/// The circle that a chain nearly is.
fn circle(outline: &Loop) -> Option<Loop> {
    let points = outline.points();
    let length = |at: usize| points[at].distance(points[(at + 1) % points.len()]);
    let total: f64 = (0..points.len()).map(length).sum();
    let center = (0..points.len())
        .map(|at| points[at].midpoint(points[(at + 1) % points.len()]) * length(at))
        .sum::<DVec2>()
        / total;
    let radii: Vec<f64> = points.iter().map(|point| point.distance(center)).collect();
    let mean = radii.iter().sum::<f64>() / radii.len() as f64;
    let spread = radii.iter().map(|r| (r - mean) * (r - mean)).sum::<f64>() / radii.len() as f64;
    (spread.sqrt() < ROUND * mean).then_some(Loop::Circle {
        center,
        radius: mean,
    })
}

/// The circles that the longest arcs of a chain are of.
fn circles_of_arcs(corners: &[DVec2], bulges: &[f64]) -> Vec<Loop> {
    let mut arcs: Vec<usize> = (0..bulges.len())
        .filter(|&at| bulges[at].abs() > LEAST_BULGE)
        .collect();
    arcs.sort_by(|&a, &b| bulges[b].abs().total_cmp(&bulges[a].abs()));
    arcs.truncate(ARCS);
    let circles = arcs.into_iter().filter_map(|at| {
        let (from, to) = (corners[at], corners[(at + 1) % corners.len()]);
        let (center, _) = arc(from, to, bulges[at])?;
        let radius = center.distance(from);
        Some(Loop::Circle { center, radius })
    });
    circles.collect()
}

/// The rectangle along the axes that a chain nearly is.
fn rectangle(outline: &Loop) -> Option<Loop> {
    let Loop::Chain { corners, bulges } = outline else {
        return None;
    };
    let points = outline.points();
    let low = points.iter().copied().reduce(DVec2::min)?;
    let high = points.iter().copied().reduce(DVec2::max)?;
    let size = high - low;
    let is_one = corners.len() == 4
        && bulges.iter().all(|&bulge| bulge == 0.0)
        && corners.iter().all(|corner| {
            (corner.x == low.x || corner.x == high.x) && (corner.y == low.y || corner.y == high.y)
        });
    if is_one || signed_area(&points).abs() < FULL * size.x * size.y {
        return None;
    }
    Some(Loop::rectangle(low, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_arcs_of_a_circle_are_cut_anew_into_it_and_give_it_each() {
        let center = DVec2::new(1.0, -2.0);
        let on_circle = |turn: f64| center + DVec2::from_angle(turn * std::f64::consts::TAU) * 3.0;
        let corners = vec![
            on_circle(0.1),
            on_circle(0.1 + 1.0 / 3.0),
            on_circle(0.1 + 2.0 / 3.0),
        ];
        let bulges = vec![libm::tan(std::f64::consts::PI / 6.0); 3];
        let circles = circles_of_arcs(&corners, &bulges);
        assert_eq!(circles.len(), 3);
        let anew = coarser(&Loop::Chain { corners, bulges });
        for found in circles.iter().chain(&anew) {
            let Loop::Circle { center: at, radius } = *found else {
                panic!("{found:?} is a chain");
            };
            assert!(at.distance(center) < 0.02 && (radius - 3.0).abs() < 0.02);
        }
        assert_eq!(anew.len(), 1);
    }
}
