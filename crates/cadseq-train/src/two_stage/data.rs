//! The programs of an experiment, in fixed shares, and their order in training.

use std::collections::HashSet;
use std::ops::Range;

use cadseq_dataset::{Distribution, Sequence, Split, sample};
use cadseq_program::{CanonicalOptions, FeatureMatrix, MatrixConfig, Program, canonical, encode};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::task::Schedule;

/// Which programs are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rules {
    /// Values tied by design rules.
    With,
    /// Every free value uniform.
    Without,
}

/// A data set of programs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataConfig {
    /// What from.
    pub rules: Rules,
    /// How many programs; eight tenths train, one validates, one tests.
    pub programs: u64,
    /// Seed of programs and shares.
    pub seed: u64,
    /// Whether the networks learn the canonical member of each program's class rather than the
    /// program as drawn.
    pub canonical: bool,
}

/// Programs of one share.
#[derive(Debug, Clone, Default)]
pub struct ProgramSet {
    /// Their numbers in the data set.
    pub indices: Vec<u64>,
    /// The programs as drawn: the truth of every evaluation.
    pub programs: Vec<Program>,
    /// Their kinds of curves.
    pub sequences: Vec<Sequence>,
    /// What the networks learn.
    pub targets: Vec<FeatureMatrix>,
}

impl ProgramSet {
    /// Adds the programs of `more` whose target is wanted.
    fn append(&mut self, more: Self, is_wanted: impl Fn(&FeatureMatrix) -> bool) {
        let Self {
            indices,
            programs,
            sequences,
            targets,
        } = more;
        let rows = indices
            .into_iter()
            .zip(programs)
            .zip(sequences)
            .zip(targets);
        for (((index, program), sequence), target) in rows {
            if is_wanted(&target) {
                self.indices.push(index);
                self.programs.push(program);
                self.sequences.push(sequence);
                self.targets.push(target);
            }
        }
    }
}

impl DataConfig {
    fn distribution(&self) -> Distribution {
        match self.rules {
            Rules::With => Distribution::with_rules(),
            Rules::Without => Distribution::without_rules(),
        }
    }

    /// The programs of `split`, at most the first `limit` of them.
    pub fn programs(&self, split: Split, limit: usize) -> ProgramSet {
        let indices = (0..self.programs)
            .filter(|&index| Split::of(self.seed, index) == split)
            .take(limit);
        self.drawn(indices.collect())
    }

    /// `count` programs of the same distribution beyond the data set, none of which the network
    /// would learn as one of `held_out`.
    pub fn extra(&self, count: usize, held_out: &[&ProgramSet]) -> ProgramSet {
        let targets = held_out.iter().flat_map(|set| &set.targets);
        let held_out: HashSet<&FeatureMatrix> = targets.collect();
        let mut extra = ProgramSet::default();
        let mut next = self.programs;
        while extra.indices.len() < count {
            let missing = (count - extra.indices.len()) as u64;
            let drawn = self.drawn((next..next + missing).collect());
            next += missing;
            extra.append(drawn, |target| !held_out.contains(target));
        }
        extra
    }

    fn drawn(&self, indices: Vec<u64>) -> ProgramSet {
        let distribution = self.distribution();
        let draw = |&index: &u64| {
            let sample = sample(&distribution, self.seed, index);
            let target = self.target(&sample.program, sample.matrix);
            (sample.program, (sample.sequence, target))
        };
        let (programs, (sequences, targets)) = indices.par_iter().map(draw).unzip();
        ProgramSet {
            indices,
            programs,
            sequences,
            targets,
        }
    }

    /// What to learn for a program; the program itself where the matrix cannot carry the canonical
    /// member.
    fn target(&self, program: &Program, matrix: FeatureMatrix) -> FeatureMatrix {
        if !self.canonical {
            return matrix;
        }
        let member = canonical(program, &CanonicalOptions::default());
        encode(&member, &MatrixConfig::paper()).unwrap_or(matrix)
    }
}

/// Batches of indices below `len`: every epoch shows each index once, in an order of its own; the
/// last batch of an epoch is smaller where the batch size does not divide `len`.
#[derive(Debug, Clone, Copy)]
pub struct Shuffled {
    /// How many examples.
    pub len: usize,
    /// Indices a batch.
    pub batch_size: usize,
    /// Seed of the orders, and of all else that is random in training.
    pub seed: u64,
}

