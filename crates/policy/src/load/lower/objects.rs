//! Rules of `[fs]` and `[net]`, and the objects that expectations name.

use super::Lowering;
use crate::diagnostic::quoted;
use crate::load::expand::{Content, Expanded, Piece};
use crate::load::findings::{Findings, Spot, Word};
use crate::load::part::{Entry, Kind, ObjectEntry, Verb};
use crate::model::{Decision, Matcher, Rule, Via};
use crate::object::{Object, Operation, Transport};
use crate::pattern::{AddressPattern, ParsedAddress, PathPattern};
use callgate_abi::Errno;
use callgate_abi::suggest::nearest;
use std::net::{IpAddr, SocketAddr};
use std::ops::Range;

/// An `except` pattern, by its place: a list in `at` shares it.
pub(super) struct Exception {
    useful: bool,
    text: String,
    at: Spot,
}

impl Lowering<'_> {
    pub(super) fn object(&mut self, entry: &Entry, object: &ObjectEntry) {
        let fs = object.operations.iter().all(|operation| operation.is_fs());
        let matcher = if fs {
            let at = self.path_pattern(&object.at);
            let except: Vec<_> = object.except.iter().filter_map(|word| self.path_pattern(word)).collect();
            let Some(at) = at else { return };
            self.note_exceptions(object, &except, |except| PathPattern::witness(&[except, &at], &[]));
            Matcher::Path { at, except }
        } else {
            let at = self.address_pattern(&object.at);
            let except: Vec<_> = object.except.iter().filter_map(|word| self.address_pattern(word)).collect();
            let Some(at) = at else { return };
            self.note_exceptions(object, &except, |except| AddressPattern::witness(&[except, &at], &[]));
            Matcher::Address { at, except }
        };
        let udp = matches!(&matcher, Matcher::Address { at, .. } if at.transport() == Some(Transport::Udp));
        let operations = implied(object.verb, &object.operations, udp);
        let decision = match object.verb {
            Verb::Allow => Decision::Allow,
            Verb::Log => Decision::Log,
            Verb::Ask => Decision::Ask,
            Verb::Deny => Decision::Deny(object.errno.unwrap_or(Errno::EACCES)),
            Verb::Hide => Decision::Deny(Errno::ENOENT),
        };
        // Only a read may use the supervisor's rights, so nothing may be implied with it.
        debug_assert!(object.via != Via::Supervisor || operations == [Operation::FsRead]);
        let origin = self.origin(entry, &object.at.text);
        self.policy.rules.push(Rule { origin, operations, decision, matcher, via: object.via });
    }

    /// Notes which exceptions have something in common with their pattern. Those of presets are tested
    /// with callgate, and starting a program does not wait for it again.
    fn note_exceptions<P, W, E>(
        &mut self,
        object: &ObjectEntry,
        except: &[P],
        common: impl Fn(&P) -> Result<Option<W>, E>,
    ) {
        let preset =
            self.parts.iter().any(|part| part.source == object.at.spot.source && part.kind == Kind::Preset);
        if preset || except.len() != object.except.len() {
            return;
        }
        for (pattern, word) in except.iter().zip(&object.except) {
            let useful = !matches!(common(pattern), Ok(None));
            let known = self.exceptions.entry(word.spot.clone()).or_insert_with(|| Exception {
                useful: false,
                text: word.text.clone(),
                at: object.at.spot.clone(),
            });
            known.useful |= useful;
        }
    }

    /// Warns of exceptions that have nothing in common with any pattern of their entry.
    pub(super) fn useless_exceptions(&mut self) {
        for (spot, exception) in std::mem::take(&mut self.exceptions) {
            if !exception.useful {
                let at = self.findings.place(&exception.at);
                self.findings
                    .warning(
                        &spot,
                        format!("the exception {} can never take effect", quoted(&exception.text)),
                    )
                    .expected("nothing matches both this and the pattern")
                    .related(at, "the pattern");
            }
        }
    }

    pub(super) fn path_pattern(&mut self, word: &Word) -> Option<PathPattern> {
        let base = self.base(word).map(std::path::Path::to_path_buf);
        let expanded = self.variables.path(word, base.as_deref(), self.findings)?;
        match PathPattern::from_parts(&expanded.parts()) {
            Ok(pattern) => Some(pattern),
            Err(error) => {
                self.bad_pattern(&expanded, error.span(), &error.to_string(), "expected a path pattern");
                None
            }
        }
    }

    pub(super) fn address_pattern(&mut self, word: &Word) -> Option<AddressPattern> {
        let expanded = self.address_pieces(word)?;
        let parsed = match AddressPattern::from_parts(&expanded.parts()) {
            Ok(parsed) => parsed,
            Err(error) => {
                let expected = "expected `tcp:HOST:PORT`, `udp:HOST:PORT`, `unix:PATH` or `unix:@NAME`";
                self.bad_pattern(&expanded, error.span(), &error.to_string(), expected);
                return None;
            }
        };
        match parsed {
            ParsedAddress::Pattern(pattern) => Some(pattern),
            ParsedAddress::Named(named) => {
                let addresses = resolve(self.environment.resolver, named.name());
                match addresses {
                    Ok(addresses) => Some(named.with_addresses(&addresses)),
                    Err(reason) => {
                        let host = named.name().to_owned();
                        let start = word.text.find(&host).unwrap_or(0);
                        self.findings
                            .error(
                                &word.part(&(start..start + host.len())),
                                format!("the host {} has no address now: {reason}", quoted(&host)),
                            )
                            .expected("expected a name that can be looked up when the policy is loaded")
                            .note("host names become rules on the addresses they stand for")
                            .help("write the address, or check the name and the network");
                        None
                    }
                }
            }
        }
    }

    /// `unix:` is followed by a path, which has its own beginnings; the rest only has variables.
    fn address_pieces(&mut self, word: &Word) -> Option<Expanded> {
        let path = word.text.strip_prefix("unix:").filter(|path| !path.starts_with('@'));
        if path.is_none() {
            return self.variables.text(word, self.findings);
        }
        let start = "unix:".len();
        let inner = word.slice(start..word.text.len());
        let base = self.base(word).map(std::path::Path::to_path_buf);
        let expanded = self.variables.path(&inner, base.as_deref(), self.findings)?;
        let mut pieces = vec![Piece { from: 0..start, content: Content::Written(b"unix:".to_vec()) }];
        for piece in expanded.pieces {
            pieces.push(Piece {
                from: piece.from.start + start..piece.from.end + start,
                content: piece.content,
            });
        }
        Some(Expanded { word: word.clone(), pieces })
    }

    fn bad_pattern(
        &mut self,
        expanded: &Expanded,
        span: Option<Range<usize>>,
        message: &str,
        expected: &str,
    ) {
        let word = &expanded.word;
        let range = span.map_or(0..word.text.len(), |span| expanded.origin(&span));
        // What comes after a semicolon in a pattern's message is advice.
        let (what, advice) = message.split_once("; ").unwrap_or((message, ""));
        let finding = self.findings.error(&word.part(&range), format!("{}: {what}", quoted(&word.text)));
        finding.expected(expected);
        if !advice.is_empty() {
            finding.help(advice);
        }
    }

    /// The `op object` of an expectation.
    pub(super) fn question(&mut self, word: &Word) -> Option<(Operation, Object)> {
        let Some((operation, _)) = word.text.split_once(char::is_whitespace) else {
            self.findings
                .error(&word.spot, format!("{} is no operation with its object", quoted(&word.text)))
                .expected("expected `op object`, such as `fs.read ~/.ssh` or `net.connect tcp:1.1.1.1:443`");
            return None;
        };
        let object_start = word.text.len() - word.text[operation.len()..].trim_start().len();
        let object = word.slice(object_start..word.text.len());
        let name = word.slice(0..operation.len());
        let operation = operation_of(&name, self.findings)?;
        let object = if operation.is_fs() {
            let base = self.base(word).map(std::path::Path::to_path_buf);
            let expanded = self.variables.path(&object, base.as_deref(), self.findings)?;
            Object::Path(normal(&expanded.bytes()?))
        } else {
            self.address(&object)?
        };
        Some((operation, object))
    }

    /// One address, in the form [`Object`] is displayed.
    fn address(&mut self, word: &Word) -> Option<Object> {
        let expanded = self.address_pieces(word)?;
        let bytes = expanded.bytes()?;
        if let Some(name) = bytes.strip_prefix(b"unix:@") {
            return Some(Object::UnixAbstract(name.to_vec()));
        }
        if let Some(path) = bytes.strip_prefix(b"unix:") {
            return Some(Object::UnixPath(normal(path)));
        }
        let text = String::from_utf8_lossy(&bytes);
        let parsed = text.split_once(':').and_then(|(transport, address)| {
            let transport = match transport {
                "tcp" => Transport::Tcp,
                "udp" => Transport::Udp,
                _ => return None,
            };
            Some(Object::inet(transport, address.parse::<SocketAddr>().ok()?))
        });
        if parsed.is_none() {
            self.findings
                .error(&word.spot, format!("{} is no single address", quoted(&word.text)))
                .expected("expected `tcp:1.2.3.4:80`, `udp:[::1]:53`, `unix:/path` or `unix:@name`");
        }
        parsed
    }
}

