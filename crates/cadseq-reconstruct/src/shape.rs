//! The shapes that are fitted: one outline with free parameters, extruded from an origin plane.

use cadseq_program::{Circle, Curve, Plane, Program};
use cadseq_solid::Prism;
use glam::{DVec2, DVec3};

/// Most parameters of a shape.
pub const MAX_PARAMETERS: usize = 8;

/// Smallest depth that a fit may reach, in model units.
const LEAST_DEPTH: f64 = 0.03;

/// Lengths of a program's loops are within 10 units; a little more is left for noise.
const LARGEST_LENGTH: f64 = 10.15;

/// Shortest chord of a program's curve in model units: two levels of the feature matrix.
const LEAST_CHORD: f64 = 0.15;

/// The outline of a shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Profile {
    /// A counter-clockwise loop of three curves that starts at the origin.
    Loop {
        /// The two free corners.
        corners: [DVec2; 2],
        /// `tan(sweep / 4)` of each curve; 0 is a line, 1 half a circle to the outside.
        bulges: [f64; 3],
        /// Which curves may bend.
        bends: [bool; 3],
    },
    /// A circle.
    Circle {
        /// Centre.
        center: DVec2,
        /// Radius.
        radius: f64,
    },
}

/// An outline on a plane with a signed depth. Its *cap*, the end face that a camera on the positive
/// side of all planes sees, is the higher one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    /// The sketch plane.
    pub plane: Plane,
    /// The outline in sketch coordinates.
    pub profile: Profile,
    /// Signed depth.
    pub depth: f64,
}

/// The point `t` along a curve with a bulge; smooth through bulge 0.
fn bulged(start: DVec2, end: DVec2, bulge: f64, t: f64) -> DVec2 {
    let half = 2.0 * libm::atan(bulge);
    if half.abs() < 1e-7 {
        return start.lerp(end, t);
    }
    let ratio = libm::sin(t * half) / libm::sin(half);
    start + DVec2::from_angle(-(1.0 - t) * half).rotate(end - start) * ratio
}

impl Shape {
    /// Heights of the cap and of the far end face over the sketch plane.
    pub fn heights(&self) -> (f64, f64) {
        (self.depth.max(0.0), self.depth.min(0.0))
    }

    /// How many curves the outline has.
    pub fn curve_count(&self) -> usize {
        match self.profile {
            Profile::Loop { .. } => 3,
            Profile::Circle { .. } => 1,
        }
    }

    /// The outline's point a fraction `t` along curve `curve`.
    pub fn point(&self, curve: usize, t: f64) -> DVec2 {
        match &self.profile {
            Profile::Loop {
                corners, bulges, ..
            } => {
                let all = [DVec2::ZERO, corners[0], corners[1], DVec2::ZERO];
                bulged(all[curve], all[curve + 1], bulges[curve], t)
            }
            Profile::Circle { center, radius } => {
                *center + DVec2::from_angle(t * std::f64::consts::TAU) * *radius
            }
        }
    }

    /// World position of the point `t` along `curve`, a fraction `fall` of the way from the cap to
    /// the far face.
    pub fn world(&self, curve: usize, t: f64, fall: f64) -> DVec3 {
        let (cap, far) = self.heights();
        self.plane
            .to_world(self.point(curve, t), cap + (far - cap) * fall)
    }

    /// The free parameters in order; the rest of the array is 0.
    pub fn parameters(&self) -> ([f64; MAX_PARAMETERS], usize) {
        let mut values = [0.0; MAX_PARAMETERS];
        match &self.profile {
            Profile::Loop {
                corners: [a, b],
                bulges,
                bends,
            } => {
                values[..5].copy_from_slice(&[self.depth, a.x, a.y, b.x, b.y]);
                let mut count = 5;
                for curve in 0..3 {
                    if bends[curve] {
                        values[count] = bulges[curve];
                        count += 1;
                    }
                }
                (values, count)
            }
            Profile::Circle { center, radius } => {
                values[..4].copy_from_slice(&[self.depth, center.x, center.y, *radius]);
                (values, 4)
            }
        }
    }

