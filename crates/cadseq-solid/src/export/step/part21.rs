//! The exchange structure of ISO 10303-21: numbered entities in a text.

use std::fmt::Write as _;

use glam::DVec3;

use crate::export::Label;

/// The number of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Id(u32);

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// The data section of a file that is being written.
pub(super) struct Entities {
    text: String,
    last: u32,
}

impl Entities {
    pub(super) fn new() -> Self {
        Self {
            text: String::with_capacity(8192),
            last: 0,
        }
    }

    /// Adds an entity and gives its number.
    pub(super) fn add(&mut self, entity: std::fmt::Arguments<'_>) -> Id {
        self.last += 1;
        // Writing into a string cannot fail.
        let _ = writeln!(self.text, "#{}={entity};", self.last);
        Id(self.last)
    }

    pub(super) fn point(&mut self, point: DVec3) -> Id {
        self.add(format_args!("CARTESIAN_POINT('',{})", triple(point)))
    }

    pub(super) fn direction(&mut self, direction: DVec3) -> Id {
        self.add(format_args!("DIRECTION('',{})", triple(direction)))
    }

    /// A right-handed frame: origin, third axis, first axis.
    pub(super) fn placement(&mut self, origin: DVec3, axis: DVec3, reference: DVec3) -> Id {
        let (origin, axis) = (self.point(origin), self.direction(axis));
        let reference = self.direction(reference);
        self.add(format_args!(
            "AXIS2_PLACEMENT_3D('',{origin},{axis},{reference})"
        ))
    }

    /// The whole file around the entities. It carries no time: the same solid gives the same bytes.
    pub(super) fn into_file(self, part: &Label) -> String {
        let name = string(part.as_str());
        format!(
            "ISO-10303-21;\nHEADER;\n\
             FILE_DESCRIPTION(('Solid of a CAD program'),'2;1');\n\
             FILE_NAME({name},'1970-01-01T00:00:00',(''),(''),'cadseq','cadseq','');\n\
             FILE_SCHEMA(('AUTOMOTIVE_DESIGN {{ 1 0 10303 214 1 1 1 1 }}'));\n\
             ENDSEC;\nDATA;\n{}ENDSEC;\nEND-ISO-10303-21;\n",
            self.text
        )
    }
}

/// A string in its quotes: quotes and backslashes doubled, runs of characters beyond ASCII by their code
/// points, in four digits where those suffice (ISO 10303-21, 6.4.3).
pub(super) fn string(text: &str) -> String {
    let mut string = String::from("'");
    // The directive whose digits are being written.
    let mut open = "";
    for character in text.chars() {
        let directive = match u32::from(character) {
            0x20..=0x7e => "",
            ..=0xffff => "\\X2\\",
            _ => "\\X4\\",
        };
        if directive != open {
            string.push_str(if open.is_empty() { "" } else { END_OF_DIGITS });
            string.push_str(directive);
            open = directive;
        }
        push_character(&mut string, character, directive);
    }
    string.push_str(if open.is_empty() { "" } else { END_OF_DIGITS });
    string.push('\'');
    string
}

/// What ends the digits of `\X2\` and `\X4\`.
const END_OF_DIGITS: &str = "\\X0\\";

fn push_character(string: &mut String, character: char, directive: &str) {
    let point = u32::from(character);
    // Writing into a string cannot fail.
    let _ = match directive {
        "" if matches!(character, '\'' | '\\') => write!(string, "{character}{character}"),
        "" => write!(string, "{character}"),
        "\\X2\\" => write!(string, "{point:04X}"),
        _ => write!(string, "{point:08X}"),
    };
}

/// References in parentheses.
pub(super) fn list(ids: impl IntoIterator<Item = Id>) -> String {
    let names: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    format!("({})", names.join(","))
}

fn triple(vector: DVec3) -> String {
    format!("({},{},{})", real(vector.x), real(vector.y), real(vector.z))
}

/// The shortest text that reads back as the same number; Part 21 wants a decimal point and `E`.
pub(super) fn real(value: f64) -> String {
    // Adding zero turns -0 into 0.
    let text = format!("{:?}", value + 0.0);
    match text.split_once('e') {
        None => text,
        Some((mantissa, exponent)) if mantissa.contains('.') => format!("{mantissa}E{exponent}"),
        Some((mantissa, exponent)) => format!("{mantissa}.E{exponent}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{real, string};

    #[test]
    fn strings_end_where_they_should() {
        assert_eq!(string("plate"), "'plate'");
        assert_eq!(string(""), "''");
        assert_eq!(string(r"it's a\b"), r"'it''s a\\b'");
        assert_eq!(string("Fußplatte"), r"'Fu\X2\00DF\X0\platte'");
        assert_eq!(string("板金"), r"'\X2\677F91D1\X0\'");
        assert_eq!(string("é🔩x"), r"'\X2\00E9\X0\\X4\0001F529\X0\x'");
    }

    #[test]
    fn reals_have_a_point() {
        assert_eq!(real(1.0), "1.0");
        assert_eq!(real(-0.0), "0.0");
        assert_eq!(real(1e-7), "1.E-7");
        assert_eq!(real(-1.5e300), "-1.5E300");
    }
}
