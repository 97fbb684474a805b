//! Reading what people give and writing what they asked for.

mod artifact;
mod read;
mod write;

pub(crate) use artifact::Artifact;
pub(crate) use read::{read_bytes, read_picture, read_program, read_solid};
pub(crate) use write::{check_writable, write_whole};
