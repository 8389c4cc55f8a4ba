//! Imports beside policies.

use crate::{ALLOW, EPERM, oci, on, options, read, rule};
use callgate_abi::{Abi, Action, Sysno};
use callgate_policy::import::{Format, detect};
use callgate_policy::{Environment, Loader, Purpose};
use std::path::Path;

#[test]
fn formats_are_told_apart() {
    assert_eq!(detect("callgate = 1\n"), None);
    assert_eq!(detect(""), None);
    assert_eq!(detect("{\"filters\": [{\"raw\": \"0600\"}]}"), None);
    assert_eq!(detect("\u{feff}{\"defaultAction\": 1}"), Some(Format::Oci));
    assert_eq!(detect("{\"defaultAction\": 1, \"archMap\": []}"), Some(Format::Docker));
    assert_eq!(detect("# x\n  SystemCallFilter = read\n"), Some(Format::Systemd));
    assert_eq!(detect("SystemCallFilterx=read\n"), None);
}

/// An import is a text like any other: policies use it, and flags add to it.
#[test]
fn imports_merge_with_policies() {
    let folder = tempfile::tempdir().unwrap();
    let test = "\"args\": [{\"index\": 0, \"value\": 40, \"op\": \"SCMP_CMP_NE\"}]";
    let rules = [rule("\"read\", \"write\"", ALLOW), rule("\"socket\"", &format!("{ALLOW}, {test}"))];
    std::fs::write(folder.path().join("docker.json"), oci("SCMP_ACT_ERRNO", &rules.join(",\n"))).unwrap();
    let environment = Environment::new(folder.path(), "/home/u");
    let mut loader = Loader::new(&environment);
    loader.imports(options());
    let text =
        "callgate = 1\nuse = [\"./docker.json\"]\n[syscalls]\nallow = [\"close\"]\nkill = [\"write\"]\n";
    loader.text("own.toml", text, folder.path());
    let (policy, _) = loader.finish(Purpose::Run).unwrap_or_else(|found| panic!("{}", found.render(false)));
    let get = |name, first| on(&policy, Abi::X86_64, name, [first, 0, 0, 0, 0, 0]);
    assert_eq!(
        (get("read", 0), get("close", 0), get("write", 0)),
        (Action::Allow, Action::Allow, Action::KillProcess)
    );
    assert_eq!((get("socket", 1), get("socket", 40), get("mount", 0)), (Action::Allow, EPERM, EPERM));
    let socket = policy.syscalls.as_ref().unwrap().rules.iter().find(|rule| rule.name == "socket").unwrap();
    assert_eq!((socket.origin.line, socket.origin.text.as_str()), (2, "socket(reg0 != 40)"));
    assert_eq!(policy.sources[socket.origin.source].name, "docker.json");
    // Mistakes in it stop the loading as any other's.
    std::fs::write(folder.path().join("docker.json"), oci("SCMP_ACT_NO", "")).unwrap();
    let mut loader = Loader::new(&environment);
    loader.file(Path::new("docker.json"));
    assert!(loader.finish(Purpose::Run).unwrap_err().render(false).contains("unknown action `SCMP_ACT_NO`"));
}

/// What an import prints loads to a policy that says the same.
#[test]
fn imports_print_as_policies() {
    let test = |index: u8, op: &str, value: u64, two: u64| {
        format!("{{\"index\": {index}, \"value\": {value}, \"valueTwo\": {two}, \"op\": \"SCMP_CMP_{op}\"}}")
    };
    let tests = [
        test(0, "MASKED_EQ", 0x7e02_0000, 0),
        test(1, "LE", u64::MAX, 0),
        test(0, "GT", 1 << 35, 0),
        test(2, "NE", 0xffff_ffff, 0),
        test(1, "MASKED_EQ", 0xff00_0000_00ff, 0x1200_0000_0034),
    ];
    let mut rules: Vec<String> = Vec::new();
    for (n, name) in ["clone", "ioctl", "mmap", "socket", "close"].into_iter().enumerate() {
        for (test, action) in
            tests.iter().zip(["ALLOW", "LOG", "TRAP", "KILL", "TRACE"].iter().cycle().skip(n))
        {
            rules.push(rule(
                &format!("\"{name}\""),
                &format!("\"action\": \"SCMP_ACT_{action}\", \"args\": [{test}]"),
            ));
        }
    }
    rules.push(rule("\"read\"", r#""action": "SCMP_ACT_ERRNO", "errnoRet": 4000"#));
    let arches =
        r#"["SCMP_ARCH_X86_64", "SCMP_ARCH_X86", "SCMP_ARCH_X32", "SCMP_ARCH_S390X", "SCMP_ARCH_ARM"]"#;
    let imported = read(&format!(
        "{{\"defaultAction\": \"SCMP_ACT_ERRNO\", \"architectures\": {arches}, \"syscalls\": [{}]}}",
        rules.join(",")
    ));
    let environment = Environment::new("/", "/");
    let mut loader = Loader::new(&environment);
    loader.text("printed", &imported.policy.resolved_toml(), Path::new("/"));
    let (again, _) = loader.finish(Purpose::Run).unwrap_or_else(|found| panic!("{}", found.render(false)));
    let values = [0, 1, 40, 1 << 35, (1 << 35) + 1, 0xffff_ffff, 0x1200_0000_0034, 0x2_0000, u64::MAX];
    for abi in [Abi::X86_64, Abi::I386, Abi::X32, Abi::S390x, Abi::Arm] {
        for name in ["clone", "ioctl", "mmap", "socket", "close", "read", "write"] {
            let Some(_) = Sysno::from_name(abi, name) else { continue };
            for a in values {
                for b in values {
                    let args = [a, b, a ^ b, 0, 0, 0];
                    assert_eq!(
                        on(&imported.policy, abi, name, args),
                        on(&again, abi, name, args),
                        "{name} {args:x?} on {abi}"
                    );
                }
            }
        }
    }
}
