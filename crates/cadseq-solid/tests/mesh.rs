//! Meshes are closed, face outwards and converge to the exact solid.

mod random;

use std::collections::HashMap;

use cadseq_program::{Circle, Curve, Line, Plane, Program};
use cadseq_solid::{BuildError, FaceOrigin, Mesh, Outline, Prism, Surface};
use glam::{DVec2, DVec3};
use proptest::prelude::*;

fn volume(mesh: &Mesh) -> f64 {
    let corner = |i: u32| mesh.positions[i as usize];
    mesh.triangles
        .iter()
        .map(|t| corner(t[0]).dot(corner(t[1]).cross(corner(t[2]))) / 6.0)
        .sum()
}

fn check_closed(mesh: &Mesh) {
    let mut directed: HashMap<(u32, u32), u32> = HashMap::new();
    for t in &mesh.triangles {
        for k in 0..3 {
            *directed.entry((t[k], t[(k + 1) % 3])).or_default() += 1;
        }
    }
    assert!(directed.values().all(|&count| count == 1));
    assert!(
        directed
            .keys()
            .all(|&(a, b)| directed.contains_key(&(b, a)))
    );
    let edges = directed.len() / 2;
    assert_eq!(
        mesh.positions.len() + mesh.triangles.len(),
        edges + 2,
        "Euler characteristic"
    );
    assert_eq!(mesh.triangles.len(), mesh.triangle_faces.len());
    for (i, a) in mesh.positions.iter().enumerate() {
        assert!(!mesh.positions[i + 1..].contains(a), "{a} stands twice");
    }
}

/// Every exact edge runs along mesh edges between its two faces.
fn check_edges(mesh: &Mesh) {
    let mut owners: HashMap<(u32, u32), u32> = HashMap::new();
    for (t, &face) in mesh.triangles.iter().zip(&mesh.triangle_faces) {
        for k in 0..3 {
            owners.insert((t[k], t[(k + 1) % 3]), face);
        }
    }
    let mut seen = 0;
    for edge in &mesh.edges {
        for pair in edge.corners.windows(2) {
            let mut faces = [owners[&(pair[0], pair[1])], owners[&(pair[1], pair[0])]];
            let mut expected = edge.faces;
            faces.sort_unstable();
            expected.sort_unstable();
            assert_eq!(faces, expected);
            seen += 2;
        }
    }
    let between = owners
        .iter()
        .filter(|&(&(a, b), face)| owners[&(b, a)] != *face)
        .count();
    assert_eq!(seen, between, "every face boundary is an edge");
}

