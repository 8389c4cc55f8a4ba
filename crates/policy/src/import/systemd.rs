//! The `SystemCall…=` lines of a systemd unit (systemd.exec(5)), as systemd compiles them: a filter for
//! each ABI of the machine, one more that refuses other architectures where those are restricted, and
//! one more for the log.

use super::rules::{Block, Entry, Rules};
use super::{NoteKind, Reader};
use crate::diagnostic::quoted;
use crate::model::Syscalls;
use callgate_abi::errno::ERRNOS;
use callgate_abi::suggest::nearest;
use callgate_abi::{Abi, Action, Errno, groups, syscalls};
use std::collections::BTreeMap;
use std::ops::Range;

/// systemd's names of ABIs.
const ARCHES: &[(&str, Abi)] = &[
    ("x86", Abi::I386),
    ("x86-64", Abi::X86_64),
    ("x32", Abi::X32),
    ("arm", Abi::Arm),
    ("arm64", Abi::Aarch64),
    ("loongarch64", Abi::Loongarch64),
    ("mips", Abi::Mips),
    ("mips64", Abi::Mips64),
    ("mips64-n32", Abi::Mips64n32),
    ("mips-le", Abi::Mipsel),
    ("mips64-le", Abi::Mipsel64),
    ("mips64-le-n32", Abi::Mipsel64n32),
    ("parisc", Abi::Parisc),
    ("parisc64", Abi::Parisc64),
    ("ppc", Abi::Ppc),
    ("ppc64", Abi::Ppc64),
    ("ppc64-le", Abi::Ppc64le),
    ("riscv64", Abi::Riscv64),
    ("s390", Abi::S390),
    ("s390x", Abi::S390x),
];
/// Other keys that systemd makes filters of.
const OTHERS: &[&str] = &[
    "LockPersonality",
    "MemoryDenyWriteExecute",
    "PrivateDevices",
    "ProtectClock",
    "ProtectHostname",
    "ProtectKernelLogs",
    "ProtectKernelModules",
    "ProtectKernelTunables",
    "RestrictAddressFamilies",
    "RestrictNamespaces",
    "RestrictRealtime",
    "RestrictSUIDSGID",
];

/// What systemd 252 leaves out of `@known` although Linux had it: calls of arm alone, and one long gone.
const NOT_IN_KNOWN: &[&str] =
    &["arm_sync_file_range", "breakpoint", "get_tls", "nfsservctl", "set_tls", "usr26", "usr32"];

/// The name of an ABI in `SystemCallArchitectures=`.
pub fn arch_name(abi: Abi) -> Option<&'static str> {
    ARCHES.iter().find(|(_, known)| *known == abi).map(|(name, _)| *name)
}

/// The ABIs that systemd filters on a machine.
pub fn local_arches(native: Abi) -> Vec<Abi> {
    let mut arches = native.family().to_vec();
    if native == Abi::X86_64 {
        arches.push(Abi::X32);
    }
    arches
}

/// Whether some line assigns one of the keys read here.
pub(super) fn looks_like(text: &str) -> bool {
    text.lines().any(|line| {
        let rest = line.trim_start().strip_prefix("SystemCall");
        let key = rest.and_then(|rest| rest.split_once('=')).map(|(key, _)| key.trim_end());
        key.is_some_and(|key| matches!(key, "Filter" | "ErrorNumber" | "Architectures" | "Log"))
    })
}

pub(super) fn read(reader: &mut Reader<'_>) -> Option<Syscalls> {
    let mut unit = Unit { reader, filter: None, log: None, answer: Action::KillProcess, arches: None };
    unit.lines();
    if unit.reader.mistakes > 0 {
        return None;
    }
    let rules = unit.rules();
    Some(rules.resolve(unit.reader))
}

/// A call of a list: what it answers itself, if it says so, and where it stands.
type Listed = (Option<Action>, Range<usize>);

/// The lists of one key, merged.
#[derive(Debug, Default)]
struct List<'t> {
    /// What is listed is let through; else it is refused, or not logged.
    allows: bool,
    calls: BTreeMap<&'t str, Listed>,
    at: Range<usize>,
}

struct Unit<'u, 'r> {
    reader: &'u mut Reader<'r>,
    filter: Option<List<'r>>,
    /// `allows`: the listed are logged; else all others.
    log: Option<List<'r>>,
    /// `SystemCallErrorNumber=`.
    answer: Action,
    arches: Option<Vec<Abi>>,
}

/// A word and where it stands.
type Word<'t> = (&'t str, Range<usize>);

