//! What stands at the names that rules grant, at the start of a run: whether Landlock can hold on to it.

use crate::backstop::real_images;
use crate::mounts;
use callgate_plan::{Anchor, Anchors, wanted};
use callgate_policy::Policy;
use rustix::fs::{Access, AtFlags, CWD, FileType, Mode, OFlags, StatxAttributes, StatxFlags};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::{Path, PathBuf};

/// File systems whose inodes stay the same as long as somebody holds them (`linux/magic.h`): ext2 to ext4, xfs, btrfs,
/// f2fs, tmpfs, ramfs, overlayfs, squashfs, erofs, zfs, sysfs, cgroup2, devpts.
const KEEPING: [u64; 13] = [
    0xef53,
    0x5846_5342,
    0x9123_683e,
    0xf2f5_2010,
    0x0102_1994,
    0x8584_58f6,
    0x794c_7630,
    0x7371_7368,
    0xe0f5_e1e2,
    0x2fc1_2fc1,
    0x6265_6572,
    0x6367_7270,
    0x1cd1,
];
const PROCFS: u64 = 0x9fa0;
/// The inode of procfs' root folder (`PROC_ROOT_INO`).
const PROCFS_ROOT: u64 = 1;

/// Looks up what the plan wants to know of a policy's names. `program` is the file that will be run, where that is known.
pub fn anchors(policy: &Policy, program: Option<&Path>) -> Anchors {
    let Some(names) = wanted(policy) else { return Anchors::default() };
    Anchors {
        found: names.into_iter().map(|name| (name.clone(), anchor(&name))).collect(),
        // Everywhere, if that cannot be told.
        procfs: mounts::of_kinds(&[b"proc"]).unwrap_or_else(|| vec![PathBuf::from("/")]),
        launch: program.map(real_images).unwrap_or_default(),
    }
}

/// Opens what stands at a name in whose path is no symlink. ELOOP where there is one.
///
/// Step by step, and not by openat2: under another supervisor O_PATH goes with openat alone.
pub(crate) fn open(path: &Path) -> rustix::io::Result<OwnedFd> {
    let flags = OFlags::PATH | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let mut at = rustix::fs::openat(CWD, c"/", flags, Mode::empty())?;
    for name in path.components().skip(1) {
        at = rustix::fs::openat(&at, name.as_os_str(), flags, Mode::empty())?;
        if FileType::from_raw_mode(rustix::fs::fstat(&at)?.st_mode) == FileType::Symlink {
            return Err(rustix::io::Errno::LOOP);
        }
    }
    Ok(at)
}

fn anchor(path: &Path) -> Anchor {
    use rustix::io::Errno;
    let file = match open(path) {
        Ok(file) => file,
        Err(Errno::NOENT | Errno::NOTDIR) => return Anchor::Missing,
        Err(Errno::LOOP) => return Anchor::Link,
        Err(_) => return Anchor::Unfit("callgate cannot look it up"),
    };
    let flags = StatxFlags::TYPE | StatxFlags::INO;
    let Ok(found) = rustix::fs::statx(&file, c"", AtFlags::EMPTY_PATH, flags) else {
        return Anchor::Unfit("callgate cannot look it up");
    };
    match rustix::fs::fstatfs(&file).map(|kind| kind.f_type as u64) {
        Ok(kind) if KEEPING.contains(&kind) || (kind == PROCFS && found.stx_ino == PROCFS_ROOT) => {}
        _ => {
            return Anchor::Unfit(
                "its file system may show it as another file later, which Landlock would not grant",
            );
        }
    }
    let folder = FileType::from_raw_mode(u32::from(found.stx_mode)) == FileType::Directory;
    let mounted = StatxAttributes::MOUNT_ROOT;
    let is_mount = found.stx_attributes_mask.contains(mounted) && found.stx_attributes.contains(mounted);
    Anchor::Found { folder, fixed: is_mount || path.parent().is_none_or(is_out_of_reach) }
}

/// Whether this user cannot change names in a folder, nor give itself the right to.
fn is_out_of_reach(folder: &Path) -> bool {
    let writable = rustix::fs::accessat(CWD, folder, Access::WRITE_OK, AtFlags::EACCESS).is_ok();
    let own = rustix::fs::stat(folder).is_ok_and(|found| found.st_uid == rustix::process::geteuid().as_raw());
    !writable && !own
}

/// Whether a pinned file is a folder.
pub(crate) fn is_folder(file: BorrowedFd<'_>) -> rustix::io::Result<bool> {
    let found = rustix::fs::fstat(file.as_fd())?;
    Ok(FileType::from_raw_mode(found.st_mode) == FileType::Directory)
}

#[cfg(test)]
mod tests {
    use super::anchor;
    use callgate_plan::Anchor;
    use std::path::Path;

    #[test]
    fn what_stands_there() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().canonicalize().unwrap();
        std::fs::write(at.join("file"), "").unwrap();
        std::os::unix::fs::symlink(&at, at.join("link")).unwrap();
        assert_eq!(anchor(&at), Anchor::Found { folder: true, fixed: false });
        assert_eq!(anchor(&at.join("file")), Anchor::Found { folder: false, fixed: false });
        assert_eq!(anchor(&at.join("none")), Anchor::Missing);
        assert_eq!(anchor(&at.join("file/none")), Anchor::Missing);
        assert_eq!(anchor(&at.join("link")), Anchor::Link);
        assert_eq!(anchor(&at.join("link/file")), Anchor::Link);
        assert_eq!(anchor(Path::new("/")), Anchor::Found { folder: true, fixed: true });
        assert!(matches!(anchor(Path::new("/proc")), Anchor::Found { fixed: true, .. }), "a mount point");
        assert!(matches!(anchor(Path::new("/proc/sys/kernel")), Anchor::Unfit(_)));
    }
}
