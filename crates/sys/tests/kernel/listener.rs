//! Answers, as the guest sees them.

use crate::guest::{call, ending, filter, guest, next, succeeded};
use crate::{Case, drain, own, pipe};
use callgate_abi::{Action, Errno};
use callgate_bpf::Program;
use callgate_sys::listener::{ContinueReason, Delivery, FdDelivery, Received, Response};
use callgate_sys::wait::Ending;
use callgate_sys::{probe, signal};
use std::os::fd::AsFd;

pub(crate) const CASES: &[Case] = &[
    ("user/listener/answers_reach_the_guest", answers_reach_the_guest),
    ("user/listener/dropped_is_eio", dropped_is_eio),
    ("user/listener/descriptors", descriptors),
    ("user/listener/descriptor_refused_gives_the_notification_back", descriptor_refused),
    ("user/listener/the_guests_limit_counts", the_guests_limit_counts),
    ("user/listener/a_dead_guest", a_dead_guest),
    ("user/listener/closed_for_ever", closed_for_ever),
    ("user/listener/closed_on_an_older_kernel", closed_on_an_older_kernel),
    ("user/listener/interrupted", interrupted),
    ("user/listener/signals_lose_no_descriptor", signals_lose_no_descriptor),
    ("user/listener/restart_runs_the_call_again", restart_runs_the_call_again),
    ("user/listener/sync_wake_up", sync_wake_up),
];

fn ask() -> Program {
    filter(&["getppid"], Action::UserNotif)
}

fn getppid() -> Result<i64, Errno> {
    call("getppid", [0; 3])
}

fn answers_reach_the_guest() {
    let (pid, listener) = guest(&ask(), false, || {
        assert_eq!(getppid(), Ok(4242));
        assert_eq!(getppid(), Err(Errno::EXDEV));
        assert!(getppid().unwrap() > 1, "the kernel's own answer");
    });
    let first = next(&listener);
    assert_eq!(first.tid(), pid);
    assert_eq!(first.data().nr as u32, crate::guest::number("getppid"));
    assert!(first.still_valid());
    assert_eq!(first.respond(Response::Value(4242)), Delivery::Done);
    assert_eq!(next(&listener).respond(Response::Errno(Errno::EXDEV)), Delivery::Done);
    assert_eq!(next(&listener).respond(Response::Continue(ContinueReason::ScalarOnly)), Delivery::Done);
    succeeded(pid);
}

fn dropped_is_eio() {
    let (pid, listener) = guest(&ask(), false, || assert_eq!(getppid(), Err(Errno::EIO)));
    drop(next(&listener));
    succeeded(pid);
}

fn descriptors() {
    if !probe::quick().addfd_send {
        return;
    }
    let (pid, listener) = guest(&ask(), false, || {
        // The pipe that started the guest is closed by now or not; whatever is the lowest free number.
        let expected = rustix::io::dup(std::io::stdout()).unwrap();
        let lowest = i64::from(std::os::fd::AsRawFd::as_raw_fd(&expected));
        drop(expected);
        let sent = getppid().unwrap();
        assert_eq!(sent, lowest);
        rustix::io::write(own(sent as i32), b"sent ").unwrap();
        assert_eq!(getppid(), Ok(0));
        let placed = own(77);
        assert!(rustix::io::fcntl_getfd(&placed).unwrap().is_empty(), "inherited by an exec");
        rustix::io::write(placed, b"placed").unwrap();
    });
    let (read, write) = pipe();
    match next(&listener).send_fd(write.as_fd(), true) {
        Ok(FdDelivery::Done(_)) => {}
        other => panic!("{other:?}"),
    }
    let second = next(&listener);
    assert_eq!(second.add_fd(write.as_fd(), false, Some(77)), Ok(77));
    assert_eq!(second.respond(Response::Value(0)), Delivery::Done);
    drop(write);
    succeeded(pid);
    assert_eq!(drain(read), "sent placed");
}

fn descriptor_refused() {
    let (pid, listener) = guest(&ask(), false, || assert_eq!(getppid(), Err(Errno::EXDEV)));
    let path = rustix::fs::open("/", rustix::fs::OFlags::PATH, rustix::fs::Mode::empty()).unwrap();
    let (notification, errno) = next(&listener).send_fd(path.as_fd(), true).unwrap_err();
    assert_eq!(errno, Errno::EBADF, "ADDFD takes no O_PATH descriptor");
    assert_eq!(notification.respond(Response::Errno(Errno::EXDEV)), Delivery::Done);
    succeeded(pid);
}

fn the_guests_limit_counts() {
    let (pid, listener) = guest(&ask(), false, || {
        let few = rustix::process::Rlimit { current: Some(3), maximum: Some(3) };
        rustix::process::setrlimit(rustix::process::Resource::Nofile, few).unwrap();
        assert_eq!(getppid(), Err(Errno::EMFILE));
    });
    let (read, _write) = pipe();
    let (notification, errno) = next(&listener).send_fd(read.as_fd(), true).unwrap_err();
    assert_eq!(errno, Errno::EMFILE);
    assert_eq!(notification.respond(Response::Errno(errno)), Delivery::Done);
    succeeded(pid);
}

