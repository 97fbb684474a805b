//! ZIP archives, as far as a 3MF package or a folder of small files needs them: deflated files, no times.

/// 1 January 1980, the first day that the format can say: the same files give the same bytes.
const DATE: u16 = 0x0021;
/// Version 2.0, the first with deflate.
const VERSION: u16 = 20;
const DEFLATE: u16 = 8;
/// Trades speed for size; beyond it, files hardly get smaller.
const COMPRESSION_LEVEL: u8 = 6;

/// The bytes of an archive of these files, each with its path (ASCII) and content; together below 4 GiB, and at
/// most 65,535 files.
pub fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for (path, content) in files {
        let packed = miniz_oxide::deflate::compress_to_vec(content, COMPRESSION_LEVEL);
        let description = description(path, content, &packed);
        let offset = bytes.len() as u32;
        bytes.extend_from_slice(b"PK\x03\x04");
        bytes.extend_from_slice(&description);
        bytes.extend_from_slice(path.as_bytes());
        bytes.extend_from_slice(&packed);
        directory.extend_from_slice(b"PK\x01\x02");
        directory.extend_from_slice(&VERSION.to_le_bytes());
        directory.extend_from_slice(&description);
        // No comment, first disk, no attributes.
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&offset.to_le_bytes());
        directory.extend_from_slice(path.as_bytes());
    }
    let (count, start) = (files.len() as u16, bytes.len() as u32);
    bytes.extend_from_slice(&directory);
    bytes.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    bytes.extend_from_slice(&count.to_le_bytes());
    bytes.extend_from_slice(&count.to_le_bytes());
    bytes.extend_from_slice(&(directory.len() as u32).to_le_bytes());
    bytes.extend_from_slice(&start.to_le_bytes());
    bytes.extend_from_slice(&[0; 2]);
    bytes
}

/// What the file's own header and its entry in the directory both say.
fn description(path: &str, content: &[u8], packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for word in [VERSION, 0, DEFLATE, 0, DATE] {
        bytes.extend_from_slice(&word.to_le_bytes());
    }
    for word in [
        crc32fast::hash(content),
        packed.len() as u32,
        content.len() as u32,
    ] {
        bytes.extend_from_slice(&word.to_le_bytes());
    }
    for word in [path.len() as u16, 0] {
        bytes.extend_from_slice(&word.to_le_bytes());
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(bytes: &[u8], at: usize) -> usize {
        u32::from_le_bytes([0, 1, 2, 3].map(|k| bytes[at + k])) as usize
    }

    #[test]
    fn files_unpack() {
        let long = "abc".repeat(1000).into_bytes();
        let files: [(&str, &[u8]); 2] = [("a.txt", b"short"), ("b/c.txt", &long)];
        let bytes = archive(&files);
        let mut at = 0;
        for (path, content) in files {
            assert_eq!(&bytes[at..at + 4], b"PK\x03\x04");
            assert_eq!(word(&bytes, at + 14), crc32fast::hash(content) as usize);
            let (packed, size) = (word(&bytes, at + 18), word(&bytes, at + 22));
            assert_eq!(size, content.len());
            let start = at + 30 + path.len();
            assert_eq!(&bytes[at + 30..start], path.as_bytes());
            let unpacked = miniz_oxide::inflate::decompress_to_vec(&bytes[start..start + packed]);
            assert_eq!(unpacked.expect("deflated"), content);
            at = start + packed;
        }
        let end = bytes.len() - 22;
        assert_eq!(&bytes[end..end + 4], b"PK\x05\x06");
        assert_eq!(
            word(&bytes, end + 16),
            at,
            "the directory follows the files"
        );
        assert_eq!(at + word(&bytes, end + 12), end);
    }
}
