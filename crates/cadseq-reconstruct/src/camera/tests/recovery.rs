//! Known cameras, found again from noisy normals and segments.

use glam::{DMat3, DVec2, DVec3};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::scene::{Noise, Scene, mesh_of, normal};
use crate::camera::{
    CameraGuess, CameraModel, Directions, Lens, axis_error_deg, guess_cameras, isometric_rotation,
    rotation_error_deg,
};
use cadseq_render::{Camera, View};

const BRACKET: &str = include_str!("../../../../../examples/parts/l-bracket.cad");
const CHANNEL: &str = include_str!("../../../../../examples/parts/u-channel.cad");
const PLATE: &str = include_str!("../../../../../examples/parts/slotted-plate.cad");
const TRIANGLE: &str = include_str!("../../../../../examples/pictures/triangular-prism.cad");
const ROTOR: &str = include_str!("../../../../../examples/pictures/rotor.cad");
const QUARTER: &str = include_str!("../../../../../examples/pictures/quarter-disc.cad");
const WASHER: &str = include_str!("../../../../../examples/parts/washer.cad");
const HUB: &str = "add_sketch(XY)\nadd_circle(0, 0, 4)\nadd_extrude(0, 1, new)\n\
    add_sketch(end(0))\nadd_circle(0, 0, 2)\nadd_extrude(0, 2, join)\n";

const NOISE: Noise = Noise {
    face_deg: 3.0,
    pixel_deg: 6.0,
    end_px: 0.5,
    outliers: 0.3,
};

/// A camera of any azimuth, 12 to 70 degrees above the part, with a little roll.
fn random_rotation(rng: &mut ChaCha8Rng) -> DMat3 {
    let azimuth = rng.random::<f64>() * std::f64::consts::TAU;
    let elevation = (12.0 + 58.0 * rng.random::<f64>()).to_radians();
    let from = DVec3::new(
        libm::cos(azimuth) * libm::cos(elevation),
        libm::sin(azimuth) * libm::cos(elevation),
        libm::sin(elevation),
    );
    Camera::look_at(from, DVec3::ZERO, DVec3::Z, 0.05 * normal(rng)).camera_from_world
}

fn guesses(scene: &Scene, lens: Option<Lens>, rng: &mut ChaCha8Rng) -> Vec<CameraGuess> {
    let directions = Directions::of(&scene.maps(NOISE, rng));
    let lines = scene.lines(NOISE, rng);
    let found = guess_cameras(&directions, &lines, scene.framing, lens);
    for guess in &found {
        check_frame(guess, scene);
    }
    assert!(found.windows(2).all(|pair| pair[0].cost <= pair[1].cost));
    found
}

