//! The published schema, and the part of JSON Schema 2020-12 that it uses. A validator of all of it would bring twenty
//! crates to the lock file for this one test.

use serde_json::Value;

/// What of a program's JSON the schema refuses; a keyword that is not known here panics.
pub(crate) fn faults(value: &Value) -> Vec<String> {
    let text = include_str!("../../../../docs/schema/program.schema.json");
    let schema: Value = serde_json::from_str(text).expect("the schema is JSON");
    let mut faults = Vec::new();
    Validator { root: &schema }.check(value, &schema, "$", &mut faults);
    faults
}

struct Validator<'a> {
    root: &'a Value,
}

impl Validator<'_> {
    fn check(&self, value: &Value, schema: &Value, place: &str, faults: &mut Vec<String>) {
        for (keyword, rule) in schema.as_object().expect("a schema is an object") {
            if let Some(fault) = self.fault(value, schema, keyword, rule, place, faults) {
                faults.push(format!("{place}: {fault}"));
            }
        }
    }

    /// The fault against one keyword; faults of what is within go to `faults`.
    fn fault(
        &self,
        value: &Value,
        schema: &Value,
        keyword: &str,
        rule: &Value,
        place: &str,
        faults: &mut Vec<String>,
    ) -> Option<String> {
        let is_met = match keyword {
            "$schema" | "$id" | "$defs" | "title" | "description" => true,
            "$ref" => {
                let pointer = rule.as_str()?.strip_prefix('#')?;
                let target = self.root.pointer(pointer).expect("a definition");
                self.check(value, target, place, faults);
                true
            }
            "oneOf" => self.is_one_of(value, rule.as_array()?),
            "type" => is_of(value, rule.as_str()?),
            "const" => value == rule,
            "enum" => rule.as_array()?.contains(value),
            "required" => {
                let object = value.as_object()?;
                let mut names = rule.as_array()?.iter();
                names.all(|name| object.contains_key(name.as_str().expect("a name")))
            }
            "additionalProperties" => {
                assert_eq!(*rule, Value::Bool(false));
                let known = &schema["properties"];
                value.as_object()?.keys().all(|key| !known[key].is_null())
            }
            "properties" => {
                for (key, inner) in value.as_object()? {
                    if let Some(schema) = rule.get(key) {
                        self.check(inner, schema, &format!("{place}.{key}"), faults);
                    }
                }
                true
            }
            "items" => {
                for (index, inner) in value.as_array()?.iter().enumerate() {
                    self.check(inner, rule, &format!("{place}[{index}]"), faults);
                }
                true
            }
            "minItems" => value.as_array()?.len() as u64 >= rule.as_u64()?,
            "maxItems" => value.as_array()?.len() as u64 <= rule.as_u64()?,
            "minimum" => value.as_f64()? >= rule.as_f64()?,
            "maximum" => value.as_f64()? <= rule.as_f64()?,
            "exclusiveMinimum" => value.as_f64()? > rule.as_f64()?,
            other => panic!("the keyword {other} is not known here"),
        };
        (!is_met).then(|| format!("{keyword} {rule} is not met"))
    }

    fn is_one_of(&self, value: &Value, schemas: &[Value]) -> bool {
        let is_met = |schema: &&Value| {
            let mut faults = Vec::new();
            self.check(value, schema, "", &mut faults);
            faults.is_empty()
        };
        schemas.iter().filter(is_met).count() == 1
    }
}

fn is_of(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        other => panic!("the type {other} is not known here"),
    }
}
