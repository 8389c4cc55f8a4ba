//! Findings about a policy, each with its place, and their rendering.

use crate::model::Source;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};
use std::fmt;
use std::ops::Range;

/// How bad a finding is. `Ord`: the worst is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing, shown on demand (`check -v`).
    Note,
    /// The policy works, but probably not as meant.
    Warning,
    /// The policy is refused.
    Error,
}

impl Severity {
    /// `note`, `warning`, `error`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A range of one of the texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Index into [`Diagnostics::sources`].
    pub source: usize,
    /// What reports call the text: a file, `preset:base`, `flags`.
    pub name: String,
    /// Line of the first byte, from 1.
    pub line: u32,
    /// Column of the first byte in characters, from 1.
    pub column: u32,
    /// Byte range in the text.
    pub span: Range<usize>,
}

/// An edit that would mend a mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What to do, as a sentence without a full stop: ``did you mean `PROT_EXEC`?``
    pub message: String,
    /// The bytes to replace, in the text of the finding's place, and by what.
    pub replacement: Option<(Range<usize>, String)>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, with the offending word quoted.
    pub message: String,
    /// Where; `None` for what has no place in a text, such as a file that cannot be read.
    pub place: Option<Place>,
    /// What stands under the underlined bytes: what was expected there.
    pub expected: String,
    /// Other places that take part, and what they say.
    pub related: Vec<(Place, String)>,
    /// Why, or what follows.
    pub notes: Vec<String>,
    /// How to mend it.
    pub suggestion: Option<Suggestion>,
}

/// Findings in the order of their sources and places, with the texts they point into.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    /// The findings.
    pub items: Vec<Diagnostic>,
    /// The texts; [`Place::source`] points here.
    pub sources: Vec<Source>,
}

impl Diagnostics {
    /// Whether any finding refuses the policy.
    pub fn has_errors(&self) -> bool {
        self.items.iter().any(|item| item.severity == Severity::Error)
    }

    /// How many findings have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.items.iter().filter(|item| item.severity == severity).count()
    }

    /// The findings at least as bad as `least`, with the same texts.
    #[must_use]
    pub fn at_least(&self, least: Severity) -> Diagnostics {
        let items = self.items.iter().filter(|item| item.severity >= least).cloned().collect();
        Diagnostics { items, sources: self.sources.clone() }
    }

    /// All findings as a person reads them: message, file, line, the span underlined, what was
    /// expected, and a suggestion. With `color`, ANSI escapes; control characters of the policy
    /// itself are never passed on. Ends with a newline unless there is nothing to say.
    pub fn render(&self, color: bool) -> String {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let mut out = String::new();
        for item in &self.items {
            out.push_str(&renderer.render(&self.report(item)));
            out.push('\n');
        }
        out
    }

    fn report<'a>(&'a self, item: &'a Diagnostic) -> Vec<Group<'a>> {
        let level = match item.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let mut group = Group::with_title(level.primary_title(item.message.as_str()));
        // A line of a machine's text, a megabyte long, is nothing to look at, and takes long to lay out.
        let unreadable = item.place.as_ref().filter(|place| {
            self.sources.get(place.source).is_some_and(|source| !on_short_lines(&source.text, &place.span))
        });
        if let Some(place) = unreadable {
            let origin = Origin::path(place.name.as_str()).line(place.line as usize);
            group = group.element(origin.char_column(place.column as usize));
            if !item.expected.is_empty() {
                group = group.element(Level::NOTE.message(item.expected.as_str()));
            }
        }
        for (source, text) in self.sources.iter().enumerate() {
            let mut annotations = Vec::new();
            for (place, label) in &item.related {
                if place.source == source && on_short_lines(&text.text, &place.span) {
                    annotations.push(
                        AnnotationKind::Context.span(within(&text.text, &place.span)).label(label.as_str()),
                    );
                }
            }
            let own = item.place.as_ref().filter(|place| place.source == source && unreadable.is_none());
            if let Some(place) = own {
                let mut primary = AnnotationKind::Primary.span(within(&text.text, &place.span));
                if !item.expected.is_empty() {
                    primary = primary.label(item.expected.as_str());
                }
                annotations.push(primary);
            }
            if !annotations.is_empty() {
                let snippet = Snippet::source(text.text.as_str()).path(text.name.as_str());
                group = group.element(snippet.annotations(annotations));
            }
        }
        for note in &item.notes {
            group = group.element(Level::NOTE.message(note.as_str()));
        }
        let mut groups = vec![group];
        let Some(suggestion) = &item.suggestion else { return groups };
        let patched = item.place.as_ref().zip(suggestion.replacement.as_ref());
        let patched = patched.filter(|_| unreadable.is_none());
        match patched.and_then(|(place, edit)| self.sources.get(place.source).map(|text| (text, edit))) {
            Some((text, (range, by))) => groups.push(
                Group::with_title(Level::HELP.secondary_title(suggestion.message.as_str())).element(
                    Snippet::source(text.text.as_str())
                        .path(text.name.as_str())
                        .patch(Patch::new(within(&text.text, range), by.as_str())),
                ),
            ),
            None => {
                let first = groups.remove(0);
                groups.push(first.element(Level::HELP.message(suggestion.message.as_str())));
            }
        }
        groups
    }
}

