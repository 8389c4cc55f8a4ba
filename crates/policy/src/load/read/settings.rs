//! Scalars: `name`, `default`, `report`, `[vars]`, `[env]`, `[limits]`, `[ask]`, `[faults]`.

use crate::diagnostic::quoted;
use crate::load::document::{Node, Table, Value};
use crate::load::expand::BUILT_IN;
use crate::load::findings::Word;
use crate::load::part::{Body, Setting};
use crate::load::quantity;
use crate::load::read::{Label, Reader};
use crate::model::{DefaultDecision, Report};
use std::time::Duration;

const DEFAULTS: &[(&str, DefaultDecision)] =
    &[("allow", DefaultDecision::Allow), ("deny", DefaultDecision::Deny)];
const REPORTS: &[(&str, Report)] =
    &[("all", Report::All), ("denials", Report::Denials), ("none", Report::None)];

impl Reader<'_> {
    pub(super) fn name(&mut self, node: &Node) {
        let Some(word) = self.findings.word(self.source, node, "`name`") else { return };
        self.part.settings.name = Some(Setting { value: word.text, spot: word.spot });
    }

    pub(super) fn default(&mut self, node: &Node) {
        self.part.default_meant = true;
        if let Some(value) = self.findings.choice(self.source, node, "`default`", DEFAULTS) {
            self.part.settings.default = Some(Setting { value, spot: self.spot(node) });
        }
    }

    pub(super) fn report(&mut self, node: &Node) {
        if let Some(value) = self.findings.choice(self.source, node, "`report`", REPORTS) {
            self.part.settings.report = Some(Setting { value, spot: self.spot(node) });
        }
    }

    pub(super) fn vars(&mut self, node: &Node) {
        let Some(table) = self.findings.table(self.source, node, "`vars`") else { return };
        for (key, node) in table {
            if BUILT_IN.contains(&key.name.as_str()) {
                self.findings
                    .error(&self.key_spot(key), format!("the variable {} is built in", quoted(&key.name)))
                    .expected("expected a name that is not built in");
                continue;
            }
            let named = key.name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
            if !named || !key.name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
                self.findings
                    .error(&self.key_spot(key), format!("{} cannot be a variable", quoted(&key.name)))
                    .expected("expected letters, digits and `_`, not beginning with a digit");
                continue;
            }
            if let Some(word) = self.findings.word(self.source, node, "a variable") {
                let setting = self.remember(word);
                self.part.settings.vars.insert(key.name.clone(), setting);
            }
        }
    }

    fn remember(&mut self, word: Word) -> Setting<String> {
        let setting = Setting { value: word.text.clone(), spot: word.spot.clone() };
        self.part.settings.words.insert(word.spot.clone(), word);
        setting
    }

    pub(super) fn env(&mut self, node: &Node) {
        let Some(table) = self.findings.table(self.source, node, "`env`") else { return };
        for (key, node) in table {
            match key.name.as_str() {
                "keep" => self.env_names("env.keep", node, Body::EnvKeep),
                "drop" => self.env_names("env.drop", node, Body::EnvDrop),
                "set" => self.env_set(node),
                _ => self.findings.unknown_key(self.source, key, &["keep", "set", "drop"], "`[env]`"),
            }
        }
    }

    fn env_names(&mut self, path: &str, node: &Node, body: fn(Word) -> Body) {
        let Some(items) = self.findings.list(self.source, node, &quoted(path)) else { return };
        if items.is_empty() && path == "env.keep" {
            // An empty list still says: keep nothing.
            let nothing = self.findings.as_word(self.source, "", &node.span);
            let spot = nothing.spot.clone();
            self.add(&Label::auto(path.to_owned()), spot, body(nothing));
        }
        for (index, item) in items.iter().enumerate() {
            let auto = format!("{path}[{index}]");
            let (label, words) = match &item.value {
                Value::Table(table) => {
                    let label = self.label(table, auto);
                    (label, self.entry_words(item, table, "name", "an entry of `[env]`"))
                }
                _ => {
                    let word = self.findings.word(self.source, item, &quoted(path));
                    (Label::auto(auto), word.into_iter().collect())
                }
            };
            for word in words {
                if word.text.is_empty() || word.text.contains(['=', '\0']) {
                    self.findings
                        .error(&word.spot, format!("{} is no name of a variable", quoted(&word.text)))
                        .expected("expected a name, where `*` stands for any characters");
                    continue;
                }
                self.add(&label, word.spot.clone(), body(word));
            }
        }
    }

    /// The words of one key of an entry's table, whose only other keys are `id` and `reason`.
    pub(super) fn entry_words(&mut self, item: &Node, table: &Table, name: &str, place: &str) -> Vec<Word> {
        let mut words = None;
        for (key, node) in table {
            match key.name.as_str() {
                found if found == name => words = Some(self.some_words(node, &quoted(name))),
                "id" | "reason" => {}
                _ => self.findings.unknown_key(self.source, key, &[name, "id", "reason"], place),
            }
        }
        if words.is_none() {
            self.missing(item, name, place);
        }
        words.unwrap_or_default()
    }

    fn env_set(&mut self, node: &Node) {
        let Some(table) = self.findings.table(self.source, node, "`env.set`") else { return };
        for (key, node) in table {
            if key.name.is_empty() || key.name.contains(['=', '\0']) {
                self.findings
                    .error(&self.key_spot(key), format!("{} is no name of a variable", quoted(&key.name)))
                    .expected("expected a name without `=`");
                continue;
            }
            if let Some(word) = self.findings.word(self.source, node, "a value of `env.set`") {
                let setting = self.remember(word);
                self.part.settings.env_set.insert(key.name.clone(), setting);
            }
        }
    }

    pub(super) fn limits(&mut self, node: &Node) {
        const KEYS: &[&str] = &["wall", "cpu", "memory", "processes", "open-files"];
        let Some(table) = self.findings.table(self.source, node, "`limits`") else { return };
        for (key, node) in table {
            match key.name.as_str() {
                "wall" => self.part.settings.wall = self.duration(node, "`wall`"),
                "cpu" => self.part.settings.cpu = self.duration(node, "`cpu`"),
                "memory" => self.part.settings.memory = self.size(node),
                "processes" => self.part.settings.processes = self.number(node, "`processes`"),
                "open-files" => self.part.settings.open_files = self.number(node, "`open-files`"),
                _ => self.findings.unknown_key(self.source, key, KEYS, "`[limits]`"),
            }
        }
    }

    pub(super) fn duration(&mut self, node: &Node, what: &str) -> Option<Setting<Duration>> {
        let word = self.findings.word(self.source, node, &format!("{what} (a duration)"))?;
        let Some(value) = quantity::duration(&word.text) else {
            self.findings
                .error(&word.spot, format!("{what} cannot be {}", quoted(&word.text)))
                .expected("expected a duration such as `200ms`, `30s`, `10m` or `2h`");
            return None;
        };
        Some(Setting { value, spot: word.spot })
    }

    fn size(&mut self, node: &Node) -> Option<Setting<u64>> {
        let value = match &node.value {
            Value::Integer(Some(number)) => u64::try_from(*number).ok(),
            Value::Text(text) => quantity::size(text),
            _ => None,
        };
        if value.is_none() {
            self.findings
                .error(&self.spot(node), "`memory` is no size")
                .expected("expected a size such as `256M`, `2G`, or a number of bytes");
        }
        Some(Setting { value: value?, spot: self.spot(node) })
    }

    fn number(&mut self, node: &Node, what: &str) -> Option<Setting<u64>> {
        Some(Setting { value: self.findings.count(self.source, node, what)?, spot: self.spot(node) })
    }

    pub(super) fn ask(&mut self, node: &Node) {
        let Some(table) = self.findings.table(self.source, node, "`ask`") else { return };
        for (key, node) in table {
            match key.name.as_str() {
                "timeout" => self.part.settings.ask_timeout = self.duration(node, "`timeout`"),
                "otherwise" => {
                    let value = self.findings.choice(self.source, node, "`otherwise`", DEFAULTS);
                    self.part.settings.ask_otherwise =
                        value.map(|value| Setting { value, spot: self.spot(node) });
                }
                _ => self.findings.unknown_key(self.source, key, &["timeout", "otherwise"], "`[ask]`"),
            }
        }
    }

    pub(super) fn fault_settings(&mut self, node: &Node) {
        let Some(table) = self.findings.table(self.source, node, "`faults`") else { return };
        for (key, node) in table {
            match key.name.as_str() {
                "seed" => self.part.settings.seed = self.number(node, "`seed`"),
                _ => self.findings.unknown_key(self.source, key, &["seed"], "`[faults]`"),
            }
        }
    }
}
