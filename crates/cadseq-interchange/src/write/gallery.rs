//! Python script for the client of the Fusion 360 Gym: the Gallery DSL itself.
//!
//! The Gym names a profile by its curves, so two profiles between the same curves have one name.
//! The script therefore draws the regions that an extrude sweeps, a sketch each, in place of the
//! program's curves: there the region is the profile with the longest boundary.
//!
//! The DSL has sketches on XY, XZ, YZ and on planar faces, found by a point on them, and extrudes to
//! one side. An extrude to both sides becomes two where that is the same. What remains is refused:
//! planes of their own, extrudes that start off their plane, intersections with several regions or
//! to both sides.

mod face;
mod inside;
mod membership;

use cadseq_program::{BooleanOperation, Plane};
use cadseq_solid::build::Extrusion;
use cadseq_solid::outline::Segment;
use cadseq_solid::{Outline, Region};
use glam::DVec3;

use super::code::{
    Lines, Notation, Placement, Sheet, Span, extrude_title, outlines, python_start, sketch_title,
    tuple,
};
use super::design::Step;
use super::number::angle;
use super::{Design, WriteError};
use crate::{Format, LengthUnit, feature};

/// Functions of every script.
const FUNCTIONS: &str = r#"

def ask(response):
    """The data of an answer of the Gym, if any; a refused command ends the script."""
    if response is None:
        raise RuntimeError("the client refused the command")
    answer = response.json()
    if response.status_code != 200:
        raise RuntimeError(answer["message"])
    return answer.get("data")


def point(x, y):
    """A point of a sketch on an origin plane."""
    return {"x": x, "y": y}


def longest(profiles):
    """The profile with the longest boundary: the others lie in its holes."""
    return max(profiles, key=lambda name: profiles[name]["properties"]["perimeter"])
"#;

/// For sketches on faces, whose axes are Fusion's choice.
const PLACED: &str = r#"

def placed(origin, x_axis, y_axis):
    """The function that takes coordinates (x, y) along these axes to points of the world."""
    def point(x, y):
        world = [o + x * a + y * b for o, a, b in zip(origin, x_axis, y_axis)]
        return dict(zip("xyz", world))
    return point
"#;

/// How a sketch lies in the Gym.
enum Base {
    Origin(Plane),
    /// On the face at this point; drawn in world coordinates.
    Face(DVec3),
}

/// One `add_extrude` of each region of an extrusion.
struct Call {
    distance: String,
    operation: &'static str,
}

/// The script, in centimetres.
///
/// # Errors
/// [`WriteError::Unsupported`] with the sketch or extrude that the DSL cannot say.
pub fn write(design: &Design<'_>) -> Result<String, WriteError> {
    let sheet = Sheet::of_regions(design, LengthUnit::Centimetre);
    let imports = ["from fusion360gym_client import Fusion360GymClient"];
    let mut lines = python_start("Fusion 360 Gym script", design.name, &imports, &sheet);
    let sketches = 0..design.part.sketches.len();
    let bases: Vec<Base> = sketches
        .map(|k| base(design, k))
        .collect::<Result<_, _>>()?;
    lines.add(FUNCTIONS);
    if bases.iter().any(|base| matches!(base, Base::Face(_))) {
        lines.add(PLACED);
    }
    lines.gap();
    lines.gap();
    lines.add("client = Fusion360GymClient(\"http://127.0.0.1:8080\")");
    lines.add("ask(client.clear())");
    for step in design.steps() {
        let base = &bases[step.extrusion.sketch];
        lines.gap();
        lines.add(format!("# {}", sketch_title(design, &step)));
        if step.starts_sketch && matches!(base, Base::Face(_)) {
            lines.add(point_function(design, &step, &sheet));
        }
        lines.add(format!("# {}", extrude_title(&step)));
        let calls = calls(&step)?;
        let notation = &sheet.notations[step.extrusion.sketch];
        for region in &step.extrusion.regions {
            let drawn = Drawn {
                step: &step,
                base,
                notation,
            };
            drawn.add_region(&mut lines, region, &calls);
        }
    }
    Ok(lines.into_text())
}

fn unsupported(place: String, lacking: &'static str, remedy: &'static str) -> WriteError {
    WriteError::Unsupported {
        format: Format::GalleryScript,
        place,
        lacking,
        remedy,
    }
}

fn base(design: &Design<'_>, sketch: usize) -> Result<Base, WriteError> {
    let frame = design.part.sketches[sketch].frame;
    let is = |plane: &Plane| plane.frame() == frame;
    if let Some(plane) = Plane::ALL.into_iter().find(is) {
        return Ok(Base::Origin(plane));
    }
    face::point_on(design, sketch)
        .map(Base::Face)
        .ok_or_else(|| {
            unsupported(
                format!("sketch {sketch}"),
                "sketch planes but XY, XZ, YZ and faces of which a point is free",
                "draw the sketch on one of these, or write a Fusion 360 script (fusion-script)",
            )
        })
}

