//! Parts to build stacks of, and what must hold for every stack.

pub(crate) mod random;

use std::collections::BTreeMap;
use std::f64::consts::{PI, TAU};

use cadseq_program::Frame;
use cadseq_solid::arrangement::{Arrangement, Stroke};
use cadseq_solid::segment::{Bend, Segment};
use cadseq_solid::{Brep, Mesh, Stack, Surface, Sweep};
use glam::{DVec2, DVec3};

pub(crate) const TOLERANCE: f64 = 1e-5;

/// The closed curves of a sketch, numbered as they come.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sketch {
    pub(crate) strokes: Vec<Stroke>,
}

impl Sketch {
    fn add(&mut self, start: DVec2, end: DVec2, bend: Option<Bend>) {
        let tag = self.strokes.len() as u32;
        let segment = Segment {
            start,
            end,
            bend,
            source: tag,
        };
        self.strokes.push(Stroke { segment, tag });
    }

    pub(crate) fn polygon(mut self, corners: &[[f64; 2]]) -> Self {
        for (i, &corner) in corners.iter().enumerate() {
            let next = corners[(i + 1) % corners.len()];
            self.add(corner.into(), next.into(), None);
        }
        self
    }

    pub(crate) fn rectangle(self, low: [f64; 2], high: [f64; 2]) -> Self {
        self.polygon(&[low, [high[0], low[1]], high, [low[0], high[1]]])
    }

    pub(crate) fn circle(mut self, center: [f64; 2], radius: f64) -> Self {
        let center = DVec2::from(center);
        let start = center + DVec2::X * radius;
        let bend = Bend {
            center,
            radius,
            sweep_rad: TAU,
        };
        self.add(start, start, Some(bend));
        self
    }

    /// A slot between two points along x: two lines and two half circles.
    pub(crate) fn slot(mut self, left: [f64; 2], right: [f64; 2], radius: f64) -> Self {
        let (left, right) = (DVec2::from(left), DVec2::from(right));
        let up = DVec2::Y * radius;
        let half = |center| {
            Some(Bend {
                center,
                radius,
                sweep_rad: PI,
            })
        };
        self.add(left - up, right - up, None);
        self.add(right - up, right + up, half(right));
        self.add(right + up, left + up, None);
        self.add(left + up, left - up, half(left));
        self
    }

    /// Sweeps all bounded cells but those that hold one of the points `without`.
    pub(crate) fn extruded_without(
        &self,
        frame: Frame,
        (start, end): (f64, f64),
        extrude: u32,
        without: &[[f64; 2]],
    ) -> Stack {
        let arrangement = Arrangement::new(&self.strokes, TOLERANCE).expect("an arrangement");
        let holes: Vec<usize> = without
            .iter()
            .map(|p| arrangement.cell_at((*p).into()))
            .collect();
        let cells: Vec<usize> = (1..arrangement.cells.len())
            .filter(|cell| !holes.contains(cell))
            .collect();
        let extrusion = Sweep {
            arrangement: &arrangement,
            strokes: &self.strokes,
            cells: &cells,
            start,
            end,
            extrude,
        };
        Stack::extruded(frame, &extrusion, TOLERANCE).expect("a stack")
    }

    pub(crate) fn extruded(&self, frame: Frame, heights: (f64, f64), extrude: u32) -> Stack {
        self.extruded_without(frame, heights, extrude, &[])
    }
}

pub(crate) fn xy() -> Frame {
    cadseq_program::Plane::XY.frame()
}

/// A box on the ground plane's frame.
pub(crate) fn block(low: [f64; 3], high: [f64; 3], extrude: u32) -> Stack {
    let sketch = Sketch::default().rectangle([low[0], low[1]], [high[0], high[1]]);
    sketch.extruded(xy(), (low[2], high[2]), extrude)
}

/// A cylinder along z.
pub(crate) fn rod(center: [f64; 2], radius: f64, heights: (f64, f64), extrude: u32) -> Stack {
    Sketch::default()
        .circle(center, radius)
        .extruded(xy(), heights, extrude)
}

pub(crate) fn near(found: f64, expected: f64) {
    let scale = expected.abs().max(1.0);
    assert!(
        (found - expected).abs() <= 1e-9 * scale,
        "{found} instead of {expected}"
    );
}

pub(crate) fn mesh_volume(mesh: &Mesh) -> f64 {
    let corner = |i: u32| mesh.positions[i as usize];
    let part = |t: &[u32; 3]| corner(t[0]).dot(corner(t[1]).cross(corner(t[2]))) / 6.0;
    mesh.triangles.iter().map(part).sum()
}

/// Closed, manifold at edges and corners, no corner unused.
pub(crate) fn check_mesh(mesh: &Mesh) {
    let mut next_around: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for t in &mesh.triangles {
        for k in 0..3 {
            let [a, b, c] = [t[k], t[(k + 1) % 3], t[(k + 2) % 3]];
            assert!(
                next_around.insert((a, b), c).is_none(),
                "edge {a}-{b} is run twice"
            );
        }
    }
    let mut degree = vec![0; mesh.positions.len()];
    for &(a, b) in next_around.keys() {
        assert!(next_around.contains_key(&(b, a)), "edge {a}-{b} is open");
        degree[a as usize] += 1;
    }
    // Turning around a corner from triangle to triangle meets all its edges.
    for &(a, b) in next_around.keys() {
        let (mut spoke, mut count) = (b, 0);
        loop {
            spoke = next_around[&(a, spoke)];
            count += 1;
            if spoke == b {
                break;
            }
        }
        assert_eq!(count, degree[a as usize], "corner {a} is no disc");
    }
    assert!(degree.iter().all(|&n| n > 0));
    assert_eq!(mesh.triangles.len(), mesh.triangle_faces.len());
    check_mesh_edges(mesh, &next_around);
    check_normals(mesh);
}

