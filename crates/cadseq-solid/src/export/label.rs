//! What parts and bodies are called in files, and text from outside in general: none of it may end the
//! place where it stands.

/// Longest text from outside that a file repeats, in characters.
pub const MAX_CHARACTERS: usize = 200;

/// What a part without a name is called.
const UNNAMED: &str = "part";

/// What a part or a body is called in files: one line of characters that stand for themselves, neither
/// empty nor longer than a file repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label(String);

impl Label {
    /// What a part is called that a person gave this name; any text will do.
    pub fn new(name: &str) -> Self {
        let name = plain_text(name);
        match name.trim() {
            "" => Self(UNNAMED.to_owned()),
            name => Self(name.to_owned()),
        }
    }

    /// What the body with this number, from 1, is called in a part of this name.
    #[must_use]
    pub fn of_body(&self, number: usize) -> Self {
        Self(format!("{}-{number}", self.0))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text between the tags of XML, or in an attribute in double quotes.
    pub(super) fn xml(&self) -> String {
        escaped(&self.0)
    }

    /// The text in ASCII, for formats that have no other; what is not in it becomes `?`.
    pub(super) fn ascii(&self) -> String {
        let characters = self.0.chars();
        characters
            .map(|c| if c.is_ascii() { c } else { '?' })
            .collect()
    }
}

impl Default for Label {
    fn default() -> Self {
        Self(UNNAMED.to_owned())
    }
}

/// A text on one line, without characters that some reader takes for its end or that turn the direction
/// of the text after them; each is a space instead. Of a long text, its beginning.
pub fn plain_text(text: &str) -> String {
    let start = text.chars().take(MAX_CHARACTERS);
    start.map(|c| if is_plain(c) { c } else { ' ' }).collect()
}

/// A text on one line between the tags of XML, or in an attribute in double quotes.
pub fn xml_text(text: &str) -> String {
    escaped(&plain_text(text))
}

fn escaped(plain: &str) -> String {
    let mut escaped = String::new();
    for character in plain.chars() {
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
pub fn is_plain(character: char) -> bool {
    let is_mark = matches!(character,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    !character.is_control() && !is_mark
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_becomes_a_label() {
        let check = |name: &str, expected: &str| assert_eq!(Label::new(name).as_str(), expected);
        check("plate", "plate");
        check("  motor mount / left \n", "motor mount / left");
        check("a\r\nb\u{2028}c\u{202e}d\0", "a  b c d");
        check("", "part");
        check("\u{feff} \t", "part");
        check("Fußplatte 板", "Fußplatte 板");
        assert_eq!(Label::new(&"x".repeat(5000)).as_str().len(), MAX_CHARACTERS);
        assert_eq!(Label::new("plate").of_body(12).as_str(), "plate-12");
        assert_eq!(Label::new("Fuß").ascii(), "Fu?");
    }

    #[test]
    fn xml_cannot_be_left() {
        assert_eq!(
            xml_text("<a b=\"1\"> & ]]>\n"),
            "&lt;a b=&quot;1&quot;&gt; &amp; ]]&gt; "
        );
    }
}
