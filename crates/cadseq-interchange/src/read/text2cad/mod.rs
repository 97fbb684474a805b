//! Text2CAD's minimal JSON: a design of DeepCAD as parts of a sketch and an extrusion each.
//!
//! After the code that goes with Khan, Sinha, Uddin, Stricker, Ali, Afzal: "Text2CAD: Generating
//! Sequential CAD Models from Beginner-to-Expert Level Text Prompts" (NeurIPS 2024), which writes and
//! reads these files.
//!
//! | key | meaning |
//! |---|---|
//! | `parts` | the parts in their order; each meets what the ones before it made |
//! | `coordinate_system` | `Translation Vector`: the sketch's origin; `Euler Angles`: see `plane` |
//! | `sketch` | faces of loops of curves: `line_1`, `arc_1` (start, mid, end), `circle_1` |
//! | `extrude_depth_towards_normal`, `extrude_depth_opposite_normal` | how far to either side |
//! | `sketch_scale` | the sketch's longest side, which its coordinates already have |
//! | `operation` | the Boolean by the name that Fusion 360's API gives it |
//!
//! **Nothing is scaled by `sketch_scale`**: it belongs to the vectors of the networks, and the files have
//! it beside coordinates that were multiplied by it. Where the two do not fit, a note says so.
//!
//! Lengths have no unit: the part is scaled so that its longest side is 0.75. One becomes one model unit,
//! or one of [`ReadOptions::unit`]. Numbers have four decimals, so curves that follow each other may
//! be apart by as much; such gaps are closed. What the file says in words is skipped.

mod curve;
mod fault;
mod plane;

use cadseq_program::{Extent, Extrude, MAX_OPERATIONS, Operation, ProgramError};
use serde::Deserialize;
use serde_json::value::RawValue;

pub use fault::Text2CadFault;

use super::deepcad_vector::united;
use super::draft::Draft;
use super::entries::Entries;
use super::sketch::{Drawing, Drawn};
use super::timeline::boolean;
use super::tracked::{self, part, shown};
use super::{Imported, ReadError, ReadOptions};
use crate::LengthUnit;

/// By what factor the size of a sketch may differ from what the file says before a note does.
const SIZE_TOLERANCE: f64 = 1.1;

#[derive(Deserialize)]
struct FileRecord<'a> {
    #[serde(borrow)]
    parts: Entries<&'a RawValue>,
}

#[derive(Deserialize)]
struct PartRecord<'a> {
    coordinate_system: plane::PlaneRecord,
    #[serde(borrow)]
    sketch: SketchRecord<'a>,
    extrusion: ExtrusionRecord,
}

/// Faces of loops of curves.
type SketchRecord<'a> = Entries<Entries<Entries<&'a RawValue>>>;

#[derive(Deserialize)]
struct ExtrusionRecord {
    extrude_depth_towards_normal: f64,
    extrude_depth_opposite_normal: f64,
    sketch_scale: Option<f64>,
    operation: String,
}

/// Reads a design. Each part becomes a sketch and an extrude.
///
/// # Errors
/// What is no JSON, what the language lacks, what does not fit together; each with its path.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Imported, ReadError> {
    let file: FileRecord<'_> = tracked::whole(bytes)?;
    let mut reader = Reader {
        unit: options.unit_or(LengthUnit::Centimetre),
        draft: Draft::default(),
        curves_read: 0,
    };
    let ended = reader.run(&file.parts);
    reader.draft.finish(ended, *options)
}

/// The parts that have been read so far.
struct Reader {
    /// What 1 becomes.
    unit: LengthUnit,
    draft: Draft,
    curves_read: usize,
}

impl Reader {
    fn run(&mut self, parts: &Entries<&RawValue>) -> Result<(), ReadError> {
        for (name, raw) in &parts.0 {
            let place = format!("parts.{}", shown(name));
            if raw.get() == "null" {
                self.draft
                    .note(format!("{place}: it is null and was left out"));
            } else {
                self.part(&part(raw, &place)?, &place)?;
            }
        }
        if self.draft.is_empty() {
            return Err(ReadError::at("parts", Text2CadFault::NoPart));
        }
        Ok(())
    }

    fn part(&mut self, record: &PartRecord<'_>, place: &str) -> Result<(), ReadError> {
        let extrusion = &record.extrusion;
        let operation = boolean(&extrusion.operation)
            .map_err(|fault| ReadError::at(format!("{place}.extrusion.operation"), fault))?;
        let plane_place = format!("{place}.coordinate_system");
        let plane = plane::read(&record.coordinate_system, self.unit)
            .map_err(|error| ReadError::at(&plane_place, error))?;
        let drawn = self.draw(record, place)?;
        self.draft.push(Operation::AddSketch(plane), plane_place);
        for (curve, place) in drawn.curves {
            self.draft.push(curve.into(), place);
        }
        let extrude = Extrude {
            profiles: drawn.profiles,
            extent: extent(extrusion, self.unit),
            operation,
        };
        let place = format!("{place}.extrusion");
        self.draft.push(Operation::AddExtrude(extrude), place);
        Ok(())
    }

    fn draw(&mut self, record: &PartRecord<'_>, place: &str) -> Result<Drawn, ReadError> {
        let place = format!("{place}.sketch");
        let mut drawing = Drawing::default();
        let mut bounds = curve::Bounds::default();
        for (name, loops) in &record.sketch.0 {
            let place = format!("{place}.{}", shown(name));
            let mut walks = Vec::with_capacity(loops.0.len());
            for (name, curves) in &loops.0 {
                self.count(curves.0.len(), &place)?;
                let place = format!("{place}.{}", shown(name));
                walks.push(curve::walk(curves, self.unit, &mut bounds, &place)?);
            }
            drawing.add(walks, &place)?;
        }
        self.check_size(record.extrusion.sketch_scale, bounds.longest_side(), &place);
        drawing.finish(&place)
    }

    /// Bounds the time that a file takes.
    fn count(&mut self, curves: usize, place: &str) -> Result<(), ReadError> {
        self.curves_read += curves;
        let count = self.curves_read;
        if count > MAX_OPERATIONS {
            return Err(ReadError::at(place, ProgramError::TooLong { count }));
        }
        Ok(())
    }

    /// Notes a sketch that is not as large as the file says.
    fn check_size(&mut self, said: Option<f64>, found: f64, place: &str) {
        let said = self.unit.to_model(said.unwrap_or(0.0));
        let factor = found / said;
        if said > 0.0 && !(1.0 / SIZE_TOLERANCE..=SIZE_TOLERANCE).contains(&factor) {
            self.draft.note(format!(
                "{place}: its coordinates are taken as they are, though they are {factor:.3} times as \
                 large as sketch_scale says"
            ));
        }
    }
}

/// The distances to either side, united with the plane between them.
fn extent(extrusion: &ExtrusionRecord, unit: LengthUnit) -> Extent {
    let towards = unit.to_model(extrusion.extrude_depth_towards_normal);
    let opposite = unit.to_model(extrusion.extrude_depth_opposite_normal);
    let [forward, backward] = united(towards, opposite);
    if backward == 0.0 {
        Extent::OneSide(forward)
    } else if forward == 0.0 {
        Extent::OneSide(-backward)
    } else {
        Extent::TwoSides(forward, backward)
    }
}
