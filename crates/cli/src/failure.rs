//! Why a command ends early: what failed, why, and what to do.

use crate::exit;
use callgate_abi::Errno;
use callgate_events::bytes::printable;
use std::io;
use std::path::Path;

/// The end of a command that could not do its work.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The exit code; `None` leaves it to the command: 125 for `run`, 2 for a tool.
    pub(crate) code: Option<u8>,
    /// What failed and why, without a full stop; empty when all was said already.
    pub(crate) what: String,
    /// What to do.
    pub(crate) fix: Option<String>,
}

impl Failure {
    /// What failed and why.
    pub(crate) fn new(what: impl Into<String>) -> Failure {
        Failure { code: None, what: what.into(), fix: None }
    }

    /// What to do about it.
    pub(crate) fn fix(mut self, fix: impl Into<String>) -> Failure {
        self.fix = Some(fix.into());
        self
    }

    /// With this exit code.
    pub(crate) fn code(mut self, code: u8) -> Failure {
        self.code = Some(code);
        self
    }

    /// Ends the command after it has said all there is to say.
    pub(crate) fn silent(code: u8) -> Failure {
        Failure { code: Some(code), what: String::new(), fix: None }
    }

    /// The lines for stderr, empty for a silent one.
    pub(crate) fn render(&self) -> String {
        if self.what.is_empty() {
            return String::new();
        }
        let mut text = format!("callgate: {}\n", self.what);
        if let Some(fix) = &self.fix {
            text.push_str("  help: ");
            text.push_str(fix);
            text.push('\n');
        }
        text
    }
}

impl From<io::Error> for Failure {
    /// Only writing to stdout fails without more context. Whoever reads it may stop early (`| head`):
    /// that is no failure of ours.
    fn from(error: io::Error) -> Failure {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Failure::silent(exit::OK);
        }
        Failure::new(format!("cannot write to standard output: {}", reason(&error)))
    }
}

/// Why an operation of the system failed, in words only.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.raw_os_error().and_then(|n| u16::try_from(n).ok()) {
        Some(number) => errno_text(Errno(number)),
        None => error.to_string(),
    }
}

/// `Permission denied (EACCES)`.
pub(crate) fn errno_text(errno: Errno) -> String {
    format!("{} ({errno})", errno.text())
}

/// A path for a message: quoted by nothing, but without control characters.
pub(crate) fn shown(path: &Path) -> String {
    callgate_events::Bytes::from(path).to_string()
}

/// A word of the command line for a message.
pub(crate) fn quoted(word: &str) -> String {
    format!("`{}`", printable(word))
}
