//! Parts that the paper's language has not, seen by cameras that are not the paper's.

use std::sync::LazyLock;

use cadseq_program::Program;
use cadseq_reconstruct::{Options, ReconstructError, Reconstruction, Reconstructor, SeeOptions};
use cadseq_render::{
    Camera, ColorPicture, StyleName, View, Window, decode_photo, draw, encode_png,
};
use cadseq_solid::{Bounds3, Part};
use glam::{DVec2, DVec3};

use crate::shown;

static RECONSTRUCTOR: LazyLock<Reconstructor> =
    LazyLock::new(|| Reconstructor::built_in().expect("weights of this version"));

const BRACKET: &str = "add_sketch(XZ)\nadd_line(-4, 3, 4, 3)\nadd_line(4, 3, 4, 1.5)\n\
    add_line(4, 1.5, -2, 1.5)\nadd_line(-2, 1.5, -2, -3)\nadd_line(-2, -3, -4, -3)\n\
    add_line(-4, -3, -4, 3)\nadd_extrude(0, 3, new, 3)";

/// A part as a camera shows it that stands elsewhere than the paper's.
fn picture(text: &str) -> ColorPicture {
    let program: Program = text.parse().expect("a program");
    let part = Part::build(&program).expect("builds");
    let mesh = part.solid.mesh(0.01).expect("meshes");
    let eye = DVec3::new(24.0, 15.0, 16.0);
    let view = View {
        camera: Camera::look_at(eye, DVec3::ZERO, DVec3::Z, 0.0),
        window: Window {
            center: DVec2::ZERO,
            half_height: 0.22,
        },
        width: 480,
        height: 480,
    };
    let drawn = draw(&mesh, &view, &StyleName::Paper.style());
    decode_photo(&encode_png(&drawn)).expect("a PNG").picture
}

fn reconstruct(picture: &ColorPicture) -> Result<Reconstruction, ReconstructError> {
    RECONSTRUCTOR.reconstruct(picture, &SeeOptions::default(), &Options::default())
}

fn bounds_and_volume(program: &Program) -> (Bounds3, f64) {
    let part = Part::build(program).expect("builds");
    let measures = part.solid.measures().expect("measures").expect("a solid");
    (measures.bounds, measures.volume)
}

#[test]
fn a_bracket_from_elsewhere_is_reconstructed() {
    let found = reconstruct(&picture(BRACKET)).expect("an answer");
    let best = &found.candidates[0];
    let (bounds, volume) = bounds_and_volume(&best.program);
    let size = bounds.max - bounds.min;
    assert!((size.max_element() - 10.0).abs() < 0.01, "{size}");
    // The lowest point in the plane XY, the middle over the origin.
    assert!(bounds.min.z.abs() < 1e-3 && bounds.center().truncate().length() < 1e-3);
    // Of 8 x 6 x 6 units, 126 of 288 are solid.
    let [short, middle] = [
        size.min_element(),
        size.x + size.y + size.z - 10.0 - size.min_element(),
    ];
    assert!(
        (short / 7.5 - 1.0).abs() < 0.12 && (middle / 7.5 - 1.0).abs() < 0.12,
        "{size}"
    );
    let filled = volume / (size.x * size.y * size.z);
    assert!((filled / (126.0 / 288.0) - 1.0).abs() < 0.2, "{filled}");
}

#[test]
fn the_answer_is_the_same_again() {
    let picture = picture(BRACKET);
    let texts = [(); 2].map(|()| {
        let found = reconstruct(&picture).expect("an answer");
        found.candidates[0].program.to_string()
    });
    assert_eq!(texts[0], texts[1]);
}

#[test]
fn a_shape_of_the_paper_stays_in_the_papers_frame() {
    let truth = shown::cylinder(cadseq_program::Plane::XY, [1.0, 0.5], 3.0, 4.0);
    let grey = shown::picture(&truth, StyleName::Paper, 512);
    let found = reconstruct(&ColorPicture::from_grey(&grey)).expect("an answer");
    let alone = shown::reconstruct(&grey).expect("an answer");
    assert_eq!(found.candidates[0].program, alone.candidates[0].program);
}
