//! Metrics of the operation types: ASOT (equation 2), EDSOT (equation 3), AOT (equation 4).

use cadseq_program::{FeatureMatrix, UNUSED, Variable};

use crate::{Score, Settings};

/// The types of a program: SOP, operations, one EOP, cut to the settings' first rows.
pub(crate) fn types(program: &FeatureMatrix, settings: &Settings) -> Vec<i16> {
    let rows = program
        .program_rows()
        .min(settings.first_rows.unwrap_or(usize::MAX));
    (0..rows)
        .map(|row| program.get(row, Variable::Type).unwrap_or(UNUSED))
        .collect()
}

/// The types of a prediction; none where it is missing.
pub(crate) fn predicted_types(prediction: Option<&FeatureMatrix>, settings: &Settings) -> Vec<i16> {
    prediction.map_or(Vec::new(), |prediction| types(prediction, settings))
}

/// 1 where the type sequences are equal.
pub(crate) fn asot(
    truth: &FeatureMatrix,
    prediction: Option<&FeatureMatrix>,
    settings: &Settings,
) -> Score {
    let equal = types(truth, settings) == predicted_types(prediction, settings);
    Score::of_one(f64::from(u8::from(equal)))
}

/// The edit distance of the type sequences.
pub(crate) fn edsot(
    truth: &FeatureMatrix,
    prediction: Option<&FeatureMatrix>,
    settings: &Settings,
) -> Score {
    let distance = levenshtein(
        &types(truth, settings),
        &predicted_types(prediction, settings),
    );
    Score::of_one(distance as f64)
}

/// Positions with equal types, over those of the truth.
pub(crate) fn aot(
    truth: &FeatureMatrix,
    prediction: Option<&FeatureMatrix>,
    settings: &Settings,
) -> Score {
    let truth = types(truth, settings);
    let predicted = predicted_types(prediction, settings);
    let right = truth.iter().zip(&predicted).filter(|(a, b)| a == b).count();
    Score {
        numerator: right as f64,
        denominator: truth.len() as f64,
    }
}

/// Fewest insertions, deletions and substitutions that turn `a` into `b`.
fn levenshtein(a: &[i16], b: &[i16]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::levenshtein;

    #[test]
    fn edit_distances() {
        assert_eq!(levenshtein(&[5, 0, 3, 4, 6], &[5, 0, 3, 4, 6]), 0);
        assert_eq!(levenshtein(&[5, 0, 3, 4, 6], &[5, 0, 1, 1, 1, 4, 6]), 3);
        assert_eq!(
            levenshtein(&[5, 0, 1, 2, 1, 4, 6], &[5, 0, 1, 1, 2, 4, 6]),
            2
        );
        assert_eq!(levenshtein(&[5, 0, 6], &[]), 3);
    }
}
