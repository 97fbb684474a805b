//! What a straight walk across parts meets, in order, and where it is between.

use super::part::Part;
use super::piece::Piece;

/// A wall or level of a part, as a function of the coordinate of the sum.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) piece: Piece,
    pub(super) part: usize,
    /// The cell beyond a wall, the floor beyond a level.
    pub(super) beyond: usize,
    /// Where it is in the middle of the slab, which is what lines are sorted by.
    place: f64,
}

/// Lines in ascending order.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub(super) all: Vec<Line>,
    /// For the place before the first line, then beyond each, and for each part: its cell or floor.
    states: Vec<usize>,
    parts: usize,
}

impl Lines {
    /// Adds the walls of a part that run over `middle`.
    pub(super) fn add_walls(&mut self, part: &Part, number: usize, middle: f64) {
        let over = part.walls.iter().filter(|wall| wall.piece.spans(middle));
        self.all.extend(over.map(|wall| Line {
            piece: wall.piece,
            part: number,
            beyond: wall.above,
            place: wall.piece.value(middle),
        }));
    }

    /// Adds the levels of a part.
    pub(super) fn add_levels(&mut self, part: &Part, number: usize) {
        let levels = part.levels.iter().enumerate();
        self.all.extend(levels.map(|(below, &level)| Line {
            piece: Piece::level(level),
            part: number,
            beyond: below + 1,
            place: level,
        }));
    }

    /// Adds lines as they are at `place` of the coordinate that they are functions of.
    pub(super) fn add_fixed(&mut self, lines: &Self, place: f64) {
        self.all.extend(lines.all.iter().map(|line| {
            let place = line.piece.value(place);
            Line {
                piece: Piece::level(place),
                place,
                ..*line
            }
        }));
    }

    /// Sorts the lines and walks over them.
    pub(super) fn finish(&mut self, parts: usize) {
        self.all.sort_by(|a, b| a.place.total_cmp(&b.place));
        self.parts = parts;
        self.states = vec![0; parts];
        for line in &self.all {
            let before = self.states.len() - parts;
            self.states.extend_from_within(before..);
            let now = self.states.len() - parts;
            self.states[now + line.part] = line.beyond;
        }
    }

    /// The cell or floor of a part beyond the line with this index.
    pub(super) fn beyond(&self, line: usize, part: usize) -> usize {
        self.states[(line + 1) * self.parts + part]
    }

    /// The cell or floor of a part at a place, given as the number of lines before it.
    pub(super) fn state_after(&self, count: usize, part: usize) -> usize {
        self.states[count * self.parts + part]
    }
}
