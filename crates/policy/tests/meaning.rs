//! The rules of meaning of the language, each by its number.

mod surroundings;

use callgate_abi::{Abi, Action, Errno, SeccompData, Sysno};
use callgate_policy::{Decision, Flags, Loader, Object, Operation, Policy, Purpose, Via};
use std::path::Path;
use surroundings::{environment, findings, load, policy};

const DENY: Decision = Decision::Deny(Errno::EACCES);

fn file(policy: &Policy, operation: Operation, path: &str) -> Decision {
    policy.evaluate(operation, &Object::Path(path.as_bytes().to_vec())).decision
}

fn read(policy: &Policy, path: &str) -> Decision {
    file(policy, Operation::FsRead, path)
}

fn call(policy: &Policy, abi: Abi, name: &str, args: [u64; 6]) -> Action {
    let nr = Sysno::from_name(abi, name).unwrap().nr as i32;
    let data = SeccompData { nr, arch: abi.audit_arch(), instruction_pointer: 0, args };
    policy.syscalls.as_ref().unwrap().evaluate(&data).action
}

fn net(policy: &Policy, operation: Operation, address: &str) -> Decision {
    let object = if let Some(path) = address.strip_prefix("unix:") {
        Object::UnixPath(path.as_bytes().to_vec())
    } else {
        let (transport, address) = address.split_once(':').unwrap();
        let transport = if transport == "tcp" {
            callgate_policy::Transport::Tcp
        } else {
            callgate_policy::Transport::Udp
        };
        Object::inet(transport, address.parse().unwrap())
    };
    policy.evaluate(operation, &object).decision
}

#[test]
fn rule_1_what_is_mandatory() {
    assert!(findings("default = \"deny\"\n").contains("does not say its language version"));
    assert!(findings("callgate = 2\n").contains("no version of the policy language"));
    assert!(findings("callgate = 1\n[fs]\nread = [\"/x\"]\n").contains("has no `default`"));
    assert!(
        findings("callgate = 1\n[syscalls]\nallow = [\"read\"]\n").contains("`[syscalls]` has no `default`")
    );
    assert!(load("callgate = 1\n[syscalls]\nallow = [\"close\"]\nuse = []\n").is_err());
    assert!(load("callgate = 1\nuse = [\"strict\"]\n[syscalls]\nallow = [\"close\"]\n").is_ok());
    // No part speaks of resources: they are not judged.
    let calls_only = policy("callgate = 1\nuse = [\"strict\"]\n");
    assert!(calls_only.default.is_none() && !calls_only.judges_fs() && !calls_only.judges_net());
    assert_eq!(read(&calls_only, "/x"), Decision::Allow);
}

#[test]
fn rule_1_fragments_alone_mean_deny() {
    let environment = environment();
    let mut loader = Loader::new(&environment);
    loader.preset("base");
    let (base, _) = loader.finish(Purpose::Run).unwrap();
    assert_eq!(read(&base, "/home/u/x"), DENY);
    assert_eq!(read(&base, "/usr/lib/x.so"), Decision::Allow);
    let mut loader = Loader::new(&environment);
    loader.text(
        "f.toml",
        "callgate = 1\n[fs]\nread = [\"/x\"]\n[syscalls]\nallow = [\"read\"]\n",
        Path::new("/"),
    );
    let (fragment, _) = loader.finish(Purpose::Fragment).unwrap();
    assert_eq!(read(&fragment, "/y"), DENY);
    assert_eq!(call(&fragment, Abi::NATIVE, "write", [0; 6]), Action::KillProcess);
}

/// What a program gets of a call under one entry that denies it with EPERM.
fn matches(entry: &str, abi: Abi, name: &str, args: [u64; 6]) -> bool {
    let arches = "arch = [\"x86_64\", \"i386\", \"x32\", \"s390x\", \"arm\"]";
    let text =
        format!("callgate = 1\n[syscalls]\n{arches}\ndefault = \"allow\"\nerrno.EPERM = [\"{entry}\"]\n");
    call(&policy(&text), abi, name, args) == Action::Errno(Errno::EPERM)
}

