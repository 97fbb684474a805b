//! What an evaluation may take from the truth instead of the network, to show what is lost where.

use cadseq_reconstruct::Sight;
use clap::ValueEnum;

use crate::seeing_evaluation::Truth;

/// What is taken from the truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Known {
    /// The maps.
    Maps,
    /// The camera.
    Camera,
    /// Maps and camera: what the search for programs loses alone.
    Both,
}

impl Known {
    /// Its name in words.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Maps => "true maps",
            Self::Camera => "true cameras",
            Self::Both => "true maps and cameras",
        }
    }

    /// A sight with what is known put in.
    pub(super) fn put(self, mut sight: Sight, truth: &Truth) -> Sight {
        if self != Self::Camera {
            sight.maps = truth.maps(sight.crop, sight.maps.size);
        }
        if self != Self::Maps {
            sight.cameras = vec![truth.guess()];
        }
        sight
    }
}
