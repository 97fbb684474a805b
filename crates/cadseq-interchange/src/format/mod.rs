//! The formats: their names, file extensions, and which one a file has.

mod content;
mod table;

use thiserror::Error;

pub(crate) use table::{Reader, Writer};

use content::of_content;
use table::entry;

/// The enum of the formats with the array of all of them, so that none is missing there.
macro_rules! formats {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// A file format that a program is read from, or that it or its solid is written in.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Format {
            $($(#[$doc])* $name,)*
        }

        impl Format {
            /// All formats. Of those that share an extension, the first is what it is written as.
            pub const ALL: [Self; [$(stringify!($name)),*].len()] = [$(Self::$name),*];
        }
    };
}

formats! {
    /// The program's own text, one operation a line.
    Text,
    /// The program as JSON with a published schema.
    Json,
    /// Reconstruction JSON of the Fusion 360 Gallery Dataset.
    FusionGallery,
    /// DeepCAD's JSON.
    DeepCad,
    /// DeepCAD's vectors of 17 columns, as NPY, NPZ, CSV or JSON.
    DeepCadVector,
    /// DeepCAD's vectors in HDF5, as its data set and its networks have them.
    DeepCadH5,
    /// Text2CAD's minimal JSON.
    Text2Cad,
    /// ISO 10303-21, application protocol 214: the exact solid.
    Step,
    /// Binary STL.
    Stl,
    /// Wavefront OBJ.
    Obj,
    /// glTF 2.0 in one binary file.
    Glb,
    /// 3D Manufacturing Format.
    ThreeMf,
    /// Python script of CadQuery.
    CadQuery,
    /// Python script of build123d.
    Build123d,
    /// Python script that runs inside Fusion 360.
    FusionScript,
    /// Python script for the client of the Fusion 360 Gym.
    GalleryScript,
    /// Macro of FreeCAD.
    FreeCad,
    /// Program of OpenSCAD.
    OpenScad,
    /// A sketch as SVG.
    Svg,
    /// A sketch as DXF.
    Dxf,
}

/// What a file of a format holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FormatKind {
    /// The program: what it draws and extrudes.
    Program,
    /// The solid that the program makes.
    Solid,
    /// Commands by which another tool makes the solid.
    Script,
    /// One sketch of the program.
    Drawing,
}

/// A format that is not there.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FormatError {
    /// A name that no format has.
    #[error("unknown format {name:?}; the formats are {}", known(|_| true, Format::name))]
    Name {
        /// The name.
        name: String,
    },
    /// An extension that no format is written with.
    #[error("nothing is written as .{extension}; use {}", written_extensions())]
    Extension {
        /// The extension, without its dot.
        extension: String,
    },
    /// A file of a format that is written only, by its extension.
    #[error(
        "{} is written but not read; the formats that are read are {}",
        format.title(),
        known(Format::is_read, Format::name)
    )]
    OnlyWritten {
        /// The format.
        format: Format,
    },
    /// A file that looks like none of the formats that are read.
    #[error(
        "the file looks like none of the formats that are read; say which it is: {}",
        known(Format::is_read, Format::name)
    )]
    Content,
}

/// What `say` says of every format that `is_meant`, with commas between them.
fn known(is_meant: fn(Format) -> bool, say: fn(Format) -> &'static str) -> String {
    let formats = Format::ALL.into_iter().filter(|&format| is_meant(format));
    formats.map(say).collect::<Vec<_>>().join(", ")
}

/// The extensions that tell what to write, with their dots.
fn written_extensions() -> String {
    let written = Format::ALL.into_iter().filter(|format| format.is_written());
    let mut extensions = Vec::new();
    for extension in written.flat_map(Format::extensions) {
        let dotted = format!(".{extension}");
        if !extensions.contains(&dotted) {
            extensions.push(dotted);
        }
    }
    extensions.join(", ")
}

impl FormatKind {
    /// The kind in one word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Program => "program",
            Self::Solid => "solid",
            Self::Script => "script",
            Self::Drawing => "drawing",
        }
    }
}

