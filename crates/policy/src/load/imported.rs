//! A text of another format as a part of a policy, so that it merges with others and can be used.

use crate::import::{ImportNote, NoteKind, Options, read};
use crate::load::findings::{Findings, Spot};
use crate::load::part::{Body, Entry, Kind, Part, Setting, Settings};
use std::path::PathBuf;

/// Reads the findings' source of this number. What an import does not say becomes findings.
pub(super) fn part(findings: &mut Findings, source: usize, options: &Options, base: Option<PathBuf>) -> Part {
    let text = findings.sources.get(source).map_or_else(String::new, |source| source.text.clone());
    let mut part = Part {
        source,
        kind: Kind::Import,
        preset: None,
        base,
        uses: Vec::new(),
        settings: Settings::default(),
        entries: Vec::new(),
        resources: None,
        calls: Some(Spot::new(source, &(0..0))),
        default_meant: false,
        // Where nothing could be read, its default was meant to be said.
        call_default_meant: true,
    };
    let Some((_, calls, notes)) = read(&text, source, options, findings) else { return part };
    let spot = |span: &std::ops::Range<usize>| Spot::new(source, span);
    let start = calls.default_origin.as_ref().map_or_else(|| spot(&(0..0)), |origin| spot(&origin.span));
    part.settings.call_default = Some(Setting { value: calls.default, spot: start.clone() });
    part.settings.bad_arch = Some(Setting { value: calls.bad_arch, spot: start.clone() });
    part.settings.arches = Some(Setting { value: calls.arches, spot: start });
    part.entries = calls
        .rules
        .into_iter()
        .map(|rule| {
            let word = findings.as_word(source, &rule.origin.text, &rule.origin.span);
            let body = Body::Call { action: rule.action, word };
            Entry { id: rule.origin.id, spot: spot(&rule.origin.span), reason: None, body }
        })
        .collect();
    for ImportNote { span, kind, message } in notes {
        let spot = spot(&span);
        match kind {
            NoteKind::Consumer => findings.warning(&spot, message),
            NoteKind::Dropped | NoteKind::NotHere => findings.remark(&spot, message),
        };
    }
    part
}
