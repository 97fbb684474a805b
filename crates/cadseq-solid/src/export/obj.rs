//! Wavefront OBJ: triangles in millimetres, an object for each body, a group for each face of the exact
//! solid.

use std::fmt::Write as _;

use glam::DVec3;

use super::{Label, MILLIMETRES_PER_UNIT, NamedMesh, facets::split_faces};
use crate::Mesh;
use crate::origin::{FaceOrigin, FacePart};

/// The text of an OBJ file, in millimetres, Z up. Positions are shared between groups, so the
/// mesh of a body stays closed. The groups of a face are named by its origins: `start_` and `end_` with
/// the number of the extrude, `side_` with those of the extrude and the curve.
pub fn write(bodies: &[NamedMesh]) -> String {
    let mut text = String::from("# cadseq OBJ, unit mm, Z up\n");
    // OBJ counts positions and normals from 1 and through the whole file.
    let (mut positions, mut normals) = (1, 1);
    for NamedMesh { label, mesh } in bodies {
        let _ = writeln!(text, "o {}", object_name(label));
        normals += push_body(&mut text, mesh, [positions, normals]);
        positions += mesh.positions.len();
    }
    text
}

/// A name of one word: many readers end a name at a space, some begin a comment at `#`, and a backslash
/// at the end of a line takes the next one in.
fn object_name(label: &Label) -> String {
    let is_apart = |c: char| c.is_whitespace() || matches!(c, '#' | '\\');
    label.as_str().replace(is_apart, "_")
}

/// A body whose first position and normal have these numbers; how many normals it has.
fn push_body(text: &mut String, mesh: &Mesh, first: [usize; 2]) -> usize {
    for position in &mesh.positions {
        push_vector(text, "v", *position * MILLIMETRES_PER_UNIT);
    }
    let facets = split_faces(mesh);
    for normal in &facets.normals {
        push_vector(text, "vn", *normal);
    }
    let mut mesh_corners = vec![Vec::new(); mesh.faces.len()];
    for (triangle, &face) in mesh.triangles.iter().zip(&mesh.triangle_faces) {
        mesh_corners[face as usize].push(*triangle);
    }
    for ((face, corners), normals) in mesh.faces.iter().zip(mesh_corners).zip(&facets.faces) {
        push_group(text, &face.origins);
        for (corners, normals) in corners.iter().zip(normals) {
            push_triangle(text, corners, normals, first);
        }
    }
    facets.normals.len()
}

// Writing into a string cannot fail, so the results of `write!` are dropped here and below.
fn push_vector(text: &mut String, key: &str, vector: DVec3) {
    let _ = writeln!(text, "{key} {} {} {}", vector.x, vector.y, vector.z);
}

fn push_group(text: &mut String, origins: &[FaceOrigin]) {
    text.push('g');
    for FaceOrigin { extrude, part } in origins {
        let _ = match part {
            FacePart::Start => write!(text, " start_{extrude}"),
            FacePart::End => write!(text, " end_{extrude}"),
            FacePart::Side { curve } => write!(text, " side_{extrude}_{curve}"),
        };
    }
    text.push('\n');
}

fn push_triangle(text: &mut String, corners: &[u32; 3], normals: &[u32; 3], first: [usize; 2]) {
    let [a, b, c] = [0, 1, 2].map(|k| {
        let [corner, normal] = [corners[k], normals[k]].map(|number| number as usize);
        format!("{}//{}", first[0] + corner, first[1] + normal)
    });
    let _ = writeln!(text, "f {a} {b} {c}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_one_word() {
        let name = object_name(&Label::new("left  plate #2\u{a0}\\"));
        assert_eq!(name, "left__plate__2__");
    }
}
