//! From what a run was denied to the rules that would have allowed it.
//!
//! [`Suggestion`] takes the events of a run and writes a policy text: the rules that the run needed besides those it had,
//! generalized (`files`: a folder once three of its files were needed, never the root, a home, or what a rule denied;
//! `names`: files whose names are made up each time; `addresses`: ports that the kernel chose), each with who needed it as
//! a comment. What a rule denied by name is not allowed but listed.

mod addresses;
mod evidence;
mod files;
mod names;
mod places;
#[cfg(test)]
mod test;
mod text;

use callgate_abi::Abi;
use callgate_events::{Bytes, CallEvent};
use callgate_policy::{Flags, Object, Operation, Policy, Transport};
use evidence::Evidence;
pub use places::Places;
use std::collections::HashMap;
use std::net::SocketAddr;

/// How many different denials are told apart: a program that varies its file names must not grow callgate without end.
const CAPACITY: usize = 65_536;
/// The id that the default of a policy has in events.
const DEFAULT: &str = "default";
/// And that of `[syscalls]`.
const DEFAULT_OF_CALLS: &str = "syscalls.default";

/// Gathers the denials of one run.
#[derive(Debug)]
pub struct Suggestion {
    places: Places,
    arches: Vec<Abi>,
    calls_are_refused: bool,
    seen: HashMap<Denial, Evidence>,
    taken: u64,
    overflow: u64,
}

/// A kind of denial.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Denial {
    /// No rule allowed an operation.
    Object(Operation, Object),
    /// No rule allowed a call of an ABI.
    Call { name: String, arch: String },
    /// A rule denied it, or callgate itself: what, and why. `None` for the object of a call that has none.
    Kept { what: String, why: String, path: Option<Vec<u8>> },
}

/// What else goes into the text.
pub struct Surroundings<'a> {
    /// The command, for the first line.
    pub command: &'a [Bytes],
    /// The value of `use`, as TOML: what the run was under.
    pub uses: &'a str,
    /// The policy flags of the run, whose rules go on.
    pub flags: &'a Flags,
    /// Why an object is not to be allowed although no rule of the run denied it: a secret. It is listed instead.
    pub kept: &'a dyn Fn(Operation, &Object) -> Option<String>,
}

impl Suggestion {
    /// Nothing was denied yet to a run under this policy.
    pub fn new(places: Places, policy: &Policy) -> Suggestion {
        let syscalls = policy.syscalls.as_ref();
        Suggestion {
            places,
            arches: callgate_plan::arches(policy).to_vec(),
            calls_are_refused: syscalls.is_some_and(|syscalls| callgate_plan::refuses(syscalls.default)),
            seen: HashMap::new(),
            taken: 0,
            overflow: 0,
        }
    }

    /// Takes a call; those that were not refused do not count.
    pub fn see(&mut self, event: &CallEvent) {
        if !event.verdict.is_refusal() {
            return;
        }
        let denial = denial(event);
        let evidence = Evidence::new(self.taken, event.exe.as_ref(), first(event));
        self.taken += 1;
        if let Some(known) = self.seen.get_mut(&denial) {
            known.join(&evidence);
        } else if self.seen.len() < CAPACITY {
            self.seen.insert(denial, evidence);
        } else {
            self.overflow += 1;
        }
    }

    /// The policy text.
    pub fn to_toml(&self, surroundings: &Surroundings<'_>) -> String {
        text::write(self, surroundings)
    }
}

/// How the evidence names what was denied.
fn first(event: &CallEvent) -> String {
    match (event.op, &event.target) {
        (Some(_), Some(target)) => target.resolved.to_string(),
        _ => callgate_events::text::call_text(&event.call),
    }
}

fn denial(event: &CallEvent) -> Denial {
    let name = event.call.name.clone();
    let used = event.redirect.as_ref().or(event.target.as_ref().map(|target| &target.resolved));
    let object = event.op.zip(used).and_then(|(operation, used)| Some((operation, object(operation, used)?)));
    let by_default =
        event.rule.as_ref().is_none_or(|rule| [DEFAULT, DEFAULT_OF_CALLS].contains(&rule.id.as_str()));
    if by_default {
        match (event.op, object) {
            (Some(_), Some((operation, object))) => return Denial::Object(operation, object),
            (None, _) if callgate_abi::syscalls::exists(&name) => {
                return Denial::Call { name, arch: event.call.arch.clone() };
            }
            _ => {}
        }
    }
    let why = match &event.rule {
        Some(rule) if !by_default => callgate_events::text::rule_text(rule),
        _ => "no rule can name it".to_owned(),
    };
    let path = used.map(|used| used.0.clone()).filter(|_| event.op.is_some_and(Operation::is_fs));
    let what = match (event.op, used) {
        (Some(operation), Some(used)) => format!("{operation} {used}"),
        _ => name,
    };
    Denial::Kept { what, why, path }
}

/// The object of an event, from the form that events have it in.
fn object(operation: Operation, bytes: &Bytes) -> Option<Object> {
    if operation.is_fs() {
        return Some(Object::Path(bytes.0.clone()));
    }
    if let Some(name) = bytes.0.strip_prefix(b"unix:@") {
        return Some(Object::UnixAbstract(name.to_vec()));
    }
    if let Some(path) = bytes.0.strip_prefix(b"unix:") {
        return Some(Object::UnixPath(path.to_vec()));
    }
    let (transport, address) = std::str::from_utf8(&bytes.0).ok()?.split_once(':')?;
    let address: SocketAddr = address.parse().ok()?;
    match transport {
        "tcp" => Some(Object::inet(Transport::Tcp, address)),
        "udp" => Some(Object::inet(Transport::Udp, address)),
        _ => None,
    }
}
