//! Binary STL: triangles in millimetres.

use glam::DVec3;

use super::MILLIMETRES_PER_UNIT;
use crate::Mesh;

const HEADER: &[u8] = b"cadseq binary STL, unit mm, Z up";

/// The bytes of a binary STL file, in millimetres, Z up.
pub fn write(mesh: &Mesh) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(84 + 50 * mesh.triangles.len());
    bytes.extend_from_slice(HEADER);
    bytes.resize(80, b' ');
    bytes.extend_from_slice(&(mesh.triangles.len() as u32).to_le_bytes());
    for triangle in &mesh.triangles {
        let [a, b, c] = triangle.map(|corner| mesh.positions[corner as usize]);
        let normal = (b - a).cross(c - a).normalize_or_zero();
        push_vector(&mut bytes, normal);
        for corner in [a, b, c] {
            push_vector(&mut bytes, corner * MILLIMETRES_PER_UNIT);
        }
        bytes.extend_from_slice(&[0, 0]);
    }
    bytes
}

fn push_vector(bytes: &mut Vec<u8>, vector: DVec3) {
    for value in vector.as_vec3().to_array() {
        bytes.extend_from_slice(&value.to_le_bytes());
    }
}
