//! A program taken apart into contours and other operations.

use std::collections::BTreeSet;

use super::CanonicalOptions;
use super::contour::{Contour, contours};
use super::degenerate::simplified;
use crate::{
    BooleanOperation, Curve, Extrude, FaceReference, Operation, Program, Role, SketchPlane,
};

/// A contour of a sketch, a sketch whose curves keep their order, or an operation that is no curve.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Contour(Contour),
    /// A face reference counts these curves.
    Counted(Vec<Curve>),
    Other(Operation),
}

/// The pieces of a program in order, its degenerate values made simple.
pub(super) fn pieces(program: &Program, options: &CanonicalOptions) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut curves: Vec<Curve> = Vec::new();
    let counted = counted_sketches(program);
    let mut sketch = None;
    let mut has_body = false;
    for operation in program.operations() {
        if let Some(curve) = operation.curve() {
            curves.push(simplified(&curve, options.sweep_tolerance_deg));
            continue;
        }
        let curves = std::mem::take(&mut curves);
        if sketch.is_some_and(|sketch| counted.contains(&sketch)) {
            pieces.push(Piece::Counted(curves));
        } else {
            let contours = contours(&curves, options.tolerance);
            pieces.extend(contours.into_iter().map(Piece::Contour));
        }
        pieces.push(Piece::Other(with_plain_op(operation, has_body)));
        match operation.kind().role() {
            Role::Sketch => sketch = Some(sketch.map_or(0, |sketch| sketch + 1)),
            Role::Feature => has_body = true,
            Role::Curve => {}
        }
    }
    pieces
}

/// The sketches whose curves a face reference counts.
fn counted_sketches(program: &Program) -> BTreeSet<usize> {
    let counted = |operation: &Operation| match operation {
        Operation::AddSketch(SketchPlane::Face(FaceReference::Side { sketch, .. })) => {
            Some(*sketch)
        }
        _ => None,
    };
    program.operations().iter().filter_map(counted).collect()
}

/// The first extrude is `new` whatever it says.
fn with_plain_op(operation: &Operation, has_body: bool) -> Operation {
    match operation {
        Operation::AddExtrude(extrude) if !has_body => Operation::AddExtrude(Extrude {
            operation: BooleanOperation::New,
            ..extrude.clone()
        }),
        Operation::AddSketch(_)
        | Operation::AddLine(_)
        | Operation::AddArc(_)
        | Operation::AddCircle(_)
        | Operation::AddExtrude(_) => operation.clone(),
    }
}

/// The program of the pieces; `None` where a computed end moved beyond what programs may hold.
pub(super) fn assembled<'a>(pieces: impl IntoIterator<Item = &'a Piece>) -> Option<Program> {
    let mut operations = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Contour(contour) => {
                operations.extend(contour.curves().into_iter().map(Operation::from));
            }
            Piece::Counted(curves) => {
                operations.extend(curves.iter().copied().map(Operation::from));
            }
            Piece::Other(operation) => operations.push(operation.clone()),
        }
    }
    Program::new(operations).ok()
}
