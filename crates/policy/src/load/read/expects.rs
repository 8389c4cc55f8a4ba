//! `[[expect]]`.

use crate::load::document::{Node, Value};
use crate::load::part::Body;
use crate::load::read::{Label, Reader};
use crate::model::ExpectedVerdict;

const VERDICTS: &[(&str, ExpectedVerdict)] =
    &[("allow", ExpectedVerdict::Allow), ("deny", ExpectedVerdict::Deny), ("ask", ExpectedVerdict::Ask)];

impl Reader<'_> {
    pub(super) fn expects(&mut self, node: &Node) {
        let lone = [node.clone()];
        let items: &[Node] = match &node.value {
            Value::List(items) => items,
            _ => &lone,
        };
        for (index, item) in items.iter().enumerate() {
            let Some(table) = self.findings.table(self.source, item, "`[[expect]]`") else { continue };
            let label = Label::auto(format!("expect[{index}]"));
            let mut count = 0;
            for (key, node) in table {
                let Some((_, verdict)) = VERDICTS.iter().find(|(name, _)| *name == key.name) else {
                    let known: Vec<&str> = VERDICTS.iter().map(|(name, _)| *name).collect();
                    self.findings.unknown_key(self.source, key, &known, "`[[expect]]`");
                    continue;
                };
                count += 1;
                if count > 1 {
                    self.findings
                        .error(&self.key_spot(key), "one `[[expect]]` expects one thing")
                        .help("write a second `[[expect]]`");
                    continue;
                }
                if let Some(word) = self.findings.word(self.source, node, "an expectation") {
                    self.add(&label, word.spot.clone(), Body::Expect { verdict: *verdict, word });
                }
            }
            if count == 0 {
                self.findings
                    .error(&self.spot(item), "`[[expect]]` expects nothing")
                    .expected("expected `allow`, `deny` or `ask` = \"op object\"");
            }
        }
    }
}