/// Whether the axes of a guess are right-handed, point to the camera, and Z most upwards.
fn check_frame(guess: &CameraGuess, scene: &Scene) {
    let axes = guess.camera_from_part;
    assert!((axes.determinant() - 1.0).abs() < 1e-9, "{guess:?}");
    let inverse_focal = guess.vertical_fov_deg.map_or(0.0, |fov_deg| {
        libm::tan((fov_deg / 2.0).to_radians()) / (scene.framing.height as f64 / 2.0)
    });
    let ray = (scene.framing.crop_offset() * inverse_focal).extend(1.0);
    for axis in [axes.x_axis, axes.y_axis, axes.z_axis] {
        assert!(axis.dot(ray) < 1e-9, "{guess:?}");
        assert!(axis.y >= axes.z_axis.y, "{guess:?}");
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Errors of rotation (degrees) and of the focal length's logarithm of the first guess, over parts
/// with flat sides and random cameras of one angle of view.
fn errors_of_boxes(fov_deg: Option<f64>, lens_known: bool) -> Vec<(f64, Option<f64>, CameraModel)> {
    let mut rng = ChaCha8Rng::seed_from_u64(11);
    let meshes = [BRACKET, CHANNEL, PLATE].map(mesh_of);
    (0..24)
        .map(|index| {
            let rotation = random_rotation(&mut rng);
            let shift = DVec2::new(normal(&mut rng), normal(&mut rng)) * 30.0;
            let mesh = meshes[index % 3].clone();
            let scene = Scene::new(mesh, rotation, fov_deg, [640, 480], shift, 0.75);
            let lens = scene.focal_px.filter(|_| lens_known).map(|focal_px| Lens {
                focal_px,
                sigma_log: 0.05,
            });
            let found = guesses(&scene, lens, &mut rng)[0];
            let focal = found
                .vertical_fov_deg
                .zip(scene.focal_px)
                .map(|(fov, focal)| libm::log(240.0 / libm::tan((fov / 2.0).to_radians()) / focal));
            (
                rotation_error_deg(found.camera_from_part, rotation),
                focal,
                found.model,
            )
        })
        .collect()
}

#[test]
fn strong_perspective_gives_rotation_and_lens() {
    let errors = errors_of_boxes(Some(60.0), false);
    let rotation = median(errors.iter().map(|e| e.0).collect());
    let focal = median(errors.iter().map(|e| e.1.map_or(9.0, f64::abs)).collect());
    assert!(rotation < 1.0, "{rotation} {errors:?}");
    assert!(focal < 0.1, "{focal} {errors:?}");
}

#[test]
fn a_known_lens_helps_and_stays() {
    let errors = errors_of_boxes(Some(35.0), true);
    let rotation = median(errors.iter().map(|e| e.0).collect());
    assert!(rotation < 0.7, "{rotation} {errors:?}");
    assert!(
        errors
            .iter()
            .all(|e| e.1.is_some_and(|focal| focal.abs() < 0.2)),
        "{errors:?}"
    );
}

#[test]
fn parallel_projections_are_recognized() {
    let errors = errors_of_boxes(None, false);
    let rotation = median(errors.iter().map(|e| e.0).collect());
    assert!(rotation < 1.0, "{rotation} {errors:?}");
    let parallel = errors
        .iter()
        .filter(|e| e.2 == CameraModel::Orthographic)
        .count();
    assert!(parallel >= 18, "{parallel} {errors:?}");
}

#[test]
fn the_isometric_camera_is_taken_exactly() {
    let mut rng = ChaCha8Rng::seed_from_u64(5);
    for text in [BRACKET, CHANNEL, PLATE, WASHER] {
        let scene = Scene::new(
            mesh_of(text),
            isometric_rotation(),
            None,
            [448, 448],
            DVec2::ZERO,
            0.8,
        );
        let found = guesses(&scene, None, &mut rng);
        assert_eq!(found[0].model, CameraModel::Isometric, "{found:?}");
        assert!(
            found[0]
                .camera_from_part
                .abs_diff_eq(isometric_rotation(), 1e-12)
        );
    }
}

#[test]
fn the_papers_camera_is_taken_exactly_however_a_sketch_is_turned() {
    let mut rng = ChaCha8Rng::seed_from_u64(21);
    for text in [TRIANGLE, ROTOR, QUARTER] {
        let view = View::paper(512);
        let focal_px = 256.0 / view.window.half_height;
        let scene = Scene::seen(mesh_of(text), view, Some(focal_px));
        let found = guesses(&scene, None, &mut rng);
        assert_eq!(found[0].model, CameraModel::Paper, "{found:?}");
        assert!(
            found[0]
                .camera_from_part
                .abs_diff_eq(isometric_rotation(), 1e-12)
        );
    }
}

#[test]
fn turned_parts_have_one_axis() {
    let mut rng = ChaCha8Rng::seed_from_u64(8);
    let mut errors = Vec::new();
    for index in 0..16 {
        let text = [WASHER, HUB][index % 2];
        let rotation = random_rotation(&mut rng);
        let scene = Scene::new(
            mesh_of(text),
            rotation,
            Some(40.0),
            [640, 480],
            DVec2::ZERO,
            0.75,
        );
        let found = guesses(&scene, None, &mut rng)[0];
        // The axis of either part is given by its longest row of circles.
        let axis = turned_axis(&scene);
        let error = found.free_axis.map_or(90.0, |free| {
            axis_error_deg(found.camera_from_part.col(free), rotation * axis)
        });
        errors.push(error);
    }
    let failed = errors.iter().filter(|e| **e > 10.0).count();
    assert!(median(errors.clone()) < 3.0 && failed <= 2, "{errors:?}");
}

/// The axis of the first cylinder of a part.
fn turned_axis(scene: &Scene) -> DVec3 {
    let cylinders = scene
        .mesh
        .faces
        .iter()
        .filter_map(|face| match face.surface {
            cadseq_solid::Surface::Cylinder { axis, .. } => Some(axis),
            cadseq_solid::Surface::Plane { .. } => None,
        });
    cylinders.into_iter().next().expect("a turned part")
}
