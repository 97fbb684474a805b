//! A report's folder, written whole or not at all. What is no report is never replaced.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::report::{File, Report};

/// The page's file; a folder is known as a report by the mark in it.
pub(crate) const PAGE: &str = "index.html";
/// What the page says of its maker.
pub(crate) const GENERATOR: &str = "cadseq report";
/// Folders of a report, and the extension of the files in them.
const FOLDERS: [(&str, &str); 2] = [("tables", "csv"), ("plots", "svg")];

/// Why a report could not be written.
#[derive(Debug, Error)]
pub enum ReportError {
    /// A file or folder could not be read, made or renamed.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file stands where the folder should be.
    #[error("{} is a file; name a folder for the report", .0.display())]
    NoFolder(PathBuf),
    /// The folder holds something that no report put there.
    #[error(
        "{} holds {entry}, which is no part of a report; choose another folder or move it away",
        folder.display()
    )]
    Foreign {
        /// The folder of the report.
        folder: PathBuf,
        /// What is in it.
        entry: String,
    },
}

/// Refuses a folder that [`Report::write`] would refuse, before any work is done: one that holds
/// anything but an older report.
///
/// # Errors
/// [`ReportError`].
pub fn check_writable(folder: &Path) -> Result<(), ReportError> {
    match fs::metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(at(folder)(error)),
        Ok(found) if !found.is_dir() => return Err(ReportError::NoFolder(folder.to_owned())),
        Ok(_) => {}
    }
    let foreign = |entry: &str| ReportError::Foreign {
        folder: folder.to_owned(),
        entry: entry.to_owned(),
    };
    let names = names(folder)?;
    let mark = format!("content=\"{GENERATOR}\"");
    for name in &names {
        let path = folder.join(name);
        if name == PAGE {
            let page = fs::read(&path).map_err(at(&path))?;
            if !String::from_utf8_lossy(&page).contains(&mark) {
                return Err(foreign(name));
            }
        } else if let Some((_, extension)) = FOLDERS.iter().find(|(known, _)| known == name) {
            check_kind(&path, extension)?.map_err(|inner| foreign(&format!("{name}/{inner}")))?;
        } else {
            return Err(foreign(name));
        }
    }
    match names.first() {
        Some(first) if !names.iter().any(|name| name == PAGE) => Err(foreign(first)),
        _ => Ok(()),
    }
}

/// The first name in `folder` that has another extension, if any, as the inner error.
fn check_kind(folder: &Path, extension: &str) -> Result<Result<(), String>, ReportError> {
    let is_foreign = |name: &String| Path::new(name).extension() != Some(extension.as_ref());
    Ok(names(folder)?
        .into_iter()
        .find(is_foreign)
        .map_or(Ok(()), Err))
}

/// Names in a folder, sorted.
fn names(folder: &Path) -> Result<Vec<String>, ReportError> {
    let entries = fs::read_dir(folder).map_err(at(folder))?;
    let name = |entry: io::Result<fs::DirEntry>| {
        entry.map(|entry| entry.file_name().to_string_lossy().into_owned())
    };
    let names: io::Result<Vec<String>> = entries.map(name).collect();
    let mut names = names.map_err(at(folder))?;
    names.sort();
    Ok(names)
}

impl Report {
    /// Writes the report beside `folder`, then puts it in its place: whoever looks finds the old
    /// report or the new one, whole.
    ///
    /// # Errors
    /// As [`check_writable`], or where a file cannot be written; nothing is left behind.
    pub fn write(&self, folder: &Path) -> Result<(), ReportError> {
        check_writable(folder)?;
        let target = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        let partial = beside(&target, "partial");
        let written = write_files(&self.files, &partial).and_then(|()| swap(&partial, &target));
        if written.is_err() {
            // The first error is the one to tell.
            let _ = fs::remove_dir_all(&partial);
        }
        written
    }
}

fn write_files(files: &[File], folder: &Path) -> Result<(), ReportError> {
    fs::create_dir_all(folder).map_err(at(folder))?;
    for (name, _) in FOLDERS {
        let path = folder.join(name);
        fs::create_dir(&path).map_err(at(&path))?;
    }
    for file in files {
        let path = folder.join(&file.path);
        fs::write(&path, &file.bytes).map_err(at(&path))?;
    }
    Ok(())
}

/// Puts `partial` in the place of `target`, which may be there.
fn swap(partial: &Path, target: &Path) -> Result<(), ReportError> {
    if !target.exists() {
        return fs::rename(partial, target).map_err(at(target));
    }
    let old = beside(target, "old");
    fs::rename(target, &old).map_err(at(target))?;
    if let Err(error) = fs::rename(partial, target) {
        fs::rename(&old, target).map_err(at(&old))?;
        return Err(at(target)(error));
    }
    fs::remove_dir_all(&old).map_err(at(&old))
}

/// A name beside `path` that no other process uses.
fn beside(path: &Path, kind: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.{kind}", std::process::id()));
    path.with_file_name(name)
}

fn at(path: &Path) -> impl Fn(io::Error) -> ReportError {
    let path = path.to_owned();
    move |source| ReportError::Io {
        path: path.clone(),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(text: &str) -> Report {
        let page = format!("<meta name=\"generator\" content=\"{GENERATOR}\">{text}");
        Report {
            files: vec![
                File::new(PAGE, page),
                File::new("tables/a.csv", "a\n"),
                File::new("plots/a.svg", "<svg/>"),
            ],
        }
    }

    #[test]
    fn an_older_report_is_replaced_and_nothing_is_left_beside() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = place.path().join("deep/report");
        report("old").write(&folder).expect("written");
        fs::write(folder.join("tables/older.csv"), "a").expect("written");
        report("new").write(&folder).expect("written again");
        let page = fs::read_to_string(folder.join(PAGE)).expect("read");
        assert!(page.ends_with("new"));
        assert_eq!(
            names(&folder).expect("names"),
            ["index.html", "plots", "tables"]
        );
        assert_eq!(names(&folder.join("tables")).expect("names"), ["a.csv"]);
        assert_eq!(
            names(&place.path().join("deep")).expect("names"),
            ["report"]
        );
    }

    #[test]
    fn an_empty_folder_is_taken() {
        let place = tempfile::tempdir().expect("a folder");
        report("").write(place.path()).expect("written");
        assert!(place.path().join("plots/a.svg").exists());
    }

    #[test]
    fn what_is_no_report_stays() {
        let check = |name: &str, text: &str, expected: &str| {
            let place = tempfile::tempdir().expect("a folder");
            report("old").write(place.path()).expect("written");
            fs::write(place.path().join(name), text).expect("written");
            let error = report("new")
                .write(place.path())
                .expect_err("refused")
                .to_string();
            assert!(
                error.contains(&format!("holds {expected}, which is no part")),
                "{error}"
            );
            let kept = fs::read_to_string(place.path().join(name)).expect("kept");
            assert_eq!(kept, text);
        };
        check("index.html", "<p>mine</p>", "index.html");
        check("notes.txt", "mine", "notes.txt");
        check("tables/notes.txt", "mine", "tables/notes.txt");

        let place = tempfile::tempdir().expect("a folder");
        fs::create_dir(place.path().join("plots")).expect("a folder");
        let error = check_writable(place.path())
            .expect_err("no page")
            .to_string();
        assert!(error.contains("holds plots"), "{error}");
        let file = place.path().join("file");
        fs::write(&file, "").expect("written");
        let error = check_writable(&file).expect_err("a file").to_string();
        assert!(
            error.ends_with("is a file; name a folder for the report"),
            "{error}"
        );
    }
}
