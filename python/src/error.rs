//! The library's errors as exceptions of the Python package.

use std::io;
use std::path::Path;

use cadseq_dataset::RulesError;
use cadseq_interchange::read::ReadFault;
use cadseq_interchange::{FormatError, ReadError, WriteError};
use cadseq_model::WeightsError;
use cadseq_program::{ConfigError, DecodeError, EncodeError, QuantizeError, ShapeError, TextError};
use cadseq_reconstruct::{ReconstructError, SeeError};
use cadseq_render::CodecError;
use cadseq_solid::kernel::KernelError;
use cadseq_solid::{OverlapError, PartError};
use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use thiserror::Error;

/// Whatever goes wrong on the way from Python to Python.
#[derive(Debug, Error)]
pub(crate) enum Error {
    #[error(transparent)]
    Text(#[from] TextError),
    #[error(transparent)]
    Read(#[from] ReadError),
    #[error(transparent)]
    Format(#[from] FormatError),
    #[error(transparent)]
    Build(#[from] PartError),
    #[error(transparent)]
    Kernel(#[from] KernelError),
    #[error(transparent)]
    Overlap(#[from] OverlapError),
    #[error(transparent)]
    Encode(#[from] EncodeError),
    #[error(transparent)]
    Decode(#[from] DecodeError),
    #[error(transparent)]
    Quantize(#[from] QuantizeError),
    #[error(transparent)]
    Shape(#[from] ShapeError),
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Write(#[from] WriteError),
    #[error(transparent)]
    Codec(#[from] CodecError),
    #[error(transparent)]
    Reconstruct(#[from] ReconstructError),
    #[error(transparent)]
    See(#[from] SeeError),
    #[error(transparent)]
    Weights(#[from] WeightsError),
    #[error(transparent)]
    Rules(#[from] RulesError),
    /// An array that is no matrix.
    #[error("{0}")]
    Matrix(String),
    /// An array that is no picture.
    #[error("{0}")]
    Picture(String),
    /// A value that an argument cannot have.
    #[error("{0}")]
    Argument(String),
    /// An exception that Python raised.
    #[error(transparent)]
    Python(#[from] PyErr),
}

/// What the program's reader knows about the place of a fault.
#[derive(Default)]
struct Place {
    path: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    operation: Option<usize>,
}

impl Error {
    /// What an argument cannot be, and what it can.
    pub(crate) fn choice(argument: &str, given: &str, choices: &[&str]) -> Self {
        let choices = choices.join(", ");
        Self::Argument(format!("{argument} = {given:?} is none of {choices}"))
    }

    /// A failed access to a file, as Python says it.
    pub(crate) fn file(error: io::Error, path: &Path) -> Self {
        let Some(code) = error.raw_os_error() else {
            return Self::Python(error.into());
        };
        let text = error.to_string();
        let words = text.split(" (os error").next().unwrap_or(&text).to_owned();
        Self::Python(PyOSError::new_err((
            code,
            words,
            path.as_os_str().to_owned(),
        )))
    }

    /// Name of the exception in `cadseq._errors`.
    const fn class(&self) -> &'static str {
        match self {
            Self::Text(_) => "TextError",
            Self::Read(error) if matches!(error.fault, ReadFault::Text(_)) => "TextError",
            Self::Read(_) => "ReadError",
            Self::Build(_) | Self::Kernel(_) => "BuildError",
            Self::Encode(_)
            | Self::Decode(_)
            | Self::Quantize(_)
            | Self::Shape(_)
            | Self::Config(_)
            | Self::Matrix(_) => "MatrixError",
            Self::Write(_) => "WriteError",
            Self::Codec(_) | Self::Picture(_) => "PictureError",
            Self::Reconstruct(_) => "ReconstructError",
            Self::See(_) => "SeeError",
            Self::Format(_)
            | Self::Overlap(_)
            | Self::Weights(_)
            | Self::Rules(_)
            | Self::Argument(_)
            | Self::Python(_) => "CadseqError",
        }
    }

    fn place(&self) -> Place {
        match self {
            Self::Text(error) => Place::in_text(error),
            Self::Read(error) => match &error.fault {
                ReadFault::Text(fault) => Place::in_text(fault),
                _ => Place {
                    path: Some(error.place.clone()),
                    ..Place::default()
                },
            },
            Self::Build(error) => Place {
                operation: Some(error.operation),
                ..Place::default()
            },
            _ => Place::default(),
        }
    }

    fn exception(&self, py: Python<'_>) -> PyResult<PyErr> {
        let place = self.place();
        let attributes = PyDict::new(py);
        if let Some(path) = place.path {
            attributes.set_item("place", path)?;
        }
        for (name, number) in [
            ("line", place.line),
            ("column", place.column),
            ("operation", place.operation),
        ] {
            if let Some(number) = number {
                attributes.set_item(name, number)?;
            }
        }
        let class = py.import("cadseq._errors")?.getattr(self.class())?;
        let exception = class.call((self.to_string(),), Some(&attributes))?;
        Ok(PyErr::from_value(exception))
    }
}

impl Place {
    fn in_text(error: &TextError) -> Self {
        Self {
            line: Some(error.line),
            column: Some(error.column),
            ..Self::default()
        }
    }
}

impl From<Error> for PyErr {
    fn from(error: Error) -> Self {
        match error {
            Error::Python(error) => error,
            error => Python::attach(|py| error.exception(py).unwrap_or_else(|failure| failure)),
        }
    }
}
