//! Curves of a loop, in any order and direction, as a closed walk.

use glam::DVec2;

use super::SNAP;
use super::fault::SketchFault;
use super::piece::Piece;

/// The pieces from one to the next, each with its index among those given; starts with the first
/// as it is. Where several could follow, it is the one that comes next in the given order.
///
/// # Errors
/// Where no piece follows, or where pieces are left over when the loop is closed; with the index of
/// the piece.
pub(super) fn chain(pieces: &[Piece]) -> Result<Vec<(usize, Piece)>, (usize, SketchFault)> {
    let open = |index, distance| {
        let limit = SNAP;
        Err((index, SketchFault::Open { distance, limit }))
    };
    let mut walk = Vec::with_capacity(pieces.len());
    let mut is_left = vec![true; pieces.len()];
    let (mut index, mut piece) = (0, pieces[0]);
    let start = piece.start;
    loop {
        walk.push((index, piece));
        is_left[index] = false;
        let closing = piece.end.distance(start);
        match follower(pieces, &is_left, index, piece.end) {
            Some(next) if next.distance <= SNAP => (index, piece) = (next.index, next.piece),
            Some(next) if closing <= SNAP => return Err((next.index, SketchFault::Beside)),
            Some(next) => return open(index, next.distance.min(closing)),
            None if closing <= SNAP => return Ok(walk),
            None => return open(index, closing),
        }
    }
}

/// A piece that could follow.
struct Follower {
    index: usize,
    /// The piece in the direction in which it follows.
    piece: Piece,
    /// From the end of the piece before.
    distance: f64,
}

/// The first piece after `last`, in the given order and round again, that is left and within
/// [`SNAP`] of `end`; the nearest where none is.
fn follower(pieces: &[Piece], is_left: &[bool], last: usize, end: DVec2) -> Option<Follower> {
    let mut nearest: Option<Follower> = None;
    for index in (last + 1..pieces.len()).chain(0..last) {
        if !is_left[index] {
            continue;
        }
        let piece = pieces[index];
        let [forward, backward] = [piece.start, piece.end].map(|point| point.distance(end));
        let distance = forward.min(backward);
        if nearest
            .as_ref()
            .is_none_or(|found| distance < found.distance)
        {
            let piece = if backward < forward {
                piece.reversed()
            } else {
                piece
            };
            nearest = Some(Follower {
                index,
                piece,
                distance,
            });
        }
        if distance <= SNAP {
            break;
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(start: [f64; 2], end: [f64; 2]) -> Piece {
        Piece {
            start: start.into(),
            end: end.into(),
            turn: None,
        }
    }

    #[test]
    fn any_order_and_direction_closes() {
        let pieces = [
            line([0.0, 0.0], [1.0, 0.0]),
            line([0.0, 1.0], [0.0, 0.0]),
            line([1.0, 1.0], [1.0, 1e-9]),
            line([1.0, 1.0], [0.0, 1.0]),
        ];
        let walk = chain(&pieces).expect("a square");
        let indices: Vec<usize> = walk.iter().map(|&(index, _)| index).collect();
        assert_eq!(indices, [0, 2, 3, 1]);
        assert_eq!(walk[1].1, pieces[2].reversed());
        assert_eq!(walk[2].1, pieces[3]);
    }

    #[test]
    fn what_does_not_close_is_named() {
        let [a, b, c] = [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]];
        let check = |pieces: &[Piece], expected| {
            assert_eq!(chain(pieces).expect_err("open"), expected);
        };
        let open = |distance| SketchFault::Open {
            distance,
            limit: SNAP,
        };
        check(&[line(a, b)], (0, open(1.0)));
        check(&[line(a, b), line(b, c)], (1, open(1.0)));
        check(
            &[line(a, b), line([1.0, 0.5], c), line(c, a)],
            (0, open(0.5)),
        );
        let beside = line([5.0, 5.0], [6.0, 5.0]);
        let pieces = [line(a, b), line(b, c), beside, line(c, a)];
        check(&pieces, (2, SketchFault::Beside));
    }
}
