//! Hand-made parts with exact volume, area and counts of faces, edges and vertices.

use std::f64::consts::PI;

use cadseq_program::{Frame, Plane};
use cadseq_solid::SetOperation::{Cut, Intersect, Join};
use cadseq_solid::{FaceOrigin, SetOperation, Stack};
use glam::DVec3;

use crate::parts::{Sketch, block, check, near, rod, xy};

fn boolean(a: &Stack, operation: SetOperation, b: &Stack) -> Stack {
    a.boolean(b, operation).expect("parallel")
}

/// Volume, area, [faces, edges, vertices], genus, lumps.
fn expect(stack: &Stack, volume: f64, area: f64, counts: [usize; 3], genus: i64, lumps: usize) {
    check(stack);
    near(stack.volume(), volume);
    near(stack.surface_area(), area);
    let brep = stack.brep();
    let found = [brep.faces.len(), brep.edges.len(), brep.vertices.len()];
    assert_eq!(found, counts);
    assert_eq!((brep.genus(), brep.lumps.len()), (genus, lumps));
}

#[test]
fn a_box() {
    expect(
        &block([0., 0., 0.], [2., 3., 4.], 0),
        24.0,
        52.0,
        [6, 12, 8],
        0,
        1,
    );
}

#[test]
fn a_cylinder_has_a_seam() {
    expect(
        &rod([1., 2.], 3., (0., 4.), 0),
        36. * PI,
        42. * PI,
        [3, 3, 2],
        0,
        1,
    );
}

#[test]
fn box_minus_cylinder() {
    let part = boolean(
        &block([0., 0., 0.], [4., 4., 2.], 0),
        Cut,
        &rod([2., 2.], 1., (0., 2.), 1),
    );
    let area = 2. * (16. - PI) + 32. + 4. * PI;
    expect(&part, 32. - 2. * PI, area, [7, 15, 10], 1, 1);
}

#[test]
fn blind_hole() {
    let part = boolean(
        &block([0., 0., 0.], [4., 4., 2.], 0),
        Cut,
        &rod([2., 2.], 1., (2., 1.), 1),
    );
    expect(&part, 32. - PI, 64. + 2. * PI, [8, 15, 10], 0, 1);
    let floor = part.planes_of(FaceOrigin::end(1));
    assert_eq!((floor.len(), floor[0].normal), (1, DVec3::Z));
    near(floor[0].point.z, 1.0);
    assert!(part.planes_of(FaceOrigin::start(1)).is_empty());
    assert!(
        part.planes_of(FaceOrigin::side(1, 0)).is_empty(),
        "no plane"
    );
}

#[test]
fn plate_with_holes() {
    let mut part = block([0., 0., 0.], [10., 10., 1.], 0);
    for i in 0..4 {
        for j in 0..4 {
            let center = [2. + 2. * f64::from(i), 2. + 2. * f64::from(j)];
            part = boolean(&part, Cut, &rod(center, 0.5, (-1., 2.), 1 + 4 * i + j));
        }
    }
    let area = 2. * (100. - 4. * PI) + 40. + 16. * PI;
    expect(
        &part,
        100. - 4. * PI,
        area,
        [6 + 16, 12 + 48, 8 + 32],
        16,
        1,
    );
    assert_eq!(part.edge_count(), 4 + 32);
}

#[test]
fn stepped_shaft() {
    let steps = [(3., 0., 2.), (2., 2., 5.), (1., 5., 6.)];
    let rods = steps.map(|(radius, low, high)| rod([0., 0.], radius, (low, high), 0));
    let part = boolean(&boolean(&rods[0], Join, &rods[1]), Join, &rods[2]);
    let volume = PI * (18. + 12. + 1.);
    let area = PI * (18. + 12. + 12. + 2.);
    expect(&part, volume, area, [7, 9, 6], 0, 1);
}

