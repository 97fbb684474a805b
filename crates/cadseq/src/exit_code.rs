//! How the program ends.

/// What the caller's shell sees. A command line that cannot be understood ends with 2, by clap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExitCode {
    /// All was done.
    Success,
    /// Something, or a part of a batch, failed.
    Failure,
    /// Stopped by Ctrl-C or a signal to end; 128 + SIGINT, as shells have it.
    Interrupted,
}

impl ExitCode {
    /// The number.
    pub(crate) const fn number(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::Failure => 1,
            Self::Interrupted => 130,
        }
    }
}

impl From<ExitCode> for std::process::ExitCode {
    fn from(code: ExitCode) -> Self {
        Self::from(code.number())
    }
}
