//! Where rays through a picture leave the part: what a picture does not show, but what a network can learn to expect.

use cadseq_solid::Mesh;

use super::fill::fill_inside;
use super::{Body, DepthBuffer, NO_SURFACE, SamplePlane};
use crate::View;

/// Depths along the viewing direction, in model units, for every sample as in [`super::SurfaceBuffer`]; infinite where
/// the ray meets no part.
#[derive(Debug, Clone, PartialEq)]
pub struct Exits {
    /// Where each ray first leaves the part.
    pub first: Vec<f32>,
    /// Where it leaves the part for good.
    pub last: Vec<f32>,
}

/// Where the rays of `supersampling`^2 samples of each pixel leave a part.
pub fn exits(part: &Mesh, view: &View, supersampling: usize) -> Exits {
    let body = Body::seen_by(part, &view.camera);
    let plane = SamplePlane::of_view(view, supersampling);
    let empty = DepthBuffer::new(view.width * supersampling, view.height * supersampling);
    let (mut first, mut last) = (empty.clone(), empty);
    fill_inside(&mut first, &mut last, &plane, &body);
    let depths = |buffer: DepthBuffer, sign: f32| {
        let samples = buffer.face.iter().zip(&buffer.closeness);
        samples
            .map(|(&face, &closeness)| match face {
                NO_SURFACE => f32::INFINITY,
                _ => plane.depth_of(sign * closeness),
            })
            .collect()
    };
    Exits {
        first: depths(first, 1.0),
        last: depths(last, -1.0),
    }
}

#[cfg(test)]
mod tests {
    use cadseq_solid::Part;
    use glam::{DVec2, DVec3};

    use super::*;
    use crate::{Camera, Projection, Window};

    #[test]
    fn a_ray_through_two_plates_leaves_the_first_and_then_the_second() {
        let plate = "add_sketch(XY)\nadd_circle(0, 0, 3)\nadd_extrude(0, 1, new)";
        let mesh = |text: &str| {
            let part = Part::build(&text.parse().expect("a program")).expect("builds");
            part.solid.mesh(0.01).expect("meshes")
        };
        let mut plates = mesh(plate);
        let mut other = mesh(plate);
        let count = plates.positions.len() as u32;
        for position in &mut other.positions {
            position.z += 4.0;
        }
        plates.positions.extend(other.positions);
        let moved = other
            .triangles
            .iter()
            .map(|t| t.map(|corner| corner + count));
        plates.triangles.extend(moved);
        plates.triangle_faces.extend(other.triangle_faces);
        for projection in [Projection::Perspective, Projection::Orthographic] {
            let mut camera = Camera::look_at(DVec3::Z * 20.0, DVec3::ZERO, DVec3::Y, 0.1);
            camera.projection = projection;
            let half_height = match projection {
                Projection::Perspective => 0.3,
                Projection::Orthographic => 6.0,
            };
            let window = Window {
                center: DVec2::ZERO,
                half_height,
            };
            let view = View {
                camera,
                window,
                width: 33,
                height: 33,
            };
            let exits = exits(&plates, &view, 1);
            let middle = 16 * 33 + 16;
            assert!(
                (exits.first[middle] - 16.0).abs() < 1e-3,
                "{}",
                exits.first[middle]
            );
            assert!(
                (exits.last[middle] - 20.0).abs() < 1e-3,
                "{}",
                exits.last[middle]
            );
            assert_eq!(exits.first[0], f32::INFINITY);
        }
    }
}
