//! What a part has, in numbers by which distributions of parts are compared.

use cadseq_program::{BooleanOperation, Curve, OperationKind, Program};
use cadseq_solid::{Feature, Part};

/// Cosine beyond which the normals of two sketches count as parallel.
const PARALLEL: f64 = 0.999_999;

/// Counts and proportions of one part.
#[derive(Debug, Clone, PartialEq)]
pub struct PartStatistics {
    /// Operations of the program.
    pub operations: usize,
    /// Sketches.
    pub sketches: usize,
    /// Extrudes.
    pub extrudes: usize,
    /// Curves over sketches.
    pub curves_per_sketch: f64,
    /// Holes in the areas that were joined, and areas that were cut.
    pub holes: usize,
    /// Bodies.
    pub bodies: usize,
    /// Middle side of the box over the longest.
    pub middle_side: f64,
    /// Shortest side of the box over the longest.
    pub shortest_side: f64,
    /// Share of the box that is material.
    pub fill: f64,
    /// Whether an arc or a circle is drawn.
    pub is_round: bool,
    /// Whether sketches lie on planes that are not parallel.
    pub has_several_axes: bool,
}

impl PartStatistics {
    /// Those of a part that `program` built; `None` where there is no volume.
    pub fn of(program: &Program, part: &Part) -> Option<Self> {
        let measures = part.solid.measures().ok().flatten()?;
        let box_sides = measures.bounds.max - measures.bounds.min;
        let mut sides = box_sides.to_array();
        sides.sort_by(f64::total_cmp);
        let count = |kind| program.kinds().filter(|&found| found == kind).count();
        let [sketches, extrudes] = [OperationKind::AddSketch, OperationKind::AddExtrude].map(count);
        let curves = part.sketches.iter().flat_map(|sketch| &sketch.curves);
        let first = part.sketches.first()?.frame.normal();
        let is_parallel =
            |sketch: &cadseq_solid::Sketch| sketch.frame.normal().dot(first).abs() > PARALLEL;
        Some(Self {
            operations: program.operations().len(),
            sketches,
            extrudes,
            curves_per_sketch: curves.clone().count() as f64 / sketches as f64,
            holes: holes(part),
            bodies: part.solid.bodies().len(),
            middle_side: sides[1] / sides[2],
            shortest_side: sides[0] / sides[2],
            fill: measures.volume / box_sides.element_product(),
            is_round: curves.clone().any(|curve| !matches!(curve, Curve::Line(_))),
            has_several_axes: !part.sketches.iter().all(is_parallel),
        })
    }
}

fn holes(part: &Part) -> usize {
    let of_feature = |Feature::Extrude(extrusion): &Feature| match extrusion.boolean {
        BooleanOperation::Cut => extrusion.regions.len(),
        BooleanOperation::Join | BooleanOperation::New | BooleanOperation::Intersect => extrusion
            .regions
            .iter()
            .map(|region| region.holes.len())
            .sum(),
    };
    part.features.iter().map(of_feature).sum()
}
