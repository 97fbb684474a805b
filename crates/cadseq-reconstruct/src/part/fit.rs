//! All numbers of a stack and its camera fitted together to the edges that are seen (damped Gauss-Newton).

use cadseq_model::{EdgeClass, Maps};
use cadseq_render::{Projection, SurfaceBuffer, View, surfaces};
use cadseq_solid::{Mesh, Part};
use glam::{DMat3, DQuat, DVec2, DVec3};
use rayon::prelude::*;

use super::numbers::{Kind, Numbers};
use super::placed::Placed;
use super::sketches::Stacked;

/// How far the fits look for edges, in pixels of the maps, step by step.
const REACHES: [f64; 8] = [7.0, 6.0, 5.0, 4.0, 3.5, 3.0, 2.5, 2.5];

/// Distance between marks on edges, in pixels.
const SPACING: f64 = 1.5;

/// An offset of this size, in pixels, counts half.
const ROBUST_PX: f64 = 1.5;

/// Deviations of the camera from its guess: rotation in radians, logarithm of the focal length.
const ROTATION_SIGMA: f64 = 0.05;
const FOCAL_SIGMA: f64 = 0.15;

/// Deviations of a number from its proposal in model units, a bulge's in itself.
const LENGTH_SIGMA: f64 = 0.6;
const BULGE_SIGMA: f64 = 0.15;

/// Chord tolerance of the mesh, in model units.
const CHORD: f64 = 0.03;

/// How far numbers are moved to see what depends on them.
const DIFFERENCE: f64 = 1e-4;

/// A point of an edge in the picture, held by two corners of the mesh.
#[derive(Debug, Clone, Copy)]
struct Mark {
    corners: [usize; 2],
    t: f64,
    pixel: DVec2,
    across: DVec2,
    is_outline: bool,
}

/// A stack seen by a camera.
#[derive(Debug, Clone)]
pub struct Fitted {
    /// The stack.
    pub stacked: Stacked,
    /// The camera.
    pub placed: Placed,
}

/// Fits a stack and its camera to what is seen.
pub fn fit(stacked: &Stacked, placed: &Placed, maps: &Maps, is_camera_free: bool) -> Option<Fitted> {
    let numbers = Numbers::of(stacked);
    let start = numbers.values.clone();
    let mut values = start.clone();
    let mut current = *placed;
    // Rotation vector and logarithm of the focal length since the guess.
    let mut camera = [0.0_f64; 4];
    let camera_count = match (is_camera_free, placed.view.camera.projection) {
        (false, _) => 0,
        (true, Projection::Perspective) => 4,
        (true, Projection::Orthographic) => 3,
    };
    for reach in REACHES {
        let mesh = mesh_of(&numbers.put(stacked, &values))?;
        let marks = marks(&mesh, &current.view);
        let offsets: Vec<Option<(f64, f64)>> = marks
            .iter()
            .map(|mark| find(maps, mark, reach))
            .collect();
        let moved = moved_meshes(&numbers, stacked, &values);
        let columns = numbers.values.len() + camera_count;
        let mut square = vec![vec![0.0; columns]; columns];
        let mut right = vec![0.0; columns];
        let mut row = vec![0.0; columns];
        for (mark, found) in marks.iter().zip(&offsets) {
            let Some((offset, trust)) = *found else {
                continue;
            };
            let weight = trust / (1.0 + (offset / ROBUST_PX) * (offset / ROBUST_PX));
            let world = at(&mesh, mark);
            for (slot, moved) in row.iter_mut().zip(&moved) {
                *slot = moved.as_ref().map_or(0.0, |other| {
                    let pixel = current.view.project(at(other, mark)).unwrap_or(mark.pixel);
                    (pixel - mark.pixel).dot(mark.across) / DIFFERENCE
                });
            }
            for index in 0..camera_count {
                let mut step = [0.0; 4];
                step[index] = DIFFERENCE;
                let view = turned(&current, step).view;
                let pixel = view.project(world).unwrap_or(mark.pixel);
                row[numbers.values.len() + index] =
                    (pixel - mark.pixel).dot(mark.across) / DIFFERENCE;
            }
            for a in 0..columns {
                if row[a] == 0.0 {
                    continue;
                }
                right[a] += weight * row[a] * offset;
                for b in 0..=a {
                    square[a][b] += weight * row[a] * row[b];
                }
            }
        }
        for index in 0..numbers.values.len() {
            let sigma = if numbers.kinds[index] == Kind::Bulge {
                BULGE_SIGMA
            } else {
                LENGTH_SIGMA
            };
            square[index][index] += 1.0 / (sigma * sigma);
            right[index] += (start[index] - values[index]) / (sigma * sigma);
        }
        for index in 0..camera_count {
            let sigma = if index == 3 { FOCAL_SIGMA } else { ROTATION_SIGMA };
            let at = numbers.values.len() + index;
            square[at][at] += 1.0 / (sigma * sigma);
            right[at] -= camera[index] / (sigma * sigma);
        }
        let step = solved(square, right)?;
        for (value, step) in values.iter_mut().zip(&step) {
            *value += step.clamp(-0.8, 0.8);
        }
        let mut turn = [0.0; 4];
        for index in 0..camera_count {
            turn[index] = step[numbers.values.len() + index].clamp(-0.1, 0.1);
            camera[index] += turn[index];
        }
        current = turned(&current, turn);
    }
    Some(Fitted {
        stacked: numbers.put(stacked, &values),
        placed: current,
    })
}

