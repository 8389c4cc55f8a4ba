//! Landlock rulesets, built in the parent and put in force by the child (landlock(7), since 5.13).

use crate::errno::{check, of_io};
use crate::layout::LANDLOCK_CREATE_RULESET_VERSION;
use callgate_abi::Errno;
pub use landlock::{AccessFs, AccessNet, BitFlags, Scope, make_bitflags};
use landlock::{
    CompatLevel, Compatible, NetPort, PathBeneath, PathFd, Ruleset, RulesetAttr, RulesetCreatedAttr,
};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

/// The version of Landlock's interface that the kernel offers: 1 (5.13), 2 (5.19), 3 (6.2), 4 (6.7),
/// 5 (6.10), 6 (6.12), 7 (6.15) and so on.
///
/// C: `landlock_create_ruleset(NULL, 0, LANDLOCK_CREATE_RULESET_VERSION)`. ENOSYS where it is not built
/// in, EOPNOTSUPP where it was disabled at boot, EPERM where a container denies the call.
pub fn abi_version() -> Result<u32, Errno> {
    // SAFETY: with this flag the kernel takes no attributes: null and 0 are demanded.
    check(unsafe {
        libc::syscall(
            libc::SYS_landlock_create_ruleset,
            std::ptr::null::<u8>(),
            0_usize,
            LANDLOCK_CREATE_RULESET_VERSION,
        )
    })
    .map(|version| version as u32)
}

/// What a ruleset grants on one file or on everything beneath one directory.
#[derive(Debug)]
pub struct Grant {
    /// The file or directory, opened with `O_PATH`.
    pub anchor: OwnedFd,
    /// The rights; for a file only those that make sense on one.
    pub access: BitFlags<AccessFs>,
}

/// A TCP port a ruleset grants. Since version 4.
#[derive(Debug, Clone, Copy)]
pub struct PortGrant {
    /// The port.
    pub port: u16,
    /// Bind, connect.
    pub access: BitFlags<AccessNet>,
}

/// What a ruleset governs.
#[derive(Debug, Clone, Copy, Default)]
pub struct Handled {
    /// Rights on files that are denied where no grant gives them. With any of them, or any of the
    /// others, `Refer` is handled too and granted everywhere: a ruleset denies it otherwise even where it
    /// does not speak of it, and renames across directories fail with EXDEV. (On Linux 6.18 one without any right
    /// on files leaves them alone, until another domain that has some comes beneath it.)
    pub fs: BitFlags<AccessFs>,
    /// Rights on TCP ports. Since version 4.
    pub net: BitFlags<AccessNet>,
    /// What the domain may not reach outside of itself. Since version 6.
    pub scopes: BitFlags<Scope>,
}

/// Builds a ruleset that denies all of `handled` but what is granted; the descriptor is for
/// [`crate::spawn::Spawn::landlock`] and is close-on-exec.
///
/// Nothing is weakened silently: what this kernel's Landlock does not know is ENOTSUP. With version 1
/// every ruleset breaks renames (see [`Handled::fs`]), so this is ENOTSUP there. EINVAL when nothing is handled
/// or a grant is empty or of rights that are not handled.
pub fn deny_all_but(handled: Handled, grants: &[Grant], ports: &[PortGrant]) -> Result<OwnedFd, Errno> {
    if abi_version()? < 2 {
        return Err(Errno::EOPNOTSUPP);
    }
    if handled.fs.is_empty() && handled.net.is_empty() && handled.scopes.is_empty() {
        return Err(Errno::EINVAL);
    }
    let mut ruleset = Ruleset::default()
        .set_compatibility(CompatLevel::HardRequirement)
        .handle_access(handled.fs | AccessFs::Refer)
        .map_err(|error| errno_of(&error))?;
    if !handled.net.is_empty() {
        ruleset = ruleset.handle_access(handled.net).map_err(|error| errno_of(&error))?;
    }
    if !handled.scopes.is_empty() {
        ruleset = ruleset.scope(handled.scopes).map_err(|error| errno_of(&error))?;
    }
    let root = PathFd::new("/").map_err(|error| errno_of(&error))?;
    let mut created = ruleset
        .create()
        .and_then(|created| created.add_rule(PathBeneath::new(root, AccessFs::Refer)))
        .map_err(|error| errno_of(&error))?;
    for grant in grants {
        created = created
            .add_rule(PathBeneath::new(grant.anchor.as_fd(), grant.access))
            .map_err(|error| errno_of(&error))?;
    }
    for grant in ports {
        created =
            created.add_rule(NetPort::new(grant.port, grant.access)).map_err(|error| errno_of(&error))?;
    }
    let fd: Option<OwnedFd> = created.into();
    fd.ok_or(Errno::EOPNOTSUPP)
}

/// A ruleset that grants all of the file system and keeps the domain's signals, and its abstract unix
/// sockets if asked, inside: the least domain, whose point is that a domain may not ptrace outward.
pub fn scopes_only(scopes: BitFlags<Scope>) -> Result<OwnedFd, Errno> {
    deny_all_but(Handled { scopes, ..Handled::default() }, &[], &[])
}

/// A ruleset under which unix sockets are made beneath `folder` and nowhere else.
pub fn sockets_beneath(folder: BorrowedFd<'_>) -> Result<OwnedFd, Errno> {
    let anchor = folder.try_clone_to_owned().map_err(|error| of_io(&error))?;
    let access = AccessFs::MakeSock.into();
    deny_all_but(Handled { fs: access, ..Handled::default() }, &[Grant { anchor, access }], &[])
}

/// Puts the calling thread, and only it, into a domain; there is no way back. The thread must have set
/// no_new_privs. C: landlock_restrict_self(2), since 5.13.
pub fn restrict_this_thread(ruleset: BorrowedFd<'_>) -> Result<(), Errno> {
    use std::os::fd::AsRawFd;
    // SAFETY: only numbers are passed.
    crate::errno::check(unsafe { libc::syscall(libc::SYS_landlock_restrict_self, ruleset.as_raw_fd(), 0) })
        .map(drop)
}

/// The system call's number behind an error of the landlock crate; where the crate itself refused, it is
/// for something this kernel's Landlock does not know.
fn errno_of(error: &(dyn std::error::Error + 'static)) -> Errno {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(io) = error.downcast_ref::<std::io::Error>() {
            return of_io(io);
        }
        cause = error.source();
    }
    Errno::EOPNOTSUPP
}
