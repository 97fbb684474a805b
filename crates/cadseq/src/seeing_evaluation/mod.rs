//! Judging what is seen: where the pictures and their truths come from, how one sight is judged, and
//! the report over all. The comparison of maps is `cadseq-model`'s, that of rotations
//! `cadseq-reconstruct`'s.

mod figures;
mod frame;
pub(crate) mod fresh;
mod judged;
mod report;
mod source;
mod truth;
mod worst;

pub(crate) use judged::Judged;
pub(crate) use report::SeeingReport;
pub(crate) use source::SeeingSource;
pub(crate) use truth::Truth;
pub(crate) use worst::{write_masks, write_worst};