#[test]
fn conditions_are_trees() {
    let lseek =
        |entry: &str, fd: u64, whence: u64| matches(entry, Abi::X86_64, "lseek", [fd, 0, whence, 0, 0, 0]);
    let entry = "lseek(fd == 1 || fd == 2 && whence == 3)";
    assert!(lseek(entry, 1, 9) && lseek(entry, 2, 3) && !lseek(entry, 2, 9) && !lseek(entry, 3, 3));
    let entry = "lseek((fd == 1 || fd == 2) && whence == 3)";
    assert!(!lseek(entry, 1, 9) && lseek(entry, 1, 3) && lseek(entry, 2, 3));
    let entry = "lseek(!(fd == 1 || whence == 3))";
    assert!(lseek(entry, 0, 0) && !lseek(entry, 1, 0) && !lseek(entry, 0, 3));
    let entry = "lseek(fd in {0, 7..=9, 1|4})";
    for (fd, expected) in [(0, true), (1, false), (5, true), (6, false), (7, true), (9, true), (10, false)] {
        assert_eq!(lseek(entry, fd, 0), expected, "{fd}");
    }
    // An int is a signed number of 32 bits, whatever the upper half holds.
    let entry = "lseek(fd in -2..=1)";
    assert!(lseek(entry, 0xffff_fffe, 0) && lseek(entry, u64::MAX, 0) && lseek(entry, 5 << 32 | 1, 0));
    assert!(!lseek(entry, 2, 0) && !lseek(entry, 0xffff_fffd, 0));
    let entry = "lseek(whence & 0xf in {SEEK_CUR, SEEK_END})";
    assert!(lseek(entry, 0, 0x71) && lseek(entry, 0, 2) && !lseek(entry, 0, 3));
}

#[test]
fn whole_registers() {
    let socket = |abi, entry: &str, family: u64| matches(entry, abi, "socket", [family, 0, 0, 0, 0, 0]);
    let upper = 1 << 32 | 2;
    assert!(socket(Abi::X86_64, "socket(domain == 2)", upper));
    assert!(!socket(Abi::X86_64, "socket(reg0 == 2)", upper));
    assert!(socket(Abi::X86_64, "socket(reg0 == 0x100000002)", upper));
    assert!(socket(Abi::S390x, "socket(reg0 == 0x100000002)", upper));
    // x32 and the 32-bit ABIs have no such numbers.
    assert!(socket(Abi::X32, "socket(reg0 == 2)", upper));
    assert!(!socket(Abi::I386, "socket(reg0 == 0x100000002)", 2));
    assert!(socket(Abi::I386, "socket(reg0 != 0x100000002)", 2));
    assert!(!socket(Abi::I386, "socket(reg0 == -1)", 0xffff_ffff));
    assert!(socket(Abi::I386, "socket(domain == -1)", 0xffff_ffff));
    // Unsigned, whatever the argument is.
    assert!(matches("close(reg0 > 5)", Abi::X86_64, "close", [u64::MAX, 0, 0, 0, 0, 0]));
    assert!(!matches("close(fd > 5)", Abi::X86_64, "close", [u64::MAX, 0, 0, 0, 0, 0]));
}

/// An argument in two registers is not equal when either half is not.
#[test]
fn arguments_in_two_registers() {
    let advise =
        |entry: &str, low: u64, high: u64| matches(entry, Abi::I386, "truncate64", [0, low, high, 0, 0, 0]);
    assert!(advise("truncate64(length == 0x200000001)", 1, 2));
    assert!(!advise("truncate64(length == 0x200000001)", 1, 0));
    assert!(advise("truncate64(length != 0x200000001)", 1, 0));
    assert!(!advise("truncate64(!(length == 0x200000001))", 1, 2));
}

#[test]
fn calls_younger_than_the_policy() {
    let text = "callgate = 1\n[syscalls]\narch = [\"x86_64\", \"i386\"]\ndefault = \"errno.EPERM\"\nunknown = \"errno.ENOSYS\"\nknown-since = \"5.10\"\nallow = [\"read\", \"futex_wait\"]\n";
    let policy = policy(text);
    let (unknown, default) = (Action::Errno(Errno::ENOSYS), Action::Errno(Errno::EPERM));
    let on = |name: &str| call(&policy, Abi::X86_64, name, [0; 6]);
    assert_eq!(on("read"), Action::Allow);
    assert_eq!(on("futex_wait"), Action::Allow, "a rule speaks of it");
    assert_eq!(on("write"), default);
    assert_eq!(on("process_madvise"), default, "of 5.10");
    assert_eq!(on("epoll_pwait2"), unknown, "of 5.11");
    assert_eq!(on("mseal"), unknown);
    let number = |nr: i32, arch| {
        let data = SeccompData { nr, arch, ..SeccompData::default() };
        policy.syscalls.as_ref().unwrap().evaluate(&data).action
    };
    assert_eq!(number(4000, Abi::I386.audit_arch()), unknown, "a number without a name");
    assert_eq!(number(-1, Abi::X86_64.audit_arch()), unknown);
    assert_eq!(number(0, Abi::Arm.audit_arch()), Action::KillProcess);
    assert!(policy.resolved_toml().contains("unknown = \"errno.ENOSYS\"\nknown-since = \"5.10\"\n"));
    let alone = |line: &str| findings(&format!("callgate = 1\n[syscalls]\ndefault = \"kill\"\n{line}\n"));
    assert!(alone("unknown = \"kill\"").contains("expected `known-since` beside it"));
    assert!(alone("known-since = \"5.10\"").contains("expected `unknown` beside it"));
    assert!(alone("known-since = \"five\"").contains("is no release of Linux"));
}

