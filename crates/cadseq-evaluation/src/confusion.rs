//! True against predicted sequences of curves.

use cadseq_dataset::Sequence;
use cadseq_program::OperationKind;
use serde::Serialize;

use crate::sequence::{Answer, template_sequence};

/// The name of sequences that no template has.
const OTHER: &str = "other";
/// The name of no answer.
const NONE: &str = "none";

/// How often each sequence of curves was predicted for each true one, raw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Confusion {
    /// Names of the rows: `C`, `LLL`, and so on; `other` last where a truth is no template's.
    pub classes: Vec<String>,
    /// Names of the columns: the templates' sequences, then `other` (any other sequence) and `none`.
    pub answers: Vec<String>,
    /// Counts, a row a true class.
    pub counts: Vec<Vec<usize>>,
}

impl Confusion {
    /// Counts pairs of true operations and answers.
    pub(crate) fn of<'a>(
        pairs: impl IntoIterator<Item = (&'a [OperationKind], &'a Answer)>,
    ) -> Self {
        let names = Sequence::ALL.map(Sequence::name);
        let answers: Vec<String> = names
            .into_iter()
            .chain([OTHER, NONE])
            .map(Into::into)
            .collect();
        let mut counts = vec![vec![0; answers.len()]; names.len() + 1];
        for (truth, answer) in pairs {
            counts[class(truth)][column(answer)] += 1;
        }
        let mut classes = answers[..=names.len()].to_vec();
        if counts[names.len()].iter().all(|&count| count == 0) {
            classes.pop();
            counts.pop();
        }
        Self {
            classes,
            answers,
            counts,
        }
    }
}

/// The place of a list of operations among the templates' sequences; after them any other.
fn class(operations: &[OperationKind]) -> usize {
    let sequence = template_sequence(operations);
    let place = Sequence::ALL
        .iter()
        .position(|&known| Some(known) == sequence);
    place.unwrap_or(Sequence::ALL.len())
}

fn column(answer: &Answer) -> usize {
    match answer {
        Answer::Operations(operations) => class(operations),
        Answer::Malformed => Sequence::ALL.len(),
        Answer::Nothing => Sequence::ALL.len() + 1,
    }
}
