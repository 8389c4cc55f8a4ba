//! Programs that are started, compared with the same programs alone.

use crate::bench::{Bench, User, same, users};
use serde_json::Value;

const REFUSE_GETCWD: &str = "2000000000000000150000014f000000060000001900050006000000 0000ff7f";

#[test]
fn every_way_is_seen_and_nothing_changes() {
    let bench = Bench::new();
    for user in users() {
        let dumped = same(&bench, "installs", &["privs", "ask", "prctl", "ask", "getcwd", "3"], *user);
        let [filter] = dumped.filters() else { panic!("{}", dumped.json) };
        assert_eq!(filter["raw"], REFUSE_GETCWD.replace(' ', ""));
        assert_eq!(filter["result"], 0);
        assert_eq!(filter["abi"], "x86_64");
        assert_eq!(filter["exe"], bench.path("installs").to_str().unwrap());
        assert!(
            filter["call"].as_str().unwrap().starts_with("prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, 0x")
        );
        assert_eq!(dumped.output.status.code(), Some(0));

        let dumped = same(&bench, "installs", &["privs", "thread", "child", "vfork", "tsync"], *user);
        let flags: Vec<&Value> = dumped.filters().iter().map(|filter| &filter["flag_names"][0]).collect();
        assert_eq!(flags.len(), 4, "{}", dumped.json);
        assert_eq!(flags[0], "SECCOMP_FILTER_FLAG_LOG");
        assert_eq!(flags[3], "SECCOMP_FILTER_FLAG_TSYNC");
        let who = |at: usize| (dumped.filters()[at]["pid"].as_u64(), dumped.filters()[at]["tid"].as_u64());
        assert_eq!(who(3).0, who(3).1);
        assert_eq!(who(0).0, who(3).0, "the thread is of the program");
        assert_ne!(who(0).1, who(3).1);
        assert_ne!(who(1).0, who(3).0, "the child is not");
        assert_ne!(who(1).0, who(2).0);
    }
}

#[test]
fn what_the_kernel_refuses_is_refused() {
    let bench = Bench::new();
    for user in users() {
        let words = [
            "bad",
            "empty",
            "unreadable",
            "flags",
            "prctl",
            "privs",
            "bad",
            "empty",
            "prctl",
            "exec",
            "ask",
            "seccomp",
        ];
        let dumped = same(&bench, "installs", &words, *user);
        let results: Vec<&str> =
            dumped.filters().iter().map(|filter| filter["errno"].as_str().unwrap_or("-")).collect();
        let without_privileges = *user == User::Nobody || users().len() == 1;
        let first = if without_privileges { "EACCES" } else { "-" };
        let bad = if without_privileges { "EACCES" } else { "EINVAL" };
        assert_eq!(results, [bad, "EINVAL", "EFAULT", "EINVAL", first, "EINVAL", "EINVAL", "-", "-"]);
        assert_eq!(dumped.filters()[0]["raw"], "2000000002000000");
        assert!(
            dumped.filters()[0]["refused"].as_str().unwrap().contains("the last instruction must return")
        );
        assert_eq!(dumped.filters()[2]["problem"], "unreadable");
        assert_eq!(dumped.filters()[2]["in_force"], false);
    }
}

#[test]
fn strict_mode() {
    let bench = Bench::new();
    for user in users() {
        for words in [
            &["ask", "strict", "leave"][..],
            &["strict-too", "leave"],
            &["strict", "getcwd"],
            &["thread", "strict", "ask"],
        ] {
            let dumped = same(&bench, "installs", words, *user);
            let last = dumped.filters().last().unwrap();
            assert_eq!((&last["mode"], &last["result"]), (&Value::from("strict"), &Value::from(0)));
        }
        let after_a_filter = same(&bench, "installs", &["privs", "prctl", "strict", "4"], *user);
        assert_eq!(after_a_filter.filters()[1]["errno"], "EINVAL");
    }
}

