//! DeepCAD's JSON, in metres: what Onshape's designs are kept as in DeepCAD's data set.
//!
//! Sketches come with all their profiles, each with its outline and its holes as loops of `Line3D`,
//! `Arc3D` and `Circle3D`; extrudes name profiles by their number in the language (`P0`, `P1`, ...). A
//! curve that is a whole one of the program has the program's own numbers, so that reading what was
//! written gives the program that reading gave before, but for rounding in the last place.
//!
//! All that the language says can be said. The format has no extrude that starts off its sketch's plane;
//! such a one lies on a sketch of its own, moved along the normal. Planes on faces become frames. Curves
//! that bound no profile are left out: no loop can hold them, and nothing of the solid is theirs.

mod curves;

use cadseq_program::{Extent, Frame};
use cadseq_solid::{Extrusion, Feature, Measures, Region, Sketch};
use glam::{DVec2, DVec3};
use serde_json::{Map, Value, json};

use super::{Design, WriteError};
use crate::{LengthUnit, feature};

/// The unit of all lengths.
const UNIT: LengthUnit = LengthUnit::Metre;

/// The design.
///
/// # Errors
/// Where the kernel cannot measure the solid.
pub fn write(design: &Design<'_>) -> Result<String, WriteError> {
    let mut timeline = Timeline::default();
    for Feature::Extrude(extrusion) in &design.part.features {
        timeline.extrude(design, extrusion);
    }
    for sketch in 0..design.part.sketches.len() {
        timeline.unused_sketch(design, sketch);
    }
    let file = json!({
        "entities": timeline.entities,
        "properties": properties(design.part.solid.measures()?),
        "sequence": timeline.sequence,
    });
    Ok(format!("{file:#}\n"))
}

/// The box, without which DeepCAD's own code does not start; nothing where nothing is left of the solid.
fn properties(measures: Option<Measures>) -> Value {
    measures.map_or_else(
        || json!({}),
        |Measures { bounds, .. }| {
            let [min, max] = [bounds.min, bounds.max].map(|it| vector(it.map(length)));
            let kind = "BoundingBox3D";
            json!({"bounding_box": {"type": kind, "min_point": min, "max_point": max}})
        },
    )
}

/// The entities so far, and their order.
#[derive(Default)]
struct Timeline {
    entities: Map<String, Value>,
    sequence: Vec<Value>,
    /// Index of each sketch that is there, with how far it is moved along its normal.
    sketches: Vec<(usize, f64)>,
    extrudes: usize,
}

impl Timeline {
    fn add(&mut self, id: String, entity: Value) {
        let (index, kind) = (self.sequence.len(), &entity["type"]);
        self.sequence
            .push(json!({"index": index, "type": kind, "entity": id}));
        self.entities.insert(id, entity);
    }

    /// Identifier of the sketch moved by `height` along its normal, which is added where it is not there.
    fn sketch(&mut self, design: &Design<'_>, sketch: usize, height: f64) -> String {
        let known = self
            .sketches
            .iter()
            .position(|&one| one == (sketch, height));
        let number = known.unwrap_or(self.sketches.len());
        let id = format!("S{number}");
        if known.is_none() {
            self.sketches.push((sketch, height));
            let name = format!("Sketch {}", number + 1);
            let entity = sketch_entity(&design.part.sketches[sketch], height, &name);
            self.add(id.clone(), entity);
        }
        id
    }

    /// Adds a sketch that no extrude has.
    fn unused_sketch(&mut self, design: &Design<'_>, sketch: usize) {
        if !self.sketches.iter().any(|&(known, _)| known == sketch) {
            self.sketch(design, sketch, 0.0);
        }
    }

