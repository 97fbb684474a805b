//! A box along the part's axes that may be missing.

use cadseq_program::Plane;
use glam::{DVec2, DVec3};

use super::super::THIN;
use super::super::boxes::axes_of;
use super::super::outline::Loop;
use super::super::placed::Placed;
use super::super::residual::with;
use super::super::sketches::{Level, SlabLoop, Stacked};

/// Ends nearer than this to one of the hypothesis are that one, in model units.
const SAME: f64 = 0.15;

/// The shorter of the two sides of a rod's section, as a share of the longer.
const ROUND: f64 = 0.6;

/// A box along the part's axes: its lowest and highest corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Body(pub(super) [DVec3; 2]);

impl Body {
    /// The body with ends that are nearly those of the whole exactly there, and reaching to it where it is beside it.
    pub(super) fn touching(self, whole: Self) -> Option<Self> {
        let ([mut low, mut high], [whole_low, whole_high]) = (self.0, whole.0);
        for axis in 0..3 {
            for end in [&mut low, &mut high] {
                for near in [whole_low[axis], whole_high[axis]] {
                    if (end[axis] - near).abs() < SAME {
                        end[axis] = near;
                    }
                }
            }
            low[axis] = low[axis].min(whole_high[axis]);
            high[axis] = high[axis].max(whole_low[axis]);
        }
        (high - low)
            .cmpgt(DVec3::splat(THIN / 2.0))
            .all()
            .then_some(Self([low, high]))
    }

    /// Whether a pixel's ray meets it.
    pub(super) fn is_on(&self, placed: &Placed, pixel: DVec2) -> bool {
        let (start, ray) = (placed.point(pixel, 0.0), placed.ray(pixel));
        let (mut from, mut to) = (f64::NEG_INFINITY, f64::INFINITY);
        for axis in 0..3 {
            let ends = self.0.map(|end| (end[axis] - start[axis]) / ray[axis]);
            from = from.max(ends[0].min(ends[1]));
            to = to.min(ends[0].max(ends[1]));
        }
        from < to
    }

    /// Its image in the middle of the whole along an axis.
    fn mirrored(self, whole: Self, axis: usize) -> Self {
        let sum = whole.0[0][axis] + whole.0[1][axis];
        let ([mut low, mut high], [from, to]) = (self.0, self.0.map(|end| sum - end[axis]));
        (low[axis], high[axis]) = (to, from);
        Self([low, high])
    }

    /// The bodies that reach to the far side of the whole along an axis, which may be hidden.
    fn stretched(self, whole: Self) -> impl Iterator<Item = Self> {
        (0..3).filter_map(move |axis| {
            let mut stretched = self;
            stretched.0[0][axis] = whole.0[0][axis];
            (stretched != self).then_some(stretched)
        })
    }

    /// The stack of a hypothesis with it: as a box, stretched, as a rod, and as boxes with its mirror images.
    pub(super) fn beside(self, whole: Self, stacked: &Stacked) -> Vec<Stacked> {
        let plane = stacked
            .levels
            .first()
            .map_or(Plane::XY, |level| level.plane);
        let boxes = std::iter::once(self).chain(self.stretched(whole));
        let mut stacks: Vec<Stacked> = boxes.map(|body| with(stacked, body.level(plane))).collect();
        stacks.extend(self.rod().map(|rod| with(stacked, rod)));
        let mirrors = [
            [Some(0), None],
            [Some(1), None],
            [Some(2), None],
            [Some(0), Some(1)],
            [Some(0), Some(2)],
            [Some(1), Some(2)],
        ];
        for mirrors in mirrors {
            let mut bodies = vec![self];
            for axis in mirrors.into_iter().flatten() {
                let images: Vec<Self> = bodies
                    .iter()
                    .map(|body| body.mirrored(whole, axis))
                    .collect();
                bodies.extend(images);
            }
            let is_apart = |index: usize| {
                bodies[index + 1..]
                    .iter()
                    .all(|other| !bodies[index].meets(*other))
            };
            if (0..bodies.len()).all(is_apart) {
                let levels = levels(&bodies, plane).into_iter();
                stacks.push(levels.fold(stacked.clone(), |all, level| with(&all, level)));
            }
        }
        stacks
    }

    fn meets(self, other: Self) -> bool {
        self.0[0].cmplt(other.0[1]).all() && other.0[0].cmplt(self.0[1]).all()
    }

    fn level(self, plane: Plane) -> Level {
        let [one, other] = self.0.map(|corner| plane.to_sketch(corner));
        Level {
            plane,
            is_cut: false,
            heights: [one.1.min(other.1), one.1.max(other.1)],
            loops: vec![SlabLoop {
                outline: Loop::rectangle(one.0.min(other.0), one.0.max(other.0)),
                is_filled: true,
            }],
        }
    }

    /// A rod along its longest side, where the two others are about equal.
    fn rod(self) -> Option<Level> {
        let [low, high] = self.0;
        let sides = high - low;
        let longest = sides.max_position();
        let plane = Plane::ALL
            .into_iter()
            .find(|&plane| axes_of(plane)[2].0 == longest)?;
        let mut level = self.level(plane);
        let [x, y] = [axes_of(plane)[0].0, axes_of(plane)[1].0].map(|axis| sides[axis]);
        level.loops[0].outline = Loop::Circle {
            center: plane.to_sketch(low.midpoint(high)).0,
            radius: x.midpoint(y) / 2.0,
        };
        (x.min(y) > ROUND * x.max(y)).then_some(level)
    }
}

/// Bodies that lie apart as levels: those between the same heights are loops of one.
fn levels(bodies: &[Body], plane: Plane) -> Vec<Level> {
    let mut levels: Vec<Level> = Vec::new();
    for level in bodies.iter().map(|body| body.level(plane)) {
        match levels
            .iter_mut()
            .find(|other| other.heights == level.heights)
        {
            Some(other) => other.loops.extend(level.loops),
            None => levels.push(level),
        }
    }
    levels
}
