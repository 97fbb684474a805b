//! A carved box as few slabs along an axis, each with one section.

use super::carve::{Carved, Cell};
use super::variation::smoothest;

/// What a slab more must explain, as a share of the box's cells.
const SLAB_PRICE: f64 = 0.004;

/// What a cell's length of a section's outline costs, in cells that are wrong.
const PERIMETER_PRICE: f32 = 0.4;

/// Share of the solid cells of the fullest layer that makes a layer one of a prism.
const MUCH: f64 = 0.1;

/// How much a hidden cell is taken for solid.
const HIDDEN_PULL: f32 = 0.02;

/// A run of layers with one section.
#[derive(Debug, Clone)]
pub(super) struct Slab {
    /// First layer and the one after the last.
    pub layers: [usize; 2],
    /// For each place of the section whether it is solid, from 0 to 1.
    pub section: Vec<f32>,
}

/// What is taken to be below a visible cap, where nothing shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Filling {
    /// The solid goes on.
    Full,
    /// Whatever has the shortest outlines.
    Lean,
}

impl Filling {
    /// All of them.
    pub(super) const ALL: [Self; 2] = [Self::Full, Self::Lean];
}

/// Explanations of a carved box: slabs, the lowest first, and one alone.
pub(super) fn explanations(carved: &Carved, filling: Filling) -> [Vec<Slab>; 2] {
    let counts = Counts::new(carved, filling);
    let prism = prism(carved, &counts, filling).into_iter().collect();
    [slabs(carved, &counts, filling), prism]
}

/// The slabs, lowest first.
fn slabs(carved: &Carved, counts: &Counts, filling: Filling) -> Vec<Slab> {
    let [width, depth, layers] = carved.counts;
    let area = width * depth;
    let price = SLAB_PRICE * (area * layers) as f64;
    let mut best = vec![(0.0, 0); layers + 1];
    for to in 1..=layers {
        best[to] = (0..to)
            .map(|from| (best[from].0 + counts.wrong(from, to) + price, from))
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .unwrap_or((0.0, 0));
    }
    let mut slabs = Vec::new();
    let mut to = layers;
    while to > 0 {
        let from = best[to].1;
        slabs.push(slab(carved, counts, filling, [from, to]));
        to = from;
    }
    slabs.reverse();
    slabs
}

/// One slab for all layers in which much is solid: a prism, if the part is one.
fn prism(carved: &Carved, counts: &Counts, filling: Filling) -> Option<Slab> {
    let solid: Vec<usize> = (0..carved.counts[2])
        .map(|height| {
            let cells = carved.layer(height).iter();
            cells.filter(|&&cell| cell == Cell::Solid).count()
        })
        .collect();
    let least = (MUCH * *solid.iter().max()? as f64).max(1.0);
    let is_much = |&count: &usize| count as f64 >= least;
    let from = solid.iter().position(is_much)?;
    let to = solid.iter().rposition(is_much)? + 1;
    Some(slab(carved, counts, filling, [from, to]))
}

/// The layers from one to before another with their best section.
fn slab(carved: &Carved, counts: &Counts, filling: Filling, [from, to]: [usize; 2]) -> Slab {
    let [width, depth, _] = carved.counts;
    let pull: Vec<f32> = (0..width * depth)
        .map(|place| counts.pull(from, to, place, filling))
        .collect();
    Slab {
        layers: [from, to],
        section: smoothest(&pull, width, depth, PERIMETER_PRICE),
    }
}

/// How many cells of each kind lie below each layer, for every place.
struct Counts {
    area: usize,
    /// Solid, empty, hidden.
    below: Vec<[u16; 3]>,
}

impl Counts {
    fn new(carved: &Carved, filling: Filling) -> Self {
        let [width, depth, layers] = carved.counts;
        let area = width * depth;
        let kind = |cell: Cell| match cell {
            Cell::Solid => Some(0),
            Cell::BelowCap if filling == Filling::Full => Some(0),
            Cell::Empty => Some(1),
            Cell::BelowCap | Cell::Hidden => Some(2),
            Cell::Outside => None,
        };
        let mut below = vec![[0; 3]; (layers + 1) * area];
        for layer in 0..layers {
            for (place, &cell) in carved.layer(layer).iter().enumerate() {
                let mut counts = below[layer * area + place];
                if let Some(kind) = kind(cell) {
                    counts[kind] += 1;
                }
                below[(layer + 1) * area + place] = counts;
            }
        }
        Self { area, below }
    }

    /// Solid, empty and hidden cells of a place between two layers.
    fn between(&self, from: usize, to: usize, place: usize) -> [u16; 3] {
        let low = self.below[from * self.area + place];
        let high = self.below[to * self.area + place];
        [0, 1, 2].map(|kind| high[kind] - low[kind])
    }

    /// Cells that one section for all layers gets wrong.
    fn wrong(&self, from: usize, to: usize) -> f64 {
        let sum: u32 = (0..self.area)
            .map(|place| {
                let [solid, empty, _] = self.between(from, to, place);
                u32::from(solid.min(empty))
            })
            .sum();
        f64::from(sum)
    }

    /// How much a place is for being solid between two layers, from -1 to 1.
    fn pull(&self, from: usize, to: usize, place: usize, filling: Filling) -> f32 {
        let [solid, empty, hidden] = self.between(from, to, place).map(f32::from);
        let layers = (to - from) as f32;
        let outside = layers - solid - empty - hidden;
        let hidden_pull = match filling {
            Filling::Full => HIDDEN_PULL,
            Filling::Lean => -HIDDEN_PULL / 2.0,
        };
        (solid - empty + hidden_pull * hidden - HIDDEN_PULL * outside) / layers
    }
}
