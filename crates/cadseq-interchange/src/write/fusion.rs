//! Script that runs inside Fusion 360 (Utilities, Scripts and Add-Ins).
//!
//! It draws the sketches' own curves, and finds the profiles that Fusion makes of them by area,
//! perimeter and centre, since Fusion numbers profiles in an order of its own. Sketches that are
//! not on an origin plane lie on offset planes; their points are given through
//! `modelToSketchSpace`, whatever axes Fusion lays into the plane. Where a plane is parallel to no
//! origin plane, the design is direct (without a timeline): only there does Fusion take such planes.
//!
//! With several bodies, which of them a join or an intersection takes is Fusion's decision: those
//! that the extrude meets. That differs from ours where bodies overlap, or where an intersection
//! misses one.

use cadseq_program::{Arc, Curve, Plane};
use cadseq_solid::build::Sketch;
use cadseq_solid::{Outline, Region};
use glam::DVec2;

use super::Design;
use super::code::{
    Lines, Notation, Placement, Sheet, Span, extrude_title, outlines, python_start, sketch_title,
    tuple,
};
use super::design::Step;
use super::number::number;
use crate::{LengthUnit, feature};

/// Functions of every script.
const FUNCTIONS: &str = r#"

def point(x, y):
    """A point of a sketch on an origin plane."""
    return adsk.core.Point3D.create(x, y, 0)


def value(number):
    return adsk.core.ValueInput.createByReal(number)


def profile(sketch, center, area, perimeter):
    """The profile of the sketch that comes nearest to this centre, area and perimeter."""
    def difference(candidate):
        found = candidate.areaProperties(adsk.fusion.CalculationAccuracy.HighCalculationAccuracy)
        return (
            found.centroid.distanceTo(center)
            + abs(found.area - area) ** 0.5
            + abs(found.perimeter - perimeter)
        )
    return min(sketch.profiles, key=difference)


def collection(profiles):
    found = adsk.core.ObjectCollection.create()
    for one in profiles:
        found.add(one)
    return found
"#;

/// For sketches that are not on an origin plane.
const PLACED: &str = r#"

def placed(sketch, origin, x_axis, y_axis):
    """The function that takes coordinates (x, y) along these axes to points of the sketch."""
    def point(x, y):
        world = [o + x * a + y * b for o, a, b in zip(origin, x_axis, y_axis)]
        return sketch.modelToSketchSpace(adsk.core.Point3D.create(*world))
    return point
"#;

/// What Fusion calls.
const RUN: &str = r#"

def run(context):
    ui = None
    try:
        app = adsk.core.Application.get()
        ui = app.userInterface
        app.documents.add(adsk.core.DocumentTypes.FusionDesignDocumentType)
        build(adsk.fusion.Design.cast(app.activeProduct))
    except Exception:
        if ui:
            ui.messageBox("The script failed:\n" + traceback.format_exc())
        else:
            raise
"#;

/// How a sketch lies in Fusion.
enum Base {
    /// On an origin plane, with its axes.
    Origin(Plane),
    /// Parallel to an origin plane; against its normal where `flipped`.
    Offset {
        plane: Plane,
        axis: usize,
        flipped: bool,
    },
    /// Anywhere.
    Free,
}

/// The script, in centimetres, Fusion's own unit.
pub fn write(design: &Design<'_>) -> String {
    let sheet = Sheet::of_curves(design, LengthUnit::Centimetre);
    let imports = [
        "import math",
        "import traceback",
        "",
        "import adsk.core",
        "import adsk.fusion",
    ];
    let mut lines = python_start("Fusion 360 script", design.name, &imports, &sheet);
    let bases: Vec<Base> = design.part.sketches.iter().map(base).collect();
    lines.add(FUNCTIONS);
    if !bases.iter().all(|base| matches!(base, Base::Origin(_))) {
        lines.add(PLACED);
    }
    lines.gap();
    lines.gap();
    lines.add("def build(design):");
    lines.indent();
    if bases.iter().any(|base| matches!(base, Base::Free)) {
        lines.add("# Planes at any angle need a design without a timeline.");
        lines.add("design.designType = adsk.fusion.DesignTypes.DirectDesignType");
    }
    lines.add("root = design.rootComponent");
    lines.add("extrudes = root.features.extrudeFeatures");
    for step in design.steps() {
        let base = &bases[step.extrusion.sketch];
        lines.gap();
        if step.starts_sketch {
            lines.add(format!("# {}", sketch_title(design, &step)));
            add_sketch(&mut lines, design, &step, base, &sheet);
            lines.gap();
        }
        lines.add(format!("# {}", extrude_title(&step)));
        add_extrusion(&mut lines, design, &step, base);
    }
    lines.dedent();
    lines.add(RUN);
    lines.into_text()
}

