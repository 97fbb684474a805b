//! The shape of exported files; outside tools check the rest (`tests/conformance`).

mod random;

use cadseq_solid::{ExportFormat, Outline, Prism};
use proptest::prelude::*;

fn count(text: &str, word: &str) -> usize {
    text.matches(word).count()
}

fn check_step(prism: &Prism) {
    let bytes = ExportFormat::Step.write(prism, 0.01);
    let text = String::from_utf8(bytes).expect("text");
    let arcs = match prism.outline() {
        Outline::Circle { .. } => 1,
        Outline::Loop(segments) => segments.iter().filter(|s| s.bend.is_some()).count(),
    };
    let sides = prism.outline().segments().len().max(1);
    assert_eq!(count(&text, "ADVANCED_FACE("), sides + 2);
    assert_eq!(count(&text, "CYLINDRICAL_SURFACE("), arcs);
    assert_eq!(count(&text, "=PLANE("), sides + 2 - arcs);
    assert_eq!(count(&text, "EDGE_CURVE("), 3 * sides);
    assert!(text.contains("SI_UNIT(.CENTI.,.METRE.)") && text.contains("AUTOMOTIVE_DESIGN"));
}

fn check_stl(prism: &Prism) {
    let bytes = ExportFormat::Stl.write(prism, 0.01);
    let triangles = prism.mesh(0.01).triangles.len();
    assert_eq!(bytes.len(), 84 + 50 * triangles);
    assert!(
        !bytes.starts_with(b"solid"),
        "readers take that for the text form"
    );
}

fn check_glb(prism: &Prism) {
    let bytes = ExportFormat::Glb.write(prism, 0.01);
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

fn check_3mf(prism: &Prism) {
    let bytes = ExportFormat::ThreeMf.write(prism, 0.01);
    let mesh = prism.mesh(0.01);
    let name = b"3D/3dmodel.model";
    let mut windows = bytes.windows(name.len());
    let at = windows.position(|part| part == name).expect("the model");
    let word = |at: usize| u32::from_le_bytes([0, 1, 2, 3].map(|k| bytes[at + k])) as usize;
    let (packed, start) = (word(at - 12), at + name.len());
    let text = miniz_oxide::inflate::decompress_to_vec(&bytes[start..start + packed]);
    let text = String::from_utf8(text.expect("deflated")).expect("text");
    assert_eq!(count(&text, "<vertex "), mesh.positions.len());
    assert_eq!(count(&text, "<triangle "), mesh.triangles.len());
    assert!(text.contains("unit=\"millimeter\"") && !text.contains("\"-0\""));
}

fn check_obj(prism: &Prism) {
    let text = String::from_utf8(ExportFormat::Obj.write(prism, 0.01)).expect("text");
    let mesh = prism.mesh(0.01);
    assert_eq!(count(&text, "\nv "), mesh.positions.len());
    assert_eq!(count(&text, "\nf "), mesh.triangles.len());
    assert_eq!(count(&text, "\ng "), mesh.faces.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_solid_can_be_written(prism in random::prism()) {
        check_step(&prism);
        check_stl(&prism);
        check_glb(&prism);
        check_obj(&prism);
        check_3mf(&prism);
        for format in ExportFormat::ALL {
            prop_assert_eq!(format.write(&prism, 0.01), format.write(&prism, 0.01));
        }
    }
}
