//! What a new name gains: the cases that people meet, and comparison with enumeration of all short paths.

use callgate_abi::Errno;
use callgate_policy::model::{DefaultDecision, Matcher};
use callgate_policy::pattern::PathPattern;
use callgate_policy::{Decision, Environment, Loader, Object, Operation, Origin, Policy, Purpose, Rule, Via};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

const OPERATIONS: [Operation; 3] = [Operation::FsRead, Operation::FsWrite, Operation::FsExec];

fn policy(body: &str) -> Policy {
    let environment = Environment::new("/home/u/tree", "/home/u");
    let mut loader = Loader::new(&environment);
    loader.text("test.toml", &format!("callgate = 1\n{body}"), Path::new("/"));
    match loader.finish(Purpose::Run) {
        Ok((policy, _)) => policy,
        Err(findings) => panic!("{findings}"),
    }
}

fn allowed(policy: &Policy, operation: Operation, path: &[u8]) -> bool {
    policy.evaluate(operation, &Object::Path(path.to_vec())).is_allowed()
}

/// What a folder gains, in words: `fs.read /a/b by /a/b/c`, with the rule or `default`.
fn gain(policy: &Policy, old: &str, new: &str, folder: bool) -> Option<String> {
    let gain = policy.rename_gains(old.as_bytes(), new.as_bytes(), folder)?;
    let witness = gain.beneath.as_deref().unwrap_or(old.as_bytes());
    let moved = [new.as_bytes(), &witness[old.len()..]].concat();
    assert!(!allowed(policy, gain.operation, witness) && allowed(policy, gain.operation, &moved));
    assert_eq!(gain.beneath.is_some(), folder);
    let rule = gain.rule.map_or("default", |rule| &rule.origin.text);
    Some(format!("{} {} by {rule}", gain.operation, String::from_utf8_lossy(witness)))
}

#[track_caller]
fn folder_gains(policy: &Policy, old: &str, new: &str, expected: &str) {
    assert_eq!(gain(policy, old, new, true).as_deref(), Some(expected));
}

#[track_caller]
fn folder_gains_nothing(policy: &Policy, old: &str, new: &str) {
    assert_eq!(gain(policy, old, new, true), None);
}

#[test]
fn a_file_keeps_what_its_name_refuses() {
    let policy = policy("default = \"allow\"\n[fs]\ndeny.read = [\"**/.env\"]\nask.exec = [\"/srv/*.sh\"]\n");
    let file = |old, new| gain(&policy, old, new, false);
    assert_eq!(file("/x/.env", "/x/y").unwrap(), "fs.read /x/.env by **/.env");
    assert_eq!(file("/srv/a.sh", "/srv/a").unwrap(), "fs.exec /srv/a.sh by /srv/*.sh");
    assert_eq!(file("/x/.env", "/y/.env"), None);
    assert_eq!(file("/x/y", "/x/.env"), None);
    assert_eq!(file("/srv/a.sh", "/srv/b.sh"), None);
    assert_eq!(file("/x", "/x"), None);
    // What a folder holds is not asked for a file.
    assert_eq!(file("/srv", "/other"), None);
    assert!(gain(&policy, "/srv", "/other", true).is_some());
}

#[test]
fn a_file_leaves_what_the_default_refuses() {
    let policy = policy("default = \"deny\"\n[fs]\nread = [\"/pub\"]\nlog.write = [\"/drop\"]\n");
    assert_eq!(gain(&policy, "/x", "/pub/x", false).unwrap(), "fs.read /x by default");
    assert_eq!(gain(&policy, "/pub/x", "/drop/x", false).unwrap(), "fs.write /pub/x by default");
    assert_eq!(gain(&policy, "/pub/x", "/y", false), None);
}

#[test]
fn a_folder_above_a_denied_one() {
    let policy = policy("default = \"allow\"\n[fs]\ndeny.all = [\"~/.ssh\"]\n");
    folder_gains(&policy, "/home/u", "/home/v", "fs.read /home/u/.ssh by ~/.ssh");
    folder_gains(&policy, "/home", "/house", "fs.read /home/u/.ssh by ~/.ssh");
    folder_gains(&policy, "/home/u/.ssh", "/home/u/x", "fs.read /home/u/.ssh by ~/.ssh");
    folder_gains(&policy, "/home/u/.ssh/a", "/home/u/x", "fs.read /home/u/.ssh/a by ~/.ssh");
    folder_gains_nothing(&policy, "/home/v", "/home/u");
    folder_gains_nothing(&policy, "/home/u/.ssh/a", "/home/u/.ssh/b");
    folder_gains_nothing(&policy, "/home/u/x", "/home/v");
}

