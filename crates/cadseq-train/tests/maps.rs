//! The mapper's examples say what the geometry says, are the same everywhere, and can be learnt.

use burn::optim::{AdamWConfig, GradientsParams};
use cadseq_model::{Device, EdgeClass, MapAccuracy, MapperConfig, Maps};
use cadseq_program::Program;
use cadseq_render::{Camera, Projection, View, Window};
use cadseq_render::{exits, surfaces};
use cadseq_solid::Part;
use cadseq_train::maps::{Packed, loss, map_batch, map_examples, true_maps};
use glam::{DMat3, DVec2, DVec3};

/// A box of 4 x 4 x 2 with a hole of radius 1 through its middle.
const DRILLED: &str = "add_sketch(XY)\nadd_line(-2, -2, 2, -2)\nadd_line(2, -2, 2, 2)\n\
                       add_line(2, 2, -2, 2)\nadd_line(-2, 2, -2, -2)\nadd_circle(0, 0, 1)\n\
                       add_extrude(0, 2, new)\n";

fn mesh() -> cadseq_solid::Mesh {
    let program: Program = DRILLED.parse().expect("a program");
    let part = Part::build(&program).expect("a part");
    part.solid.mesh(0.01).expect("a mesh")
}

/// A camera high above the box, looking straight down; the window lies beside the picture's middle.
fn from_above(projection: Projection, center: DVec2, half_height: f64) -> View {
    View {
        camera: Camera {
            position: DVec3::new(0.0, 0.0, 12.0),
            camera_from_world: DMat3::from_cols(DVec3::X, DVec3::NEG_Y, DVec3::NEG_Z),
            projection,
        },
        window: Window {
            center,
            half_height,
        },
        width: 64,
        height: 64,
    }
}

fn seen(view: &View) -> Maps {
    true_maps(&surfaces(&mesh(), view, 2), &exits(&mesh(), view, 2), view)
}

#[test]
fn maps_of_a_drilled_box_from_above() {
    let view = from_above(Projection::Orthographic, DVec2::ZERO, 3.0);
    let maps = seen(&view);
    // Half the window is 3 units, so that a unit is 64 / 6 pixels.
    let area: f32 = maps.mask.iter().sum();
    let expected = (16.0 - std::f32::consts::PI) * (64.0_f32 / 6.0).powi(2);
    // Each side may be off by a sample of half a pixel, of 43 pixels.
    assert!((area / expected - 1.0).abs() < 0.03, "{area} {expected}");
    let pixel = |x: f64, y: f64| {
        let place = view.pixel_from_view_plane(DVec2::new(x, y));
        place.y as usize * 64 + place.x as usize
    };
    let top = pixel(1.5, 1.5);
    assert_eq!(maps.normals[top], [0.0, 0.0, -1.0]);
    assert!(maps.depths[top].abs() < 1e-5);
    // As high as 2 units, of 3 to the window's half.
    assert!((maps.exits[0][top] - 2.0 / 3.0).abs() < 1e-4);
    assert_eq!(maps.exits[1][top], maps.exits[0][top]);
    assert_eq!(maps.mask[pixel(0.0, 0.0)], 0.0);
    let near = |class: EdgeClass, x: f64, y: f64| {
        let middle = pixel(x, y);
        [0, 1, 63, 64, 65]
            .iter()
            .flat_map(|&step: &usize| [middle + step, middle - step])
            .any(|pixel| maps.edges[class.index()][pixel] > 0.5)
    };
    assert!(near(EdgeClass::Outline, 2.0, 0.0) && near(EdgeClass::Outline, 1.0, 0.0));
    assert!(near(EdgeClass::Rim, 0.0, 1.0) && !near(EdgeClass::Rim, 2.0, 0.5));
    assert!(!near(EdgeClass::Outline, 1.5, 1.5));
}

#[test]
fn normals_are_those_of_the_camera_that_looks_at_the_middle() {
    // The box lies in the window's middle, and the window 45 degrees beside the camera's forward axis:
    // the camera that looks at it sees its top under 45 degrees.
    let mut view = from_above(Projection::Perspective, DVec2::new(1.0, 0.0), 0.3);
    view.camera.position.x = -10.0;
    let maps = seen(&view);
    let top = view.project(DVec3::new(-1.5, 0.0, 2.0)).expect("in front");
    let [x, y, z] = maps.normals[top.y as usize * 64 + top.x as usize];
    let half = std::f32::consts::FRAC_1_SQRT_2;
    assert!(
        (x - half).abs() < 1e-4 && y.abs() < 1e-4 && (z + half).abs() < 1e-4,
        "{x} {y} {z}"
    );
}

#[test]
fn seed_index_and_size_decide() {
    let four = map_examples(7, 2..6, 32);
    assert_eq!(four[1..3], map_examples(7, 3..5, 32));
    assert_ne!(four[0], map_examples(8, 2..3, 32)[0]);
    assert!(four.iter().all(|example| example.size == 32));
}

#[test]
fn packing_keeps_what_is_learnt() {
    for example in map_examples(3, 0..12, 64) {
        let maps = example.maps();
        let again = Packed::new(&colors(&example), &maps);
        assert_eq!(again.planes(), example.planes());
        let accuracy = MapAccuracy::of(&again.maps(), &maps);
        assert_eq!(accuracy.mask_iou, 1.0);
        assert!(
            accuracy
                .median_normal_error_deg()
                .is_none_or(|error| error < 0.2)
        );
        assert!(accuracy.depth_error < 1e-3);
        assert!(accuracy.exit_errors.iter().all(|&error| error < 1e-3));
    }
}

fn colors(example: &Packed) -> Vec<[f32; 3]> {
    let (planes, pixels) = (example.planes(), example.size * example.size);
    (0..pixels)
        .map(|pixel| [0, 1, 2].map(|plane| planes[plane * pixels + pixel]))
        .collect()
}

#[test]
fn crops_are_learnt_by_heart() {
    let device = Device::flex().autodiff();
    device.seed(1);
    let mut mapper = MapperConfig::new()
        .with_widths([16, 16, 16, 16, 16])
        .init(&device);
    let mut optimizer = AdamWConfig::new().init();
    let examples: Vec<Packed> = map_examples(5, 0..2, 64);
    let mut losses = Vec::new();
    for _ in 0..60 {
        let batch = map_batch(&examples, &device);
        let loss = loss(&mapper.scores(batch.crops.clone()), batch);
        losses.push(loss.clone().into_scalar::<f32>());
        let gradients = GradientsParams::from_grads(loss.backward(), &mapper);
        mapper = optimizer.step(5e-3, mapper, gradients);
    }
    let (first, last) = (losses[0], losses[losses.len() - 1]);
    assert!(last < first / 4.0, "from {first} to {last}");
}
