//! How far a mesh may leave the exact solid: a distance, and an angle along arcs.
//!
//! A distance alone makes polygons of few sides out of small holes, whatever the part's size: of a
//! 1 mm hole at 0.05 mm one of nine. CAD programs therefore bound the angle too (Open CASCADE's
//! linear and angular deflection); CadQuery's angle is the one here.

use std::f64::consts::FRAC_PI_4;

/// The tolerance of a mesh; both bounds hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeshTolerance {
    /// How far a chord may leave its arc, in model units; above zero.
    chord: f64,
    /// How far one chord may turn along its arc, in radians; above zero, at most an eighth of a turn.
    angle_rad: f64,
}

impl MeshTolerance {
    /// The coarsest angle: an eighth of a turn.
    pub const COARSEST_ANGLE_RAD: f64 = FRAC_PI_4;
    /// The finest angle that is kept; a full circle then has 6,284 sides.
    pub const FINEST_ANGLE_RAD: f64 = 1e-3;
    /// The angle of files: a full circle has 63 sides, as in CadQuery's files.
    pub const FILE_ANGLE_RAD: f64 = 0.1;
    /// The distance of files in model units: 0.05 mm, below what a 3D printer shows.
    pub const FILE_CHORD: f64 = 0.005;
    /// The largest distance of files, as a share of the diagonal of the part's box.
    pub const COARSEST_SHARE: f64 = 5e-4;
    /// The smallest one: below it, circles of a part that is drawn in large numbers get thousands of
    /// sides that nobody sees.
    pub const FINEST_SHARE: f64 = 1e-5;

    /// The tolerance of files of a part with a box of this diagonal (model units).
    pub fn of_file(diagonal: f64) -> Self {
        let chord = Self::FILE_CHORD
            .min(Self::COARSEST_SHARE * diagonal)
            .max(Self::FINEST_SHARE * diagonal);
        Self {
            chord: if chord > 0.0 { chord } else { Self::FILE_CHORD },
            angle_rad: Self::FILE_ANGLE_RAD,
        }
    }

    /// The tolerance of files where a person may have said a distance (model units) or an angle. A
    /// distance by itself is all that counts; an angle by itself goes with the usual distance.
    pub fn of_file_or(chord: Option<f64>, angle_rad: Option<f64>, diagonal: f64) -> Self {
        let usual = Self::of_file(diagonal);
        let tolerance = chord.map_or(usual, Self::from);
        angle_rad.map_or(tolerance, |angle_rad| tolerance.with_angle(angle_rad))
    }

    /// The same distance with another angle, which is brought into the range that meshes keep.
    #[must_use]
    pub const fn with_angle(self, angle_rad: f64) -> Self {
        Self {
            chord: self.chord,
            angle_rad: angle_rad.clamp(Self::FINEST_ANGLE_RAD, Self::COARSEST_ANGLE_RAD),
        }
    }

    /// The same angle with another distance.
    #[must_use]
    pub(crate) const fn with_chord(self, chord: f64) -> Self {
        Self { chord, ..self }
    }

    /// How far a chord may leave its arc, in model units.
    pub const fn chord(self) -> f64 {
        self.chord
    }

    /// How far one chord may turn along its arc, in radians.
    pub const fn angle_rad(self) -> f64 {
        self.angle_rad
    }

    /// The distance that by itself keeps both bounds on arcs of this radius.
    pub(crate) fn chord_at(self, radius: f64) -> f64 {
        if self.angle_rad >= Self::COARSEST_ANGLE_RAD {
            return self.chord;
        }
        let sine = libm::sin(0.25 * self.angle_rad);
        self.chord.min(2.0 * radius * sine * sine)
    }
}

impl From<f64> for MeshTolerance {
    /// A distance in model units, with the coarsest angle.
    fn from(chord: f64) -> Self {
        Self {
            chord,
            angle_rad: Self::COARSEST_ANGLE_RAD,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::circle_steps;

    #[test]
    fn files_follow_the_size_of_the_part() {
        let check = |diagonal: f64, chord: f64| {
            let found = MeshTolerance::of_file(diagonal);
            assert!(
                (found.chord() - chord).abs() < 1e-12,
                "{diagonal}: {found:?}"
            );
            assert_eq!(found.angle_rad(), 0.1);
        };
        check(0.072, 3.6e-5);
        check(7.2, 3.6e-3);
        check(10.0, 5e-3);
        check(100.0, 5e-3);
        check(1e4, 0.1);
        check(0.0, 5e-3);
    }

    #[test]
    fn a_circle_has_63_sides_at_every_size() {
        for size in [1e-3, 0.072, 7.2, 72.0] {
            let sides = circle_steps(0.04 * size, MeshTolerance::of_file(size));
            assert_eq!(sides, 63, "{size}");
        }
    }

    #[test]
    fn what_a_person_says_counts() {
        let of = |chord, angle| MeshTolerance::of_file_or(chord, angle, 7.2);
        assert_eq!(of(None, None), MeshTolerance::of_file(7.2));
        assert_eq!(of(Some(0.5), None), MeshTolerance::from(0.5));
        assert_eq!(
            of(None, Some(0.2)),
            MeshTolerance::of_file(7.2).with_angle(0.2)
        );
        assert_eq!(of(Some(0.5), Some(9.0)).angle_rad(), FRAC_PI_4);
    }

    #[test]
    fn a_distance_can_stand_for_the_angle() {
        let tolerance = MeshTolerance::of_file(100.0);
        for radius in [0.01, 0.3, 2.0, 50.0] {
            let alone = MeshTolerance::from(tolerance.chord_at(radius));
            assert_eq!(circle_steps(radius, alone), circle_steps(radius, tolerance));
        }
        assert_eq!(MeshTolerance::from(0.01).chord_at(1e-9), 0.01);
    }
}
