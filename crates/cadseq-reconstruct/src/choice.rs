//! Which of the fitted shapes become candidates.

use cadseq_model::{LocatorPrediction, Sequence};
use cadseq_program::{
    CanonicalOptions, Circle, Curve, MatrixConfig, Program, SingleExtrude, are_equivalent,
    canonical, equivalents, quantized,
};
use cadseq_solid::{Outline, Prism};
use glam::DVec2;

use crate::Candidate;
use crate::explain::{Comparison, Explained};
use crate::shape::Shape;

/// Programs that differ by less than this (model units, degrees) count as one candidate.
const SAME_PROGRAM: f64 = 0.15;

/// Largest length of the paper's feature matrix, in model units.
const RANGE: f64 = 10.0;

/// By how much a shape above its sketch plane is preferred: designs are extruded upwards, and where
/// two loops give one picture, one of them often hangs down.
const UPWARDS: f64 = 1.03;

/// How much the network's belief in the kind of outline counts beside a score.
const KIND_WEIGHT: f64 = 0.2;

/// Builds and compares all shapes, the best first.
pub(crate) fn explain_all(shapes: &[Shape], comparison: &Comparison) -> Vec<Explained> {
    let mut explained: Vec<Explained> = shapes
        .iter()
        .filter_map(|shape| {
            let (program, prism) = shape.program()?;
            let explanation = comparison.explain(&prism);
            Some(Explained {
                program,
                prism,
                explanation,
            })
        })
        .collect();
    explained.sort_by(|a, b| b.explanation.score().total_cmp(&a.explanation.score()));
    explained
}

/// The explained shapes with the best first, where the kind of outline that the network believes in
/// counts a little: three arcs can look like a circle.
pub(crate) fn ranked_by_kind(
    mut explained: Vec<Explained>,
    prediction: &LocatorPrediction,
) -> Vec<Explained> {
    let circle = f64::from(prediction.sequences[Sequence::Circle.index()]);
    let value = |explained: &Explained| {
        let is_circle = matches!(explained.prism.outline(), Outline::Circle { .. });
        let belief = if is_circle { circle } else { 1.0 - circle };
        let upwards = if explained.prism.depth() > 0.0 {
            UPWARDS
        } else {
            1.0
        };
        explained.explanation.score() * (1.0 + KIND_WEIGHT * belief) * upwards
    };
    explained.sort_by(|a, b| value(b).total_cmp(&value(a)));
    explained
}

/// The best candidates that are not the same, each followed by its twins with the same picture.
pub(crate) fn choose(explained: Vec<Explained>, count: usize) -> Vec<Candidate> {
    let options = CanonicalOptions::default();
    let alone = CanonicalOptions {
        camera_world: None,
        ..options
    };
    let mut candidates: Vec<Candidate> = Vec::new();
    for Explained {
        program,
        explanation,
        ..
    } in explained
    {
        let first = canonical(&program, &options);
        let known = candidates
            .iter()
            .any(|other| are_equivalent(&other.program, &first, SAME_PROGRAM, &options));
        if known {
            continue;
        }
        let mut members = vec![first.clone()];
        for twin in equivalents(&first, &options) {
            let twin = canonical(&twin, &alone);
            if !members
                .iter()
                .any(|member| are_equivalent(member, &twin, 1e-6, &alone))
            {
                members.push(twin);
            }
        }
        let score = explanation.score();
        candidates.extend(
            members
                .into_iter()
                .filter_map(|program| candidate(program, score)),
        );
        if candidates.len() >= count {
            break;
        }
    }
    candidates.truncate(count.max(1));
    candidates
}

fn candidate(program: Program, score: f64) -> Option<Candidate> {
    Prism::from_program(&program).ok()?;
    let quantized = quantized(&within_range(&program), &MatrixConfig::paper())
        .unwrap_or_else(|_| program.clone());
    Some(Candidate {
        program,
        quantized,
        score,
        clues: None,
        numbers: Vec::new(),
        differs: None,
        regularities: Vec::new(),
        assumptions: Vec::new(),
    })
}

/// The program with all lengths clamped to the range of the feature matrix.
fn within_range(program: &Program) -> Program {
    let clamp = |point: DVec2| point.clamp(DVec2::splat(-RANGE), DVec2::splat(RANGE));
    let clamped = |curve: &Curve| match curve {
        Curve::Circle(circle) => Some(Curve::Circle(Circle {
            center: clamp(circle.center),
            radius: circle.radius.min(RANGE),
        })),
        Curve::Line(line) => Curve::from_end(clamp(line.start), clamp(line.end), None),
        Curve::Arc(arc) => Curve::from_end(clamp(arc.start), clamp(arc.end()), Some(arc.sweep_deg)),
    };
    program
        .as_single_extrude()
        .and_then(|parts| {
            let clamped = SingleExtrude {
                curves: parts.curves.iter().map(clamped).collect::<Option<_>>()?,
                depth: parts.depth.clamp(-RANGE, RANGE),
                ..parts
            };
            clamped.into_program().ok()
        })
        .unwrap_or_else(|| program.clone())
}
