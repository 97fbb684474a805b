//! Wavefront OBJ: triangles in millimetres, one group for each face of the exact solid.

use std::fmt::Write as _;

use super::{MILLIMETRES_PER_UNIT, facets::split_faces};
use crate::{FaceOrigin, Mesh};

/// The text of an OBJ file, in millimetres, Z up. Positions are shared between groups, so the
/// mesh stays closed; groups are `start_cap`, `end_cap` and `side_` with the curve's number.
pub fn write(mesh: &Mesh) -> String {
    let mut text = String::from("# cadseq OBJ, unit mm, Z up\no solid\n");
    for position in &mesh.positions {
        push_vector(&mut text, "v", *position * MILLIMETRES_PER_UNIT);
    }
    let facets = split_faces(mesh);
    for normal in &facets.normals {
        push_vector(&mut text, "vn", *normal);
    }
    let mut mesh_corners = vec![Vec::new(); mesh.faces.len()];
    for (triangle, &face) in mesh.triangles.iter().zip(&mesh.triangle_faces) {
        mesh_corners[face as usize].push(*triangle);
    }
    for ((face, corners), normals) in mesh.faces.iter().zip(mesh_corners).zip(&facets.faces) {
        push_group(&mut text, face.origin, &corners, normals);
    }
    text
}

// Writing into a string cannot fail, so the results of `write!` are dropped here and below.
fn push_vector(text: &mut String, key: &str, vector: glam::DVec3) {
    let _ = writeln!(text, "{key} {} {} {}", vector.x, vector.y, vector.z);
}

fn push_group(text: &mut String, origin: FaceOrigin, corners: &[[u32; 3]], normals: &[[u32; 3]]) {
    let _ = match origin {
        FaceOrigin::StartCap => writeln!(text, "g start_cap"),
        FaceOrigin::EndCap => writeln!(text, "g end_cap"),
        FaceOrigin::Side(curve) => writeln!(text, "g side_{curve}"),
    };
    for (corners, normals) in corners.iter().zip(normals) {
        let [a, b, c] = [0, 1, 2].map(|k| format!("{}//{}", corners[k] + 1, normals[k] + 1));
        let _ = writeln!(text, "f {a} {b} {c}");
    }
}
