//! Data sets on disk: tar files in the `WebDataset` layout, and a card that describes them.
//!
//! A shard holds consecutive samples, each as `KEY.cad` (program text), `KEY.json` (the
//! [`Label`]) and `KEY.png` (picture in the style `paper`). Its bytes are a function of the
//! [`SynthConfig`] alone: no times, no owners, fixed order. A shard is written beside its place as
//! `NAME.*.partial` and renamed when it is whole, so a file without that ending is always complete and
//! an interrupted run goes on with the first one missing.

mod archive;
mod card;
mod config;
mod error;
mod reader;
mod record;
mod source;
mod synthesize;

pub use card::DataCard;
pub use config::{Part, PartError, SynthConfig};
pub use error::SynthError;
pub use reader::{StoredSample, read_labels, read_shard};
pub use record::{Kind, Label, PICTURE_CHORD_TOLERANCE, Record};
pub use source::Source;
pub use synthesize::{Progress, begin, finish, make_shard, synthesize};
