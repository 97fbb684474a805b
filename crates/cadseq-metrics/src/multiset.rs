//! Similarity of the type counts without order: MSOT (equations 6 and 7).

use cadseq_program::{FeatureMatrix, RowKind};

use crate::types::{predicted_types, types};
use crate::{Score, Settings};

pub(crate) type Counts = [f64; RowKind::COUNT];

/// Tanimoto coefficient of the type counts; 0 for a missing prediction.
pub(crate) fn tanimoto(
    truth: &FeatureMatrix,
    prediction: Option<&FeatureMatrix>,
    settings: &Settings,
) -> Score {
    let a = counts(&types(truth, settings));
    let b = counts(&predicted_types(prediction, settings));
    let shared = dot(&a, &b);
    Score::of_one(shared / (dot(&a, &a) + dot(&b, &b) - shared))
}

/// Cosine of the angle between the type counts; 0 for a missing prediction.
pub(crate) fn cosine(
    truth: &FeatureMatrix,
    prediction: Option<&FeatureMatrix>,
    settings: &Settings,
) -> Score {
    let a = counts(&types(truth, settings));
    let b = counts(&predicted_types(prediction, settings));
    let lengths = (dot(&a, &a) * dot(&b, &b)).sqrt();
    Score::of_one(if lengths > 0.0 {
        dot(&a, &b) / lengths
    } else {
        0.0
    })
}

/// How often each of the seven types occurs; entries that are no type do not count.
pub(crate) fn counts(types: &[i16]) -> Counts {
    let mut counts = [0.0; RowKind::COUNT];
    for &code in types {
        if let Some(count) = usize::try_from(code)
            .ok()
            .and_then(|code| counts.get_mut(code))
        {
            *count += 1.0;
        }
    }
    counts
}

fn dot(a: &Counts, b: &Counts) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
