//! SVG of one sketch: its profiles filled, its curves as lines, in millimetres at true size.
//!
//! Sketch y points up on the page. Every curve and profile has the `id` by which the language
//! counts it (`curve-0`, `profile-0`), and every profile a title that a browser shows.

use cadseq_program::{Arc, Curve};
use cadseq_solid::build::Sketch;
use cadseq_solid::outline::{Bounds2, Segment};
use cadseq_solid::{Outline, Region};
use glam::DVec2;

use super::code::{Lines, outlines};
use super::escape::xml_text;
use super::{Design, WriteError};
use crate::LengthUnit;

const UNIT: LengthUnit = LengthUnit::Millimetre;
/// Space around the curves and width of their lines, in the length of the sketch's diagonal.
const MARGIN: f64 = 0.05;
const STROKE: f64 = 0.003;
/// What neighbouring profiles are filled with.
const TINTS: [&str; 4] = ["#dbe4ee", "#f3e3cf", "#dcebd9", "#ecdcea"];
/// Steps along a curve to find the box around it.
const SAMPLES: u32 = 64;

/// The SVG of the sketch with this index, from 0.
///
/// # Errors
/// [`WriteError::NoSketch`] where there is none.
pub fn write(design: &Design<'_>, sketch: usize) -> Result<String, WriteError> {
    let drawn = design.sketch(sketch)?;
    let mut lines = Lines::new();
    let bounds = bounds(drawn);
    let diagonal = (bounds.max - bounds.min).length();
    add_root(&mut lines, &bounds, MARGIN * diagonal);
    lines.indent();
    lines.add(format!(
        "<title>{}: sketch {sketch}</title>",
        xml_text(design.name)
    ));
    let stroke = UNIT.derived(STROKE * diagonal);
    lines.add("<g id=\"profiles\" fill-rule=\"evenodd\" transform=\"scale(1 -1)\">");
    for (k, profile) in drawn.profiles.iter().enumerate() {
        let path = profile_path(profile);
        let tint = TINTS[k % TINTS.len()];
        lines.add(format!(
            "  <path id=\"profile-{k}\" fill=\"{tint}\" d=\"{path}\"><title>profile {k}</title></path>"
        ));
    }
    lines.add("</g>");
    lines.add(format!(
        "<g id=\"curves\" fill=\"none\" stroke=\"#1f3044\" stroke-width=\"{stroke}\" stroke-linecap=\"round\" transform=\"scale(1 -1)\">"
    ));
    for (k, curve) in drawn.curves.iter().enumerate() {
        lines.add(format!("  {}", element(k, curve)));
    }
    lines.add("</g>");
    lines.dedent();
    lines.add("</svg>");
    Ok(lines.into_text())
}

fn add_root(lines: &mut Lines, bounds: &Bounds2, margin: f64) {
    let size = bounds.max - bounds.min + DVec2::splat(2.0 * margin);
    let [width, height] = size.to_array().map(|v| UNIT.derived(v));
    let corner = DVec2::new(bounds.min.x - margin, -bounds.max.y - margin);
    let [x, y] = corner.to_array().map(|v| UNIT.derived(v));
    lines.add(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" viewBox=\"{x} {y} {width} {height}\">"
    ));
}

/// The box around points along all curves; arcs leave it by less than the margin.
fn bounds(sketch: &Sketch) -> Bounds2 {
    let along = |curve: &Curve| {
        let curve = *curve;
        (0..=SAMPLES).map(move |k| curve.point_at(f64::from(k) / f64::from(SAMPLES)))
    };
    let boxes = sketch.curves.iter().flat_map(along).map(|point| Bounds2 {
        min: point,
        max: point,
    });
    boxes.reduce(Bounds2::union).unwrap_or(Bounds2 {
        min: DVec2::ZERO,
        max: DVec2::ZERO,
    })
}

fn profile_path(region: &Region) -> String {
    let paths: Vec<_> = outlines(region).map(outline_path).collect();
    paths.join(" ")
}

fn outline_path(outline: &Outline) -> String {
    let segments = match outline {
        Outline::Circle { center, radius, .. } => {
            let east = *center + DVec2::X * *radius;
            let west = *center - DVec2::X * *radius;
            let halves = [arc_to(*radius, 1.0, west), arc_to(*radius, 1.0, east)];
            return format!("M {} {} Z", position(east), halves.join(" "));
        }
        Outline::Loop(segments) => segments,
    };
    let mut path = format!("M {}", position(segments[0].start));
    for segment in segments {
        path.push(' ');
        path.push_str(&segment_path(segment));
    }
    path.push_str(" Z");
    path
}

fn segment_path(segment: &Segment) -> String {
    let Some(bend) = segment.bend else {
        return format!("L {}", position(segment.end));
    };
    let half = |end| arc_to(bend.radius, bend.sweep_rad, end);
    let (middle, end) = (half(segment.point_at(0.5)), half(segment.end));
    format!("{middle} {end}")
}

fn element(number: usize, curve: &Curve) -> String {
    let id = format!("id=\"curve-{number}\"");
    match curve {
        Curve::Line(line) => {
            let (start, end) = (position(line.start), position(line.end));
            format!("<path {id} d=\"M {start} L {end}\"/>")
        }
        Curve::Arc(arc) => format!("<path {id} d=\"{}\"/>", arc_path(arc)),
        Curve::Circle(circle) => {
            let [x, y] = circle.center.to_array().map(|v| UNIT.length(v));
            let radius = UNIT.length(circle.radius);
            format!("<circle {id} cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>")
        }
    }
}

fn arc_path(arc: &Arc) -> String {
    let half = |end| arc_to(arc.radius(), arc.sweep_deg, end);
    let (middle, end) = (half(arc.point_at(0.5)), half(arc.end()));
    format!("M {} {middle} {end}", position(arc.start))
}

/// An arc of at most half a turn. The picture is turned over, so counter-clockwise is SVG's
/// positive direction.
fn arc_to(radius: f64, sweep: f64, end: DVec2) -> String {
    let radius = UNIT.derived(radius);
    let positive = u8::from(sweep > 0.0);
    format!("A {radius} {radius} 0 0 {positive} {}", position(end))
}

fn position(point: DVec2) -> String {
    let [x, y] = point.to_array().map(|v| UNIT.derived(v));
    format!("{x} {y}")
}
