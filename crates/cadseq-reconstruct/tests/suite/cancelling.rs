//! Callers that lose interest get their thread back soon.

use std::sync::atomic::{AtomicUsize, Ordering};

use cadseq_program::Plane;
use cadseq_reconstruct::{Options, ReconstructError};
use cadseq_render::StyleName;

use crate::shown::{Loop, RECONSTRUCTOR, picture};

/// A loop has many proposals, so that every stage of the search is asked (a circle has one).
const ROUNDED: Loop = Loop {
    corners: [[6.0, 1.0], [2.0, 5.0]],
    sweeps_deg: [0.0, 60.0, 0.0],
};

#[test]
fn a_reconstruction_is_asked_often_and_stops_at_once() {
    let shown = picture(&ROUNDED.program(Plane::XY, 4.0), StyleName::Paper, 256);
    let options = Options::default();
    let asked = AtomicUsize::new(0);
    let never = || {
        asked.fetch_add(1, Ordering::Relaxed);
        false
    };
    let whole = RECONSTRUCTOR.reconstruct_unless(&never, &shown, &options);
    let plain = RECONSTRUCTOR.reconstruct(&shown, &options);
    let programs = |found: &Result<cadseq_reconstruct::Reconstruction, ReconstructError>| {
        let candidates = &found.as_ref().expect("an answer").candidates;
        candidates
            .iter()
            .map(|c| c.program.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(programs(&whole), programs(&plain));
    let questions = asked.load(Ordering::Relaxed);
    assert!(questions > 20, "only {questions} questions");
    for yes in [1, 2, 3, questions / 2, questions - 1] {
        let asked = AtomicUsize::new(0);
        let later = || asked.fetch_add(1, Ordering::Relaxed) + 1 >= yes;
        let cancelled = RECONSTRUCTOR.reconstruct_unless(&later, &shown, &options);
        assert!(
            matches!(cancelled, Err(ReconstructError::Cancelled)),
            "{yes}"
        );
        // Fits that run side by side each ask once more at most.
        let more = asked.load(Ordering::Relaxed) - yes;
        assert!(more <= 64, "{more} questions after the answer");
    }
}
