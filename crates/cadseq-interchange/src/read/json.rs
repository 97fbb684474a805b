//! The program's own JSON; the schema is `docs/schema/program.schema.json`.
//!
//! Keys come in any order; one that the schema does not know is refused, so that a misspelt one is
//! no silent default.

use cadseq_program::{MAX_OPERATIONS, Operation, ProgramError};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, value::RawValue};

use super::draft::Draft;
use super::tracked;
use super::{Imported, ReadError, ReadFault, ReadOptions};
use crate::Format;
use crate::record::{ArcRecord, CircleRecord, ExtrudeRecord, LineRecord, SCHEMA, SketchRecord};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProgramRecord<'a> {
    schema: String,
    #[serde(borrow)]
    operations: Vec<&'a RawValue>,
}

/// Reads the JSON form.
///
/// # Errors
/// What is no JSON, another schema, keys that are missing or unknown, values of another kind, and
/// operations that make no program; each with its path.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Imported, ReadError> {
    options.check_no_unit(Format::Json)?;
    let record: ProgramRecord<'_> = tracked::whole(bytes)?;
    if record.schema != SCHEMA {
        let found = tracked::shown(&record.schema);
        return Err(ReadError::at("schema", ReadFault::Schema { found }));
    }
    let count = record.operations.len();
    if count > MAX_OPERATIONS {
        let fault = ProgramError::TooLong { count };
        return Err(ReadError::at("operations", fault));
    }
    let mut draft = Draft::default();
    let ended = operations(&record.operations, &mut draft);
    draft.finish(ended, *options)
}

fn operations(records: &[&RawValue], draft: &mut Draft) -> Result<(), ReadError> {
    for (index, raw) in records.iter().enumerate() {
        let place = format!("operations[{index}]");
        draft.push(operation(raw, &place)?, place);
    }
    Ok(())
}

fn operation(raw: &RawValue, place: &str) -> Result<Operation, ReadError> {
    let mut fields: Map<String, Value> = tracked::part(raw, place)?;
    let op = fields.shift_remove("op");
    let fault = |message| ReadError::at(format!("{place}.op"), ReadFault::Json { message });
    match op.as_ref().and_then(Value::as_str) {
        Some("add_sketch") => tracked::value::<SketchRecord>(fields, place)?
            .try_into()
            .map_err(|error| ReadError::at(format!("{place}.plane"), ReadFault::Frame(error))),
        Some("add_line") => fields_as::<LineRecord>(fields, place),
        Some("add_arc") => fields_as::<ArcRecord>(fields, place),
        Some("add_circle") => fields_as::<CircleRecord>(fields, place),
        Some("add_extrude") => fields_as::<ExtrudeRecord>(fields, place),
        Some(other) => Err(fault(format!(
            "unknown operation {:?}; expected one of add_sketch, add_line, add_arc, add_circle, \
             add_extrude",
            tracked::shown(other)
        ))),
        None => Err(fault("the operation's name is missing".to_owned())),
    }
}

fn fields_as<R: DeserializeOwned + Into<Operation>>(
    fields: Map<String, Value>,
    place: &str,
) -> Result<Operation, ReadError> {
    tracked::value::<R>(fields, place).map(Into::into)
}
