//! The areas below Figure 7's curves, three ways.

use cadseq_evaluation::{Evaluation, ParameterCurve};
use cadseq_metrics::{Measure, ToleranceCurve};

use super::html::{Html, element};
use super::table::{measure_cell, three_ways};
use crate::labelled::Labelled;
use crate::plots::symbol;

const CHOICES: [fn(&ParameterCurve) -> &ToleranceCurve; 3] = [
    |curve| &curve.curve,
    |curve| &curve.up_to_equivalence,
    |curve| &curve.class_guesser,
];

/// A column a parameter that any run has.
pub(super) fn areas(runs: &[Labelled<'_>]) -> Html {
    let mut parameters: Vec<(&str, &str)> = Vec::new();
    for curve in runs.iter().flat_map(|run| &run.run.evaluation.parameters) {
        let parameter = (curve.operation.as_str(), curve.parameter.as_str());
        if !parameters.contains(&parameter) {
            parameters.push(parameter);
        }
    }
    let names = parameters.iter().map(|(operation, parameter)| {
        format!(
            "{} {}",
            operation.trim_start_matches("add_"),
            symbol(parameter)
        )
    });
    let names: Vec<String> = names.collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let cells = |run: &Labelled<'_>| {
        CHOICES.map(|choice| {
            let cell = |parameter: &(&str, &str)| {
                let curve = curve_of(&run.run.evaluation, *parameter);
                measure_cell(curve.map(choice).map(measure).as_ref(), 3)
            };
            parameters.iter().map(cell).collect()
        })
    };
    let table = three_ways("Area under AP1 by parameter", &names, runs, cells);
    element("div", &[("class", "narrow")], table)
}

fn curve_of<'e>(evaluation: &'e Evaluation, parameter: (&str, &str)) -> Option<&'e ParameterCurve> {
    let is_it =
        |curve: &&ParameterCurve| (curve.operation.as_str(), curve.parameter.as_str()) == parameter;
    evaluation.parameters.iter().find(is_it)
}

fn measure(curve: &ToleranceCurve) -> Measure {
    Measure {
        value: curve.area.unwrap_or(f64::NAN),
        spread: curve.area_spread.unwrap_or(f64::NAN),
        valid: curve.valid,
        total: curve.used,
    }
}
