//! A set of design rules, read from TOML.

use std::{collections::BTreeMap, str::FromStr, sync::LazyLock};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Facts, Quantity};
use crate::{Rejections, Sequence, distribution::Variation, random::Random, sample};

/// Draws that one sequence may take when a rule file is checked. A set that is kept by fewer than
/// one shape in so many would make synthesis crawl.
const MAX_ATTEMPTS: u32 = 20_000;

static BUILT_IN: LazyLock<RuleSet> = LazyLock::new(|| {
    toml::from_str(include_str!("rules.toml")).expect("a test parses the built-in rules")
});

/// The value that a rule sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// Depth of the extrusion, in model units.
    Depth,
    /// Sweep of every arc, in degrees.
    Sweep,
}

/// Ties a value to other values by a clamped linear function.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValueRule {
    /// Unique name.
    pub name: String,
    /// What is set.
    pub sets: Target,
    /// For which sequences; `None` for all.
    pub sequences: Option<Vec<Sequence>>,
    /// Value where all quantities are 0.
    pub constant: f64,
    /// What one unit of each quantity adds.
    pub factors: BTreeMap<Quantity, f64>,
    /// Least value.
    pub minimum: f64,
    /// Largest value.
    pub maximum: f64,
    /// Why the rule is there.
    pub reason: String,
}

/// Keeps a quantity within bounds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimitRule {
    /// Unique name.
    pub name: String,
    /// For which sequences; `None` for all.
    pub sequences: Option<Vec<Sequence>>,
    /// What is bounded; a shape without this quantity passes.
    pub quantity: Quantity,
    /// Least allowed value.
    pub minimum: Option<f64>,
    /// Largest allowed value.
    pub maximum: Option<f64>,
    /// Why the rule is there.
    pub reason: String,
}

/// Design rules that are known to leave shapes of every sequence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    #[serde(default, rename = "value")]
    values: Vec<ValueRule>,
    #[serde(default, rename = "limit")]
    limits: Vec<LimitRule>,
}

/// Why a rule file cannot be used.
#[derive(Debug, Error)]
pub enum RulesError {
    /// Not TOML, or not of the form that rules have.
    #[error("the rules cannot be read: {0}")]
    Form(#[from] toml::de::Error),
    /// A clamp with its bounds the wrong way round.
    #[error("the rule `{name}` has minimum {minimum} above maximum {maximum}; swap them")]
    Bounds {
        /// Name of the rule.
        name: String,
        /// Its minimum.
        minimum: f64,
        /// Its maximum.
        maximum: f64,
    },
    /// No shape of a sequence keeps all rules, or next to none.
    #[error(
        "none of {MAX_ATTEMPTS} drawn shapes {sequence} keeps the rules; loosen the most frequent of: {}",
        causes(rejections)
    )]
    Unsatisfiable {
        /// The sequence.
        sequence: Sequence,
        /// What its shapes broke.
        rejections: Rejections,
    },
}

impl RuleSet {
    /// The rules of the data set "with rules".
    pub fn built_in() -> Self {
        BUILT_IN.clone()
    }

