//! `cadseq.Part`: a program that was built.

use std::path::{Path, PathBuf};

use cadseq_interchange::{Design, Format, WriteOptions, write_file};
use cadseq_program::Program as Operations;
use cadseq_solid::{Measures, MeshTolerance, Part as Built, Solid};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::array::array;
use crate::error::Error;
use crate::import::extension;
use crate::mesh::to_python;
use crate::program::Program;
use crate::value::Fields;

/// A program that was built: its exact solid, with measures, mesh and files.
///
/// It pickles by its program, and is built again from it.
#[pyclass(module = "cadseq", frozen)]
pub(crate) struct Part {
    program: Operations,
    built: Built,
    /// `None` where nothing is left of the solid.
    measures: Option<Measures>,
    /// How many connected pieces it has.
    pieces: usize,
}

impl Part {
    /// Builds a program.
    pub(crate) fn build(program: Operations) -> Result<Self, Error> {
        let built = Built::build(&program)?;
        let (measures, pieces) = (built.solid.measures()?, built.solid.piece_count()?);
        Ok(Self {
            program,
            built,
            measures,
            pieces,
        })
    }

    /// What the program makes.
    pub(crate) fn solid(&self) -> &Solid {
        &self.built.solid
    }

    fn file(&self, format: Format, name: &str, options: &WriteOptions) -> Result<Vec<u8>, Error> {
        let design = Design::new(name, &self.program, &self.built);
        Ok(write_file(format, &design, options)?)
    }
}

/// A chord tolerance that a mesh can keep.
pub(crate) fn checked_tolerance(tolerance: f64) -> Result<f64, Error> {
    if tolerance > 0.0 && tolerance.is_finite() {
        Ok(tolerance)
    } else {
        Err(Error::Argument(format!(
            "tolerance = {tolerance} is no distance above 0, in model units"
        )))
    }
}

/// An angle in degrees that a mesh can keep, in radians.
fn checked_angle(angle_deg: f64) -> Result<f64, Error> {
    if angle_deg > 0.0 && angle_deg <= 45.0 {
        Ok(angle_deg.to_radians())
    } else {
        Err(Error::Argument(format!(
            "angle_deg = {angle_deg} is no angle above 0 and up to 45 degrees"
        )))
    }
}

#[pymethods]
impl Part {
    /// The program.
    #[getter]
    fn program(&self) -> Program {
        Program(self.program.clone())
    }

    /// Volume in cubic units, summed over the bodies; 0 where nothing is left of the solid.
    #[getter]
    fn volume(&self) -> f64 {
        self.measures.map_or(0.0, |measures| measures.volume)
    }

    /// Area of all faces in square units.
    #[getter]
    fn surface_area(&self) -> f64 {
        self.measures.map_or(0.0, |measures| measures.surface_area)
    }

