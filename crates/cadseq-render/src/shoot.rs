//! Taking a shot: surfaces first, then the look.

use cadseq_solid::Mesh;
use rand::Rng;

use crate::looks::paint;
use crate::surfaces::{Body, Placement, surfaces_among};
use crate::{ColorPicture, Shot, SurfaceBuffer};

/// Draws a part as a shot says, with what its samples see. Meshes of `clutter` may lie around it in photographs; they
/// may have any size and place, and are not part of the part.
pub fn shoot(
    part: &Mesh,
    _clutter: &[Mesh],
    shot: &Shot,
    supersampling: usize,
    rng: &mut impl Rng,
) -> (ColorPicture, SurfaceBuffer) {
    let body = Body::of_mesh(part, &shot.view.camera, &Placement::IDENTITY);
    let buffer = surfaces_among(part, &body, &[], &shot.view, supersampling);
    let picture = paint(&buffer, shot, rng);
    (picture, buffer)
}
