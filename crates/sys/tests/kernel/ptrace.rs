//! Tracing.

use crate::Case;
use crate::guest::{call, filter, fork, number};
use callgate_abi::{Abi, Action, Errno};
use callgate_sys::arch::Regs;
use callgate_sys::layout::{PTRACE_O_EXITKILL, PTRACE_O_TRACEEXIT, PTRACE_O_TRACESECCOMP};
use callgate_sys::ptrace::{self, Stop, Stopped, SyscallInfo, TraceError, Tracee, Waited};
use callgate_sys::seccomp::{InstallFlags, install};
use callgate_sys::wait::Ending;
use callgate_sys::{process, signal};

pub(crate) const CASES: &[Case] = &[
    ("user/ptrace/a_traced_call", a_traced_call),
    ("user/ptrace/a_kill_explained", a_kill_explained),
    ("user/ptrace/signals_and_group_stops", signals_and_group_stops),
    ("user/ptrace/death", death),
    ("root/ptrace/reads_the_filter", reads_the_filter),
];

/// A guest that waits to be seized; `body` runs once it is.
fn seized(options: u32, body: impl FnOnce()) -> u32 {
    let (mut wait, go) = std::io::pipe().unwrap();
    let pid = fork(|| {
        std::io::Read::read_exact(&mut wait, &mut [0]).unwrap();
        body();
    });
    ptrace::seize(pid, options | PTRACE_O_EXITKILL).unwrap();
    std::io::Write::write_all(&mut &go, &[1]).unwrap();
    pid
}

fn stopped(pid: u32) -> (Tracee<Stopped>, Stop) {
    match ptrace::wait_for(pid).unwrap() {
        Waited::Stopped(tracee, stop) => (tracee, stop),
        Waited::Ended(_, ending) => panic!("it ended: {ending:?}"),
    }
}

fn ended(pid: u32) -> Ending {
    match ptrace::wait_for(pid).unwrap() {
        Waited::Ended(_, ending) => ending,
        Waited::Stopped(_, stop) => panic!("it stopped: {stop:?}"),
    }
}

fn a_traced_call() {
    let pid = seized(PTRACE_O_TRACESECCOMP, || {
        process::set_no_new_privs().unwrap();
        install(&filter(&["getpgid"], Action::Trace(77)), InstallFlags::default()).unwrap();
        assert_eq!(call("getpgid", [0, 2, 3]), Ok(4242));
    });
    let (tracee, stop) = stopped(pid);
    assert_eq!(stop, Stop::Seccomp);
    assert_eq!(tracee.event_message(), Ok(77));
    let Ok(SyscallInfo::Seccomp(data, 77)) = tracee.syscall_info() else { panic!("no seccomp stop") };
    assert_eq!((data.nr as u32, data.args[1], data.args[2]), (number("getpgid"), 2, 3));
    assert_eq!(data.abi(), Some(Abi::NATIVE));
    let regs = tracee.regs().unwrap();
    assert_eq!(regs.call(false), data);
    // Skip it and give a result of our own.
    let Regs::X86_64(mut words) = regs else { panic!("64-bit code") };
    words.orig_rax = u64::MAX;
    words.rax = 4242;
    tracee.set_regs(&Regs::X86_64(words)).unwrap();
    assert_eq!(tracee.regs(), Ok(Regs::X86_64(words)));
    tracee.cont(0).unwrap();
    assert_eq!(ended(pid), Ending::Exited(0));
}

fn a_kill_explained() {
    let pid = seized(PTRACE_O_TRACEEXIT, || {
        process::set_no_new_privs().unwrap();
        install(&filter(&["getpgid"], Action::KillProcess), InstallFlags::default()).unwrap();
        let _ = call("getpgid", [11, 12, 13]);
    });
    let (tracee, stop) = stopped(pid);
    assert_eq!(stop, Stop::Exit);
    let status = tracee.event_message().unwrap();
    assert_eq!(status & 0x7f, libc::SIGSYS as u64);
    let data = tracee.regs().unwrap().call(false);
    assert_eq!((data.nr as u32, &data.args[..3]), (number("getpgid"), &[11, 12, 13][..]));
    let maps = std::fs::read_to_string(format!("/proc/{pid}/maps")).unwrap();
    assert!(!maps.is_empty(), "its memory is still there");
    tracee.cont(0).unwrap();
    assert!(matches!(ended(pid), Ending::Signaled { signal: libc::SIGSYS, .. }));
}

