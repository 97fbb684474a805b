//! Surfaces and edge classes of parts whose edges are known.

#![expect(clippy::disallowed_methods, reason = "compared within a tolerance")]

use cadseq_program::{Plane, Program};
use cadseq_render::surfaces::edge;
use cadseq_render::{
    Camera, NO_FACE, NO_SURFACE, Projection, SurfaceBuffer, View, Window, rasterize, surfaces,
};
use cadseq_solid::{Mesh, Part, Surface};
use glam::{DVec2, DVec3};

use crate::shapes::{TOLERANCE, bracket, mesh, wedge};

/// A plate of 4 x 4 x 1 around the origin with a hole of radius 0.8 through its middle.
const PLATE: &str = "add_sketch(XY)
add_line(-2, -2, 2, -2)
add_line(2, -2, 2, 2)
add_line(2, 2, -2, 2)
add_line(-2, 2, -2, -2)
add_circle(0, 0, 0.8)
add_extrude(0, 1, new)
";
const HOLE_RADIUS: f64 = 0.8;

/// An L: legs of 4 along X and of 3 along Y, 1 thick, 2 high; its inner edge stands on (1, 1).
const ANGLE: &str = "add_sketch(XY)
add_line(0, 0, 4, 0)
add_line(4, 0, 4, 1)
add_line(4, 1, 1, 1)
add_line(1, 1, 1, 3)
add_line(1, 3, 0, 3)
add_line(0, 3, 0, 0)
add_extrude(0, 2, new)
";

pub(crate) fn part(text: &str) -> Mesh {
    let program: Program = text.parse().expect("a program");
    let part = Part::build(&program).expect("a solid");
    part.solid.mesh(TOLERANCE).expect("a mesh")
}

pub(crate) fn plate() -> Mesh {
    part(PLATE)
}

/// A camera 12 units away from the origin in a direction, with a window of the given half height,
/// in model units at the origin.
fn view(direction: DVec3, projection: Projection, half_height: f64, size: usize) -> View {
    let position = direction.normalize() * 12.0;
    let up = if direction.truncate().length() < 1e-9 {
        DVec3::Y
    } else {
        DVec3::Z
    };
    let camera = Camera {
        projection,
        ..Camera::look_at(position, DVec3::ZERO, up, 0.0)
    };
    let half_height = match projection {
        Projection::Perspective => half_height / 12.0,
        Projection::Orthographic => half_height,
    };
    View {
        camera,
        window: Window {
            center: DVec2::ZERO,
            half_height,
        },
        width: size,
        height: size,
    }
}

/// Pixel position of a sample's centre.
fn pixel(buffer: &SurfaceBuffer, index: usize) -> DVec2 {
    let (column, row) = (index % buffer.width, index / buffer.width);
    (DVec2::new(column as f64, row as f64) + 0.5) / buffer.supersampling as f64
}

fn distance_to_segment(point: DVec2, from: DVec2, to: DVec2) -> f64 {
    let along = to - from;
    let t = ((point - from).dot(along) / along.length_squared()).clamp(0.0, 1.0);
    point.distance(from + along * t)
}

fn flagged(buffer: &SurfaceBuffer, flag: u8) -> Vec<usize> {
    (0..buffer.edges.len())
        .filter(|&index| buffer.edges[index] & flag != 0)
        .collect()
}

#[test]
fn a_plate_from_above_has_two_outlines() {
    let view = view(DVec3::Z, Projection::Orthographic, 3.0, 120);
    let buffer = surfaces(&plate(), &view, 2);
    // 4 of 6 units of 240 samples: a square of 160 samples.
    let [rims, others]: [Vec<usize>; 2] = [true, false].map(|is_rim| {
        let all = flagged(&buffer, edge::OUTLINE).into_iter();
        all.filter(|&index| (buffer.edges[index] & edge::RIM != 0) == is_rim)
            .collect()
    });
    assert_eq!(others.len(), 4 * 159);
    // A digital circle seen from outside has about 4 sqrt(2) r samples, with corners more.
    let radius = HOLE_RADIUS * 40.0;
    assert!(
        (5.0..8.5).contains(&(rims.len() as f64 / radius)),
        "{}",
        rims.len()
    );
    for index in rims {
        let from_middle = pixel(&buffer, index).distance(DVec2::splat(60.0)) * 2.0;
        assert!((from_middle - radius).abs() < 1.5, "{from_middle}");
    }
    let inner = edge::CREASE | edge::STEP_NEAR | edge::STEP_FAR | edge::SMOOTH;
    assert!(flagged(&buffer, inner).is_empty());
}

