//! How good predicted CAD programs are (paper, equations 1 to 9).
//!
//! A [`Case`] is a true program, as the feature matrices of its equivalence class, and what was
//! predicted for it. A [`Metric`] turns cases into a [`Measure`]: a value with its population and
//! its spread. Every accuracy comes three times ([`Accuracy`]): raw, as the paper defines it; up to
//! equivalence, against the best member of the truth's class; and that of the *class guesser*, the expected raw
//! score of a predictor that knows the class but not the member.
//!
//! Programs are compared as SOP, operations and one EOP, on request cut to their first rows;
//! padding never counts. A prediction that is missing counts as wrong, never as absent.
//!
//! Against the first n rows and against the tolerance, each metric takes [`Settings`];
//! [`ToleranceSweep`] has ACP and AP1 for all tolerances at once, [`ToleranceCurve`] AP1 of one
//! parameter of one operation with the area under it, [`random_ap1`] what guessing scores.
//!
//! This crate builds no solid and draws no picture: [`IouSummary`] and [`MseSummary`] take overlaps
//! and differences that others measured.

mod auc;
mod baseline;
mod case;
mod matching;
mod measure;
mod metric;
mod multiset;
mod parameters;
mod solids;
mod sweep;
#[cfg(test)]
mod tests;
mod types;

pub use auc::ToleranceCurve;
pub use baseline::{random_ap1, random_ap1_with_plane};
pub use case::Case;
pub use measure::{Measure, Score};
pub use metric::{Accuracy, Metric, Settings};
pub use solids::{IouSummary, MseSummary, PictureDifference};
pub use sweep::ToleranceSweep;
