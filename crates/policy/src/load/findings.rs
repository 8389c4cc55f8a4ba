//! The collector of findings while a policy is loaded.

use crate::diagnostic::{
    Diagnostic, Diagnostics, Lines, Place, Severity, Suggestion, alternatives, column, quoted,
};
use crate::load::document::{Key, Node, Table, Value};
use crate::model::Source;
use callgate_abi::suggest::nearest;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

/// A range of one source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    pub(crate) source: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Spot {
    pub(crate) fn new(source: usize, span: &Range<usize>) -> Spot {
        Spot { source, start: span.start, end: span.end }
    }

    pub(crate) fn span(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// A string of the policy with its place.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) spot: Spot,
    /// Offset of the text's first byte in the source when it stands there without escapes, so that
    /// parts of it can be underlined.
    verbatim: Option<usize>,
}

impl Word {
    /// The place of a part of the text; the whole string where escapes hide it.
    pub(crate) fn part(&self, range: &Range<usize>) -> Spot {
        match self.verbatim {
            Some(start) => {
                Spot { source: self.spot.source, start: start + range.start, end: start + range.end }
            }
            None => self.spot.clone(),
        }
    }

    /// A part as a word of its own.
    pub(crate) fn slice(&self, range: Range<usize>) -> Word {
        Word {
            text: self.text[range.clone()].to_owned(),
            spot: self.part(&range),
            verbatim: self.verbatim.map(|start| start + range.start),
        }
    }

    /// A replacement of the whole text is possible only where it stands verbatim.
    pub(crate) fn edit(&self, range: &Range<usize>, by: &str) -> Option<(Range<usize>, String)> {
        self.verbatim.map(|start| (start + range.start..start + range.end, by.to_owned()))
    }
}

/// Findings and the texts they are about.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) sources: Vec<Source>,
    pub(crate) items: Vec<Diagnostic>,
    /// The lines of each source.
    lines: RefCell<BTreeMap<usize, Lines>>,
}

impl Diagnostic {
    pub(crate) fn expected(&mut self, expected: impl Into<String>) -> &mut Self {
        self.expected = expected.into();
        self
    }

    pub(crate) fn note(&mut self, note: impl Into<String>) -> &mut Self {
        self.notes.push(note.into());
        self
    }

    pub(crate) fn help(&mut self, message: impl Into<String>) -> &mut Self {
        self.suggestion = Some(Suggestion { message: message.into(), replacement: None });
        self
    }

    /// Advice with the edit that carries it out.
    pub(crate) fn mend(
        &mut self,
        message: impl Into<String>,
        replacement: Option<(Range<usize>, String)>,
    ) -> &mut Self {
        self.suggestion = Some(Suggestion { message: message.into(), replacement });
        self
    }

    /// "did you mean", when something is near.
    pub(crate) fn did_you_mean(&mut self, near: Option<&str>, span: Option<Range<usize>>) -> &mut Self {
        if let Some(near) = near {
            let edit = span.map(|span| (span, near.to_owned()));
            self.mend(format!("did you mean {}?", quoted(near)), edit);
        }
        self
    }

    pub(crate) fn related(&mut self, place: Place, label: impl Into<String>) -> &mut Self {
        self.related.push((place, label.into()));
        self
    }
}

impl Findings {
    pub(crate) fn place(&self, spot: &Spot) -> Place {
        let (name, text) = self
            .sources
            .get(spot.source)
            .map_or(("", ""), |source| (source.name.as_str(), source.text.as_str()));
        let (line, column) = (self.line(spot), column(text, spot.start));
        Place { source: spot.source, name: name.to_owned(), line, column, span: spot.span() }
    }

    /// The line, from 1, that a place begins on.
    pub(crate) fn line(&self, spot: &Spot) -> u32 {
        let text = self.sources.get(spot.source).map_or("", |source| source.text.as_str());
        self.lines.borrow_mut().entry(spot.source).or_default().at(text, spot.start)
    }

    pub(crate) fn error(&mut self, spot: &Spot, message: impl Into<String>) -> &mut Diagnostic {
        self.add(Severity::Error, Some(spot), message.into())
    }

    pub(crate) fn warning(&mut self, spot: &Spot, message: impl Into<String>) -> &mut Diagnostic {
        self.add(Severity::Warning, Some(spot), message.into())
    }

    pub(crate) fn remark(&mut self, spot: &Spot, message: impl Into<String>) -> &mut Diagnostic {
        self.add(Severity::Note, Some(spot), message.into())
    }

    /// An error without a place in a text.
    pub(crate) fn failure(&mut self, message: impl Into<String>) -> &mut Diagnostic {
        self.add(Severity::Error, None, message.into())
    }

