//! One line of text as a name and its parameters, each with its column; meaning is not its concern.

use super::error::{TextFault, shown};

/// A piece of a line and the column where it starts, from 1 in characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) column: usize,
}

/// `name(parameters)`.
#[derive(Debug)]
pub(super) struct Statement<'a> {
    pub(super) name: Token<'a>,
    pub(super) parameters: Vec<Token<'a>>,
}

/// A fault and its column.
pub(super) type Fault = (usize, TextFault);

/// Most parameters that are kept; one more than any operation has is enough to report the arity.
const MAX_KEPT: usize = 64;

/// Reads a line; `None` where it holds nothing but blanks and a comment.
pub(super) fn read(line: &str) -> Result<Option<Statement<'_>>, Fault> {
    let code = line.split('#').next().unwrap_or_default();
    if code.trim().is_empty() {
        return Ok(None);
    }
    let Some(open) = code.find('(') else {
        return Err(syntax("'(' after the operation's name", code, code, 0));
    };
    let Some(close) = code.find(')').filter(|&close| close > open) else {
        return Err(syntax(
            "')' at the end of the operation",
            code,
            &code[code.len()..],
            code.len(),
        ));
    };
    let after = &code[close + 1..];
    if !after.trim().is_empty() {
        return Err(syntax(
            "the end of the line (one operation a line)",
            code,
            after,
            close + 1,
        ));
    }
    let name = token(code, 0, open);
    let parameters = parameters(code, open + 1, close);
    Ok(Some(Statement { name, parameters }))
}

fn parameters(code: &str, start: usize, end: usize) -> Vec<Token<'_>> {
    if code[start..end].trim().is_empty() {
        return Vec::new();
    }
    let mut from = start;
    let mut tokens = Vec::new();
    for piece in code[start..end].split(',').take(MAX_KEPT) {
        tokens.push(token(code, from, from + piece.len()));
        from += piece.len() + 1;
    }
    tokens
}

/// The trimmed token in the byte range of `code`.
fn token(code: &str, start: usize, end: usize) -> Token<'_> {
    let piece = &code[start..end];
    let leading = piece.len() - piece.trim_start().len();
    Token {
        text: piece.trim(),
        column: column(code, start + leading),
    }
}

/// The column of a byte offset, from 1 in characters.
fn column(code: &str, offset: usize) -> usize {
    code[..offset].chars().count() + 1
}

fn syntax(expected: &'static str, code: &str, found: &str, offset: usize) -> Fault {
    let leading = found.len() - found.trim_start().len();
    (
        column(code, offset + leading),
        TextFault::Syntax {
            expected,
            token: shown(found.trim()),
        },
    )
}
