//! Adaptive Gauss quadrature for smooth functions with square roots at the interval's ends.

use std::f64::consts::FRAC_PI_2;

/// Positive nodes and weights of the Gauss-Legendre rule with eight points.
const RULE: [(f64, f64); 4] = [
    (0.183_434_642_495_649_8, 0.362_683_783_378_362),
    (0.525_532_409_916_329, 0.313_706_645_877_887_3),
    (0.796_666_477_413_626_7, 0.222_381_034_453_374_5),
    (0.960_289_856_497_536_3, 0.101_228_536_290_376_3),
];

/// Relative change at which halving stops: a little above the rounding of sums.
const RELATIVE_TOLERANCE: f64 = 1e-13;
/// Most halvings; reached only next to a singularity just outside the interval.
const MAX_DEPTH: u32 = 14;

/// The integral of `f` over [low, high].
///
/// With u = m + h sin(t pi / 2) a square root at either end becomes smooth in t.
pub(super) fn integrate(f: impl Fn(f64) -> f64, low: f64, high: f64) -> f64 {
    let (middle, half) = (0.5 * (low + high), 0.5 * (high - low));
    let smooth = |t: f64| {
        let (sine, cosine) = libm::sincos(FRAC_PI_2 * t);
        f(middle + half * sine) * half * FRAC_PI_2 * cosine
    };
    let whole = gauss(&smooth, -1.0, 1.0);
    refine(
        &smooth,
        -1.0,
        1.0,
        whole,
        RELATIVE_TOLERANCE * whole.abs(),
        MAX_DEPTH,
    )
}

fn refine(
    f: &impl Fn(f64) -> f64,
    low: f64,
    high: f64,
    whole: f64,
    tolerance: f64,
    depth: u32,
) -> f64 {
    let middle = 0.5 * (low + high);
    let (left, right) = (gauss(f, low, middle), gauss(f, middle, high));
    if depth == 0 || (left + right - whole).abs() <= tolerance {
        return left + right;
    }
    refine(f, low, middle, left, tolerance, depth - 1)
        + refine(f, middle, high, right, tolerance, depth - 1)
}

fn gauss(f: &impl Fn(f64) -> f64, low: f64, high: f64) -> f64 {
    let (middle, half) = (0.5 * (low + high), 0.5 * (high - low));
    let sum: f64 = RULE
        .iter()
        .map(|(node, weight)| weight * (f(middle - half * node) + f(middle + half * node)))
        .sum();
    half * sum
}

#[cfg(test)]
mod tests {
    use super::integrate;

    #[test]
    fn square_roots_at_the_ends() {
        let pi = std::f64::consts::PI;
        let half_disc = integrate(|x| (1.0 - x * x).max(0.0).sqrt(), -1.0, 1.0);
        assert!((half_disc - pi / 2.0).abs() < 1e-14);
        // The Steinmetz solid of two unit cylinders: 16 / 3.
        let steinmetz = integrate(|x| 4.0 * (1.0 - x * x), -1.0, 1.0);
        assert!((steinmetz - 16.0 / 3.0).abs() < 1e-14);
        // A root just outside.
        let near = integrate(|x| (x + 1e-6).sqrt(), 0.0, 1.0);
        let exact = 2.0 / 3.0 * ((1.0 + 1e-6_f64).powf(1.5) - 1e-9);
        assert!((near - exact).abs() < 1e-12);
    }
}
