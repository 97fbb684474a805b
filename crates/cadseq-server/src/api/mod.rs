//! The addresses: one module each.

mod answer;
mod build;
mod camera;
mod convert;
mod examples;
mod formats;
mod health;
mod import;
mod mesh;
mod query;
mod reconstruct;
mod render;
mod see;
mod source;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::IntoResponse as _;
use axum::routing::get;
use utoipa::OpenApi;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::{ApiError, ErrorBody};
use crate::{access, assets, headers, observe};

/// What the document says beside the addresses.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "cadseq",
        description = "One picture of a part in, an editable CAD program and an exact solid out. \
                       Lengths are in units of 1 cm, Z is up. Every error has the status of its kind \
                       and a body that says what to do."
    ),
    components(schemas(ErrorBody))
)]
struct Document;

/// The whole server but the listening.
pub fn router(app: &App) -> Router {
    let (open, secured, _) = parts();
    let token = from_fn_with_state(app.clone(), access::token_holders_only);
    let document = get(|| async { answer::document() });
    open.merge(secured.route_layer(token))
        .route("/api/openapi.json", document)
        .fallback(assets::serve)
        .method_not_allowed_fallback(|| async { ApiError::MethodNotAllowed.into_response() })
        .layer(from_fn_with_state(app.clone(), access::own_pages_only))
        .layer(from_fn(headers::secure))
        .layer(from_fn_with_state(app.clone(), observe::observe))
        .with_state(app.clone())
}

/// The OpenAPI document.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let (_, _, document) = parts();
    document
}

/// The addresses that anyone may read, those that want the token where there is one, and the document
/// of both.
fn parts() -> (Router<App>, Router<App>, utoipa::openapi::OpenApi) {
    let mut document = Document::openapi();
    let components = document.components.get_or_insert_default();
    let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    components.add_security_scheme("token", bearer);
    let (open, document) = OpenApiRouter::with_openapi(document)
        .routes(routes!(examples::list))
        .routes(routes!(examples::picture))
        .routes(routes!(formats::list))
        .routes(routes!(health::health))
        .split_for_parts();
    let (secured, document) = OpenApiRouter::with_openapi(document)
        .routes(routes!(reconstruct::reconstruct))
        .routes(routes!(see::see))
        .routes(routes!(build::build))
        .routes(routes!(convert::convert))
        .routes(routes!(import::import))
        .routes(routes!(render::render))
        .routes(routes!(health::metrics))
        .split_for_parts();
    (open, secured, document)
}
