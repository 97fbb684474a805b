//! How sure an answer for any part is right.

use crate::Clues;

const INTERCEPT: f64 = -9.607;

impl Clues {
    /// The probability that the answer overlaps with the truth by more than 0.9 (SPEC 8): a logistic regression, fitted by
    /// `tests/confidence/fit.py` on the answers for 180 fresh pictures of random parts (seeds 901 and 902, 167 answered).
    pub(crate) fn confidence(&self) -> f64 {
        let score = INTERCEPT
            + 0.910 * self.surfaces
            + 2.410 * self.edge_precision
            + 2.366 * self.edge_recall
            + 2.652 * self.hidden
            - 0.748 * self.misfit
            + 2.856 * self.picture_recall
            - 0.068 * self.normal_doubt_deg;
        1.0 / (1.0 + libm::exp(-score))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_on_the_picture_is_surer() {
        let good = Clues {
            surfaces: 0.97,
            edge_precision: 0.95,
            edge_recall: 0.95,
            hidden: 0.9,
            misfit: 0.1,
            picture_recall: 0.85,
            numbers: 10,
            extrudes: 1,
            camera_cost: 0.0,
            normal_doubt_deg: 4.0,
        };
        let bad = Clues {
            surfaces: 0.5,
            picture_recall: 0.3,
            misfit: 2.0,
            normal_doubt_deg: 25.0,
            ..good
        };
        assert!(good.confidence() > 0.5 && good.confidence() < 1.0);
        assert!(bad.confidence() < 0.1 && bad.confidence() > 0.0);
    }
}
