//! Figures 5 to 7.

use super::areas::areas;
use super::html::{Html, element};
use super::{name, note, scrolling};
use crate::labelled::Labelled;
use crate::plots::{Plot, Plots};

/// Figure 5.
pub(super) fn by_rows(runs: &[Labelled<'_>], plots: &Plots) -> Html {
    let captioned = |(run, plot)| figure([element("figcaption", &[], name(run)), drawing(plot)]);
    [
        note(
            "Each metric over the first n rows of the programs (SOP is the first), raw, within 3 \
             levels. Here colours stand for the paper's hierarchy: whole sequences (ACP, ASOT, \
             EDSOT), positions (AOT, AP1, AP2) and sets (MSOT). EDSOT is drawn negated, so that up \
             is better everywhere.",
        ),
        side_by_side(runs.iter().zip(&plots.by_rows).map(captioned)),
    ]
    .into()
}

/// Figure 6.
pub(super) fn by_tolerance(plots: &Plots) -> Html {
    [
        note(
            "Whole programs. A tolerance of η counts a parameter as right that is off by at most η of \
             256 levels; sketch planes must be equal. At 255 levels ACP is the share of programs \
             whose sequence and plane are right. Random: uniform guesses of all parameters but the \
             plane (equation 8); with plane: the plane guessed among three (equation 9).",
        ),
        grid(&plots.by_tolerance),
    ]
    .into()
}

/// Figure 7.
pub(super) fn by_parameter(runs: &[Labelled<'_>], plots: &Plots) -> Html {
    [
        note(
            "A row an operation, a column a run: share of all uses of a parameter that are right, \
             raw, where the operation stands at its place; AUC is the area below, over 255. The table \
             has the areas three ways, with how many of how many uses had the operation predicted \
             at its place.",
        ),
        parameters(runs.len(), &plots.by_parameter),
        areas(runs),
    ]
    .into()
}

/// A column a run; the plots of a single run fill the page's width.
fn parameters(runs: usize, plots: &[Plot]) -> Html {
    if runs <= 1 {
        return grid(plots);
    }
    let figures = plots.iter().map(|plot| figure([drawing(plot)]));
    let columns = format!("grid-template-columns:repeat({runs},minmax(300px,480px))");
    let attributes = [("class", "matrix"), ("style", columns.as_str())];
    let matrix = element("div", &attributes, figures.collect::<Html>());
    scrolling("AP1 by parameter", matrix)
}

/// Plots side by side, as many as fit.
pub(super) fn grid(plots: &[Plot]) -> Html {
    side_by_side(plots.iter().map(|plot| figure([drawing(plot)])))
}

fn side_by_side(figures: impl ExactSizeIterator<Item = Html>) -> Html {
    // Three fit a wide page; one more than that would stand alone below.
    let class = if figures.len() % 3 == 1 {
        "grid pairs"
    } else {
        "grid"
    };
    element("div", &[("class", class)], figures.collect::<Html>())
}

/// A figure on white, in dark pages too.
fn figure<const N: usize>(inner: [Html; N]) -> Html {
    element("figure", &[("class", "plot")], inner)
}

fn drawing(plot: &Plot) -> Html {
    Html::finished(plot.inline())
}
