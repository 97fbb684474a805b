//! Why a timeline is no program.

use cadseq_program::{MAX_CENTER, MAX_COORDINATE};
use thiserror::Error;

/// Why a timeline is no program. Names that the file gives are shortened for display.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum TimelineFault {
    /// A step whose entity an earlier one has.
    #[error("the entity {entity} is there twice; a timeline runs through each once")]
    Repeated {
        /// Its identifier.
        entity: String,
    },
    /// A step whose entity is not there.
    #[error("there is no entity {entity}")]
    NoEntity {
        /// Its identifier.
        entity: String,
    },
    /// Nothing makes a solid.
    #[error("nothing is extruded, so there is no solid")]
    NoExtrude,
    /// A feature that is neither sketch nor extrude.
    #[error("{feature} is no feature of the language, which has Sketch and ExtrudeFeature")]
    Feature {
        /// Its type.
        feature: String,
    },
    /// A curve that is neither line nor arc nor circle.
    #[error("{curve} is no curve of the language, which has Line3D, Arc3D and Circle3D")]
    Curve {
        /// Its type.
        curve: String,
    },
    /// A Boolean operation that the language lacks.
    #[error(
        "{operation} is no operation of the language, which has JoinFeatureOperation, \
         CutFeatureOperation, IntersectFeatureOperation, NewBodyFeatureOperation and \
         NewComponentFeatureOperation"
    )]
    Operation {
        /// Its name.
        operation: String,
    },
    /// An extent that the language lacks.
    #[error(
        "{extent} is no extent of the language, which goes by distances from the sketch's plane: \
         to one side, to two, or symmetric"
    )]
    Extent {
        /// Its type.
        extent: String,
    },
    /// A two-sided extrude that says one distance.
    #[error("a two-sided extrude needs extent_two")]
    NoSecondExtent,
    /// Walls that are not straight.
    #[error("the walls taper by {angle_rad:?} radians; the language has straight ones")]
    Taper {
        /// The angle, in radians.
        angle_rad: f64,
    },
    /// An extrude of a sketch that does not come before.
    #[error("there is no sketch {sketch} before the extrude")]
    NoSketch {
        /// Its identifier.
        sketch: String,
    },
    /// An extrude of profiles of several sketches.
    #[error("the extrude takes profiles of several sketches; the language has one a sketch")]
    SeveralSketches,
    /// More curves than are read.
    #[error(
        "too many curves; the profiles of all extrudes may have {}",
        super::MAX_PROFILE_CURVES
    )]
    TooMany,
    /// An extrude of a profile that is not there.
    #[error("the sketch {sketch} has no profile {profile}")]
    NoProfile {
        /// The profile's identifier.
        profile: String,
        /// The sketch's.
        sketch: String,
    },
    /// A sketch that does not say on what it was drawn.
    #[error("the sketch says no reference plane, so it is not known on what it was drawn")]
    NoReferencePlane,
    /// Axes that are no frame in the right order.
    #[error("the axes are not right-handed: z is not x cross y")]
    LeftHanded,
    /// A point that leaves the sketch's plane.
    #[error("the point lies {height:?} above the sketch's plane; sketches are flat")]
    NotFlat {
        /// How far.
        height: f64,
    },
    /// A coordinate or radius beyond all limits.
    #[error(
        "{size:?} is out of range; coordinates are at most {MAX_COORDINATE} in size, those of an arc's centre {MAX_CENTER}"
    )]
    TooLarge {
        /// Its size.
        size: f64,
    },
    /// A radius that is not above 0.
    #[error("the radius {radius:?} must be above 0")]
    Radius {
        /// The radius.
        radius: f64,
    },
    /// An arc that does not turn, or more than once.
    #[error(
        "the arc runs from {start_rad:?} to {end_rad:?} radians; it must turn by more than 0 and at \
         most by 2 pi"
    )]
    Sweep {
        /// Where it starts.
        start_rad: f64,
        /// Where it ends.
        end_rad: f64,
    },
    /// An arc whose points do not lie where its angles say.
    #[error(
        "the arc's start and end points lie {distance:?} from where centre, radius, reference \
         vector and angles put them"
    )]
    ArcEnds {
        /// The greater of the two distances.
        distance: f64,
    },
}
