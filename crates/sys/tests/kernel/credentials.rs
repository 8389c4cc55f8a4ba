//! Threads that act as somebody else.

use crate::guest::{ending, filter, fork};
use crate::{Case, NOBODY};
use callgate_abi::{Action, Errno};
use callgate_sys::process::{Capabilities, set_no_new_privs};
use callgate_sys::seccomp::{InstallFlags, install};
use callgate_sys::thread::{Credentials, set_umask, unshare_fs};
use callgate_sys::wait::Ending;
use std::io::Read;
use std::os::unix::fs::{MetadataExt, PermissionsExt};

pub(crate) const CASES: &[Case] = &[
    ("root/credentials/assumed_by_one_thread", assumed_by_one_thread),
    ("root/credentials/capabilities_alone", capabilities_alone),
    ("root/credentials/an_open_file_keeps_its_opener", an_open_file_keeps_its_opener),
    ("root/credentials/no_way_back_aborts", no_way_back_aborts),
    ("user/credentials/refused", refused),
    ("any/credentials/of_a_status_file", of_a_status_file),
    ("any/credentials/own_umask", own_umask),
];

fn nobody() -> Credentials {
    Credentials { uid: NOBODY, gid: NOBODY, groups: vec![7, 8], capabilities: 0 }
}

fn assumed_by_one_thread() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o777)).unwrap();
    let secret = folder.path().join("secret");
    std::fs::write(&secret, "root's").unwrap();
    std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o600)).unwrap();
    let before = Credentials::of_this_thread().unwrap();
    let (go, wait) = std::sync::mpsc::channel::<()>();
    let path = secret.clone();
    let other = std::thread::spawn(move || {
        wait.recv().unwrap();
        std::fs::read_to_string(path).unwrap()
    });
    {
        let _assumed = nobody().assume().unwrap();
        assert_eq!(Credentials::of_this_thread().unwrap(), nobody());
        assert_eq!(std::fs::read(&secret).unwrap_err().raw_os_error(), Some(libc::EACCES));
        go.send(()).unwrap();
        assert_eq!(other.join().unwrap(), "root's", "another thread is who it was");
        let made = folder.path().join("made");
        std::fs::write(&made, "").unwrap();
        let owner = std::fs::metadata(&made).unwrap();
        assert_eq!((owner.uid(), owner.gid()), (NOBODY, NOBODY));
    }
    assert_eq!(Credentials::of_this_thread().unwrap(), before);
    assert_eq!(std::fs::read_to_string(&secret).unwrap(), "root's");
    // And again, to see that nothing was used up.
    drop(nobody().assume().unwrap());
    assert_eq!(Credentials::of_this_thread().unwrap(), before);
}

fn capabilities_alone() {
    let before = Credentials::of_this_thread().unwrap();
    let bare = Credentials { capabilities: 0, ..before.clone() };
    {
        let _assumed = bare.assume().unwrap();
        assert_eq!(Capabilities::of_this_thread().unwrap().effective, 0);
        assert_eq!(rustix::process::chroot("/").unwrap_err(), rustix::io::Errno::PERM);
    }
    assert_eq!(Credentials::of_this_thread().unwrap(), before);
}

/// What is opened for a target must not show more to it than its own open would: the kernel judges
/// `/proc/kallsyms` by who opened it.
fn an_open_file_keeps_its_opener() {
    let addresses = |mut file: std::fs::File| {
        let mut start = [0; 16];
        file.read_exact(&mut start).unwrap();
        start.iter().any(|byte| *byte != b'0')
    };
    if !std::fs::File::open("/proc/kallsyms").is_ok_and(addresses) {
        // Hidden from root too (kernel.kptr_restrict=2), or not built in.
        return;
    }
    let opened = {
        let _assumed = nobody().assume().unwrap();
        std::fs::File::open("/proc/kallsyms").unwrap()
    };
    assert!(!addresses(opened), "an ordinary user's open shows zeros, whoever reads it");
}

fn no_way_back_aborts() {
    let pid = fork(|| {
        let assumed = nobody().assume().unwrap();
        let no_core = rustix::process::Rlimit { current: Some(0), maximum: Some(0) };
        rustix::process::setrlimit(rustix::process::Resource::Core, no_core).unwrap();
        set_no_new_privs().unwrap();
        install(&filter(&["setresuid"], Action::Errno(Errno::EPERM)), InstallFlags::default()).unwrap();
        drop(assumed);
    });
    assert_eq!(ending(pid), Ending::Signaled { signal: libc::SIGABRT, core: false });
}

fn refused() {
    let before = Credentials::of_this_thread().unwrap();
    drop(before.assume().unwrap());
    let root = Credentials { uid: 0, ..before.clone() };
    assert_eq!(root.assume().map(drop), Err(Errno::EPERM));
    let able = Credentials { capabilities: 1, ..before.clone() };
    assert_eq!(able.assume().map(drop), Err(Errno::EPERM));
    assert_eq!(Credentials::of_this_thread().unwrap(), before);
}

fn of_a_status_file() {
    let status = std::fs::read_to_string("/proc/thread-self/status").unwrap();
    assert_eq!(Credentials::from_status(&status), Credentials::of_this_thread().ok());
    assert_eq!(Credentials::from_status("Uid:\t1 2"), None);
}

fn own_umask() {
    set_umask(0o022);
    std::thread::spawn(|| {
        unshare_fs().unwrap();
        assert_eq!(set_umask(0o077), 0o022);
        std::env::set_current_dir("/proc").unwrap();
    })
    .join()
    .unwrap();
    assert_eq!(set_umask(0o022), 0o022, "this thread's is untouched");
    assert_ne!(std::env::current_dir().unwrap(), std::path::Path::new("/proc"));
}
