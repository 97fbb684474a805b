//! Random parts of several extrudes along three axes, as recipes that a failing test can print.

use cadseq_program::{
    BooleanOperation, Circle, Curve, Extent, Extrude, Frame, Operation, Program, SketchPlane,
};
use cadseq_solid::Part;
use cadseq_solid::Solid;
use glam::{DMat3, DVec2, DVec3};
use proptest::prelude::*;

/// What is swept.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    Rectangle(DVec2, DVec2),
    Circle(DVec2, f64),
    /// The upper half of a disc.
    Half(DVec2, f64),
}

/// An extrude along one of the world's axes.
#[derive(Debug, Clone)]
pub(crate) struct Feature {
    pub(crate) axis: usize,
    pub(crate) is_flipped: bool,
    pub(crate) shape: Shape,
    pub(crate) heights: (f64, f64),
    pub(crate) operation: BooleanOperation,
}

/// Extrudes in order.
pub(crate) type Recipe = Vec<Feature>;

/// A rigid motion of the world.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Motion {
    pub(crate) rotation: DMat3,
    pub(crate) shift: DVec3,
}

impl Motion {
    pub(crate) const NONE: Self = Self {
        rotation: DMat3::IDENTITY,
        shift: DVec3::ZERO,
    };
}

impl Shape {
    /// Distance inside the boundary, or less; below 0 outside.
    fn depth(&self, point: DVec2) -> f64 {
        match *self {
            Self::Rectangle(low, high) => (point - low).min(high - point).min_element(),
            Self::Circle(center, radius) => radius - point.distance(center),
            Self::Half(center, radius) => (radius - point.distance(center)).min(point.y - center.y),
        }
    }

    fn curves(&self) -> Vec<Curve> {
        let line = |start, end| Curve::from_end(start, end, None).expect("a line");
        match *self {
            Self::Circle(center, radius) => vec![Curve::Circle(Circle { center, radius })],
            Self::Half(center, radius) => {
                let [left, right] = [-radius, radius].map(|x| center + DVec2::X * x);
                let arc = Curve::from_end(right, left, Some(180.0)).expect("an arc");
                vec![line(left, right), arc]
            }
            Self::Rectangle(low, high) => {
                let (right, left) = (DVec2::new(high.x, low.y), DVec2::new(low.x, high.y));
                let corners = [low, right, high, left];
                (0..4)
                    .map(|i| line(corners[i], corners[(i + 1) % 4]))
                    .collect()
            }
        }
    }
}

impl Feature {
    fn frame(&self, motion: &Motion) -> Frame {
        let axes = [DVec3::X, DVec3::Y, DVec3::Z];
        let sign = if self.is_flipped { -1.0 } else { 1.0 };
        let normal = motion.rotation * axes[self.axis] * sign;
        let x_axis = motion.rotation * axes[(self.axis + 1) % 3];
        Frame::new(motion.shift, normal, x_axis).expect("a frame")
    }

    fn operations(&self, motion: &Motion) -> Vec<Operation> {
        let mut operations = vec![Operation::AddSketch(SketchPlane::Frame(self.frame(motion)))];
        operations.extend(self.shape.curves().into_iter().map(|curve| match curve {
            Curve::Line(line) => Operation::AddLine(line),
            Curve::Arc(arc) => Operation::AddArc(arc),
            Curve::Circle(circle) => Operation::AddCircle(circle),
        }));
        let (start, end) = self.heights;
        operations.push(Operation::AddExtrude(Extrude {
            profiles: vec![0],
            extent: Extent::TwoSides(end, -start),
            operation: self.operation,
        }));
        operations
    }

    /// Whether a point of the world lies inside; `None` near the boundary.
    fn holds(&self, world: DVec3) -> Option<bool> {
        let (flat, height) = self.frame(&Motion::NONE).to_sketch(world);
        let (start, end) = self.heights;
        let (low, high) = (start.min(end), start.max(end));
        let depth = self.shape.depth(flat).min(height - low).min(high - height);
        (depth.abs() > 1e-6).then_some(depth > 0.0)
    }
}

