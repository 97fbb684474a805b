//! Things that lie around a part: other parts, boxes, pens, coins, cables, fingers.
//!
//! All in the table's frame (Z up, the part stands on the origin) in radii of the part.

use std::f64::consts::TAU;

use cadseq_solid::Mesh;
use glam::{DMat3, DVec2, DVec3, Mat3, Vec3};
use rand::Rng;

use crate::scene::Frame;
use crate::surfaces::{Body, BodySurface};

/// Sides of round things.
const SIDES: usize = 20;

/// One thing, put down beside the part.
pub(crate) fn random_thing(meshes: &[Mesh], frame: &Frame, rng: &mut impl Rng) -> Body {
    let mut thing = match rng.random_range(0..10) {
        0..=3 if !meshes.is_empty() => of_mesh(&meshes[rng.random_range(0..meshes.len())], rng),
        4 => pen(rng),
        5 => cable(rng),
        6 => fingers(rng),
        7 => {
            let radius = rng.random_range(0.08..0.4);
            let height = rng.random_range(0.02..0.12);
            rod(DVec3::ZERO, DVec3::Z * height, radius)
        }
        8 => ball(
            DVec3::Z * 0.2,
            DVec3::new(0.2, rng.random_range(0.1..0.4), 0.2),
            DMat3::IDENTITY,
        ),
        _ => boxed(DVec3::from_array(std::array::from_fn(|_| {
            rng.random_range(0.05..0.5)
        }))),
    };
    thing = thing.moved(about_z(rng.random_range(0.0..TAU)), 1.0, DVec3::ZERO);
    let place = random_place(&thing, frame, rng);
    thing.moved(DMat3::IDENTITY, 1.0, place.extend(0.0))
}

/// A place beside the part, behind it or at its sides rather than before it.
fn random_place(thing: &Body, frame: &Frame, rng: &mut impl Rng) -> DVec2 {
    let reach = thing
        .points
        .iter()
        .map(|point| point.truncate().length())
        .fold(0.0, f64::max);
    let to_camera = frame.camera.truncate().normalize_or(DVec2::X);
    let mut best = DVec2::ZERO;
    let mut best_score = f64::NEG_INFINITY;
    for _ in 0..3 {
        let angle_rad = rng.random_range(0.0..TAU);
        let direction = DVec2::new(libm::cos(angle_rad), libm::sin(angle_rad));
        let distance = 0.55 + reach + rng.random_range(0.0..1.3);
        let score = -direction.dot(to_camera).max(0.0) + rng.random_range(0.0..0.5);
        if score > best_score {
            (best, best_score) = (direction * distance, score);
        }
    }
    best
}

/// A rotation about Z.
fn about_z(angle_rad: f64) -> DMat3 {
    let (sine, cosine) = (libm::sin(angle_rad), libm::cos(angle_rad));
    DMat3::from_cols(
        DVec3::new(cosine, sine, 0.0),
        DVec3::new(-sine, cosine, 0.0),
        DVec3::Z,
    )
}

/// Another part, smaller than ours, on any of its sides.
fn of_mesh(mesh: &Mesh, rng: &mut impl Rng) -> Body {
    let bounds = mesh.bounds();
    let scale = rng.random_range(0.25..0.95) / bounds.radius().max(1e-9);
    let sides = [
        DMat3::IDENTITY,
        DMat3::from_cols(DVec3::Y, DVec3::Z, DVec3::X),
        DMat3::from_cols(DVec3::Z, DVec3::X, DVec3::Y),
        DMat3::from_cols(DVec3::Y, DVec3::X, DVec3::NEG_Z),
    ];
    let body = Body::of_mesh(mesh, DMat3::IDENTITY, DVec3::ZERO);
    let turn = sides[rng.random_range(0..sides.len())];
    let body = body.moved(turn, scale, turn * -bounds.center() * scale);
    let lowest = body.points.iter().map(|point| point.z).fold(0.0, f64::min);
    body.moved(DMat3::IDENTITY, 1.0, DVec3::Z * -lowest)
}

/// A box on the table with these half edges.
fn boxed(half: DVec3) -> Body {
    let corner = |index: u32| {
        let sign = |bit: u32| if index >> bit & 1 == 1 { 1.0 } else { -1.0 };
        DVec3::new(sign(0), sign(1), sign(2)) * half + DVec3::Z * half.z
    };
    // Each side: its corners counter-clockwise from outside, its normal.
    let sides = [
        ([0, 4, 6, 2], Vec3::NEG_X),
        ([1, 3, 7, 5], Vec3::X),
        ([0, 1, 5, 4], Vec3::NEG_Y),
        ([2, 6, 7, 3], Vec3::Y),
        ([0, 2, 3, 1], Vec3::NEG_Z),
        ([4, 5, 7, 6], Vec3::Z),
    ];
    let mut body = Body {
        points: (0..8).map(corner).collect(),
        ..Body::default()
    };
    for (index, ([a, b, c, d], normal)) in sides.into_iter().enumerate() {
        body.triangles.extend([[a, b, c], [a, c, d]]);
        body.triangle_faces.extend([index as u32; 2]);
        body.surfaces.push(BodySurface::Plane(normal));
    }
    body
}

