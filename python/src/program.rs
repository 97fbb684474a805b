//! `cadseq.Program`.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use cadseq_interchange::{Format, ReadOptions, SCHEMA, read, write};
use cadseq_program::{
    CanonicalOptions, Program as Operations, are_equivalent, canonical, decode, encode,
    equivalents, quantized,
};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};

use crate::error::Error;
use crate::import::{Source, imported};
use crate::matrix::{Config, from_array, to_array};
use crate::part::Part;

/// A CAD program: a short list of sketches, curves and extrudes. It never changes.
///
/// `str(program)` is its text, `len(program)` counts its operations; programs compare, hash and
/// pickle. Lengths are in model units (1 unit = 1 cm), angles in degrees.
#[pyclass(module = "cadseq", frozen, eq)]
#[derive(Debug, PartialEq)]
pub(crate) struct Program(pub(crate) Operations);

/// What makes two programs the same.
#[derive(Clone, Copy)]
pub(crate) struct Same(pub(crate) CanonicalOptions);

impl FromPyObject<'_, '_> for Same {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let picture = CanonicalOptions::default();
        match object.extract::<String>()?.as_str() {
            "picture" => Ok(Self(picture)),
            "solid" => Ok(Self(CanonicalOptions {
                camera_world: None,
                ..picture
            })),
            other => Err(Error::choice("same", other, &["picture", "solid"]).into()),
        }
    }
}

impl Same {
    /// The same picture: what holds where nothing is said.
    pub(crate) fn picture() -> Self {
        Self(CanonicalOptions::default())
    }
}

#[pymethods]
impl Program {
    /// The program in a text, one operation a line, `#` comments.
    ///
    /// Raises TextError with line and column.
    #[classmethod]
    fn parse(_class: &Bound<'_, PyType>, text: &str) -> Result<Self, Error> {
        Ok(Self(text.parse()?))
    }

    /// The program in a file: its own text or JSON, Fusion 360 Gallery, DeepCAD or Text2CAD JSON, DeepCAD
    /// vectors.
    ///
    /// Without `format` (a name of `formats()`) the file's extension and content decide. Whatever the
    /// language lacks raises ReadError with its place; `import_file` can keep what is before it.
    #[classmethod]
    #[pyo3(signature = (path, *, format=None))]
    fn read(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        path: PathBuf,
        format: Option<&str>,
    ) -> Result<Self, Error> {
        let (program, ..) = imported(py, Source::Path(path), format, ReadOptions::default())?;
        Ok(Self(program))
    }

    /// The program in JSON of `docs/schema/program.schema.json`.
    #[classmethod]
    fn from_json(_class: &Bound<'_, PyType>, json: &str) -> Result<Self, Error> {
        let options = ReadOptions::default();
        Ok(Self(read(Format::Json, json.as_bytes(), &options)?.program))
    }

    /// The program of operations as dicts, such as {"op": "add_circle", "center": [0, 0], "radius": 5}.
    #[classmethod]
    fn from_operations(
        class: &Bound<'_, PyType>,
        operations: &Bound<'_, PyAny>,
    ) -> Result<Self, Error> {
        let py = class.py();
        let record = PyDict::new(py);
        record.set_item("schema", SCHEMA)?;
        record.set_item("operations", operations)?;
        let json: String = py
            .import("json")?
            .call_method1("dumps", (record,))?
            .extract()?;
        Self::from_json(class, &json)
    }

    /// The program in a feature matrix, an array of whole numbers (rows, variables).
    ///
    /// Without `config`, 7 columns are the paper's variables and 10 are all. A network's raw choice of
    /// levels needs `mask_unused=True`, which empties what a row does not use and all after EOP.
    /// Raises MatrixError where the matrix is no program.
    #[classmethod]
    #[pyo3(signature = (array, *, config=None, mask_unused=false))]
    fn from_matrix(
        _class: &Bound<'_, PyType>,
        array: &Bound<'_, PyAny>,
        config: Option<Config>,
        mask_unused: bool,
    ) -> Result<Self, Error> {
        let config = config
            .map(|config| Config::or_paper(Some(config)))
            .transpose()?;
        let matrix = from_array(array, config.as_ref())?;
        let matrix = if mask_unused { matrix.masked() } else { matrix };
        Ok(Self(decode(&matrix)?))
    }

    /// The program as JSON; reading it gives this very program.
    fn to_json(&self) -> String {
        write::json::write(&self.0)
    }

    /// The operations as dicts, as in the JSON form.
    #[getter]
    fn operations<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let record = py
            .import("json")?
            .call_method1("loads", (self.to_json(),))?;
        record.get_item("operations")
    }

    /// The feature matrix, an int16 array (rows, variables), with -1 in unused slots; by default the
    /// paper's (10, 7).
    ///
    /// Raises MatrixError for what the integers cannot carry.
    #[pyo3(signature = (*, config=None))]
    fn matrix<'py>(
        &self,
        py: Python<'py>,
        config: Option<Config>,
    ) -> Result<Bound<'py, PyAny>, Error> {
        let matrix = encode(&self.0, &Config::or_paper(config)?)?;
        Ok(to_array(py, &matrix)?)
    }

    /// The program whose values are those of the nearest of the 256 levels.
    #[pyo3(signature = (*, config=None))]
    fn quantized(&self, config: Option<Config>) -> Result<Self, Error> {
        Ok(Self(quantized(&self.0, &Config::or_paper(config)?)?))
    }

    /// The canonical one of all programs that give the same picture, or, with same="solid", the same solid.
    #[pyo3(signature = (*, same=Same::picture()), text_signature = "($self, *, same='picture')")]
    fn canonical(&self, same: Same) -> Self {
        Self(canonical(&self.0, &same.0))
    }

    /// The programs that cannot be told from this one, itself first, none twice.
    #[pyo3(signature = (*, same=Same::picture()), text_signature = "($self, *, same='picture')")]
    fn equivalents(&self, same: Same) -> Vec<Self> {
        let members = equivalents(&self.0, &same.0);
        members.into_iter().map(Self).collect()
    }

    /// Builds the exact solid.
    ///
    /// Raises BuildError with the operation at fault.
    fn build(&self, py: Python<'_>) -> Result<Part, Error> {
        let program = self.0.clone();
        py.detach(|| Part::build(program))
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let text = self.__str__().into_pyobject(py)?.repr()?;
        Ok(format!("Program.parse({text})"))
    }

    fn __len__(&self) -> usize {
        self.0.operations().len()
    }

    /// Of the text: equal programs print alike.
    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.__str__().hash(&mut hasher);
        hasher.finish()
    }

    /// Pickles by its text, which reads back as the very program.
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let parse = slf.get_type().getattr("parse")?;
        Ok((parse, (slf.get().__str__(),)))
    }
}

/// Whether two programs give the same picture, or, with same="solid", the same solid, their values
/// within `tolerance` model units.
#[pyfunction]
#[pyo3(
    signature = (a, b, *, tolerance=1e-6, same=Same::picture()),
    text_signature = "(a, b, *, tolerance=1e-06, same='picture')"
)]
pub(crate) fn equivalent(
    a: PyRef<'_, Program>,
    b: PyRef<'_, Program>,
    tolerance: f64,
    same: Same,
) -> bool {
    are_equivalent(&a.0, &b.0, tolerance, &same.0)
}
