//! Wavefront OBJ: triangles in millimetres, one group for each face of the exact solid.

use std::fmt::Write as _;

use super::{MILLIMETRES_PER_UNIT, facets::split_faces};
use crate::Mesh;
use crate::origin::{FaceOrigin, FacePart};

/// The text of an OBJ file, in millimetres, Z up. Positions are shared between groups, so the
/// mesh stays closed. The groups of a face are named by its origins: `start_` and `end_` with the
/// number of the extrude, `side_` with those of the extrude and the curve.
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
        push_group(&mut text, &face.origins, &corners, normals);
    }
    text
}

// Writing into a string cannot fail, so the results of `write!` are dropped here and below.
fn push_vector(text: &mut String, key: &str, vector: glam::DVec3) {
    let _ = writeln!(text, "{key} {} {} {}", vector.x, vector.y, vector.z);
}

fn push_group(
    text: &mut String,
    origins: &[FaceOrigin],
    corners: &[[u32; 3]],
    normals: &[[u32; 3]],
) {
    text.push('g');
    for FaceOrigin { extrude, part } in origins {
        let _ = match part {
            FacePart::Start => write!(text, " start_{extrude}"),
            FacePart::End => write!(text, " end_{extrude}"),
            FacePart::Side { curve } => write!(text, " side_{extrude}_{curve}"),
        };
    }
    text.push('\n');
    for (corners, normals) in corners.iter().zip(normals) {
        let [a, b, c] = [0, 1, 2].map(|k| format!("{}//{}", corners[k] + 1, normals[k] + 1));
        let _ = writeln!(text, "f {a} {b} {c}");
    }
}
