//! Cross sections of solids with three axes: sections of the parts along u, cut by the lines of the
//! others.

use super::axes::{P, U};
use super::breaks::wall_breaks;
use super::line::{Line, Lines};
use super::scene::Scene;
use super::slab::slabs;

/// Cross sections within a slab of u.
pub(super) struct Section<'a> {
    scene: &'a Scene,
    p_lines: &'a Lines,
    q_lines: &'a Lines,
    /// For each part its floor, where its heights run along u.
    floors: Vec<usize>,
    /// Along P: where walls of the parts along u begin, end or change order.
    breaks: Vec<f64>,
    range: [f64; 2],
}

impl<'a> Section<'a> {
    /// Lines must be those of the slab around `middle`; `range` bounds the result along P.
    pub(super) fn new(
        scene: &'a Scene,
        p_lines: &'a Lines,
        q_lines: &'a Lines,
        middle: f64,
        range: [f64; 2],
    ) -> Self {
        let parts: Vec<_> = scene.along(U).map(|(_, part)| part).collect();
        let floors = scene.parts.iter().map(|part| part.floor_at(middle));
        Self {
            scene,
            p_lines,
            q_lines,
            floors: floors.collect(),
            breaks: wall_breaks(&parts),
            range,
        }
    }

    /// Area at `u`, in closed form.
    pub(super) fn area(&self, u: f64) -> f64 {
        let mut breaks = self.breaks.clone();
        breaks.extend(self.p_lines.all.iter().map(|line| line.piece.value(u)));
        for q in self.q_lines.all.iter().map(|line| line.piece.value(u)) {
            let walls = self.scene.along(U).flat_map(|(_, part)| &part.walls);
            breaks.extend(walls.flat_map(|wall| wall.piece.crossings(q)));
        }
        slabs(breaks, self.range)
            .into_iter()
            .map(|slab| self.strip(u, slab))
            .sum()
    }

    /// The part of the area between two coordinates of P.
    fn strip(&self, u: f64, [low, high]: [f64; 2]) -> f64 {
        let middle = f64::midpoint(low, high);
        let before = |line: &&Line| line.piece.value(u) < middle;
        let column = self.p_lines.all.iter().filter(before).count();
        let mut lines = Lines::default();
        lines.add_fixed(self.q_lines, u);
        for (number, part) in self.scene.along(U) {
            lines.add_walls(part, number, middle);
        }
        lines.finish(self.scene.parts.len());
        let mut area = 0.0;
        for (j, pair) in lines.all.windows(2).enumerate() {
            let is_full = self.scene.expression.holds(&|number| {
                let part = &self.scene.parts[number];
                let beyond = lines.beyond(j, number);
                let (cell, floor) = match part.along {
                    U => (beyond, self.floors[number]),
                    P => (beyond, self.p_lines.state_after(column, number)),
                    _ => (self.p_lines.state_after(column, number), beyond),
                };
                part.is_full(cell, floor)
            });
            if is_full {
                area += pair[1].piece.integral(low, high) - pair[0].piece.integral(low, high);
            }
        }
        area
    }
}
