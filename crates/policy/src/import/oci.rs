//! Profiles of container runtimes: runtime-spec's `linux.seccomp`, and the dialects of Docker and Podman.

mod arches;
mod gate;
mod rule;

pub use arches::arch_name;

use super::document::Document;
use super::json::{Json, Member};
use super::rules::Rules;
use super::{Format, NoteKind, Reader};
use crate::diagnostic::{alternatives, quoted};
use crate::model::Syscalls;
use callgate_abi::errno::ERRNOS;
use callgate_abi::suggest::nearest;
use callgate_abi::{Action, Errno};
use std::ops::Range;

const ACTIONS: &[&str] = &[
    "SCMP_ACT_KILL",
    "SCMP_ACT_KILL_PROCESS",
    "SCMP_ACT_KILL_THREAD",
    "SCMP_ACT_TRAP",
    "SCMP_ACT_ERRNO",
    "SCMP_ACT_TRACE",
    "SCMP_ACT_ALLOW",
    "SCMP_ACT_LOG",
    "SCMP_ACT_NOTIFY",
];
const FLAGS: &[&str] = &[
    "SECCOMP_FILTER_FLAG_TSYNC",
    "SECCOMP_FILTER_FLAG_LOG",
    "SECCOMP_FILTER_FLAG_SPEC_ALLOW",
    "SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV",
];
const KEYS: &[&str] = &[
    "defaultAction",
    "defaultErrnoRet",
    "architectures",
    "archMap",
    "flags",
    "listenerPath",
    "listenerMetadata",
    "syscalls",
];

/// Told by its keys; Docker's by those that only Docker and Podman have.
pub(super) fn looks_like(text: &str) -> Option<Format> {
    let has = |key: &str| text.contains(&format!("\"{key}\""));
    let whole = has("ociVersion");
    if !has("defaultAction") && !whole {
        return None;
    }
    let docker = ["archMap", "includes", "excludes", "name", "errno", "defaultErrno"];
    Some(if !whole && docker.iter().any(|key| has(key)) { Format::Docker } else { Format::Oci })
}

pub(super) fn read(reader: &mut Reader<'_>, format: Format) -> Option<Syscalls> {
    let (document, members) = Document::of(reader, "a seccomp profile")?;
    let mut profile = Profile { document, format };
    profile.document.refuse_repetitions(&members);
    // A whole config.json, or a profile.
    match members.iter().find(|member| member.key == "linux") {
        None if members.iter().any(|member| member.key == "ociVersion") => {
            profile.has_none(&(0..1));
            None
        }
        None => profile.read(&members),
        Some(linux) => {
            let Json::Table(inner) = &linux.value else {
                profile.document.wrong_kind(linux, "an object");
                return None;
            };
            profile.document.refuse_repetitions(inner);
            match inner.iter().find(|member| member.key == "seccomp") {
                Some(Member { value: Json::Table(members), .. }) => {
                    profile.document.refuse_repetitions(members);
                    profile.read(members)
                }
                Some(seccomp) => {
                    profile.document.wrong_kind(seccomp, "a seccomp profile");
                    None
                }
                None => {
                    let at = profile.document.at(linux);
                    profile.has_none(&at);
                    None
                }
            }
        }
    }
}

struct Profile<'d, 'r> {
    document: Document<'d, 'r>,
    format: Format,
}

