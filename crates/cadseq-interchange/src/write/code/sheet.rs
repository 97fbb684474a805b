//! The parameters of a script, and how it writes the numbers of each sketch.

use cadseq_solid::Feature;

use super::{Notation, Span};
use crate::LengthUnit;
use crate::write::Design;

/// Names and values of everything that a person edits first.
pub(in crate::write) struct Sheet {
    /// The unit of all lengths.
    pub(in crate::write) unit: LengthUnit,
    /// The notation of each sketch.
    pub(in crate::write) notations: Vec<Notation>,
    /// Name and value, in the order of the features.
    pub(in crate::write) parameters: Vec<(String, String)>,
}

impl Sheet {
    /// The sheet of a script that draws the regions which the extrusions sweep.
    pub(in crate::write) fn of_regions(design: &Design<'_>, unit: LengthUnit) -> Self {
        let notation = |sketch: usize| {
            let of_sketch = design.part.features.iter();
            let of_sketch = of_sketch.filter(|feature| feature.sketch() == sketch);
            let regions = of_sketch.flat_map(|Feature::Extrude(extrusion)| &extrusion.regions);
            Notation::of_regions(sketch + 1, regions, unit)
        };
        Self::new(
            design,
            (0..design.part.sketches.len()).map(notation).collect(),
            unit,
        )
    }

    /// The sheet of a script that draws the sketches' curves as they are.
    pub(in crate::write) fn of_curves(design: &Design<'_>, unit: LengthUnit) -> Self {
        let numbered = (1..).zip(&design.part.sketches);
        let notation = numbered.map(|(k, sketch)| Notation::of_curves(k, &sketch.curves, unit));
        Self::new(design, notation.collect(), unit)
    }

    fn new(design: &Design<'_>, notations: Vec<Notation>, unit: LengthUnit) -> Self {
        let mut parameters = Vec::new();
        for step in design.steps() {
            if step.starts_sketch {
                let named = notations[step.extrusion.sketch].parameters();
                parameters.extend(named.map(|(name, value)| (name.to_owned(), value)));
            }
            let span = Span::new(step.number, step.extrusion);
            parameters.extend(span.parameters(step.extrusion, unit));
        }
        Self {
            unit,
            notations,
            parameters,
        }
    }
}