#[test]
fn a_ring_has_genus_one() {
    let sketch = Sketch::default().circle([0., 0.], 2.).circle([0., 0.], 1.);
    let part = sketch.extruded_without(xy(), (0., 1.), 0, &[[0., 0.]]);
    expect(&part, 3. * PI, 12. * PI, [4, 6, 4], 1, 1);
}

#[test]
fn boxes_that_share_a_face_are_one() {
    let part = boolean(
        &block([0., 0., 0.], [1., 1., 1.], 0),
        Join,
        &block([1., 0., 0.], [3., 1., 1.], 1),
    );
    expect(&part, 3.0, 14.0, [6, 12, 8], 0, 1);
    assert_eq!((part.edge_count(), part.heights().len()), (4, 2));
    // Faces that two extrudes share have the origins of both.
    let top = part.planar_faces_at(DVec3::new(0.5, 0.5, 1.0), 1e-6);
    assert_eq!(top[0].origins, [FaceOrigin::end(0), FaceOrigin::end(1)]);
    assert_eq!(part.planes_of(FaceOrigin::side(0, 1)), [], "inside");
}

#[test]
fn boxes_that_share_an_edge_are_two() {
    for shift in [[1., 1., 0.], [1., 0., 1.], [0., 1., 1.]] {
        let high = shift.map(|x| x + 1.);
        let part = boolean(&block([0.; 3], [1.; 3], 0), Join, &block(shift, high, 1));
        expect(&part, 2.0, 12.0, [12, 24, 16], 0, 2);
        let common = boolean(
            &block([0.; 3], [1.; 3], 0),
            Intersect,
            &block(shift, high, 1),
        );
        assert!(common.is_empty());
        check(&common);
    }
}

#[test]
fn boxes_that_share_a_corner_are_two() {
    let part = boolean(
        &block([0.; 3], [1.; 3], 0),
        Join,
        &block([1.; 3], [2.; 3], 1),
    );
    expect(&part, 2.0, 12.0, [12, 24, 16], 0, 2);
}

#[test]
fn a_closed_cavity_is_a_void() {
    let part = boolean(
        &block([0.; 3], [5.; 3], 0),
        Cut,
        &block([1.; 3], [4.; 3], 1),
    );
    expect(&part, 98.0, 150. + 54., [12, 24, 16], 0, 1);
    assert_eq!(part.brep().lumps[0].voids.len(), 1);
    let filled = boolean(&part, Join, &block([2.; 3], [3.; 3], 2));
    expect(&filled, 99.0, 210.0, [18, 36, 24], 0, 2);
    let ceiling = part.planar_faces_at(DVec3::new(2., 2., 4.), 1e-6);
    assert_eq!((ceiling.len(), ceiling[0].normal), (1, DVec3::NEG_Z));
}

#[test]
fn a_boss_tangent_to_a_side() {
    let plate = block([0., 0., 0.], [4., 4., 1.], 0);
    let part = boolean(&plate, Join, &rod([1., 2.], 1., (1., 3.), 1));
    let area = 48. + 4. * PI;
    // The boss touches the upper edge of the side at one point.
    expect(&part, 16. + 2. * PI, area, [8, 16, 10], 0, 1);
}

#[test]
fn a_slot_through_the_edge() {
    let slot = Sketch::default()
        .slot([-1., 2.], [2., 2.], 0.5)
        .extruded(xy(), (-1., 2.), 1);
    let part = boolean(&block([0., 0., 0.], [4., 4., 1.], 0), Cut, &slot);
    let removed = 2. + PI / 8.;
    let perimeter = 16. - 1. + 4. + PI / 2.;
    expect(
        &part,
        16. - removed,
        2. * (16. - removed) + perimeter,
        [10, 24, 16],
        0,
        1,
    );
}

