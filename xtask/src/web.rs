//! The checks of the page, which need Node.js; those in a browser need Chromium too.

use std::{
    env,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::command::Outcome;

/// Where the page lives.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../web");

/// Debian's Chromium; `CHROMIUM` names another one.
const CHROMIUM: &str = "/usr/bin/chromium";

/// Types, style and tests of the page's modules, and whether `web/dist` is what they build into.
///
/// # Errors
/// The first check that fails.
pub(crate) fn check() -> Result<Outcome> {
    if !has_npm() {
        return Ok(Outcome::Skipped("npm is not installed"));
    }
    for arguments in ["ci --prefer-offline", "run check", "run test", "run dist"] {
        npm(arguments)?;
    }
    Ok(Outcome::Done)
}

/// The page in a real browser, against the server of this build. The step before has installed what
/// the tests need.
///
/// # Errors
/// A test that fails.
pub(crate) fn browse() -> Result<Outcome> {
    let chromium = env::var("CHROMIUM").unwrap_or_else(|_| CHROMIUM.to_owned());
    if !has_npm() || !Path::new(&chromium).exists() {
        return Ok(Outcome::Skipped("npm or Chromium is not installed"));
    }
    npm("run browser")?;
    Ok(Outcome::Done)
}

fn has_npm() -> bool {
    let mut probe = Command::new("npm");
    let found = probe.arg("--version").stdout(Stdio::null()).status();
    found.is_ok_and(|status| status.success())
}

fn npm(arguments: &str) -> Result<()> {
    let mut command = Command::new("npm");
    command
        .args(arguments.split_whitespace())
        .current_dir(FOLDER);
    let status = command.status().context("npm could not be started")?;
    if !status.success() {
        bail!("`npm {arguments}` in web/ ended with {status}");
    }
    Ok(())
}
