//! `use`.

use crate::diagnostic::quoted;
use crate::load::document::{Node, Value};
use crate::load::findings::Word;
use crate::load::part::{Target, Use};
use crate::load::read::Reader;

const KEYS: &[&str] = &["preset", "file", "without"];

impl Reader<'_> {
    pub(super) fn uses(&mut self, node: &Node) {
        let lone = [node.clone()];
        let items: &[Node] = match &node.value {
            Value::List(items) => items,
            _ => &lone,
        };
        for item in items {
            match &item.value {
                Value::Text(text) => {
                    let word = self.findings.as_word(self.source, text, &item.span);
                    if let Some(target) = self.target(word) {
                        self.part.uses.push(Use { target, without: Vec::new(), part: None });
                    }
                }
                Value::Table(_) => self.use_table(item),
                _ => self.findings.wrong_kind(
                    self.source,
                    item,
                    "an item of `use`",
                    "a preset's name, a file such as \"./x.toml\", or a table",
                ),
            }
        }
    }

    /// A name without `/` and `.toml` is a preset, anything else a file.
    fn target(&mut self, word: Word) -> Option<Target> {
        if !word.text.contains('/') && !names_a_file(&word.text) {
            return Some(Target::Preset(word));
        }
        if !word.text.contains('/') {
            self.findings
                .error(&word.spot, format!("{} is neither a preset nor a path", quoted(&word.text)))
                .expected("expected a preset's name, or a path that begins with `./`, `/`, `~` or `$VAR`")
                .mend(format!("write {}", quoted(&format!("./{}", word.text))), word.edit(&(0..0), "./"));
            return None;
        }
        Some(Target::File(word))
    }

    fn use_table(&mut self, item: &Node) {
        let Some(table) = self.findings.table(self.source, item, "an item of `use`") else { return };
        let mut target = None;
        let mut without = Vec::new();
        for (key, node) in table {
            match key.name.as_str() {
                "preset" | "file" if target.is_some() => {
                    self.findings
                        .error(&self.key_spot(key), "one item of `use` names one preset or one file")
                        .help("write two items");
                }
                "preset" => target = self.findings.word(self.source, node, "`preset`").map(Target::Preset),
                "file" => {
                    if let Some(word) = self.findings.word(self.source, node, "`file`") {
                        target = Some(Target::File(word));
                    }
                }
                "without" => without = self.findings.words(self.source, node, "`without`", true),
                _ => self.findings.unknown_key(self.source, key, KEYS, "an item of `use`"),
            }
        }
        match target {
            Some(target) => self.part.uses.push(Use { target, without, part: None }),
            None if !table.iter().any(|(key, _)| key.name == "preset" || key.name == "file") => {
                self.missing(item, "preset", "an item of `use`");
            }
            None => {}
        }
    }
}

/// `x.toml` would be a file, if it only said where.
fn names_a_file(text: &str) -> bool {
    std::path::Path::new(text).extension().is_some_and(|extension| extension == "toml")
}
