//! The ptrace engine: the same programs, told the same; and what it alone has to withstand.

use crate::case::Case;
use callgate_tests::{Need, Scene, Variant};

const PTRACE: &[Need] = &[Need::Notify, Need::Addfd, Need::Ptrace];
const IA32: &[Need] = &[Need::Notify, Need::Addfd, Need::Ptrace, Need::Ia32];
const NATIVE: &[Variant] = &[Variant::Dynamic, Variant::Static];
const COMPAT: &[Variant] = &[Variant::I386, Variant::I386Static];

/// The subjects whose cases run under the ptrace engine too.
const BOTH: &[&str] = &[
    "opens",
    "paths",
    "writes",
    "nets",
    "procs",
    "signals",
    "terminal",
    "races",
    "confine",
    "doors",
    "reports",
    "launch",
    "kill",
    "ends",
    "documents",
    "programs",
    "presets",
    "exec",
    "killed",
];

/// Cases about the other engine: a traced run has no guardian, and its calls never fail for want of a supervisor, since it
/// ends with its tracer.
const NOT: &[&str] = &[
    "user/opens/openat2-may-fall-back",
    "user/ends/killed-guardian",
    "root/ends/killed-guardian",
    "user/ends/guardian-leaves-with-the-run",
    "user/ends/unsupervised-calls-fail",
];

/// The subjects whose cases run inside another supervised run too.
const NESTED: &[&str] = &["opens", "paths", "writes", "nets", "races", "procs", "signals", "exec", "killed"];

/// Cases that are about the whole run, or in which something differs there as `docs/semantics.md` says.
const NOT_NESTED: &[&str] = &[
    "user/opens/umask-acl-limits",
    "user/opens/umask-acl-limits-i386",
    "root/opens/umask-acl-limits",
    // There the path is not sealed: who loses the race is killed as the new program.
    "user/exec/race-of-the-path",
];

/// The engines under which a case is to run; `None` is callgate's choice.
pub(crate) fn engines(case: &Case) -> &'static [Option<&'static str>] {
    let subject = case.name.split('/').nth(1).unwrap_or_default();
    if subject == "traced" {
        &[Some("ptrace")]
    } else if BOTH.contains(&subject) && !NOT.contains(&case.name) {
        if NESTED.contains(&subject) && !NOT_NESTED.contains(&case.name) {
            &[None, Some("ptrace"), Some("nested")]
        } else {
            &[None, Some("ptrace")]
        }
    } else {
        &[None]
    }
}

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/traced/sealed-memory", needs: PTRACE, run: |scene| sealed(scene, Variant::Dynamic) },
    Case { name: "user/traced/sealed-memory-i386", needs: IA32, run: |scene| sealed(scene, Variant::I386) },
    Case { name: "root/traced/sealed-memory", needs: PTRACE, run: |scene| sealed(scene, Variant::Dynamic) },
    Case { name: "user/traced/out-of-sight", needs: PTRACE, run: |scene| leave(scene, Variant::Dynamic) },
    Case { name: "user/traced/out-of-sight-i386", needs: IA32, run: |scene| leave(scene, Variant::I386) },
    Case { name: "user/traced/filters-of-its-own", needs: PTRACE, run: |scene| filtered(scene, NATIVE) },
    Case { name: "user/traced/filters-of-its-own-i386", needs: IA32, run: |scene| filtered(scene, COMPAT) },
    Case { name: "user/traced/registers", needs: PTRACE, run: |scene| registers(scene, NATIVE) },
    Case { name: "user/traced/registers-i386", needs: IA32, run: |scene| registers(scene, COMPAT) },
    Case { name: "user/traced/the-program-opens-itself", needs: PTRACE, run: by_itself },
    Case { name: "user/traced/timer-without-restart", needs: PTRACE, run: timer },
    Case {
        name: "user/traced/signals-without-effect",
        needs: PTRACE,
        run: |scene| same(scene, "woken", &[]),
    },
    Case {
        name: "user/traced/200-threads",
        needs: PTRACE,
        run: |scene| same(scene, "procs", &["threads", "200"]),
    },
    Case { name: "user/traced/redirects", needs: PTRACE, run: redirects },
];

fn same(scene: &Scene, guest: &str, args: &[&str]) {
    scene.same(guest, &[Variant::Dynamic], args, &|_| ());
}

const DENY: &str = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"$CWD/forbidden-*\"]\n";

fn put_files(scene: &Scene) {
    scene.put("permitted-file", "in the open\n");
    scene.put("forbidden-file", "the secret\n");
}

