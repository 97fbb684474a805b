//! Equivalence classes: raw, up to equivalence, class guesser.

use super::{CYLINDER, CYLINDER_TWIN, TRIANGLE, TRIANGLE_REVERSED, case, matrix};
use crate::{Metric, Settings};

#[test]
fn another_member_is_right_up_to_equivalence() {
    let settings = Settings::default();
    let cases = [
        case(TRIANGLE, Some(TRIANGLE_REVERSED)),
        case(CYLINDER, Some(CYLINDER_TWIN)),
        case(CYLINDER, Some(CYLINDER)),
        case(CYLINDER, None),
    ];
    let acp = Metric::Acp.accuracy(&cases, &settings);
    assert_eq!((acp.raw.value, acp.raw.valid, acp.raw.total), (0.25, 3, 4));
    assert_eq!(
        (acp.up_to_equivalence.value, acp.up_to_equivalence.valid),
        (0.75, 3)
    );
    assert_eq!((acp.class_guesser.value, acp.class_guesser.valid), (0.5, 4));
    for metric in Metric::ALL {
        let accuracy = metric.accuracy(&cases, &settings);
        let gain = accuracy.up_to_equivalence.value - accuracy.raw.value;
        assert!(if metric == Metric::Edsot {
            gain <= 0.0
        } else {
            gain >= 0.0
        });
    }
    let json = serde_json::to_value(acp.raw).expect("serializes");
    assert_eq!(json["value"], 0.25);
}

#[test]
fn the_class_guesser_is_the_mean_over_guesses() {
    let cases = [case(TRIANGLE, None)];
    let class_guesser = |metric: Metric| metric.class_guesser(&cases, &Settings::default()).value;
    // The truth itself has 8 of 8 parameters. Run the other way round, the plane, the last end and
    // the depth are right, the first two ends, (0, 5) and (5, 0), are exchanged.
    assert_eq!(class_guesser(Metric::Ap1), f64::midpoint(8.0, 4.0) / 8.0);
    assert_eq!(class_guesser(Metric::Ap2), 1.0);
    assert_eq!(
        (class_guesser(Metric::Acp), class_guesser(Metric::Asot)),
        (0.5, 1.0)
    );
}

#[test]
fn the_nearest_member() {
    let nearest = |case: crate::Case| case.nearest().clone();
    let reversed = case(TRIANGLE, Some(TRIANGLE_REVERSED));
    assert_eq!(nearest(reversed), matrix(TRIANGLE_REVERSED));
    let missing = case(TRIANGLE, None);
    assert_eq!(nearest(missing), matrix(TRIANGLE));
}
