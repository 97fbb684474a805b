//! How well a solid explains what is seen.

use cadseq_model::Maps;
use cadseq_render::surfaces;
use cadseq_solid::Mesh;
use glam::DVec3;

use super::placed::Placed;

/// Normals that differ by this angle, in degrees, agree to 1/e.
const NORMAL_DEG: f64 = 25.0;

/// What agreement of outlines alone counts, where the normals do not agree.
const OUTLINE_SHARE: f64 = 0.35;

/// The agreement of a mesh with maps, from 0 to 1: over the pixels that either shows, how well mask and
/// normals agree.
pub fn agreement(mesh: &Mesh, maps: &Maps, placed: &Placed) -> f64 {
    let seen = surfaces(mesh, &placed.view, 1);
    let to_picture = placed.view.camera.camera_from_world;
    let (mut sum, mut count) = (0.0, 0.0);
    for pixel in 0..maps.mask.len() {
        let shown = f64::from(maps.mask[pixel]);
        let has_part = seen.is_part(pixel);
        let part = f64::from(u8::from(has_part));
        if !has_part && shown < 0.05 {
            continue;
        }
        count += shown.max(part);
        if !has_part {
            continue;
        }
        let network = DVec3::from_array(maps.normals[pixel].map(f64::from));
        let network = to_picture * (placed.part_from_crop * network);
        let cosine = network.dot(seen.normal[pixel].as_dvec3()).clamp(-1.0, 1.0);
        let angle = libm::acos(cosine).to_degrees() / NORMAL_DEG;
        let normals = libm::exp(-angle * angle);
        sum += shown * (OUTLINE_SHARE + (1.0 - OUTLINE_SHARE) * normals);
    }
    if count > 0.0 { sum / count } else { 0.0 }
}