fn base(sketch: &Sketch) -> Base {
    let frame = sketch.frame;
    let is = |plane: &Plane| plane.frame() == frame;
    if let Some(plane) = Plane::ALL.into_iter().find(is) {
        return Base::Origin(plane);
    }
    let along = |plane: &Plane| frame.normal().dot(plane.normal()).abs() == 1.0;
    Plane::ALL
        .into_iter()
        .find(along)
        .map_or(Base::Free, |plane| {
            let normal = plane.normal().to_array();
            Base::Offset {
                plane,
                axis: normal.into_iter().position(|c| c == 1.0).unwrap_or(0),
                flipped: frame.normal().dot(plane.normal()) < 0.0,
            }
        })
}

const fn plane_property(plane: Plane) -> &'static str {
    match plane {
        Plane::XY => "xYConstructionPlane",
        Plane::XZ => "xZConstructionPlane",
        Plane::YZ => "yZConstructionPlane",
    }
}

fn add_sketch(lines: &mut Lines, design: &Design<'_>, step: &Step<'_>, base: &Base, sheet: &Sheet) {
    let number = step.sketch_number();
    let placement = Placement::new(design, step.extrusion.sketch, sheet.unit);
    let plane = match base {
        Base::Origin(plane) => format!("root.{}", plane_property(*plane)),
        Base::Offset { .. } | Base::Free => {
            lines.add("plane_input = root.constructionPlanes.createInput()");
            lines.add(plane_input(base, &placement));
            lines.add(format!(
                "plane_{number} = root.constructionPlanes.add(plane_input)"
            ));
            format!("plane_{number}")
        }
    };
    lines.add(format!(
        "sketch_{number} = root.sketches.addWithoutEdges({plane})"
    ));
    let function = point_function(base, number);
    if function != "point" {
        let axes = [&placement.origin, &placement.x_axis, &placement.y_axis].map(tuple);
        let axes = axes.join(", ");
        lines.add(format!("{function} = placed(sketch_{number}, {axes})"));
    }
    lines.add(format!("curves = sketch_{number}.sketchCurves"));
    let notation = &sheet.notations[step.extrusion.sketch];
    for curve in &step.sketch.curves {
        lines.add(format!(
            "curves.{}",
            drawn(curve, &function, base, notation)
        ));
    }
}

/// The name of the function that makes points of a sketch.
fn point_function(base: &Base, sketch: usize) -> String {
    match base {
        Base::Origin(_) => String::from("point"),
        Base::Offset { .. } | Base::Free => format!("point_{sketch}"),
    }
}

fn plane_input(base: &Base, placement: &Placement) -> String {
    match base {
        Base::Offset { plane, axis, .. } => format!(
            "plane_input.setByOffset(root.{}, value({}))",
            plane_property(*plane),
            placement.origin[*axis]
        ),
        Base::Origin(_) | Base::Free => format!(
            "plane_input.setByPlane(adsk.core.Plane.create(adsk.core.Point3D.create{}, adsk.core.Vector3D.create{}))",
            tuple(&placement.origin),
            tuple(&placement.normal)
        ),
    }
}

