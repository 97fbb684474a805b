//! Judging reconstruction: where the pictures come from, what is kept of each answer, and the
//! report over all of them. The judging itself is that of `cadseq-evaluation`.

mod answer;
mod markdown;
mod report;
mod source;
mod worst;

pub(crate) use answer::{Answer, Mode};
pub(crate) use report::Report;
pub(crate) use source::Source;
pub(crate) use worst::write_worst;