#[test]
fn a_plate_from_the_corner_has_creases_and_the_steps_of_its_hole() {
    for projection in [Projection::Perspective, Projection::Orthographic] {
        let view = view(DVec3::new(1.0, 1.2, 1.1), projection, 3.2, 128);
        let buffer = surfaces(&plate(), &view, 2);
        assert!(flagged(&buffer, edge::CONCAVE).is_empty(), "{projection:?}");
        let project = |point: DVec3| view.project(point).expect("in front");
        let corner = |x: f64, y: f64, z: f64| project(DVec3::new(x, y, z));
        let straight = [
            (corner(2.0, -2.0, 1.0), corner(2.0, 2.0, 1.0)),
            (corner(2.0, 2.0, 1.0), corner(-2.0, 2.0, 1.0)),
            (corner(2.0, 2.0, 1.0), corner(2.0, 2.0, 0.0)),
        ];
        let rim = |z: f64| {
            (0..720).map(move |index| {
                let angle = f64::from(index).to_radians() / 2.0;
                DVec3::new(HOLE_RADIUS * angle.cos(), HOLE_RADIUS * angle.sin(), z)
            })
        };
        let to_rim = |at: DVec2, z: f64| {
            rim(z)
                .map(|point| project(point).distance(at))
                .fold(f64::INFINITY, f64::min)
        };
        let mut seen = [0; 4];
        for index in flagged(&buffer, edge::CONVEX) {
            let at = pixel(&buffer, index);
            let distances = straight.map(|(from, to)| distance_to_segment(at, from, to));
            let nearest = distances.into_iter().fold(f64::INFINITY, f64::min);
            let is_rim = buffer.edges[index] & edge::RIM != 0;
            if is_rim {
                assert!(to_rim(at, 1.0) < 1.0, "{at} {}", to_rim(at, 1.0));
                seen[3] += 1;
            } else {
                assert!(nearest < 1.0, "{at} is {nearest} pixels from an edge");
                let which = distances
                    .iter()
                    .position(|&d| d == nearest)
                    .expect("one of them");
                seen[which] += 1;
            }
        }
        // Each edge is marked on both sides all along.
        for (count, (from, to)) in seen.iter().zip(straight) {
            let samples = (to - from).abs().max_element() * 2.0;
            assert!(f64::from(*count) > 1.8 * samples, "{count} of {samples}");
        }
        assert!(seen[3] > 40, "{seen:?}");
        // The near half of the upper rim hides the wall: steps, and rims.
        let near = flagged(&buffer, edge::STEP_NEAR);
        assert!(near.len() > 30, "{}", near.len());
        for index in near {
            assert!(
                buffer.edges[index] & edge::RIM != 0 && to_rim(pixel(&buffer, index), 1.0) < 1.0
            );
        }
        for index in flagged(&buffer, edge::STEP_FAR) {
            let face = &plate().faces[buffer.face[index] as usize];
            assert!(matches!(
                face.surface,
                Surface::Cylinder { concave: true, .. }
            ));
        }
    }
}

#[test]
fn the_inner_edge_of_an_angle_is_concave() {
    let view = view(DVec3::new(1.0, 1.3, 0.9), Projection::Perspective, 4.5, 128);
    let buffer = surfaces(&part(ANGLE), &view, 2);
    let ends = [2.0, 0.0].map(|z| view.project(DVec3::new(1.0, 1.0, z)).expect("in front"));
    let concave = flagged(&buffer, edge::CONCAVE);
    assert!(
        concave.len() as f64 > 3.6 * ends[0].distance(ends[1]),
        "{}",
        concave.len()
    );
    for index in concave {
        let distance = distance_to_segment(pixel(&buffer, index), ends[0], ends[1]);
        assert!(distance < 1.0, "{distance}");
    }
    assert!(flagged(&buffer, edge::RIM).is_empty());
}

