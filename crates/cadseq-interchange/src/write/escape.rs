//! Text from outside (a part's name) inside comments, strings and XML, none of which it may end.

use std::fmt::Write as _;

/// Longest text from outside that a file repeats.
const MAX_CHARACTERS: usize = 200;

/// A text for the rest of a comment line: one line, without characters that some reader takes for
/// its end or that turn the direction of the text after them.
pub(super) fn comment(text: &str) -> String {
    let plain = text.chars().take(MAX_CHARACTERS);
    plain.map(|c| if is_plain(c) { c } else { ' ' }).collect()
}

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

/// Text between the tags of XML.
pub(super) fn xml_text(text: &str) -> String {
    let mut escaped = String::new();
    for character in comment(text).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Whether a character stands for itself in every language: no control, no line or paragraph
/// separator, no mark that turns the direction of writing, no code point that XML forbids.
fn is_plain(character: char) -> bool {
    let is_mark = matches!(character,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    !character.is_control() && !is_mark
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
