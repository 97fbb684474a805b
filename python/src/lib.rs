//! `cadseq` for Python: the extension module under the package `cadseq`.
//!
//! It converts, and computes nothing of its own: arguments to the types of the crates, results to
//! numpy arrays ([`array`]) and to the dataclasses of `cadseq/_values.py` ([`value`]), errors to the
//! exceptions of `cadseq/_errors.py` ([`error`]). Whatever takes long runs without the interpreter's
//! lock. Doc comments on what Python sees are its docstrings, in Python's words; its types are in
//! `cadseq/_cadseq.pyi`.

mod array;
mod camera;
mod case;
mod data_set;
mod error;
mod import;
mod matrix;
mod mesh;
mod metrics;
mod part;
mod picture;
mod program;
mod reconstruct;
mod sample;
mod see;
mod solids;
mod threads;
mod value;
mod view;

use pyo3::pymodule;

/// The extension module; `cadseq` has the names that are meant for use.
#[pymodule]
mod _cadseq {
    #[pymodule_export]
    use crate::data_set::DataSet;
    #[pymodule_export]
    use crate::import::import_file;
    #[pymodule_export]
    use crate::metrics::{accuracy, by_tolerance, parameter_curve, score};
    #[pymodule_export]
    use crate::metrics::{random_ap1, random_ap1_with_plane};
    #[pymodule_export]
    use crate::part::{Part, formats};
    #[pymodule_export]
    use crate::picture::{encode_png, read_picture, render};
    #[pymodule_export]
    use crate::program::{Program, equivalent};
    #[pymodule_export]
    use crate::reconstruct::Reconstructor;
    #[pymodule_export]
    use crate::sample::{Distribution, sample};
    #[pymodule_export]
    use crate::see::Seer;
    #[pymodule_export]
    use crate::solids::{iou, pictures, solids};
}
