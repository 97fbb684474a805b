//! Random programs of simple sketches on all planes, with all extents and operations.

use std::fmt::Write as _;

use proptest::prelude::*;

use crate::built::{Built, try_build};

/// A part of one to five sketches.
pub(crate) fn part() -> impl Strategy<Value = Built> {
    prop::collection::vec(feature(), 1..=5).prop_filter_map("a part", |features| {
        let mut text = String::new();
        for (index, feature) in features.iter().enumerate() {
            push(&mut text, index, feature);
        }
        try_build("random", &text).ok()
    })
}

#[derive(Debug, Clone)]
struct Feature {
    plane: usize,
    shape: usize,
    at: [f64; 2],
    size: [f64; 2],
    extent: usize,
    depth: f64,
    operation: &'static str,
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![(-20_i32..=20).prop_map(|n| f64::from(n) / 4.0), -10.0..10.0]
}

fn size() -> impl Strategy<Value = f64> {
    prop_oneof![(1_i32..=16).prop_map(|n| f64::from(n) / 4.0), 0.1..8.0]
}

fn feature() -> impl Strategy<Value = Feature> {
    let operation = prop::sample::select(vec!["join", "cut", "intersect", "new"]);
    let places = ([number(), number()], [size(), size()], number());
    (0_usize..7, 0_usize..4, 0_usize..3, places, operation).prop_map(
        |(plane, shape, extent, (at, size, depth), operation)| Feature {
            plane,
            shape,
            at,
            size,
            extent,
            depth: if depth.abs() < 0.01 { 1.0 } else { depth },
            operation,
        },
    )
}

// Writing into a string cannot fail.
fn push(text: &mut String, index: usize, feature: &Feature) {
    let [x, y] = feature.at;
    let plane = match feature.plane {
        1 => String::from("XZ"),
        2 => String::from("YZ"),
        3 if index > 0 => format!("start({})", index - 1),
        4 if index > 0 => format!("end({})", index - 1),
        5 => format!("plane({x}, {y}, 1, 0, -1, 0)"),
        6 => format!("plane({x}, {y}, 1, 1, 2, 2)"),
        _ => String::from("XY"),
    };
    let _ = writeln!(text, "add_sketch({plane})");
    push_shape(text, feature);
    let Feature {
        depth, operation, ..
    } = feature;
    let extent = ["", ", symmetric", ", 0.125"][feature.extent];
    let _ = writeln!(text, "add_extrude(0, {depth}, {operation}{extent})");
}

fn push_shape(text: &mut String, feature: &Feature) {
    let [x, y] = feature.at;
    let [width, height] = feature.size;
    let (right, top) = (x + width, y + height);
    let radius = width.min(height) / 4.0;
    let (center_x, center_y) = (x + width / 2.0, y + height / 2.0);
    let hole = format!("add_circle({center_x}, {center_y}, {radius})\n");
    let disc = format!("add_circle({x}, {y}, {width})\n");
    let sides = [(x, y), (right, y), (right, top), (x, top), (x, y)];
    let lines = sides.windows(2).map(|ends| {
        let [(x0, y0), (x1, y1)] = [ends[0], ends[1]];
        format!("add_line({x0}, {y0}, {x1}, {y1})\n")
    });
    let rectangle: String = lines.collect();
    let half_disc =
        format!("add_line({x}, {y}, {right}, {y})\nadd_arc({right}, {y}, {center_x}, {y}, 180)\n");
    text.push_str(&match feature.shape {
        0 => disc,
        1 => rectangle,
        2 => rectangle + &hole,
        _ => half_disc,
    });
}
