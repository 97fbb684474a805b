//! The shape of a set of values in [0, 1]: kernel density and quartiles.

use std::f64::consts::TAU;

/// Values in [0, 1] with the width of their kernel.
#[derive(Debug, Clone)]
pub(crate) struct Distribution {
    /// Ascending.
    values: Vec<f64>,
    /// Standard deviation of the Gaussian kernel.
    pub(crate) bandwidth: f64,
}

impl Distribution {
    /// The values with Silverman's bandwidth, 0.9 min(s, IQR / 1.34) / n^(1/5), but at least
    /// `least_bandwidth`; where half of the values are equal, so that the IQR is 0, s decides alone.
    pub(crate) fn new(values: impl IntoIterator<Item = f64>, least_bandwidth: f64) -> Self {
        let mut values: Vec<f64> = values
            .into_iter()
            .filter(|value| value.is_finite())
            .collect();
        values.sort_by(f64::total_cmp);
        let mut distribution = Self {
            values,
            bandwidth: least_bandwidth,
        };
        let range = distribution.quantile(0.75) - distribution.quantile(0.25);
        let deviation = distribution.deviation();
        let width = if range > 0.0 {
            deviation.min(range / 1.34)
        } else {
            deviation
        };
        let silverman = 0.9 * width * libm::pow(distribution.values.len() as f64, -0.2);
        distribution.bandwidth = silverman.max(least_bandwidth);
        distribution
    }

    /// How many values there are.
    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    /// The value below which this share lies, interpolated; NaN where there is no value.
    pub(crate) fn quantile(&self, share: f64) -> f64 {
        let Some(last) = self.values.len().checked_sub(1) else {
            return f64::NAN;
        };
        let place = share * last as f64;
        let (low, high) = (place.floor() as usize, place.ceil() as usize);
        self.values[low] + (self.values[high] - self.values[low]) * (place - low as f64)
    }

    /// Kernel density at `place` in [0, 1]. What the kernel would put outside of [0, 1] is reflected
    /// back at the bound, so that the density integrates to 1 over [0, 1].
    pub(crate) fn density(&self, place: f64) -> f64 {
        let kernel = |distance: f64| {
            let z = distance / self.bandwidth;
            libm::exp(-0.5 * z * z)
        };
        let folded = |value: &f64| {
            kernel(place - value) + kernel(place + value) + kernel(2.0 - place - value)
        };
        let sum: f64 = self.values.iter().map(folded).sum();
        sum / (self.values.len() as f64 * self.bandwidth * TAU.sqrt())
    }

    fn deviation(&self) -> f64 {
        let size = self.values.len() as f64;
        let mean = self.values.iter().sum::<f64>() / size;
        let squares: f64 = self.values.iter().map(|value| (value - mean).powi(2)).sum();
        (squares / (size - 1.0).max(1.0)).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn integral(distribution: &Distribution) -> f64 {
        let steps = 20_000;
        let middle = |step: i32| (f64::from(step) + 0.5) / f64::from(steps);
        (0..steps)
            .map(|step| distribution.density(middle(step)))
            .sum::<f64>()
            / f64::from(steps)
    }

    #[test]
    fn reflected_density_loses_nothing() {
        let near_bounds = Distribution::new([0.0, 0.01, 0.5, 0.97, 1.0, 1.0], 0.02);
        assert!((integral(&near_bounds) - 1.0).abs() < 1e-3);
        let equal = Distribution::new([1.0; 5], 0.02);
        assert_eq!(equal.bandwidth, 0.02);
        assert!((integral(&equal) - 1.0).abs() < 1e-3);
    }

    #[test]
    fn silverman_by_hand() {
        // s = 0.2, IQR = 0.2, so IQR / 1.34 decides.
        let distribution = Distribution::new([0.3, 0.5, 0.7], 1e-6);
        let expected = 0.9 * (0.2 / 1.34) * libm::pow(3.0, -0.2);
        assert!((distribution.bandwidth - expected).abs() < 1e-12);
    }

    #[test]
    fn quartiles_interpolate() {
        let distribution = Distribution::new([0.4, 0.0, 0.1, 0.3], 0.01);
        let quartiles = [0.25, 0.5, 0.75].map(|share| distribution.quantile(share));
        for (quartile, expected) in quartiles.into_iter().zip([0.075, 0.2, 0.325]) {
            assert!((quartile - expected).abs() < 1e-12, "{quartiles:?}");
        }
        assert!(Distribution::new([], 0.01).quantile(0.5).is_nan());
    }
}
