//! How far every pixel of the part is: normals integrated over the picture, faces along the part's axes
//! made exactly flat, steps left open.

use cadseq_model::{EXIT_FLOOR, EdgeClass, Maps};
use cadseq_render::Projection;
use glam::{DVec2, DVec3};

use super::labels::{Label, labels};
use super::placed::Placed;
use crate::connected::regions;

/// Mask from which on a pixel shows the part.
const SHOWN: f32 = 0.5;

/// Rounds of smoothing the normals within their faces.
const SMOOTHING: usize = 6;

/// Cosine of the angle between neighbouring normals of one surface.
const ALIKE: f64 = 0.85;

/// Least cosine between a surface's normal and the direction to the camera.
const GRAZING: f64 = 0.08;

/// How firmly the network's own depth holds, against a pair of neighbours that meet.
const DEPTH_PRIOR: f64 = 2e-4;

/// How firmly two pixels across a step hold together.
const ACROSS_STEP: f64 = 1e-4;

/// Score from which on an edge is one.
const SURE_EDGE: f32 = 0.5;

/// How fast a crease that may be a step loses hold.
const DOUBT: f64 = 4.0;

/// Rounds of reweighting, and in each the most steps of conjugate gradients and the residual, squared in its norm, at which they end.
const ROUNDS: usize = 6;
const STEPS: usize = 250;
const LEAST_RESIDUAL: f64 = 1e-16;

/// A pair whose depths miss by this much, in pixels, counts half.
const MISS_PX: f64 = 1.0;

/// Least side of the box of what is seen, in model units.
const MIN_SIDE: f64 = 0.05;

/// How many of its doubts an exit must be off before it decides anything: with one, the exits of weights that have seen 29,000
/// crops with them made answers worse.
pub(super) const EXIT_DEVIATIONS: f32 = 3.0;

/// What each pixel of the part shows.
#[derive(Debug, Clone)]
pub(super) struct Relief {
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
    /// How far behind the point, along the viewing direction, the ray leaves the part at the earliest, and from where
    /// on there is nothing of it any more, as far as the network knows.
    pub exits: Vec<[f64; 2]>,
}

impl Relief {
    /// The faces along an axis, each as connected pixels.
    pub(super) fn faces(&self, axis: usize) -> Vec<Vec<usize>> {
        let of_axis: Vec<usize> = (0..self.points.len())
            .filter(|&pixel| self.shown[pixel] && self.axes[pixel] == Some(axis))
            .collect();
        regions(self.size, &of_axis, |_| true)
    }

    /// The lowest and highest corner of the box of what is seen, the outermost hundredth of the points left out; `None`
    /// where it has no thickness.
    pub(super) fn bounds(&self) -> Option<[DVec3; 2]> {
        let shown = (0..self.points.len()).filter(|&pixel| self.shown[pixel]);
        let points: Vec<DVec3> = shown.map(|pixel| self.points[pixel]).collect();
        let (mut low, mut high) = (DVec3::ZERO, DVec3::ZERO);
        for axis in 0..3 {
            let mut values: Vec<f64> = points.iter().map(|point| point[axis]).collect();
            values.sort_by(f64::total_cmp);
            let left_out = values.len() / 100;
            low[axis] = *values.get(left_out)?;
            high[axis] = values[values.len() - 1 - left_out];
        }
        (high - low)
            .cmpgt(DVec3::splat(MIN_SIDE))
            .all()
            .then_some([low, high])
    }
}

/// The centre of a pixel.
pub(super) fn center(pixel: usize, size: usize) -> DVec2 {
    DVec2::new((pixel % size) as f64 + 0.5, (pixel / size) as f64 + 0.5)
}

/// The number of the pixel that a point lies in.
pub(super) fn pixel_at(point: DVec2, size: usize) -> usize {
    point.y as usize * size + point.x as usize
}

/// What holds together where an edge is as likely a step as a crease.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hold {
    /// Everything but what is likelier a step.
    Creases,
    /// Hardly anything but what is surely a crease, so that what is joined elsewhere decides.
    SureCreases,
}

/// Integrates maps seen by a placed camera: all that may follow from edges that are steps or creases.
pub(super) fn reliefs(maps: &Maps, placed: &Placed) -> [Relief; 2] {
    let size = maps.size;
    let shown: Vec<bool> = maps.mask.iter().map(|&p| p > SHOWN).collect();
    let raw = turned(maps, placed);
    let edges: Vec<f32> = (0..size * size)
        .map(|pixel| edge_score(maps, pixel))
        .collect();
    let labels = labels(size, &shown, &raw, &edges);
    let normals = straightened(size, &shown, &raw, &labels);
    let axes: Vec<Option<usize>> = labels
        .iter()
        .zip(&shown)
        .map(|(label, &shown)| match *label {
            Label::Face(axis) if shown => Some(axis),
            _ => None,
        })
        .collect();
    let exits = exits(maps, placed);
    let relief = |hold| {
        let depths = integrated(maps, placed, &shown, &normals, hold);
        let points = (0..size * size)
            .map(|pixel| placed.point(center(pixel, size), depths[pixel]))
            .collect();
        Relief {
            size,
            shown: shown.clone(),
            normals: normals.clone(),
            axes: axes.clone(),
            depths,
            points,
            exits: exits.clone(),
        }
    };
    let (creases, sure) = rayon::join(|| relief(Hold::Creases), || relief(Hold::SureCreases));
    [creases, sure]
}

