//! Groups of calls.

use callgate_abi::{groups, syscalls};

#[test]
fn every_group_holds_known_calls() {
    let names: Vec<&str> = groups::all().iter().map(|group| group.name).collect();
    for wanted in [
        "@aio",
        "@basic-io",
        "@chown",
        "@clock",
        "@cpu-emulation",
        "@debug",
        "@default",
        "@file-system",
        "@io-event",
        "@ipc",
        "@keyring",
        "@known",
        "@memlock",
        "@module",
        "@mount",
        "@network-io",
        "@obsolete",
        "@pkey",
        "@privileged",
        "@process",
        "@raw-io",
        "@reboot",
        "@resources",
        "@sandbox",
        "@setuid",
        "@signal",
        "@swap",
        "@sync",
        "@system-service",
        "@timer",
    ] {
        assert!(names.contains(&wanted), "{wanted}");
    }
    assert!(names.is_sorted());
    for name in names {
        let members = groups::members(name).unwrap();
        assert!(!members.is_empty() && members.is_sorted(), "{name}");
        assert!(members.iter().all(|call| syscalls::exists(call)), "{name}");
    }
}

#[test]
fn groups_within_groups_are_expanded() {
    let service = groups::members("@system-service").unwrap();
    let has = |call| service.binary_search(&call).is_ok();
    assert!(has("openat") && has("read") && has("uname") && has("execve"));
    assert!(!has("init_module") && !has("ptrace") && !has("reboot"));
    assert!(groups::members("@privileged").unwrap().contains(&"reboot"));
    assert_eq!(groups::members("@known").unwrap().len(), syscalls::names().count());
    assert_eq!(groups::members("@nonsense"), None);
    assert_eq!(groups::members("module"), None);
    assert_eq!(groups::suggest("@file-sytem"), Some("@file-system"));
}
