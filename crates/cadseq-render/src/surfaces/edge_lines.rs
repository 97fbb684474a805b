//! The edges of a part as a camera sees them: polylines over the picture, with their depth.

use cadseq_solid::{Mesh, Surface};
use glam::{Vec2, Vec3};

use super::fill::NEAR;
use super::{Body, SamplePlane};

/// How many samples around itself an edge is found.
const REACH: f32 = 1.6;
/// Cosine of the angle between an edge and a cylinder's axis from which on it is one of its lines.
const ALONG_AXIS: f64 = 0.999;

/// An edge of the part.
struct Line {
    faces: [u32; 2],
    /// Whether it is the rim of a concave cylinder.
    is_rim: bool,
    low: Vec2,
    high: Vec2,
    /// Its points in [`EdgeLines::points`].
    first: usize,
    last: usize,
}

/// All edges of a part over a picture, by face.
pub(super) struct EdgeLines {
    lines: Vec<Line>,
    /// Sample position and closeness, then the corner of the mesh.
    points: Vec<(Vec3, u32)>,
    /// Lines of each face: from `starts[face]` to `starts[face + 1]` in `of_face`.
    starts: Vec<u32>,
    of_face: Vec<u32>,
}

/// The place on an edge that is nearest to a position in the picture.
pub(super) struct Nearest {
    /// Where, in samples.
    pub at: Vec2,
    /// Its closeness.
    pub closeness: f32,
    /// The point in camera coordinates (single precision).
    pub point: Vec3,
    /// Whether the edge is a rim.
    pub is_rim: bool,
    distance_squared: f32,
}

impl EdgeLines {
    pub(super) fn new(part: &Mesh, body: &Body, plane: &SamplePlane) -> Self {
        let mut points = Vec::new();
        let mut lines = Vec::with_capacity(part.edges.len());
        for edge in &part.edges {
            let behind = |&corner: &u32| body.points[corner as usize].z < NEAR;
            if plane.projection == crate::Projection::Perspective && edge.corners.iter().any(behind)
            {
                continue;
            }
            let first = points.len();
            let (mut low, mut high) = (Vec2::INFINITY, Vec2::NEG_INFINITY);
            for &corner in &edge.corners {
                let point = plane.project(body.points[corner as usize]);
                (low, high) = (low.min(point.truncate()), high.max(point.truncate()));
                points.push((point, corner));
            }
            lines.push(Line {
                faces: edge.faces,
                is_rim: edge
                    .faces
                    .iter()
                    .any(|&face| is_rim_of(part, &edge.corners, face)),
                low: low - REACH,
                high: high + REACH,
                first,
                last: points.len(),
            });
        }
        let mut starts = vec![0_u32; part.faces.len() + 1];
        for line in &lines {
            for face in line.faces {
                starts[face as usize + 1] += 1;
            }
        }
        for face in 0..part.faces.len() {
            starts[face + 1] += starts[face];
        }
        let mut next = starts.clone();
        let mut of_face = vec![0; 2 * lines.len()];
        for (index, line) in lines.iter().enumerate() {
            for face in line.faces {
                of_face[next[face as usize] as usize] = index as u32;
                next[face as usize] += 1;
            }
        }
        Self {
            lines,
            points,
            starts,
            of_face,
        }
    }

    /// The nearest place within reach where two faces meet.
    pub(super) fn shared(&self, faces: [u32; 2], at: Vec2, body: &Body) -> Option<Nearest> {
        let count = |face: u32| self.starts[face as usize + 1] - self.starts[face as usize];
        let [a, b] = if count(faces[0]) <= count(faces[1]) {
            faces
        } else {
            [faces[1], faces[0]]
        };
        self.nearest(a, at, body, |line| {
            line.faces == [a, b] || line.faces == [b, a]
        })
    }

    /// The nearest place within reach on any edge of a face.
    pub(super) fn any(&self, face: u32, at: Vec2, body: &Body) -> Option<Nearest> {
        self.nearest(face, at, body, |_| true)
    }

    /// The nearest place within reach on a rim of a concave cylinder that bounds a face.
    pub(super) fn rim(&self, face: u32, at: Vec2, body: &Body) -> Option<Nearest> {
        self.nearest(face, at, body, |line| line.is_rim)
    }

    fn nearest(
        &self,
        face: u32,
        at: Vec2,
        body: &Body,
        counts: impl Fn(&Line) -> bool,
    ) -> Option<Nearest> {
        let range = self.starts[face as usize] as usize..self.starts[face as usize + 1] as usize;
        let mut best: Option<Nearest> = None;
        for &index in &self.of_face[range] {
            let line = &self.lines[index as usize];
            let is_near = at.cmpge(line.low).all() && at.cmple(line.high).all();
            if !is_near || !counts(line) {
                continue;
            }
            for pair in self.points[line.first..line.last].windows(2) {
                let [(p, from), (q, to)] = [pair[0], pair[1]];
                let along = q.truncate() - p.truncate();
                let length_squared = along.length_squared();
                let t = if length_squared > 0.0 {
                    ((at - p.truncate()).dot(along) / length_squared).clamp(0.0, 1.0)
                } else {
                    0.0
                };
                let place = p.truncate() + along * t;
                let distance_squared = place.distance_squared(at);
                let limit = best
                    .as_ref()
                    .map_or(REACH * REACH, |found| found.distance_squared);
                if distance_squared >= limit {
                    continue;
                }
                // The share along the edge in space is read off its ends: close enough over a chord.
                let [from, to] = [from, to].map(|corner| body.points[corner as usize]);
                best = Some(Nearest {
                    at: place,
                    closeness: p.z + (q.z - p.z) * t,
                    point: from.lerp(to, f64::from(t)).as_vec3(),
                    is_rim: line.is_rim,
                    distance_squared,
                });
            }
        }
        best
    }
}

/// Whether a face is a concave cylinder and an edge of it does not run along the axis.
fn is_rim_of(part: &Mesh, corners: &[u32], face: u32) -> bool {
    let Surface::Cylinder {
        axis,
        concave: true,
        ..
    } = part.faces[face as usize].surface
    else {
        return false;
    };
    corners.windows(2).any(|pair| {
        let along = part.positions[pair[1] as usize] - part.positions[pair[0] as usize];
        along.normalize_or_zero().dot(axis).abs() < ALONG_AXIS
    })
}
