//! The Landlock domain of a run. What the plan leaves to Landlock alone, it grants. Beneath all other rules: what the
//! supervisor performs for the target, the target cannot do by itself, even through a door nobody thought of.

use crate::anchors;
use crate::image::Image;
use crate::mounts;
use crate::run::StartError;
use callgate_abi::{Abi, SeccompData, Sysno};
use callgate_plan::{Abilities, Plan, Ports, Traced, Treatment};
use callgate_policy::Policy;
use callgate_policy::model::Matcher;
use callgate_sys::landlock::{
    self, AccessFs, AccessNet, BitFlags, Grant, Handled, PortGrant, Scope, make_bitflags,
};
use rustix::fs::{CWD, Mode, OFlags};
use std::ffi::OsStr;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// From this version on renames across folders can be granted (5.19); TCP ports; scopes.
const WITH_REFER: u32 = 2;
const WITH_TCP: u32 = 4;
const WITH_SCOPES: u32 = 6;
/// What fs.read is to Landlock.
const READS: BitFlags<AccessFs> = make_bitflags!(AccessFs::{ReadFile | ReadDir});
/// What fs.write is, but for metadata, of which Landlock knows nothing.
const WRITES: BitFlags<AccessFs> = make_bitflags!(AccessFs::{
    WriteFile | Truncate | RemoveDir | RemoveFile | MakeChar | MakeDir | MakeReg | MakeSock | MakeFifo | MakeBlock | MakeSym
});
/// What of it makes sense on a file.
const OF_FILES: BitFlags<AccessFs> = make_bitflags!(AccessFs::{ReadFile | WriteFile | Truncate});
/// C's `O_WRONLY`.
const O_WRONLY: u64 = 1;
/// How many interpreters one program may need: the kernel's own limit of nested `#!` lines, and a loader.
const MAX_INTERPRETERS: usize = 6;

/// The ruleset of a run; `None` when nothing is judged or refused, or this kernel has no Landlock that serves.
pub(crate) fn ruleset(
    policy: &Policy,
    plan: &Plan,
    abilities: &Abilities,
    program: &Path,
) -> Result<Option<OwnedFd>, StartError> {
    let used = plan.needs_listener || plan.nested || plan.landlock.any();
    if abilities.landlock_abi < WITH_REFER || !used || plan.observed.is_some() {
        return Ok(None);
    }
    let mut handled = Handled::default();
    let mut grants = Vec::new();
    if let Some(rules) = &plan.landlock_execute {
        handled.fs |= AccessFs::Execute;
        // The kernel opens an image for reading too.
        let mut access: BitFlags<AccessFs> = AccessFs::Execute.into();
        if notified(plan, "openat", [0, 0, 0]) {
            handled.fs |= AccessFs::ReadFile | AccessFs::ReadDir;
            access |= AccessFs::ReadFile;
        }
        for file in images(program) {
            grants.extend(grant(&file, access)?);
        }
        for rule in rules {
            if let Some(Matcher::Path { at, .. }) = policy.rules.get(*rule).map(|rule| &rule.matcher)
                && let Some(path) = at.is_literal()
            {
                grants.extend(grant(Path::new(OsStr::from_bytes(path)), access)?);
            }
        }
    }
    if notified(plan, "openat", [0, 0, O_WRONLY]) {
        handled.fs |= AccessFs::WriteFile | AccessFs::MakeReg;
    }
    if notified(plan, "unlinkat", [0; 3]) {
        // The kernel itself removes what has a core file's name, with the program's rights.
        handled.fs |= AccessFs::RemoveFile;
    }
    if plan.landlock.read.is_none() && plan.landlock.write.is_none() {
        grants.extend(opened_without_a_path(handled.fs)?);
    }
    if let Some(paths) = &plan.landlock.read {
        handled.fs |= READS;
        grants.extend(grants_of(paths, READS)?);
    }
    if let Some(paths) = &plan.landlock.write {
        handled.fs |= WRITES;
        grants.extend(grants_of(paths, WRITES)?);
    }
    let mut ports = Vec::new();
    if abilities.landlock_abi >= WITH_TCP {
        for (name, held, access) in [
            ("bind", &plan.landlock.bind, AccessNet::BindTcp),
            ("connect", &plan.landlock.connect, AccessNet::ConnectTcp),
        ] {
            match held {
                Some(Ports::Listed(listed)) => {
                    handled.net |= access;
                    ports.extend(listed.iter().map(|port| PortGrant { port: *port, access: access.into() }));
                }
                None if notified(plan, name, [0; 3]) => handled.net |= access,
                Some(Ports::All) | None => {}
            }
        }
    }
    if abilities.landlock_abi >= WITH_SCOPES {
        handled.scopes = Scope::Signal.into();
        // Where the program connects by itself, it may connect to any unix socket.
        if plan.landlock.connect.is_none() {
            handled.scopes |= Scope::AbstractUnixSocket;
        }
    }
    if handled.fs.is_empty() && handled.net.is_empty() && handled.scopes.is_empty() {
        return Ok(None);
    }
    landlock::deny_all_but(handled, &grants, &ports).map(Some).map_err(|errno| StartError::Landlock { errno })
}

