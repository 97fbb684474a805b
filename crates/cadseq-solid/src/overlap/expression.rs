//! Boolean expressions of parts.

use crate::SetOperation;

/// A part by its number, or a Boolean of two expressions.
#[derive(Debug)]
pub(super) enum Expression {
    Part(usize),
    Boolean(SetOperation, Box<[Expression; 2]>),
}

impl Expression {
    pub(super) fn boolean(operation: SetOperation, body: Self, tool: Self) -> Self {
        Self::Boolean(operation, Box::new([body, tool]))
    }

    /// Whether a point lies in the expression, given for each part whether it lies in that.
    pub(super) fn holds(&self, is_in: &impl Fn(usize) -> bool) -> bool {
        match self {
            Self::Part(part) => is_in(*part),
            Self::Boolean(operation, operands) => {
                let [body, tool] = &**operands;
                match operation {
                    SetOperation::Join => body.holds(is_in) || tool.holds(is_in),
                    SetOperation::Cut => body.holds(is_in) && !tool.holds(is_in),
                    SetOperation::Intersect => body.holds(is_in) && tool.holds(is_in),
                }
            }
        }
    }

    /// An interval of a coordinate outside of which the expression is empty, given one of each
    /// part; its lower end lies above its upper end where it is empty everywhere.
    pub(super) fn range(&self, of_part: &impl Fn(usize) -> [f64; 2]) -> [f64; 2] {
        match self {
            Self::Part(part) => of_part(*part),
            Self::Boolean(operation, operands) => {
                let [a, b] = operands.each_ref().map(|one| one.range(of_part));
                match operation {
                    SetOperation::Join => [a[0].min(b[0]), a[1].max(b[1])],
                    SetOperation::Cut => a,
                    SetOperation::Intersect => [a[0].max(b[0]), a[1].min(b[1])],
                }
            }
        }
    }
}
