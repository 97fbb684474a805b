//! The curves of a loop, with both ends.

use cadseq_program::{Arc, Circle, Curve, Line};
use glam::DVec2;

/// A curve of a loop, in sketch coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::read) enum LoopCurve {
    /// A line or an arc.
    Open(Piece),
    Circle(Circle),
}

/// A line, or an arc with its centre and its signed sweep in degrees. The ends are the file's; an
/// arc's computed end lies within [`SNAP`](super::SNAP) of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Piece {
    pub(crate) start: DVec2,
    pub(crate) end: DVec2,
    pub(crate) turn: Option<Turn>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Turn {
    pub(crate) center: DVec2,
    pub(crate) sweep_deg: f64,
}

impl Piece {
    /// Length along the curve.
    pub(super) fn length(self) -> f64 {
        match self.turn {
            None => self.start.distance(self.end),
            Some(turn) => self.start.distance(turn.center) * turn.sweep_deg.to_radians().abs(),
        }
    }

    pub(crate) fn reversed(self) -> Self {
        Self {
            start: self.end,
            end: self.start,
            turn: self.turn.map(|turn| Turn {
                sweep_deg: -turn.sweep_deg,
                ..turn
            }),
        }
    }
}

impl From<Piece> for Curve {
    fn from(piece: Piece) -> Self {
        let Piece { start, end, turn } = piece;
        match turn {
            None => Self::Line(Line { start, end }),
            Some(Turn { center, sweep_deg }) => Self::Arc(Arc {
                start,
                center,
                sweep_deg,
            }),
        }
    }
}

impl From<LoopCurve> for Curve {
    fn from(curve: LoopCurve) -> Self {
        match curve {
            LoopCurve::Open(piece) => piece.into(),
            LoopCurve::Circle(circle) => Self::Circle(circle),
        }
    }
}
