//! Lists of denials, and the policies that come of them.

use super::text::found;
use super::{Places, Suggestion, Surroundings};
use callgate_abi::Errno;
use callgate_events::{Bytes, Call, CallEvent, Mechanism, Mode, RuleRef, Target, Verdict};
use callgate_policy::{Environment, Flags, Loader, Object, Operation, Policy, Purpose, Transport};
use proptest::prelude::*;
use std::net::SocketAddr;
use std::path::Path;

fn environment() -> Environment {
    Environment::new("/home/u/work", "/home/u")
}

/// Folders end so that no file of these tests does.
fn places() -> Places {
    let is_folder = |path: &Path| !path.to_string_lossy().contains('.') && path != Path::new("/proc/cpuinfo");
    Places { folders: is_folder, ..Places::from(&environment()) }
}

fn load(text: &str) -> Policy {
    let environment = environment();
    let mut loader = Loader::new(&environment);
    loader.text("suggested", text, Path::new("/home/u/work"));
    match loader.finish(Purpose::Run) {
        Ok((policy, _)) => policy,
        Err(mistakes) => panic!("{}\n{text}", mistakes.render(false)),
    }
}

/// A denial by default: of an operation, or of the call `name` where there is none.
fn denied(program: &str, name: &str, operation: Option<Operation>, object: &Object) -> CallEvent {
    let resolved = Bytes::from(object);
    CallEvent {
        pid: 1,
        tid: 1,
        exe: Some(program.into()),
        call: Call { name: name.into(), arch: "x86_64".into(), args: vec![] },
        op: operation,
        target: operation.map(|_| Target { given: resolved.clone(), resolved }),
        redirect: None,
        fault: None,
        verdict: Verdict::Deny,
        errno: Some(Errno::EACCES),
        rule: Some(RuleRef { id: "default".into(), file: "p.toml".into(), line: 2, ..RuleRef::default() }),
        via: Mechanism::Notify,
        mode: Mode::Observe,
        us: 1,
        count: 1,
        fix: None,
        at: None,
    }
}

fn path(path: &str) -> Object {
    Object::Path(path.into())
}

fn tcp(address: &str) -> Object {
    Object::inet(Transport::Tcp, address.parse::<SocketAddr>().expect("an address"))
}

/// What is suggested to a run under this policy.
fn suggested(policy: &str, flags: &Flags, events: &[CallEvent]) -> String {
    let mut suggestion = Suggestion::new(places(), &load(policy));
    for event in events {
        suggestion.see(event);
    }
    suggestion.to_toml(&Surroundings {
        command: &["tool".into(), "a b".into()],
        uses: "[]",
        flags,
        kept: &|_, object| {
            let secret = matches!(object, Object::Path(path) if path.ends_with(b"/id_rsa"));
            secret.then(|| "a key".to_owned())
        },
    })
}

const POLICY: &str = "callgate = 1\ndefault = \"deny\"\n";

#[test]
fn three_files_are_a_folder() {
    let read = |paths: &[&str]| found(Operation::FsRead, paths, &[], &places());
    assert_eq!(read(&["/srv/d/a.c", "/srv/d/b.c"]), ["\"/srv/d/a.c\"", "\"/srv/d/b.c\""]);
    assert_eq!(read(&["/srv/d/a.c", "/srv/d/b.c", "/srv/d/c.c"]), ["\"/srv/d\""]);
    // Folders that stand for their files count in theirs.
    let nested: Vec<String> = ["a", "b", "c"]
        .iter()
        .flat_map(|d| ["1.h", "2.h", "3.h"].map(|f| format!("/srv/i/{d}/{f}")))
        .collect();
    let nested: Vec<&str> = nested.iter().map(String::as_str).collect();
    assert_eq!(read(&nested), ["\"/srv/i\""]);
    // Files far apart are not one folder's.
    let apart = ["/srv/x/1/a.c", "/srv/x/2/b.c", "/srv/x/3/c.c"];
    assert_eq!(read(&apart), ["\"/srv/x/1/a.c\"", "\"/srv/x/2/b.c\"", "\"/srv/x/3/c.c\""]);
    // A folder that was needed itself covers what is in it.
    assert_eq!(read(&["/srv/d", "/srv/d/a.c"]), ["\"/srv/d\""]);
}