/// The operation that a word names.
pub(super) fn operation_of(word: &Word, findings: &mut Findings) -> Option<Operation> {
    let operation = Operation::from_name(&word.text).filter(|operation| *operation != Operation::FsHide);
    if operation.is_none() {
        let names = || Operation::ALL.iter().filter(|op| **op != Operation::FsHide).map(|op| op.name());
        let near = nearest(&word.text, names());
        let edit = near.and_then(|near| word.edit(&(0..word.text.len()), near));
        findings
            .error(&word.spot, format!("unknown operation {}", quoted(&word.text)))
            .expected(format!("expected {}", crate::diagnostic::alternatives(names())))
            .did_you_mean(near, edit.map(|(span, _)| span));
    }
    operation
}

/// What else is allowed with these operations: write and exec bring read, listen brings bind,
/// connect on udp brings send. Refusals and questions bring nothing.
fn implied(verb: Verb, operations: &[Operation], udp: bool) -> Vec<Operation> {
    let mut all = operations.to_vec();
    if matches!(verb, Verb::Allow | Verb::Log) {
        for operation in operations {
            let brought = match operation {
                Operation::FsWrite | Operation::FsExec => Operation::FsRead,
                Operation::NetListen => Operation::NetBind,
                Operation::NetConnect if udp => Operation::NetSend,
                _ => continue,
            };
            if !all.contains(&brought) {
                all.push(brought);
            }
        }
    }
    all
}

