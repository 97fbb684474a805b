//! Tar files with bytes that depend on their contents alone, whole or not there.

use std::{
    io::{self, BufWriter, Write},
    path::Path,
};

use super::Record;

/// Writes `records` to `path`.
pub(crate) fn write_shard(path: &Path, records: &[Record]) -> io::Result<()> {
    cadseq_files::write_whole_with(path, |file| {
        let mut archive = tar::Builder::new(BufWriter::with_capacity(1 << 20, file));
        for (name, bytes) in records.iter().flat_map(Record::files) {
            archive.append_data(&mut header(bytes.len()), name, bytes)?;
        }
        archive.into_inner()?.flush()
    })
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
