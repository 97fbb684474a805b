//! Prisms as triangle meshes.

use glam::{DVec2, DVec3};

use crate::outline::Flattened;
use crate::triangulate::{Triangulation, triangulate};
use crate::{Edge, Face, FaceOrigin, Mesh, Outline, Prism, Surface};

/// Index of the start cap in a prism's faces; the end cap follows, then the sides.
const START_CAP: u32 = 0;
const END_CAP: u32 = 1;
const FIRST_SIDE: u32 = 2;

/// Below this chord tolerance (model units) a cap is taken as it is: outlines keep this distance
/// from themselves.
const FINEST_TOLERANCE: f64 = 1e-7;

impl Prism {
    /// A watertight mesh whose sides leave the exact ones by at most `chord_tolerance` model units.
    ///
    /// Faces: start cap, end cap, then one side for each curve, counter-clockwise. Edges: for each
    /// curve its rim on the start cap and on the end cap, then the upright edge at its start; a
    /// circle has no upright edge.
    pub fn mesh(&self, chord_tolerance: f64) -> Mesh {
        let (flattened, cap) = self.simple_polygon(chord_tolerance);
        let (triangles, triangle_faces) = self.triangles(&flattened, &cap);
        Mesh {
            positions: self.ring_positions(&flattened.points),
            triangles,
            triangle_faces,
            faces: self.faces(),
            edges: self.edges(&flattened),
        }
    }

    /// The outline as a polygon and its triangles. Where curves run closer to each other than the
    /// tolerance their polygons may cross; then the tolerance is tightened.
    fn simple_polygon(&self, chord_tolerance: f64) -> (Flattened, Vec<[u32; 3]>) {
        let mut tolerance = chord_tolerance;
        loop {
            let flattened = self.outline().flatten(tolerance);
            let Triangulation { triangles, proper } = triangulate(&flattened.points);
            if proper || tolerance < FINEST_TOLERANCE {
                return (flattened, triangles);
            }
            tolerance /= 4.0;
        }
    }

    /// The exact faces: start cap, end cap, then the sides counter-clockwise.
    pub fn faces(&self) -> Vec<Face> {
        let outward = self.plane().normal() * self.depth().signum();
        let cap = |height, normal, origin| Face {
            surface: Surface::Plane {
                point: self.plane().normal() * height,
                normal,
            },
            origins: vec![origin],
        };
        let mut faces = vec![
            cap(0.0, -outward, FaceOrigin::start(0)),
            cap(self.depth(), outward, FaceOrigin::end(0)),
        ];
        match self.outline() {
            Outline::Circle { center, radius, .. } => {
                let surface = self.cylinder(*center, *radius, false);
                faces.push(Face {
                    surface,
                    origins: vec![FaceOrigin::side(0, 0)],
                });
            }
            Outline::Loop(segments) => faces.extend(segments.iter().map(|segment| {
                let right = -(segment.end - segment.start).perp().normalize_or_zero();
                let flat = Surface::Plane {
                    point: self.plane().to_world(segment.start, 0.0),
                    normal: self.plane().to_world(right, 0.0),
                };
                let surface = segment.bend.map_or(flat, |bend| {
                    self.cylinder(bend.center, bend.radius, bend.sweep_rad < 0.0)
                });
                Face {
                    surface,
                    origins: vec![FaceOrigin::side(0, segment.source)],
                }
            })),
        }
        faces
    }

    fn cylinder(&self, center: DVec2, radius: f64, concave: bool) -> Surface {
        Surface::Cylinder {
            axis_point: self.plane().to_world(center, 0.0),
            axis: self.plane().normal(),
            radius,
            concave,
        }
    }

    /// The ring on the sketch plane, then the ring at the depth.
    fn ring_positions(&self, points: &[DVec2]) -> Vec<DVec3> {
        let ring = |height| {
            points
                .iter()
                .map(move |&p| self.plane().to_world(p, height))
        };
        ring(0.0).chain(ring(self.depth())).collect()
    }

    fn triangles(&self, flattened: &Flattened, cap: &[[u32; 3]]) -> (Vec<[u32; 3]>, Vec<u32>) {
        let n = flattened.points.len() as u32;
        let (low, high) = if self.depth() > 0.0 { (0, n) } else { (n, 0) };
        let (low_face, high_face) = if self.depth() > 0.0 {
            (START_CAP, END_CAP)
        } else {
            (END_CAP, START_CAP)
        };
        let mut triangles = Vec::with_capacity(2 * cap.len() + 2 * n as usize);
        triangles.extend(cap.iter().map(|t| [t[0] + low, t[2] + low, t[1] + low]));
        triangles.extend(cap.iter().map(|t| t.map(|corner| corner + high)));
        let mut faces = vec![low_face; cap.len()];
        faces.resize(2 * cap.len(), high_face);
        for (side, (first, last)) in curve_ranges(flattened).enumerate() {
            for i in first..last {
                let j = (i + 1) % n;
                triangles.push([i + low, j + low, j + high]);
                triangles.push([i + low, j + high, i + high]);
                faces.extend([FIRST_SIDE + side as u32; 2]);
            }
        }
        (triangles, faces)
    }

    fn edges(&self, flattened: &Flattened) -> Vec<Edge> {
        let n = flattened.points.len() as u32;
        let sides = flattened.starts.len() as u32;
        let has_corners = matches!(self.outline(), Outline::Loop(_));
        let mut edges = Vec::with_capacity(3 * sides as usize);
        for (side, (first, last)) in curve_ranges(flattened).enumerate() {
            let face = FIRST_SIDE + side as u32;
            let rim = |offset| (first..=last).map(|i| i % n + offset).collect();
            edges.push(Edge {
                corners: rim(0),
                faces: [START_CAP, face],
            });
            edges.push(Edge {
                corners: rim(n),
                faces: [END_CAP, face],
            });
            if has_corners {
                let before = FIRST_SIDE + (side as u32 + sides - 1) % sides;
                edges.push(Edge {
                    corners: vec![first, first + n],
                    faces: [before, face],
                });
            }
        }
        edges
    }
}

/// First point of each curve and of the next; the last range ends one past the ring.
fn curve_ranges(flattened: &Flattened) -> impl Iterator<Item = (u32, u32)> + '_ {
    let ends = flattened.starts[1..]
        .iter()
        .copied()
        .chain([flattened.points.len()]);
    flattened
        .starts
        .iter()
        .zip(ends)
        .map(|(&first, last)| (first as u32, last as u32))
}