fn resolve(resolver: crate::environment::Resolver, host: &str) -> Result<Vec<IpAddr>, String> {
    match resolver(host) {
        Ok(addresses) if addresses.is_empty() => Err(String::from("the look-up gave none")),
        Ok(addresses) => Ok(addresses),
        Err(error) => Err(error.to_string()),
    }
}

/// A path without `.`, `..`, doubled or trailing slashes, taken lexically.
pub(super) fn normal(path: &[u8]) -> Vec<u8> {
    let mut out: Vec<&[u8]> = Vec::new();
    for component in path.split(|byte| *byte == b'/') {
        match component {
            b"" | b"." => {}
            b".." => {
                out.pop();
            }
            name => out.push(name),
        }
    }
    let mut bytes = Vec::with_capacity(path.len());
    for name in out {
        bytes.push(b'/');
        bytes.extend_from_slice(name);
    }
    if bytes.is_empty() { b"/".to_vec() } else { bytes }
}

#[cfg(test)]
mod tests {
    use super::{implied, normal};
    use crate::load::part::Verb;
    use crate::object::Operation;

    #[test]
    fn objects_are_lexically_normal() {
        assert_eq!(normal(b"//a/./b/../c/"), b"/a/c");
        assert_eq!(normal(b"/.."), b"/");
    }

    #[test]
    fn allowing_brings_and_denying_does_not() {
        assert_eq!(
            implied(Verb::Allow, &[Operation::FsWrite], false),
            [Operation::FsWrite, Operation::FsRead]
        );
        assert_eq!(implied(Verb::Deny, &[Operation::FsWrite], false), [Operation::FsWrite]);
        assert_eq!(implied(Verb::Ask, &[Operation::FsWrite], false), [Operation::FsWrite]);
        assert_eq!(implied(Verb::Allow, &[Operation::NetConnect], false), [Operation::NetConnect]);
        assert_eq!(
            implied(Verb::Allow, &[Operation::NetConnect], true),
            [Operation::NetConnect, Operation::NetSend]
        );
    }
}
