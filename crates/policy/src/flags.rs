//! The policy flags of a command line, and the policy text they stand for.

use std::fmt::Write;

/// One field for each policy flag of `run`. Flags are written as the text they equal
/// (`--print-policy`) and loaded like any other, so that their mistakes are reported alike.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flags {
    /// `--default`: `allow` or `deny`.
    pub default: Option<String>,
    /// `--read PATH`.
    pub read: Vec<String>,
    /// `--write PATH`.
    pub write: Vec<String>,
    /// `--exec PATH`.
    pub exec: Vec<String>,
    /// `--hide PATH`.
    pub hide: Vec<String>,
    /// `--listen ADDRESS`.
    pub listen: Vec<String>,
    /// `--bind ADDRESS`.
    pub bind: Vec<String>,
    /// `--connect ADDRESS`.
    pub connect: Vec<String>,
    /// `--send ADDRESS`.
    pub send: Vec<String>,
    /// `--deny OP:OBJECT`.
    pub deny: Vec<String>,
    /// `--ask OP:OBJECT`.
    pub ask: Vec<String>,
    /// `--log OP:OBJECT`.
    pub log: Vec<String>,
    /// `--redirect FROM=TO`: a file, or an address as `OP:FROM=TO`.
    pub redirect: Vec<String>,
    /// `--fault 'SUBJECT [OBJECT] [#NTH] EFFECT'`.
    pub fault: Vec<String>,
    /// `--syscall ACTION:ENTRY`, or `default:ACTION`, which is allow for want of another.
    pub syscall: Vec<String>,
}

impl Flags {
    /// Whether no flag was given.
    pub fn is_empty(&self) -> bool {
        *self == Flags::default()
    }

    /// The policy text that equals the flags. Relative paths are taken from `$CWD`.
    pub fn to_toml(&self) -> String {
        let mut out = String::from("callgate = 1\n");
        if let Some(default) = &self.default {
            line(&mut out, "default", &text(default));
        }
        self.files(&mut out);
        self.addresses(&mut out);
        self.calls(&mut out);
        for fault in &self.fault {
            out.push_str("[[fault]]\n");
            write_fault(&mut out, fault);
        }
        out
    }

    fn files(&self, out: &mut String) {
        let mut body = String::new();
        for (key, paths) in
            [("read", &self.read), ("write", &self.write), ("exec", &self.exec), ("hide", &self.hide)]
        {
            list(&mut body, key, paths.iter().map(|path| anchored(path)));
        }
        self.prefixed(&mut body, "fs.", anchored);
        if !body.is_empty() {
            out.push_str("[fs]\n");
            out.push_str(&body);
        }
        for redirect in self.redirect.iter().filter(|redirect| !is_address_redirect(redirect)) {
            let (from, to) = redirect.split_once('=').unwrap_or((redirect, ""));
            out.push_str("[[fs.redirect]]\n");
            line(out, "from", &text(&anchored(from)));
            if !to.is_empty() {
                line(out, "to", &text(&anchored(to)));
            }
        }
    }

    fn addresses(&self, out: &mut String) {
        let mut body = String::new();
        for (key, addresses) in
            [("listen", &self.listen), ("bind", &self.bind), ("connect", &self.connect), ("send", &self.send)]
        {
            list(&mut body, key, addresses.iter().map(|address| anchored_address(address)));
        }
        self.prefixed(&mut body, "net.", anchored_address);
        if !body.is_empty() {
            out.push_str("[net]\n");
            out.push_str(&body);
        }
        for redirect in self.redirect.iter().filter(|redirect| is_address_redirect(redirect)) {
            let (from, to) = redirect.split_once('=').unwrap_or((redirect, ""));
            let (operation, from) = match from.strip_prefix("net.").unwrap_or(from).split_once(':') {
                Some((op @ ("bind" | "connect" | "send"), from)) => (op, from),
                _ => ("connect", from),
            };
            out.push_str("[[net.redirect]]\n");
            line(out, "op", &text(operation));
            line(out, "from", &text(&anchored_address(from)));
            if !to.is_empty() {
                line(out, "to", &text(&anchored_address(to)));
            }
        }
    }

    /// `deny`, `ask` and `log` of one family, in the order given, by operation.
    fn prefixed(&self, body: &mut String, family: &str, anchor: fn(&str) -> String) {
        for (prefix, entries) in [("deny", &self.deny), ("ask", &self.ask), ("log", &self.log)] {
            let mut operations: Vec<(&str, Vec<String>)> = Vec::new();
            for entry in entries {
                let (operation, object) = entry.split_once(':').unwrap_or((entry, ""));
                // What names no family is shown among the files, where its mistake is reported.
                let Some(name) = operation
                    .strip_prefix(family)
                    .or_else(|| (family == "fs." && !operation.starts_with("net.")).then_some(operation))
                else {
                    continue;
                };
                let object = anchor(object);
                match operations.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, objects)) => objects.push(object),
                    None => operations.push((name, vec![object])),
                }
            }
            for (operation, objects) in operations {
                list(body, &format!("{prefix}.{}", key(operation)), objects.into_iter());
            }
        }
    }

    fn calls(&self, out: &mut String) {
        let mut actions: Vec<(String, Vec<String>)> = Vec::new();
        let mut default = None;
        for entry in &self.syscall {
            let (action, call) = entry.split_once(':').unwrap_or((entry, ""));
            if action == "default" {
                default = Some(call);
                continue;
            }
            let action = action.split('.').map(key).collect::<Vec<_>>().join(".");
            match actions.iter_mut().find(|(known, _)| *known == action) {
                Some((_, calls)) => calls.push(call.to_owned()),
                None => actions.push((action, vec![call.to_owned()])),
            }
        }
        if self.syscall.is_empty() {
            return;
        }
        out.push_str("[syscalls]\n");
        // Of merged defaults the strictest wins, so that this weakens no policy the flags are added to.
        line(out, "default", &text(default.unwrap_or("allow")));
        for (action, calls) in actions {
            list(out, &action, calls.into_iter());
        }
    }
}

