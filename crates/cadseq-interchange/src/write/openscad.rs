//! Program of OpenSCAD.
//!
//! OpenSCAD has polygons only. Arcs and circles become polygons with their corners on the curve,
//! `$fn` of them a full turn, so a disc of `n` corners lacks a share of `1 - sin(a) / a` of its
//! area with `a = 2 pi / n`: 4.0e-4 for the 128 that the file sets. Lines are exact. OpenSCAD also
//! has no bodies: where bodies of the program overlap, they are one there.

use cadseq_program::BooleanOperation;
use cadseq_solid::outline::{Bend, Segment};
use cadseq_solid::{Extrusion, Feature, Outline, Region};

use super::Design;
use super::code::{Lines, Notation, Placement, Sheet, Span, extrude_title, header, sketch_title};
use super::design::Step;
use super::number::angle;
use crate::LengthUnit;

/// Corners of a full turn.
const CORNERS: u32 = 128;

/// Corners of an arc. `v.x` and `v.y` are the coordinates of a vector.
const ARC: &str = "\
// Corners along an arc: its start, and what follows without its end.
function arc(start, center, sweep) =
    let (steps = max(1, ceil($fn * abs(sweep) / 360)))
    [for (k = [0 : steps - 1]) center + turned(start - center, sweep * k / steps)];

function turned(v, angle) =
    [v.x * cos(angle) - v.y * sin(angle), v.x * sin(angle) + v.y * cos(angle)];";

/// The program, in millimetres.
pub fn write(design: &Design<'_>) -> String {
    let sheet = Sheet::of_regions(design, LengthUnit::Millimetre);
    let mut lines = start(design, &sheet);
    for step in design.steps() {
        lines.gap();
        if step.starts_sketch {
            lines.add(format!("// {}", sketch_title(design, &step)));
            let placement = Placement::new(design, step.extrusion.sketch, sheet.unit);
            add_sketch(&mut lines, &step, &placement);
            lines.gap();
        }
        lines.add(format!("// {}", extrude_title(&step)));
        add_extrusion(&mut lines, &step, &sheet.notations[step.extrusion.sketch]);
        lines.add(result(&step));
    }
    lines.gap();
    lines.add(format!("result_{}();", design.part.features.len()));
    lines.into_text()
}

fn start(design: &Design<'_>, sheet: &Sheet) -> Lines {
    let mut lines = Lines::new();
    for line in header("OpenSCAD program", sheet.unit, design.name) {
        lines.add(format!("// {line}"));
    }
    lines.gap();
    lines.add("// Parameters");
    for (name, value) in &sheet.parameters {
        lines.add(format!("{name} = {value};"));
    }
    lines.gap();
    lines.add("// Corners of a full turn: arcs and circles are polygons here.");
    lines.add(format!("$fn = {CORNERS};"));
    let features = design.part.features.iter();
    let mut outlines = features.flat_map(|Feature::Extrude(extrusion)| &extrusion.regions);
    if outlines.any(has_arcs) {
        lines.gap();
        lines.add(ARC);
    }
    lines
}

fn has_arcs(region: &Region) -> bool {
    let mut segments = super::code::outlines(region).flat_map(Outline::segments);
    segments.any(|segment| segment.bend.is_some())
}

/// A module that puts what follows it into the sketch's coordinate system.
fn add_sketch(lines: &mut Lines, step: &Step<'_>, placement: &Placement) {
    let Placement {
        origin,
        x_axis,
        y_axis,
        normal,
        name,
    } = placement;
    let module = format!("module sketch_{}()", step.sketch_number());
    if *name == Some("XY") && placement.is_at_origin() {
        return lines.add(format!("{module} children();"));
    }
    if *name == Some("XY") {
        let origin = origin.join(", ");
        return lines.add(format!("{module} translate([{origin}]) children();"));
    }
    lines.add(format!("{module} multmatrix(["));
    for k in 0..3 {
        let row = [&x_axis[k], &y_axis[k], &normal[k], &origin[k]].map(String::as_str);
        let comma = if k < 2 { "," } else { "" };
        lines.add(format!("    [{}]{comma}", row.join(", ")));
    }
    lines.add("]) children();");
}

fn add_extrusion(lines: &mut Lines, step: &Step<'_>, notation: &Notation) {
    lines.add(format!("module extrude_{}()", step.number));
    lines.indent();
    lines.add(format!("sketch_{}()", step.sketch_number()));
    let span = Span::new(step.number, step.extrusion);
    if let Some(low) = low(&span, step.extrusion) {
        lines.add(format!("translate([0, 0, {low}])"));
    }
    let (_, length) = span.start_and_length();
    lines.add(format!("linear_extrude(height = abs({length}))"));
    if let [region] = step.extrusion.regions.as_slice() {
        add_region(lines, region, notation);
    } else {
        lines.add("union() {");
        lines.indent();
        for region in &step.extrusion.regions {
            add_region(lines, region, notation);
        }
        lines.dedent();
        lines.add("}");
    }
    lines.dedent();
}

/// The lower height, where that is not 0.
fn low(span: &Span, extrusion: &Extrusion) -> Option<String> {
    match span {
        Span::OneSide { depth } => (extrusion.end < 0.0).then(|| depth.clone()),
        Span::Symmetric { length } => Some(format!("-abs({length}) / 2")),
        Span::Between { start, end } => Some(format!("min({start}, {end})")),
    }
}

fn add_region(lines: &mut Lines, region: &Region, notation: &Notation) {
    if region.holes.is_empty() {
        return add_outline(lines, &region.outer, notation);
    }
    lines.add("difference() {");
    lines.indent();
    for outline in super::code::outlines(region) {
        add_outline(lines, outline, notation);
    }
    lines.dedent();
    lines.add("}");
}

fn add_outline(lines: &mut Lines, outline: &Outline, notation: &Notation) {
    let segments = match outline {
        Outline::Circle { center, radius, .. } => {
            let (center, radius) = (notation.point(*center), notation.radius(*radius));
            return lines.add(format!("translate([{center}]) circle(r = {radius});"));
        }
        Outline::Loop(segments) => segments,
    };
    lines.add("polygon(concat(");
    for (index, segment) in segments.iter().enumerate() {
        let comma = if index + 1 < segments.len() { "," } else { "" };
        lines.add(format!("    {}{comma}", corners(segment, notation)));
    }
    lines.add("));");
}

/// The corners of a segment without its end, as a list.
fn corners(segment: &Segment, notation: &Notation) -> String {
    let start = notation.point(segment.start);
    match segment.bend {
        None => format!("[[{start}]]"),
        Some(Bend {
            center, sweep_rad, ..
        }) => {
            let center = notation.derived(center);
            let sweep = angle(sweep_rad.to_degrees());
            format!("arc([{start}], [{center}], {sweep})")
        }
    }
}

/// The solid after this extrusion.
fn result(step: &Step<'_>) -> String {
    let number = step.number;
    let operation = match step.extrusion.boolean {
        _ if number == 1 => return format!("module result_{number}() extrude_{number}();"),
        BooleanOperation::New | BooleanOperation::Join => "union",
        BooleanOperation::Cut => "difference",
        BooleanOperation::Intersect => "intersection",
    };
    format!(
        "module result_{number}() {operation}() {{ result_{}(); extrude_{number}(); }}",
        number - 1
    )
}