/// For each pixel, the maps' unit of depths behind it, along the viewing direction in model units.
pub(super) fn exit_unit(placed: &Placed, size: usize) -> impl Fn(usize) -> f64 {
    let camera = &placed.view.camera;
    let middle = match camera.projection {
        Projection::Perspective => placed.view.window.center.extend(1.0).normalize(),
        Projection::Orthographic => DVec3::Z,
    };
    let middle = camera.camera_from_world.transpose() * middle;
    move |pixel| super::placed::HALF_WIDTH / placed.ray(center(pixel, size)).dot(middle)
}

/// What the network expects behind every pixel, less and more its doubts.
fn exits(maps: &Maps, placed: &Placed) -> Vec<[f64; 2]> {
    let unit = exit_unit(placed, maps.size);
    (0..maps.mask.len())
        .map(|pixel| {
            let unit = unit(pixel);
            [(0, -1.0), (1, 1.0)].map(|(which, sign)| {
                let doubt = f64::from(EXIT_DEVIATIONS * maps.exit_doubts[which][pixel]);
                let exit = f64::from(maps.exits[which][pixel] + EXIT_FLOOR);
                let bound = exit * libm::exp(sign * doubt) - f64::from(EXIT_FLOOR);
                bound.max(0.0) * unit
            })
        })
        .collect()
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
pub(super) fn edge_score(maps: &Maps, pixel: usize) -> f32 {
    maps.edges.iter().map(|map| map[pixel]).fold(0.0, f32::max)
}

/// Normals in the part's frame as the network has them.
fn turned(maps: &Maps, placed: &Placed) -> Vec<DVec3> {
    maps.normals
        .iter()
        .map(|normal| {
            let normal = placed.part_from_crop * DVec3::from_array(normal.map(f64::from));
            normal.normalize_or(DVec3::Z)
        })
        .collect()
}

/// Normals as their labels have them: of faces the axis, of walls square to it; those of walls and other surfaces are
/// averaged within their label.
fn straightened(size: usize, shown: &[bool], raw: &[DVec3], labels: &[Label]) -> Vec<DVec3> {
    let mut normals: Vec<DVec3> = raw
        .iter()
        .zip(labels)
        .map(|(&normal, label)| match *label {
            Label::Face(axis) => DVec3::AXES[axis],
            Label::Wall(axis) => normal
                .reject_from_normalized(DVec3::AXES[axis])
                .normalize_or(normal),
            Label::Other => normal,
        })
        .collect();
    let pairs = pairs(size, shown);
    for _ in 0..SMOOTHING {
        let mut sums = normals.clone();
        for &[a, b] in &pairs {
            if labels[a] == labels[b] && normals[a].dot(normals[b]) > ALIKE {
                sums[a] += normals[b];
                sums[b] += normals[a];
            }
        }
        normals = sums.iter().map(|sum| sum.normalize_or(DVec3::Z)).collect();
    }
    normals
}

/// The depths that agree with the normals.
fn integrated(
    maps: &Maps,
    placed: &Placed,
    shown: &[bool],
    normals: &[DVec3],
    hold: Hold,
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
    let step_score =
        |pixel: usize| score(EdgeClass::StepNear, pixel).max(score(EdgeClass::StepFar, pixel));
    let crease_score =
        |pixel: usize| score(EdgeClass::Convex, pixel).max(score(EdgeClass::Concave, pixel));
    let pairs = pairs(size, shown);
    let links: Vec<(f64, f64)> = pairs
        .iter()
        .map(|&[a, b]| {
            let wanted = slope(a, a, b).midpoint(slope(b, a, b));
            let steps = step_score(a).max(step_score(b));
            let creases = crease_score(a).max(crease_score(b));
            (wanted, hold.firmness(creases, steps))
        })
        .collect();
    let mut values: Vec<f64> = maps.depths.iter().map(|&d| f64::from(d) * unit).collect();
    // Of the pixels that show the part, numbered one after the other.
    let pixels: Vec<usize> = (0..values.len()).filter(|&pixel| shown[pixel]).collect();
    let mut places = vec![0; values.len()];
    for (place, &pixel) in pixels.iter().enumerate() {
        places[pixel] = place;
    }
    let pairs: Vec<[usize; 2]> = pairs.iter().map(|pair| pair.map(|at| places[at])).collect();
    let prior: Vec<f64> = pixels.iter().map(|&pixel| values[pixel]).collect();
    let depths = agreed(&pairs, &links, &prior, MISS_PX * pixel_step);
    for (&pixel, depth) in pixels.iter().zip(depths) {
        values[pixel] = depth;
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

/// The values that differ between the two of each pair as its link says, as firmly as that holds; those that miss it by `miss` count
/// half.
fn agreed(pairs: &[[usize; 2]], links: &[(f64, f64)], prior: &[f64], miss: f64) -> Vec<f64> {
    let mut values = prior.to_vec();
    let mut weights: Vec<f64> = links.iter().map(|link| link.1).collect();
    for _ in 0..ROUNDS {
        solve(pairs, links, &weights, prior, &mut values);
        for ((weight, link), &[a, b]) in weights.iter_mut().zip(links).zip(pairs) {
            let misses = (values[b] - values[a] - link.0) / miss;
            *weight = (link.1 / (1.0 + misses * misses)).max(ACROSS_STEP);
        }
    }
    values
}

impl Hold {
    /// How firmly two neighbours hold together that scores of creases and of steps pass between.
    fn firmness(self, creases: f32, steps: f32) -> f64 {
        match self {
            Self::Creases if steps > 0.5 && steps > creases => ACROSS_STEP,
            Self::Creases => 1.0,
            Self::SureCreases => {
                let crease = f64::from(creases / (creases + steps).max(1e-6));
                let is_edge = f64::from((creases.max(steps) / SURE_EDGE).min(1.0));
                let firm = 1.0 - is_edge * (1.0 - libm::pow(crease, DOUBT));
                firm.max(ACROSS_STEP)
            }
        }
    }
}

/// Minimizes the weighted squares of all links and of the prior by conjugate gradients with a diagonal
/// preconditioner.
fn solve(
    pairs: &[[usize; 2]],
    links: &[(f64, f64)],
    weights: &[f64],
    prior: &[f64],
    values: &mut [f64],
) {
    let count = values.len();
    let apply = |x: &[f64], out: &mut [f64]| {
        for (out, x) in out.iter_mut().zip(x) {
            *out = DEPTH_PRIOR * x;
        }
        for (&[a, b], &weight) in pairs.iter().zip(weights) {
            let flow = weight * (x[b] - x[a]);
            out[b] += flow;
            out[a] -= flow;
        }
    };
    let mut diagonal = vec![DEPTH_PRIOR; count];
    let mut right: Vec<f64> = prior.iter().map(|p| DEPTH_PRIOR * p).collect();
    for ((&[a, b], &weight), link) in pairs.iter().zip(weights).zip(links) {
        diagonal[a] += weight;
        diagonal[b] += weight;
        right[b] += weight * link.0;
        right[a] -= weight * link.0;
    }
    let mut product = vec![0.0; count];
    apply(values, &mut product);
    let mut residual: Vec<f64> = right.iter().zip(&product).map(|(r, p)| r - p).collect();
    let inverse: Vec<f64> = diagonal.iter().map(|d| d.recip()).collect();
    let precondition = |residual: &[f64], out: &mut [f64]| {
        for ((out, r), inverse) in out.iter_mut().zip(residual).zip(&inverse) {
            *out = r * inverse;
        }
    };
    let dot = |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).map(|(a, b)| a * b).sum() };
    let mut conditioned = vec![0.0; count];
    precondition(&residual, &mut conditioned);
    let mut direction = conditioned.clone();
    let mut product_of_both = dot(&residual, &conditioned);
    for _ in 0..STEPS {
        if product_of_both < LEAST_RESIDUAL {
            break;
        }
        apply(&direction, &mut product);
        let length = product_of_both / dot(&direction, &product);
        for index in 0..count {
            values[index] += length * direction[index];
            residual[index] -= length * product[index];
        }
        precondition(&residual, &mut conditioned);
        let next = dot(&residual, &conditioned);
        let ratio = next / product_of_both;
        product_of_both = next;
        for (direction, conditioned) in direction.iter_mut().zip(&conditioned) {
            *direction = conditioned + ratio * *direction;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_step_holds_only_where_every_crease_does() {
        for hold in [Hold::Creases, Hold::SureCreases] {
            assert!(hold.firmness(0.01, 0.0) > 0.97, "no edge");
            assert!(hold.firmness(0.95, 0.02) > 0.9, "a crease");
            assert!(hold.firmness(0.1, 0.9) < 1e-3, "a step");
        }
        assert!(Hold::Creases.firmness(0.6, 0.59) > 0.99);
        assert!(Hold::SureCreases.firmness(0.6, 0.59) < 0.1);
    }
}
