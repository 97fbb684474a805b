//! What a camera sees of a part that is known: maps with errors as a network makes them, and the
//! visible straight edges.

use cadseq_model::{EdgeClass, Maps};
use cadseq_program::Program;
use cadseq_render::{Camera, NO_FACE, Projection, SampleBuffer, View, Window, rasterize};
use cadseq_solid::{Mesh, Part};
use glam::{DMat3, DQuat, DVec2, DVec3};
use rand::Rng;

use crate::camera::{Crop, Curve, Framing, LineSegment, Lines, picture_from_crop};

/// Cells along each side of the maps.
pub(crate) const MAP_SIZE: usize = 96;

/// A part before a camera.
pub(crate) struct Scene {
    pub(crate) mesh: Mesh,
    /// A perspective view of the whole picture; from very far where the projection is parallel.
    pub(crate) view: View,
    pub(crate) framing: Framing,
    /// Focal length in pixels, `None` for a parallel projection.
    pub(crate) focal_px: Option<f64>,
}

/// Errors of maps and segments.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Noise {
    /// Deviation of the error that all normals of a face share, in degrees.
    pub(crate) face_deg: f64,
    /// Deviation of each normal's own error, in degrees.
    pub(crate) pixel_deg: f64,
    /// Deviation of ends of segments, in pixels, in each direction.
    pub(crate) end_px: f64,
    /// Share of segments of any direction, beside the true ones.
    pub(crate) outliers: f64,
}

/// The mesh of a program's text.
pub(crate) fn mesh_of(text: &str) -> Mesh {
    let program: Program = text.parse().expect("a program");
    let part = Part::build(&program).expect("builds");
    part.solid.bodies()[0].mesh(0.01).expect("meshes")
}

/// A normally distributed number.
pub(crate) fn normal(rng: &mut impl Rng) -> f64 {
    // Sum of twelve uniform numbers.
    (0..12).map(|_| rng.random::<f64>()).sum::<f64>() - 6.0
}

fn normal_vector(rng: &mut impl Rng) -> DVec3 {
    DVec3::new(normal(rng), normal(rng), normal(rng))
}

impl Scene {
    /// A part seen by a camera of this rotation, filling about `fill` of a picture.
    pub(crate) fn new(
        mesh: Mesh,
        rotation: DMat3,
        fov_deg: Option<f64>,
        size: [usize; 2],
        shift: DVec2,
        fill: f64,
    ) -> Self {
        let (low, high) = bounds(&mesh.positions);
        let (middle, radius) = (low.midpoint(high), low.distance(high) / 2.0);
        let [width, height] = size;
        // A parallel projection is one from 200 radii away.
        let half = width.min(height) as f64 / 2.0;
        let tangent = fov_deg.map_or(fill / 200.0 * 1.02, |fov| {
            libm::tan((fov / 2.0).to_radians())
        });
        let focal_px = height as f64 / 2.0 / tangent;
        let distance = radius * focal_px / (fill * half);
        let ray = (shift / focal_px).extend(1.0).normalize();
        let position = middle - rotation.transpose() * (ray * distance);
        let camera = Camera {
            position,
            camera_from_world: rotation,
            projection: Projection::Perspective,
        };
        let window = Window {
            center: DVec2::ZERO,
            half_height: tangent,
        };
        let view = View {
            camera,
            window,
            width,
            height,
        };
        Self::seen(mesh, view, fov_deg.map(|_| focal_px))
    }

    /// A part seen by a camera, in the crop around it.
    pub(crate) fn seen(mesh: Mesh, view: View, focal_px: Option<f64>) -> Self {
        let pixels: Vec<DVec2> = mesh
            .positions
            .iter()
            .filter_map(|p| view.project(*p))
            .collect();
        let low = pixels.iter().fold(DVec2::INFINITY, |a, b| a.min(*b));
        let high = pixels.iter().fold(DVec2::NEG_INFINITY, |a, b| a.max(*b));
        let side = (high - low).max_element() * 1.2;
        let corner = low.midpoint(high) - side / 2.0;
        let framing = Framing {
            crop: Crop {
                left: corner.x,
                top: corner.y,
                side,
            },
            width: view.width,
            height: view.height,
        };
        Self {
            mesh,
            view,
            framing,
            focal_px,
        }
    }