#[test]
fn names_denied_everywhere() {
    let policy =
        policy("default = \"allow\"\n[fs]\ndeny.all = [\"**/.env\"]\ndeny.write = [\"**/.git/hooks\"]\n");
    folder_gains_nothing(&policy, "/x/a", "/y/b");
    folder_gains_nothing(&policy, "/x/.en", "/y/.envy");
    folder_gains(&policy, "/x/.env", "/x/y", "fs.read /x/.env by **/.env");
    folder_gains(&policy, "/x/.git", "/x/y", "fs.write /x/.git/hooks by **/.git/hooks");
    folder_gains_nothing(&policy, "/x/.git", "/y/.git");
    folder_gains_nothing(&policy, "/x/y", "/x/.git");
}

#[test]
fn exceptions_count_on_both_sides() {
    let policy = policy(
        "default = \"allow\"\n[fs]\ndeny.read = [{ at = \"/a\", except = [\"/a/**/pub\"] }, { at = \"/b\", except = [\"/b/pub\"] }]\n",
    );
    folder_gains_nothing(&policy, "/b", "/b/x");
    folder_gains(&policy, "/b/x", "/a", "fs.read /b/x/pub by /b");
    folder_gains_nothing(&policy, "/a/x", "/b");
    folder_gains(&policy, "/a/pubs", "/a/pub", "fs.read /a/pubs by /a");
    folder_gains_nothing(&policy, "/a/pub/x", "/a/y");
}

#[test]
fn hidden_names_are_refused_first() {
    let policy = policy("default = \"deny\"\n[fs]\nread = [\"/\"]\nhide = [\"/x/*.key\"]\n");
    folder_gains(&policy, "/x", "/y", "fs.read /x/.key by /x/*.key");
    folder_gains_nothing(&policy, "/y", "/x");
    assert_eq!(gain(&policy, "/x/a.key", "/x/a", false).unwrap(), "fs.read /x/a.key by /x/*.key");
}

#[test]
fn a_default_is_left_by_moving_under_an_allowed_folder() {
    let policy = policy("default = \"deny\"\n[fs]\nwrite = [\"/w\", \"/v\"]\nread = [\"/r/*/open\"]\n");
    folder_gains(&policy, "/x", "/w/x", "fs.read /x by default");
    // Both are written to, by different rules: nothing to gain.
    folder_gains_nothing(&policy, "/w/x", "/v/x");
    folder_gains_nothing(&policy, "/w/x", "/r/x");
    folder_gains(&policy, "/x", "/r/x", "fs.read /x/open by default");
    folder_gains_nothing(&policy, "/r/x", "/r/y");
}

#[test]
fn without_a_default_nothing_is_judged() {
    assert!(Policy::default().rename_gains(b"/a", b"/b", true).is_none());
}

#[test]
fn the_workspace_lets_work_be_renamed() {
    let environment = Environment::new("/home/u/tree", "/home/u");
    let mut loader = Loader::new(&environment);
    loader.preset("workspace");
    let policy = loader.finish(Purpose::Run).unwrap().0;
    for (old, new) in [
        ("/home/u/tree/node_modules/.left-pad-x7Gh2", "/home/u/tree/node_modules/left-pad"),
        ("/home/u/tree/node_modules/left-pad", "/home/u/tree/node_modules/a/node_modules/left-pad"),
        ("/tmp/build", "/home/u/tree/target"),
        ("/home/u/tree/target", "/tmp/old"),
        ("/home/u/tree/.git/refs/a", "/home/u/tree/.git/refs/b"),
    ] {
        folder_gains_nothing(&policy, old, new);
        assert_eq!(gain(&policy, old, new, false), None);
    }
    folder_gains(
        &policy,
        "/home/u/tree/.git",
        "/home/u/tree/git",
        "fs.write /home/u/tree/.git/hooks by $CWD/.git/hooks",
    );
    folder_gains(
        &policy,
        "/home/u/tree/.env.d",
        "/home/u/tree/env",
        "fs.read /home/u/tree/.env.d by **/.env*",
    );
    assert!(gain(&policy, "/home/u/tree/.env", "/home/u/tree/.env.example", false).is_some());
    assert_eq!(gain(&policy, "/home/u/tree/.env.example", "/home/u/tree/.env", false), None);
}

#[test]
fn what_cannot_be_told_is_a_gain() {
    let question = "?".repeat(24);
    let mut policy = Policy::default();
    policy.default = Some(DefaultDecision::Allow);
    let deny = Decision::Deny(Errno::EACCES);
    policy.rules = vec![
        rule(deny, &[Operation::FsRead], &format!("/x/*a{question}"), &[]),
        rule(deny, &[Operation::FsRead], &format!("/y/*a{question}"), &[]),
    ];
    let gain = policy.rename_gains(b"/x", b"/y", true).unwrap();
    assert_eq!((gain.operation, gain.rule.is_some(), gain.beneath), (Operation::FsRead, false, None));
    // The same patterns are no trouble where they say the same under both names, or nothing.
    assert!(policy.rename_gains(b"/x/b", b"/y/b", true).is_none());
}

