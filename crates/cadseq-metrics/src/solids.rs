//! Whether predictions build, and how much the solids overlap. The solids are built and
//! intersected elsewhere; here come the numbers.

use serde::{Deserialize, Serialize};

use crate::Measure;

/// Parsing rate and intersection over union of predicted solids.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct IouSummary {
    /// Share of predictions that built into a valid solid.
    pub parsing_rate: Measure,
    /// Mean over all predictions; one that did not build has 0.
    pub iou_over_all: Measure,
    /// Mean over the predictions that built.
    pub iou_over_parsed: Measure,
}

impl IouSummary {
    /// The summary of one intersection over union for each prediction, `None` where it did not
    /// build.
    pub fn new(ious: &[Option<f64>]) -> Self {
        let parsed: Vec<f64> = ious.iter().copied().flatten().collect();
        let valid = parsed.len();
        let is_parsed = |iou: &Option<f64>| f64::from(u8::from(iou.is_some()));
        Self {
            parsing_rate: Measure::mean(ious.iter().map(is_parsed), valid),
            iou_over_all: Measure::mean(ious.iter().map(|iou| iou.unwrap_or(0.0)), valid),
            iou_over_parsed: Measure::mean(parsed, valid),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unparsed_counts_as_zero() {
        let summary = IouSummary::new(&[Some(1.0), None, Some(0.5), None]);
        assert_eq!(
            (summary.parsing_rate.value, summary.parsing_rate.valid),
            (0.5, 2)
        );
        assert_eq!(
            (summary.iou_over_all.value, summary.iou_over_all.total),
            (0.375, 4)
        );
        assert_eq!(
            (summary.iou_over_parsed.value, summary.iou_over_parsed.total),
            (0.75, 2)
        );
    }
}