#[test]
fn some_folders_are_never_opened() {
    let read = |paths: &[&str]| found(Operation::FsRead, paths, &[], &places());
    let root = ["/a.x", "/b.x", "/c.x", "/d.x"];
    assert_eq!(read(&root), ["\"/a.x\"", "\"/b.x\"", "\"/c.x\"", "\"/d.x\""]);
    assert_eq!(read(&["/home/u/.a", "/home/u/.b", "/home/u/.c"]), ["\"~/.a\"", "\"~/.b\"", "\"~/.c\""]);
    assert_eq!(read(&["/etc/a.conf", "/etc/b.conf", "/etc/c.conf"]).len(), 3);
    // They may be listed.
    assert_eq!(read(&["/"]), ["{ at = \"/\", except = [\"/*\"] }"]);
    assert_eq!(read(&["/home/u", "/home/u/.a"]), ["{ at = \"~\", except = [\"~/*\"] }", "\"~/.a\""]);
    assert_eq!(read(&["/proc/cpuinfo"]), ["\"/proc/cpuinfo\""]);
    // Nor those that hold what a rule denies.
    let kept =
        found(Operation::FsRead, &["/srv/d/a.c", "/srv/d/b.c", "/srv/d/c.c"], &["/srv/d/.env"], &places());
    assert_eq!(kept.len(), 3);
    let kept = found(Operation::FsRead, &["/srv/d", "/srv/d/a.c"], &["/srv/d/.env"], &places());
    assert_eq!(kept, ["{ at = \"/srv/d\", except = [\"/srv/d/*\"] }", "\"/srv/d/a.c\""]);
}

#[test]
fn made_up_names_are_their_folder() {
    let write = |paths: &[&str]| found(Operation::FsWrite, paths, &[], &places());
    assert_eq!(write(&["/tmp/tmpab12cd34", "/tmp/tmp.QwErTyUiOp/x/y"]), ["\"$TMPDIR\""]);
    assert_eq!(write(&["/home/u/work/out/sedAbCdEf"]), ["\"$CWD/out\""]);
    assert_eq!(write(&["/home/u/work/target/foo-0123456789abcdef.o"]), ["\"$CWD/target\""]);
    // Where the folder is too much, what the names have in common.
    assert_eq!(write(&["/home/u/.goutputstream-1B2C3D"]), ["\"~/.goutputstream-*\""]);
    assert_eq!(write(&["/home/u/tmpab12cd34"]), ["\"~/tmp*\""]);
    assert_eq!(write(&["/home/u/0123456789abcdef"]), ["\"~/0123456789abcdef\""], "nothing in common");
    assert_eq!(write(&["/tmpab12cd34.x"]), ["\"/tmpab12cd34.x\""], "nothing of the root");
    assert_eq!(write(&["/proc/12/comm", "/proc/13/comm"]), ["\"/proc/[0-9]*/comm\""]);
    assert_eq!(write(&["/dev/pts/4"]), ["\"/dev/pts\""]);
    // What is only read is there before the run.
    let read = |paths: &[&str]| found(Operation::FsRead, paths, &[], &places());
    assert_eq!(read(&["/usr/lib/x-0123456789abcdef.so"]), ["\"/usr/lib/x-0123456789abcdef.so\""]);
    // Landlock takes folders and files only.
    let exec = |paths: &[&str]| found(Operation::FsExec, paths, &[], &places());
    assert_eq!(exec(&["/tmp/tmpab12cd34/tool"]), ["\"$TMPDIR\""]);
    assert_eq!(exec(&["/home/u/tmpab12cd34"]), ["\"~/tmpab12cd34\""]);
}

