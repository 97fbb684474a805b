//! Parts that the picture does not tell from the best one (SPEC 8): holes that end inside, or go through.

use cadseq_render::surfaces;

use super::judge::Judge;
use super::residual::BEYOND;
use super::sketches::{Level, Stacked};
use super::{Hypothesis, sized};

/// Most alternatives.
const MOST: usize = 2;

/// Pixels along each side of the pictures that are compared.
const SIZE: usize = 384;

/// Depths that differ by less are one, in model units; and how many pixels may show another one.
const SAME_DEPTH: f32 = 0.03;
const ALIKE: usize = 2;

/// Where a hole ends that does not go through, as a share of what it went through.
const BLIND_SHARE: f64 = 0.5;

/// The alternatives of a hypothesis, each with words how it differs.
pub(super) fn alternatives(best: &Hypothesis, judge: &Judge) -> Vec<Hypothesis> {
    let stacked = &best.stacked;
    let view = sized(&best.placed, SIZE).view;
    let seen = surfaces(&best.mesh, &view, 1);
    let looks_the_same = |other: &Hypothesis| {
        let depths = surfaces(&other.mesh, &view, 1).depth;
        let pairs = depths.iter().zip(&seen.depth);
        // Both are infinite where nothing is seen.
        let differ =
            |(one, other): &(&f32, &f32)| one != other && (*one - *other).abs() > SAME_DEPTH;
        pairs.filter(differ).count() <= ALIKE
    };
    let cuts = (0..stacked.levels.len()).filter_map(|level| of_cut(stacked, level));
    let holes = (0..stacked.levels.len()).flat_map(|level| of_holes(stacked, level));
    cuts.chain(holes)
        .filter_map(|(stacked, words)| {
            let other = best.changed(stacked, best.placed, judge)?;
            looks_the_same(&other).then_some(Hypothesis {
                differs: Some(words),
                ..other
            })
        })
        .take(MOST)
        .collect()
}

/// A cut that goes through, ending inside; one that ends inside, going through. The camera sees where it starts: at its top.
fn of_cut(stacked: &Stacked, index: usize) -> Option<(Stacked, String)> {
    let level = &stacked.levels[index];
    if !level.is_cut {
        return None;
    }
    let [low, high] = stacked.extent(level.plane)?;
    let [bottom, top] = [level.heights[0], level.heights[1].min(high)];
    let is_through = bottom <= low;
    let mut other = stacked.clone();
    other.levels[index].heights[0] = if is_through {
        top - BLIND_SHARE * (top - low)
    } else {
        low - BEYOND
    };
    let words = if is_through {
        "ends inside instead of going through"
    } else {
        "goes through instead of ending inside"
    };
    Some((other, format!("the cut of extrude {} {words}", index + 1)))
}

/// The holes in a sketch, each as a cut that ends inside.
fn of_holes(stacked: &Stacked, index: usize) -> Vec<(Stacked, String)> {
    let level = &stacked.levels[index];
    let [low, high] = level.heights;
    let holes = level
        .loops
        .iter()
        .enumerate()
        .filter(|(_, one)| !one.is_filled);
    let is_alone = |hole: &usize| level.loops[hole + 1..].iter().all(|after| !after.is_filled);
    holes
        .filter(|(hole, _)| !level.is_cut && is_alone(hole))
        .map(|(hole, _)| {
            let mut other = stacked.clone();
            let mut outline = other.levels[index].loops.remove(hole);
            outline.is_filled = true;
            other.levels.push(Level {
                plane: level.plane,
                is_cut: true,
                heights: [high - BLIND_SHARE * (high - low), high + BEYOND],
                loops: vec![outline],
            });
            let words = format!(
                "loop {} of sketch {} ends inside instead of going through",
                hole + 1,
                index + 1
            );
            (other, words)
        })
        .collect()
}
