//! A timeline of sketches and extrudes in the records of Fusion 360's API, which the JSON of the
//! Fusion 360 Gallery and that of DeepCAD share.
//!
//! **Each extrude becomes a sketch of its own**, which holds the curves of the loops of its
//! profiles and nothing else: other curves of the sketch, construction geometry among them, would
//! bound nothing that is extruded.
//!
//! Sketches lie where their `transform` says; it is exact where a reference to a face would have to
//! be found again. Lengths become model units where they are read, so that all tolerances and limits
//! are in model units.

mod curve;
mod extent;
mod fault;
mod frame;
mod records;

use std::collections::{BTreeMap, BTreeSet};

use cadseq_program::{BooleanOperation, Extrude, Operation};
use serde_json::value::RawValue;

pub(super) use curve::{in_range, radius};
pub use fault::TimelineFault;
pub(super) use records::Step;

use super::draft::Draft;
use super::sketch::{Drawing, Drawn, LoopCurve, Walk};
use super::tracked::{part, shown};
use super::{Imported, ReadError, ReadOptions};
use crate::{LengthUnit, feature};
use records::{ExtrudeRecord, Header, LoopRecord, ProfileRecord, ProfileUse, SketchRecord};

/// Most curves that the profiles of all extrudes may have together, those that profiles share
/// counted for each: a bound on time.
const MAX_PROFILE_CURVES: usize = 100_000;

/// What one of the formats does differently.
pub(super) struct Dialect {
    /// Name of the list of steps.
    pub(super) steps: &'static str,
    /// Whether a sketch must say on what it was drawn.
    pub(super) needs_reference_plane: bool,
    /// Whether the direction of an arc's normal says which way it turns. Otherwise it always turns
    /// counter-clockwise.
    pub(super) arcs_follow_normals: bool,
    /// The unit of all lengths.
    pub(super) unit: LengthUnit,
}

/// The program of the steps.
pub(super) fn import(
    steps: &[Step],
    entities: &BTreeMap<String, &RawValue>,
    dialect: &Dialect,
    options: ReadOptions,
) -> Result<Imported, ReadError> {
    let mut timeline = Timeline {
        entities,
        dialect,
        sketches: BTreeMap::new(),
        used: BTreeSet::new(),
        draft: Draft::default(),
        curves_read: 0,
    };
    let ended = timeline.run(steps);
    timeline.note_unused();
    timeline.draft.finish(ended, options)
}

/// The steps that have been read so far.
struct Timeline<'a> {
    entities: &'a BTreeMap<String, &'a RawValue>,
    dialect: &'a Dialect,
    /// The sketches, by identifier.
    sketches: BTreeMap<&'a str, SketchRecord<'a>>,
    /// Sketches that have been extruded.
    used: BTreeSet<&'a str>,
    draft: Draft,
    /// How many curves of profiles have been read.
    curves_read: usize,
}

impl<'a> Timeline<'a> {
    fn run(&mut self, steps: &'a [Step]) -> Result<(), ReadError> {
        let mut seen = BTreeSet::new();
        for (index, step) in steps.iter().enumerate() {
            let place = || format!("{}[{index}].entity", self.dialect.steps);
            let name = || shown(&step.entity);
            if !seen.insert(&step.entity) {
                let fault = TimelineFault::Repeated { entity: name() };
                return Err(ReadError::at(place(), fault));
            }
            let Some((id, &raw)) = self.entities.get_key_value(&step.entity) else {
                let fault = TimelineFault::NoEntity { entity: name() };
                return Err(ReadError::at(place(), fault));
            };
            self.step(id, raw)?;
        }
        if self.draft.is_empty() {
            return Err(ReadError::at(self.dialect.steps, TimelineFault::NoExtrude));
        }
        Ok(())
    }

    fn step(&mut self, id: &'a str, raw: &'a RawValue) -> Result<(), ReadError> {
        let place = format!("entities.{}", shown(id));
        let header: Header = part(raw, &place)?;
        match header.kind.as_str() {
            "Sketch" => {
                self.sketches.insert(id, part(raw, &place)?);
                Ok(())
            }
            "ExtrudeFeature" => self.extrude(&part(raw, &place)?, &place),
            other => {
                let feature = shown(other);
                let fault = TimelineFault::Feature { feature };
                Err(ReadError::at(format!("{place}.type"), fault))
            }
        }
    }