/// Attack 16 and its kin: nothing writes the memory in which checked arguments lie, and nothing takes its place. Natively
/// each way is open where a protective step is missing.
fn sealed(scene: &Scene, variant: Variant) {
    let program = scene.guests.find("sealed", variant);
    let door = scene.native(&program, &["door"]);
    assert_eq!(
        door.stdout,
        "private, by /proc/self/mem: 1\nshared, by /proc/self/mem: 0\n\
         without F_SEAL_FUTURE_WRITE, by mprotect: 1\nwith it: 0\nwithout mseal, by MAP_FIXED: 1\nwith it: 0\n",
        "{door}"
    );
    put_files(scene);
    let outcome = scene.supervised(DENY, &program, &["attack"]);
    outcome.ends(0).prints("as before: 1\nopen: ok\nopen of what is denied: -EACCES\n");
    assert!(!outcome.stdout.contains("DONE") && outcome.stdout.contains("munmap: refused"), "{outcome}");
}

/// Attack 1: a tracee leaves its tracer by a clone that asks for it, and by a listener that answers first.
fn leave(scene: &Scene, variant: Variant) {
    let program = scene.guests.find("leave", variant);
    let door = scene.native(&program, &["door"]);
    assert_eq!(door.stdout, "its child is traced: 0\nstops of two calls: 1\n", "{door}");
    put_files(scene);
    let outcome = scene.supervised(DENY, &program, &["inside"]);
    outcome.ends(0).prints("a child is traced: 1\nits open of what is denied: -EACCES\n");
    outcome.prints(
        "a listener of its own: -EBUSY\ntracing a child: -EPERM\nbeing traced by the parent: -EPERM\n",
    );
    assert!(variant.is_i386() || outcome.stdout.contains("the register is kept: 1\n"), "{outcome}");
}

/// Attack 12: a filter of the program's own sees each call as the program made it, though the tracer has another one
/// performed where there is no such filter.
fn filtered(scene: &Scene, variants: &[Variant]) {
    for how in ["seccomp", "prctl", "tsync", "trace"] {
        scene.same("filtered", variants, &[how], &|_| ());
    }
}

fn registers(scene: &Scene, variants: &[Variant]) {
    let native = scene.same("registers", variants, &[], &|_| ());
    assert!(!native.stdout.contains("kept 0"), "{native}");
}

/// Opens are the program's own: no notification for them, and what is reported says who judged.
fn by_itself(scene: &Scene) {
    put_files(scene);
    let cat = scene.guests.find("cat", Variant::Dynamic);
    scene.supervised(DENY, &cat, &["permitted-file"]).prints("in the open").ends(0);
    scene.supervised(DENY, &cat, &["forbidden-file"]).prints("-EACCES").says("fs.deny.all[0]").ends(1);
    let denials: Vec<_> = scene.events().into_iter().filter(|event| event["verdict"] == "deny").collect();
    assert_eq!(denials.len(), 1, "{denials:?}");
    assert_eq!((&denials[0]["via"], &denials[0]["op"]), (&"ptrace".into(), &"fs.read".into()), "{denials:?}");
}

/// No call is interrupted that would not be natively, whatever the handler's flags: neither one that the program performs
/// nor one that waits for the supervisor.
fn timer(scene: &Scene) {
    let judged = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"**/forbidden-*\"]\n";
    for (mode, count) in [("no-restart", "2000"), ("names", "5000")] {
        let native = scene.same_under(&[judged], "signals", &[Variant::Dynamic], &[mode, count], &|_| ());
        native.prints(": interrupted 0 other 0");
    }
}

/// Executions and folders are redirected as opens are.
fn redirects(scene: &Scene) {
    let policy = "callgate = 1\ndefault = \"allow\"\n\
        [[fs.redirect]]\nfrom = \"$CWD/one\"\nto = \"$CWD/two\"\n[[fs.redirect]]\nfrom = \"$CWD/tool\"\nto = \"/usr/bin/printf\"\n";
    scene.put("one/file", "from one\n");
    scene.put("two/file", "from two\n");
    scene.put("tool", "no program\n");
    let script = "cat one/file; cd one && pwd && cat file; cd ..; ./tool 'run %s\\n' here";
    let outcome = scene.supervised(policy, "/bin/sh".as_ref(), &["-c", script]);
    outcome.ends(0).prints("from two\n").prints("run here\n");
    assert!(!outcome.stdout.contains("from one"), "{outcome}");
    // A redirect grants nothing: neither name may be denied.
    let denied = format!("{policy}[fs]\ndeny.exec = [\"/usr/bin/printf\"]\n");
    let outcome = scene.supervised(&denied, "/bin/sh".as_ref(), &["-c", "./tool x; echo $?"]);
    outcome.prints("126\n").says("/usr/bin/printf");
}
