//! Starting targets.

use crate::guest::{ending, filter, filter_with_nonce, next};
use crate::{Case, descriptors, drain, no_child_is_left, pipe};
use callgate_abi::{Action, Errno};
use callgate_sys::layout::{PTRACE_O_EXITKILL, PTRACE_O_TRACEEXIT};
use callgate_sys::listener::{ContinueReason, Delivery, FdDelivery, Listener, Received, Response};
use callgate_sys::memory::{PATH_MAX, read_cstr};
use callgate_sys::ptrace::{self, Stop, Waited};
use callgate_sys::seccomp::{InstallFlags, install_with_listener};
use callgate_sys::signal::{self, SignalSet};
use callgate_sys::spawn::{Limit, Spawn, SpawnError, Stage, spawn};
use callgate_sys::wait::Ending;
use callgate_sys::{probe, process};
use std::ffi::{CStr, CString};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd};
use std::os::unix::fs::PermissionsExt;

pub(crate) const CASES: &[Case] = &[
    ("any/spawn/plain", plain),
    ("user/spawn/listener_without_a_message", listener_without_a_message),
    ("user/spawn/the_nonce_is_for_us_alone", the_nonce_is_for_us_alone),
    ("user/spawn/a_filter_that_stops_the_start", a_filter_that_stops_the_start),
    ("user/spawn/errors_leave_nothing", errors_leave_nothing),
    ("user/spawn/a_fatal_exit_group", a_fatal_exit_group),
    ("any/spawn/a_script_without_a_shebang", a_script_without_a_shebang),
    ("user/spawn/streams", streams),
    ("user/spawn/inherited_descriptors", inherited_descriptors),
    ("user/spawn/limits", limits),
    ("any/spawn/signals", signals),
    ("any/spawn/directory_and_group", directory_and_group),
    ("user/spawn/a_listener_exists", a_listener_exists),
    ("user/spawn/held_for_a_tracer", held_for_a_tracer),
    ("user/spawn/held_and_failing", held_and_failing),
    ("user/spawn/held_but_not_traceable", held_but_not_traceable),
    ("any/spawn/dies_with_its_thread", dies_with_its_thread),
    ("user/spawn/from_many_threads", from_many_threads),
];

const NONCE: u64 = 0x1234_5678_9abc_def0;

/// The arguments that run a script.
pub(crate) fn sh(script: &str) -> [CString; 3] {
    [c"sh".to_owned(), c"-c".to_owned(), CString::new(script).unwrap()]
}

const SH: &CStr = c"/bin/sh";

