//! What the probes find, here and where things are taken away.

use crate::Case;
use crate::guest::{filter, number};
use callgate_abi::{Action, Errno};
use callgate_bpf::{Insn, Program};
use callgate_sys::probe::{Ability, Found, full, quick};
use callgate_sys::process;
use callgate_sys::seccomp::{InstallFlags, install, install_with_listener};

pub(crate) const CASES: &[Case] = &[
    ("user/probe/quick_and_full_agree", quick_and_full_agree),
    ("any/probe/expected", expected),
    ("user/probe/a_listener_exists", a_listener_exists),
    ("user/probe/denied_by_a_container", denied_by_a_container),
    ("user/probe/a_filter_kills_32_bit_calls", a_filter_kills_32_bit_calls),
];

fn reason(found: &Found, ability: Ability) -> &str {
    match found.missing.iter().find(|missing| missing.ability == ability) {
        Some(missing) => &missing.reason,
        None => panic!("{ability} is not missing"),
    }
}

fn quick_and_full_agree() {
    assert_eq!(quick(), full());
    crate::no_child_is_left();
}

/// `CALLGATE_EXPECT=notify,addfd,landlock=7` says what a machine must offer, so that nothing is skipped silently.
fn expected() {
    let found = full();
    for want in
        std::env::var("CALLGATE_EXPECT").unwrap_or_default().split(',').filter(|want| !want.is_empty())
    {
        let (name, least) = want.split_once('=').unwrap_or((want, "1"));
        assert!(
            Ability::ALL.iter().any(|ability| ability.name() == name),
            "CALLGATE_EXPECT: no ability {name}"
        );
        if name == "landlock" {
            assert!(found.landlock_abi >= least.parse().unwrap(), "landlock: {}", found.landlock_abi);
        }
        let lacking = found.missing.iter().find(|missing| missing.ability.name() == name);
        assert!(lacking.is_none(), "{name}: {}", lacking.unwrap().reason);
    }
}

fn a_listener_exists() {
    process::set_no_new_privs().unwrap();
    let ask = filter(&["getpgid"], Action::UserNotif);
    let _listener = install_with_listener(&ask, false, InstallFlags::default()).unwrap();
    for found in [quick(), full()] {
        assert!(!found.listener_free);
        assert!(found.notify, "the kernel has it all the same");
        assert!(reason(&found, Ability::ListenerFree).contains("already listening"));
    }
}

fn denied_by_a_container() {
    process::set_no_new_privs().unwrap();
    let calls =
        ["seccomp", "ptrace", "pidfd_getfd", "process_vm_readv", "landlock_create_ruleset", "openat2"];
    install(&filter(&calls, Action::Errno(Errno::EPERM)), InstallFlags::default()).unwrap();
    for found in [quick(), full()] {
        assert!(!found.notify && !found.addfd && !found.ptrace && !found.pidfd_getfd && !found.openat2);
        assert!(!found.process_vm_readv);
        assert_eq!(found.landlock_abi, 0);
        assert!(reason(&found, Ability::Notify).contains("denied here"), "{found:?}");
        assert!(reason(&found, Ability::Landlock).contains("denied here"));
    }
}

fn a_filter_kills_32_bit_calls() {
    process::set_no_new_privs().unwrap();
    let native = callgate_abi::Abi::NATIVE.audit_arch();
    let only_native = Program::new(vec![
        Insn::ld_abs(4),
        Insn::jeq(native, 1, 0),
        Insn::ret(Action::KillProcess.to_ret()),
        Insn::ret(Action::Allow.to_ret()),
    ])
    .unwrap();
    assert_ne!(number("getpid"), 0);
    install(&only_native, InstallFlags::default()).unwrap();
    let found = full();
    assert!(!found.ia32);
    let reason = reason(&found, Ability::Ia32);
    assert!(reason.contains("filter") || reason.contains("32-bit programs"), "{reason}");
}
