//! `cadseq.Distribution` and `cadseq.sample`.

use std::sync::Arc;

use cadseq_dataset::{Distribution as Distributed, RuleSet, sample as draw};
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::error::Error;
use crate::matrix;
use crate::program::Program;
use crate::value::Fields;

/// What samples are drawn from: with (design rules), without, or mixed.
///
/// A sample is a function of the distribution, seed and index alone, the same on every machine.
#[pyclass(module = "cadseq", frozen, from_py_object)]
#[derive(Clone)]
pub(crate) struct Distribution {
    distributed: Arc<Distributed>,
    source: SourceText,
}

/// Where a distribution comes from, which is what it pickles by.
#[derive(Clone)]
enum SourceText {
    Name(String),
    Rules(String),
}

const NAMES: [&str; 3] = ["with", "without", "mixed"];

#[pymethods]
impl Distribution {
    #[new]
    fn new(name: &str) -> Result<Self, Error> {
        let distributed = match name {
            "with" => Distributed::with_rules(),
            "without" => Distributed::without_rules(),
            "mixed" => Distributed::mixed(),
            other => return Err(Error::choice("rules", other, &NAMES)),
        };
        Ok(Self {
            distributed: Arc::new(distributed),
            source: SourceText::Name(name.to_owned()),
        })
    }

    /// The distribution of own design rules, in the form of the built-in ones (docs/data.md).
    #[classmethod]
    fn from_rules(_class: &Bound<'_, PyType>, toml: &str) -> Result<Self, Error> {
        let rules: RuleSet = toml.parse()?;
        Ok(Self {
            distributed: Arc::new(Distributed::ruled(rules)),
            source: SourceText::Rules(toml.to_owned()),
        })
    }

    /// The name that seeds its samples.
    #[getter]
    fn name(&self) -> &str {
        self.distributed.name()
    }

    /// The sample of a seed and an index.
    #[pyo3(signature = (seed, index))]
    fn sample<'py>(
        &self,
        py: Python<'py>,
        seed: u64,
        index: u64,
    ) -> Result<Bound<'py, PyAny>, Error> {
        let drawn = py.detach(|| draw(&self.distributed, seed, index));
        let rejections = drawn.rejections.iter();
        let rejections: std::collections::BTreeMap<&str, u64> = rejections.collect();
        let fields = Fields::new(py)
            .with("matrix", matrix::to_array(py, &drawn.matrix)?)?
            .with("sequence", drawn.sequence.name())?
            .with("template", drawn.template().name())?
            .with("rejections", rejections)?
            .with("program", Program(drawn.program.clone()))?;
        Ok(fields.make("Sample")?)
    }

    pub(crate) fn __repr__(&self) -> String {
        match &self.source {
            SourceText::Name(name) => format!("Distribution({name:?})"),
            SourceText::Rules(toml) => format!("Distribution.from_rules({toml:?})"),
        }
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let class = slf.get_type();
        Ok(match &slf.get().source {
            SourceText::Name(name) => (class.into_any(), (name.clone(),)),
            SourceText::Rules(toml) => (class.getattr("from_rules")?, (toml.clone(),)),
        })
    }
}

/// A name of a distribution, or one.
#[derive(Clone, FromPyObject, IntoPyObject)]
pub(crate) enum Rules {
    Distribution(Distribution),
    Name(String),
}

impl Rules {
    /// The distribution.
    pub(crate) fn distribution(&self) -> Result<Distribution, Error> {
        match self {
            Self::Distribution(distribution) => Ok(distribution.clone()),
            Self::Name(name) => Distribution::new(name),
        }
    }
}

impl Distribution {
    /// What samples are drawn from.
    pub(crate) fn distributed(&self) -> &Distributed {
        &self.distributed
    }
}

/// A fresh program that gives a solid: the sample `index` of the data set of `seed`.
///
/// `rules` is with, without, mixed, or a Distribution.
#[pyfunction]
pub(crate) fn sample<'py>(
    py: Python<'py>,
    rules: Rules,
    seed: u64,
    index: u64,
) -> Result<Bound<'py, PyAny>, Error> {
    rules.distribution()?.sample(py, seed, index)
}
