//! Tar files with bytes that depend on their contents alone, whole or not there.

use std::{
    fs,
    io::{self, BufWriter, Write},
    path::Path,
};

use super::Record;

/// Writes `records` to `path`, and removes what killed processes left of it.
pub(crate) fn write_shard(path: &Path, records: &[Record]) -> io::Result<()> {
    cadseq_files::write_whole_with(path, |file| {
        let mut archive = tar::Builder::new(BufWriter::with_capacity(1 << 20, file));
        for (name, bytes) in records.iter().flat_map(Record::files) {
            archive.append_data(&mut header(bytes.len()), name, bytes)?;
        }
        archive.into_inner()?.flush()
    })?;
    remove_leftovers(path)
}

/// Removes the unfinished files of `path`, which is whole.
fn remove_leftovers(path: &Path) -> io::Result<()> {
    let mut prefix = path.file_name().unwrap_or_default().to_owned();
    prefix.push(".");
    let prefix = prefix.as_encoded_bytes();
    for entry in fs::read_dir(cadseq_files::folder_of(path))? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.as_encoded_bytes();
        if name.starts_with(prefix) && name.ends_with(b"partial") {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
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
