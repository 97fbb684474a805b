//! Text from outside (a part's name) inside comments and strings, none of which it may end; what is plain
//! says `cadseq-solid`, for its own files too.

use std::fmt::Write as _;

use cadseq_solid::export::{MAX_CHARACTERS, is_plain};
pub(super) use cadseq_solid::export::{plain_text as comment, xml_text};

/// A string literal of Python in double quotes.
pub(super) fn python_string(text: &str) -> String {
    let mut literal = String::from("\"");
    for character in text.chars().take(MAX_CHARACTERS) {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            _ if is_plain(character) => literal.push(character),
            _ => {
                // Writing into a string cannot fail.
                let _ = write!(literal, "\\U{:08x}", u32::from(character));
            }
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HOSTILE: &str = "a\"b\\\r\n*/ \"\"\" '''\u{2028}<!-- ]]> \u{202e}\0";

    #[test]
    fn nothing_ends_its_place() {
        assert_eq!(comment(HOSTILE), "a\"b\\  */ \"\"\" ''' <!-- ]]>   ");
        let expected =
            r#""a\"b\\\U0000000d\U0000000a*/ \"\"\" '''\U00002028<!-- ]]> \U0000202e\U00000000""#;
        assert_eq!(python_string(HOSTILE), expected);
        assert!(xml_text(HOSTILE).contains("&lt;!-- ]]&gt;"));
    }

    proptest! {
        #[test]
        fn places_hold_any_text(text in "\\PC*|.*") {
            prop_assert_eq!(comment(&text).lines().count() <= 1, true);
            prop_assert!(!xml_text(&text).contains(['<', '>', '"']));
            let literal = python_string(&text);
            let inner = literal[1..literal.len() - 1].replace("\\\\", "").replace("\\\"", "");
            prop_assert!(!inner.contains('"') && !inner.ends_with('\\') && !literal.contains('\n'));
        }
    }
}