fn drawn(curve: &Curve, function: &str, base: &Base, notation: &Notation) -> String {
    let point = |p| format!("{function}({})", notation.point(p));
    match curve {
        Curve::Line(line) => {
            let (start, end) = (point(line.start), point(line.end));
            format!("sketchLines.addByTwoPoints({start}, {end})")
        }
        Curve::Circle(circle) => {
            let (center, radius) = (point(circle.center), notation.radius(circle.radius));
            format!("sketchCircles.addByCenterRadius({center}, {radius})")
        }
        Curve::Arc(arc) if arc.sweep_deg.abs() == 360.0 => {
            let (center, radius) = (point(arc.center), number(arc.radius()));
            format!("sketchCircles.addByCenterRadius({center}, {radius})")
        }
        Curve::Arc(arc) => {
            let (start, center) = (point(arc.start), point(arc.center));
            let sweep = sweep(arc, base);
            format!("sketchArcs.addByCenterStartSweep({center}, {start}, math.radians({sweep}))")
        }
    }
}

/// The sweep about the normal of Fusion's plane.
fn sweep(arc: &Arc, base: &Base) -> String {
    let sign = if is_flipped(base) { -1.0 } else { 1.0 };
    number(sign * arc.sweep_deg)
}

const fn is_flipped(base: &Base) -> bool {
    matches!(base, Base::Offset { flipped: true, .. })
}

fn add_extrusion(lines: &mut Lines, design: &Design<'_>, step: &Step<'_>, base: &Base) {
    let number = step.number;
    let profiles = &design.extrude(step.extrusion).profiles;
    let found = profiles.iter().map(|&k| &step.sketch.profiles[k]);
    let mut found: Vec<_> = found.map(|region| profile(region, step, base)).collect();
    if found.len() == 1 {
        lines.add(format!("profiles = {}", found.remove(0)));
    } else {
        lines.add("profiles = collection([");
        for profile in found {
            lines.add(format!("    {profile},"));
        }
        lines.add("])");
    }
    let operation = feature::name(step.extrusion.boolean);
    lines.add(format!(
        "extrude_input = extrudes.createInput(profiles, adsk.fusion.FeatureOperations.{operation})"
    ));
    add_extent(lines, &Span::new(number, step.extrusion), is_flipped(base));
    lines.add("extrudes.add(extrude_input)");
}

/// The call that finds the region among the profiles that Fusion makes.
fn profile(region: &Region, step: &Step<'_>, base: &Base) -> String {
    let derived = |size| LengthUnit::Centimetre.derived(size);
    let sketch = step.sketch_number();
    let (area, center) = area_and_center(region);
    let [x, y] = center.to_array().map(derived);
    let center = format!("{}({x}, {y})", point_function(base, sketch));
    let perimeter = outlines(region).map(Outline::perimeter).sum();
    let (area, perimeter) = (derived(area), derived(perimeter));
    format!("profile(sketch_{sketch}, {center}, {area}, {perimeter})")
}

/// Area and centre of area, without the holes.
fn area_and_center(region: &Region) -> (f64, DVec2) {
    let holes = || {
        region
            .holes
            .iter()
            .map(|hole| (-hole.area(), hole.centroid()))
    };
    let outer = (region.outer.area(), region.outer.centroid());
    let area = outer.0 + holes().map(|(area, _)| area).sum::<f64>();
    let moment: DVec2 = holes().map(|(area, center)| center * area).sum();
    (area, (outer.1 * outer.0 + moment) / area)
}

fn add_extent(lines: &mut Lines, span: &Span, flipped: bool) {
    let sign = if flipped { "-" } else { "" };
    match span {
        Span::OneSide { depth } => add_one_side(lines, &format!("{sign}{depth}")),
        Span::Symmetric { length } => lines.add(format!(
            "extrude_input.setSymmetricExtent(value(abs({length})), True)"
        )),
        Span::Between { start, end } => {
            lines.add(format!(
                "extrude_input.startExtent = adsk.fusion.OffsetStartDefinition.create(value({sign}{start}))"
            ));
            let (low, high) = if flipped { (end, start) } else { (start, end) };
            add_one_side(lines, &format!("{high} - {low}"));
        }
    }
}

fn add_one_side(lines: &mut Lines, distance: &str) {
    lines.add(format!(
        "distance = adsk.fusion.DistanceExtentDefinition.create(value({distance}))"
    ));
    lines.add(
        "extrude_input.setOneSideExtent(distance, adsk.fusion.ExtentDirections.PositiveExtentDirection)",
    );
}
