//! How far every pixel of the part is: normals integrated over the picture, faces along the part's axes
//! made exactly flat, steps left open.

use cadseq_model::{EdgeClass, Maps};
use cadseq_render::Projection;
use glam::{DVec2, DVec3};

use super::placed::Placed;

/// Mask from which on a pixel shows the part.
const SHOWN: f32 = 0.5;

/// Rounds of smoothing the normals within their faces.
const SMOOTHING: usize = 6;

/// A normal within this angle of an axis is the axis', in degrees.
const AXIS_DEG: f64 = 22.0;

/// Normals of a flat face deviate by less, in degrees.
const FLAT_DEG: f64 = 7.5;

/// How far from a change of direction its edge may be, in pixels.
const EDGE_REACH: usize = 2;

/// Share of a flat face's border with other directions that may lack an edge.
const OPEN_SHARE: f64 = 0.35;

/// Mean cosine between the normals of a wall about an axis and that axis.
const WALL: f64 = 0.2;

/// Least cosine between a surface's normal and the direction to the camera.
const GRAZING: f64 = 0.08;

/// How firmly the network's own depth holds, against a pair of neighbours that meet.
const DEPTH_PRIOR: f64 = 2e-4;

/// How firmly two pixels across a step hold together.
const ACROSS_STEP: f64 = 1e-4;

/// Rounds of reweighting, and steps of conjugate gradients in each.
const ROUNDS: usize = 6;
const STEPS: usize = 250;

/// A pair whose depths miss by this much, in pixels, counts half.
const MISS_PX: f64 = 1.0;

/// What each pixel of the part shows.
#[derive(Debug, Clone)]
pub struct Relief {
    /// Pixels along each side.
    pub size: usize,
    /// Whether it shows the part.
    pub shown: Vec<bool>,
    /// Outward unit normal, part's frame.
    pub normals: Vec<DVec3>,
    /// The axis along which the normal is, if any: 0 X, 1 Y, 2 Z.
    pub axes: Vec<Option<usize>>,
    /// Depth along the viewing direction, in model units.
    pub depths: Vec<f64>,
    /// The point, part's frame.
    pub points: Vec<DVec3>,
}

/// The centre of a pixel.
pub fn center(pixel: usize, size: usize) -> DVec2 {
    DVec2::new((pixel % size) as f64 + 0.5, (pixel / size) as f64 + 0.5)
}

/// Integrates maps seen by a placed camera.
pub fn relief(maps: &Maps, placed: &Placed) -> Relief {
    let size = maps.size;
    let shown: Vec<bool> = maps.mask.iter().map(|&p| p > SHOWN).collect();
    let smooth = smoothed(maps, placed, &shown);
    let (axes, normals) = straightened(maps, &shown, &smooth);
    let depths = integrated(maps, placed, &shown, &normals);
    let points = (0..size * size)
        .map(|pixel| placed.point(center(pixel, size), depths[pixel]))
        .collect();
    Relief {
        size,
        shown,
        normals,
        axes,
        depths,
        points,
    }
}

/// The axis of every pixel of a flat face along one, and the normals: of such faces exactly the axis', of walls about
/// an axis exactly square to it.
fn straightened(
    maps: &Maps,
    shown: &[bool],
    smooth: &[DVec3],
) -> (Vec<Option<usize>>, Vec<DVec3>) {
    let nearest: Vec<Option<usize>> = smooth
        .iter()
        .zip(shown)
        .map(|(&normal, &shown)| if shown { axis_of(normal) } else { None })
        .collect();
    let mut axes = nearest.clone();
    let mut normals = smooth.to_vec();
    for face in faces(maps, shown, &nearest) {
        let mean = face.iter().map(|&pixel| smooth[pixel]).sum::<DVec3>();
        let mean = mean.normalize_or(DVec3::Z);
        let spread: f64 = face
            .iter()
            .map(|&pixel| 2.0 - 2.0 * smooth[pixel].dot(mean))
            .sum::<f64>()
            / face.len() as f64;
        let is_flat = spread.sqrt().to_degrees() < FLAT_DEG && is_bordered(maps, &nearest, &face);
        match nearest[face[0]] {
            Some(axis) if is_flat => {
                for &pixel in &face {
                    normals[pixel] = DVec3::AXES[axis];
                }
            }
            _ => {
                let across = face.iter().map(|&pixel| smooth[pixel].abs()).sum::<DVec3>()
                    / face.len() as f64;
                let about = (0..3).min_by(|&a, &b| across[a].total_cmp(&across[b]));
                for &pixel in &face {
                    axes[pixel] = None;
                    if let Some(axis) = about.filter(|&axis| across[axis] < WALL) {
                        let axis = DVec3::AXES[axis];
                        let normal = smooth[pixel].reject_from_normalized(axis);
                        normals[pixel] = normal.normalize_or(smooth[pixel]);
                    }
                }
            }
        }
    }
    (axes, normals)
}