#[test]
fn a_filter_that_answers_trace_has_no_tracer() {
    let bench = Bench::new();
    for user in users() {
        let dumped = same(&bench, "installs", &["privs", "tracing", "getcwd"], *user);
        assert!(dumped.words().contains("getcwd -1 ENOSYS"), "{}", dumped.words());
    }
}

#[test]
fn signals_and_crashes_end_as_they_do() {
    let bench = Bench::new();
    for user in users() {
        same(&bench, "installs", &["signal", "privs", "prctl", "signal", "7"], *user);
        let dumped = same(&bench, "installs", &["crash"], *user);
        assert_eq!(dumped.output.status.code(), Some(1), "no filter");
        assert!(String::from_utf8_lossy(&dumped.output.stderr).contains("was ended by SIGSEGV"));
        let dumped = same(&bench, "installs", &["privs", "seccomp", "crash"], *user);
        assert_eq!(dumped.output.status.code(), Some(0));
    }
}

/// Calls that install nothing run as they would: a million of them, and no stop for one.
#[test]
fn other_calls_are_left_alone() {
    let bench = Bench::new();
    for user in users() {
        let dumped = same(&bench, "installs", &["privs", "prctl", "busy", "switches"], *user);
        assert!(dumped.words().contains("switches 0 -"), "{}", dumped.words());
    }
}

/// Who is left when the program has ended is followed to its end.
#[test]
fn orphans_are_followed() {
    let bench = Bench::new();
    for user in users() {
        let dumped = same(&bench, "installs", &["privs", "orphan", "5"], *user);
        assert_eq!(dumped.filters().len(), 1, "{}", dumped.json);
        assert_eq!(dumped.json["ending"]["code"], 5);
    }
}

/// The verdict of filters that are in force together: the threads' own stacks, and what they inherit.
#[test]
fn filters_together() {
    let bench = Bench::new();
    let stacks = |words: &[&str]| -> Vec<Value> {
        let dumped = same(&bench, "installs", words, User::Own);
        dumped.json["stacks"].as_array().unwrap().clone()
    };
    let filters = |stack: &Value| -> Vec<u64> {
        stack["filters"].as_array().unwrap().iter().map(|seq| seq.as_u64().unwrap()).collect()
    };
    assert!(stacks(&["privs", "prctl", "child"]).iter().all(|stack| filters(stack) == [1, 2]));
    // A refused one in between is none; a thread's own is nobody else's; TSYNC gives all the same.
    let apart = stacks(&["privs", "prctl", "bad", "thread", "child"]);
    assert_eq!(apart.iter().map(filters).collect::<Vec<_>>(), [vec![1, 3], vec![1, 4]]);
    let [stack] = &stacks(&["privs", "tracing", "seccomp", "tsync", "0"])[..] else { panic!("one stack") };
    assert_eq!(filters(stack), [1, 2, 3]);
    assert_eq!(stack["decided"], true);
    let native = stack["machines"].as_array().unwrap().iter().find(|machine| machine["abi"] == "x86_64");
    let groups = native.unwrap()["groups"].as_array().unwrap();
    let getcwd = groups
        .iter()
        .find(|group| group["calls"]["names"].as_array().unwrap().contains(&"getcwd".into()))
        .unwrap();
    assert_eq!(getcwd["outcomes"][0]["verdict"], "errno.ENOTTY", "stricter than the trace of the first");
    assert_eq!(getcwd["outcomes"][0]["decided_by"], Value::from(vec![3]), "of equal ones the last");
    // In words.
    let mut command = bench.command(&bench.path("callgate"), User::Own);
    let output = command.args(["dump", "./installs", "privs", "tracing", "prctl"]).output().unwrap();
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(out.contains("; filters 1, 2 together, of thread "), "{out}");
    assert!(out.contains("  errno.ENOTTY  by filter 2\n    getcwd\n"), "{out}");
    let mut command = bench.command(&bench.path("callgate"), User::Own);
    command.args(["dump", "-o", "both.asm", "./installs", "privs", "tracing", "prctl"]);
    assert_eq!(command.status().unwrap().code(), Some(0));
    let text = std::fs::read_to_string(bench.path("both.asm")).unwrap();
    assert!(text.contains(";   errno.ENOTTY  by filter 2\n;     getcwd\n"), "{text}");
}

