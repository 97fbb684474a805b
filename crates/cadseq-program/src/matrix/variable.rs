//! The ten variables of an operation and the seven types of a row (paper, Table 3).

use crate::OperationKind;

/// A column of the feature matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Variable {
    /// `t`: what the row is, see [`RowKind`].
    Type,
    /// `I`: sketch plane.
    Plane,
    /// `x` of an end point or a circle's centre.
    X,
    /// `y` of an end point or a circle's centre.
    Y,
    /// `alpha`: sweep of an arc over 180 degrees.
    Sweep,
    /// `r`: radius of a circle.
    Radius,
    /// `[I]`: profile of an extrude.
    Profile,
    /// `d`: signed depth of an extrude.
    Depth,
    /// `O`: Boolean operation of an extrude.
    Boolean,
    /// `s`: model units per normalized unit, written with each sketch and valid for its extrudes.
    Scale,
}

impl Variable {
    /// All variables, in the paper's order.
    pub const ALL: [Self; 10] = [
        Self::Type,
        Self::Plane,
        Self::X,
        Self::Y,
        Self::Sweep,
        Self::Radius,
        Self::Profile,
        Self::Depth,
        Self::Boolean,
        Self::Scale,
    ];

    /// The paper's symbol.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Type => "t",
            Self::Plane => "I",
            Self::X => "x",
            Self::Y => "y",
            Self::Sweep => "alpha",
            Self::Radius => "r",
            Self::Profile => "[I]",
            Self::Depth => "d",
            Self::Boolean => "O",
            Self::Scale => "s",
        }
    }

    /// Whether the values are names rather than sizes, so that only the very value is right.
    pub const fn is_discrete(self) -> bool {
        matches!(
            self,
            Self::Type | Self::Plane | Self::Profile | Self::Boolean
        )
    }

    /// How many values the variable has: entries are 0 up to, not including, this number.
    pub const fn cardinality(self) -> usize {
        match self {
            Self::Type => RowKind::COUNT,
            Self::Plane => 3,
            Self::Boolean => 4,
            _ => 256,
        }
    }
}

/// What a row of the matrix is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RowKind {
    /// An operation.
    Operation(OperationKind),
    /// SOP, the start of the program.
    Start,
    /// EOP, the end of the program.
    End,
}

impl RowKind {
    /// Number of kinds.
    pub const COUNT: usize = 7;

    /// Value of `t`: 0 `add_sketch`, 1 `add_line`, 2 `add_arc`, 3 `add_circle`, 4 `add_extrude`,
    /// 5 SOP, 6 EOP.
    pub const fn code(self) -> i16 {
        match self {
            Self::Operation(kind) => kind as i16,
            Self::Start => 5,
            Self::End => 6,
        }
    }

    /// The inverse of [`RowKind::code`].
    pub fn from_code(code: i16) -> Option<Self> {
        match code {
            5 => Some(Self::Start),
            6 => Some(Self::End),
            _ => {
                let kind = OperationKind::ALL.get(usize::try_from(code).ok()?)?;
                Some(Self::Operation(*kind))
            }
        }
    }

    /// The parameters that a row of this kind uses, were all variables there; the type itself is
    /// not one of them.
    pub const fn parameters(self) -> &'static [Variable] {
        use Variable::{Boolean, Depth, Plane, Profile, Radius, Scale, Sweep, X, Y};
        match self {
            Self::Start | Self::End => &[],
            Self::Operation(kind) => match kind {
                OperationKind::AddSketch => &[Plane, Scale],
                OperationKind::AddLine => &[X, Y],
                OperationKind::AddArc => &[X, Y, Sweep],
                OperationKind::AddCircle => &[X, Y, Radius],
                OperationKind::AddExtrude => &[Profile, Depth, Boolean],
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_the_papers() {
        let codes: Vec<_> = OperationKind::ALL
            .iter()
            .map(|&kind| RowKind::Operation(kind).code())
            .collect();
        assert_eq!(codes, [0, 1, 2, 3, 4]);
        for code in 0..7 {
            assert_eq!(RowKind::from_code(code).map(RowKind::code), Some(code));
        }
        assert_eq!(
            (RowKind::from_code(-1), RowKind::from_code(7)),
            (None, None)
        );
    }
}
