//! Marks on the edges of a stack that a camera sees, each held by the curve that it lies on, so that it moves with the
//! stack's numbers.

use std::collections::BTreeMap;

use cadseq_render::{Projection, SurfaceBuffer, View, surfaces};
use cadseq_solid::Mesh;
use glam::{DVec2, DVec3};

use crate::part::sketches::Stacked;

/// Distance between marks, in pixels.
const SPACING: f64 = 1.5;

/// Parts of edges shorter than this, in pixels, get no marks.
const MIN_LENGTH: f64 = 0.05;

/// A point of an edge in the picture, where it lies on the stack.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// Where it lies on the stack.
    pub anchor: Anchor,
    /// Where it is in the picture, in pixels.
    pub pixel: DVec2,
    /// Unit vector square to the edge.
    pub across: DVec2,
    /// Whether the part ends there.
    pub is_outline: bool,
}

/// A point of a level's side: of one curve, at a share of its length, and how high.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor {
    level: usize,
    outline: usize,
    curve: usize,
    t: f64,
    height: Height,
}

/// Where a point is along the normal of its level's plane.
#[derive(Debug, Clone, Copy)]
enum Height {
    /// At an end of a level of the same plane, maybe another one: the rim of a hole lies in the face that it was cut into.
    End { level: usize, end: usize },
    /// Elsewhere, where no end moves it.
    Fixed(f64),
}

/// How far a point of the mesh may lie from the curve that it is of, in model units.
const NEAR_CURVE: f64 = 0.08;

/// Heights that differ by less are one, in model units.
const SAME_HEIGHT: f64 = 1e-6;

impl Anchor {
    /// Where a point of the mesh is on the stack.
    fn of(stacked: &Stacked, world: DVec3) -> Option<Self> {
        let mut best: Option<(f64, Self)> = None;
        for (level, one) in stacked.levels.iter().enumerate() {
            let (on_plane, height) = one.plane.to_sketch(world);
            let [low, high] = one.heights;
            if height < low - SAME_HEIGHT || height > high + SAME_HEIGHT {
                continue;
            }
            for (outline, one) in one.loops.iter().enumerate() {
                for curve in 0..one.outline.len() {
                    let (t, distance) = one.outline.nearest(curve, on_plane);
                    if distance < NEAR_CURVE && best.is_none_or(|(least, _)| distance < least) {
                        let anchor = Self {
                            level,
                            outline,
                            curve,
                            t,
                            height: Height::of(stacked, level, height),
                        };
                        best = Some((distance, anchor));
                    }
                }
            }
        }
        best.map(|(_, anchor)| anchor)
    }

    /// The point, part's frame.
    pub(super) fn at(&self, stacked: &Stacked) -> DVec3 {
        let level = &stacked.levels[self.level];
        let height = match self.height {
            Height::End { level, end } => stacked.levels[level].heights[end],
            Height::Fixed(height) => height,
        };
        let point = level.loops[self.outline].outline.point(self.curve, self.t);
        level.plane.to_world(point, height)
    }
}

impl Height {
    /// Of a point of a level: an end of its own, else one of another.
    fn of(stacked: &Stacked, own: usize, height: f64) -> Self {
        let plane = stacked.levels[own].plane;
        let others = (0..stacked.levels.len()).filter(|&level| level != own);
        let same_plane = |&level: &usize| stacked.levels[level].plane == plane;
        std::iter::once(own)
            .chain(others)
            .filter(same_plane)
            .flat_map(|level| [0, 1].map(|end| (level, end)))
            .find(|&(level, end)| (stacked.levels[level].heights[end] - height).abs() < SAME_HEIGHT)
            .map_or(Self::Fixed(height), |(level, end)| Self::End { level, end })
    }
}

/// Marks on all edges that can be seen: of the mesh, and where a round face turns away.
pub(super) fn marks(stacked: &Stacked, mesh: &Mesh, view: &View) -> Vec<Mark> {
    let seen = surfaces(mesh, view, 1);
    let mut marks = Vec::new();
    let mut add = |from: u32, to: u32| {
        let corners = [from as usize, to as usize];
        let ends = corners.map(|corner| mesh.positions[corner]);
        let (Some(a), Some(b)) = (view.project(ends[0]), view.project(ends[1])) else {
            return;
        };
        let length = a.distance(b);
        if length < MIN_LENGTH {
            return;
        }
        let along = (b - a) / length;
        let count = (length / SPACING).ceil() as usize;
        for index in 0..count {
            let t = (index as f64 + 0.5) / count as f64;
            let world = ends[0].lerp(ends[1], t);
            let Some(pixel) = view.project(world) else {
                continue;
            };
            let across = along.perp();
            let is_outline = shows(&seen, view, world, pixel, across);
            if let (Some(is_outline), Some(anchor)) = (is_outline, Anchor::of(stacked, world)) {
                marks.push(Mark {
                    anchor,
                    pixel,
                    across,
                    is_outline,
                });
            }
        }
    };
    for edge in &mesh.edges {
        for pair in edge.corners.windows(2) {
            add(pair[0], pair[1]);
        }
    }
    for [from, to] in turning_edges(mesh, view) {
        add(from, to);
    }
    marks
}

/// Edges between a triangle of a face that looks at the camera and one that does not.
fn turning_edges(mesh: &Mesh, view: &View) -> Vec<[u32; 2]> {
    let mut sides: BTreeMap<[u32; 2], (u32, bool)> = BTreeMap::new();
    let mut turning = Vec::new();
    for (triangle, &face) in mesh.triangles.iter().zip(&mesh.triangle_faces) {
        let [a, b, c] = triangle.map(|corner| mesh.positions[corner as usize]);
        let toward = match view.camera.projection {
            Projection::Perspective => view.camera.position - a,
            Projection::Orthographic => -view.camera.ray(DVec2::ZERO),
        };
        let faces_camera = (b - a).cross(c - a).dot(toward) > 0.0;
        for side in 0..3 {
            let (from, to) = (triangle[side], triangle[(side + 1) % 3]);
            let key = [from.min(to), from.max(to)];
            match sides.remove(&key) {
                None => {
                    sides.insert(key, (face, faces_camera));
                }
                Some((other, faced)) => {
                    if other == face && faced != faces_camera {
                        turning.push(key);
                    }
                }
            }
        }
    }
    turning
}

/// Whether a point of an edge can be seen, and if so whether the part ends there.
fn shows(
    seen: &SurfaceBuffer,
    view: &View,
    world: DVec3,
    pixel: DVec2,
    across: DVec2,
) -> Option<bool> {
    let depth = view.camera.to_camera(world).z;
    let sample = |at: DVec2| -> Option<usize> {
        let inside =
            at.min_element() >= 0.0 && at.x < seen.width as f64 && at.y < seen.height as f64;
        inside.then(|| at.y as usize * seen.width + at.x as usize)
    };
    let (mut is_visible, mut sides) = (false, [false; 2]);
    for (side, sign) in [-1.0, 1.0].into_iter().enumerate() {
        for reach in [0.8, 1.6] {
            let Some(index) = sample(pixel + across * (sign * reach)) else {
                continue;
            };
            sides[side] |= seen.is_part(index);
            // A visible edge lies on or before what is seen to both sides of it.
            let slack = 0.12 * reach;
            is_visible |=
                seen.is_part(index) && (f64::from(seen.depth[index]) - depth).abs() < slack;
        }
    }
    let index = sample(pixel)?;
    let hidden = seen.is_part(index) && f64::from(seen.depth[index]) < depth - 0.15;
    (is_visible && !hidden).then_some(sides[0] != sides[1])
}
