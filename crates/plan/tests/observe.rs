//! Plans of runs that refuse nothing.

use callgate_abi::{Abi, Action, Errno, SeccompData, Sysno};
use callgate_plan::{
    Abilities, Anchors, Engine, Mechanism, Plan, Tracing, Treatment, observe, observing, plan,
};
use callgate_policy::{Environment, Loader, Policy, Purpose};
use std::path::Path;

const ENGINE: Engine = Engine { handler: false, landlock_execute: true, tracing: Tracing::Never };

fn policy(toml: &str) -> Policy {
    let environment = Environment::new("/w", "/home/u");
    let mut loader = Loader::new(&environment);
    loader.text("p", &format!("callgate = 1\n{toml}"), Path::new("/w"));
    loader.finish(Purpose::Run).expect("the policy is right").0
}

fn treatments(plan: &Plan, call: &str) -> Vec<Treatment> {
    let sysno = Sysno::from_name(Abi::X86_64, call);
    plan.calls
        .iter()
        .filter(|planned| Some(planned.sysno) == sysno)
        .map(|planned| planned.treatment)
        .collect()
}

#[test]
fn doors_ask_instead_of_refusing() {
    let policy = policy("default = \"deny\"\n[fs]\nread = [\"/\"]\nexec = [\"/\"]\n");
    let enforced = plan(&policy, &Abilities::newest(), ENGINE);
    let observed = observe(&policy, &Abilities::newest(), ENGINE, &Anchors::default());
    assert_eq!(enforced.observed, None);
    assert_eq!(treatments(&enforced, "mount"), [Treatment::Errno(Errno::EPERM)]);
    assert_eq!(treatments(&observed, "mount"), [Treatment::Notify]);
    let refused = observed.observed.as_ref().expect("it is observed");
    let mount = Sysno::from_name(Abi::X86_64, "mount").expect("a call");
    assert!(
        refused.iter().any(|call| call.sysno == mount && call.treatment == Treatment::Errno(Errno::EPERM))
    );
    // What no filter sees stays away.
    for hidden in ["io_uring_setup", "clone3"] {
        assert_eq!(treatments(&observed, hidden), [Treatment::Errno(Errno::ENOSYS)], "{hidden}");
    }
    assert!(observed.calls.iter().all(|call| match call.treatment {
        Treatment::Entry(_) | Treatment::Trace(_) => false,
        Treatment::Notify => true,
        Treatment::Errno(errno) => errno == Errno::ENOSYS,
    }));
    assert_eq!(treatments(&observed, "execve"), [], "everything may be executed");
}

#[test]
fn executions_are_judged() {
    let listed = policy("default = \"deny\"\n[fs]\nread = [\"/\"]\nexec = [\"/usr/bin\"]\n");
    for abilities in [Abilities::newest(), Abilities { landlock_abi: 0, ..Abilities::newest() }] {
        let observed = observe(&listed, &abilities, ENGINE, &Anchors::default());
        assert_eq!(observed.landlock_execute, None);
        assert_eq!((observed.unenforced.len(), observed.gaps.len()), (0, 0));
        assert_eq!(treatments(&observed, "execve"), [Treatment::Notify]);
        assert_eq!(treatments(&observed, "execveat"), [Treatment::Notify]);
        let mechanisms: Vec<_> = observed.rules.iter().map(|lowered| lowered.mechanism).collect();
        assert_eq!(mechanisms, [Mechanism::Nothing, Mechanism::Notification]);
    }
    // What only a tracer could enforce is observed without one.
    let globs = policy("default = \"deny\"\n[fs]\nread = [\"/\"]\nexec = [\"/usr/*/x\"]\n");
    let traced = Engine { tracing: Tracing::Needed, ..ENGINE };
    let observed = observe(&globs, &Abilities::newest(), traced, &Anchors::default());
    assert!(!observed.traced && observed.unenforced.is_empty());
    assert_eq!(observed.rules[1].mechanism, Mechanism::Notification);
    assert_eq!(
        observe(&globs, &Abilities::newest(), ENGINE, &Anchors::default()).unenforced.len(),
        1,
        "nothing could enforce it here"
    );
    let nothing = policy("default = \"deny\"\n[fs]\nread = [\"/\"]\n");
    assert_eq!(
        treatments(&plan(&nothing, &Abilities::newest(), ENGINE), "execve"),
        [Treatment::Errno(Errno::EACCES)]
    );
    let observed = observe(&nothing, &Abilities::newest(), ENGINE, &Anchors::default());
    assert_eq!(treatments(&observed, "execve"), [Treatment::Notify]);
    let refused = observed.observed.expect("it is observed");
    assert!(refused.iter().all(|call| call.sysno.name() != Some("execve")), "it is reported by its file");
}

/// The filter of a policy that kills would ask; what it allowed it allows.
#[test]
fn calls_ask_instead_of_dying() {
    let policy = policy(
        "[syscalls]\ndefault = \"kill\"\nallow = [\"read\"]\nlog = [\"write\"]\nerrno.EPERM = [\"mprotect(prot & PROT_EXEC != 0)\"]\n",
    );
    let enforced = plan(&policy, &Abilities::newest(), ENGINE);
    assert!(!enforced.needs_listener && enforced.watches_kills);
    let observed = observe(&policy, &Abilities::newest(), ENGINE, &Anchors::default());
    assert!(observed.needs_listener && !observed.watches_kills);
    assert_eq!(observed.unenforced, []);
    let asked = observing(&policy);
    let answer = |name: &str, prot: u64| {
        let nr = Sysno::from_name(Abi::X86_64, name).expect("a call").nr as i32;
        let arch = Abi::X86_64.audit_arch();
        let data = SeccompData { nr, arch, args: [0, 0, prot, 0, 0, 0], ..SeccompData::default() };
        asked.syscalls.as_ref().expect("it has some").evaluate(&data).action
    };
    assert_eq!(answer("read", 0), Action::Allow);
    assert_eq!(answer("write", 0), Action::Log);
    assert_eq!(answer("mprotect", 4), Action::UserNotif);
    assert_eq!(answer("openat", 0), Action::UserNotif);
    let foreign = SeccompData { arch: 0x1234, ..SeccompData::default() };
    assert_eq!(asked.syscalls.as_ref().expect("it has some").evaluate(&foreign).action, Action::UserNotif);

    let lacking = observe(
        &policy,
        &Abilities { listener_free: false, ..Abilities::newest() },
        ENGINE,
        &Anchors::default(),
    );
    assert_eq!(lacking.unenforced.len(), 1, "nobody could be asked");
}