/// Runs a script to its end and gives what it wrote to its standard output.
fn output(script: &str, change: impl FnOnce(&mut Spawn<'_>)) -> (String, Ending) {
    let argv = sh(script);
    let envp = [c"PATH=/usr/bin:/bin".to_owned()];
    let (read, write) = pipe();
    let mut order = Spawn::new(SH, &argv, &envp);
    order.stdio[1] = Some(unbound(write.as_fd()));
    change(&mut order);
    let target = spawn(&order).unwrap();
    drop(write);
    let text = drain(read);
    (text, ending(target.pid))
}

/// The descriptor with a lifetime that closures can unify with theirs; `output` keeps it open.
fn unbound(fd: BorrowedFd<'_>) -> BorrowedFd<'static> {
    // SAFETY: the only caller keeps the descriptor open until the spawn that uses it has returned.
    unsafe { BorrowedFd::borrow_raw(fd.as_raw_fd()) }
}

fn plain() {
    let before = descriptors();
    let argv = [c"true".to_owned()];
    let target = spawn(&Spawn::new(c"/bin/true", &argv, &[])).unwrap();
    assert!(target.listener.is_none() && target.tracee.is_none());
    assert_eq!(ending(target.pid), Ending::Exited(0));
    drop(target);
    assert_eq!(descriptors(), before);
    assert_eq!(output("echo $0 $PATH; exit 3", |_| {}), ("sh /usr/bin:/bin\n".to_owned(), Ending::Exited(3)));
    no_child_is_left();
}

/// The listener is ours without any call to pass it, the target does not have it, and a path is served.
fn listener_without_a_message() {
    let ask = filter(&["openat", "open"], Action::UserNotif);
    let argv = sh("read line < /callgate/none; test \"$line\" = served");
    let mut order = Spawn::new(SH, &argv, &[]);
    order.filter = Some(&ask);
    order.listener = true;
    order.wait_killable = probe::quick().wait_killable;
    let before = descriptors();
    let target = spawn(&order).unwrap();
    let listener = target.listener.unwrap();
    assert!(rustix::io::fcntl_getfd(&listener).unwrap().contains(rustix::io::FdFlags::CLOEXEC));
    let mut with_target = before.clone();
    with_target.extend([target.pidfd.as_raw_fd(), listener.as_raw_fd()]);
    with_target.sort_unstable();
    assert_eq!(descriptors(), with_target);
    let listener = Listener::new(listener).unwrap();
    let mut served = false;
    let mut path = Vec::new();
    loop {
        match listener.recv().unwrap() {
            Received::Notification(asked) => {
                let links = std::fs::read_dir(format!("/proc/{}/fd", asked.tid())).unwrap();
                for link in links.filter_map(Result::ok) {
                    let to = std::fs::read_link(link.path()).unwrap_or_default();
                    assert!(!to.to_string_lossy().contains("seccomp"), "the target holds the listener");
                }
                let at = usize::from(asked.data().nr as u32 == crate::guest::number("openat"));
                read_cstr(asked.tid(), asked.data().args[at], PATH_MAX, &mut path).unwrap();
                assert!(asked.still_valid());
                if path == b"/callgate/none" {
                    let (read, write) = pipe();
                    rustix::io::write(&write, b"served\n").unwrap();
                    assert!(matches!(asked.send_fd(read.as_fd(), false), Ok(FdDelivery::Done(_))));
                    served = true;
                } else {
                    assert_eq!(asked.respond(Response::Continue(ContinueReason::Observe)), Delivery::Done);
                }
            }
            Received::Closed => break,
            Received::Gone | Received::Interrupted => {}
        }
    }
    assert!(served);
    assert_eq!(ending(target.pid), Ending::Exited(0));
}

fn the_nonce_is_for_us_alone() {
    let no_exec = filter_with_nonce(&["execve", "execveat"], Action::Errno(Errno::EXDEV), NONCE);
    let (said, ending) = output("/bin/true || echo refused", |order| {
        order.filter = Some(Box::leak(Box::new(no_exec)));
        order.nonce = NONCE;
    });
    assert_eq!((said.as_str(), ending), ("refused\n", Ending::Exited(0)));
}

fn a_filter_that_stops_the_start() {
    let before = descriptors();
    let argv = sh("exit 0");
    for (call, action) in [
        ("execveat", Action::Errno(Errno::EPERM)),
        ("close_range", Action::UserNotif),
        ("execveat", Action::KillProcess),
    ] {
        let stops = filter_with_nonce(&[call], action, NONCE + 1);
        let mut order = Spawn::new(SH, &argv, &[]);
        order.filter = Some(&stops);
        order.listener = true;
        order.nonce = NONCE;
        let error = spawn(&order).unwrap_err();
        assert_eq!(error, SpawnError::FilterStopsLaunch { call, action });
        assert!(error.to_string().contains(call));
    }
    no_child_is_left();
    assert_eq!(descriptors(), before);
}

fn failure(change: impl FnOnce(&mut Spawn<'_>)) -> SpawnError {
    let before = descriptors();
    let argv = sh("exit 0");
    let mut order = Spawn::new(SH, &argv, &[]);
    change(&mut order);
    let error = spawn(&order).unwrap_err();
    no_child_is_left();
    assert_eq!(descriptors(), before);
    error
}

fn errors_leave_nothing() {
    let failed = |stage, errno| SpawnError::Failed { stage, errno };
    let ask: &'static _ = Box::leak(Box::new(filter(&["getpgid"], Action::UserNotif)));
    for filter in [None, Some(ask)] {
        let with = |change: fn(&mut Spawn<'_>)| {
            failure(|order| {
                order.filter = filter;
                order.listener = filter.is_some();
                change(order);
            })
        };
        let missing = with(|order| order.program_path = c"/callgate/none");
        assert_eq!(missing, failed(Stage::Exec, Errno::ENOENT));
        assert_eq!(missing.to_string(), "cannot execute the program: No such file or directory (ENOENT)");
        let a_file = with(|order| order.program_path = c"/etc/passwd");
        assert_eq!(a_file, failed(Stage::Exec, Errno::EACCES));
        let directory = with(|order| order.cwd = Some(c"/callgate/none"));
        assert_eq!(directory, failed(Stage::Directory, Errno::ENOENT));
        let limit = with(|order| order.rlimits = &[Limit { resource: 99, soft: 0, hard: 0 }]);
        assert_eq!(limit, failed(Stage::Limits, Errno::EINVAL));
        let group = with(|order| order.process_group = Some(1));
        assert_eq!(group, failed(Stage::ProcessGroup, Errno::EPERM));
        let no_ruleset = with(|order| order.landlock = Some(unbound(std::io::stdin().as_fd())));
        assert_eq!(no_ruleset.stage(), Stage::Landlock);
    }
}

/// Under a filter that kills exit_group a failing exec must still say why, and dump nobody's core.
fn a_fatal_exit_group() {
    let strict = filter_with_nonce(&["exit_group", "exit"], Action::KillProcess, NONCE);
    let error = failure(|order| {
        order.filter = Some(Box::leak(Box::new(strict)));
        order.nonce = NONCE;
        order.program_path = c"/callgate/none";
    });
    assert_eq!(error, SpawnError::Failed { stage: Stage::Exec, errno: Errno::ENOENT });
}

fn a_script_without_a_shebang() {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("script");
    std::fs::write(&script, "echo $0 $1\n").unwrap();
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).unwrap();
    let path = CString::new(script.to_str().unwrap()).unwrap();
    let argv = [c"ignored".to_owned(), c"given".to_owned()];
    let (read, write) = pipe();
    let mut order = Spawn::new(&path, &argv, &[]);
    order.stdio[1] = Some(write.as_fd());
    let target = spawn(&order).unwrap();
    drop(write);
    assert_eq!(drain(read), format!("{} given\n", script.display()));
    assert_eq!(ending(target.pid), Ending::Exited(0));
}

/// Streams in any order, with sources whose numbers are targets too, with and without a shared table.
fn streams() {
    let ask = filter(&["getpgid"], Action::UserNotif);
    for with_listener in [false, true] {
        let argv = sh("cat; echo err >&2");
        let envp = [c"PATH=/usr/bin:/bin".to_owned()];
        let (input, feed) = pipe();
        let (out, out_write) = pipe();
        let (err, err_write) = pipe();
        rustix::io::write(&feed, b"fed\n").unwrap();
        drop(feed);
        let flags = |fd: &dyn AsRawFd| {
            // SAFETY: fcntl with a number asks only.
            unsafe { libc::fcntl(fd.as_raw_fd(), libc::F_GETFD) }
        };
        let own_output = std::fs::read_link("/proc/self/fd/1").unwrap();
        let mut order = Spawn::new(SH, &argv, &envp);
        order.stdio = [Some(input.as_fd()), Some(out_write.as_fd()), Some(err_write.as_fd())];
        if with_listener {
            order.filter = Some(&ask);
            order.listener = true;
        }
        let target = spawn(&order).unwrap();
        assert_eq!(flags(&input), libc::FD_CLOEXEC);
        assert_eq!(std::fs::read_link("/proc/self/fd/1").unwrap(), own_output, "ours are untouched");
        drop((out_write, err_write));
        assert_eq!((drain(out).as_str(), drain(err).as_str()), ("fed\n", "err\n"));
        assert_eq!(ending(target.pid), Ending::Exited(0));
    }
    // Our own 1 and 2, exchanged.
    let (read, write) = pipe();
    rustix::stdio::dup2_stderr(&write).unwrap();
    drop(write);
    let (said, ending) = output("echo swapped >&1", |order| {
        order.stdio[1] = Some(unbound(std::io::stderr().as_fd()));
        order.stdio[2] = Some(unbound(std::io::stdout().as_fd()));
    });
    assert_eq!((said.as_str(), ending), ("", Ending::Exited(0)));
    let nowhere = std::fs::File::open("/dev/null").unwrap();
    rustix::stdio::dup2_stderr(&nowhere).unwrap();
    assert_eq!(drain(read), "swapped\n");
}

fn inherited_descriptors() {
    let ask: &'static _ = Box::leak(Box::new(filter(&["getpgid"], Action::UserNotif)));
    let forgotten =
        rustix::fs::open("/dev/null", rustix::fs::OFlags::RDONLY, rustix::fs::Mode::empty()).unwrap();
    let kept = rustix::fs::open("/dev/zero", rustix::fs::OFlags::RDONLY, rustix::fs::Mode::empty()).unwrap();
    let listed = "for fd in /proc/self/fd/*; do readlink $fd; done";
    for filter in [None, Some(ask)] {
        let list = |close_inherited, inherit: &'static [BorrowedFd<'static>]| {
            output(listed, |order| {
                order.filter = filter;
                order.listener = filter.is_some();
                order.close_inherited = close_inherited;
                order.inherit = inherit;
            })
            .0
        };
        let held: &'static [BorrowedFd<'static>] = Box::leak(Box::new([unbound(kept.as_fd())]));
        let none = list(true, &[]);
        assert!(!none.contains("/dev/zero"), "{none}");
        assert!(list(true, held).contains("/dev/zero"));
        assert!(list(false, &[]).contains("/dev/zero"));
        assert!(!rustix::io::fcntl_getfd(&forgotten).unwrap().contains(rustix::io::FdFlags::CLOEXEC));
    }
}

