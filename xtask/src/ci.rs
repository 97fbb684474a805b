//! The checks of the project in the order of their cost.
//!
//! All cargo steps use the release profile, so that dependencies are built once.

use std::{
    env,
    ffi::OsString,
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context, Result, bail};

use crate::{layers, web};

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
    Step::cargo("test --release --workspace"),
    Step::cargo("build --release --locked -p cadseq"),
    Step::Browser,
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
        if run_step(step).with_context(|| format!("the check `{title}` failed"))? {
            println!("    passed in {:.1} s", start.elapsed().as_secs_f64());
        } else {
            println!("    SKIPPED: not installed on this machine");
            skipped.push(title);
        }
    }
    println!("==> all checks passed{}", notice(&skipped));
    Ok(())
}

fn notice(skipped: &[String]) -> String {
    if skipped.is_empty() {
        return String::new();
    }
    format!("; SKIPPED, because not installed: {}", skipped.join(", "))
}

/// Whether the step was run at all.
fn run_step(step: &Step) -> Result<bool> {
    match step {
        Step::Layers => layers::check()?,
        Step::Web => return web::check(),
        Step::Browser => return web::browse(),
        Step::Cargo {
            arguments,
            rustdoc_flags,
        } => {
            let mut command = command("cargo", arguments);
            if let Some(flags) = rustdoc_flags {
                command.env("RUSTDOCFLAGS", flags);
            }
            succeed(command)?;
        }
        Step::IfInstalled {
            program,
            probe,
            arguments,
        } => {
            let mut probe = command(program, probe);
            let found = probe.stdout(Stdio::null()).stderr(Stdio::null()).status();
            if !found.is_ok_and(|status| status.success()) {
                return Ok(false);
            }
            succeed(command(program, arguments))?;
        }
    }
    Ok(true)
}

fn command(program: &str, arguments: &str) -> Command {
    let program = match (program, env::var_os("CARGO")) {
        ("cargo", Some(cargo)) => cargo,
        _ => OsString::from(program),
    };
    let mut command = Command::new(program);
    command.args(arguments.split_whitespace());
    command
}

fn succeed(mut command: Command) -> Result<()> {
    let status = command
        .status()
        .context("the command could not be started")?;
    if !status.success() {
        bail!("the command ended with {status}");
    }
    Ok(())
}
