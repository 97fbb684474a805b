//! Results as the dataclasses of `cadseq/_values.py`, which pickle and compare as Python's own.

use pyo3::prelude::*;
use pyo3::types::PyDict;

/// The fields of a dataclass, in any order.
pub(crate) struct Fields<'py>(Bound<'py, PyDict>);

impl<'py> Fields<'py> {
    /// No field yet.
    pub(crate) fn new(py: Python<'py>) -> Self {
        Self(PyDict::new(py))
    }

    /// With one more field.
    pub(crate) fn with(self, name: &str, value: impl IntoPyObject<'py>) -> PyResult<Self> {
        self.0.set_item(name, value)?;
        Ok(self)
    }

    /// An instance of the dataclass with this name.
    pub(crate) fn make(self, class: &str) -> PyResult<Bound<'py, PyAny>> {
        let values = self.0.py().import("cadseq._values")?;
        values.getattr(class)?.call((), Some(&self.0))
    }
}
