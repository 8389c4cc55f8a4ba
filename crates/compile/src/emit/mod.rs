//! Policies in the forms that other programs take: filters as bytes and sources, profiles, unit lines.
//!
//! A form says what the policy says, or [`write`] refuses and names what it cannot say. Only what makes
//! the result stricter may be left to a form, and only where [`Options::stricter`] asks for it.

mod c;
mod calls;
mod crun;
mod cubes;
mod docker;
mod oci;
mod profile;
mod rust;
mod systemd;

use crate::{CompileError, Weights, compile};
use callgate_abi::{Abi, Action};
use callgate_bpf::Program;
use callgate_bpf::text::{asm, write as text};
use callgate_plan::Plan;
use callgate_policy::{Origin, Policy};
use std::fmt;
use thiserror::Error;

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// `struct sock_filter[]`.
    Raw,
    /// The same in hex digits, an instruction a line.
    Hex,
    /// A C source: the filter and a function that installs it.
    C,
    /// A Rust source: the filter and a function that installs it.
    Rust,
    /// callgate's assembly language.
    Asm,
    /// A profile as runtime-spec has it.
    Oci,
    /// A profile as Docker and Podman take it.
    Docker,
    /// Lines of a systemd unit.
    Systemd,
    /// crun's annotation with the filter itself.
    Crun,
}

impl Format {
    /// All of them.
    pub const ALL: &[Format] = &[
        Format::Raw,
        Format::Hex,
        Format::C,
        Format::Rust,
        Format::Asm,
        Format::Oci,
        Format::Docker,
        Format::Systemd,
        Format::Crun,
    ];

    /// The word of the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Raw => "raw",
            Format::Hex => "hex",
            Format::C => "c",
            Format::Rust => "rust",
            Format::Asm => "asm",
            Format::Oci => "oci",
            Format::Docker => "docker",
            Format::Systemd => "systemd",
            Format::Crun => "crun",
        }
    }

    /// What that is, in a few words.
    pub fn about(self) -> &'static str {
        match self {
            Format::Raw => "struct sock_filter[]",
            Format::Hex => "Hex digits, an instruction a line",
            Format::C => "A C source with the filter and a function that installs it",
            Format::Rust => "The same in Rust",
            Format::Asm => "Assembly",
            Format::Oci => "A profile for linux.seccomp of a container's config.json",
            Format::Docker => "A profile for Docker and Podman",
            Format::Systemd => "Lines for the [Service] section of a unit",
            Format::Crun => "crun's annotation with the filter",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How to write.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Where the form cannot say something, say what is stricter.
    pub stricter: bool,
    /// How often calls are made, for filters ([`crate::Options::weights`]).
    pub weights: Option<Weights>,
}

/// A policy written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// What is stricter than the policy, and what to know about the file: sentences without a full stop.
    pub remarks: Vec<String>,
}

/// Why nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WriteError {
    /// There is no filter.
    #[error(transparent)]
    Compile(#[from] CompileError),
    /// The form has no words for something.
    #[error("{what}")]
    Unsayable {
        /// The form.
        format: Format,
        /// The rule, where it is one.
        rule: Option<Box<Origin>>,
        /// What cannot be said, and why.
        what: String,
        /// What to do about it.
        fix: String,
    },
}

