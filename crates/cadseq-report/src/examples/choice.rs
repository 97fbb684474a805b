//! Which programs are shown: by rank alone, so that nobody picks cherries.

use cadseq_evaluation::{Grade, Judged};

/// The programs of a grade, by falling intersection over union; those without a solid last, equal
/// ones by index.
pub(super) fn of_grade(judged: &[Judged], grade: Grade) -> Vec<&Judged> {
    let mut chosen: Vec<&Judged> = judged.iter().filter(|one| one.grade == grade).collect();
    chosen.sort_by(|a, b| {
        overlap(b)
            .total_cmp(&overlap(a))
            .then(a.index.cmp(&b.index))
    });
    chosen
}

/// The middles of `count` equal parts of a ranking; all of it where it has no more.
pub(super) fn spread<'r>(ranked: &[&'r Judged], count: usize) -> Vec<&'r Judged> {
    if ranked.len() <= count {
        return ranked.to_vec();
    }
    let middle = |part: usize| ranked[(2 * part + 1) * ranked.len() / (2 * count)];
    (0..count).map(middle).collect()
}

/// The `count` programs of least intersection over union; those without a solid first, equal ones by
/// index.
pub(super) fn worst(judged: &[Judged], count: usize) -> Vec<&Judged> {
    let mut ranked: Vec<&Judged> = judged.iter().collect();
    ranked.sort_by(|a, b| {
        overlap(a)
            .total_cmp(&overlap(b))
            .then(a.index.cmp(&b.index))
    });
    ranked.truncate(count);
    ranked
}

/// Below any overlap where there is no solid.
fn overlap(judged: &Judged) -> f64 {
    judged.iou.unwrap_or(-1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(ious: &[Option<f64>]) -> Vec<Judged> {
        let truth = "add_sketch(XY)\nadd_circle(0, 0, 4)\nadd_extrude(5)";
        let one = |(index, iou): (usize, &Option<f64>)| Judged {
            index: index as u64,
            truth: truth.parse().expect("a program"),
            prediction: None,
            iou: *iou,
            mse: None,
            exact: false,
            grade: if iou.is_some_and(|iou| iou >= 0.9) {
                Grade::NearPerfect
            } else {
                Grade::Inadequate
            },
        };
        ious.iter().enumerate().map(one).collect()
    }

    fn indices(chosen: &[&Judged]) -> Vec<u64> {
        chosen.iter().map(|one| one.index).collect()
    }

    #[test]
    fn examples_are_spread_over_the_ranking() {
        let all = judged(&[0.91, 0.95, 0.99, 0.90, 0.97, 0.93, 0.2].map(Some));
        let ranked = of_grade(&all, Grade::NearPerfect);
        assert_eq!(indices(&ranked), [2, 4, 1, 5, 0, 3]);
        assert_eq!(indices(&spread(&ranked, 3)), [4, 5, 3]);
        assert_eq!(indices(&spread(&ranked, 9)), [2, 4, 1, 5, 0, 3]);
        assert!(spread(&of_grade(&all, Grade::Satisfactory), 3).is_empty());
    }

    #[test]
    fn what_did_not_build_is_worst() {
        let all = judged(&[Some(0.5), None, Some(0.0), Some(0.5), None]);
        assert_eq!(indices(&worst(&all, 4)), [1, 4, 2, 0]);
    }
}
