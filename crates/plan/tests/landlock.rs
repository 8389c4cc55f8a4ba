//! What Landlock holds by itself: policies × abilities × what stands at their names.

use callgate_abi::{Abi, Sysno};
use callgate_plan::{
    Abilities, Anchor, Anchors, Engine, Mechanism, Plan, Ports, Reported, Tracing, Treatment, plan_on, wanted,
};
use callgate_policy::{Environment, Loader, Policy, Purpose};
use std::path::{Path, PathBuf};

const ENGINE: Engine = Engine { handler: false, landlock_execute: true, tracing: Tracing::Needed };
const FOLDER: Anchor = Anchor::Found { folder: true, fixed: false };
const FIXED: Anchor = Anchor::Found { folder: true, fixed: true };
const SILENT: &str = "callgate = 1\ndefault = \"deny\"\nreport = \"none\"\n";

fn policy(text: &str) -> Policy {
    let environment = Environment::new("/project", "/home/u");
    let mut loader = Loader::new(&environment);
    loader.text("x.toml", text, Path::new("/project"));
    loader.finish(Purpose::Run).unwrap_or_else(|findings| panic!("{}", findings.render(false))).0
}

/// Folders at all names, but for those given.
fn standing(policy: &Policy, other: &[(&str, Anchor)]) -> Anchors {
    let mut anchors = Anchors::default();
    for name in wanted(policy).unwrap_or_default() {
        let given = other.iter().find(|(path, _)| Path::new(path) == name);
        anchors.found.insert(name, given.map_or(FOLDER, |(_, anchor)| *anchor));
    }
    anchors
}

/// The calls that come to the supervisor.
fn notified(plan: &Plan) -> Vec<String> {
    let native = |call: &&callgate_plan::PlannedCall| {
        call.treatment == Treatment::Notify && call.sysno.abi == Abi::NATIVE
    };
    let mut names: Vec<String> =
        plan.calls.iter().filter(native).map(|call| call.sysno.to_string()).collect();
    names.sort();
    names.dedup();
    names
}

/// `r`, `w`, `c`, `b` for what Landlock holds.
fn held(plan: &Plan) -> String {
    let landlock = &plan.landlock;
    let held = [
        ('r', landlock.read.is_some()),
        ('w', landlock.write.is_some()),
        ('c', landlock.connect.is_some()),
        ('b', landlock.bind.is_some()),
    ];
    held.into_iter().filter_map(|(letter, holds)| holds.then_some(letter)).collect()
}

const FILES: &str = "[fs]\nread = [\"/usr\", \"/project\"]\nwrite = [\"/project/*\"]\n";
const TCP: &str =
    "[net]\nconnect = [\"tcp:*:80\", \"tcp:*:443-445\", \"udp:*:*\", \"unix:/\", \"unix:@*\"]\n";

/// Rules, what Landlock holds of them, and what is said of what it does not.
const POLICIES: &[(&str, &str, &str)] = &[
    (FILES, "rw", ""),
    ("[fs]\nread = [\"/usr\"]\n", "rw", ""),
    ("[fs]\nread = [\"/\"]\nwrite = [\"/project/*\"]\n", "w", ""),
    ("[fs]\nread = [\"/usr/*/share\"]\nwrite = [\"/project/*\"]\n", "w", "Landlock has no wildcards"),
    ("[fs]\nread = [\"/usr\"]\nwrite = [\"/project/*\"]\n", "w", "Landlock would let /project be listed too"),
    ("[fs]\nread = [\"/project\"]\nwrite = [\"/project\"]\n", "", "itself be removed and made anew"),
    (
        "[fs]\nread = [\"/usr\", \"/project\"]\nwrite = [\"/project/*.log\"]\n",
        "",
        "Landlock has no wildcards",
    ),
    (
        "[fs]\nread = [{ at = \"/usr\", except = [\"/usr/local\"] }, \"/project\"]\nwrite = [\"/project/*\"]\n",
        "w",
        "Landlock has no exceptions",
    ),
    (
        "[fs]\nread = [\"/usr\", \"/project\"]\nwrite = [\"/project/*\"]\ndeny.read = [\"/project/.env\"]\n",
        "w",
        "Landlock cannot take away",
    ),
    ("[fs]\nread = [\"/usr\", \"/project\"]\nwrite = [\"/project/*\"]\ndeny.all = [\"/home\"]\n", "rw", ""),
    (
        "[fs]\nread = [\"/usr\", \"/project\"]\nwrite = [\"/project/*\"]\ndeny.all = [{ at = \"/home\", errno = \"ENOENT\" }]\n",
        "",
        "Landlock answers EACCES, not ENOENT",
    ),
    (
        "[fs]\nread = [\"/usr\", \"/project\"]\nwrite = [\"/project/*\"]\nhide = [\"/home\"]\n",
        "",
        "Landlock hides none",
    ),
    (
        "[fs]\nread = [\"/usr\", \"/project\"]\nwrite = [\"/project/*\"]\nlog.read = [\"/usr/lib\"]\n",
        "w",
        "each matching call is to be reported",
    ),
    // What may be renamed is granted wherever it goes.
    ("[fs]\nread = [\"/project/a/b\"]\nwrite = [\"/project/?\"]\n", "", "Landlock has no wildcards"),
    (TCP, "rwc", ""),
    ("[net]\nconnect = [\"tcp:*:80\"]\n", "rw", "allow all of udp:*:*, unix:/ and unix:@* too"),
    (
        "[net]\nconnect = [\"tcp:10.0.0.0/8:80\", \"udp:*:*\", \"unix:/\", \"unix:@*\"]\n",
        "rw",
        "Landlock knows ports and no hosts",
    ),
    (
        "[net]\nconnect = [\"tcp:*:1-2000\", \"udp:*:*\", \"unix:/\", \"unix:@*\"]\n",
        "rw",
        "more than 1024 would make each start slow",
    ),
    ("[net]\nbind = [\"tcp:*:*\", \"udp:*:*\", \"unix:/\", \"unix:@*\"]\n", "rwb", ""),
];

