//! Where a part is looked at from when no picture says it: named sides, with the part filling the
//! picture.
//!
//! The camera stands so far away that a picture is nearly a parallel projection, as in drawings.

use cadseq_solid::Bounds3;
use glam::DVec3;

use crate::{Camera, View, Window};

/// A side that a part is looked at from. Z points up in the world; the front looks along +Y.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standpoint {
    /// From the corner of +X, +Y and +Z, as the paper's camera.
    Iso,
    /// From -Y: X to the right, Z up.
    Front,
    /// From +Y.
    Back,
    /// From -X.
    Left,
    /// From +X: Y to the right, Z up.
    Right,
    /// From +Z: X to the right, Y up.
    Top,
    /// From -Z: X to the right, Y down.
    Bottom,
}

/// How many of the part's radii the camera is away: lengths in front and behind differ by a
/// hundredth, and depths of a single-precision buffer still tell a hundred-thousandth of the part.
const RADII_AWAY: f64 = 100.0;
/// The camera is at least this many units away from the part, beyond its near plane.
const CLEARANCE: f64 = 0.1;
/// What is left free around the part, as a share of its longer side in the picture.
const MARGIN: f64 = 0.06;

impl Standpoint {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Iso,
        Self::Front,
        Self::Back,
        Self::Left,
        Self::Right,
        Self::Top,
        Self::Bottom,
    ];

    /// The name on a command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Iso => "iso",
            Self::Front => "front",
            Self::Back => "back",
            Self::Left => "left",
            Self::Right => "right",
            Self::Top => "top",
            Self::Bottom => "bottom",
        }
    }

    /// The direction from the part to the camera, and what is up in the picture.
    const fn direction_and_up(self) -> (DVec3, DVec3) {
        match self {
            Self::Iso => (DVec3::ONE, DVec3::Z),
            Self::Front => (DVec3::NEG_Y, DVec3::Z),
            Self::Back => (DVec3::Y, DVec3::Z),
            Self::Left => (DVec3::NEG_X, DVec3::Z),
            Self::Right => (DVec3::X, DVec3::Z),
            Self::Top => (DVec3::Z, DVec3::Y),
            Self::Bottom => (DVec3::NEG_Z, DVec3::NEG_Y),
        }
    }

    /// The view from here in which what lies in `bounds` fills a picture of `size` x `size` pixels.
    pub fn view(self, bounds: &Bounds3, size: usize) -> View {
        let (direction, up) = self.direction_and_up();
        let center = bounds.center();
        let radius = bounds.radius();
        let distance = (RADII_AWAY * radius).max(radius + CLEARANCE);
        let position = center + direction.normalize() * distance;
        let camera = Camera::look_at(position, center, up, 0.0);
        let corners = bounds.corners().map(|corner| camera.to_camera(corner));
        let points = corners.map(|corner| corner.truncate() / corner.z);
        let (low, high) = points[1..]
            .iter()
            .fold((points[0], points[0]), |(low, high), point| {
                (low.min(*point), high.max(*point))
            });
        View {
            camera,
            window: Window::around(low, high, MARGIN),
            width: size,
            height: size,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_side_shows_the_whole_box() {
        for scale in [1e-3, 1.0, 1e4] {
            let bounds = Bounds3 {
                min: DVec3::new(-1.0, 2.0, 3.0) * scale,
                max: DVec3::new(2.0, 4.0, 8.0) * scale,
            };
            for standpoint in Standpoint::ALL {
                let view = standpoint.view(&bounds, 200);
                let pixels = bounds
                    .corners()
                    .map(|corner| view.project(corner).expect("in front"));
                let (mut low, mut high) = (pixels[0], pixels[0]);
                for pixel in pixels {
                    (low, high) = (low.min(pixel), high.max(pixel));
                }
                let longer = (high - low).max_element();
                assert!(low.min_element() > 0.0 && high.max_element() < 200.0);
                assert!(longer > 150.0, "{standpoint:?}: {longer}");
            }
        }
    }

    #[test]
    fn axes_point_as_in_drawings() {
        let bounds = Bounds3 {
            min: DVec3::splat(-1.0),
            max: DVec3::ONE,
        };
        let check = |standpoint: Standpoint, right: DVec3, up: DVec3| {
            let view = standpoint.view(&bounds, 100);
            let pixel = |point| view.project(point).expect("in front");
            let middle = pixel(DVec3::ZERO);
            assert!(pixel(right).x > middle.x + 10.0, "{standpoint:?}");
            assert!(pixel(up).y < middle.y - 10.0, "{standpoint:?}");
        };
        check(Standpoint::Front, DVec3::X, DVec3::Z);
        check(Standpoint::Back, DVec3::NEG_X, DVec3::Z);
        check(Standpoint::Right, DVec3::Y, DVec3::Z);
        check(Standpoint::Left, DVec3::NEG_Y, DVec3::Z);
        check(Standpoint::Top, DVec3::X, DVec3::Y);
        check(Standpoint::Bottom, DVec3::X, DVec3::NEG_Y);
        check(Standpoint::Iso, DVec3::Y, DVec3::Z);
    }
}