/// Writes a policy's `[syscalls]`.
///
/// ```
/// use callgate_compile::emit::{Format, Options, write};
/// use callgate_policy::{Environment, Loader, Purpose};
/// let environment = Environment::new("/", "/");
/// let mut loader = Loader::new(&environment);
/// let text = "callgate = 1\n[syscalls]\narch = [\"x86_64\"]\ndefault = \"errno.EPERM\"\nallow = [\"read\"]\n";
/// loader.text("p.toml", text, "/".as_ref());
/// let (policy, _) = loader.finish(Purpose::Run).expect("a sound policy");
/// let profile = write(&policy, Format::Oci, &Options::default())?;
/// assert!(String::from_utf8_lossy(&profile.bytes).contains("\"names\": [\"read\"]"));
/// # Ok::<(), callgate_compile::emit::WriteError>(())
/// ```
///
/// # Errors
///
/// What the form cannot say; that there is no filter. A policy with rules for files or addresses is
/// enforced by the supervisor, and no form can say them.
pub fn write(policy: &Policy, format: Format, options: &Options) -> Result<Written, WriteError> {
    let speaks_of_more = || {
        let rule = policy.rules.first().map(|rule| &rule.origin);
        rule.or(policy.fs_redirects.first().map(|redirect| &redirect.origin))
            .or(policy.default_origin.as_ref())
    };
    if policy.default.is_some() || !policy.rules.is_empty() || !policy.fs_redirects.is_empty() {
        return Err(unsayable(
            format,
            speaks_of_more(),
            "the policy speaks of files or addresses, which no filter sees".to_owned(),
            "run it with `callgate run`, or write a policy of its `[syscalls]` alone",
        ));
    }
    let Some(calls) = &policy.syscalls else {
        return Err(unsayable(
            format,
            None,
            "the policy has no `[syscalls]`, and so no filter".to_owned(),
            "write `[syscalls]` with a `default`",
        ));
    };
    let filter = || -> Result<Program, CompileError> {
        let options = crate::Options { weights: options.weights.clone(), ..crate::Options::default() };
        compile(policy, &Plan::default(), &options)
    };
    let abi = calls.arches.first().copied().unwrap_or(Abi::NATIVE);
    let of_filter = |bytes: Vec<u8>| Written { bytes, remarks: Vec::new() };
    match format {
        Format::Raw => {
            Ok(of_filter(text::raw(byte_order(&calls.arches, format, &filter()?)?.insns(), abi.endian())))
        }
        Format::Hex => {
            let filter = filter()?;
            Ok(of_filter(
                text::hex(byte_order(&calls.arches, format, &filter)?.insns(), abi.endian()).into_bytes(),
            ))
        }
        Format::C => Ok(of_filter(c::source(&filter()?, abi).into_bytes())),
        Format::Rust => Ok(of_filter(rust::source(&filter()?, abi).into_bytes())),
        Format::Asm => Ok(of_filter(asm::listing(filter()?.insns(), abi, asm::Style::Named).into_bytes())),
        Format::Oci => oci::write(calls, options),
        Format::Docker => docker::write(calls, options),
        Format::Systemd => systemd::write(calls, options),
        Format::Crun => crun::write(calls, &filter()?),
    }
}

/// That all these ABIs are of one byte order: a filter's own words have it.
fn byte_order<'p>(arches: &[Abi], format: Format, program: &'p Program) -> Result<&'p Program, WriteError> {
    match arches.iter().find(|abi| abi.endian() != arches[0].endian()) {
        None => Ok(program),
        Some(other) => Err(unsayable(
            format,
            None,
            format!(
                "{} and {other} differ in their byte order, which the file can have only once",
                arches[0]
            ),
            "write a file for each with --arch",
        )),
    }
}

fn unsayable(format: Format, rule: Option<&Origin>, what: String, fix: impl Into<String>) -> WriteError {
    WriteError::Unsayable { format, rule: rule.cloned().map(Box::new), what, fix: fix.into() }
}

/// The answer that other architectures get from a form's consumer: the policy's own, or a stricter one
/// where that is wanted.
fn other_arches(
    bad_arch: Action,
    theirs: Action,
    format: Format,
    options: &Options,
    remarks: &mut Vec<String>,
) -> Result<(), WriteError> {
    if bad_arch == theirs {
        return Ok(());
    }
    if bad_arch.rank() < theirs.rank() && options.stricter {
        remarks.push(format!("other architectures get {theirs} there, not {bad_arch}"));
        return Ok(());
    }
    let fix = if bad_arch.rank() < theirs.rank() {
        format!("write `bad-arch = \"{theirs}\"`, or take what is stricter with --stricter")
    } else {
        format!("write `bad-arch = \"{theirs}\"` if that is enough")
    };
    let what = format!("calls of other architectures get {theirs} there, and `bad-arch` is {bad_arch}");
    Err(unsayable(format, None, what, fix))
}
