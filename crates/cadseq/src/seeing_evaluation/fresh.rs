//! Fresh pictures of random parts.
//!
//! Training sees crops with any window; here, a picture is the whole of what its camera takes, with
//! the principal point in the middle, all of the part inside, and nothing that hides any of it.

use cadseq_dataset::parts::{LONGEST_SIDE, part_sample};
use cadseq_program::Program;
use cadseq_render::{
    Camera, Look, LookKind, Projection, Shot, SurfaceBuffer, View, Window, decode_photo,
    encode_png_rgb, shoot, surfaces,
};
use cadseq_solid::Mesh;
use glam::{DMat3, DVec2};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::source::{Item, Shown};
use super::truth::Truth;
use crate::part_pictures::{CHORD_SHARE, Fresh};

/// Samples along each side of a pixel of fresh pictures.
const SUPERSAMPLING: usize = 2;
/// Least share of a fresh picture's side that the part's longer side fills.
const MIN_FILL: f64 = 0.12;
/// What is left free beside the part that reaches farthest from the middle, in shares of half the
/// picture.
const MARGINS: [f64; 2] = [0.04, 0.5];

/// A fresh picture with its program: a function of seed, index, size and look, as a reader of its PNG file gets it.
pub(crate) fn item(fresh: &Fresh, index: u64) -> (Item, Program) {
    let Fresh { seed, size, .. } = *fresh;
    let sample = part_sample(seed, index);
    let mesh = sample.part.solid.mesh(LONGEST_SIDE * CHORD_SHARE);
    let mesh = mesh.expect("a part that built can be meshed");
    let mut rng = ChaCha8Rng::seed_from_u64(seed ^ index.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let random = LookKind::random(&mut rng);
    let kind = fresh.look.unwrap_or(random);
    let (shot, picture) = loop {
        let shot = whole_shot(kind, &mesh, size, &mut rng);
        let (picture, seen) = shoot(&mesh, &[], &shot, SUPERSAMPLING, &mut rng);
        if hides_nothing(&seen, &mesh, &shot.view) {
            break (shot, picture);
        }
    };
    let png = encode_png_rgb(&picture.to_rgb8(), size, size);
    let shown = decode_photo(&png).map(|photo| Shown {
        picture: photo.picture,
        truth: Truth::new(mesh, shot.view),
    });
    let item = Item {
        name: format!("{index:06}"),
        look: Some(kind.name()),
        shown: shown.map_err(Into::into),
    };
    (item, sample.program)
}

/// Whether nothing that lies around the part hides a piece of it.
fn hides_nothing(seen: &SurfaceBuffer, mesh: &Mesh, view: &View) -> bool {
    let alone = surfaces(mesh, view, SUPERSAMPLING);
    (0..alone.face.len()).all(|sample| seen.is_part(sample) == alone.is_part(sample))
}

/// A random shot whose window is the whole picture of its camera: the principal point is in the
/// middle, all of the part is inside. Shots of parts that would come out very small are drawn again.
fn whole_shot(kind: LookKind, mesh: &Mesh, size: usize, rng: &mut impl Rng) -> Shot {
    loop {
        let shot = Shot::random_of(kind, mesh, size, rng);
        let margin = rng.random_range(MARGINS[0]..MARGINS[1]);
        if let Some(window) = whole_window(&shot, mesh, margin) {
            let view = View {
                window,
                ..shot.view
            };
            return Shot { view, ..shot };
        }
    }
}

/// The square window around the principal point that holds the part; the paper's, where the paper's
/// camera sees the part in it. `None` where something is behind the camera, or the part is small in it.
fn whole_window(shot: &Shot, mesh: &Mesh, margin: f64) -> Option<Window> {
    let camera = &shot.view.camera;
    let (mut low, mut high) = (DVec2::INFINITY, DVec2::NEG_INFINITY);
    for &position in &mesh.positions {
        let point = camera.project(position)?;
        (low, high) = (low.min(point), high.max(point));
    }
    let reach = low.abs().max(high.abs()).max_element();
    let paper = View::paper(shot.view.height).window;
    let is_paper = matches!(shot.look, Look::Paper(_)) && has_papers_direction(camera);
    let window = if is_paper && reach < paper.half_height {
        paper
    } else {
        Window {
            center: DVec2::ZERO,
            half_height: reach * (1.0 + margin),
        }
    };
    let fill = (high - low).max_element() / (2.0 * window.half_height);
    (fill >= MIN_FILL).then_some(window)
}

fn has_papers_direction(camera: &Camera) -> bool {
    let papers: DMat3 = Camera::paper().camera_from_world;
    camera.projection == Projection::Perspective
        && camera.camera_from_world.abs_diff_eq(papers, 1e-9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fresh_pictures_show_all_of_the_part_and_repeat() {
        let fresh = Fresh {
            seed: 5,
            count: 6,
            size: 96,
            look: None,
        };
        for index in 0..6 {
            let (item, _) = item(&fresh, index);
            let shown = item.shown.expect("a picture");
            let view = *shown.truth.view();
            assert_eq!(view.window.center, DVec2::ZERO);
            let mask = shown.truth.mask();
            let part = |x: usize, y: usize| mask[y * 96 + x] > 0.5;
            let columns = (0..96).filter(|&x| (0..96).any(|y| part(x, y))).count();
            let rows = (0..96).filter(|&y| (0..96).any(|x| part(x, y))).count();
            assert!(columns.max(rows) >= 10, "{}: {columns} x {rows}", item.name);
            let border =
                (0..96).any(|at| part(at, 0) || part(at, 95) || part(0, at) || part(95, at));
            assert!(!border, "{} is cut off", item.name);
            let again = super::item(&fresh, index).0.shown.expect("a picture");
            assert_eq!(again.picture, shown.picture);
        }
    }
}