impl fmt::Display for Diagnostics {
    /// As [`Diagnostics::render`] without colour.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl std::error::Error for Diagnostics {}

/// The span cut to the text and to character boundaries: what the renderer insists on.
fn within(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let end = text.ceil_char_boundary(span.end.clamp(start, text.len()));
    start..end
}

/// Lines longer than this are not shown, in bytes.
const LONGEST_LINE: usize = 4096;

/// Whether the lines that a span begins and ends on can be shown.
fn on_short_lines(text: &str, span: &Range<usize>) -> bool {
    let text = text.as_bytes();
    let (start, end) = (span.start.min(text.len()), span.end.min(text.len()));
    let before = text[..start].iter().rev().take(LONGEST_LINE).take_while(|byte| **byte != b'\n').count();
    let after = text[end.max(start)..].iter().take(LONGEST_LINE).take_while(|byte| **byte != b'\n').count();
    before + after < LONGEST_LINE && end.saturating_sub(start) < LONGEST_LINE
}

/// Line and column, from 1, of a byte offset.
pub(crate) fn position(text: &str, offset: usize) -> (u32, u32) {
    (Lines::default().at(text, offset.min(text.len())), column(text, offset))
}

/// The column, from 1, of a byte offset, in characters.
pub(crate) fn column(text: &str, offset: usize) -> u32 {
    let before = &text[..text.floor_char_boundary(offset.min(text.len()))];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    before[start..].chars().count() as u32 + 1
}

/// Where the lines of one text begin, found when a line is first asked for.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    /// After each newline.
    starts: Option<Vec<usize>>,
}

impl Lines {
    /// The line, from 1, of a byte offset.
    pub(crate) fn at(&mut self, text: &str, offset: usize) -> u32 {
        let starts =
            self.starts.get_or_insert_with(|| text.match_indices('\n').map(|(at, _)| at + 1).collect());
        starts.partition_point(|start| *start <= offset) as u32 + 1
    }
}

/// A word of the policy between backquotes, for messages: control characters escaped, cut when long.
pub(crate) fn quoted(word: &str) -> String {
    const LONGEST: usize = 96;
    let mut out = String::from("`");
    for (count, c) in word.chars().enumerate() {
        if count == LONGEST {
            out.push('…');
            break;
        }
        if c.is_control() { out.extend(c.escape_default()) } else { out.push(c) }
    }
    out.push('`');
    out
}

/// Words as a list in prose: `a`, `b` or `c`.
pub(crate) fn alternatives<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let words: Vec<String> = words.into_iter().map(quoted).collect();
    match words.split_last() {
        None => String::from("nothing"),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{alternatives, position, quoted, within};

    #[test]
    fn positions_count_characters() {
        assert_eq!(position("aé\nb", 0), (1, 1));
        assert_eq!(position("aé\nb", 3), (1, 3));
        assert_eq!(position("aé\nb", 4), (2, 1));
        assert_eq!(position("a", 99), (1, 2));
    }

    #[test]
    fn spans_are_cut_to_the_text() {
        assert_eq!(within("aéb", &(2..2)), 1..3);
        assert_eq!(within("ab", &(7..9)), 2..2);
    }

    #[test]
    fn words_cannot_write_to_a_terminal() {
        assert_eq!(quoted("a\u{1b}[31m"), "`a\\u{1b}[31m`");
        assert_eq!(alternatives(["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
