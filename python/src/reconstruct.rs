//! `cadseq.Reconstructor`.

use std::path::PathBuf;

use cadseq_reconstruct::{
    Candidate, Options, PaperReconstructor, Reconstruction, Reconstructor as Inner, SeeOptions,
    Seer, tidy,
};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

use crate::error::Error;
use crate::import::Source;
use crate::program::Program;
use crate::see::{known_camera, photo_of, stated_lens};
use crate::threads::with_threads;
use crate::value::Fields;
use crate::view;

/// Turns pictures of one part into programs; it loads the network once and may be used by many threads.
///
/// `weights` is the path of own weights (safetensors); those of the library are built in.
#[pyclass(module = "cadseq", frozen)]
pub(crate) struct Reconstructor(Inner);

#[pymethods]
impl Reconstructor {
    #[new]
    #[pyo3(signature = (weights=None))]
    fn new(py: Python<'_>, weights: Option<PathBuf>) -> Result<Self, Error> {
        py.detach(|| {
            Ok(Self(match weights {
                None => Inner::built_in()?,
                Some(path) => Inner::new(
                    PaperReconstructor::from_weights(&bytes_of(path)?)?,
                    Seer::built_in()?,
                ),
            }))
        })
    }

    /// The programs that may have made a picture, the best first.
    ///
    /// The picture is a path, the bytes of a file, or an array (height, width) or (height, width, 3) of
    /// uint8 (0 to 255) or floats (0 to 1), 0 black. With fit=False the answer is the network's alone.
    /// `object`, `vertical_fov_deg` and `camera` are as for Seer.see; after `seconds` the best so far is the
    /// answer. Raises ReconstructError where no program explains the picture.
    #[pyo3(signature = (picture, *, candidates=3, fit=true, object=0, vertical_fov_deg=None, camera=None, seconds=None))]
    #[expect(clippy::too_many_arguments, reason = "they are Python's keywords")]
    fn reconstruct<'py>(
        &self,
        py: Python<'py>,
        picture: &Bound<'py, PyAny>,
        candidates: usize,
        fit: bool,
        object: usize,
        vertical_fov_deg: Option<f64>,
        camera: Option<&str>,
        seconds: Option<f64>,
    ) -> Result<Bound<'py, PyAny>, Error> {
        if candidates == 0 {
            let fault = "candidates = 0 asks for nothing; give a number from 1";
            return Err(Error::Argument(fault.to_owned()));
        }
        if seconds.is_some_and(|seconds| !(seconds > 0.0 && seconds.is_finite())) {
            let fault = "seconds is how long the search may take; give a number above 0";
            return Err(Error::Argument(fault.to_owned()));
        }
        let (picture, exif) = photo_of(picture)?;
        let see = SeeOptions {
            object,
            lens: stated_lens(vertical_fov_deg, &picture)?.or(exif),
            camera: known_camera(camera)?,
            ..SeeOptions::default()
        };
        let options = Options {
            candidates,
            fit,
            seconds,
        };
        let answer =
            py.detach(|| with_threads(|| self.0.reconstruct(&picture, &see, &options)))??;
        Ok(to_python(py, &answer)?)
    }
}

/// The bytes of a file of weights.
pub(crate) fn bytes_of(path: PathBuf) -> Result<Vec<u8>, Error> {
    Ok(Source::Path(path).into_bytes()?.0)
}

/// Whether an object stands for a file, and not for an array: a path, or the bytes of one.
pub(crate) fn is_file(object: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(object.is_instance_of::<PyBytes>()
        || object.is_instance_of::<PyString>()
        || object.hasattr("__fspath__")?)
}

fn to_python<'py>(py: Python<'py>, answer: &Reconstruction) -> PyResult<Bound<'py, PyAny>> {
    let candidates = answer.candidates.iter();
    let candidates = candidates.map(|candidate| to_candidate(py, candidate));
    let millis = Fields::new(py)
        .with("find", answer.millis.find)?
        .with("network", answer.millis.network)?
        .with("fit", answer.millis.fit)?
        .make("StageMillis")?;
    Fields::new(py)
        .with("candidates", candidates.collect::<PyResult<Vec<_>>>()?)?
        .with("confidence", answer.confidence)?
        .with("view", view::to_python(py, &answer.view)?)?
        .with("millis", millis)?
        .make("Reconstruction")
}

fn to_candidate<'py>(py: Python<'py>, candidate: &Candidate) -> PyResult<Bound<'py, PyAny>> {
    let program = tidy(&candidate.program).unwrap_or_else(|| candidate.program.clone());
    Fields::new(py)
        .with("program", Program(program))?
        .with("quantized", Program(candidate.quantized.clone()))?
        .with("score", candidate.score)?
        .with("regularities", candidate.regularities.clone())?
        .with("assumptions", candidate.assumptions.clone())?
        .with("differs", candidate.differs.clone())?
        .make("Candidate")
}
