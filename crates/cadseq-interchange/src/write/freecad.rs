//! Macro of FreeCAD: shapes of the Part workbench, and a document object that holds the result.
//!
//! It runs in the program's window and in `freecadcmd` alike. Bodies stay apart: with several of
//! them the result is a compound.

use cadseq_program::BooleanOperation;
use cadseq_solid::{Outline, Region};

use super::Design;
use super::code::{
    Lines, Notation, Placement, Sheet, Span, add_functions, extrude_title, outlines, python_start,
    sketch_title, tuple,
};
use super::design::{Bodies, Step};
use super::escape::python_string;
use crate::LengthUnit;

/// Sketch coordinates as FreeCAD's vectors.
const POINT: &str = r#"

def point(x, y):
    """A point of a sketch, in its own coordinates."""
    return App.Vector(x, y, 0)
"#;

/// A sketch's coordinate system.
const PLACED: &str = r#"

def placement(origin, x_axis, y_axis, normal):
    """The coordinate system of a sketch."""
    rotation = App.Rotation(App.Vector(*x_axis), App.Vector(*y_axis), App.Vector(*normal), "ZXY")
    return App.Placement(App.Vector(*origin), rotation)
"#;

/// For joins among several bodies.
const JOIN: &str = r#"

def join(bodies, tool):
    """Unites the tool with the bodies that share a face or space with it, or with one of these."""
    for index, body in enumerate(bodies):
        united = tool.fuse(body)
        if len(united.Solids) < len(tool.Solids) + len(body.Solids):
            return join(bodies[:index] + bodies[index + 1:], united)
    return bodies + [tool]
"#;

/// For cuts and intersections among several bodies.
const LEFT: &str = r#"

def left(bodies):
    """The bodies without those of which nothing is left."""
    return [body for body in bodies if body.Solids]
"#;

/// The macro, in millimetres.
pub fn write(design: &Design<'_>) -> String {
    let sheet = Sheet::of_regions(design, LengthUnit::Millimetre);
    let imports = ["import FreeCAD as App", "import Part"];
    let mut lines = python_start("FreeCAD macro", design.name, &imports, &sheet);
    lines.add(POINT);
    lines.add(PLACED);
    let bodies = design.bodies();
    add_functions(&mut lines, bodies, [JOIN, LEFT]);
    lines.gap();
    for step in design.steps() {
        lines.gap();
        if step.starts_sketch {
            lines.add(format!("# {}", sketch_title(design, &step)));
            let placement = Placement::new(design, step.extrusion.sketch, sheet.unit);
            lines.add(placed(&step, &placement));
            lines.gap();
        }
        lines.add(format!("# {}", extrude_title(&step)));
        add_extrusion(&mut lines, &step, &sheet.notations[step.extrusion.sketch]);
        lines.add(match bodies {
            Bodies::One => one_body(&step),
            Bodies::Several { .. } => several_bodies(&step),
        });
    }
    if bodies != Bodies::One {
        lines.gap();
        lines.add("result = Part.makeCompound(bodies)");
    }
    add_object(&mut lines, design.name);
    lines.into_text()
}

fn placed(step: &Step<'_>, placement: &Placement) -> String {
    let Placement {
        origin,
        x_axis,
        y_axis,
        normal,
        ..
    } = placement;
    let vectors = [origin, x_axis, y_axis, normal].map(tuple).join(", ");
    format!("sketch_{} = placement({vectors})", step.sketch_number())
}

/// Faces in sketch coordinates, their extrusion, and its move to the sketch's place.
fn add_extrusion(lines: &mut Lines, step: &Step<'_>, notation: &Notation) {
    let number = step.number;
    for (region_number, region) in (1..).zip(&step.extrusion.regions) {
        add_face(lines, &face_name(step, region_number), region, notation);
    }
    let face = match step.extrusion.regions.len() {
        1 => face_name(step, 1),
        count => {
            let names: Vec<_> = (1..=count).map(|k| face_name(step, k)).collect();
            let faces = format!("face_{number}");
            lines.add(format!(
                "{faces} = Part.makeCompound([{}])",
                names.join(", ")
            ));
            faces
        }
    };
    let (start, length) = Span::new(number, step.extrusion).start_and_length();
    if start != "0" {
        lines.add(format!("{face}.translate(App.Vector(0, 0, {start}))"));
    }
    lines.add(format!(
        "extrude_{number} = {face}.extrude(App.Vector(0, 0, {length}))"
    ));
    lines.add(format!(
        "extrude_{number}.Placement = sketch_{}",
        step.sketch_number()
    ));
}

fn face_name(step: &Step<'_>, region: usize) -> String {
    match step.extrusion.regions.len() {
        1 => format!("face_{}", step.number),
        _ => format!("face_{}_region_{region}", step.number),
    }
}

fn add_face(lines: &mut Lines, name: &str, region: &Region, notation: &Notation) {
    if region.holes.is_empty() {
        let opening = format!("{name} = Part.Face(");
        return add_wire(lines, [&opening, ")"], &region.outer, notation);
    }
    lines.add(format!("{name} = Part.makeFace(["));
    lines.indent();
    for outline in outlines(region) {
        add_wire(lines, ["", ","], outline, notation);
    }
    lines.dedent();
    lines.add("], \"Part::FaceMakerBullseye\")");
}

/// A wire with what stands before and after it.
fn add_wire(lines: &mut Lines, [before, after]: [&str; 2], outline: &Outline, notation: &Notation) {
    let segments = match outline {
        Outline::Circle { center, radius, .. } => {
            let (center, radius) = (notation.point(*center), notation.radius(*radius));
            let circle = format!("Part.makeCircle({radius}, point({center}))");
            return lines.add(format!("{before}Part.Wire({circle}){after}"));
        }
        Outline::Loop(segments) => segments,
    };
    lines.add(format!("{before}Part.Wire(["));
    lines.indent();
    for segment in segments {
        let (start, end) = (notation.point(segment.start), notation.point(segment.end));
        lines.add(if segment.bend.is_some() {
            let middle = notation.derived(segment.point_at(0.5));
            format!("Part.Arc(point({start}), point({middle}), point({end})).toShape(),")
        } else {
            format!("Part.makeLine(point({start}), point({end})),")
        });
    }
    lines.dedent();
    lines.add(format!("]){after}"));
}

fn one_body(step: &Step<'_>) -> String {
    let tool = format!("extrude_{}", step.number);
    match step.extrusion.boolean {
        BooleanOperation::New => format!("result = {tool}"),
        BooleanOperation::Join => format!("result = result.fuse({tool})"),
        BooleanOperation::Cut => format!("result = result.cut({tool})"),
        BooleanOperation::Intersect => format!("result = result.common({tool})"),
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
            format!("bodies = left([body.common({tool}) for body in bodies])")
        }
    }
}

/// The result as an object of the document, in view.
fn add_object(lines: &mut Lines, name: &str) {
    lines.gap();
    lines.add("document = App.ActiveDocument or App.newDocument(\"Part\")");
    lines.add("result_object = document.addObject(\"Part::Feature\", \"Result\")");
    lines.add(format!("result_object.Label = {}", python_string(name)));
    lines.add("result_object.Shape = result");
    lines.add("document.recompute()");
    lines.add("if App.GuiUp:");
    lines.add("    import FreeCADGui as Gui");
    lines.add("    Gui.SendMsgToActiveView(\"ViewFit\")");
}