fn mesh_of(stacked: &Stacked) -> Option<Mesh> {
    let part = Part::build(&stacked.program().ok()?).ok()?;
    part.solid.mesh(CHORD).ok()
}

/// The mesh with each number moved a little; `None` where that changes its structure.
fn moved_meshes(numbers: &Numbers, stacked: &Stacked, values: &[f64]) -> Vec<Option<Mesh>> {
    (0..values.len())
        .into_par_iter()
        .map(|index| {
            let mut moved = values.to_vec();
            moved[index] += DIFFERENCE;
            mesh_of(&numbers.put(stacked, &moved))
        })
        .collect()
}

/// The place of a mark on a mesh of the same structure.
fn at(mesh: &Mesh, mark: &Mark) -> DVec3 {
    let corner = |index: usize| mesh.positions.get(mark.corners[index]).copied();
    match (corner(0), corner(1)) {
        (Some(a), Some(b)) => a.lerp(b, mark.t),
        _ => DVec3::ZERO,
    }
}

/// The camera turned by a rotation vector about the part's origin, with another focal length: the window becomes as
/// much narrower as the camera stands off.
fn turned(placed: &Placed, [x, y, z, log_focal]: [f64; 4]) -> Placed {
    let turn = DMat3::from_quat(DQuat::from_scaled_axis(DVec3::new(x, y, z)));
    let mut turned = *placed;
    let camera = &mut turned.view.camera;
    // The origin keeps its place in the picture.
    let origin = camera.to_camera(DVec3::ZERO);
    camera.camera_from_world = turn * camera.camera_from_world;
    let scale = libm::exp(log_focal);
    let mut distance = origin;
    if camera.projection == Projection::Perspective {
        turned.view.window.half_height /= scale;
        turned.view.window.center /= scale;
        distance = DVec3::new(origin.x, origin.y, origin.z * scale);
        turned.depth *= scale;
    }
    camera.position = -(camera.camera_from_world.transpose() * distance);
    turned.part_from_crop = camera.camera_from_world.transpose()
        * placed.view.camera.camera_from_world
        * placed.part_from_crop;
    turned
}

