//! Programs of any part, from the maps of what is seen and guesses of the camera.
//!
//! A guessed camera is *placed* (`placed`): the picture says neither size nor origin. Pixels get *labels* (`labels`): a face
//! along one of the part's axes, a wall about one, another surface; normals that follow from them integrate to a *relief*
//! (`relief`), the distance of everything that is seen. The box of what is seen is *carved* (`carve`): each cell of it is empty,
//! solid or hidden. Along each axis, the cells become few *slabs* with one section each (`slabs`, `variation`), and sections become
//! lines, arcs and circles (`outline`, `sketches`): a *stack*, which is a program with shared numbers (`numbers`). Three more sources
//! propose stacks where cells are too coarse or reliefs too rough: the space between the planes of the faces that are seen (`boxes`),
//! faces with what is below them (`caps`), and circles about an axis (`turned`). Where such circles explain the edges much better
//! under a camera that is tilted a little, that one is tried first (`cameras`).
//!
//! Stacks of all axes and cameras compete: they are built, rendered and *judged* (`judge`) against what is seen, less a price for
//! every number. The best are *fitted* with their camera to the edges that are seen (`fit`), and *improved* (`improve`): edits that make
//! them simpler, and features where a face shows what they do not explain (`residual`), are kept where they are worth their
//! price. What is left is fitted to the edges of the picture itself, and outlines of fewer numbers are taken where they lie as well
//! on those (`simplify`).
//!
//! Coordinates are the part's, in model units, unless a function says pixels: those of the maps, with centres at .5.

mod alternatives;
mod bodies;
mod boxes;
mod cameras;
mod caps;
mod carve;
mod clues;
mod complete;
mod finish;
mod fit;
mod improve;
mod judge;
mod labels;
mod numbers;
mod outline;
mod placed;
mod relief;
mod residual;
mod simplify;
mod sketches;
mod slabs;
#[cfg(test)]
mod tests;
mod turned;
mod variation;

use std::sync::Arc;

use cadseq_program::Plane;
use cadseq_render::{ColorPicture, SurfaceBuffer, surfaces};
use cadseq_solid::Mesh;
use rayon::prelude::*;

use self::carve::Carved;
use self::fit::{Evidence, Gradients, Misfit};
use self::judge::Agreement;
pub(crate) use self::judge::{Judge, mesh_of};
use self::numbers::Numbers;
pub(crate) use self::placed::Placed;
use self::relief::Relief;
use self::sketches::Stacked;
use self::slabs::Filling;
use crate::camera::{CameraGuess, Framing};
use crate::cancel::Limits;
use crate::{Clues, ReconstructError};

/// What a free number costs, in agreement.
const NUMBER_PRICE: f64 = 0.0015;

/// What a straight line costs that runs along no axis.
const SLANT_PRICE: f64 = 0.001;

/// What a level costs.
const LEVEL_PRICE: f64 = 0.003;

/// What a piece that does not touch the others costs.
const PIECE_PRICE: f64 = 0.05;

/// What a camera costs for each unit by which the logarithm of its evidence is smaller.
const EVIDENCE_PRICE: f64 = 0.003;

/// What a hidden side that is nothing like the expected one costs.
const EXPECTED_SHARE: f64 = 0.15;

/// What a fit to the picture's own edges may lose.
const SHARP_LOSS: f64 = 0.05;

/// How many guesses of the camera are tried, and how many proposals of each kind of relief are fitted.
const CAMERAS: usize = 2;
const FITTED: usize = 14;

/// The thickness of a wall or sheet both of whose edges are one in the picture, in model units.
const THIN: f64 = 0.1;

/// How many proposals that look alike are fitted: their numbers differ, and so do their fits.
const ALIKE: usize = 2;

/// How many of the best proposals of every source are fitted, unless they are worth less than the best one by more than
/// [`HOPELESS`]: sources differ in how exact their numbers are before a fit.
const EACH: usize = 3;
const HOPELESS: f64 = 0.25;

/// How many times as many as are wanted are judged at full size, of those that look best at half of it.
const SCREENED: usize = 3;

/// How many proposals of each relief are judged at full size.
const PROPOSED: usize = 16;

/// What proposed a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    Carved,
    Turned,
    Boxes,
    Caps,
}

/// A program with a camera.
#[derive(Debug, Clone)]
pub(crate) struct Hypothesis {
    /// What proposed it first.
    source: Source,
    /// What the picture shows under the camera that was guessed.
    relief: Arc<Relief>,
    /// The camera.
    placed: Placed,
    /// The part.
    stacked: Stacked,
    /// The part as a mesh.
    mesh: Mesh,
    /// How well it explains what is seen.
    agreement: Agreement,
    /// The agreement less the price of its numbers.
    value: f64,
    /// What tells whether it is right, once the search is over.
    clues: Option<Clues>,
    /// Standard deviations of its numbers, in model units, once the search is over.
    deviations: Option<Vec<f64>>,
    /// How it differs from the best one, which looks the same.
    differs: Option<String>,
}

