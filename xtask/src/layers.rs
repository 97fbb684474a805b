//! Which crate of the workspace may depend on which.
//!
//! The table is the architecture: an edge that is not in it fails, so that adding one is a change
//! to this file that a reviewer sees. Dependencies of tests and benches are free.

use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

/// Each crate with the crates of the workspace that it may depend on.
const LAYERS: [(&str, &[&str]); 17] = [
    ("cadseq-files", &[]),
    ("cadseq-program", &[]),
    ("cadseq-solid", &["cadseq-program"]),
    ("cadseq-interchange", &["cadseq-program", "cadseq-solid"]),
    ("cadseq-render", &["cadseq-solid"]),
    (
        "cadseq-metrics",
        &["cadseq-program", "cadseq-solid", "cadseq-render"],
    ),
    (
        "cadseq-dataset",
        &[
            "cadseq-files",
            "cadseq-program",
            "cadseq-solid",
            "cadseq-render",
        ],
    ),
    ("cadseq-model", &["cadseq-program"]),
    (
        "cadseq-train",
        // Examples are rendered on the fly, so that their targets come with them: hence the
        // geometry crates beside the data set.
        &[
            "cadseq-files",
            "cadseq-program",
            "cadseq-solid",
            "cadseq-render",
            "cadseq-dataset",
            "cadseq-model",
            "cadseq-metrics",
        ],
    ),
    (
        "cadseq-reconstruct",
        &[
            "cadseq-program",
            "cadseq-solid",
            "cadseq-render",
            "cadseq-model",
        ],
    ),
    (
        "cadseq-evaluation",
        &[
            "cadseq-files",
            "cadseq-program",
            "cadseq-solid",
            "cadseq-render",
            "cadseq-metrics",
            "cadseq-dataset",
        ],
    ),
    (
        "cadseq-report",
        &[
            "cadseq-program",
            "cadseq-solid",
            "cadseq-render",
            "cadseq-metrics",
            "cadseq-evaluation",
        ],
    ),
    (
        "cadseq-experiment",
        &[
            "cadseq-files",
            "cadseq-program",
            "cadseq-solid",
            "cadseq-render",
            "cadseq-dataset",
            "cadseq-model",
            "cadseq-train",
            "cadseq-reconstruct",
            "cadseq-evaluation",
        ],
    ),
    (
        "cadseq-server",
        // Never the data set, training or the experiments: they have no place in a server.
        &[
            "cadseq-program",
            "cadseq-solid",
            "cadseq-interchange",
            "cadseq-render",
            "cadseq-reconstruct",
        ],
    ),
    (
        "cadseq-gym",
        &[
            "cadseq-program",
            "cadseq-solid",
            "cadseq-interchange",
            "cadseq-render",
        ],
    ),
    (
        "cadseq",
        &[
            "cadseq-files",
            "cadseq-program",
            "cadseq-solid",
            "cadseq-interchange",
            "cadseq-render",
            "cadseq-metrics",
            "cadseq-dataset",
            "cadseq-model",
            "cadseq-train",
            "cadseq-reconstruct",
            "cadseq-evaluation",
            "cadseq-report",
            "cadseq-experiment",
            "cadseq-server",
            "cadseq-gym",
        ],
    ),
    ("xtask", &[]),
];

/// Compares the workspace's manifests with the table.
///
/// # Errors
/// Every edge that the table does not allow, and crates that it does not know.
pub(crate) fn check() -> Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--no-deps"])
        .output()
        .context("cargo metadata could not be started")?;
    let errors = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "cargo metadata failed: {errors}");
    let metadata = serde_json::from_slice(&output.stdout).context("cargo metadata is no JSON")?;
    let faults = faults(&metadata)?;
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    Ok(())
}

/// What in the output of `cargo metadata --no-deps` is not in the table.
fn faults(metadata: &Value) -> Result<Vec<String>> {
    let packages = metadata["packages"]
        .as_array()
        .context("cargo metadata lists no packages")?;
    let mut faults = Vec::new();
    for package in packages {
        let name = package["name"].as_str().context("a package has no name")?;
        let Some((_, allowed)) = LAYERS.iter().find(|(known, _)| *known == name) else {
            faults.push(format!(
                "{name} is not in the table of xtask/src/layers.rs; add its row"
            ));
            continue;
        };
        faults.extend(
            edges(package)
                .filter(|edge| !allowed.contains(edge))
                .map(|edge| {
                    format!(
                        "{name} must not depend on {edge}; if it is meant to, add the edge to \
                 xtask/src/layers.rs and to ARCHITECTURE.md"
                    )
                }),
        );
    }
    Ok(faults)
}

/// The crates of the workspace (those with a path) that `package` needs outside tests.
fn edges(package: &Value) -> impl Iterator<Item = &str> {
    package["dependencies"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|dependency| dependency["kind"] != "dev" && dependency["path"].is_string())
        .filter_map(|dependency| dependency["name"].as_str())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn workspace_keeps_the_table() {
        check().expect("every edge is in the table");
    }

    #[test]
    fn table_has_no_cycle() {
        for (position, (name, allowed)) in LAYERS.iter().enumerate() {
            for edge in *allowed {
                let below = LAYERS[..position].iter().any(|(known, _)| known == edge);
                assert!(below, "{name} -> {edge} does not point down");
            }
        }
    }

    #[test]
    fn new_edges_and_crates_are_faults() {
        let dependency = |kind: Value| json!({"name": "cadseq-solid", "kind": kind, "path": "/"});
        let metadata = json!({"packages": [
            {"name": "cadseq-model", "dependencies": [dependency(Value::Null)]},
            {"name": "cadseq-program", "dependencies": [dependency(json!("dev"))]},
            {"name": "cadseq-new", "dependencies": []},
        ]});
        let faults = faults(&metadata).expect("well-formed");
        assert_eq!(faults.len(), 2);
        assert!(faults[0].starts_with("cadseq-model must not depend on cadseq-solid"));
        assert!(faults[1].starts_with("cadseq-new is not in the table"));
    }
}
