//! A run with what it is called and how it looks throughout the report.

use crate::run::Run;
use crate::stroke::Stroke;

/// Most characters of a name in a plot or a table's head.
const MAX_LETTERS: usize = 24;

/// A run with its name, its file name and its look.
#[derive(Debug, Clone)]
pub(crate) struct Labelled<'r> {
    pub(crate) run: &'r Run,
    /// Its short name, cut where it is long.
    pub(crate) name: String,
    /// A name of its own for files and anchors: letters, digits and hyphens.
    pub(crate) slug: String,
    pub(crate) stroke: Stroke,
}

/// The runs in order, each with a look of its own.
pub(crate) fn labelled(runs: &[Run]) -> Vec<Labelled<'_>> {
    let label = |(index, run): (usize, _)| Labelled {
        run,
        name: short(&run.provenance.name, MAX_LETTERS),
        slug: format!("{}-{}", index + 1, slug(&run.provenance.name)),
        stroke: Stroke::of_run(index),
    };
    runs.iter().enumerate().map(label).collect()
}

/// At most `limit` characters of `text`, with an ellipsis where some are left out.
pub(crate) fn short(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let kept: String = text.chars().take(limit - 1).collect();
    format!("{}…", kept.trim_end())
}

fn slug(name: &str) -> String {
    let letter = |letter: char| {
        let lower = letter.to_ascii_lowercase();
        if lower.is_ascii_alphanumeric() {
            lower
        } else {
            '-'
        }
    };
    name.chars().take(40).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_safe_file_names() {
        assert_eq!(slug("../CPU case:3"), "---cpu-case-3");
        assert_eq!(slug(&"ä".repeat(90)), "-".repeat(40));
    }

    #[test]
    fn long_names_are_cut_between_characters() {
        assert_eq!(short("täglich", 7), "täglich");
        assert_eq!(short("täglich", 3), "tä…");
    }
}
