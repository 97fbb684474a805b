//! Conventions of the paper's camera, and that windows are only another look at the same plane.

#![expect(clippy::disallowed_methods, reason = "compared within a tolerance")]

use cadseq_render::{Camera, View, Window};
use glam::{DMat3, DVec2, DVec3};
use proptest::prelude::*;

fn point() -> impl Strategy<Value = DVec3> {
    [-10.0..10.0_f64, -10.0..10.0, -10.0..10.0].prop_map(DVec3::from)
}

#[test]
fn the_camera_turns_and_never_mirrors() {
    let axes = Camera::paper().camera_from_world;
    assert!((axes.determinant() - 1.0).abs() < 1e-12);
    assert!((axes * axes.transpose()).abs_diff_eq(DMat3::IDENTITY, 1e-12));
}

/// The closed form of the paper's camera, written down without matrices.
#[test]
fn projection_agrees_with_its_closed_form() {
    let view = View::paper(512);
    for world in [DVec3::new(1.0, 2.0, 3.0), DVec3::new(-10.0, 10.0, -10.0)] {
        let DVec3 { x, y, z } = world;
        let depth = (60.0 - x - y - z) / 3.0_f64.sqrt();
        let right = (y - x) / 2.0_f64.sqrt();
        let down = (x + y - 2.0 * z) / 6.0_f64.sqrt();
        let focal_px = 256.0 / 30.0_f64.to_radians().tan();
        let expected = DVec2::splat(256.0) + DVec2::new(right, down) / depth * focal_px;
        let pixel = view.project(world).expect("in front");
        assert!(pixel.distance(expected) < 1e-9, "{pixel} {expected}");
    }
}

#[test]
fn sixty_degrees_show_the_whole_cube() {
    let view = View::paper(512);
    let corners = (0..8).map(|bits| {
        let sign = |bit: u32| if bits >> bit & 1 == 1 { 10.0 } else { -10.0 };
        DVec3::new(sign(0), sign(1), sign(2))
    });
    for corner in corners {
        let pixel = view.project(corner).expect("in front");
        assert!(
            pixel.min_element() > 0.0 && pixel.max_element() < 512.0,
            "{pixel}"
        );
    }
}

#[test]
fn points_behind_the_camera_are_nowhere() {
    let view = View::paper(512);
    assert_eq!(view.project(DVec3::splat(20.0)), None);
    assert_eq!(view.project(DVec3::splat(30.0)), None);
    assert_eq!(view.bounds(&[DVec3::splat(30.0)]), None);
}

#[test]
fn wide_pictures_keep_the_vertical_field_of_view() {
    let (square, wide) = (View::paper(300), View::paper_sized(500, 300));
    let point = DVec3::new(3.0, -4.0, 2.0);
    let offset = wide.project(point).expect("in front") - square.project(point).expect("in front");
    assert!(offset.distance(DVec2::new(100.0, 0.0)) < 1e-9);
}

#[test]
fn roll_turns_the_picture_about_its_middle() {
    let level = View::paper(512);
    let camera = Camera::look_at(DVec3::splat(20.0), DVec3::ZERO, DVec3::Z, 0.1);
    let rolled = View { camera, ..level };
    let middle = DVec2::splat(256.0);
    let before = level.project(DVec3::Z * 5.0).expect("in front") - middle;
    let after = rolled.project(DVec3::Z * 5.0).expect("in front") - middle;
    assert!((before.length() - after.length()).abs() < 1e-9);
    // A camera that rolls clockwise shows the world turned counter-clockwise: up goes left.
    assert!((before.angle_to(after) + 0.1).abs() < 1e-9);
}

#[test]
fn bounds_stop_at_the_frame() {
    let view = View::paper(512);
    let half = view.window.half_height;
    // On the picture's horizontal through the middle, far beyond its right border.
    let beside = DVec3::new(-60.0, 60.0, 0.0);
    let (low, high) = view
        .bounds(&[DVec3::ZERO, beside + DVec3::Z])
        .expect("seen");
    assert!(low.x.abs() < 1e-12 && high.x == half, "{low} {high}");
    let above = DVec3::new(0.0, 0.0, 200.0);
    assert_eq!(view.bounds(&[above, above + DVec3::X]), None);
}

proptest! {
    #[test]
    fn pixels_and_view_plane_are_inverse(x in -99.0..600.0_f64, y in -99.0..600.0_f64) {
        let view = View::paper_sized(320, 512);
        let pixel = DVec2::new(x, y);
        let back = view.pixel_from_view_plane(view.view_plane_from_pixel(pixel));
        prop_assert!(back.distance(pixel) < 1e-9);
    }

    /// What a crop shows at a fraction of its side lies at that fraction of its window.
    #[test]
    fn a_window_is_a_crop(world in point(), x in -0.3..0.3_f64, y in -0.3..0.3_f64, half_height in 0.05..0.5_f64) {
        let view = View::paper(512);
        let window = Window { center: DVec2::new(x, y), half_height };
        let crop = view.through(window, 128);
        let fraction = crop.project(world).expect("in front") / 128.0;
        let seen = view.camera.project(world).expect("in front");
        let expected = (seen - window.low()) / (2.0 * half_height);
        prop_assert!(fraction.distance(expected) < 1e-9);
    }

    #[test]
    fn bounds_hold_every_point(points in proptest::collection::vec(point(), 1..9)) {
        let view = View::paper(512);
        if let Some((low, high)) = view.bounds(&points) {
            let window = Window::around(low, high, 0.1);
            let crop = view.through(window, 64);
            for &point in &points {
                let pixel = crop.project(point).expect("in front");
                prop_assert!(pixel.min_element() >= 0.0 && pixel.max_element() <= 64.0);
            }
        }
    }
}
