//! What kind of surface every pixel shows: a face along an axis, a wall about one, or another.
//!
//! Labels that fit the normals, with short borders that run along edges: a total variation over all labels at once
//! (Zach, Gallup, Frahm and Niethammer 2008), iterated as Chambolle and Pock (2011) do.

use glam::DVec3;

/// A kind of surface. Axes: 0 X, 1 Y, 2 Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// A flat face whose normal is an axis.
    Face(usize),
    /// A wall whose normals are all square to an axis.
    Wall(usize),
    /// Anything else.
    Other,
}

const LABELS: [Label; 7] = [
    Label::Face(0),
    Label::Face(1),
    Label::Face(2),
    Label::Wall(0),
    Label::Wall(1),
    Label::Wall(2),
    Label::Other,
];

/// The angle that counts one, in degrees.
const UNIT_DEG: f64 = 10.0;

/// What walls and other surfaces cost beside their angles, and the most that an angle costs.
const WALL_COST: f64 = 1.0;
const OTHER_COST: f64 = 3.0;
const MAX_COST: f64 = 9.0;

/// What a pixel's length of a border costs, away from edges and on them.
const BORDER: f32 = 4.0;
const BORDER_ON_EDGE: f32 = 0.15;

/// Rounds of the iteration, and its step.
const ROUNDS: usize = 60;
const STEP: f32 = 0.35;

/// Labels a picture of `size` x `size` normals (part's frame); `edges` from 0 to 1.
pub(super) fn labels(size: usize, shown: &[bool], normals: &[DVec3], edges: &[f32]) -> Vec<Label> {
    let mut labelling = Labelling::new(size, shown, normals, edges);
    for _ in 0..ROUNDS {
        labelling.raise();
        labelling.lower();
    }
    labelling
        .shares
        .iter()
        .map(|shares| LABELS[largest(shares)])
        .collect()
}

/// A number for each label.
type Shares = [f32; LABELS.len()];

/// The primal-dual iteration.
struct Labelling {
    size: usize,
    /// The pixels that show the part.
    pixels: Vec<usize>,
    costs: Vec<Shares>,
    /// What a border to the right and one below cost.
    prices: Vec<[f32; 2]>,
    shares: Vec<Shares>,
    /// The shares, as far ahead again as they moved last.
    ahead: Vec<Shares>,
    /// For each label, the flow to the right and down.
    flows: Vec<[Shares; 2]>,
}

impl Labelling {
    fn new(size: usize, shown: &[bool], normals: &[DVec3], edges: &[f32]) -> Self {
        let price = |pixel: usize, other: usize| match shown[pixel] && shown[other] {
            false => 0.0,
            true if edges[pixel].max(edges[other]) > 0.5 => BORDER_ON_EDGE,
            true => BORDER,
        };
        let prices = (0..size * size).map(|pixel| {
            let is_last = [pixel % size + 1 == size, pixel + size >= size * size];
            let others = [pixel + 1, pixel + size];
            [0, 1].map(|way| {
                if is_last[way] {
                    0.0
                } else {
                    price(pixel, others[way])
                }
            })
        });
        let costs: Vec<Shares> = normals
            .iter()
            .map(|&normal| LABELS.map(|label| cost_of(label, normal) as f32))
            .collect();
        let shares: Vec<Shares> = costs
            .iter()
            .map(|costs| {
                let mut shares = [0.0; LABELS.len()];
                shares[largest(&costs.map(|cost| -cost))] = 1.0;
                shares
            })
            .collect();
        Self {
            size,
            pixels: (0..size * size).filter(|&pixel| shown[pixel]).collect(),
            prices: prices.collect(),
            ahead: shares.clone(),
            flows: vec![[[0.0; LABELS.len()]; 2]; size * size],
            costs,
            shares,
        }
    }