/// A limit below the listener's own number must not keep the listener from being made.
fn limits() {
    let ask: &'static _ = Box::leak(Box::new(filter(&["getpgid"], Action::UserNotif)));
    let _full: Vec<_> = (0..20).map(|_| pipe()).collect();
    for filter in [None, Some(ask)] {
        let (said, ending) = output("ulimit -n; ulimit -c", |order| {
            order.filter = filter;
            order.listener = filter.is_some();
            order.rlimits = &[
                Limit { resource: libc::RLIMIT_NOFILE, soft: 12, hard: 12 },
                Limit { resource: libc::RLIMIT_CORE, soft: 0, hard: 0 },
            ];
        });
        assert_eq!((said.as_str(), ending), ("12\n0\n", Ending::Exited(0)));
    }
}

fn signals() {
    signal::set_interrupting(libc::SIGUSR1).unwrap();
    signal::ignore(libc::SIGUSR2).unwrap();
    let _blocked = signal::block(SignalSet::of(&[libc::SIGWINCH]));
    // Not by a shell, which changes its own mask.
    let argv = [c"cat".to_owned(), c"/proc/self/status".to_owned()];
    let look = |change: fn(&mut Spawn<'_>)| {
        let (read, write) = pipe();
        let mut order = Spawn::new(c"/bin/cat", &argv, &[]);
        order.stdio[1] = Some(write.as_fd());
        change(&mut order);
        let target = spawn(&order).unwrap();
        drop(write);
        let text = drain(read);
        assert_eq!(ending(target.pid), Ending::Exited(0));
        text
    };
    let parse = |text: &str, name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        SignalSet(u64::from_str_radix(line.trim(), 16).unwrap())
    };
    let text = look(|_| {});
    assert!(parse(&text, "SigBlk:").contains(libc::SIGWINCH), "{text}");
    assert!(parse(&text, "SigIgn:").contains(libc::SIGUSR2));
    assert!(!parse(&text, "SigIgn:").contains(libc::SIGPIPE), "ignored by Rust's runtime, not by us");
    assert_eq!(parse(&text, "SigCgt:"), SignalSet::EMPTY);
    let text = look(|order| {
        order.signal_mask = Some(SignalSet::EMPTY);
        order.default_signals = SignalSet::of(&[libc::SIGUSR2]);
    });
    assert_eq!(parse(&text, "SigBlk:"), SignalSet::EMPTY);
    assert!(!parse(&text, "SigIgn:").contains(libc::SIGUSR2));
    assert!(signal::mask().contains(libc::SIGWINCH), "ours is as before");
}

