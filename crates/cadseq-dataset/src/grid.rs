//! The 256-level grid of program values on which data sets are drawn.
//!
//! With the model scale s = 10: coordinates and depths s (q / 128 - 1), radii s (q + 1) / 256,
//! sweeps 180 (q / 128 - 1) degrees, for the levels q = 0..255. Zero is exact; +10 itself is not
//! on the grid.

/// The model scale s, in model units: coordinates span [-s, s).
pub const SCALE: f64 = 10.0;

/// Coordinate or depth of a level, in model units.
pub fn coordinate(level: u8) -> f64 {
    SCALE * (f64::from(level) / 128.0 - 1.0)
}

/// Radius of a level, in model units, above 0.
pub fn radius(level: u8) -> f64 {
    SCALE * (f64::from(level) + 1.0) / 256.0
}

/// Sweep of a level, in degrees.
pub fn sweep_deg(level: u8) -> f64 {
    180.0 * (f64::from(level) / 128.0 - 1.0)
}

/// The coordinate or depth on the grid nearest to `value`.
pub fn snap_coordinate(value: f64) -> f64 {
    coordinate(signed_level(value / SCALE))
}

/// The sweep on the grid nearest to `value_deg`.
pub fn snap_sweep_deg(value_deg: f64) -> f64 {
    sweep_deg(signed_level(value_deg / 180.0))
}

/// The radius on the grid nearest to `value`.
pub fn snap_radius(value: f64) -> f64 {
    radius(((value / SCALE * 256.0).round() - 1.0).clamp(0.0, 255.0) as u8)
}

fn signed_level(normalized: f64) -> u8 {
    ((normalized + 1.0) * 128.0).round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snapping_keeps_what_is_on_the_grid() {
        for level in 0..=255 {
            assert_eq!(snap_coordinate(coordinate(level)), coordinate(level));
            assert_eq!(snap_sweep_deg(sweep_deg(level)), sweep_deg(level));
            assert_eq!(snap_radius(radius(level)), radius(level));
        }
        assert_eq!(coordinate(128), 0.0);
        assert_eq!(snap_coordinate(1e9), 9.921_875);
    }
}