    fn add(&mut self, severity: Severity, spot: Option<&Spot>, message: String) -> &mut Diagnostic {
        let place = spot.map(|spot| self.place(spot));
        self.items.push(Diagnostic {
            severity,
            message,
            place,
            expected: String::new(),
            related: Vec::new(),
            notes: Vec::new(),
            suggestion: None,
        });
        let last = self.items.len() - 1;
        &mut self.items[last]
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.items.iter().any(|item| item.severity == Severity::Error)
    }

    /// Sorted by source and place, without repetitions.
    pub(crate) fn finish(self) -> Diagnostics {
        let mut items = self.items;
        items.sort_by_key(|item| item.place.as_ref().map(|place| (place.source, place.span.start)));
        let mut unique: Vec<Diagnostic> = Vec::new();
        for item in items {
            // Twins stand side by side: the sort is by place.
            let twins = unique.iter().rev().take_while(|known| known.place == item.place);
            if !twins.into_iter().any(|known| *known == item) {
                unique.push(item);
            }
        }
        Diagnostics { items: unique, sources: self.sources }
    }

    // ---- reading of nodes: each answers None after reporting what was expected ----

    pub(crate) fn wrong_kind(&mut self, source: usize, node: &Node, what: &str, expected: &str) {
        let found = node.value.kind();
        self.error(&Spot::new(source, &node.span), format!("{what} must be {expected}, not {found}"))
            .expected(format!("expected {expected}"));
    }

    pub(crate) fn word(&mut self, source: usize, node: &Node, what: &str) -> Option<Word> {
        if let Value::Text(text) = &node.value {
            return Some(self.as_word(source, text, &node.span));
        }
        self.wrong_kind(source, node, what, "a string");
        None
    }

    pub(crate) fn as_word(&self, source: usize, text: &str, span: &Range<usize>) -> Word {
        let raw =
            self.sources.get(source).and_then(|source| source.text.get(span.clone())).unwrap_or_default();
        let plain = raw.len() == text.len() + 2 && raw.get(1..raw.len() - 1) == Some(text);
        Word {
            text: text.to_owned(),
            spot: Spot::new(source, span),
            verbatim: plain.then_some(span.start + 1),
        }
    }

    pub(crate) fn table<'n>(&mut self, source: usize, node: &'n Node, what: &str) -> Option<&'n Table> {
        if let Value::Table(table) = &node.value {
            return Some(table);
        }
        self.wrong_kind(source, node, what, "a table");
        None
    }

    pub(crate) fn list<'n>(&mut self, source: usize, node: &'n Node, what: &str) -> Option<&'n [Node]> {
        if let Value::List(items) = &node.value {
            return Some(items);
        }
        self.wrong_kind(source, node, what, "a list");
        if let (Value::Text(_), Some(last)) = (&node.value, self.items.last_mut()) {
            last.help("put it between `[` and `]`");
        }
        None
    }

    /// A list of strings; a lone string counts as a list of one where `lone` says so.
    pub(crate) fn words(&mut self, source: usize, node: &Node, what: &str, lone: bool) -> Vec<Word> {
        if lone && let Value::Text(text) = &node.value {
            return vec![self.as_word(source, text, &node.span)];
        }
        let Some(items) = self.list(source, node, what) else { return Vec::new() };
        items.iter().filter_map(|item| self.word(source, item, what)).collect()
    }

    /// A whole number that is not negative.
    pub(crate) fn count(&mut self, source: usize, node: &Node, what: &str) -> Option<u64> {
        if let Value::Integer(Some(number)) = node.value
            && let Ok(number) = u64::try_from(number)
        {
            return Some(number);
        }
        self.wrong_kind(source, node, what, "a whole number from 0 to 2^63-1");
        None
    }

    pub(crate) fn unknown_key(&mut self, source: usize, key: &Key, known: &[&str], place: &str) {
        let near = nearest(&key.name, known.iter().copied());
        self.error(&Spot::new(source, &key.span), format!("unknown key {} in {place}", quoted(&key.name)))
            .expected(format!("expected {}", alternatives(known.iter().copied())))
            .did_you_mean(near, Some(key.span.clone()));
    }

    /// A word out of a fixed choice.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        source: usize,
        node: &Node,
        what: &str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let word = self.word(source, node, what)?;
        if let Some((_, value)) = choices.iter().find(|(name, _)| *name == word.text) {
            return Some(*value);
        }
        let names = || choices.iter().map(|(name, _)| *name);
        let near = nearest(&word.text, names());
        let edit = near.and_then(|near| word.edit(&(0..word.text.len()), near));
        self.error(&word.spot, format!("{what} cannot be {}", quoted(&word.text)))
            .expected(format!("expected {}", alternatives(names())))
            .did_you_mean(near, edit.map(|(span, _)| span));
        None
    }
}
