//! All members of a class.

use super::CanonicalOptions;
use super::camera::{camera_twin, is_in_range};
use super::contour::Contour;
use super::pieces::{Piece, assembled, pieces};
use super::traversal::{allowed_starts, reversed, rotated};
use crate::Program;

/// Most members that [`equivalents`] lists: all of a sketch of three loops of four free vertices
/// would be 512 already, and each costs its reader a comparison.
pub const MAX_MEMBERS: usize = 256;

/// The members of the program's class that can be reached: the program first, then, without
/// repetition, its degenerate values made simple, every traversal of every loop, and the camera
/// twin where it is in range.
///
/// Beyond [`MAX_MEMBERS`] the last loops keep their traversal.
pub fn equivalents(program: &Program, options: &CanonicalOptions) -> Vec<Program> {
    let mut members = vec![program.clone()];
    let mut add = |member: Program| {
        if !members.contains(&member) {
            members.push(member);
        }
    };
    let alternatives: Vec<Vec<Piece>> = pieces(program, options)
        .into_iter()
        .map(|piece| alternatives(piece, options.tolerance))
        .collect();
    let count = alternatives
        .iter()
        .map(Vec::len)
        .fold(1_usize, usize::saturating_mul);
    for number in 0..count.min(MAX_MEMBERS - 2) {
        if let Some(member) = assembled(chosen(&alternatives, number)) {
            let twin = camera_twin(&member, options).filter(|twin| is_in_range(twin, options));
            add(member);
            twin.into_iter().for_each(&mut add);
        }
    }
    members
}

/// The ways to run a contour, as far as members can come of them; the given one first.
fn alternatives(piece: Piece, tolerance: f64) -> Vec<Piece> {
    let Piece::Contour(Contour::Loop(curves)) = piece else {
        return vec![piece];
    };
    allowed_starts(&curves, tolerance)
        .into_iter()
        .map(|first| rotated(&curves, first))
        .flat_map(|turned| [reversed(&turned), turned].into_iter().rev())
        .map(|curves| Piece::Contour(Contour::Loop(curves)))
        .take(MAX_MEMBERS)
        .collect()
}

/// The alternative of each piece that the mixed-radix `number` picks, the first piece changing
/// fastest.
fn chosen(alternatives: &[Vec<Piece>], mut number: usize) -> impl Iterator<Item = &Piece> {
    alternatives.iter().map(move |choices| {
        let choice = &choices[number % choices.len()];
        number /= choices.len();
        choice
    })
}
