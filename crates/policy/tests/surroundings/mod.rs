//! A fixed machine for tests, and questions to ask of any policy.
#![allow(dead_code, reason = "each test program uses the part it needs")]

use callgate_abi::{Abi, SeccompData, syscalls};
use callgate_policy::{Diagnostics, Environment, Loader, Object, Operation, Policy, Purpose, Transport};
use std::net::IpAddr;
use std::path::Path;

/// `/home/u/tree` of user 1000, whose every host is 192.0.2.1 but `nowhere.example`.
pub(crate) fn environment() -> Environment {
    let mut environment = Environment::new("/home/u/tree", "/home/u");
    environment.uid = 1000;
    environment.resolver = |host| match host {
        "nowhere.example" => Err(std::io::Error::other("no such host")),
        "two.example" => Ok(vec![IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2])]),
        _ => Ok(vec![IpAddr::from([192, 0, 2, 1])]),
    };
    environment
}

/// Loads one text, whose folder is `/policies`.
pub(crate) fn load(text: &str) -> Result<(Policy, Diagnostics), Diagnostics> {
    let environment = environment();
    let mut loader = Loader::new(&environment);
    loader.text("p.toml", text, Path::new("/policies"));
    loader.finish(Purpose::Run)
}

/// Loads one text that must be sound.
pub(crate) fn policy(text: &str) -> Policy {
    match load(text) {
        Ok((policy, _)) => policy,
        Err(findings) => panic!("{findings}"),
    }
}

/// The findings of one text, rendered.
pub(crate) fn findings(text: &str) -> String {
    match load(text) {
        Ok((_, findings)) | Err(findings) => findings.to_string(),
    }
}

/// Files and addresses that policies tend to speak of, each with every operation.
pub(crate) fn questions() -> Vec<(Operation, Object)> {
    let paths = [
        "/",
        "/usr/bin/env",
        "/etc/passwd",
        "/etc/shadow",
        "/srv/data/a.csv",
        "/srv/keys/app.pem",
        "/a1/x/b/c/d",
        "/home/u/.ssh/id",
        "/home/u/tree",
        "/home/u/tree/.env",
        "/home/u/tree/.env.example",
        "/home/u/tree/TWO.txt",
        "/home/u/tree/.git/hooks/pre-commit",
        "/home/u/tree/node_modules/x/bin/y",
        "/home/u/.npm/z",
        "/tmp/t",
        "/x/secret/y",
        "/x/abcdef",
        "/x/y.py",
        "/dev/null",
        "/proc/self/maps",
        "/proc/12/comm",
    ];
    let mut objects: Vec<(bool, Object)> =
        paths.iter().map(|path| (true, Object::Path(path.as_bytes().to_vec()))).collect();
    for address in ["127.0.0.1", "192.0.2.1", "1.1.1.1", "::1"] {
        for port in [0, 53, 80, 443, 8080] {
            for transport in [Transport::Tcp, Transport::Udp] {
                objects.push((false, Object::Inet(transport, address.parse().unwrap(), port)));
            }
        }
    }
    objects.push((false, Object::UnixPath(b"/home/u/tree/s".to_vec())));
    objects.push((false, Object::UnixPath(b"/tmp/.X11-unix/X0".to_vec())));
    objects.push((false, Object::UnixAbstract(b"x".to_vec())));
    let mut questions = Vec::new();
    for (fs, object) in objects {
        let operations = Operation::ALL.iter().filter(|operation| operation.is_fs() == fs);
        questions.extend(operations.map(|operation| (*operation, object.clone())));
    }
    questions
}

/// Every call of some ABIs with a few arguments.
pub(crate) fn calls() -> Vec<SeccompData> {
    let mut calls = Vec::new();
    for abi in [Abi::X86_64, Abi::I386, Abi::X32, Abi::Aarch64, Abi::S390x] {
        for (nr, _) in syscalls::of_abi(abi) {
            for args in [[0; 6], [1; 6], [3, 1, 4, 0x1000, 1, 5], [u64::MAX; 6]] {
                calls.push(SeccompData {
                    nr: nr as i32,
                    arch: abi.audit_arch(),
                    instruction_pointer: 0,
                    args,
                });
            }
        }
    }
    calls
}