/// The ruleset of the domain around it, in which the run's guardian can signal the run and nobody else. It has a
/// guardian where its own domain keeps signals inside; else, should the supervisor be killed, only the program itself is
/// ended, and the calls of its other processes fail.
pub(crate) fn guardians(
    domain: Option<&OwnedFd>,
    abilities: &Abilities,
) -> Result<Option<OwnedFd>, StartError> {
    if domain.is_none() || abilities.landlock_abi < WITH_SCOPES {
        return Ok(None);
    }
    landlock::scopes_only(Scope::Signal.into()).map(Some).map_err(|errno| StartError::Landlock { errno })
}

/// Whether the kernel could write a core file past the rules: it does so with the program's rights, and where the tracer
/// has the program open files itself, or without a domain, these are its user's.
pub(crate) fn leaves_core_files(plan: &Plan, domain: Option<&OwnedFd>) -> bool {
    let registers = [0, 0, O_WRONLY];
    let traced = treated(plan, "openat", registers, |treatment| {
        matches!(treatment, Treatment::Trace(Traced::Open) | Treatment::Entry(Some(Traced::Open)))
    });
    plan.observed.is_none() && (traced || (domain.is_none() && notified(plan, "openat", registers)))
}

/// Whether the supervisor performs this native call with these registers.
fn notified(plan: &Plan, name: &str, registers: [u64; 3]) -> bool {
    treated(plan, name, registers, |treatment| {
        matches!(treatment, Treatment::Notify | Treatment::Entry(None))
    })
}

fn treated(plan: &Plan, name: &str, registers: [u64; 3], wanted: impl Fn(Treatment) -> bool) -> bool {
    let Some(sysno) = Sysno::from_name(Abi::NATIVE, name) else { return false };
    let mut data = SeccompData { nr: sysno.nr as i32, ..SeccompData::default() };
    data.args[..3].copy_from_slice(&registers);
    plan.calls.iter().any(|call| {
        call.sysno == sysno
            && wanted(call.treatment)
            && call.when.iter().all(|comparison| comparison.holds(&data.args))
    })
}

/// A grant on a file or folder; none where it does not exist, for then nothing can be executed there.
fn grant(path: &Path, access: BitFlags<AccessFs>) -> Result<Option<Grant>, StartError> {
    match rustix::fs::openat(CWD, path, OFlags::PATH | OFlags::CLOEXEC, Mode::empty()) {
        Ok(anchor) => Ok(Some(Grant { anchor, access })),
        Err(rustix::io::Errno::NOENT | rustix::io::Errno::NOTDIR) => Ok(None),
        Err(errno) => Err(StartError::Anchor { path: path.into(), errno: crate::stop::errno_of(errno) }),
    }
}

/// Grants on what calls open that name no file and are left to the kernel: the other end of a terminal that the program
/// holds (`TIOCGPTPEER`), message queues (mq_open). What it opens by a path it does not open itself.
fn opened_without_a_path(handled: BitFlags<AccessFs>) -> Result<Vec<Grant>, StartError> {
    let access = handled & (AccessFs::ReadFile | AccessFs::WriteFile);
    if access.is_empty() {
        return Ok(Vec::new());
    }
    let mut grants = Vec::new();
    for point in mounts::of_kinds(&[b"devpts", b"mqueue"]).unwrap_or_default() {
        grants.extend(grant(&point, access)?);
    }
    Ok(grants)
}

/// Grants on what stood at these names when the plan was made; it must stand there still.
fn grants_of(paths: &[PathBuf], access: BitFlags<AccessFs>) -> Result<Vec<Grant>, StartError> {
    let grant = |path: &PathBuf| {
        let anchor = anchors::open(path)?;
        let access = if anchors::is_folder(anchor.as_fd())? { access } else { access & OF_FILES };
        Ok(Grant { anchor, access })
    };
    let failed = |path: &PathBuf, errno| StartError::Anchor {
        path: path.clone(),
        errno: crate::stop::errno_of(errno),
    };
    paths.iter().map(|path| grant(path).map_err(|errno| failed(path, errno))).collect()
}

/// The program that the user starts needs no rule: itself, the interpreters of its `#!` line, and the
/// loader that its ELF header names.
pub(crate) fn images(program: &Path) -> Vec<PathBuf> {
    let mut images = vec![program.to_path_buf()];
    while images.len() < MAX_INTERPRETERS {
        let Some(next) = images.last().and_then(|image| interpreter(image)) else { break };
        images.push(next);
    }
    images
}

/// The same by their resolved names, as rules match them; without those that do not exist.
pub(crate) fn real_images(program: &Path) -> Vec<PathBuf> {
    images(program).into_iter().filter_map(|image| image.canonicalize().ok()).collect()
}

fn interpreter(image: &Path) -> Option<PathBuf> {
    let file = rustix::fs::openat(CWD, image, OFlags::PATH | OFlags::CLOEXEC, Mode::empty()).ok()?;
    Image::of(file.as_fd()).interpreter()
}

#[cfg(test)]
mod tests {
    use super::images;
    use std::path::Path;

    #[test]
    fn a_program_needs_its_loader() {
        let images = images(Path::new("/proc/self/exe"));
        assert!(images.len() >= 2, "this test is a dynamic program: {images:?}");
        assert!(images[1].exists());
    }
}
