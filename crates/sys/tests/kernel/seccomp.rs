//! Filters and strict mode.

use crate::Case;
use crate::guest::{call, ending, filter, fork, succeeded};
use callgate_abi::{Action, Errno};
use callgate_sys::seccomp::{
    InstallFlags, action_available, flags_known, install, install_with_listener, notif_sizes, set_strict,
};
use callgate_sys::wait::Ending;
use callgate_sys::{layout, process};

pub(crate) const CASES: &[Case] = &[
    ("user/seccomp/needs_no_new_privs", needs_no_new_privs),
    ("user/seccomp/installs", installs),
    ("user/seccomp/all_threads", all_threads),
    ("user/seccomp/strict", strict),
    ("user/seccomp/one_listener", one_listener),
    ("user/seccomp/asks_without_effect", asks_without_effect),
];

fn needs_no_new_privs() {
    let denied = install(&filter(&["getppid"], Action::Errno(Errno::EXDEV)), InstallFlags::default());
    assert_eq!(denied, Err(Errno::EACCES));
    assert_eq!(process::no_new_privs(), Ok(false));
}

fn installs() {
    process::set_no_new_privs().unwrap();
    assert_eq!(process::no_new_privs(), Ok(true));
    let flags = InstallFlags { log: true, spec_allow: true, ..InstallFlags::default() };
    install(&filter(&["getppid"], Action::Errno(Errno::EXDEV)), flags).unwrap();
    assert_eq!(call("getppid", [0; 3]), Err(Errno::EXDEV));
    let pid = fork(|| assert_eq!(call("getppid", [0; 3]), Err(Errno::EXDEV)));
    succeeded(pid);
}

fn all_threads() {
    let (go, wait) = std::sync::mpsc::channel::<()>();
    let other = std::thread::spawn(move || {
        wait.recv().unwrap();
        call("getppid", [0; 3])
    });
    process::set_no_new_privs().unwrap();
    let flags = InstallFlags { tsync: true, ..InstallFlags::default() };
    install(&filter(&["getppid"], Action::Errno(Errno::EXDEV)), flags).unwrap();
    go.send(()).unwrap();
    assert_eq!(other.join().unwrap(), Err(Errno::EXDEV));
    // A thread with a filter of its own cannot follow.
    let (installed, is_installed) = std::sync::mpsc::channel();
    let (done, is_done) = std::sync::mpsc::channel::<()>();
    let apart = std::thread::spawn(move || {
        install(&filter(&["getpgid"], Action::Errno(Errno::EXDEV)), InstallFlags::default()).unwrap();
        installed.send(()).unwrap();
        is_done.recv().unwrap();
    });
    is_installed.recv().unwrap();
    let refused = install(&filter(&["getsid"], Action::Errno(Errno::EXDEV)), flags);
    assert_eq!(refused, Err(Errno::ESRCH));
    assert!(call("getsid", [0; 3]).is_ok(), "nothing was installed");
    done.send(()).unwrap();
    apart.join().unwrap();
}

fn strict() {
    let lives = fork(|| {
        set_strict().unwrap();
        // SAFETY: ends this thread, the guest's only one.
        unsafe { libc::syscall(libc::SYS_exit, 3) };
    });
    assert_eq!(ending(lives), Ending::Exited(3));
    let dies = fork(|| {
        set_strict().unwrap();
        // SAFETY: no arguments.
        unsafe { libc::syscall(libc::SYS_getppid) };
    });
    assert_eq!(ending(dies), Ending::Signaled { signal: libc::SIGKILL, core: false });
}

fn one_listener() {
    process::set_no_new_privs().unwrap();
    let ask = filter(&["getppid"], Action::UserNotif);
    let first = install_with_listener(&ask, false, InstallFlags::default()).unwrap();
    assert!(rustix::io::fcntl_getfd(&first).unwrap().contains(rustix::io::FdFlags::CLOEXEC));
    let second = install_with_listener(&ask, false, InstallFlags::default());
    assert_eq!(second.map(drop), Err(Errno::EBUSY));
    // A guest may still install an ordinary filter.
    install(&ask, InstallFlags::default()).unwrap();
    drop(first);
    assert_eq!(call("getppid", [0; 3]), Err(Errno::ENOSYS), "nobody listens: refused, not let through");
}

fn asks_without_effect() {
    assert_eq!(action_available(Action::KillProcess), Ok(()));
    assert_eq!(flags_known(layout::SECCOMP_FILTER_FLAG_NEW_LISTENER), Ok(true));
    assert_eq!(flags_known(1 << 30), Ok(false));
    let sizes = notif_sizes().unwrap();
    assert!(usize::from(sizes.seccomp_notif) >= size_of::<layout::SeccompNotif>());
    assert!(usize::from(sizes.seccomp_notif_resp) >= size_of::<layout::SeccompNotifResp>());
    assert_eq!(usize::from(sizes.seccomp_data), size_of::<callgate_abi::SeccompData>());
    assert!(call("getppid", [0; 3]).is_ok());
}
