//! TOML text to a tree whose every node knows its place, with recovery after syntax errors.

use std::collections::BTreeSet;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A value with its place.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) span: Range<usize>,
    pub(crate) value: Value,
}

/// What a node holds.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Text(String),
    Integer(Option<i64>),
    Float(f64),
    Boolean,
    Datetime,
    List(Vec<Node>),
    Table(Table),
}

impl Value {
    /// The kind in prose.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Value::Text(_) => "a string",
            Value::Integer(_) => "an integer",
            Value::Float(_) => "a number",
            Value::Boolean => "a boolean",
            Value::Datetime => "a date",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
        }
    }
}

/// Keys and values in the order written.
pub(crate) type Table = Vec<(Key, Node)>;

/// A key with its place.
#[derive(Debug, Clone)]
pub(crate) struct Key {
    pub(crate) name: String,
    pub(crate) span: Range<usize>,
}

/// A mistake of the text as TOML.
#[derive(Debug)]
pub(crate) struct SyntaxError {
    pub(crate) span: Range<usize>,
    pub(crate) message: String,
}

/// Parses a whole text. After a syntax error each table, from a line that starts with `[` to the
/// next, is parsed by itself and answers for its first error only.
pub(crate) fn parse(text: &str) -> (Table, Vec<SyntaxError>) {
    let (document, errors) = DeTable::parse_recoverable(text);
    let Some(first) = first_error(&errors, 0) else { return (table(document.get_ref(), 0), Vec::new()) };
    let mut whole = Table::new();
    let mut mistakes = Vec::new();
    let mut headers = BTreeSet::new();
    for part in parts(text, |line| line.starts_with('[')) {
        let piece = &text[part.clone()];
        let (document, errors) = DeTable::parse_recoverable(piece);
        if let Some(error) = first_error(&errors, part.start) {
            mistakes.push(error);
            recover(piece, part.start, &mut whole);
        } else {
            merge(&mut whole, table(document.get_ref(), part.start), &mut mistakes);
        }
        let header = piece.lines().next().unwrap_or_default();
        let header = header.split('#').next().unwrap_or_default().trim();
        if header.starts_with('[') && !header.starts_with("[[") && !headers.insert(header.to_owned()) {
            let message = format!("the table {header} is defined twice");
            mistakes.push(SyntaxError { span: part.start..part.start + header.len(), message });
        }
    }
    if mistakes.is_empty() {
        mistakes.push(first);
    }
    (whole, mistakes)
}

/// What is sound of a table with a syntax error: its header, and each `key = value` that starts a
/// line and parses by itself.
fn recover(piece: &str, offset: usize, whole: &mut Table) {
    let header = piece.lines().next().filter(|line| line.starts_with('[')).unwrap_or_default();
    for part in parts(piece, starts_assignment) {
        let statement = &piece[part.clone()];
        if !starts_assignment(statement) {
            continue;
        }
        let (document, errors) = DeTable::parse_recoverable(statement);
        if !errors.is_empty() {
            continue;
        }
        let inner = table(document.get_ref(), offset + part.start);
        let (wrapper, errors) = DeTable::parse_recoverable(header);
        if errors.is_empty() {
            let mut outer = table(wrapper.get_ref(), offset);
            match innermost(&mut outer) {
                Some(place) => *place = inner,
                None => outer = inner,
            }
            // Array tables would become one element a statement; their sound parts are joined.
            join(whole, outer);
        }
    }
}

/// The empty table that a lone header leaves.
fn innermost(table: &mut Table) -> Option<&mut Table> {
    let (_, node) = table.first_mut()?;
    let inner = match &mut node.value {
        Value::Table(inner) => inner,
        Value::List(items) => match &mut items.last_mut()?.value {
            Value::Table(inner) => inner,
            _ => return None,
        },
        _ => return None,
    };
    if inner.is_empty() { Some(inner) } else { innermost(inner) }
}

fn starts_assignment(line: &str) -> bool {
    let line = line.lines().next().unwrap_or_default();
    let key = line.split('=').next().unwrap_or_default();
    key.len() < line.len()
        && !key.starts_with(char::is_whitespace)
        && !key.trim().is_empty()
        && key.trim().chars().all(|c| c.is_ascii_alphanumeric() || "_-.\"'".contains(c))
}

/// The text cut before each line that `starts` accepts; the first part may be empty.
fn parts(text: &str, starts: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut cuts = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > 0 && starts(line) {
            cuts.push(at);
        }
        at += line.len();
    }
    cuts.push(text.len());
    cuts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

fn first_error(errors: &[toml::de::Error], offset: usize) -> Option<SyntaxError> {
    let first = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start))?;
    let span = first.span().unwrap_or(0..0);
    Some(SyntaxError { span: span.start + offset..span.end + offset, message: first.message().to_owned() })
}

