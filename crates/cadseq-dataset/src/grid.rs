//! The 256-level grid of program values on which data sets are drawn.
//!
//! With the model scale s = 10: coordinates and depths s (q / 128 - 1), radii s (q + 1) / 256,
//! sweeps 180 (q / 128 - 1) degrees, for the levels q = 0..255. Zero is exact; +10 itself is not
//! on the grid.

use cadseq_program::Level;

/// The model scale s, in model units: coordinates span [-s, s).
pub const SCALE: f64 = 10.0;

/// Coordinate or depth of a level, in model units.
pub fn coordinate(level: Level) -> f64 {
    SCALE * level.signed()
}

/// Radius of a level, in model units, above 0.
pub fn radius(level: Level) -> f64 {
    SCALE * level.fraction()
}

/// Sweep of a level, in degrees.
pub fn sweep_deg(level: Level) -> f64 {
    180.0 * level.signed()
}

/// The coordinate or depth on the grid nearest to `value`.
pub fn snap_coordinate(value: f64) -> f64 {
    coordinate(Level::from_signed(value / SCALE))
}

/// The sweep on the grid nearest to `value_deg`.
pub fn snap_sweep_deg(value_deg: f64) -> f64 {
    sweep_deg(Level::from_signed(value_deg / 180.0))
}

/// The radius on the grid nearest to `value`.
pub fn snap_radius(value: f64) -> f64 {
    radius(Level::from_fraction(value / SCALE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snapping_keeps_what_is_on_the_grid() {
        for level in (0..=255).map(Level::new) {
            assert_eq!(snap_coordinate(coordinate(level)), coordinate(level));
            assert_eq!(snap_sweep_deg(sweep_deg(level)), sweep_deg(level));
            assert_eq!(snap_radius(radius(level)), radius(level));
        }
        assert_eq!(coordinate(Level::ZERO), 0.0);
        assert_eq!(snap_coordinate(1e9), 9.921_875);
    }
}
