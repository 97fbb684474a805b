//! `cadseq.DataSet`.

use std::ops::Range;
use std::path::PathBuf;

use cadseq_dataset::shard::{Record, Source, begin, finish, make_shard};
use cadseq_dataset::{DataCard, SynthConfig, SynthError};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyType};

use crate::error::Error;
use crate::program::Program;
use crate::sample::Rules;
use crate::value::Fields;
use crate::view;

/// A data set as `cadseq synth` makes it: what its samples are, and how many lie in each file.
///
/// `rules` is with, without, mixed, parts (random mechanical parts), or a Distribution; `size` is the side of the
/// pictures in pixels. Nothing is drawn before it is asked for; samples and files are functions of these settings
/// alone, the same bytes on every machine, in whatever order and wherever they are made.
#[pyclass(module = "cadseq", frozen, from_py_object)]
#[derive(Clone)]
pub(crate) struct DataSet {
    rules: Rules,
    config: SynthConfig,
}

#[pymethods]
impl DataSet {
    #[new]
    #[pyo3(signature = (rules=Rules::Name("with".to_owned()), *, seed=1, samples=22_000, samples_per_shard=1_100, size=512),
           text_signature = "(rules='with', *, seed=1, samples=22000, samples_per_shard=1100, size=512)")]
    fn new(
        rules: Rules,
        seed: u64,
        samples: u64,
        samples_per_shard: u64,
        size: usize,
    ) -> Result<Self, Error> {
        if samples == 0 || samples_per_shard == 0 || !(16..=2048).contains(&size) {
            let fault = "a data set has samples and samples_per_shard of at least 1, and a size of 16 to 2048 pixels";
            return Err(Error::Argument(fault.to_owned()));
        }
        let source = match &rules {
            Rules::Name(name) if name == "parts" => Source::Parts,
            rules => rules.distribution()?.distributed().clone().into(),
        };
        let config = SynthConfig {
            samples,
            samples_per_shard,
            picture_size: size,
            ..SynthConfig::new(PathBuf::new(), source, seed)
        };
        Ok(Self { rules, config })
    }

    /// The name of its distribution, with which its files begin.
    #[getter]
    fn name(&self) -> &str {
        self.config.source.name()
    }

    /// The seed of samples and splits.
    #[getter]
    fn seed(&self) -> u64 {
        self.config.seed
    }

    /// How many samples it has.
    #[getter]
    fn samples(&self) -> u64 {
        self.config.samples
    }

    /// How many samples each file has but the last.
    #[getter]
    fn samples_per_shard(&self) -> u64 {
        self.config.samples_per_shard
    }

    /// Width and height of its pictures in pixels.
    #[getter]
    fn size(&self) -> usize {
        self.config.picture_size
    }

    /// How many files it has.
    #[getter]
    fn shards(&self) -> u64 {
        self.config.shards()
    }

    /// The name of the file of a shard, numbered from 0. Raises IndexError where there is none.
    fn shard_name(&self, shard: u64) -> Result<String, Error> {
        self.range(shard)?;
        Ok(self.config.shard_name(shard))
    }

    /// The samples of a shard: a range. Raises IndexError where there is no such shard.
    fn indices<'py>(&self, py: Python<'py>, shard: u64) -> Result<Bound<'py, PyAny>, Error> {
        let Range { start, end } = self.range(shard)?;
        let range = py.import("builtins")?.getattr("range")?;
        Ok(range.call1((start, end))?)
    }

    /// Draws the sample with this index, from 0, and its picture. Raises IndexError where there is none.
    fn record<'py>(&self, py: Python<'py>, index: u64) -> Result<Bound<'py, PyAny>, Error> {
        if index >= self.config.samples {
            return Err(missing("sample", index, self.config.samples));
        }
        let SynthConfig {
            source,
            seed,
            picture_size,
            ..
        } = &self.config;
        let record = py.detach(|| Record::draw(source, *seed, index, *picture_size))?;
        let label = py.import("json")?.getattr("loads")?;
        let fields = Fields::new(py)
            .with("key", record.key)?
            .with("program", Program(record.cad.parse()?))?
            .with("label", label.call1((PyBytes::new(py, &record.json),))?)?
            .with("picture", PyBytes::new(py, &record.png))?
            .with("view", view::to_python(py, &record.view)?)?;
        Ok(fields.make("Record")?)
    }

    /// Makes the folder and claims it for this data set, once before any shard. Raises CadseqError where it
    /// holds another one.
    fn begin(&self, py: Python<'_>, folder: PathBuf) -> Result<(), Error> {
        Ok(py.detach(|| begin(&self.within(folder)))?)
    }

    /// Writes a shard, numbered from 0, into the folder, whole or not at all, unless it is there; on this thread.
    ///
    /// Any number of processes may do so at once, even with the same shard. Raises IndexError where there is no
    /// such shard.
    fn write_shard(&self, py: Python<'_>, folder: PathBuf, shard: u64) -> Result<(), Error> {
        self.range(shard)?;
        Ok(py.detach(|| make_shard(&self.within(folder), shard))?)
    }

    /// Writes the card of the shards in the folder, and returns what is in card.json.
    ///
    /// Raises CadseqError where a shard does not hold its samples.
    fn finish<'py>(&self, py: Python<'py>, folder: PathBuf) -> Result<Bound<'py, PyAny>, Error> {
        let card: DataCard = py.detach(|| finish(&self.within(folder)))?;
        let json =
            serde_json::to_string(&card).map_err(|error| Error::Argument(error.to_string()))?;
        Ok(py.import("json")?.getattr("loads")?.call1((json,))?)
    }

    fn __len__(&self) -> usize {
        usize::try_from(self.config.samples).unwrap_or(usize::MAX)
    }

    fn __repr__(&self) -> String {
        let rules = match &self.rules {
            Rules::Name(name) => format!("{name:?}"),
            Rules::Distribution(distribution) => distribution.__repr__(),
        };
        let SynthConfig {
            seed,
            samples,
            samples_per_shard,
            picture_size,
            ..
        } = self.config;
        format!(
            "DataSet({rules}, seed={seed}, samples={samples}, samples_per_shard={samples_per_shard}, size={picture_size})"
        )
    }

    #[expect(clippy::type_complexity, reason = "the form of Python's protocol")]
    fn __reduce__<'py>(
        slf: &Bound<'py, Self>,
    ) -> PyResult<(Bound<'py, PyAny>, (Rules, u64, u64, u64, usize))> {
        let Self { rules, config } = slf.get();
        let restore = slf.get_type().getattr("_restore")?;
        let settings = (
            rules.clone(),
            config.seed,
            config.samples,
            config.samples_per_shard,
            config.picture_size,
        );
        Ok((restore, settings))
    }

    #[classmethod]
    fn _restore(
        _class: &Bound<'_, PyType>,
        rules: Rules,
        seed: u64,
        samples: u64,
        samples_per_shard: u64,
        size: usize,
    ) -> Result<Self, Error> {
        Self::new(rules, seed, samples, samples_per_shard, size)
    }
}

impl DataSet {
    fn range(&self, shard: u64) -> Result<Range<u64>, Error> {
        if shard < self.config.shards() {
            Ok(self.config.indices(shard))
        } else {
            Err(missing("shard", shard, self.config.shards()))
        }
    }

    fn within(&self, folder: PathBuf) -> SynthConfig {
        SynthConfig {
            folder,
            ..self.config.clone()
        }
    }
}

fn missing(what: &str, index: u64, count: u64) -> Error {
    let words = format!(
        "there is no {what} {index}; they are numbered from 0 to {}",
        count - 1
    );
    Error::Python(PyIndexError::new_err(words))
}

/// A failure of synthesis; one of a file as Python says it.
impl From<SynthError> for Error {
    fn from(error: SynthError) -> Self {
        match error {
            SynthError::File { path, source, .. } => Self::file(source, &path),
            error => Self::Argument(error.to_string()),
        }
    }
}
