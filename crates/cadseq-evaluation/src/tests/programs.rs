//! What becomes of single programs: solids, grades, confusion.

use super::{
    CYLINDER, ROUNDED, ROUNDED_REVERSED, TRIANGLE, TRIANGLE_REVERSED, answered, evaluated,
    evaluation, missing,
};
use crate::{Confusion, Grade, Judged, Prediction};

fn judged(prediction: Prediction) -> Judged {
    let [one] = <[Judged; 1]>::try_from(evaluation(vec![prediction]).judged).expect("one");
    one
}

/// A triangle with a changed entry.
fn triangle_with(row: usize, column: usize, entry: i16) -> Prediction {
    let mut prediction = answered(0, TRIANGLE, TRIANGLE);
    prediction.matrix.as_mut().expect("answered")[row][column] = entry;
    prediction
}

#[test]
fn grades() {
    let check = |prediction, expected| assert_eq!(judged(prediction).grade, expected);
    check(answered(0, TRIANGLE, TRIANGLE), Grade::NearPerfect);
    // A depth of 100 levels instead of 32.
    check(triangle_with(5, 6, 228), Grade::Satisfactory);
    check(answered(0, TRIANGLE, CYLINDER), Grade::Inadequate);
    check(missing(0, TRIANGLE), Grade::Inadequate);
    // A depth of 0 has the right sequence and no solid.
    check(triangle_with(5, 6, 128), Grade::Inadequate);
    check(answered(0, TRIANGLE, TRIANGLE_REVERSED), Grade::NearPerfect);
    // A member of the class has this sequence, although the truth itself has another.
    check(answered(0, ROUNDED, ROUNDED_REVERSED), Grade::NearPerfect);
    check(answered(0, ROUNDED, TRIANGLE), Grade::Inadequate);
}

#[test]
fn exact_is_within_the_default_tolerance() {
    let within = judged(triangle_with(5, 6, 163));
    assert!(within.exact && within.iou < Some(0.95), "{within:?}");
    assert!(!judged(triangle_with(5, 6, 164)).exact);
    assert!(!judged(triangle_with(1, 1, 1)).exact);
    assert!(!judged(answered(0, TRIANGLE, TRIANGLE_REVERSED)).exact);
}

#[test]
fn a_raw_choice_of_levels_is_masked_before_it_is_decoded() {
    // A radius in a line's row, and operations after the end.
    let mut raw = triangle_with(2, 5, 77);
    raw.matrix.as_mut().expect("answered")[8] = [3, 0, 1, 2, 3, 4, 5];
    let judged = judged(raw);
    assert!(judged.exact && judged.prediction.is_some());
    assert_eq!(judged.grade, Grade::NearPerfect);
}

#[test]
fn what_does_not_parse_has_neither_solid_nor_picture() {
    let check = |prediction: Prediction, is_program: bool| {
        let judged = judged(prediction);
        assert_eq!((judged.iou, judged.mse), (None, None));
        assert_eq!(judged.prediction.is_some(), is_program);
    };
    // No program: a second sketch, an entry that is no level, no end.
    check(triangle_with(2, 0, 0), false);
    check(triangle_with(2, 2, 300), false);
    check(missing(0, TRIANGLE), false);
    // A program whose loop does not close.
    check(triangle_with(4, 2, 200), true);
}

#[test]
fn the_programs_text_goes_before_the_matrix() {
    let with_text = |text: &str| Prediction {
        program: Some(text.to_owned()),
        ..answered(0, TRIANGLE, CYLINDER)
    };
    let right = judged(with_text(TRIANGLE));
    assert_eq!((right.iou, right.mse), (Some(1.0), Some(0.0)));
    // Metrics, and with them the sequence, are of the matrix.
    assert!(!right.exact);
    assert_eq!(right.grade, Grade::Inadequate);
    let broken = judged(with_text("add_sketch(XY)"));
    assert_eq!((broken.iou, broken.prediction), (None, None));
    let without_matrix = Prediction {
        matrix: None,
        ..with_text(TRIANGLE)
    };
    assert_eq!(judged(without_matrix).grade, Grade::NearPerfect);
}

/// The count of an answer for a true class.
fn count(confusion: &Confusion, class: &str, answer: &str) -> usize {
    let place = |names: &[String], name| names.iter().position(|known| known == name);
    let row = place(&confusion.classes, class).expect("a class");
    confusion.counts[row][place(&confusion.answers, answer).expect("an answer")]
}

#[test]
fn confusion_of_sequences() {
    let shortened = triangle_with(4, 0, 4);
    let malformed = triangle_with(2, 0, 9);
    let by_text = |text: &str| Prediction {
        program: Some(text.to_owned()),
        ..missing(0, TRIANGLE)
    };
    let predictions = [
        answered(0, TRIANGLE, TRIANGLE),
        answered(0, TRIANGLE, ROUNDED),
        answered(0, ROUNDED, CYLINDER),
        missing(0, CYLINDER),
        shortened,
        malformed,
        by_text(ROUNDED),
        by_text("nonsense"),
    ];
    let numbered = predictions.into_iter().zip(0..);
    let numbered = numbered.map(|(prediction, index)| Prediction {
        index,
        ..prediction
    });
    let confusion = evaluation(numbered.collect()).confusion;
    let classes = ["C", "LLL", "AAA", "LAA", "ALA", "AAL", "LLA", "LAL", "ALL"];
    assert_eq!(confusion.classes, classes);
    assert_eq!(confusion.answers[9..], ["other", "none"]);
    for (class, answer, expected) in [
        ("LLL", "LLL", 1),
        ("LLL", "LLA", 2),
        ("LLL", "other", 3),
        ("LLA", "C", 1),
        ("C", "none", 1),
    ] {
        assert_eq!(
            count(&confusion, class, answer),
            expected,
            "{class} {answer}"
        );
    }
    let all: usize = confusion.counts.iter().flatten().sum();
    assert_eq!(all, 8);
}

#[test]
fn truths_beyond_the_templates_have_a_class() {
    let square = "add_sketch(XY)\nadd_line(0,0,5,0)\nadd_line(5,0,5,5)\nadd_line(5,5,0,5)\n\
                  add_line(0,5,0,0)\nadd_extrude(0,2,new)";
    let confusion = evaluation(vec![answered(0, square, TRIANGLE)]).confusion;
    assert_eq!((confusion.classes.len(), confusion.counts.len()), (10, 10));
    assert_eq!(count(&confusion, "other", "LLL"), 1);
}

/// Why a prediction cannot be judged.
fn refused(prediction: Prediction) -> String {
    let error = evaluated(&[prediction]).err();
    error.expect("cannot be judged").to_string()
}

#[test]
fn truths_that_cannot_be_judged_are_named() {
    let check = |truth: &str, expected: &str| {
        let prediction = Prediction {
            index: 41,
            truth: truth.to_owned(),
            ..missing(0, CYLINDER)
        };
        let error = refused(prediction);
        assert!(
            error.starts_with(&format!("program 41: {expected}")),
            "{error}"
        );
    };
    check("add_sketch(XY", "the truth does not read");
    let open = TRIANGLE.replace("add_line(0, 5, 0, 0)", "add_line(0, 5, 1, 1)");
    check(&open, "the truth does not build");
    let mut short = answered(41, CYLINDER, CYLINDER);
    short.matrix.as_mut().expect("answered").pop();
    let error = refused(short);
    assert!(
        error.starts_with("program 41: the matrix: 63 entries"),
        "{error}"
    );
}