    /// The shape with other parameters, kept where shapes exist.
    pub fn with_parameters(&self, values: &[f64; MAX_PARAMETERS]) -> Self {
        // Through depth 0 the picture changes smoothly, so a fit may go through it.
        let depth = if values[0].abs() < LEAST_DEPTH {
            LEAST_DEPTH.copysign(values[0])
        } else {
            values[0]
        };
        let profile = match &self.profile {
            Profile::Loop { bends, bulges, .. } => {
                let mut bulges = *bulges;
                let mut next = 5;
                for curve in 0..3 {
                    if bends[curve] {
                        bulges[curve] = values[next].clamp(-1.1, 1.1);
                        next += 1;
                    }
                }
                let corners = [
                    DVec2::new(values[1], values[2]),
                    DVec2::new(values[3], values[4]),
                ];
                Profile::Loop {
                    corners,
                    bulges,
                    bends: *bends,
                }
            }
            Profile::Circle { .. } => Profile::Circle {
                center: DVec2::new(values[1], values[2]),
                radius: values[3].abs().max(LEAST_DEPTH),
            },
        };
        Self {
            plane: self.plane,
            profile,
            depth,
        }
    }

    /// Whether every parameter of both is the same within `tolerance` (model units; a bulge counts
    /// ten times).
    pub fn is_near(&self, other: &Self, tolerance: f64) -> bool {
        let profile = match (&self.profile, &other.profile) {
            (
                Profile::Loop {
                    corners: a,
                    bulges: p,
                    ..
                },
                Profile::Loop {
                    corners: b,
                    bulges: q,
                    ..
                },
            ) => {
                a.iter().zip(b).all(|(a, b)| a.distance(*b) < tolerance)
                    && p.iter()
                        .zip(q)
                        .all(|(p, q)| (p - q).abs() * 10.0 < tolerance)
            }
            (
                Profile::Circle {
                    center: a,
                    radius: r,
                },
                Profile::Circle {
                    center: b,
                    radius: s,
                },
            ) => a.distance(*b) < tolerance && (r - s).abs() < tolerance,
            _ => false,
        };
        profile && self.plane == other.plane && (self.depth - other.depth).abs() < tolerance
    }

    /// The loop with a bent curve made straight, or a straight one free to bend; `None` for a circle.
    pub fn with_toggled_bend(&self, curve: usize) -> Option<Self> {
        let Profile::Loop {
            corners,
            mut bulges,
            mut bends,
        } = self.profile
        else {
            return None;
        };
        bends[curve] = !bends[curve];
        bulges[curve] = 0.0;
        Some(Self {
            profile: Profile::Loop {
                corners,
                bulges,
                bends,
            },
            ..*self
        })
    }

    /// Whether the shape is one that programs have: in range, and no curve shorter than two levels.
    pub fn is_plausible(&self) -> bool {
        let in_range = |value: f64| value.abs() <= LARGEST_LENGTH;
        let profile = match &self.profile {
            Profile::Loop {
                corners: [a, b], ..
            } => {
                let chords = [a.length(), a.distance(*b), b.length()];
                [a.x, a.y, b.x, b.y].into_iter().all(in_range)
                    && chords.into_iter().all(|chord| chord > LEAST_CHORD)
            }
            Profile::Circle { .. } => true,
        };
        profile && (in_range(self.depth) || matches!(self.profile, Profile::Circle { .. }))
    }

    /// The outline as a polygon of `steps` points a curve.
    pub fn polygon(&self, steps: usize) -> Vec<DVec2> {
        (0..self.curve_count())
            .flat_map(|curve| {
                let straight = matches!(self.profile,
                    Profile::Loop { bulges, .. } if bulges[curve].abs() < 1e-4);
                let steps = if straight { 1 } else { steps };
                (0..steps).map(move |step| (curve, step as f64 / steps as f64))
            })
            .map(|(curve, t)| self.point(curve, t))
            .collect()
    }

    /// The shape as a program and its solid; `None` where it is none, as when its curves cross.
    pub fn program(&self) -> Option<(Program, Prism)> {
        let curves = match &self.profile {
            Profile::Circle { center, radius } => {
                vec![Curve::Circle(Circle {
                    center: *center,
                    radius: *radius,
                })]
            }
            Profile::Loop {
                corners,
                bulges,
                bends,
            } => {
                let all = [DVec2::ZERO, corners[0], corners[1], DVec2::ZERO];
                (0..3)
                    .map(|curve| {
                        let sweep_deg = (4.0 * libm::atan(bulges[curve])).to_degrees();
                        let sweep_deg = sweep_deg.clamp(-180.0, 180.0);
                        let sweep = (bends[curve] && sweep_deg.abs() > 1e-3).then_some(sweep_deg);
                        Curve::from_end(all[curve], all[curve + 1], sweep)
                    })
                    .collect::<Option<Vec<_>>>()?
            }
        };
        let program = Program::prism(self.plane, curves, self.depth).ok()?;
        let prism = Prism::from_program(&program).ok()?;
        Some((program, prism))
    }
}
