//! The free numbers of a stack: equal coordinates are one number, so that what lies in one plane stays there.

use std::collections::BTreeMap;

use cadseq_program::Plane;
use glam::DVec2;

use super::outline::Loop;
use super::sketches::Stacked;

/// Numbers nearer than these are tried as one, all at once; and pairs alone up to [`MOST_APART`], that many; in model units.
const SAME: [f64; 3] = [0.06, 0.12, 0.2];
const MOST_APART: f64 = 0.3;
const PAIRS: usize = 6;

/// How far apart two numbers are, and their places.
type Gap = (f64, [usize; 2]);

/// The multiple of a grid that is nearest, with no more digits than it has.
fn decimal(value: f64, grid: f64) -> f64 {
    let digits = 1e6;
    ((value / grid).round() * grid * digits).round() / digits
}

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

/// Where a number stands: operations, loops and corners are counted from 1, as people count them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    level: usize,
    /// The loop, and the corner of a chain.
    outline: Option<(usize, Option<usize>)>,
    /// Of heights, which of the two.
    end: usize,
}

impl Place {
    /// What a number of this kind is here, in words.
    pub(super) fn words(self, kind: Kind) -> String {
        let level = self.level;
        let of = match self.outline {
            None => return format!("{} of extrude {level}", ["bottom", "top"][self.end]),
            Some((outline, None)) => format!("loop {outline} of sketch {level}"),
            Some((outline, Some(corner))) => {
                format!("corner {corner} of loop {outline} of sketch {level}")
            }
        };
        match (kind, self.outline) {
            (Kind::Radius, _) => format!("radius of {of}"),
            (Kind::Bulge, _) => format!("bend of the curve from {of}"),
            (kind, Some((_, None))) => format!("centre {} of {of}", kind.letter()),
            (kind, _) => format!("{} of {of}", kind.letter()),
        }
    }
}

impl Kind {
    fn letter(self) -> &'static str {
        if self == Self::X { "x" } else { "y" }
    }
}

