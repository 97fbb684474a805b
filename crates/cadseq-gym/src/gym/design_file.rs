//! `reconstruct`: a whole design of the Fusion 360 Gallery's reconstruction data.

use std::collections::BTreeMap;

use cadseq_interchange::{Format, ReadOptions, read};
use cadseq_program::{Frame, SketchPlane};
use glam::DAffine3;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::Gym;
use crate::GymError;
use crate::answer::Outcome;
use crate::boundary::check;
use crate::command::part;
use crate::design::IsCancelled;
use crate::reconstruct::{NamedCurve, SketchData};

/// The design file, as far as the reader of programs does not say it: which sketches there are, and in what order.
#[derive(Debug, Deserialize)]
struct DesignFile<'a> {
    timeline: Vec<Step>,
    #[serde(borrow)]
    entities: BTreeMap<String, &'a RawValue>,
}

#[derive(Debug, Deserialize)]
struct Step {
    entity: String,
}

#[derive(Debug, Deserialize)]
struct Header {
    r#type: String,
}

#[derive(Debug, Deserialize)]
struct Extrude {
    profiles: Vec<IgnoredAny>,
}

/// A sketch of the file.
struct Drawn {
    frame: Frame,
    curves: Vec<NamedCurve>,
}

impl Gym {
    /// Builds the file's extrudes after those that there are, and adds its sketches. Curves that sketches here do not
    /// have are left out of a sketch as long as nothing that is extruded needs them.
    pub(super) fn reconstruct(
        &mut self,
        raw: &RawValue,
        is_cancelled: IsCancelled<'_>,
    ) -> Result<Outcome, GymError> {
        let read = read(
            Format::FusionGallery,
            raw.get().as_bytes(),
            &ReadOptions::STRICT,
        )?;
        let file: DesignFile<'_> = part(raw)?;
        let (mut sketches, mut extrudes) = (Vec::new(), Vec::new());
        for (index, step) in file.timeline.iter().enumerate() {
            let Some(raw) = file.entities.get(&step.entity) else {
                continue;
            };
            let header: Header = part(raw)?;
            if header.r#type == "Sketch" {
                sketches.extend(drawn(raw)?);
            } else if !part::<Extrude>(raw)?.profiles.is_empty() {
                // Extrudes of no profile do nothing and are not read.
                extrudes.push(index);
            }
        }
        let count = self.design.sketches.len() + sketches.len();
        check("sketches", count, self.limits.sketches)?;
        for sketch in &sketches {
            check("curves", sketch.curves.len(), self.limits.curves)?;
        }
        let length = file.timeline.len() - sketches.len();
        self.design
            .append(&read.program, &extrudes, length, is_cancelled)?;
        for Drawn { frame, curves } in sketches {
            let plane = SketchPlane::Frame(frame);
            let sketch = self.design.add_sketch(plane, frame)?;
            for (curve, id) in curves {
                // What cannot be drawn bounds nothing that was extruded.
                let _ = sketch.draw(curve, Some(id));
            }
        }
        Ok(Outcome::Done)
    }
}

/// A sketch; `None` where the file does not say where it lies.
fn drawn(raw: &RawValue) -> Result<Option<Drawn>, GymError> {
    let file: SketchData = part(raw)?;
    let Some(transform) = &file.transform else {
        return Ok(None);
    };
    Ok(Some(Drawn {
        frame: transform.frame()?,
        curves: file.known_curves(&DAffine3::IDENTITY),
    }))
}