fn rule(decision: Decision, operations: &[Operation], at: &str, except: &[&str]) -> Rule {
    let parse = |text: &str| PathPattern::parse(text.as_bytes()).unwrap();
    Rule {
        origin: Origin {
            id: at.to_owned(),
            source: 0,
            line: 1,
            span: 0..0,
            text: at.to_owned(),
            reason: None,
        },
        operations: operations.to_vec(),
        decision,
        matcher: Matcher::Path { at: parse(at), except: except.iter().map(|text| parse(text)).collect() },
        via: Via::Auto,
    }
}

/// Every relative path of one to three names of one or two bytes of `a`, `b`, `c`, shortest first.
static BENEATH: LazyLock<Vec<String>> = LazyLock::new(|| {
    let names: Vec<String> =
        ["a", "b", "c", "aa", "ab", "ba", "bb", "ac", "cb", "aab"].map(str::to_owned).into();
    let mut paths = names.clone();
    let mut longest = names.clone();
    for _ in 0..2 {
        longest =
            longest.iter().flat_map(|path| names.iter().map(move |name| format!("{path}/{name}"))).collect();
        paths.extend(longest.iter().cloned());
    }
    paths.sort_by_key(String::len);
    paths
});

fn pattern() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        3 => "[ab]{1,2}",
        1 => Just("**".to_owned()),
        2 => "[ab?*]{1,2}".prop_filter("a name", |name| !name.contains("**")),
        1 => Just("[!a]*".to_owned()),
    ];
    prop::collection::vec(name, 1..4).prop_map(|names| format!("/{}", names.join("/")))
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let decision = prop_oneof![
        3 => Just(Decision::Allow),
        1 => Just(Decision::Log),
        1 => Just(Decision::Ask),
        3 => Just(Decision::Deny(Errno::EACCES)),
    ];
    let operations = prop_oneof![
        3 => Just(vec![Operation::FsRead]),
        1 => Just(vec![Operation::FsWrite, Operation::FsRead]),
        1 => Just(vec![Operation::FsExec, Operation::FsRead]),
        1 => Just(vec![Operation::FsHide]),
    ];
    (decision, operations, pattern(), prop::collection::vec(pattern(), 0..3)).prop_map(
        |(decision, operations, at, except)| {
            let except: Vec<&str> = except.iter().map(String::as_str).collect();
            rule(decision, &operations, &at, &except)
        },
    )
}

fn any_policy() -> impl Strategy<Value = Policy> {
    let default = prop_oneof![
        1 => Just(None),
        3 => Just(Some(DefaultDecision::Deny)),
        3 => Just(Some(DefaultDecision::Allow)),
    ];
    (default, prop::collection::vec(any_rule(), 0..6)).prop_map(|(default, rules)| {
        let mut policy = Policy::default();
        (policy.default, policy.rules) = (default, rules);
        policy
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn gains_are_those_of_some_path(
        policy in any_policy(),
        old in "(/[ab]{1,2}){1,3}",
        new in "(/[ab]{1,2}){1,3}",
    ) {
        let gains = |beneath: &str| OPERATIONS.into_iter().filter(|&operation| {
            let [old, new] = [&old, &new].map(|folder| format!("{folder}{beneath}"));
            !allowed(&policy, operation, old.as_bytes()) && allowed(&policy, operation, new.as_bytes())
        }).collect::<Vec<_>>();

        let own = gains("");
        let file = policy.rename_gains(old.as_bytes(), new.as_bytes(), false);
        prop_assert_eq!(file.map(|gain| gain.operation), own.first().copied());

        let shortest = |operation: Operation| {
            let mut names = BENEATH.iter().map(|name| format!("/{name}"));
            if own.contains(&operation) { Some(String::new()) } else { names.find(|name| gains(name).contains(&operation)) }
        };
        match policy.rename_gains(old.as_bytes(), new.as_bytes(), true) {
            Some(found) => {
                let witness = String::from_utf8(found.beneath.expect("small patterns are decided")).unwrap();
                let beneath = witness.strip_prefix(&old).unwrap();
                prop_assert!(gains(beneath).contains(&found.operation), "{} is no witness", witness);
                let object = Object::Path(witness.clone().into_bytes());
                let rule = policy.evaluate(found.operation, &object).rule;
                prop_assert_eq!(rule.map(std::ptr::from_ref), found.rule.map(std::ptr::from_ref));
            }
            None => for operation in OPERATIONS {
                let missed = shortest(operation);
                prop_assert!(missed.is_none(), "{operation} beneath {old} to {new} at {missed:?} was missed");
            }
        }
    }
}
