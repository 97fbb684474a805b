//! The shape of exported files; outside tools check the rest (`tests/conformance`).

mod random;

use cadseq_solid::{ExportFormat, Mesh, Part, Prism, Solid, Surface};
use proptest::prelude::*;

fn count(text: &str, word: &str) -> usize {
    text.matches(word).count()
}

fn written(format: ExportFormat, solid: &Solid) -> Vec<u8> {
    format.write(solid, 0.01).expect("written")
}

fn text(format: ExportFormat, solid: &Solid) -> String {
    String::from_utf8(written(format, solid)).expect("text")
}

fn mesh(solid: &Solid) -> Mesh {
    solid.mesh(0.01).expect("a mesh")
}

/// A prism has two ends; over each of its sides stand three edges.
fn check_step(solid: &Solid) {
    let text = text(ExportFormat::Step, solid);
    let faces = mesh(solid).faces;
    let round = |surface: &Surface| matches!(surface, Surface::Cylinder { .. });
    let arcs = faces.iter().filter(|face| round(&face.surface)).count();
    assert_eq!(count(&text, "ADVANCED_FACE("), faces.len());
    assert_eq!(count(&text, "CYLINDRICAL_SURFACE("), arcs);
    assert_eq!(count(&text, "=PLANE("), faces.len() - arcs);
    assert_eq!(count(&text, "EDGE_CURVE("), 3 * (faces.len() - 2));
    assert!(text.contains("SI_UNIT(.CENTI.,.METRE.)") && text.contains("AUTOMOTIVE_DESIGN"));
}

fn check_stl(solid: &Solid) {
    let bytes = written(ExportFormat::Stl, solid);
    assert_eq!(bytes.len(), 84 + 50 * mesh(solid).triangles.len());
    assert!(
        !bytes.starts_with(b"solid"),
        "readers take that for the text form"
    );
}

fn check_glb(solid: &Solid) {
    let bytes = written(ExportFormat::Glb, solid);
    let word = |at: usize| u32::from_le_bytes([0, 1, 2, 3].map(|k| bytes[at + k])) as usize;
    assert_eq!(
        (&bytes[..4], word(4), word(8)),
        (b"glTF".as_slice(), 2, bytes.len())
    );
    let text = word(12);
    let document: serde_json::Value = serde_json::from_slice(&bytes[20..20 + text]).expect("JSON");
    assert_eq!(document["buffers"][0]["byteLength"], word(20 + text));
    assert_eq!(20 + text + 8 + word(20 + text), bytes.len());
}

/// The model in a 3MF package.
fn model(solid: &Solid) -> String {
    let bytes = written(ExportFormat::ThreeMf, solid);
    let name = b"3D/3dmodel.model";
    let mut windows = bytes.windows(name.len());
    let at = windows.position(|part| part == name).expect("the model");
    let word = |at: usize| u32::from_le_bytes([0, 1, 2, 3].map(|k| bytes[at + k])) as usize;
    let (packed, start) = (word(at - 12), at + name.len());
    let text = miniz_oxide::inflate::decompress_to_vec(&bytes[start..start + packed]);
    String::from_utf8(text.expect("deflated")).expect("text")
}

fn check_3mf(solid: &Solid) {
    let (text, mesh) = (model(solid), mesh(solid));
    assert_eq!(count(&text, "<vertex "), mesh.positions.len());
    assert_eq!(count(&text, "<triangle "), mesh.triangles.len());
    assert!(text.contains("unit=\"millimeter\"") && !text.contains("\"-0\""));
}

fn check_obj(solid: &Solid) {
    let text = text(ExportFormat::Obj, solid);
    let mesh = mesh(solid);
    assert_eq!(count(&text, "\nv "), mesh.positions.len());
    assert_eq!(count(&text, "\nf "), mesh.triangles.len());
    assert_eq!(count(&text, "\ng "), mesh.faces.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_prism_is_a_part_and_can_be_written(program in random::program()) {
        let solid = Part::build(&program).expect("a part").solid;
        let volume = Prism::from_program(&program).expect("a prism").volume();
        let measures = solid.measures().expect("measured").expect("a body");
        prop_assert!((measures.volume - volume).abs() <= 1e-9 * volume, "{} {volume}", measures.volume);
        check_step(&solid);
        check_stl(&solid);
        check_glb(&solid);
        check_obj(&solid);
        check_3mf(&solid);
        for format in ExportFormat::ALL {
            prop_assert_eq!(written(format, &solid), written(format, &solid));
        }
    }
}

#[test]
fn bodies_are_objects_of_a_3mf() {
    let text = "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_circle(5, 0, 1)\n\
                add_extrude(0, 2, new)\nadd_extrude(1, 2, new)";
    let program = text.parse().expect("a program");
    let solid = Part::build(&program).expect("a part").solid;
    assert_eq!(solid.bodies().len(), 2);
    assert_eq!(count(&model(&solid), "<object "), 2);
    assert_eq!(count(&model(&solid), "<item "), 2);
}