fn signals_and_group_stops() {
    let pid = seized(0, || {
        signal::raise_stop().unwrap();
        signal::set_interrupting(libc::SIGUSR1).unwrap();
        // SAFETY: it only sleeps; the signal ends the sleep.
        assert_eq!(unsafe { libc::raise(libc::SIGUSR1) }, 0);
    });
    let (tracee, stop) = stopped(pid);
    assert_eq!(stop, Stop::Signal(libc::SIGSTOP));
    tracee.cont(libc::SIGSTOP).unwrap();
    let (tracee, stop) = stopped(pid);
    assert_eq!(stop, Stop::Group(libc::SIGSTOP));
    tracee.listen().unwrap();
    // SAFETY: the guest is not reaped yet.
    unsafe { libc::kill(pid as i32, libc::SIGCONT) };
    let mut seen = Vec::new();
    loop {
        match ptrace::wait_for(pid).unwrap() {
            Waited::Stopped(tracee, stop) => {
                let signal = if let Stop::Signal(signal) = stop { signal } else { 0 };
                seen.push(stop);
                tracee.cont(signal).unwrap();
            }
            Waited::Ended(_, ending) => {
                assert_eq!(ending, Ending::Exited(0));
                break;
            }
        }
    }
    assert!(
        seen.contains(&Stop::Signal(libc::SIGCONT)) && seen.contains(&Stop::Signal(libc::SIGUSR1)),
        "{seen:?}"
    );
}

fn death() {
    let pid = fork(|| {
        // SAFETY: it only sleeps, until killed.
        unsafe { libc::pause() };
    });
    let running = ptrace::seize(pid, PTRACE_O_EXITKILL).unwrap();
    running.interrupt().unwrap();
    let (tracee, stop) = stopped(pid);
    assert_eq!(stop, Stop::Interrupted);
    assert!(tracee.regs().is_ok());
    // SAFETY: the guest is not reaped yet.
    unsafe { libc::kill(pid as i32, libc::SIGKILL) };
    assert_eq!(ended(pid), Ending::Signaled { signal: libc::SIGKILL, core: false });
    assert_eq!(tracee.regs(), Err(TraceError::Died(ptrace::Death { tid: pid })));
    assert!(matches!(tracee.cont(0), Err(TraceError::Died(_))));
    assert!(matches!(running.interrupt(), Err(TraceError::Died(_))));
    assert_eq!(ptrace::seize(pid, 0).map(drop), Err(Errno::ESRCH));
}

fn reads_the_filter() {
    let (mut told, tell) = std::io::pipe().unwrap();
    let one = filter(&["getpgid"], Action::Errno(Errno::EXDEV));
    let pid = fork(|| {
        process::set_no_new_privs().unwrap();
        install(&one, InstallFlags::default()).unwrap();
        drop(tell);
        // SAFETY: it only sleeps, until killed.
        unsafe { libc::pause() };
    });
    std::io::Read::read_to_end(&mut told, &mut Vec::new()).unwrap();
    let running = ptrace::seize(pid, PTRACE_O_EXITKILL).unwrap();
    running.interrupt().unwrap();
    let (tracee, _) = stopped(pid);
    match tracee.seccomp_filter(0) {
        Ok(insns) => {
            assert_eq!(insns.as_deref(), Some(one.insns()));
            assert_eq!(tracee.seccomp_filter(1), Ok(None));
        }
        // Built without CONFIG_CHECKPOINT_RESTORE.
        Err(error) => assert_eq!(error, TraceError::Refused(Errno::EIO)),
    }
}
