//! Why a data set could not be made or read.

use std::{io, path::PathBuf};

use thiserror::Error;

/// Why synthesis stopped or a shard could not be read.
#[derive(Debug, Error)]
pub enum SynthError {
    /// A part without a mesh.
    #[error("sample {index} cannot be drawn; take another seed")]
    NotDrawn {
        /// Position in the data set.
        index: u64,
    },
    /// A file or folder failed.
    #[error("{path} could not be {action}")]
    File {
        /// Where.
        path: PathBuf,
        /// `read` or `written`.
        action: &'static str,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The folder holds something else.
    #[error(
        "{path} describes another data set (another seed, size, distribution or version); choose \
         another folder, or remove this one"
    )]
    OtherDataSet {
        /// The card that was found.
        path: PathBuf,
    },
    /// A shard file that synthesis did not write, or that was damaged since.
    #[error("{path} is damaged: {reason}; remove it and run again")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// A setting that makes no data set.
    #[error("{name} must be at least 1")]
    Zero {
        /// The setting.
        name: &'static str,
    },
    /// The threads could not be started.
    #[error("the worker threads could not be started")]
    Threads(#[source] rayon::ThreadPoolBuildError),
    /// The caller asked to stop.
    #[error("synthesis was cancelled; finished files are kept, run again to go on")]
    Cancelled,
}

impl SynthError {
    pub(crate) fn reading(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        |source| Self::File {
            path,
            action: "read",
            source,
        }
    }

    pub(crate) fn writing(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        |source| Self::File {
            path,
            action: "written",
            source,
        }
    }
}
