//! Judging reconstruction: where the pictures come from, what is kept of each answer, and the
//! report over all of them. The metrics themselves are those of `cadseq-metrics`.

mod judged;
mod markdown;
mod report;
mod source;
mod worst;

pub(crate) use judged::{Judged, Mode};
pub(crate) use report::Report;
pub(crate) use source::Source;
pub(crate) use worst::write_worst;
