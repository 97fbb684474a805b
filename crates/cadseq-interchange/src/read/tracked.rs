//! Reading JSON, or a part of it, with the path of a fault.

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value, value::RawValue};

use super::{MAX_FILE_BYTES, ReadError, ReadFault};

/// Longest name of a file that is repeated, in characters.
const MAX_NAME: usize = 60;

/// Longest path and message, in characters: both repeat what a file says.
const MAX_MESSAGE: usize = 300;

/// The bytes as text, where there are not too many of them.
pub(super) fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.len() > MAX_FILE_BYTES {
        let bytes = bytes.len();
        return Err(ReadError::whole(ReadFault::TooLarge { bytes }));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let position = error.valid_up_to();
        ReadError::whole(ReadFault::Encoding { position })
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The whole file as a value. Its faults have line and column, and their path where there is one.
pub(super) fn whole<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, ReadError> {
    let mut json = serde_json::Deserializer::from_str(text(bytes)?);
    let value = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| fault(String::new(), &error, str::to_owned))?;
    json.end().map_err(|error| {
        let message = error.to_string();
        ReadError::whole(ReadFault::Json { message })
    })?;
    Ok(value)
}

/// A part of the file, found at `place`.
pub(super) fn part<'a, T: Deserialize<'a>>(raw: &'a RawValue, place: &str) -> Result<T, ReadError> {
    let mut json = serde_json::Deserializer::from_str(raw.get());
    serde_path_to_error::deserialize(&mut json)
        .map_err(|error| fault(place.to_owned(), &error, without_line))
}

/// Fields that were found at `place`, as a record.
pub(super) fn value<T: DeserializeOwned>(
    fields: Map<String, Value>,
    place: &str,
) -> Result<T, ReadError> {
    serde_path_to_error::deserialize(Value::Object(fields))
        .map_err(|error| fault(place.to_owned(), &error, str::to_owned))
}

/// The error at its place, which lies under `place`.
fn fault(
    mut place: String,
    error: &serde_path_to_error::Error<serde_json::Error>,
    message: fn(&str) -> String,
) -> ReadError {
    let path = error.path().to_string();
    if path != "." {
        if !place.is_empty() && !path.starts_with('[') {
            place.push('.');
        }
        place.push_str(&path);
    }
    let message = shortened(&message(&error.inner().to_string()), MAX_MESSAGE);
    ReadError::at(shortened(&place, MAX_MESSAGE), ReadFault::Json { message })
}

/// The message without line and column, which would count from where the part starts.
fn without_line(message: &str) -> String {
    let end = message.rfind(" at line ").unwrap_or(message.len());
    message[..end].to_owned()
}

/// A name of a file for a person: control characters escaped, shortened.
pub(super) fn shown(name: &str) -> String {
    shortened(name, MAX_NAME)
}

/// The text with control characters escaped, cut after `limit` characters.
fn shortened(text: &str, limit: usize) -> String {
    let mut characters = text.chars().flat_map(|character| {
        let is_control = character.is_control();
        let escape = is_control.then(|| character.escape_default());
        escape
            .into_iter()
            .flatten()
            .chain((!is_control).then_some(character))
    });
    let mut shown: String = characters.by_ref().take(limit).collect();
    if characters.next().is_some() {
        shown.push_str("...");
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only what is refused is looked at")]
    struct Record<'a> {
        numbers: Vec<f64>,
        #[serde(borrow)]
        rest: Option<&'a RawValue>,
    }

    fn place_and_message(text: &str) -> String {
        whole::<Record<'_>>(text.as_bytes())
            .expect_err("a fault")
            .to_string()
    }

    #[test]
    fn faults_of_the_file_have_path_line_and_column() {
        let error = place_and_message("{\n\"numbers\": [1, \"x\"]}");
        assert!(error.starts_with("numbers[1]: invalid type"), "{error}");
        assert!(error.contains("at line 2 column"), "{error}");
        assert!(place_and_message("{} {}").contains("missing field `numbers`"));
        assert!(place_and_message("{\"numbers\": []} {}").contains("trailing"));
        assert!(place_and_message("{\"numbers\": [NaN]}").contains("line 1"));
        assert!(place_and_message("{\"numbers\": [1e999]}").contains("out of range"));
        let deep = format!("{{\"numbers\": {}", "[".repeat(100_000));
        assert!(place_and_message(&deep).contains("numbers"));
        let deep = format!("{{\"numbers\": [], \"rest\": {}", "[".repeat(100_000));
        assert!(place_and_message(&deep).contains("EOF"));
    }

    #[test]
    fn faults_of_a_part_have_the_whole_path() {
        let raw: &RawValue = serde_json::from_str("{\"numbers\": [true]}").expect("JSON");
        let error = part::<Record<'_>>(raw, "a.b").expect_err("a fault");
        assert_eq!(error.place, "a.b.numbers[0]");
        assert_eq!(
            error.fault.to_string(),
            "invalid type: boolean `true`, expected f64"
        );
        let raw: &RawValue = serde_json::from_str("[0, [1]]").expect("JSON");
        let error = part::<Vec<f64>>(raw, "a.b").expect_err("a fault");
        assert_eq!(error.place, "a.b[1]");
    }

    #[test]
    fn no_text_and_too_much_of_it() {
        let error = text(b"ab\xff").expect_err("no text");
        assert_eq!(error.fault, ReadFault::Encoding { position: 2 });
        let error = text(&vec![b' '; MAX_FILE_BYTES + 1]).expect_err("too long");
        assert!(matches!(error.fault, ReadFault::TooLarge { .. }));
        assert_eq!(shown("a\nb").as_str(), "a\\nb");
        assert_eq!(shown(&"x".repeat(1000)).len(), MAX_NAME + 3);
        assert_eq!(shown(&"\u{7}".repeat(1000)).len(), MAX_NAME + 3);
    }
}
