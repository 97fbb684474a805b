//! The metrics by name, and how their scores come together.

use cadseq_program::FeatureMatrix;
use serde::{Deserialize, Serialize};

use crate::{Case, Measure, Score, matching, multiset, parameters, types};

/// What counts as right, and how much of a program is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Largest difference of a size that counts as right, inclusive, in levels. Types, planes,
    /// profiles and ops have none.
    pub tolerance_levels: u16,
    /// Compares only this many first rows (SOP is the first); `None` compares all.
    pub first_rows: Option<usize>,
}

impl Default for Settings {
    /// The paper's tolerance of 3 levels, over whole programs.
    fn default() -> Self {
        Self {
            tolerance_levels: 3,
            first_rows: None,
        }
    }
}

/// A metric over programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Metric {
    /// Accuracy of CAD programs: the share with every type and every used parameter right.
    Acp,
    /// Accuracy of the sequence of operation types: the share whose sequences are equal.
    Asot,
    /// Mean edit (Levenshtein) distance of the type sequences; less is better.
    Edsot,
    /// Accuracy of operation types: right positions over all positions of the truths.
    Aot,
    /// Right parameters at positions whose type is right, over all used parameters.
    Ap1,
    /// As [`Metric::Ap1`] without order: operations of one type paired by the best assignment.
    Ap2,
    /// Similarity of the type counts, Tanimoto.
    MsotTc,
    /// Similarity of the type counts, cosine.
    MsotCs,
}

/// One metric three ways.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Accuracy {
    /// Against the truth itself, as the paper defines it.
    pub raw: Measure,
    /// Against the best member of each truth's class.
    pub up_to_equivalence: Measure,
    /// Expected raw score of a predictor that knows each class but guesses the member.
    pub class_guesser: Measure,
}

impl Metric {
    /// All metrics.
    pub const ALL: [Self; 8] = [
        Self::Acp,
        Self::Asot,
        Self::Edsot,
        Self::Aot,
        Self::Ap1,
        Self::Ap2,
        Self::MsotTc,
        Self::MsotCs,
    ];

    /// Its name, as the paper writes it.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Acp => "ACP",
            Self::Asot => "ASOT",
            Self::Edsot => "EDSOT",
            Self::Aot => "AOT",
            Self::Ap1 => "AP1",
            Self::Ap2 => "AP2",
            Self::MsotTc => "MSOT-TC",
            Self::MsotCs => "MSOT-CS",
        }
    }

    /// What one prediction adds; a missing one is an empty program.
    pub fn score(
        self,
        truth: &FeatureMatrix,
        prediction: Option<&FeatureMatrix>,
        settings: &Settings,
    ) -> Score {
        match self {
            Self::Acp => parameters::acp(truth, prediction, settings),
            Self::Asot => types::asot(truth, prediction, settings),
            Self::Edsot => types::edsot(truth, prediction, settings),
            Self::Aot => types::aot(truth, prediction, settings),
            Self::Ap1 => parameters::ap1(truth, prediction, settings),
            Self::Ap2 => matching::ap2(truth, prediction, settings),
            Self::MsotTc => multiset::tanimoto(truth, prediction, settings),
            Self::MsotCs => multiset::cosine(truth, prediction, settings),
        }
    }

    /// The metric against the truths themselves.
    pub fn raw(self, cases: &[Case], settings: &Settings) -> Measure {
        measure(cases, |case| {
            self.score(case.truth(), case.prediction(), settings)
        })
    }

    /// The metric against the best member of each truth's class.
    pub fn up_to_equivalence(self, cases: &[Case], settings: &Settings) -> Measure {
        measure(cases, |case| {
            let members = case.members();
            self.best(members.map(|truth| self.score(truth, case.prediction(), settings)))
        })
    }

    /// The expected raw score of a predictor that knows each truth's class but guesses the member,
    /// each as likely. The predictions do not matter: all cases count as valid.
    pub fn class_guesser(self, cases: &[Case], settings: &Settings) -> Measure {
        let score = |case: &Case| {
            let guesses = case.members();
            Score::average(guesses.map(|guess| self.score(case.truth(), Some(guess), settings)))
        };
        let scores: Vec<Score> = cases.iter().map(score).collect();
        Measure::ratio(&scores, cases.len())
    }

    /// All three.
    pub fn accuracy(self, cases: &[Case], settings: &Settings) -> Accuracy {
        Accuracy {
            raw: self.raw(cases, settings),
            up_to_equivalence: self.up_to_equivalence(cases, settings),
            class_guesser: self.class_guesser(cases, settings),
        }
    }

    /// The best of the scores by their own ratios, the first of equals.
    pub(crate) fn best(self, scores: impl Iterator<Item = Score>) -> Score {
        let sign = if self == Self::Edsot { -1.0 } else { 1.0 };
        let better = |a: Score, b: Score| {
            if sign * b.share() > sign * a.share() {
                b
            } else {
                a
            }
        };
        scores.reduce(better).unwrap_or(Score::NOTHING)
    }
}

fn measure(cases: &[Case], score: impl Fn(&Case) -> Score) -> Measure {
    let scores: Vec<Score> = cases.iter().map(score).collect();
    let valid = cases
        .iter()
        .filter(|case| case.prediction().is_some())
        .count();
    Measure::ratio(&scores, valid)
}
