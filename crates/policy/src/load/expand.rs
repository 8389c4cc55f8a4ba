//! Variables, `~` and `./` replaced by what they stand for.

use crate::diagnostic::quoted;
use crate::environment::Environment;
use crate::load::findings::{Findings, Word};
use crate::pattern::Part;
use callgate_abi::suggest::nearest;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::ops::Range;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// The variables that are built in.
pub(crate) const BUILT_IN: &[&str] = &["CWD", "HOME", "TMPDIR", "DNS", "UID", "XDG_RUNTIME_DIR"];

/// A word with its variables replaced.
#[derive(Debug, Clone)]
pub(crate) struct Expanded {
    pub(crate) word: Word,
    pub(crate) pieces: Vec<Piece>,
}

/// A stretch of an expanded word and the bytes of the word it came from.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub(crate) from: Range<usize>,
    pub(crate) content: Content,
}

/// What a stretch holds.
#[derive(Debug, Clone)]
pub(crate) enum Content {
    /// A value: never a glob.
    Value(Vec<u8>),
    /// As written.
    Written(Vec<u8>),
    /// `$DNS`, or a host name's addresses.
    Addresses(Vec<IpAddr>),
}

impl Expanded {
    /// The form the pattern parsers take.
    pub(crate) fn parts(&self) -> Vec<Part<'_>> {
        let parts = self.pieces.iter().map(|piece| match &piece.content {
            Content::Value(bytes) => Part::Literal(bytes),
            Content::Written(bytes) => Part::Glob(bytes),
            Content::Addresses(addresses) => Part::Addresses(addresses),
        });
        parts.collect()
    }

    /// The bytes of the word behind a range of the expanded text, in which a list of addresses is
    /// spelled with commas.
    pub(crate) fn origin(&self, range: &Range<usize>) -> Range<usize> {
        let mut at = 0;
        let mut found: Option<Range<usize>> = None;
        for piece in &self.pieces {
            let length = match &piece.content {
                Content::Value(bytes) | Content::Written(bytes) => bytes.len(),
                Content::Addresses(list) => {
                    list.iter().map(|address| address.to_string().len() + 1).sum::<usize>().saturating_sub(1)
                }
            };
            let (start, end) = (range.start.max(at), range.end.min(at + length));
            if start < end {
                let part = match piece.content {
                    Content::Written(_) => piece.from.start + start - at..piece.from.start + end - at,
                    _ => piece.from.clone(),
                };
                found = Some(found.map_or(part.clone(), |found| found.start..part.end));
            }
            at += length;
        }
        found.unwrap_or(0..self.word.text.len())
    }

    /// All as plain bytes; `None` with a list of addresses.
    pub(crate) fn bytes(&self) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        for piece in &self.pieces {
            match &piece.content {
                Content::Value(bytes) | Content::Written(bytes) => out.extend_from_slice(bytes),
                Content::Addresses(_) => return None,
            }
        }
        Some(out)
    }
}

/// What a variable stands for.
enum Meaning {
    Value(Vec<u8>),
    Addresses(Vec<IpAddr>),
    /// Its own definition is a mistake, reported there.
    Broken,
    Unset,
    Undefined,
}

/// The variables of a load: built in, of `[vars]`, of the supervisor's environment.
pub(crate) struct Variables<'e> {
    environment: &'e Environment,
    values: BTreeMap<String, Option<Vec<u8>>>,
}

/// A `[vars]` entry: what is written, and the folder of the file that wrote it.
pub(crate) struct Definition<'d> {
    pub(crate) word: &'d Word,
    pub(crate) base: Option<&'d Path>,
}

