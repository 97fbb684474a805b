//! What is known of each format: a row a format. A format is read where its row has a reader, and written
//! where it has a writer.

use cadseq_solid::ExportFormat;

use super::{Format, FormatKind};
use crate::read::{self, Imported, ReadError, ReadOptions};
use crate::write::{self, Design, WriteError, WriteOptions};

/// Reads a program from the bytes of a file.
pub(crate) type Reader = fn(&[u8], &ReadOptions) -> Result<Imported, ReadError>;

/// Writes the bytes of a file.
pub(crate) type Writer = fn(&Design<'_>, &WriteOptions) -> Result<Vec<u8>, WriteError>;

/// What is known of a format.
pub(super) struct Entry {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) extensions: &'static [&'static str],
    pub(super) media_type: &'static str,
    pub(super) kind: FormatKind,
    pub(super) reader: Option<Reader>,
    pub(super) writer: Option<Writer>,
}

const JSON: (&[&str], &str) = (&["json"], "application/json");
const PYTHON: (&[&str], &str) = (&["py"], "text/x-python");
const BYTES: &str = "application/octet-stream";

/// The row of a format.
pub(super) const fn entry(format: Format) -> Entry {
    match format {
        Format::Text => {
            let file: FileKind = (&["cad", "txt"], "text/plain");
            program("text", "Sim-Gallery text", file)
                .read(read::text::read)
                .written(|design, _| Ok(design.program.to_string().into_bytes()))
        }
        Format::Json => program("json", "cadseq JSON", JSON)
            .read(read::json::read)
            .written(|design, _| Ok(write::json::write(design.program).into_bytes())),
        Format::FusionGallery => program("fusion-gallery", "Fusion 360 Gallery JSON", JSON)
            .read(read::fusion_gallery::read),
        Format::DeepCad => program("deepcad", "DeepCAD JSON", JSON)
            .read(read::deepcad::read)
            .written(|design, _| Ok(write::deepcad::write(design)?.into_bytes())),
        Format::DeepCadVector => {
            let file: FileKind = (&["npy", "npz", "csv", "json"], BYTES);
            program("deepcad-vector", "DeepCAD vectors", file)
                .read(read::deepcad_vector::read)
                .written(|design, options| {
                    Ok(write::deepcad_vector::write(design)?.to_bytes(options.layout))
                })
        }
        Format::DeepCadH5 => {
            let file: FileKind = (&["h5", "hdf5"], "application/x-hdf5");
            program("deepcad-h5", "DeepCAD vectors in HDF5", file).read(read::deepcad_h5::read)
        }
        Format::Text2Cad => {
            program("text2cad", "Text2CAD minimal JSON", JSON).read(read::text2cad::read)
        }
        Format::Step => solid("step", "STEP AP214", (&["step", "stp"], "model/step"))
            .written(|design, options| write::solid(ExportFormat::Step, design, options)),
        Format::Stl => solid("stl", "STL", (&["stl"], "model/stl"))
            .written(|design, options| write::solid(ExportFormat::Stl, design, options)),
        Format::Obj => solid("obj", "Wavefront OBJ", (&["obj"], "model/obj"))
            .written(|design, options| write::solid(ExportFormat::Obj, design, options)),
        Format::Glb => solid("glb", "glTF 2.0, binary", (&["glb"], "model/gltf-binary"))
            .written(|design, options| write::solid(ExportFormat::Glb, design, options)),
        Format::ThreeMf => solid("3mf", "3MF", (&["3mf"], "model/3mf"))
            .written(|design, options| write::solid(ExportFormat::ThreeMf, design, options)),
        Format::CadQuery => script("cadquery", "CadQuery script", PYTHON)
            .written(|design, _| Ok(write::cadquery::write(design).into_bytes())),
        Format::Build123d => script("build123d", "build123d script", PYTHON)
            .written(|design, _| Ok(write::build123d::write(design).into_bytes())),
        Format::FusionScript => script("fusion-script", "Fusion 360 script", PYTHON)
            .written(|design, _| Ok(write::fusion::write(design).into_bytes())),
        Format::GalleryScript => script("gallery-script", "Fusion 360 Gym script", PYTHON)
            .written(|design, _| Ok(write::gallery::write(design)?.into_bytes())),
        Format::FreeCad => script("freecad", "FreeCAD macro", (&["FCMacro"], PYTHON.1))
            .written(|design, _| Ok(write::freecad::write(design).into_bytes())),
        Format::OpenScad => {
            let file: FileKind = (&["scad"], "application/x-openscad");
            script("openscad", "OpenSCAD program", file)
                .written(|design, _| Ok(write::openscad::write(design).into_bytes()))
        }
        Format::Svg => drawing("svg", "SVG of a sketch", (&["svg"], "image/svg+xml"))
            .written(|design, options| Ok(write::svg::write(design, options.sketch)?.into_bytes())),
        Format::Dxf => drawing("dxf", "DXF of a sketch", (&["dxf"], "image/vnd.dxf"))
            .written(|design, options| Ok(write::dxf::write(design, options.sketch)?.into_bytes())),
    }
}

/// File extensions, the usual one first, and the media type.
type FileKind = (&'static [&'static str], &'static str);

const fn program(name: &'static str, title: &'static str, file: FileKind) -> Entry {
    Entry::new(FormatKind::Program, name, title, file)
}

const fn solid(name: &'static str, title: &'static str, file: FileKind) -> Entry {
    Entry::new(FormatKind::Solid, name, title, file)
}

const fn script(name: &'static str, title: &'static str, file: FileKind) -> Entry {
    Entry::new(FormatKind::Script, name, title, file)
}

const fn drawing(name: &'static str, title: &'static str, file: FileKind) -> Entry {
    Entry::new(FormatKind::Drawing, name, title, file)
}

impl Entry {
    const fn new(
        kind: FormatKind,
        name: &'static str,
        title: &'static str,
        (extensions, media_type): FileKind,
    ) -> Self {
        Self {
            name,
            title,
            extensions,
            media_type,
            kind,
            reader: None,
            writer: None,
        }
    }

    const fn read(self, reader: Reader) -> Self {
        Self {
            reader: Some(reader),
            ..self
        }
    }

    const fn written(self, writer: Writer) -> Self {
        Self {
            writer: Some(writer),
            ..self
        }
    }
}
