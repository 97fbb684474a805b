//! Python script of build123d in algebra mode; it ends in `part`.
//!
//! Bodies stay apart: with several of them the part is a compound.

use cadseq_program::BooleanOperation;
use cadseq_solid::{Outline, Region};

use super::Design;
use super::code::{
    Lines, Notation, Placement, Sheet, Span, add_functions, extrude_title, python_start,
    sketch_title, tuple,
};
use super::design::{Bodies, Step};
use crate::LengthUnit;

/// For joins among several bodies.
const JOIN: &str = r#"

def join(bodies, tool):
    """Unites the tool with the bodies that share a face or space with it, or with one of these."""
    for index, body in enumerate(bodies):
        united = tool + body
        if len(united.solids()) < len(tool.solids()) + len(body.solids()):
            return join(bodies[:index] + bodies[index + 1:], united)
    return bodies + [tool]
"#;

/// For cuts and intersections among several bodies.
const LEFT: &str = r#"

def left(bodies):
    """The bodies without those of which nothing is left."""
    return [body for body in bodies if body.solids()]
"#;

/// The script, in millimetres.
pub fn write(design: &Design<'_>) -> String {
    let sheet = Sheet::of_regions(design, LengthUnit::Millimetre);
    let imports = ["from build123d import *"];
    let mut lines = python_start("build123d script", design.name, &imports, &sheet);
    let bodies = design.bodies();
    if bodies != Bodies::One {
        add_functions(&mut lines, bodies, [JOIN, LEFT]);
        lines.gap();
    }
    for step in design.steps() {
        lines.gap();
        if step.starts_sketch {
            lines.add(format!("# {}", sketch_title(design, &step)));
            let plane = plane(&Placement::new(design, step.extrusion.sketch, sheet.unit));
            lines.add(format!("sketch_{} = {plane}", step.sketch_number()));
            lines.gap();
        }
        lines.add(format!("# {}", extrude_title(&step)));
        add_profile(&mut lines, &step, &sheet.notations[step.extrusion.sketch]);
        lines.add(extrusion(&step));
        lines.add(match bodies {
            Bodies::One => one_body(&step),
            Bodies::Several { .. } => several_bodies(&step),
        });
    }
    if bodies != Bodies::One {
        lines.gap();
        lines.add("part = Compound(bodies)");
    }
    lines.into_text()
}

fn plane(placement: &Placement) -> String {
    match placement.name {
        Some(name) if placement.is_at_origin() => format!("Plane.{name}"),
        _ => format!(
            "Plane(origin={}, x_dir={}, z_dir={})",
            tuple(&placement.origin),
            tuple(&placement.x_axis),
            tuple(&placement.normal)
        ),
    }
}

/// `profile_1 = ...`, then `+=` each further region and `-=` each hole. Regions that lie in a hole
/// of another come after it.
fn add_profile(lines: &mut Lines, step: &Step<'_>, notation: &Notation) {
    let name = format!("profile_{}", step.number);
    let mut regions: Vec<&Region> = step.extrusion.regions.iter().collect();
    regions.sort_by(|a, b| b.outer.area().total_cmp(&a.outer.area()));
    for (index, region) in regions.into_iter().enumerate() {
        let sign = if index == 0 { "=" } else { "+=" };
        add_outline(lines, &format!("{name} {sign}"), &region.outer, notation);
        for hole in &region.holes {
            add_outline(lines, &format!("{name} -="), hole, notation);
        }
    }
}

fn add_outline(lines: &mut Lines, assignment: &str, outline: &Outline, notation: &Notation) {
    let segments = match outline {
        Outline::Circle { center, radius, .. } => {
            let (center, radius) = (notation.point(*center), notation.radius(*radius));
            return lines.add(format!("{assignment} Pos({center}) * Circle({radius})"));
        }
        Outline::Loop(segments) => segments,
    };
    lines.add(format!("{assignment} make_face(["));
    lines.indent();
    for segment in segments {
        let (start, end) = (notation.point(segment.start), notation.point(segment.end));
        lines.add(if segment.bend.is_some() {
            let middle = notation.derived(segment.point_at(0.5));
            format!("ThreePointArc(({start}), ({middle}), ({end})),")
        } else {
            format!("Line(({start}), ({end})),")
        });
    }
    lines.dedent();
    lines.add("])");
}

fn extrusion(step: &Step<'_>) -> String {
    let number = step.number;
    let sketch = format!("sketch_{}", step.sketch_number());
    let profile = format!("profile_{number}");
    let swept = match Span::new(number, step.extrusion) {
        Span::OneSide { depth } => format!("{sketch} * {profile}, amount={depth}"),
        Span::Symmetric { length } => {
            format!("{sketch} * {profile}, amount={length} / 2, both=True")
        }
        Span::Between { start, end } => {
            format!("{sketch}.offset({start}) * {profile}, amount={end} - {start}")
        }
    };
    format!("extrude_{number} = extrude({swept})")
}

fn one_body(step: &Step<'_>) -> String {
    let sign = match step.extrusion.boolean {
        BooleanOperation::New => "=",
        BooleanOperation::Join => "+=",
        BooleanOperation::Cut => "-=",
        BooleanOperation::Intersect => "&=",
    };
    format!("part {sign} extrude_{}", step.number)
}

fn several_bodies(step: &Step<'_>) -> String {
    let tool = format!("extrude_{}", step.number);
    match step.extrusion.boolean {
        BooleanOperation::New if step.number == 1 => format!("bodies = [{tool}]"),
        BooleanOperation::New => format!("bodies.append({tool})"),
        BooleanOperation::Join => format!("bodies = join(bodies, {tool})"),
        BooleanOperation::Cut => format!("bodies = left([body - {tool} for body in bodies])"),
        BooleanOperation::Intersect => {
            format!("bodies = left([body & {tool} for body in bodies])")
        }
    }
}
