//! A hypothesis as an answer: in the frame that the contract names, with numbers that are rounded as far as they are known.

use cadseq_program::{Plane, Program};
use cadseq_render::View;
use cadseq_solid::Part;
use glam::DVec2;

use super::Hypothesis;
use super::fit::LENGTH_SIGMA;
use super::numbers::{Kind, Numbers};
use super::outline::Loop;
use super::sketches::{Level, Stacked};
use crate::camera::Framing;
use crate::{Candidate, FittedNumber};

/// The longest side of an answer's box, in model units (SPEC 8).
const LONGEST_SIDE: f64 = 10.0;

/// What numbers are multiples of, the coarsest that is no more than their deviation; the last in any case.
const GRIDS: [f64; 9] = [0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 5e-4, 2e-4, 1e-4];

/// Share of what is believed beforehand from which on a deviation says that nothing shows a number.
const UNSEEN_SHARE: f64 = 0.6;

impl Hypothesis {
    /// In the frame of the answer: the longest side is [`LONGEST_SIDE`], the middle of the box over the origin, its lowest
    /// point in the plane XY. `None` where nothing is left of it.
    pub(crate) fn finished(&self, framing: &Framing) -> Option<(Candidate, View)> {
        let bounds = self.mesh.bounds();
        let scale = LONGEST_SIDE / (bounds.max - bounds.min).max_element();
        let origin = bounds.center().truncate().extend(bounds.min.z);
        let rebased = self.stacked.rebased(origin, scale);
        let numbers = Numbers::of(&self.stacked);
        let unknown = vec![0.0; numbers.values.len()];
        let deviations = self.deviations.clone().unwrap_or(unknown);
        let grids: Vec<f64> = deviations.iter().map(|d| grid(d * scale)).collect();
        let coarse = numbers.rounded(&rebased, &grids);
        let fine = numbers.rounded(&rebased, &vec![grid(0.0); grids.len()]);
        let program = buildable(&coarse).or_else(|| buildable(&fine))?;
        let candidate = Candidate {
            quantized: program.clone(),
            program,
            score: self.agreement(),
            clues: self.clues,
            numbers: fitted(&numbers, &rebased, &deviations, scale),
            differs: self.differs.clone(),
            regularities: regularities(&self.stacked),
            assumptions: assumptions(&self.stacked, &numbers, &deviations),
        };
        Some((candidate, self.placed.rebased(origin, scale).whole(framing)))
    }
}

/// The coarsest grid that a deviation allows.
fn grid(deviation: f64) -> f64 {
    let allowed = GRIDS.into_iter().find(|&grid| grid <= deviation);
    allowed.unwrap_or(GRIDS[GRIDS.len() - 1])
}

fn buildable(stacked: &Stacked) -> Option<Program> {
    let program = stacked.program().ok()?;
    Part::build(&program).ok()?;
    Some(program)
}

/// The numbers before they were rounded.
fn fitted(
    numbers: &Numbers,
    rebased: &Stacked,
    deviations: &[f64],
    scale: f64,
) -> Vec<FittedNumber> {
    let values = numbers.of_same_places(rebased);
    (0..values.len())
        .map(|index| {
            let is_length = numbers.kinds[index] != Kind::Bulge;
            FittedNumber {
                name: numbers.words(index),
                is_length,
                value: values[index],
                deviation: deviations[index] * if is_length { scale } else { 1.0 },
            }
        })
        .collect()
}

/// A circle of a stack, by its place in words.
struct Drawn {
    words: String,
    plane: Plane,
    center: DVec2,
    radius: f64,
}

/// What was found to be equal and made so, in words: circles of one radius, and about one centre.
fn regularities(stacked: &Stacked) -> Vec<String> {
    let levels = stacked.levels.iter().enumerate();
    let circles: Vec<Drawn> = levels
        .flat_map(|(index, level)| {
            let loops = level.loops.iter().enumerate();
            loops.filter_map(move |(at, one)| match one.outline {
                Loop::Circle { center, radius } => Some(Drawn {
                    words: format!("loop {} of sketch {}", at + 1, index + 1),
                    plane: level.plane,
                    center,
                    radius,
                }),
                Loop::Chain { .. } => None,
            })
        })
        .collect();
    let radii = grouped(&circles, |a, b| a.radius == b.radius);
    let centers = grouped(&circles, |a, b| a.plane == b.plane && a.center == b.center);
    let say = |what: &'static str| move |group: Vec<&str>| format!("{what}: {}", group.join(", "));
    let radii = radii.into_iter().map(say("circles of one radius"));
    radii
        .chain(centers.into_iter().map(say("circles about one centre")))
        .collect()
}

/// The places of two and more that are alike.
fn grouped(circles: &[Drawn], alike: impl Fn(&Drawn, &Drawn) -> bool) -> Vec<Vec<&str>> {
    let mut groups: Vec<Vec<&Drawn>> = Vec::new();
    for circle in circles {
        match groups.iter_mut().find(|group| alike(group[0], circle)) {
            Some(group) => group.push(circle),
            None => groups.push(vec![circle]),
        }
    }
    let groups = groups.into_iter().filter(|group| group.len() > 1);
    groups
        .map(|group| group.into_iter().map(|one| one.words.as_str()).collect())
        .collect()
}

/// What is taken for granted because nothing shows it, in words.
fn assumptions(stacked: &Stacked, numbers: &Numbers, deviations: &[f64]) -> Vec<String> {
    let is_unseen = |index: usize| match numbers.kinds[index] {
        Kind::Bulge => false,
        Kind::X | Kind::Y | Kind::Height | Kind::Radius => {
            deviations[index] > UNSEEN_SHARE * LENGTH_SIGMA
        }
    };
    let mut assumptions = Vec::new();
    let mut unseen: Vec<String> = Vec::new();
    for index in (0..numbers.values.len()).filter(|&index| is_unseen(index)) {
        let value = numbers.values[index];
        let through = (numbers.kinds[index] == Kind::Height)
            .then(|| through(stacked, value))
            .flatten();
        match through {
            Some(level) => assumptions.push(format!(
                "the cut of extrude {} goes through: where it ends is not seen",
                level + 1
            )),
            None => unseen.push(numbers.words(index)),
        }
    }
    if !unseen.is_empty() {
        assumptions.push(format!("not seen: {}", unseen.join(", ")));
    }
    assumptions
}

/// The cut with an end at this height that lies beyond everything that is joined, if there is one.
fn through(stacked: &Stacked, height: f64) -> Option<usize> {
    let joined = |level: &&Level| !level.is_cut;
    stacked.levels.iter().position(|cut| {
        let inside = stacked.levels.iter().filter(joined).any(|level| {
            let [low, high] = level.heights;
            level.plane != cut.plane || (low..=high).contains(&height)
        });
        cut.is_cut && cut.heights.contains(&height) && !inside
    })
}
