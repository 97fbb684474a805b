//! A value with its population and its spread.

use serde::{Deserialize, Serialize};

/// What one program adds to a ratio: `numerator` of at most, usually, `denominator`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// What is right.
    pub numerator: f64,
    /// What there is.
    pub denominator: f64,
}

/// A mean, or a ratio of sums, over a population.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// The mean or ratio; NaN (JSON null) for an empty population.
    #[serde(with = "nan_as_null")]
    pub value: f64,
    /// Standard error of `value`: for a mean the sample's standard deviation over the square root
    /// of its size, for a ratio its linearization. NaN (JSON null) for fewer than two.
    #[serde(with = "nan_as_null")]
    pub spread: f64,
    /// How many of the population were there to be judged (a prediction was made, a solid built).
    pub valid: usize,
    /// Size of the population.
    pub total: usize,
}

impl Score {
    /// Nothing right of nothing.
    pub(crate) const NOTHING: Self = Self {
        numerator: 0.0,
        denominator: 0.0,
    };

    /// A score of a metric that is a mean over programs.
    pub const fn of_one(value: f64) -> Self {
        Self {
            numerator: value,
            denominator: 1.0,
        }
    }

    /// The mean numerator over the mean denominator.
    pub(crate) fn average(scores: impl Iterator<Item = Self>) -> Self {
        let (mut sum, mut count) = (Self::NOTHING, 0.0);
        for score in scores {
            sum.numerator += score.numerator;
            sum.denominator += score.denominator;
            count += 1.0;
        }
        Self {
            numerator: sum.numerator / count,
            denominator: sum.denominator / count,
        }
    }

    /// The program's own ratio; 0 where there is nothing to be right about.
    pub fn share(self) -> f64 {
        if self.denominator > 0.0 {
            self.numerator / self.denominator
        } else {
            0.0
        }
    }
}

impl Measure {
    /// The sum of the numerators over the sum of the denominators.
    pub fn ratio(scores: &[Score], valid: usize) -> Self {
        let total = scores.len();
        let numerator: f64 = scores.iter().map(|score| score.numerator).sum();
        let denominator: f64 = scores.iter().map(|score| score.denominator).sum();
        let value = if denominator > 0.0 {
            numerator / denominator
        } else {
            f64::NAN
        };
        let residual = |score: &Score| score.numerator - value * score.denominator;
        let squares: f64 = scores.iter().map(|score| residual(score).powi(2)).sum();
        let size = total as f64;
        let spread = if total < 2 {
            f64::NAN
        } else {
            (squares / (size - 1.0) * size).sqrt() / denominator
        };
        Self {
            value,
            spread,
            valid,
            total,
        }
    }

    /// The mean of `values`, `valid` of which were measured rather than assumed.
    pub fn mean(values: impl IntoIterator<Item = f64>, valid: usize) -> Self {
        let scores: Vec<Score> = values.into_iter().map(Score::of_one).collect();
        Self::ratio(&scores, valid)
    }
}

mod nan_as_null {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
    pub(super) fn serialize<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
        Some(*value)
            .filter(|value| value.is_finite())
            .serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or(f64::NAN))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_and_standard_error() {
        let measure = Measure::mean([1.0, 0.0, 1.0, 0.0], 3);
        assert_eq!((measure.value, measure.valid, measure.total), (0.5, 3, 4));
        assert!((measure.spread - (1.0_f64 / 3.0).sqrt() / 2.0).abs() < 1e-12);
    }

    #[test]
    fn ratio_weighs_by_the_denominator() {
        let scores = [
            Score {
                numerator: 1.0,
                denominator: 1.0,
            },
            Score {
                numerator: 0.0,
                denominator: 3.0,
            },
        ];
        assert_eq!(Measure::ratio(&scores, 2).value, 0.25);
    }

    #[test]
    fn nothing_measured_survives_json() {
        let empty = Measure::mean([], 0);
        let json = serde_json::to_string(&empty).expect("serializes");
        assert_eq!(json, r#"{"value":null,"spread":null,"valid":0,"total":0}"#);
        let read: Measure = serde_json::from_str(&json).expect("reads back");
        assert!(read.value.is_nan() && read.spread.is_nan());
    }
}
