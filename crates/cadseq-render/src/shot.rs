//! A shot: from where a part is seen, which side of it is up, and what the picture looks like.

use std::f64::consts::TAU;

use cadseq_solid::{Bounds3, Mesh};
use glam::{DVec2, DVec3};
use rand::Rng;

use crate::looks::{Look, LookKind};
use crate::{Camera, Projection, View, Window};

/// Opening angles of the part in perspective, in degrees.
const OPENING_DEGREES: [f64; 2] = [4.0, 75.0];
/// Half the angle of a phone's lens across its picture's diagonal, in degrees: how far beside the
/// middle of the camera's picture a part may lie.
const HALF_LENS_DEGREES: f64 = 36.0;
/// The paper's camera looks at the origin from here in each coordinate.
const PAPER_DISTANCE: f64 = 20.0;

/// One picture of a part, but for what happens by chance while it is painted.
#[derive(Debug, Clone, PartialEq)]
pub struct Shot {
    /// Camera, window and size. The camera is placed in the coordinates of the part's mesh.
    pub view: View,
    /// Unit direction, in the part's coordinates, that points up from what the part rests on.
    pub up: DVec3,
    /// How the picture looks.
    pub look: Look,
}

impl Shot {
    /// A random shot of a part, `size` x `size` pixels, of any kind of look.
    pub fn random(part: &Mesh, size: usize, rng: &mut impl Rng) -> Self {
        Self::random_of(LookKind::random(rng), part, size, rng)
    }

    /// A random shot of a part, `size` x `size` pixels, of a given kind of look.
    pub fn random_of(kind: LookKind, part: &Mesh, size: usize, rng: &mut impl Rng) -> Self {
        let extent = part.bounds();
        let (camera, up) = random_camera(kind, &extent, rng);
        let window = random_window(&camera, part, rng);
        let view = View {
            camera,
            window,
            width: size,
            height: size,
        };
        Self {
            view,
            up,
            look: Look::random(kind, rng),
        }
    }
}

fn random_camera(kind: LookKind, extent: &Bounds3, rng: &mut impl Rng) -> (Camera, DVec3) {
    let paper_share = match kind {
        LookKind::Paper => 0.6,
        LookKind::Drawing => 0.1,
        LookKind::Photo | LookKind::Viewer => 0.02,
    };
    if rng.random_bool(paper_share) {
        return (paper_camera(extent, rng), DVec3::Z);
    }
    let up = random_axis(rng);
    let drawn = !matches!(kind, LookKind::Photo);
    let isometric = drawn && rng.random_bool(0.35);
    let parallel = drawn && rng.random_bool(if isometric { 0.75 } else { 0.25 });
    let (elevation_rad, azimuth_rad) = if isometric {
        let quarter = rng.random_range(0..4);
        let elevation_rad = libm::asin(1.0 / libm::sqrt(3.0));
        (elevation_rad, (f64::from(quarter) + 0.5) * TAU / 4.0)
    } else {
        let elevation = if rng.random_bool(0.7) {
            rng.random_range(15.0..60.0_f64)
        } else {
            rng.random_range(5.0..88.0_f64)
        };
        (elevation.to_radians(), rng.random_range(0.0..TAU))
    };
    let side = up.any_orthonormal_vector();
    let across = up.cross(side);
    let level = side * libm::cos(azimuth_rad) + across * libm::sin(azimuth_rad);
    let direction = level * libm::cos(elevation_rad) + up * libm::sin(elevation_rad);
    let opening_rad = random_opening(kind, isometric, rng).to_radians();
    let distance = if parallel {
        extent.radius() * 4.0
    } else {
        extent.radius() / libm::sin(opening_rad / 2.0)
    };
    let position = extent.center() + direction * distance;
    let roll_rad = random_roll(kind, isometric, rng).to_radians();
    let target = extent.center() + beside(direction, up, distance, opening_rad, rng);
    let camera = Camera::look_at(position, target, up, roll_rad);
    let projection = if parallel {
        Projection::Orthographic
    } else {
        Projection::Perspective
    };
    (
        Camera {
            projection,
            ..camera
        },
        up,
    )
}

