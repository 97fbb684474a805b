//! One line of text as a name and its parameters, each with its column; meaning is not its concern.

use super::error::{TextFault, shown};

/// A piece of a line and the column where it starts, from 1 in characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) column: usize,
}

/// `name(parameters)`: an operation, or a parameter that has parameters of its own.
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
        return Err(syntax("'(' after the operation's name", code, 0));
    };
    let close = closing(code, open)?;
    if !code[close + 1..].trim().is_empty() {
        return Err(syntax(
            "the end of the line (one operation a line)",
            code,
            close + 1,
        ));
    }
    Ok(Some(statement(code, open, close, 1)))
}

/// The offset of the bracket that closes the one at `open`. Between them brackets nest once.
fn closing(code: &str, open: usize) -> Result<usize, Fault> {
    let mut inner = None;
    for (offset, character) in code.char_indices().skip_while(|&(at, _)| at <= open) {
        match (character, inner) {
            (')', None) => return Ok(offset),
            ('(', None) => inner = Some(')'),
            ('[', None) => inner = Some(']'),
            (_, Some(end)) if character == end => inner = None,
            ('(' | '[' | ')' | ']', _) => return Err(syntax(wanted(inner), code, offset)),
            _ => {}
        }
    }
    Err(syntax(wanted(inner), code, code.len()))
}

/// What must come before another bracket, or the end, may.
fn wanted(inner: Option<char>) -> &'static str {
    match inner {
        None => "')' at the end of the operation",
        Some(']') => "']' at the end of the list",
        Some(_) => "')' at the end of the plane",
    }
}

/// `name(parameters)` with the brackets at the offsets `open` and `close`, where `code` starts at
/// `column`.
fn statement(code: &str, open: usize, close: usize, column: usize) -> Statement<'_> {
    let start = column + code[..=open].chars().count();
    Statement {
        name: Token::trimmed(&code[..open], column),
        parameters: split(&code[open + 1..close], start)
            .take(MAX_KEPT)
            .collect(),
    }
}

impl<'a> Token<'a> {
    /// The trimmed `text`, which starts at `column`.
    fn trimmed(text: &'a str, column: usize) -> Self {
        let leading = text.chars().count() - text.trim_start().chars().count();
        Self {
            text: text.trim(),
            column: column + leading,
        }
    }

    /// The token as `name(parameters)`.
    pub(super) fn call(self) -> Option<Statement<'a>> {
        let open = self.text.find('(')?;
        let close = self.text.strip_suffix(')')?.len();
        Some(statement(self.text, open, close, self.column))
    }

    /// The token as `[elements]`.
    pub(super) fn list(self) -> Option<impl Iterator<Item = Token<'a>>> {
        let elements = self.text.strip_prefix('[')?.strip_suffix(']')?;
        Some(split(elements, self.column + 1))
    }

    /// Whether the token is this word, in any case.
    pub(super) fn is(self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }
}

/// The trimmed pieces between the commas of `text`, which starts at `column`; none where it is
/// blank. A comma within brackets does not part.
fn split(text: &str, column: usize) -> impl Iterator<Item = Token<'_>> {
    let (mut depth, mut column) = (0_usize, column);
    let parts = move |character: char| {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == ',' && depth == 0
    };
    let most = if text.trim().is_empty() {
        0
    } else {
        usize::MAX
    };
    text.split(parts).take(most).map(move |piece| {
        let token = Token::trimmed(piece, column);
        column += piece.chars().count() + 1;
        token
    })
}

/// The fault that something else stands at the byte `offset` of `code`, blanks skipped.
fn syntax(expected: &'static str, code: &str, offset: usize) -> Fault {
    let column = code[..offset].chars().count() + 1;
    let found = Token::trimmed(&code[offset..], column);
    (
        found.column,
        TextFault::Syntax {
            expected,
            token: shown(found.text),
        },
    )
}
