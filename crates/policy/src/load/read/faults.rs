//! `[[fault]]`.

use crate::diagnostic::{alternatives, quoted};
use crate::load::document::{Key, Node, Value};
use crate::load::part::{Body, FaultEntry};
use crate::load::read::Reader;
use crate::model::{FaultCount, FaultEffect, Nth};
use callgate_abi::suggest::nearest;

const KEYS: &[&str] = &[
    "call", "op", "path", "at", "nth", "chance", "errno", "return", "delay", "short", "signal", "count",
    "id", "reason",
];
const EFFECTS: &[&str] = &["errno", "return", "delay", "short", "signal"];
const COUNTS: &[(&str, FaultCount)] =
    &[("run", FaultCount::Run), ("process", FaultCount::Process), ("thread", FaultCount::Thread)];

/// Signals by name, with the numbers of every ABI but mips, parisc, alpha and sparc (signal(7)).
pub(crate) static SIGNALS: &[(&str, i32)] = &[
    ("SIGHUP", 1),
    ("SIGINT", 2),
    ("SIGQUIT", 3),
    ("SIGILL", 4),
    ("SIGTRAP", 5),
    ("SIGABRT", 6),
    ("SIGBUS", 7),
    ("SIGFPE", 8),
    ("SIGKILL", 9),
    ("SIGUSR1", 10),
    ("SIGSEGV", 11),
    ("SIGUSR2", 12),
    ("SIGPIPE", 13),
    ("SIGALRM", 14),
    ("SIGTERM", 15),
    ("SIGSTKFLT", 16),
    ("SIGCHLD", 17),
    ("SIGCONT", 18),
    ("SIGSTOP", 19),
    ("SIGTSTP", 20),
    ("SIGTTIN", 21),
    ("SIGTTOU", 22),
    ("SIGURG", 23),
    ("SIGXCPU", 24),
    ("SIGXFSZ", 25),
    ("SIGVTALRM", 26),
    ("SIGPROF", 27),
    ("SIGWINCH", 28),
    ("SIGIO", 29),
    ("SIGPWR", 30),
    ("SIGSYS", 31),
];

