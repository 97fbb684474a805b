//! Why a program is no solid.

use glam::DVec2;
use thiserror::Error;

/// The first fault that keeps a program from being a solid. Curves are numbered from 0 in the order
/// of the sketch; points are sketch coordinates in model units.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum BuildError {
    /// The sketch has no curve.
    #[error("the sketch has no curve; draw a circle or a closed loop")]
    NoCurve,
    /// A number that is not finite, or a magnitude beyond the program's limits.
    #[error("curve {curve} has a coordinate, radius or sweep that is not a usable number")]
    NotFinite {
        /// The curve.
        curve: usize,
    },
    /// The start of a curve is not the end of the one before.
    #[error(
        "the loop is open: curve {previous} ends at ({:.6}, {:.6}) but curve {next} starts at \
         ({:.6}, {:.6}); each curve must start where the one before ends, and the last must end \
         where the first starts", end.x, end.y, start.x, start.y
    )]
    OpenLoop {
        /// The curve before the gap.
        previous: usize,
        /// The curve after the gap.
        next: usize,
        /// End of the curve before the gap.
        end: DVec2,
        /// Start of the curve after the gap.
        start: DVec2,
    },
    /// Two curves meet elsewhere than at the end that they share.
    #[error(
        "curves {first} and {second} cross, touch or overlap at ({:.6}, {:.6}); the outline must \
         not meet itself", point.x, point.y
    )]
    Contact {
        /// The curve with the lower number.
        first: usize,
        /// The curve with the higher number.
        second: usize,
        /// Where they meet.
        point: DVec2,
    },
    /// A curve that starts where it ends, or a circle without a radius.
    #[error("curve {curve} has no length; its ends coincide or its radius is zero")]
    ZeroLength {
        /// The curve.
        curve: usize,
    },
    /// The outline encloses nothing.
    #[error("the outline encloses no area (area {area:e} square units)")]
    ZeroArea {
        /// The area that was found, in square model units.
        area: f64,
    },
    /// The extrusion has no depth.
    #[error(
        "the extrusion's depth of {depth:e} units is none; give it a positive or negative length"
    )]
    ZeroDepth {
        /// The depth that was given, in model units.
        depth: f64,
    },
    /// The depth is no finite number.
    #[error("the extrusion's depth {depth} is not a finite number")]
    DepthNotFinite {
        /// The depth that was given.
        depth: f64,
    },
    /// The sketch holds more than one loop.
    #[error(
        "curve {curve} starts a second loop; sketches of several loops are not supported in this \
         version"
    )]
    SeveralLoops {
        /// The first curve that does not belong to the first loop.
        curve: usize,
    },
    /// The program holds more than one sketch or extrude.
    #[error(
        "the program has {sketches} sketches and {extrudes} extrudes; more than one sketch or \
         extrude is not supported in this version"
    )]
    SeveralFeatures {
        /// How many sketches it has.
        sketches: usize,
        /// How many extrudes it has.
        extrudes: usize,
    },
    /// A plane, profiles or an extent that a prism does not have.
    #[error("{what} is not supported in this version")]
    NoPrism {
        /// What the program has.
        what: &'static str,
    },
    /// The extrude names a profile that the sketch does not have.
    #[error("profile {profile} does not exist; the sketch has {count}, counted from 0")]
    ProfileOutOfRange {
        /// The profile that was asked for.
        profile: usize,
        /// How many there are.
        count: usize,
    },
}
