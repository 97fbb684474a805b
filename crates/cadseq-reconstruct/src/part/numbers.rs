//! The free numbers of a stack: equal coordinates are one number, so that what lies in one plane stays there.

use std::collections::BTreeMap;

use glam::DVec2;

use super::outline::Loop;
use super::sketches::Stacked;

/// What a number is: a coordinate along sketch x, sketch y or the height; a radius; a bulge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Along sketch x.
    X,
    /// Along sketch y.
    Y,
    /// Along the plane's normal.
    Height,
    /// A circle's radius.
    Radius,
    /// A bulge.
    Bulge,
}

/// Calls `each` with every number, in an order that depends only on the kinds of loops.
fn visit(stacked: &mut Stacked, mut each: impl FnMut(Kind, &mut f64)) {
    let mut point = |point: &mut DVec2, each: &mut dyn FnMut(Kind, &mut f64)| {
        each(Kind::X, &mut point.x);
        each(Kind::Y, &mut point.y);
    };
    for level in &mut stacked.levels {
        for height in &mut level.heights {
            each(Kind::Height, height);
        }
        for slab_loop in &mut level.loops {
            match &mut slab_loop.outline {
                Loop::Circle { center, radius } => {
                    point(center, &mut each);
                    each(Kind::Radius, radius);
                }
                Loop::Chain { corners, bulges } => {
                    for corner in corners {
                        point(corner, &mut each);
                    }
                    for bulge in bulges.iter_mut().filter(|bulge| **bulge != 0.0) {
                        each(Kind::Bulge, bulge);
                    }
                }
            }
        }
    }
}

/// The distinct numbers of a stack, and for every place where one stands which it is.
#[derive(Debug, Clone)]
pub struct Numbers {
    /// What each is.
    pub kinds: Vec<Kind>,
    /// Their values.
    pub values: Vec<f64>,
    places: Vec<usize>,
}

impl Numbers {
    /// The numbers of a stack.
    pub fn of(stacked: &Stacked) -> Self {
        let mut numbers = Self {
            kinds: Vec::new(),
            values: Vec::new(),
            places: Vec::new(),
        };
        let mut known: BTreeMap<(Kind, u64), usize> = BTreeMap::new();
        visit(&mut stacked.clone(), |kind, value| {
            let count = numbers.values.len();
            let index = match kind {
                Kind::Bulge => count,
                // Negative and positive zero are one.
                _ => *known.entry((kind, (*value + 0.0).to_bits())).or_insert(count),
            };
            if index == count {
                numbers.kinds.push(kind);
                numbers.values.push(*value);
            }
            numbers.places.push(index);
        });
        numbers
    }

    /// The stack with other values of the same numbers.
    pub fn put(&self, stacked: &Stacked, values: &[f64]) -> Stacked {
        let mut changed = stacked.clone();
        let mut places = self.places.iter();
        visit(&mut changed, |_, value| {
            if let Some(&place) = places.next() {
                *value = values[place];
            }
        });
        changed
    }
}
