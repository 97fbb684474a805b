//! Every sample against a ray cast through all triangles.

use cadseq_program::Plane;
use cadseq_render::{Camera, NO_FACE, SampleBuffer, View, rasterize};
use cadseq_solid::Mesh;
use glam::{DVec2, DVec3};
use proptest::prelude::*;

use crate::shapes::{any_cylinder, any_loop, cylinder, mesh};

const SUPERSAMPLING: usize = 2;

/// What a ray may meet: the first hit decides, and hits close to an edge or to one another leave
/// the answer open.
enum Seen {
    Face(u32),
    Nothing,
    Unclear,
}

/// Distance along the ray at which it meets a triangle's front, with the smallest barycentric
/// coordinate there.
fn meet(ray: DVec3, corners: [DVec3; 3]) -> Option<(f64, f64)> {
    let (u, v) = (corners[1] - corners[0], corners[2] - corners[0]);
    let normal = u.cross(v);
    let facing = normal.dot(ray);
    if facing >= 0.0 {
        return None;
    }
    let distance = normal.dot(corners[0]) / facing;
    let hit = ray * distance - corners[0];
    let scale = normal.length_squared();
    let (b, c) = (
        hit.cross(v).dot(normal) / scale,
        u.cross(hit).dot(normal) / scale,
    );
    let inside = b.min(c).min(1.0 - b - c);
    (inside > -1e-3).then_some((distance, inside))
}

fn cast(mesh: &Mesh, camera: &Camera, ray: DVec3) -> Seen {
    let mut best: Option<(f64, u32)> = None;
    for (triangle, &face) in mesh.triangles.iter().zip(&mesh.triangle_faces) {
        let corners = triangle.map(|i| mesh.positions[i as usize] - camera.position);
        let Some((distance, inside)) = meet(ray, corners) else {
            continue;
        };
        if distance < 0.1 {
            continue;
        }
        let close = best
            .is_some_and(|(other, of)| of != face && (other - distance).abs() < 1e-3 * distance);
        if inside < 1e-3 || close {
            return Seen::Unclear;
        }
        if best.is_none_or(|(other, _)| distance < other) {
            best = Some((distance, face));
        }
    }
    best.map_or(Seen::Nothing, |(_, face)| Seen::Face(face))
}

/// The face of a sample of the whole picture.
fn sample_at(buffer: &SampleBuffer, column: usize, row: usize) -> u32 {
    let left = column.checked_sub(buffer.left * SUPERSAMPLING);
    let top = row.checked_sub(buffer.top * SUPERSAMPLING);
    match (left, top) {
        (Some(x), Some(y)) if x < buffer.width && y < buffer.height => {
            buffer.face[y * buffer.width + x]
        }
        _ => NO_FACE,
    }
}

/// How many samples were compared.
fn check(mesh: &Mesh, view: &View) -> usize {
    let buffer = rasterize(mesh, view, SUPERSAMPLING, |_, _, _| 0.5);
    let mut compared = 0;
    for row in 0..view.height * SUPERSAMPLING {
        for column in 0..view.width * SUPERSAMPLING {
            let pixel = DVec2::new(column as f64 + 0.5, row as f64 + 0.5) / SUPERSAMPLING as f64;
            let ray = view.camera.ray(view.view_plane_from_pixel(pixel));
            let expected = match cast(mesh, &view.camera, ray) {
                Seen::Face(face) => face,
                Seen::Nothing => NO_FACE,
                Seen::Unclear => continue,
            };
            compared += 1;
            assert_eq!(
                sample_at(&buffer, column, row),
                expected,
                "sample {column}, {row}"
            );
        }
    }
    compared
}

#[test]
fn a_camera_close_to_the_solid_sees_what_is_in_front_of_it() {
    let mesh = mesh(&cylinder(Plane::XY, DVec2::ZERO, 4.0, 6.0));
    // Beside the wall, half of the solid behind the camera.
    let camera = Camera::look_at(
        DVec3::new(4.5, 0.0, 3.0),
        DVec3::new(4.0, 3.0, 3.5),
        DVec3::Z,
        0.0,
    );
    let view = View {
        camera,
        ..View::paper(24)
    };
    assert!(check(&mesh, &view) > 1000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn samples_agree_with_rays(program in prop_oneof![any_cylinder(), any_loop()]) {
        check(&mesh(&program), &View::paper(24));
    }
}
