//! Reading what people give and writing what they asked for.

mod artifact;
mod format;
mod read;
mod workpiece;
mod write;

pub(crate) use artifact::Artifact;
pub(crate) use format::format_to_write;
pub(crate) use read::{read_bytes, read_picture};
pub(crate) use workpiece::{Reading, Workpiece};
pub(crate) use write::{check_writable, write_whole};
