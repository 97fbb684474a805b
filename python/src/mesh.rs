//! Meshes as `cadseq.Mesh`.

use cadseq_solid::{Edge, Face, Mesh, Part, Surface};
use pyo3::prelude::*;

use crate::array::{array, triples};
use crate::value::Fields;

/// The mesh of a part.
pub(crate) fn to_python<'py>(
    py: Python<'py>,
    mesh: &Mesh,
    part: &Part,
) -> PyResult<Bound<'py, PyAny>> {
    let positions = mesh.positions.iter().map(|position| position.to_array());
    let face_ids = mesh.triangle_faces.iter().copied();
    let faces = mesh.faces.iter().map(|face| to_face(py, face, part));
    let edges = mesh.edges.iter().map(|edge| to_edge(py, edge));
    Fields::new(py)
        .with("vertices", triples(py, positions)?)?
        .with("triangles", triples(py, mesh.triangles.iter().copied())?)?
        .with(
            "face_ids",
            array(py, face_ids, &[mesh.triangle_faces.len()])?,
        )?
        .with("faces", faces.collect::<PyResult<Vec<_>>>()?)?
        .with("edges", edges.collect::<PyResult<Vec<_>>>()?)?
        .make("Mesh")
}

fn to_face<'py>(py: Python<'py>, face: &Face, part: &Part) -> PyResult<Bound<'py, PyAny>> {
    let surface = match face.surface {
        Surface::Plane { .. } => "plane",
        Surface::Cylinder { .. } => "cylinder",
    };
    Fields::new(py)
        .with("surface", surface)?
        .with("origins", part.face_names(&face.origins))?
        .make("Face")
}

fn to_edge<'py>(py: Python<'py>, edge: &Edge) -> PyResult<Bound<'py, PyAny>> {
    array(py, edge.corners.iter().copied(), &[edge.corners.len()])
}
