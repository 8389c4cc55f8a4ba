//! Plans of runs that are traced.

use callgate_abi::{Abi, Errno, Sysno};
use callgate_plan::{
    Abilities, DIVERTED, Engine, Mechanism, Plan, PlannedCall, Traced, Tracing, Treatment, plan,
};
use callgate_policy::{Environment, Loader, Policy, Purpose};
use std::path::Path;

const NEEDED: Engine = Engine { handler: false, landlock_execute: true, tracing: Tracing::Needed };
const PREFERRED: Engine = Engine { tracing: Tracing::Preferred, ..NEEDED };
const NEVER: Engine = Engine { tracing: Tracing::Never, ..NEEDED };

fn policy(text: &str) -> Policy {
    let environment = Environment::new("/w", "/home/u");
    let mut loader = Loader::new(&environment);
    loader.text("p", &format!("callgate = 1\n{text}"), Path::new("/w"));
    loader.finish(Purpose::Run).expect("the policy is right").0
}

fn treatments(plan: &Plan, name: &str) -> Vec<Treatment> {
    let native = Sysno::from_name(Abi::X86_64, name);
    plan.calls.iter().filter(|call| Some(call.sysno) == native).map(|call| call.treatment).collect()
}

fn is_diverted(call: &PlannedCall) -> bool {
    call.treatment == Treatment::Notify
        && call.when.iter().any(|when| when.arg == 5 && when.value == u64::from(DIVERTED))
}

const EXEC: Treatment = Treatment::Trace(Traced::Exec);
const OPEN: Treatment = Treatment::Trace(Traced::Open);

#[test]
fn executions_are_traced_where_nothing_else_enforces_the_rule() {
    let cases = [
        ("default = \"allow\"\n[fs]\ndeny.exec = [\"/usr/bin/id\"]\n", true),
        ("default = \"deny\"\n[fs]\nread = [\"/\"]\nexec = [\"/usr/bin/*sh\"]\n", true),
        (
            "default = \"deny\"\n[fs]\nread = [\"/\"]\nexec = [{ at = \"/usr\", except = [\"/usr/bin/id\"] }]\n",
            true,
        ),
        // Landlock, the filter, and nobody.
        ("default = \"deny\"\n[fs]\nread = [\"/\"]\nexec = [\"/usr\"]\n", false),
        ("default = \"deny\"\n[fs]\nread = [\"/\"]\n", false),
        ("default = \"allow\"\n[fs]\ndeny.all = [\"**/.env\"]\n", false),
        ("default = \"allow\"\n[net]\ndeny.connect = [\"tcp:*:80\"]\n", false),
    ];
    for (text, traced) in cases {
        let policy = policy(text);
        let plan = plan(&policy, &Abilities::newest(), NEEDED);
        assert_eq!((plan.traced, treatments(&plan, "execve").contains(&EXEC)), (traced, traced), "{text}");
        assert!(plan.unenforced.is_empty(), "{text}: {:?}", plan.unenforced);
        if traced {
            assert!(plan.rules.iter().any(|rule| rule.mechanism == Mechanism::Ptrace), "{text}");
            assert_eq!(plan.landlock_execute, None, "one mechanism enforces it");
            assert!(plan.needs_listener, "what the tracer cannot do is diverted");
            assert_eq!(treatments(&plan, "clone3"), [Treatment::Errno(Errno::ENOSYS)], "{text}");
        }
        for engine in
            [(NEVER, Abilities::newest()), (NEEDED, Abilities { ptrace: false, ..Abilities::newest() })]
        {
            let plan = callgate_plan::plan(&policy, &engine.1, engine.0);
            assert!(!plan.traced);
            assert_eq!(plan.unenforced.len(), usize::from(traced), "{text}: it says so");
        }
    }
}

/// Who may execute a file may read it, so the rule is the supervisor's too; without a tracer the rest is left open.
#[test]
fn executions_are_traced_to_report_them() {
    let logged = policy("default = \"allow\"\n[fs]\nlog.exec = [\"/usr/bin/id\"]\n");
    let traced = plan(&logged, &Abilities::newest(), NEEDED);
    assert!(traced.traced && treatments(&traced, "execve").contains(&EXEC));
    let untraced = plan(&logged, &Abilities::newest(), NEVER);
    assert!(!untraced.traced && untraced.gaps.len() == 1, "{:?}", untraced.gaps);
}

#[test]
fn opens_are_traced_where_that_is_preferred() {
    let judged = policy("default = \"allow\"\n[fs]\ndeny.all = [\"**/.env\"]\n");
    let traced = plan(&judged, &Abilities::newest(), PREFERRED);
    for name in ["open", "openat", "openat2", "creat"] {
        assert!(treatments(&traced, name).contains(&OPEN), "{name}");
    }
    assert!(treatments(&traced, "execve").contains(&EXEC), "it denies that too");
    assert_eq!(treatments(&traced, "rename"), [Treatment::Notify], "names stay the supervisor's");
    assert!(!treatments(&plan(&judged, &Abilities::newest(), NEEDED), "openat").contains(&OPEN));
    for call in traced.calls.iter().filter(|call| call.treatment == OPEN) {
        assert!(traced.calls.iter().any(|other| other.sysno == call.sysno && is_diverted(other)), "{call:?}");
    }
    assert_eq!(treatments(&traced, "ptrace"), [Treatment::Errno(Errno::EPERM)], "a program has one tracer");
    assert!(treatments(&traced, "clone").contains(&Treatment::Trace(Traced::Clone)));
}

