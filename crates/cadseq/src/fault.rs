//! An error as one line for a person: what failed, why, and what to do about it.

use std::error::Error;
use std::io;

use crate::exit_code::ExitCode;

/// Prints the error and gives the exit code. A reader that closed its pipe wants no more output:
/// that is no failure.
pub(crate) fn report(error: &anyhow::Error) -> ExitCode {
    if io_kind(error) == Some(io::ErrorKind::BrokenPipe) {
        return ExitCode::Success;
    }
    eprintln!("error: {}", one_line(error));
    ExitCode::Failure
}

/// The chain of causes in one line. A cause that the message before it already quotes is left out;
/// what the operating system refused gets a remedy.
pub(crate) fn one_line(error: &anyhow::Error) -> String {
    let mut line = String::new();
    for cause in error.chain() {
        let text = joined(cause);
        if line.is_empty() {
            line = text;
        } else if !line.contains(&text) {
            line = format!("{line}: {text}");
        }
    }
    match io_kind(error).and_then(remedy) {
        Some(remedy) if !line.contains("; ") => format!("{line}; {remedy}"),
        _ => line,
    }
}

/// The message without its line breaks.
fn joined(cause: &dyn Error) -> String {
    cause
        .to_string()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn io_kind(error: &anyhow::Error) -> Option<io::ErrorKind> {
    error
        .chain()
        .find_map(|cause| cause.downcast_ref::<io::Error>())
        .map(io::Error::kind)
}

const fn remedy(kind: io::ErrorKind) -> Option<&'static str> {
    match kind {
        io::ErrorKind::NotFound => Some("check that the path is right and its folder is there"),
        io::ErrorKind::PermissionDenied => Some("change its permissions or choose another place"),
        io::ErrorKind::NotADirectory => Some("a part of the path is a file; choose another folder"),
        io::ErrorKind::IsADirectory => Some("give a file, not a folder"),
        io::ErrorKind::AlreadyExists => Some("choose another name"),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Some("free some space"),
        io::ErrorKind::ReadOnlyFilesystem => Some("choose another place"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context as _;

    #[test]
    fn causes_are_told_once_and_in_one_line() {
        let check = |error: anyhow::Error, expected: &str| assert_eq!(one_line(&error), expected);
        let cause = || io::Error::new(io::ErrorKind::NotFound, "no\nsuch file");
        check(
            Err::<(), _>(cause())
                .context("a.png")
                .expect_err("an error"),
            "a.png: no such file; check that the path is right and its folder is there",
        );
        check(
            Err::<(), _>(cause())
                .context("a.png: no such file; look")
                .expect_err("an error"),
            "a.png: no such file; look",
        );
    }

    #[test]
    fn closed_pipe_is_no_failure() {
        let closed = io::Error::from(io::ErrorKind::BrokenPipe);
        assert_eq!(report(&anyhow::Error::from(closed)), ExitCode::Success);
    }
}
