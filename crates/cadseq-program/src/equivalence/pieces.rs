//! A program taken apart into contours and other operations.

use super::CanonicalOptions;
use super::contour::{Contour, contours};
use super::degenerate::simplified;
use crate::{BooleanOperation, Curve, Extrude, Operation, Program};

/// A contour of a sketch, or an operation that is no curve.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Contour(Contour),
    Other(Operation),
}

/// The pieces of a program in order, its degenerate values made simple.
pub(super) fn pieces(program: &Program, options: &CanonicalOptions) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut curves: Vec<Curve> = Vec::new();
    let mut has_body = false;
    for operation in program.operations() {
        if let Some(curve) = operation.curve() {
            curves.push(simplified(&curve, options.sweep_tolerance_deg));
            continue;
        }
        let sketch = contours(&std::mem::take(&mut curves), options.tolerance);
        pieces.extend(sketch.into_iter().map(Piece::Contour));
        pieces.push(Piece::Other(with_plain_op(*operation, has_body)));
        has_body |= matches!(operation, Operation::AddExtrude(_));
    }
    pieces
}

/// The first extrude is `new` whatever it says.
fn with_plain_op(operation: Operation, has_body: bool) -> Operation {
    match operation {
        Operation::AddExtrude(extrude) if !has_body => Operation::AddExtrude(Extrude {
            operation: BooleanOperation::New,
            ..extrude
        }),
        other => other,
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
            Piece::Other(operation) => operations.push(*operation),
        }
    }
    Program::new(operations).ok()
}