    /// Flows grow where labels differ, as far as borders cost.
    fn raise(&mut self) {
        for &pixel in &self.pixels {
            for (way, other) in [pixel + 1, pixel + self.size].into_iter().enumerate() {
                // Half: each border is counted by both labels.
                let most = self.prices[pixel][way] / 2.0;
                if most > 0.0 {
                    for (label, flow) in self.flows[pixel][way].iter_mut().enumerate() {
                        let moved =
                            *flow + STEP * (self.ahead[other][label] - self.ahead[pixel][label]);
                        *flow = moved.clamp(-most, most);
                    }
                }
            }
        }
    }

    /// Shares follow the flows and the costs.
    fn lower(&mut self) {
        const NONE: Shares = [0.0; LABELS.len()];
        for &pixel in &self.pixels {
            let [right, below] = self.flows[pixel];
            let left = if pixel % self.size > 0 {
                self.flows[pixel - 1][0]
            } else {
                NONE
            };
            let above = if pixel >= self.size {
                self.flows[pixel - self.size][1]
            } else {
                NONE
            };
            let mut next = self.shares[pixel];
            for (label, next) in next.iter_mut().enumerate() {
                let divergence = right[label] + below[label] - left[label] - above[label];
                *next += STEP * (divergence - self.costs[pixel][label]);
            }
            onto_simplex(&mut next);
            for (label, &next) in next.iter().enumerate() {
                self.ahead[pixel][label] = 2.0 * next - self.shares[pixel][label];
            }
            self.shares[pixel] = next;
        }
    }
}

fn largest(shares: &Shares) -> usize {
    (0..LABELS.len())
        .max_by(|&a, &b| shares[a].total_cmp(&shares[b]))
        .unwrap_or(0)
}

fn cost_of(label: Label, normal: DVec3) -> f64 {
    let squared = |degrees: f64| (degrees / UNIT_DEG) * (degrees / UNIT_DEG);
    let cost = match label {
        Label::Face(axis) => squared(libm::acos(normal[axis].clamp(-1.0, 1.0)).to_degrees()),
        Label::Wall(axis) => {
            WALL_COST + squared(libm::asin(normal[axis].clamp(-1.0, 1.0)).to_degrees())
        }
        Label::Other => OTHER_COST,
    };
    cost.min(MAX_COST)
}

/// The nearest point whose coordinates are not negative and sum to 1.
fn onto_simplex(values: &mut Shares) {
    let mut sorted = *values;
    sorted.sort_by(|a, b| b.total_cmp(a));
    let (mut sum, mut shift) = (0.0, 0.0);
    for (index, &value) in sorted.iter().enumerate() {
        sum += value;
        let candidate = (sum - 1.0) / (index + 1) as f32;
        if value > candidate {
            shift = candidate;
        }
    }
    for value in values {
        *value = (*value - shift).max(0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noisy_face_is_one_and_a_round_wall_has_no_flat_stretch() {
        let size = 48;
        let shown = vec![true; size * size];
        let mut edges = vec![0.0; size * size];
        let normals: Vec<DVec3> = (0..size * size)
            .map(|pixel| {
                let (x, y) = (pixel % size, pixel / size);
                if y < size / 2 {
                    // A face along Z, two of five pixels of which are off by 15 degrees.
                    let off = |rest| if pixel % 5 == rest { 0.27 } else { 0.0 };
                    DVec3::new(off(0), off(2), 1.0).normalize()
                } else {
                    // From 5 to 75 degrees.
                    let angle = (5.0 + 70.0 * x as f64 / size as f64).to_radians();
                    DVec3::new(libm::cos(angle), libm::sin(angle), 0.0)
                }
            })
            .collect();
        for x in 0..size {
            edges[size / 2 * size + x] = 1.0;
        }
        let labels = labels(size, &shown, &normals, &edges);
        let (face, wall) = labels.split_at(size * size / 2);
        assert!(face.iter().all(|&label| label == Label::Face(2)));
        let round = wall
            .iter()
            .filter(|&&label| label == Label::Wall(2))
            .count();
        assert!(
            round as f64 > 0.9 * wall.len() as f64,
            "{round} of {}",
            wall.len()
        );
    }
}
