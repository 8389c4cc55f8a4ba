//! Profiles of container runtimes.

use crate::{ALLOW, EPERM, mistakes, native, notes, oci, on, options, read, read_with, rule};
use callgate_abi::{Abi, Action, Errno, KernelVersion};
use callgate_policy::import::{Format, Imported, NoteKind, Options, capability, detect};

#[test]
fn actions() {
    let rules = [
        ("read", r#""SCMP_ACT_KILL""#, Action::KillThread),
        ("write", r#""SCMP_ACT_KILL_PROCESS""#, Action::KillProcess),
        ("open", r#""SCMP_ACT_KILL_THREAD""#, Action::KillThread),
        ("close", r#""SCMP_ACT_TRAP""#, Action::Trap(0)),
        ("stat", r#""SCMP_ACT_ERRNO""#, EPERM),
        ("fstat", r#""SCMP_ACT_ERRNO", "errnoRet": 38"#, Action::Errno(Errno::ENOSYS)),
        ("lstat", r#""SCMP_ACT_ERRNO", "errnoRet": 0"#, Action::Errno(Errno(0))),
        ("poll", r#""SCMP_ACT_TRACE""#, Action::Trace(1)),
        ("lseek", r#""SCMP_ACT_TRACE", "errnoRet": 7"#, Action::Trace(7)),
        ("mmap", r#""SCMP_ACT_LOG""#, Action::Log),
        ("brk", r#""SCMP_ACT_NOTIFY""#, Action::UserNotif),
    ];
    let text = rules.map(|(name, action, _)| rule(&format!("\"{name}\""), &format!("\"action\": {action}")));
    let imported = read(&oci("SCMP_ACT_ALLOW", &text.join(",")));
    assert_eq!(imported.format, Format::Oci);
    for (name, _, action) in rules {
        assert_eq!(native(&imported, name, &[]), action, "{name}");
    }
    assert_eq!(native(&imported, "exit", &[]), Action::Allow);
    let with = |default: &str| {
        let text = format!("{{\"defaultAction\": \"SCMP_ACT_ERRNO\", {default} \"syscalls\": null}}");
        read_with(&text, &Options { format: Some(Format::Docker), ..options() })
            .policy
            .syscalls
            .unwrap()
            .default
    };
    assert_eq!(with(""), EPERM);
    assert_eq!(with("\"defaultErrnoRet\": 38,"), Action::Errno(Errno::ENOSYS));
    assert_eq!(with("\"defaultErrno\": \"ENOSYS\","), Action::Errno(Errno::ENOSYS));
    assert_eq!(with("\"defaultErrno\": \"ENOSYS\", \"defaultErrnoRet\": 38,"), Action::Errno(Errno::ENOSYS));
}

#[test]
fn operators() {
    let of = |op: &str, value: u64, two: u64| {
        let args = format!(
            "{ALLOW}, \"args\": [{{\"index\": 1, \"value\": {value}, \"valueTwo\": {two}, \"op\": \"SCMP_CMP_{op}\"}}]"
        );
        read(&oci("SCMP_ACT_ERRNO", &rule("\"ioctl\"", &args)))
    };
    let allows = |imported: &Imported, value: u64| native(imported, "ioctl", &[0, value]) == Action::Allow;
    for (op, expected) in [
        ("NE", [true, false, true]),
        ("LT", [true, false, false]),
        ("LE", [true, true, false]),
        ("EQ", [false, true, false]),
        ("GE", [false, true, true]),
        ("GT", [false, false, true]),
    ] {
        let imported = of(op, 5 << 32 | 7, 0);
        let values = [5 << 32 | 6, 5 << 32 | 7, 6 << 32];
        assert_eq!(values.map(|value| allows(&imported, value)), expected, "{op}");
    }
    // All 64 bits are compared, unsigned, whatever the argument is in C.
    assert!(!allows(&of("EQ", 7, 0), 1 << 32 | 7) && allows(&of("GT", 7, 0), u64::MAX));
    // The value is the mask, and valueTwo the datum, of which bits outside the mask do not count.
    let masked = of("MASKED_EQ", 0xf0, 0x35);
    assert!(allows(&masked, 0x3f) && allows(&masked, 1 << 40 | 0x30) && !allows(&masked, 0x20));
}

#[test]
fn conditions_of_a_rule_must_all_hold_and_rules_are_alternatives() {
    let args = |tests: &str| rule("\"lseek\"", &format!("{ALLOW}, \"args\": [{tests}]"));
    let test = |index: u8, value: u64, op: &str| {
        format!("{{\"index\": {index}, \"value\": {value}, \"op\": \"SCMP_CMP_{op}\"}}")
    };
    let both = args(&[test(0, 1, "EQ"), test(2, 2, "EQ")].join(","));
    let other = args(&test(2, 7, "EQ"));
    let imported = read(&oci("SCMP_ACT_ERRNO", &[both, other].join(",")));
    let got = |fd, whence| native(&imported, "lseek", &[fd, 0, whence]) == Action::Allow;
    assert!(got(1, 2) && got(5, 7) && !got(1, 3) && !got(2, 2));
    assert!(imported.notes.is_empty());
    // On one argument: all of them, and a note that runtimes see it otherwise.
    let range = args(&[test(0, 3, "GE"), test(0, 5, "LE")].join(","));
    let imported = read(&oci("SCMP_ACT_ERRNO", &range));
    let got = |fd| native(&imported, "lseek", &[fd]) == Action::Allow;
    assert!(got(3) && got(5) && !got(2) && !got(6));
    assert!(notes(&imported, NoteKind::Consumer)[0].contains("one is enough"));
}

#[test]
fn which_rule_decides() {
    let args = |action: &str, index: u8, value: u64| {
        let test = format!("{{\"index\": {index}, \"value\": {value}, \"op\": \"SCMP_CMP_EQ\"}}");
        rule("\"dup3\"", &format!("\"action\": {action}, \"args\": [{test}]"))
    };
    let plain = |action: &str| rule("\"dup3\"", &format!("\"action\": {action}"));
    let get = |rules: &[String], args: &[u64]| {
        let imported = read(&oci("SCMP_ACT_ERRNO", &rules.join(",")));
        (native(&imported, "dup3", args), notes(&imported, NoteKind::Consumer).len())
    };
    let (allow, kill, einval) =
        ("\"SCMP_ACT_ALLOW\"", "\"SCMP_ACT_KILL\"", "\"SCMP_ACT_ERRNO\", \"errnoRet\": 22");
    // A rule without conditions decides alone, wherever it stands; of several the first.
    assert_eq!(get(&[args(kill, 0, 1), plain(allow)], &[1]), (Action::Allow, 1));
    assert_eq!(get(&[plain(allow), args(kill, 0, 1)], &[1]), (Action::Allow, 1));
    assert_eq!(get(&[plain(allow), plain(kill)], &[]), (Action::Allow, 1));
    assert_eq!(get(&[plain(allow), plain(allow)], &[]), (Action::Allow, 0));
    // What answers the default is as if it were not there: runtimes skip it.
    assert_eq!(get(&[plain("\"SCMP_ACT_ERRNO\""), args(allow, 0, 1)], &[1]), (Action::Allow, 0));
    // Of conditions that hold together the strictest, and of equal ones the first.
    assert_eq!(get(&[args(allow, 0, 1), args(kill, 1, 1)], &[1, 1]), (Action::KillThread, 1));
    assert_eq!(get(&[args(kill, 1, 1), args(allow, 0, 1)], &[1, 1]), (Action::KillThread, 1));
    assert_eq!(get(&[args(allow, 0, 1), args(kill, 0, 2)], &[2]), (Action::KillThread, 0));
    let errnos = [args(einval, 0, 1), args("\"SCMP_ACT_ERRNO\", \"errnoRet\": 13", 1, 1)];
    assert_eq!(get(&errnos, &[1, 1]), (Action::Errno(Errno::EINVAL), 1));
    assert_eq!(get(&errnos, &[0, 1]), (Action::Errno(Errno::EACCES), 1));
}

#[test]
fn abis() {
    let with = |keys: &str| {
        let text = format!("{{\"defaultAction\": \"SCMP_ACT_ALLOW\", {keys}}}");
        let imported = read(&text);
        let calls = imported.policy.syscalls.clone().unwrap();
        assert_eq!(calls.bad_arch, Action::KillProcess);
        (calls.arches, imported)
    };
    assert_eq!(with("\"syscalls\": []").0, [Abi::X86_64]);
    let (arches, imported) =
        with(r#""architectures": ["SCMP_ARCH_X86_64", "SCMP_ARCH_X86", "SCMP_ARCH_X32"]"#);
    assert_eq!(arches, [Abi::X86_64, Abi::I386, Abi::X32]);
    assert_eq!(on(&imported.policy, Abi::Aarch64, "read", [0; 6]), Action::KillProcess);
    // One that is not listed gets kill, be it the machine's own.
    let (arches, imported) = with(r#""architectures": ["SCMP_ARCH_AARCH64"]"#);
    assert_eq!(arches, [Abi::Aarch64]);
    assert!(notes(&imported, NoteKind::Consumer)[0].contains("x86_64 is not listed"));
    let (arches, imported) = with(r#""architectures": ["SCMP_ARCH_X86_64", "SCMP_ARCH_SHEB"]"#);
    assert_eq!((arches, notes(&imported, NoteKind::Dropped).len()), (vec![Abi::X86_64], 1));
    let map = r#""archMap": [
        {"architecture": "SCMP_ARCH_AARCH64", "subArchitectures": ["SCMP_ARCH_ARM"]},
        {"architecture": "SCMP_ARCH_X86_64", "subArchitectures": ["SCMP_ARCH_X86", "SCMP_ARCH_X32"]},
        {"architecture": "SCMP_ARCH_RISCV64", "subArchitectures": null}]"#;
    assert_eq!(with(map).0, [Abi::X86_64, Abi::I386, Abi::X32]);
    let text = format!("{{\"defaultAction\": \"SCMP_ACT_ALLOW\", {map}}}");
    let on_arm = read_with(&text, &Options { native: Abi::Aarch64, ..options() });
    assert_eq!(on_arm.policy.syscalls.unwrap().arches, [Abi::Aarch64, Abi::Arm]);
    let wanted = read_with(&text, &Options { arches: Some(vec![Abi::S390x]), ..options() });
    assert_eq!(wanted.policy.syscalls.unwrap().arches, [Abi::S390x]);
}

/// 32-bit registers have no greater numbers, and x32 is compared as libseccomp does it.
#[test]
fn narrow_registers() {
    let eq = |value: u64| {
        let args =
            format!("{ALLOW}, \"args\": [{{\"index\": 0, \"value\": {value}, \"op\": \"SCMP_CMP_EQ\"}}]");
        let arches = r#"["SCMP_ARCH_X86_64", "SCMP_ARCH_X86", "SCMP_ARCH_X32"]"#;
        read(&format!(
            "{{\"defaultAction\": \"SCMP_ACT_ERRNO\", \"architectures\": {arches}, \"syscalls\": [{}]}}",
            rule("\"personality\"", &args)
        ))
    };
    let got = |imported: &Imported, abi, value| {
        on(&imported.policy, abi, "personality", [value, 0, 0, 0, 0, 0]) == Action::Allow
    };
    let small = eq(8);
    assert!(got(&small, Abi::X86_64, 8) && got(&small, Abi::I386, 8) && got(&small, Abi::X32, 8));
    assert!(!got(&small, Abi::X86_64, 1 << 32 | 8) && got(&small, Abi::X32, 1 << 32 | 8));
    let great = eq(1 << 32 | 8);
    assert!(got(&great, Abi::X86_64, 1 << 32 | 8) && !got(&great, Abi::I386, 8) && !got(&great, Abi::X32, 8));
}

#[test]
fn dockers_gates() {
    let docker = |gate: &str| {
        let text = oci("SCMP_ACT_ERRNO", &rule("\"reboot\"", &format!("{ALLOW}, {gate}")));
        move |capabilities: &[&str], native: Abi, kernel: (u8, u8)| {
            let capabilities = capabilities.iter().map(|name| capability(name).unwrap()).collect();
            let kernel = KernelVersion { major: kernel.0, minor: kernel.1 };
            let imported = read_with(&text, &Options { capabilities, native, kernel, ..options() });
            assert_eq!(imported.format, Format::Docker);
            let allowed = on(&imported.policy, native, "reboot", [0; 6]) == Action::Allow;
            assert_eq!(notes(&imported, NoteKind::NotHere).is_empty(), allowed);
            allowed
        }
    };
    let (x86, arm) = (Abi::X86_64, Abi::Aarch64);
    let both = docker(r#""includes": {"caps": ["CAP_SYS_BOOT", "CAP_SYS_ADMIN"]}"#);
    assert!(both(&["sys_boot", "CAP_SYS_ADMIN"], x86, (6, 1)) && !both(&["sys_boot"], x86, (6, 1)));
    let none = docker(r#""excludes": {"caps": ["CAP_SYS_BOOT", "CAP_SYS_ADMIN"]}"#);
    assert!(none(&["chown"], x86, (6, 1)) && !none(&["sys_boot"], x86, (6, 1)));
    let here = docker(r#""includes": {"arches": ["amd64", "x32"]}"#);
    assert!(here(&[], x86, (6, 1)) && !here(&[], arm, (6, 1)));
    let elsewhere = docker(r#""excludes": {"arches": ["s390", "amd64"]}"#);
    assert!(!elsewhere(&[], x86, (6, 1)) && elsewhere(&[], arm, (6, 1)));
    let young = docker(r#""includes": {"minKernel": "4.8"}"#);
    assert!(young(&[], x86, (4, 8)) && young(&[], x86, (5, 0)) && !young(&[], x86, (4, 7)));
    let old = docker(r#""excludes": {"minKernel": "4.8"}"#);
    assert!(!old(&[], x86, (4, 8)) && old(&[], x86, (3, 19)));
    let nothing = docker(r#""includes": {"caps": [], "arches": null}, "excludes": {}"#);
    assert!(nothing(&[], x86, (6, 1)));
}

/// What runtimes and Kubernetes read is not what Docker reads.
#[test]
fn a_profile_for_docker_read_as_a_runtime_does() {
    let rules = [
        rule("\"reboot\"", &format!("{ALLOW}, \"includes\": {{\"caps\": [\"CAP_SYS_BOOT\"]}}")),
        rule("\"mount\"", r#""action": "SCMP_ACT_ERRNO", "errno": "ENOENT", "errnoRet": 13"#),
    ];
    let text = oci("SCMP_ACT_LOG", &rules.join(","));
    let imported = read_with(&text, &Options { format: Some(Format::Oci), ..options() });
    assert_eq!(native(&imported, "reboot", &[]), Action::Allow, "a gated rule becomes unconditional");
    assert_eq!(native(&imported, "mount", &[]), Action::Errno(Errno::EACCES));
    assert_eq!(notes(&imported, NoteKind::Dropped).len(), 2);
    assert!(mistakes(&text).contains("`ENOENT` is not the number given beside it"));
}

#[test]
fn what_is_not_about_answers_is_noted() {
    let text = r#"{"defaultAction": "SCMP_ACT_ALLOW", "defaultErrno": null,
        "flags": ["SECCOMP_FILTER_FLAG_LOG"], "listenerPath": "/run/agent", "listenerMetadata": "x",
        "defualtAction": 1, "comment": "none", "architectures": ["SCMP_ARCH_X86_64"],
        "syscalls": [{"names": ["read", "no_such_call"], "action": "SCMP_ACT_ERRNO", "comment": "", "args": []}]}"#;
    let imported = read_with(text, &Options { format: Some(Format::Oci), ..options() });
    let told = notes(&imported, NoteKind::Dropped).join("\n");
    for part in [
        "SECCOMP_FILTER_FLAG_LOG is about loading",
        "`listenerPath` is for the runtime",
        "did you mean `defaultAction`?",
        "`no_such_call` is no call that callgate knows",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let place = imported.notes[0].place(&imported.policy.sources, 0);
    assert_eq!((place.line, place.column, place.name.as_str()), (2, 19, "profile"));
    assert_eq!(native(&imported, "read", &[]), EPERM);
}

#[test]
fn a_whole_configuration() {
    let text = format!(
        "{{\"ociVersion\": \"1.0.2\", \"process\": {{\"name\": 1}}, \"linux\": {{\"namespaces\": [], \"seccomp\": {}}}}}",
        oci("SCMP_ACT_ERRNO", &rule("\"read\"", ALLOW))
    );
    assert_eq!(detect(&text), Some(Format::Oci));
    assert_eq!(native(&read(&text), "read", &[]), Action::Allow);
    assert!(mistakes("{\"ociVersion\": \"1\", \"linux\": {}}").contains("no seccomp profile"));
}

/// `socketcall` and `ipc` are the same calls by another door.
#[test]
fn doors() {
    let arches = r#""architectures": ["SCMP_ARCH_X86_64", "SCMP_ARCH_X86"]"#;
    let of = |default: &str, rules: &[String]| {
        read(&format!("{{\"defaultAction\": \"{default}\", {arches}, \"syscalls\": [{}]}}", rules.join(",")))
    };
    let get =
        |imported: &Imported, name, first| on(&imported.policy, Abi::I386, name, [first, 0, 0, 0, 0, 0]);
    let denied = of("SCMP_ACT_ALLOW", &[rule("\"socket\", \"shmat\"", r#""action": "SCMP_ACT_ERRNO""#)]);
    assert_eq!((get(&denied, "socketcall", 1), get(&denied, "socketcall", 2)), (EPERM, Action::Allow));
    assert_eq!((get(&denied, "ipc", 21), get(&denied, "ipc", (1 << 16) + 21)), (EPERM, EPERM));
    assert_eq!(get(&denied, "ipc", 22), Action::Allow);
    let allowed = of("SCMP_ACT_ERRNO", &[rule("\"socket\"", ALLOW)]);
    assert_eq!((get(&allowed, "socketcall", 1), get(&allowed, "socketcall", 2)), (Action::Allow, EPERM));
    // What is tested there lies in memory: allowed under a condition is not allowed there.
    let test = "\"args\": [{\"index\": 0, \"value\": 40, \"op\": \"SCMP_CMP_NE\"}]";
    let under = of("SCMP_ACT_ERRNO", &[rule("\"socket\"", &format!("{ALLOW}, {test}"))]);
    assert_eq!((get(&under, "socketcall", 1), get(&under, "socket", 1)), (EPERM, Action::Allow));
    let under =
        of("SCMP_ACT_ALLOW", &[rule("\"socket\"", &format!("\"action\": \"SCMP_ACT_ERRNO\", {test}"))]);
    assert_eq!((get(&under, "socketcall", 1), get(&under, "socket", 40)), (EPERM, Action::Allow));
    // A rule for the door itself decides alone.
    let rules = [
        rule("\"socket\"", r#""action": "SCMP_ACT_ERRNO""#),
        rule("\"socketcall\"", "\"action\": \"SCMP_ACT_LOG\""),
    ];
    assert_eq!(get(&of("SCMP_ACT_ALLOW", &rules), "socketcall", 1), Action::Log);
}

#[test]
fn every_mistake_in_one_pass() {
    let text = r#"{
  "defaultAction": "SCMP_ACT_ERNO",
  "defaultErrnoRet": 5000,
  "architectures": ["SCMP_ARCH_X86_46", 7],
  "archMap": [],
  "flags": ["SECCOMP_FILTER_FLAG_LOGG"],
  "syscalls": [
    {"names": ["read"], "action": "SCMP_ACT_ALOW", "action": "SCMP_ACT_LOG"},
    {"names": [], "action": "SCMP_ACT_ALLOW"},
    {"names": "open", "action": "SCMP_ACT_ALLOW"},
    {"names": ["write", 3, ""], "name": "close", "action": "SCMP_ACT_ALLOW"},
    {"names": ["dup"], "action": "SCMP_ACT_ALLOW", "errnoRet": 1},
    {"names": ["ioctl"], "action": "SCMP_ACT_ALLOW", "args": [
      {"index": 6, "value": 1, "op": "SCMP_CMP_EQ"},
      {"index": 0, "value": -1, "op": "SCMP_CMP_EQ"},
      {"index": 0, "value": 18446744073709551616, "op": "SCMP_CMP_EQ"},
      {"index": 0, "value": 1.5, "op": "SCMP_CMP_EQUAL"},
      {"index": 0, "value": 1}]},
    {"names": ["mount"], "action": "SCMP_ACT_ALLOW", "includes": {"caps": ["CAP_SYS_ADMNI"], "minKernel": "four"}},
    {"names": ["brk"], "action": "SCMP_ACT_ALLOW", "excludes": {"arches": ["amd46"]}},
    "brk",
    {"names": ["stat"]}
  ]
}"#;
    let found = mistakes(text);
    for part in [
        "unknown action `SCMP_ACT_ERNO`",
        "did you mean `SCMP_ACT_ERRNO`?",
        "unknown architecture `SCMP_ARCH_X86_46`",
        "`architectures` holds a number",
        "`archMap` and `architectures` stand in one profile",
        "did you mean `SECCOMP_FILTER_FLAG_LOG`?",
        "`action` stands here twice",
        "profile:9:15",
        "the rule names no call",
        "`names` holds a string",
        "`name` and `names` stand in one rule",
        "SCMP_ACT_ALLOW answers no error number",
        "a call has no such argument",
        "`value` is no number that a register holds",
        "profile:16:29",
        "did you mean `SCMP_CMP_EQ`?",
        "the condition has no `op`",
        "there is no capability `CAP_SYS_ADMNI`",
        "`four` is no release of Linux",
        "unknown architecture `amd46`",
        "`syscalls` holds a string",
        "the rule has no `action`",
    ] {
        assert!(found.contains(part), "{part}:\n{found}");
    }
    assert!(mistakes("{\"defaultAction\": \"SCMP_ACT_ALLOW\",\n \"syscalls\": [}").contains("profile:2:15"));
    assert!(mistakes("{\"defaultAction\"").contains("this is no JSON"));
    assert!(mistakes("{\"ociVersion\": \"1.0.2\"}").contains("no seccomp profile"));
    let twice =
        mistakes("{\"ociVersion\": \"1\", \"linux\": {}, \"linux\": {\"seccomp\": {}, \"seccomp\": {}}}");
    assert!(twice.contains("`linux` stands here twice"), "{twice}");
    let found = mistakes(
        r#"{"defaultAction": "SCMP_ACT_NO", "defaultErrnoRet": 70000, "listenerPath": 7,
        "syscalls": [{"names": ["read"], "action": "SCMP_ACT_LOG", "args": [{"index": 7, "index": 1}]}], "syscalls": [5]}"#,
    );
    for part in [
        "unknown action `SCMP_ACT_NO`",
        "`defaultErrnoRet` is no error number",
        "`listenerPath` holds a number",
        "a call has no such argument",
        "`index` stands here twice",
        "the condition has no `value`",
        "the condition has no `op`",
        "`syscalls` stands here twice",
        "`syscalls` holds a number",
    ] {
        assert!(found.contains(part), "{part}:\n{found}");
    }
    assert!(mistakes("nothing known").contains("in no format that can be imported"));
}

/// However long, deep or wrong a text is, what is said of it is short, and soon.
#[test]
fn bounds() {
    let many =
        oci("SCMP_ACT_ALLOW", &vec![rule("\"read\"", "\"action\": \"SCMP_ACT_NO\""); 20_000].join(","));
    let found = mistakes(&many);
    assert!(
        found.contains("19936 more mistakes like these are not shown") && found.len() < 100_000,
        "{}",
        found.len()
    );
    let long = "[".repeat(5 << 20);
    assert!(mistakes(&format!("{{\"defaultAction\": {long}")).contains("longer than 4 MiB"));
    let deep = "[".repeat(1 << 20);
    assert!(mistakes(&format!("{{\"defaultAction\": {deep}")).contains("nested more than 128 deep"));
    let keys = (0..50_000).map(|n| format!("\"k{n}\": 1,")).collect::<Vec<_>>().concat();
    let imported = read(&format!("{{{keys} \"defaultAction\": \"SCMP_ACT_ALLOW\"}}"));
    assert!(imported.notes.len() < 300 && imported.notes.last().unwrap().message.contains("more notes"));
    let tests = vec!["{\"index\": 0, \"value\": 1, \"op\": \"SCMP_CMP_EQ\"}"; 65].join(",");
    let rules = rule("\"read\"", &format!("{ALLOW}, \"args\": [{tests}]"));
    assert!(mistakes(&oci("SCMP_ACT_ERRNO", &rules)).contains("the rule has 65 conditions"));
}