fn directory_and_group() {
    let here = std::env::current_dir().unwrap();
    let (said, _) = output("pwd; cut -d ' ' -f 1,5 /proc/$$/stat; echo $$", |order| {
        order.cwd = Some(c"/proc");
        order.process_group = Some(0);
    });
    let lines: Vec<_> = said.lines().collect();
    assert_eq!(lines[0], "/proc");
    assert_eq!(lines[1], format!("{0} {0}", lines[2]), "it leads its group");
    assert_eq!(std::env::current_dir().unwrap(), here);
}

fn a_listener_exists() {
    process::set_no_new_privs().unwrap();
    let ask: &'static _ = Box::leak(Box::new(filter(&["getpgid"], Action::UserNotif)));
    let _listener = install_with_listener(ask, false, InstallFlags::default()).unwrap();
    let error = failure(|order| {
        order.filter = Some(ask);
        order.listener = true;
    });
    assert_eq!(error, SpawnError::ListenerExists);
    assert_eq!(error.errno(), Some(Errno::EBUSY));
}

fn held_for_a_tracer() {
    let kill = filter(&["chdir"], Action::KillProcess);
    for with_listener in [false, true] {
        let argv = sh("cd /proc");
        let mut order = Spawn::new(SH, &argv, &[]);
        order.filter = Some(&kill);
        order.listener = with_listener;
        order.hold_for_tracer = Some(PTRACE_O_TRACEEXIT | PTRACE_O_EXITKILL);
        let target = spawn(&order).unwrap();
        assert_eq!(target.listener.is_some(), with_listener);
        target.tracee.unwrap().cont(0).unwrap();
        let Waited::Stopped(tracee, Stop::Exit) = ptrace::wait_for(target.pid).unwrap() else {
            panic!("no exit stop")
        };
        let call = tracee.regs().unwrap().call(false);
        assert_eq!(call.nr as u32, crate::guest::number("chdir"));
        let mut path = Vec::new();
        read_cstr(target.pid, call.args[0], PATH_MAX, &mut path).unwrap();
        assert_eq!(path, b"/proc");
        tracee.cont(0).unwrap();
        let Waited::Ended(_, ending) = ptrace::wait_for(target.pid).unwrap() else { panic!("not ended") };
        assert!(matches!(ending, Ending::Signaled { signal: libc::SIGSYS, .. }));
    }
    no_child_is_left();
}