/// Marks on all edges that can be seen: of the mesh, and where a round face turns away.
fn marks(mesh: &Mesh, view: &View) -> Vec<Mark> {
    let seen = surfaces(mesh, view, 1);
    let mut marks = Vec::new();
    let mut add = |from: u32, to: u32| {
        let corners = [from as usize, to as usize];
        let ends = corners.map(|corner| mesh.positions[corner]);
        let (Some(a), Some(b)) = (view.project(ends[0]), view.project(ends[1])) else {
            return;
        };
        let length = a.distance(b);
        if length < 0.05 {
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
            if let Some(is_outline) = shows(&seen, view, world, pixel, across) {
                marks.push(Mark {
                    corners,
                    t,
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
    let mut sides: std::collections::BTreeMap<[u32; 2], (u32, bool)> = Default::default();
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
        let inside = at.min_element() >= 0.0
            && at.x < seen.width as f64
            && at.y < seen.height as f64;
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
            is_visible |= seen.is_part(index) && (f64::from(seen.depth[index]) - depth).abs() < slack;
        }
    }
    let index = sample(pixel)?;
    let hidden = seen.is_part(index) && f64::from(seen.depth[index]) < depth - 0.15;
    (is_visible && !hidden).then_some(sides[0] != sides[1])
}

/// How far across a mark the edge is that the maps show, in pixels, and how much it is to be trusted.
fn find(maps: &Maps, mark: &Mark, reach: f64) -> Option<(f64, f64)> {
    const STEP: f64 = 0.25;
    let count = (reach / STEP) as i32;
    let positions = (-count..=count).map(|step| f64::from(step) * STEP);
    if mark.is_outline {
        // The crossing of the mask nearest to the mark, in the right sense of direction or not.
        let value = |offset: f64| bilinear(&maps.mask, maps.size, mark.pixel + mark.across * offset);
        let mut best: Option<f64> = None;
        let mut last: Option<(f64, f64)> = None;
        for offset in positions {
            let now = value(offset) - 0.5;
            if let Some((before, was)) = last {
                if was * now < 0.0 {
                    let crossing = before + STEP * was / (was - now);
                    if best.is_none_or(|best| crossing.abs() < best.abs()) {
                        best = Some(crossing);
                    }
                }
            }
            last = Some((offset, now));
        }
        return best.map(|offset| (offset, 1.0));
    }
    let score = |offset: f64| {
        let at = mark.pixel + mark.across * offset;
        let inner = [
            EdgeClass::StepNear,
            EdgeClass::Convex,
            EdgeClass::Concave,
            EdgeClass::Rim,
        ];
        inner
            .map(|class| bilinear(&maps.edges[class.index()], maps.size, at))
            .into_iter()
            .fold(0.0, f64::max)
    };
    // Near peaks are likelier.
    let (mut best, mut peak) = (0.0, 0.0);
    for offset in positions {
        let value = score(offset) * (1.0 - 0.5 * (offset / reach) * (offset / reach));
        if value > best {
            (best, peak) = (value, offset);
        }
    }
    if best < 0.3 {
        return None;
    }
    // The middle of the ridge.
    let (mut sum, mut weight) = (0.0, 0.0);
    for step in -6..=6 {
        let offset = peak + f64::from(step) * STEP;
        let value = score(offset).max(0.0);
        sum += value * offset;
        weight += value;
    }
    Some((sum / weight, best.min(1.0)))
}

/// A map between its pixels' centres; 0 outside.
fn bilinear(map: &[f32], size: usize, at: DVec2) -> f64 {
    let at = at - 0.5;
    let low = at.floor();
    let part = at - low;
    let value = |dx: f64, dy: f64| {
        let (x, y) = (low.x + dx, low.y + dy);
        let inside = x >= 0.0 && y >= 0.0 && x < size as f64 && y < size as f64;
        if inside {
            f64::from(map[y as usize * size + x as usize])
        } else {
            0.0
        }
    };
    let top = value(0.0, 0.0) * (1.0 - part.x) + value(1.0, 0.0) * part.x;
    let bottom = value(0.0, 1.0) * (1.0 - part.x) + value(1.0, 1.0) * part.x;
    top * (1.0 - part.y) + bottom * part.y
}

/// Solves a symmetric positive definite system given by its lower triangle (Cholesky).
fn solved(mut lower: Vec<Vec<f64>>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let count = right.len();
    for row in 0..count {
        for column in 0..=row {
            let dot: f64 = (0..column).map(|k| lower[row][k] * lower[column][k]).sum();
            let value = lower[row][column] - dot;
            if row == column {
                if value <= 0.0 || !value.is_finite() {
                    return None;
                }
                lower[row][row] = value.sqrt();
            } else {
                lower[row][column] = value / lower[column][column];
            }
        }
    }
    for row in 0..count {
        let dot: f64 = (0..row).map(|k| lower[row][k] * right[k]).sum();
        right[row] = (right[row] - dot) / lower[row][row];
    }
    for row in (0..count).rev() {
        let dot: f64 = (row + 1..count).map(|k| lower[k][row] * right[k]).sum();
        right[row] = (right[row] - dot) / lower[row][row];
    }
    Some(right)
}
