//! How many samples see a face, against areas known in closed form.

#![expect(clippy::disallowed_methods, reason = "compared within a tolerance")]

use std::f64::consts::PI;

use cadseq_program::{Plane, Program};
use cadseq_render::{NO_FACE, SampleBuffer, View, rasterize};
use cadseq_solid::{FaceOrigin, Mesh, Outline};
use glam::{DMat2, DMat3, DVec2, DVec3};
use proptest::prelude::*;

use crate::shapes::{any_cylinder, any_loop, cylinder, mesh, prism, wedge};

const SIZE: usize = 128;

fn samples(mesh: &Mesh, supersampling: usize) -> SampleBuffer {
    rasterize(mesh, &View::paper(SIZE), supersampling, |_, _, _| 0.5)
}

/// Square pixels that see a face of which `counts` says yes.
fn seen_area(buffer: &SampleBuffer, counts: impl Fn(usize) -> bool) -> f64 {
    let seen = buffer
        .face
        .iter()
        .filter(|&&face| face != NO_FACE && counts(face as usize));
    seen.count() as f64 / (buffer.supersampling * buffer.supersampling) as f64
}

fn project(world: DVec3) -> DVec2 {
    View::paper(SIZE).project(world).expect("in front")
}

fn polygon_area(points: &[DVec2]) -> f64 {
    let next = points.iter().cycle().skip(1);
    points
        .iter()
        .zip(next)
        .map(|(a, b)| a.perp_dot(*b))
        .sum::<f64>()
        .abs()
        / 2.0
}

fn polygon_length(points: &[DVec2]) -> f64 {
    let next = points.iter().cycle().skip(1);
    points.iter().zip(next).map(|(a, b)| a.distance(*b)).sum()
}

/// The convex hull, by Andrew's monotone chain.
fn hull(mut points: Vec<DVec2>) -> Vec<DVec2> {
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    let chain = |points: &mut dyn Iterator<Item = DVec2>| {
        let mut chain: Vec<DVec2> = Vec::new();
        for point in points {
            while let [.., a, b] = chain[..] {
                if (b - a).perp_dot(point - a) > 0.0 {
                    break;
                }
                chain.pop();
            }
            chain.push(point);
        }
        chain.pop();
        chain
    };
    let mut hull = chain(&mut points.iter().copied());
    hull.extend(chain(&mut points.iter().rev().copied()));
    hull
}

/// A boundary crosses at most as many samples as it is long in samples, twice over for its two
/// directions; on the average far fewer are wrong than that.
fn tolerance(outline: &[DVec2], supersampling: usize) -> f64 {
    0.25 * polygon_length(outline) / supersampling as f64 + 2.0 / (supersampling as f64).powi(2)
}

/// The projected circle's area in square pixels: of the conic `x^T Q x = 0` with upper left block
/// `A`, it is `pi |det Q| / |det A|^(3/2)`.
fn projected_circle_area(plane: Plane, center: DVec2, radius: f64, height: f64) -> f64 {
    let view = View::paper(SIZE);
    let scale = SIZE as f64 / (2.0 * view.window.half_height);
    let axes = view.camera.camera_from_world;
    let to_camera = |point: DVec2, lift: f64| axes * plane.to_world(point, lift);
    // Columns: sketch x, sketch y and the circle's centre, in the camera's frame.
    let origin = axes * (plane.to_world(center, height) - view.camera.position);
    let plane_to_camera =
        DMat3::from_cols(to_camera(DVec2::X, 0.0), to_camera(DVec2::Y, 0.0), origin);
    let picture_from_plane = DMat3::from_diagonal(DVec3::new(scale, scale, 1.0)) * plane_to_camera;
    let circle = DMat3::from_diagonal(DVec3::new(1.0, 1.0, -radius * radius));
    let back = picture_from_plane.inverse();
    let conic = back.transpose() * circle * back;
    let block = DMat2::from_mat3(conic);
    PI * conic.determinant().abs() / block.determinant().abs().powf(1.5)
}

/// The cap that looks at the camera; nothing of a prism can hide it.
fn near_cap(mesh: &Mesh, program: &Program) -> usize {
    let depth = prism(program).depth();
    let wanted = if depth > 0.0 {
        FaceOrigin::end(0)
    } else {
        FaceOrigin::start(0)
    };
    let found = mesh.faces.iter().position(|face| face.origins == [wanted]);
    found.expect("a prism has caps")
}

