//! What building a part finds, for sketches whose loops are drawn one after another and neither
//! cross nor touch: enough for the parts of these tests, so that writers can be tested by
//! themselves. Profiles are the loops in the order drawn, without the loops inside them.

#![allow(dead_code, reason = "each user needs some of it")]

use std::fs;
use std::path::Path;

use cadseq_interchange::write::Design;
use cadseq_program::{
    BooleanOperation, Curve, FaceReference, Frame, Operation, Program, SketchPlane,
};
use cadseq_solid::outline::DEFAULT_TOLERANCE;
use cadseq_solid::{Extrusion, Outline, Region, Sketch};
use glam::{DVec2, DVec3};

/// A program with its features.
#[derive(Debug)]
pub(crate) struct Built {
    pub(crate) name: String,
    pub(crate) program: Program,
    pub(crate) sketches: Vec<Sketch>,
    pub(crate) extrusions: Vec<Extrusion>,
    /// Whether some extrude leaves nothing; for a test to say.
    pub(crate) runs_empty: bool,
    /// Volume of its bodies in cubic centimetres, worked out by hand.
    pub(crate) volume: Option<f64>,
}

/// The parts of `tests/parts`, by name.
pub(crate) fn parts() -> Vec<Built> {
    read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parts"))
}

/// The part of `tests/parts` with this name.
pub(crate) fn part(name: &str) -> Built {
    let mut parts = parts().into_iter();
    parts.find(|part| part.name == name).expect("a part")
}

/// The programs of a folder, by name.
pub(crate) fn read_folder(folder: &Path) -> Vec<Built> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "cad"));
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Built {
    let text = fs::read_to_string(path).expect("a text");
    let name = path.file_stem().expect("a name").to_string_lossy();
    let volume = text
        .lines()
        .find_map(|line| line.strip_prefix("# volume: "));
    Built {
        volume: volume.map(|number| number.parse().expect("a volume")),
        ..build(&name, &text)
    }
}

/// Builds the program in `text`.
pub(crate) fn build(name: &str, text: &str) -> Built {
    let program: Program = text.parse().expect("a program");
    let mut built = Built {
        name: name.to_owned(),
        program: program.clone(),
        sketches: Vec::new(),
        extrusions: Vec::new(),
        runs_empty: false,
        volume: None,
    };
    for (index, operation) in program.operations().iter().enumerate() {
        match operation {
            Operation::AddSketch(plane) => built.start_sketch(index, plane),
            Operation::AddExtrude(extrude) => {
                let boolean = match built.extrusions.len() {
                    0 => BooleanOperation::New,
                    _ => extrude.operation,
                };
                let sketch = built.sketches.len() - 1;
                let placed = &mut built.sketches[sketch];
                placed.profiles = profiles(&placed.curves);
                let (start, end) = extrude.extent.start_and_end();
                let regions = dissolved(&placed.profiles, &extrude.profiles);
                built.extrusions.push(Extrusion {
                    operation: index,
                    sketch,
                    regions,
                    start,
                    end,
                    boolean,
                });
            }
            _ => {
                let sketch = built.sketches.last_mut().expect("a sketch comes first");
                sketch.curves.extend(operation.curve());
            }
        }
    }
    built
}

