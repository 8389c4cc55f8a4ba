//! Rulesets, in force in a spawned program.

use crate::guest::ending;
use crate::spawn::sh;
use crate::{Case, drain, pipe};
use callgate_abi::Errno;
use callgate_sys::landlock::{AccessFs, Grant, Handled, abi_version, deny_all_but, scopes_only};
use callgate_sys::spawn::{Spawn, spawn};
use callgate_sys::wait::Ending;
use std::os::fd::AsFd;

pub(crate) const CASES: &[Case] = &[
    ("user/landlock/writes_only_where_granted", writes_only_where_granted),
    ("user/landlock/renames_across_directories", renames_across_directories),
    ("any/landlock/nothing_handled", nothing_handled),
];

fn path_fd(path: &std::path::Path) -> std::os::fd::OwnedFd {
    rustix::fs::open(path, rustix::fs::OFlags::PATH | rustix::fs::OFlags::CLOEXEC, rustix::fs::Mode::empty())
        .unwrap()
}

fn offered() -> bool {
    abi_version().is_ok_and(|version| version >= 2)
}

fn writes_only_where_granted() {
    if !offered() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (open, shut) = (folder.path().join("open"), folder.path().join("shut"));
    std::fs::create_dir(&open).unwrap();
    std::fs::create_dir(&shut).unwrap();
    let access = AccessFs::WriteFile | AccessFs::MakeReg;
    let ruleset = deny_all_but(
        Handled { fs: access, ..Handled::default() },
        &[Grant { anchor: path_fd(&open), access }],
        &[],
    )
    .unwrap();
    let script = format!(
        "echo x > {}/f && echo granted; echo x > {}/f || echo denied",
        open.display(),
        shut.display()
    );
    let argv = sh(&script);
    let (read, write) = pipe();
    let mut order = Spawn::new(c"/bin/sh", &argv, &[]);
    order.landlock = Some(ruleset.as_fd());
    order.stdio = [None, Some(write.as_fd()), Some(write.as_fd())];
    let target = spawn(&order).unwrap();
    drop(write);
    let said = drain(read);
    assert!(said.contains("granted") && said.contains("denied"), "{said}");
    assert_eq!(ending(target.pid), Ending::Exited(0));
}

/// Every ruleset denies REFER unless it grants it: a domain must not break `mv a/f b/f`.
fn renames_across_directories() {
    if abi_version().is_ok_and(|version| version < 6) || !offered() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("a")).unwrap();
    std::fs::create_dir(folder.path().join("b")).unwrap();
    std::fs::write(folder.path().join("a/f"), "").unwrap();
    let ruleset = scopes_only(callgate_sys::landlock::Scope::Signal.into()).unwrap();
    // ln, since mv falls back to copying.
    let argv = sh(&format!("cd {} && ln a/f b/f", folder.path().display()));
    let envp = [c"PATH=/usr/bin:/bin".to_owned()];
    let mut order = Spawn::new(c"/bin/sh", &argv, &envp);
    order.landlock = Some(ruleset.as_fd());
    assert_eq!(ending(spawn(&order).unwrap().pid), Ending::Exited(0));
}

fn nothing_handled() {
    if offered() {
        assert_eq!(deny_all_but(Handled::default(), &[], &[]).map(drop), Err(Errno::EINVAL));
    }
}
