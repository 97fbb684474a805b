//! Why parts of Text2CAD are no program.

use thiserror::Error;

/// Why parts of Text2CAD are no program. Names that the file gives are shortened for display.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum Text2CadFault {
    /// Nothing makes a solid.
    #[error("there is no part, so there is no solid")]
    NoPart,
    /// A curve that is neither line nor arc nor circle.
    #[error("{curve} is no curve of the language, which has line, arc and circle")]
    Curve {
        /// Its name in the file.
        curve: String,
    },
    /// An arc whose points lie on no circle, nor in their order on a line.
    #[error("no arc runs from the start point through the mid point to the end point")]
    NoArc,
}