    /// The text of the built-in rules, a start for own ones.
    pub const fn built_in_text() -> &'static str {
        include_str!("rules.toml")
    }

    /// The rules that set values.
    pub fn values(&self) -> &[ValueRule] {
        &self.values
    }

    /// The rules that bound quantities.
    pub fn limits(&self) -> &[LimitRule] {
        &self.limits
    }

    /// What the rules make of `target`; `None` if no rule sets it or a quantity it needs is unknown.
    pub fn value(&self, target: Target, sequence: Sequence, facts: &Facts) -> Option<f64> {
        self.values
            .iter()
            .find(|rule| rule.sets == target && applies(rule.sequences.as_deref(), sequence))?
            .value(facts)
    }

    /// The first limit that `facts` break.
    pub fn broken_limit(&self, sequence: Sequence, facts: &Facts) -> Option<&LimitRule> {
        self.limits
            .iter()
            .filter(|rule| applies(rule.sequences.as_deref(), sequence))
            .find(|rule| {
                facts
                    .get(rule.quantity)
                    .is_some_and(|value| !rule.allows(value))
            })
    }

    fn check_bounds(&self) -> Result<(), RulesError> {
        let values = self
            .values
            .iter()
            .map(|rule| (&rule.name, rule.minimum, rule.maximum));
        let limits = self
            .limits
            .iter()
            .filter_map(|rule| Some((&rule.name, rule.minimum?, rule.maximum?)));
        for (name, minimum, maximum) in values.chain(limits) {
            if minimum.is_nan() || maximum.is_nan() || minimum > maximum {
                return Err(RulesError::Bounds {
                    name: name.clone(),
                    minimum,
                    maximum,
                });
            }
        }
        Ok(())
    }

    /// Draws one shape of each sequence, so that drawing more is known to come to an end.
    fn check_satisfiable(&self) -> Result<(), RulesError> {
        let variation = Variation::Ruled(self.clone());
        for sequence in Sequence::ALL {
            let mut random = Random::for_sample("check", 0, 0);
            let mut rejections = Rejections::default();
            while let Err(cause) = sample::attempt(&variation, sequence, &mut random) {
                rejections.count(cause);
                if rejections.total() == u64::from(MAX_ATTEMPTS) {
                    return Err(RulesError::Unsatisfiable {
                        sequence,
                        rejections,
                    });
                }
            }
        }
        Ok(())
    }
}

impl FromStr for RuleSet {
    type Err = RulesError;

    /// Reads rules in the form of `rules.toml` and checks that shapes of every sequence keep them.
    fn from_str(text: &str) -> Result<Self, RulesError> {
        let rules: Self = toml::from_str(text)?;
        rules.check_bounds()?;
        rules.check_satisfiable()?;
        Ok(rules)
    }
}

impl ValueRule {
    /// The clamped value; `None` if a quantity is unknown.
    fn value(&self, facts: &Facts) -> Option<f64> {
        let mut value = self.constant;
        for (&quantity, factor) in &self.factors {
            value += factor * facts.get(quantity)?;
        }
        Some(value.clamp(self.minimum, self.maximum))
    }
}

impl LimitRule {
    fn allows(&self, value: f64) -> bool {
        self.minimum.is_none_or(|minimum| value >= minimum)
            && self.maximum.is_none_or(|maximum| value <= maximum)
    }
}

fn applies(sequences: Option<&[Sequence]>, sequence: Sequence) -> bool {
    sequences.is_none_or(|sequences| sequences.contains(&sequence))
}

fn causes(rejections: &Rejections) -> String {
    let mut causes: Vec<_> = rejections.iter().collect();
    causes.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let texts: Vec<_> = causes
        .iter()
        .map(|(name, count)| format!("{name} ({count})"))
        .collect();
    texts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_rules_pass_their_own_check() {
        let rules: RuleSet = RuleSet::built_in_text().parse().expect("valid");
        assert_eq!(rules, RuleSet::built_in());
        for reason in rules.values.iter().map(|rule| &rule.reason) {
            assert!(!reason.is_empty());
        }
    }

    #[test]
    fn faulty_rules_are_named() {
        let check = |text: &str, expected: &str| {
            let error = text.parse::<RuleSet>().expect_err(expected).to_string();
            assert!(error.contains(expected), "{error}");
        };
        check(
            "[[limit]]\nname='n'\nquantity='colour'\nreason=''",
            "unknown variant",
        );
        check(
            "[[limit]]\nname='n'\nquantity='area'\nminimum=1e9\nreason=''",
            "n (20000)",
        );
        check(
            "[[limit]]\nname='n'\nquantity='area'\nminimum=2\nmaximum=1\nreason=''",
            "swap them",
        );
        assert!("".parse::<RuleSet>().is_ok(), "no rules are rules");
    }
}
