//! Rows as text: comma-separated or spaced values, and JSON.

use super::fault::VectorFault;
use super::{COLUMNS, NAMES, Row};

/// Longest token that an error repeats, in characters.
const MAX_SHOWN: usize = 40;

/// The row of a line of values between commas, semicolons or blanks; `None` where it is empty, a
/// comment after `#`, or the columns' names.
pub(crate) fn read_line(line: &str) -> Result<Option<Row>, VectorFault> {
    let line = line.split('#').next().unwrap_or_default();
    let is_between = |character: char| character.is_whitespace() || ",;".contains(character);
    let tokens: Vec<&str> = line
        .split(is_between)
        .filter(|token| !token.is_empty())
        .take(COLUMNS + 1)
        .collect();
    if tokens.is_empty() || tokens == NAMES {
        return Ok(None);
    }
    let numbers = tokens.iter().map(|token| {
        let number = token.parse().ok().and_then(whole);
        number.ok_or_else(|| VectorFault::Number {
            token: token.escape_debug().take(MAX_SHOWN).collect(),
        })
    });
    row(&numbers.collect::<Result<Vec<_>, _>>()?).map(Some)
}

/// The numbers as a row.
fn row(numbers: &[i32]) -> Result<Row, VectorFault> {
    let found = numbers.len();
    numbers
        .try_into()
        .map_err(|_| VectorFault::Columns { found })
}

/// The number as an integer, where it is one.
pub(super) fn whole(number: f64) -> Option<i32> {
    let integer = number as i32;
    (f64::from(integer) == number).then_some(integer)
}

pub(super) fn write_csv(rows: &[Row]) -> String {
    let lines = rows
        .iter()
        .map(|row| row.map(|number| number.to_string()).join(","));
    let lines = std::iter::once(NAMES.join(",")).chain(lines);
    lines.map(|line| line + "\n").collect()
}

pub(super) fn write_json(rows: &[Row]) -> String {
    let lines: Vec<String> = rows.iter().map(|row| format!("{row:?}")).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_several_dialects_are_rows() {
        let mut row = [-1; COLUMNS];
        row[..2].copy_from_slice(&[4, 0]);
        let numbers = row.map(|number| number.to_string());
        for between in [",", ", ", " ", "\t", ";"] {
            assert_eq!(read_line(&numbers.join(between)), Ok(Some(row)));
        }
        let numbers = row.map(|number| format!("{number:.18e}"));
        assert_eq!(read_line(&(numbers.join(" ") + " # a loop")), Ok(Some(row)));
        for line in write_csv(&[row]).lines().zip([None, Some(row)]) {
            assert_eq!(read_line(line.0), Ok(line.1));
        }
        assert_eq!(read_line("  # nothing"), Ok(None));
    }

    #[test]
    fn other_lines_are_refused() {
        let number = |token: &str| VectorFault::Number {
            token: token.to_owned(),
        };
        assert_eq!(read_line("1,2.5"), Err(number("2.5")));
        assert_eq!(read_line("NaN"), Err(number("NaN")));
        assert_eq!(read_line("9999999999"), Err(number("9999999999")));
        assert_eq!(read_line("1,2"), Err(VectorFault::Columns { found: 2 }));
        let long = "1 ".repeat(1000);
        assert_eq!(read_line(&long), Err(VectorFault::Columns { found: 18 }));
    }
}