impl Hypothesis {
    /// Builds and judges a part; `None` where it does not build.
    fn new(
        source: Source,
        relief: Arc<Relief>,
        placed: Placed,
        stacked: Stacked,
        judge: &Judge,
    ) -> Option<Self> {
        let (mesh, agreement, value) = judged(&stacked, &placed, judge)?;
        Some(Self {
            source,
            relief,
            placed,
            stacked,
            mesh,
            agreement,
            value,
            clues: None,
            deviations: None,
            differs: None,
        })
    }

    /// With another part or camera, built and judged.
    fn changed(&self, stacked: Stacked, placed: Placed, judge: &Judge) -> Option<Self> {
        Self::new(self.source, self.relief.clone(), placed, stacked, judge)
    }

    /// How well it explains what is seen, from 0 to 1.
    pub(crate) fn agreement(&self) -> f64 {
        self.agreement.seen()
    }

    /// What its camera shows of it.
    fn seen(&self) -> SurfaceBuffer {
        surfaces(&self.mesh, &self.placed.view, 1)
    }

    /// Its numbers and its camera fitted to what is seen.
    fn fitted(&self, judge: &Judge) -> Option<Self> {
        self.fitted_within(&fit::REACHES, judge)
    }

    /// The same, where an edit has changed little.
    fn refitted(&self, judge: &Judge) -> Option<Self> {
        self.fitted_within(&fit::REACHES[4..], judge)
    }

    /// Its numbers and its camera fitted to the picture's own edges, unless it then looks less like what is seen.
    fn sharpened(&self, gradients: &Gradients, judge: &Judge) -> Option<Self> {
        let (stacked, placed) = fit::fit(
            &self.stacked,
            &sized(&self.placed, gradients.size),
            Evidence::Picture(gradients),
            &gradients.reaches(),
        )?;
        let placed = sized(&placed, judge.maps.size);
        let sharp = self.changed(stacked.thickened(), placed, judge)?;
        (sharp.value > self.value - SHARP_LOSS).then_some(sharp)
    }

    /// How badly its edges lie on the picture's: see [`fit::misfit`].
    fn misfit(&self, gradients: &Gradients) -> Misfit {
        let placed = sized(&self.placed, gradients.size);
        fit::misfit(&self.stacked, &self.mesh, &placed, gradients)
    }

    /// With what tells whether it is right, and how well its numbers are known.
    fn with_what_is_known(mut self, gradients: &Gradients, judge: &Judge) -> Self {
        self.clues = Some(Clues::of(&self, gradients, judge));
        let placed = sized(&self.placed, gradients.size);
        self.deviations = fit::deviations(&self.stacked, &placed, gradients);
        self
    }

    fn fitted_within(&self, reaches: &[f64], judge: &Judge) -> Option<Self> {
        let (stacked, placed) = fit::fit(
            &self.stacked,
            &self.placed,
            Evidence::Maps(&judge.maps),
            reaches,
        )?;
        self.changed(stacked.thickened(), placed, judge)
    }

    /// With other parts, seen by the same camera: the `count` best of those that lose less than `loss`.
    fn best_edited(&self, all: Vec<Stacked>, loss: f64, count: usize, judge: &Judge) -> Vec<Self> {
        let edited = screened(all, &self.placed, SCREENED * count, judge)
            .into_par_iter()
            .filter_map(|stacked| self.changed(stacked, self.placed, judge))
            .filter(|edited| edited.value > self.value - loss)
            .collect();
        best(edited, count)
    }
}

/// The mesh of a part, how well it agrees with what is seen, and what that is worth less the price of its numbers.
fn judged(stacked: &Stacked, placed: &Placed, judge: &Judge) -> Option<(Mesh, Agreement, f64)> {
    let mesh = mesh_of(&stacked.program().ok()?)?;
    let agreement = judge.agreement(&mesh, placed);
    let price = NUMBER_PRICE * Numbers::of(stacked).values.len() as f64
        + SLANT_PRICE * stacked.slanted_lines() as f64
        + LEVEL_PRICE * stacked.levels.len() as f64
        + EVIDENCE_PRICE * placed.cost
        + PIECE_PRICE * (pieces(&mesh).max(1) - 1) as f64;
    let value = agreement.seen() - EXPECTED_SHARE * (1.0 - agreement.expected) - price;
    Some((mesh, agreement, value))
}