fn held_and_failing() {
    let error = failure(|order| {
        order.program_path = c"/callgate/none";
        order.hold_for_tracer = Some(PTRACE_O_TRACEEXIT | PTRACE_O_EXITKILL);
    });
    assert_eq!(error, SpawnError::Failed { stage: Stage::Exec, errno: Errno::ENOENT });
}

/// A supervisor that made itself non-dumpable first: refused with the step, and nothing hangs.
fn held_but_not_traceable() {
    process::set_dumpable(false).unwrap();
    let argv = sh("exit 0");
    let mut order = Spawn::new(SH, &argv, &[]);
    order.hold_for_tracer = Some(PTRACE_O_EXITKILL);
    let error = spawn(&order).unwrap_err();
    assert_eq!(error, SpawnError::Failed { stage: Stage::Seize, errno: Errno::EPERM });
    no_child_is_left();
}

fn dies_with_its_thread() {
    let pid = std::thread::spawn(|| {
        let argv = [c"sleep".to_owned(), c"1000".to_owned()];
        spawn(&Spawn::new(c"/bin/sleep", &argv, &[])).unwrap().pid
    })
    .join()
    .unwrap();
    assert_eq!(ending(pid), Ending::Signaled { signal: libc::SIGKILL, core: false });
}

/// Starts from several threads at once share one table and one memory: none may see another's.
fn from_many_threads() {
    let threads: Vec<_> = (0..4)
        .map(|thread| {
            std::thread::spawn(move || {
                let ask = filter(&["chdir"], Action::UserNotif);
                for round in 0..20 {
                    let status = thread * 20 + round;
                    let argv = sh(&format!("cd / && exit {status}"));
                    let mut order = Spawn::new(SH, &argv, &[]);
                    order.filter = Some(&ask);
                    order.listener = true;
                    let target = spawn(&order).unwrap();
                    let listener = Listener::new(target.listener.unwrap()).unwrap();
                    let asked = next(&listener);
                    assert_eq!(asked.tid(), target.pid);
                    assert_eq!(asked.respond(Response::Value(0)), Delivery::Done);
                    assert!(matches!(listener.recv(), Ok(Received::Closed)));
                    assert_eq!(ending(target.pid), Ending::Exited(status));
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    no_child_is_left();
}
