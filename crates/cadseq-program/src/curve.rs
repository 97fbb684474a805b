//! The curves of a sketch: line, circular arc, full circle. Coordinates are sketch coordinates in
//! model units.

use glam::DVec2;

/// A straight segment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// First end.
    pub start: DVec2,
    /// Second end.
    pub end: DVec2,
}

/// A circular arc, stored as the language writes it: start, centre, signed sweep.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arc {
    /// First end.
    pub start: DVec2,
    /// Centre of the arc's circle.
    pub center: DVec2,
    /// Signed sweep in degrees, counter-clockwise positive.
    pub sweep_deg: f64,
}

/// A full circle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Circle {
    /// Centre.
    pub center: DVec2,
    /// Radius, above zero.
    pub radius: f64,
}

/// Any curve of a sketch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Curve {
    /// A straight segment.
    Line(Line),
    /// A circular arc.
    Arc(Arc),
    /// A full circle.
    Circle(Circle),
}

impl Arc {
    /// The arc from `start` to `end` with the signed sweep `sweep_deg`.
    ///
    /// The centre lies on the chord's bisector at `chord / (2 tan(sweep / 2))` to the left of the
    /// chord for a positive sweep. `None` where no such circle exists: the ends coincide, or the
    /// sweep is 0 or a multiple of 360 degrees.
    pub fn from_end(start: DVec2, end: DVec2, sweep_deg: f64) -> Option<Self> {
        let half = (sweep_deg / 2.0).to_radians();
        let sine = libm::sin(half);
        if start == end || sine.abs() < 1e-12 {
            return None;
        }
        let cotangent = libm::cos(half) / sine;
        let chord = end - start;
        let center = start.midpoint(end) + chord.perp() * (0.5 * cotangent);
        center.is_finite().then_some(Self {
            start,
            center,
            sweep_deg,
        })
    }

    /// The point a fraction `t` in [0, 1] along the arc.
    pub fn point_at(&self, t: f64) -> DVec2 {
        let angle = (self.sweep_deg * t).to_radians();
        let rotation = DVec2::new(libm::cos(angle), libm::sin(angle));
        self.center + rotation.rotate(self.start - self.center)
    }

    /// The second end: the start turned about the centre by the sweep.
    pub fn end(&self) -> DVec2 {
        self.point_at(1.0)
    }

    /// Radius of the arc's circle.
    pub fn radius(&self) -> f64 {
        self.start.distance(self.center)
    }

    /// Length along the arc.
    pub fn length(&self) -> f64 {
        self.radius() * self.sweep_deg.to_radians().abs()
    }
}

impl Circle {
    /// The point at `angle_rad` from sketch x, counter-clockwise.
    pub fn point_at_angle(&self, angle_rad: f64) -> DVec2 {
        self.center + DVec2::new(libm::cos(angle_rad), libm::sin(angle_rad)) * self.radius
    }
}

impl Curve {
    /// The start point; a circle starts at its rightmost point.
    pub fn start(&self) -> DVec2 {
        match self {
            Self::Line(line) => line.start,
            Self::Arc(arc) => arc.start,
            Self::Circle(circle) => circle.center + DVec2::X * circle.radius,
        }
    }

    /// The end point; a circle ends where it starts.
    pub fn end(&self) -> DVec2 {
        match self {
            Self::Line(line) => line.end,
            Self::Arc(arc) => arc.end(),
            Self::Circle(_) => self.start(),
        }
    }

    /// The point a fraction `t` in [0, 1] of the length along the curve.
    pub fn point_at(&self, t: f64) -> DVec2 {
        match self {
            Self::Line(line) => line.start.lerp(line.end, t),
            Self::Arc(arc) => arc.point_at(t),
            Self::Circle(circle) => circle.point_at_angle(t * std::f64::consts::TAU),
        }
    }

    /// Signed sweep in degrees: 0 for a line, 360 for a circle.
    pub fn sweep_deg(&self) -> f64 {
        match self {
            Self::Line(_) => 0.0,
            Self::Arc(arc) => arc.sweep_deg,
            Self::Circle(_) => 360.0,
        }
    }

    /// Length along the curve.
    pub fn length(&self) -> f64 {
        match self {
            Self::Line(line) => line.start.distance(line.end),
            Self::Arc(arc) => arc.length(),
            Self::Circle(circle) => std::f64::consts::TAU * circle.radius,
        }
    }

    /// The same points run the other way round; a circle stays as it is.
    pub fn reversed(&self) -> Self {
        match *self {
            Self::Line(Line { start, end }) => Self::Line(Line {
                start: end,
                end: start,
            }),
            Self::Arc(arc) => Self::Arc(Arc {
                start: arc.end(),
                center: arc.center,
                sweep_deg: -arc.sweep_deg,
            }),
            Self::Circle(circle) => Self::Circle(circle),
        }
    }

    /// The line from `start` to `end`, or with a sweep the arc; `None` where none exists
    /// (see [`Arc::from_end`]).
    pub fn from_end(start: DVec2, end: DVec2, sweep_deg: Option<f64>) -> Option<Self> {
        match sweep_deg {
            None => (start != end).then_some(Self::Line(Line { start, end })),
            Some(sweep_deg) => Arc::from_end(start, end, sweep_deg).map(Self::Arc),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarter_arc_has_the_expected_centre() {
        let arc = Arc::from_end(DVec2::X, DVec2::Y, 90.0).expect("a quarter circle");
        assert!(arc.center.length() < 1e-12);
        assert!(arc.end().distance(DVec2::Y) < 1e-12);
        let clockwise = Arc::from_end(DVec2::X, DVec2::Y, -90.0).expect("a quarter circle");
        assert!(clockwise.center.distance(DVec2::ONE) < 1e-12);
    }

    #[test]
    fn no_arc_without_a_chord_or_a_sweep() {
        assert_eq!(Arc::from_end(DVec2::X, DVec2::X, 90.0), None);
        assert_eq!(Arc::from_end(DVec2::X, DVec2::Y, 0.0), None);
        assert_eq!(Arc::from_end(DVec2::X, DVec2::Y, 360.0), None);
    }
}
