//! Closed-form measures of a stack, in world coordinates and model units.
//!
//! Areas and first moments of cells by Green's theorem over their edges: triangles to a point inside
//! and the caps between arcs and chords.

use glam::{DVec2, DVec3};

use super::section::{Section, SectionCell, SectionEdge};
use super::{Stack, column::Span};
use crate::segment::Segment;
use crate::{Bounds3, Measures};

/// Area of a cell and its first moment about [`Section::middle`].
#[derive(Debug, Clone, Copy, Default)]
struct Area {
    area: f64,
    moment: DVec2,
}

impl Stack {
    /// Volume in cubic units; 0 for an empty stack.
    pub fn volume(&self) -> f64 {
        let areas = self.section.areas();
        let cells = self.section.cells.iter().zip(&areas);
        cells
            .map(|(cell, area)| area.area * self.filled(cell))
            .sum()
    }

    /// Area of all faces in square units.
    pub fn surface_area(&self) -> f64 {
        let areas = self.section.areas();
        let cells = self.section.cells.iter().zip(&areas);
        let caps: f64 = cells
            .map(|(cell, area)| area.area * cell.caps.len() as f64)
            .sum();
        let wall = |(number, edge): (usize, &SectionEdge)| {
            let height: f64 = edge.walls.iter().map(|wall| self.length(wall.span)).sum();
            self.section.segment(number).length() * height
        };
        caps + self.section.edges.iter().enumerate().map(wall).sum::<f64>()
    }

    /// The smallest box around the solid, exact for arcs; `None` for an empty stack.
    pub fn bounds(&self) -> Option<Bounds3> {
        let directions = [DVec3::X, DVec3::Y, DVec3::Z];
        let [x, y, z] = directions.map(|axis| (-self.farthest(-axis), self.farthest(axis)));
        (!self.is_empty()).then_some(Bounds3 {
            min: DVec3::new(x.0, y.0, z.0),
            max: DVec3::new(x.1, y.1, z.1),
        })
    }

    /// Centre of mass of uniform density; `None` for an empty stack.
    pub fn center_of_mass(&self) -> Option<DVec3> {
        let (mut volume, mut moment) = (0.0, DVec3::ZERO);
        for (cell, area) in self.section.cells.iter().zip(self.section.areas()) {
            for span in cell.column.spans() {
                let (low, high) = (self.heights[span.low], self.heights[span.high]);
                let height = high - low;
                volume += area.area * height;
                moment += (area.moment * height).extend(area.area * height * 0.5 * (low + high));
            }
        }
        let center = moment / volume;
        let flat = self.section.middle() + center.truncate();
        (!self.is_empty()).then(|| self.frame.to_world(flat, center.z))
    }

    /// All measures at once; `None` for an empty stack.
    pub fn measures(&self) -> Option<Measures> {
        Some(Measures {
            volume: self.volume(),
            surface_area: self.surface_area(),
            bounds: self.bounds()?,
            center_of_mass: self.center_of_mass()?,
        })
    }

    /// Total height of what is full over a cell.
    fn filled(&self, cell: &SectionCell) -> f64 {
        cell.column
            .spans()
            .iter()
            .map(|span| self.length(*span))
            .sum()
    }

    fn length(&self, span: Span) -> f64 {
        self.heights[span.high] - self.heights[span.low]
    }

    /// Greatest coordinate of the solid along a unit direction of the world.
    fn farthest(&self, direction: DVec3) -> f64 {
        let frame = &self.frame;
        let flat = DVec2::new(direction.dot(frame.x_axis()), direction.dot(frame.y_axis()));
        let rise = direction.dot(frame.normal());
        let edges = self.section.edges.iter().enumerate();
        let reach = edges.map(|(number, edge)| {
            let levels = edge
                .walls
                .iter()
                .flat_map(|wall| [wall.span.low, wall.span.high]);
            let lift = levels
                .map(|level| self.heights[level] * rise)
                .reduce(f64::max);
            let point = farthest_point(&self.section.segment(number), flat);
            point.dot(flat) + lift.unwrap_or(f64::NEG_INFINITY)
        });
        let farthest = reach.reduce(f64::max).unwrap_or(f64::NEG_INFINITY);
        farthest + direction.dot(frame.origin())
    }
}

/// The point of a segment farthest along a direction of any length.
fn farthest_point(segment: &Segment, direction: DVec2) -> DVec2 {
    let summit = segment.bend.zip(direction.try_normalize());
    let summit = summit.map(|(bend, unit)| bend.center + unit * bend.radius);
    // Not on the arc: its distance would be that to the nearer end.
    match summit.filter(|point| segment.place_of(*point).is_some()) {
        Some(point) => point,
        None if segment.end.dot(direction) > segment.start.dot(direction) => segment.end,
        None => segment.start,
    }
}

impl Section {
    /// The middle of the vertices: areas about it lose the least digits.
    fn middle(&self) -> DVec2 {
        let low = self.vertices.iter().copied().reduce(DVec2::min);
        let high = self.vertices.iter().copied().reduce(DVec2::max);
        low.zip(high)
            .map_or(DVec2::ZERO, |(low, high)| low.midpoint(high))
    }

    /// Area of each cell in square units; that of cell 0 means nothing.
    pub(crate) fn cell_areas(&self) -> Vec<f64> {
        self.areas().iter().map(|area| area.area).collect()
    }

    /// Areas of all cells; that of cell 0 means nothing.
    fn areas(&self) -> Vec<Area> {
        let middle = self.middle();
        let mut areas = vec![Area::default(); self.cells.len()];
        for (number, edge) in self.edges.iter().enumerate() {
            let part = swept_area(&self.segment(number), middle);
            areas[edge.left].area += part.area;
            areas[edge.left].moment += part.moment;
            areas[edge.right].area -= part.area;
            areas[edge.right].moment -= part.moment;
        }
        areas
    }
}

/// What the line from `middle` to a point sweeps when the point runs along the segment.
fn swept_area(segment: &Segment, middle: DVec2) -> Area {
    let (start, end) = (segment.start - middle, segment.end - middle);
    let triangle = 0.5 * start.perp_dot(end);
    let mut swept = Area {
        area: triangle,
        moment: (start + end) * (triangle / 3.0),
    };
    if let Some(bend) = segment.bend {
        let cap = bend.cap_area();
        let half_chord = bend.radius * libm::sin(0.5 * bend.sweep_rad);
        let outward = (segment.point_at(0.5) - bend.center).normalize_or_zero();
        swept.area += cap;
        swept.moment += (bend.center - middle) * cap;
        swept.moment += outward * (half_chord.powi(3) * 2.0 / 3.0);
    }
    swept
}
