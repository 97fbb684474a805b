//! The page: one file that loads nothing from anywhere.

mod areas;
mod confusion;
mod figures;
mod header;
mod html;
mod metrics;
mod programs;
mod solids;
mod table;

pub(crate) use html::escaped;

use crate::examples::Examples;
use crate::folder::GENERATOR;
use crate::labelled::Labelled;
use crate::plots::{Plots, swatch};
use html::{Html, element, void};

const STYLE: &str = include_str!("style.css");
/// Nothing may be loaded, whatever gets into the page.
const POLICY: &str = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; \
                      base-uri 'none'; form-action 'none'";

/// A part of the page with its anchor.
struct Section {
    anchor: &'static str,
    title: &'static str,
    body: Html,
}

/// The whole page.
pub(crate) fn page(runs: &[Labelled<'_>], plots: &Plots, examples: &[Examples<'_>]) -> String {
    let sections = sections(runs, plots, examples);
    let title = title(runs);
    let head: Html = [
        void("meta", &[("charset", "utf-8")]),
        void(
            "meta",
            &[
                ("name", "viewport"),
                ("content", "width=device-width, initial-scale=1"),
            ],
        ),
        void("meta", &[("name", "generator"), ("content", GENERATOR)]),
        void(
            "meta",
            &[
                ("http-equiv", "Content-Security-Policy"),
                ("content", POLICY),
            ],
        ),
        void("link", &[("rel", "icon"), ("href", "data:,")]),
        element("title", &[], title.as_str()),
        element("style", &[], Html::finished(STYLE)),
    ]
    .into();
    let header = element(
        "header",
        &[],
        [element("h1", &[], title.as_str()), contents(&sections)],
    );
    let main = element(
        "main",
        &[],
        sections.into_iter().map(section).collect::<Html>(),
    );
    let body = element("body", &[], [header, main]);
    let html = element(
        "html",
        &[("lang", "en")],
        [element("head", &[], head), body],
    );
    format!("<!DOCTYPE html>\n{}\n", html.into_text())
}

fn title(runs: &[Labelled<'_>]) -> String {
    match runs {
        [only] => format!("Report: {}", only.run.provenance.title),
        several => format!("Report of {} runs", several.len()),
    }
}

fn sections(runs: &[Labelled<'_>], plots: &Plots, examples: &[Examples<'_>]) -> Vec<Section> {
    let section = |anchor, title, body| Section {
        anchor,
        title,
        body,
    };
    vec![
        section("runs", "Runs", header::runs(runs)),
        section("metrics", "All metrics (Table 6)", metrics::metrics(runs)),
        section(
            "rows",
            "Metrics against the first n rows (Figure 5)",
            figures::by_rows(runs, plots),
        ),
        section(
            "tolerance",
            "ACP and AP1 against the tolerance (Figure 6)",
            figures::by_tolerance(plots),
        ),
        section(
            "parameters",
            "AP1 by parameter (Figure 7)",
            figures::by_parameter(runs, plots),
        ),
        section(
            "solids",
            "Solids and pictures (Figure 8)",
            solids::solids(runs, plots),
        ),
        section(
            "examples",
            "Examples by grade (Figure 9)",
            programs::by_grade(runs, examples),
        ),
        section(
            "confusion",
            "Confusion of shape classes",
            confusion::confusion(runs),
        ),
        section("worst", "The worst ten", programs::worst(runs, examples)),
    ]
}

fn contents(sections: &[Section]) -> Html {
    let item = |section: &Section| {
        let address = format!("#{}", section.anchor);
        element(
            "li",
            &[],
            [element("a", &[("href", &address)], section.title)],
        )
    };
    let list = element("ol", &[], sections.iter().map(item).collect::<Html>());
    element("nav", &[("aria-label", "Contents")], list)
}

fn section(section: Section) -> Html {
    let heading = format!("{}-heading", section.anchor);
    let attributes = [
        ("id", section.anchor),
        ("aria-labelledby", heading.as_str()),
    ];
    let title = element("h2", &[("id", &heading)], section.title);
    element("section", &attributes, [title, section.body])
}

/// A run's swatch and name.
fn name(run: &Labelled<'_>) -> Html {
    let swatch = element(
        "span",
        &[("class", "swatch")],
        Html::finished(swatch(&run.stroke)),
    );
    element("span", &[("class", "run")], [swatch, Html::text(&run.name)])
}

/// A paragraph of explanation.
fn note(text: &str) -> Html {
    element("p", &[("class", "note")], text)
}

/// What is wider than the page scrolls in a box of its own, by keyboard too.
fn scrolling(label: &str, inner: Html) -> Html {
    let attributes = [
        ("class", "scroll"),
        ("tabindex", "0"),
        ("role", "region"),
        ("aria-label", label),
    ];
    element("div", &attributes, inner)
}
