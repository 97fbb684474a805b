//! Python script of CadQuery: one chain of a `Workplane` a region.
//!
//! The script ends in `result`, and shows it where it runs inside CQ-editor. Bodies stay apart:
//! with several of them the result is a compound.

use cadseq_program::BooleanOperation;
use cadseq_solid::{Outline, Region};

use super::Design;
use super::code::{
    Lines, Notation, Placement, Sheet, Span, add_functions, extrude_title, outlines, python_start,
    sketch_title, tuple,
};
use super::design::{Bodies, Step};
use crate::LengthUnit;

/// For joins among several bodies.
const JOIN: &str = r#"

def join(bodies, tool):
    """Unites the tool with the bodies that share a face or space with it, or with one of these."""
    for index, body in enumerate(bodies):
        united = tool.union(body)
        if united.solids().size() < tool.solids().size() + body.solids().size():
            return join(bodies[:index] + bodies[index + 1:], united)
    return bodies + [tool]
"#;

/// For cuts and intersections among several bodies.
const LEFT: &str = r#"

def left(bodies):
    """The bodies without those of which nothing is left."""
    return [body for body in bodies if body.solids().size()]
"#;

/// The script, in millimetres.
pub fn write(design: &Design<'_>) -> String {
    let sheet = Sheet::of_regions(design, LengthUnit::Millimetre);
    let imports = ["import cadquery as cq"];
    let mut lines = python_start("CadQuery script", design.name, &imports, &sheet);
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
        add_extrusion(&mut lines, &step, &sheet.notations[step.extrusion.sketch]);
        lines.add(match bodies {
            Bodies::One => one_body(&step),
            Bodies::Several { .. } => several_bodies(&step),
        });
    }
    lines.gap();
    if bodies != Bodies::One {
        lines.add(
            "result = cq.Workplane(cq.Compound.makeCompound([body.val() for body in bodies]))",
        );
    }
    lines.add("if \"show_object\" in globals():  # inside CQ-editor");
    lines.add("    show_object(result, name=\"result\")");
    lines.into_text()
}

fn plane(placement: &Placement) -> String {
    let origin = tuple(&placement.origin);
    match placement.name {
        Some(name) if placement.is_at_origin() => format!("cq.Plane.named(\"{name}\")"),
        Some(name) => format!("cq.Plane.named(\"{name}\", origin={origin})"),
        None => format!(
            "cq.Plane(origin={origin}, xDir={}, normal={})",
            tuple(&placement.x_axis),
            tuple(&placement.normal)
        ),
    }
}

/// `extrude_1 = (...)`, then a union with each further region.
fn add_extrusion(lines: &mut Lines, step: &Step<'_>, notation: &Notation) {
    let name = format!("extrude_{}", step.number);
    for (index, region) in step.extrusion.regions.iter().enumerate() {
        lines.add(match index {
            0 => format!("{name} = ("),
            _ => format!("{name} = {name}.union("),
        });
        lines.indent();
        add_chain(lines, region, step, notation);
        lines.dedent();
        lines.add(")");
    }
}

fn add_chain(lines: &mut Lines, region: &Region, step: &Step<'_>, notation: &Notation) {
    let span = Span::new(step.number, step.extrusion);
    lines.add(format!("cq.Workplane(sketch_{})", step.sketch_number()));
    if let Span::Between { start, .. } = &span {
        lines.add(format!(".workplane(offset={start})"));
    }
    for outline in outlines(region) {
        add_outline(lines, outline, notation);
    }
    lines.add(match &span {
        Span::OneSide { depth } => format!(".extrude({depth})"),
        Span::Symmetric { length } => format!(".extrude({length} / 2, both=True)"),
        Span::Between { start, end } => format!(".extrude({end} - {start})"),
    });
}

/// The pen's way around; `close` draws the line back to the start where there is one.
fn add_outline(lines: &mut Lines, outline: &Outline, notation: &Notation) {
    let segments = match outline {
        Outline::Circle { center, radius, .. } => {
            lines.add(format!(".moveTo({})", notation.point(*center)));
            return lines.add(format!(".circle({})", notation.radius(*radius)));
        }
        Outline::Loop(segments) => segments,
    };
    lines.add(format!(".moveTo({})", notation.point(segments[0].start)));
    for (index, segment) in segments.iter().enumerate() {
        let end = notation.point(segment.end);
        if segment.bend.is_some() {
            let middle = notation.derived(segment.point_at(0.5));
            lines.add(format!(".threePointArc(({middle}), ({end}))"));
        } else if index + 1 < segments.len() {
            lines.add(format!(".lineTo({end})"));
        }
    }
    lines.add(".close()");
}

fn one_body(step: &Step<'_>) -> String {
    let tool = format!("extrude_{}", step.number);
    match step.extrusion.boolean {
        BooleanOperation::New => format!("result = {tool}"),
        BooleanOperation::Join => format!("result = result.union({tool})"),
        BooleanOperation::Cut => format!("result = result.cut({tool})"),
        BooleanOperation::Intersect => format!("result = result.intersect({tool})"),
    }
}

fn several_bodies(step: &Step<'_>) -> String {
    let tool = format!("extrude_{}", step.number);
    match step.extrusion.boolean {
        BooleanOperation::New if step.number == 1 => format!("bodies = [{tool}]"),
        BooleanOperation::New => format!("bodies.append({tool})"),
        BooleanOperation::Join => format!("bodies = join(bodies, {tool})"),
        BooleanOperation::Cut => {
            format!("bodies = left([body.cut({tool}) for body in bodies])")
        }
        BooleanOperation::Intersect => {
            format!("bodies = left([body.intersect({tool}) for body in bodies])")
        }
    }
}
