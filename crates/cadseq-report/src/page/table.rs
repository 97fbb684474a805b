//! Tables of cells.

use cadseq_metrics::Measure;

use super::html::{Html, element};
use super::{name, scrolling};
use crate::labelled::Labelled;
use crate::number::fixed;

/// A table that scrolls in its own box, with a caption, one row of headings and the rows' cells.
pub(super) fn table(
    caption: &str,
    headings: &[&str],
    rows: impl IntoIterator<Item = Html>,
) -> Html {
    let heading = |text: &&str| element("th", &[("scope", "col")], *text);
    let head = element("tr", &[], headings.iter().map(heading).collect::<Html>());
    let body = element("tbody", &[], rows.into_iter().collect::<Html>());
    let parts = [
        element("caption", &[], caption),
        element("thead", &[], head),
        body,
    ];
    scrolling(caption, element("table", &[], parts))
}

/// A row of cells.
pub(super) fn row(cells: impl IntoIterator<Item = Html>) -> Html {
    element("tr", &[], cells.into_iter().collect::<Html>())
}

/// A cell that names its row, over so many rows.
pub(super) fn row_heading(inner: impl Into<Html>, rows: usize) -> Html {
    let rows = rows.to_string();
    element("th", &[("scope", "row"), ("rowspan", &rows)], inner)
}

/// A cell of text.
pub(super) fn cell(inner: impl Into<Html>) -> Html {
    element("td", &[], inner)
}

/// Three rows a run, with the cells of each: raw, up to equivalence, class guesser.
pub(super) fn three_ways(
    caption: &str,
    names: &[&str],
    runs: &[Labelled<'_>],
    cells: impl Fn(&Labelled<'_>) -> [Vec<Html>; 3],
) -> Html {
    let headings = [&["Run", "Against"], names].concat();
    let rows = runs.iter().flat_map(|run| {
        let ways = ["raw", "up to equivalence", "class guesser"]
            .into_iter()
            .zip(cells(run));
        let rows = ways.enumerate().map(|(index, (against, cells))| {
            let heading = (index == 0).then(|| row_heading(name(run), 3));
            let against = element("td", &[("class", "word")], against);
            row(heading.into_iter().chain([against]).chain(cells))
        });
        rows.collect::<Vec<Html>>()
    });
    table(caption, &headings, rows)
}

/// A value with its standard error, and below how many of how many were valid.
pub(super) fn measure_cell(measure: Option<&Measure>, decimals: usize) -> Html {
    let Some(measure) = measure else {
        return cell(fixed(f64::NAN, 0));
    };
    let value = element(
        "span",
        &[("class", "value")],
        fixed(measure.value, decimals),
    );
    let error = element(
        "span",
        &[("class", "error")],
        format!(" ± {}", fixed(measure.spread, decimals)),
    );
    let population = format!("{}/{}", measure.valid, measure.total);
    cell([
        value,
        error,
        element("span", &[("class", "population")], population),
    ])
}
