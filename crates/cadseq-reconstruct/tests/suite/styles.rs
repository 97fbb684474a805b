//! Pictures of other styles than the paper's.

use cadseq_program::{Plane, Program};
use cadseq_render::StyleName;

use crate::shown::{Loop, best_iou, canonical_kinds, cylinder, picture, reconstruct};

fn shapes() -> Vec<Program> {
    let mut all = Vec::new();
    for plane in Plane::ALL {
        for depth in [4.0, -4.0] {
            all.push(cylinder(plane, [1.5, -1.0], 4.0, depth));
            for (corners, sweeps_deg) in [
                ([[7.5, -1.0], [2.0, 6.5]], [0.0, 0.0, 0.0]),
                ([[7.0, 0.0], [0.0, 7.0]], [0.0, 90.0, 0.0]),
                ([[8.0, 0.0], [4.0, 6.0]], [0.0, 60.0, 60.0]),
                ([[7.5, 0.0], [3.75, 6.5]], [60.0, 60.0, 60.0]),
            ] {
                all.push(
                    Loop {
                        corners,
                        sweeps_deg,
                    }
                    .program(plane, depth),
                );
            }
        }
    }
    all
}

/// What comes back for pictures of one style.
struct Survey {
    /// Overlap of the better candidate for each picture; 0 for a refusal.
    overlaps: Vec<f64>,
    /// How many first candidates have the right operation types.
    right_kinds: usize,
    /// Confidence of each answer; 0 for a refusal.
    confidences: Vec<f64>,
}

impl Survey {
    fn new(style: StyleName) -> Self {
        let mut survey = Self {
            overlaps: Vec::new(),
            right_kinds: 0,
            confidences: Vec::new(),
        };
        for program in shapes() {
            let answer = reconstruct(&picture(&program, style, 512));
            survey.overlaps.push(best_iou(&program, &answer));
            let kinds = canonical_kinds(&program);
            survey.right_kinds += usize::from(
                answer
                    .as_ref()
                    .is_ok_and(|answer| canonical_kinds(&answer.candidates[0].program) == kinds),
            );
            let confidence = answer.map_or(0.0, |answer| answer.confidence);
            survey.confidences.push(confidence);
        }
        survey
    }

    fn mean_overlap(&self) -> f64 {
        self.overlaps.iter().sum::<f64>() / self.overlaps.len() as f64
    }

    fn confidences(&self) -> (f64, f64) {
        let confidences = self.confidences.iter().copied();
        (
            confidences.clone().fold(1.0, f64::min),
            confidences.fold(0.0, f64::max),
        )
    }
}

/// The style that reconstruction is made for.
#[test]
fn paper() {
    let survey = Survey::new(StyleName::Paper);
    assert_eq!(survey.right_kinds, survey.overlaps.len());
    assert!(survey.mean_overlap() > 0.98, "{:?}", survey.overlaps);
    let (least, _) = survey.confidences();
    assert!(least > 0.5, "{:?}", survey.confidences);
}

/// Edges drawn over the shading: the fit takes the rim of a line for the rim of the part, so the part
/// comes out about a line's width too large and its curves are often of the wrong kind. The
/// confidence says so.
#[test]
fn shaded_edges_give_the_rough_shape_with_low_confidence() {
    let survey = Survey::new(StyleName::ShadedEdges);
    assert!(survey.overlaps.iter().all(|&overlap| overlap > 0.0));
    assert!(survey.mean_overlap() > 0.85, "{:?}", survey.overlaps);
    let (_, most) = survey.confidences();
    assert!(most < 0.3, "{:?}", survey.confidences);
}

/// Edges alone: as above, and some pictures are refused.
#[test]
fn lines_give_the_rough_shape_with_low_confidence() {
    let survey = Survey::new(StyleName::Line);
    assert!(survey.mean_overlap() > 0.75, "{:?}", survey.overlaps);
    let (_, most) = survey.confidences();
    assert!(most < 0.3, "{:?}", survey.confidences);
}
