//! The features with which the package compiles what the workspace compiles too.
//!
//! Cargo turns on what any member of a workspace asks for. What nobody asks for in the package would
//! be off there: the crate, and whatever uses it up to the tensor library, would be compiled again.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use crate::command::{Outcome, cargo};

/// Says which crates the package compiles a second time: that costs minutes, but breaks nothing.
///
/// # Errors
/// Where the lock file does not fit the manifest.
pub(super) fn compare(manifest: &str) -> Result<Outcome> {
    let workspace = tree("--workspace --edges normal,build,dev")?;
    let package = tree(&format!("--manifest-path {manifest} --edges normal,build"))?;
    let (Some(workspace), Some(package)) = (workspace, package) else {
        return Ok(Outcome::Skipped(
            "cargo cannot get the crates that the Python package needs",
        ));
    };
    let again = compiled_again(&workspace, &package);
    if !again.is_empty() {
        println!(
            "    note: compiled again, with other features than in the workspace; {manifest} can \
             ask for the same:\n      {}",
            again.join("\n      ")
        );
    }
    Ok(Outcome::Done)
}

/// A line a crate with its version and features; `None` where crates are missing.
fn tree(arguments: &str) -> Result<Option<String>> {
    let mut command = cargo(&format!(
        "tree --locked --prefix none --no-dedupe {arguments}"
    ));
    let output = command.args(["--format", "{p} [{f}]"]).output()?;
    let errors = String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        return Ok(Some(String::from_utf8_lossy(&output.stdout).into_owned()));
    }
    if errors.contains("--locked") {
        bail!("{}; run `cargo xtask python-lock`", errors.trim_end());
    }
    eprint!("{errors}");
    Ok(None)
}

/// Crates of both trees that the second one has with other features: what the workspace has, and what
/// the package has.
fn compiled_again(workspace: &str, package: &str) -> Vec<String> {
    let (workspace, package) = (crates(workspace), crates(package));
    let other = package.difference(&workspace);
    let fault = |&(name, features): &(&str, &str)| {
        let known: Vec<&str> = workspace
            .iter()
            .filter(|(other, _)| *other == name)
            .map(|(_, features)| *features)
            .collect();
        (!known.is_empty()).then(|| format!("{name} [{}], here [{features}]", known.join("] or [")))
    };
    other.filter_map(fault).collect()
}

/// Names with versions, and features.
fn crates(tree: &str) -> BTreeSet<(&str, &str)> {
    tree.lines()
        .filter_map(|line| {
            let (name, features) = line.strip_suffix(']')?.split_once(" [")?;
            // A path or "(proc-macro)" may follow the version.
            let end = name.find(" (").unwrap_or(name.len());
            Some((&name[..end], features))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_features_are_faults() {
        let workspace = "cadseq v0.1.0 (/w) []\nsyn v2.0.0 [full]\nsyn v3.0.0 [full,visit]\nserde_derive v1.0.0 (proc-macro) []";
        let package = "syn v2.0.0 [full]\nsyn v3.0.0 [full]\nserde_derive v1.0.0 (proc-macro) []\npyo3 v0.29.0 [macros]";
        assert_eq!(
            compiled_again(workspace, package),
            ["syn v3.0.0 [full,visit], here [full]"]
        );
        assert!(compiled_again(workspace, workspace).is_empty());
    }
}
