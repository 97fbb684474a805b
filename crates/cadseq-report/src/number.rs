//! Numbers as a reader wants them.

use cadseq_metrics::Measure;

/// What stands where there is no value.
pub(crate) const NOTHING: &str = "–";

/// A value with so many decimals; a dash where it is none.
pub(crate) fn fixed(value: f64, decimals: usize) -> String {
    if value.is_finite() {
        format!("{value:.decimals$}")
    } else {
        NOTHING.to_owned()
    }
}

/// Standard deviation of the values whose mean is `measure`, from the mean's standard error.
pub(crate) fn deviation(measure: &Measure) -> f64 {
    measure.spread * (measure.total as f64).sqrt()
}

/// A duration in the two units that matter, in one line.
pub(crate) fn duration(seconds: f64) -> String {
    let whole = seconds.round() as u64;
    let words = match (whole / 3600, whole / 60 % 60, whole % 60) {
        (0, 0, _) => format!("{seconds:.1} s"),
        (0, minutes, seconds) => format!("{minutes} min {seconds} s"),
        (hours, minutes, _) => format!("{hours} h {minutes} min"),
    };
    words.replace(' ', "\u{a0}")
}

/// Ends of axes, times a power of ten.
const ROUND: [f64; 9] = [1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];

/// The least round number that is not below `value`, for the end of an axis; `least` where `value`
/// is below that or no number.
pub(crate) fn round_up(value: f64, least: f64) -> f64 {
    let value = value.max(least);
    let decade = libm::exp10(libm::log10(value).floor());
    let ends = ROUND.map(|end| end * decade);
    let reaches = |end: &f64| *end >= value * (1.0 - 1e-12);
    ends.into_iter().find(reaches).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axis_ends_are_round() {
        let cases = [
            (0.013, 0.015),
            (0.02, 0.02),
            (3.2, 4.0),
            (9.0, 10.0),
            (0.0, 0.01),
            (f64::NAN, 0.01),
        ];
        for (value, expected) in cases {
            let end = round_up(value, 0.01);
            assert!((end - expected).abs() < 1e-12, "{value}: {end}");
        }
    }

    #[test]
    fn durations_have_two_units() {
        let cases = [
            (3.25, "3.2 s"),
            (75.0, "1 min 15 s"),
            (3725.0, "1 h 2 min"),
            (59.96, "1 min 0 s"),
        ];
        for (seconds, expected) in cases {
            assert_eq!(duration(seconds).replace('\u{a0}', " "), expected);
        }
    }

    #[test]
    fn deviation_undoes_the_standard_error() {
        let measure = Measure::mean([1.0, 2.0, 3.0, 4.0], 4);
        assert!((deviation(&measure) - (5.0_f64 / 3.0).sqrt()).abs() < 1e-12);
    }
}
