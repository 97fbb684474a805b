//! Binary STL: triangles in millimetres, all bodies together, since the format has no objects.

use glam::DVec3;

use super::{Label, MILLIMETRES_PER_UNIT, NamedMesh};

/// Bytes of a header; it must not begin with `solid`, which readers take for the text form.
const HEADER_BYTES: usize = 80;

/// The bytes of a binary STL file, in millimetres, Z up.
pub fn write(part: &Label, bodies: &[NamedMesh]) -> Vec<u8> {
    let count: usize = bodies.iter().map(|body| body.mesh.triangles.len()).sum();
    let mut bytes = Vec::with_capacity(84 + 50 * count);
    bytes.extend_from_slice(&header(part));
    bytes.extend_from_slice(&(count as u32).to_le_bytes());
    for mesh in bodies.iter().map(|body| &body.mesh) {
        for triangle in &mesh.triangles {
            push_triangle(
                &mut bytes,
                triangle.map(|corner| mesh.positions[corner as usize]),
            );
        }
    }
    bytes
}

/// Unit, axes and name. Some readers look for `COLOR=` in a header, so a name has no `=`.
fn header(part: &Label) -> Vec<u8> {
    let name = part.ascii().replace('=', "-");
    let mut header = format!("cadseq STL, unit mm, Z up: {name}").into_bytes();
    header.resize(HEADER_BYTES, b' ');
    header
}

fn push_triangle(bytes: &mut Vec<u8>, [a, b, c]: [DVec3; 3]) {
    push_vector(bytes, (b - a).cross(c - a).normalize_or_zero());
    for corner in [a, b, c] {
        push_vector(bytes, corner * MILLIMETRES_PER_UNIT);
    }
    bytes.extend_from_slice(&[0, 0]);
}

fn push_vector(bytes: &mut Vec<u8>, vector: DVec3) {
    for value in vector.as_vec3().to_array() {
        bytes.extend_from_slice(&value.to_le_bytes());
    }
}