    fn extrude(&mut self, design: &Design<'_>, extrusion: &Extrusion) {
        let extrude = design.extrude(extrusion);
        let extent = Distances::new(extrude.extent);
        let sketch = self.sketch(design, extrusion.sketch, extent.start);
        let profiles: Vec<Value> = extrude
            .profiles
            .iter()
            .map(|&profile| json!({"sketch": sketch, "profile": profile_name(profile)}))
            .collect();
        let number = self.extrudes;
        self.extrudes += 1;
        self.add(
            format!("E{number}"),
            json!({
                "type": "ExtrudeFeature",
                "name": format!("Extrude {}", number + 1),
                "profiles": profiles,
                "operation": feature::name(extrude.operation),
                "start_extent": {"type": "ProfilePlaneStartDefinition"},
                "extent_type": extent.kind,
                "extent_one": distance(extent.one, "AlongDistance", "TaperAngle"),
                "extent_two": distance(extent.two, "AgainstDistance", "Side2TaperAngle"),
            }),
        );
    }
}

fn profile_name(profile: usize) -> String {
    format!("P{profile}")
}

/// How far an extrude goes, in model units.
struct Distances {
    kind: &'static str,
    /// Height of the sketch that it starts from.
    start: f64,
    one: f64,
    two: f64,
}

impl Distances {
    fn new(extent: Extent) -> Self {
        let (kind, start, one, two) = match extent {
            Extent::OneSide(depth) => ("OneSideFeatureExtentType", 0.0, depth, 0.0),
            Extent::Symmetric(whole) => ("SymmetricFeatureExtentType", 0.0, 0.5 * whole, 0.0),
            Extent::TwoSides(forward, backward) if forward >= 0.0 && backward >= 0.0 => {
                ("TwoSidesFeatureExtentType", 0.0, forward, backward)
            }
            Extent::TwoSides(..) => {
                let (start, end) = extent.start_and_end();
                ("OneSideFeatureExtentType", start, end - start, 0.0)
            }
        };
        Self {
            kind,
            start,
            one,
            two,
        }
    }
}

fn distance(value: f64, role: &str, taper_role: &str) -> Value {
    let parameter = |role, value| {
        let kind = "ModelParameter";
        json!({"type": kind, "role": role, "name": "none", "value": value})
    };
    json!({
        "type": "DistanceExtentDefinition",
        "distance": parameter(role, length(value)),
        "taper_angle": parameter(taper_role, 0.0),
    })
}

/// The sketch with its profiles, moved by `height` along its normal.
fn sketch_entity(sketch: &Sketch, height: f64, name: &str) -> Value {
    let profiles = sketch.profiles.iter().enumerate();
    let profiles: Map<String, Value> = profiles
        .map(|(number, region)| (profile_name(number), profile(sketch, region)))
        .collect();
    json!({
        "type": "Sketch",
        "name": name,
        "transform": transform(&sketch.frame, height),
        "profiles": profiles,
        "reference_plane": {},
    })
}

fn transform(frame: &Frame, height: f64) -> Value {
    let origin = if height == 0.0 {
        frame.origin()
    } else {
        frame.to_world(DVec2::ZERO, height)
    };
    json!({
        "origin": vector(origin.map(length)),
        "x_axis": vector(frame.x_axis()),
        "y_axis": vector(frame.y_axis()),
        "z_axis": vector(frame.normal()),
    })
}

fn profile(sketch: &Sketch, region: &Region) -> Value {
    let outer = json!({
        "is_outer": true,
        "profile_curves": curves::of_outline(sketch, &region.outer, true),
    });
    let holes = region.holes.iter().map(|hole| {
        json!({
            "is_outer": false,
            "profile_curves": curves::of_outline(sketch, hole, false),
        })
    });
    let loops: Vec<Value> = std::iter::once(outer).chain(holes).collect();
    json!({"loops": loops, "properties": {}})
}

/// A length in metres.
fn length(length: f64) -> f64 {
    UNIT.of_model(length)
}

/// A point or a vector as it is. Adding 0 makes minus zero 0.
fn vector(vector: DVec3) -> Value {
    let [x, y, z] = vector.to_array().map(|component| component + 0.0);
    json!({"x": x, "y": y, "z": z})
}
