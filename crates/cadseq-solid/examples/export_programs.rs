//! Builds random programs of two to five extrudes and writes them for a check by another kernel.
//!
//! `cargo run --release -p cadseq-solid --example export_programs -- FOLDER [COUNT] [SEED]`
//!
//! Every second program has all its numbers on a grid of one unit, so that faces coincide, edges
//! meet and cylinders touch walls. The folder gets `NUMBER.cad`, `NUMBER.step` of what was built,
//! and `programs.json`: for each program its features as frames, loops, heights and Booleans, from
//! which another kernel makes the solid by itself, with our volume, notes and the time we took.
#![allow(clippy::print_stdout, reason = "a command-line example")]

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use cadseq_program::{
    Arc, BooleanOperation, Circle, Curve, Extent, Extrude, FaceReference, Frame, Line, Operation,
    Plane, Program, SketchPlane,
};
use cadseq_solid::export::Label;
use cadseq_solid::{Part, PartFault};
use glam::{DVec2, DVec3};
use serde_json::{Value, json};

/// The `SplitMix64` generator: enough for samples, the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, count: u64) -> u64 {
        ((self.next() >> 32) * count) >> 32
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Draws the parameters of features, on the grid or off it.
struct Draw {
    random: Random,
    snapped: bool,
}

impl Draw {
    fn between(&mut self, low: f64, high: f64) -> f64 {
        let value = low + (high - low) * self.random.unit();
        if self.snapped { value.round() } else { value }
    }

    fn point(&mut self, low: f64, high: f64) -> DVec2 {
        DVec2::new(self.between(low, high), self.between(low, high))
    }

    /// A loop, and perhaps a circle inside of it as a hole: profile 0 is the loop without the hole.
    fn loops(&mut self) -> Vec<Vec<Curve>> {
        match self.random.below(6) {
            0 => vec![vec![self.circle()]],
            1 => self.rectangle(),
            2 => vec![self.slot()],
            3 => vec![self.half_disc()],
            4 => vec![self.triangle()],
            _ => self.ring(),
        }
    }

    fn circle(&mut self) -> Curve {
        Curve::Circle(Circle {
            center: self.point(-4.0, 4.0),
            radius: self.between(1.0, 4.0),
        })
    }

    fn ring(&mut self) -> Vec<Vec<Curve>> {
        let (center, outer) = (self.point(-4.0, 4.0), self.between(2.0, 5.0));
        let inner = if self.snapped {
            outer - 1.0
        } else {
            outer * (0.2 + 0.6 * self.random.unit())
        };
        let circle = |radius| vec![Curve::Circle(Circle { center, radius })];
        vec![circle(outer), circle(inner)]
    }

    fn rectangle(&mut self) -> Vec<Vec<Curve>> {
        let (low, size) = (self.point(-5.0, 2.0), self.point(1.0, 7.0));
        let corner = |x, y| low + size * DVec2::new(x, y);
        let mut loops = vec![closed(&[
            corner(0.0, 0.0),
            corner(1.0, 0.0),
            corner(1.0, 1.0),
            corner(0.0, 1.0),
        ])];
        if self.random.below(3) == 0 && size.min_element() > 2.5 {
            let radius = size.min_element() * 0.25;
            let radius = if self.snapped { 1.0 } else { radius };
            let center = low + size * 0.5;
            loops.push(vec![Curve::Circle(Circle { center, radius })]);
        }
        loops
    }

    fn triangle(&mut self) -> Vec<Curve> {
        loop {
            let corners = [0; 3].map(|_| self.point(-5.0, 5.0));
            let double_area = (corners[1] - corners[0]).perp_dot(corners[2] - corners[0]);
            if double_area.abs() > 2.0 {
                return closed(&corners);
            }
        }
    }

    fn slot(&mut self) -> Vec<Curve> {
        let (at, length) = (self.point(-4.0, 2.0), self.between(1.0, 4.0));
        let radius = self.between(1.0, 3.0);
        let (up, along) = (DVec2::new(0.0, radius), DVec2::new(length, 0.0));
        vec![
            line(at - up, at + along - up),
            half_turn(at + along - up, at + along),
            line(at + along + up, at + up),
            half_turn(at + up, at),
        ]
    }

    fn half_disc(&mut self) -> Vec<Curve> {
        let (center, radius) = (self.point(-4.0, 4.0), self.between(1.0, 4.0));
        let reach = DVec2::new(radius, 0.0);
        vec![
            line(center - reach, center + reach),
            half_turn(center + reach, center),
        ]
    }

    fn plane(&mut self, extrudes: usize) -> SketchPlane {
        let origin = Plane::ALL[self.random.below(3) as usize];
        match self.random.below(10) {
            0 | 1 if extrudes > 0 => {
                let extrude = self.random.below(extrudes as u64) as usize;
                SketchPlane::Face(if self.random.below(3) == 0 {
                    FaceReference::Start { extrude }
                } else {
                    FaceReference::End { extrude }
                })
            }
            2..=5 => {
                let frame = origin.frame();
                let lifted = frame.origin() + frame.normal() * self.between(-4.0, 4.0);
                let frame = Frame::new(lifted, frame.normal(), frame.x_axis());
                SketchPlane::Frame(frame.expect("a frame moved along its normal"))
            }
            6 if !self.snapped => {
                let normal = DVec3::new(self.random.unit(), self.random.unit(), 0.1);
                let frame = Frame::upright(DVec3::ZERO, normal);
                SketchPlane::Frame(frame.expect("a normal that points up"))
            }
            _ => SketchPlane::Origin(origin),
        }
    }

