//! Socket calls on addresses as raw bytes: the copy that was judged is the copy that is used.

use crate::errno::check;
use crate::{landlock, process, thread};
use callgate_abi::Errno;
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, OwnedFd};

/// Creates a socket. C: socket(2); `kind` may carry SOCK_NONBLOCK and SOCK_CLOEXEC.
pub fn socket(domain: i32, kind: i32, protocol: i32) -> Result<OwnedFd, Errno> {
    // SAFETY: only numbers are passed.
    let fd = check(unsafe { libc::socket(domain, kind, protocol) }.into())?;
    // SAFETY: the kernel just made this descriptor, and nobody else knows its number.
    Ok(unsafe { OwnedFd::from_raw_fd(fd as i32) })
}

/// A socket's family and type (SO_DOMAIN, SO_TYPE; without the flags). ENOTSOCK for anything else.
pub fn kind(socket: BorrowedFd<'_>) -> Result<(i32, i32), Errno> {
    Ok((option(socket, libc::SO_DOMAIN)?, option(socket, libc::SO_TYPE)?))
}

fn option(socket: BorrowedFd<'_>, name: i32) -> Result<i32, Errno> {
    let mut value: i32 = 0;
    let mut length = size_of::<i32>() as libc::socklen_t;
    check(
        // SAFETY: `value` is valid for writes of `length` bytes, which the kernel does not exceed.
        unsafe {
            libc::getsockopt(
                socket.as_raw_fd(),
                libc::SOL_SOCKET,
                name,
                (&raw mut value).cast(),
                &raw mut length,
            )
        }
        .into(),
    )?;
    Ok(value)
}

/// Binds a socket to the address in these bytes. C: bind(2).
pub fn bind(socket: BorrowedFd<'_>, address: &[u8]) -> Result<(), Errno> {
    // SAFETY: the kernel copies `len` bytes from the pointer before the call returns.
    check(
        unsafe { libc::bind(socket.as_raw_fd(), address.as_ptr().cast(), address.len() as libc::socklen_t) }
            .into(),
    )
    .map(drop)
}

/// Connects a socket to the address in these bytes. C: connect(2); EINTR when a signal ended the wait.
pub fn connect(socket: BorrowedFd<'_>, address: &[u8]) -> Result<(), Errno> {
    // SAFETY: as in `bind`.
    check(
        unsafe {
            libc::connect(socket.as_raw_fd(), address.as_ptr().cast(), address.len() as libc::socklen_t)
        }
        .into(),
    )
    .map(drop)
}

/// Makes a socket listen. C: listen(2).
pub fn listen(socket: BorrowedFd<'_>, backlog: i32) -> Result<(), Errno> {
    // SAFETY: only numbers are passed.
    check(unsafe { libc::listen(socket.as_raw_fd(), backlog) }.into()).map(drop)
}

/// What a message holds.
#[derive(Debug, Clone, Copy)]
pub struct Payload<'a> {
    /// What it begins with.
    pub bytes: &'a [u8],
    /// How many bytes follow that cannot be read. What the kernel says of a message that holds nothing else is what it
    /// says before it looks at the data: EFAULT when it finds no other fault.
    pub missing: u64,
}