fn is_address_redirect(redirect: &str) -> bool {
    let from = redirect.split_once('=').map_or(redirect, |(from, _)| from);
    let from = from.strip_prefix("net.").unwrap_or(from);
    ["tcp:", "udp:", "unix:", "bind:", "connect:", "send:"].iter().any(|prefix| from.starts_with(prefix))
}

/// A path of the command line: what would be relative is taken from the current folder.
fn anchored(path: &str) -> String {
    if path.starts_with(['/', '~', '$']) || path == "**" || path.starts_with("**/") || path.is_empty() {
        return path.to_owned();
    }
    match path.strip_prefix("./").unwrap_or(path) {
        "." | "" => String::from("$CWD"),
        rest => format!("$CWD/{rest}"),
    }
}

fn anchored_address(address: &str) -> String {
    match address.strip_prefix("unix:") {
        Some(path) if !path.starts_with('@') => format!("unix:{}", anchored(path)),
        _ => address.to_owned(),
    }
}

/// `openat **/*.db #3 EIO`, `net.connect tcp:*:5432 delay=200ms 10%`.
fn write_fault(out: &mut String, fault: &str) {
    let mut words = fault.split_whitespace().peekable();
    let subject = words.next().unwrap_or_default();
    let operation = subject.starts_with("fs.") || subject.starts_with("net.");
    line(out, if operation { "op" } else { "call" }, &text(subject));
    while let Some(word) = words.next() {
        if let Some(nth) = word.strip_prefix('#') {
            let nth = match (nth, words.peek()) {
                ("every", Some(_)) => format!("every {}", words.next().unwrap_or_default()),
                _ => nth.replace("every", "every "),
            };
            line(out, "nth", &text(&nth));
        } else if let Some((effect @ ("return" | "short"), value)) = word.split_once('=') {
            let number = value.parse::<i64>().map_or_else(|_| text(value), |number| number.to_string());
            line(out, effect, &number);
        } else if let Some((effect @ ("errno" | "delay" | "signal" | "count"), value)) = word.split_once('=')
        {
            line(out, effect, &text(value));
        } else if let Some(percent) = word.strip_suffix('%').and_then(|number| number.parse::<f64>().ok()) {
            let _ = writeln!(out, "chance = {:?}", percent / 100.0);
        } else if word.starts_with("SIG") {
            line(out, "signal", &text(word));
        } else if word.starts_with('E') && word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        {
            line(out, "errno", &text(word));
        } else if ["tcp:", "udp:", "unix:"].iter().any(|prefix| word.starts_with(prefix)) {
            line(out, "at", &text(&anchored_address(word)));
        } else {
            line(out, "path", &text(&anchored(word)));
        }
    }
}

fn line(out: &mut String, key: &str, value: &str) {
    out.push_str(key);
    out.push_str(" = ");
    out.push_str(value);
    out.push('\n');
}

fn list(out: &mut String, key: &str, items: impl Iterator<Item = String>) {
    let items: Vec<String> = items.map(|item| text(&item)).collect();
    if !items.is_empty() {
        line(out, key, &format!("[{}]", items.join(", ")));
    }
}

/// A key, quoted where TOML wants it.
fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if bare { name.to_owned() } else { text(name) }
}

/// A TOML basic string.
pub(crate) fn text(value: &str) -> String {
    let mut out = String::from("\"");
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::Flags;

    #[test]
    fn the_documented_flags() {
        let words = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>();
        let flags = Flags {
            default: Some("deny".into()),
            read: words(&["/usr", "public", "../x", "."]),
            deny: words(&["net.connect:tcp:*:25", "fs.all:**/.env", "fs.read:secret"]),
            redirect: words(&["a=b", "bind:tcp:*:80=tcp:127.0.0.1:8080"]),
            fault: words(&[
                "openat **/*.db #3 EIO",
                "net.connect tcp:*:5432 delay=200ms 10%",
                "write #every 10 short=1",
            ]),
            syscall: words(&["errno.EPERM:mprotect(prot & PROT_EXEC != 0)", "default:allow"]),
            ..Flags::default()
        };
        let expected = r#"callgate = 1
default = "deny"
[fs]
read = ["/usr", "$CWD/public", "$CWD/../x", "$CWD"]
deny.all = ["**/.env"]
deny.read = ["$CWD/secret"]
[[fs.redirect]]
from = "$CWD/a"
to = "$CWD/b"
[net]
deny.connect = ["tcp:*:25"]
[[net.redirect]]
op = "bind"
from = "tcp:*:80"
to = "tcp:127.0.0.1:8080"
[syscalls]
default = "allow"
errno.EPERM = ["mprotect(prot & PROT_EXEC != 0)"]
[[fault]]
call = "openat"
path = "**/*.db"
nth = "3"
errno = "EIO"
[[fault]]
op = "net.connect"
at = "tcp:*:5432"
delay = "200ms"
chance = 0.1
[[fault]]
call = "write"
nth = "every 10"
short = 1
"#;
        assert_eq!(flags.to_toml(), expected);
        assert!(Flags::default().is_empty());
    }
}
