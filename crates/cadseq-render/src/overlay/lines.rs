//! Which lines of a solid a view shows: its edges and the contours of its round faces.

use std::collections::BTreeMap;

use cadseq_solid::mesh::{Mesh, place_on_ray};
use glam::{DVec2, DVec3};

use crate::View;

/// Length of the pieces that are visible or hidden as a whole, in pixels.
const PIECE_PX: f64 = 2.0;
/// Most pieces of one mesh edge, for edges that come close to the camera.
const MAX_PIECES: f64 = 2000.0;
/// How much nearer than an edge's point a face must be to hide it, as a share of the distance: far
/// above rounding, below a pixel.
const NEARER: f64 = 2e-4;

/// A short piece of a line, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct EdgeLine {
    /// One end.
    pub(super) from: DVec2,
    /// The other end.
    pub(super) to: DVec2,
    /// How far along its edge the piece starts, in pixels.
    pub(super) along_px: f64,
    /// Whether no face hides it.
    pub(super) visible: bool,
}

/// The pieces of all edges and contours in front of the camera.
pub(super) fn edge_lines(mesh: &Mesh, view: &View) -> Vec<EdgeLine> {
    let mut lines = Vec::new();
    let edges = mesh.edges.iter().map(|edge| edge.corners.clone());
    for corners in edges.chain(contours(mesh, view)) {
        let mut along_px = 0.0;
        for pair in corners.windows(2) {
            let ends = [pair[0], pair[1]].map(|corner| mesh.positions[corner as usize]);
            along_px = cut(mesh, view, ends, along_px, &mut lines);
        }
    }
    lines
}

/// Cuts a straight mesh edge into pieces; returns how far along its edge it ends.
fn cut(
    mesh: &Mesh,
    view: &View,
    ends: [DVec3; 2],
    along_px: f64,
    lines: &mut Vec<EdgeLine>,
) -> f64 {
    let (Some(from), Some(to)) = (view.project(ends[0]), view.project(ends[1])) else {
        return along_px;
    };
    let length = from.distance(to);
    let pieces = (length / PIECE_PX).ceil().clamp(1.0, MAX_PIECES) as usize;
    let at = |index: usize| ends[0].lerp(ends[1], index as f64 / pieces as f64);
    for index in 0..pieces {
        let (first, last) = (at(index), at(index + 1));
        if let (Some(from), Some(to)) = (view.project(first), view.project(last)) {
            lines.push(EdgeLine {
                from,
                to,
                along_px: along_px + length * index as f64 / pieces as f64,
                visible: !is_hidden(mesh, view.camera.position, first.midpoint(last)),
            });
        }
    }
    along_px + length
}

/// Mesh edges inside a round face where it turns away from the camera.
fn contours(mesh: &Mesh, view: &View) -> Vec<Vec<u32>> {
    let mut sides: BTreeMap<(u32, u32), (u32, bool)> = BTreeMap::new();
    let mut contours = Vec::new();
    for (triangle, &face) in mesh.triangles.iter().zip(&mesh.triangle_faces) {
        let [a, b, c] = triangle.map(|corner| mesh.positions[corner as usize]);
        let facing = (b - a).cross(c - a).dot(view.camera.position - a) > 0.0;
        for index in 0..3 {
            let (from, to) = (triangle[index], triangle[(index + 1) % 3]);
            let key = (from.min(to), from.max(to));
            match sides.remove(&key) {
                None => drop(sides.insert(key, (face, facing))),
                Some(other) if other == (face, !facing) => contours.push(vec![from, to]),
                Some(_) => {}
            }
        }
    }
    contours
}

/// Whether a triangle lies between the camera and the point.
fn is_hidden(mesh: &Mesh, camera: DVec3, point: DVec3) -> bool {
    let ray = point - camera;
    mesh.triangles.iter().any(|triangle| {
        let corners = triangle.map(|corner| mesh.positions[corner as usize]);
        place_on_ray(camera, ray, corners).is_some_and(|t| 0.0 < t && t < 1.0 - NEARER)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use cadseq_solid::Prism;

    fn lines(text: &str) -> Vec<EdgeLine> {
        let program = text.parse().expect("a program");
        let mesh = Prism::from_program(&program).expect("a solid").mesh(0.002);
        edge_lines(&mesh, &View::paper(512))
    }

    fn length_px(lines: &[EdgeLine], visible: bool) -> f64 {
        let chosen = lines.iter().filter(|line| line.visible == visible);
        chosen.map(|line| line.from.distance(line.to)).sum()
    }

    #[test]
    fn cylinder_shows_its_top_half_its_bottom_and_two_contours() {
        let lines = lines("add_sketch(XY)\nadd_circle(0, 0, 4)\nadd_extrude(5)");
        let (shown, hidden) = (length_px(&lines, true), length_px(&lines, false));
        // Of the two rims the far half of the lower one is hidden, of the contours nothing.
        assert!(
            hidden > 0.1 * shown && hidden < 0.35 * shown,
            "{shown} {hidden}"
        );
    }

    #[test]
    fn block_hides_three_edges() {
        let square = "add_sketch(XY)\nadd_line(-3, -3, 3, -3)\nadd_line(3, -3, 3, 3)\n\
                      add_line(3, 3, -3, 3)\nadd_line(-3, 3, -3, -3)\nadd_extrude(6)";
        let lines = lines(square);
        let share = length_px(&lines, false) / length_px(&lines, true);
        // Three of twelve edges; the hidden ones are farther away and so a little shorter.
        assert!((0.25..0.34).contains(&share), "{share}");
    }
}