#[test]
fn depths_and_normals_are_those_of_the_faces() {
    for mesh in [plate(), part(ANGLE), mesh(&bracket(Plane::XY))] {
        for projection in [Projection::Perspective, Projection::Orthographic] {
            let view = view(DVec3::new(0.7, 1.0, 0.6), projection, 5.0, 64);
            let buffer = surfaces(&mesh, &view, 2);
            let world_from_camera = view.camera.camera_from_world.transpose();
            let mut seen = 0;
            for index in (0..buffer.face.len()).filter(|&index| buffer.is_part(index)) {
                let (column, row) = (index % buffer.width, index / buffer.width);
                let camera = buffer.point(column, row).as_dvec3();
                let world = world_from_camera * camera + view.camera.position;
                let surface = mesh.faces[buffer.face[index] as usize].surface;
                let off = match surface {
                    Surface::Plane { point, normal } => (world - point).dot(normal),
                    Surface::Cylinder {
                        axis_point,
                        axis,
                        radius,
                        ..
                    } => (world - axis_point).reject_from(axis).length() - radius,
                };
                assert!(off.abs() < TOLERANCE + 1e-3, "{off}");
                let normal = world_from_camera * buffer.normal[index].as_dvec3();
                assert!(normal.distance(surface.normal_at(world)) < 1e-3);
                assert!((buffer.normal[index].length() - 1.0).abs() < 1e-4);
                seen += 1;
            }
            assert!(seen > 1000);
        }
    }
}

#[test]
fn faces_are_those_of_the_grey_rasterizer() {
    for mesh in [mesh(&bracket(Plane::XY)), mesh(&wedge(Plane::YZ)), plate()] {
        let view = View::paper(128);
        let buffer = surfaces(&mesh, &view, 3);
        let grey = rasterize(&mesh, &view, 3, |_, _, _| 0.5);
        let mut seen = vec![NO_SURFACE; buffer.face.len()];
        for row in 0..grey.height {
            for column in 0..grey.width {
                let face = grey.face[row * grey.width + column];
                let (x, y) = (grey.left * 3 + column, grey.top * 3 + row);
                if face != NO_FACE {
                    seen[y * buffer.width + x] = face;
                }
            }
        }
        let differing = seen
            .iter()
            .zip(&buffer.face)
            .filter(|(a, b)| a != b)
            .count();
        let all = seen.iter().filter(|&&face| face != NO_SURFACE).count();
        // Rounding of corners may move a few samples at edges.
        assert!(
            all > 500 && differing <= all / 500 + 2,
            "{differing} of {all}"
        );
    }
}

#[test]
fn parallel_edges_stay_parallel_in_a_parallel_projection() {
    let corners = [
        DVec2::new(-1.0, -1.0),
        DVec2::new(1.0, -1.0),
        DVec2::new(1.0, 1.0),
    ];
    let spread = |projection| {
        let view = view(DVec3::new(1.0, 2.0, 1.5), projection, 2.0, 100);
        let directions = corners.map(|corner| {
            let [low, high] =
                [-1.0, 1.0].map(|z| view.project(corner.extend(z)).expect("in front"));
            (high - low).normalize()
        });
        directions[1].perp_dot(directions[0]).abs() + directions[2].perp_dot(directions[0]).abs()
    };
    assert!(spread(Projection::Orthographic) < 1e-12);
    assert!(spread(Projection::Perspective) > 1e-3);
}

#[test]
fn a_face_through_the_camera_plane_is_cut() {
    // The camera stands within the plate's outline, above it, and looks along it.
    let camera = Camera::look_at(
        DVec3::new(0.0, -1.5, 1.3),
        DVec3::new(0.0, 5.0, 1.0),
        DVec3::Z,
        0.0,
    );
    let window = Window {
        center: DVec2::ZERO,
        half_height: 0.8,
    };
    let view = View {
        camera,
        window,
        width: 64,
        height: 64,
    };
    let buffer = surfaces(&plate(), &view, 1);
    let lowest_row = &buffer.face[63 * 64..];
    assert!(lowest_row.iter().all(|&face| face < buffer.part_faces));
    assert!(buffer.depth.iter().all(|&depth| depth > 0.0));
}