#[test]
fn without_sealed_memory_opens_stay_with_the_supervisor() {
    let rules = "[fs]\ndeny.all = [\"**/.env\"]\n";
    let older = Abilities { mseal: false, ..Abilities::newest() };
    let refusing = |call: &str| {
        policy(&format!(
            "default = \"allow\"\n[syscalls]\ndefault = \"allow\"\nerrno.EPERM = [\"{call}\"]\n{rules}"
        ))
    };
    let open = policy(&format!("default = \"allow\"\n{rules}"));
    let cases = [
        (open, older),
        (refusing("openat2"), Abilities::newest()),
        (refusing("mseal"), Abilities::newest()),
        (refusing("mmap2"), Abilities::newest()),
    ];
    for (policy, abilities) in cases {
        let plan = plan(&policy, &abilities, PREFERRED);
        assert!(plan.traced && !treatments(&plan, "openat").contains(&OPEN));
        assert!(treatments(&plan, "openat").contains(&Treatment::Notify));
        assert!(plan.gaps.iter().any(|gap| gap.id == "sealed arguments"), "{:?}", plan.gaps);
        assert!(plan.unenforced.is_empty());
    }
}

#[test]
fn a_rule_may_ask_for_the_tracer() {
    let asks = policy("default = \"deny\"\n[fs]\nread = [{ at = \"/srv\", via = \"ptrace\" }]\n");
    let traced = plan(&asks, &Abilities::newest(), NEEDED);
    assert_eq!(traced.rules[0].mechanism, Mechanism::Ptrace);
    assert!(treatments(&traced, "openat").contains(&OPEN) && traced.unenforced.is_empty());
    for lacking in [
        Abilities { mseal: false, ..Abilities::newest() },
        Abilities { ptrace: false, ..Abilities::newest() },
    ] {
        assert_eq!(plan(&asks, &lacking, NEEDED).unenforced.len(), 1);
    }
    let unable = Abilities { ptrace: false, ..Abilities::newest() };
    let judged = policy("default = \"allow\"\n[fs]\ndeny.all = [\"**/.env\"]\n");
    let plan = plan(&judged, &unable, PREFERRED);
    assert!(plan.unenforced.iter().any(|open| open.id == "ptrace"), "it was asked for");
}

#[test]
fn beside_another_listener_calls_are_judged_at_their_entry() {
    let asks = policy(
        "default = \"allow\"\n[fs]\ndeny.write = [\"**/.env\"]\ndeny.exec = [\"/usr/bin/id\"]\n[net]\ndeny.connect = [\"tcp:*:1\"]\n",
    );
    let taken = Abilities { listener_free: false, ..Abilities::newest() };
    for engine in [NEEDED, PREFERRED] {
        let plan = plan(&asks, &taken, engine);
        assert!(
            plan.seals && plan.nested && plan.traced && !plan.needs_listener && plan.unenforced.is_empty(),
            "{plan:?}"
        );
        for name in ["openat", "mkdir", "connect"] {
            assert!(treatments(&plan, name).contains(&Treatment::Entry(None)), "{name}");
        }
        assert_eq!(treatments(&plan, "execve"), [Treatment::Entry(Some(Traced::Exec))]);
        assert_eq!(treatments(&plan, "ptrace"), [Treatment::Errno(Errno::EPERM)]);
        let of_filter =
            |call: &PlannedCall| matches!(call.treatment, Treatment::Entry(_) | Treatment::Errno(_));
        assert!(plan.calls.iter().all(of_filter), "the filter asks nobody");
        assert!(plan.rules.iter().all(|lowered| lowered.mechanism == Mechanism::Ptrace));
        assert!(plan.gaps.iter().any(|gap| gap.id == "another supervisor"));
    }
    let free = plan(&asks, &Abilities::newest(), NEEDED);
    assert!(!free.nested && free.needs_listener);
    let refusing = "[syscalls]\ndefault = \"allow\"\nerrno.EPERM = [\"recvmsg\"]\n";
    let refusing = policy(&format!("default = \"allow\"\n[fs]\ndeny.write = [\"**/.env\"]\n{refusing}"));
    for (policy, abilities, engine) in [
        (&asks, taken.clone(), NEVER),
        (&asks, Abilities { ptrace: false, ..taken.clone() }, NEEDED),
        (&asks, Abilities { landlock_abi: 5, ..taken.clone() }, NEEDED),
        (&asks, Abilities { pidfd_getfd: false, ..taken.clone() }, NEEDED),
        (&refusing, taken.clone(), NEEDED),
    ] {
        let plan = plan(policy, &abilities, engine);
        assert!(!plan.nested && plan.unenforced.iter().any(|open| open.id == "listener"), "{abilities:?}");
    }
}