#[test]
fn thirty_two_bits() {
    let bench = Bench::new();
    if !bench.compile("installs32", &["-m32"]) {
        // The machine's compiler makes no such programs.
        return;
    }
    for user in users() {
        let words =
            ["ask", "privs", "ask", "prctl", "seccomp", "thread", "child", "bad", "unreadable", "getcwd"];
        let dumped = same(&bench, "installs32", &words, *user);
        assert_eq!(dumped.filters().len(), 6, "{}", dumped.json);
        for filter in &dumped.filters()[..4] {
            assert_eq!((&filter["abi"], &filter["len"]), (&Value::from("i386"), &Value::from(4)));
        }
        same(&bench, "installs32", &["strict", "leave"], *user);
        same(&bench, "installs32", &["privs", "tracing", "getcwd", "strict", "8"], *user);
    }
}

#[test]
fn a_limit_ends_the_program() {
    let bench = Bench::new();
    let mut command = bench.command(&bench.path("callgate"), User::Own);
    command.args(["dump", "--limit", "2", "./installs", "privs", "child", "prctl", "wait"]);
    let output = command.output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(0), "{err}");
    assert!(err.contains("./installs was ended, as asked; it installed 2 filters"), "{err}");
    assert!(out.contains("; 2: prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, 0x"), "{out}");
    assert!(out.contains("   1: if A != getcwd goto 3\n   2: return errno ENOTTY\n"), "{out}");
    assert!(!out.contains("wait"), "{out}");
}

#[test]
fn what_is_written_is_read_by_the_others() {
    let bench = Bench::new();
    for (format, name) in
        [("raw", "a.bpf"), ("hex", "a.hex"), ("c", "a.c"), ("disasm", "a.asm"), ("json", "a.json")]
    {
        let mut command = bench.command(&bench.path("callgate"), User::Own);
        command.args(["dump", "--format", format, "-o", name, "./installs", "privs", "prctl", "tracing"]);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            "privs 0 -\nprctl 0 -\ntracing 0 -\n",
            "{format}"
        );
        let read = |name: &str| {
            let mut command = bench.command(&bench.path("callgate"), User::Own);
            let output = command.args(["disasm", "--json", name]).output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{name}: {}", String::from_utf8_lossy(&output.stderr));
            let value: Value = serde_json::from_slice(&output.stdout).unwrap();
            value["filters"]
                .as_array()
                .unwrap()
                .iter()
                .map(|filter| filter["raw"].to_string())
                .collect::<Vec<_>>()
        };
        let both = if format == "raw" { [read(name), read("a.bpf.1")].concat() } else { read(name) };
        assert_eq!(both.len(), 2, "{format}: {both:?}");
        assert_eq!(both[0], format!("\"{}\"", REFUSE_GETCWD.replace(' ', "")), "{format}");
    }
}

#[test]
fn programs_that_cannot_be_run() {
    let bench = Bench::new();
    let run = |words: &[&str]| {
        let output =
            bench.command(&bench.path("callgate"), User::Own).arg("dump").args(words).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    assert_eq!(run(&["./nowhere"]).0, Some(127));
    assert_eq!(run(&["."]).0, Some(126));
    assert_eq!(run(&["--format", "raw", "true"]).0, Some(2));
    assert_eq!(run(&["--limit", "0", "true"]).0, Some(2));
    assert_eq!(run(&[]).0, Some(2));
    let (code, told) = run(&["true"]);
    assert_eq!((code, told.as_str()), (Some(1), "callgate: true exited with 0; it installed no filter\n"));
}
