//! Numbers as text: the shortest decimal that reads back as the same number.

use crate::unit::{decimal, rounded};

/// Steps in a degree to which computed angles are rounded; finer than those of lengths, since an angle
/// moves the end of an arc by its radius.
const ANGLE_STEPS: f64 = 1e12;

/// A number without a unit.
pub(super) fn number(value: f64) -> String {
    decimal(value, 0)
}

/// An angle in degrees that was computed, rounded to 1e-12 of them.
pub(super) fn angle(angle_deg: f64) -> String {
    number(rounded(angle_deg, ANGLE_STEPS))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::LengthUnit;

    #[test]
    fn computed_angles_are_rounded() {
        assert_eq!(angle(45.000_000_000_000_1), "45");
    }

    proptest! {
        #[test]
        fn numbers_read_back(value in prop_oneof![
            proptest::num::f64::NORMAL | proptest::num::f64::SUBNORMAL, -100.0..100.0,
        ]) {
            prop_assert_eq!(number(value).parse::<f64>(), Ok(value));
            let tenfold = LengthUnit::Millimetre.length(value).parse::<f64>().expect("a number");
            if tenfold.is_finite() && value.abs() > 1e-300 {
                prop_assert!((tenfold / value - 10.0).abs() < 1e-14);
            }
        }
    }
}
