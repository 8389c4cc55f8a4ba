//! Filters of seccompiler.

use crate::{EPERM, mistakes, native, notes, options, read, read_with};
use callgate_abi::Action;
use callgate_policy::import::{Format, NoteKind, Options, detect, import};

#[test]
fn a_filter_of_seccompiler() {
    let text = r#"{"vcpu": {"default_action": {"errno": 1}, "filter_action": "allow", "filter": [
        {"syscall": "read", "comment": "all"},
        {"syscall": "ioctl", "args": [{"index": 1, "type": "dword", "op": "eq", "val": 21505, "comment": "TCGETS"}]},
        {"syscall": "ioctl", "args": [{"index": 1, "type": "qword", "op": {"masked_eq": 240}, "val": 53},
                                      {"index": 0, "type": "dword", "op": "lt", "val": 3}]},
        {"syscall": "ioctl"}]}}"#;
    assert_eq!(detect(text), Some(Format::Seccompiler));
    let imported = read(text);
    let got = |fd, request| native(&imported, "ioctl", &[fd, request]);
    assert_eq!(got(9, (1 << 40) + 21505), Action::Allow);
    assert_eq!((got(2, 0x30), got(3, 0x30), got(1 << 32, 0x31)), (Action::Allow, EPERM, Action::Allow));
    assert_eq!(native(&imported, "read", &[]), Action::Allow);
    assert_eq!(native(&imported, "write", &[]), EPERM);
    let told = notes(&imported, NoteKind::Consumer).join("\n");
    assert!(told.contains("seccompiler drops the one without") && told.contains("calls of x32"), "{told}");
}

#[test]
fn seccompilers_mistakes() {
    let found = mistakes(
        r#"{"a": {"mismatch_action": "alow", "default_action": "trap", "match_action": {"errno": 5000},
        "fliter": [], "filter": [{"syscall": "raed"}, {"args": []}, {"syscall": "read", "args": [
        {"index": 9, "type": "word", "op": "equal", "val": -1}, {"index": 1}]}]}}"#,
    );
    for part in [
        "unknown action",
        "stands here under its other name",
        "unknown key `fliter`",
        "`raed` is no call of x86_64",
        "did you mean `read`?",
        "the rule names no call",
        "which seccompiler refuses",
        "a call has no such argument",
        "expected `dword` or `qword`",
        "unknown operator",
        "`val` is no number",
        "the condition has no `type`",
    ] {
        assert!(found.contains(part), "{part}:\n{found}");
    }
    let two = r#"{"a": {"default_action": "trap", "filter_action": "allow", "filter": []},
                  "b": {"default_action": "log", "filter_action": "allow", "filter": []}}"#;
    assert!(mistakes(two).contains("there are 2 filters") && mistakes(two).contains("`a` or `b`"));
    let wrong = mistakes(
        r#"{"a": {"default_action": "tarp", "filter_action": "allow", "filter": []}, "a": 5, "b": {}}"#,
    );
    for part in [
        "`a` or `b`",
        "`a` stands here twice",
        "did you mean `trap`?",
        "`a` holds a number",
        "has no `filter`",
    ] {
        assert!(wrong.contains(part), "{part}:\n{wrong}");
    }
    let chosen = read_with(two, &Options { filter: Some("b".into()), ..options() });
    assert_eq!(chosen.policy.syscalls.unwrap().default, Action::Log);
    let missing = import("x", two, &Options { filter: Some("c".into()), ..options() }).unwrap_err();
    assert!(missing.render(false).contains("there is no filter `c`"));
    let same = r#"{"a": {"default_action": "allow", "filter_action": "allow", "filter": []}}"#;
    assert!(mistakes(same).contains("both actions are the same"));
}
