//! A line or circular arc between two points: one side of an outline, one stroke of an arrangement.

mod area;
mod meeting;
mod scanline;

use std::f64::consts::PI;

use cadseq_program::Curve;
use glam::DVec2;

pub(crate) use area::{centroid, circle_cap_area, signed_area};
pub(crate) use meeting::{carrier_meetings, mirrored_corner};
pub(crate) use scanline::{Span, winding};

/// A line or arc between two points. In an [`Outline`](crate::Outline) the inside lies to its left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Segment {
    /// First end.
    pub start: DVec2,
    /// Second end.
    pub end: DVec2,
    /// The circle of an arc; `None` for a line.
    pub bend: Option<Bend>,
    /// Number of the curve in its sketch.
    pub source: u32,
}

/// The circle of an arc and how far the arc runs on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bend {
    /// Centre of the circle.
    pub center: DVec2,
    /// Radius of the circle.
    pub radius: f64,
    /// Signed sweep in radians, counter-clockwise positive, at most a full turn.
    pub sweep_rad: f64,
}

/// An axis-aligned box in sketch coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds2 {
    /// Lowest coordinates.
    pub min: DVec2,
    /// Highest coordinates.
    pub max: DVec2,
}

impl Bend {
    /// The arc from `start` to `end` whose circle passes through both exactly and has its centre as
    /// near to `center` as that allows; it turns left where `sweep` is positive.
    pub(crate) fn through(start: DVec2, end: DVec2, center: DVec2, sweep: f64) -> Self {
        let half_chord = 0.5 * start.distance(end);
        let middle = start.midpoint(end);
        let left = (end - start).perp().normalize_or_zero();
        let height = (center - middle).dot(left);
        let sign = 1.0_f64.copysign(sweep);
        Self {
            center: middle + left * height,
            radius: (half_chord * half_chord + height * height).sqrt(),
            sweep_rad: sign * 2.0 * libm::atan2(half_chord, sign * height),
        }
    }

    /// Greatest distance between the arc and its chord.
    pub(crate) fn sagitta(&self) -> f64 {
        let half_sine = libm::sin(0.25 * self.sweep_rad);
        2.0 * self.radius * half_sine * half_sine
    }

    /// Signed area between the arc and its chord, positive where the arc turns left.
    pub fn cap_area(&self) -> f64 {
        circle_cap_area(self.radius, self.sweep_rad)
    }

    /// The nearest point of the full circle.
    pub(crate) fn project(&self, point: DVec2) -> DVec2 {
        self.center + (point - self.center).normalize_or(DVec2::X) * self.radius
    }
}

impl Segment {
    /// The curve between two corners that its own ends almost are. An arc that leaves its chord by
    /// less than `tolerance` becomes a line. A circle becomes the line between the corners; it has
    /// no place in a loop.
    pub(crate) fn between(
        start: DVec2,
        end: DVec2,
        curve: &Curve,
        source: u32,
        tolerance: f64,
    ) -> Self {
        let bend = match curve {
            Curve::Arc(arc) => Some(Bend::through(start, end, arc.center, arc.sweep_deg))
                .filter(|bend| bend.sagitta() > tolerance),
            Curve::Line(_) | Curve::Circle(_) => None,
        };
        Self {
            start,
            end,
            bend,
            source,
        }
    }

    /// The same points run the other way round.
    pub(crate) fn reversed(&self) -> Self {
        let bend = self.bend.map(|bend| Bend {
            sweep_rad: -bend.sweep_rad,
            ..bend
        });
        Self {
            start: self.end,
            end: self.start,
            bend,
            source: self.source,
        }
    }

    /// The point a fraction `t` in [0, 1] of the length along the segment; exact at both ends.
    pub fn point_at(&self, t: f64) -> DVec2 {
        match self.bend {
            _ if t <= 0.0 => self.start,
            _ if t >= 1.0 => self.end,
            None => self.start.lerp(self.end, t),
            Some(bend) => {
                let (sine, cosine) = libm::sincos(bend.sweep_rad * t);
                bend.center + DVec2::new(cosine, sine).rotate(self.start - bend.center)
            }
        }
    }

    /// Length along the segment.
    pub fn length(&self) -> f64 {
        self.bend.map_or_else(
            || self.start.distance(self.end),
            |bend| bend.radius * bend.sweep_rad.abs(),
        )
    }

    /// Whether a point of the arc's circle lies on the arc: over its chord, on its side of the
    /// centre. Exact to the rounding of coordinates even for arcs that are nearly straight.
    fn arc_holds(&self, bend: &Bend, on_circle: DVec2) -> bool {
        let chord = self.end - self.start;
        let along = (on_circle - self.start).dot(chord);
        let is_over_chord = (0.0..=chord.length_squared()).contains(&along);
        let side = chord.perp_dot(on_circle - bend.center) * bend.sweep_rad;
        if bend.sweep_rad.abs() <= PI {
            is_over_chord && side <= 0.0
        } else {
            !is_over_chord || side <= 0.0
        }
    }

    /// Distance from a point to the segment.
    pub fn distance_to(&self, point: DVec2) -> f64 {
        if let Some(bend) = self.bend {
            let nearest = bend.project(point);
            if self.arc_holds(&bend, nearest) {
                return nearest.distance(point);
            }
            return self.start.distance(point).min(self.end.distance(point));
        }
        let chord = self.end - self.start;
        let t = ((point - self.start).dot(chord) / chord.length_squared()).clamp(0.0, 1.0);
        (self.start + chord * t).distance(point)
    }

    /// The fraction of the length at which the segment is nearest to `point`; `None` where that is
    /// one of its ends.
    pub(crate) fn place_of(&self, point: DVec2) -> Option<f64> {
        let t = match self.bend {
            None => {
                let chord = self.end - self.start;
                (point - self.start).dot(chord) / chord.length_squared()
            }
            Some(bend) => {
                let middle = self.point_at(0.5) - bend.center;
                let spoke = point - bend.center;
                0.5 + libm::atan2(middle.perp_dot(spoke), middle.dot(spoke)) / bend.sweep_rad
            }
        };
        (t > 0.0 && t < 1.0).then_some(t)
    }

    /// The smallest box around the segment; exact for arcs.
    pub fn bounds(&self) -> Bounds2 {
        let mut bounds = Bounds2 {
            min: self.start.min(self.end),
            max: self.start.max(self.end),
        };
        if let Some(bend) = self.bend {
            for direction in [DVec2::X, DVec2::Y, DVec2::NEG_X, DVec2::NEG_Y] {
                let extreme = bend.center + direction * bend.radius;
                if self.arc_holds(&bend, extreme) {
                    bounds = Bounds2 {
                        min: bounds.min.min(extreme),
                        max: bounds.max.max(extreme),
                    };
                }
            }
        }
        bounds
    }
}

impl Bounds2 {
    /// The smallest box around both.
    pub fn union(self, other: Self) -> Self {
        Self {
            min: self.min.min(other.min),
            max: self.max.max(other.max),
        }
    }

    /// The box with its sides moved outwards by `margin`.
    pub(crate) fn grown(self, margin: f64) -> Self {
        Self {
            min: self.min - DVec2::splat(margin),
            max: self.max + DVec2::splat(margin),
        }
    }

    /// Whether the boxes share a point.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.min.cmple(other.max).all() && other.min.cmple(self.max).all()
    }
}
