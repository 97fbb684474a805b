//! Where the runs come from.

use cadseq_evaluation::StageTime;

use super::html::{Html, element};
use super::{name, note};
use crate::labelled::Labelled;
use crate::number::{NOTHING, duration};

/// A card a run.
pub(super) fn runs(runs: &[Labelled<'_>]) -> Html {
    let cards = runs.iter().map(card).collect::<Html>();
    [
        note(
            "Every run has one colour, one dash and one marker throughout this page. The numbers \
             behind every table and plot lie beside this page in tables/, the plots in plots/.",
        ),
        element("div", &[("class", "cards")], cards),
    ]
    .into()
}

fn card(run: &Labelled<'_>) -> Html {
    let from = &run.run.provenance;
    let stages = from.stages.iter().map(stage).collect::<Html>();
    let commit = if from.commit.is_empty() {
        NOTHING
    } else {
        &from.commit
    };
    let code = |text: &str| element("code", &[], text);
    let facts = [
        ("Method", Html::text(&from.method)),
        ("Scale", Html::text(&from.scale)),
        ("Command", code(&from.command)),
        ("Seed", from.seed.to_string().into()),
        ("Commit", code(commit)),
        ("Hardware", Html::text(&from.hardware)),
        ("Population", Html::text(&from.population)),
        ("Programs", run.run.evaluation.programs.to_string().into()),
        ("Stages", element("ul", &[], stages)),
    ];
    let fact = |(term, value): (&str, Html)| {
        Html::from([element("dt", &[], term), element("dd", &[], value)])
    };
    let facts = element("dl", &[], facts.into_iter().map(fact).collect::<Html>());
    let title = element("h3", &[], from.title.as_str());
    let color = format!("border-top-color:{}", run.stroke.css_color());
    let attributes = [("class", "card run-card"), ("style", color.as_str())];
    element("article", &attributes, [name(run), title, facts])
}

fn stage(stage: &StageTime) -> Html {
    let result = stage.result.iter().map(|result| format!("; {result}"));
    let result: String = result.collect();
    let text = format!("{}: {}{result}", stage.name, duration(stage.seconds));
    element("li", &[], text)
}
