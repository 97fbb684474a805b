//! The shape of exported files; outside tools check the rest (`tests/conformance`).

mod random;

use cadseq_solid::export::Label;
use cadseq_solid::{ExportFormat, Mesh, MeshTolerance, Part, Prism, Solid, Surface};
use proptest::prelude::*;
use serde_json::{Value, json};

fn count(text: &str, word: &str) -> usize {
    text.matches(word).count()
}

fn written(format: ExportFormat, solid: &Solid) -> Vec<u8> {
    named(format, solid, "part")
}

fn named(format: ExportFormat, solid: &Solid, name: &str) -> Vec<u8> {
    let written = format.write(solid, &Label::new(name), 0.01.into());
    written.expect("written")
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
    assert_eq!(
        document(&bytes)["buffers"][0]["byteLength"],
        word(20 + text)
    );
    assert_eq!(20 + text + 8 + word(20 + text), bytes.len());
}

/// The JSON of a GLB file.
fn document(bytes: &[u8]) -> Value {
    let length = u32::from_le_bytes([12, 13, 14, 15].map(|k| bytes[k])) as usize;
    serde_json::from_slice(&bytes[20..20 + length]).expect("JSON")
}

/// The model in a 3MF package.
fn model(solid: &Solid) -> String {
    unpacked(&written(ExportFormat::ThreeMf, solid))
}

fn unpacked(bytes: &[u8]) -> String {
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

fn solid(text: &str) -> Solid {
    let program = text.parse().expect("a program");
    let part = Part::build(&program).expect("a part");
    assert_eq!(part.notes, [], "every extrude does something");
    part.solid
}

/// Solids of two bodies of heights 2 and 3: made as two, the first of them with a hole across, so that the kernel
/// holds it; and one that a cut takes apart, along its axis and across.
fn two_bodies() -> [Solid; 4] {
    let rods = "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_circle(2, 0, 1)\n\
                add_extrude(0, 2, new)\nadd_extrude(1, 3, new)\n";
    let cross = "add_sketch(XZ)\nadd_circle(0, -1, 0.5)\nadd_extrude(0, 4, cut, symmetric)\n";
    let step = "add_sketch(YZ)\nadd_line(0, 0, -2, 0)\nadd_line(-2, 0, -2, 2)\nadd_line(-2, 2, -3, 2)\n\
                add_line(-3, 2, -3, 4)\nadd_line(-3, 4, 0, 4)\nadd_line(0, 4, 0, 0)\nadd_extrude(0, 1, new)\n";
    let slot = "add_line(-4, 1, 1, 1)\nadd_line(1, 1, 1, 3)\nadd_line(1, 3, -4, 3)\nadd_line(-4, 3, -4, 1)\n\
                add_extrude(0, 4, cut, symmetric)\n";
    let bore = "add_sketch(XY)\nadd_circle(0.5, 2, 0.7)\nadd_extrude(0, 8, cut, symmetric)\n";
    [
        rods.to_owned(),
        format!("{rods}{cross}"),
        format!("{step}add_sketch(YZ)\n{slot}"),
        format!("{step}{bore}"),
    ]
    .map(|text| solid(&text))
}

/// The values between each `before` and the `after` that follows.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    let parts = text.split(before).skip(1);
    parts
        .map(|part| part.split(after).next().expect("a part"))
        .collect()
}

#[test]
fn bodies_are_products_of_a_step_file() {
    for solid in two_bodies() {
        assert_eq!(solid.piece_count(), Ok(2));
        let text = String::from_utf8(named(ExportFormat::Step, &solid, "hinge")).expect("text");
        let mut names = between(&text, "PRODUCT('", "'");
        names.sort_unstable();
        assert_eq!(names, ["hinge", "hinge-1", "hinge-2"]);
        assert_eq!(count(&text, "NEXT_ASSEMBLY_USAGE_OCCURRENCE("), 2);
        assert_eq!(count(&text, "ADVANCED_BREP_SHAPE_REPRESENTATION("), 2);
        assert_eq!(count(&text, "MANIFOLD_SOLID_BREP("), 2);
    }
}

