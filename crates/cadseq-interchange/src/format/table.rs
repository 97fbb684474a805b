//! What is known of each format: a line a format.

use super::{Format, FormatKind};

/// Which way a format goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ways {
    In,
    Out,
    Both,
}

/// What is known of a format.
pub(super) struct Entry {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) extensions: &'static [&'static str],
    pub(super) media_type: &'static str,
    pub(super) kind: FormatKind,
    pub(super) ways: Ways,
}

const JSON: &str = "application/json";
const PYTHON: &str = "text/x-python";
const BYTES: &str = "application/octet-stream";

/// The line of a format.
#[expect(clippy::too_many_lines, reason = "a table, a line for each format")]
pub(super) const fn entry(format: Format) -> Entry {
    use FormatKind::{Drawing, Script, Solid};
    use Ways::{Both, In};
    match format {
        Format::Text => program(
            "text",
            "Sim-Gallery text",
            &["cad", "txt"],
            "text/plain",
            Both,
        ),
        Format::Json => program("json", "cadseq JSON", &["json"], JSON, Both),
        Format::FusionGallery => program(
            "fusion-gallery",
            "Fusion 360 Gallery JSON",
            &["json"],
            JSON,
            In,
        ),
        Format::DeepCad => program("deepcad", "DeepCAD JSON", &["json"], JSON, In),
        Format::DeepCadVector => {
            let extensions = &["npy", "csv", "json"];
            program("deepcad-vector", "DeepCAD vectors", extensions, BYTES, Both)
        }
        Format::Step => written(Solid, "step", "STEP AP214", &["step", "stp"], "model/step"),
        Format::Stl => written(Solid, "stl", "STL", &["stl"], "model/stl"),
        Format::Obj => written(Solid, "obj", "Wavefront OBJ", &["obj"], "model/obj"),
        Format::Glb => written(
            Solid,
            "glb",
            "glTF 2.0, binary",
            &["glb"],
            "model/gltf-binary",
        ),
        Format::ThreeMf => written(Solid, "3mf", "3MF", &["3mf"], "model/3mf"),
        Format::CadQuery => written(Script, "cadquery", "CadQuery script", &["py"], PYTHON),
        Format::Build123d => written(Script, "build123d", "build123d script", &["py"], PYTHON),
        Format::FusionScript => written(
            Script,
            "fusion-script",
            "Fusion 360 script",
            &["py"],
            PYTHON,
        ),
        Format::GalleryScript => written(
            Script,
            "gallery-script",
            "Fusion 360 Gym script",
            &["py"],
            PYTHON,
        ),
        Format::FreeCad => written(Script, "freecad", "FreeCAD macro", &["FCMacro"], PYTHON),
        Format::OpenScad => {
            let media_type = "application/x-openscad";
            written(
                Script,
                "openscad",
                "OpenSCAD program",
                &["scad"],
                media_type,
            )
        }
        Format::Svg => written(Drawing, "svg", "SVG of a sketch", &["svg"], "image/svg+xml"),
        Format::Dxf => written(Drawing, "dxf", "DXF of a sketch", &["dxf"], "image/vnd.dxf"),
    }
}

const fn program(
    name: &'static str,
    title: &'static str,
    extensions: &'static [&'static str],
    media_type: &'static str,
    ways: Ways,
) -> Entry {
    Entry {
        ways,
        ..written(FormatKind::Program, name, title, extensions, media_type)
    }
}

/// A format that is only written.
const fn written(
    kind: FormatKind,
    name: &'static str,
    title: &'static str,
    extensions: &'static [&'static str],
    media_type: &'static str,
) -> Entry {
    Entry {
        name,
        title,
        extensions,
        media_type,
        kind,
        ways: Ways::Out,
    }
}
