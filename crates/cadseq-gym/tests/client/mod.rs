//! A client without a network.

#![allow(dead_code, reason = "no test needs all of it")]

use cadseq_gym::{Content, Gym, Limits};
use serde_json::{Value, json};

/// An environment and who asks it.
pub(crate) struct Client(Gym);

impl Client {
    /// A new environment.
    pub(crate) fn new() -> Self {
        Self(Gym::new(Limits::default()))
    }

    /// The status and the JSON of an answer; of a file, its bytes' number.
    pub(crate) fn ask(&mut self, command: &Value) -> (u16, Value) {
        let answer = self.0.answer(command.to_string().as_bytes(), &|| false);
        match answer.content {
            Content::Json(bytes) => (answer.status, serde_json::from_slice(&bytes).expect("JSON")),
            Content::File(bytes) => (answer.status, json!(bytes.len())),
        }
    }

    /// The data of a command that succeeds.
    pub(crate) fn data(&mut self, command: &str, data: Value) -> Value {
        let (status, mut body) = self.ask(&Self::command(command, data));
        assert_eq!(status, 200, "{}", body["message"]);
        body["data"].take()
    }

    /// The file that a command answers with.
    pub(crate) fn file(&mut self, command: &str, data: Value) -> Vec<u8> {
        let command = Self::command(command, data).to_string();
        let answer = self.0.answer(command.as_bytes(), &|| false);
        match answer.content {
            Content::File(bytes) => bytes,
            Content::Json(bytes) => panic!("{}", String::from_utf8_lossy(&bytes)),
        }
    }

    /// Checks that a command fails for a reason.
    pub(crate) fn fails(&mut self, command: &str, data: Value, reason: &str) {
        let (status, body) = self.ask(&Self::command(command, data));
        assert_eq!(status, 500, "{} {reason}", body["message"]);
        let message = body["message"].as_str().expect("a message");
        assert!(
            message.starts_with(&format!("Failed processing {command} command due to ")),
            "{message}"
        );
        assert!(message.contains(reason), "{message}");
        assert_eq!(body.get("data"), None);
    }

    fn command(command: &str, data: Value) -> Value {
        match data {
            Value::Null => json!({"command": command}),
            data => json!({"command": command, "data": data}),
        }
    }
}