#[test]
fn one_body_is_one_product() {
    let plate = "add_sketch(XY)\nadd_circle(0, 0, 3)\nadd_extrude(0, 2, new)\n";
    let cross = "add_sketch(XZ)\nadd_circle(0, -1, 0.5)\nadd_extrude(0, 8, cut, symmetric)\n";
    for program in [plate.to_owned(), format!("{plate}{cross}")] {
        let file = named(ExportFormat::Step, &solid(&program), "Fuß 'A' \\ 1/2");
        let text = String::from_utf8(file).expect("text");
        assert!(text.is_ascii());
        assert_eq!(count(&text, "PRODUCT('"), 1);
        assert_eq!(count(&text, "NEXT_ASSEMBLY_USAGE_OCCURRENCE("), 0);
        assert!(
            text.contains(r"PRODUCT('Fu\X2\00DF\X0\ ''A'' \\ 1/2'")
                || text.contains(r"PRODUCT('Fu\X4\000000DF\X0\ ''A'' \\ 1/2'"),
            "{}",
            between(&text, "PRODUCT(", ";")[0]
        );
    }
}

#[test]
fn a_cavity_belongs_to_its_piece() {
    let bar = "add_sketch(XY)\nadd_line(0, 0, 8, 0)\nadd_line(8, 0, 8, 4)\nadd_line(8, 4, 0, 4)\n\
               add_line(0, 4, 0, 0)\nadd_extrude(0, 4, new)\n";
    let slot = "add_sketch(XY)\nadd_line(3, -1, 4, -1)\nadd_line(4, -1, 4, 5)\nadd_line(4, 5, 3, 5)\n\
                add_line(3, 5, 3, -1)\nadd_extrude(0, 9, cut, symmetric)\n";
    let along = "add_sketch(XY)\nadd_circle(6, 2, 1)\nadd_extrude(0, 3, cut, -1)\n";
    let across = "add_sketch(YZ)\nadd_circle(-2, 2, 1)\nadd_extrude(0, 7, cut, -5)\n";
    for cavity in [along, across] {
        let whole = solid(&format!("{bar}{cavity}"));
        assert_eq!(whole.pieces().expect("pieces").len(), 1);
        let cut = solid(&format!("{bar}{cavity}{slot}"));
        let pieces = cut.pieces().expect("pieces");
        let volumes = pieces
            .iter()
            .map(|piece| piece.measures().expect("measures").volume);
        let hollow = 64.0 - 2.0 * std::f64::consts::PI;
        for (volume, expected) in volumes.zip([48.0, hollow]) {
            assert!((volume - expected).abs() < 1e-9, "{volume} for {expected}");
        }
        let text = text(ExportFormat::Step, &cut);
        let kinds = ["MANIFOLD_SOLID_BREP(", "BREP_WITH_VOIDS("];
        assert_eq!(kinds.map(|kind| count(&text, kind)), [1, 1]);
    }
}

#[test]
fn bodies_are_objects_of_an_obj_file() {
    for solid in two_bodies() {
        let text = String::from_utf8(named(ExportFormat::Obj, &solid, "left hinge")).expect("text");
        assert_eq!(
            between(&text, "\no ", "\n"),
            ["left_hinge-1", "left_hinge-2"]
        );
        // A body's triangles use the positions that follow its own name.
        let mut before = 0;
        for object in text.split("\no ").skip(1) {
            let after = before + count(object, "\nv ");
            let corners = object.lines().filter(|line| line.starts_with("f "));
            let corners = corners.flat_map(|line| line[2..].split(' '));
            let corner = |text: &str| text.split('/').next().and_then(|one| one.parse().ok());
            let used: Vec<usize> = corners.filter_map(corner).collect();
            assert_eq!(used.iter().min(), Some(&(before + 1)));
            assert_eq!(used.iter().max(), Some(&after));
            before = after;
        }
    }
}

#[test]
fn bodies_are_nodes_of_a_glb_file() {
    for solid in two_bodies() {
        let document = document(&named(ExportFormat::Glb, &solid, "hinge"));
        let node = |index: usize| &document["nodes"][index];
        assert_eq!(document["scenes"][0]["nodes"], json!([0]));
        assert_eq!(node(0)["name"], "hinge");
        assert_eq!(node(0)["children"], json!([1, 2]));
        for body in [1, 2] {
            assert_eq!(node(body)["name"], format!("hinge-{body}"));
            let mesh = &document["meshes"][node(body)["mesh"].as_u64().expect("a mesh") as usize];
            assert_eq!(mesh["name"], format!("hinge-{body}"));
            let accessor = |index: &Value| {
                let index = index.as_u64().expect("an accessor") as usize;
                document["accessors"][index].clone()
            };
            let positions = accessor(&mesh["primitives"][0]["attributes"]["POSITION"]);
            let height = positions["max"][2].as_f64().expect("a height");
            assert!((height - (1.0 + body as f64)).abs() < 1e-6, "{height}");
        }
    }
    let single = solid("add_sketch(XY)\nadd_circle(0, 0, 3)\nadd_extrude(0, 2, new)");
    let document = document(&named(ExportFormat::Glb, &single, "disc"));
    let nodes = document["nodes"].as_array().expect("nodes");
    assert_eq!(nodes.len(), 1);
    assert_eq!(
        (&nodes[0]["name"], &nodes[0]["mesh"]),
        (&json!("disc"), &json!(0))
    );
}

