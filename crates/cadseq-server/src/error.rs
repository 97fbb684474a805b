//! Every way in which a request fails: one type, one status each, one form of JSON.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use cadseq_interchange::write::WriteError;
use cadseq_interchange::{FormatError, ReadError, UnitError};
use cadseq_reconstruct::ReconstructError;
use cadseq_render::CodecError;
use cadseq_solid::kernel::KernelError;
use serde::Serialize;
use utoipa::ToSchema;

/// Seconds after which a client that was told that the server is busy may ask again.
const RETRY_AFTER_SECS: u16 = 1;

/// Why a request has no answer. Messages go to the client, so they hold nothing of the server's
/// inside and nothing of other clients.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ApiError {
    /// The request itself is malformed.
    BadRequest(String),
    /// The token is missing or wrong.
    Unauthorized,
    /// A page of another site asks.
    ForeignOrigin,
    /// The name by which the server was asked is not one of its own.
    ForeignHost,
    /// Nothing is there.
    NotFound(String),
    /// The way of asking is wrong for the address.
    MethodNotAllowed,
    /// The body did not come in time.
    BodyTimeout,
    /// Something is larger than its limit.
    TooLarge(String),
    /// The body is of a kind that is not read here.
    UnsupportedMedia(String),
    /// Understood, but there is no such program, solid, picture or file.
    Unprocessable(Fault),
    /// Understood, but it takes longer than one request may.
    Overtime,
    /// Too much to do at the moment.
    Busy,
    /// A fault of the server; what it was is in its log.
    Internal,
}

/// What is wrong with a program or a picture, and where.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub(crate) struct Fault {
    /// One sentence, with the remedy.
    pub(crate) message: String,
    /// Line of the text, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) line: Option<usize>,
    /// Column of the text, counted from 1 in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) column: Option<usize>,
    /// Index of the operation that cannot be built, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) operation: Option<usize>,
}

/// The body of every error.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ErrorBody {
    error: Fault,
}

impl Fault {
    /// A fault that has no place.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            ..Self::default()
        }
    }
}

impl ApiError {
    /// A program, picture or file that cannot be.
    pub(crate) fn unprocessable(reason: &impl ToString) -> Self {
        Self::Unprocessable(Fault::new(reason.to_string()))
    }

    const fn status(&self) -> StatusCode {
        match self {
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::ForeignHost => StatusCode::MISDIRECTED_REQUEST,
            Self::NotFound(_) => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::BodyTimeout => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMedia(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Unprocessable(_) | Self::Overtime => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn into_fault(self) -> Fault {
        match self {
            Self::Unprocessable(fault) => fault,
            Self::BadRequest(message)
            | Self::NotFound(message)
            | Self::TooLarge(message)
            | Self::UnsupportedMedia(message) => Fault::new(message),
            Self::Unauthorized => Fault::new(
                "this server wants its token; open the address that it printed when it started, or \
                 send Authorization: Bearer TOKEN",
            ),
            Self::ForeignOrigin => {
                Fault::new("pages of other sites may not use this server; open its own page")
            }
            Self::ForeignHost => {
                Fault::new("this server answers to localhost and 127.0.0.1 alone; use one of them")
            }
            Self::MethodNotAllowed => {
                Fault::new("this address takes another method; see /api/openapi.json")
            }
            Self::BodyTimeout => Fault::new("the body did not arrive in time; send it again"),
            Self::Overtime => Fault::new(
                "this takes longer than the server gives to one request; make it simpler",
            ),
            Self::Busy => Fault::new("the server is busy; ask again in a moment"),
            Self::Internal => Fault::new(
                "the server failed at this; its log says why, and the same request may fail again",
            ),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = self.status();
        let body = ErrorBody {
            error: self.into_fault(),
        };
        let mut response = (status, axum::Json(body)).into_response();
        let headers = response.headers_mut();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(header::RETRY_AFTER, RETRY_AFTER_SECS.into());
        }
        if status == StatusCode::UNAUTHORIZED {
            let scheme = HeaderValue::from_static("Bearer");
            headers.insert(header::WWW_AUTHENTICATE, scheme);
        }
        response
    }
}

impl From<CodecError> for ApiError {
    fn from(error: CodecError) -> Self {
        let message = error.to_string();
        match error {
            CodecError::Empty => Self::BadRequest("the body is empty; send a picture".to_owned()),
            CodecError::UnknownFormat
            | CodecError::NotAPicture { .. }
            | CodecError::NotRead { .. } => Self::UnsupportedMedia(message),
            CodecError::TooLarge { .. } | CodecError::TooMuchMemory => Self::TooLarge(message),
            CodecError::EndsEarly | CodecError::Damaged(_) | CodecError::DamagedHeic(_) => {
                Self::unprocessable(&message)
            }
        }
    }
}

impl From<ReconstructError> for ApiError {
    fn from(error: ReconstructError) -> Self {
        match error {
            ReconstructError::Cancelled => Self::Overtime,
            error => Self::unprocessable(&error),
        }
    }
}

impl From<KernelError> for ApiError {
    fn from(error: KernelError) -> Self {
        Self::unprocessable(&error)
    }
}

impl From<WriteError> for ApiError {
    fn from(error: WriteError) -> Self {
        Self::unprocessable(&error)
    }
}

impl From<FormatError> for ApiError {
    fn from(error: FormatError) -> Self {
        Self::unprocessable(&error)
    }
}

impl From<UnitError> for ApiError {
    fn from(error: UnitError) -> Self {
        Self::unprocessable(&error)
    }
}

impl From<ReadError> for ApiError {
    fn from(error: ReadError) -> Self {
        use cadseq_interchange::read::ReadFault;
        let message = error.to_string();
        let place = match &error.fault {
            ReadFault::Text(fault) => Some((fault.line, fault.column)),
            _ => None,
        };
        Self::Unprocessable(Fault {
            line: place.map(|(line, _)| line),
            column: place.map(|(_, column)| column),
            ..Fault::new(message)
        })
    }
}
