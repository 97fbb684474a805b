//! Parameters over a surface: two lengths on a plane, an angle and a height on a cylinder.

use std::f64::consts::{PI, TAU};

use cadseq_program::Frame;
use cadseq_solid::Surface;
use glam::{DVec2, DVec3};

/// Parameters over a surface, u and v.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Chart {
    origin: DVec3,
    x: DVec3,
    y: DVec3,
    z: DVec3,
    /// Of a cylinder.
    radius: Option<f64>,
}

/// The parameters over which a face extends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Range {
    pub(crate) low: DVec2,
    pub(crate) high: DVec2,
}

impl Chart {
    /// The parameters of a surface: x of its plane's frame is u and y is v, or the angle about the axis is u and the
    /// distance along it is v.
    pub(super) fn new(surface: &Surface) -> Self {
        let (point, z, radius) = match *surface {
            Surface::Plane { point, normal } => (point, normal, None),
            Surface::Cylinder {
                axis_point,
                axis,
                radius,
                ..
            } => (axis_point, axis, Some(radius)),
        };
        let frame = Frame::on_plane(point, z).expect("surfaces have unit directions");
        let origin = if radius.is_some() {
            point
        } else {
            frame.origin()
        };
        Self {
            origin,
            x: frame.x_axis(),
            y: frame.y_axis(),
            z: frame.normal(),
            radius,
        }
    }

    /// The direction in which the surface bends the most; of a plane, that of u.
    pub(crate) fn max_tangent(&self, point: DVec3) -> DVec3 {
        let u = self.parameters(point).x;
        match self.radius {
            Some(_) => self.y * libm::cos(u) - self.x * libm::sin(u),
            None => self.x,
        }
    }

    /// The largest curvature of the surface, one over its radius.
    pub(crate) fn max_curvature(&self) -> f64 {
        self.radius.map_or(0.0, f64::recip)
    }

    /// The parameters of the point of the surface that is nearest.
    pub(super) fn parameters(&self, point: DVec3) -> DVec2 {
        let offset = point - self.origin;
        let (x, y) = (offset.dot(self.x), offset.dot(self.y));
        match self.radius {
            Some(_) => DVec2::new(libm::atan2(y, x), offset.dot(self.z)),
            None => DVec2::new(x, y),
        }
    }

    /// The point with these parameters.
    pub(crate) fn point(&self, parameters: DVec2) -> DVec3 {
        let DVec2 { x: u, y: v } = parameters;
        match self.radius {
            Some(radius) => {
                let around = self.x * libm::cos(u) + self.y * libm::sin(u);
                self.origin + around * radius + self.z * v
            }
            None => self.origin + self.x * u + self.y * v,
        }
    }

    /// How many square centimetres a unit of both parameters is.
    pub(super) fn scale(&self) -> f64 {
        self.radius.unwrap_or(1.0)
    }

    /// A triangle in parameters, not torn apart where angles begin anew.
    pub(super) fn triangle(&self, corners: &[DVec3; 3]) -> [DVec2; 3] {
        let mut flat = corners.map(|corner| self.parameters(corner));
        if self.radius.is_some() {
            let first = flat[0].x;
            for corner in &mut flat[1..] {
                corner.x -= ((corner.x - first) / TAU).round() * TAU;
            }
        }
        flat
    }

    /// What leads from parameters to others of the same point.
    pub(super) fn turns(&self) -> &'static [DVec2] {
        const ONE: [DVec2; 1] = [DVec2::ZERO];
        const THREE: [DVec2; 3] = [DVec2::ZERO, DVec2::new(TAU, 0.0), DVec2::new(-TAU, 0.0)];
        if self.radius.is_some() { &THREE } else { &ONE }
    }

    /// The parameters of all triangles. On a cylinder, angles begin after the widest gap.
    pub(super) fn range(&self, triangles: &[[DVec2; 3]]) -> Range {
        let corners = || triangles.iter().flatten().copied();
        let mut range = Range {
            low: corners().fold(DVec2::INFINITY, DVec2::min),
            high: corners().fold(DVec2::NEG_INFINITY, DVec2::max),
        };
        if self.radius.is_some() {
            (range.low.x, range.high.x) = angles(triangles);
        }
        range
    }
}

/// The angles that triangles cover, as the first and the last one; a whole turn where there is no gap.
fn angles(triangles: &[[DVec2; 3]]) -> (f64, f64) {
    /// A gap below this is rounding.
    const GAP: f64 = 1e-9;
    let mut spans: Vec<(f64, f64)> = triangles
        .iter()
        .map(|triangle| {
            let low = triangle.iter().map(|it| it.x).fold(f64::INFINITY, f64::min);
            let high = triangle
                .iter()
                .map(|it| it.x)
                .fold(f64::NEG_INFINITY, f64::max);
            let turn = ((low + PI) / TAU).floor() * TAU;
            (low - turn, high - turn)
        })
        .collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let Some(&(first, _)) = spans.first() else {
        return (-PI, PI);
    };
    let mut reached = first;
    let (mut widest, mut start, mut end) = (GAP, None, 0.0);
    for &(low, high) in &spans {
        if low - reached > widest {
            (widest, start, end) = (low - reached, Some(low), reached + TAU);
        }
        reached = reached.max(high);
    }
    if first + TAU - reached > widest {
        (start, end) = (Some(first), reached);
    }
    start.map_or((first, first + TAU), |start| (start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn angles_begin_after_the_widest_gap() {
        let triangle = |low: f64, high: f64| {
            [
                DVec2::new(low, 0.0),
                DVec2::new(high, 1.0),
                DVec2::new(low, 1.0),
            ]
        };
        let check = |spans: &[(f64, f64)], expected: (f64, f64)| {
            let triangles: Vec<_> = spans
                .iter()
                .map(|&(low, high)| triangle(low, high))
                .collect();
            let (low, high) = angles(&triangles);
            assert!(
                (low - expected.0).abs() < 1e-12 && (high - expected.1).abs() < 1e-12,
                "{low} {high}"
            );
        };
        check(&[(0.0, 1.0), (1.0, 2.0)], (0.0, 2.0));
        check(&[(3.0, 3.5), (3.5 - TAU, -2.0)], (3.0, TAU - 2.0));
        check(&[(-PI, 0.0), (0.0, PI)], (-PI, PI));
    }

    #[test]
    fn points_have_their_parameters() {
        let surface = Surface::Cylinder {
            axis_point: DVec3::new(1.0, 2.0, 3.0),
            axis: DVec3::Y,
            radius: 2.0,
            concave: false,
        };
        let chart = Chart::new(&surface);
        let parameters = DVec2::new(1.25, -0.5);
        let point = chart.point(parameters);
        assert!(chart.parameters(point).distance(parameters) < 1e-12);
        assert!((point - DVec3::new(1.0, 1.5, 3.0)).length() - 2.0 < 1e-12);
        assert!(chart.max_tangent(point).dot(surface.normal_at(point)).abs() < 1e-12);
    }
}
