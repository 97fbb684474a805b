//! Random programs: well-formed, with no regard to geometry.

use cadseq_program::{
    Arc, BooleanOperation, Circle, Curve, Extent, Extrude, FaceReference, Frame, Line, Operation,
    Plane, Program, SketchPlane,
};
use glam::{DVec2, DVec3};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

/// Numbers of all sizes, short ones and long ones.
fn number(limit: f64) -> impl Strategy<Value = f64> {
    prop_oneof![
        (-100..100).prop_map(f64::from),
        (-1000..1000).prop_map(|tenths| f64::from(tenths) / 10.0),
        -limit..limit,
        -1e-9..1e-9,
        Just(limit),
    ]
}

fn point(limit: f64) -> impl Strategy<Value = DVec2> {
    [number(limit), number(limit)].prop_map(DVec2::from)
}

fn position() -> impl Strategy<Value = DVec3> {
    [number(1e5), number(1e5), number(1e5)].prop_map(DVec3::from)
}

fn curve() -> impl Strategy<Value = Curve> {
    let line = |(start, end)| Curve::Line(Line { start, end });
    let circle = |(center, radius)| Curve::Circle(Circle { center, radius });
    let arc = |(start, center, sweep_deg)| {
        Curve::Arc(Arc {
            start,
            center,
            sweep_deg,
        })
    };
    let arcs = (point(1e4), point(1e4), -360.0..=360.0).prop_map(arc);
    prop_oneof![
        (point(1e5), point(1e5)).prop_map(line),
        arcs,
        (point(1e5), 1e-9..1e5).prop_map(circle),
    ]
}

fn plane() -> impl Strategy<Value = SketchPlane> {
    let origin = prop::sample::select(Plane::ALL.to_vec()).prop_map(SketchPlane::Origin);
    let frame = (position(), [-1.0..1.0, -1.0..1.0, -1.0..1.0]).prop_filter_map(
        "a direction",
        |(origin, normal)| {
            let frame = Frame::upright(origin, DVec3::from(normal)).ok()?;
            Some(SketchPlane::Frame(frame))
        },
    );
    prop_oneof![origin, frame]
}

/// Faces that the first sketch and extrude may have made.
fn face() -> impl Strategy<Value = SketchPlane> {
    let start = FaceReference::Start { extrude: 0 };
    let end = FaceReference::End { extrude: 0 };
    let side = FaceReference::Side {
        sketch: 0,
        curve: 0,
    };
    prop_oneof![
        Just(start),
        Just(end),
        Just(side),
        position().prop_map(FaceReference::Point)
    ]
    .prop_map(SketchPlane::Face)
}

fn extent() -> impl Strategy<Value = Extent> {
    prop_oneof![
        number(1e5).prop_map(Extent::OneSide),
        number(1e5).prop_map(Extent::Symmetric),
        (number(1e5), number(1e5)).prop_map(|(one, two)| Extent::TwoSides(one, two)),
    ]
    .prop_filter("a depth", |extent| !extent.is_empty())
}

fn extrude() -> impl Strategy<Value = Operation> {
    let profiles = btree_set(0usize..9, 1..4).prop_map(|set| set.into_iter().collect());
    let operation = prop::sample::select(BooleanOperation::ALL.to_vec());
    (profiles, extent(), operation).prop_map(|(profiles, extent, operation)| {
        Operation::AddExtrude(Extrude {
            profiles,
            extent,
            operation,
        })
    })
}

fn sketch(plane: impl Strategy<Value = SketchPlane>) -> impl Strategy<Value = Vec<Operation>> {
    let curves = vec(curve(), 1..5);
    (plane, curves, vec(extrude(), 1..3)).prop_map(|(plane, curves, extrudes)| {
        let curves = curves.into_iter().map(Operation::from);
        let mut operations = vec![Operation::AddSketch(plane)];
        operations.extend(curves.chain(extrudes));
        operations
    })
}

/// A program of one to four sketches.
pub(crate) fn program() -> impl Strategy<Value = Program> {
    let later = vec(sketch(prop_oneof![plane(), face()]), 0..4);
    (sketch(plane()), later).prop_filter_map("well-formed", |(first, later)| {
        let operations = first.into_iter().chain(later.into_iter().flatten());
        Program::new(operations.collect()).ok()
    })
}
