//! Quantization to 256 levels with an exact 0.

/// One of the 256 levels of a quantized value.
///
/// Two scales share the levels: signed values in [-1, 1] (x, y, sweep / 180 degrees, depth), where
/// level 128 is exactly 0 and the top level is 127/128, and fractions in (0, 1] (radius).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Level(u8);

impl Level {
    /// Number of levels.
    pub const COUNT: usize = 256;
    /// The signed value 0.
    pub const ZERO: Self = Self(128);

    /// The level with this index.
    pub const fn new(index: u8) -> Self {
        Self(index)
    }

    /// The level of a matrix entry; `None` outside 0..=255.
    pub fn from_entry(entry: i16) -> Option<Self> {
        u8::try_from(entry).ok().map(Self)
    }

    /// The level's index.
    pub const fn index(self) -> u8 {
        self.0
    }

    /// The matrix entry.
    pub const fn entry(self) -> i16 {
        self.0 as i16
    }

    /// The nearest level of a signed value; values beyond [-1, 127/128] are clamped.
    pub fn from_signed(value: f64) -> Self {
        Self((value * 128.0 + 128.0).round().clamp(0.0, 255.0) as u8)
    }

    /// The signed value of the level: `q / 128 - 1`.
    pub fn signed(self) -> f64 {
        f64::from(self.0) / 128.0 - 1.0
    }

    /// The nearest level of a fraction; values beyond [1/256, 1] are clamped.
    pub fn from_fraction(value: f64) -> Self {
        Self(((value * 256.0).round() - 1.0).clamp(0.0, 255.0) as u8)
    }

    /// The fraction of the level: `(q + 1) / 256`.
    pub fn fraction(self) -> f64 {
        (f64::from(self.0) + 1.0) / 256.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_is_its_own_nearest() {
        for index in 0..=u8::MAX {
            let level = Level::new(index);
            assert_eq!(Level::from_signed(level.signed()), level);
            assert_eq!(Level::from_fraction(level.fraction()), level);
            assert_eq!(Level::from_entry(level.entry()), Some(level));
        }
    }

    #[test]
    fn ends_and_zero() {
        assert_eq!(Level::from_signed(0.0), Level::ZERO);
        assert_eq!(Level::ZERO.signed(), 0.0);
        assert_eq!(Level::from_signed(-1.0).signed(), -1.0);
        assert_eq!(Level::from_signed(1.0).signed(), 127.0 / 128.0);
        assert_eq!(Level::from_fraction(1.0).fraction(), 1.0);
        assert_eq!(Level::from_fraction(1e-9).fraction(), 1.0 / 256.0);
        assert_eq!(Level::from_entry(-1), None);
        assert_eq!(Level::from_entry(256), None);
    }
}
