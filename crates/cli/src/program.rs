//! Finding a program as execvp(3) does.

use crate::exit;
use crate::failure::{Failure, errno_text, shown};
use callgate_abi::Errno;
use callgate_events::Bytes;
use rustix::fs::{Access, AtFlags, CWD, FileType};
use std::ffi::{OsStr, OsString};
use std::io::Read;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

/// What glibc searches when PATH is not set.
const DEFAULT_PATH: &str = "/bin:/usr/bin";
/// `BINPRM_BUF_SIZE` (`linux/binfmts.h`): how much of a file decides what it is.
const HEAD: usize = 256;

/// A program that can be executed, and its arguments with the zeroth.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Program {
    /// The file.
    pub(crate) path: PathBuf,
    /// The arguments.
    pub(crate) argv: Vec<OsString>,
}

/// Finds the program of a command. A name with a slash is a file; others are searched in `path` (the
/// variable PATH): the first file that may be executed. A text without `#!` is run by /bin/sh.
pub(crate) fn find(command: &[OsString], path: Option<&OsStr>) -> Result<Program, Failure> {
    let Some(name) = command.first() else {
        return Err(Failure::new("no program was given").fix("name it after `--`: callgate run -- ls"));
    };
    let file = locate(name, path)?;
    let head = head(&file);
    if let Some(interpreter) = interpreter(&head) {
        check_interpreter(&file, &interpreter)?;
    } else if !head.starts_with(b"\x7fELF") && !head.is_empty() && !head.contains(&0) {
        // execve says ENOEXEC, and execvp then asks the shell.
        let mut argv: Vec<OsString> = vec!["/bin/sh".into(), file.into_os_string()];
        argv.extend_from_slice(&command[1..]);
        return Ok(Program { path: "/bin/sh".into(), argv });
    }
    Ok(Program { path: file, argv: command.to_vec() })
}

fn locate(name: &OsStr, path: Option<&OsStr>) -> Result<PathBuf, Failure> {
    if name.is_empty() {
        return Err(Failure::new("the program's name is empty")
            .code(exit::NOT_FOUND)
            .fix("name it after `--`"));
    }
    if name.as_bytes().contains(&b'/') {
        let file = PathBuf::from(name);
        return executable(&file).map(|()| file.clone()).map_err(|errno| cannot(&file, errno));
    }
    let path = path.unwrap_or(OsStr::new(DEFAULT_PATH));
    let mut refused = None;
    for folder in path.as_bytes().split(|b| *b == b':') {
        let folder = if folder.is_empty() { Path::new(".") } else { Path::new(OsStr::from_bytes(folder)) };
        let file = folder.join(name);
        match executable(&file) {
            Ok(()) => return Ok(file),
            Err(Errno::EACCES | Errno::EISDIR) if refused.is_none() => refused = Some(file),
            Err(_) => {}
        }
    }
    Err(match refused {
        Some(file) => cannot(&file, Errno::EACCES),
        None => Failure::new(format!("there is no program {} in PATH", shown(Path::new(name))))
            .code(exit::NOT_FOUND)
            .fix(format!(
                "PATH is {}; a program elsewhere is named with a slash, as `./name`",
                Bytes::from(path)
            )),
    })
}

/// Whether execve would take the file, as far as its permissions say.
fn executable(file: &Path) -> Result<(), Errno> {
    let errno = |e: rustix::io::Errno| Errno(e.raw_os_error() as u16);
    let stat = rustix::fs::stat(file).map_err(errno)?;
    match FileType::from_raw_mode(stat.st_mode) {
        FileType::RegularFile => {}
        FileType::Directory => return Err(Errno::EISDIR),
        _ => return Err(Errno::EACCES),
    }
    rustix::fs::accessat(CWD, file, Access::EXEC_OK, AtFlags::EACCESS).map_err(errno)
}

fn cannot(file: &Path, errno: Errno) -> Failure {
    let failure =
        |code| Failure::new(format!("cannot execute {}: {}", shown(file), errno_text(errno))).code(code);
    match errno {
        Errno::ENOENT | Errno::ENOTDIR => {
            failure(exit::NOT_FOUND).fix("check the name; a program of PATH is given without a slash")
        }
        Errno::EISDIR => failure(exit::CANNOT_EXECUTE).fix("name a program in it"),
        Errno::EACCES => failure(exit::CANNOT_EXECUTE).fix(format!(
            "make it executable (`chmod +x {}`), or look whether its file system is mounted noexec",
            shown(file)
        )),
        _ => failure(exit::CANNOT_EXECUTE),
    }
}