    /// The true rotation (picture camera from part).
    pub(crate) fn rotation(&self) -> DMat3 {
        self.view.camera.camera_from_world
    }

    fn crop_view(&self, size: usize) -> View {
        let units = self.view.units_per_pixel();
        let window = Window {
            center: self.framing.crop_offset() * units,
            half_height: self.framing.crop.side / 2.0 * units,
        };
        self.view.through(window, size)
    }

    /// The maps of the crop: mask, normals, doubts, and all edges as convex ones.
    pub(crate) fn maps(&self, noise: Noise, rng: &mut impl Rng) -> Maps {
        let view = self.crop_view(MAP_SIZE);
        let inverse_focal = self.focal_px.map_or(0.0, |focal| 1.0 / focal);
        let crop_from_picture =
            picture_from_crop(self.framing.crop_offset(), inverse_focal).transpose();
        let biases: Vec<DVec3> = self
            .mesh
            .faces
            .iter()
            .map(|_| normal_vector(rng) * noise.face_deg.to_radians())
            .collect();
        let component = [DVec3::X, DVec3::Y, DVec3::Z]
            .map(|axis| rasterize(&self.mesh, &view, 1, |_, _, normal| normal.dot(axis) as f32));
        let count = MAP_SIZE * MAP_SIZE;
        let mut maps = Maps {
            normal_doubts_deg: vec![(noise.face_deg + noise.pixel_deg) as f32; count],
            ..Maps::blank(MAP_SIZE)
        };
        for index in 0..count {
            let (x, y) = (index % MAP_SIZE, index / MAP_SIZE);
            let Some((face, _)) = component[0].sample_of_pixel(x, y) else {
                continue;
            };
            let [nx, ny, nz] = component
                .each_ref()
                .map(|buffer| f64::from(buffer.sample_of_pixel(x, y).expect("the same samples").1));
            let error = biases[face as usize] + normal_vector(rng) * noise.pixel_deg.to_radians();
            let true_normal = crop_from_picture * self.rotation() * DVec3::new(nx, ny, nz);
            let seen = DQuat::from_scaled_axis(error) * true_normal.normalize();
            let differs = |x: usize, y: usize| {
                component[0].sample_of_pixel(x, y).map(|(face, _)| face) != Some(face)
            };
            if differs(x + 1, y)
                || differs(x, y + 1)
                || x > 0 && differs(x - 1, y)
                || y > 0 && differs(x, y - 1)
            {
                maps.edges[EdgeClass::Convex.index()][index] = 1.0;
            }
            maps.mask[index] = 1.0;
            maps.normals[index] = seen.as_vec3().to_array();
        }
        maps
    }

