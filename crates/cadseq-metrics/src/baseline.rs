//! What guessing at random scores (paper, equations 8 and 9).

/// Sketch planes, and all parameters, in one program of each of the 11 equal parts of the paper's
/// data (three parts of cylinders, one of each of the eight other sequences).
const PLANES_PER_PARAMETERS: (f64, f64) = (11.0, 91.0);

/// AP1 of uniform guesses among 256 levels, planes aside, with this tolerance (0 to 255 levels).
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

    #[test]
    fn the_formula_counts_the_pairs() {
        for eta in [0_u8, 1, 3, 100, 255] {
            let pairs = (0..256_i32)
                .flat_map(|a| (0..256_i32).map(move |b| (a - b).abs()))
                .filter(|difference| *difference <= i32::from(eta))
                .count();
            assert!(
                (random_ap1(eta) - pairs as f64 / 65536.0).abs() < 1e-12,
                "{eta}"
            );
        }
        assert!((random_ap1_with_plane(255) - (11.0 / 3.0 + 80.0) / 91.0).abs() < 1e-12);
    }
}
