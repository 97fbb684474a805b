//! True against predicted sequences of curves, as a heat map.

use cadseq_evaluation::Confusion;

use super::html::{Html, element};
use super::table::{cell, row, row_heading, table};
use super::{name, note};
use crate::labelled::Labelled;

/// From which share on a cell is dark enough for white text.
const DARK: f64 = 0.55;

/// A table a run.
pub(super) fn confusion(runs: &[Labelled<'_>]) -> Html {
    let one = |run: &Labelled<'_>| {
        let table = heat_map(&run.run.evaluation.confusion);
        element(
            "article",
            &[("class", "card")],
            [element("h3", &[], name(run)), table],
        )
    };
    [
        note(
            "Rows: the true sequence of curves (L line, A arc, C circle). Columns: the predicted one; \
             other is any other sequence, none no program. Numbers count programs, the shade is the \
             share of the row.",
        ),
        element("div", &[("class", "cards wide")], runs.iter().map(one).collect::<Html>()),
    ]
    .into()
}

fn heat_map(confusion: &Confusion) -> Html {
    let answers = confusion.answers.iter().map(String::as_str);
    let headings: Vec<&str> = ["true"].into_iter().chain(answers).chain(["sum"]).collect();
    let rows = confusion
        .classes
        .iter()
        .zip(&confusion.counts)
        .map(|(class, counts)| {
            let sum: usize = counts.iter().sum();
            let cells = counts.iter().map(|&count| heat(count, sum));
            let ends = (row_heading(class.as_str(), 1), cell(sum.to_string()));
            row([ends.0].into_iter().chain(cells).chain([ends.1]))
        });
    table("True against predicted", &headings, rows)
}

fn heat(count: usize, sum: usize) -> Html {
    if count == 0 {
        return element("td", &[("class", "zero")], "0");
    }
    let share = count as f64 / sum as f64;
    let class = if share >= DARK { "heat dark" } else { "heat" };
    let shade = format!("background-color:rgba(0,90,160,{:.3})", 0.12 + 0.88 * share);
    let title = format!("{:.1} %", share * 100.0);
    let attributes = [
        ("class", class),
        ("style", shade.as_str()),
        ("title", title.as_str()),
    ];
    element("td", &attributes, count.to_string())
}
