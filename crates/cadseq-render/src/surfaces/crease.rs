//! Which kind of edge lies between two neighbouring samples.
//!
//! Two faces meet where the exact solid has an edge of both nearby and its depth there is what each
//! face's plane says; else one hides the other.

use cadseq_solid::Mesh;
use glam::{Vec2, Vec3};

use super::edge_lines::{EdgeLines, Nearest};
use super::{Body, SurfaceBuffer, edge};

/// Steepness of a face, in closeness units per sample, that tolerances still grow with.
const STEEPEST: f32 = 4.0;

/// Sets the flags of all samples.
pub(super) fn classify(buffer: &mut SurfaceBuffer, closeness: &[f32], part: &Mesh, body: &Body) {
    let lines = EdgeLines::new(part, body, &buffer.plane);
    let judge = Judge {
        lines,
        body,
        crease_cosine: libm::cos(edge::CREASE_DEGREES.to_radians()) as f32,
    };
    let (width, height) = (buffer.width, buffer.height);
    for row in 0..height {
        for column in 0..width {
            let index = row * width + column;
            let face = buffer.face[index];
            if column + 1 < width && face != buffer.face[index + 1] {
                judge.mark(buffer, closeness, (column, row), (column + 1, row));
            }
            if row + 1 < height && face != buffer.face[index + width] {
                judge.mark(buffer, closeness, (column, row), (column, row + 1));
            }
        }
    }
}

struct Judge<'a> {
    lines: EdgeLines,
    body: &'a Body,
    crease_cosine: f32,
}

/// A sample of the part with the plane that touches it.
struct Seen {
    face: u32,
    at: Vec2,
    closeness: f32,
    gradient: Vec2,
    unit: f32,
    point: Vec3,
    normal: Vec3,
}

impl Seen {
    fn new(buffer: &SurfaceBuffer, closeness: &[f32], (column, row): (usize, usize)) -> Self {
        let index = row * buffer.width + column;
        let (point, normal) = (buffer.point(column, row), buffer.normal[index]);
        Self {
            face: buffer.face[index],
            at: Vec2::new(column as f32, row as f32),
            closeness: closeness[index],
            gradient: buffer.plane.closeness_gradient(point, normal),
            unit: buffer.plane.closeness_unit(closeness[index]),
            point,
            normal,
        }
    }

    fn closeness_at(&self, at: Vec2) -> f32 {
        self.closeness + self.gradient.dot(at - self.at)
    }

    /// How far closeness may be off beside this sample.
    fn tolerance(&self) -> f32 {
        self.unit + 0.5 * self.gradient.length().min(STEEPEST * self.unit)
    }

    /// Whether an edge runs through this sample's surface, and not before or behind it.
    fn carries(&self, edge: &Nearest) -> bool {
        (self.closeness_at(edge.at) - edge.closeness).abs() < self.tolerance()
    }
}

impl Judge<'_> {
    fn mark(
        &self,
        buffer: &mut SurfaceBuffer,
        closeness: &[f32],
        first: (usize, usize),
        second: (usize, usize),
    ) {
        let indices = [first, second].map(|(column, row)| row * buffer.width + column);
        let seen = |place| Seen::new(buffer, closeness, place);
        let (flags, other) = match indices.map(|index| buffer.is_part(index)) {
            [false, false] => return,
            [true, false] => (self.outline(&seen(first), &seen(second)), 0),
            [false, true] => (0, self.outline(&seen(second), &seen(first))),
            [true, true] => self.inside(&seen(first), &seen(second)),
        };
        buffer.edges[indices[0]] |= flags;
        buffer.edges[indices[1]] |= other;
    }

    fn outline(&self, seen: &Seen, beside: &Seen) -> u8 {
        edge::OUTLINE | self.exact_edge(seen, seen.at.midpoint(beside.at))
    }

    /// The flags of the edges of the exact solid that run through a sample near `at`.
    fn exact_edge(&self, seen: &Seen, at: Vec2) -> u8 {
        let Some(nearest) = self.lines.any(seen.face, at, self.body) else {
            return 0;
        };
        let sharp = if seen.carries(&nearest) {
            edge::SHARP
        } else {
            0
        };
        let rim = self.lines.rim(seen.face, at, self.body);
        if rim.is_some_and(|rim| seen.carries(&rim)) {
            sharp | edge::RIM
        } else {
            sharp
        }
    }

    /// Flags of two samples of different faces of the part.
    fn inside(&self, a: &Seen, b: &Seen) -> (u8, u8) {
        let middle = a.at.midpoint(b.at);
        let shared = self.lines.shared([a.face, b.face], middle, self.body);
        if let Some(shared) = shared
            && a.carries(&shared)
            && b.carries(&shared)
        {
            let [at_a, at_b] = [a.face, b.face]
                .map(|face| self.body.surfaces[face as usize].normal_at(shared.point));
            let rim = if shared.is_rim { edge::RIM } else { 0 };
            let flags = self.crease([a, b], [at_a, at_b], rim);
            return (flags, flags);
        }
        // No edge of both: a face too thin for a sample may lie between.
        let gap = (a.closeness_at(middle) - b.closeness_at(middle)).abs();
        if gap < 0.5 * (a.tolerance() + b.tolerance()) {
            let flags = self.crease([a, b], [a.normal, b.normal], 0);
            return (flags, flags);
        }
        if a.closeness > b.closeness {
            (edge::STEP_NEAR | self.exact_edge(a, middle), edge::STEP_FAR)
        } else {
            (edge::STEP_FAR, edge::STEP_NEAR | self.exact_edge(b, middle))
        }
    }

    fn crease(&self, [a, b]: [&Seen; 2], normals: [Vec3; 2], rim: u8) -> u8 {
        if normals[0].dot(normals[1]) > self.crease_cosine {
            return edge::SMOOTH;
        }
        let turn = (normals[1] - normals[0]).dot(b.point - a.point);
        if turn > 0.0 {
            edge::CONVEX | rim
        } else {
            edge::CONCAVE | rim
        }
    }
}
