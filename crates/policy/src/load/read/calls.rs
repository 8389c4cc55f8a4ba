//! `[syscalls]`.

use crate::diagnostic::{alternatives, quoted};
use crate::load::document::{Key, Node, Value};
use crate::load::findings::Word;
use crate::load::part::{Body, Setting};
use crate::load::read::{Label, Reader};
use callgate_abi::suggest::nearest;
use callgate_abi::{Abi, Action, Errno, syscalls};

/// Actions by their words. `errno.NAME`, `trace(N)` and `trap(N)` are words too.
const LISTS: &[(&str, Action)] = &[
    ("allow", Action::Allow),
    ("log", Action::Log),
    ("notify", Action::UserNotif),
    ("trace", Action::Trace(0)),
    ("trap", Action::Trap(0)),
    ("kill-thread", Action::KillThread),
    ("kill", Action::KillProcess),
];

impl Reader<'_> {
    pub(super) fn syscalls(&mut self, section: &Key, node: &Node) {
        let Some(table) = self.findings.table(self.source, node, "`syscalls`") else { return };
        self.part.calls = Some(self.key_spot(section));
        for (key, node) in table {
            match key.name.as_str() {
                "default" => {
                    self.part.call_default_meant = true;
                    self.part.settings.call_default = self.action(node, "`syscalls.default`");
                }
                "bad-arch" => self.part.settings.bad_arch = self.action(node, "`bad-arch`"),
                "unknown" => self.part.settings.unknown = self.action(node, "`unknown`"),
                "known-since" => self.known_since(node),
                "arch" => self.arches(node),
                "errno" => self.errno_lists(node),
                "weights" => self.weights(node),
                name => match word(name) {
                    Some(action) => self.call_list(&format!("syscalls.{name}"), action, node),
                    None => {
                        let mut known: Vec<&str> = LISTS.iter().map(|(name, _)| *name).collect();
                        known.extend(["errno", "default", "arch", "bad-arch", "unknown", "known-since"]);
                        known.push("weights");
                        self.findings.unknown_key(self.source, key, &known, "`[syscalls]`");
                    }
                },
            }
        }
    }

    fn action(&mut self, node: &Node, what: &str) -> Option<Setting<Action>> {
        let word = self.findings.word(self.source, node, what)?;
        let spot = word.spot.clone();
        if let Some(action) = self::word(&word.text) {
            return Some(Setting { value: action, spot });
        }
        if let Some(name) = word.text.strip_prefix("errno.") {
            let errno = errno(name);
            if errno.is_none() {
                let name = word.slice(6..word.text.len());
                self.unknown_errno(&name);
            }
            return errno.map(|errno| Setting { value: Action::Errno(errno), spot });
        }
        let names = || LISTS.iter().map(|(name, _)| *name);
        let near = nearest(&word.text, names());
        let edit = near.and_then(|near| word.edit(&(0..word.text.len()), near));
        self.findings
            .error(&word.spot, format!("{what} cannot be {}", quoted(&word.text)))
            .expected(format!("expected {}, or an errno such as `errno.EPERM`", alternatives(names())))
            .did_you_mean(near, edit.map(|(span, _)| span));
        None
    }

    fn known_since(&mut self, node: &Node) {
        let Some(word) = self.findings.word(self.source, node, "`known-since`") else { return };
        match word.text.parse() {
            Ok(value) => self.part.settings.known_since = Some(Setting { value, spot: word.spot }),
            Err(_) => {
                self.findings
                    .error(&word.spot, format!("{} is no release of Linux", quoted(&word.text)))
                    .expected("expected its first two numbers, such as `5.10`");
            }
        }
    }

    fn weights(&mut self, node: &Node) {
        let Some(table) = self.findings.table(self.source, node, "`syscalls.weights`") else { return };
        for (key, node) in table {
            let spot = self.key_spot(key);
            if !syscalls::exists(&key.name) {
                let near = syscalls::suggest(&key.name);
                self.findings
                    .error(&spot, format!("unknown system call {}", quoted(&key.name)))
                    .expected("expected a call of syscalls(2)")
                    .did_you_mean(near, Some(key.span.clone()));
            }
            #[expect(
                clippy::cast_precision_loss,
                reason = "weights are compared, and need no more than that"
            )]
            let value = match node.value {
                Value::Integer(Some(number)) => number as f64,
                Value::Float(number) => number,
                _ => f64::NAN,
            };
            if !(0.0..=1e18).contains(&value) {
                self.findings
                    .error(&self.spot(node), "this is no weight")
                    .expected("expected how often the call is made, a number from 0 to 1e18");
                continue;
            }
            self.part.settings.weights.insert(key.name.clone(), Setting { value, spot });
        }
    }

    fn arches(&mut self, node: &Node) {
        let words = self.findings.words(self.source, node, "`arch`", true);
        let mut arches = Vec::new();
        for word in &words {
            match Abi::from_name(&word.text) {
                Some(abi) if arches.contains(&abi) => {
                    self.findings.warning(&word.spot, format!("{} is listed twice", quoted(&word.text)));
                }
                Some(abi) => arches.push(abi),
                None => {
                    let near = nearest(&word.text, Abi::ALL.iter().map(|abi| abi.name()));
                    self.findings
                        .error(&word.spot, format!("unknown ABI {}", quoted(&word.text)))
                        .expected(format!("expected {}", alternatives(Abi::ALL.iter().map(|abi| abi.name()))))
                        .did_you_mean(near, None);
                }
            }
        }
        if words.is_empty() {
            if matches!(node.value, Value::List(_)) {
                self.findings
                    .error(&self.spot(node), "`arch` lists no ABI, so that every call would get `bad-arch`")
                    .expected("expected at least one, such as `x86_64`");
            }
            return;
        }
        if !arches.is_empty() {
            self.part.settings.arches = Some(Setting { value: arches, spot: self.spot(node) });
        }
    }

    fn errno_lists(&mut self, node: &Node) {
        let Some(table) = self.findings.table(self.source, node, "`syscalls.errno`") else { return };
        for (key, node) in table {
            let errno = errno(&key.name);
            if errno.is_none() {
                let span = &key.span;
                let near = nearest(&key.name, callgate_abi::errno::ERRNOS.iter().map(|(name, _, _)| *name));
                self.findings
                    .error(&self.key_spot(key), format!("unknown errno {}", quoted(&key.name)))
                    .expected("expected a name of errno(3), such as `EPERM`")
                    .did_you_mean(near, Some(span.clone()));
            }
            // The entries are checked even when it is not known what they answer.
            let errno = errno.unwrap_or(Errno::EPERM);
            self.call_list(&format!("syscalls.errno.{}", key.name), Action::Errno(errno), node);
        }
    }

    fn call_list(&mut self, path: &str, action: Action, node: &Node) {
        let Some(items) = self.findings.list(self.source, node, &quoted(path)) else { return };
        for (index, item) in items.iter().enumerate() {
            let auto = format!("{path}[{index}]");
            let number;
            let (label, words): (Label, Vec<Word>) = match &item.value {
                Value::Text(text) => {
                    (Label::auto(auto), vec![self.findings.as_word(self.source, text, &item.span)])
                }
                Value::Integer(Some(nr)) => {
                    number = nr.to_string();
                    (Label::auto(auto), vec![self.findings.as_word(self.source, &number, &item.span)])
                }
                Value::Table(table) => {
                    let label = self.label(table, auto);
                    (label, self.entry_words(item, table, "call", &format!("an entry of {}", quoted(path))))
                }
                _ => {
                    let what = format!("an entry of {}", quoted(path));
                    self.findings.wrong_kind(
                        self.source,
                        item,
                        &what,
                        "a call, a @group or a call with a condition",
                    );
                    continue;
                }
            };
            for word in words {
                self.add(&label, word.spot.clone(), Body::Call { action, word });
            }
        }
    }
}

/// The action of a word without a dot: `allow`, `trace(7)`.
fn word(word: &str) -> Option<Action> {
    let data = |name: &str| {
        let number = word.strip_prefix(name)?.strip_prefix('(')?.strip_suffix(')')?;
        number.parse().ok().filter(|_| number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let list = LISTS.iter().find(|(name, _)| *name == word).map(|(_, action)| *action);
    list.or_else(|| data("trace").map(Action::Trace)).or_else(|| data("trap").map(Action::Trap))
}

/// A name of errno(3), or a number from 0, which answers 0, to 4095.
fn errno(name: &str) -> Option<Errno> {
    let number = || name.parse().ok().filter(|number| *number <= 4095 && !name.starts_with('+'));
    Errno::from_name(name).or_else(|| number().map(Errno))
}
