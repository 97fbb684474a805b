//! The Python package: installed from the checkout as a user does, and tested.
//!
//! It is a workspace of its own, so that nothing else needs Python.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use toml::{Table, Value};

use crate::command::{Outcome, cargo, succeed, target_directory};

/// The first Python that the package runs on.
const NEEDED: &str = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 9))";

/// Installs the package into an environment of its own below the target directory, and runs its tests.
///
/// # Errors
/// What fails, except for what the machine lacks: that makes it [`Outcome::Skipped`].
pub(crate) fn check() -> Result<Outcome> {
    let Some(python) = environment()? else {
        return Ok(Outcome::Skipped("there is no python3 >= 3.9 with venv"));
    };
    if !run(python_m(&python, &["pip", "install", "--quiet"]).args(requirements()?))? {
        return Ok(Outcome::Skipped("pip cannot get what the package needs"));
    }
    succeed(&mut package_cargo("fmt -- --check")?)?;
    succeed(&mut package_cargo(
        "clippy --release --locked -- -D warnings",
    )?)?;
    // Without isolation the build takes its backend from the environment, not from the network.
    let install = [
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
    ];
    succeed(python_m(&python, &install).arg("./python"))?;
    let command = target_directory()?.join("release/cadseq");
    let mut tests = python_m(
        &python,
        &["pytest", "-p", "no:cacheprovider", "python/tests"],
    );
    succeed(tests.env("CADSEQ", command))?;
    Ok(Outcome::Done)
}

/// Makes `python/Cargo.lock` of `Cargo.lock`.
///
/// # Errors
/// Where cargo cannot resolve the rest.
pub(crate) fn lock() -> Result<()> {
    std::fs::copy("Cargo.lock", "python/Cargo.lock").context("Cargo.lock cannot be copied")?;
    let mut metadata = cargo("metadata --format-version=1 --manifest-path python/Cargo.toml");
    succeed(metadata.stdout(Stdio::null()))
}

/// The Python of the environment, which is made where it is not there; `None` where it cannot be.
fn environment() -> Result<Option<PathBuf>> {
    let folder = target_directory()?.join("python-environment");
    let python = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    if !is_new_enough(&python)
        && (!is_new_enough(Path::new("python3"))
            || !run(python_m(Path::new("python3"), &["venv", "--clear"]).arg(&folder))?)
    {
        return Ok(None);
    }
    Ok(Some(python))
}

fn is_new_enough(python: &Path) -> bool {
    let mut probe = Command::new(python);
    probe
        .args(["-c", NEEDED])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    probe.status().is_ok_and(|status| status.success())
}

/// Cargo on the package alone.
fn package_cargo(arguments: &str) -> Result<Command> {
    let mut command = cargo(arguments);
    command
        .current_dir("python")
        .env("CARGO_TARGET_DIR", target_directory()?);
    Ok(command)
}

/// A module of Python, run without leaving files in the tree. What is installed beside this Python
/// is found before anything else.
fn python_m(python: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(python);
    command
        .arg("-m")
        .args(arguments)
        .env("PYTHONDONTWRITEBYTECODE", "1");
    if let Ok(target) = target_directory() {
        command.env("CARGO_TARGET_DIR", target);
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = python.parent().map(Path::to_path_buf).into_iter();
    if let Ok(path) = env::join_paths(folders.chain(env::split_paths(&path))) {
        command.env("PATH", path);
    }
    command
}

fn run(command: &mut Command) -> Result<bool> {
    let status = command
        .status()
        .context("the command could not be started")?;
    Ok(status.success())
}

/// What `pyproject.toml` asks for: to build, to run and to test.
fn requirements() -> Result<Vec<String>> {
    let path = "python/pyproject.toml";
    let text = std::fs::read_to_string(path).with_context(|| format!("{path} cannot be read"))?;
    let project: Table = text.parse().with_context(|| format!("{path} is no TOML"))?;
    let lists = [
        &["build-system", "requires"][..],
        &["project", "dependencies"],
        &["project", "optional-dependencies", "test"],
    ];
    let mut requirements = Vec::new();
    for keys in lists {
        let first = project.get(keys[0]);
        let list = keys[1..].iter().fold(first, |table, key| table?.get(key));
        let Some(list) = list.and_then(Value::as_array) else {
            bail!("{path} has no list {}", keys.join("."));
        };
        requirements.extend(list.iter().filter_map(Value::as_str).map(str::to_owned));
    }
    Ok(requirements)
}