impl Shuffled {
    /// Batches an epoch.
    pub fn steps_per_epoch(&self) -> u64 {
        self.len.div_ceil(self.batch_size) as u64
    }

    /// The schedule of so many epochs: a warm-up of 100 steps or an epoch, whichever is shorter, and
    /// about ten validations at ends of epochs.
    pub fn schedule(&self, epochs: u64, learning_rate: f64, weight_decay: f32) -> Schedule {
        let epoch = self.steps_per_epoch();
        Schedule {
            seed: self.seed,
            steps: epoch * epochs,
            learning_rate,
            warmup_steps: epoch.min(100),
            weight_decay,
            validation_interval: epoch * epochs.div_ceil(10),
        }
    }

    /// The batches of these steps.
    pub fn batches(self, steps: Range<u64>) -> impl Iterator<Item = Vec<usize>> {
        let mut order = (u64::MAX, Vec::new());
        steps.map(move |step| {
            let epoch = step / self.steps_per_epoch();
            if order.0 != epoch {
                order = (epoch, self.order(epoch));
            }
            let first = (step % self.steps_per_epoch()) as usize * self.batch_size;
            let last = (first + self.batch_size).min(self.len);
            order.1[first..last].to_vec()
        })
    }

    fn order(&self, epoch: u64) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.len).collect();
        let mut rng = ChaCha8Rng::seed_from_u64(self.seed);
        rng.set_stream(epoch);
        order.shuffle(&mut rng);
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_epoch_shows_everything_once() {
        let shuffled = Shuffled {
            len: 10,
            batch_size: 4,
            seed: 1,
        };
        assert_eq!(shuffled.steps_per_epoch(), 3);
        let sorted = |steps| {
            let mut all: Vec<usize> = shuffled.batches(steps).flatten().collect();
            all.sort_unstable();
            all
        };
        assert_eq!(sorted(0..3), (0..10).collect::<Vec<_>>());
        assert_eq!(sorted(3..6), (0..10).collect::<Vec<_>>());
        let whole: Vec<_> = shuffled.batches(0..6).collect();
        let resumed: Vec<_> = shuffled.batches(4..6).collect();
        assert_eq!(whole[4..], resumed);
        assert_ne!(whole[..3], whole[3..]);
    }

    #[test]
    fn extra_programs_are_none_of_those_held_out() {
        let config = DataConfig {
            rules: Rules::With,
            programs: 110,
            seed: 3,
            canonical: false,
        };
        let drawn = config.extra(50, &[]);
        assert_eq!(drawn.indices, (110..160).collect::<Vec<_>>());
        let train = config.programs(Split::Train, usize::MAX);
        assert!(drawn.programs.iter().all(|p| !train.programs.contains(p)));
        let mut held_out = ProgramSet::default();
        held_out.append(drawn.clone(), |target| *target != drawn.targets[0]);
        let again = config.extra(50, &[&train, &held_out]);
        assert_eq!(again.indices.len(), 50);
        assert_eq!(again.targets[0], drawn.targets[0]);
        assert!(
            again
                .targets
                .iter()
                .all(|target| !held_out.targets.contains(target))
        );
    }

    #[test]
    fn shares_are_disjoint_and_canonical_targets_are_canonical() {
        let config = DataConfig {
            rules: Rules::Without,
            programs: 220,
            seed: 3,
            canonical: true,
        };
        let sets = Split::ALL.map(|split| config.programs(split, usize::MAX));
        let mut all: Vec<u64> = sets.iter().flat_map(|set| set.indices.clone()).collect();
        all.sort_unstable();
        assert_eq!(all, (0..220).collect::<Vec<_>>());
        let drawn = DataConfig {
            canonical: false,
            ..config
        };
        let drawn = drawn.programs(Split::Train, usize::MAX);
        assert_eq!(drawn.programs, sets[0].programs);
        let changed = drawn.targets.iter().zip(&sets[0].targets);
        let changed = changed.filter(|(a, b)| a != b).count();
        assert!((40..140).contains(&changed), "{changed} of 176");
    }
}