fn a_dead_guest() {
    let (pid, listener) = guest(&ask(), false, || {
        let _ = getppid();
    });
    let notification = next(&listener);
    let another = notification.add_fd(listener.as_fd(), true, None);
    assert!(another.is_ok());
    // SAFETY: kills the guest, which is not reaped yet.
    unsafe { libc::kill(pid as i32, libc::SIGKILL) };
    assert_eq!(ending(pid), Ending::Signaled { signal: libc::SIGKILL, core: false });
    assert!(!notification.still_valid());
    assert_eq!(notification.add_fd(listener.as_fd(), true, None), Err(Errno::ENOENT));
    assert_eq!(notification.respond(Response::Value(1)), Delivery::TargetGone);
}

fn closed_for_ever() {
    let (pid, listener) = guest(&ask(), false, || {
        let _ = getppid();
    });
    assert!(!listener.hung_up().unwrap());
    assert_eq!(next(&listener).respond(Response::Value(1)), Delivery::Done);
    assert!(matches!(listener.recv(), Ok(Received::Closed)), "it waits for the end");
    succeeded(pid);
    assert!(listener.hung_up().unwrap());
    assert!(matches!(listener.recv(), Ok(Received::Closed)));
}

/// As `recv` works where RECV does not end by itself.
fn closed_on_an_older_kernel() {
    let (pid, mut listener) = guest(&ask(), false, || assert_eq!(getppid(), Ok(5)));
    listener.set_poll_first(true);
    assert_eq!(next(&listener).respond(Response::Value(5)), Delivery::Done);
    assert!(matches!(listener.recv(), Ok(Received::Closed)));
    succeeded(pid);
    assert!(matches!(listener.recv(), Ok(Received::Closed)));
}

/// Has SIGALRM, with a handler without `SA_RESTART`, come again and again until the process ends.
fn tick(microseconds: libc::suseconds_t) {
    signal::set_interrupting(libc::SIGALRM).unwrap();
    let every = libc::timeval { tv_sec: 0, tv_usec: microseconds };
    let timer = libc::itimerval { it_interval: every, it_value: every };
    // SAFETY: the kernel reads the struct; it ticks until the process ends, so no tick can be missed.
    let set = unsafe {
        let none = std::ptr::null::<libc::itimerval>();
        libc::syscall(libc::SYS_setitimer, libc::ITIMER_REAL, &raw const timer, none)
    };
    assert_eq!(set, 0);
}

fn interrupted() {
    let (pid, listener) = guest(&ask(), false, || {
        // SAFETY: it only sleeps, until killed.
        unsafe { libc::pause() };
    });
    tick(5_000);
    assert!(matches!(listener.recv(), Ok(Received::Interrupted)));
    // SAFETY: kills the guest, which is not reaped yet.
    unsafe { libc::kill(pid as i32, libc::SIGKILL) };
}

/// The kernel's wait in ADDFD with SEND must not be cut short: the call would return 0, without a descriptor.
fn signals_lose_no_descriptor() {
    const CALLS: usize = 3_000;
    if !probe::quick().addfd_send {
        return;
    }
    let (pid, listener) = guest(&ask(), false, || {
        for _ in 0..CALLS {
            drop(own(getppid().unwrap() as i32));
        }
    });
    tick(50);
    let (read, _write) = pipe();
    let mut sent = 0;
    loop {
        match listener.recv().unwrap() {
            Received::Notification(asked) => {
                let FdDelivery::Done(number) = asked.send_fd(read.as_fd(), true).unwrap() else { continue };
                assert!(number > 0);
                sent += 1;
            }
            Received::Closed => break,
            Received::Gone | Received::Interrupted => {}
        }
    }
    assert_eq!(sent, CALLS);
    succeeded(pid);
}

/// Error −512 with a pending signal: the kernel restarts or interrupts, by the handler's flag.
fn restart_runs_the_call_again() {
    extern "C" fn nothing(_: i32) {}
    let (pid, listener) = guest(&ask(), probe::quick().wait_killable, || {
        signal::set_interrupting(libc::SIGUSR1).unwrap();
        assert_eq!(getppid(), Err(Errno::EINTR), "a handler without SA_RESTART");
        // SAFETY: an all-zero sigaction is valid; the handler does nothing.
        unsafe {
            let mut action: libc::sigaction = std::mem::zeroed();
            action.sa_sigaction = nothing as extern "C" fn(i32) as libc::sighandler_t;
            action.sa_flags = libc::SA_RESTART;
            libc::sigaction(libc::SIGUSR1, &raw const action, std::ptr::null_mut());
        }
        assert_eq!(getppid(), Ok(4242), "asked again after a handler with SA_RESTART");
    });
    if !probe::quick().wait_killable {
        // SAFETY: kills the guest, which is not reaped yet. Before 5.19 the signal itself takes the call back.
        unsafe { libc::kill(pid as i32, libc::SIGKILL) };
        return;
    }
    for _ in 0..2 {
        let notification = next(&listener);
        // SAFETY: signals the guest, which is not reaped yet; it waits in a received call.
        unsafe { libc::kill(pid as i32, libc::SIGUSR1) };
        assert!(notification.still_valid());
        assert_eq!(notification.respond(Response::RestartSys), Delivery::Done);
    }
    assert_eq!(next(&listener).respond(Response::Value(4242)), Delivery::Done);
    succeeded(pid);
}

fn sync_wake_up() {
    let (pid, listener) = guest(&ask(), false, || assert_eq!(getppid(), Ok(1)));
    if probe::quick().sync_wake_up {
        listener.set_sync_wake_up().unwrap();
    } else {
        assert_eq!(listener.set_sync_wake_up(), Err(Errno::EINVAL));
    }
    assert_eq!(next(&listener).respond(Response::Value(1)), Delivery::Done);
    succeeded(pid);
}
