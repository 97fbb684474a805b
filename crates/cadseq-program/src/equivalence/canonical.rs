//! One member for each class.

use super::CanonicalOptions;
use super::camera::canonical_twin;
use super::contour::Contour;
use super::pieces::{Piece, assembled, pieces};
use super::traversal::canonical_loop;
use crate::Program;

/// The canonical member of the program's class.
///
/// - Every closed loop runs counter-clockwise, from the origin where it has a vertex there, else
///   from its leftmost vertex (the lowest of these). A sketch whose curves a face reference counts
///   stays as it is.
/// - Arcs without sweep are lines, full arcs are circles, the first extrude's op is `new`.
/// - Of an extrude of circles and its camera twin, the one in range; of two in range, the one whose
///   depth is positive.
///
/// The canonical member of a canonical program is that program.
pub fn canonical(program: &Program, options: &CanonicalOptions) -> Program {
    let pieces: Vec<Piece> = pieces(program, options)
        .into_iter()
        .map(|piece| match piece {
            Piece::Contour(Contour::Loop(curves)) => {
                Piece::Contour(Contour::Loop(canonical_loop(&curves, options.tolerance)))
            }
            other => other,
        })
        .collect();
    let traversed = assembled(&pieces).unwrap_or_else(|| program.clone());
    canonical_twin(traversed, options)
}