impl Format {
    /// The name by which a person asks for it, such as `fusion-gallery`.
    pub const fn name(self) -> &'static str {
        entry(self).name
    }

    /// What a person calls it, such as `Fusion 360 Gallery JSON`.
    pub const fn title(self) -> &'static str {
        entry(self).title
    }

    /// File extensions without their dot, as they are usually spelt, the usual one first.
    pub const fn extensions(self) -> &'static [&'static str] {
        entry(self).extensions
    }

    /// The media type for HTTP.
    pub const fn media_type(self) -> &'static str {
        entry(self).media_type
    }

    /// What a file of it holds.
    pub const fn kind(self) -> FormatKind {
        entry(self).kind
    }

    /// What reads it.
    pub(crate) const fn reader(self) -> Option<Reader> {
        entry(self).reader
    }

    /// What writes it.
    pub(crate) const fn writer(self) -> Option<Writer> {
        entry(self).writer
    }

    /// Whether a file with this extension (without its dot, in any case) may be one of it.
    pub fn has_extension(self, extension: &str) -> bool {
        let mut extensions = self.extensions().iter();
        extensions.any(|known| known.eq_ignore_ascii_case(extension))
    }

    /// Whether programs are read from it.
    pub const fn is_read(self) -> bool {
        self.reader().is_some()
    }

    /// Whether programs or their solids are written in it.
    pub const fn is_written(self) -> bool {
        self.writer().is_some()
    }

    /// The format with this name.
    ///
    /// # Errors
    /// [`FormatError::Name`] where there is none.
    pub fn from_name(name: &str) -> Result<Self, FormatError> {
        let wanted = name.to_ascii_lowercase();
        let found = Self::ALL.into_iter().find(|format| format.name() == wanted);
        found.ok_or_else(|| FormatError::Name {
            name: name.to_owned(),
        })
    }

    /// What a file with this extension (without its dot, in any case) is written as.
    ///
    /// # Errors
    /// [`FormatError::Extension`] where nothing is.
    pub fn to_write(extension: &str) -> Result<Self, FormatError> {
        let mut written = Self::ALL.into_iter().filter(|format| format.is_written());
        let found = written.find(|format| format.has_extension(extension));
        found.ok_or_else(|| FormatError::Extension {
            extension: extension.to_owned(),
        })
    }

    /// What a file with this extension (without its dot, in any case; empty where there is none)
    /// and these bytes is read as. Where the extension does not settle it, the bytes do.
    ///
    /// # Errors
    /// [`FormatError::OnlyWritten`] where the extension is that of such a format,
    /// [`FormatError::Content`] where the file looks like nothing that is read.
    pub fn to_read(extension: &str, bytes: &[u8]) -> Result<Self, FormatError> {
        let is_meant = |format: &Self| format.is_read() && format.has_extension(extension);
        let meant: Vec<Self> = Self::ALL.into_iter().filter(is_meant).collect();
        match (meant.as_slice(), Self::to_write(extension)) {
            ([format], _) => Ok(*format),
            ([], Ok(format)) => Err(FormatError::OnlyWritten { format }),
            _ => of_content(bytes).ok_or(FormatError::Content),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_extensions_find_their_format() {
        for format in Format::ALL {
            assert_eq!(Format::from_name(format.name()), Ok(format));
            assert!(format.is_read() || format.is_written());
            assert!(format.media_type().contains('/'));
            assert!(format.has_extension(&format.extensions()[0].to_ascii_uppercase()));
        }
        let check = |extension: &str, expected| {
            assert_eq!(Format::to_write(extension), Ok(expected), "{extension}");
        };
        check("cad", Format::Text);
        check("JSON", Format::Json);
        check("npy", Format::DeepCadVector);
        check("py", Format::CadQuery);
        check("FCMacro", Format::FreeCad);
    }

    #[test]
    fn unknown_names_list_the_known_ones() {
        let error = Format::from_name("dwg").expect_err("unknown").to_string();
        assert!(
            error.contains("\"dwg\"") && error.contains("fusion-gallery, deepcad"),
            "{error}"
        );
        let error = Format::to_write("sldprt").expect_err("unknown").to_string();
        assert!(
            error.contains(".sldprt; use .cad, .txt, .json, .npy, .npz, .csv, .step"),
            "{error}"
        );
    }

    #[test]
    fn files_are_known_by_extension_or_content() {
        let check = |extension: &str, content: &str, expected| {
            let found = Format::to_read(extension, content.as_bytes());
            assert_eq!(found, Ok(expected), "{extension} {content}");
        };
        check("CAD", "anything", Format::Text);
        check("csv", "", Format::DeepCadVector);
        check("npy", "", Format::DeepCadVector);
        for extension in ["json", "", "dat"] {
            check(extension, "{\"schema\": 1, \"operations\": [", Format::Json);
            let timeline = "\u{feff} {\"sequence\": [], \"timeline\": []}";
            check(extension, timeline, Format::FusionGallery);
            check(extension, "{\"sequence\"", Format::DeepCad);
            let part = "{\"parts\": {\"part_1\": {\"coordinate_system\": {}}}}";
            check(extension, part, Format::Text2Cad);
            check(extension, "[[4, -1", Format::DeepCadVector);
            check(extension, "4,-1,-1", Format::DeepCadVector);
            check(extension, "command,x,y", Format::DeepCadVector);
            check(extension, "# a part\nadd_sketch(XY)", Format::Text);
        }
        let npy = Format::to_read("", b"\x93NUMPY\x01\x00");
        assert_eq!(npy, Ok(Format::DeepCadVector));
        let hdf5 = Format::to_read("", b"\x89HDF\r\n\x1a\n\x00");
        assert_eq!(hdf5, Ok(Format::DeepCadH5));
        check("H5", "", Format::DeepCadH5);
        for content in ["", "{}", "ISO-10303-21;"] {
            let error = Format::to_read("dat", content.as_bytes());
            assert_eq!(error, Err(FormatError::Content));
        }
        for (extension, format) in [("DXF", Format::Dxf), ("step", Format::Step)] {
            let error = Format::to_read(extension, b"0\nSECTION\n");
            assert_eq!(error, Err(FormatError::OnlyWritten { format }));
        }
        let utf16: Vec<u8> = "\u{feff}{\"sequence\""
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(Format::to_read("json", &utf16), Ok(Format::DeepCad));
    }
}
