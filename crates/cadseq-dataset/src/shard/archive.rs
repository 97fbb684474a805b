//! Tar files with bytes that depend on their contents alone, whole or not there.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use super::Record;

/// Writes `records` to `path`.
pub(crate) fn write_shard(path: &Path, records: &[Record]) -> io::Result<()> {
    replace(path, &partial_path(path, ""), |file| {
        let mut archive = tar::Builder::new(BufWriter::with_capacity(1 << 20, file));
        for (name, bytes) in records.iter().flat_map(Record::files) {
            archive.append_data(&mut header(bytes.len()), name, bytes)?;
        }
        archive.into_inner()?.flush()
    })
}

/// Writes `bytes` to `path`. Runs that share a folder may do so at the same time.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let partial = partial_path(path, &format!(".{}", std::process::id()));
    replace(path, &partial, |file| file.write_all(bytes))
}

/// Writes `partial`, then renames it to `path`; on failure nothing is left behind.
fn replace(
    path: &Path,
    partial: &Path,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> io::Result<()> {
    let written = File::create(partial).and_then(|mut file| {
        write(&mut file)?;
        file.sync_all()
    });
    let renamed = written.and_then(|()| fs::rename(partial, path));
    if renamed.is_err() {
        // The first failure is the one to report; a full disk may fail this as well.
        let _ = fs::remove_file(partial);
    }
    renamed
}

/// Where `path` is written before it is whole.
fn partial_path(path: &Path, owner: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!("{owner}.partial"));
    name.into()
}

/// A header without time, owner or anything else of the machine.
fn header(size: usize) -> tar::Header {
    let mut header = tar::Header::new_ustar();
    header.set_entry_type(tar::EntryType::Regular);
    header.set_size(size as u64);
    header.set_mode(0o644);
    header.set_mtime(0);
    header.set_uid(0);
    header.set_gid(0);
    header
}
