//! Where the samples of a data set come from.

use serde::Serialize;
use serde_json::Value;

use crate::{Distribution, parts::FAMILIES};

/// What a data set is drawn from.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// The paper's templates, by a distribution of their values.
    Templates(Distribution),
    /// Random mechanical parts, see [`part_sample`](crate::part_sample).
    Parts,
}

/// What the card says of a family of parts.
#[derive(Serialize)]
struct FamilyWeight {
    family: &'static str,
    weight: u32,
}

impl Source {
    /// The name of the distribution.
    pub fn name(&self) -> &str {
        match self {
            Self::Templates(distribution) => distribution.name(),
            Self::Parts => "parts",
        }
    }

    /// All that decides what is drawn, but the seed.
    pub(crate) fn description(&self) -> Value {
        let value = match self {
            Self::Templates(distribution) => serde_json::to_value(distribution),
            Self::Parts => serde_json::to_value(
                FAMILIES
                    .iter()
                    .map(|family| FamilyWeight {
                        family: family.name,
                        weight: family.weight,
                    })
                    .collect::<Vec<_>>(),
            ),
        };
        value.expect("distributions have text keys and finite numbers")
    }
}

impl From<Distribution> for Source {
    fn from(distribution: Distribution) -> Self {
        Self::Templates(distribution)
    }
}
