//! Names of files and folders that are written.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
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
pub(crate) fn file_name(stem: &OsStr, format: Format, formats: &[Format]) -> OsString {
    let extension = format.extensions()[0];
    let mut others = formats.iter().filter(|&&other| other != format);
    let shared = others.any(|other| other.extensions()[0] == extension);
    let ending = if shared {
        format!(".{}.{extension}", format.name())
    } else {
        format!(".{extension}")
    };
    with_ending(stem.to_owned(), &ending)
}

/// A name and what follows it.
pub(crate) fn with_ending(mut name: OsString, ending: &str) -> OsString {
    name.push(ending);
    name
}

/// The files' names without extension, in a folder that may not tell upper from lower case. A repeated one
/// gets a number, which is told, and takes no other file's name.
pub(crate) fn unique_stems(files: &[PathBuf]) -> Vec<OsString> {
    let folded = |name: &OsStr| name.to_string_lossy().to_lowercase();
    let own: BTreeSet<String> = files.iter().map(|path| folded(&os_stem(path))).collect();
    let mut taken = BTreeSet::new();
    let mut unique = |path: &PathBuf| {
        let stem = os_stem(path);
        if taken.insert(folded(&stem)) {
            return stem;
        }
        let numbered = (2..).map(|number| with_ending(stem.clone(), &format!("-{number}")));
        let mut free = numbered.filter(|name| !own.contains(&folded(name)));
        let name = free.find(|name| taken.insert(folded(name))).unwrap_or(stem);
        eprintln!(
            "note: {}: another file has its name; written as {}",
            path.display(),
            name.display()
        );
        name
    };
    files.iter().map(&mut unique).collect()
}

/// The file's name without its extension, for people; what comes from standard input is called `part`.
pub(crate) fn stem(path: &Path) -> String {
    os_stem(path).to_string_lossy().into_owned()
}

fn os_stem(path: &Path) -> OsString {
    if is_standard(path) {
        return "part".into();
    }
    path.file_stem().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_do_not_repeat() {
        let files = ["a/x.png", "b/X.jpg", "x-2.png", "y.png", "-"].map(PathBuf::from);
        assert_eq!(unique_stems(&files), ["x", "X-3", "x-2", "y", "part"]);
    }

    #[test]
    fn formats_of_one_extension_are_told_apart() {
        let formats = [Format::CadQuery, Format::Build123d, Format::Step];
        let names = formats.map(|format| file_name("a".as_ref(), format, &formats));
        assert_eq!(names, ["a.cadquery.py", "a.build123d.py", "a.step"]);
        assert_eq!(
            file_name("a".as_ref(), Format::CadQuery, &formats[..1]),
            "a.py"
        );
    }
}
