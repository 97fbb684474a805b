//! Random well-formed programs of the whole language, biased to values that are hard to print.

use glam::{DVec2, DVec3};
use proptest::prelude::*;

use crate::{
    Arc, BooleanOperation, Circle, Curve, Extent, Extrude, FaceReference, Frame, Line, Operation,
    Plane, Program, SketchPlane,
};

/// Programs of one to four sketches on any plane, each of one to five curves and one or two
/// extrudes of any extent.
pub(crate) fn program() -> impl Strategy<Value = Program> {
    let extrudes = prop::collection::vec(extrude(), 1..3);
    let sketch = (
        sketch_plane(),
        prop::collection::vec(curve(), 1..6),
        extrudes,
    );
    prop::collection::vec(sketch, 1..5).prop_map(|sketches| {
        let mut operations = Vec::new();
        for (plane, curves, extrudes) in sketches {
            let plane = possible(plane, &operations);
            operations.push(Operation::AddSketch(plane));
            operations.extend(curves.into_iter().map(Operation::from));
            operations.extend(extrudes.into_iter().map(Operation::AddExtrude));
        }
        Program::new(operations).expect("well-formed")
    })
}

/// The plane with its references turned to what is there; XY where nothing is.
fn possible(plane: SketchPlane, before: &[Operation]) -> SketchPlane {
    let SketchPlane::Face(face) = plane else {
        return plane;
    };
    let count = |wanted: fn(&Operation) -> bool| before.iter().filter(|o| wanted(o)).count();
    let extrudes = count(|operation| matches!(operation, Operation::AddExtrude(_)));
    if extrudes == 0 {
        return Plane::XY.into();
    }
    SketchPlane::Face(match face {
        FaceReference::Point(_) => face,
        FaceReference::Start { extrude } => FaceReference::Start {
            extrude: extrude % extrudes,
        },
        FaceReference::End { extrude } => FaceReference::End {
            extrude: extrude % extrudes,
        },
        FaceReference::Side { curve, .. } => match sides(before).as_slice() {
            [] => return Plane::XY.into(),
            sides => sides[curve % sides.len()],
        },
    })
}

/// References to the sides of all lines.
fn sides(operations: &[Operation]) -> Vec<FaceReference> {
    let mut sides = Vec::new();
    let (mut sketches, mut curve) = (0, 0);
    for operation in operations {
        match operation {
            Operation::AddSketch(_) => (sketches, curve) = (sketches + 1, 0),
            Operation::AddExtrude(_) => {}
            _ => {
                if let Operation::AddLine(_) = operation {
                    let sketch = sketches - 1;
                    sides.push(FaceReference::Side { sketch, curve });
                }
                curve += 1;
            }
        }
    }
    sides
}

fn coordinate() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        Just(-0.0),
        Just(1.0 / 3.0),
        Just(1e-300),
        Just(-1e5),
        -10.0..10.0,
        -1e5..1e5,
    ]
}

fn point() -> impl Strategy<Value = DVec2> {
    (coordinate(), coordinate()).prop_map(|(x, y)| DVec2::new(x, y))
}

fn position() -> impl Strategy<Value = DVec3> {
    [coordinate(), coordinate(), coordinate()].prop_map(DVec3::from_array)
}

fn curve() -> impl Strategy<Value = Curve> {
    prop_oneof![
        (point(), point()).prop_map(|(start, end)| Curve::Line(Line { start, end })),
        (point(), point(), -360.0..360.0).prop_map(|(start, center, sweep_deg)| {
            Curve::Arc(Arc {
                start: start * 0.1,
                center: center * 0.1,
                sweep_deg,
            })
        }),
        (point(), 1e-12..1e5).prop_map(|(center, radius)| Curve::Circle(Circle { center, radius })),
    ]
}

fn sketch_plane() -> impl Strategy<Value = SketchPlane> {
    prop_oneof![
        (0..3usize).prop_map(|index| Plane::ALL[index].into()),
        frame().prop_map(SketchPlane::Frame),
        position().prop_map(|point| SketchPlane::Face(FaceReference::Point(point))),
        any::<usize>().prop_map(|extrude| SketchPlane::Face(FaceReference::Start { extrude })),
        any::<usize>().prop_map(|extrude| SketchPlane::Face(FaceReference::End { extrude })),
        any::<usize>()
            .prop_map(|curve| SketchPlane::Face(FaceReference::Side { sketch: 0, curve })),
    ]
}

fn direction() -> impl Strategy<Value = DVec3> {
    let component = || prop_oneof![Just(0.0), Just(1.0), Just(-1.0), Just(1e-9), -1.0..1.0];
    [component(), component(), component()]
        .prop_map(DVec3::from_array)
        .prop_filter("long enough", |vector| vector.length() > 1e-3)
}

fn frame() -> impl Strategy<Value = Frame> {
    let turned = prop_oneof![Just(None), direction().prop_map(Some)];
    (position(), direction(), turned).prop_map(|(origin, normal, turned)| {
        let unit = normal.normalize();
        let in_plane = turned.map(|vector| vector - unit * vector.dot(unit));
        let frame = match in_plane {
            Some(x_axis) if x_axis.length() > 1e-3 => Frame::new(origin, normal, x_axis),
            _ => Frame::upright(origin, normal),
        };
        frame.expect("directions")
    })
}

fn extrude() -> impl Strategy<Value = Extrude> {
    let extent = prop_oneof![
        coordinate().prop_map(Extent::OneSide),
        coordinate().prop_map(Extent::Symmetric),
        (coordinate(), coordinate()).prop_map(|(a, b)| Extent::TwoSides(a, b)),
    ]
    .prop_filter("a depth", |extent| {
        matches!(extent, Extent::OneSide(_)) || !extent.is_empty()
    });
    let profiles = prop_oneof![
        (0..9usize).prop_map(|profile| vec![profile]),
        Just((0..9).collect::<Vec<usize>>())
            .prop_shuffle()
            .prop_flat_map(|all| (1..9usize).prop_map(move |count| all[..count].to_vec())),
    ];
    let operation = (0..4usize).prop_map(|index| BooleanOperation::ALL[index]);
    (profiles, extent, operation).prop_map(|(profiles, extent, operation)| Extrude {
        profiles,
        extent,
        operation,
    })
}
