//! Rules about files and addresses, and how rules come together.

use crate::surroundings::{environment, findings, load, policy};
use crate::{DENY, call, file, net, read};
use callgate_abi::{Abi, Action, Errno};
use callgate_policy::{Decision, Loader, Object, Operation, Purpose, Via};
use std::path::Path;

#[test]
fn rule_1_what_is_mandatory() {
    assert!(findings("default = \"deny\"\n").contains("does not say its language version"));
    assert!(findings("callgate = 2\n").contains("no version of the policy language"));
    assert!(findings("callgate = 1\n[fs]\nread = [\"/x\"]\n").contains("has no `default`"));
    assert!(
        findings("callgate = 1\n[syscalls]\nallow = [\"read\"]\n").contains("`[syscalls]` has no `default`")
    );
    assert!(load("callgate = 1\n[syscalls]\nallow = [\"close\"]\nuse = []\n").is_err());
    assert!(load("callgate = 1\nuse = [\"strict\"]\n[syscalls]\nallow = [\"close\"]\n").is_ok());
    // No part speaks of resources: they are not judged.
    let calls_only = policy("callgate = 1\nuse = [\"strict\"]\n");
    assert!(calls_only.default.is_none() && !calls_only.judges_fs() && !calls_only.judges_net());
    assert_eq!(read(&calls_only, "/x"), Decision::Allow);
}

#[test]
fn rule_1_fragments_alone_mean_deny() {
    let environment = environment();
    let mut loader = Loader::new(&environment);
    loader.preset("base");
    let (base, _) = loader.finish(Purpose::Run).unwrap();
    assert_eq!(read(&base, "/home/u/x"), DENY);
    assert_eq!(read(&base, "/usr/lib/x.so"), Decision::Allow);
    let mut loader = Loader::new(&environment);
    loader.text(
        "f.toml",
        "callgate = 1\n[fs]\nread = [\"/x\"]\n[syscalls]\nallow = [\"read\"]\n",
        Path::new("/"),
    );
    let (fragment, _) = loader.finish(Purpose::Fragment).unwrap();
    assert_eq!(read(&fragment, "/y"), DENY);
    assert_eq!(call(&fragment, Abi::NATIVE, "write", [0; 6]), Action::KillProcess);
}

#[test]
fn rule_1_the_strictest_default_wins() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("deny.toml"), "callgate = 1\ndefault = \"deny\"\n").unwrap();
    std::fs::write(
        folder.path().join("x.toml"),
        "callgate = 1\ndefault = \"allow\"\nuse = [\"./deny.toml\"]\n",
    )
    .unwrap();
    let environment = environment();
    let mut loader = Loader::new(&environment);
    loader.file(&folder.path().join("x.toml"));
    assert_eq!(read(&loader.finish(Purpose::Run).unwrap().0, "/x"), DENY);
}

#[test]
fn rule_2_the_strictest_wins_whatever_the_order() {
    let lists = [
        "read = [\"/s\"]\n",
        "log.read = [\"/s/log\"]\n",
        "ask.read = [\"/s/log/ask\"]\n",
        "deny.read = [{ at = \"/s/log/ask/no\", errno = \"ENOENT\" }]\n",
    ];
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
        let body: String = order.iter().map(|at| lists[*at]).collect();
        let policy = policy(&format!("callgate = 1\ndefault = \"deny\"\n[fs]\n{body}"));
        assert_eq!(read(&policy, "/s/x"), Decision::Allow);
        assert_eq!(read(&policy, "/s/log/x"), Decision::Log);
        assert_eq!(read(&policy, "/s/log/ask/x"), Decision::Ask);
        assert_eq!(read(&policy, "/s/log/ask/no/x"), Decision::Deny(Errno::ENOENT));
        assert_eq!(read(&policy, "/t"), DENY);
    }
}

