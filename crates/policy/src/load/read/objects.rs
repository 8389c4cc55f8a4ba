//! `[fs]` and `[net]`.

use crate::diagnostic::quoted;
use crate::load::document::{Key, Node, Value};
use crate::load::findings::Word;
use crate::load::part::{Body, ObjectEntry, Verb};
use crate::load::read::{Label, Reader};
use crate::model::Via;
use crate::object::Operation;
use callgate_abi::Errno;
use callgate_abi::errno::ERRNOS;
use callgate_abi::suggest::nearest;

const FS: &[(&str, Operation)] =
    &[("read", Operation::FsRead), ("write", Operation::FsWrite), ("exec", Operation::FsExec)];
const NET: &[(&str, Operation)] = &[
    ("listen", Operation::NetListen),
    ("bind", Operation::NetBind),
    ("connect", Operation::NetConnect),
    ("send", Operation::NetSend),
];
const VIAS: &[(&str, Via)] =
    &[("auto", Via::Auto), ("kernel", Via::Kernel), ("supervisor", Via::Supervisor), ("ptrace", Via::Ptrace)];
const ENTRY_KEYS: &[&str] = &["at", "except", "errno", "via", "id", "reason"];

/// What a list stands for: its key path, what its entries do, to which operations.
struct List<'l> {
    path: &'l str,
    verb: Verb,
    operations: &'l [Operation],
}

impl Reader<'_> {
    pub(super) fn objects(&mut self, section: &Key, node: &Node, fs: bool) {
        let name = section.name.as_str();
        let Some(table) = self.findings.table(self.source, node, &quoted(name)) else { return };
        if self.part.resources.is_none() {
            self.part.resources = Some(self.key_spot(section));
        }
        let operations = if fs { FS } else { NET };
        for (key, node) in table {
            let found = operations.iter().find(|(word, _)| *word == key.name);
            let path = format!("{name}.{}", key.name);
            match key.name.as_str() {
                "hide" if fs => {
                    let operations = &[Operation::FsHide];
                    self.object_list(&List { path: &path, verb: Verb::Hide, operations }, node);
                }
                "deny" => self.prefixed(&path, Verb::Deny, operations, node),
                "ask" => self.prefixed(&path, Verb::Ask, operations, node),
                "log" => self.prefixed(&path, Verb::Log, operations, node),
                "redirect" => self.redirects(node, fs),
                _ => match found {
                    Some((_, operation)) => {
                        let operations = std::slice::from_ref(operation);
                        self.object_list(&List { path: &path, verb: Verb::Allow, operations }, node);
                    }
                    None => {
                        let mut known: Vec<&str> = operations.iter().map(|(word, _)| *word).collect();
                        known.extend(["deny", "ask", "log", "redirect"]);
                        if fs {
                            known.push("hide");
                        }
                        self.findings.unknown_key(self.source, key, &known, &format!("`[{name}]`"));
                    }
                },
            }
        }
    }

    fn prefixed(&mut self, prefix: &str, verb: Verb, operations: &[(&str, Operation)], node: &Node) {
        let Some(table) = self.findings.table(self.source, node, &quoted(prefix)) else { return };
        let all: Vec<Operation> = operations.iter().map(|(_, operation)| *operation).collect();
        for (key, node) in table {
            let path = format!("{prefix}.{}", key.name);
            let found = operations.iter().find(|(word, _)| *word == key.name);
            let operations = match found {
                Some((_, operation)) => std::slice::from_ref(operation),
                None if key.name == "all" => &all[..],
                None => {
                    let mut known: Vec<&str> = operations.iter().map(|(word, _)| *word).collect();
                    known.push("all");
                    self.findings.unknown_key(self.source, key, &known, &quoted(prefix));
                    continue;
                }
            };
            self.object_list(&List { path: &path, verb, operations }, node);
        }
    }

    fn object_list(&mut self, list: &List<'_>, node: &Node) {
        let Some(items) = self.findings.list(self.source, node, &quoted(list.path)) else { return };
        for (index, item) in items.iter().enumerate() {
            let auto = format!("{}[{index}]", list.path);
            match &item.value {
                Value::Text(text) => {
                    let at = self.findings.as_word(self.source, text, &item.span);
                    self.object(list, &Label::auto(auto), at, &[], None, Via::Auto);
                }
                Value::Table(_) => self.object_table(list, item, auto),
                _ => self.findings.wrong_kind(
                    self.source,
                    item,
                    &format!("an entry of {}", quoted(list.path)),
                    "a pattern or a table { at, except, errno, via }",
                ),
            }
        }
    }

    fn object_table(&mut self, list: &List<'_>, item: &Node, auto: String) {
        let place = format!("an entry of {}", quoted(list.path));
        let Some(table) = self.findings.table(self.source, item, &place) else { return };
        let label = self.label(table, auto);
        let (mut at, mut except, mut errno, mut via) = (None, Vec::new(), None, Via::Auto);
        for (key, node) in table {
            match key.name.as_str() {
                "at" => at = Some(self.some_words(node, "`at`")),
                "except" => except = self.findings.words(self.source, node, "`except`", true),
                "errno" if list.verb == Verb::Deny => errno = self.errno(node),
                "errno" => {
                    self.findings
                        .error(&self.key_spot(key), format!("{place} answers no errno"))
                        .expected("expected `errno` only in entries of `deny`");
                }
                "via" => {
                    via = self.findings.choice(self.source, node, "`via`", VIAS).unwrap_or_default();
                    if via == Via::Supervisor
                        && (list.verb != Verb::Allow || list.operations != [Operation::FsRead])
                    {
                        self.findings
                            .error(&self.spot(node), "`via = \"supervisor\"` is for reading only")
                            .expected("expected it in an entry of `fs.read`")
                            .note("it uses the supervisor's own rights, which may exceed the target's");
                        via = Via::Auto;
                    }
                }
                "id" | "reason" => {}
                _ => self.findings.unknown_key(self.source, key, ENTRY_KEYS, &place),
            }
        }
        let Some(at) = at else { return self.missing(item, "at", &place) };
        for at in at {
            self.object(list, &label, at, &except, errno, via);
        }
    }

    fn object(
        &mut self,
        list: &List<'_>,
        label: &Label,
        at: Word,
        except: &[Word],
        errno: Option<Errno>,
        via: Via,
    ) {
        let spot = at.spot.clone();
        let (verb, operations, except) = (list.verb, list.operations.to_vec(), except.to_vec());
        self.add(label, spot, Body::Object(ObjectEntry { verb, operations, at, except, errno, via }));
    }

    /// An errno by name.
    pub(super) fn errno(&mut self, node: &Node) -> Option<Errno> {
        let word = self.findings.word(self.source, node, "`errno`")?;
        let errno = Errno::from_name(&word.text);
        if errno.is_none() {
            self.unknown_errno(&word);
        }
        errno
    }

    pub(super) fn unknown_errno(&mut self, word: &Word) {
        let near = nearest(&word.text, ERRNOS.iter().map(|(name, _, _)| *name));
        self.findings
            .error(&word.spot, format!("unknown errno {}", quoted(&word.text)))
            .expected("expected a name of errno(3), such as `EPERM`")
            .did_you_mean(
                near,
                near.and_then(|near| word.edit(&(0..word.text.len()), near)).map(|(span, _)| span),
            );
    }
}
