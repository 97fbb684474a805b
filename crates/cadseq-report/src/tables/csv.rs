//! Comma-separated values (RFC 4180).

/// A table of values, a file of the report.
#[derive(Debug, Clone)]
pub(crate) struct Csv {
    /// Name of its file, without extension.
    pub(crate) name: &'static str,
    header: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

impl Csv {
    /// A table of rows as long as its header.
    pub(super) fn new(
        name: &'static str,
        header: &'static [&'static str],
        rows: impl IntoIterator<Item = Vec<String>>,
    ) -> Self {
        let rows: Vec<Vec<String>> = rows.into_iter().collect();
        debug_assert!(
            rows.iter().all(|row| row.len() == header.len()),
            "{name}: rows are as long as the header"
        );
        Self { name, header, rows }
    }

    /// The file.
    pub(crate) fn text(&self) -> String {
        let header = self.header.join(",");
        let rows = self.rows.iter().map(|row| {
            let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
            cells.join(",")
        });
        std::iter::once(header)
            .chain(rows)
            .map(|line| line + "\n")
            .collect()
    }
}

/// A number in full; empty where there is none.
pub(super) fn number(value: Option<f64>) -> String {
    let finite = value.filter(|value| value.is_finite());
    finite.map_or_else(String::new, |value| value.to_string())
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_quotes_and_lines_stay_in_their_cell() {
        let rows = [
            vec!["a,b".to_owned(), "say \"no\"\nnow".to_owned()],
            vec!["c".to_owned(), number(Some(f64::NAN))],
        ];
        let table = Csv::new("t", &["x", "y"], rows);
        assert_eq!(table.text(), "x,y\n\"a,b\",\"say \"\"no\"\"\nnow\"\nc,\n");
    }
}
