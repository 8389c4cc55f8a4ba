//! From the tree of a text to its [`Part`]: keys, kinds of values, and choices are checked here.

mod calls;
mod expects;
mod faults;
mod objects;
mod redirects;
mod settings;
mod uses;

pub(crate) use faults::SIGNALS;

use crate::diagnostic::quoted;
use crate::load::document::{Key, Node, Table, Value};
use crate::load::findings::{Findings, Spot, Word};
use crate::load::part::{Body, Entry, Kind, Part, Settings};
use callgate_abi::suggest::nearest;
use std::path::PathBuf;

/// The keys of a policy.
const KEYS: &[&str] = &[
    "callgate", "name", "default", "use", "report", "vars", "syscalls", "fs", "net", "faults", "fault",
    "env", "limits", "ask", "expect",
];

/// The version of the language.
const VERSION: i64 = 1;

/// Reads a part; findings say what is wrong with it.
pub(crate) struct Reader<'f> {
    pub(crate) findings: &'f mut Findings,
    pub(crate) source: usize,
    pub(crate) part: Part,
}

/// Reads a whole text that was added to the findings' sources as `source`.
pub(crate) fn read(
    findings: &mut Findings,
    source: usize,
    kind: Kind,
    preset: Option<String>,
    base: Option<PathBuf>,
) -> Part {
    let part = Part {
        source,
        kind,
        preset,
        base,
        uses: Vec::new(),
        settings: Settings::default(),
        entries: Vec::new(),
        resources: None,
        calls: None,
        default_meant: false,
        call_default_meant: false,
    };
    let text = findings.sources.get(source).map(|source| source.text.clone()).unwrap_or_default();
    let (document, mistakes) = crate::load::document::parse(&text);
    for mistake in mistakes {
        let span = if mistake.span.is_empty() {
            mistake.span.start.saturating_sub(usize::from(mistake.span.start >= text.len()))
                ..mistake.span.start + 1
        } else {
            mistake.span
        };
        let (message, expected) = match mistake.message.split_once(", expected ") {
            Some((message, expected)) => (message, format!("expected {expected}")),
            None => (mistake.message.as_str(), String::new()),
        };
        findings
            .error(&Spot::new(source, &span), format!("syntax error: {message}"))
            .expected(expected)
            .note("only the first syntax error of a table is shown; the other tables were checked");
    }
    let mut reader = Reader { findings, source, part };
    reader.document(&document);
    reader.part
}

impl Reader<'_> {
    fn document(&mut self, document: &Table) {
        for (key, node) in document {
            match key.name.as_str() {
                "callgate" => self.version(node),
                "name" => self.name(node),
                "default" => self.default(node),
                "use" => self.uses(node),
                "report" => self.report(node),
                "vars" => self.vars(node),
                "syscalls" => self.syscalls(key, node),
                "fs" => self.objects(key, node, true),
                "net" => self.objects(key, node, false),
                "faults" => self.fault_settings(node),
                "fault" => self.faults(node),
                "env" => self.env(node),
                "limits" => self.limits(node),
                "ask" => self.ask(node),
                "expect" => self.expects(node),
                _ => {
                    self.part.default_meant |= nearest(&key.name, KEYS.iter().copied()) == Some("default");
                    self.findings.unknown_key(self.source, key, KEYS, "a policy");
                }
            }
        }
        if !document.iter().any(|(key, _)| key.name == "callgate") {
            let near =
                document.iter().find(|(key, _)| nearest(&key.name, ["callgate"].into_iter()).is_some());
            let first = document.first().map_or(0..0, |(key, _)| key.span.clone());
            if near.is_none() {
                self.findings
                    .error(&Spot::new(self.source, &first), "the policy does not say its language version")
                    .expected("expected `callgate = 1` before this")
                    .mend("begin with the version", Some((0..0, String::from("callgate = 1\n"))));
            }
        }
    }

    fn version(&mut self, node: &Node) {
        match node.value {
            Value::Integer(Some(VERSION)) => {}
            Value::Integer(_) => {
                self.findings
                    .error(&self.spot(node), "this is no version of the policy language known here")
                    .expected("expected `1`")
                    .help("a newer callgate may know it");
            }
            _ => self.findings.wrong_kind(self.source, node, "`callgate`", "the integer 1"),
        }
    }

    pub(crate) fn spot(&self, node: &Node) -> Spot {
        Spot::new(self.source, &node.span)
    }

    pub(crate) fn key_spot(&self, key: &Key) -> Spot {
        Spot::new(self.source, &key.span)
    }

    /// Adds an entry under its own id, or the key path with its index.
    pub(crate) fn add(&mut self, label: &Label, spot: Spot, body: Body) {
        let id = label.id.clone();
        self.part.entries.push(Entry { id, spot, reason: label.reason.clone(), body });
    }

    /// The `id` and `reason` keys of an entry's table, with `auto` for want of an id.
    pub(crate) fn label(&mut self, table: &Table, auto: String) -> Label {
        let mut label = Label { id: auto, reason: None };
        for (key, node) in table {
            match key.name.as_str() {
                "id" => {
                    if let Some(word) = self.findings.word(self.source, node, "`id`") {
                        if is_id(&word.text) {
                            label.id = word.text;
                        } else {
                            self.findings
                                .error(&word.spot, format!("{} cannot be an id", quoted(&word.text)))
                                .expected("expected letters, digits and `-`, beginning with a letter");
                        }
                    }
                }
                "reason" => {
                    let reason = self.findings.word(self.source, node, "`reason`");
                    label.reason = reason.map(|word| word.text);
                }
                _ => {}
            }
        }
        label
    }

    /// The words of `at`, `call` or `name`: one, or a list that shares the other keys.
    pub(crate) fn some_words(&mut self, node: &Node, what: &str) -> Vec<Word> {
        let words = self.findings.words(self.source, node, what, true);
        if words.is_empty() && matches!(&node.value, Value::List(items) if items.is_empty()) {
            self.findings
                .error(&self.spot(node), format!("{what} is empty"))
                .expected("expected at least one");
        }
        words
    }

    pub(crate) fn missing(&mut self, node: &Node, key: &str, place: &str) {
        self.findings
            .error(&self.spot(node), format!("{place} has no {}", quoted(key)))
            .expected(format!("expected the key {} in this table", quoted(key)));
    }
}

/// The id and reason of an entry.
#[derive(Debug, Clone)]
pub(crate) struct Label {
    pub(crate) id: String,
    pub(crate) reason: Option<String>,
}

impl Label {
    pub(crate) fn auto(id: String) -> Label {
        Label { id, reason: None }
    }
}

fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}