/// The `count` parts that look best at half the size.
fn screened(all: Vec<Stacked>, placed: &Placed, count: usize, judge: &Judge) -> Vec<Stacked> {
    if all.len() <= count {
        return all;
    }
    let all = all.into_iter().map(|one| ((), one)).collect();
    let coarse = coarsely_judged(all, placed, judge).into_iter();
    coarse.take(count).map(|one| one.stacked).collect()
}

/// A part as it looks at half the size.
struct Coarse<S> {
    source: S,
    stacked: Stacked,
    agreement: Agreement,
    value: f64,
}

/// Parts with what proposed them, judged at half the size, the best first.
fn coarsely_judged<S: Send>(
    all: Vec<(S, Stacked)>,
    placed: &Placed,
    judge: &Judge,
) -> Vec<Coarse<S>> {
    let coarse = judge.coarse();
    let placed = sized(placed, coarse.maps.size);
    let mut all: Vec<Coarse<S>> = all
        .into_par_iter()
        .filter_map(|(source, stacked)| {
            let (_, agreement, value) = judged(&stacked, &placed, coarse)?;
            Some(Coarse {
                source,
                stacked,
                agreement,
                value,
            })
        })
        .collect();
    all.sort_by(|a, b| b.value.total_cmp(&a.value));
    all
}

/// The first [`ALIKE`] of all that look alike: the same solid may be stacked along several axes.
fn distinct<T>(all: Vec<T>, agreement: impl Fn(&T) -> &Agreement) -> Vec<T> {
    let mut distinct: Vec<T> = Vec::new();
    for one in all {
        let is_like = |other: &&T| agreement(&one).is_like(agreement(other));
        if distinct.iter().filter(is_like).count() < ALIKE {
            distinct.push(one);
        }
    }
    distinct
}

/// The first `count` of all, the best ones first; of every source at least [`EACH`] that are not hopeless.
fn of_each_source<T>(all: Vec<T>, count: usize, what: impl Fn(&T) -> (Source, f64)) -> Vec<T> {
    let Some(best) = all.first().map(|one| what(one).1) else {
        return all;
    };
    let mut taken = [0; 4];
    let (mut chosen, mut rest) = (Vec::new(), Vec::new());
    for one in all {
        let (source, value) = what(&one);
        let taken = &mut taken[source as usize];
        if *taken < EACH && value > best - HOPELESS {
            *taken += 1;
            chosen.push(one);
        } else {
            rest.push(one);
        }
    }
    rest.truncate(count.saturating_sub(chosen.len()));
    chosen.extend(rest);
    chosen
}

/// The same camera with a crop of `size` x `size` pixels.
fn sized(placed: &Placed, size: usize) -> Placed {
    let mut sized = *placed;
    (sized.view.width, sized.view.height) = (size, size);
    sized
}

/// How many connected surfaces a mesh has.
fn pieces(mesh: &Mesh) -> usize {
    fn root(of: &mut [u32], mut at: u32) -> u32 {
        while of[at as usize] != at {
            of[at as usize] = of[of[at as usize] as usize];
            at = of[at as usize];
        }
        at
    }
    let mut of: Vec<u32> = (0..mesh.positions.len() as u32).collect();
    for &[a, b, c] in &mesh.triangles {
        for other in [b, c] {
            let (one, other) = (root(&mut of, a), root(&mut of, other));
            of[other as usize] = one;
        }
    }
    let mut roots: Vec<u32> = mesh
        .triangles
        .iter()
        .map(|&[a, ..]| root(&mut of, a))
        .collect();
    roots.sort_unstable();
    roots.dedup();
    roots.len()
}