/// The paper's camera with the part somewhere in its picture: as it is if it lies in the paper's
/// cube, else as if it had been moved and scaled.
fn paper_camera(extent: &Bounds3, rng: &mut impl Rng) -> Camera {
    let camera = Camera::paper();
    let cube = extent.min.min_element() >= -12.0 && extent.max.max_element() <= 12.0;
    if cube && extent.radius() > 0.5 && rng.random_bool(0.5) {
        return camera;
    }
    let radius = rng.random_range(1.0..8.0);
    let place = DVec3::from_array(std::array::from_fn(|_| rng.random_range(-6.0..6.0)));
    let scale = extent.radius() / radius;
    Camera {
        position: extent.center() + (DVec3::splat(PAPER_DISTANCE) - place) * scale,
        ..camera
    }
}

fn random_axis(rng: &mut impl Rng) -> DVec3 {
    // Parts are modelled and laid on their base more often than on another side.
    if rng.random_bool(0.25) {
        return DVec3::Z;
    }
    let axis = [DVec3::X, DVec3::Y, DVec3::Z][rng.random_range(0..3)];
    if rng.random() { axis } else { -axis }
}

/// Opening angle of the part's ball, in degrees.
fn random_opening(kind: LookKind, isometric: bool, rng: &mut impl Rng) -> f64 {
    let [low, high] = OPENING_DEGREES;
    let high = match kind {
        _ if isometric => 14.0,
        LookKind::Photo => high,
        LookKind::Viewer => 50.0,
        LookKind::Drawing | LookKind::Paper => 35.0,
    };
    // Evenly over the logarithm: as many long lenses as wide ones.
    low * libm::pow(high / low, rng.random::<f64>())
}

/// Roll in degrees.
fn random_roll(kind: LookKind, isometric: bool, rng: &mut impl Rng) -> f64 {
    let chance: f64 = rng.random();
    let (level, small, any) = match kind {
        _ if isometric => (0.9, 0.05, 0.05),
        LookKind::Photo => (0.1, 0.6, 0.12),
        LookKind::Viewer | LookKind::Drawing => (0.7, 0.12, 0.1),
        LookKind::Paper => (0.8, 0.1, 0.05),
    };
    let reach: f64 = if chance < level {
        return 0.0;
    } else if chance < level + small {
        6.0
    } else if chance < 1.0 - any {
        25.0
    } else {
        180.0
    };
    rng.random_range(-reach..reach)
}

/// How far beside the part's middle the camera looks, in model units.
fn beside(
    direction: DVec3,
    up: DVec3,
    distance: f64,
    opening_rad: f64,
    rng: &mut impl Rng,
) -> DVec3 {
    if rng.random_bool(0.4) {
        return DVec3::ZERO;
    }
    let free_rad = (HALF_LENS_DEGREES.to_radians() - opening_rad / 2.0).max(0.05);
    let angle_rad = free_rad * libm::sqrt(rng.random::<f64>());
    let turn_rad = rng.random_range(0.0..TAU);
    let right = direction.cross(up).normalize();
    let over = right.cross(direction);
    (right * libm::cos(turn_rad) + over * libm::sin(turn_rad)) * (distance * libm::tan(angle_rad))
}

/// A square window of the view plane: tight around the part, loose, or on a piece of it.
fn random_window(camera: &Camera, part: &Mesh, rng: &mut impl Rng) -> Window {
    let points = part
        .positions
        .iter()
        .filter_map(|&point| camera.project(point));
    let (mut low, mut high) = (DVec2::INFINITY, DVec2::NEG_INFINITY);
    for point in points {
        (low, high) = (low.min(point), high.max(point));
    }
    let middle = low.midpoint(high);
    let side = (high - low).max_element();
    let mut anywhere =
        |reach: f64| DVec2::new(rng.random_range(-1.0..=1.0), rng.random_range(-1.0..=1.0)) * reach;
    let (first, second) = (anywhere(1.0), anywhere(1.0));
    let chance: f64 = rng.random();
    let (center, side_of_window) = if chance < 0.6 {
        let margin = rng.random_range(0.03..0.25);
        (
            middle + first * (side * margin * 0.9),
            side * (1.0 + 2.0 * margin),
        )
    } else if chance < 0.85 {
        let fills = rng.random_range(0.12..0.55);
        let window = side / fills;
        (middle + first * ((window - side) * 0.47), window)
    } else {
        let share = rng.random_range(0.25..0.7);
        let corner = rng.random_range(0..part.positions.len());
        let on_part = camera.project(part.positions[corner]).unwrap_or(middle);
        let pull = 0.5 + 0.5 * second.x;
        let center = middle.lerp(on_part, pull) + first * (side * 0.1);
        (center, side * share)
    };
    Window {
        center,
        half_height: (side_of_window / 2.0).max(1e-9),
    }
}