#[test]
fn weights_are_kept() {
    let text = "callgate = 1\n[syscalls]\ndefault = \"kill\"\nallow = [\"read\"]\n[syscalls.weights]\nread = 5\nwrite = 0.5\n";
    let loaded = policy(text);
    let weights = &loaded.syscalls.as_ref().unwrap().weights;
    assert_eq!(
        weights.iter().map(|(name, weight)| (name.as_str(), *weight)).collect::<Vec<_>>(),
        [("read", 5.0), ("write", 0.5)]
    );
    let again = policy(&loaded.resolved_toml());
    assert_eq!(&again.syscalls.unwrap().weights, weights);
}

/// Answers that have no name: an errno without one, data for the tracer.
#[test]
fn answers_by_number() {
    let text = "callgate = 1\n[syscalls]\ndefault = \"errno.4095\"\nbad-arch = \"trap(3)\"\nerrno.0 = [\"read\"]\ntrace = [\"open\"]\n\"trace(7)\" = [\"write\"]\n";
    let policies = [policy(text), policy(&policy(text).resolved_toml())];
    for policy in policies {
        let on = |name: &str| call(&policy, Abi::X86_64, name, [0; 6]);
        assert_eq!(on("read"), Action::Errno(Errno(0)));
        assert_eq!(on("write"), Action::Trace(7));
        assert_eq!(on("open"), Action::Trace(0));
        assert_eq!(on("close"), Action::Errno(Errno(4095)));
        assert_eq!(policy.syscalls.as_ref().unwrap().bad_arch, Action::Trap(3));
    }
    let wrong = |word: &str| load(&format!("callgate = 1\n[syscalls]\ndefault = \"{word}\"\n")).is_err();
    assert!(
        wrong("errno.4096")
            && wrong("errno.+1")
            && wrong("trace(65536)")
            && wrong("trace()")
            && wrong("trap(+1)")
    );
}

/// Contradictions are found through `||` and `!`, with a call that shows them.
#[test]
fn contradictions_between_trees() {
    let both = |first: &str, second: &str| {
        findings(&format!(
            "callgate = 1\n[syscalls]\narch = [\"x86_64\"]\ndefault = \"allow\"\nerrno.EPERM = [\"{first}\"]\nerrno.EACCES = [\"{second}\"]\n"
        ))
    };
    let found = both("lseek(fd == 1 || whence == 2)", "lseek(!(fd == 1))");
    assert!(found.contains("two rules match `lseek(0, 0, SEEK_END)`"), "{found}");
    assert_eq!(both("lseek(fd in {1, 3})", "lseek(fd in {2, 4} || fd < 1)"), "");
    assert_eq!(both("lseek(fd == 1 || whence == 2)", "lseek(!(fd == 1 || whence == 2))"), "");
}

#[test]
fn rule_1_the_strictest_default_wins() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("deny.toml"), "callgate = 1\ndefault = \"deny\"\n").unwrap();
    std::fs::write(
        folder.path().join("x.toml"),
        "callgate = 1\ndefault = \"allow\"\nuse = [\"./deny.toml\"]\n",
    )
    .unwrap();
    let environment = environment();
    let mut loader = Loader::new(&environment);
    loader.file(&folder.path().join("x.toml"));
    assert_eq!(read(&loader.finish(Purpose::Run).unwrap().0, "/x"), DENY);
}

#[test]
fn rule_2_the_strictest_wins_whatever_the_order() {
    let lists = [
        "read = [\"/s\"]\n",
        "log.read = [\"/s/log\"]\n",
        "ask.read = [\"/s/log/ask\"]\n",
        "deny.read = [{ at = \"/s/log/ask/no\", errno = \"ENOENT\" }]\n",
    ];
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
        let body: String = order.iter().map(|at| lists[*at]).collect();
        let policy = policy(&format!("callgate = 1\ndefault = \"deny\"\n[fs]\n{body}"));
        assert_eq!(read(&policy, "/s/x"), Decision::Allow);
        assert_eq!(read(&policy, "/s/log/x"), Decision::Log);
        assert_eq!(read(&policy, "/s/log/ask/x"), Decision::Ask);
        assert_eq!(read(&policy, "/s/log/ask/no/x"), Decision::Deny(Errno::ENOENT));
        assert_eq!(read(&policy, "/t"), DENY);
    }
}