/// The first bytes of the file; nothing where it may be executed but not read.
fn head(file: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Ok(file) = std::fs::File::open(file) {
        let _ = file.take(HEAD as u64).read_to_end(&mut bytes);
    }
    bytes
}

/// The interpreter of a `#!` line, as the kernel's binfmt_script takes it.
fn interpreter(head: &[u8]) -> Option<PathBuf> {
    let line = head.strip_prefix(b"#!")?.split(|b| *b == b'\n').next()?;
    let line = line.trim_ascii_start();
    let end = line.iter().position(|b| matches!(b, b' ' | b'\t' | 0)).unwrap_or(line.len());
    (end > 0).then(|| OsString::from_vec(line[..end].to_vec()).into())
}

/// A missing interpreter would be reported as if the script itself were missing.
fn check_interpreter(script: &Path, interpreter: &Path) -> Result<(), Failure> {
    executable(interpreter).map_err(|errno| {
        let code = if errno == Errno::ENOENT { exit::NOT_FOUND } else { exit::CANNOT_EXECUTE };
        Failure::new(format!(
            "cannot execute {}: its interpreter {}: {}",
            shown(script),
            shown(interpreter),
            errno_text(errno)
        ))
        .code(code)
        .fix("mend its first line (`#!…`)")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    fn file(dir: &Path, name: &str, mode: u32, text: &str) -> PathBuf {
        let path = dir.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        path
    }

    fn code(command: &[&str], path: &OsStr) -> Result<PathBuf, u8> {
        let command: Vec<OsString> = command.iter().map(OsString::from).collect();
        find(&command, Some(path)).map(|p| p.path).map_err(|f| f.code.unwrap())
    }

    #[test]
    fn as_execvp_searches() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        file(root, "a/plain", 0o644, "x");
        file(root, "a/both", 0o644, "x");
        let second = file(root, "b/both", 0o755, "#!/bin/sh\n");
        fs::create_dir(root.join("b/folder")).unwrap();
        let path: OsString = format!("{0}/none:{0}/a:{0}/b", root.display()).into();
        assert_eq!(code(&["both"], &path), Ok(second), "one that may not be executed is passed over");
        assert_eq!(code(&["plain"], &path), Err(exit::CANNOT_EXECUTE));
        assert_eq!(code(&["folder"], &path), Err(exit::CANNOT_EXECUTE));
        assert_eq!(code(&["nowhere"], &path), Err(exit::NOT_FOUND));
        assert_eq!(code(&[""], &path), Err(exit::NOT_FOUND));
        let named = |name: &str| root.join(name).into_os_string().into_string().unwrap();
        assert_eq!(code(&[&named("a/plain")], &path), Err(exit::CANNOT_EXECUTE));
        assert_eq!(code(&[&named("b/folder")], &path), Err(exit::CANNOT_EXECUTE));
        assert_eq!(code(&[&named("a/none")], &path), Err(exit::NOT_FOUND));
        assert_eq!(code(&[&named("a/plain/x")], &path), Err(exit::NOT_FOUND));
    }

    #[test]
    fn interpreters() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        let bad = file(root, "bad", 0o755, "#! /no/such/interpreter -x\n");
        let failure = find(&[bad.into_os_string()], None).unwrap_err();
        assert_eq!(failure.code, Some(exit::NOT_FOUND));
        assert!(failure.what.contains("/no/such/interpreter: No such file"), "{}", failure.what);
        let bare = file(root, "bare", 0o755, "echo hello\n");
        let found = find(&[bare.clone().into_os_string(), "arg".into()], None).unwrap();
        assert_eq!(found.path, Path::new("/bin/sh"));
        assert_eq!(found.argv, [OsString::from("/bin/sh"), bare.into_os_string(), "arg".into()]);
        assert_eq!(interpreter(b"#!\t/bin/sh\t-e\nrest"), Some("/bin/sh".into()));
        assert_eq!(interpreter(b"#!\n"), None);
    }
}
