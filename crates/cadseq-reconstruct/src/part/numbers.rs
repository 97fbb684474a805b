//! The free numbers of a stack: equal coordinates are one number, so that what lies in one plane stays there.

use std::collections::BTreeMap;

use cadseq_program::Plane;

use super::outline::Loop;
use super::sketches::Stacked;

/// What a number is: a coordinate along sketch x, sketch y or the height; a radius; a bulge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
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
fn visit(stacked: &mut Stacked, mut each: impl FnMut(Kind, Plane, &mut f64)) {
    for level in &mut stacked.levels {
        let plane = level.plane;
        let mut each = |kind: Kind, value: &mut f64| each(kind, plane, value);
        for height in &mut level.heights {
            each(Kind::Height, height);
        }
        for slab_loop in &mut level.loops {
            match &mut slab_loop.outline {
                Loop::Circle { center, radius } => {
                    each(Kind::X, &mut center.x);
                    each(Kind::Y, &mut center.y);
                    each(Kind::Radius, radius);
                }
                Loop::Chain { corners, bulges } => {
                    for corner in corners {
                        each(Kind::X, &mut corner.x);
                        each(Kind::Y, &mut corner.y);
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
pub(super) struct Numbers {
    /// What each is.
    pub kinds: Vec<Kind>,
    /// Their values.
    pub values: Vec<f64>,
    places: Vec<usize>,
}

impl Numbers {
    /// The numbers of a stack.
    pub(super) fn of(stacked: &Stacked) -> Self {
        let mut numbers = Self {
            kinds: Vec::new(),
            values: Vec::new(),
            places: Vec::new(),
        };
        let mut known: BTreeMap<(Kind, Plane, u64), usize> = BTreeMap::new();
        visit(&mut stacked.clone(), |kind, plane, value| {
            let count = numbers.values.len();
            let index = match kind {
                Kind::Bulge => count,
                // Negative and positive zero are one.
                _ => *known
                    .entry((kind, plane, (*value + 0.0).to_bits()))
                    .or_insert(count),
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
    pub(super) fn put(&self, stacked: &Stacked, values: &[f64]) -> Stacked {
        let mut changed = stacked.clone();
        let mut places = self.places.iter();
        visit(&mut changed, |_, _, value| {
            if let Some(&place) = places.next() {
                *value = values[place];
            }
        });
        changed
    }
}
