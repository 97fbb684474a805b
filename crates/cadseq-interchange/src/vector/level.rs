//! Numbers as levels.

/// Levels of a unit.
const LEVELS_A_UNIT: f64 = 128.0;

/// The level of a number in [-1, 1): 128 is 0. `None` where the nearest level is beyond 0 to 255.
pub(crate) fn from_signed(value: f64) -> Option<u8> {
    nearest((value + 1.0) * LEVELS_A_UNIT)
}

/// The number of a level.
pub(crate) fn signed(level: u8) -> f64 {
    f64::from(level) / LEVELS_A_UNIT - 1.0
}

/// The level of a size in (0, 2), at least 1, because level 0 is no size. `None` where it is beyond
/// 255.
pub(crate) fn from_size(value: f64) -> Option<u8> {
    nearest((value * LEVELS_A_UNIT).max(1.0))
}

/// The size of a level.
pub(crate) fn size(level: u8) -> f64 {
    f64::from(level) / LEVELS_A_UNIT
}

/// The nearest level, where there is one.
pub(crate) fn nearest(value: f64) -> Option<u8> {
    let rounded = libm::round(value);
    (0.0..=255.0).contains(&rounded).then_some(rounded as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_kept() {
        for level in 0..=255 {
            assert_eq!(from_signed(signed(level)), Some(level));
            assert_eq!(from_size(size(level)), Some(level.max(1)));
        }
        assert_eq!(signed(128), 0.0);
        assert_eq!(from_signed(1.0), None);
        assert_eq!(from_signed(-1.01), None);
        assert_eq!(from_signed(f64::NAN), None);
        assert_eq!(from_size(2.0), None);
    }
}
