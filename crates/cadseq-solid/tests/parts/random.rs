//! Random parts, as recipes that a failing test can print.

use cadseq_program::Frame;
use cadseq_solid::SetOperation::{self, Cut, Intersect, Join};
use cadseq_solid::Stack;
use glam::{DVec2, DVec3};
use proptest::prelude::*;

use super::Sketch;

#[derive(Debug, Clone)]
pub(crate) enum Shape {
    Rectangle([f64; 2], [f64; 2]),
    Circle([f64; 2], f64),
    Slot([f64; 2], f64, f64),
    Triangle([f64; 2], [f64; 2], [f64; 2]),
    /// A circle and a rectangle that cross.
    Keyhole([f64; 2], f64),
}

/// An extrude along z or -z.
#[derive(Debug, Clone)]
pub(crate) struct Recipe {
    shape: Shape,
    upside_down: bool,
    turn_deg: f64,
    height: f64,
    heights: (f64, f64),
    extrude: u32,
}

/// Extrudes, one after the other; the first operation does not count.
pub(crate) type Part = Vec<(SetOperation, Recipe)>;

impl Recipe {
    pub(crate) fn build(&self) -> Stack {
        let sketch = match self.shape {
            Shape::Rectangle(low, high) => Sketch::default().rectangle(low, high),
            Shape::Circle(center, radius) => Sketch::default().circle(center, radius),
            Shape::Slot(left, length, radius) => {
                Sketch::default().slot(left, [left[0] + length, left[1]], radius)
            }
            Shape::Triangle(a, b, c) => Sketch::default().polygon(&[a, b, c]),
            Shape::Keyhole([x, y], r) => Sketch::default()
                .circle([x, y], r)
                .rectangle([x - r, y], [x + r, y + 2.0 * r]),
        };
        sketch.extruded(self.frame(), self.heights, self.extrude)
    }

    fn frame(&self) -> Frame {
        let quarters = self.turn_deg / 90.0;
        let (sine, cosine) = self.turn_deg.to_radians().sin_cos();
        let x_axis = if quarters == quarters.round() {
            DVec3::new(cosine.round(), sine.round(), 0.0)
        } else {
            DVec3::new(cosine, sine, 0.0)
        };
        let normal = if self.upside_down {
            DVec3::NEG_Z
        } else {
            DVec3::Z
        };
        Frame::new(DVec3::new(3.0, 3.0, self.height), normal, x_axis).expect("a frame")
    }
}

pub(crate) fn build(part: &Part) -> Stack {
    let mut recipes = part.iter();
    let (_, first) = recipes.next().expect("at least one extrude");
    recipes.fold(first.build(), |all, (operation, next)| {
        all.boolean(&next.build(), *operation).expect("parallel")
    })
}

/// Coordinates on a coarse grid, or anywhere.
fn coordinate(snapped: bool) -> BoxedStrategy<f64> {
    if snapped {
        (0..=6_i32).prop_map(f64::from).boxed()
    } else {
        (0.0..6.0_f64).boxed()
    }
}

fn point(snapped: bool) -> impl Strategy<Value = [f64; 2]> {
    [coordinate(snapped), coordinate(snapped)]
}

fn shape(snapped: bool) -> impl Strategy<Value = Shape> {
    let radius = if snapped {
        prop_oneof![Just(1.0), Just(2.0), Just(0.5)].boxed()
    } else {
        (0.2..2.5_f64).boxed()
    };
    prop_oneof![
        3 => (point(snapped), point(snapped)).prop_filter_map("flat", |(a, b)| {
            let low = [a[0].min(b[0]), a[1].min(b[1])];
            let high = [a[0].max(b[0]), a[1].max(b[1])];
            let is_thick = high[0] - low[0] > 0.05 && high[1] - low[1] > 0.05;
            is_thick.then_some(Shape::Rectangle(low, high))
        }),
        3 => (point(snapped), radius.clone()).prop_map(|(c, r)| Shape::Circle(c, r)),
        1 => (point(snapped), 0.5..3.0_f64, radius.clone()).prop_map(move |(c, length, r)| {
            Shape::Slot(c, if snapped { length.ceil() } else { length }, r)
        }),
        1 => [point(snapped), point(snapped), point(snapped)].prop_filter_map("flat", |[a, b, c]| {
            let [p, q, r] = [a, b, c].map(DVec2::from);
            ((q - p).perp_dot(r - p).abs() > 0.1).then_some(Shape::Triangle(a, b, c))
        }),
        1 => (point(snapped), radius).prop_map(|(c, r)| Shape::Keyhole(c, r)),
    ]
}

pub(crate) fn recipe(snapped: bool) -> impl Strategy<Value = Recipe> {
    let heights = (coordinate(snapped), coordinate(snapped))
        .prop_filter("flat", |(a, b)| (a - b).abs() > 0.05);
    let turn = if snapped {
        (0..4_i32)
            .prop_map(|quarter| f64::from(quarter) * 90.0)
            .boxed()
    } else {
        (0.0..360.0_f64).boxed()
    };
    (
        shape(snapped),
        any::<bool>(),
        turn,
        coordinate(snapped),
        heights,
        0..5_u32,
    )
        .prop_map(
            |(shape, upside_down, turn_deg, height, heights, extrude)| Recipe {
                shape,
                upside_down,
                turn_deg,
                height: if upside_down { height } else { height - 3.0 },
                heights,
                extrude,
            },
        )
}

pub(crate) fn operation() -> impl Strategy<Value = SetOperation> {
    prop_oneof![3 => Just(Join), 2 => Just(Cut), 1 => Just(Intersect)]
}

pub(crate) fn part(snapped: bool) -> impl Strategy<Value = Part> {
    proptest::collection::vec((operation(), recipe(snapped)), 1..5)
}

/// Whether on a grid, and two parts.
pub(crate) fn pair() -> impl Strategy<Value = (bool, (Part, Part))> {
    let parts = |snapped| (Just(snapped), (part(snapped), part(snapped)));
    any::<bool>().prop_flat_map(parts)
}