#[test]
fn what_landlock_holds() {
    for (rules, expected, said) in POLICIES {
        let policy = policy(&format!("{SILENT}{rules}"));
        let plan = plan_on(&policy, &Abilities::newest(), ENGINE, &standing(&policy, &[]));
        assert_eq!(held(&plan), *expected, "{rules}\n{:?}", plan.rules);
        assert_eq!(plan.unenforced, [], "{rules}");
        let cheaper: Vec<&str> = plan.rules.iter().filter_map(|rule| rule.cheaper.as_deref()).collect();
        assert!(said.is_empty() == cheaper.is_empty(), "{rules}\n{cheaper:?}");
        assert!(
            cheaper.iter().any(|cheaper| cheaper.contains(said)) || said.is_empty(),
            "{rules}\n{cheaper:?}"
        );
        for lowered in &plan.rules {
            assert_ne!(lowered.mechanism, Mechanism::Unenforced);
            assert!(lowered.reported == Reported::Nothing || said.contains("reported"), "{rules}");
        }
    }
}

#[test]
fn what_may_be_said_in_silence() {
    let with = |head: &str, via: &str| {
        let rule = |at: &str| {
            if via.is_empty() { format!("\"{at}\"") } else { format!("{{ at = \"{at}\", via = \"{via}\" }}") }
        };
        let text = format!(
            "callgate = 1\ndefault = \"deny\"\n{head}[fs]\nread = [{}, {}]\nwrite = [{}]\n",
            rule("/usr"),
            rule("/project"),
            rule("/project/*")
        );
        let policy = policy(&text);
        plan_on(&policy, &Abilities::newest(), ENGINE, &standing(&policy, &[]))
    };
    assert_eq!(held(&with("", "")), "");
    assert_eq!(held(&with("report = \"all\"\n", "")), "");
    assert_eq!(held(&with("report = \"none\"\n", "")), "rw");
    assert_eq!(held(&with("", "kernel")), "rw");
    let told = with("", "");
    let cheaper = told.rules[0].cheaper.as_deref().unwrap();
    assert!(
        cheaper.contains("denials are to be reported") && cheaper.contains("report = \"none\""),
        "{cheaper}"
    );
    let all = with("report = \"all\"\n", "kernel");
    assert!(all.unenforced[0].reason.contains("every judged call is to be reported"), "{:?}", all.unenforced);
    let kernel = with("", "kernel");
    assert_eq!(kernel.unenforced.iter().map(|open| open.id.as_str()).collect::<Vec<_>>(), ["metadata"]);
}

