//! Text that is not UTF-8.

use std::borrow::Cow;

/// UTF-16 that says so with a byte order mark, which Windows' shells write, as UTF-8; anything else as
/// it is.
pub(crate) fn to_utf8(bytes: &[u8]) -> Cow<'_, [u8]> {
    let (order, units): (fn([u8; 2]) -> u16, _) = match bytes {
        [0xFF, 0xFE, units @ ..] => (u16::from_le_bytes, units),
        [0xFE, 0xFF, units @ ..] => (u16::from_be_bytes, units),
        _ => return Cow::Borrowed(bytes),
    };
    let (pairs, []) = units.as_chunks::<2>() else {
        return Cow::Borrowed(bytes);
    };
    let characters = char::decode_utf16(pairs.iter().map(|pair| order(*pair)));
    match characters.collect::<Result<String, _>>() {
        Ok(text) => Cow::Owned(text.into_bytes()),
        Err(_) => Cow::Borrowed(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::to_utf8;

    #[test]
    fn both_orders_of_bytes_are_read_and_broken_ones_left() {
        let text = "add_sketch(XY) # \u{2300}12 \u{1F529}";
        let bytes = |mark: [u8; 2], order: fn(u16) -> [u8; 2]| {
            let units = text.encode_utf16().flat_map(order);
            mark.into_iter().chain(units).collect::<Vec<u8>>()
        };
        let little = bytes([0xFF, 0xFE], u16::to_le_bytes);
        assert_eq!(*to_utf8(&little), *text.as_bytes());
        let big = bytes([0xFE, 0xFF], u16::to_be_bytes);
        assert_eq!(*to_utf8(&big), *text.as_bytes());
        for broken in [&little[..little.len() - 1], &little[..little.len() - 2]] {
            assert_eq!(*to_utf8(broken), *broken);
        }
        assert_eq!(*to_utf8(b"plain"), *b"plain");
    }
}
