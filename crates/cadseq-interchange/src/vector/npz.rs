//! Archives of NumPy's arrays: NPZ, which are ZIP files of NPY files, stored or deflated.
//!
//! Of several arrays, `vec` or `out_vec` is meant, as in DeepCAD's HDF5; of one, that one, whatever its name. Sizes are
//! taken from the archive's directory at its end, and nothing that it says makes the reader unpack more than the longest
//! program needs.

use cadseq_solid::export::archive::archive;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::fault::VectorFault;
use super::{COLUMNS, Row, npy};

/// What a ZIP file starts with.
pub(crate) const MAGIC: &[u8] = b"PK\x03\x04";

/// The arrays that hold a program, the usual one first.
const ARRAYS: [&str; 2] = ["vec.npy", "out_vec.npy"];

/// What the record at the end of an archive begins with, and its length without a comment.
const END: (&[u8], usize) = (b"PK\x05\x06", 22);

/// What an entry of the directory begins with, and its length without names.
const ENTRY: (&[u8], usize) = (b"PK\x01\x02", 46);

/// Length of a file's own header without names.
const HEADER: usize = 30;

/// Most files of an archive that are looked at.
const MAX_FILES: usize = 1_000;

/// Most bytes of an NPY header.
const MAX_HEADER_BYTES: usize = 64 << 10;

/// A file of the archive.
struct File<'a> {
    name: &'a [u8],
    method: u16,
    packed: usize,
    header: usize,
}

/// The rows of the archive's program, at most `limit` of them.
pub(super) fn read(bytes: &[u8], limit: usize) -> Result<Vec<Row>, VectorFault> {
    let files = files(bytes).ok_or_else(|| fault("its directory is damaged"))?;
    let named = |wanted: &&str| files.iter().find(|file| file.name == wanted.as_bytes());
    let only = (files.len() == 1).then(|| &files[0]);
    let Some(file) = ARRAYS.iter().find_map(named).or(only) else {
        return Err(fault(
            "it has neither one array nor one named vec or out_vec",
        ));
    };
    let data = data(bytes, file).ok_or_else(|| fault("a file of it is cut off"))?;
    let most = MAX_HEADER_BYTES + limit * COLUMNS * size_of::<i64>();
    match file.method {
        0 => npy::read(data, limit),
        8 => {
            let unpacked = decompress_to_vec_with_limit(data, most);
            let unpacked = unpacked.map_err(|_| fault("an array is damaged or too large"))?;
            npy::read(&unpacked, limit)
        }
        _ => Err(fault("it is packed in a way that NumPy does not use")),
    }
}

/// The archive of an array named `vec`.
pub(super) fn write(rows: &[Row]) -> Vec<u8> {
    archive(&[(ARRAYS[0], &npy::write(rows))])
}

fn fault(reason: &'static str) -> VectorFault {
    VectorFault::Npz { reason }
}

/// The files that the directory names.
fn files(bytes: &[u8]) -> Option<Vec<File<'_>>> {
    let mut ends = bytes.windows(END.0.len());
    let end = &bytes[ends.rposition(|it| it == END.0)?..];
    if end.len() < END.1 {
        return None;
    }
    let count = word(end, 10)?;
    let mut rest = bytes.get(long(end, 16)?..)?;
    let mut files = Vec::new();
    for _ in 0..usize::from(count).min(MAX_FILES) {
        if !rest.starts_with(ENTRY.0) {
            return None;
        }
        let [name, extra, comment] = [28, 30, 32].map(|at| word(rest, at).map(usize::from));
        let name_end = ENTRY.1 + name?;
        files.push(File {
            name: rest.get(ENTRY.1..name_end)?,
            method: word(rest, 10)?,
            packed: long(rest, 20)?,
            header: long(rest, 42)?,
        });
        rest = rest.get(name_end + extra? + comment?..)?;
    }
    Some(files)
}

/// The packed bytes of a file.
fn data<'a>(bytes: &'a [u8], file: &File<'_>) -> Option<&'a [u8]> {
    let header = bytes.get(file.header..)?;
    let names = usize::from(word(header, 26)?) + usize::from(word(header, 28)?);
    let start = HEADER + names;
    header.starts_with(MAGIC).then_some(())?;
    header.get(start..start.checked_add(file.packed)?)
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at + 2)?;
    Some(u16::from_le_bytes([bytes[0], bytes[1]]))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + 4)?;
    usize::try_from(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])).ok()
}