#[test]
fn the_whole_text() {
    let mut events = vec![
        denied("/usr/bin/cat", "openat", Some(Operation::FsRead), &path("/srv/d/a.c")),
        denied("/usr/bin/cat", "openat", Some(Operation::FsRead), &path("/srv/d/a.c")),
        denied("/usr/bin/sh", "openat", Some(Operation::FsWrite), &path("/home/u/work/out")),
        denied("/usr/bin/sh", "openat", Some(Operation::FsRead), &path("/home/u/work/out")),
        denied("/usr/bin/sh", "execve", Some(Operation::FsExec), &path("/usr/bin/cat")),
        denied("/usr/bin/ssh", "openat", Some(Operation::FsRead), &path("/home/u/.ssh/id_rsa")),
        denied("/usr/bin/nc", "bind", Some(Operation::NetBind), &tcp("127.0.0.1:0")),
        denied("/usr/bin/nc", "listen", Some(Operation::NetListen), &tcp("127.0.0.1:40404")),
        denied("/usr/bin/nc", "connect", Some(Operation::NetConnect), &tcp("192.0.2.1:443")),
    ];
    let mut env = denied("/usr/bin/cat", "openat", Some(Operation::FsRead), &path("/srv/d/.env\u{1b}[2J"));
    env.rule = Some(RuleRef {
        id: "secrets".into(),
        file: "preset:workspace".into(),
        line: 30,
        ..RuleRef::default()
    });
    events.push(env);
    let mut mount = denied("/usr/bin/mount", "mount", None, &path(""));
    mount.rule = Some(RuleRef {
        id: "callgate".into(),
        reason: Some("puts files under other names".into()),
        ..RuleRef::default()
    });
    events.push(mount);
    let flags = Flags { read: vec!["data".into()], default: Some("deny".into()), ..Flags::default() };
    let text = suggested(POLICY, &flags, &events);
    let expected = r#"# What `tool a b` was denied, as rules that allow it. Read it before you use it.
callgate = 1
use = []
default = "deny"

[fs]
read = [
  # given as a flag
  "$CWD/data",
  # cat: 2 times, first /srv/d/a.c
  "/srv/d/a.c",
]
exec = [
  # sh: once, first /usr/bin/cat
  "/usr/bin/cat",
]
write = [
  # sh: once, first /home/u/work/out
  "$CWD/out",
]

[net]
listen = [
  # nc: once, first tcp:127.0.0.1:40404
  "tcp:127.0.0.1:32768-60999",
]
bind = [
  # nc: once, first tcp:127.0.0.1:0
  "tcp:127.0.0.1:0",
]
connect = [
  # nc: once, first tcp:192.0.2.1:443
  "tcp:192.0.2.1:443",
]

# Not allowed here, since more than the default is against it:
#   fs.read /home/u/.ssh/id_rsa: a key (ssh: once)
#   fs.read /srv/d/.env\u{1b}[2J: rule secrets at preset:workspace:30 (cat: once)
#   mount: callgate itself refuses it: puts files under other names (mount: once)
"#;
    assert_eq!(text, expected);
    load(&text);
}

#[test]
fn calls_by_name() {
    let policy = "callgate = 1\n[syscalls]\narch = [\"x86_64\"]\ndefault = \"kill\"\nallow = [\"read\"]\n";
    let call = |name: &str, arch: &str, rule: &str| {
        let mut event = denied("/bin/a.out", name, None, &path(""));
        event.call.arch = arch.into();
        event.rule = Some(RuleRef { id: rule.into(), file: "p.toml".into(), line: 4, ..RuleRef::default() });
        event.verdict = Verdict::Kill;
        event
    };
    let events = [
        call("exit_group", "x86_64", "syscalls.default"),
        call("write", "i386", "syscalls.default"),
        call("ptrace", "x86_64", "syscalls.errno.EPERM[0]"),
    ];
    let text = suggested(policy, &Flags::default(), &events);
    let (_, calls) = text.split_once("[syscalls]\n").expect("calls");
    let expected = "# i386: a.out: once, first write()\narch = [\"x86_64\", \"i386\"]\n\
        allow = [\n  # a.out: once, first exit_group()\n  \"exit_group\",\n  # a.out: once, first write()\n  \"write\",\n]\n\n\
        # Not allowed here, since more than the default is against it:\n\
        #   ptrace: rule syscalls.errno.EPERM[0] at p.toml:4 (a.out: once)\n";
    assert_eq!(calls, expected);
    load(&text.replace("[syscalls]\n", "[syscalls]\ndefault = \"kill\"\n"));
}

