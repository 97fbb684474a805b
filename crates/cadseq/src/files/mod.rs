//! Reading what people give and writing what they asked for.

mod artifact;
mod camera_file;
mod names;
mod output;
mod read;
mod workpiece;
mod write;

pub(crate) use artifact::Artifact;
pub(crate) use camera_file::CameraFile;
pub(crate) use names::{file_name, format_to_write, is_folder, stem, unique_stems, with_ending};
pub(crate) use output::Output;
pub(crate) use read::{is_standard, pictures_in, read_bytes, read_photo, read_picture, shown};
pub(crate) use workpiece::{Reading, Workpiece};
pub(crate) use write::{Inputs, write_whole};
