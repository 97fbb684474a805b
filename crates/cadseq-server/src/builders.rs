//! Programs that were built lately, so that an edit costs only what follows it.
//!
//! What is kept is found by what it holds: the first operations of a program. Nobody can get at
//! another one's program through it; all that it tells is that someone built the same beginning.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use cadseq_program::Program;
use cadseq_solid::Builder;

/// The builders, the one used last at the back.
pub(crate) struct Builders {
    kept: Mutex<VecDeque<Builder>>,
    most: usize,
}

impl Builders {
    pub(crate) fn new(most: usize) -> Self {
        Self {
            kept: Mutex::default(),
            most,
        }
    }

    /// The builder that has most in common with a program, to be given back; a new one where none has
    /// anything. Of several, the one used last: it is most likely the same person's.
    pub(crate) fn take(&self, program: &Program) -> Builder {
        let mut kept = self.lock();
        let shared = kept.iter().map(|builder| builder.reused(program));
        let best = shared
            .enumerate()
            .filter(|&(_, reused)| reused > 0)
            .max_by_key(|&(index, reused)| (reused, index));
        best.and_then(|(index, _)| kept.remove(index))
            .unwrap_or_default()
    }

    /// Keeps a builder, and forgets the one that was not used for the longest time where there are
    /// too many.
    pub(crate) fn give_back(&self, builder: Builder) {
        let mut kept = self.lock();
        if kept.len() == self.most {
            kept.pop_front();
        }
        kept.push_back(builder);
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Builder>> {
        // A builder that panicked is not given back, so all that are here are whole.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(radii: &[f64]) -> Program {
        let part = |r: &f64| format!("add_sketch(XY)\nadd_circle(0, 0, {r})\nadd_extrude(0, 1)\n");
        let text: String = radii.iter().map(part).collect();
        text.parse().expect("a program")
    }

    #[test]
    fn the_builder_with_most_in_common_is_taken_and_the_oldest_forgotten() {
        let builders = Builders::new(2);
        let build = |radii: &[f64]| {
            let program = program(radii);
            let mut builder = builders.take(&program);
            let reused = builder.reused(&program);
            builder.build(&program).expect("a solid");
            builders.give_back(builder);
            reused
        };
        assert_eq!(build(&[1.0, 2.0, 3.0]), 0);
        assert_eq!(build(&[5.0, 6.0]), 0);
        assert_eq!(build(&[1.0, 2.0, 4.0]), 6, "the first one's beginning");
        assert_eq!(build(&[9.0]), 0, "and now the second one is forgotten");
        assert_eq!(build(&[5.0, 6.0]), 0);
        assert_eq!(build(&[9.0]), 3);
    }
}
