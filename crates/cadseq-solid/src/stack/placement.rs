//! How coordinates of one frame read in another one with a parallel axis.

use cadseq_program::Frame;
use glam::{DMat2, DVec2};

use crate::segment::{Bend, Segment};

/// The rigid motion from the sketch coordinates of one frame to those of another: a turn, a shift
/// and, where the axes are antiparallel, a reflection. Exact where both frames' axes are the world's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Placement {
    matrix: DMat2,
    shift: DVec2,
    /// 1, or -1 where the axes are antiparallel.
    sense: f64,
    rise: f64,
}

impl Placement {
    /// From `source` to `target`, and the sine of the angle between their axes.
    pub(crate) fn between(source: &Frame, target: &Frame) -> (Self, f64) {
        let (x, y) = (target.x_axis(), target.y_axis());
        let column = |axis: glam::DVec3| DVec2::new(axis.dot(x), axis.dot(y));
        let (shift, rise) = target.to_sketch(source.origin());
        let placement = Self {
            matrix: DMat2::from_cols(column(source.x_axis()), column(source.y_axis())),
            shift,
            sense: 1.0_f64.copysign(source.normal().dot(target.normal())),
            rise,
        };
        (placement, source.normal().cross(target.normal()).length())
    }

    /// A point of the source in the target.
    pub(crate) fn point(&self, point: DVec2) -> DVec2 {
        self.matrix * point + self.shift
    }

    /// Whether left and right change places.
    pub(crate) fn is_reflection(&self) -> bool {
        self.sense < 0.0
    }

    /// A height of the source in the target.
    pub(crate) fn height(&self, height: f64) -> f64 {
        self.sense * height + self.rise
    }

    /// A segment of the source in the target.
    pub(crate) fn segment(&self, segment: &Segment) -> Segment {
        Segment {
            start: self.point(segment.start),
            end: self.point(segment.end),
            bend: segment.bend.map(|bend| Bend {
                center: self.point(bend.center),
                radius: bend.radius,
                sweep_rad: self.sense * bend.sweep_rad,
            }),
            source: segment.source,
        }
    }
}