    /// The visible stretches of the part's edges, with errors, and outliers. Chords of curves are
    /// among the segments, as LSD finds them.
    pub(crate) fn lines(&self, noise: Noise, rng: &mut impl Rng) -> Lines {
        let buffer = rasterize(&self.mesh, &self.crop_view(512), 1, |_, _, _| 0.0);
        let mut lines = Lines::default();
        for edge in &self.mesh.edges {
            let is_straight = edge.corners.len() == 2;
            for pair in edge.corners.windows(2) {
                let ends = [0, 1].map(|end| self.mesh.positions[pair[end] as usize]);
                for stretch in self.visible_stretches(&buffer, ends, edge.faces) {
                    let ends = stretch.map(|point| self.seen_at(point, noise, rng));
                    if ends[0].distance(ends[1]) > 0.03 * self.framing.crop.side {
                        let straightness = if is_straight { 0.9 } else { 0.1 };
                        lines.segments.push(segment(ends, straightness));
                    }
                }
            }
            let points: Vec<DVec3> = edge
                .corners
                .iter()
                .map(|&corner| self.mesh.positions[corner as usize])
                .filter(|&point| self.sees(&buffer, point, edge.faces))
                .collect();
            if !is_straight && points.len() > edge.corners.len() / 2 && points.len() >= 8 {
                let step = points.len().div_ceil(20);
                let pixels: Vec<DVec2> = (points.into_iter().step_by(step))
                    .map(|point| self.seen_at(point, noise, rng))
                    .collect();
                let direction = |index: usize| {
                    let (from, to) = (index.saturating_sub(1), (index + 1).min(pixels.len() - 1));
                    (pixels[to] - pixels[from]).normalize()
                };
                let curve = Curve {
                    points: (0..pixels.len())
                        .map(|index| (pixels[index], direction(index)))
                        .collect(),
                    error_px: 0.7,
                };
                // Of smaller ones LSD finds no three pieces.
                if curve.reach() > 0.06 * self.framing.crop.side {
                    lines.curves.push(curve);
                }
            }
        }
        for _ in 0..(lines.segments.len() as f64 * noise.outliers) as usize {
            let side = self.framing.crop.side;
            let random = |rng: &mut _| -> DVec2 { random_offset(rng) * side };
            let start = self.framing.crop_offset() + random(rng) * 0.7;
            let end = start + random(rng) * 0.4;
            lines.segments.push(segment([start, end], 0.9));
        }
        lines
    }

    /// Where a point of the part is seen, in pixels from the picture's middle, with an error.
    fn seen_at(&self, point: DVec3, noise: Noise, rng: &mut impl Rng) -> DVec2 {
        let pixel = self.view.project(point).expect("in front of the camera");
        pixel - self.framing.middle() + DVec2::new(normal(rng), normal(rng)) * noise.end_px
    }

    /// Whether one of the faces is seen within two pixels of a point.
    fn sees(&self, buffer: &SampleBuffer, point: DVec3, faces: [u32; 2]) -> bool {
        let Some(pixel) = self.crop_view(512).project(point) else {
            return false;
        };
        let mut near = (-2..=2)
            .flat_map(|dy| (-2..=2).map(move |dx| DVec2::new(f64::from(dx), f64::from(dy))));
        near.any(|offset| {
            let at = pixel + offset;
            at.min_element() >= 0.0
                && buffer
                    .sample_of_pixel(at.x as usize, at.y as usize)
                    .is_some_and(|(face, _)| face != NO_FACE && faces.contains(&face))
        })
    }

    /// The visible stretches of a straight line of the part.
    fn visible_stretches(
        &self,
        buffer: &SampleBuffer,
        [a, b]: [DVec3; 2],
        faces: [u32; 2],
    ) -> Vec<[DVec3; 2]> {
        let at = |step: usize| a.lerp(b, step as f64 / 20.0);
        let visible: Vec<bool> = (0..=20)
            .map(|step| self.sees(buffer, at(step), faces))
            .collect();
        runs(&visible)
            .into_iter()
            .map(|(from, to)| [at(from), at(to)])
            .collect()
    }
}

/// A segment with the error of LSD's.
fn segment(ends: [DVec2; 2], straightness: f64) -> LineSegment {
    LineSegment {
        ends,
        straightness,
        weight: 1.0,
        error_px: 0.7,
    }
}

/// A random point of the square from -.5 to .5.
fn random_offset(rng: &mut impl Rng) -> DVec2 {
    DVec2::new(rng.random(), rng.random()) - 0.5
}

/// First and last index of each run of true values that is longer than one.
fn runs(values: &[bool]) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut start = None;
    for index in 0..=values.len() {
        let is_true = values.get(index).copied().unwrap_or(false);
        match (start, is_true) {
            (None, true) => start = Some(index),
            (Some(from), false) => {
                if index - 1 > from {
                    runs.push((from, index - 1));
                }
                start = None;
            }
            _ => {}
        }
    }
    runs
}

/// The box of points.
fn bounds(points: &[DVec3]) -> (DVec3, DVec3) {
    points.iter().fold(
        (DVec3::INFINITY, DVec3::NEG_INFINITY),
        |(low, high), point| (low.min(*point), high.max(*point)),
    )
}
