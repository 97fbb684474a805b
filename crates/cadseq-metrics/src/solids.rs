//! Whether predictions build, how much the solids overlap and how much their pictures differ. The
//! solids are built, intersected and drawn elsewhere; here come the numbers.

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

/// How much the picture of one predicted solid differs from that of the true one: mean squared
/// differences of sRGB values in [0, 1].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PictureDifference {
    /// Of the prediction's picture; `None` where it did not build.
    pub prediction: Option<f64>,
    /// Of an empty picture: what a prediction that did not build shows.
    pub empty: f64,
}

/// Mean squared difference of the pictures of predicted solids.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct MseSummary {
    /// Mean over all predictions; one that did not build has an empty picture.
    pub mse_over_all: Measure,
    /// Mean over the predictions that built.
    pub mse_over_parsed: Measure,
}

impl MseSummary {
    /// The summary of one difference for each prediction.
    pub fn new(differences: &[PictureDifference]) -> Self {
        let parsed: Vec<f64> = differences
            .iter()
            .filter_map(|one| one.prediction)
            .collect();
        let valid = parsed.len();
        let shown = |one: &PictureDifference| one.prediction.unwrap_or(one.empty);
        Self {
            mse_over_all: Measure::mean(differences.iter().map(shown), valid),
            mse_over_parsed: Measure::mean(parsed, valid),
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

    #[test]
    fn unparsed_shows_an_empty_picture() {
        let of = |prediction, empty| PictureDifference { prediction, empty };
        let summary = MseSummary::new(&[of(Some(0.25), 0.5), of(None, 0.75)]);
        let measures = [summary.mse_over_all, summary.mse_over_parsed];
        assert_eq!(measures.map(|measure| measure.value), [0.5, 0.25]);
        let populations = measures.map(|measure| (measure.valid, measure.total));
        assert_eq!(populations, [(1, 2), (1, 1)]);
        assert_eq!(MseSummary::new(&[]).mse_over_all.total, 0);
    }
}
