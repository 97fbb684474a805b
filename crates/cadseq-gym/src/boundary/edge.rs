//! Edges between two faces: their curve, and whether the solid bends outward or inward there.

use std::collections::BTreeMap;

use cadseq_solid::{Edge, Mesh, Surface};
use glam::DVec3;

/// An edge between two faces.
#[derive(Debug, Clone)]
pub(crate) struct BoundaryEdge {
    /// Points along it; the last is the first where it is closed.
    pub(crate) points: Vec<DVec3>,
    /// Indices of its faces in the boundary.
    pub(crate) faces: [usize; 2],
    /// The curve under it.
    pub(crate) shape: EdgeShape,
    /// How the faces meet.
    pub(crate) convexity: Convexity,
}

/// The curve under an edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum EdgeShape {
    Line,
    Circle {
        center: DVec3,
        radius: f64,
    },
    Ellipse,
    /// Where two cylinders cross.
    Other,
}

/// How two faces meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Convexity {
    Convex,
    Concave,
    Smooth,
}

/// For each face and side of a triangle, ordered, the third corner.
pub(super) type Opposite = BTreeMap<(u32, u32, u32), u32>;

/// Sine and cosine of directions that count as the same or as square.
const SAME: f64 = 1e-9;

/// Sine of the angle below which faces meet smoothly: far above that of ends that were snapped.
const SMOOTH: f64 = 1e-4;

impl BoundaryEdge {
    pub(super) fn new(mesh: &Mesh, edge: &Edge, opposite: &Opposite, before: usize) -> Self {
        let corner = |&corner: &u32| mesh.positions[corner as usize];
        let points: Vec<DVec3> = edge.corners.iter().map(corner).collect();
        let surfaces = edge.faces.map(|face| mesh.faces[face as usize].surface);
        Self {
            shape: shape(&surfaces, points[0]),
            convexity: convexity(mesh, edge, opposite, &surfaces),
            points,
            faces: edge.faces.map(|face| before + face as usize),
        }
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.points.len() > 2 && self.points.first() == self.points.last()
    }

    /// The angle of each chord of a circle, in radians; none of other curves.
    pub(crate) fn chord_angles(&self) -> impl Iterator<Item = f64> + '_ {
        let radius = match self.shape {
            EdgeShape::Circle { radius, .. } => Some(radius),
            _ => None,
        };
        let chords = self.points.windows(2);
        radius.into_iter().flat_map(move |radius| {
            let angle = move |chord: &[DVec3]| {
                2.0 * libm::asin((chord[0].distance(chord[1]) / (2.0 * radius)).min(1.0))
            };
            chords.clone().map(angle)
        })
    }

    /// Its length in cm: exact for lines and circles, along chords for others.
    pub(crate) fn length(&self) -> f64 {
        match self.shape {
            EdgeShape::Circle { radius, .. } => radius * self.chord_angles().sum::<f64>(),
            _ => self.points.windows(2).map(|it| it[0].distance(it[1])).sum(),
        }
    }

    /// The middle of its middle chord, and the direction of that.
    fn middle(&self) -> (DVec3, DVec3) {
        let k = (self.points.len() - 1) / 2;
        let (a, b) = (self.points[k], self.points[k + 1]);
        (a.midpoint(b), (b - a).normalize_or_zero())
    }

    /// The direction of a line, or that to the centre in the middle of a circle; of others, that of the middle chord.
    pub(crate) fn direction(&self) -> DVec3 {
        let (middle, along) = self.middle();
        match self.shape {
            EdgeShape::Circle { center, .. } => (center - middle).normalize_or_zero(),
            _ => along,
        }
    }

    /// One over the radius of a circle, else 0.
    pub(crate) fn curvature(&self) -> f64 {
        match self.shape {
            EdgeShape::Circle { radius, .. } => radius.recip(),
            _ => 0.0,
        }
    }

    /// The name of its curve's type in Fusion 360's API.
    pub(crate) fn curve_type(&self) -> &'static str {
        match (self.shape, self.is_closed()) {
            (EdgeShape::Line, _) => "Line3DCurveType",
            (EdgeShape::Circle { .. }, false) => "Arc3DCurveType",
            (EdgeShape::Circle { .. }, true) => "Circle3DCurveType",
            (EdgeShape::Ellipse, false) => "EllipticalArc3DCurveType",
            (EdgeShape::Ellipse, true) => "Ellipse3DCurveType",
            (EdgeShape::Other, _) => "NurbsCurve3DCurveType",
        }
    }
}

/// The curve in which two surfaces meet.
fn shape(surfaces: &[Surface; 2], on_edge: DVec3) -> EdgeShape {
    let cylinder = |surface: &Surface| match *surface {
        Surface::Cylinder {
            axis_point,
            axis,
            radius,
            ..
        } => Some((axis_point, axis, radius)),
        Surface::Plane { .. } => None,
    };
    match *surfaces {
        [Surface::Plane { .. }, Surface::Plane { .. }] => EdgeShape::Line,
        [Surface::Plane { normal, .. }, other] | [other, Surface::Plane { normal, .. }] => {
            let (axis_point, axis, radius) = cylinder(&other).expect("it is not a plane");
            if axis.cross(normal).length() < SAME {
                let center = axis_point + axis * (on_edge - axis_point).dot(axis);
                EdgeShape::Circle { center, radius }
            } else if axis.dot(normal).abs() < SAME {
                EdgeShape::Line
            } else {
                EdgeShape::Ellipse
            }
        }
        [a, b] => match (cylinder(&a), cylinder(&b)) {
            (Some((_, a, _)), Some((_, b, _))) if a.cross(b).length() < SAME => EdgeShape::Line,
            _ => EdgeShape::Other,
        },
    }
}

/// How the faces meet at the edge's middle.
fn convexity(mesh: &Mesh, edge: &Edge, opposite: &Opposite, surfaces: &[Surface; 2]) -> Convexity {
    let k = (edge.corners.len() - 1) / 2;
    let (first, last) = (edge.corners[k], edge.corners[k + 1]);
    let position = |corner: u32| mesh.positions[corner as usize];
    let middle = position(first).midpoint(position(last));
    let along = (position(last) - position(first)).normalize_or_zero();
    let [a, b] = surfaces.map(|surface| surface.normal_at(middle));
    let key = (edge.faces[1], first.min(last), first.max(last));
    let inward = b.cross(along);
    let toward = opposite
        .get(&key)
        .map_or(inward, |&corner| position(corner) - middle);
    let inward = if inward.dot(toward) < 0.0 {
        -inward
    } else {
        inward
    };
    let rise = inward.dot(a);
    if rise.abs() < SMOOTH && a.dot(b) > 0.0 {
        Convexity::Smooth
    } else if rise > 0.0 {
        Convexity::Concave
    } else {
        Convexity::Convex
    }
}

impl Convexity {
    /// Its name in graphs.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Convex => "Convex",
            Self::Concave => "Concave",
            Self::Smooth => "Smooth",
        }
    }
}
