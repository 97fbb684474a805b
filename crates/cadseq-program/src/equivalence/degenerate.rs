//! Curves that are really simpler curves.

use crate::{Circle, Curve, Line};

/// The simplest curve of the same points: an arc whose sweep is at most `sweep_tolerance_deg` is
/// the line between its ends, one within that of a full turn is a circle.
///
/// Half a turn is not degenerate: sweeps of +180 and -180 degrees are the two different halves.
pub fn simplified(curve: &Curve, sweep_tolerance_deg: f64) -> Curve {
    let Curve::Arc(arc) = *curve else {
        return *curve;
    };
    let (start, end) = (arc.start, arc.end());
    if arc.sweep_deg.abs() <= sweep_tolerance_deg && start != end {
        Curve::Line(Line { start, end })
    } else if arc.sweep_deg.abs() >= 360.0 - sweep_tolerance_deg && arc.radius() > 0.0 {
        Curve::Circle(Circle {
            center: arc.center,
            radius: arc.radius(),
        })
    } else {
        *curve
    }
}

#[cfg(test)]
mod tests {
    use glam::DVec2;

    use super::*;
    use crate::Arc;

    #[test]
    fn nearly_straight_and_full_arcs() {
        let flat = Arc::from_end(DVec2::ZERO, DVec2::X, 1e-7).expect("an arc");
        let Curve::Line(line) = simplified(&Curve::Arc(flat), 1e-6) else {
            panic!("no line")
        };
        assert_eq!(line.start, DVec2::ZERO);
        assert!(line.end.distance(DVec2::X) < 1e-6);
        let full = Arc {
            start: DVec2::X,
            center: DVec2::ZERO,
            sweep_deg: -360.0,
        };
        let circle = Circle {
            center: DVec2::ZERO,
            radius: 1.0,
        };
        assert_eq!(simplified(&Curve::Arc(full), 1e-6), Curve::Circle(circle));
        let half = Curve::Arc(Arc {
            sweep_deg: -180.0,
            ..full
        });
        assert_eq!(simplified(&half, 1e-6), half);
    }
}