/// Adds `from`: tables are joined, array tables appended, anything else must be new.
fn merge(into: &mut Table, from: Table, mistakes: &mut Vec<SyntaxError>) {
    for (key, node) in from {
        let Some((_, old)) = into.iter_mut().find(|(known, _)| known.name == key.name) else {
            into.push((key, node));
            continue;
        };
        match (&mut old.value, node.value) {
            (Value::Table(old), Value::Table(new)) => merge(old, new, mistakes),
            (Value::List(old), Value::List(new)) if all_tables(old) && all_tables(&new) => old.extend(new),
            _ => {
                mistakes
                    .push(SyntaxError { span: key.span, message: format!("duplicate key `{}`", key.name) });
            }
        }
    }
}

/// As [`merge`], silently, and array tables continue their last element.
fn join(into: &mut Table, from: Table) {
    for (key, node) in from {
        let Some((_, old)) = into.iter_mut().find(|(known, _)| known.name == key.name) else {
            into.push((key, node));
            continue;
        };
        match (&mut old.value, node.value) {
            (Value::Table(old), Value::Table(new)) => join(old, new),
            (Value::List(old), Value::List(mut new)) if all_tables(old) && all_tables(&new) => {
                let continued =
                    old.last().is_some_and(|last| new.first().is_some_and(|n| n.span == last.span));
                match (
                    old.last_mut().map(|last| &mut last.value),
                    new.pop().map(|node| (node.span, node.value)),
                ) {
                    (Some(Value::Table(last)), Some((_, Value::Table(more)))) if continued => {
                        join(last, more);
                    }
                    (_, Some((span, value))) => old.push(Node { span, value }),
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

fn all_tables(nodes: &[Node]) -> bool {
    !nodes.is_empty() && nodes.iter().all(|node| matches!(node.value, Value::Table(_)))
}

fn table(from: &DeTable<'_>, offset: usize) -> Table {
    let mut out: Table = from
        .iter()
        .map(|(key, value)| {
            let span = key.span().start + offset..key.span().end + offset;
            let name = key.get_ref().to_string();
            (Key { name, span }, node(value.get_ref(), value.span(), offset))
        })
        .collect();
    out.sort_by_key(|(key, _)| key.span.start);
    out
}

fn node(from: &DeValue<'_>, span: Range<usize>, offset: usize) -> Node {
    let value = match from {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => Value::Integer(i64::from_str_radix(number.as_str(), number.radix()).ok()),
        DeValue::Float(number) => Value::Float(number.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(_) => Value::Boolean,
        DeValue::Datetime(_) => Value::Datetime,
        DeValue::Array(items) => {
            Value::List(items.iter().map(|item| node(item.get_ref(), item.span(), offset)).collect())
        }
        DeValue::Table(inner) => Value::Table(table(inner, offset)),
    };
    Node { span: span.start + offset..span.end + offset, value }
}

#[cfg(test)]
mod tests {
    use super::{Value, parse};

    fn keys(text: &str) -> (Vec<String>, Vec<(usize, String)>) {
        let (table, errors) = parse(text);
        let mut out = Vec::new();
        for (key, node) in &table {
            out.push(key.name.clone());
            if let Value::Table(inner) = &node.value {
                out.extend(inner.iter().map(|(k, _)| format!("{}.{}", key.name, k.name)));
            }
        }
        (out, errors.into_iter().map(|e| (e.span.start, e.message)).collect())
    }

    #[test]
    fn order_is_the_texts() {
        assert_eq!(keys("z = 1\na = 2\n").0, ["z", "a"]);
    }

    #[test]
    fn one_missing_bracket_is_one_error() {
        let (keys, errors) =
            keys("x = 1\n[fs]\nread = [\"/a\", \"/b\"\nwrite = [\"/c\"]\n[net]\nlisten = []\n");
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert_eq!(keys, ["x", "fs", "fs.write", "net", "net.listen"]);
    }

    #[test]
    fn one_error_a_table() {
        let (_, errors) = keys("[a]\nx = [1\ny = [2\n[b]\nz = = 3\n[a]\n");
        assert_eq!(errors.len(), 3, "{errors:?}");
        assert!(errors[2].1.contains("twice"));
    }

    #[test]
    fn duplicates_are_found_across_tables() {
        let (_, errors) = keys("a = 1\na = 2\n[t]\nx = [\n");
        assert_eq!(errors.len(), 2, "{errors:?}");
    }

    #[test]
    fn offsets_survive_recovery() {
        let text = "a = [\n[fs]\nread = 1\n";
        let (table, _) = parse(text);
        let Some((_, fs)) = table.iter().find(|(key, _)| key.name == "fs") else { panic!("no fs") };
        let Value::Table(fs) = &fs.value else { panic!("no table") };
        assert_eq!(&text[fs[0].0.span.clone()], "read");
        assert_eq!(&text[fs[0].1.span.clone()], "1");
    }
}
