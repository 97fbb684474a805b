//! The named styles, pixel by pixel, against pictures in `tests/ref`.

use cadseq_program::Plane;
use cadseq_render::{Picture, Style, StyleName, View, Window, draw, encode_png};
use cadseq_solid::Mesh;
use glam::DVec2;

use crate::reference::picture_fault;
use crate::shapes::{bracket, cylinder, mesh};

/// The paper's camera with the solid over most of a small picture.
fn close_up(mesh: &Mesh) -> View {
    let view = View::paper(80);
    let (low, high) = view.bounds(&mesh.positions).expect("in the picture");
    view.through(Window::around(low, high, 0.1), 80)
}

fn scenes(style: StyleName) -> Vec<(String, Picture)> {
    [
        ("bracket", bracket(Plane::XY)),
        (
            "cylinder",
            cylinder(Plane::YZ, DVec2::new(-2.0, 3.0), 4.0, 5.0),
        ),
    ]
    .into_iter()
    .map(|(name, program)| {
        let mesh = mesh(&program);
        let picture = draw(&mesh, &close_up(&mesh), &style.style());
        (format!("{name}-{}.png", style.name()), picture)
    })
    .collect()
}

#[test]
fn styles_look_as_they_did() {
    let scenes = StyleName::ALL.into_iter().flat_map(scenes);
    let faults: Vec<String> = scenes
        .filter_map(|(name, picture)| picture_fault(&name, &picture))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for style in StyleName::ALL {
        let bytes = |_| {
            scenes(style)
                .iter()
                .map(|(_, p)| encode_png(p))
                .collect::<Vec<_>>()
        };
        assert_eq!(bytes(1), bytes(2), "{style:?}");
    }
}

/// Each origin plane has a grey of its own in the style `paper`, all darker than the background.
#[test]
fn planes_differ_in_grey() {
    let paper = StyleName::Paper.style();
    let mut greys = Plane::ALL.map(|plane| paper.luma(plane.normal()));
    greys.sort_by(f32::total_cmp);
    assert!(
        greys[1] - greys[0] > 0.04 && greys[2] - greys[1] > 0.04 && greys[2] < 0.9,
        "{greys:?}"
    );
}

/// Lines may darken a picture and never brighten it.
#[test]
fn edges_only_add_ink() {
    let mesh = mesh(&bracket(Plane::XY));
    let view = close_up(&mesh);
    let with = StyleName::ShadedEdges.style();
    let without = Style {
        edges: None,
        ..with.clone()
    };
    let (inked, plain) = (draw(&mesh, &view, &with), draw(&mesh, &view, &without));
    assert!(
        inked
            .luma
            .iter()
            .zip(&plain.luma)
            .all(|(a, b)| *a <= b + 1e-5)
    );
    assert!(inked.mean_squared_difference(&plain) > 1e-4);
}
