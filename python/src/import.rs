//! Programs from files, and their bytes.

use std::path::{Path, PathBuf};

use cadseq_interchange::{Format, LengthUnit, ReadOptions, read};
use cadseq_program::Program as Operations;
use pyo3::prelude::*;

use crate::error::Error;
use crate::program::Program;
use crate::value::Fields;

/// A file, or what is in one.
#[derive(FromPyObject)]
pub(crate) enum Source {
    /// The bytes.
    Bytes(Vec<u8>),
    /// Where they are.
    Path(PathBuf),
}

impl Source {
    /// The bytes, and the extension of the file where there is one.
    pub(crate) fn into_bytes(self) -> Result<(Vec<u8>, String), Error> {
        match self {
            Self::Bytes(bytes) => Ok((bytes, String::new())),
            Self::Path(path) => {
                let bytes = std::fs::read(&path).map_err(|error| Error::file(error, &path))?;
                Ok((bytes, extension(&path)))
            }
        }
    }
}

/// The extension of a file's name, without its dot.
pub(crate) fn extension(path: &Path) -> String {
    let extension = path.extension().unwrap_or_default();
    extension.to_string_lossy().into_owned()
}

/// The program of a file, what was left out of it, and the format that it has.
pub(crate) fn imported(
    py: Python<'_>,
    source: Source,
    format: Option<&str>,
    options: ReadOptions,
) -> Result<(Operations, Vec<String>, Format), Error> {
    let named = format.map(Format::from_name).transpose()?;
    py.detach(|| {
        let (bytes, extension) = source.into_bytes()?;
        let format = named.map_or_else(|| Format::to_read(&extension, &bytes), Ok)?;
        let found = read(format, &bytes, &options)?;
        Ok((found.program, found.notes, format))
    })
}

/// Reads a program from a path or the bytes of a file, of any format that is read.
///
/// With lenient=True what stands before something unreadable is kept, and notes say what was left out.
/// `unit` (m, cm, mm, in) is that of the file's lengths where it is not that of its format: metres of
/// DeepCAD's JSON, centimetres of the Gallery's, 1 cm for 1 of what has no unit.
#[pyfunction]
#[pyo3(signature = (source, *, format=None, lenient=false, unit=None))]
pub(crate) fn import_file<'py>(
    py: Python<'py>,
    source: Source,
    format: Option<&str>,
    lenient: bool,
    unit: Option<&str>,
) -> Result<Bound<'py, PyAny>, Error> {
    let unit = unit.map(named_unit).transpose()?;
    let (program, notes, format) = imported(py, source, format, ReadOptions { lenient, unit })?;
    let fields = Fields::new(py)
        .with("program", Program(program))?
        .with("notes", notes)?
        .with("format", format.name())?;
    Ok(fields.make("Imported")?)
}

fn named_unit(name: &str) -> Result<LengthUnit, Error> {
    let names = LengthUnit::ALL.map(LengthUnit::name);
    LengthUnit::from_name(name).map_err(|_| Error::choice("unit", name, &names))
}
