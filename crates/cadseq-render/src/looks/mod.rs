//! Looks: what a picture of a part can look like, as numbers.
//!
//! A photograph on a table, a screenshot of a CAD program, a drawing, or the grey picture of the
//! paper. Each look has a constructor that draws its numbers at random, over wider ranges than
//! pictures of the world have: who learns from them must not rely on any.

mod annotation;
mod canvas;
mod drawing;
mod ink;
mod lens;
mod marks;
mod noise;
mod occlusion;
mod paper;
mod photo;
mod shadow;
mod texture;
mod tone;
mod viewer;

use cadseq_solid::Mesh;
use rand::Rng;

use crate::scene::Scene;
use crate::{ColorPicture, Shot, SurfaceBuffer};

pub use drawing::DrawingLook;
pub use paper::PaperLook;
pub use photo::PhotoLook;
pub use viewer::ViewerLook;

/// Paints what the samples of a shot see.
pub(crate) fn paint(
    buffer: &SurfaceBuffer,
    scene: &Scene,
    part: &Mesh,
    shot: &Shot,
) -> ColorPicture {
    match &shot.look {
        Look::Photo(look) => photo::paint(buffer, scene, look),
        Look::Viewer(look) => viewer::paint(buffer, scene, look),
        Look::Drawing(look) => drawing::paint(buffer, scene, part, look),
        Look::Paper(look) => paper::paint(buffer, look),
    }
}

/// The kinds of looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LookKind {
    /// A photograph of a part on a table.
    Photo,
    /// A screenshot of a CAD program.
    Viewer,
    /// A drawing: lines, with or without shading.
    Drawing,
    /// The paper's grey picture.
    Paper,
}

impl LookKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Photo, Self::Viewer, Self::Drawing, Self::Paper];

    /// The name on a command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Viewer => "viewer",
            Self::Drawing => "drawing",
            Self::Paper => "paper",
        }
    }

    /// Half photographs; viewers, drawings and the paper's pictures share the rest.
    pub fn random(rng: &mut impl Rng) -> Self {
        match rng.random::<f32>() {
            chance if chance < 0.5 => Self::Photo,
            chance if chance < 0.74 => Self::Viewer,
            chance if chance < 0.9 => Self::Drawing,
            _ => Self::Paper,
        }
    }
}

/// What a picture looks like.
#[expect(
    clippy::large_enum_variant,
    reason = "one exists at a time, for a picture of thousands of pixels"
)]
#[derive(Debug, Clone, PartialEq)]
pub enum Look {
    /// A photograph of a part on a table.
    Photo(PhotoLook),
    /// A screenshot of a CAD program.
    Viewer(ViewerLook),
    /// A drawing.
    Drawing(DrawingLook),
    /// The paper's grey picture.
    Paper(PaperLook),
}

impl Look {
    /// A random look of a kind.
    pub fn random(kind: LookKind, rng: &mut impl Rng) -> Self {
        match kind {
            LookKind::Photo => Self::Photo(PhotoLook::random(rng)),
            LookKind::Viewer => Self::Viewer(ViewerLook::random(rng)),
            LookKind::Drawing => Self::Drawing(DrawingLook::random(rng)),
            LookKind::Paper => Self::Paper(PaperLook::random(rng)),
        }
    }
}