#[test]
fn bodies_are_objects_of_a_3mf() {
    for solid in two_bodies() {
        let text = unpacked(&named(ExportFormat::ThreeMf, &solid, "<hinge> & \"pin\""));
        let name = "&lt;hinge&gt; &amp; &quot;pin&quot;";
        assert_eq!(
            between(&text, " name=\"&", "\""),
            [1, 2].map(|body| format!("{}-{body}", &name[1..]))
        );
        assert_eq!(between(&text, "\"Title\">", "</"), [name]);
        assert_eq!(between(&text, "<item objectid=\"", "\""), ["1", "2"]);
    }
}

#[test]
fn stl_headers_have_the_name() {
    let [solid, ..] = two_bodies();
    let check = |name: &str, expected: &str| {
        let bytes = named(ExportFormat::Stl, &solid, name);
        let header = std::str::from_utf8(&bytes[..80]).expect("ASCII").trim_end();
        assert_eq!(header, format!("cadseq STL, unit mm, Z up: {expected}"));
        let count = u32::from_le_bytes([80, 81, 82, 83].map(|k| bytes[k])) as usize;
        assert_eq!(bytes.len(), 84 + 50 * count);
    };
    check("hinge", "hinge");
    check("COLOR=Fuß", "COLOR-Fu?");
    check(&"x".repeat(300), &"x".repeat(53));
}

/// How many sides the mesh of a hole has in a plate of 60 x 40 x 8 mm at some scale; with a hole across it
/// where the kernel is to hold the plate.
fn sides_of_hole(scale: f64, radius: f64, cross: bool) -> usize {
    let [x, y, z, r] = [6.0, 4.0, 0.8, radius].map(|length| length * scale);
    let mut text = format!(
        "add_sketch(XY)\nadd_line(0, 0, {x}, 0)\nadd_line({x}, 0, {x}, {y})\nadd_line({x}, {y}, 0, {y})\n\
         add_line(0, {y}, 0, 0)\nadd_circle({}, {}, {r})\nadd_extrude(0, {z}, new)\n",
        0.5 * x,
        0.5 * y
    );
    if cross {
        let [at, up, r] = [0.25 * x, 0.5 * z, 0.25 * z];
        let hole =
            format!("add_sketch(XZ)\nadd_circle({at}, -{up}, {r})\nadd_extrude(0, {y}, cut)\n");
        text.push_str(&hole);
    }
    let solid = solid(&text);
    let bounds = solid.bounds().expect("bounds").expect("a body");
    let tolerance = MeshTolerance::of_file(bounds.diagonal());
    let mesh = solid.mesh(tolerance).expect("a mesh");
    let is_rim = |edge: &&cadseq_solid::Edge| {
        let is_on = |&corner: &u32| {
            let position = mesh.positions[corner as usize];
            let spoke = libm::hypot(position.x - 0.5 * x, position.y - 0.5 * y);
            (spoke - r).abs() < 1e-6 * scale && position.z.abs() < 1e-9
        };
        edge.corners.iter().all(is_on)
    };
    let rims = mesh.edges.iter().filter(is_rim);
    rims.map(|rim| rim.corners.len() - 1).sum()
}

#[test]
fn holes_are_round_in_parts_of_every_size() {
    for scale in [0.01, 1.0] {
        for radius in [0.05, 0.3] {
            // A circle is drawn in halves of 32 sides.
            assert_eq!(sides_of_hole(scale, radius, false), 64, "{scale} {radius}");
        }
    }
    assert!(sides_of_hole(100.0, 0.3, false) >= 63);
    // The kernel's meshes are as fine where they are smallest, and finer elsewhere.
    for radius in [0.1, 0.3] {
        let sides = sides_of_hole(1.0, radius, true);
        assert!((63..400).contains(&sides), "{radius}: {sides}");
    }
}
