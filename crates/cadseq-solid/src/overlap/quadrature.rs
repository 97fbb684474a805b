//! Adaptive Gauss quadrature for smooth functions with square roots at the interval's ends.

use std::f64::consts::FRAC_PI_2;

/// Positive nodes and weights of the Gauss-Legendre rule with eight points.
const RULE: [(f64, f64); 4] = [
    (0.183_434_642_495_649_8, 0.362_683_783_378_362),
    (0.525_532_409_916_329, 0.313_706_645_877_887_3),
    (0.796_666_477_413_626_7, 0.222_381_034_453_374_5),
    (0.960_289_856_497_536_3, 0.101_228_536_290_376_3),
];

/// Most halvings; reached only next to a singularity just outside the interval.
const MAX_DEPTH: u32 = 14;

/// A value and an estimate of how far it is off, rounding left out.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Integral {
    pub(super) value: f64,
    pub(super) error: f64,
}

impl Integral {
    pub(super) fn exact(value: f64) -> Self {
        Self { value, error: 0.0 }
    }
}

impl std::iter::Sum for Integral {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), |sum, part| Self {
            value: sum.value + part.value,
            error: sum.error + part.error,
        })
    }
}

/// The integral of `f` over an interval, which is halved until half a part and half a part differ
/// from the whole by at most `tolerance`. What they differ by is far above the error of both.
///
/// With u = m + h sin(t pi / 2) a square root at either end becomes smooth in t.
pub(super) fn integrate(f: impl Fn(f64) -> f64, [low, high]: [f64; 2], tolerance: f64) -> Integral {
    let (middle, half) = (0.5 * (low + high), 0.5 * (high - low));
    let smooth = |t: f64| {
        let (sine, cosine) = libm::sincos(FRAC_PI_2 * t);
        f(middle + half * sine) * half * FRAC_PI_2 * cosine
    };
    let whole = gauss(&smooth, -1.0, 1.0);
    refine(&smooth, [-1.0, 1.0], whole, tolerance, MAX_DEPTH)
}

fn refine(
    f: &impl Fn(f64) -> f64,
    [low, high]: [f64; 2],
    whole: f64,
    tolerance: f64,
    depth: u32,
) -> Integral {
    let middle = 0.5 * (low + high);
    let (left, right) = (gauss(f, low, middle), gauss(f, middle, high));
    let error = (left + right - whole).abs();
    if depth == 0 || error <= tolerance {
        let value = left + right;
        return Integral { value, error };
    }
    let halves = [([low, middle], left), ([middle, high], right)];
    let parts = halves.map(|(half, whole)| refine(f, half, whole, tolerance, depth - 1));
    parts.into_iter().sum()
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
        let integral = |f: fn(f64) -> f64, low, high| integrate(f, [low, high], 1e-14).value;
        let half_disc = integral(|x| (1.0 - x * x).max(0.0).sqrt(), -1.0, 1.0);
        assert!((half_disc - pi / 2.0).abs() < 1e-14);
        // The Steinmetz solid of two unit cylinders: 16 / 3.
        let steinmetz = integral(|x| 4.0 * (1.0 - x * x), -1.0, 1.0);
        assert!((steinmetz - 16.0 / 3.0).abs() < 1e-14);
        // A root just outside.
        let near = integral(|x| (x + 1e-6).sqrt(), 0.0, 1.0);
        let exact = 2.0 / 3.0 * (libm::pow(1.0 + 1e-6, 1.5) - 1e-9);
        assert!((near - exact).abs() < 1e-12);
    }
}
