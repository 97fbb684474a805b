//! `cadseq completions`: what a shell needs to complete this program's arguments.

use anyhow::Result;
use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::exit_code::ExitCode;
use crate::terminal::say;

/// Prints completions for a shell.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq completions bash > ~/.local/share/bash-completion/completions/cadseq\n  cadseq completions fish > ~/.config/fish/completions/cadseq.fish"
)]
pub(crate) struct Arguments {
    /// The shell.
    shell: Shell,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let mut script = Vec::new();
    let mut command = crate::Arguments::command();
    clap_complete::generate(arguments.shell, &mut command, "cadseq", &mut script);
    say(String::from_utf8_lossy(&script).trim_end())?;
    Ok(ExitCode::Success)
}
