//! The volume of a Boolean of parts whose axes are parallel or at right angles.

use super::OverlapMethod;
use super::axes::{Axes, P, Q, U};
use super::breaks::{breaks, corner_breaks};
use super::expression::Expression;
use super::grid::Grid;
use super::line::Lines;
use super::part::{Part, Source};
use super::quadrature::{Integral, integrate};
use super::section::Section;
use super::slab::slabs;

/// Share of the box around a solid to which the integral over a slab is refined: a little above the
/// rounding of sums.
const TOLERANCE: f64 = 1e-14;
/// The same where three axes occur: areas are sums of more terms.
const TOLERANCE_OF_SECTIONS: f64 = 1e-13;

/// Parts and what is made of them.
#[derive(Debug)]
pub(super) struct Scene {
    pub(super) parts: Vec<Part>,
    pub(super) expression: Expression,
}

impl Scene {
    /// `None` where the axes of the sources have no common coordinates.
    pub(super) fn new(sources: &[Source<'_>], expression: Expression) -> Option<Self> {
        let axes = Axes::of(sources.iter().map(Source::frame))?;
        let parts = sources.iter().map(|source| Part::new(*source, &axes));
        Some(Self {
            parts: parts.collect(),
            expression,
        })
    }

    /// Volume of the expression, in cubic units.
    pub(super) fn volume(&self) -> Integral {
        let ranges = [P, Q, U].map(|axis| self.range(axis));
        let sizes = ranges.map(|[low, high]| high - low);
        if sizes.iter().any(|size| *size <= 0.0) {
            return Integral::default();
        }
        let box_volume: f64 = sizes.iter().product();
        let has_sections = self.parts.iter().any(|part| part.along == U);
        let slabs = slabs(breaks(self), ranges[U]).into_iter();
        let volumes = slabs.map(|slab| {
            if has_sections {
                self.volume_by_sections(slab, ranges[P], TOLERANCE_OF_SECTIONS * box_volume)
            } else {
                self.volume_by_grid(slab, TOLERANCE * box_volume)
            }
        });
        volumes.sum()
    }

    /// How [`Scene::volume`] finds it.
    pub(super) fn method(&self) -> OverlapMethod {
        let along = self.parts.iter().map(|part| part.along);
        if along.max() == Some(P) {
            OverlapMethod::ClosedForm
        } else {
            OverlapMethod::Quadrature
        }
    }

    fn range(&self, axis: usize) -> [f64; 2] {
        self.expression.range(&|part| self.parts[part].ranges[axis])
    }

    /// Parts with their numbers whose heights run along a coordinate.
    pub(super) fn along(&self, axis: usize) -> impl Iterator<Item = (usize, &Part)> {
        let numbered = self.parts.iter().enumerate();
        numbered.filter(move |(_, part)| part.along == axis)
    }

    fn volume_by_grid(&self, slab: [f64; 2], tolerance: f64) -> Integral {
        let middle = f64::midpoint(slab[0], slab[1]);
        let [p_lines, q_lines] = [P, Q].map(|axis| self.lines(axis, middle));
        Grid::new(self, &p_lines, &q_lines).volume(slab, tolerance)
    }

    fn volume_by_sections(&self, slab: [f64; 2], range: [f64; 2], tolerance: f64) -> Integral {
        let middle = f64::midpoint(slab[0], slab[1]);
        let [p_lines, q_lines] = [P, Q].map(|axis| self.lines(axis, middle));
        let section = Section::new(self, &p_lines, &q_lines, middle, range);
        let corners = corner_breaks(self, &p_lines, &q_lines, slab);
        let smooth = slabs(corners, slab).into_iter();
        smooth
            .map(|slab| integrate(|u| section.area(u), slab, tolerance))
            .sum()
    }

    /// What a walk along P or Q meets in a slab: levels of the parts whose heights run along it, and
    /// walls of those whose sections lie across.
    fn lines(&self, axis: usize, middle: f64) -> Lines {
        let mut lines = Lines::default();
        for (number, part) in self.along(axis) {
            lines.add_levels(part, number);
        }
        for (number, part) in self.along(P + Q - axis) {
            lines.add_walls(part, number, middle);
        }
        lines.finish(self.parts.len());
        lines
    }
}
