//! What a latent, or a known program, is: a solid, a program without one, or nothing.

use cadseq_program::{FeatureMatrix, Program, decode};
use cadseq_solid::{Part, Solid};

/// What came out of a latent.
#[derive(Debug, Clone)]
pub enum Decoded {
    /// A program with its solid.
    Solid(Program, Solid),
    /// A program without a solid, and why.
    NoSolid(Program, String),
    /// No program, and why.
    NoProgram(String),
}

impl Decoded {
    /// The program of a network's raw matrix.
    pub fn of_matrix(matrix: &FeatureMatrix) -> Self {
        match decode(&matrix.masked()) {
            Ok(program) => Self::of_program(program),
            Err(error) => Self::NoProgram(error.to_string()),
        }
    }

    /// A program with its solid, if it has one.
    pub fn of_program(program: Program) -> Self {
        match Part::build(&program) {
            Ok(part) => Self::Solid(program, part.solid),
            Err(error) => Self::NoSolid(program, error.to_string()),
        }
    }

    /// The program, if it is one.
    pub fn program(&self) -> Option<&Program> {
        match self {
            Self::Solid(program, _) | Self::NoSolid(program, _) => Some(program),
            Self::NoProgram(_) => None,
        }
    }

    /// The solid, if it has one.
    pub fn solid(&self) -> Option<&Solid> {
        match self {
            Self::Solid(_, solid) => Some(solid),
            _ => None,
        }
    }

    /// Why it has no solid.
    pub fn fault(&self) -> Option<String> {
        match self {
            Self::Solid(..) => None,
            Self::NoSolid(_, reason) => Some(format!("no solid: {reason}")),
            Self::NoProgram(reason) => Some(format!("no program: {reason}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cadseq_program::{MatrixConfig, Variable, encode};

    fn matrix(text: &str) -> FeatureMatrix {
        let program = text.parse().expect("a program");
        encode(&program, &MatrixConfig::paper()).expect("fits the paper's matrix")
    }

    #[test]
    fn raw_matrices_are_solids_programs_or_neither() {
        let mut cylinder = matrix("add_sketch(XY)\nadd_circle(1.25, 2.5, 5)\nadd_extrude(0, 5)");
        cylinder.set(1, Variable::X, 17);
        let solid = Decoded::of_matrix(&cylinder);
        assert!(solid.solid().is_some() && solid.fault().is_none());

        let open = "add_sketch(XY)\nadd_line(0, 0, 5, 0)\nadd_line(5, 0, 5, 5)\nadd_extrude(0, 5)";
        let open = Decoded::of_matrix(&matrix(open));
        assert!(open.program().is_some() && open.solid().is_none());
        assert!(
            open.fault()
                .is_some_and(|fault| fault.starts_with("no solid: "))
        );

        cylinder.set(0, Variable::Type, 3);
        let none = Decoded::of_matrix(&cylinder);
        assert!(none.program().is_none());
        let fault = none.fault().expect("a reason");
        assert!(fault.starts_with("no program: the first row"), "{fault}");
    }
}
