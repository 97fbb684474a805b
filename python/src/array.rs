//! Numbers from and to numpy.
//!
//! Through numpy's own constructors and bytes: one copy, and no binding to its C interface. The crate `numpy` has
//! one; it would be the only new dependency, but each of its releases fits one release of PyO3.

use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyTuple};

use crate::error::Error;

/// A number that numpy knows.
pub(crate) trait Element: Copy {
    /// numpy's name of the type.
    const TYPE: &'static str;
    /// Its bytes on this machine.
    type Bytes: AsRef<[u8]> + for<'a> TryFrom<&'a [u8]>;
    /// To bytes.
    fn to_bytes(self) -> Self::Bytes;
    /// From bytes.
    fn from_bytes(bytes: Self::Bytes) -> Self;
}

macro_rules! element {
    ($type:ty, $name:literal) => {
        impl Element for $type {
            const TYPE: &'static str = $name;
            type Bytes = [u8; size_of::<$type>()];

            fn to_bytes(self) -> Self::Bytes {
                self.to_ne_bytes()
            }

            fn from_bytes(bytes: Self::Bytes) -> Self {
                Self::from_ne_bytes(bytes)
            }
        }
    };
}

element!(f32, "float32");
element!(f64, "float64");
element!(i16, "int16");
element!(i64, "int64");
element!(u32, "uint32");

/// A new, writable array of this shape.
pub(crate) fn array<'py, E: Element>(
    py: Python<'py>,
    values: impl IntoIterator<Item = E>,
    shape: &[usize],
) -> PyResult<Bound<'py, PyAny>> {
    let count: usize = shape.iter().product();
    let size = size_of::<E::Bytes>();
    let buffer = PyByteArray::new_with(py, count * size, |bytes| {
        for (slot, value) in bytes.chunks_exact_mut(size).zip(values) {
            slot.copy_from_slice(value.to_bytes().as_ref());
        }
        Ok(())
    })?;
    let shape = PyTuple::new(py, shape)?;
    let class = py.import("numpy")?.getattr("ndarray")?;
    class.call1((shape, E::TYPE, buffer))
}

/// An array of three columns.
pub(crate) fn triples<'py, E: Element>(
    py: Python<'py>,
    rows: impl ExactSizeIterator<Item = [E; 3]>,
) -> PyResult<Bound<'py, PyAny>> {
    let shape = [rows.len(), 3];
    array(py, rows.flatten(), &shape)
}

/// Anything that numpy makes an array of.
pub(crate) fn as_array<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    object
        .py()
        .import("numpy")?
        .call_method1("asarray", (object,))
}

/// The length along each axis.
pub(crate) fn shape(array: &Bound<'_, PyAny>) -> PyResult<Vec<usize>> {
    array.getattr("shape")?.extract()
}

/// numpy's name of the type of the elements.
pub(crate) fn type_name(array: &Bound<'_, PyAny>) -> PyResult<String> {
    array.getattr("dtype")?.getattr("name")?.extract()
}

/// The elements, row after row.
pub(crate) fn elements<E: Element>(array: &Bound<'_, PyAny>) -> PyResult<Vec<E>> {
    let typed = array.call_method1("astype", (E::TYPE,))?;
    let bytes = typed.call_method0("tobytes")?;
    let bytes = bytes.cast::<PyBytes>()?.as_bytes();
    let element = |bytes: &[u8]| E::Bytes::try_from(bytes).ok().map(E::from_bytes);
    let elements = bytes.chunks_exact(size_of::<E::Bytes>());
    Ok(elements.filter_map(element).collect())
}

/// The entries of an array of whole numbers of two axes, with its rows and columns.
pub(crate) fn integers(object: &Bound<'_, PyAny>) -> Result<(usize, usize, Vec<i64>), Error> {
    let array = as_array(object)?;
    let [rows, columns] = shape(&array)?[..] else {
        return Err(Error::Matrix(format!(
            "a feature matrix has two axes, rows and variables; this array has the shape {}",
            array.getattr("shape")?
        )));
    };
    let type_name = type_name(&array)?;
    let is_whole = type_name.starts_with("int") || type_name.starts_with("uint");
    if !is_whole || type_name == "uint64" {
        return Err(Error::Matrix(format!(
            "a feature matrix holds whole numbers; this array holds {type_name}: round it and use \
             array.astype(int)"
        )));
    }
    Ok((rows, columns, elements(&array)?))
}
