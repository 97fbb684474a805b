//! What a client gets: a status with JSON, or the bytes of a file.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::GymError;

/// The answer to a command.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The status of HTTP: 200, 500 for a command that failed, 400 for what is no command.
    pub status: u16,
    /// The body.
    pub content: Content,
    /// Whether the client asked the server to leave its port.
    pub detaches: bool,
}

/// The body of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// JSON: `status`, `message` and, where there is any, `data`.
    Json(Vec<u8>),
    /// A file.
    File(Vec<u8>),
}

/// What a command gives.
pub(crate) enum Outcome {
    /// Nothing but that it was done.
    Done,
    /// Data.
    Data(Box<RawValue>),
    /// A file.
    File(Vec<u8>),
}

#[derive(Serialize)]
struct Body<'a> {
    status: u16,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<&'a RawValue>,
}

impl Answer {
    /// The answer to the command of this name.
    pub(crate) fn new(command: &str, outcome: Result<Outcome, GymError>) -> Self {
        let success = format!("Success processing {command} command");
        match outcome {
            Ok(Outcome::Done) => Self::json(200, &success, None),
            Ok(Outcome::Data(data)) => Self::json(200, &success, Some(&data)),
            Ok(Outcome::File(bytes)) => Self {
                status: 200,
                content: Content::File(bytes),
                detaches: false,
            },
            Err(error) => {
                let message = format!("Failed processing {command} command due to {error}");
                Self::json(500, &message, None)
            }
        }
    }

    /// The answer to what is no command.
    pub(crate) fn refused(message: &str) -> Self {
        Self::json(400, message, None)
    }

    /// The answer where the server itself is at fault.
    pub(crate) fn fault() -> Self {
        let message = "The server failed; the design was cleared. Please report the command";
        Self::json(500, message, None)
    }

    fn json(status: u16, message: &str, data: Option<&RawValue>) -> Self {
        let body = Body {
            status,
            message,
            data,
        };
        Self {
            status,
            content: Content::Json(serde_json::to_vec(&body).expect("records are JSON")),
            detaches: false,
        }
    }
}