    fn extrude(&mut self, extrude: &ExtrudeRecord<'a>, place: &str) -> Result<(), ReadError> {
        let Some(used) = extrude.profiles.split_first() else {
            // As 4 of 91 designs by people have it.
            let note = format!("{place}: it extrudes no profile, which does nothing");
            self.draft.note(note);
            return Ok(());
        };
        let operation = boolean(&extrude.operation)
            .map_err(|fault| ReadError::at(format!("{place}.operation"), fault))?;
        let extent = extent::read(extrude, self.dialect.unit, place)?;
        let (id, sketch) = self.sketch_of(used, place)?;
        let sketch_place = format!("entities.{}", shown(id));
        let plane = frame::read(sketch, self.dialect, &sketch_place)?;
        let drawn = self.draw(&extrude.profiles, &format!("{place}.profiles"))?;
        self.draft.push(Operation::AddSketch(plane), sketch_place);
        for (curve, place) in drawn.curves {
            self.draft.push(curve.into(), place);
        }
        let extrude = Extrude {
            profiles: drawn.profiles,
            extent,
            operation,
        };
        self.draft.push(Operation::AddExtrude(extrude), place);
        self.used.insert(id);
        Ok(())
    }

    /// The sketch of these profiles, whose list is at `place`.
    fn draw(&mut self, profiles: &[ProfileUse], place: &str) -> Result<Drawn, ReadError> {
        let mut drawing = Drawing::default();
        let mut seen = BTreeSet::new();
        for (index, used) in profiles.iter().enumerate() {
            let place = || format!("{place}[{index}].profile");
            let [id, name] = [&used.sketch, &used.profile].map(|name| shown(name));
            if !seen.insert(&used.profile) {
                // Files list profiles twice; a profile united with itself is that profile.
                continue;
            }
            let sketch = &self.sketches[used.sketch.as_str()];
            let Some(&raw) = sketch.profiles.get(used.profile.as_str()) else {
                let fault = TimelineFault::NoProfile {
                    profile: name,
                    sketch: id,
                };
                return Err(ReadError::at(place(), fault));
            };
            let place = format!("entities.{id}.profiles.{name}");
            let loops = self.loops(raw, &place)?;
            drawing.add(loops, &place)?;
        }
        drawing.finish(place)
    }

    /// The loops of the profile at `place`.
    fn loops(&mut self, raw: &RawValue, place: &str) -> Result<Vec<Walk>, ReadError> {
        let profile: ProfileRecord<'_> = part(raw, place)?;
        let lengths = profile
            .loops
            .iter()
            .map(|record| record.profile_curves.len());
        self.curves_read += lengths.sum::<usize>();
        if self.curves_read > MAX_PROFILE_CURVES {
            return Err(ReadError::at(place, TimelineFault::TooMany));
        }
        let read_loop = |(index, record): (usize, &LoopRecord<'_>)| {
            let place = format!("{place}.loops[{index}]");
            let place_of = |index: usize| format!("{place}.profile_curves[{index}]");
            let curves = record.profile_curves.iter().enumerate();
            let curves: Vec<LoopCurve> = curves
                .map(|(index, raw)| curve::read(raw, self.dialect, &place_of(index)))
                .collect::<Result<_, _>>()?;
            Walk::new(&curves, &place, place_of)
        };
        profile.loops.iter().enumerate().map(read_loop).collect()
    }

    /// The one sketch whose profiles are extruded.
    fn sketch_of(
        &self,
        (first, others): (&ProfileUse, &[ProfileUse]),
        place: &str,
    ) -> Result<(&'a str, &SketchRecord<'a>), ReadError> {
        let place_of = |index| format!("{place}.profiles[{index}].sketch");
        if let Some(other) = others.iter().position(|used| used.sketch != first.sketch) {
            return Err(ReadError::at(
                place_of(other + 1),
                TimelineFault::SeveralSketches,
            ));
        }
        let found = self.sketches.get_key_value(first.sketch.as_str());
        let (id, sketch) = found.ok_or_else(|| {
            let sketch = shown(&first.sketch);
            ReadError::at(place_of(0), TimelineFault::NoSketch { sketch })
        })?;
        Ok((id, sketch))
    }

    fn note_unused(&mut self) {
        for (id, sketch) in &self.sketches {
            if !self.used.contains(id) {
                let name = shown(sketch.name.as_deref().unwrap_or(id));
                let note = format!("the sketch {name} is never extruded and was left out");
                self.draft.note(note);
            }
        }
    }
}

/// The operation with this name of Fusion 360's API.
pub(super) fn boolean(operation: &str) -> Result<BooleanOperation, TimelineFault> {
    feature::from_name(operation).ok_or_else(|| TimelineFault::Operation {
        operation: shown(operation),
    })
}