/// Whether an edge passes within [`EDGE_REACH`] of a pixel.
fn has_edge_near(maps: &Maps, x: usize, y: usize) -> bool {
    let reach = |at: usize| at.saturating_sub(EDGE_REACH)..(at + EDGE_REACH + 1).min(maps.size);
    reach(y).any(|y| reach(x).any(|x| edge_score(maps, y * maps.size + x) > 0.5))
}

/// Whether edges lie where a face meets pixels of other directions: a round wall has stretches along an axis too, but
/// no edges beside them.
fn is_bordered(maps: &Maps, nearest: &[Option<usize>], face: &[usize]) -> bool {
    let size = maps.size;
    let (mut open, mut all) = (0, 0);
    for &pixel in face {
        let (x, y) = (pixel % size, pixel / size);
        if x == 0 || y == 0 || x + 1 == size || y + 1 == size {
            continue;
        }
        let around = [pixel - 1, pixel + 1, pixel - size, pixel + size];
        let meets_other = around
            .iter()
            .any(|&other| maps.mask[other] > SHOWN && nearest[other] != nearest[pixel]);
        if meets_other {
            all += 1;
            open += usize::from(!has_edge_near(maps, x, y));
        }
    }
    open as f64 <= OPEN_SHARE * f64::from(all)
}

/// Connected pixels that are along the same axis, or along none, with no edge between.
fn faces(maps: &Maps, shown: &[bool], nearest: &[Option<usize>]) -> Vec<Vec<usize>> {
    let size = maps.size;
    let mut face = vec![usize::MAX; size * size];
    let mut faces: Vec<Vec<usize>> = Vec::new();
    for start in (0..size * size).filter(|&pixel| shown[pixel]) {
        if face[start] != usize::MAX {
            continue;
        }
        let mut pixels = vec![start];
        face[start] = faces.len();
        let mut next = 0;
        while let Some(&pixel) = pixels.get(next) {
            next += 1;
            if edge_score(maps, pixel) > 0.5 {
                continue;
            }
            let (x, y) = (pixel % size, pixel / size);
            let neighbours = [
                (x > 0).then(|| pixel - 1),
                (x + 1 < size).then(|| pixel + 1),
                (y > 0).then(|| pixel - size),
                (y + 1 < size).then(|| pixel + size),
            ];
            for neighbour in neighbours.into_iter().flatten() {
                let is_same = shown[neighbour] && nearest[neighbour] == nearest[pixel];
                if is_same && face[neighbour] == usize::MAX {
                    face[neighbour] = faces.len();
                    pixels.push(neighbour);
                }
            }
        }
        faces.push(pixels);
    }
    faces
}

/// The axis that a normal is along.
fn axis_of(normal: DVec3) -> Option<usize> {
    let limit = libm::cos(AXIS_DEG.to_radians());
    (0..3).find(|&axis| normal[axis] > limit)
}

/// The neighbours to the right and below, by pixel.
fn pairs(size: usize, shown: &[bool]) -> Vec<[usize; 2]> {
    let mut pairs = Vec::new();
    for pixel in (0..size * size).filter(|&pixel| shown[pixel]) {
        if pixel % size + 1 < size && shown[pixel + 1] {
            pairs.push([pixel, pixel + 1]);
        }
        if pixel + size < size * size && shown[pixel + size] {
            pairs.push([pixel, pixel + size]);
        }
    }
    pairs
}

/// Whether an edge of any kind passes between or through two pixels, from 0 to 1.
fn edge_score(maps: &Maps, pixel: usize) -> f32 {
    maps.edges.iter().map(|map| map[pixel]).fold(0.0, f32::max)
}

/// Normals of the part's frame, averaged within faces: not across edges.
fn smoothed(maps: &Maps, placed: &Placed, shown: &[bool]) -> Vec<DVec3> {
    let size = maps.size;
    let raw: Vec<DVec3> = maps
        .normals
        .iter()
        .map(|normal| {
            let normal = placed.part_from_crop * DVec3::from_array(normal.map(f64::from));
            normal.normalize_or(DVec3::Z)
        })
        .collect();
    let weights: Vec<f64> = (0..size * size)
        .map(|pixel| {
            let doubt = f64::from(maps.normal_doubts_deg[pixel]).max(4.0);
            let open = 1.0 - f64::from(edge_score(maps, pixel)).min(1.0);
            open * open / (doubt * doubt)
        })
        .collect();
    let pairs = pairs(size, shown);
    let mut current = raw;
    for _ in 0..SMOOTHING {
        let mut sums: Vec<DVec3> = current
            .iter()
            .zip(&weights)
            .map(|(&normal, &weight)| normal * (weight + 1e-6))
            .collect();
        for &[a, b] in &pairs {
            // Like normals attract each other.
            let like = ((current[a].dot(current[b]) - 0.85) / 0.15).clamp(0.0, 1.0);
            let open_a = weights[a];
            let open_b = weights[b];
            sums[a] += current[b] * (open_b * like);
            sums[b] += current[a] * (open_a * like);
        }
        current = sums.iter().map(|sum| sum.normalize_or(DVec3::Z)).collect();
    }
    current
}

