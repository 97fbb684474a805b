//! Whether a JPEG file is whole. Its decoder is made for damaged files and fills what is missing
//! with grey, which nobody should take for a picture of a part.

/// End of image.
const END: u8 = 0xD9;

/// Whether the end marker comes before the bytes do. Segments are skipped by their length: the thumbnail
/// within one has an end marker of its own.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some(found) = next_marker(bytes, at) {
        let (marker, after) = found;
        match marker {
            END => return true,
            // Markers without a segment: temporary, restart, start of image.
            0x01 | 0xD0..=0xD8 => at = after,
            _ => {
                let Some(&[high, low]) = bytes.get(after..after + 2) else {
                    return false;
                };
                at = after + usize::from(u16::from_be_bytes([high, low])).max(2);
            }
        }
    }
    false
}

/// The next marker from `at` on and where its segment begins; stuffed zeros and fill bytes are not markers.
fn next_marker(bytes: &[u8], mut at: usize) -> Option<(u8, usize)> {
    loop {
        at += bytes.get(at..)?.iter().position(|&byte| byte == 0xFF)?;
        match *bytes.get(at + 1)? {
            0x00 => at += 2,
            0xFF => at += 1,
            marker => return Some((marker, at + 2)),
        }
    }
}
