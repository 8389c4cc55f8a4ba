//! The process that ends a run when its supervisor is killed.

use crate::guest::{ending, filter, fork};
use crate::spawn::sh;
use crate::{Case, drain, pipe};
use callgate_abi::{Action, Errno};
use callgate_sys::landlock::{Scope, abi_version, scopes_only};
use callgate_sys::spawn::{GUARDIAN_NAME, Spawn, SpawnError, Spawned, Stage, spawn};
use callgate_sys::wait::Ending;
use std::io::{BufRead, BufReader, Read};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};

pub(crate) const CASES: &[Case] = &[
    ("user/guardian/ends_the_tree_of_a_killed_supervisor", ends_the_tree),
    ("root/guardian/ends_the_tree_of_a_killed_supervisor", ends_the_tree),
    ("user/guardian/ends_the_run_when_told", ends_the_run_when_told),
    ("user/guardian/is_out_of_reach", is_out_of_reach),
    ("root/guardian/is_out_of_reach", is_out_of_reach),
    ("user/guardian/holds_nothing_and_leaves_nothing", holds_nothing),
    ("user/guardian/is_not_followed_by_the_tracer", is_not_followed),
    ("user/guardian/needs_a_domain", needs_a_domain),
];

fn offered() -> bool {
    abi_version().is_ok_and(|version| version >= 6)
}

/// A script under a guardian, that says what it has to say into `write`.
fn guarded(
    script: &str,
    write: &OwnedFd,
    change: impl FnOnce(&mut Spawn<'_>),
) -> Result<Spawned, SpawnError> {
    let ask = filter(&["swapon"], Action::UserNotif);
    let argv = sh(script);
    let domain = scopes_only(Scope::Signal.into()).unwrap();
    let mut order = Spawn::new(c"/bin/sh", &argv, &[]);
    order.filter = Some(&ask);
    order.listener = true;
    order.guardian = Some(domain.as_fd());
    order.landlock = Some(domain.as_fd());
    order.stdio = [None, Some(write.as_fd()), None];
    change(&mut order);
    spawn(&order)
}

/// A tree with daemons in sessions of their own, one of which forks for ever.
const TREE: &str = "PATH=/usr/bin:/bin
    (setsid sleep 1000 &)
    (setsid sh -c 'while :; do (sleep 0.001 &); done' &)
    echo up; exec sleep 1000";

fn ends_the_tree() {
    if !offered() {
        return;
    }
    let (read, write) = pipe();
    let supervisor = fork(|| {
        let _target = guarded(TREE, &write, |_| ()).unwrap();
        loop {
            std::thread::park();
        }
    });
    drop(write);
    let mut said = BufReader::new(std::fs::File::from(read));
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    assert_eq!(line, "up\n");
    // SAFETY: our own child, not reaped yet.
    assert_eq!(unsafe { libc::kill(supervisor as i32, libc::SIGKILL) }, 0);
    assert_eq!(ending(supervisor), Ending::Signaled { signal: libc::SIGKILL, core: false });
    // The pipe ends when all who held it are gone: the program, its daemons, whatever they forked.
    assert_eq!(said.read(&mut [0]).unwrap(), 0);
}

/// The same by the supervisor's own will.
fn ends_the_run_when_told() {
    if !offered() {
        return;
    }
    let (read, write) = pipe();
    let target = guarded(TREE, &write, |_| ()).unwrap();
    drop(write);
    let mut said = BufReader::new(std::fs::File::from(read));
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    let guardian = target.guardian.unwrap();
    // SAFETY: an unreaped child keeps its number.
    assert_eq!(unsafe { libc::kill(guardian.pid() as i32, libc::SIGSTOP) }, 0);
    guardian.end_run();
    assert_eq!(said.read(&mut [0]).unwrap(), 0);
    assert_eq!(ending(target.pid), Ending::Signaled { signal: libc::SIGKILL, core: false });
}

/// The program can neither signal nor trace its guardian; the guardian is no child to wait for.
fn is_out_of_reach() {
    if !offered() {
        return;
    }
    let (read, write) = pipe();
    let script = "read pid; kill -9 $pid 2>/dev/null || echo not killed; \
        (: </proc/$pid/mem) 2>/dev/null || echo not seen";
    let (input, mut tell) = std::io::pipe().unwrap();
    let target = guarded(script, &write, |order| order.stdio[0] = Some(unbound(&input))).unwrap();
    drop(write);
    let guardian = target.guardian.unwrap();
    let name = std::fs::read_to_string(format!("/proc/{}/comm", guardian.pid())).unwrap();
    assert_eq!(name.trim_end(), GUARDIAN_NAME.to_str().unwrap());
    std::io::Write::write_all(&mut tell, format!("{}\n", guardian.pid()).as_bytes()).unwrap();
    assert_eq!(drain(read), "not killed\nnot seen\n");
    assert_eq!(ending(target.pid), Ending::Exited(0));
    crate::no_child_is_left();
}

/// The descriptor with a lifetime that closures can unify with theirs.
fn unbound(fd: &impl AsRawFd) -> BorrowedFd<'static> {
    // SAFETY: the callers keep it open until the spawn that uses it has returned.
    unsafe { BorrowedFd::borrow_raw(fd.as_raw_fd()) }
}

fn holds_nothing() {
    if !offered() {
        return;
    }
    let (read, write) = pipe();
    let target = guarded("exit 4", &write, |_| ()).unwrap();
    drop(write);
    assert_eq!(drain(read), "", "the guardian holds the pipe");
    assert_eq!(ending(target.pid), Ending::Exited(4));
    let guardian = target.guardian.unwrap();
    let open = std::fs::read_dir(format!("/proc/{}/fd", guardian.pid())).unwrap().count();
    assert_eq!(open, 0);
    let pid = guardian.pid();
    drop(guardian);
    assert!(!std::path::Path::new(&format!("/proc/{pid}")).exists(), "it is gone and reaped");
}

/// A program that is held for a tracer that follows every clone.
fn is_not_followed() {
    if !offered() {
        return;
    }
    let (_read, write) = pipe();
    let options = callgate_sys::layout::PTRACE_O_TRACECLONE
        | callgate_sys::layout::PTRACE_O_TRACEFORK
        | callgate_sys::layout::PTRACE_O_TRACEVFORK;
    let target = guarded("exit 0", &write, |order| order.hold_for_tracer = Some(options)).unwrap();
    let guardian = target.guardian.unwrap();
    let status = std::fs::read_to_string(format!("/proc/{}/status", guardian.pid())).unwrap();
    assert!(status.contains("TracerPid:\t0\n"), "{status}");
    target.tracee.unwrap().cont(0).unwrap();
    assert_eq!(ending(target.pid), Ending::Exited(0));
}

/// Without a domain that keeps its signals inside a guardian would kill whatever there is: it is never started.
fn needs_a_domain() {
    if !offered() {
        return;
    }
    let (_read, write) = pipe();
    let open = scopes_only(Scope::AbstractUnixSocket.into()).unwrap();
    let error = guarded("exit 0", &write, |order| order.guardian = Some(unbound(&open))).unwrap_err();
    assert_eq!(error, SpawnError::Failed { stage: Stage::Guardian, errno: Errno::EOPNOTSUPP });
    crate::no_child_is_left();
}
