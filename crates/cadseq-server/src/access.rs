//! Who may use the server.
//!
//! On a loopback address anyone on this machine may, but no page of another site that a browser on it
//! happens to show: the name it asks for must be this machine's (else a site could let its own name
//! point here, "DNS rebinding"), and where it says from which page it comes, that must be one of this
//! machine. Where there is a token, whoever has it may; a page of another site has not.

use std::fmt;
use std::net::IpAddr;

use axum::extract::{Request, State};
use axum::http::header::{AUTHORIZATION, HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Uri};
use axum::middleware::Next;
use axum::response::Response;
use subtle::ConstantTimeEq as _;

use crate::App;
use crate::error::ApiError;

/// Random bytes of a made token.
const TOKEN_BYTES: usize = 16;

/// Shortest token of a person's choice, in bytes.
const SHORTEST_TOKEN: usize = 16;

/// A secret that requests must show.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// A token that is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// It could be guessed, or not be sent in a header.
    #[error(
        "a token has at least {SHORTEST_TOKEN} characters, letters, digits, - and _ alone; leave it \
         out to have one made"
    )]
    Unusable,
    /// The system gives no random numbers.
    #[error("no token can be made here, as the system gives no random numbers; give one")]
    NoRandomness,
}

/// Who may use the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// Whoever is on this machine.
    Loopback,
    /// Whoever has the token.
    Token(Token),
}

impl Token {
    /// A token that nobody can guess.
    ///
    /// # Errors
    /// Where the system gives no random numbers.
    pub fn random() -> Result<Self, TokenError> {
        let mut bytes = [0; TOKEN_BYTES];
        getrandom::fill(&mut bytes).map_err(|_| TokenError::NoRandomness)?;
        let digits = bytes.iter().map(|byte| format!("{byte:02x}"));
        Ok(Self(digits.collect()))
    }

    /// A token of a person's choice.
    ///
    /// # Errors
    /// Where it is short, or holds characters that an address cannot.
    pub fn chosen(text: &str) -> Result<Self, TokenError> {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if text.len() >= SHORTEST_TOKEN && text.bytes().all(is_plain) {
            Ok(Self(text.to_owned()))
        } else {
            Err(TokenError::Unusable)
        }
    }

    /// The token itself.
    pub fn secret(&self) -> &str {
        &self.0
    }

    fn is(&self, shown: &str) -> bool {
        self.0.as_bytes().ct_eq(shown.as_bytes()).into()
    }
}

/// Secrets are not for logs.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

/// Refuses requests that came under a foreign name or from a foreign page, where there is no token.
pub(crate) async fn own_pages_only(
    State(app): State<App>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    if matches!(app.access(), Access::Loopback) {
        check_names(request.headers(), request.uri())?;
    }
    Ok(next.run(request).await)
}

/// Refuses requests without the token, where there is one.
pub(crate) async fn token_holders_only(
    State(app): State<App>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    if let Access::Token(token) = app.access() {
        let header = request.headers().get(AUTHORIZATION);
        let shown = header.and_then(|header| header.to_str().ok()?.strip_prefix("Bearer "));
        if !shown.is_some_and(|shown| token.is(shown.trim())) {
            return Err(ApiError::Unauthorized);
        }
    }
    Ok(next.run(request).await)
}

fn check_names(headers: &HeaderMap, uri: &Uri) -> Result<(), ApiError> {
    let host = match headers.get(HOST) {
        Some(host) => host.to_str().ok(),
        None => uri.authority().map(Authority::as_str),
    };
    if !host.is_some_and(is_this_machine) {
        return Err(ApiError::ForeignHost);
    }
    let Some(origin) = headers.get(ORIGIN) else {
        return Ok(());
    };
    let origin = origin.to_str().ok();
    let page = origin.and_then(|origin| origin.split_once("://"));
    if page.is_some_and(|(_, page)| is_this_machine(page)) {
        Ok(())
    } else {
        Err(ApiError::ForeignOrigin)
    }
}

/// Whether a name with an optional port is one of this machine's own.
fn is_this_machine(authority: &str) -> bool {
    let Ok(authority) = authority.parse::<Authority>() else {
        return false;
    };
    let host = authority.host();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    match bare.parse::<IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => host.eq_ignore_ascii_case("localhost"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_this_machine() {
        for own in [
            "localhost",
            "LocalHost:7823",
            "127.0.0.1:1",
            "127.8.9.1",
            "[::1]:80",
        ] {
            assert!(is_this_machine(own), "{own}");
        }
        for foreign in [
            "",
            "localhost.evil.example",
            "evil.example:7823",
            "10.0.0.1",
            "127.0.0.1.evil.example",
            "localhost:7823/x",
            "null",
        ] {
            assert!(!is_this_machine(foreign), "{foreign}");
        }
    }

    #[test]
    fn tokens_are_long_plain_and_not_shown() {
        let token = Token::random().expect("randomness");
        assert_eq!(token.secret().len(), 2 * TOKEN_BYTES);
        assert_ne!(token, Token::random().expect("randomness"));
        assert_eq!(format!("{token:?}"), "Token(..)");
        assert!(token.is(token.secret()) && !token.is("") && !token.is(&token.secret()[1..]));
        assert!(Token::chosen("0123456789abcDEF-_").is_ok());
        for bad in ["short", "0123456789abcdef g", "0123456789abcdef#"] {
            assert_eq!(Token::chosen(bad), Err(TokenError::Unusable));
        }
    }
}
