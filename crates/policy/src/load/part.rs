//! What one text says, before variables are replaced and names resolved.

use crate::load::findings::{Spot, Word};
use crate::model::{DefaultDecision, ExpectedVerdict, FaultCount, FaultEffect, Nth, Report, Via};
use crate::object::Operation;
use callgate_abi::{Abi, Action, Errno, KernelVersion};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

/// What kind of text a part came from; kinds differ in what they must say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A file or a text of a library's user.
    File,
    /// A preset that comes with callgate.
    Preset,
    /// A text of another format ([`crate::import`]).
    Import,
    /// The command line.
    Flags,
}

impl Kind {
    /// Whether it may name calls that no listed ABI has: it was not written for this policy's ABIs.
    pub(crate) fn is_general(self) -> bool {
        matches!(self, Kind::Preset | Kind::Import)
    }
}

/// One text.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) source: usize,
    pub(crate) kind: Kind,
    /// The preset's name.
    pub(crate) preset: Option<String>,
    /// The folder that `./` names.
    pub(crate) base: Option<PathBuf>,
    pub(crate) uses: Vec<Use>,
    pub(crate) settings: Settings,
    pub(crate) entries: Vec<Entry>,
    /// Where `[fs]` or `[net]` first stands.
    pub(crate) resources: Option<Spot>,
    /// Where `[syscalls]` stands.
    pub(crate) calls: Option<Spot>,
    /// Whether `default` was meant to be said, if wrongly, so that its lack is no second mistake.
    pub(crate) default_meant: bool,
    /// The same of `syscalls.default`.
    pub(crate) call_default_meant: bool,
}

/// One item of `use`.
#[derive(Debug)]
pub(crate) struct Use {
    pub(crate) target: Target,
    pub(crate) without: Vec<Word>,
    /// The part it became, once loaded.
    pub(crate) part: Option<usize>,
}

/// What is used.
#[derive(Debug)]
pub(crate) enum Target {
    Preset(Word),
    File(Word),
}

/// A scalar with its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Setting<T> {
    pub(crate) value: T,
    pub(crate) spot: Spot,
}

/// The scalars of a text: the including text's win.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    pub(crate) name: Option<Setting<String>>,
    pub(crate) default: Option<Setting<DefaultDecision>>,
    pub(crate) report: Option<Setting<Report>>,
    pub(crate) call_default: Option<Setting<Action>>,
    pub(crate) bad_arch: Option<Setting<Action>>,
    pub(crate) unknown: Option<Setting<Action>>,
    pub(crate) known_since: Option<Setting<KernelVersion>>,
    pub(crate) arches: Option<Setting<Vec<Abi>>>,
    pub(crate) seed: Option<Setting<u64>>,
    pub(crate) wall: Option<Setting<Duration>>,
    pub(crate) cpu: Option<Setting<Duration>>,
    pub(crate) memory: Option<Setting<u64>>,
    pub(crate) processes: Option<Setting<u64>>,
    pub(crate) open_files: Option<Setting<u64>>,
    pub(crate) ask_timeout: Option<Setting<Duration>>,
    pub(crate) ask_otherwise: Option<Setting<DefaultDecision>>,
    /// `[syscalls.weights]`, by the call's name.
    pub(crate) weights: BTreeMap<String, Setting<f64>>,
    /// `[vars]`: values as written.
    pub(crate) vars: BTreeMap<String, Setting<String>>,
    /// `env.set`: values as written.
    pub(crate) env_set: BTreeMap<String, Setting<String>>,
    /// The words behind `vars` and `env_set`, by place.
    pub(crate) words: BTreeMap<Spot, Word>,
}

/// One entry of a list: what merges as a set.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) spot: Spot,
    pub(crate) reason: Option<String>,
    pub(crate) body: Body,
}

/// What an entry says.
#[derive(Debug)]
pub(crate) enum Body {
    Object(ObjectEntry),
    Call { action: Action, word: Word },
    FsRedirect { from: Word, to: Word },
    NetRedirect { operation: Operation, from: Word, to: Word },
    Fault(FaultEntry),
    EnvKeep(Word),
    EnvDrop(Word),
    Expect { verdict: ExpectedVerdict, word: Word },
}

/// What an entry of `[fs]` or `[net]` does with what it matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    Allow,
    Log,
    Ask,
    Deny,
    Hide,
}

/// One pattern of `[fs]` or `[net]`.
#[derive(Debug)]
pub(crate) struct ObjectEntry {
    pub(crate) verb: Verb,
    /// As written, before implication.
    pub(crate) operations: Vec<Operation>,
    pub(crate) at: Word,
    pub(crate) except: Vec<Word>,
    pub(crate) errno: Option<Errno>,
    pub(crate) via: Via,
}

/// One `[[fault]]`.
#[derive(Debug)]
pub(crate) struct FaultEntry {
    pub(crate) subject: Word,
    /// Whether `subject` is an operation and not a call.
    pub(crate) is_operation: bool,
    pub(crate) path: Option<Word>,
    pub(crate) at: Option<Word>,
    pub(crate) nth: Option<Nth>,
    pub(crate) chance: Option<f64>,
    pub(crate) effect: Option<FaultEffect>,
    pub(crate) count: FaultCount,
}