/// Sends a message. C: sendmsg(2); returns how many bytes the kernel took.
///
/// `name` is the destination's raw address, empty for none. `control` holds `struct cmsghdr`s in this
/// process's own layout, descriptors in it are this process's. MSG_NOSIGNAL is always added: a closed
/// peer is EPIPE and never a signal. EINVAL for MSG_ZEROCOPY: the bytes are lent only for the call. EINTR when
/// a signal ended the wait before anything was sent.
pub fn sendmsg(
    socket: BorrowedFd<'_>,
    name: &[u8],
    payload: Payload<'_>,
    control: &[u8],
    flags: i32,
) -> Result<usize, Errno> {
    if flags & libc::MSG_ZEROCOPY != 0 {
        return Err(Errno::EINVAL);
    }
    let pointer = |bytes: &[u8]| -> *mut libc::c_void {
        if bytes.is_empty() { std::ptr::null_mut() } else { bytes.as_ptr().cast_mut().cast() }
    };
    let missing = usize::try_from(payload.missing).unwrap_or(usize::MAX);
    let parts = [
        libc::iovec { iov_base: pointer(payload.bytes), iov_len: payload.bytes.len() },
        libc::iovec { iov_base: std::ptr::without_provenance_mut(NOWHERE), iov_len: missing },
    ];
    // SAFETY: `msghdr` is plain data, and all its fields may be zero (musl has private padding ones).
    let mut header: libc::msghdr = unsafe { std::mem::zeroed() };
    header.msg_name = pointer(name);
    header.msg_namelen = name.len() as libc::socklen_t;
    header.msg_iov = parts.as_ptr().cast_mut();
    header.msg_iovlen = if missing == 0 { 1 } else { 2 };
    header.msg_control = pointer(control);
    header.msg_controllen = control.len() as _;
    let sent =
        // SAFETY: each pointer comes from a slice that outlives the call, with that slice's length, but for the
        // address of the missing bytes: it lies in the first page, where nothing is mapped (vm.mmap_min_addr), so
        // that the kernel fails to read there. sendmsg only reads, and keeps nothing after it returns (no
        // MSG_ZEROCOPY). The raw call: musl's wrapper copies the control data and refuses long ones.
        check(unsafe {
            libc::syscall(
                libc::SYS_sendmsg,
                socket.as_raw_fd(),
                &raw const header,
                flags | libc::MSG_NOSIGNAL,
            )
        })?;
    Ok(sent as usize)
}

/// An address in the page where nothing is mapped.
const NOWHERE: usize = 8;

/// Whether an address and a length are of those that a 64-bit program may give at all (`access_ok`): EFAULT for the
/// kernel's half and for what no processor takes. Nothing is said of what is mapped there.
pub fn importable(address: u64, length: u64) -> Result<(), Errno> {
    let (address, length) = (address as usize, length as usize);
    let data = std::ptr::without_provenance::<libc::c_void>(address);
    // SAFETY: no descriptor has the number −1, so the kernel gets no further than to look at the numbers: it
    // checks them before it looks for the socket (`__sys_sendto`).
    match check(unsafe { libc::sendto(-1, data, length, 0, std::ptr::null(), 0) } as libc::c_long) {
        Err(Errno::EFAULT) => Err(Errno::EFAULT),
        _ => Ok(()),
    }
}

/// Whether a socket honours MSG_ZEROCOPY (SO_ZEROCOPY, since 4.14); without, sends ignore that flag.
pub fn zerocopy(socket: BorrowedFd<'_>) -> Result<bool, Errno> {
    option(socket, libc::SO_ZEROCOPY).map(|value| value != 0)
}

/// The address a socket is bound to, as the kernel writes it: at least the two bytes of the family.
/// C: getsockname(2).
pub fn local_address(socket: BorrowedFd<'_>) -> Result<Vec<u8>, Errno> {
    let mut storage = MaybeUninit::<libc::sockaddr_storage>::zeroed();
    let mut length = size_of::<libc::sockaddr_storage>() as libc::socklen_t;
    check(
        // SAFETY: the storage is valid for writes of `length` bytes, which the kernel does not exceed.
        unsafe { libc::getsockname(socket.as_raw_fd(), storage.as_mut_ptr().cast(), &raw mut length) }.into(),
    )?;
    let length = (length as usize).min(size_of::<libc::sockaddr_storage>());
    // SAFETY: all of the storage was zeroed and then written by the kernel: every byte is initialised.
    Ok(unsafe { std::slice::from_raw_parts(storage.as_ptr().cast::<u8>(), length) }.to_vec())
}

/// Binds a unix socket to a path as written in `address`, but only in the folder `parent`.
///
/// The kernel walks the path from `cwd` (and so getsockname(2) shows it as it was given) on a thread of
/// its own, whose Landlock domain may make sockets beneath `parent` and nowhere else: a symlink that
/// is swapped in after `parent` was judged leads to EACCES. Where Landlock is missing (below version 2), or
/// without a `cwd` (the path is another one seen from this thread's root), the socket is bound by its last
/// component relative to `parent`: as safe, but getsockname shows that component only.
///
/// `umask` is the mask the socket file is created with; its owner is whoever the calling thread acts as.
pub fn bind_beneath(
    socket: BorrowedFd<'_>,
    address: &[u8],
    parent: BorrowedFd<'_>,
    cwd: Option<BorrowedFd<'_>>,
    umask: u32,
) -> Result<(), Errno> {
    let ruleset = match cwd.map(|cwd| Ok((cwd, landlock::sockets_beneath(parent)?))).transpose() {
        Ok(ruleset) => ruleset,
        Err(Errno::EOPNOTSUPP | Errno::ENOSYS) => None,
        Err(errno) => return Err(errno),
    };
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(64 * 1024).spawn_scoped(scope, || {
            thread::unshare_fs()?;
            thread::set_umask(umask);
            if let Some((cwd, ruleset)) = &ruleset {
                fchdir(*cwd)?;
                process::set_no_new_privs()?;
                landlock::restrict_this_thread(ruleset.as_fd())?;
                bind(socket, address)
            } else {
                fchdir(parent)?;
                bind(socket, &last_component(address))
            }
        });
        match thread {
            Ok(thread) => thread.join().unwrap_or(Err(Errno::EIO)),
            Err(_) => Err(Errno::EAGAIN),
        }
    })
}