/// Calls `each` with every number, in an order that depends only on the kinds of loops.
fn visit(stacked: &mut Stacked, mut each: impl FnMut(Kind, Plane, Place, &mut f64)) {
    for (index, level) in stacked.levels.iter_mut().enumerate() {
        let plane = level.plane;
        let place = |outline| Place {
            level: index + 1,
            outline,
            end: 0,
        };
        for (end, height) in level.heights.iter_mut().enumerate() {
            let place = Place { end, ..place(None) };
            each(Kind::Height, plane, place, height);
        }
        for (at, slab_loop) in level.loops.iter_mut().enumerate() {
            match &mut slab_loop.outline {
                Loop::Circle { center, radius } => {
                    let place = place(Some((at + 1, None)));
                    each(Kind::X, plane, place, &mut center.x);
                    each(Kind::Y, plane, place, &mut center.y);
                    each(Kind::Radius, plane, place, radius);
                }
                Loop::Chain { corners, bulges } => {
                    let place = |corner: usize| place(Some((at + 1, Some(corner + 1))));
                    for (corner, point) in corners.iter_mut().enumerate() {
                        each(Kind::X, plane, place(corner), &mut point.x);
                        each(Kind::Y, plane, place(corner), &mut point.y);
                    }
                    let bent = bulges.iter_mut().enumerate();
                    for (corner, bulge) in bent.filter(|(_, bulge)| **bulge != 0.0) {
                        each(Kind::Bulge, plane, place(corner), bulge);
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
    /// The plane in whose coordinates each is.
    planes: Vec<Plane>,
    /// Where each stands first.
    firsts: Vec<Place>,
    /// Their values.
    pub values: Vec<f64>,
    places: Vec<usize>,
}

impl Numbers {
    /// The numbers of a stack.
    pub(super) fn of(stacked: &Stacked) -> Self {
        let mut numbers = Self {
            kinds: Vec::new(),
            planes: Vec::new(),
            firsts: Vec::new(),
            values: Vec::new(),
            places: Vec::new(),
        };
        let mut known: BTreeMap<(Kind, Plane, u64), usize> = BTreeMap::new();
        visit(&mut stacked.clone(), |kind, plane, place, value| {
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
                numbers.planes.push(plane);
                numbers.firsts.push(place);
                numbers.values.push(*value);
            }
            numbers.places.push(index);
        });
        numbers
    }

    /// What a number is, in words, by where it stands first.
    pub(super) fn words(&self, index: usize) -> String {
        self.firsts[index].words(self.kinds[index])
    }

    /// The stack with other values of the same numbers.
    pub(super) fn put(&self, stacked: &Stacked, values: &[f64]) -> Stacked {
        let mut changed = stacked.clone();
        let mut places = self.places.iter();
        visit(&mut changed, |_, _, _, value| {
            if let Some(&place) = places.next() {
                *value = values[place];
            }
        });
        changed
    }

    /// For each of the part's axes along which there are coordinates of those that `is_seen`, their mean as a row of an equation.
    pub(super) fn means(&self, is_seen: impl Fn(usize) -> bool) -> Vec<Vec<f64>> {
        let axis_of = |index: usize| {
            if !is_seen(index) {
                return None;
            }
            let (on_plane, height) = match self.kinds[index] {
                Kind::X => (DVec2::X, 0.0),
                Kind::Y => (DVec2::Y, 0.0),
                Kind::Height => (DVec2::ZERO, 1.0),
                Kind::Radius | Kind::Bulge => return None,
            };
            let direction = self.planes[index].to_world(on_plane, height).abs();
            (0..3).find(|&axis| direction[axis] > 0.5)
        };
        let axes: Vec<Option<usize>> = (0..self.values.len()).map(axis_of).collect();
        (0..3)
            .filter_map(|axis| {
                let count = axes.iter().filter(|&&of| of == Some(axis)).count();
                let share = |of: &Option<usize>| match *of {
                    Some(of) if of == axis => 1.0 / count as f64,
                    _ => 0.0,
                };
                (count > 0).then(|| axes.iter().map(share).collect())
            })
            .collect()
    }

    /// The values of the same numbers in a stack that differs in nothing but their values.
    pub(super) fn of_same_places(&self, stacked: &Stacked) -> Vec<f64> {
        let mut values = self.values.clone();
        let mut places = self.places.iter();
        visit(&mut stacked.clone(), |_, _, _, value| {
            if let Some(&place) = places.next() {
                values[place] = *value;
            }
        });
        values
    }

    /// A stack with the same numbers in other units or from another origin, each rounded to the multiple of its own grid.
    pub(super) fn rounded(&self, stacked: &Stacked, grids: &[f64]) -> Stacked {
        let mut rounded = stacked.clone();
        let mut places = self.places.iter();
        visit(&mut rounded, |kind, _, _, value| {
            if let Some(&place) = places.next()
                && kind != Kind::Bulge
            {
                *value = decimal(*value, grids[place]);
            }
        });
        rounded
    }

    /// The stack with nearly equal numbers made one, in every way: all that are nearer than one of [`SAME`], and the nearest pairs
    /// alone.
    pub(super) fn merged(&self, stacked: &Stacked) -> Vec<Stacked> {
        let gaps = self.gaps();
        let all = SAME.map(|same| gaps.partition_point(|gap| gap.0 < same));
        let mut groups: Vec<&[Gap]> = all.iter().map(|&count| &gaps[..count]).collect();
        groups.dedup_by_key(|group| group.len());
        let pairs = gaps.chunks(1).take(PAIRS);
        groups
            .into_iter()
            .filter(|group| group.len() > 1)
            .chain(pairs)
            .map(|group| self.put(stacked, &self.joined(group)))
            .collect()
    }

    /// Numbers of one kind and plane that follow each other in size, the nearest first.
    fn gaps(&self) -> Vec<Gap> {
        let mut order: Vec<usize> = (0..self.values.len())
            .filter(|&index| self.kinds[index] != Kind::Bulge)
            .collect();
        let kind = |index: usize| (self.kinds[index], self.planes[index]);
        order.sort_by(|&a, &b| {
            let by_value = self.values[a].total_cmp(&self.values[b]);
            kind(a).cmp(&kind(b)).then(by_value)
        });
        let mut gaps: Vec<Gap> = order
            .windows(2)
            .filter(|pair| kind(pair[0]) == kind(pair[1]))
            .map(|pair| {
                (
                    self.values[pair[1]] - self.values[pair[0]],
                    [pair[0], pair[1]],
                )
            })
            .filter(|gap| gap.0 < MOST_APART)
            .collect();
        gaps.sort_by(|a, b| a.0.total_cmp(&b.0));
        gaps
    }

    /// The values with those beside each gap made one: their mean.
    fn joined(&self, gaps: &[Gap]) -> Vec<f64> {
        let mut group: Vec<usize> = (0..self.values.len()).collect();
        for &(_, [a, b]) in gaps {
            let (from, to) = (group[b], group[a]);
            for of in &mut group {
                if *of == from {
                    *of = to;
                }
            }
        }
        group
            .iter()
            .map(|&of| {
                let members = (0..group.len()).filter(|&index| group[index] == of);
                let (sum, count) = members.fold((0.0, 0.0), |(sum, count), index| {
                    (sum + self.values[index], count + 1.0)
                });
                sum / count
            })
            .collect()
    }
}