/// Hypotheses of what is seen, the best first.
///
/// # Errors
/// Only [`ReconstructError::Cancelled`].
pub(crate) fn propose(
    judge: &Judge,
    cameras: &[CameraGuess],
    framing: &Framing,
    picture: &ColorPicture,
    limits: Limits<'_>,
) -> Result<Vec<Hypothesis>, ReconstructError> {
    // Reliefs of one kind compete among themselves first: how well they look before they are fitted says little.
    let mut kinds: [Vec<Hypothesis>; 2] = Default::default();
    for guess in &cameras::tried(cameras, framing, judge) {
        if limits.is_late() && kinds.iter().any(|all| !all.is_empty()) {
            break;
        }
        let placed = Placed::new(guess, framing, judge.maps.size);
        let turned = turned::stacks(judge, &placed);
        for (all, relief) in kinds.iter_mut().zip(relief::reliefs(&judge.maps, &placed)) {
            limits.go_on()?;
            all.extend(proposals(&Arc::new(relief), placed, &turned, judge));
        }
    }
    let improved: Vec<Hypothesis> = kinds
        .into_par_iter()
        .map(|all| {
            limits.go_on()?;
            let count = all.len();
            let all = distinct(best(all, count), |one| &one.agreement);
            let mut all = of_each_source(all, FITTED, |one| (one.source, one.value));
            let fitted: Vec<Hypothesis> =
                all.par_iter().filter_map(|one| one.fitted(judge)).collect();
            all.extend(fitted);
            starts(all)
                .into_par_iter()
                .map(|one| improve::improved(one, judge, limits))
                .collect()
        })
        .collect::<Result<Vec<Vec<Hypothesis>>, ReconstructError>>()?
        .concat();
    let count = improved.len();
    let gradients = Gradients::new(picture, framing.crop, &judge.maps);
    let mut all: Vec<Hypothesis> = best(improved, count)
        .into_par_iter()
        .map(|one| {
            let sharp = one.sharpened(&gradients, judge);
            let sharp = sharp.unwrap_or_else(|| one.clone());
            let simple = simplify::simplified(sharp, &gradients, judge, limits)?;
            // A fit may leave nothing of a thin part.
            let last = if simple.finished(framing).is_some() {
                simple
            } else {
                one
            };
            Ok(last.with_what_is_known(&gradients, judge))
        })
        .collect::<Result<_, ReconstructError>>()?;
    if let Some(first) = all.first() {
        let others = alternatives::alternatives(first, judge).into_iter();
        let others: Vec<Hypothesis> = others
            .map(|other| other.with_what_is_known(&gradients, judge))
            .collect();
        all.splice(1..1, others);
    }
    Ok(all)
}

/// What is improved: the best one, and if that has more than two levels the best single extrude that does not cover all of the part, for
/// bodies beside it may be simpler.
fn starts(all: Vec<Hypothesis>) -> Vec<Hypothesis> {
    let levels = |one: &Hypothesis| one.stacked.levels.len();
    let mut all = best(all, usize::MAX).into_iter();
    let mut starts: Vec<Hypothesis> = all.next().into_iter().collect();
    if starts.iter().any(|first| levels(first) > 2) {
        let single = all.find(|one| levels(one) == 1);
        starts.extend(single.filter(|one| !bodies::bodies(one, &one.seen()).is_empty()));
    }
    starts
}

/// The most promising stacks of all sources that may explain a relief, its bare box among them; `turned` does not depend on it.
fn proposals(
    relief: &Arc<Relief>,
    placed: Placed,
    turned: &[Stacked],
    judge: &Judge,
) -> Vec<Hypothesis> {
    let carved: Vec<Stacked> = Plane::ALL
        .into_par_iter()
        .flat_map_iter(|plane| stacks(&carve::carve(relief, &placed, plane), relief))
        .collect();
    let planes = boxes::planes(relief);
    let mut boxes = boxes::stacks(relief, &planes, &placed);
    boxes.extend(relief.bounds().map(Stacked::of_box));
    let caps = caps::stacks(relief, &planes, &placed, judge);
    let sources = [
        (Source::Carved, carved),
        (Source::Turned, turned.to_vec()),
        (Source::Boxes, boxes),
        (Source::Caps, caps),
    ];
    let proposals = sources
        .into_iter()
        .flat_map(|(source, all)| all.into_iter().map(move |one| (source, one)))
        .collect();
    let coarse = coarsely_judged(proposals, &placed, judge);
    let coarse = distinct(coarse, |one| &one.agreement);
    of_each_source(coarse, PROPOSED, |one| (one.source, one.value))
        .into_par_iter()
        .filter_map(|one| Hypothesis::new(one.source, relief.clone(), placed, one.stacked, judge))
        .collect()
}

/// All different stacks that may explain a carved box, first those with hidden sides by symmetry.
fn stacks(carved: &Carved, relief: &Relief) -> Vec<Stacked> {
    let completed = complete::completed(carved, relief);
    let mut stacks: Vec<Stacked> = Vec::new();
    for carved in completed.iter().chain([carved]) {
        for slabs in Filling::ALL.map(|filling| slabs::explanations(carved, filling)) {
            for slabs in slabs {
                let stacked = sketches::stacked(carved, &slabs, relief);
                if !stacks.contains(&stacked) {
                    stacks.push(stacked);
                }
            }
        }
    }
    stacks
}

/// The `count` most valuable, the best first.
fn best(mut all: Vec<Hypothesis>, count: usize) -> Vec<Hypothesis> {
    all.sort_by(|a, b| b.value.total_cmp(&a.value));
    all.truncate(count);
    all
}
