//! The report over all pictures, as a table and as JSON.

use std::fmt::{self, Display, Formatter};

use cadseq_metrics::Measure;
use serde::Serialize;

use super::judged::Judged;
use crate::judging::{Spread, Table, by_look};

/// An overlap from which on a part is right.
const RIGHT: f64 = 0.9;

/// Widths of the names of figures and of columns, in characters.
const NAME_WIDTH: usize = 34;
const COLUMN_WIDTH: usize = 16;

/// Everything that an evaluation says.
#[derive(Debug, Serialize)]
pub(crate) struct PartsReport {
    /// What was measured on.
    source: String,
    /// All pictures, then those of each look.
    groups: Vec<Group>,
    /// Each picture.
    pictures: Vec<Judged>,
}

/// Some pictures. Every one counts: without an answer, with 0.
#[derive(Debug, Serialize)]
struct Group {
    name: &'static str,
    answered: Measure,
    iou: Measure,
    pose_iou: Measure,
    pose_iou_of_all: Measure,
    /// Share whose overlap in the best pose is above 0.9.
    right: Measure,
    operations_right: Measure,
    outline_iou: Measure,
    /// Median over those for which it is known; NaN (JSON null) for none.
    rotation_error_deg: f64,
    seconds: f64,
}

impl Group {
    fn new(name: &'static str, judged: &[&Judged]) -> Self {
        let answered = judged.iter().filter(|one| one.refusal.is_none()).count();
        let mean =
            |of: &dyn Fn(&Judged) -> f64| Measure::mean(judged.iter().map(|one| of(one)), answered);
        let median = |of: &dyn Fn(&Judged) -> Option<f64>| {
            Spread::of(judged.iter().filter_map(|one| of(one)), judged.len()).median
        };
        let share = |is: bool| f64::from(u8::from(is));
        Self {
            name,
            answered: mean(&|one| share(one.refusal.is_none())),
            iou: mean(&|one| one.iou),
            pose_iou: mean(&|one| one.pose_iou),
            pose_iou_of_all: mean(&|one| one.pose_iou_of_all),
            right: mean(&|one| share(one.pose_iou > RIGHT)),
            operations_right: mean(&|one| share(one.operations_right)),
            outline_iou: mean(&|one| one.outline_iou.unwrap_or(0.0)),
            rotation_error_deg: median(&|one| one.rotation_error_deg),
            seconds: median(&|one| Some(one.seconds)),
        }
    }
}

impl PartsReport {
    /// The report of what was judged.
    pub(crate) fn new(source: String, judged: Vec<Judged>) -> Self {
        let groups = by_look(&judged, |one| one.look)
            .into_iter()
            // One look of all is "all" once more.
            .filter(|(name, pictures)| *name == "all" || pictures.len() < judged.len())
            .map(|(name, pictures)| Group::new(name, &pictures))
            .collect();
        Self {
            source,
            groups,
            pictures: judged,
        }
    }

    /// Each picture.
    pub(super) fn pictures(&self) -> &[Judged] {
        &self.pictures
    }
}

/// A cell of a line.
type Cell = fn(&Group) -> String;

/// The lines of the table.
const LINES: [(&str, Cell); 9] = [
    ("answered", |group| share(&group.answered)),
    ("IoU, principal axes", |group| share(&group.iou)),
    ("IoU, best pose", |group| share(&group.pose_iou)),
    ("  of the best candidate", |group| {
        share(&group.pose_iou_of_all)
    }),
    ("  above .90", |group| share(&group.right)),
    ("operations right", |group| share(&group.operations_right)),
    ("outlines in the picture, IoU", |group| {
        share(&group.outline_iou)
    }),
    ("camera off, median degrees", |group| {
        format!("{:.2}", group.rotation_error_deg)
    }),
    ("seconds, median", |group| format!("{:.2}", group.seconds)),
];

fn share(measure: &Measure) -> String {
    format!("{:.3} +- {:.3}", measure.value, measure.spread)
}

impl Display for PartsReport {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let table = Table {
            widths: [NAME_WIDTH, COLUMN_WIDTH],
            heads: self.groups.iter().map(|group| group.name).collect(),
            lines: LINES
                .map(|(name, cell)| (name.to_owned(), self.groups.iter().map(cell).collect()))
                .into(),
        };
        write!(f, "{}; every picture counts\n{table}", self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(look: &'static str, pose_iou: f64) -> Judged {
        Judged {
            name: "one".to_owned(),
            look: Some(look),
            refusal: (pose_iou == 0.0).then(|| "nothing".to_owned()),
            iou: pose_iou / 2.0,
            pose_iou,
            pose_iou_of_all: pose_iou,
            candidates: Vec::new(),
            operations_right: pose_iou > 0.9,
            operations: [3, 3],
            outline_iou: None,
            rotation_error_deg: (pose_iou > 0.0).then_some(2.0),
            confidence: None,
            seconds: 1.0,
            program: None,
        }
    }

    #[test]
    fn every_picture_counts() {
        let all = vec![judged("photo", 0.95), judged("viewer", 0.0)];
        let report = PartsReport::new("two".to_owned(), all);
        let group = &report.groups[0];
        assert_eq!(group.pose_iou.value, 0.475);
        assert_eq!(group.iou.value, 0.2375);
        assert_eq!((group.answered.value, group.right.value), (0.5, 0.5));
        assert_eq!(group.operations_right.value, 0.5);
        assert_eq!(group.rotation_error_deg, 2.0);
        assert_eq!(report.groups.len(), 3);
        let text = report.to_string();
        assert!(text.contains("IoU, best pose"), "{text}");
    }
}