fn check_cap(program: &Program, supersampling: usize) {
    let (mesh, prism) = (mesh(program), prism(program));
    let cap = near_cap(&mesh, program);
    let (_, high) = prism.heights();
    let outline: Vec<DVec2> = prism
        .outline()
        .polyline(1e-4)
        .into_iter()
        .map(|point| project(prism.plane().to_world(point, high)))
        .collect();
    if outline
        .iter()
        .any(|p| p.min_element() < 0.0 || p.max_element() > SIZE as f64)
    {
        return; // Cut by the frame.
    }
    let expected = match prism.outline() {
        Outline::Circle { center, radius, .. } => {
            projected_circle_area(prism.plane(), *center, *radius, high)
        }
        Outline::Loop(_) => polygon_area(&outline),
    };
    let found = seen_area(&samples(&mesh, supersampling), |face| face == cap);
    // The mesh leaves the outline by a tenth of a pixel of a picture four times as large.
    let allowed = tolerance(&outline, supersampling) + 0.025 * polygon_length(&outline);
    assert!(
        (found - expected).abs() <= allowed,
        "{found} square pixels for {expected} (+- {allowed}) of {program}"
    );
}

#[test]
fn a_triangle_has_its_area() {
    for plane in Plane::ALL {
        check_cap(&wedge(plane), 4);
    }
}

#[test]
fn finer_samples_converge_to_the_area() {
    let program = wedge(Plane::XY);
    let (mesh, cap) = (mesh(&program), near_cap(&mesh(&program), &program));
    let corners = [DVec2::ZERO, DVec2::new(7.0, -2.0), DVec2::new(3.0, 6.0)];
    let expected = polygon_area(&corners.map(|p| project(Plane::XY.to_world(p, 5.0))));
    let error = |supersampling| {
        (seen_area(&samples(&mesh, supersampling), |face| face == cap) - expected).abs()
    };
    assert!(error(1) < 5.0, "{}", error(1));
    assert!(error(4) < 1.0, "{}", error(4));
    assert!(error(32) < 0.05, "{}", error(32));
}

#[test]
fn the_closed_form_of_a_projected_circle_is_right() {
    let (center, radius, height) = (DVec2::new(3.0, -1.0), 4.0, 2.0);
    let points: Vec<DVec2> = (0..10_000)
        .map(|i| {
            let (sine, cosine) = (f64::from(i) / 10_000.0 * 2.0 * PI).sin_cos();
            let point = center + DVec2::new(cosine, sine) * radius;
            project(Plane::YZ.to_world(point, height))
        })
        .collect();
    let expected = projected_circle_area(Plane::YZ, center, radius, height);
    assert!((polygon_area(&points) / expected - 1.0).abs() < 1e-6);
}

#[test]
fn a_cylinder_has_its_silhouette() {
    let program = cylinder(Plane::XZ, DVec2::new(2.0, 3.0), 4.0, -6.0);
    let rim = prism(&program).outline().polyline(1e-5);
    let silhouette = hull(
        [0.0, -6.0]
            .iter()
            .flat_map(|&height| {
                rim.iter()
                    .map(move |&p| project(Plane::XZ.to_world(p, height)))
            })
            .collect(),
    );
    let buffer = samples(&prism(&program).mesh(1e-4), 16);
    let (found, expected) = (seen_area(&buffer, |_| true), polygon_area(&silhouette));
    assert!((found / expected - 1.0).abs() < 1e-4, "{found} {expected}");
}

#[test]
fn a_solid_out_of_the_picture_leaves_no_sample() {
    let program = cylinder(Plane::XY, DVec2::new(-300.0, 300.0), 1.0, 1.0);
    assert!(
        samples(&mesh(&program), 2)
            .face
            .iter()
            .all(|&face| face == NO_FACE)
    );
}

#[test]
fn faces_are_told_apart_however_many_there_are() {
    let few = mesh(&wedge(Plane::XY));
    // The same faces behind more than 16 bits can count, which no triangle has.
    let shift = 70_000;
    let mut many = few.clone();
    many.faces = vec![few.faces[0].clone(); shift as usize];
    many.faces.extend(few.faces.iter().cloned());
    many.triangle_faces = few.triangle_faces.iter().map(|face| face + shift).collect();
    let [few, many] = [few, many].map(|mesh| samples(&mesh, 2).face);
    let seen = |&&face: &&u32| face != NO_FACE;
    assert!(few.iter().filter(seen).count() > 100);
    let shifted = few
        .iter()
        .map(|&face| if face == NO_FACE { face } else { face + shift });
    assert!(many.into_iter().eq(shifted));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn caps_have_their_area(program in prop_oneof![any_cylinder(), any_loop()]) {
        check_cap(&program, 4);
    }

    /// A cylinder is convex: no row of samples may have a gap, so no crack lies between triangles.
    #[test]
    fn no_crack_between_triangles(program in any_cylinder()) {
        let buffer = samples(&mesh(&program), 3);
        for row in buffer.face.chunks(buffer.width.max(1)) {
            let seen = |&face: &u32| face != NO_FACE;
            let changes = row.windows(2).filter(|pair| seen(&pair[0]) != seen(&pair[1])).count();
            let ends = row.first().map_or(0, |f| usize::from(seen(f)))
                + row.last().map_or(0, |f| usize::from(seen(f)));
            prop_assert!(changes + ends <= 2, "{program}");
        }
    }
}
