//! The checks of the project in the order of their cost.
//!
//! All cargo steps use the release profile, so that dependencies are built once.

use std::process::Stdio;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::command::{Outcome, command, succeed};
use crate::{layers, purity, python, web};

/// One check.
enum Step {
    /// A cargo command with the extra flags of rustdoc, which reads them from the environment.
    Cargo {
        arguments: &'static str,
        rustdoc_flags: Option<&'static str>,
    },
    /// A command that not every machine has: skipped, with a notice, where `probe` fails.
    IfInstalled {
        program: &'static str,
        probe: &'static str,
        arguments: &'static str,
    },
    /// The table of crates.
    Layers,
    /// The page's modules; skipped where npm is not installed.
    Web,
    /// The page in a browser; skipped where npm or Chromium is not installed.
    Browser,
    /// The Python package, which not every machine can build.
    Python,
}

/// Cheapest first.
const STEPS: [Step; 10] = [
    Step::cargo("fmt --all -- --check"),
    Step::Layers,
    Step::IfInstalled {
        program: "typos",
        probe: "--version",
        arguments: "",
    },
    Step::IfInstalled {
        program: "cargo",
        probe: "deny --version",
        // Advisories need the network and change from day to day; they are no check of a commit.
        arguments: "deny check licenses bans sources",
    },
    Step::Web,
    Step::cargo("clippy --release --workspace --all-targets --locked -- -D warnings"),
    Step::Cargo {
        arguments: "doc --release --workspace --no-deps --locked",
        rustdoc_flags: Some("-D warnings"),
    },
    // Builds the command too, which the steps after it run.
    Step::cargo("test --release --workspace"),
    Step::Browser,
    Step::Python,
];

impl Step {
    const fn cargo(arguments: &'static str) -> Self {
        Self::Cargo {
            arguments,
            rustdoc_flags: None,
        }
    }

    fn title(&self) -> String {
        match self {
            Self::Cargo { arguments, .. } => format!("cargo {arguments}"),
            Self::IfInstalled {
                program, arguments, ..
            } => format!("{program} {arguments}").trim_end().to_owned(),
            Self::Layers => "layers".to_owned(),
            Self::Web => "web".to_owned(),
            Self::Browser => "browser".to_owned(),
            Self::Python => "the Python package".to_owned(),
        }
    }
}

/// Runs every check.
///
/// # Errors
/// The first check that fails; those after it are not run.
pub(crate) fn run() -> Result<()> {
    let mut skipped = Vec::new();
    for step in &STEPS {
        let title = step.title();
        println!("==> {title}");
        let start = Instant::now();
        match run_step(step).with_context(|| format!("the check `{title}` failed"))? {
            Outcome::Done => println!("    passed in {:.1} s", start.elapsed().as_secs_f64()),
            Outcome::Skipped(reason) => {
                println!("    SKIPPED: {reason}");
                skipped.push(format!("{title} ({reason})"));
            }
        }
    }
    println!("==> all checks passed{}", notice(&skipped));
    Ok(())
}

fn notice(skipped: &[String]) -> String {
    if skipped.is_empty() {
        return String::new();
    }
    format!("; SKIPPED: {}", skipped.join(", "))
}

fn run_step(step: &Step) -> Result<Outcome> {
    match step {
        Step::Layers => layers::check().and_then(|()| purity::check())?,
        Step::Web => return web::check(),
        Step::Browser => return web::browse(),
        Step::Python => return python::check(),
        Step::Cargo {
            arguments,
            rustdoc_flags,
        } => {
            let mut command = command("cargo", arguments);
            if let Some(flags) = rustdoc_flags {
                command.env("RUSTDOCFLAGS", flags);
            }
            succeed(&mut command)?;
        }
        Step::IfInstalled {
            program,
            probe,
            arguments,
        } => {
            let mut probe = command(program, probe);
            let found = probe.stdout(Stdio::null()).stderr(Stdio::null()).status();
            if !found.is_ok_and(|status| status.success()) {
                return Ok(Outcome::Skipped("not installed on this machine"));
            }
            succeed(&mut command(program, arguments))?;
        }
    }
    Ok(Outcome::Done)
}
