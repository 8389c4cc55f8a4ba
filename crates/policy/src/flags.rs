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

/// One list of a policy text: `read` of `[fs]`, with its entries as the language has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// `fs`, `net` or `syscalls`.
    pub section: &'static str,
    /// `read`, `deny.connect`, `errno.EPERM`, as TOML writes it.
    pub key: String,
    /// Its entries.
    pub entries: Vec<String>,
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
        section(&mut out, "fs", "", &self.files());
        self.redirects(&mut out, false);
        section(&mut out, "net", "", &self.addresses());
        self.redirects(&mut out, true);
        let default = self.syscalls_default();
        let default = default.map_or_else(String::new, |default| format!("default = {}\n", text(default)));
        section(&mut out, "syscalls", &default, &self.calls());
        self.faults(&mut out);
        out
    }

    /// The lists of the text, in its order.
    pub fn lists(&self) -> Vec<List> {
        [self.files(), self.addresses(), self.calls()].concat()
    }

    /// `default` of `[syscalls]`, where any call is named.
    pub fn syscalls_default(&self) -> Option<&str> {
        // Of merged defaults the strictest wins, so that allow weakens no policy the flags are added to.
        let given = self.syscall.iter().rev().find_map(|entry| entry.strip_prefix("default:"));
        (!self.syscall.is_empty()).then(|| given.unwrap_or("allow"))
    }

    /// The tables of the text that are no lists: redirects and faults.
    pub fn tables(&self) -> String {
        let mut out = String::new();
        self.redirects(&mut out, false);
        self.redirects(&mut out, true);
        self.faults(&mut out);
        out
    }

    fn faults(&self, out: &mut String) {
        for fault in &self.fault {
            out.push_str("[[fault]]\n");
            write_fault(out, fault);
        }
    }

    fn files(&self) -> Vec<List> {
        let mut lists = Vec::new();
        for (key, paths) in
            [("read", &self.read), ("write", &self.write), ("exec", &self.exec), ("hide", &self.hide)]
        {
            add(&mut lists, "fs", key, paths.iter().map(|path| anchored(path)).collect());
        }
        self.prefixed(&mut lists, "fs", anchored);
        lists
    }

    fn addresses(&self) -> Vec<List> {
        let mut lists = Vec::new();
        for (key, addresses) in
            [("listen", &self.listen), ("bind", &self.bind), ("connect", &self.connect), ("send", &self.send)]
        {
            add(&mut lists, "net", key, addresses.iter().map(|address| anchored_address(address)).collect());
        }
        self.prefixed(&mut lists, "net", anchored_address);
        lists
    }

    fn redirects(&self, out: &mut String, addresses: bool) {
        for redirect in self.redirect.iter().filter(|redirect| is_address_redirect(redirect) == addresses) {
            let (from, to) = redirect.split_once('=').unwrap_or((redirect, ""));
            let anchor = if addresses { anchored_address } else { anchored };
            let from = if addresses {
                let (operation, from) = match from.strip_prefix("net.").unwrap_or(from).split_once(':') {
                    Some((op @ ("bind" | "connect" | "send"), from)) => (op, from),
                    _ => ("connect", from),
                };
                out.push_str("[[net.redirect]]\n");
                line(out, "op", &text(operation));
                from
            } else {
                out.push_str("[[fs.redirect]]\n");
                from
            };
            line(out, "from", &text(&anchor(from)));
            if !to.is_empty() {
                line(out, "to", &text(&anchor(to)));
            }
        }
    }

    /// `deny`, `ask` and `log` of one family, in the order given, by operation.
    fn prefixed(&self, lists: &mut Vec<List>, family: &'static str, anchor: fn(&str) -> String) {
        for (prefix, entries) in [("deny", &self.deny), ("ask", &self.ask), ("log", &self.log)] {
            for entry in entries {
                let (operation, object) = entry.split_once(':').unwrap_or((entry, ""));
                // What names no family is shown among the files, where its mistake is reported.
                let own = operation.strip_prefix(family).and_then(|rest| rest.strip_prefix('.'));
                let stray = family == "fs" && !operation.starts_with("net.");
                if let Some(name) = own.or_else(|| stray.then_some(operation)) {
                    add(lists, family, &format!("{prefix}.{}", key(name)), vec![anchor(object)]);
                }
            }
        }
    }

    fn calls(&self) -> Vec<List> {
        let mut lists = Vec::new();
        for entry in &self.syscall {
            let (action, call) = entry.split_once(':').unwrap_or((entry, ""));
            if action != "default" {
                let action = action.split('.').map(key).collect::<Vec<_>>().join(".");
                add(&mut lists, "syscalls", &action, vec![call.to_owned()]);
            }
        }
        lists
    }
}

/// Adds entries to the list of that key, which is made where there is none.
fn add(lists: &mut Vec<List>, section: &'static str, key: &str, entries: Vec<String>) {
    match lists.iter_mut().find(|list| list.key == key) {
        _ if entries.is_empty() => {}
        Some(list) => list.entries.extend(entries),
        None => lists.push(List { section, key: key.to_owned(), entries }),
    }
}

/// A section with a first part and lists; nothing where both are empty.
fn section(out: &mut String, name: &str, first: &str, lists: &[List]) {
    if first.is_empty() && lists.is_empty() {
        return;
    }
    let _ = write!(out, "[{name}]\n{first}");
    for list in lists {
        let entries: Vec<String> = list.entries.iter().map(|entry| text(entry)).collect();
        line(out, &list.key, &format!("[{}]", entries.join(", ")));
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

/// A key, quoted where TOML wants it.
fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if bare { name.to_owned() } else { text(name) }
}

/// A TOML basic string.
pub fn text(value: &str) -> String {
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