#[test]
fn antiparallel_frames() {
    let below = Frame::new(DVec3::new(0., 0., 5.), DVec3::NEG_Z, DVec3::X).expect("a frame");
    let pocket = Sketch::default()
        .rectangle([1., -3.], [3., -1.])
        .extruded(below, (0., 2.), 1);
    let body = block([0., 0., 0.], [4., 4., 5.], 0);
    let part = boolean(&body, Cut, &pocket);
    expect(&part, 80. - 8., 112. + 16., [11, 24, 16], 0, 1);
    let floor = &part.planes_of(FaceOrigin::end(1))[0];
    near(floor.point.z, 3.0);
    assert_eq!(floor.normal, DVec3::Z);
    // From the tool's frame it is the same solid.
    let whole = boolean(&pocket, Join, &part);
    expect(&whole, 80.0, 112.0, [6, 12, 8], 0, 1);
    assert_eq!(whole.frame().normal(), DVec3::NEG_Z);
    let bounds = whole.bounds().expect("a solid");
    assert_eq!(
        (bounds.min, bounds.max),
        (DVec3::ZERO, DVec3::new(4., 4., 5.))
    );
}

#[test]
fn crossed_axes_are_refused() {
    let crossed = Sketch::default()
        .circle([0., 0.], 1.)
        .extruded(Plane::XZ.frame(), (0., 1.), 1);
    let error = block([0.; 3], [1.; 3], 0)
        .boolean(&crossed, Join)
        .expect_err("crossed");
    assert!(error.to_string().contains("not parallel"), "{error}");
}

#[test]
fn coplanar_caps_and_sides_merge() {
    let first = block([0., 0., 0.], [2., 2., 1.], 0);
    let part = boolean(&first, Join, &block([0., 0., 1.], [2., 2., 3.], 1));
    expect(&part, 12.0, 32.0, [6, 12, 8], 0, 1);
    let part = boolean(&first, Join, &block([1., 0., 0.], [4., 1., 1.], 1));
    expect(&part, 6.0, 12. + 12., [8, 18, 12], 0, 1);
    let part = boolean(&first, Join, &rod([2., 1.], 1., (0., 1.), 1));
    expect(
        &part,
        4. + PI / 2.,
        2. * (4. + PI / 2.) + 6. + PI,
        [6, 12, 8],
        0,
        1,
    );
}

#[test]
fn a_full_cylinder_of_several_arcs_is_one_face() {
    // The rod sticks out of the box above and below it, and to the side within it.
    let part = boolean(
        &block([0., 0., 1.], [4., 4., 2.], 0),
        Join,
        &rod([4., 2.], 1., (0., 3.), 1),
    );
    let volume = 16. + PI * 2.5;
    let outer = 2. * (16. - PI / 2.) + 14.;
    let side = 2. * PI * 2. + PI;
    expect(&part, volume, outer + side + 2. * PI, [10, 22, 14], 0, 1);
}

#[test]
fn cutting_all_leaves_nothing() {
    let body = rod([0., 0.], 1., (0., 1.), 0);
    let nothing = boolean(&body, Cut, &block([-2., -2., -1.], [2., 2., 2.], 1));
    assert!(nothing.is_empty() && nothing.bounds().is_none() && nothing.lumps().is_empty());
    check(&nothing);
    let again = boolean(&nothing, Join, &body);
    expect(&again, PI, 4. * PI, [3, 3, 2], 0, 1);
    assert!(boolean(&nothing, Intersect, &body).is_empty());
}

#[test]
fn a_part_that_falls_apart() {
    let part = boolean(
        &block([0., 0., 0.], [3., 1., 1.], 0),
        Cut,
        &block([1., 0., 0.], [2., 1., 1.], 1),
    );
    expect(&part, 2.0, 12.0, [12, 24, 16], 0, 2);
    let lumps = part.lumps();
    assert_eq!(lumps[0].planes_of(FaceOrigin::side(1, 3)).len(), 1);
    assert_eq!(lumps[0].planes_of(FaceOrigin::side(1, 1)).len(), 0);
}
