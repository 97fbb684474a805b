//! Solids, their pictures, and what comes back.

use std::sync::LazyLock;

use cadseq_program::{CanonicalOptions, Circle, Curve, OperationKind, Plane, Program, canonical};
use cadseq_reconstruct::{Options, PaperReconstructor, ReconstructError, Reconstruction};
use cadseq_render::{Picture, StyleName, View, decode_picture, draw, encode_png};
use cadseq_solid::{Prism, iou};
use glam::DVec2;

/// Longest distance between a curve and the mesh, in model units: a tenth of a pixel of 512.
const CHORD_TOLERANCE: f64 = 0.008;

/// The weights are read once for all tests.
pub(crate) static RECONSTRUCTOR: LazyLock<PaperReconstructor> =
    LazyLock::new(|| PaperReconstructor::built_in().expect("weights of this version"));

/// A loop of three curves: the second and third corner (the first is the origin), and the sweep of
/// each curve in degrees, 0 for a line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Loop {
    pub(crate) corners: [[f64; 2]; 2],
    pub(crate) sweeps_deg: [f64; 3],
}

impl Loop {
    pub(crate) fn program(&self, plane: Plane, depth: f64) -> Program {
        let [second, third] = self.corners.map(DVec2::from);
        let corners = [DVec2::ZERO, second, third];
        let curves = (0..3).map(|i| {
            let sweep = self.sweeps_deg[i];
            Curve::from_end(
                corners[i],
                corners[(i + 1) % 3],
                (sweep != 0.0).then_some(sweep),
            )
            .expect("distinct corners")
        });
        Program::prism(plane, curves, depth).expect("well-formed")
    }
}

pub(crate) fn cylinder(plane: Plane, center: [f64; 2], radius: f64, depth: f64) -> Program {
    let center = DVec2::from(center);
    let circle = Curve::Circle(Circle { center, radius });
    Program::prism(plane, [circle], depth).expect("well-formed")
}

/// The program's picture as a reader of its PNG file gets it.
pub(crate) fn picture(program: &Program, style: StyleName, size: usize) -> Picture {
    let mesh = solid(program).mesh(CHORD_TOLERANCE);
    let drawn = draw(&mesh, &View::paper(size), &style.style());
    decode_picture(&encode_png(&drawn)).expect("a PNG")
}

pub(crate) fn reconstruct(picture: &Picture) -> Result<Reconstruction, ReconstructError> {
    let options = Options {
        candidates: 2,
        ..Options::default()
    };
    RECONSTRUCTOR.reconstruct(picture, &options)
}

/// Overlap of the better of the candidates with the truth; 0 for a refusal.
pub(crate) fn best_iou(truth: &Program, answer: &Result<Reconstruction, ReconstructError>) -> f64 {
    let truth = solid(truth);
    let candidates = answer.as_ref().map_or(&[][..], |answer| &answer.candidates);
    candidates
        .iter()
        .map(|candidate| iou(&solid(&candidate.program), &truth))
        .fold(0.0, f64::max)
}

/// Operation types of the canonical program.
pub(crate) fn canonical_kinds(program: &Program) -> Vec<OperationKind> {
    canonical(program, &CanonicalOptions::default())
        .kinds()
        .collect()
}

fn solid(program: &Program) -> Prism {
    Prism::from_program(program).expect("a solid")
}
