//! Running other programs.

use std::env;
use std::ffi::OsString;
use std::path::{PathBuf, absolute};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// How a check ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It passed.
    Done,
    /// It was not run, because of this.
    Skipped(&'static str),
}

/// A command with its arguments, separated by spaces.
pub(crate) fn command(program: &str, arguments: &str) -> Command {
    let program = match (program, env::var_os("CARGO")) {
        ("cargo", Some(cargo)) => cargo,
        _ => OsString::from(program),
    };
    let mut command = Command::new(program);
    command.args(arguments.split_whitespace());
    command
}

/// A cargo command.
pub(crate) fn cargo(arguments: &str) -> Command {
    command("cargo", arguments)
}

/// Runs a command.
///
/// # Errors
/// Where it cannot be started or fails.
pub(crate) fn succeed(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .context("the command could not be started")?;
    if !status.success() {
        bail!("the command ended with {status}");
    }
    Ok(())
}

/// Where cargo puts what it builds.
///
/// # Errors
/// Where the current directory is not known.
pub(crate) fn target_directory() -> Result<PathBuf> {
    let folder = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    absolute(folder).context("the current directory is not known")
}
