//! A part before it has a place in the world: features in its own axes u, v, w.

use cadseq_program::BooleanOperation;
use glam::DVec3;

use super::{curve_box::box_of, drawing::Drawing};

/// An axis of the part. Features along `W` are the cheap ones: a part that has no other is a stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Axis {
    /// Sketch x, y are v, w.
    U,
    /// Sketch x, y are u, w.
    V,
    /// Sketch x, y are u, v.
    W,
}

/// Areas swept along an axis.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Feature {
    pub(crate) axis: Axis,
    pub(crate) drawing: Drawing,
    /// Coordinate along the axis where the sweep begins.
    pub(crate) low: f64,
    /// Where it ends, above `low`.
    pub(crate) high: f64,
    pub(crate) operation: BooleanOperation,
}

/// Features in order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft {
    features: Vec<Feature>,
}

impl Axis {
    /// Directions of sketch x, sketch y and height in (u, v, w).
    pub(crate) const fn directions(self) -> [DVec3; 3] {
        match self {
            Self::U => [DVec3::Y, DVec3::Z, DVec3::X],
            Self::V => [DVec3::X, DVec3::Z, DVec3::Y],
            Self::W => [DVec3::X, DVec3::Y, DVec3::Z],
        }
    }
}

impl Draft {
    /// A first body along w, from height `low` to `high`.
    pub(crate) fn base(drawing: Drawing, low: f64, high: f64) -> Self {
        let base = Feature {
            axis: Axis::W,
            drawing,
            low,
            high,
            operation: BooleanOperation::New,
        };
        Self {
            features: vec![base],
        }
    }

    /// With more material along w.
    pub(crate) fn join(self, drawing: Drawing, low: f64, high: f64) -> Self {
        self.with(Axis::W, drawing, [low, high], BooleanOperation::Join)
    }

    /// With less material along w.
    pub(crate) fn cut(self, drawing: Drawing, low: f64, high: f64) -> Self {
        self.with(Axis::W, drawing, [low, high], BooleanOperation::Cut)
    }

    /// With one more feature.
    pub(crate) fn with(
        mut self,
        axis: Axis,
        drawing: Drawing,
        [low, high]: [f64; 2],
        operation: BooleanOperation,
    ) -> Self {
        self.features.push(Feature {
            axis,
            drawing,
            low,
            high,
            operation,
        });
        self
    }

    pub(crate) fn features(&self) -> &[Feature] {
        &self.features
    }

    /// Sides along u, v, w of the box around everything that adds material.
    pub(crate) fn size(&self) -> DVec3 {
        let mut corners = Vec::new();
        for feature in &self.features {
            if feature.operation == BooleanOperation::Cut {
                continue;
            }
            let Some((low, high)) = box_of(feature.drawing.loops().iter().flatten()) else {
                continue;
            };
            let [x, y, height] = feature.axis.directions();
            let at =
                |x_at: f64, y_at: f64, height_at: f64| x * x_at + y * y_at + height * height_at;
            corners.push(at(low.x, low.y, feature.low));
            corners.push(at(high.x, high.y, feature.high));
        }
        let low = corners.iter().copied().reduce(DVec3::min);
        let high = corners.iter().copied().reduce(DVec3::max);
        low.zip(high).map_or(DVec3::ZERO, |(low, high)| high - low)
    }

    /// Every length times `factor`, above 0.
    pub(crate) fn scaled(&self, factor: f64) -> Self {
        let features = self.features.iter().map(|feature| Feature {
            drawing: feature.drawing.mapped(factor, |point| point * factor),
            low: feature.low * factor,
            high: feature.high * factor,
            ..feature.clone()
        });
        Self {
            features: features.collect(),
        }
    }

    /// Heights along w times `factor`, above 0; `None` where a feature runs along another axis, whose circles
    /// would become ellipses.
    pub(crate) fn stretched(&self, factor: f64) -> Option<Self> {
        let is_stack = self.features.iter().all(|one| one.axis == Axis::W);
        let features = self.features.iter().map(|feature| Feature {
            low: feature.low * factor,
            high: feature.high * factor,
            ..feature.clone()
        });
        is_stack.then(|| Self {
            features: features.collect(),
        })
    }

    /// Moved along w.
    pub(crate) fn lifted(&self, by: f64) -> Self {
        let features = self.features.iter().map(|feature| match feature.axis {
            Axis::W => Feature {
                low: feature.low + by,
                high: feature.high + by,
                ..feature.clone()
            },
            Axis::U | Axis::V => Feature {
                drawing: feature
                    .drawing
                    .mapped(1.0, |point| point + glam::DVec2::Y * by),
                ..feature.clone()
            },
        });
        Self {
            features: features.collect(),
        }
    }
}