#[test]
fn rule_2_exceptions_and_without() {
    let text = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [{ at = \"/s\", except = [\"/s/no\", \"**/*.key\"] }]\n";
    let policy = policy(text);
    assert_eq!(read(&policy, "/s/a"), Decision::Allow);
    assert_eq!(read(&policy, "/s/no/a"), DENY);
    assert_eq!(read(&policy, "/s/a.key"), DENY);

    let environment = environment();
    let load = |without: &[&str]| {
        let mut loader = Loader::new(&environment);
        loader.preset("workspace");
        for id in without {
            loader.without(id);
        }
        loader.finish(Purpose::Run)
    };
    let whole = load(&[]).unwrap().0;
    assert_eq!(read(&whole, "/home/u/.ssh/id"), DENY);
    assert_eq!(read(&whole, "/home/u/tree/.env"), DENY);
    assert_eq!(read(&whole, "/home/u/tree/.env.example"), Decision::Allow);
    assert_eq!(file(&whole, Operation::FsWrite, "/home/u/tree/.git/hooks/x"), DENY);
    let open = load(&["secrets"]).unwrap().0;
    assert_eq!(read(&open, "/home/u/.ssh/id"), Decision::Allow);
    assert_eq!(file(&open, Operation::FsWrite, "/home/u/tree/.git/hooks/x"), DENY);
    let mistake = load(&["secretes"]).unwrap_err().to_string();
    assert!(mistake.contains("no rule has the id `secretes`") && mistake.contains("did you mean `secrets`?"));
    let used = crate::surroundings::policy(
        "callgate = 1\nuse = [{ preset = \"workspace\", without = [\"secrets\"] }]\n",
    );
    assert_eq!(read(&used, "/home/u/.ssh/id"), Decision::Allow);
}

#[test]
fn rule_2_contradictions_show_an_object() {
    let text = "callgate = 1\ndefault = \"deny\"\n[fs]\ndeny.read = [{ at = \"/s/**/*.csv\", errno = \"EIO\" }]\n\
                deny.all = [{ at = \"/s/d\", errno = \"ENOENT\" }]\n";
    assert!(
        findings(text).contains("two rules match `/s/d/.csv` and answer different errnos"),
        "{}",
        findings(text)
    );
    // Exceptions take the common objects away.
    let text = text.replace("\"EIO\"", "\"EIO\", except = [\"/s/d\"]");
    assert!(load(&text).is_ok(), "{}", findings(&text));
    let text = "callgate = 1\ndefault = \"deny\"\n[net]\ndeny.connect = [{ at = \"tcp:10.0.0.0/8:*\", errno = \"EPERM\" }, \"tcp:*:25\"]\n";
    assert!(findings(text).contains("and answer different errnos"));
    let calls = |a: &str, b: &str| {
        findings(&format!(
            "callgate = 1\n[syscalls]\ndefault = \"allow\"\nerrno.EPERM = [\"{a}\"]\nerrno.EIO = [\"{b}\"]\n"
        ))
    };
    assert!(calls("read(fd > 2)", "read(fd < 9)").contains("two rules match `read(3, "));
    assert_eq!(calls("read(fd > 2)", "read(fd < 2)"), "");
    assert_eq!(calls("mprotect(prot & 4 == 4)", "mprotect(prot & 5 == 1)"), "");
    assert!(calls("@module", "init_module").contains("answer differently"));
    let vias = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [{ at = \"/a\", via = \"supervisor\" }, { at = \"/a/b\", via = \"kernel\" }]\n";
    assert!(findings(vias).contains("ask for different mechanisms"));
}

#[test]
fn rule_2_scalars() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("a.toml", "callgate = 1\nname = \"a\"\nreport = \"all\"\n[limits]\nmemory = \"1M\"\n");
    write("b.toml", "callgate = 1\nname = \"b\"\nreport = \"none\"\n[limits]\nmemory = \"1M\"\n");
    write("both.toml", "callgate = 1\nuse = [\"./a.toml\", \"./b.toml\"]\n");
    write("says.toml", "callgate = 1\nreport = \"denials\"\nuse = [\"./a.toml\", \"./b.toml\"]\n");
    let environment = environment();
    let load = |name: &str| {
        let mut loader = Loader::new(&environment);
        loader.file(&folder.path().join(name));
        loader.finish(Purpose::Run)
    };
    assert!(load("both.toml").unwrap_err().to_string().contains("disagree on `report`"));
    assert_eq!(load("says.toml").unwrap().0.limits.memory, Some(1 << 20));
}

#[test]
fn rule_2_use_is_a_set_and_cycles_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("leaf.toml", "callgate = 1\n[fs]\nread = [\"./data\"]\n");
    write("l.toml", "callgate = 1\nuse = [\"./leaf.toml\"]\n");
    write("r.toml", "callgate = 1\nuse = [\"./leaf.toml\"]\n[fs]\nread = [\"./data\"]\n");
    write("top.toml", "callgate = 1\ndefault = \"deny\"\nuse = [\"./l.toml\", \"./r.toml\"]\n");
    write("c1.toml", "callgate = 1\ndefault = \"deny\"\nuse = [\"./c2.toml\"]\n");
    write("c2.toml", "callgate = 1\nuse = [\"./c1.toml\", \"./gone.toml\"]\n");
    let environment = environment();
    let load = |name: &str| {
        let mut loader = Loader::new(&environment);
        loader.file(&folder.path().join(name));
        loader.finish(Purpose::Run)
    };
    let top = load("top.toml").unwrap().0;
    assert_eq!(top.rules.iter().filter(|rule| rule.decision == Decision::Allow).count(), 1);
    let cycle = load("c1.toml").unwrap_err().to_string();
    assert!(cycle.contains("uses itself by way of this"), "{cycle}");
    assert!(cycle.contains("there is no such file"), "{cycle}");
}

#[test]
fn rule_3_redirects_grant_nothing() {
    let policy = policy(
        "callgate = 1\ndefault = \"deny\"\n[[fs.redirect]]\nfrom = \"$CWD/TWO.txt\"\nto = \"$CWD/ONE.txt\"\n\
         [[fs.redirect]]\nfrom = \"/old\"\nto = \"/new\"\n",
    );
    let (to, _) = policy.redirect(b"/home/u/tree/TWO.txt").unwrap();
    assert_eq!(to, b"/home/u/tree/ONE.txt");
    assert_eq!(policy.redirect(b"/old/a/b").unwrap().0, b"/new/a/b");
    assert!(policy.redirect(b"/older").is_none());
    assert_eq!(read(&policy, "/home/u/tree/ONE.txt"), DENY);
}

#[test]
fn rule_4_paths() {
    let text = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"./a\", \"~/b\", \"/c/*/d\", \"**/e\", \"$TMPDIR/f\"]\n";
    let policy = policy(text);
    for path in ["/policies/a/x", "/home/u/b", "/c/.x/d/y", "/q/e/r", "/tmp/f"] {
        assert_eq!(read(&policy, path), Decision::Allow, "{path}");
    }
    for path in ["/policies/ab", "/c/x/y/d", "/home/u", "/c/d"] {
        assert_eq!(read(&policy, path), DENY, "{path}");
    }
    let mistakes =
        "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"/a**\", \"/a//b\", \"/[z-a]\", \"/a/../b\"]\n";
    assert_eq!(load(mistakes).unwrap_err().items.len(), 4, "{}", findings(mistakes));
}

#[test]
fn rule_5_variables() {
    let text = "callgate = 1\ndefault = \"deny\"\n[vars]\ncache = \"$HOME/.npm\"\nhost = \"two.example\"\n\
                [fs]\nread = [\"$cache/x\"]\n[net]\nconnect = [\"tcp:$host:443\", \"udp:$DNS:53\"]\n";
    let policy = policy(text);
    assert_eq!(read(&policy, "/home/u/.npm/x"), Decision::Allow);
    assert_eq!(net(&policy, Operation::NetConnect, "tcp:192.0.2.2:443"), Decision::Allow);
    assert_eq!(net(&policy, Operation::NetSend, "udp:127.0.0.1:53"), Decision::Allow);
    assert!(findings("callgate = 1\n[vars]\nCWD = \"/x\"\n").contains("is built in"));
    assert!(
        findings("callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"$nope\"]\n")
            .contains("undefined variable `$nope`")
    );
    // A value is never a glob, and a built-in is never the environment's.
    let mut machine = environment();
    machine.vars.insert("CWD".into(), "/evil".into());
    machine.vars.insert("STAR".into(), "/a*".into());
    let mut loader = Loader::new(&machine);
    let text = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"$CWD\", \"$STAR\"]\n";
    loader.text("p.toml", text, Path::new("/policies"));
    let policy = loader.finish(Purpose::Run).unwrap().0;
    assert_eq!(read(&policy, "/evil"), DENY);
    assert_eq!(read(&policy, "/ab"), DENY);
    assert_eq!(read(&policy, "/a*/x"), Decision::Allow);
}

#[test]
fn rule_9_host_names_are_address_rules() {
    let policy = policy("callgate = 1\ndefault = \"deny\"\n[net]\nconnect = [\"tcp:two.example:443\"]\n");
    assert_eq!(net(&policy, Operation::NetConnect, "tcp:192.0.2.1:443"), Decision::Allow);
    assert_eq!(net(&policy, Operation::NetConnect, "tcp:192.0.2.3:443"), DENY);
    let text = "callgate = 1\ndefault = \"deny\"\n[net]\nconnect = [\"tcp:*.example:443\", \"tcp:nowhere.example:1\", \"tcp:x\"]\n";
    let findings = load(text).unwrap_err();
    assert_eq!(findings.items.len(), 3, "{findings}");
    assert!(findings.to_string().contains("has no address now: no such host"));
}

#[test]
fn rule_10_policy_files_are_write_denied() {
    let folder = tempfile::tempdir().unwrap();
    let path = std::fs::canonicalize(folder.path()).unwrap().join("p.toml");
    std::fs::write(&path, "callgate = 1\ndefault = \"allow\"\n").unwrap();
    let environment = environment();
    let mut loader = Loader::new(&environment);
    loader.file(&path);
    let (policy, _) = loader.finish(Purpose::Run).unwrap();
    let object = Object::Path(path.to_str().unwrap().as_bytes().to_vec());
    let verdict = policy.evaluate(Operation::FsWrite, &object);
    assert_eq!((verdict.decision, verdict.rule.unwrap().origin.id.as_str()), (DENY, "policy-files"));
    assert!(policy.evaluate(Operation::FsRead, &object).is_allowed());
    assert!(policy.denial_fix(Operation::FsWrite, &object).starts_with("none"));
}

#[test]
fn operations_and_what_they_bring() {
    let policy = policy(
        "callgate = 1\ndefault = \"deny\"\n[fs]\nwrite = [\"/w\"]\nexec = [\"/x\"]\nhide = [\"/w/h\"]\ndeny.read = [\"/w/d\"]\n\
         [net]\nlisten = [\"tcp:*:80\"]\nconnect = [\"udp:*:53\", \"tcp:*:443\", \"unix:/run/s\"]\n",
    );
    assert_eq!(read(&policy, "/w/a"), Decision::Allow);
    assert_eq!(read(&policy, "/x/a"), Decision::Allow);
    assert_eq!(file(&policy, Operation::FsWrite, "/x/a"), DENY);
    assert_eq!(read(&policy, "/w/d"), DENY);
    assert_eq!(file(&policy, Operation::FsWrite, "/w/d"), Decision::Allow);
    assert_eq!(read(&policy, "/w/h"), Decision::Deny(Errno::ENOENT));
    assert_eq!(file(&policy, Operation::FsHide, "/w/h/x"), Decision::Deny(Errno::ENOENT));
    assert_eq!(file(&policy, Operation::FsHide, "/elsewhere"), Decision::Allow);
    assert_eq!(net(&policy, Operation::NetBind, "tcp:0.0.0.0:80"), Decision::Allow);
    assert_eq!(net(&policy, Operation::NetConnect, "tcp:1.1.1.1:80"), DENY);
    assert_eq!(net(&policy, Operation::NetSend, "udp:1.1.1.1:53"), Decision::Allow);
    assert_eq!(net(&policy, Operation::NetConnect, "unix:/run/s"), Decision::Allow);
    assert_eq!(net(&policy, Operation::NetSend, "unix:/run/s"), DENY);
}

#[test]
fn via_is_the_rules_own() {
    let text = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"/srv\", { at = \"/srv/k\", via = \"supervisor\" }]\n";
    let policy = policy(text);
    let via = |path: &str| policy.evaluate(Operation::FsRead, &Object::Path(path.as_bytes().to_vec())).via;
    assert_eq!(via("/srv/a"), Via::Auto);
    assert_eq!(via("/srv/k/pem"), Via::Supervisor);
    assert!(findings(&text.replace("read =", "write =")).contains("is for reading only"));
}