#[test]
fn what_is_asked_all_the_same() {
    let files = policy(&format!(
        "{SILENT}{FILES}[net]\nlisten = [\"tcp:*:*\", \"udp:*:*\", \"unix:/\", \"unix:@*\"]\nconnect = [\"tcp:*:*\", \"udp:*:*\", \"unix:/\", \"unix:@*\"]\nsend = [\"unix:/\", \"unix:@*\"]\n"
    ));
    let plan = plan_on(&files, &Abilities::newest(), ENGINE, &standing(&files, &[]));
    assert_eq!(held(&plan), "rwcb");
    assert_eq!(plan.landlock.connect, Some(Ports::All));
    let asked = notified(&plan);
    for name in ["utimensat", "chmod", "fchmod", "link", "linkat", "openat2", "open", "openat"] {
        assert!(asked.iter().any(|asked| asked == name), "{name}: {asked:?}");
    }
    for name in [
        "rename",
        "renameat2",
        "unlink",
        "mkdir",
        "symlink",
        "truncate",
        "connect",
        "bind",
        "listen",
        "sendto",
        "creat",
    ] {
        assert!(!asked.iter().any(|asked| asked == name), "{name}: {asked:?}");
    }
    // Only of a file without a name.
    let openat = Sysno::from_name(Abi::NATIVE, "openat").unwrap();
    let flags = |flags: u64| {
        plan.calls.iter().any(|call| {
            call.sysno == openat && call.when.iter().all(|one| one.holds(&[0, 0, flags, 0, 0, 0]))
        })
    };
    assert!(flags(0o20_200_002) && !flags(0o102) && !flags(0) && !flags(0o1001));
}

#[test]
fn what_stands_there() {
    let files = policy(&format!("{SILENT}{FILES}"));
    let literal = policy(&format!("{SILENT}[fs]\nread = [\"/usr\", \"/project\"]\nwrite = [\"/project\"]\n"));
    let with = |policy: &Policy, other: &[(&str, Anchor)], abilities: &Abilities| {
        plan_on(policy, abilities, ENGINE, &standing(policy, other))
    };
    let says = |plan: &Plan, text: &str| {
        let cheaper: Vec<&str> = plan.rules.iter().filter_map(|rule| rule.cheaper.as_deref()).collect();
        assert!(cheaper.iter().any(|cheaper| cheaper.contains(text)), "{text}: {cheaper:?}");
    };
    assert_eq!(
        plan_on(&files, &Abilities::newest(), ENGINE, &Anchors::default()).landlock,
        callgate_plan::Landlock::default()
    );
    let missing = with(&files, &[("/usr", Anchor::Missing)], &Abilities::newest());
    assert_eq!(held(&missing), "w");
    says(&missing, "/usr does not exist");
    let unfit = with(&files, &[("/usr", Anchor::Unfit("it is odd"))], &Abilities::newest());
    assert_eq!(held(&unfit), "w");
    says(&unfit, "it is odd");
    let link = with(&files, &[("/usr", Anchor::Link)], &Abilities::newest());
    assert_eq!(
        link.landlock.read,
        Some(vec![PathBuf::from("/project")]),
        "no resolved name is beneath a link"
    );
    assert_eq!(
        held(&with(&literal, &[("/project", FIXED)], &Abilities::newest())),
        "rw",
        "nobody can remove it"
    );
    assert_eq!(held(&with(&literal, &[], &Abilities::newest())), "");
    // Who is privileged is kept from the processes of others by the supervisor alone.
    let root = Abilities { privileged: true, ..Abilities::newest() };
    let mut anchors = standing(&files, &[]);
    anchors.procfs = vec![PathBuf::from("/proc"), PathBuf::from("/project/chroot/proc")];
    assert_eq!(held(&plan_on(&files, &Abilities::newest(), ENGINE, &anchors)), "rw");
    assert_eq!(held(&plan_on(&files, &root, ENGINE, &anchors)), "");
    anchors.procfs.pop();
    assert_eq!(held(&plan_on(&files, &root, ENGINE, &anchors)), "rw");
    // The program must be able to read what it is started from, and Landlock would let it.
    anchors.launch = vec![PathBuf::from("/usr/bin/true")];
    assert_eq!(held(&plan_on(&files, &Abilities::newest(), ENGINE, &anchors)), "rw");
    anchors.launch.push(PathBuf::from("/opt/ld.so"));
    let unread = plan_on(&files, &Abilities::newest(), ENGINE, &anchors);
    assert_eq!(held(&unread), "w");
    says(&unread, "/opt/ld.so, which it is started from");
}

/// What is taken away, what of `r`, `w` and `c` is held all the same, and what the plan says.
type Lack = (fn(&mut Abilities), &'static str, &'static str);

