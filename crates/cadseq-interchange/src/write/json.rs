//! The program's own JSON, one operation a line; the schema is `docs/schema/program.schema.json`.

use std::io;

use cadseq_program::Program;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::record::{OperationRecord, SCHEMA};

/// The JSON form. Numbers are the shortest decimals that read back as themselves, so reading it
/// gives that very program.
pub fn write(program: &Program) -> String {
    let operations: Vec<String> = program
        .operations()
        .iter()
        .map(|operation| format!("    {}", line(&operation.into())))
        .collect();
    format!(
        "{{\n  \"schema\": \"{SCHEMA}\",\n  \"operations\": [\n{}\n  ]\n}}\n",
        operations.join(",\n")
    )
}

fn line(record: &OperationRecord) -> String {
    let mut json = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut json, OnOneLine);
    record
        .serialize(&mut serializer)
        .expect("records have text keys and are written to memory");
    String::from_utf8(json).expect("JSON is UTF-8")
}

/// JSON on one line, with a space after commas and colons, and numbers as a person writes them.
struct OnOneLine;

/// Below this size a plain decimal has more zeros than an exponent has characters.
const SMALLEST_PLAIN: f64 = 1e-6;

impl Formatter for OnOneLine {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        if value == 0.0 {
            writer.write_all(b"0")
        } else if value.abs() < SMALLEST_PLAIN {
            write!(writer, "{value:e}")
        } else {
            write!(writer, "{value}")
        }
    }

    fn begin_array_value<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if first {
            Ok(())
        } else {
            writer.write_all(b", ")
        }
    }

    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if first {
            Ok(())
        } else {
            writer.write_all(b", ")
        }
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}
