//! Names of files and folders that are written.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cadseq_interchange::Format;

use super::read::is_standard;

/// What a file of this name is written as.
///
/// # Errors
/// One that names the file and the formats.
pub(crate) fn format_to_write(path: &Path) -> Result<Format> {
    let shown = path.display();
    let extension = path.extension().with_context(|| {
        format!("{shown}: the extension names the format; end the name with one such as .step")
    })?;
    Format::to_write(&extension.to_string_lossy()).with_context(|| shown.to_string())
}

/// Whether a path to write to is meant as a folder: one that is there, a path that ends in a
/// separator, or one without an extension.
pub(crate) fn is_folder(path: &Path) -> bool {
    let separated = path.to_string_lossy().ends_with(std::path::is_separator);
    !is_standard(path) && (separated || path.is_dir() || path.extension().is_none())
}

/// The file's name in a folder that gets files of these formats: those that share an extension
/// carry their format's name.
pub(crate) fn file_name(stem: &str, format: Format, formats: &[Format]) -> String {
    let extension = format.extensions()[0];
    let mut others = formats.iter().filter(|&&other| other != format);
    if others.any(|other| other.extensions()[0] == extension) {
        return format!("{stem}.{}.{extension}", format.name());
    }
    format!("{stem}.{extension}")
}

/// The files' names without extension; a repeated one gets a number.
pub(crate) fn unique_stems(files: &[PathBuf]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut unique = |stem: String| {
        let numbered = (2..).map(|number| format!("{stem}-{number}"));
        let name = std::iter::once(stem.clone())
            .chain(numbered)
            .find(|name| !taken.contains(name));
        let name = name.unwrap_or(stem);
        taken.insert(name.clone());
        name
    };
    files.iter().map(|path| unique(stem(path))).collect()
}

/// The file's name without its extension; what comes from standard input is called `part`.
pub(crate) fn stem(path: &Path) -> String {
    if is_standard(path) {
        return "part".to_owned();
    }
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_do_not_repeat() {
        let files = ["a/x.png", "b/x.jpg", "x-2.png", "y.png", "-"].map(PathBuf::from);
        assert_eq!(unique_stems(&files), ["x", "x-2", "x-2-2", "y", "part"]);
    }

    #[test]
    fn formats_of_one_extension_are_told_apart() {
        let formats = [Format::CadQuery, Format::Build123d, Format::Step];
        let names = formats.map(|format| file_name("a", format, &formats));
        assert_eq!(names, ["a.cadquery.py", "a.build123d.py", "a.step"]);
        assert_eq!(file_name("a", Format::CadQuery, &formats[..1]), "a.py");
    }
}
