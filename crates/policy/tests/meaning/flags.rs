//! Flags and edits that add to a policy.

use crate::surroundings::{environment, policy};
use crate::{call, file, net};
use callgate_abi::{Abi, Action, Errno};
use callgate_policy::{Decision, Flags, Loader, Object, Operation, Purpose};
use std::path::Path;

#[test]
fn the_fix_of_a_denial_allows_it() {
    let environment = environment();
    let base = "callgate = 1\ndefault = \"deny\"\n";
    let object = Object::Path(b"/a b/*/c".to_vec());
    let mut flags = Flags::default();
    assert_eq!(policy(base).denial_fix(Operation::FsRead, &object), "--read '/a b/\\*/c'");
    flags.read.push("/a b/\\*/c".into());
    let mut loader = Loader::new(&environment);
    loader.text("p.toml", base, Path::new("/"));
    loader.flags(&flags);
    let (fixed, _) = loader.finish(Purpose::Run).unwrap();
    assert!(fixed.evaluate(Operation::FsRead, &object).is_allowed());
    let secret = Object::Path(b"/home/u/.ssh/id".to_vec());
    let workspace = policy("callgate = 1\nuse = [\"workspace\"]\n");
    assert_eq!(workspace.denial_fix(Operation::FsRead, &secret), "--without secrets");
    let own = policy("callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"/s\"]\n");
    let fix = own.denial_fix(Operation::FsRead, &Object::Path(b"/s/x".to_vec()));
    assert_eq!(fix, "except = [\"/s/x\"] in the rule at p.toml:4");
}

#[test]
fn flags_equal_their_text() {
    let environment = environment();
    let mut loader = Loader::new(&environment);
    loader.preset("workspace");
    let words = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>();
    let flags = Flags {
        connect: words(&["tcp:1.1.1.1:443"]),
        write: words(&["out", "/srv"]),
        deny: words(&["fs.write:/srv/x"]),
        ..Flags::default()
    };
    loader.flags(&flags);
    let (policy, _) = loader.finish(Purpose::Run).unwrap();
    assert_eq!(net(&policy, Operation::NetConnect, "tcp:1.1.1.1:443"), Decision::Allow);
    assert_eq!(file(&policy, Operation::FsWrite, "/srv/y"), Decision::Allow);
    let denied = Object::Path(b"/srv/x".to_vec());
    assert!(!policy.evaluate(Operation::FsWrite, &denied).is_allowed());
    assert_eq!(policy.denial_fix(Operation::FsWrite, &denied), "leave out --deny fs.write:/srv/x");
    let mut loader = Loader::new(&environment);
    loader.flags(&Flags { deny: words(&["fs.wirte:/x"]), read: words(&["$nope"]), ..Flags::default() });
    assert_eq!(loader.finish(Purpose::Run).unwrap_err().items.len(), 2);
}

#[test]
fn call_flags_add_to_any_policy() {
    let environment = environment();
    let mprotect = |preset: &str| {
        let mut loader = Loader::new(&environment);
        loader.preset(preset);
        let syscall = vec!["errno.EPERM:mprotect(prot & PROT_EXEC != 0)".to_owned()];
        loader.flags(&Flags { syscall, ..Flags::default() });
        let policy = loader.finish(Purpose::Run).unwrap().0;
        let answer = |prot| call(&policy, Abi::NATIVE, "mprotect", [0, 0, prot, 0, 0, 0]);
        [answer(4), answer(1), call(&policy, Abi::NATIVE, "ptrace", [0; 6])]
    };
    let refused = Action::Errno(Errno::EPERM);
    assert_eq!(mprotect("workspace"), [refused, Action::Allow, Action::Allow]);
    assert_eq!(mprotect("orw-mprotect"), [refused, Action::Allow, Action::KillProcess]);
}

#[test]
fn workspace_wants_a_folder_of_its_own() {
    for cwd in ["/", "/home/u"] {
        let mut environment = environment();
        environment.cwd = cwd.into();
        let mut loader = Loader::new(&environment);
        loader.preset("workspace");
        assert!(
            loader
                .finish(Purpose::Run)
                .unwrap_err()
                .to_string()
                .contains("change to the folder of a project")
        );
    }
}