impl Built {
    /// What the writers take.
    pub(crate) fn design(&self) -> Design<'_> {
        Design {
            name: &self.name,
            program: &self.program,
            sketches: &self.sketches,
            extrusions: &self.extrusions,
            runs_empty: self.runs_empty,
        }
    }

    fn start_sketch(&mut self, operation: usize, plane: &SketchPlane) {
        let frame = match plane {
            SketchPlane::Face(face) => self.face(*face),
            other => other.frame().expect("no face"),
        };
        self.sketches.push(Sketch {
            operation,
            frame,
            curves: Vec::new(),
            profiles: Vec::new(),
        });
    }

    fn face(&self, face: FaceReference) -> Frame {
        let (point, normal) = match face {
            FaceReference::Start { extrude } => self.cap(extrude, false),
            FaceReference::End { extrude } => self.cap(extrude, true),
            FaceReference::Side { sketch, curve } => self.side(sketch, curve),
            FaceReference::Point(point) => self.cap_at(point),
        };
        Frame::on_plane(point, normal).expect("a frame")
    }

    fn cap(&self, extrude: usize, is_end: bool) -> (DVec3, DVec3) {
        let extrusion = &self.extrusions[extrude];
        let frame = self.sketches[extrusion.sketch].frame;
        let (height, other) = if is_end {
            (extrusion.end, extrusion.start)
        } else {
            (extrusion.start, extrusion.end)
        };
        let outward = frame.normal() * (height - other).signum();
        (frame.to_world(DVec2::ZERO, height), outward)
    }

    fn side(&self, sketch: usize, curve: usize) -> (DVec3, DVec3) {
        let frame = self.sketches[sketch].frame;
        let outlines = self.sketches[sketch]
            .profiles
            .iter()
            .map(|region| &region.outer);
        let mut segments = outlines.flat_map(Outline::segments);
        let side = segments.find(|segment| segment.source as usize == curve);
        let side = side.expect("a line of an outer loop");
        let along = frame.world_from_sketch() * (side.end - side.start).extend(0.0);
        (frame.to_world(side.start, 0.0), along.cross(frame.normal()))
    }

    fn cap_at(&self, point: DVec3) -> (DVec3, DVec3) {
        let caps = (0..self.extrusions.len()).flat_map(|k| [self.cap(k, false), self.cap(k, true)]);
        let mut caps = caps.filter(|(on, normal)| (point - *on).dot(*normal).abs() < 1e-9);
        caps.next_back().expect("a cap holds the point")
    }
}

fn profiles(curves: &[Curve]) -> Vec<Region> {
    let loops: Vec<Outline> = loops(curves);
    let holds = |outer: usize, inner: usize| {
        outer != inner && is_inside(&loops[outer], point_of(&loops[inner]))
    };
    let depth = |k: usize| (0..loops.len()).filter(|&outer| holds(outer, k)).count();
    let region = |k: usize| Region {
        outer: loops[k].clone(),
        holes: (0..loops.len())
            .filter(|&inner| holds(k, inner) && depth(inner) == depth(k) + 1)
            .map(|inner| loops[inner].clone())
            .collect(),
    };
    (0..loops.len()).map(region).collect()
}

/// Runs of curves that close.
fn loops(curves: &[Curve]) -> Vec<Outline> {
    let mut found = Vec::new();
    let mut first = 0;
    for (k, curve) in curves.iter().enumerate() {
        if curve.end().distance(curves[first].start()) < DEFAULT_TOLERANCE {
            let closed = Outline::new(&curves[first..=k], DEFAULT_TOLERANCE).expect("a loop");
            found.push(numbered(closed, first));
            first = k + 1;
        }
    }
    assert_eq!(first, curves.len(), "every loop closes");
    found
}

/// The outline with curves counted in the sketch.
fn numbered(outline: Outline, first: usize) -> Outline {
    match outline {
        Outline::Loop(mut segments) => {
            for segment in &mut segments {
                segment.source += first as u32;
            }
            Outline::Loop(segments)
        }
        circle @ Outline::Circle { .. } => circle,
    }
}

fn point_of(outline: &Outline) -> DVec2 {
    outline.polyline(1e-3)[0]
}

fn is_inside(outline: &Outline, point: DVec2) -> bool {
    let corners = outline.polyline(1e-4);
    let ends = corners.iter().cycle().skip(1);
    let crossing = corners.iter().zip(ends).filter(|(a, b)| {
        let t = (point.y - a.y) / (b.y - a.y);
        (a.y <= point.y) != (b.y <= point.y) && a.x + t * (b.x - a.x) > point.x
    });
    crossing.count() % 2 == 1
}

/// The named profiles; one that fills a hole of another is dissolved into it.
fn dissolved(profiles: &[Region], named: &[usize]) -> Vec<Region> {
    let mut regions: Vec<Region> = named.iter().map(|&k| profiles[k].clone()).collect();
    loop {
        let filling = (0..regions.len()).find_map(|k| {
            let around = regions
                .iter()
                .position(|r| r.holes.contains(&regions[k].outer));
            around.map(|around| (around, k))
        });
        let Some((around, k)) = filling else {
            return regions;
        };
        let inner = regions[k].clone();
        regions[around].holes.retain(|hole| *hole != inner.outer);
        regions[around].holes.extend(inner.holes);
        regions.remove(k);
    }
}