    /// Lowest and highest coordinates, float64 (2, 3); None where nothing is left of the solid.
    #[getter]
    fn bounds<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let Some(Measures { bounds, .. }) = self.measures else {
            return Ok(None);
        };
        let corners = [bounds.min.to_array(), bounds.max.to_array()];
        array(py, corners.into_iter().flatten(), &[2, 3]).map(Some)
    }

    /// Centre of mass of uniform density, float64 (3,); None where nothing is left of the solid.
    #[getter]
    fn center_of_mass<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let center = self.measures.map(|measures| measures.center_of_mass);
        center
            .map(|center| array(py, center.to_array(), &[3]))
            .transpose()
    }

    /// How many bodies the solid has, each a connected piece.
    #[getter]
    fn bodies(&self) -> usize {
        self.pieces
    }

    /// What is no error but may not be expected, such as a cut that changes nothing.
    #[getter]
    fn notes(&self) -> Vec<String> {
        self.built.notes.iter().map(ToString::to_string).collect()
    }

    /// A watertight mesh that leaves the exact solid by at most `tolerance` model units.
    #[pyo3(signature = (tolerance=MeshTolerance::FILE_CHORD), text_signature = "($self, tolerance=0.005)")]
    fn mesh<'py>(&self, py: Python<'py>, tolerance: f64) -> Result<Bound<'py, PyAny>, Error> {
        let tolerance = checked_tolerance(tolerance)?;
        let mesh = py.detach(|| self.built.solid.mesh(tolerance))?;
        Ok(to_python(py, &mesh, &self.built)?)
    }

    /// The bytes of a file: `step`, `stl`, `obj`, `glb`, `3mf`, `cadquery`, `svg`, ... (`formats()`).
    ///
    /// `name` is what the file calls the part, `sketch` the index of the one that `svg` and `dxf` draw.
    /// Triangles leave the exact solid by at most `tolerance` model units, and turn by at most
    /// `angle_deg` degrees along arcs. Where neither is given, that is 0.05 mm or 1/2000 of the part's size,
    /// whichever is less, and 5.73 degrees: 63 edges a full circle. One by itself goes without the other's
    /// effect, but for the usual `tolerance` beside an `angle_deg`.
    #[pyo3(
        signature = (format, *, name="part", tolerance=None, angle_deg=None, sketch=0),
        text_signature = "($self, format, *, name='part', tolerance=None, angle_deg=None, sketch=0)"
    )]
    fn to_bytes<'py>(
        &self,
        py: Python<'py>,
        format: &str,
        name: &str,
        tolerance: Option<f64>,
        angle_deg: Option<f64>,
        sketch: usize,
    ) -> Result<Bound<'py, PyBytes>, Error> {
        let (format, options) = (
            Format::from_name(format)?,
            options(tolerance, angle_deg, sketch)?,
        );
        let bytes = py.detach(|| self.file(format, name, &options))?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// Writes a file, whole or not at all, as `to_bytes`; without `format` its extension decides, and without
    /// `name` the part is called as the file.
    #[pyo3(
        signature = (path, format=None, *, name=None, tolerance=None, angle_deg=None, sketch=0),
        text_signature = "($self, path, format=None, *, name=None, tolerance=None, angle_deg=None, sketch=0)"
    )]
    #[expect(clippy::too_many_arguments, reason = "keywords of a Python method")]
    fn write(
        &self,
        py: Python<'_>,
        path: PathBuf,
        format: Option<&str>,
        name: Option<&str>,
        tolerance: Option<f64>,
        angle_deg: Option<f64>,
        sketch: usize,
    ) -> Result<(), Error> {
        let options = options(tolerance, angle_deg, sketch)?;
        let format = match format {
            Some(format) => Format::from_name(format)?,
            None => Format::to_write(&extension(&path))?,
        };
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let name = name.unwrap_or(&stem);
        py.detach(|| write_whole(&path, &self.file(format, name, &options)?))
    }

    fn __repr__(&self) -> String {
        format!("<Part: {} bodies, volume {}>", self.bodies(), self.volume())
    }

    fn __reduce__(slf: &Bound<'_, Self>) -> PyResult<(Py<PyAny>, (Program,))> {
        let program = slf.py().get_type::<Program>();
        let build = program.getattr("build")?;
        Ok((build.unbind(), (slf.get().program(),)))
    }
}

fn options(
    tolerance: Option<f64>,
    angle_deg: Option<f64>,
    sketch: usize,
) -> Result<WriteOptions, Error> {
    Ok(WriteOptions {
        chord_tolerance: tolerance.map(checked_tolerance).transpose()?,
        angle_tolerance_rad: angle_deg.map(checked_angle).transpose()?,
        sketch,
        ..WriteOptions::default()
    })
}

fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    cadseq_files::write_whole(path, bytes).map_err(|error| Error::file(error, path))
}

/// The formats that programs are read from, and that they or their solids are written in.
#[pyfunction]
pub(crate) fn formats(py: Python<'_>) -> PyResult<Vec<Bound<'_, PyAny>>> {
    let value = |format: Format| {
        Fields::new(py)
            .with("name", format.name())?
            .with("title", format.title())?
            .with("extensions", format.extensions().to_vec())?
            .with("is_read", format.is_read())?
            .with("is_written", format.is_written())?
            .make("Format")
    };
    Format::ALL.into_iter().map(value).collect()
}