impl<'r> Unit<'_, 'r> {
    fn lines(&mut self) {
        let text = self.reader.text;
        let mut open: Option<(&str, Range<usize>, Vec<Word<'r>>)> = None;
        let mut offset = 0;
        for line in text.split_inclusive('\n') {
            let start = offset;
            offset += line.len();
            let content = line.trim();
            let comment = content.starts_with(['#', ';']);
            if comment || content.is_empty() && open.is_none() {
                continue;
            }
            let (content, goes_on) = content.strip_suffix('\\').map_or((content, false), |rest| (rest, true));
            let at = start + line.find(content).unwrap_or(0);
            let (key, place, mut words) = match open.take() {
                Some((key, place, mut words)) => {
                    words.extend(split(content, at));
                    (key, place, words)
                }
                None if content.starts_with('[') => continue,
                None => match content.split_once('=') {
                    Some((key, value)) => {
                        let place = at..at + key.trim_end().len();
                        (key.trim_end(), place, split(value, at + key.len() + 1))
                    }
                    None => {
                        let message = format!("{} assigns nothing", quoted(content));
                        self.reader.mistake(
                            &(at..at + content.len()),
                            message,
                            "expected `Key=value` or `[Section]`",
                        );
                        continue;
                    }
                },
            };
            if goes_on {
                open = Some((key, place, words));
            } else {
                self.assign(key, &place, &mut words);
            }
        }
        if let Some((key, place, mut words)) = open {
            self.assign(key, &place, &mut words);
        }
    }

    fn assign(&mut self, key: &str, place: &Range<usize>, words: &mut Vec<Word<'r>>) {
        match key {
            "SystemCallFilter" => {
                let filter = self.filter.take();
                self.filter = self.list(filter, place, words, true);
            }
            "SystemCallLog" => {
                let log = self.log.take();
                self.log = self.list(log, place, words, false);
            }
            "SystemCallErrorNumber" => self.answer = self.error_number(place, words),
            "SystemCallArchitectures" if words.is_empty() => self.arches = None,
            "SystemCallArchitectures" => {
                for word in words {
                    self.arch(word);
                }
            }
            _ if OTHERS.contains(&key) => {
                let message = format!("{key}= makes filters too; only the SystemCall… keys are read");
                self.reader.note(NoteKind::Dropped, place, message);
            }
            _ => {}
        }
    }

    /// One more assignment to a list: the first says what listing means, later ones add or take away.
    fn list(
        &mut self,
        list: Option<List<'r>>,
        place: &Range<usize>,
        words: &mut Vec<Word<'r>>,
        is_filter: bool,
    ) -> Option<List<'r>> {
        // An empty value forgets all before.
        words.first()?;
        let mut inverted = false;
        if let Some((word, at)) = words.first_mut()
            && let Some(rest) = word.strip_prefix('~')
        {
            inverted = true;
            *at = at.start + 1..at.end;
            *word = rest;
        }
        words.retain(|(word, _)| !word.is_empty());
        let mut list = list.unwrap_or_else(|| {
            let mut calls = BTreeMap::new();
            if is_filter && !inverted {
                let implied = groups::members("@default").unwrap_or_default();
                calls.extend(implied.into_iter().map(|call| (call, (None, place.clone()))));
            }
            List { allows: !inverted, calls, at: place.clone() }
        });
        for (word, at) in words {
            let (name, answer) = match word.split_once(':').filter(|_| is_filter) {
                None => (*word, None),
                Some((name, answer)) => {
                    let place = at.start + name.len() + 1..at.end;
                    (name, self.answer(answer, &place))
                }
            };
            if answer.is_some() && !inverted {
                let message = format!(
                    "{} is skipped: systemd takes an answer only where calls are denied",
                    quoted(word)
                );
                self.reader.note(NoteKind::Dropped, at, message);
                continue;
            }
            for call in self.members(name, &(at.start..at.start + name.len())) {
                if inverted == list.allows {
                    list.calls.remove(call);
                } else {
                    list.calls.insert(call, (answer, at.clone()));
                }
            }
        }
        Some(list)
    }

    /// The calls of a word, which may be a group.
    fn members(&mut self, name: &'r str, at: &Range<usize>) -> Vec<&'r str> {
        if name == "@known" {
            return syscalls::names().filter(|name| !NOT_IN_KNOWN.contains(name)).collect();
        }
        if name.starts_with('@') {
            return groups::members(name).unwrap_or_else(|| {
                let message = format!("unknown group {}", quoted(name));
                let expected = "expected a group of systemd, see `callgate groups`";
                self.reader.mistake_near(at, message, expected, groups::suggest(name));
                Vec::new()
            });
        }
        if !syscalls::exists(name) {
            let near = syscalls::suggest(name).map(|near| format!("; did you mean {}?", quoted(near)));
            let message = format!(
                "{} is no call that callgate knows, and systemd skips names it does not know{}",
                quoted(name),
                near.unwrap_or_default()
            );
            self.reader.note(NoteKind::Dropped, at, message);
            return Vec::new();
        }
        vec![name]
    }

    /// `EPERM`, `1` or `kill`.
    fn answer(&mut self, word: &str, at: &Range<usize>) -> Option<Action> {
        if word == "kill" {
            return Some(Action::KillProcess);
        }
        let number = || word.parse().ok().filter(|number| *number <= 4095).map(Errno);
        let errno = Errno::from_name(word).or_else(number);
        if errno.is_none() {
            let near = nearest(word, ERRNOS.iter().map(|(name, _, _)| *name));
            let message = format!("unknown errno {}", quoted(word));
            let expected = "expected a name of errno(3), a number up to 4095, or `kill`";
            self.reader.mistake_near(at, message, expected, near);
        }
        errno.map(Action::Errno)
    }

    fn error_number(&mut self, place: &Range<usize>, words: &[Word<'r>]) -> Action {
        let answer = match words {
            [] => None,
            [(word, at)] => self.answer(word, at),
            _ => {
                self.reader.mistake(place, "`SystemCallErrorNumber` has several values", "expected one");
                None
            }
        };
        answer.unwrap_or(Action::KillProcess)
    }

    fn arch(&mut self, (word, at): &Word<'r>) {
        let native = self.reader.options.native;
        let known = ARCHES.iter().find(|(name, _)| name == word).map(|(_, abi)| *abi);
        let Some(abi) = known.or((*word == "native").then_some(native)) else {
            let names = || ARCHES.iter().map(|(name, _)| *name).chain(["native"]);
            let message = format!("unknown architecture {}", quoted(word));
            let expected = "expected one of systemd's, such as `native` or `x86-64`";
            self.reader.mistake_near(at, message, expected, nearest(word, names()));
            return;
        };
        // libseccomp always lists the machine's own.
        let arches = self.arches.get_or_insert_with(|| vec![native]);
        if !local_arches(native).contains(&abi) {
            let message = format!("no program of {abi} runs on {native}");
            self.reader.note(NoteKind::NotHere, at, message);
        } else if !arches.contains(&abi) {
            arches.push(abi);
        }
    }

    fn rules(&mut self) -> Rules<'r> {
        let native = self.reader.options.native;
        let (arches, bad_arch) = match self.arches.take() {
            // SCMP_ACT_KILL, libseccomp's answer to other architectures, ends the thread.
            Some(listed) => (listed, Action::KillThread),
            None => (local_arches(native), Action::Allow),
        };
        let (filter, log) = (self.filter.take(), self.log.take());
        let refused = self.answer;
        let answer = |name: Option<&str>| {
            let filtered = match &filter {
                None => Action::Allow,
                Some(list) => match (list.allows, name.and_then(|name| list.calls.get(name))) {
                    (true, Some(_)) | (false, None) => Action::Allow,
                    (true, None) => refused,
                    (false, Some((own, _))) => own.unwrap_or(refused),
                },
            };
            let listed = |list: &List<'_>| name.is_some_and(|name| list.calls.contains_key(name));
            let logged = log.as_ref().is_some_and(|log| listed(log) == log.allows);
            if logged && filtered == Action::Allow { Action::Log } else { filtered }
        };
        let mut rules = Rules {
            arches: self.reader.options.arches.clone().unwrap_or(arches),
            bad_arch,
            default: answer(None),
            default_at: filter.as_ref().map(|filter| filter.at.clone()),
            blocks: Vec::new(),
            entries: Vec::new(),
        };
        let mut named: BTreeMap<&'r str, Range<usize>> = BTreeMap::new();
        for list in [&log, &filter].into_iter().flatten() {
            named.extend(list.calls.iter().map(|(name, (_, at))| (*name, at.clone())));
        }
        let mut named: Vec<(&'r str, Range<usize>)> = named.into_iter().collect();
        named.sort_by_key(|(_, at)| at.start);
        for (name, at) in named {
            let action = answer(Some(name));
            let block = rules.blocks.iter().position(|block| block.action == action).unwrap_or_else(|| {
                let id = format!("SystemCallFilter[{}]", rules.blocks.len());
                rules.blocks.push(Block { id, action, tests: Vec::new() });
                rules.blocks.len() - 1
            });
            rules.entries.push(Entry { block, name, at });
        }
        rules
    }
}

/// The words of a value that stands at `at`.
fn split(value: &str, at: usize) -> Vec<Word<'_>> {
    let start = value.as_ptr() as usize;
    let place = |word: &str| {
        let from = at + (word.as_ptr() as usize - start);
        from..from + word.len()
    };
    value.split_ascii_whitespace().map(|word| (word, place(word))).collect()
}
