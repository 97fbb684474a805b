//! The bodies of a solid, its connected pieces, under the names that files give them: every format has the same.

use super::Label;
use crate::kernel::KernelError;
use crate::{Mesh, MeshTolerance, Solid};

/// The mesh of a body, with its name.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedMesh {
    /// What the body is called.
    pub label: Label,
    /// Its triangles; at least one.
    pub mesh: Mesh,
}

/// What the bodies of a part are called: the only one as the part, several with a number each.
pub(crate) fn body_labels(part: &Label, count: usize) -> Vec<Label> {
    match count {
        1 => vec![part.clone()],
        _ => (1..=count).map(|number| part.of_body(number)).collect(),
    }
}

/// The connected pieces as meshes.
///
/// # Errors
/// Where the kernel cannot take a body apart, or triangulate it.
pub fn named_meshes(
    solid: &Solid,
    part: &Label,
    tolerance: MeshTolerance,
) -> Result<Vec<NamedMesh>, KernelError> {
    let bodies = solid.pieces()?;
    let labels = body_labels(part, bodies.len());
    let meshes = labels.into_iter().zip(bodies).map(|(label, body)| {
        let mesh = body.mesh(tolerance)?;
        Ok(NamedMesh { label, mesh })
    });
    let meshes = meshes.collect::<Result<Vec<_>, _>>()?;
    let has_triangles = |one: &NamedMesh| !one.mesh.triangles.is_empty();
    Ok(meshes.into_iter().filter(has_triangles).collect())
}
