//! What would have allowed a refused operation.

use crate::load::POLICY_FILES;
use crate::model::{Decision, Policy, Rule};
use crate::object::{Object, Operation, Transport};
use crate::presets::PRESETS;
use std::net::SocketAddr;

impl Policy {
    /// The flag or edit that would allow an operation on an object that [`Policy::evaluate`] refuses or asks
    /// about: `--read /srv/x`, or `--without secrets` when a rule did it. Shell words are quoted;
    /// control characters never appear. For what is allowed already, the flag that says so.
    pub fn denial_fix(&self, operation: Operation, object: &Object) -> String {
        let verdict = self.evaluate(operation, object);
        match verdict.rule.filter(|_| !verdict.is_allowed()) {
            Some(rule) => self.lifting(rule, object),
            None => flag(operation, object),
        }
    }

    fn lifting(&self, rule: &Rule, object: &Object) -> String {
        let origin = &rule.origin;
        if origin.id == POLICY_FILES {
            return String::from("none: a policy's own files stay as they are while it runs");
        }
        let source = self.sources.get(origin.source);
        let name = source.map_or("", |source| source.name.as_str());
        if name == "flags" {
            let verb = if matches!(rule.decision, Decision::Ask) { "ask" } else { "deny" };
            return match rule.operations.first() {
                Some(Operation::FsHide) => format!("leave out --hide {}", shell(&origin.text)),
                Some(operation) => {
                    let all = if rule.operations.len() > 1 { family(*operation) } else { operation.name() };
                    format!("leave out --{verb} {}", shell(&format!("{all}:{}", origin.text)))
                }
                None => format!("leave out {}", shell(&origin.text)),
            };
        }
        let of_preset = PRESETS.iter().any(|preset| name.strip_prefix("preset:") == Some(preset.name));
        if of_preset || !origin.id.contains('[') {
            return format!("--without {}", shell(&origin.id));
        }
        let place = format!("{name}:{}", origin.line);
        format!("except = [{}] in the rule at {place}", crate::flags::text(&pattern(object)))
    }
}

fn family(operation: Operation) -> &'static str {
    if operation.is_fs() { "fs.all" } else { "net.all" }
}

/// The flag that allows an operation on exactly this object (and what is beneath it).
fn flag(operation: Operation, object: &Object) -> String {
    let name = match operation {
        Operation::FsRead => "--read",
        Operation::FsWrite => "--write",
        Operation::FsExec => "--exec",
        // What is not hidden needs no flag to be seen.
        Operation::FsHide => return String::from("nothing hides it"),
        Operation::NetConnect => "--connect",
        Operation::NetBind => "--bind",
        Operation::NetListen => "--listen",
        // Connecting on udp brings sending; for other sockets there is only the rule.
        Operation::NetSend if matches!(object, Object::Inet(Transport::Udp, ..)) => "--connect",
        Operation::NetSend => {
            return format!("send = [{}] in [net]", crate::flags::text(&pattern(object)));
        }
    };
    format!("{name} {}", shell(&pattern(object)))
}

/// The pattern of exactly this object, as the language writes it. A byte that is no UTF-8 or would
/// write to a terminal becomes `?`, which matches any one byte.
pub(crate) fn pattern(object: &Object) -> String {
    match object {
        Object::Path(path) => literal(path),
        Object::UnixPath(path) => format!("unix:{}", literal(path)),
        Object::UnixAbstract(name) => format!("unix:@{}", literal(name)),
        Object::Inet(transport, ip, port) => {
            let transport = if *transport == Transport::Tcp { "tcp" } else { "udp" };
            format!("{transport}:{}", SocketAddr::new(*ip, *port))
        }
    }
}

/// A path, or a name of the abstract namespace, as a pattern of exactly it. A byte that is no UTF-8 or would write to
/// a terminal becomes `?`, which matches any one byte.
pub fn literal(bytes: &[u8]) -> String {
    let mut out = String::new();
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '*' | '?' | '[' | '\\' | '$' => {
                    out.push('\\');
                    out.push(c);
                }
                c if c.is_control() => out.extend(std::iter::repeat_n('?', c.len_utf8())),
                c => out.push(c),
            }
        }
        out.extend(chunk.invalid().iter().map(|_| '?'));
    }
    out
}

/// A word as a POSIX shell reads it back.
fn shell(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-:@%+=,".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::{pattern, shell};
    use crate::object::{Object, Transport};
    use crate::pattern::PathPattern;

    #[test]
    fn the_pattern_of_an_object_matches_it() {
        for path in [&b"/a b/c"[..], b"/x*?[y]\\$z", b"/bad\xff\xfe", b"/esc\x1b[0m", "/é\u{85}".as_bytes()]
        {
            let written = pattern(&Object::Path(path.to_vec()));
            assert!(PathPattern::parse(written.as_bytes()).unwrap().matches(path), "{written}");
            assert!(!written.contains(char::is_control));
        }
        let address = Object::Inet(Transport::Tcp, "::1".parse().unwrap(), 80);
        assert_eq!(pattern(&address), "tcp:[::1]:80");
    }

    #[test]
    fn shell_words() {
        assert_eq!(shell("/srv/x"), "/srv/x");
        assert_eq!(shell("it's"), "'it'\\''s'");
        assert_eq!(shell("~/x"), "'~/x'");
    }
}
