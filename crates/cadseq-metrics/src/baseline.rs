//! What guessing at random scores (paper, equations 8 and 9).

/// Sketch planes, and all parameters, in one program of each of the 11 equal parts of the paper's
/// data (three parts of cylinders, one of each of the eight other sequences).
const PLANES_PER_PARAMETERS: (f64, f64) = (11.0, 91.0);

/// AP1 of uniform guesses among 256 levels, planes aside, with this tolerance (0 to 255 levels):
/// equation 8, simplified. Of the 256 x 256 pairs of levels, 256 are equal and 2 (256 - k) are k
/// apart, which sums to 256 + 511 eta - eta^2.
pub fn random_ap1(tolerance_levels: u8) -> f64 {
    let eta = f64::from(tolerance_levels);
    (256.0 + 511.0 * eta - eta * eta) / 65536.0
}

/// AP1 of uniform guesses on the paper's data, the sketch plane guessed among three.
pub fn random_ap1_with_plane(tolerance_levels: u8) -> f64 {
    let (planes, all) = PLANES_PER_PARAMETERS;
    planes / all / 3.0 + random_ap1(tolerance_levels) * (all - planes) / all
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pairs of levels at each distance, by brute force.
    fn pairs_at_distance() -> [u32; 256] {
        let mut pairs = [0; 256];
        for a in 0..=u8::MAX {
            for b in 0..=u8::MAX {
                pairs[usize::from(a.abs_diff(b))] += 1;
            }
        }
        pairs
    }

    #[test]
    fn the_closed_form_counts_the_pairs() {
        let mut within = 0;
        for (eta, pairs) in (0..=u8::MAX).zip(pairs_at_distance()) {
            within += pairs;
            let counted = f64::from(within) / 65536.0;
            assert!((random_ap1(eta) - counted).abs() < 1e-15, "{eta}");
        }
    }

    /// Equation 8 as it is printed, its brackets closed.
    #[test]
    fn the_closed_form_is_equation_8() {
        for level in 0..=u8::MAX {
            let eta = f64::from(level);
            let inner = (2.0 * eta + 1.0) * (256.0 - 2.0 * eta);
            let border = 2.0 * eta * (1.0 + 2.0 * eta) / 2.0 - eta * (1.0 + eta) / 2.0;
            let printed = (inner + 2.0 * border) / 256.0 / 256.0;
            assert!((random_ap1(level) - printed).abs() < 1e-12, "{level}");
        }
    }

    #[test]
    fn planes_are_guessed_among_three() {
        let check = |eta, expected: f64| {
            assert!(
                (random_ap1_with_plane(eta) - expected).abs() < 1e-12,
                "{eta}"
            );
        };
        check(0, (11.0 / 3.0 + 80.0 / 256.0) / 91.0);
        check(255, (11.0 / 3.0 + 80.0) / 91.0);
    }
}
