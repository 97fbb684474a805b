//! Design rules as data.
//!
//! A rule file holds two kinds of rules, both in terms of named [quantities](Quantity):
//! `[[value]]` sets a depth or a sweep to a clamped linear function; `[[limit]]` keeps a quantity
//! within bounds. The built-in `rules.toml` gives each rule with its reason.

mod facts;
mod quantity;
mod set;

pub use facts::Facts;
pub use quantity::Quantity;
pub use set::{LimitRule, RuleSet, RulesError, Target, ValueRule};