impl Reader<'_> {
    pub(super) fn faults(&mut self, node: &Node) {
        let lone = [node.clone()];
        let items: &[Node] = match &node.value {
            Value::List(items) => items,
            _ => &lone,
        };
        for (index, item) in items.iter().enumerate() {
            self.fault(item, format!("fault[{index}]"));
        }
    }

    fn fault(&mut self, item: &Node, auto: String) {
        let place = "`[[fault]]`";
        let Some(table) = self.findings.table(self.source, item, place) else { return };
        let label = self.label(table, auto);
        let (mut call, mut op, mut path, mut at) = (None, None, None, None);
        let (mut nth, mut chance, mut effect, mut count) = (None, None, None, FaultCount::Run);
        let mut effects: Vec<&Key> = Vec::new();
        for (key, node) in table {
            let source = self.source;
            if EFFECTS.contains(&key.name.as_str()) {
                effects.push(key);
                let found = self.effect(key, node);
                effect = effect.or(found);
                continue;
            }
            match key.name.as_str() {
                "call" => call = self.findings.word(source, node, "`call`"),
                "op" => op = self.findings.word(source, node, "`op`"),
                "path" => path = self.findings.word(source, node, "`path`"),
                "at" => at = self.findings.word(source, node, "`at`"),
                "nth" => nth = self.nth(node),
                "chance" => chance = self.chance(node),
                "count" => {
                    count = self.findings.choice(source, node, "`count`", COUNTS).unwrap_or_default();
                }
                "id" | "reason" => {}
                _ => self.findings.unknown_key(source, key, KEYS, place),
            }
        }
        let has = |name: &str| table.iter().any(|(key, _)| key.name == name);
        if let [first, second, ..] = &effects[..] {
            let first = self.findings.place(&self.key_spot(first));
            self.findings
                .error(&self.key_spot(second), "a fault does exactly one thing")
                .expected(format!("expected one of {}", alternatives(EFFECTS.iter().copied())))
                .related(first, "this one is there already")
                .help("write a second `[[fault]]`");
        } else if effects.is_empty() {
            self.findings
                .error(&self.spot(item), "the fault does nothing")
                .expected(format!("expected one of {}", alternatives(EFFECTS.iter().copied())));
        }
        if has("call") && has("op") {
            self.findings
                .error(&self.spot(item), "a fault has either a `call` or an `op`")
                .expected("expected one of the two");
        } else if !has("call") && !has("op") {
            self.missing(item, "call", place);
        }
        if has("path") && has("at") {
            self.findings
                .error(&self.spot(item), "a fault has either a `path` or an `at`")
                .expected("expected `path` for files, `at` for addresses");
        }
        let is_operation = call.is_none();
        let Some(subject) = call.or(op) else { return };
        let spot = subject.spot.clone();
        let entry = FaultEntry { subject, is_operation, path, at, nth, chance, effect, count };
        self.add(&label, spot, Body::Fault(entry));
    }

    fn effect(&mut self, key: &Key, node: &Node) -> Option<FaultEffect> {
        match key.name.as_str() {
            "errno" => self.errno(node).map(FaultEffect::Errno),
            "return" => match node.value {
                Value::Integer(Some(number)) => Some(FaultEffect::Return(number)),
                _ => {
                    self.findings.wrong_kind(self.source, node, "`return`", "an integer");
                    None
                }
            },
            "delay" => self.duration(node, "`delay`").map(|setting| FaultEffect::Delay(setting.value)),
            "short" => self.findings.count(self.source, node, "`short`").map(FaultEffect::Short),
            _ => self.signal(node).map(FaultEffect::Signal),
        }
    }

    fn signal(&mut self, node: &Node) -> Option<i32> {
        if let Value::Integer(Some(number @ 1..=64)) = node.value {
            return Some(number as i32);
        }
        let word = self.findings.word(self.source, node, "`signal`")?;
        let full = if word.text.starts_with("SIG") { word.text.clone() } else { format!("SIG{}", word.text) };
        let found = SIGNALS.iter().find(|(name, _)| *name == full);
        if found.is_none() {
            let near = nearest(&full, SIGNALS.iter().map(|(name, _)| *name));
            let edit = near.and_then(|near| word.edit(&(0..word.text.len()), near));
            self.findings
                .error(&word.spot, format!("unknown signal {}", quoted(&word.text)))
                .expected("expected a name of signal(7), such as `SIGTERM`, or a number from 1 to 64")
                .did_you_mean(near, edit.map(|(span, _)| span));
        }
        found.map(|(_, number)| *number)
    }

    fn nth(&mut self, node: &Node) -> Option<Nth> {
        let text = match &node.value {
            Value::Text(text) => text.clone(),
            Value::Integer(Some(number)) => number.to_string(),
            _ => String::new(),
        };
        let number = |text: &str| text.trim().parse::<u64>().ok().filter(|number| *number > 0);
        let nth = if let Some(every) = text.strip_prefix("every ") {
            number(every).map(Nth::Every)
        } else if let Some(from) = text.strip_suffix('+') {
            number(from).map(Nth::From)
        } else {
            number(&text).map(Nth::Only)
        };
        if nth.is_none() {
            self.findings
                .error(&self.spot(node), "`nth` does not say which calls")
                .expected("expected \"3\" (the third), \"2+\" (from the second on) or \"every 10\"");
        }
        nth
    }

    fn chance(&mut self, node: &Node) -> Option<f64> {
        let chance = match node.value {
            Value::Float(number) => Some(number),
            Value::Integer(Some(0)) => Some(0.0),
            Value::Integer(Some(1)) => Some(1.0),
            _ => None,
        };
        let chance = chance.filter(|chance| (0.0..=1.0).contains(chance));
        if chance.is_none() {
            self.findings
                .error(&self.spot(node), "`chance` is no probability")
                .expected("expected a number from 0.0 to 1.0");
        }
        chance
    }
}
