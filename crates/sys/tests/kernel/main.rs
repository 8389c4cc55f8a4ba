//! What sys promises, on the live kernel. Each case is a process of its own: filters, credentials and waits for
//! children never touch the test process itself.
//!
//! `user/…` cases run without privileges (as root they drop to an unprivileged user first), `root/…` cases
//! need root and are ignored without it, `any/…` cases run as they are.
#![expect(unsafe_code, reason = "guests make raw calls, which is what is tested")]

mod credentials;
mod guardian;
mod guest;
mod landlock;
mod listener;
mod memory;
mod probe;
mod ptrace;
mod seccomp;
mod signal;
mod spawn;
mod verdict;

use libtest_mimic::{Arguments, Failed, Trial};
use std::io::Read;
use std::os::fd::{AsFd, FromRawFd, OwnedFd};
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitCode, Stdio};

type Case = (&'static str, fn());

fn cases() -> Vec<Case> {
    [
        credentials::CASES,
        guardian::CASES,
        landlock::CASES,
        listener::CASES,
        memory::CASES,
        probe::CASES,
        ptrace::CASES,
        seccomp::CASES,
        signal::CASES,
        spawn::CASES,
        verdict::CASES,
    ]
    .concat()
}

const CASE: &str = "CALLGATE_SYS_CASE";
const NOBODY: u32 = 65534;

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

fn main() -> ExitCode {
    if let Ok(name) = std::env::var(CASE) {
        let Some((_, run)) = cases().into_iter().find(|(case, _)| *case == name) else {
            eprintln!("there is no case {name}");
            return ExitCode::FAILURE;
        };
        if name.starts_with("user/") && is_root() {
            become_nobody();
        }
        run();
        return ExitCode::SUCCESS;
    }
    let trials = cases()
        .into_iter()
        .map(|(name, _)| {
            // Without root a root case is reported as ignored, by its name.
            let out_of_reach = name.starts_with("root/") && !is_root();
            Trial::test(name, move || run_case(name)).with_ignored_flag(out_of_reach)
        })
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// Becomes an unprivileged user for good; stays inspectable, as a process started by that user would be.
fn become_nobody() {
    // SAFETY: numbers and an empty list; this process has one thread.
    unsafe {
        assert_eq!(libc::setgroups(0, std::ptr::null()), 0);
        assert_eq!(libc::setresgid(NOBODY, NOBODY, NOBODY), 0);
        assert_eq!(libc::setresuid(NOBODY, NOBODY, NOBODY), 0);
    }
    callgate_sys::process::set_dumpable(true).unwrap();
}

fn run_case(name: &'static str) -> Result<(), Failed> {
    let mut child = Command::new(std::env::current_exe()?)
        .env(CASE, name)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let gather = |stream: Option<Box<dyn Read + Send>>| {
        std::thread::spawn(move || {
            let mut bytes = Vec::new();
            if let Some(mut stream) = stream {
                let _ = stream.read_to_end(&mut bytes);
            }
            String::from_utf8_lossy(&bytes).into_owned()
        })
    };
    let stdout = gather(child.stdout.take().map(|stream| Box::new(stream) as _));
    let stderr = gather(child.stderr.take().map(|stream| Box::new(stream) as _));
    let watch = watchdog(child.id())?;
    let status = child.wait()?;
    if status.success() {
        return Ok(());
    }
    let how = match status.signal() {
        Some(signal) => format!("was killed by signal {signal}"),
        None => format!("ended with status {}", status.code().unwrap_or_default()),
    };
    let said = format!("{}{}", stdout.join().unwrap_or_default(), stderr.join().unwrap_or_default());
    Err(format!("the case {how}{watch}\n{said}").into())
}

/// Waits up to a minute for a case; then says where it hangs, and kills it.
fn watchdog(pid: u32) -> Result<String, Failed> {
    let pidfd = callgate_sys::pidfd::open(pid, false).map_err(callgate_abi::Errno::text)?;
    let mut fds = [rustix::event::PollFd::new(&pidfd, rustix::event::PollFlags::IN)];
    let minute = rustix::time::Timespec { tv_sec: 60, tv_nsec: 0 };
    if rustix::event::poll(&mut fds, Some(&minute))? > 0 {
        return Ok(String::new());
    }
    let stack = std::fs::read_to_string(format!("/proc/{pid}/stack")).unwrap_or_default();
    let _ = callgate_sys::pidfd::send_signal(pidfd.as_fd(), libc::SIGKILL);
    Ok(format!(" after hanging for a minute in\n{stack}"))
}

/// A pipe, both ends close-on-exec.
fn pipe() -> (OwnedFd, OwnedFd) {
    rustix::pipe::pipe_with(rustix::pipe::PipeFlags::CLOEXEC).unwrap()
}

/// Everything that comes out of a pipe until its last writer is gone.
fn drain(read: OwnedFd) -> String {
    let mut text = String::new();
    std::fs::File::from(read).read_to_string(&mut text).unwrap();
    text
}

/// The numbers of this process's descriptors.
fn descriptors() -> Vec<i32> {
    let mut numbers: Vec<i32> = std::fs::read_dir("/proc/self/fd")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_str().unwrap().parse().unwrap())
        .collect();
    numbers.sort_unstable();
    // The last one read the others.
    numbers.retain(|number| {
        // SAFETY: fcntl with a number asks only.
        unsafe { libc::fcntl(*number, libc::F_GETFD) >= 0 }
    });
    numbers
}

/// Asserts that no child is left, zombie or not.
fn no_child_is_left() {
    use callgate_sys::wait::{Options, Which, wait};
    let options = Options { no_hang: true, ..Options::default() };
    assert_eq!(wait(Which::Any, options), Err(callgate_abi::Errno::ECHILD));
}

/// Takes ownership of a number that a guest's or the kernel's word says is a descriptor of ours.
fn own(number: i32) -> OwnedFd {
    // SAFETY: fcntl with a number asks only.
    assert!(unsafe { libc::fcntl(number, libc::F_GETFD) } >= 0, "descriptor {number} is not open");
    // SAFETY: it is open as just seen, and each caller names a descriptor that nothing else owns.
    unsafe { OwnedFd::from_raw_fd(number) }
}