fn fchdir(folder: BorrowedFd<'_>) -> Result<(), Errno> {
    // SAFETY: only a number is passed; the calling thread has a working directory of its own.
    check(unsafe { libc::fchdir(folder.as_raw_fd()) }.into()).map(drop)
}

/// The address with the path cut to its last component.
fn last_component(address: &[u8]) -> Vec<u8> {
    let (family, path) = address.split_at(address.len().min(2));
    let end = path.iter().position(|byte| *byte == 0).unwrap_or(path.len());
    let start = path[..end].iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1);
    let mut short = family.to_vec();
    short.extend_from_slice(&path[start..end]);
    short.push(0);
    short
}

#[cfg(test)]
mod tests {
    use super::{
        Payload, bind, bind_beneath, importable, kind, last_component, local_address, sendmsg, socket,
        zerocopy,
    };
    use callgate_abi::Errno;
    use std::fs::File;
    use std::os::fd::{AsFd, AsRawFd};
    use std::os::unix::ffi::OsStrExt;

    fn address(path: &std::path::Path) -> Vec<u8> {
        let mut raw = (libc::AF_UNIX as u16).to_ne_bytes().to_vec();
        raw.extend_from_slice(path.as_os_str().as_bytes());
        raw.push(0);
        raw
    }

    #[test]
    fn binds_in_the_folder_and_nowhere_else() {
        let folder = tempfile::tempdir().unwrap();
        let (good, other) = (folder.path().join("good"), folder.path().join("other"));
        std::fs::create_dir(&good).unwrap();
        std::fs::create_dir(&other).unwrap();
        let (parent, cwd) = (File::open(&good).unwrap(), File::open("/").unwrap());
        let given = address(&good.join("s"));
        let bound = socket(libc::AF_UNIX, libc::SOCK_STREAM, 0).unwrap();
        bind_beneath(bound.as_fd(), &given, parent.as_fd(), Some(cwd.as_fd()), 0o077).unwrap();
        assert_eq!(local_address(bound.as_fd()).unwrap(), given, "getsockname shows the given path");
        let mode = std::os::unix::fs::PermissionsExt::mode(&good.join("s").metadata().unwrap().permissions());
        assert_eq!(mode & 0o777, 0o700);
        // The path leads elsewhere by now: nothing is made there.
        let stray = socket(libc::AF_UNIX, libc::SOCK_STREAM, 0).unwrap();
        let swapped = address(&other.join("s"));
        assert_eq!(
            bind_beneath(stray.as_fd(), &swapped, parent.as_fd(), Some(cwd.as_fd()), 0o077),
            Err(Errno::EACCES)
        );
        assert!(!other.join("s").exists());
        // Without a folder to walk from only the name counts.
        bind_beneath(stray.as_fd(), &swapped, parent.as_fd(), None, 0o077).unwrap_err();
        let short = address(&other.join("t"));
        bind_beneath(stray.as_fd(), &short, parent.as_fd(), None, 0o077).unwrap();
        assert!(good.join("t").exists() && !other.join("t").exists());
    }

