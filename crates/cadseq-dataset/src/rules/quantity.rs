//! The names that rules may use.

use serde::{Deserialize, Serialize};

/// A measure of a drawn template, named in rule files in kebab case. Lengths are in model units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quantity {
    /// Sketch x of the circle's centre.
    CenterX,
    /// Sketch y of the circle's centre.
    CenterY,
    /// Distance of the circle's centre from the origin.
    CenterDistance,
    /// Radius of the circle.
    Radius,
    /// Sketch x of the first curve's end.
    X1,
    /// Sketch y of the first curve's end.
    Y1,
    /// Sketch x of the second curve's end.
    X2,
    /// Sketch y of the second curve's end.
    Y2,
    /// Distance of the first curve's end from the origin.
    Distance1,
    /// Distance of the second curve's end from the origin.
    Distance2,
    /// Distance between the ends of the arc whose sweep is set; known to sweep rules only.
    Chord,
    /// Distance between the ends of the loop's shortest curve.
    ShortestChord,
    /// Area that the sketch encloses, in square units, above 0 where it runs counter-clockwise.
    SignedArea,
    /// Area that the sketch encloses, in square units.
    Area,
    /// The circle's diameter, or the smallest height of the triangle of the loop's vertices.
    Thickness,
    /// Largest magnitude of a coordinate anywhere on the sketch's curves.
    Extent,
    /// Depth of the extrusion with its sign.
    Depth,
    /// Depth of the extrusion without its sign.
    Height,
}
