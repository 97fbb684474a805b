//! The operations of the language (paper, Tables 1 and 2).

use crate::{Arc, Circle, Curve, Extrude, Line, SketchPlane};

/// One operation of a program.
#[derive(Debug, Clone, PartialEq)]
pub enum Operation {
    /// Starts a sketch on a plane.
    AddSketch(SketchPlane),
    /// Adds a segment to the latest sketch.
    AddLine(Line),
    /// Adds an arc to the latest sketch.
    AddArc(Arc),
    /// Adds a circle to the latest sketch.
    AddCircle(Circle),
    /// Extrudes profiles of the latest sketch.
    AddExtrude(Extrude),
}

/// The type of an operation, without its parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OperationKind {
    /// See [`Operation::AddSketch`].
    AddSketch,
    /// See [`Operation::AddLine`].
    AddLine,
    /// See [`Operation::AddArc`].
    AddArc,
    /// See [`Operation::AddCircle`].
    AddCircle,
    /// See [`Operation::AddExtrude`].
    AddExtrude,
}

/// What an operation is to the grammar: sketches, each of curves and then features.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It starts a sketch.
    Sketch,
    /// It draws in the latest sketch.
    Curve,
    /// It makes something of the latest sketch.
    Feature,
}

impl OperationKind {
    /// All kinds, in the order of their type index `t` in the feature matrix.
    pub const ALL: [Self; 5] = [
        Self::AddSketch,
        Self::AddLine,
        Self::AddArc,
        Self::AddCircle,
        Self::AddExtrude,
    ];

    /// What it is to the grammar.
    pub const fn role(self) -> Role {
        match self {
            Self::AddSketch => Role::Sketch,
            Self::AddLine | Self::AddArc | Self::AddCircle => Role::Curve,
            Self::AddExtrude => Role::Feature,
        }
    }

    /// The operation's name in the text form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AddSketch => "add_sketch",
            Self::AddLine => "add_line",
            Self::AddArc => "add_arc",
            Self::AddCircle => "add_circle",
            Self::AddExtrude => "add_extrude",
        }
    }
}

impl Operation {
    /// The operation's type.
    pub const fn kind(&self) -> OperationKind {
        match self {
            Self::AddSketch(_) => OperationKind::AddSketch,
            Self::AddLine(_) => OperationKind::AddLine,
            Self::AddArc(_) => OperationKind::AddArc,
            Self::AddCircle(_) => OperationKind::AddCircle,
            Self::AddExtrude(_) => OperationKind::AddExtrude,
        }
    }

    /// The curve that the operation draws, if it draws one.
    pub const fn curve(&self) -> Option<Curve> {
        match *self {
            Self::AddLine(line) => Some(Curve::Line(line)),
            Self::AddArc(arc) => Some(Curve::Arc(arc)),
            Self::AddCircle(circle) => Some(Curve::Circle(circle)),
            Self::AddSketch(_) | Self::AddExtrude(_) => None,
        }
    }
}

impl From<Curve> for Operation {
    fn from(curve: Curve) -> Self {
        match curve {
            Curve::Line(line) => Self::AddLine(line),
            Curve::Arc(arc) => Self::AddArc(arc),
            Curve::Circle(circle) => Self::AddCircle(circle),
        }
    }
}
