//! What samples are drawn from.

use serde::Serialize;

use crate::{
    RuleSet,
    random::Random,
    sample::{Precision, Spread},
};

/// A distribution of samples: one or more variations by weight.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Distribution {
    name: String,
    parts: Vec<Part>,
}

/// A variation and how often it is drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Part {
    weight: u32,
    variation: Variation,
}

/// One way to draw values.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Variation {
    /// Without rules: every free value uniform over its levels.
    Free,
    /// With rules.
    Ruled(RuleSet),
    /// Chosen sizes, places and proportions.
    Spread(Spread),
}

impl Distribution {
    /// The paper's data set without rules.
    pub fn without_rules() -> Self {
        Self::named("without-rules", [(1, Variation::Free)])
    }

    /// The paper's data set with rules, the built-in ones.
    pub fn with_rules() -> Self {
        Self::ruled(RuleSet::built_in())
    }

    /// The data set with other rules.
    pub fn ruled(rules: RuleSet) -> Self {
        Self::named("with-rules", [(1, Variation::Ruled(rules))])
    }

    /// A broad mixture to train on: without and with rules, small, thin, centred and off the grid.
    /// The first two keep most of the weight, because they are what is measured.
    pub fn mixed() -> Self {
        let broad = Spread {
            vertex_reach: [1.5, 9.9],
            center_reach: [0.5, 9.9],
            radius: [0.3, 9.0],
            height: [0.3, 9.9],
            precision: Precision::Levels,
        };
        let small = Spread {
            vertex_reach: [1.0, 4.0],
            center_reach: [0.5, 6.0],
            radius: [0.3, 2.0],
            height: [0.3, 4.0],
            ..broad
        };
        let thin = Spread {
            height: [0.1, 1.0],
            ..broad
        };
        let centred = Spread {
            center_reach: [0.05, 1.0],
            ..broad
        };
        Self::named(
            "mixed",
            [
                (6, Variation::Free),
                (4, Variation::Ruled(RuleSet::built_in())),
                (2, Variation::Spread(broad)),
                (
                    2,
                    Variation::Spread(Spread {
                        precision: Precision::Continuous,
                        ..broad
                    }),
                ),
                (1, Variation::Spread(small)),
                (1, Variation::Spread(thin)),
                (1, Variation::Spread(centred)),
            ],
        )
    }

    /// A mixture of own making; a part is drawn with its weight over the sum of the weights.
    ///
    /// # Panics
    /// If the sum of the weights is 0 or more than `u32::MAX`.
    pub fn named(name: &str, parts: impl IntoIterator<Item = (u32, Variation)>) -> Self {
        let parts: Vec<_> = parts
            .into_iter()
            .map(|(weight, variation)| Part { weight, variation })
            .collect();
        let total: u64 = parts.iter().map(|part| u64::from(part.weight)).sum();
        assert!(
            (1..=u64::from(u32::MAX)).contains(&total),
            "weights of {name} add up to {total}"
        );
        Self {
            name: name.to_owned(),
            parts,
        }
    }

    /// `without-rules`, `with-rules`, `mixed`, or a name of one's own.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Draws a variation.
    pub(crate) fn choose(&self, random: &mut Random) -> &Variation {
        &random.weighted(&self.parts, |part| part.weight).variation
    }
}
