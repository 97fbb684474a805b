//! Random parts, as recipes that a failing test can print.

#![expect(clippy::disallowed_methods, reason = "compared within a tolerance")]

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
    pub(crate) shape: Shape,
    pub(crate) upside_down: bool,
    pub(crate) turn_deg: f64,
    pub(crate) height: f64,
    pub(crate) heights: (f64, f64),
    pub(crate) extrude: u32,
}

/// Extrudes, one after the other; the first operation does not count.
pub(crate) type Part = Vec<(SetOperation, Recipe)>;

impl Shape {
    /// Distance inside the boundary; below 0 outside.
    fn depth(&self, p: DVec2) -> f64 {
        let disc = |center: DVec2, radius: f64| radius - p.distance(center);
        let half = |a: DVec2, b: DVec2| (b - a).normalize().perp_dot(p - a);
        let rectangle = |low: DVec2, high: DVec2| (p - low).min(high - p).min_element();
        match *self {
            Self::Rectangle(low, high) => rectangle(low.into(), high.into()),
            Self::Circle(center, radius) => disc(center.into(), radius),
            Self::Slot([x, y], length, radius) => {
                let (left, right) = (DVec2::new(x, y), DVec2::new(x + length, y));
                let up = DVec2::Y * radius;
                let middle = rectangle(left - up, right + up);
                middle.max(disc(left, radius)).max(disc(right, radius))
            }
            Self::Triangle(a, b, c) => {
                let [a, b, c] = [a, b, c].map(DVec2::from);
                let turn = (b - a).perp_dot(c - a).signum();
                (turn * half(a, b))
                    .min(turn * half(b, c))
                    .min(turn * half(c, a))
            }
            Self::Keyhole([x, y], r) => {
                let (low, high) = (DVec2::new(x - r, y), DVec2::new(x + r, y + 2.0 * r));
                disc(DVec2::new(x, y), r).max(rectangle(low, high))
            }
        }
    }
}

impl Recipe {
    /// Whether a point of the world lies inside; `None` near the boundary.
    fn holds(&self, world: DVec3) -> Option<bool> {
        let (flat, height) = self.frame().to_sketch(world);
        let (low, high) = (
            self.heights.0.min(self.heights.1),
            self.heights.0.max(self.heights.1),
        );
        let depth = self.shape.depth(flat).min(height - low).min(high - height);
        (depth.abs() > 1e-3).then_some(depth > 0.0)
    }

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

/// Whether a point of the world lies inside a part; `None` near the boundary of an extrude.
pub(crate) fn holds(part: &Part, world: DVec3) -> Option<bool> {
    let mut inside = part[0].1.holds(world)?;
    for (operation, recipe) in &part[1..] {
        let other = recipe.holds(world)?;
        inside = match operation {
            Join => inside || other,
            Cut => inside && !other,
            Intersect => inside && other,
        };
    }
    Some(inside)
}

/// Where coordinates lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spread {
    /// On a coarse grid, so that faces coincide.
    Grid,
    /// Near a coarse grid, closer than the tolerance or not much farther.
    Jittered,
    Anywhere,
}

use Spread::{Anywhere, Grid, Jittered};

pub(crate) fn spread() -> impl Strategy<Value = Spread> {
    prop_oneof![Just(Grid), Just(Jittered), Just(Anywhere)]
}

fn spread_out(spread: Spread, grid: impl Strategy<Value = f64> + 'static) -> BoxedStrategy<f64> {
    let jitter = prop_oneof![
        4 => Just(0.0),
        1 => -1e-5..1e-5_f64,
        1 => -1e-4..1e-4_f64,
        1 => Just(1e-5),
    ];
    match spread {
        Grid => grid.boxed(),
        Jittered => (grid, jitter)
            .prop_map(|(value, jitter)| value + jitter)
            .boxed(),
        Anywhere => (grid, 0.0..1.0_f64)
            .prop_map(|(value, more)| value + more)
            .boxed(),
    }
}

fn coordinate(spread: Spread) -> BoxedStrategy<f64> {
    spread_out(spread, (0..=6_i32).prop_map(f64::from))
}

fn point(spread: Spread) -> impl Strategy<Value = [f64; 2]> {
    [coordinate(spread), coordinate(spread)]
}

fn shape(spread: Spread) -> impl Strategy<Value = Shape> {
    let radius = spread_out(spread, prop_oneof![Just(1.0), Just(2.0), Just(0.5)]);
    let length = spread_out(spread, prop_oneof![Just(1.0), Just(2.0)]);
    prop_oneof![
        3 => (point(spread), point(spread)).prop_filter_map("flat", |(a, b)| {
            let low = [a[0].min(b[0]), a[1].min(b[1])];
            let high = [a[0].max(b[0]), a[1].max(b[1])];
            let is_thick = high[0] - low[0] > 0.05 && high[1] - low[1] > 0.05;
            is_thick.then_some(Shape::Rectangle(low, high))
        }),
        3 => (point(spread), radius.clone()).prop_map(|(c, r)| Shape::Circle(c, r)),
        1 => (point(spread), length, radius.clone()).prop_map(|(c, l, r)| Shape::Slot(c, l, r)),
        1 => [point(spread), point(spread), point(spread)].prop_filter_map("flat", |[a, b, c]| {
            let [p, q, r] = [a, b, c].map(DVec2::from);
            ((q - p).perp_dot(r - p).abs() > 0.1).then_some(Shape::Triangle(a, b, c))
        }),
        1 => (point(spread), radius).prop_map(|(c, r)| Shape::Keyhole(c, r)),
    ]
}

pub(crate) fn recipe(spread: Spread) -> impl Strategy<Value = Recipe> {
    let heights =
        (coordinate(spread), coordinate(spread)).prop_filter("flat", |(a, b)| (a - b).abs() > 0.05);
    let quarters = (0..4_i32).prop_map(|quarter| f64::from(quarter) * 90.0);
    let turn = if spread == Anywhere {
        (0.0..360.0_f64).boxed()
    } else {
        quarters.boxed()
    };
    (
        shape(spread),
        any::<bool>(),
        turn,
        coordinate(spread),
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

pub(crate) fn part(spread: Spread) -> impl Strategy<Value = Part> {
    proptest::collection::vec((operation(), recipe(spread)), 1..7)
}

/// Two parts.
pub(crate) fn pair() -> impl Strategy<Value = (Spread, (Part, Part))> {
    spread().prop_flat_map(|spread| (Just(spread), (part(spread), part(spread))))
}
