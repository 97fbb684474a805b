//! Areas of faces. Triangles in parameters add up to that of a cylinder's patch; on a plane, what lies between a circle
//! and its chords is added or taken away.

use cadseq_solid::Surface;

use super::{Boundary, BoundaryFace, Convexity, EdgeShape, flat_area};

/// Fills in the areas of all faces.
pub(super) fn measure(boundary: &mut Boundary) {
    for face in &mut boundary.faces {
        face.area = face.flat.iter().map(flat_area).sum::<f64>() * face.chart.scale();
    }
    for edge in &boundary.edges {
        let EdgeShape::Circle { radius, .. } = edge.shape else {
            continue;
        };
        let cap = |angle: f64| radius * radius * (angle - libm::sin(angle)) / 2.0;
        let caps: f64 = edge.chord_angles().map(cap).sum();
        let [a, b] = edge.faces;
        let cylinder = |face: &BoundaryFace| match face.surface {
            Surface::Cylinder { concave, .. } => Some(concave),
            Surface::Plane { .. } => None,
        };
        let (plane, concave) = match (cylinder(&boundary.faces[a]), cylinder(&boundary.faces[b])) {
            (None, Some(concave)) => (a, concave),
            (Some(concave), None) => (b, concave),
            _ => continue,
        };
        // The plane lies within the circle at the end of a pin and at the floor of a hole.
        let is_within = concave == (edge.convexity == Convexity::Concave);
        boundary.faces[plane].area += if is_within { caps } else { -caps };
    }
}
