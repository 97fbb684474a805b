//! A mechanic's parts, from `examples/parts`: text in; measures, boundary, notes and a picture out.
//!
//! Each part has `tests/ref/parts/NAME.txt` and `NAME.png`. Its volume and its number of tunnels are
//! also worked out by hand in [`drawing`], from the dimensions in the program's comments.

mod drawing;
mod facts;

use std::fs;
use std::path::PathBuf;

use cadseq_program::Program;
use cadseq_render::{Camera, Picture, StyleName, View, Window, draw};
use cadseq_solid::{Mesh, Part};
use glam::DVec3;

use crate::reference::{picture_fault, text_fault};
use drawing::DRAWINGS;
use facts::Facts;

/// Distance from the camera to the part, in diagonals of its box: a calm perspective.
const DISTANCE: f64 = 3.0;

/// Pixels of a picture's side.
const SIZE: usize = 256;

/// Error of a volume by hand against the solid's, relative: what the digits in the programs allow.
const VOLUME_TOLERANCE: f64 = 1e-9;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/parts")
}

fn built(name: &str) -> Part {
    let path = folder().join(format!("{name}.cad"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let program: Program = text
        .parse()
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    Part::build(&program).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The part from the right, the back and above, over most of the picture.
fn picture(mesh: &Mesh) -> Picture {
    let corners = mesh.positions.iter().copied();
    let low = corners.clone().fold(DVec3::INFINITY, DVec3::min);
    let high = corners.fold(DVec3::NEG_INFINITY, DVec3::max);
    let away = DVec3::new(1.0, 0.75, 0.8).normalize() * low.distance(high) * DISTANCE;
    let middle = low.midpoint(high);
    let view = View {
        camera: Camera::look_at(middle + away, middle, DVec3::Z, 0.0),
        ..View::paper(SIZE)
    };
    let (low, high) = view.bounds(&mesh.positions).expect("in the picture");
    let view = view.through(Window::around(low, high, 0.05), SIZE);
    draw(mesh, &view, &StyleName::ShadedEdges.style())
}

#[test]
fn parts_are_what_they_were() {
    let mut faults = Vec::new();
    for drawing in DRAWINGS {
        let (name, part) = (drawing.name, built(drawing.name));
        let mesh = part.solid.mesh(0.005).expect("a mesh");
        let facts = Facts::of(&part, &mesh);
        faults.extend(text_fault(&format!("parts/{name}.txt"), &facts.to_string()));
        faults.extend(picture_fault(&format!("parts/{name}.png"), &picture(&mesh)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn parts_have_the_volume_and_the_tunnels_of_their_drawings() {
    for drawing in DRAWINGS {
        let part = built(drawing.name);
        let facts = Facts::of(&part, &part.solid.mesh(0.005).expect("a mesh"));
        let (found, expected) = (facts.measures.volume, (drawing.volume)());
        assert!(
            (found - expected).abs() <= VOLUME_TOLERANCE * expected,
            "{}: volume {found} instead of {expected}",
            drawing.name
        );
        // A closed surface in one piece has the Euler number 2 - 2 tunnels.
        assert_eq!(facts.euler, 2 - 2 * drawing.tunnels, "{}", drawing.name);
        assert_eq!(facts.bodies, 1, "{}", drawing.name);
    }
}

#[test]
fn every_example_is_tested() {
    let mut found: Vec<String> = fs::read_dir(folder())
        .expect("the examples")
        .map(|entry| entry.expect("an entry").path())
        .filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()))
        .collect();
    found.sort();
    let mut tested: Vec<&str> = DRAWINGS.iter().map(|drawing| drawing.name).collect();
    tested.sort_unstable();
    assert_eq!(found, tested);
}
