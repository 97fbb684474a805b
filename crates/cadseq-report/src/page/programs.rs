//! Single programs with their pictures: examples by grade (Figure 9), and the worst.

use cadseq_evaluation::{Grade, Judged};

use super::html::{Html, element, void};
use super::{name, note};
use crate::examples::{
    Example, Examples, PER_GRADE, PICTURE_PX, Shown, WORST, curve_letters, shortened,
};
use crate::labelled::Labelled;
use crate::number::fixed;
use crate::tables::grade_name;

/// Examples of each grade, a block a run.
pub(super) fn by_grade(runs: &[Labelled<'_>], examples: &[Examples<'_>]) -> Html {
    let intro = note(&format!(
        "Near-perfect: right sequence (up to equivalence) and IoU of at least 0.9; satisfactory: right sequence; \
         inadequate: another sequence, or no solid. Nobody picked these: the programs of a grade are \
         ranked by IoU, and the middles of {PER_GRADE} equal parts of the ranking are shown. From left to \
         right: the input (drawn again from the true program in the style paper), the prediction, \
         and the truth's edges over the prediction (hidden ones dashed). All three show the same \
         part of the picture. Programs are shown to three decimals."
    ));
    let grades = [Grade::NearPerfect, Grade::Satisfactory, Grade::Inadequate];
    let blocks = grades.into_iter().map(|grade| {
        let of_runs = runs.iter().zip(examples).map(|(run, examples)| {
            let found = examples.by_grade.iter().find(|(known, _)| *known == grade);
            found.map_or_else(Html::default, |(_, shown)| grade_block(run, grade, shown))
        });
        let title = element("h3", &[], capitalized(grade_name(grade)));
        Html::from([title, of_runs.collect::<Html>()])
    });
    [intro, blocks.collect::<Html>()].into()
}

/// The worst programs of each run.
pub(super) fn worst(runs: &[Labelled<'_>], examples: &[Examples<'_>]) -> Html {
    let intro = note(&format!(
        "The {WORST} programs of least IoU of each run, those without a solid first, equal ones in the \
         order of the data set. Pictures as above."
    ));
    let blocks = runs.iter().zip(examples).map(|(run, examples)| {
        let unparsed = run
            .run
            .evaluation
            .judged
            .iter()
            .filter(|one| one.iou.is_none())
            .count();
        block(run, &format!("{unparsed} without a solid"), &examples.worst)
    });
    [intro, blocks.collect::<Html>()].into()
}

fn grade_block(run: &Labelled<'_>, grade: Grade, shown: &Shown<'_>) -> Html {
    let all = run.run.evaluation.judged.len();
    let share = fixed(100.0 * shown.of as f64 / all as f64, 1);
    let summary = format!("{} of {all} {} ({share} %)", shown.of, grade_name(grade));
    block(run, &summary, &shown.examples)
}

/// Examples that can be folded away.
fn block(run: &Labelled<'_>, summary: &str, examples: &[Example<'_>]) -> Html {
    let count = element("span", &[("class", "count")], summary);
    let heading = element("summary", &[], [name(run), count]);
    let cards = examples.iter().map(card).collect::<Html>();
    let cards = element("div", &[("class", "examples")], cards);
    element("details", &[("open", "")], [heading, cards])
}

fn card(example: &Example<'_>) -> Html {
    let Example { judged, pictures } = example;
    let index = judged.index;
    let prediction = match &pictures.prediction {
        Ok(address) => picture(
            address,
            &format!("prediction for program {index}"),
            "prediction",
        ),
        Err(reason) => missing(reason, "prediction"),
    };
    let shown = |address: &Option<String>, alt: &str, caption| match address {
        Some(address) => picture(address, alt, caption),
        None => missing("the truth has no solid", caption),
    };
    let images = [
        shown(
            &pictures.input,
            &format!("picture of program {index}"),
            "input",
        ),
        prediction,
        shown(
            &pictures.overlay,
            &format!("true edges of program {index} over the prediction"),
            "truth over prediction",
        ),
    ];
    let predicted = judged
        .prediction
        .as_ref()
        .map_or("none".to_owned(), shortened);
    let texts = [
        text("predicted", &predicted),
        text("true", &shortened(&judged.truth)),
    ];
    let parts = [
        facts(judged),
        element("div", &[("class", "pictures")], images),
        element("div", &[("class", "texts")], texts),
    ];
    element("article", &[("class", "card example")], parts)
}

fn facts(judged: &Judged) -> Html {
    let truth = curve_letters(&judged.truth);
    let predicted = judged
        .prediction
        .as_ref()
        .map_or("none".to_owned(), curve_letters);
    let sequence = if truth == predicted {
        truth
    } else {
        format!("{truth} → {predicted}")
    };
    let number = |value: Option<f64>, decimals| fixed(value.unwrap_or(f64::NAN), decimals);
    let mut text = format!(
        "program {} · {sequence} · IoU {} · MSE {}",
        judged.index,
        number(judged.iou, 3),
        number(judged.mse, 5)
    );
    if judged.exact {
        text.push_str(" · all parameters within 3 levels");
    }
    element("p", &[("class", "facts")], text)
}

fn picture(address: &str, alt: &str, caption: &str) -> Html {
    let size = PICTURE_PX.to_string();
    let attributes = [
        ("src", address),
        ("alt", alt),
        ("width", &size),
        ("height", &size),
        ("loading", "lazy"),
    ];
    captioned(void("img", &attributes), caption)
}

fn missing(reason: &str, caption: &str) -> Html {
    captioned(element("div", &[("class", "missing")], reason), caption)
}

fn captioned(inner: Html, caption: &str) -> Html {
    element("figure", &[], [inner, element("figcaption", &[], caption)])
}

fn text(heading: &str, program: &str) -> Html {
    let heading = element("h4", &[], heading);
    element(
        "div",
        &[],
        [heading, element("pre", &[("tabindex", "0")], program)],
    )
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
