//! The table of the calls that a resource policy treats, and how.
//!
//! One row per call and way: who needs it ([`Need`]), what it gets ([`Treatment`]), on which
//! registers it depends, and why. Rows of one call are alternatives; where several hold, the
//! strictest wins, among equal ones the first.

use crate::abilities::Abilities;
use crate::concern::{Concerns, Execution};
use crate::plan::{PlannedCall, Treatment};
use callgate_abi::{Abi, Errno, Sysno, constants};
use callgate_policy::model::{Compare, Comparison, Width};

/// What in a policy makes a row needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    /// Reads and writes are judged, or opens redirected: every open.
    AnyOpen,
    /// Only reads are judged: opens that do more than write.
    ReadOnly,
    /// Only writes are judged: opens that do more than read.
    WriteOnly,
    /// Some open is judged, and its flags cannot be seen.
    SomeOpen,
    /// Writes are judged, and Landlock does not hold new and removed names.
    Write,
    /// Writes are judged, and Landlock knows nothing of these.
    Metadata,
    /// Writes are judged: these are closed, whoever judges.
    NoWrite,
    /// Landlock holds writes by what is in a folder, and a file without a name is the folder's own.
    Nameless,
    /// Files are judged at all: these calls give a name to what had another.
    Names,
    /// Hard links: Landlock refuses some with EXDEV that rules refuse with EACCES.
    Links,
    /// Renames: Landlock goes by the same rules, where execution is none of its questions.
    Renames,
    /// Some name is hidden: these calls tell whether a name is there.
    Hide,
    /// Nothing may be executed.
    NoExecute,
    /// Landlock confines execution to a list.
    ListedExecute,
    /// connect is judged, or the name of a unix socket may be hidden.
    Connect,
    /// bind is judged, or writes are: a unix socket is a new name.
    Bind,
    /// listen is judged, or bind is: listening on an unbound socket binds it.
    Listen,
    /// Sending is judged, or connect is: sending with an address can connect. Or the name of a unix socket may be
    /// hidden.
    Send,
    /// Landlock holds connect, and does not see what sending connects.
    FastOpen,
    /// The network is judged.
    Net,
    /// The network is judged and what no rule names is denied.
    NetDenied,
    /// The network is judged and what no rule names is allowed.
    NetAllowed,
    /// Anything is judged.
    Resources,
    /// Anything is judged and the target has the right to become someone else.
    Privileged,
}

