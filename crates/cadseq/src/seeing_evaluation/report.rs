//! The report over all pictures, as a table and as JSON.

use std::fmt::{self, Display, Formatter};

use cadseq_metrics::Measure;
use serde::Serialize;

use super::figures::{EdgeFigures, Figures};
use super::judged::Judged;
use crate::judging::{Spread, Table, by_look};

/// Width of the names of figures, in characters.
const NAME_WIDTH: usize = 38;

/// Width of a column, in characters.
const COLUMN_WIDTH: usize = 20;

/// Everything that an evaluation says.
#[derive(Debug, Serialize)]
pub(crate) struct SeeingReport {
    /// What was measured on.
    source: String,
    /// All pictures, then those of each look.
    groups: Vec<Group>,
    /// Each picture.
    pictures: Vec<Judged>,
}

/// Some pictures.
#[derive(Debug, Serialize)]
struct Group {
    name: &'static str,
    figures: Figures,
}

/// A line of the table.
type Row = (String, Box<dyn Fn(&Figures) -> String>);

impl SeeingReport {
    /// The report of what was judged.
    pub(crate) fn new(source: String, judged: Vec<Judged>) -> Self {
        let groups = by_look(&judged, |one| one.look)
            .into_iter()
            .map(|(name, pictures)| Group {
                name,
                figures: Figures::of(&pictures),
            })
            .collect();
        Self {
            source,
            groups,
            pictures: judged,
        }
    }
}

impl Display for SeeingReport {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let cells = |cell: &dyn Fn(&Figures) -> String| {
            let groups = self.groups.iter();
            groups.map(|group| cell(&group.figures)).collect()
        };
        let table = Table {
            widths: [NAME_WIDTH, COLUMN_WIDTH],
            heads: self.groups.iter().map(|group| group.name).collect(),
            lines: rows()
                .into_iter()
                .map(|(name, cell)| (name, cells(&cell)))
                .collect(),
        };
        write!(
            f,
            "{}; behind each figure: how many were measured / of how many\n{table}",
            self.source
        )?;
        if let Some(all) = self.groups.first() {
            for (cause, count) in &all.figures.refusals {
                write!(f, "\nnothing seen: {cause}, {count}")?;
            }
        }
        Ok(())
    }
}

/// A cell of a line.
type Cell = fn(&Figures) -> String;

/// The lines above those of the edges.
const FIGURES: [(&str, Cell); 22] = [
    ("pictures", |f| f.pictures.to_string()),
    ("answered", |f| f.answered.to_string()),
    ("mask IoU, mean (unanswered 0)", |f| share(&f.mask_iou)),
    ("mask IoU, least", |f| format!("{:.3}", f.mask_iou_min)),
    ("mask IoU below .90", |f| share(&f.mask_iou_below_90)),
    ("normals of a picture, median: median", |f| {
        median(f.normal_median_deg)
    }),
    ("  mean, degrees", |f| mean(f.normal_median_deg)),
    ("normals within 11.25 degrees", |f| {
        share(&f.normals_within_11_deg)
    }),
    ("depth error, half crops", |f| share(&f.depth_error)),
    ("rotation, flat sides: median", |f| {
        median(f.rotation_flat_deg)
    }),
    ("  9 in 10 below, degrees", |f| ninth(f.rotation_flat_deg)),
    ("  best guess: median", |f| median(f.best_rotation_flat_deg)),
    ("  best guess: 9 in 10 below", |f| {
        ninth(f.best_rotation_flat_deg)
    }),
    ("axis of turned parts: median", |f| {
        median(f.rotation_turned_deg)
    }),
    ("  9 in 10 below, degrees", |f| ninth(f.rotation_turned_deg)),
    ("  best guess: median", |f| {
        median(f.best_rotation_turned_deg)
    }),
    ("|ln focal ratio|: median", |f| median(f.lens_error)),
    ("  part above 25 degrees: median", |f| {
        median(f.lens_error_strong)
    }),
    ("projection right: parallel", |f| {
        share(&f.projection_parallel)
    }),
    ("  perspective, part up to 25 degrees", |f| {
        share(&f.projection_weak)
    }),
    ("  perspective, part above", |f| share(&f.projection_strong)),
    ("turned or flat, right", |f| share(&f.turned_right)),
];

