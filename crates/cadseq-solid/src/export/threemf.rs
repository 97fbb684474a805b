//! 3MF, core specification 1.3: triangles in millimetres, an object with its name and a build item for
//! each body.

use std::fmt::Write as _;

use super::archive::archive;
use super::{Label, MILLIMETRES_PER_UNIT, NamedMesh};
use crate::Mesh;

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
  <Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/>
</Types>
"#;

const RELATIONSHIPS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Target="/3D/3dmodel.model" Id="model" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>
</Relationships>
"#;

/// The bytes of a `.3mf` file, in millimetres, Z up.
pub fn write(part: &Label, bodies: &[NamedMesh]) -> Vec<u8> {
    let model = model(part, bodies);
    archive(&[
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", RELATIONSHIPS.as_bytes()),
        ("3D/3dmodel.model", model.as_bytes()),
    ])
}

// Writing into a string cannot fail, so the results of `write!` are dropped here and below.
fn model(part: &Label, bodies: &[NamedMesh]) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <model unit=\"millimeter\" xml:lang=\"en-US\" \
         xmlns=\"http://schemas.microsoft.com/3dmanufacturing/core/2015/02\">\n\
         <metadata name=\"Application\">cadseq</metadata>\n",
    );
    let title = part.xml();
    let _ = write!(
        text,
        "<metadata name=\"Title\">{title}</metadata>\n<resources>\n"
    );
    let mut build = String::new();
    for (id, NamedMesh { label, mesh }) in (1..).zip(bodies) {
        let name = label.xml();
        let _ = writeln!(
            text,
            "<object id=\"{id}\" name=\"{name}\" type=\"model\"><mesh>"
        );
        push_mesh(&mut text, mesh);
        text.push_str("</mesh></object>\n");
        let _ = writeln!(build, "<item objectid=\"{id}\"/>");
    }
    let _ = write!(text, "</resources>\n<build>\n{build}</build>\n</model>\n");
    text
}

fn push_mesh(text: &mut String, mesh: &Mesh) {
    text.push_str("<vertices>\n");
    for position in &mesh.positions {
        // Adding 0 makes minus zero 0.
        let [x, y, z] = (*position * MILLIMETRES_PER_UNIT)
            .as_vec3()
            .to_array()
            .map(|v| v + 0.0);
        let _ = writeln!(text, "<vertex x=\"{x}\" y=\"{y}\" z=\"{z}\"/>");
    }
    text.push_str("</vertices>\n<triangles>\n");
    for [a, b, c] in &mesh.triangles {
        let _ = writeln!(text, "<triangle v1=\"{a}\" v2=\"{b}\" v3=\"{c}\"/>");
    }
    text.push_str("</triangles>\n");
}