impl<'e> Variables<'e> {
    /// Expands the definitions, each once; one may use another, but not itself.
    pub(crate) fn new(
        environment: &'e Environment,
        definitions: &BTreeMap<String, Definition<'_>>,
        findings: &mut Findings,
    ) -> Variables<'e> {
        let mut variables = Variables { environment, values: BTreeMap::new() };
        for name in definitions.keys() {
            variables.define(name, definitions, &mut Vec::new(), findings);
        }
        variables
    }

    fn define<'n>(
        &mut self,
        name: &'n str,
        definitions: &'n BTreeMap<String, Definition<'_>>,
        open: &mut Vec<&'n str>,
        findings: &mut Findings,
    ) {
        let Some(definition) = definitions.get(name).filter(|_| !self.values.contains_key(name)) else {
            return;
        };
        open.push(name);
        for (range, used) in uses(&definition.word.text) {
            if open.contains(&used) {
                findings
                    .error(
                        &definition.word.part(&range),
                        format!("the variable {} uses itself", quoted(used)),
                    )
                    .expected("expected a value that does not lead back here");
                self.values.insert(name.to_owned(), None);
            } else if let Some((used, _)) = definitions.get_key_value(used) {
                self.define(used, definitions, open, findings);
            }
        }
        open.pop();
        if self.values.contains_key(name) {
            return;
        }
        let text = definition.word.text.as_str();
        let path_like = text.starts_with(['.', '~']);
        let expanded = if path_like {
            self.path(definition.word, definition.base, findings)
        } else {
            self.text(definition.word, findings)
        };
        let value = expanded.and_then(|expanded| match expanded.bytes() {
            Some(bytes) => Some(bytes),
            None => {
                findings
                    .error(&definition.word.spot, "`$DNS` is a list of addresses, not a text")
                    .help("write `$DNS` where the addresses are meant");
                None
            }
        });
        self.values.insert(name.to_owned(), value);
    }

    fn meaning(&self, name: &str) -> Meaning {
        let path = |path: &Path| Meaning::Value(path.as_os_str().as_bytes().to_vec());
        match name {
            "CWD" => path(&self.environment.cwd),
            "HOME" => path(&self.environment.home),
            "TMPDIR" => path(&self.environment.tmpdir),
            "DNS" => Meaning::Addresses(self.environment.dns.clone()),
            "UID" => Meaning::Value(self.environment.uid.to_string().into_bytes()),
            "XDG_RUNTIME_DIR" => self.environment.xdg_runtime_dir.as_deref().map_or(Meaning::Unset, path),
            _ => match (self.values.get(name), self.environment.vars.get(name)) {
                (Some(Some(value)), _) => Meaning::Value(value.clone()),
                (Some(None), _) => Meaning::Broken,
                (None, Some(value)) => Meaning::Value(value.as_bytes().to_vec()),
                (None, None) => Meaning::Undefined,
            },
        }
    }

    /// A text that is no path: only variables are replaced.
    pub(crate) fn text(&self, word: &Word, findings: &mut Findings) -> Option<Expanded> {
        let pieces = self.pieces(word, 0, findings)?;
        Some(Expanded { word: word.clone(), pieces })
    }

    /// A path or path pattern: begins with `./`, `/`, `~`, `$VAR` or `**/`, and comes out absolute.
    pub(crate) fn path(&self, word: &Word, base: Option<&Path>, findings: &mut Findings) -> Option<Expanded> {
        let text = word.text.as_str();
        let folder = |path: &Path| Content::Value(path.as_os_str().as_bytes().to_vec());
        let (mut pieces, rest) = if text.starts_with('/') || text == "**" || text.starts_with("**/") {
            (Vec::new(), 0)
        } else if text == "~" || text.starts_with("~/") {
            (vec![Piece { from: 0..1, content: folder(&self.environment.home) }], 1)
        } else if text == "." || text.starts_with("./") || text == ".." || text.starts_with("../") {
            let Some(base) = base else {
                findings
                    .error(&word.spot, format!("{} is relative, and a preset has no folder", quoted(text)))
                    .help("begin with `$CWD/`");
                return None;
            };
            // `../x` climbs from the folder, so its dots are left to the climbing below.
            let dots = usize::from(!text.starts_with(".."));
            let mut path = base.to_path_buf();
            let mut rest = dots;
            if dots == 0 {
                path.pop();
                rest = 2;
            }
            (vec![Piece { from: 0..rest, content: folder(&path) }], rest)
        } else if text.starts_with('$') {
            (Vec::new(), 0)
        } else {
            Self::relative(word, findings);
            return None;
        };
        let mut tail = self.pieces(word, rest, findings)?;
        if text.starts_with('$')
            && let Some(Piece { from, content: Content::Value(value) }) = tail.first()
            && value.first() != Some(&b'/')
        {
            let value = String::from_utf8_lossy(value);
            findings
                .error(
                    &word.part(from),
                    format!("{} is {}, which is not absolute", quoted(&text[from.clone()]), quoted(&value)),
                )
                .expected("expected a variable whose value is an absolute path");
            return None;
        }
        pieces.append(&mut tail);
        climb(&mut pieces);
        Some(Expanded { word: word.clone(), pieces })
    }

    fn relative(word: &Word, findings: &mut Findings) {
        let text = word.text.as_str();
        if text.is_empty() {
            findings
                .error(&word.spot, "the path is empty")
                .expected("expected a path such as `/srv`, `./data`, `~/.cache` or `**/*.pem`");
        } else if text.starts_with('~') {
            findings
                .error(
                    &word.spot,
                    format!("{} names another user's home, which callgate does not look up", quoted(text)),
                )
                .expected("expected `~/…` for the home of the user who runs callgate")
                .help("write the folder itself, such as `/home/other`");
        } else {
            let found = format!("{} is relative, and it does not say to what", quoted(text));
            let message =
                format!("write {} or {}", quoted(&format!("./{text}")), quoted(&format!("**/{text}")));
            findings
                .error(&word.spot, found)
                .expected("expected a path that begins with `./`, `/`, `~`, `$VAR` or `**/`")
                .note("`./` is the folder of the policy file, `**/` is anywhere")
                .mend(message, word.edit(&(0..0), "./"));
        }
    }

    /// The word from `start` on, cut at its variables. Reports every undefined one.
    fn pieces(&self, word: &Word, start: usize, findings: &mut Findings) -> Option<Vec<Piece>> {
        let text = word.text.as_str();
        let mut pieces = Vec::new();
        let mut sound = true;
        let mut at = start;
        for (range, name) in uses(text) {
            if range.start < start {
                continue;
            }
            if at < range.start {
                pieces.push(written(text, at..range.start));
            }
            at = range.end;
            let content = match self.meaning(name) {
                Meaning::Value(value) => Content::Value(value),
                Meaning::Addresses(addresses) => Content::Addresses(addresses),
                Meaning::Broken => {
                    sound = false;
                    continue;
                }
                Meaning::Unset => {
                    findings
                        .error(&word.part(&range), format!("the variable {} is not set here", quoted(name)))
                        .expected("expected a variable that has a value")
                        .help(format!("set {name} in the environment of callgate"));
                    sound = false;
                    continue;
                }
                Meaning::Undefined => {
                    self.undefined(word, &range, name, findings);
                    sound = false;
                    continue;
                }
            };
            pieces.push(Piece { from: range, content });
        }
        if at < text.len() {
            pieces.push(written(text, at..text.len()));
        }
        sound.then_some(pieces)
    }

    fn undefined(&self, word: &Word, range: &Range<usize>, name: &str, findings: &mut Findings) {
        let own = BUILT_IN.iter().copied().chain(self.values.keys().map(String::as_str));
        let near = nearest(name, own)
            .or_else(|| nearest(name, self.environment.vars.keys().map(String::as_str)))
            .map(|near| format!("${near}"));
        let edit = near.as_deref().and_then(|near| word.edit(range, near));
        findings
            .error(&word.part(range), format!("undefined variable {}", quoted(&format!("${name}"))))
            .expected("expected a variable of [vars], of the environment, or a built-in one")
            .did_you_mean(near.as_deref(), edit.map(|(span, _)| span));
    }
}