impl<'r> Profile<'_, 'r> {
    /// That there is nothing to read.
    fn has_none(&mut self, at: &Range<usize>) {
        self.document.mistake(at, "this container has no seccomp profile", "expected `linux` with `seccomp`");
    }

    fn read(&mut self, members: &[Member<'r>]) -> Option<Syscalls> {
        let (mut default, mut errno, mut errno_name) = (None, None, None);
        let (mut list, mut map, mut syscalls) = (None, None, Vec::new());
        for member in members.iter().filter(|member| member.value != Json::Null) {
            match member.key.as_ref() {
                "defaultAction" => default = Some(member),
                "defaultErrnoRet" => errno = Some(member),
                "defaultErrno" => errno_name = self.of_docker(member),
                "architectures" => list = Some(member),
                "archMap" => map = self.of_docker(member),
                "syscalls" => syscalls.push(member),
                "flags" => self.flags(member),
                "listenerPath" | "listenerMetadata" => {
                    if !matches!(member.value, Json::Text(_)) {
                        self.document.wrong_kind(member, "a string");
                    }
                    self.dropped(
                        member,
                        "is for the runtime, which hands notified calls to whoever listens there",
                    );
                }
                "comment" => {}
                _ => self.unknown(member, KEYS),
            }
        }
        let default_action = match default {
            Some(member) => self.action(member, errno, errno_name),
            None => {
                let brace = self.document.reader.text.find('{').unwrap_or(0);
                let expected = "expected it: every runtime wants it";
                self.document.mistake(&(brace..brace + 1), "the profile has no `defaultAction`", expected);
                None
            }
        };
        let mut rules = Rules {
            arches: self.arches(list, map),
            bad_arch: Action::KillProcess,
            default: default_action.unwrap_or(Action::KillProcess),
            default_at: default.map(|member| self.document.at(member)),
            blocks: Vec::new(),
            entries: Vec::new(),
        };
        for syscalls in syscalls {
            for (element, at) in self.document.elements(syscalls) {
                match element {
                    Json::Table(members) => self.rule(members, &at, &mut rules),
                    other => self.document.wrong_element(&at, "syscalls", other, "an object for each rule"),
                }
            }
        }
        let sound = self.document.reader.mistakes == 0;
        sound.then(|| rules.resolve(self.document.reader))
    }

    /// An action, and what it answers: a number or a name beside it.
    fn action(
        &mut self,
        member: &Member<'_>,
        number: Option<&Member<'_>>,
        name: Option<&Member<'_>>,
    ) -> Option<Action> {
        let Json::Text(word) = &member.value else {
            self.document.wrong_kind(member, "an action");
            return None;
        };
        let Some(known) = ACTIONS.iter().find(|known| *known == word) else {
            let at = self.document.at(member);
            let expected = format!("expected {}", alternatives(ACTIONS.iter().copied()));
            let near = nearest(word, ACTIONS.iter().copied());
            let message = format!("unknown action {}", quoted(word));
            self.document.reader.mistake_near(&at, message, expected, near);
            // The number beside it may be wrong as well.
            self.data(number, name, u16::MAX);
            return None;
        };
        let takes_data = matches!(*known, "SCMP_ACT_ERRNO" | "SCMP_ACT_TRACE");
        if let (Some(member), false) = (number.or(name), takes_data) {
            let at = self.document.places.of_key(member);
            let expected = "expected it only with `SCMP_ACT_ERRNO` and `SCMP_ACT_TRACE`";
            self.document.mistake(&at, format!("{known} answers no error number"), expected);
        }
        let most = if *known == "SCMP_ACT_TRACE" { u16::MAX } else { 4095 };
        let data = self.data(number, name, most).unwrap_or(Errno::EPERM.0);
        Some(match *known {
            "SCMP_ACT_KILL_PROCESS" => Action::KillProcess,
            "SCMP_ACT_TRAP" => Action::Trap(0),
            "SCMP_ACT_ERRNO" => Action::Errno(Errno(data)),
            "SCMP_ACT_TRACE" => Action::Trace(data),
            "SCMP_ACT_ALLOW" => Action::Allow,
            "SCMP_ACT_LOG" => Action::Log,
            "SCMP_ACT_NOTIFY" => Action::UserNotif,
            // SCMP_ACT_KILL is the older name of the thread's.
            _ => Action::KillThread,
        })
    }

    /// `errnoRet` and Podman's `errno`, which must not contradict each other.
    fn data(&mut self, number: Option<&Member<'_>>, name: Option<&Member<'_>>, most: u16) -> Option<u16> {
        let mut data = None;
        if let Some(member) = number {
            match member.value {
                Json::Number(number) if number <= u64::from(most) => data = Some(number as u16),
                _ => {
                    let at = self.document.at(member);
                    let message = format!("{} is no error number", quoted(&member.key));
                    self.document.mistake(&at, message, format!("expected a number from 0 to {most}"));
                }
            }
        }
        let Some(member) = name else { return data };
        let at = self.document.at(member);
        let Json::Text(name) = &member.value else {
            self.document.wrong_kind(member, "a name of errno(3)");
            return data;
        };
        let found = Errno::from_name(name).map(|errno| errno.0).or_else(|| name.parse().ok());
        match (found.filter(|found| *found <= most), data) {
            (Some(found), Some(data)) if found != data => {
                let message = format!("{} is not the number given beside it", quoted(name));
                self.document.mistake(
                    &at,
                    message,
                    format!("expected the name of {data}, or one of the two alone"),
                );
            }
            (Some(found), _) => return Some(found),
            (None, _) => {
                let near = nearest(name, ERRNOS.iter().map(|(name, _, _)| *name));
                let message = format!("unknown errno {}", quoted(name));
                self.document.reader.mistake_near(
                    &at,
                    message,
                    "expected a name of errno(3), such as `EPERM`",
                    near,
                );
            }
        }
        data
    }

    fn flags(&mut self, member: &Member<'_>) {
        for (word, at) in self.document.words(member) {
            if FLAGS.contains(&word) {
                let message = format!("{word} is about loading the filter, not about what it answers");
                self.document.reader.note(NoteKind::Dropped, &at, message);
            } else {
                let near = nearest(word, FLAGS.iter().copied());
                let expected = format!("expected {}", alternatives(FLAGS.iter().copied()));
                let message = format!("unknown flag {}", quoted(word));
                self.document.reader.mistake_near(&at, message, expected, near);
            }
        }
    }

    /// A member of Docker's dialect, where that is spoken; elsewhere it does not count, which is noted.
    fn of_docker<'j, 't>(&mut self, member: &'j Member<'t>) -> Option<&'j Member<'t>> {
        if self.format == Format::Docker {
            return Some(member);
        }
        self.dropped(
            member,
            "is Docker's: runtimes, containerd and Kubernetes drop it, and it does not count",
        );
        None
    }

    fn dropped(&mut self, member: &Member<'_>, why: &str) {
        let at = self.document.places.of_key(member);
        self.document.reader.note(NoteKind::Dropped, &at, format!("{} {why}", quoted(&member.key)));
    }

    fn unknown(&mut self, member: &Member<'_>, known: &[&'static str]) {
        if self.document.reader.has_noted_enough() {
            return;
        }
        let near = nearest(&member.key, known.iter().copied());
        let near = near.map(|near| format!("; did you mean {}?", quoted(near))).unwrap_or_default();
        self.dropped(member, &format!("is no key that runtimes read{near}"));
    }
}
