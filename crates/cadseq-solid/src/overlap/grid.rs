//! Cross sections that are rectangles between lines, and their integral over a slab.

use super::axes::P;
use super::line::Lines;
use super::piece::Piece;
use super::quadrature::{Integral, integrate};
use super::scene::Scene;

/// A rectangle that moves with its sides: two lines across P, two across Q.
#[derive(Debug, Clone, Copy)]
struct Rectangle {
    p: [Piece; 2],
    q: [Piece; 2],
}

/// The rectangles that make up the cross section throughout a slab.
#[derive(Debug)]
pub(super) struct Grid {
    rectangles: Vec<Rectangle>,
}

impl Grid {
    pub(super) fn new(scene: &Scene, p_lines: &Lines, q_lines: &Lines) -> Self {
        let mut rectangles = Vec::new();
        for (j, q) in q_lines.all.windows(2).enumerate() {
            let holds = |i: usize| {
                scene.expression.holds(&|part| {
                    let states = [p_lines.beyond(i, part), q_lines.beyond(j, part)];
                    let is_along_p = scene.parts[part].along == P;
                    let [floor, cell] = if is_along_p {
                        states
                    } else {
                        [states[1], states[0]]
                    };
                    scene.parts[part].is_full(cell, floor)
                })
            };
            let mut start = None;
            for (i, line) in p_lines.all.iter().enumerate() {
                let is_full = holds(i);
                match start {
                    None if is_full => start = Some(line.piece),
                    Some(first) if !is_full => {
                        start = None;
                        let (p, q) = ([first, line.piece], [q[0].piece, q[1].piece]);
                        rectangles.push(Rectangle { p, q });
                    }
                    _ => {}
                }
            }
        }
        Self { rectangles }
    }

    /// Integral of the area over a slab; in closed form where a rectangle has a constant side.
    pub(super) fn volume(mut self, slab: [f64; 2], tolerance: f64) -> Integral {
        let mut sum = 0.0;
        self.rectangles.retain(|rectangle| {
            let closed = rectangle.volume(slab);
            sum += closed.unwrap_or(0.0);
            closed.is_none()
        });
        let closed = Integral::exact(sum);
        if self.rectangles.is_empty() {
            return closed;
        }
        let area = |u: f64| {
            self.rectangles
                .iter()
                .map(|rectangle| rectangle.area(u))
                .sum()
        };
        [closed, integrate(area, slab, tolerance)].into_iter().sum()
    }
}

impl Rectangle {
    fn area(&self, u: f64) -> f64 {
        let [p, q] = [self.p, self.q].map(|[low, high]| high.value(u) - low.value(u));
        p * q
    }

    /// `None` where both sides change.
    fn volume(&self, [low, high]: [f64; 2]) -> Option<f64> {
        let constant = |side: &[Piece; 2]| {
            let is_constant = side.iter().all(Piece::is_level);
            is_constant.then(|| side[1].value(low) - side[0].value(low))
        };
        let integral =
            |side: &[Piece; 2]| side[1].integral(low, high) - side[0].integral(low, high);
        let along_p = constant(&self.p).map(|p| p * integral(&self.q));
        along_p.or_else(|| constant(&self.q).map(|q| q * integral(&self.p)))
    }
}
