//! Where a name leads on the live file system, for `why`.

use callgate_abi::Errno;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// As many symbolic links as the kernel follows.
const MAX_LINKS: usize = 40;

/// The file that an open of `given` would use, from the folder `cwd`: links followed, `.` and `..`
/// resolved. Below a name that does not exist the rest is taken as written.
pub(crate) fn resolve(given: &Path, cwd: &Path) -> Result<PathBuf, Errno> {
    let mut links = 0;
    let mut done: Vec<u8> = Vec::new();
    let mut todo: Vec<Vec<u8>> = Vec::new();
    let push = |todo: &mut Vec<Vec<u8>>, path: &Path| {
        let parts = path.as_os_str().as_bytes().split(|b| *b == b'/');
        todo.extend(parts.rev().filter(|p| !p.is_empty() && *p != b".").map(<[u8]>::to_vec));
    };
    push(&mut todo, given);
    if !given.is_absolute() {
        push(&mut todo, cwd);
    }
    while let Some(part) = todo.pop() {
        if part == b".." {
            done.truncate(done.iter().rposition(|b| *b == b'/').unwrap_or(0));
            continue;
        }
        let parent = done.len();
        done.push(b'/');
        done.extend_from_slice(&part);
        if let Ok(target) = std::fs::read_link(OsStr::from_bytes(&done)) {
            links += 1;
            if links > MAX_LINKS {
                return Err(Errno::ELOOP);
            }
            done.truncate(if target.is_absolute() { 0 } else { parent });
            push(&mut todo, &target);
        }
    }
    if done.is_empty() {
        done.push(b'/');
    }
    Ok(PathBuf::from(OsStr::from_bytes(&done)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn follows_what_open_would_follow() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        std::fs::create_dir_all(root.join("a/b")).unwrap();
        symlink("a/b", root.join("relative")).unwrap();
        symlink(root.join("a"), root.join("absolute")).unwrap();
        symlink("nowhere/x", root.join("dangling")).unwrap();
        symlink("loop", root.join("loop")).unwrap();
        let at =
            |name: &str| resolve(Path::new(name), &root).map(|p| p.strip_prefix(&root).unwrap().to_owned());
        assert_eq!(at("relative/../c"), Ok("a/c".into()));
        assert_eq!(at("absolute/./b//new"), Ok("a/b/new".into()));
        assert_eq!(at("dangling"), Ok("nowhere/x".into()));
        assert_eq!(at("no/such/file"), Ok("no/such/file".into()));
        assert_eq!(at("loop"), Err(Errno::ELOOP));
        assert_eq!(resolve(Path::new("/../.."), &root), Ok("/".into()));
    }
}
