//! The versions in the package's lock file.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use toml::{Table, Value};

const LOCK: &str = include_str!("../../../Cargo.lock");
const PYTHON_LOCK: &str = include_str!("../../../python/Cargo.lock");

/// Compares the two lock files.
///
/// # Errors
/// The crates that the package has in other versions than the workspace.
pub(super) fn check() -> Result<()> {
    let faults = other_versions(LOCK, PYTHON_LOCK)?;
    if !faults.is_empty() {
        bail!(
            "python/Cargo.lock has other versions than Cargo.lock: {}; run `cargo xtask python-lock`",
            faults.join(", ")
        );
    }
    Ok(())
}

/// Crates of both files that have a version in the second one only.
fn other_versions(workspace: &str, package: &str) -> Result<Vec<String>> {
    let (workspace, package) = (versions(workspace)?, versions(package)?);
    let names: BTreeSet<&str> = workspace.iter().map(|(name, _)| name.as_str()).collect();
    let faults = package
        .difference(&workspace)
        .filter(|(name, _)| names.contains(name.as_str()));
    Ok(faults
        .map(|(name, version)| format!("{name} {version}"))
        .collect())
}

/// Names and versions.
fn versions(lock: &str) -> Result<BTreeSet<(String, String)>> {
    let lock: Table = lock.parse().context("the lock file is no TOML")?;
    let packages = lock.get("package").and_then(Value::as_array);
    let packages = packages.context("the lock file lists no packages")?;
    let text = |package: &Value, key| Some(package.get(key)?.as_str()?.to_owned());
    let versions = packages
        .iter()
        .map(|package| Some((text(package, "name")?, text(package, "version")?)));
    versions
        .collect::<Option<_>>()
        .context("a package has no name or no version")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_has_the_workspaces_versions() {
        check().expect("the lock files agree");
    }

    #[test]
    fn other_versions_are_faults() {
        let lock = |packages: &[(&str, &str)]| -> String {
            let entry = |(name, version): &(&str, &str)| {
                format!("[[package]]\nname = {name:?}\nversion = {version:?}\n")
            };
            packages.iter().map(entry).collect()
        };
        let workspace = lock(&[("glam", "0.29.0"), ("glam", "0.30.0"), ("clap", "4.0.0")]);
        let package = lock(&[("glam", "0.30.0"), ("glam", "0.31.0"), ("pyo3", "0.29.0")]);
        let faults = other_versions(&workspace, &package).expect("both are TOML");
        assert_eq!(faults, ["glam 0.31.0"]);
    }
}
