//! Programs as a reader of the page wants them.

use cadseq_program::{OperationKind, Program};

/// Decimals of shown parameters.
const DECIMALS: usize = 3;

/// The program's text, its numbers to three decimals.
pub(crate) fn shortened(program: &Program) -> String {
    let text = program.to_string();
    let mut short = String::with_capacity(text.len());
    let mut number = String::new();
    for letter in text.trim_end().chars() {
        if letter.is_ascii_digit() || letter == '.' || letter == '-' {
            number.push(letter);
        } else {
            short.push_str(&rounded(&number));
            number.clear();
            short.push(letter);
        }
    }
    short + &rounded(&number)
}

fn rounded(number: &str) -> String {
    match (number.contains('.'), number.parse::<f64>()) {
        (true, Ok(value)) => {
            let fixed = format!("{value:.DECIMALS$}");
            let short = fixed.trim_end_matches('0').trim_end_matches('.');
            if short == "-0" { "0" } else { short }.to_owned()
        }
        _ => number.to_owned(),
    }
}

/// The sequence of curves: a letter each, as in `LAA`.
pub(crate) fn curve_letters(program: &Program) -> String {
    let letter = |kind| match kind {
        OperationKind::AddLine => Some('L'),
        OperationKind::AddArc => Some('A'),
        OperationKind::AddCircle => Some('C'),
        OperationKind::AddSketch | OperationKind::AddExtrude => None,
    };
    program.kinds().filter_map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shortened_and_words_are_not() {
        let text = "add_sketch(XZ)\nadd_line(0, 0, 3.1415926, -0.00001)\n\
                    add_line(3.1415926, -0.00001, 1.5, 2)\nadd_arc(1.5, 2, 1, 1, 120.00004)\n\
                    add_extrude(0, -2.5, new)";
        let program: Program = text.parse().expect("a program");
        assert_eq!(
            shortened(&program),
            "add_sketch(XZ)\nadd_line(0, 0, 3.142, 0)\nadd_line(3.142, 0, 1.5, 2)\n\
             add_arc(1.5, 2, 1, 1, 120)\nadd_extrude(0, -2.5, new)"
        );
        assert_eq!(curve_letters(&program), "LLA");
    }
}