/// A cylinder with caps from `from` to `to`.
fn rod(from: DVec3, to: DVec3, radius: f64) -> Body {
    let axis = (to - from).normalize_or(DVec3::Z);
    let side = axis.any_orthonormal_vector();
    let across = axis.cross(side);
    let mut points = Vec::with_capacity(2 * SIDES);
    for end in [from, to] {
        for index in 0..SIDES {
            let angle_rad = index as f64 / SIDES as f64 * TAU;
            let out = side * libm::cos(angle_rad) + across * libm::sin(angle_rad);
            points.push(end + out * radius);
        }
    }
    let n = SIDES as u32;
    let mut body = Body {
        points,
        surfaces: vec![
            BodySurface::Cylinder {
                point: from.as_vec3(),
                axis: axis.as_vec3(),
                side: 1.0,
            },
            BodySurface::Plane(-axis.as_vec3()),
            BodySurface::Plane(axis.as_vec3()),
        ],
        ..Body::default()
    };
    for i in 0..n {
        let j = (i + 1) % n;
        body.triangles.extend([[i, j, j + n], [i, j + n, i + n]]);
        body.triangle_faces.extend([0, 0]);
    }
    for i in 1..n - 1 {
        body.triangles
            .extend([[0, i + 1, i], [n, n + i, n + i + 1]]);
        body.triangle_faces.extend([1, 2]);
    }
    body
}

/// An ellipsoid with these half axes, turned about its middle.
fn ball(center: DVec3, half: DVec3, turn: DMat3) -> Body {
    let rings = SIDES / 2;
    let mut points = Vec::with_capacity((rings + 1) * SIDES);
    for ring in 0..=rings {
        let polar_rad = ring as f64 / rings as f64 * TAU / 2.0;
        for index in 0..SIDES {
            let angle_rad = index as f64 / SIDES as f64 * TAU;
            let flat = libm::sin(polar_rad);
            let on_unit = DVec3::new(
                flat * libm::cos(angle_rad),
                flat * libm::sin(angle_rad),
                libm::cos(polar_rad),
            );
            points.push(center + turn * (on_unit * half));
        }
    }
    let mut triangles = Vec::new();
    for ring in 0..rings {
        for i in 0..SIDES {
            let at = |ring: usize, i: usize| (ring * SIDES + i % SIDES) as u32;
            let (a, b) = (at(ring, i), at(ring + 1, i));
            let (c, d) = (at(ring + 1, i + 1), at(ring, i + 1));
            triangles.extend([[a, b, c], [a, c, d]]);
        }
    }
    let squeeze = Mat3::from_diagonal((1.0 / (half * half)).as_vec3());
    let turn = turn.as_mat3();
    Body {
        points,
        triangle_faces: vec![0; triangles.len()],
        triangles,
        surfaces: vec![BodySurface::Ellipsoid {
            center: center.as_vec3(),
            shape: turn * squeeze * turn.transpose(),
        }],
    }
}

/// A pen: a long rod with a thinner tip.
fn pen(rng: &mut impl Rng) -> Body {
    let radius = rng.random_range(0.04..0.11);
    let half = rng.random_range(0.6..1.6);
    let at = |x: f64| DVec3::new(x, 0.0, radius);
    let mut body = rod(at(-half), at(half), radius);
    body.append(rod(at(half), at(half + 3.0 * radius), radius * 0.5));
    body
}

/// A cable that winds over the table.
fn cable(rng: &mut impl Rng) -> Body {
    let radius = rng.random_range(0.02..0.08);
    let mut at = DVec3::new(-1.2, 0.0, radius);
    let mut heading_rad: f64 = 0.0;
    let mut body = Body::default();
    for _ in 0..rng.random_range(6..14) {
        heading_rad += rng.random_range(-0.5..0.5);
        let next = at + DVec3::new(libm::cos(heading_rad), libm::sin(heading_rad), 0.0) * 0.22;
        body.append(rod(at, next, radius));
        body.append(ball(next, DVec3::splat(radius), DMat3::IDENTITY));
        at = next;
    }
    body
}

/// Finger-like ellipsoids side by side, as a hand that reaches in.
fn fingers(rng: &mut impl Rng) -> Body {
    let thick = rng.random_range(0.1..0.2);
    let mut body = ball(
        DVec3::new(1.0, thick * 1.5, thick * 1.3),
        DVec3::new(0.6, thick * 3.2, thick * 1.3),
        DMat3::IDENTITY,
    );
    for finger in 0..rng.random_range(2..5) {
        let center = DVec3::new(
            rng.random_range(-0.1..0.2),
            f64::from(finger) * thick * 1.7 - thick,
            thick,
        );
        let half = DVec3::new(rng.random_range(0.5..0.8), thick * 0.9, thick * 0.9);
        body.append(ball(center, half, about_z(rng.random_range(-0.25..0.25))));
    }
    body
}
