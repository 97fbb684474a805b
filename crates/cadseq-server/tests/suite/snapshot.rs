//! JSON word for word, against files.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// Set to anything, it makes the tests write the files instead of comparing them.
const UPDATE: &str = "CADSEQ_UPDATE_REFERENCES";

/// Compares JSON with `snapshots/NAME.json`.
pub(crate) fn check(name: &str, found: &Value) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/snapshots");
    check_file(&folder.join(format!("{name}.json")), found);
}

/// Compares JSON with a file.
pub(crate) fn check_file(path: &PathBuf, found: &Value) {
    let text = serde_json::to_string_pretty(found).expect("JSON");
    let text = format!("{text}\n").replace(env!("CARGO_PKG_VERSION"), "VERSION");
    if std::env::var_os(UPDATE).is_some() {
        fs::write(path, text).expect("the reference is written");
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    let same = text.lines().zip(expected.lines());
    let line = same
        .take_while(|(found, expected)| found == expected)
        .count()
        + 1;
    assert!(
        text == expected,
        "{} differs from line {line} on. If it is right now: \
         {UPDATE}=1 cargo test --release -p cadseq-server",
        path.display(),
    );
}

/// The kinds of a value's parts instead of the parts: what is there, whatever the numbers are.
pub(crate) fn shape(value: &Value) -> Value {
    match value {
        Value::Null => json!("null"),
        Value::Bool(_) => json!("boolean"),
        Value::Number(_) => json!("number"),
        Value::String(_) => json!("string"),
        Value::Array(items) => {
            let mut shapes: Vec<Value> = items.iter().map(shape).collect();
            shapes.dedup();
            Value::Array(shapes)
        }
        Value::Object(fields) => {
            let fields = fields.iter();
            Value::Object(
                fields
                    .map(|(key, value)| (key.clone(), shape(value)))
                    .collect(),
            )
        }
    }
}
