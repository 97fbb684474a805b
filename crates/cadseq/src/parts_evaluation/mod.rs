//! Judging programs of any part (SPEC 9): where pictures and truths come from, how one answer is judged, the report over
//! all, and the worst answers as pictures. The overlap in a common pose is `cadseq-solid`'s.

mod judged;
mod known;
mod report;
mod source;
mod worst;

pub(crate) use judged::judge;
pub(crate) use known::Known;
pub(crate) use report::PartsReport;
pub(crate) use source::PartsSource;
pub(crate) use worst::write_worst;