    fn extent(&mut self) -> Extent {
        let depth = self.between(1.0, 6.0);
        match self.random.below(8) {
            0 => Extent::Symmetric(depth),
            1 => Extent::TwoSides(depth, self.between(1.0, 3.0)),
            2..=4 => Extent::OneSide(-depth),
            _ => Extent::OneSide(depth),
        }
    }

    fn boolean(&mut self) -> BooleanOperation {
        match self.random.below(11) {
            0..=3 => BooleanOperation::Join,
            4..=7 => BooleanOperation::Cut,
            8 | 9 => BooleanOperation::Intersect,
            _ => BooleanOperation::New,
        }
    }
}

fn line(start: DVec2, end: DVec2) -> Curve {
    Curve::Line(Line { start, end })
}

fn half_turn(start: DVec2, center: DVec2) -> Curve {
    Curve::Arc(Arc {
        start,
        center,
        sweep_deg: 180.0,
    })
}

fn closed(corners: &[DVec2]) -> Vec<Curve> {
    let next = corners.iter().cycle().skip(1);
    corners
        .iter()
        .zip(next)
        .map(|(a, b)| line(*a, *b))
        .collect()
}

/// A random program with the loops of each of its sketches.
fn program(draw: &mut Draw) -> (Program, Vec<Vec<Vec<Curve>>>) {
    let count = 2 + draw.random.below(4) as usize;
    let mut operations = Vec::new();
    let mut sketches = Vec::new();
    for extrude in 0..count {
        operations.push(Operation::AddSketch(draw.plane(extrude)));
        let loops = draw.loops();
        operations.extend(loops.iter().flatten().map(|&curve| Operation::from(curve)));
        operations.push(Operation::AddExtrude(Extrude {
            profiles: vec![0],
            extent: draw.extent(),
            operation: draw.boolean(),
        }));
        sketches.push(loops);
    }
    let program = Program::new(operations).expect("a sketch, curves, an extrude, again and again");
    (program, sketches)
}

/// The program with every sketch whose face was cut away, or lies on several planes, on XY instead.
fn with_faces_that_are_there(mut program: Program) -> Program {
    while let Err(error) = Part::build(&program)
        && matches!(error.fault, PartFault::Face(_))
    {
        let mut operations = program.operations().to_vec();
        operations[error.operation] = Operation::AddSketch(SketchPlane::Origin(Plane::XY));
        program = Program::new(operations).expect("only a plane has changed");
    }
    program
}

fn curve_json(curve: &Curve) -> Value {
    match curve {
        Curve::Line(line) => json!({
            "start": line.start.to_array(),
            "end": line.end.to_array(),
        }),
        Curve::Arc(arc) => json!({
            "start": arc.start.to_array(),
            "middle": Curve::Arc(*arc).point_at(0.5).to_array(),
            "end": arc.end().to_array(),
        }),
        Curve::Circle(circle) => json!({
            "center": circle.center.to_array(),
            "radius": circle.radius,
        }),
    }
}

fn features_json(part: &Part, sketches: &[Vec<Vec<Curve>>]) -> Vec<Value> {
    let loops = |sketch: usize| -> Vec<Vec<Value>> {
        let loops = sketches[sketch].iter();
        loops
            .map(|one| one.iter().map(curve_json).collect())
            .collect()
    };
    let feature = |cadseq_solid::Feature::Extrude(extrusion): &cadseq_solid::Feature| {
        let frame = part.sketches[extrusion.sketch].frame;
        json!({
            "origin": frame.origin().to_array(),
            "x_axis": frame.x_axis().to_array(),
            "normal": frame.normal().to_array(),
            "loops": loops(extrusion.sketch),
            "start": extrusion.start,
            "end": extrusion.end,
            "boolean": extrusion.boolean.name(),
        })
    };
    part.features.iter().map(feature).collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("name a folder to write to")?);
    let count: u64 = arguments.next().map_or(Ok(1000), |text| text.parse())?;
    let seed: u64 = arguments.next().map_or(Ok(1), |text| text.parse())?;
    std::fs::create_dir_all(&folder)?;
    let mut records = Vec::new();
    let mut refusals = 0;
    for index in 0..count {
        let mut draw = Draw {
            random: Random(seed.wrapping_mul(1_000_003).wrapping_add(index)),
            snapped: index % 2 == 0,
        };
        let (program, sketches) = program(&mut draw);
        let program = with_faces_that_are_there(program);
        std::fs::write(folder.join(format!("{index:04}.cad")), program.to_string())?;
        let start = Instant::now();
        let built = Part::build(&program);
        let seconds = start.elapsed().as_secs_f64();
        let mut record = json!({
            "index": index,
            "snapped": draw.snapped,
            "extrudes": sketches.len(),
            "seconds": seconds,
        });
        match built {
            Ok(part) => {
                let measures = part.solid.measures()?;
                record["volume"] = json!(measures.map_or(0.0, |measures| measures.volume));
                record["bodies"] = json!(part.solid.piece_count()?);
                let notes: Vec<String> = part.notes.iter().map(ToString::to_string).collect();
                record["notes"] = json!(notes);
                record["features"] = json!(features_json(&part, &sketches));
                if !part.solid.is_empty() {
                    let start = Instant::now();
                    let step = part.solid.step(&Label::default())?;
                    record["step_seconds"] = json!(start.elapsed().as_secs_f64());
                    std::fs::write(folder.join(format!("{index:04}.step")), step)?;
                }
            }
            Err(error) => {
                refusals += 1;
                record["error"] = json!(error.to_string());
            }
        }
        records.push(record);
    }
    let text = serde_json::to_string(&records)?;
    std::fs::write(folder.join("programs.json"), text)?;
    println!("{count} programs, {refusals} refused");
    Ok(())
}