/// The part, moved; `None` where it cannot be built.
pub(crate) fn build(recipe: &Recipe, motion: &Motion) -> Option<Solid> {
    let operations = recipe.iter().flat_map(|feature| feature.operations(motion));
    let program = Program::new(operations.collect()).expect("well-formed");
    Some(Part::build(&program).ok()?.solid)
}

/// Whether a point of the world lies in some body; `None` near the boundary of an extrude.
pub(crate) fn holds(recipe: &Recipe, world: DVec3) -> Option<bool> {
    // What is new stays apart from what was there, and operations meet all bodies.
    let mut inside = false;
    for (number, feature) in recipe.iter().enumerate() {
        let here = feature.holds(world)?;
        inside = match feature.operation {
            _ if number == 0 => here,
            BooleanOperation::Join | BooleanOperation::New => inside || here,
            BooleanOperation::Cut => inside && !here,
            BooleanOperation::Intersect => inside && here,
        };
    }
    Some(inside)
}

fn coordinate(is_on_grid: bool) -> BoxedStrategy<f64> {
    if is_on_grid {
        (-3..=3_i32).prop_map(f64::from).boxed()
    } else {
        (-3.0..3.0_f64).boxed()
    }
}

fn point(is_on_grid: bool) -> impl Strategy<Value = DVec2> {
    let both = [coordinate(is_on_grid), coordinate(is_on_grid)];
    both.prop_map(DVec2::from_array)
}

fn shape(is_on_grid: bool) -> impl Strategy<Value = Shape> {
    let radius = if is_on_grid {
        prop_oneof![Just(1.0), Just(2.0)].boxed()
    } else {
        (0.3..2.0_f64).boxed()
    };
    prop_oneof![
        2 => (point(is_on_grid), point(is_on_grid)).prop_filter_map("flat", |(a, b)| {
            let (low, high) = (a.min(b), a.max(b));
            ((high - low).min_element() > 0.1).then_some(Shape::Rectangle(low, high))
        }),
        1 => (point(is_on_grid), radius.clone()).prop_map(|(c, r)| Shape::Circle(c, r)),
        1 => (point(is_on_grid), radius).prop_map(|(c, r)| Shape::Half(c, r)),
    ]
}

fn feature(is_on_grid: bool) -> impl Strategy<Value = Feature> {
    let heights = (coordinate(is_on_grid), coordinate(is_on_grid));
    let heights = heights.prop_filter("flat", |(a, b)| (a - b).abs() > 0.1);
    let operation = prop_oneof![
        3 => Just(BooleanOperation::Join),
        2 => Just(BooleanOperation::Cut),
        1 => Just(BooleanOperation::Intersect),
        2 => Just(BooleanOperation::New),
    ];
    (
        0..3_usize,
        any::<bool>(),
        shape(is_on_grid),
        heights,
        operation,
    )
        .prop_map(|(axis, is_flipped, shape, heights, operation)| Feature {
            axis,
            is_flipped,
            shape,
            heights,
            operation,
        })
}

/// A part: half of them on a grid, so that faces coincide.
pub(crate) fn recipe() -> impl Strategy<Value = Recipe> {
    let features = |is_on_grid| proptest::collection::vec(feature(is_on_grid), 1..5);
    any::<bool>().prop_flat_map(features)
}

/// Extrudes that no Boolean meets.
pub(crate) fn heap() -> impl Strategy<Value = Recipe> {
    recipe().prop_map(|mut features| {
        for feature in &mut features {
            feature.operation = BooleanOperation::New;
        }
        features
    })
}

/// A turn about any axis and a shift.
pub(crate) fn motion() -> impl Strategy<Value = Motion> {
    let turns = [0.0..6.0_f64, 0.0..6.0, 0.0..6.0];
    let shift = [-5.0..5.0_f64, -5.0..5.0, -5.0..5.0];
    (turns, shift).prop_map(|([a, b, c], shift)| Motion {
        rotation: DMat3::from_euler(glam::EulerRot::XYZ, a, b, c),
        shift: shift.into(),
    })
}
