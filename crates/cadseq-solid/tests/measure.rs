//! Closed-form measures against the mesh they are the limit of.

#![expect(clippy::disallowed_methods, reason = "compared within a tolerance")]

mod random;

use cadseq_program::{Circle, Curve, Plane};
use cadseq_solid::{Part, Prism};
use glam::{DVec2, DVec3};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn measures_are_the_limit_of_meshes(prism in random::prism()) {
        let mesh = prism.mesh(1e-4);
        let measures = prism.measures();
        let (mut volume, mut area, mut moment) = (0.0, 0.0, DVec3::ZERO);
        let middle = (measures.bounds.min + measures.bounds.max) / 2.0;
        for triangle in &mesh.triangles {
            let [a, b, c] = triangle.map(|i| mesh.positions[i as usize] - middle);
            let part = a.dot(b.cross(c)) / 6.0;
            volume += part;
            moment += (a + b + c) * (part / 4.0);
            area += (b - a).cross(c - a).length() / 2.0;
        }
        let scale = 1e-4 * measures.surface_area;
        let size = (measures.bounds.max - measures.bounds.min).length();
        prop_assert!((measures.volume - volume).abs() <= scale);
        prop_assert!((measures.surface_area - area).abs() <= 1e-3 * measures.surface_area);
        let drift = (measures.center_of_mass - middle) * volume - moment;
        prop_assert!(drift.length() <= 4.0 * scale * size, "{drift}");
        let low = mesh.positions.iter().copied().reduce(DVec3::min).expect("corners");
        let high = mesh.positions.iter().copied().reduce(DVec3::max).expect("corners");
        prop_assert!((measures.bounds.min - low).abs().max_element() <= 1.01e-4);
        prop_assert!((measures.bounds.max - high).abs().max_element() <= 1.01e-4);
        prop_assert!((low - measures.bounds.min).min_element() >= -1e-12);
    }
}

#[test]
fn half_disc_on_the_yz_plane() {
    let (start, end) = (DVec2::new(2.0, 0.0), DVec2::new(-2.0, 0.0));
    let curves = [
        Curve::from_end(start, end, Some(180.0)).expect("a half circle"),
        Curve::from_end(end, start, None).expect("a line"),
    ];
    let prism = Prism::new(Plane::YZ, &curves, -3.0).expect("a solid");
    let pi = std::f64::consts::PI;
    assert!((prism.volume() - 6.0 * pi).abs() < 1e-12);
    assert!((prism.surface_area() - (4.0 * pi + 6.0 * pi + 12.0)).abs() < 1e-12);
    let expected = DVec3::new(-1.5, 8.0 / (3.0 * pi), 0.0);
    assert!((prism.center_of_mass() - expected).length() < 1e-12);
    let bounds = prism.bounds();
    assert!((bounds.min - DVec3::new(-3.0, 0.0, -2.0)).length() < 1e-12);
    assert!((bounds.max - DVec3::new(0.0, 2.0, 2.0)).length() < 1e-12);
}

#[test]
fn nearly_straight_arcs_keep_their_digits() {
    let (a, b) = (DVec2::ZERO, DVec2::new(10.0, 0.0));
    let flat = Curve::from_end(a, b, Some(1e-3)).expect("an arc");
    let back = Curve::from_end(b, a, Some(180.0)).expect("an arc");
    let prism = Prism::new(Plane::XY, &[flat, back], 1.0).expect("a solid");
    // Cap of a flat arc: two thirds of chord times sagitta; sagitta = chord tan(sweep / 4) / 2.
    let sagitta = 5.0 * (1e-3_f64.to_radians() / 4.0).tan();
    let expected = 12.5 * std::f64::consts::PI + 10.0 * sagitta * 2.0 / 3.0;
    assert!(
        (prism.volume() - expected).abs() < 1e-12,
        "{} {expected}",
        prism.volume()
    );
    let disc = Prism::new(
        Plane::XY,
        &[Curve::Circle(Circle {
            center: b,
            radius: 2.0,
        })],
        1.0,
    );
    assert_eq!(
        disc.expect("a solid").center_of_mass(),
        DVec3::new(10.0, 0.0, 0.5)
    );
}

/// Asserts the box of a rod of radius 2, 6 long, with a cross hole of this radius at half its height: the hole's edges
/// are splines, whose control points lie beside it.
#[track_caller]
fn check_box_of_drilled_rod(radius: f64) {
    let program = format!(
        "add_sketch(XY)\nadd_circle(0, 0, 2)\nadd_extrude(0, 6, new)\n\
         add_sketch(XZ)\nadd_circle(0, -3, {radius})\nadd_extrude(0, 6, cut, symmetric)\n"
    );
    let part = Part::build(&program.parse().expect("a program")).expect("a part");
    let measures = part.solid.measures().expect("measured");
    let bounds = measures.expect("a body").bounds;
    let [min, max] = [DVec3::new(-2.0, -2.0, 0.0), DVec3::new(2.0, 2.0, 6.0)];
    let off = (bounds.min - min).abs().max((bounds.max - max).abs());
    assert!(off.max_element() < 1e-6, "{bounds:?}");
}

#[test]
fn a_box_ends_where_the_solid_ends() {
    check_box_of_drilled_rod(1.2);
    check_box_of_drilled_rod(1.9);
}
