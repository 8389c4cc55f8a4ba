//! `[syscalls]`.

use crate::diagnostic::{alternatives, quoted};
use crate::load::document::{Key, Node, Value};
use crate::load::findings::Word;
use crate::load::part::{Body, Setting};
use crate::load::read::{Label, Reader};
use callgate_abi::suggest::nearest;
use callgate_abi::{Abi, Action, Errno};

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
            let list = LISTS.iter().find(|(name, _)| *name == key.name);
            match key.name.as_str() {
                "default" => {
                    self.part.call_default_meant = true;
                    self.part.settings.call_default = self.action(node, "`syscalls.default`");
                }
                "bad-arch" => self.part.settings.bad_arch = self.action(node, "`bad-arch`"),
                "arch" => self.arches(node),
                "errno" => self.errno_lists(node),
                _ => match list {
                    Some((name, action)) => self.call_list(&format!("syscalls.{name}"), *action, node),
                    None => {
                        let mut known: Vec<&str> = LISTS.iter().map(|(name, _)| *name).collect();
                        known.extend(["errno", "default", "arch", "bad-arch"]);
                        self.findings.unknown_key(self.source, key, &known, "`[syscalls]`");
                    }
                },
            }
        }
    }

    fn action(&mut self, node: &Node, what: &str) -> Option<Setting<Action>> {
        let word = self.findings.word(self.source, node, what)?;
        let spot = word.spot.clone();
        if let Some((_, action)) = LISTS.iter().find(|(name, _)| *name == word.text) {
            return Some(Setting { value: *action, spot });
        }
        if let Some(name) = word.text.strip_prefix("errno.") {
            let errno = Errno::from_name(name);
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
            let errno = Errno::from_name(&key.name);
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
