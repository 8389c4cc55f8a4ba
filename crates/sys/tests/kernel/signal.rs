//! Masks, dispositions and signals as a descriptor.

use crate::Case;
use crate::guest::{ending, fork};
use callgate_abi::Errno;
use callgate_sys::signal::{self, Disposition, SignalFd, SignalSet};
use callgate_sys::thread;
use callgate_sys::wait::{Change, Ending, Options, Which, wait};

pub(crate) const CASES: &[Case] = &[
    ("any/signal/masks", masks),
    ("any/signal/descriptor", descriptor),
    ("any/signal/dispositions", dispositions),
    ("any/signal/stop_and_go_on", stop_and_go_on),
    ("any/signal/dies_of_it", dies_of_it),
];

fn masks() {
    let before = signal::mask();
    {
        let blocked = signal::block_all();
        assert_eq!(blocked.before(), before);
        let now = signal::mask();
        assert!(now.contains(libc::SIGTERM) && now.contains(33), "libc's own signals too");
        assert!(!now.contains(libc::SIGKILL));
    }
    assert_eq!(signal::mask(), before);
}

fn descriptor() {
    let set = SignalSet::of(&[libc::SIGTERM, libc::SIGHUP]);
    let _blocked = signal::block(set);
    let arrivals = SignalFd::new(set).unwrap();
    assert_eq!(arrivals.read(), Ok(None));
    thread::tgkill(std::process::id(), thread::gettid(), libc::SIGTERM).unwrap();
    let arrived = arrivals.read().unwrap().unwrap();
    assert_eq!((arrived.signal, arrived.sender), (libc::SIGTERM, std::process::id()));
    assert_eq!(arrivals.read(), Ok(None));
}

fn dispositions() {
    assert_eq!(signal::disposition(libc::SIGUSR1), Ok(Disposition::Default));
    signal::set_interrupting(libc::SIGUSR1).unwrap();
    assert_eq!(signal::disposition(libc::SIGUSR1), Ok(Disposition::Handled));
    signal::ignore(libc::SIGUSR1).unwrap();
    assert_eq!(signal::disposition(libc::SIGUSR1), Ok(Disposition::Ignored));
    signal::set_default(libc::SIGUSR1).unwrap();
    assert_eq!(signal::disposition(libc::SIGUSR1), Ok(Disposition::Default));
    assert_eq!(signal::ignore(libc::SIGKILL), Err(Errno::EINVAL));
}

fn stop_and_go_on() {
    let pid = fork(|| signal::raise_stop().unwrap());
    let options = Options { job_control: true, ..Options::default() };
    assert_eq!(wait(Which::Pid(pid), options), Ok(Some((pid, Change::Stopped(libc::SIGSTOP)))));
    // SAFETY: the child is not reaped yet.
    unsafe { libc::kill(pid as i32, libc::SIGCONT) };
    loop {
        match wait(Which::Pid(pid), options).unwrap().unwrap().1 {
            Change::Continued => {}
            change => {
                assert_eq!(change, Change::Ended(Ending::Exited(0)));
                break;
            }
        }
    }
}

fn dies_of_it() {
    for number in [libc::SIGINT, libc::SIGSYS, libc::SIGKILL] {
        let pid = fork(|| {
            let _blocked = signal::block_all();
            let _ = signal::ignore(number);
            signal::die_of(number).unwrap();
        });
        assert_eq!(ending(pid), Ending::Signaled { signal: number, core: false });
    }
}
