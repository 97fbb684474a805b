//! Random shots: any part, any camera, any look; the same seed, the same bytes.

use cadseq_program::Plane;
use cadseq_render::{LookKind, NO_SURFACE, Projection, Shot, shoot, surfaces};
use cadseq_solid::Mesh;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use crate::shapes::{bracket, mesh};
use crate::surfaces::plate;

const SIZE: usize = 48;

fn scaled(mesh: &Mesh, factor: f64) -> Mesh {
    use cadseq_solid::Surface;
    let mut mesh = mesh.clone();
    for point in &mut mesh.positions {
        *point *= factor;
    }
    for face in &mut mesh.faces {
        match &mut face.surface {
            Surface::Plane { point, .. } => *point *= factor,
            Surface::Cylinder {
                axis_point, radius, ..
            } => {
                *axis_point *= factor;
                *radius *= factor;
            }
        }
    }
    mesh
}

#[test]
fn the_same_seed_gives_the_same_shot() {
    let part = plate();
    let clutter = [mesh(&bracket(Plane::XY))];
    for kind in LookKind::ALL {
        let picture = |seed| {
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            let shot = Shot::random_of(kind, &part, SIZE, &mut rng);
            let (picture, surfaces) = shoot(&part, &clutter, &shot, 2, &mut rng);
            (picture.to_rgb8(), surfaces.edges)
        };
        for seed in 0..12 {
            assert_eq!(picture(seed), picture(seed), "{kind:?}, seed {seed}");
        }
        assert_ne!(picture(1).0, picture(2).0, "{kind:?}");
    }
}

/// Parts of any scale are seen, in values between black and white, and not as one flat colour.
#[test]
fn every_shot_shows_its_part() {
    for scale in [1e-3, 1.0, 1e3] {
        let part = scaled(&plate(), scale);
        let mut rng = ChaCha8Rng::seed_from_u64(3);
        let (mut unseen, mut flat, shots) = (0, 0, 200);
        for _ in 0..shots {
            let shot = Shot::random(&part, SIZE, &mut rng);
            let (picture, surfaces) = shoot(&part, &[], &shot, 2, &mut rng);
            let covered: f32 = surfaces.coverage().iter().sum();
            unseen += usize::from(covered < 6.0);
            let values = || picture.planes.iter().flat_map(|plane| &plane.luma);
            assert!(
                values().all(|value| (0.0..=1.0).contains(value)),
                "{shot:?}"
            );
            let (low, high) = values().fold((1.0_f32, 0.0_f32), |(low, high), &value| {
                (low.min(value), high.max(value))
            });
            flat += usize::from(high - low < 0.04);
        }
        assert!(unseen <= shots / 20, "{unseen} of {shots} at scale {scale}");
        assert!(flat <= shots / 20, "{flat} of {shots} at scale {scale}");
    }
}

#[test]
fn clutter_is_not_the_part() {
    let part = plate();
    let clutter = [mesh(&bracket(Plane::XY))];
    let mut cluttered = 0;
    for seed in 0..60 {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let shot = Shot::random_of(LookKind::Photo, &part, SIZE, &mut rng);
        let (_, among) = shoot(&part, &clutter, &shot, 2, &mut rng);
        let alone = surfaces(&part, &shot.view, 2);
        let is_other = |&face: &u32| face != NO_SURFACE && face >= among.part_faces;
        cluttered += usize::from(among.face.iter().any(is_other));
        let mut left = 0;
        for index in 0..among.face.len() {
            if among.is_part(index) {
                assert_eq!(among.face[index], alone.face[index]);
                left += 1;
            } else {
                assert_eq!(among.edges[index], 0);
            }
        }
        let whole = (0..alone.face.len())
            .filter(|&index| alone.is_part(index))
            .count();
        assert!(
            left as f64 >= 0.6 * whole as f64,
            "{left} of {whole}, seed {seed}"
        );
    }
    assert!((5..40).contains(&cluttered), "{cluttered} of 60");
}

#[test]
fn cameras_and_looks_vary() {
    let part = plate();
    let mut rng = ChaCha8Rng::seed_from_u64(11);
    let shots: Vec<Shot> = (0..300)
        .map(|_| Shot::random(&part, SIZE, &mut rng))
        .collect();
    let share = |counts: &dyn Fn(&Shot) -> bool| {
        shots.iter().filter(|shot| counts(shot)).count() as f64 / shots.len() as f64
    };
    let parallel = share(&|shot| shot.view.camera.projection == Projection::Orthographic);
    assert!((0.08..0.35).contains(&parallel), "{parallel}");
    // Sides: every axis is up in some, and the camera always stands above the table.
    for axis in 0..3 {
        for sign in [-1.0, 1.0] {
            assert!(share(&|shot| shot.up[axis] == sign) > 0.03);
        }
    }
    let looks_down = share(&|shot| (shot.view.camera.camera_from_world * shot.up).z < 0.05);
    assert!(looks_down > 0.8, "{looks_down}");
    // Windows beside the middle of the camera's picture.
    let beside =
        share(&|shot| shot.view.window.center.length() > 2.0 * shot.view.window.half_height);
    assert!(beside > 0.1, "{beside}");
}