/// Every exact edge runs along mesh edges between its two faces.
fn check_mesh_edges(mesh: &Mesh, known: &BTreeMap<(u32, u32), u32>) {
    let mut owner: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for (t, &face) in mesh.triangles.iter().zip(&mesh.triangle_faces) {
        for k in 0..3 {
            owner.insert((t[k], t[(k + 1) % 3]), face);
        }
    }
    let mut seen = 0;
    for edge in &mesh.edges {
        for pair in edge.corners.windows(2) {
            let mut faces = [owner[&(pair[0], pair[1])], owner[&(pair[1], pair[0])]];
            let mut expected = edge.faces;
            faces.sort_unstable();
            expected.sort_unstable();
            assert_eq!(faces, expected);
            seen += 2;
        }
    }
    let between = known
        .keys()
        .filter(|&&(a, b)| owner[&(a, b)] != owner[&(b, a)])
        .count();
    assert_eq!(seen, between, "every border between faces is an edge");
}

/// Triangles look the way their exact surface does.
fn check_normals(mesh: &Mesh) {
    for (t, &face) in mesh.triangles.iter().zip(&mesh.triangle_faces) {
        let [a, b, c] = t.map(|i| mesh.positions[i as usize]);
        let normal = (b - a).cross(c - a);
        let surface = mesh.faces[face as usize].surface;
        let expected = surface.normal_at((a + b + c) / 3.0);
        let limit = if matches!(surface, Surface::Plane { .. }) {
            0.999
        } else {
            0.8
        };
        // What is as thin as the tolerance may look anywhere.
        let longest = (b - a).length().max((c - b).length()).max((a - c).length());
        assert!(
            normal.length() < 20.0 * TOLERANCE * longest
                || normal.normalize().dot(expected) > limit,
            "{normal} {expected} {surface:?}"
        );
    }
}

/// What holds for every boundary representation.
pub(crate) fn check_brep(brep: &Brep) {
    let mut uses = vec![[0, 0]; brep.edges.len()];
    let mut shell_of_face = vec![usize::MAX; brep.faces.len()];
    for (number, shell) in brep.shells().enumerate() {
        for &face in shell {
            assert_eq!(shell_of_face[face], usize::MAX, "a face of two shells");
            shell_of_face[face] = number;
        }
    }
    let mut shell_of_edge = vec![None; brep.edges.len()];
    for (face, &shell) in brep.faces.iter().zip(&shell_of_face) {
        assert!(!face.origins.is_empty() && face.origins.is_sorted());
        for coedges in &face.loops {
            assert!(!coedges.is_empty());
            for (i, coedge) in coedges.iter().enumerate() {
                let next = coedges[(i + 1) % coedges.len()];
                let ends = |c: cadseq_solid::brep::BrepCoedge| {
                    let edge = brep.edges[c.edge];
                    if c.reversed {
                        (edge.end, edge.start)
                    } else {
                        (edge.start, edge.end)
                    }
                };
                assert_eq!(ends(*coedge).1, ends(next).0, "an open loop");
                uses[coedge.edge][usize::from(coedge.reversed)] += 1;
                let known = shell_of_edge[coedge.edge].get_or_insert(shell);
                assert_eq!(*known, shell, "an edge of two shells");
            }
        }
        check_on_surface(brep, face);
    }
    assert!(
        uses.iter().all(|count| *count == [1, 1]),
        "every edge is run once in each direction"
    );
}

fn check_on_surface(brep: &Brep, face: &cadseq_solid::brep::BrepFace) {
    for coedge in face.loops.iter().flatten() {
        let edge = brep.edges[coedge.edge];
        for vertex in [edge.start, edge.end] {
            let position = brep.vertices[vertex];
            let distance = match face.surface {
                Surface::Plane { point, normal } => (position - point).dot(normal),
                Surface::Cylinder {
                    axis_point,
                    axis,
                    radius,
                    ..
                } => {
                    (position - axis_point)
                        .reject_from_normalized(axis)
                        .length()
                        - radius
                }
            };
            assert!(
                distance.abs() <= 4.0 * TOLERANCE,
                "{distance:e} off {:?}",
                face.surface
            );
        }
    }
}

/// All checks that need no knowledge of the part.
pub(crate) fn check(stack: &Stack) {
    let brep = stack.brep();
    check_brep(&brep);
    assert_eq!(brep.lumps.len(), stack.lumps().len());
    let tolerance = 1e-3;
    let mesh = stack.mesh(tolerance);
    if stack.is_empty() {
        assert!(brep.faces.is_empty() && mesh.triangles.is_empty());
        return;
    }
    check_mesh(&mesh);
    assert_eq!(mesh.faces.len(), brep.faces.len());
    let measures = stack.measures().expect("a solid");
    let error = (mesh_volume(&mesh) - measures.volume).abs();
    assert!(error <= tolerance * measures.surface_area, "{error}");
    let low = mesh
        .positions
        .iter()
        .copied()
        .reduce(DVec3::min)
        .expect("corners");
    let high = mesh
        .positions
        .iter()
        .copied()
        .reduce(DVec3::max)
        .expect("corners");
    assert!((low - measures.bounds.min).abs().max_element() <= 1.01 * tolerance);
    assert!((high - measures.bounds.max).abs().max_element() <= 1.01 * tolerance);
    let lumps = stack.lumps();
    near(lumps.iter().map(Stack::volume).sum(), measures.volume);
    if lumps.len() > 1 {
        for lump in &lumps {
            assert_eq!(lump.lumps().len(), 1);
            check(lump);
        }
    }
}
