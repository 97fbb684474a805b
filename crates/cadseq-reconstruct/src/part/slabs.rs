//! A carved box as few slabs along an axis, each with one section.

use super::carve::{Carved, Cell};
use super::variation::smoothest;

/// What a slab more must explain, as a share of the box's cells.
const SLAB_PRICE: f64 = 0.004;

/// What a cell's length of a section's outline costs, in cells that are wrong.
const PERIMETER_PRICE: f32 = 0.4;

/// How much a hidden cell is taken for solid.
const HIDDEN_PULL: f32 = 0.02;

/// A run of layers with one section.
#[derive(Debug, Clone)]
pub struct Slab {
    /// First layer and the one after the last.
    pub layers: [usize; 2],
    /// For each place of the section whether it is solid, from 0 to 1.
    pub section: Vec<f32>,
}

/// The slabs, lowest first, and the share of the box's cells that they get wrong.
pub fn slabs(carved: &Carved) -> (Vec<Slab>, f64) {
    let [width, depth, layers] = carved.counts;
    let area = width * depth;
    // Solid and empty cells below each layer, for every place.
    let mut below = vec![[0_u16; 3]; (layers + 1) * area];
    for layer in 0..layers {
        for (place, &cell) in carved.layer(layer).iter().enumerate() {
            let [solid, empty, hidden] = below[layer * area + place];
            below[(layer + 1) * area + place] = [
                solid + u16::from(cell == Cell::Solid),
                empty + u16::from(cell == Cell::Empty),
                hidden + u16::from(cell == Cell::Hidden),
            ];
        }
    }
    let between = |from: usize, to: usize, place: usize| {
        let (low, high) = (below[from * area + place], below[to * area + place]);
        [0, 1, 2].map(|kind| high[kind] - low[kind])
    };
    let wrong = |from: usize, to: usize| -> f64 {
        let sum: u32 = (0..area)
            .map(|place| {
                let [solid, empty, _] = between(from, to, place);
                u32::from(solid.min(empty))
            })
            .sum();
        f64::from(sum)
    };
    let price = SLAB_PRICE * (area * layers) as f64;
    let mut best = vec![(0.0, 0); layers + 1];
    for to in 1..=layers {
        best[to] = (0..to)
            .map(|from| (best[from].0 + wrong(from, to) + price, from))
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .unwrap_or((0.0, 0));
    }
    let mut slabs = Vec::new();
    let mut to = layers;
    while to > 0 {
        let from = best[to].1;
        let pull: Vec<f32> = (0..area)
            .map(|place| {
                let [solid, empty, hidden] = between(from, to, place).map(f32::from);
                let outside = (to - from) as f32 - solid - empty - hidden;
                (solid - empty + HIDDEN_PULL * (hidden - outside)) / (to - from) as f32
            })
            .collect();
        let section = smoothest(&pull, width, depth, PERIMETER_PRICE);
        slabs.push(Slab {
            layers: [from, to],
            section,
        });
        to = from;
    }
    slabs.reverse();
    let misfit = best[layers].0 - price * slabs.len() as f64;
    (slabs, misfit / (area * layers) as f64)
}
