//! The distribution `parts`: random mechanical parts as CAD programs.
//!
//! Each family of [`FAMILIES`] draws a draft in its own axes: features of closed loops, swept along
//! u, v or w. [`part_sample`] lays the draft into the world on one of the three planes, scales it so that
//! the longest side of its box is [`LONGEST_SIDE`] units, and builds the part. A family knows shapes and
//! proportions only; where the part lies and how its sketches are placed is decided in `emit` for all.

mod curve_box;
mod draft;
mod drawing;
mod emit;
mod families;
mod loops;
mod pose;
mod proportions;
mod sample;
mod sheet;
mod statistics;
#[cfg(test)]
mod tests;

pub use families::{FAMILIES, Family};
pub use sample::{LONGEST_SIDE, PartSample, part_sample, part_sample_of};
pub(crate) use sheet::portrait;
pub use sheet::{SHEET_SAMPLES, contact_sheet};
pub use statistics::PartStatistics;
