//! `POST /api/import`: a file of another tool becomes a program.

use axum::extract::State;
use cadseq_interchange::{Format, LengthUnit, ReadOptions, read};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::answer::Answer;
use super::query::Parameters;
use super::source::check_length;
use crate::app::{App, Workshop};
use crate::body::ImportBody;
use crate::error::{ApiError, ErrorBody};

/// The name that lets extension and content say what a file is.
const AUTO: &str = "auto";

/// What the file is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ImportParameters {
    /// `auto`, `text`, `json`, `fusion-gallery`, `deepcad`, `deepcad-vector`, `deepcad-h5` or `text2cad`.
    #[serde(default = "auto")]
    #[param(default = "auto")]
    format: String,
    /// The file's name, for its extension.
    #[serde(default)]
    name: String,
    /// Whether to keep what comes before something that cannot be read, with a note, instead of
    /// refusing the file.
    #[serde(default)]
    lenient: bool,
    /// The unit of the file's lengths where it is not that of its format: `m`, `cm`, `mm` or `in`.
    #[serde(default)]
    unit: Option<String>,
}

fn auto() -> String {
    AUTO.to_owned()
}

/// The program of a file.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ImportAnswer {
    /// Its text.
    text: String,
    /// What was left out, and why.
    notes: Vec<String>,
}

/// The program of another tool's file.
#[utoipa::path(
    post,
    path = "/api/import",
    params(ImportParameters),
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The file's bytes"),
    security((), ("token" = [])),
    responses(
        (status = 200, body = ImportAnswer),
        (status = 400, body = ErrorBody, description = "Parameters that are not understood"),
        (status = 401, body = ErrorBody, description = "The token is missing or wrong"),
        (status = 408, body = ErrorBody, description = "The body did not arrive in time"),
        (status = 413, body = ErrorBody, description = "The file is too long"),
        (status = 422, body = ErrorBody, description = "No program can be read from it; says where"),
        (status = 503, body = ErrorBody, description = "Busy; ask again after Retry-After"),
    )
)]
pub(crate) async fn import(
    State(app): State<App>,
    Parameters(parameters): Parameters<ImportParameters>,
    ImportBody(body): ImportBody,
) -> Result<Answer, ApiError> {
    let shop = app.shop();
    let work = app
        .builds()
        .run(move |_| answer(&shop, body.as_ref(), &parameters));
    work.await
}

fn answer(
    shop: &Workshop,
    bytes: &[u8],
    parameters: &ImportParameters,
) -> Result<Answer, ApiError> {
    let format = if parameters.format == AUTO {
        let extension = parameters.name.rsplit_once('.').map_or("", |(_, end)| end);
        Format::to_read(extension, bytes)?
    } else {
        Format::from_name(&parameters.format)?
    };
    let unit = parameters.unit.as_deref().map(LengthUnit::from_name);
    let options = ReadOptions {
        lenient: parameters.lenient,
        unit: unit.transpose()?,
    };
    let imported = read(format, bytes, &options)?;
    check_length(&imported.program, &shop.limits)?;
    let answer = ImportAnswer {
        text: imported.program.to_string(),
        notes: imported.notes,
    };
    Answer::json(shop, &answer)
}