#[test]
fn addresses() {
    let mut events: Vec<CallEvent> =
        ["tcp:10.0.0.1:40000", "udp:127.0.0.1:53", "tcp:[::1]:50000", "unix:/tmp/x.sock", "unix:@a/b"]
            .iter()
            .map(|text| {
                let mut event = denied("/bin/x", "connect", Some(Operation::NetConnect), &path(""));
                event.target = Some(Target { given: (*text).into(), resolved: (*text).into() });
                event
            })
            .collect();
    events.push(denied(
        "/bin/x",
        "bind",
        Some(Operation::NetBind),
        &Object::UnixPath(b"/tmp/s-AbC123/agent".to_vec()),
    ));
    events.push(denied(
        "/bin/x",
        "bind",
        Some(Operation::NetBind),
        &Object::UnixAbstract(b"/tmp/dbus-AbC123".to_vec()),
    ));
    let text = suggested(POLICY, &Flags::default(), &events);
    let entries: Vec<&str> = text.lines().filter(|line| line.starts_with("  \"")).collect();
    assert_eq!(
        entries,
        [
            "  \"unix:$TMPDIR\",",
            "  \"unix:@/tmp/dbus-*\",",
            "  \"tcp:10.0.0.1:40000\",",
            "  \"tcp:[::1]:32768-60999\",",
            "  \"udp:$DNS:53\",",
            "  \"unix:$TMPDIR/x.sock\",",
            "  \"unix:@a/b\",",
        ]
    );
    load(&with_default(&text));
}

/// The text with what a used policy would say.
fn with_default(text: &str) -> String {
    text.replace("callgate = 1\n", POLICY)
}

fn any_path() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        4 => "[a-c]{1,2}(\\.[ch])?",
        1 => "tmp[a-zA-Z0-9]{8}",
        1 => "[ -~&&[^/]]{1,6}",
        1 => "[0-9]{1,5}",
    ]
    .prop_filter("a name", |name| !matches!(name.as_str(), "." | ".."));
    let top = prop::sample::select(vec![
        "",
        "/home/u/work",
        "/home/u",
        "/tmp",
        "/usr/lib",
        "/etc",
        "/proc",
        "/proc/7/task/8",
        "/dev/pts",
        "/srv/d",
    ]);
    (top, prop::collection::vec(name, 0..4)).prop_map(|(top, names)| {
        let path = names.iter().fold(top.to_owned(), |path, name| format!("{path}/{name}"));
        if path.is_empty() { "/".to_owned() } else { path }
    })
}

fn any_object() -> impl Strategy<Value = (Operation, Object)> {
    let file = prop::sample::select(vec![Operation::FsRead, Operation::FsWrite, Operation::FsExec]);
    let net = prop::sample::select(vec![
        Operation::NetBind,
        Operation::NetListen,
        Operation::NetConnect,
        Operation::NetSend,
    ]);
    let address = prop_oneof![
        (any::<u32>(), any::<u16>(), any::<bool>()).prop_map(|(ip, port, tcp)| {
            let transport = if tcp { Transport::Tcp } else { Transport::Udp };
            Object::Inet(transport, std::net::Ipv4Addr::from(ip).into(), port)
        }),
        any_path().prop_map(|path| Object::UnixPath(path.into_bytes())),
        "[ -~]{1,8}".prop_map(|name| Object::UnixAbstract(name.into_bytes())),
    ];
    prop_oneof![
        4 => (file, any_path().prop_map(|path| Object::Path(path.into_bytes()))),
        1 => (net, address),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever was denied by default is allowed by the rules that are suggested for it; what nobody asked for in the
    /// root or at home is not.
    #[test]
    fn what_was_needed_is_allowed(objects in prop::collection::vec(any_object(), 1..40)) {
        let events: Vec<CallEvent> = objects
            .iter()
            .map(|(operation, object)| denied("/bin/x", "openat", Some(*operation), object))
            .collect();
        let text = suggested(POLICY, &Flags::default(), &events);
        let policy = load(&with_default(&text));
        for (operation, object) in &objects {
            let secret = matches!(object, Object::Path(path) if path.ends_with(b"/id_rsa"));
            let allowed = policy.evaluate(*operation, object).is_allowed();
            prop_assert_eq!(allowed, !secret, "{} {}\n{}", operation, object, text);
        }
        for untouched in ["/never-asked-for", "/home/u/never-asked-for", "/home/never-asked-for"] {
            for operation in [Operation::FsRead, Operation::FsWrite] {
                let verdict = policy.evaluate(operation, &path(untouched));
                prop_assert!(!verdict.is_allowed(), "{} {}\n{}", operation, untouched, text);
            }
        }
    }
}
