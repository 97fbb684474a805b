//! Files that are written whole or not at all.
//!
//! Whoever looks at a path finds the old file or the new one; on failure nothing is left behind. (Folders
//! that are swapped whole, reports and checkpoints, are written by their own crates.)

use std::ffi::OsStr;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// Writes `bytes` to `path`; see [`write_whole_with`].
///
/// # Errors
/// Those of the file system; [`io::ErrorKind::PermissionDenied`] for a file that is read-only.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_whole_with(path, |file| file.write_all(bytes))
}

/// Lets `write` fill a file beside `path`, brings it to the disk and renames it to `path`.
///
/// A file that is there keeps its mode; behind a symbolic link the file that it points to is replaced.
/// What is there and no plain file, such as a pipe, is written to directly. Runs that share a folder
/// may write the same path at the same time: the last one stays.
///
/// # Errors
/// Those of the file system or of `write`; [`io::ErrorKind::PermissionDenied`] for a file that is
/// read-only, whoever asks.
pub fn write_whole_with(
    path: &Path,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> io::Result<()> {
    let Ok(target) = fs::canonicalize(path) else {
        return persist(new_file(path)?, path, write);
    };
    let found = fs::metadata(&target)?;
    check_not_read_only(&found)?;
    if !found.is_file() {
        let mut file = OpenOptions::new().write(true).open(&target)?;
        return write(&mut file);
    }
    let file = new_file(&target)?;
    fs::set_permissions(file.path(), found.permissions())?;
    persist(file, &target, write)
}

/// The folder of a file.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Refuses what `path` leads to if it is read-only: a rename would replace it all the same.
///
/// # Errors
/// [`io::ErrorKind::PermissionDenied`].
pub fn check_not_read_only_at(path: &Path) -> io::Result<()> {
    fs::metadata(path).map_or(Ok(()), |found| check_not_read_only(&found))
}

fn check_not_read_only(found: &Metadata) -> io::Result<()> {
    if found.is_file() && found.permissions().readonly() {
        let reason = "the file is read-only; make it writable or give another name";
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, reason));
    }
    Ok(())
}

/// A fresh file beside `path`, with the mode of any new file.
fn new_file(path: &Path) -> io::Result<NamedTempFile> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    let mut builder = Builder::new();
    builder.prefix(&name).suffix(OsStr::new(".partial"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder_of(path))
}

fn persist(
    mut file: NamedTempFile,
    path: &Path,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> io::Result<()> {
    write(file.as_file_mut())?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        let name = |entry: io::Result<fs::DirEntry>| {
            let name = entry.expect("an entry").file_name();
            name.to_string_lossy().into_owned()
        };
        entries.map(name).collect()
    }

    #[test]
    fn a_file_is_replaced_and_nothing_else_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("part.step");
        for text in ["first", "second, longer", "3"] {
            write_whole(&path, text.as_bytes()).expect("written");
            assert_eq!(fs::read_to_string(&path).expect("read"), text);
        }
        assert_eq!(names(folder.path()), ["part.step"]);
    }

    #[test]
    fn a_failure_keeps_the_old_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("part.step");
        write_whole(&path, b"old").expect("written");
        let failed = write_whole_with(&path, |file| {
            file.write_all(b"half")?;
            Err(io::Error::other("the power failed"))
        });
        assert_eq!(
            failed.expect_err("it failed").to_string(),
            "the power failed"
        );
        assert_eq!(fs::read(&path).expect("read"), b"old");
        assert_eq!(names(folder.path()), ["part.step"]);
    }

    #[test]
    fn a_read_only_file_is_refused_whoever_asks() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("part.step");
        write_whole(&path, b"old").expect("written");
        let mut permissions = fs::metadata(&path).expect("there").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).expect("set");
        let error = write_whole(&path, b"new").expect_err("read-only");
        assert_eq!(error.kind(), io::ErrorKind::PermissionDenied);
        assert!(error.to_string().contains("read-only"), "{error}");
        assert!(check_not_read_only_at(&path).is_err());
        assert_eq!(fs::read(&path).expect("read"), b"old");
    }

    #[cfg(unix)]
    #[test]
    fn modes_and_links_are_kept() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("part.step");
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        let plain = folder.path().join("plain");
        fs::write(&plain, "").expect("written");
        write_whole(&path, b"old").expect("written");
        assert_eq!(mode(&path), mode(&plain), "as any new file");

        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("set");
        let link = folder.path().join("link");
        symlink(&path, &link).expect("linked");
        write_whole(&link, b"new").expect("written");
        assert_eq!(
            (mode(&path), fs::read(&path).expect("read")),
            (0o600, b"new".to_vec())
        );
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    }
}