/// When a row applies.
#[derive(Debug, Clone, Copy)]
enum When {
    Always,
    /// One test of a register's low 32 bits.
    Is(u8, Test),
    /// All of these, each on the low 32 bits.
    All(&'static [(u8, Test)]),
    /// The open flags in this register are not those of an `O_PATH` open.
    OpenAny(u8),
    /// Nor of one that only writes.
    OpenReads(u8),
    /// They are of an open that writes.
    OpenWrites(u8),
    /// They are of an open that creates or truncates.
    OpenChanges(u8),
    /// They are of an open of a file without a name.
    OpenNameless(u8),
    /// The pointer in this register is not null.
    Given(u8),
    /// The clone flags ask for a new user or mount namespace.
    CloneNamespaces,
    /// A socket of this family and type is asked for, with another protocol than the type's own.
    Protocol {
        family: &'static str,
        kind: &'static str,
        own: &'static str,
    },
    /// A socket of this family that is neither a stream nor a datagram one.
    OtherKind {
        family: &'static str,
    },
}

/// A test of a register's low half; constants by name, since ABIs differ in them.
#[derive(Debug, Clone, Copy)]
enum Test {
    Eq(&'static str),
    Ne(&'static str),
    /// Some bit of these is set.
    Any(&'static [&'static str]),
    /// No bit of it is set.
    Clear(&'static str),
    /// The bits under the mask are the value's.
    Bits(u64, &'static str),
    /// They are not.
    NotBits(u64, &'static str),
}

struct Row {
    name: &'static str,
    need: Need,
    treatment: Treatment,
    when: When,
    reason: &'static str,
}

const fn row(name: &'static str, need: Need, treatment: Treatment, when: When, reason: &'static str) -> Row {
    Row { name, need, treatment, when, reason }
}

const NOTIFY: Treatment = Treatment::Notify;
const EPERM: Treatment = Treatment::Errno(Errno::EPERM);
const EACCES: Treatment = Treatment::Errno(Errno::EACCES);
const ENOSYS: Treatment = Treatment::Errno(Errno::ENOSYS);
const EBUSY: Treatment = Treatment::Errno(Errno::EBUSY);
const EAFNOSUPPORT: Treatment = Treatment::Errno(Errno::EAFNOSUPPORT);
const EPROTONOSUPPORT: Treatment = Treatment::Errno(Errno::EPROTONOSUPPORT);

/// The bits of socket(2)'s second argument that are the type; the rest are flags.
const SOCK_TYPE_MASK: u64 = 0xf;
/// The bits of open(2)'s flags that are the access mode, on every ABI.
const O_ACCMODE: u64 = 3;
/// The bits of an ioctl's number that are its direction, kind and place; the rest is the size of its argument, which
/// for some is another to 32-bit programs, and the kernel takes either from both.
const IOC_MASK: u64 = 0xc000_ffff;
const NAMESPACES: &[&str] = &["CLONE_NEWUSER", "CLONE_NEWNS"];

const OPEN: &str = "the file that is opened is judged";
const NAME: &str = "changes a name, which is judged as a write";
const META: &str = "changes metadata, which is judged as a write";
const LOOK: &str = "tells whether a name is there, and some are hidden";
const OPEN_FILE: &str = "changes metadata, also of a file that is only open for reading";
const SNAPSHOT: &str = "makes or removes names, and gives files others, as no rule can follow";
const NAMELESS: &str = "a file without a name is its folder's own, and Landlock grants what is in the folder";
const FASTOPEN: &[&str] = &["MSG_FASTOPEN"];
const CONNECTS: &str = "it connects, and Landlock does not see it";
const URING: &str = "performs calls that no filter sees";
const MOUNT: &str = "puts files under other names";
const IDENTITY: &str = "changes whose rights the supervisor must judge with";
const MODULE: &str = "changes the running kernel, which can do everything";
const HARDWARE: &str = "reaches devices without their files";
const NAMESPACE: &str = "a new user or mount namespace puts files under other names";

use When::{Always, Given, Is};

#[rustfmt::skip]
static ROWS: &[Row] = &[
    // Opens. O_PATH opens read and write nothing and cannot be injected: they pass.
    row("open", Need::AnyOpen, NOTIFY, When::OpenAny(1), OPEN),
    row("open", Need::ReadOnly, NOTIFY, When::OpenReads(1), OPEN),
    row("open", Need::WriteOnly, NOTIFY, When::OpenWrites(1), OPEN),
    row("open", Need::WriteOnly, NOTIFY, When::OpenChanges(1), OPEN),
    row("openat", Need::AnyOpen, NOTIFY, When::OpenAny(2), OPEN),
    row("openat", Need::ReadOnly, NOTIFY, When::OpenReads(2), OPEN),
    row("openat", Need::WriteOnly, NOTIFY, When::OpenWrites(2), OPEN),
    row("openat", Need::WriteOnly, NOTIFY, When::OpenChanges(2), OPEN),
    row("open", Need::Nameless, NOTIFY, When::OpenNameless(1), NAMELESS),
    row("openat", Need::Nameless, NOTIFY, When::OpenNameless(2), NAMELESS),
    row("openat2", Need::SomeOpen, NOTIFY, Always, "its flags are in memory"),
    row("creat", Need::AnyOpen, NOTIFY, Always, OPEN),
    row("creat", Need::WriteOnly, NOTIFY, Always, OPEN),
    row("uselib", Need::SomeOpen, ENOSYS, Always, "opens and maps a file by name; no C library uses it"),

    // Names. Renaming and linking concern a rule on reads too: a denied file would get a free name.
    row("rename", Need::Renames, NOTIFY, Always, NAME),
    row("renameat", Need::Renames, NOTIFY, Always, NAME),
    row("renameat2", Need::Renames, NOTIFY, Always, NAME),
    row("link", Need::Links, NOTIFY, Always, NAME),
    row("linkat", Need::Links, NOTIFY, Always, NAME),
    row("unlink", Need::Write, NOTIFY, Always, NAME),
    row("unlinkat", Need::Write, NOTIFY, Always, NAME),
    row("rmdir", Need::Write, NOTIFY, Always, NAME),
    row("mkdir", Need::Write, NOTIFY, Always, NAME),
    row("mkdirat", Need::Write, NOTIFY, Always, NAME),
    row("mknod", Need::Write, NOTIFY, Always, NAME),
    row("mknodat", Need::Write, NOTIFY, Always, NAME),
    row("symlink", Need::Write, NOTIFY, Always, NAME),
    row("symlinkat", Need::Write, NOTIFY, Always, NAME),

    // Contents and metadata by name.
    row("truncate", Need::Write, NOTIFY, Always, "changes contents"),
    row("truncate64", Need::Write, NOTIFY, Always, "changes contents"),
    row("chmod", Need::Metadata, NOTIFY, Always, META),
    row("fchmodat", Need::Metadata, NOTIFY, Always, META),
    row("fchmodat2", Need::Metadata, NOTIFY, Always, META),
    row("chown", Need::Metadata, NOTIFY, Always, META),
    row("chown32", Need::Metadata, NOTIFY, Always, META),
    row("lchown", Need::Metadata, NOTIFY, Always, META),
    row("lchown32", Need::Metadata, NOTIFY, Always, META),
    row("fchownat", Need::Metadata, NOTIFY, Always, META),
    row("utime", Need::Metadata, NOTIFY, Always, META),
    row("utimes", Need::Metadata, NOTIFY, Always, META),
    row("futimesat", Need::Metadata, NOTIFY, Always, META),
    row("utimensat", Need::Metadata, NOTIFY, Always, META),
    row("utimensat_time64", Need::Metadata, NOTIFY, Always, META),
    row("setxattr", Need::Metadata, NOTIFY, Always, META),
    row("lsetxattr", Need::Metadata, NOTIFY, Always, META),
    row("setxattrat", Need::Metadata, NOTIFY, Always, META),
    row("removexattr", Need::Metadata, NOTIFY, Always, META),
    row("lremovexattr", Need::Metadata, NOTIFY, Always, META),
    row("removexattrat", Need::Metadata, NOTIFY, Always, META),
    row("file_setattr", Need::Metadata, NOTIFY, Always, META),
    row("acct", Need::NoWrite, EPERM, Always, "makes the kernel write to a named file"),
    row("swapon", Need::NoWrite, EPERM, Always, "makes the kernel write to a named file"),

    // Metadata by descriptor: read-only ones will do.
    row("fchmod", Need::Metadata, NOTIFY, Always, OPEN_FILE),
    row("fchown", Need::Metadata, NOTIFY, Always, OPEN_FILE),
    row("fchown32", Need::Metadata, NOTIFY, Always, OPEN_FILE),
    row("fsetxattr", Need::Metadata, NOTIFY, Always, OPEN_FILE),
    row("fremovexattr", Need::Metadata, NOTIFY, Always, OPEN_FILE),
    row("ioctl", Need::Metadata, NOTIFY, Is(1, Test::Bits(IOC_MASK, "FS_IOC_SETFLAGS")), OPEN_FILE),
    row("ioctl", Need::Metadata, NOTIFY, Is(1, Test::Bits(IOC_MASK, "FS_IOC_FSSETXATTR")), OPEN_FILE),
    row("ioctl", Need::NoWrite, EPERM, Is(1, Test::Bits(IOC_MASK, "FS_IOC_SETVERSION")), OPEN_FILE),
    row("ioctl", Need::NoWrite, EPERM, Is(1, Test::Bits(IOC_MASK, "EXT4_IOC_SETVERSION")), OPEN_FILE),
    row("ioctl", Need::NoWrite, EPERM, Is(1, Test::Bits(IOC_MASK, "FS_IOC_ENABLE_VERITY")), OPEN_FILE),
    row("ioctl", Need::NoWrite, EPERM, Is(1, Test::Bits(IOC_MASK, "FS_IOC_SET_ENCRYPTION_POLICY")), OPEN_FILE),
    row("ioctl", Need::NoWrite, EPERM, Is(1, Test::Eq("BTRFS_IOC_SUBVOL_SETFLAGS")), OPEN_FILE),
    row("ioctl", Need::Names, EPERM, Is(1, Test::Eq("BTRFS_IOC_SNAP_CREATE")), SNAPSHOT),
    row("ioctl", Need::Names, EPERM, Is(1, Test::Eq("BTRFS_IOC_SNAP_CREATE_V2")), SNAPSHOT),
    row("ioctl", Need::Names, EPERM, Is(1, Test::Eq("BTRFS_IOC_SNAP_DESTROY")), SNAPSHOT),
    row("ioctl", Need::Names, EPERM, Is(1, Test::Eq("BTRFS_IOC_SNAP_DESTROY_V2")), SNAPSHOT),
    row("ioctl", Need::Names, EPERM, Is(1, Test::Eq("BTRFS_IOC_SUBVOL_CREATE")), SNAPSHOT),
    row("ioctl", Need::Names, EPERM, Is(1, Test::Eq("BTRFS_IOC_SUBVOL_CREATE_V2")), SNAPSHOT),
    row("ioctl", Need::Names, EPERM, Is(1, Test::Bits(IOC_MASK, "XFS_IOC_OPEN_BY_HANDLE")), "opens a file without its name"),

    // Looking names up, where some are hidden. chdir, chroot, execution and O_PATH opens cannot be performed for
    // somebody else: `lower.rs` says so.
    row("stat", Need::Hide, NOTIFY, Always, LOOK),
    row("stat64", Need::Hide, NOTIFY, Always, LOOK),
    row("lstat", Need::Hide, NOTIFY, Always, LOOK),
    row("lstat64", Need::Hide, NOTIFY, Always, LOOK),
    row("newfstatat", Need::Hide, NOTIFY, Always, LOOK),
    row("fstatat64", Need::Hide, NOTIFY, Always, LOOK),
    row("statx", Need::Hide, NOTIFY, Always, LOOK),
    row("oldstat", Need::Hide, ENOSYS, Always, "tells whether a name is there; no C library uses it"),
    row("oldlstat", Need::Hide, ENOSYS, Always, "tells whether a name is there; no C library uses it"),
    row("access", Need::Hide, NOTIFY, Always, LOOK),
    row("faccessat", Need::Hide, NOTIFY, Always, LOOK),
    row("faccessat2", Need::Hide, NOTIFY, Always, LOOK),
    row("readlink", Need::Hide, NOTIFY, Always, LOOK),
    row("readlinkat", Need::Hide, NOTIFY, Always, LOOK),
    row("statfs", Need::Hide, NOTIFY, Always, LOOK),
    row("statfs64", Need::Hide, NOTIFY, Always, LOOK),
    row("getxattr", Need::Hide, NOTIFY, Always, LOOK),
    row("lgetxattr", Need::Hide, NOTIFY, Always, LOOK),
    row("getxattrat", Need::Hide, NOTIFY, Always, LOOK),
    row("listxattr", Need::Hide, NOTIFY, Always, LOOK),
    row("llistxattr", Need::Hide, NOTIFY, Always, LOOK),
    row("listxattrat", Need::Hide, NOTIFY, Always, LOOK),
    row("file_getattr", Need::Hide, NOTIFY, Always, LOOK),
    row("inotify_add_watch", Need::Hide, NOTIFY, Always, LOOK),
    row("name_to_handle_at", Need::Hide, NOTIFY, Always, LOOK),
    row("fanotify_init", Need::Hide, EPERM, Always, "watches names; programs fall back to inotify"),
    row("fanotify_mark", Need::Hide, EPERM, Always, LOOK),
    row("quotactl", Need::Hide, EPERM, Always, LOOK),
    row("swapoff", Need::Hide, EPERM, Always, LOOK),

    // Execution.
    row("execve", Need::NoExecute, EACCES, Always, "no rule allows executing anything"),
    row("execveat", Need::NoExecute, EACCES, Always, "no rule allows executing anything"),
    row("memfd_create", Need::ListedExecute, EACCES, Is(1, Test::Clear("MFD_NOEXEC_SEAL")),
        "an executable file without a name escapes the rules on execution"),

    // Sockets.
    row("connect", Need::Connect, NOTIFY, Always, "the address is judged"),
    row("bind", Need::Bind, NOTIFY, Always, "the address is judged"),
    row("listen", Need::Listen, NOTIFY, Always, "the address is judged, also one that listening itself binds"),
    row("sendto", Need::Send, NOTIFY, Given(4), "the address is judged, and MSG_FASTOPEN connects"),
    row("sendmsg", Need::Send, NOTIFY, Always, "its address is in memory"),
    row("sendmmsg", Need::Send, NOTIFY, Always, "its addresses are in memory"),
    row("sendto", Need::FastOpen, NOTIFY, Is(3, Test::Any(FASTOPEN)), CONNECTS),
    row("sendmsg", Need::FastOpen, NOTIFY, Is(2, Test::Any(FASTOPEN)), CONNECTS),
    row("sendmmsg", Need::FastOpen, NOTIFY, Is(3, Test::Any(FASTOPEN)), CONNECTS),
    row("socketcall", Need::FastOpen, NOTIFY, Is(0, Test::Eq("SYS_SENDTO")), "its flags are in memory, and may make it connect"),
    row("socketcall", Need::FastOpen, NOTIFY, Is(0, Test::Eq("SYS_SENDMSG")), "its flags are in memory, and may make it connect"),
    row("socketcall", Need::FastOpen, NOTIFY, Is(0, Test::Eq("SYS_SENDMMSG")), "its flags are in memory, and may make it connect"),
    row("socketcall", Need::Connect, NOTIFY, Is(0, Test::Eq("SYS_CONNECT")), "the address is judged"),
    row("socketcall", Need::Bind, NOTIFY, Is(0, Test::Eq("SYS_BIND")), "the address is judged"),
    row("socketcall", Need::Listen, NOTIFY, Is(0, Test::Eq("SYS_LISTEN")), "the address is judged"),
    row("socketcall", Need::Send, NOTIFY, Is(0, Test::Eq("SYS_SENDTO")), "its address is in memory"),
    row("socketcall", Need::Send, NOTIFY, Is(0, Test::Eq("SYS_SENDMSG")), "its address is in memory"),
    row("socketcall", Need::Send, NOTIFY, Is(0, Test::Eq("SYS_SENDMMSG")), "its addresses are in memory"),
    row("socketcall", Need::Net, NOTIFY, Is(0, Test::Eq("SYS_SOCKET")), "its family and protocol are in memory"),
    row("socket", Need::NetDenied, EAFNOSUPPORT,
        When::All(&[(0, Test::Ne("AF_INET")), (0, Test::Ne("AF_INET6")), (0, Test::Ne("AF_UNIX")), (0, Test::Ne("AF_NETLINK"))]),
        "no rule can speak of this family"),
    row("socket", Need::NetDenied, EPROTONOSUPPORT, When::Protocol { family: "AF_INET", kind: "SOCK_STREAM", own: "IPPROTO_TCP" },
        "no rule can speak of a stream that is not TCP"),
    row("socket", Need::NetDenied, EPROTONOSUPPORT, When::Protocol { family: "AF_INET6", kind: "SOCK_STREAM", own: "IPPROTO_TCP" },
        "no rule can speak of a stream that is not TCP"),
    row("socket", Need::NetDenied, EPROTONOSUPPORT, When::Protocol { family: "AF_INET", kind: "SOCK_DGRAM", own: "IPPROTO_UDP" },
        "no rule can speak of datagrams that are not UDP"),
    row("socket", Need::NetDenied, EPROTONOSUPPORT, When::Protocol { family: "AF_INET6", kind: "SOCK_DGRAM", own: "IPPROTO_UDP" },
        "no rule can speak of datagrams that are not UDP"),
    row("socket", Need::NetDenied, EPROTONOSUPPORT, When::OtherKind { family: "AF_INET" }, "no rule can speak of raw and other sockets"),
    row("socket", Need::NetDenied, EPROTONOSUPPORT, When::OtherKind { family: "AF_INET6" }, "no rule can speak of raw and other sockets"),
    row("socket", Need::NetAllowed, EPROTONOSUPPORT, Is(0, Test::Eq("AF_SMC")), "reaches TCP addresses under another family"),
    row("socket", Need::NetAllowed, EPROTONOSUPPORT, Is(2, Test::Eq("IPPROTO_MPTCP")), "reaches TCP addresses under another protocol"),
    row("socket", Need::NetAllowed, EPROTONOSUPPORT, Is(2, Test::Eq("IPPROTO_SMC")), "reaches TCP addresses under another protocol"),
    row("socket", Need::NetAllowed, EPROTONOSUPPORT, Is(2, Test::Eq("IPPROTO_SCTP")), "connects without a call that names the address"),
    row("socket", Need::NetAllowed, EPROTONOSUPPORT, Is(2, Test::Eq("IPPROTO_DCCP")), "no rule can speak of it"),
    row("socket", Need::NetAllowed, EPROTONOSUPPORT,
        When::All(&[(0, Test::Eq("AF_INET")), (1, Test::Bits(SOCK_TYPE_MASK, "SOCK_SEQPACKET"))]), "is SCTP, whatever the protocol says"),
    row("socket", Need::NetAllowed, EPROTONOSUPPORT,
        When::All(&[(0, Test::Eq("AF_INET6")), (1, Test::Bits(SOCK_TYPE_MASK, "SOCK_SEQPACKET"))]), "is SCTP, whatever the protocol says"),
    row("socket", Need::NetAllowed, EPROTONOSUPPORT, Is(1, Test::Bits(SOCK_TYPE_MASK, "SOCK_DCCP")), "no rule can speak of it"),

    // Side doors of every resource policy.
    row("io_uring_setup", Need::Resources, ENOSYS, Always, URING),
    row("io_uring_enter", Need::Resources, ENOSYS, Always, URING),
    row("io_uring_register", Need::Resources, ENOSYS, Always, URING),
    row("open_by_handle_at", Need::Resources, EPERM, Always, "opens a file without its name"),
    row("unshare", Need::Resources, EPERM, Is(0, Test::Any(NAMESPACES)), NAMESPACE),
    row("clone", Need::Resources, EPERM, When::CloneNamespaces, NAMESPACE),
    row("clone3", Need::Resources, ENOSYS, Always, "its flags are in memory; C libraries fall back to clone"),
    row("setns", Need::Resources, EPERM, Always, "enters namespaces with other names for files"),
    row("pivot_root", Need::Resources, EPERM, Always, MOUNT),
    row("mount", Need::Resources, EPERM, Always, MOUNT),
    row("umount", Need::Resources, EPERM, Always, MOUNT),
    row("umount2", Need::Resources, EPERM, Always, MOUNT),
    row("move_mount", Need::Resources, EPERM, Always, MOUNT),
    row("open_tree", Need::Resources, EPERM, Always, MOUNT),
    row("open_tree_attr", Need::Resources, EPERM, Always, MOUNT),
    row("fsopen", Need::Resources, EPERM, Always, MOUNT),
    row("fsmount", Need::Resources, EPERM, Always, MOUNT),
    row("fsconfig", Need::Resources, EPERM, Always, MOUNT),
    row("fspick", Need::Resources, EPERM, Always, MOUNT),
    row("mount_setattr", Need::Resources, EPERM, Always, MOUNT),
    row("userfaultfd", Need::Resources, EPERM, Always, "lets the target stall whoever reads its memory"),
    row("bpf", Need::Resources, EPERM, Always, "loads code into the kernel"),
    row("init_module", Need::Resources, EPERM, Always, MODULE),
    row("finit_module", Need::Resources, EPERM, Always, MODULE),
    row("delete_module", Need::Resources, EPERM, Always, MODULE),
    row("kexec_load", Need::Resources, EPERM, Always, MODULE),
    row("kexec_file_load", Need::Resources, EPERM, Always, MODULE),
    row("ioperm", Need::Resources, EPERM, Always, HARDWARE),
    row("iopl", Need::Resources, EPERM, Always, HARDWARE),
    row("fanotify_init", Need::Names, EPERM, Is(0, Test::Clear("FAN_REPORT_FID")), "its events open files that others use"),
    row("perf_event_open", Need::Resources, EACCES, Always, "watches other processes"),
    row("ioctl", Need::Resources, EPERM, Is(1, Test::Eq("TIOCSTI")), "types into the terminal"),
    row("ioctl", Need::Resources, EPERM, Is(1, Test::Eq("TIOCLINUX")), "pastes into the terminal"),
    row("seccomp", Need::Resources, EBUSY,
        When::All(&[(0, Test::Eq("SECCOMP_SET_MODE_FILTER")), (1, Test::Any(&["SECCOMP_FILTER_FLAG_NEW_LISTENER"]))]),
        "a listener of the target's own could answer in our place"),

    // Identities, where the target has the right to change its own.
    row("setuid", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setuid32", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setgid", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setgid32", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setreuid", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setreuid32", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setregid", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setregid32", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setresuid", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setresuid32", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setresgid", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setresgid32", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setfsuid", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setfsuid32", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setfsgid", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setfsgid32", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setgroups", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("setgroups32", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("capset", Need::Privileged, NOTIFY, Always, IDENTITY),
    row("chroot", Need::Privileged, NOTIFY, Always, "changes what every path means"),
];

/// Under which policies the rows about identities hold.
pub(crate) const PRIVILEGED: &str = "anything is judged, and the program has rights to change its own";

impl Need {
    /// Under which policies.
    fn words(self) -> &'static str {
        match self {
            Need::AnyOpen | Need::SomeOpen => "reads or writes are judged, or opens redirected",
            Need::ReadOnly => "reads alone are judged",
            Need::WriteOnly => "writes alone are judged",
            Need::Write | Need::Renames => "writes are judged, and not by Landlock",
            Need::Metadata => "writes are judged",
            Need::NoWrite => "writes are judged, whoever judges",
            Need::Nameless => "Landlock judges writes in a folder",
            Need::Names | Need::Links => "files are judged",
            Need::Hide => "names are hidden",
            Need::NoExecute => "nothing may be executed",
            Need::ListedExecute => "Landlock confines execution",
            Need::Connect => "connect is judged, or names are hidden",
            Need::Bind => "bind is judged, or writes are",
            Need::Listen => "listen or bind is judged",
            Need::Send => "sending or connect is judged, or names are hidden",
            Need::FastOpen => "Landlock judges connect",
            Need::Net => "the network is judged",
            Need::NetDenied => "the network is judged, and what no rule names is denied",
            Need::NetAllowed => "the network is judged, and what no rule names is allowed",
            Need::Resources => "anything is judged",
            Need::Privileged => PRIVILEGED,
        }
    }
}

/// Each row in words: the call, what it gets, under which policies, whether with certain arguments only, and why.
pub(crate) fn rows() -> impl Iterator<Item = (&'static str, Treatment, &'static str, bool, &'static str)> {
    ROWS.iter().map(|row| {
        let sometimes = !matches!(row.when, Always);
        (row.name, row.treatment, row.need.words(), sometimes, row.reason)
    })
}

/// The calls that a policy with these concerns treats on these ABIs, in the table's order.
/// `confined`: Landlock confines execution.
pub(crate) fn treated(
    concerns: Concerns,
    abilities: &Abilities,
    confined: bool,
    arches: &[Abi],
) -> Vec<PlannedCall> {
    let mut calls = Vec::new();
    for row in ROWS.iter().filter(|row| needed(row.need, concerns, abilities, confined)) {
        for abi in arches {
            if let Some(sysno) = Sysno::from_name(*abi, row.name) {
                let when = conditions(row.when, *abi);
                let reason = row.reason;
                let planned = PlannedCall { sysno, treatment: row.treatment, when, reason };
                let same = |other: &PlannedCall| {
                    (other.sysno, other.treatment, &other.when)
                        == (planned.sysno, planned.treatment, &planned.when)
                };
                if !calls.iter().any(same) {
                    calls.push(planned);
                }
            }
        }
    }
    calls
}

fn needed(need: Need, concerns: Concerns, abilities: &Abilities, confined: bool) -> bool {
    let Concerns { redirect, held, .. } = concerns;
    let write = concerns.asks_writes();
    // A capability may open what Landlock's domain keeps shut in /proc (`may_access_mm`), and only the
    // supervisor can tell whose file it is; unless Landlock keeps all of /proc shut.
    let read = concerns.asks_reads() || (abilities.privileged && concerns.fs() && !held.read);
    match need {
        Need::AnyOpen => redirect || (read && write),
        Need::ReadOnly => read && !write && !redirect,
        Need::WriteOnly => write && !read && !redirect,
        Need::SomeOpen => read || write || redirect || held.nameless,
        Need::Write => write,
        Need::Metadata => concerns.write && !held.metadata,
        Need::NoWrite => concerns.write,
        Need::Nameless => held.nameless,
        Need::Names => concerns.read || concerns.write || (abilities.privileged && concerns.fs()),
        Need::Links => needed(Need::Names, concerns, abilities, confined) && !(held.metadata && held.renames),
        Need::Renames => read || write || (concerns.write && !held.renames),
        Need::Hide => concerns.hide,
        Need::NoExecute => concerns.execute == Execution::Refused,
        Need::ListedExecute => concerns.execute == Execution::Listed && confined,
        Need::Connect => concerns.asks_connects() || concerns.hide,
        Need::Bind => (concerns.bind && !held.bind) || write,
        Need::Listen => (concerns.listen || concerns.bind) && !held.listen,
        Need::Send => (concerns.send && !held.send) || concerns.asks_connects() || concerns.hide,
        Need::FastOpen => concerns.connect && held.connect && !held.connects_anywhere,
        Need::Net => concerns.net(),
        Need::NetDenied => concerns.net() && concerns.default_deny,
        Need::NetAllowed => concerns.net() && !concerns.default_deny,
        Need::Resources => concerns.resources(),
        Need::Privileged => concerns.resources() && abilities.privileged,
    }
}

/// A row's condition as comparisons of this ABI's registers.
fn conditions(when: When, abi: Abi) -> Vec<Comparison> {
    let no_path = |arg| (arg, Test::Clear("O_PATH"));
    let tests = match when {
        When::Always => Vec::new(),
        When::Is(arg, test) => vec![(arg, test)],
        When::All(tests) => tests.to_vec(),
        When::OpenAny(arg) => vec![no_path(arg)],
        When::OpenReads(arg) => vec![no_path(arg), (arg, Test::NotBits(O_ACCMODE, "O_WRONLY"))],
        When::OpenWrites(arg) => vec![no_path(arg), (arg, Test::NotBits(O_ACCMODE, "O_RDONLY"))],
        When::OpenChanges(arg) => {
            vec![no_path(arg), (arg, Test::Any(&["O_CREAT", "O_TRUNC", "O_TMPFILE"]))]
        }
        When::OpenNameless(arg) => vec![no_path(arg), (arg, Test::Any(&["O_TMPFILE"]))],
        When::Given(arg) => return vec![pointer_given(arg, abi)],
        When::CloneNamespaces => vec![(clone_flags_register(abi), Test::Any(NAMESPACES))],
        When::Protocol { family, kind, own } => vec![
            (0, Test::Eq(family)),
            (1, Test::Bits(SOCK_TYPE_MASK, kind)),
            (2, Test::Ne("IPPROTO_IP")),
            (2, Test::Ne(own)),
        ],
        When::OtherKind { family } => vec![
            (0, Test::Eq(family)),
            (1, Test::NotBits(SOCK_TYPE_MASK, "SOCK_STREAM")),
            (1, Test::NotBits(SOCK_TYPE_MASK, "SOCK_DGRAM")),
        ],
    };
    // A constant that an ABI lacked would leave its test out, and the row would apply more often: the
    // safe side. None is lacking; a test says so.
    tests.into_iter().filter_map(|(arg, test)| low_half(abi, arg, test)).collect()
}

/// The kernel takes these arguments as `int` or `unsigned int`: it never looks at the upper half.
fn low_half(abi: Abi, arg: u8, test: Test) -> Option<Comparison> {
    let named = |name| constants::value(abi, name);
    let (mask, op, value) = match test {
        Test::Eq(name) => (None, Compare::Eq, named(name)?),
        Test::Ne(name) => (None, Compare::Ne, named(name)?),
        Test::Any(names) => (Some(any_of(abi, names)?), Compare::Ne, 0),
        Test::Clear(name) => (Some(named(name)?), Compare::Eq, 0),
        Test::Bits(mask, name) => (Some(mask), Compare::Eq, named(name)? & mask),
        Test::NotBits(mask, name) => (Some(mask), Compare::Ne, named(name)? & mask),
    };
    Some(Comparison { arg, width: Width::W32, signed: false, mask, op, value })
}

fn any_of(abi: Abi, names: &[&str]) -> Option<u64> {
    let bits = names.iter().try_fold(0, |bits, name| Some(bits | constants::value(abi, name)?))?;
    // O_TMPFILE contains O_DIRECTORY, which every reader of a directory gives.
    let directory = if names.contains(&"O_TMPFILE") { constants::value(abi, "O_DIRECTORY")? } else { 0 };
    Some(bits & !directory)
}

/// The register with clone(2)'s flags: s390 takes the stack first.
fn clone_flags_register(abi: Abi) -> u8 {
    u8::from(matches!(abi, Abi::S390 | Abi::S390x))
}

fn pointer_given(arg: u8, abi: Abi) -> Comparison {
    // x32 has small pointers in whole registers, and the native call takes the whole.
    let wide = abi.word_bits() == 64 || abi == Abi::X32;
    let width = if wide { Width::W64 } else { Width::W32 };
    Comparison { arg, width, signed: false, mask: None, op: Compare::Ne, value: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use callgate_abi::syscalls;

    #[test]
    fn every_row_names_a_call() {
        for row in ROWS {
            assert!(syscalls::exists(row.name), "{}", row.name);
            assert!(!row.reason.is_empty());
        }
    }

    #[test]
    fn every_abi_has_every_constant() {
        for row in ROWS {
            let on = |abi| conditions(row.when, abi).len();
            for abi in Abi::ALL {
                assert_eq!(on(*abi), on(Abi::X86_64), "{} on {abi}", row.name);
            }
            assert!(matches!(row.when, Always) || on(Abi::X86_64) > 0, "{}", row.name);
        }
    }

    #[test]
    fn constants_that_differ() {
        let bits = |abi| any_of(abi, &["O_CREAT", "O_TRUNC", "O_TMPFILE"]);
        assert_eq!(bits(Abi::X86_64), Some(0o100 | 0o1000 | 0o20_000_000));
        assert_eq!(bits(Abi::Arm), bits(Abi::X86_64));
        assert_eq!(bits(Abi::Mips), Some(0x100 | 0x200 | 0o20_000_000));
        assert_eq!(bits(Abi::Parisc), Some(0o400 | 0o1000 | 0o40_000_000));
    }
}