#[test]
fn what_the_kernel_lacks() {
    let lacking: [Lack; 7] = [
        (|_| {}, "rwc", ""),
        (
            |abilities| abilities.landlock_abi = 3,
            "rw",
            "it needs Landlock 4 (Linux 6.7), and here is Landlock 3",
        ),
        (
            |abilities| abilities.landlock_abi = 2,
            "r",
            "it needs Landlock 3 (Linux 6.2), and here is Landlock 2",
        ),
        (
            |abilities| abilities.landlock_abi = 1,
            "",
            "it needs Landlock 2 (Linux 5.19), and here is Landlock 1",
        ),
        (|abilities| abilities.landlock_abi = 0, "", "and there is none here"),
        (|abilities| abilities.ptrace = false, "rwc", ""),
        (|abilities| abilities.listener_free = false, "", "another supervisor listens"),
    ];
    let auto = policy(&format!("{SILENT}{FILES}{TCP}"));
    let kernel = policy(
        &format!("{SILENT}{FILES}{TCP}")
            .replace("\"/project/*\"", "{ at = \"/project/*\", via = \"kernel\" }"),
    );
    for (withhold, expected, said) in lacking {
        let mut abilities = Abilities::newest();
        withhold(&mut abilities);
        let plan = plan_on(&auto, &abilities, ENGINE, &standing(&auto, &[]));
        assert_eq!(held(&plan), expected, "{said}");
        let open: Vec<&str> = plan.unenforced.iter().map(|open| open.id.as_str()).collect();
        assert_eq!(open, [""; 0], "it is the supervisor's then");
        assert_eq!(plan.nested, !abilities.listener_free);
        let cheaper: String = plan.rules.iter().filter_map(|rule| rule.cheaper.clone()).collect();
        assert!(cheaper.contains(said), "{said}: {cheaper}");
        let plan = plan_on(&kernel, &abilities, ENGINE, &standing(&kernel, &[]));
        let open: Vec<&str> = plan.unenforced.iter().map(|open| open.id.as_str()).collect();
        let holds = expected.contains('w');
        let first = if holds { "metadata" } else { "fs.write[0]" };
        assert_eq!(open, [first], "{said}");
        assert!(holds || plan.unenforced[0].reason.contains("leave out `via`"), "{:?}", plan.unenforced);
    }
    let preferred = Engine { tracing: Tracing::Preferred, ..ENGINE };
    assert_eq!(
        held(&plan_on(&auto, &Abilities::newest(), preferred, &standing(&auto, &[]))),
        "",
        "the tracer was asked for"
    );
    let unable = Engine { landlock_execute: false, ..ENGINE };
    assert_eq!(held(&plan_on(&auto, &Abilities::newest(), unable, &standing(&auto, &[]))), "");
}

#[test]
fn what_the_kernel_is_told_to_do_and_less() {
    let text = format!(
        "{SILENT}[fs]\nread = [\"/usr\", {{ at = \"/none\", via = \"kernel\" }}]\nwrite = [{{ at = \"/project\", via = \"kernel\" }}]\n"
    );
    let policy = policy(&text);
    let plan =
        plan_on(&policy, &Abilities::newest(), ENGINE, &standing(&policy, &[("/none", Anchor::Missing)]));
    assert_eq!(held(&plan), "rw");
    let gaps: Vec<(&str, &str)> =
        plan.gaps.iter().map(|gap| (gap.id.as_str(), gap.reason.as_str())).collect();
    assert!(gaps.iter().any(|(id, why)| *id == "fs.read[1]" && why.contains("stays denied")), "{gaps:?}");
    assert!(
        gaps.iter().any(|(id, why)| *id == "fs.write[0]" && why.contains("removed nor renamed")),
        "{gaps:?}"
    );
    for (op, rules) in [
        ("net.listen", "[net]\nlisten = [{ at = \"tcp:*:80\", via = \"kernel\" }]\n"),
        ("net.connect", "[net]\nconnect = [{ at = \"tcp:1.2.3.4:80\", via = \"kernel\" }]\n"),
        ("fs.read", "[fs]\nread = [{ at = \"/usr/*.so\", via = \"kernel\" }]\n"),
    ] {
        let policy = self::policy(&format!("{SILENT}{rules}"));
        let plan = plan_on(&policy, &Abilities::newest(), ENGINE, &standing(&policy, &[]));
        assert_eq!(plan.unenforced.len(), 1, "{rules}");
        assert!(plan.unenforced[0].reason.contains(op), "{:?}", plan.unenforced);
    }
}