/// The depths that agree with the normals.
fn integrated(
    maps: &Maps,
    placed: &Placed,
    shown: &[bool],
    normals: &[DVec3],
) -> Vec<f64> {
    let size = maps.size;
    let is_perspective = placed.view.camera.projection == Projection::Perspective;
    let unit = if is_perspective {
        // Of a logarithm of depth.
        super::placed::HALF_WIDTH / placed.depth
    } else {
        super::placed::HALF_WIDTH
    };
    let pixel_step = 2.0 * unit / size as f64;
    let slope = |pixel: usize, from: usize, to: usize| {
        let normal = normals[pixel];
        let ray = |at: usize| placed.ray(center(at, size));
        if is_perspective {
            let along = |at: usize| {
                let ray = ray(at);
                (-normal.dot(ray)).max(GRAZING * ray.length())
            };
            libm::log(along(from) / along(to))
        } else {
            let step = placed.point(center(to, size), 0.0) - placed.point(center(from, size), 0.0);
            let away = (-normal.dot(ray(from))).max(GRAZING);
            normal.dot(step) / away
        }
    };
    let score = |class: EdgeClass, pixel: usize| maps.edges[class.index()][pixel];
    let step_score = |pixel: usize| {
        score(EdgeClass::StepNear, pixel).max(score(EdgeClass::StepFar, pixel))
    };
    let crease_score =
        |pixel: usize| score(EdgeClass::Convex, pixel).max(score(EdgeClass::Concave, pixel));
    let pairs = pairs(size, shown);
    let links: Vec<(f64, f64)> = pairs
        .iter()
        .map(|&[a, b]| {
            let wanted = (slope(a, a, b) + slope(b, a, b)) / 2.0;
            let steps = step_score(a).max(step_score(b));
            let creases = crease_score(a).max(crease_score(b));
            let is_step = steps > 0.5 && steps > creases;
            (wanted, if is_step { ACROSS_STEP } else { 1.0 })
        })
        .collect();
    let prior: Vec<f64> = maps.depths.iter().map(|&d| f64::from(d) * unit).collect();
    let mut values = prior.clone();
    let mut weights: Vec<f64> = links.iter().map(|link| link.1).collect();
    for _ in 0..ROUNDS {
        solve(&pairs, &links, &weights, &prior, shown, &mut values);
        for ((weight, link), &[a, b]) in weights.iter_mut().zip(&links).zip(&pairs) {
            let miss = (values[b] - values[a] - link.0) / (MISS_PX * pixel_step);
            *weight = (link.1 / (1.0 + miss * miss)).max(ACROSS_STEP);
        }
    }
    values
        .iter()
        .map(|&value| {
            if is_perspective {
                placed.depth * libm::exp(value)
            } else {
                placed.depth + value
            }
        })
        .collect()
}

/// Minimizes the weighted squares of all links and of the prior by conjugate gradients with a diagonal
/// preconditioner.
fn solve(
    pairs: &[[usize; 2]],
    links: &[(f64, f64)],
    weights: &[f64],
    prior: &[f64],
    shown: &[bool],
    values: &mut [f64],
) {
    let count = values.len();
    let apply = |x: &[f64], out: &mut [f64]| {
        for (index, out) in out.iter_mut().enumerate() {
            *out = if shown[index] { DEPTH_PRIOR * x[index] } else { x[index] };
        }
        for (&[a, b], &weight) in pairs.iter().zip(weights) {
            let flow = weight * (x[b] - x[a]);
            out[b] += flow;
            out[a] -= flow;
        }
    };
    let mut diagonal = vec![DEPTH_PRIOR; count];
    let mut right: Vec<f64> = prior
        .iter()
        .zip(shown)
        .map(|(&p, &shown)| if shown { DEPTH_PRIOR * p } else { p })
        .collect();
    for ((&[a, b], &weight), link) in pairs.iter().zip(weights).zip(links) {
        diagonal[a] += weight;
        diagonal[b] += weight;
        right[b] += weight * link.0;
        right[a] -= weight * link.0;
    }
    let mut product = vec![0.0; count];
    apply(values, &mut product);
    let mut residual: Vec<f64> = right.iter().zip(&product).map(|(r, p)| r - p).collect();
    let precondition = |residual: &[f64]| -> Vec<f64> {
        residual.iter().zip(&diagonal).map(|(r, d)| r / d).collect()
    };
    let dot = |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).map(|(a, b)| a * b).sum() };
    let mut conditioned = precondition(&residual);
    let mut direction = conditioned.clone();
    let mut product_of_both = dot(&residual, &conditioned);
    for _ in 0..STEPS {
        if product_of_both < 1e-16 {
            break;
        }
        apply(&direction, &mut product);
        let length = product_of_both / dot(&direction, &product);
        for index in 0..count {
            values[index] += length * direction[index];
            residual[index] -= length * product[index];
        }
        conditioned = precondition(&residual);
        let next = dot(&residual, &conditioned);
        let ratio = next / product_of_both;
        product_of_both = next;
        for (direction, conditioned) in direction.iter_mut().zip(&conditioned) {
            *direction = conditioned + ratio * *direction;
        }
    }
}