    fn whole(bytes: &[u8]) -> Payload<'_> {
        Payload { bytes, missing: 0 }
    }

    fn loopback() -> Vec<u8> {
        let mut raw = (libc::AF_INET as u16).to_ne_bytes().to_vec();
        raw.extend([0, 0, 127, 0, 0, 1]);
        raw.extend([0; 8]);
        raw
    }

    #[test]
    fn sends_to_a_name() {
        let (from, to) = (
            socket(libc::AF_INET, libc::SOCK_DGRAM, 0).unwrap(),
            socket(libc::AF_INET, libc::SOCK_DGRAM, 0).unwrap(),
        );
        bind(to.as_fd(), &loopback()).unwrap();
        let name = local_address(to.as_fd()).unwrap();
        let data = whole(b"one message");
        assert_eq!(sendmsg(from.as_fd(), &name, data, &[], 0), Ok(11));
        let mut got = [0; 64];
        let to = std::net::UdpSocket::from(to);
        assert_eq!(to.recv(&mut got).unwrap(), 11);
        assert_eq!(&got[..11], b"one message");
        assert_eq!(sendmsg(from.as_fd(), &name, data, &[], libc::MSG_ZEROCOPY), Err(Errno::EINVAL));
        assert_eq!(zerocopy(from.as_fd()), Ok(false));
    }

    #[test]
    fn what_cannot_be_read_is_not_sent() {
        let to = socket(libc::AF_INET, libc::SOCK_DGRAM, 0).unwrap();
        bind(to.as_fd(), &loopback()).unwrap();
        let name = local_address(to.as_fd()).unwrap();
        let from = socket(libc::AF_INET, libc::SOCK_DGRAM, 0).unwrap();
        let said =
            |name: &[u8], missing| sendmsg(from.as_fd(), name, Payload { bytes: &[], missing }, &[], 0);
        assert_eq!(said(&name, 10), Err(Errno::EFAULT));
        let half = Payload { bytes: b"half", missing: 1 };
        assert_eq!(sendmsg(from.as_fd(), &name, half, &[], 0), Err(Errno::EFAULT));
        assert_eq!(said(&name, 70_000), Err(Errno::EMSGSIZE));
        assert_eq!(said(&name[..8], 10), Err(Errno::EINVAL));
        assert_eq!(said(&[], 10), Err(Errno::EDESTADDRREQ));
        assert_ne!(local_address(from.as_fd()).unwrap()[2..4], [0, 0], "bound on the way");
    }

    #[test]
    fn addresses_of_programs() {
        assert_eq!(importable(0, 5), Ok(()), "not mapped, but might be");
        assert_eq!(importable(0x7fff_0000_0000, 1 << 20), Ok(()));
        assert_eq!(importable(1 << 63, 5), Err(Errno::EFAULT));
        assert_eq!(importable(u64::MAX - 2, 5), Err(Errno::EFAULT));
    }

    #[test]
    fn a_closed_peer_is_no_signal() {
        let (one, other) = std::os::unix::net::UnixStream::pair().unwrap();
        drop(other);
        assert_eq!(sendmsg(one.as_fd(), &[], whole(b"x"), &[], 0), Err(Errno::EPIPE));
    }

    #[test]
    fn passes_descriptors() {
        let (one, other) = std::os::unix::net::UnixStream::pair().unwrap();
        let file = File::open("/").unwrap();
        let mut control = (20_usize).to_ne_bytes().to_vec();
        control.extend(libc::SOL_SOCKET.to_ne_bytes());
        control.extend(libc::SCM_RIGHTS.to_ne_bytes());
        control.extend(file.as_raw_fd().to_ne_bytes());
        control.extend([0; 4]);
        assert_eq!(sendmsg(one.as_fd(), &[], whole(b"x"), &control, 0), Ok(1));
        let mut space = [std::mem::MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
        let mut received = rustix::net::RecvAncillaryBuffer::new(&mut space);
        let mut byte = [0; 1];
        rustix::net::recvmsg(
            &other,
            &mut [std::io::IoSliceMut::new(&mut byte)],
            &mut received,
            rustix::net::RecvFlags::CMSG_CLOEXEC,
        )
        .unwrap();
        let fds: usize = received
            .drain()
            .map(|message| match message {
                rustix::net::RecvAncillaryMessage::ScmRights(fds) => fds.count(),
                _ => 0,
            })
            .sum();
        assert_eq!(fds, 1);
    }

    #[test]
    fn the_last_component() {
        assert_eq!(last_component(b"\x01\0/run/x/y\0"), b"\x01\0y\0");
        assert_eq!(last_component(b"\x01\0y"), b"\x01\0y\0");
    }

    #[test]
    fn a_file_is_no_socket() {
        assert_eq!(kind(File::open("/").unwrap().as_fd()), Err(Errno::ENOTSOCK));
    }
}
