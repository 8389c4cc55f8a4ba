//! `[[fs.redirect]]` and `[[net.redirect]]`.

use crate::load::document::{Node, Value};
use crate::load::part::Body;
use crate::load::read::Reader;
use crate::object::Operation;

const NET_OPERATIONS: &[(&str, Operation)] =
    &[("bind", Operation::NetBind), ("connect", Operation::NetConnect), ("send", Operation::NetSend)];

impl Reader<'_> {
    pub(super) fn redirects(&mut self, node: &Node, fs: bool) {
        let section = if fs { "fs.redirect" } else { "net.redirect" };
        let lone = [node.clone()];
        let items: &[Node] = match &node.value {
            Value::List(items) => items,
            _ => &lone,
        };
        for (index, item) in items.iter().enumerate() {
            self.redirect(item, fs, format!("{section}[{index}]"), &format!("`[[{section}]]`"));
        }
    }

    fn redirect(&mut self, item: &Node, fs: bool, auto: String, place: &str) {
        let keys: &[&str] =
            if fs { &["from", "to", "id", "reason"] } else { &["op", "from", "to", "id", "reason"] };
        let Some(table) = self.findings.table(self.source, item, place) else { return };
        let label = self.label(table, auto);
        let (mut from, mut to, mut operation) = (None, None, None);
        let has = |key: &str| table.iter().any(|(found, _)| found.name == key);
        for (key, node) in table {
            match key.name.as_str() {
                "from" => from = self.findings.word(self.source, node, "`from`"),
                "to" => to = self.findings.word(self.source, node, "`to`"),
                "op" if !fs => operation = self.findings.choice(self.source, node, "`op`", NET_OPERATIONS),
                "id" | "reason" => {}
                _ => self.findings.unknown_key(self.source, key, keys, place),
            }
        }
        for key in keys.iter().filter(|key| !["id", "reason"].contains(key)) {
            if !has(key) {
                self.missing(item, key, place);
            }
        }
        let (Some(from), Some(to)) = (from, to) else { return };
        let spot = from.spot.clone();
        if fs {
            self.add(&label, spot, Body::FsRedirect { from, to });
        } else if let Some(operation) = operation {
            self.add(&label, spot, Body::NetRedirect { operation, from, to });
        } else if has("op") {
            // The choice was reported; the addresses are checked all the same.
            let operation = Operation::NetConnect;
            self.add(&label, spot, Body::NetRedirect { operation, from, to });
        }
    }
}