fn written(text: &str, range: Range<usize>) -> Piece {
    Piece { from: range.clone(), content: Content::Written(text.as_bytes()[range].to_vec()) }
}

/// The variables a text uses: `$NAME` and `${NAME}`, each with its range. A `$` before anything else
/// stands for itself, so `\$` and `[$]` write one.
fn uses(text: &str) -> Vec<(Range<usize>, &str)> {
    let bytes = text.as_bytes();
    let name_end = |from: usize| {
        let rest = &bytes[from..];
        from + rest.iter().position(|b| !(b.is_ascii_alphanumeric() || *b == b'_')).unwrap_or(rest.len())
    };
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'\\' {
            at += 2;
            continue;
        }
        if bytes[at] != b'$' {
            at += 1;
            continue;
        }
        let braced = bytes.get(at + 1) == Some(&b'{');
        let start = at + 1 + usize::from(braced);
        let end = name_end(start.min(bytes.len()));
        let whole = !braced || bytes.get(end) == Some(&b'}');
        if end > start && whole && !bytes[start].is_ascii_digit() {
            let stop = end + usize::from(braced);
            out.push((at..stop, &text[start..end]));
            at = stop;
        } else {
            at += 1;
        }
    }
    out
}

/// Drops `/.` and `/..` that directly follow a leading value, the latter with the value's last
/// component: values are resolved, so this is exact. Elsewhere they are the pattern parser's to refuse.
fn climb(pieces: &mut [Piece]) {
    let [first, second, ..] = pieces else { return };
    let (Content::Value(value), Content::Written(rest)) = (&mut first.content, &mut second.content) else {
        return;
    };
    loop {
        let component = rest.strip_prefix(b"/").map(|tail| {
            let end = tail.iter().position(|byte| *byte == b'/').unwrap_or(tail.len());
            &tail[..end]
        });
        let length = match component {
            Some(b".") => 2,
            Some(b"..") => {
                while value.last() == Some(&b'/') {
                    value.pop();
                }
                let cut = value.iter().rposition(|byte| *byte == b'/').unwrap_or(0);
                value.truncate(cut);
                3
            }
            _ => break,
        };
        rest.drain(..length);
        second.from.start += length;
    }
    if value.is_empty() && rest.is_empty() {
        value.push(b'/');
    } else if value.ends_with(b"/") && rest.starts_with(b"/") {
        value.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::{Content, Definition, Variables, uses};
    use crate::environment::Environment;
    use crate::load::findings::{Findings, Word};
    use std::collections::BTreeMap;
    use std::path::Path;

    fn word(text: &str) -> Word {
        Findings::default().as_word(0, text, &(0..0))
    }

    fn expand(text: &str) -> Result<String, String> {
        let mut environment = Environment::new("/project/tree", "/home/u");
        environment.vars.insert("GLOB".into(), "/a*b".into());
        environment.vars.insert("REL".into(), "a/b".into());
        let mut findings = Findings::default();
        let cache = word("$HOME/.npm");
        let own = BTreeMap::from([("cache".to_owned(), Definition { word: &cache, base: None })]);
        let variables = Variables::new(&environment, &own, &mut findings);
        match variables.path(&word(text), Some(Path::new("/policies")), &mut findings) {
            Some(expanded) => Ok(String::from_utf8(expanded.bytes().unwrap()).unwrap()),
            None => Err(findings.items[0].message.clone()),
        }
    }

    #[test]
    fn beginnings() {
        for (text, value) in [
            ("/x", "/x"),
            ("~", "/home/u"),
            ("~/.ssh", "/home/u/.ssh"),
            ("./a/*", "/policies/a/*"),
            (".", "/policies"),
            ("../a", "/a"),
            ("./../../a", "/a"),
            ("$CWD/a", "/project/tree/a"),
            ("${CWD}x", "/project/treex"),
            ("$CWD/../b", "/project/b"),
            ("$CWD/../..", "/"),
            ("$cache/x", "/home/u/.npm/x"),
            ("**/x$UID", "**/x0"),
            ("$GLOB/*", "/a*b/*"),
        ] {
            assert_eq!(expand(text).as_deref(), Ok(value), "{text}");
        }
    }

    #[test]
    fn mistakes() {
        for (text, part) in [
            ("public", "does not say to what"),
            ("~root/x", "another user"),
            ("$HMOE/x", "undefined variable `$HMOE`"),
            ("$REL/x", "not absolute"),
            ("$XDG_RUNTIME_DIR/x", "not set"),
            ("", "empty"),
        ] {
            let error = expand(text).unwrap_err();
            assert!(error.contains(part), "{text}: {error}");
        }
    }

    #[test]
    fn values_are_never_globs() {
        let environment = Environment::new("/a*", "/home/u");
        let mut findings = Findings::default();
        let variables = Variables::new(&environment, &BTreeMap::new(), &mut findings);
        let expanded = variables.path(&word("$CWD/*"), None, &mut findings).unwrap();
        assert!(matches!(&expanded.pieces[0].content, Content::Value(v) if v == b"/a*"));
        assert!(matches!(&expanded.pieces[1].content, Content::Written(v) if v == b"/*"));
    }

    #[test]
    fn a_variable_cannot_use_itself() {
        let environment = Environment::new("/w", "/home/u");
        let mut findings = Findings::default();
        let (a, b) = (word("$B/x"), word("$A/y"));
        let own = BTreeMap::from([
            ("A".to_owned(), Definition { word: &a, base: None }),
            ("B".to_owned(), Definition { word: &b, base: None }),
        ]);
        let _ = Variables::new(&environment, &own, &mut findings);
        assert_eq!(findings.items.len(), 1);
    }

    #[test]
    fn dollars() {
        assert_eq!(uses("a$B${C}$1$$D\\$E$"), [(1..3, "B"), (3..7, "C"), (10..12, "D")]);
        assert_eq!(uses("${A"), []);
    }
}
