//! Which format a file has whose name does not say it.

use super::Format;
use crate::read::encoding::to_utf8;
use crate::vector;

/// Keys by which JSON is known, in the order in which they are looked for: the Gallery's files have a
/// `sequence` too. Keys are looked for as text, so that a broken file is known too.
const KEYS: [(&str, Format); 4] = [
    ("\"operations\"", Format::Json),
    ("\"timeline\"", Format::FusionGallery),
    ("\"sequence\"", Format::DeepCad),
    ("\"coordinate_system\"", Format::Text2Cad),
];

/// The format that the bytes look like.
pub(super) fn of_content(bytes: &[u8]) -> Option<Format> {
    if bytes.starts_with(vector::NPY_MAGIC) || bytes.starts_with(vector::ZIP_MAGIC) {
        return Some(Format::DeepCadVector);
    }
    if bytes.starts_with(vector::HDF5_MAGIC) {
        return Some(Format::DeepCadH5);
    }
    let bytes = to_utf8(bytes);
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with('{') {
        let found = KEYS.into_iter().find(|(key, _)| text.contains(key));
        return found.map(|(_, format)| format);
    }
    let is_table = text.starts_with(|first: char| first == '[' || first.is_ascii_digit());
    if is_table || text.starts_with(vector::NAMES[0]) {
        Some(Format::DeepCadVector)
    } else {
        text.contains("add_sketch").then_some(Format::Text)
    }
}