fn point_function(design: &Design<'_>, step: &Step<'_>, sheet: &Sheet) -> String {
    let placement = Placement::new(design, step.extrusion.sketch, sheet.unit);
    let axes = [&placement.origin, &placement.x_axis, &placement.y_axis].map(tuple);
    format!(
        "point_{} = placed({})",
        step.sketch_number(),
        axes.join(", ")
    )
}

/// The calls that add up to an extrusion.
fn calls(step: &Step<'_>) -> Result<Vec<Call>, WriteError> {
    let Extrusion {
        start,
        end,
        boolean,
        ref regions,
        ..
    } = *step.extrusion;
    let refused = |lacking, remedy| {
        let place = format!("extrude {}", step.number - 1);
        Err(unsupported(place, lacking, remedy))
    };
    let operation = feature::name(boolean);
    if boolean == BooleanOperation::Intersect && regions.len() > 1 {
        return refused(
            "intersection with several regions",
            "cut what lies outside them",
        );
    }
    let span = Span::new(step.number, step.extrusion);
    if start == 0.0 {
        let (_, distance) = span.start_and_length();
        return Ok(vec![Call {
            distance,
            operation,
        }]);
    }
    if (start > 0.0) == (end > 0.0) || end == 0.0 {
        return refused(
            "extrude that starts off its sketch's plane",
            "draw the sketch on a face where it starts",
        );
    }
    let second = match boolean {
        BooleanOperation::New if step.number == 1 => feature::name(BooleanOperation::Join),
        BooleanOperation::Join | BooleanOperation::Cut => operation,
        BooleanOperation::New | BooleanOperation::Intersect => {
            return refused(
                "extrude to both sides that makes a new body or intersects",
                "draw the sketch on a face where the extrude starts",
            );
        }
    };
    let (_, end) = span.end_parameter();
    // Only the start of a symmetric extrude is said with another sign than its parameter has.
    let start = match span.start_parameter() {
        Some((sign, name)) if sign < 0.0 => format!("-{name}"),
        Some((_, name)) => name,
        None => String::from("0"),
    };
    Ok(vec![
        Call {
            distance: end,
            operation,
        },
        Call {
            distance: start,
            operation: second,
        },
    ])
}

/// The sketch of a region while it is drawn.
struct Drawn<'a> {
    step: &'a Step<'a>,
    base: &'a Base,
    notation: &'a Notation,
}

impl Drawn<'_> {
    fn add_region(&self, lines: &mut Lines, region: &Region, calls: &[Call]) {
        let plane = match self.base {
            Base::Origin(plane) => format!("\"{plane}\""),
            Base::Face(point) => {
                let [x, y, z] = point.to_array().map(|v| LengthUnit::Centimetre.derived(v));
                format!("{{\"x\": {x}, \"y\": {y}, \"z\": {z}}}")
            }
        };
        lines.add(format!(
            "sketch = ask(client.add_sketch({plane}))[\"sketch_name\"]"
        ));
        for outline in outlines(region) {
            self.add_outline(lines, outline);
        }
        lines.add("profile = longest(answer[\"profiles\"])");
        for Call {
            distance,
            operation,
        } in calls
        {
            lines.add(format!(
                "ask(client.add_extrude(sketch, profile, {distance}, \"{operation}\"))"
            ));
        }
    }

    fn add_outline(&self, lines: &mut Lines, outline: &Outline) {
        match outline {
            Outline::Circle { center, radius, .. } => {
                let (center, radius) = (self.point(*center), self.notation.radius(*radius));
                self.add_curve(lines, &format!("add_circle(sketch, {center}, {radius}"));
            }
            Outline::Loop(segments) => {
                for segment in segments {
                    self.add_curve(lines, &self.curve(segment));
                }
            }
        }
    }

    fn curve(&self, segment: &Segment) -> String {
        let start = self.point(segment.start);
        match segment.bend {
            None => format!("add_line(sketch, {start}, {}", self.point(segment.end)),
            Some(bend) => {
                let center = format!(
                    "{}({})",
                    self.function(),
                    self.notation.derived(bend.center)
                );
                let sweep = angle(bend.sweep_rad.to_degrees());
                format!("add_arc(sketch, {start}, {center}, {sweep}")
            }
        }
    }

    fn add_curve(&self, lines: &mut Lines, call: &str) {
        let transform = match self.base {
            Base::Origin(_) => "",
            Base::Face(_) => ", transform=\"world\"",
        };
        lines.add(format!("answer = ask(client.{call}{transform}))"));
    }

    fn point(&self, point: glam::DVec2) -> String {
        format!("{}({})", self.function(), self.notation.point(point))
    }

    /// The name of the function that makes points of the sketch.
    fn function(&self) -> String {
        match self.base {
            Base::Origin(_) => String::from("point"),
            Base::Face(_) => format!("point_{}", self.step.sketch_number()),
        }
    }
}
