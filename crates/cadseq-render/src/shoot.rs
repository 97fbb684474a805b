//! Taking a shot: the scene, what its samples see, and the look over it.

use cadseq_solid::Mesh;
use rand::Rng;

use crate::looks::{Look, paint};
use crate::scene::Scene;
use crate::surfaces::{part_samples, surfaces_among};
use crate::{ColorPicture, Shot, SurfaceBuffer};

/// Things around a part may hide this share of it.
const MAX_HIDDEN: f64 = 0.35;

/// Draws a part as a shot says, with what its samples see.
///
/// In some photographs meshes of `clutter` and simple things lie around the part; the meshes may
/// have any size and place. All of them count as background. The same arguments and the same state
/// of `rng` give the same picture on every machine.
pub fn shoot(
    part: &Mesh,
    clutter: &[Mesh],
    shot: &Shot,
    supersampling: usize,
    rng: &mut impl Rng,
) -> (ColorPicture, SurfaceBuffer) {
    let mut scene = Scene::new(part, shot);
    if let Look::Photo(look) = &shot.look
        && look.things > 0
    {
        scene.add_clutter(clutter, look.things, shot, rng);
    }
    if !scene.others.is_empty() {
        let [alone, left] = part_samples(&scene.part, &scene.others, &shot.view, supersampling);
        if (left as f64) < (1.0 - MAX_HIDDEN) * alone as f64 {
            scene.others.clear();
        }
    }
    let buffer = surfaces_among(part, &scene.part, &scene.others, &shot.view, supersampling);
    let picture = paint(&buffer, &scene, part, shot);
    (picture, buffer)
}