#[test]
fn rule_2_calls_in_the_kernels_order() {
    let policy = policy(
        "callgate = 1\n[syscalls]\ndefault = \"allow\"\nlog = [\"read\"]\ntrace = [\"read(fd == 1)\"]\n\
         notify = [\"read(fd == 2)\"]\nerrno.EIO = [\"read(fd < 3)\"]\ntrap = [\"read(fd == 4)\"]\n\
         kill-thread = [\"read(fd == 5)\"]\nkill = [\"read(fd > 4)\"]\n",
    );
    for (fd, action) in [
        (0, Action::Errno(Errno::EIO)),
        (1, Action::Errno(Errno::EIO)),
        (3, Action::Log),
        (4, Action::Trap(0)),
        (5, Action::KillProcess),
        (u64::from(u32::MAX), Action::Errno(Errno::EIO)),
    ] {
        assert_eq!(call(&policy, Abi::NATIVE, "read", [fd, 0, 0, 0, 0, 0]), action, "fd {fd}");
    }
}

#[test]
fn rule_2_exceptions_and_without() {
    let text = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [{ at = \"/s\", except = [\"/s/no\", \"**/*.key\"] }]\n";
    let policy = policy(text);
    assert_eq!(read(&policy, "/s/a"), Decision::Allow);
    assert_eq!(read(&policy, "/s/no/a"), DENY);
    assert_eq!(read(&policy, "/s/a.key"), DENY);

    let environment = environment();
    let load = |without: &[&str]| {
        let mut loader = Loader::new(&environment);
        loader.preset("workspace");
        for id in without {
            loader.without(id);
        }
        loader.finish(Purpose::Run)
    };
    let whole = load(&[]).unwrap().0;
    assert_eq!(read(&whole, "/home/u/.ssh/id"), DENY);
    assert_eq!(read(&whole, "/home/u/tree/.env"), DENY);
    assert_eq!(read(&whole, "/home/u/tree/.env.example"), Decision::Allow);
    assert_eq!(file(&whole, Operation::FsWrite, "/home/u/tree/.git/hooks/x"), DENY);
    let open = load(&["secrets"]).unwrap().0;
    assert_eq!(read(&open, "/home/u/.ssh/id"), Decision::Allow);
    assert_eq!(file(&open, Operation::FsWrite, "/home/u/tree/.git/hooks/x"), DENY);
    let mistake = load(&["secretes"]).unwrap_err().to_string();
    assert!(mistake.contains("no rule has the id `secretes`") && mistake.contains("did you mean `secrets`?"));
    let used =
        surroundings::policy("callgate = 1\nuse = [{ preset = \"workspace\", without = [\"secrets\"] }]\n");
    assert_eq!(read(&used, "/home/u/.ssh/id"), Decision::Allow);
}

#[test]
fn rule_2_contradictions_show_an_object() {
    let text = "callgate = 1\ndefault = \"deny\"\n[fs]\ndeny.read = [{ at = \"/s/**/*.csv\", errno = \"EIO\" }]\n\
                deny.all = [{ at = \"/s/d\", errno = \"ENOENT\" }]\n";
    assert!(
        findings(text).contains("two rules match `/s/d/.csv` and answer different errnos"),
        "{}",
        findings(text)
    );
    // Exceptions take the common objects away.
    let text = text.replace("\"EIO\"", "\"EIO\", except = [\"/s/d\"]");
    assert!(load(&text).is_ok(), "{}", findings(&text));
    let text = "callgate = 1\ndefault = \"deny\"\n[net]\ndeny.connect = [{ at = \"tcp:10.0.0.0/8:*\", errno = \"EPERM\" }, \"tcp:*:25\"]\n";
    assert!(findings(text).contains("and answer different errnos"));
    let calls = |a: &str, b: &str| {
        findings(&format!(
            "callgate = 1\n[syscalls]\ndefault = \"allow\"\nerrno.EPERM = [\"{a}\"]\nerrno.EIO = [\"{b}\"]\n"
        ))
    };
    assert!(calls("read(fd > 2)", "read(fd < 9)").contains("two rules match `read(3, "));
    assert_eq!(calls("read(fd > 2)", "read(fd < 2)"), "");
    assert_eq!(calls("mprotect(prot & 4 == 4)", "mprotect(prot & 5 == 1)"), "");
    assert!(calls("@module", "init_module").contains("answer differently"));
    let vias = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [{ at = \"/a\", via = \"supervisor\" }, { at = \"/a/b\", via = \"kernel\" }]\n";
    assert!(findings(vias).contains("ask for different mechanisms"));
}

#[test]
fn rule_2_scalars() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("a.toml", "callgate = 1\nname = \"a\"\nreport = \"all\"\n[limits]\nmemory = \"1M\"\n");
    write("b.toml", "callgate = 1\nname = \"b\"\nreport = \"none\"\n[limits]\nmemory = \"1M\"\n");
    write("both.toml", "callgate = 1\nuse = [\"./a.toml\", \"./b.toml\"]\n");
    write("says.toml", "callgate = 1\nreport = \"denials\"\nuse = [\"./a.toml\", \"./b.toml\"]\n");
    let environment = environment();
    let load = |name: &str| {
        let mut loader = Loader::new(&environment);
        loader.file(&folder.path().join(name));
        loader.finish(Purpose::Run)
    };
    assert!(load("both.toml").unwrap_err().to_string().contains("disagree on `report`"));
    assert_eq!(load("says.toml").unwrap().0.limits.memory, Some(1 << 20));
}

#[test]
fn rule_2_use_is_a_set_and_cycles_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("leaf.toml", "callgate = 1\n[fs]\nread = [\"./data\"]\n");
    write("l.toml", "callgate = 1\nuse = [\"./leaf.toml\"]\n");
    write("r.toml", "callgate = 1\nuse = [\"./leaf.toml\"]\n[fs]\nread = [\"./data\"]\n");
    write("top.toml", "callgate = 1\ndefault = \"deny\"\nuse = [\"./l.toml\", \"./r.toml\"]\n");
    write("c1.toml", "callgate = 1\ndefault = \"deny\"\nuse = [\"./c2.toml\"]\n");
    write("c2.toml", "callgate = 1\nuse = [\"./c1.toml\", \"./gone.toml\"]\n");
    let environment = environment();
    let load = |name: &str| {
        let mut loader = Loader::new(&environment);
        loader.file(&folder.path().join(name));
        loader.finish(Purpose::Run)
    };
    let top = load("top.toml").unwrap().0;
    assert_eq!(top.rules.iter().filter(|rule| rule.decision == Decision::Allow).count(), 1);
    let cycle = load("c1.toml").unwrap_err().to_string();
    assert!(cycle.contains("uses itself by way of this"), "{cycle}");
    assert!(cycle.contains("there is no such file"), "{cycle}");
}

#[test]
fn rule_3_redirects_grant_nothing() {
    let policy = policy(
        "callgate = 1\ndefault = \"deny\"\n[[fs.redirect]]\nfrom = \"$CWD/TWO.txt\"\nto = \"$CWD/ONE.txt\"\n\
         [[fs.redirect]]\nfrom = \"/old\"\nto = \"/new\"\n",
    );
    let (to, _) = policy.redirect(b"/home/u/tree/TWO.txt").unwrap();
    assert_eq!(to, b"/home/u/tree/ONE.txt");
    assert_eq!(policy.redirect(b"/old/a/b").unwrap().0, b"/new/a/b");
    assert!(policy.redirect(b"/older").is_none());
    assert_eq!(read(&policy, "/home/u/tree/ONE.txt"), DENY);
}

#[test]
fn rule_4_paths() {
    let text = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"./a\", \"~/b\", \"/c/*/d\", \"**/e\", \"$TMPDIR/f\"]\n";
    let policy = policy(text);
    for path in ["/policies/a/x", "/home/u/b", "/c/.x/d/y", "/q/e/r", "/tmp/f"] {
        assert_eq!(read(&policy, path), Decision::Allow, "{path}");
    }
    for path in ["/policies/ab", "/c/x/y/d", "/home/u", "/c/d"] {
        assert_eq!(read(&policy, path), DENY, "{path}");
    }
    let mistakes =
        "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"/a**\", \"/a//b\", \"/[z-a]\", \"/a/../b\"]\n";
    assert_eq!(load(mistakes).unwrap_err().items.len(), 4, "{}", findings(mistakes));
}

#[test]
fn rule_5_variables() {
    let text = "callgate = 1\ndefault = \"deny\"\n[vars]\ncache = \"$HOME/.npm\"\nhost = \"two.example\"\n\
                [fs]\nread = [\"$cache/x\"]\n[net]\nconnect = [\"tcp:$host:443\", \"udp:$DNS:53\"]\n";
    let policy = policy(text);
    assert_eq!(read(&policy, "/home/u/.npm/x"), Decision::Allow);
    assert_eq!(net(&policy, Operation::NetConnect, "tcp:192.0.2.2:443"), Decision::Allow);
    assert_eq!(net(&policy, Operation::NetSend, "udp:127.0.0.1:53"), Decision::Allow);
    assert!(findings("callgate = 1\n[vars]\nCWD = \"/x\"\n").contains("is built in"));
    assert!(
        findings("callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"$nope\"]\n")
            .contains("undefined variable `$nope`")
    );
    // A value is never a glob, and a built-in is never the environment's.
    let mut machine = environment();
    machine.vars.insert("CWD".into(), "/evil".into());
    machine.vars.insert("STAR".into(), "/a*".into());
    let mut loader = Loader::new(&machine);
    let text = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"$CWD\", \"$STAR\"]\n";
    loader.text("p.toml", text, Path::new("/policies"));
    let policy = loader.finish(Purpose::Run).unwrap().0;
    assert_eq!(read(&policy, "/evil"), DENY);
    assert_eq!(read(&policy, "/ab"), DENY);
    assert_eq!(read(&policy, "/a*/x"), Decision::Allow);
}

#[test]
fn rule_6_widths_and_signs() {
    let policy = policy(
        "callgate = 1\n[syscalls]\narch = [\"x86_64\", \"i386\"]\ndefault = \"kill\"\n\
         allow = [\"write(fd == 1)\", \"mprotect(prot & PROT_EXEC == 0)\", \"openat(dirfd == AT_FDCWD)\", \
         \"socket(family == AF_UNIX && type & 0xf == SOCK_STREAM)\", \"lseek(arg2 <= 2)\", \"kill(pid > 0)\"]\n",
    );
    let x86 = |name: &str, args| call(&policy, Abi::X86_64, name, args);
    let (yes, no) = (Action::Allow, Action::KillProcess);
    assert_eq!(x86("write", [0xdead_0000_0001, 0, 0, 0, 0, 0]), yes, "upper bits of an int count nothing");
    assert_eq!(x86("write", [2, 0, 0, 0, 0, 0]), no);
    assert_eq!(x86("mprotect", [0, 0, 3, 0, 0, 0]), yes);
    assert_eq!(x86("mprotect", [0, 0, 7, 0, 0, 0]), no);
    assert_eq!(x86("openat", [0xffff_ff9c, 0, 0, 0, 0, 0]), yes);
    assert_eq!(x86("openat", [u64::MAX - 99, 0, 0, 0, 0, 0]), yes);
    assert_eq!(x86("socket", [1, 1 | 0o2_000_000, 0, 0, 0, 0]), yes);
    assert_eq!(x86("socket", [1, 2, 0, 0, 0, 0]), no);
    assert_eq!(x86("kill", [u64::from(u32::MAX), 9, 0, 0, 0, 0]), no, "a pid of -1 is not above 0");
    assert_eq!(call(&policy, Abi::I386, "write", [1, 0, 0, 0, 0, 0]), yes);
}

#[test]
fn rule_6_abis() {
    let text =
        "callgate = 1\n[syscalls]\narch = [\"x86_64\"]\nbad-arch = \"errno.ENOSYS\"\ndefault = \"allow\"\n";
    let policy = policy(text);
    assert_eq!(call(&policy, Abi::X86_64, "read", [0; 6]), Action::Allow);
    assert_eq!(call(&policy, Abi::X32, "read", [0; 6]), Action::Errno(Errno::ENOSYS));
    assert_eq!(call(&policy, Abi::I386, "read", [0; 6]), Action::Errno(Errno::ENOSYS));
    let calls = policy.syscalls.as_ref().unwrap();
    let odd = |nr, arch| calls.evaluate(&SeccompData { nr, arch, ..SeccompData::default() }).action;
    assert_eq!(odd(0, 0x1234_5678), Action::Errno(Errno::ENOSYS));
    assert_eq!(odd(-1, Abi::X86_64.audit_arch()), Action::Allow, "a skipped call is no x32 call");
    let missing = "callgate = 1\n[syscalls]\narch = [\"aarch64\"]\ndefault = \"kill\"\nallow = [\"open\"]\n";
    let missing = findings(missing);
    assert!(
        missing.contains("exists on none of the listed ABIs") && missing.contains("`openat`"),
        "{missing}"
    );
    let raw = surroundings::policy(
        "callgate = 1\n[syscalls]\narch = [\"x86_64\"]\ndefault = \"kill\"\nallow = [\"0xe7\", 60, \"999(arg0 == 5)\"]\n",
    );
    assert_eq!(call(&raw, Abi::X86_64, "exit_group", [0; 6]), Action::Allow);
    assert_eq!(call(&raw, Abi::X86_64, "exit", [0; 6]), Action::Allow);
}

#[test]
fn rule_6_arguments_that_a_filter_cannot_see() {
    // The old mmap of i386 has its arguments behind a pointer. An allow-list can leave it out there; a
    // deny-list would let it through.
    let text = "callgate = 1\n[syscalls]\narch = [\"x86_64\", \"i386\"]\ndefault = \"kill\"\nallow = [\"mmap(prot & PROT_EXEC == 0)\"]\n";
    let allowing = policy(text);
    assert_eq!(call(&allowing, Abi::X86_64, "mmap", [0; 6]), Action::Allow);
    assert_eq!(call(&allowing, Abi::I386, "mmap", [0; 6]), Action::KillProcess);
    let denying = text.replace("\"kill\"", "\"allow\"").replace("allow = [", "kill = [");
    assert!(findings(&denying).contains("on i386 `prot` is not in a register"), "{}", findings(&denying));
    // 64-bit values in two registers compare by halves.
    let offset = "callgate = 1\n[syscalls]\narch = [\"x86_64\", \"i386\"]\ndefault = \"kill\"\nallow = [\"pread64(offset == 0x100000002)\"]\n";
    let offset = policy(offset);
    assert_eq!(call(&offset, Abi::X86_64, "pread64", [0, 0, 0, 0x1_0000_0002, 0, 0]), Action::Allow);
    assert_eq!(call(&offset, Abi::I386, "pread64", [0, 0, 0, 2, 1, 0]), Action::Allow);
    assert_eq!(call(&offset, Abi::I386, "pread64", [0, 0, 0, 2, 0, 0]), Action::KillProcess);
}

#[test]
fn rule_9_host_names_are_address_rules() {
    let policy = policy("callgate = 1\ndefault = \"deny\"\n[net]\nconnect = [\"tcp:two.example:443\"]\n");
    assert_eq!(net(&policy, Operation::NetConnect, "tcp:192.0.2.1:443"), Decision::Allow);
    assert_eq!(net(&policy, Operation::NetConnect, "tcp:192.0.2.3:443"), DENY);
    let text = "callgate = 1\ndefault = \"deny\"\n[net]\nconnect = [\"tcp:*.example:443\", \"tcp:nowhere.example:1\", \"tcp:x\"]\n";
    let findings = load(text).unwrap_err();
    assert_eq!(findings.items.len(), 3, "{findings}");
    assert!(findings.to_string().contains("has no address now: no such host"));
}

#[test]
fn rule_10_policy_files_are_write_denied() {
    let folder = tempfile::tempdir().unwrap();
    let path = std::fs::canonicalize(folder.path()).unwrap().join("p.toml");
    std::fs::write(&path, "callgate = 1\ndefault = \"allow\"\n").unwrap();
    let environment = environment();
    let mut loader = Loader::new(&environment);
    loader.file(&path);
    let (policy, _) = loader.finish(Purpose::Run).unwrap();
    let object = Object::Path(path.to_str().unwrap().as_bytes().to_vec());
    let verdict = policy.evaluate(Operation::FsWrite, &object);
    assert_eq!((verdict.decision, verdict.rule.unwrap().origin.id.as_str()), (DENY, "policy-files"));
    assert!(policy.evaluate(Operation::FsRead, &object).is_allowed());
    assert!(policy.denial_fix(Operation::FsWrite, &object).starts_with("none"));
}

#[test]
fn operations_and_what_they_bring() {
    let policy = policy(
        "callgate = 1\ndefault = \"deny\"\n[fs]\nwrite = [\"/w\"]\nexec = [\"/x\"]\nhide = [\"/w/h\"]\ndeny.read = [\"/w/d\"]\n\
         [net]\nlisten = [\"tcp:*:80\"]\nconnect = [\"udp:*:53\", \"tcp:*:443\", \"unix:/run/s\"]\n",
    );
    assert_eq!(read(&policy, "/w/a"), Decision::Allow);
    assert_eq!(read(&policy, "/x/a"), Decision::Allow);
    assert_eq!(file(&policy, Operation::FsWrite, "/x/a"), DENY);
    assert_eq!(read(&policy, "/w/d"), DENY);
    assert_eq!(file(&policy, Operation::FsWrite, "/w/d"), Decision::Allow);
    assert_eq!(read(&policy, "/w/h"), Decision::Deny(Errno::ENOENT));
    assert_eq!(file(&policy, Operation::FsHide, "/w/h/x"), Decision::Deny(Errno::ENOENT));
    assert_eq!(file(&policy, Operation::FsHide, "/elsewhere"), Decision::Allow);
    assert_eq!(net(&policy, Operation::NetBind, "tcp:0.0.0.0:80"), Decision::Allow);
    assert_eq!(net(&policy, Operation::NetConnect, "tcp:1.1.1.1:80"), DENY);
    assert_eq!(net(&policy, Operation::NetSend, "udp:1.1.1.1:53"), Decision::Allow);
    assert_eq!(net(&policy, Operation::NetConnect, "unix:/run/s"), Decision::Allow);
    assert_eq!(net(&policy, Operation::NetSend, "unix:/run/s"), DENY);
}

#[test]
fn via_is_the_rules_own() {
    let text = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"/srv\", { at = \"/srv/k\", via = \"supervisor\" }]\n";
    let policy = policy(text);
    let via = |path: &str| policy.evaluate(Operation::FsRead, &Object::Path(path.as_bytes().to_vec())).via;
    assert_eq!(via("/srv/a"), Via::Auto);
    assert_eq!(via("/srv/k/pem"), Via::Supervisor);
    assert!(findings(&text.replace("read =", "write =")).contains("is for reading only"));
}

#[test]
fn the_fix_of_a_denial_allows_it() {
    let environment = environment();
    let base = "callgate = 1\ndefault = \"deny\"\n";
    let object = Object::Path(b"/a b/*/c".to_vec());
    let mut flags = Flags::default();
    assert_eq!(policy(base).denial_fix(Operation::FsRead, &object), "--read '/a b/\\*/c'");
    flags.read.push("/a b/\\*/c".into());
    let mut loader = Loader::new(&environment);
    loader.text("p.toml", base, Path::new("/"));
    loader.flags(&flags);
    let (fixed, _) = loader.finish(Purpose::Run).unwrap();
    assert!(fixed.evaluate(Operation::FsRead, &object).is_allowed());
    let secret = Object::Path(b"/home/u/.ssh/id".to_vec());
    let workspace = policy("callgate = 1\nuse = [\"workspace\"]\n");
    assert_eq!(workspace.denial_fix(Operation::FsRead, &secret), "--without secrets");
    let own = policy("callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"/s\"]\n");
    let fix = own.denial_fix(Operation::FsRead, &Object::Path(b"/s/x".to_vec()));
    assert_eq!(fix, "except = [\"/s/x\"] in the rule at p.toml:4");
}

#[test]
fn flags_equal_their_text() {
    let environment = environment();
    let mut loader = Loader::new(&environment);
    loader.preset("workspace");
    let words = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>();
    let flags = Flags {
        connect: words(&["tcp:1.1.1.1:443"]),
        write: words(&["out", "/srv"]),
        deny: words(&["fs.write:/srv/x"]),
        ..Flags::default()
    };
    loader.flags(&flags);
    let (policy, _) = loader.finish(Purpose::Run).unwrap();
    assert_eq!(net(&policy, Operation::NetConnect, "tcp:1.1.1.1:443"), Decision::Allow);
    assert_eq!(file(&policy, Operation::FsWrite, "/srv/y"), Decision::Allow);
    let denied = Object::Path(b"/srv/x".to_vec());
    assert!(!policy.evaluate(Operation::FsWrite, &denied).is_allowed());
    assert_eq!(policy.denial_fix(Operation::FsWrite, &denied), "leave out --deny fs.write:/srv/x");
    let mut loader = Loader::new(&environment);
    loader.flags(&Flags { deny: words(&["fs.wirte:/x"]), read: words(&["$nope"]), ..Flags::default() });
    assert_eq!(loader.finish(Purpose::Run).unwrap_err().items.len(), 2);
}

#[test]
fn call_flags_add_to_any_policy() {
    let environment = environment();
    let mprotect = |preset: &str| {
        let mut loader = Loader::new(&environment);
        loader.preset(preset);
        let syscall = vec!["errno.EPERM:mprotect(prot & PROT_EXEC != 0)".to_owned()];
        loader.flags(&Flags { syscall, ..Flags::default() });
        let policy = loader.finish(Purpose::Run).unwrap().0;
        let answer = |prot| call(&policy, Abi::NATIVE, "mprotect", [0, 0, prot, 0, 0, 0]);
        [answer(4), answer(1), call(&policy, Abi::NATIVE, "ptrace", [0; 6])]
    };
    let refused = Action::Errno(Errno::EPERM);
    assert_eq!(mprotect("workspace"), [refused, Action::Allow, Action::Allow]);
    assert_eq!(mprotect("orw-mprotect"), [refused, Action::Allow, Action::KillProcess]);
}

#[test]
fn workspace_wants_a_folder_of_its_own() {
    for cwd in ["/", "/home/u"] {
        let mut environment = environment();
        environment.cwd = cwd.into();
        let mut loader = Loader::new(&environment);
        loader.preset("workspace");
        assert!(
            loader
                .finish(Purpose::Run)
                .unwrap_err()
                .to_string()
                .contains("change to the folder of a project")
        );
    }
}
