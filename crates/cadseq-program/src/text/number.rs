//! Tokens as numbers and indices.

use super::error::{TextFault, shown};
use super::statement::{Fault, Token};
use crate::MAX_COORDINATE;

/// A number of at most [`MAX_COORDINATE`] in size.
pub(super) fn coordinate(parameter: &'static str, token: Token<'_>) -> Result<f64, Fault> {
    number(parameter, token, MAX_COORDINATE)
}

/// A coordinate each.
pub(super) fn coordinates<const N: usize>(
    parameters: [&'static str; N],
    tokens: [Token<'_>; N],
) -> Result<[f64; N], Fault> {
    let mut values = [0.0; N];
    for ((value, parameter), token) in values.iter_mut().zip(parameters).zip(tokens) {
        *value = coordinate(parameter, token)?;
    }
    Ok(values)
}

/// A finite number of at most `limit` in size; `nan`, `inf` and overflowing exponents are refused.
pub(super) fn number(parameter: &'static str, token: Token<'_>, limit: f64) -> Result<f64, Fault> {
    let shown = shown(token.text);
    let fault = match token.text.parse::<f64>() {
        Ok(value) if value.abs() <= limit => return Ok(value),
        Ok(value) if value.is_finite() => TextFault::OutOfRange {
            parameter,
            token: shown,
            low: -limit,
            high: limit,
        },
        _ => TextFault::NotANumber {
            parameter,
            token: shown,
        },
    };
    Err((token.column, fault))
}

/// A whole number from 0.
pub(super) fn index(parameter: &'static str, token: Token<'_>) -> Result<usize, Fault> {
    token.text.parse().map_err(|_| {
        let fault = TextFault::Index {
            parameter,
            token: shown(token.text),
        };
        (token.column, fault)
    })
}
