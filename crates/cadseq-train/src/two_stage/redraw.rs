//! Programs with redrawn parameters, so that stage 1 meets every level in every slot.

use cadseq_program::{FeatureMatrix, OperationKind, RowKind, Variable};
use rand::Rng;

/// The matrix with every used parameter drawn anew, each value as likely; types stay, and so does
/// the point at which a loop closes. What comes out need not be a solid: an autoencoder of
/// programs has to carry any values.
pub fn redrawn(matrix: &FeatureMatrix, random: &mut impl Rng) -> FeatureMatrix {
    let mut redrawn = matrix.clone();
    for row in 0..matrix.program_rows() {
        let closes = closes_loop(matrix, row);
        for variable in matrix.used(row) {
            if !(closes && matches!(variable, Variable::X | Variable::Y)) {
                let value = random.random_range(0..variable.cardinality());
                redrawn.set(row, variable, value as i16);
            }
        }
    }
    redrawn
}

/// Whether a row is the last line or arc before an extrude.
fn closes_loop(matrix: &FeatureMatrix, row: usize) -> bool {
    use OperationKind::{AddArc, AddExtrude, AddLine};
    matches!(matrix.kind(row), Some(RowKind::Operation(AddLine | AddArc)))
        && matrix.kind(row + 1) == Some(RowKind::Operation(AddExtrude))
}

#[cfg(test)]
mod tests {
    use cadseq_program::{MatrixConfig, encode};
    use rand::SeedableRng;
    use rand_chacha::ChaCha8Rng;

    use super::*;

    #[test]
    fn types_and_the_closing_point_stay() {
        let text = "add_sketch(XZ)\nadd_line(0, 0, 5, 0)\nadd_arc(5, 0, 2.5, 0, 90)\n\
                    add_line(2.5, 2.5, 0, 0)\nadd_extrude(0, -5, new)";
        let program = text.parse().expect("a program");
        let matrix = encode(&program, &MatrixConfig::paper()).expect("fits");
        let mut random = ChaCha8Rng::seed_from_u64(1);
        let mut seen = [false; 256];
        for _ in 0..5000 {
            let other = redrawn(&matrix, &mut random);
            assert_eq!(other.masked(), other);
            for row in 0..matrix.rows() {
                assert_eq!(other.kind(row), matrix.kind(row));
            }
            let closing = |m: &FeatureMatrix| (m.get(4, Variable::X), m.get(4, Variable::Y));
            assert_eq!(closing(&other), closing(&matrix));
            let sweep = other.get(3, Variable::Sweep).expect("an arc");
            seen[sweep as usize] = true;
        }
        assert_eq!(seen, [true; 256]);
    }
}