/// Triangles look the way their exact surface does.
fn check_normals(mesh: &Mesh) {
    for (t, &face) in mesh.triangles.iter().zip(&mesh.triangle_faces) {
        let [a, b, c] = t.map(|i| mesh.positions[i as usize]);
        let normal = (b - a).cross(c - a).normalize_or_zero();
        let surface = mesh.faces[face as usize].surface;
        // The middle of a step lies halfway between its upright edges.
        let expected = surface.normal_at((a.min(b).min(c) + a.max(b).max(c)) / 2.0);
        let limit = if matches!(surface, Surface::Plane { .. }) {
            0.999
        } else {
            0.9
        };
        assert!(
            normal == DVec3::ZERO || normal.dot(expected) > limit,
            "{normal} {expected}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn meshes_are_closed_and_converge(prism in random::prism()) {
        let exact = prism.outline().area() * prism.depth().abs();
        for tolerance in [1.0, 0.05, 1e-3] {
            let mesh = prism.mesh(tolerance);
            check_closed(&mesh);
            check_edges(&mesh);
            check_normals(&mesh);
            let limit = tolerance * prism.outline().perimeter() * prism.depth().abs();
            prop_assert!((volume(&mesh) - exact).abs() <= limit + 1e-9);
        }
    }

    #[test]
    fn traversal_does_not_matter(prism in random::prism(), turn in 0..3_usize) {
        let curves: Vec<Curve> = match prism.outline() {
            Outline::Circle { .. } => return Ok(()),
            Outline::Loop(segments) => segments
                .iter()
                .rev()
                .map(|s| Curve::from_end(s.end, s.start, s.bend.map(|b| -b.sweep_rad.to_degrees())))
                .collect::<Option<_>>()
                .expect("curves"),
        };
        let mut turned = curves;
        turned.rotate_left(turn);
        let again = Prism::new(prism.plane(), &turned, prism.depth()).expect("the same solid");
        prop_assert!((again.outline().area() - prism.outline().area()).abs() < 1e-9);
    }

    #[test]
    fn any_numbers_give_a_solid_or_an_error(
        numbers in proptest::collection::vec(prop_oneof![-3.0..3.0_f64, Just(0.0), Just(1.0), Just(f64::NAN), Just(1e300)], 12),
        depth in prop_oneof![-1.0..1.0_f64, Just(0.0), Just(f64::INFINITY)],
    ) {
        let corner = |i: usize| DVec2::new(numbers[3 * i], numbers[3 * i + 1]);
        let curves: Vec<Curve> = (0..4)
            .filter_map(|i| {
                let sweep = numbers[3 * i + 2];
                Curve::from_end(corner(i), corner((i + 1) % 4), (sweep > 0.0).then_some(sweep * 100.0))
            })
            .collect();
        if let Ok(prism) = Prism::new(Plane::XY, &curves, depth) {
            check_closed(&prism.mesh(0.01));
        }
    }
}

#[test]
fn a_cylinder_has_three_faces_and_two_edges() {
    let circle = Curve::Circle(Circle {
        center: DVec2::new(1.0, 2.0),
        radius: 3.0,
    });
    let program = Program::prism(Plane::XZ, [circle], -2.0).expect("well-formed");
    let mesh = Prism::from_program(&program).expect("a solid").mesh(0.01);
    let origins: Vec<FaceOrigin> = mesh.faces.iter().map(|face| face.origins[0]).collect();
    assert_eq!(
        origins,
        [
            FaceOrigin::start(0),
            FaceOrigin::end(0),
            FaceOrigin::side(0, 0)
        ]
    );
    assert_eq!(mesh.edges.len(), 2);
    assert!(
        mesh.edges
            .iter()
            .all(|edge| edge.corners.first() == edge.corners.last())
    );
    let (point, normal) = (DVec3::ZERO, DVec3::Y);
    assert_eq!(mesh.faces[0].surface, Surface::Plane { point, normal });
    assert!((volume(&mesh) - 18.0 * std::f64::consts::PI).abs() < 0.5);
}

#[test]
fn programs_that_are_no_prism_say_why() {
    let line = |a: [f64; 2], b: [f64; 2]| {
        Curve::Line(Line {
            start: a.into(),
            end: b.into(),
        })
    };
    let corners = [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]];
    let triangle: Vec<Curve> = (0..3)
        .map(|i| line(corners[i], corners[(i + 1) % 3]))
        .collect();
    assert_eq!(
        Prism::new(Plane::XY, &triangle, 0.0),
        Err(BuildError::ZeroDepth { depth: 0.0 })
    );
    let one = Program::prism(Plane::XY, triangle, 1.0).expect("well-formed");
    let twice = [one.operations(), one.operations()].concat();
    let error = Prism::from_program(&Program::new(twice).expect("well-formed"));
    assert_eq!(
        error,
        Err(BuildError::SeveralFeatures {
            sketches: 2,
            extrudes: 2
        })
    );
}

#[test]
fn what_is_no_prism_is_refused_by_name() {
    let check = |plane: &str, extrude: &str, expected: &str| {
        let text = format!("add_sketch({plane})\nadd_circle(0, 0, 1)\nadd_extrude({extrude})");
        let program: Program = text.parse().expect("well-formed");
        let error = Prism::from_program(&program).expect_err(expected);
        assert!(error.to_string().contains(expected), "{error}");
    };
    check("XY", "[0, 1], 5, new", "several profiles");
    check("XY", "0, 5, new, symmetric", "symmetric or two-sided");
    check("XY", "0, 5, new, 2", "symmetric or two-sided");
    check("plane(0, 0, 0, 0, 0, 1)", "5", "another plane than XY");
    check("XY", "1, 5", "profile 1 does not exist");
}