/// The lines below.
const STAGES: [(&str, Cell); 3] = [
    ("ms, first look", |f| millis(&f.millis.find)),
    ("ms, second look", |f| millis(&f.millis.maps)),
    ("ms, camera", |f| millis(&f.millis.camera)),
];

fn rows() -> Vec<Row> {
    let line = |(name, cell): (&str, Cell)| (name.to_owned(), Box::new(cell) as _);
    let mut rows: Vec<Row> = FIGURES.into_iter().map(line).collect();
    edge_rows(&mut rows);
    rows.extend(STAGES.into_iter().map(line));
    rows
}

/// Precision and recall of each class, over the pixels of all pictures.
fn edge_rows(rows: &mut Vec<Row>) {
    let classes = [
        ("any", "any"),
        ("outline", "outline"),
        ("step, near", "step-near"),
        ("step, far", "step-far"),
        ("convex", "convex"),
        ("concave", "concave"),
        ("rim", "rim"),
    ];
    for (name, class) in classes {
        rows.push((
            format!("edges, {name}: precision"),
            Box::new(move |f| precision(f.edges[class])),
        ));
        rows.push((
            "  recall".to_owned(),
            Box::new(move |f| recall(f.edges[class])),
        ));
    }
}

fn share(measure: &Measure) -> String {
    cell(measure.value, 3, measure.valid, measure.total)
}

fn millis(measure: &Measure) -> String {
    cell(measure.value, 0, measure.valid, measure.total)
}

fn median(spread: Spread) -> String {
    cell(spread.median, 2, spread.measured, spread.total)
}

fn ninth(spread: Spread) -> String {
    cell(spread.percentile_90, 2, spread.measured, spread.total)
}

fn mean(spread: Spread) -> String {
    cell(spread.mean, 2, spread.measured, spread.total)
}

fn cell(value: f64, digits: usize, measured: usize, total: usize) -> String {
    if value.is_nan() {
        return format!("- {measured}/{total}");
    }
    format!("{value:.digits$} {measured}/{total}")
}

fn precision(edges: EdgeFigures) -> String {
    pixels(edges.precision, edges.found_pixels)
}

fn recall(edges: EdgeFigures) -> String {
    pixels(edges.recall, edges.true_pixels)
}

fn pixels(value: Option<f64>, pixels: usize) -> String {
    let thousands = pixels.div_ceil(1000);
    value.map_or_else(
        || "- 0k".to_owned(),
        |value| format!("{value:.3} {thousands}k"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeing_evaluation::judged::tests::right_and_refused;

    #[test]
    fn the_table_has_a_column_for_each_look_and_the_json_each_picture() {
        let report = SeeingReport::new("two boxes".to_owned(), right_and_refused().into());
        let text = report.to_string();
        let line = |name: &str| {
            let mut lines = text.lines();
            let found = lines.find(|line| line.starts_with(name));
            found
                .unwrap_or_else(|| panic!("no {name} in {text}"))
                .to_owned()
        };
        assert!(line(" ").ends_with("all               photo"), "{text}");
        assert!(line("mask IoU, mean").contains("1/2"));
        assert!(line("axis of turned parts").ends_with("- 0/0"));
        assert!(line("nothing seen: part cut off at a border, 1").ends_with('1'));
        let json = serde_json::to_value(&report).expect("JSON");
        assert_eq!(json["groups"][0]["figures"]["mask_iou"]["total"], 2);
        assert_eq!(json["pictures"][1]["refusal"], "part cut off at a border");
        assert!(json["groups"][0]["figures"]["rotation_turned_deg"]["median"].is_null());
    }
}
