//! Texts of other programs that the command line names, read as policies.

use crate::cmd::syscalls::parse_abi;
use crate::failure::Failure;
use crate::input;
use crate::policies;
use crate::subject::Meaning;
use callgate_abi::{Abi, KernelVersion};
use callgate_analyze::{Diff, Lifted, Limits, Space, Verdicts};
use callgate_bpf::{Program, text};
use callgate_policy::import::{self, Format, capability};
use std::ffi::OsStr;

/// How a text of another program is read.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Imports")]
pub(crate) struct ImportArgs {
    /// Whose text it is [default: as it looks]
    #[arg(long, value_enum)]
    pub(crate) from: Option<From>,
    /// The capabilities of the container, for Docker's and Podman's profiles: CAP_SYS_ADMIN,sys_ptrace [default: none]
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = parse_capability)]
    caps: Vec<String>,
    /// The kernel that a profile's `minKernel` is compared with [default: this one]
    #[arg(long, value_name = "V", value_parser = parse_kernel)]
    kernel: Option<KernelVersion>,
    /// Which filter of a seccompiler file that has several
    #[arg(long, value_name = "NAME")]
    filter: Option<String>,
    /// The ABIs of the policy instead of those it lists, the machine's own first: x86_64,i386
    #[arg(long, value_name = "ABIS", value_delimiter = ',', value_parser = parse_abi)]
    pub(crate) arch: Vec<Abi>,
}

/// Whose text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum From {
    /// A profile, as a container runtime or Kubernetes reads it
    Oci,
    /// A profile, as Docker and Podman read it
    Docker,
    /// The SystemCall… lines of a unit
    Systemd,
    /// Filters of the seccompiler crate
    Seccompiler,
    /// A filter in any format, or a stack
    Raw,
}

impl ImportArgs {
    /// As the reader takes them.
    pub(crate) fn options(&self) -> import::Options {
        import::Options {
            format: match self.from {
                None | Some(From::Raw) => None,
                Some(From::Oci) => Some(Format::Oci),
                Some(From::Docker) => Some(Format::Docker),
                Some(From::Systemd) => Some(Format::Systemd),
                Some(From::Seccompiler) => Some(Format::Seccompiler),
            },
            native: self.arch.first().copied().unwrap_or(Abi::NATIVE),
            arches: (!self.arch.is_empty()).then(|| self.arch.clone()),
            capabilities: self.caps.clone(),
            filter: self.filter.clone(),
            ..import::Options::new(self.kernel.unwrap_or_else(callgate_sys::probe::kernel_version))
        }
    }
}

fn parse_capability(name: &str) -> Result<String, String> {
    capability(name).map_err(|unknown| match &unknown.near {
        Some(near) => format!("{unknown}; did you mean {near}?"),
        None => unknown.to_string(),
    })
}

fn parse_kernel(release: &str) -> Result<KernelVersion, String> {
    release.parse().map_err(|_| String::from("a release of Linux begins with two numbers, such as 6.1"))
}

/// Whether a text is a policy of the language or one that can be imported, and not a filter.
pub(crate) fn is_policy(bytes: &[u8]) -> bool {
    // Whoever reads it says where it is no text.
    let text = String::from_utf8_lossy(bytes);
    let says_version = |line: &str| {
        let rest = line.trim_start().strip_prefix("callgate");
        rest.is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    import::detect(&text).is_some() || text.lines().any(says_version)
}

/// Whether bytes are filters in any format, and not a policy.
pub(crate) fn is_filter(bytes: &[u8]) -> bool {
    !is_policy(bytes) && (bytes.contains(&0) || text::read(bytes, Abi::NATIVE).is_ok())
}

/// A policy read back from filters, and whether it means the same.
pub(crate) struct ReadBack {
    /// The text, and what it does not say.
    pub(crate) lifted: Lifted,
    /// Where it means something else; `None` when the language refuses the text.
    pub(crate) diff: Option<Diff>,
}

impl ReadBack {
    /// Reads back what calls get.
    pub(crate) fn of(space: &mut Space, verdicts: Verdicts) -> Result<ReadBack, Failure> {
        let lifted = space.lift(verdicts).map_err(|reason| {
            Failure::new(format!("no policy can be written: {reason}")).code(crate::exit::UNDECIDED)
        })?;
        let meaning = policies::of_text("lifted", &lifted.toml).map(Meaning::without_plan);
        let diff = meaning.map(|meaning| {
            let meant = space.policy(&meaning.reference());
            space.diff_briefly(verdicts, meant)
        });
        Ok(ReadBack { lifted, diff })
    }

    /// Whether it is the same for sure.
    pub(crate) fn is_exact(&self) -> bool {
        self.diff.as_ref().is_some_and(Diff::is_empty)
    }
}

/// The policy's text of a stack of filters, if it means the same.
pub(crate) fn exact_text(word: &OsStr) -> Result<String, Failure> {
    let stack: Vec<Program> = input::read_stack(word)?;
    let mut space = Space::new(Limits::default());
    let verdicts = space.stack(&stack.iter().collect::<Vec<_>>());
    let read_back = ReadBack::of(&mut space, verdicts)?;
    if read_back.is_exact() {
        return Ok(read_back.lifted.toml);
    }
    let name = word.to_string_lossy();
    Err(Failure::new(format!("{name} is a filter that no policy says exactly"))
        .fix("see what is near to it, and where it differs, with `callgate import`"))
}
