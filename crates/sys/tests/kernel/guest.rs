//! Filters for the cases, and guests: forked children that run test code under a filter.

use callgate_abi::{Abi, Action, Errno, Sysno};
use callgate_bpf::{Insn, Program};
use callgate_sys::listener::{Listener, Notification, Received};
use callgate_sys::seccomp::{InstallFlags, install_with_listener};
use callgate_sys::wait::{Ending, reap};
use callgate_sys::{pidfd, process};
use std::io::{Read, Write};
use std::os::fd::{AsFd, AsRawFd};

pub(crate) fn number(name: &str) -> u32 {
    Sysno::from_name(Abi::NATIVE, name).unwrap().nr
}

/// A filter that gives one action to these calls and allows the rest.
pub(crate) fn filter(calls: &[&str], action: Action) -> Program {
    let mut insns = vec![Insn::ld_abs(0)];
    for call in calls {
        insns.push(Insn::jeq(number(call), 0, 1));
        insns.push(Insn::ret(action.to_ret()));
    }
    insns.push(Insn::ret(Action::Allow.to_ret()));
    Program::new(insns).unwrap()
}

/// As [`filter`], but a sixth argument that is the nonce lets anything pass.
pub(crate) fn filter_with_nonce(calls: &[&str], action: Action, nonce: u64) -> Program {
    let mut insns = vec![
        Insn::ld_abs(56),
        Insn::jeq(nonce as u32, 0, 3),
        Insn::ld_abs(60),
        Insn::jeq((nonce >> 32) as u32, 0, 1),
        Insn::ret(Action::Allow.to_ret()),
        Insn::ld_abs(0),
    ];
    for call in calls {
        insns.push(Insn::jeq(number(call), 0, 1));
        insns.push(Insn::ret(action.to_ret()));
    }
    insns.push(Insn::ret(Action::Allow.to_ret()));
    Program::new(insns).unwrap()
}

/// A raw call: its result, or the errno.
pub(crate) fn call(name: &str, args: [u64; 3]) -> Result<i64, Errno> {
    // SAFETY: cases pass numbers, or pointers to memory of theirs that outlives the call.
    let result = unsafe { libc::syscall(i64::from(number(name)), args[0], args[1], args[2]) };
    if result >= 0 {
        return Ok(result);
    }
    Err(Errno(std::io::Error::last_os_error().raw_os_error().unwrap() as u16))
}

/// A child of this (single-threaded) process that runs `body` and exits with 0, or 101 when it panics.
pub(crate) fn fork(body: impl FnOnce()) -> u32 {
    // SAFETY: this process has one thread, so the child may do anything the parent could.
    let pid = unsafe { libc::fork() };
    assert!(pid >= 0);
    if pid == 0 {
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(body));
        // SAFETY: ends the child, without the parent's exit handlers.
        unsafe { libc::_exit(if result.is_ok() { 0 } else { 101 }) }
    }
    pid as u32
}

/// A guest under a filter with a listener, and this end of it.
pub(crate) fn guest(filter: &Program, wait_killable: bool, body: impl FnOnce()) -> (u32, Listener) {
    let (mut told, mut tell) = std::io::pipe().unwrap();
    let (mut taken, mut take) = std::io::pipe().unwrap();
    let pid = fork(|| {
        process::set_no_new_privs().unwrap();
        let listener = install_with_listener(filter, wait_killable, InstallFlags::default()).unwrap();
        tell.write_all(&listener.as_raw_fd().to_ne_bytes()).unwrap();
        let mut go = [0];
        taken.read_exact(&mut go).unwrap();
        drop(listener);
        body();
    });
    let mut number = [0; 4];
    told.read_exact(&mut number).unwrap();
    let pidfd = pidfd::open(pid, false).unwrap();
    let listener = pidfd::getfd(pidfd.as_fd(), i32::from_ne_bytes(number)).unwrap();
    take.write_all(&[1]).unwrap();
    (pid, Listener::new(listener).unwrap())
}

pub(crate) fn next(listener: &Listener) -> Notification<'_> {
    match listener.recv().unwrap() {
        Received::Notification(notification) => notification,
        other => panic!("no notification but {other:?}"),
    }
}

pub(crate) fn ending(pid: u32) -> Ending {
    reap(pid).unwrap()
}

pub(crate) fn succeeded(pid: u32) {
    assert_eq!(ending(pid), Ending::Exited(0), "the guest's own checks");
}
