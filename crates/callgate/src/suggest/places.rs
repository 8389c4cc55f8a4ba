//! The folders of a run: by which names rules call them, and which of them no rule may open as a whole.

use callgate_policy::{Environment, Operation, literal};
use std::ffi::OsStr;
use std::net::IpAddr;
use std::ops::RangeInclusive;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// What surrounds a run.
#[derive(Debug, Clone)]
pub struct Places {
    /// `$CWD`.
    pub cwd: PathBuf,
    /// `$HOME` and `~`.
    pub home: PathBuf,
    /// `$TMPDIR`.
    pub tmpdir: PathBuf,
    /// `$XDG_RUNTIME_DIR`.
    pub runtime: Option<PathBuf>,
    /// `$DNS`.
    pub dns: Vec<IpAddr>,
    /// The ports that the kernel gives to sockets that ask for none (`net.ipv4.ip_local_port_range`).
    pub ephemeral: RangeInclusive<u16>,
    /// Whether a path is a folder: a rule on one holds for all that is in it.
    pub folders: fn(&Path) -> bool,
}

/// Where every system puts programs and their data: to read all of that tells nothing about anybody.
const PROGRAMS: &[&[u8]] =
    &[b"/usr", b"/lib", b"/lib32", b"/lib64", b"/libx32", b"/bin", b"/sbin", b"/opt", b"/nix", b"/snap"];
/// Folders for temporary files besides `$TMPDIR`.
const TEMPORARY: &[&[u8]] = &[b"/tmp", b"/var/tmp", b"/dev/shm"];

impl From<&Environment> for Places {
    /// With the kernel's ephemeral ports as they are unless somebody changed them.
    fn from(environment: &Environment) -> Places {
        Places {
            cwd: environment.cwd.clone(),
            home: environment.home.clone(),
            tmpdir: environment.tmpdir.clone(),
            runtime: environment.xdg_runtime_dir.clone(),
            dns: environment.dns.clone(),
            ephemeral: 32768..=60999,
            folders: Path::is_dir,
        }
    }
}

impl Places {
    pub(super) fn is_folder(&self, path: &[u8]) -> bool {
        (self.folders)(Path::new(OsStr::from_bytes(path)))
    }

    /// The path as a rule writes it: with the variable of the innermost place that it lies in.
    pub(super) fn text(&self, path: &[u8]) -> String {
        let place = self.variables().filter(|(folder, _)| is_within(path, folder));
        match place.max_by_key(|(folder, _)| folder.len()) {
            Some((folder, variable)) => format!("{variable}{}", literal(&path[folder.len()..])),
            None => literal(path),
        }
    }

    /// The places that have a name; of two that are the same the later is taken.
    fn variables(&self) -> impl Iterator<Item = (&[u8], &'static str)> {
        let runtime = self.runtime.iter().map(|path| (path, "$XDG_RUNTIME_DIR"));
        let places = [(&self.home, "~"), (&self.tmpdir, "$TMPDIR"), (&self.cwd, "$CWD")];
        let named = runtime.chain(places).map(|(path, name)| (path.as_os_str().as_bytes(), name));
        named.filter(|(folder, _)| *folder != b"/")
    }

    /// The innermost place around the path; its own names are not the run's choice.
    pub(super) fn innermost(&self, path: &[u8]) -> &[u8] {
        let places = self.variables().map(|(folder, _)| folder).chain(TEMPORARY.iter().copied());
        places.filter(|folder| is_within(path, folder)).max_by_key(|folder| folder.len()).unwrap_or_default()
    }

    /// Whether files there are temporary.
    pub(super) fn is_temporary(&self, path: &[u8]) -> bool {
        let cwd = self.cwd.as_os_str().as_bytes();
        let tmpdir = self.tmpdir.as_os_str().as_bytes();
        // A working folder among the temporary ones is a working folder.
        !(is_within(path, cwd) && cwd != tmpdir)
            && (is_within(path, tmpdir) || TEMPORARY.iter().any(|folder| is_within(path, folder)))
    }

    /// Whether a rule may open the folder with all that is in it: not the root, not a home with its secrets or what
    /// homes lie in, not what the kernel or the system shows of itself; and of the folders in the root only those of
    /// programs, to be read.
    pub(super) fn may_open(&self, folder: &[u8], operation: Operation) -> bool {
        let is = |place: &PathBuf| folder == place.as_os_str().as_bytes();
        let depth = folder.split(|byte| *byte == b'/').count() - 1;
        if folder == b"/" || is_within(self.home.as_os_str().as_bytes(), folder) {
            return false;
        }
        if is(&self.cwd) || is(&self.tmpdir) || TEMPORARY.contains(&folder) {
            return true;
        }
        let of_the_kernel = [&b"/proc"[..], b"/sys", b"/run"].iter().any(|top| is_within(folder, top));
        if folder == b"/dev" || (of_the_kernel && depth <= 2) || self.runtime.as_ref().is_some_and(is) {
            return false;
        }
        depth > 1 || (PROGRAMS.contains(&folder) && operation != Operation::FsWrite)
    }
}

/// Whether a path is the folder or lies in it.
pub(super) fn is_within(path: &[u8], folder: &[u8]) -> bool {
    let folder = folder.strip_suffix(b"/").unwrap_or(folder);
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest[0] == b'/')
}

#[cfg(test)]
mod tests {
    use super::{Places, is_within};
    use callgate_policy::{Environment, Operation};

    fn places() -> Places {
        Places::from(&Environment::new("/home/u/work", "/home/u"))
    }

    #[test]
    fn the_innermost_place_names_a_path() {
        let places = places();
        let text = |path: &str| places.text(path.as_bytes());
        assert_eq!(text("/home/u/work"), "$CWD");
        assert_eq!(text("/home/u/work/a b"), "$CWD/a b");
        assert_eq!(text("/home/u/workshop"), "~/workshop");
        assert_eq!(text("/home/u/.config/$x"), "~/.config/\\$x");
        assert_eq!(text("/tmp/x"), "$TMPDIR/x");
        assert_eq!(text("/usr/lib/[x]"), "/usr/lib/\\[x]");
        let mut root = Places::from(&Environment::new("/", "/"));
        assert_eq!(root.text(b"/etc/x"), "/etc/x");
        root.cwd = "/tmp".into();
        assert_eq!(root.text(b"/tmp/x"), "$CWD/x", "one folder, the name that says most");
    }

    #[test]
    fn what_is_never_opened_as_a_whole() {
        let places = places();
        for folder in [
            "/",
            "/home",
            "/home/u",
            "/proc",
            "/proc/sys",
            "/sys",
            "/dev",
            "/run",
            "/run/user",
            "/etc",
            "/var",
        ] {
            for operation in [Operation::FsRead, Operation::FsWrite] {
                assert!(!places.may_open(folder.as_bytes(), operation), "{folder}");
            }
        }
        for folder in
            ["/home/u/work", "/home/u/.cache", "/tmp", "/dev/shm", "/etc/app", "/proc/sys/net", "/usr/lib"]
        {
            for operation in [Operation::FsRead, Operation::FsWrite] {
                assert!(places.may_open(folder.as_bytes(), operation), "{folder}");
            }
        }
        assert!(places.may_open(b"/usr", Operation::FsRead) && !places.may_open(b"/usr", Operation::FsWrite));
        let at_home = Places::from(&Environment::new("/home/u", "/home/u"));
        assert!(!at_home.may_open(b"/home/u", Operation::FsWrite), "working at home opens no home");
    }

    #[test]
    fn temporary_files() {
        let mut places = places();
        assert!(places.is_temporary(b"/tmp/x") && places.is_temporary(b"/var/tmp/x/y"));
        assert!(!places.is_temporary(b"/tmpfiles/x"));
        places.cwd = "/tmp/build".into();
        assert!(!places.is_temporary(b"/tmp/build/x") && places.is_temporary(b"/tmp/x"));
        assert_eq!(places.innermost(b"/tmp/build/x"), b"/tmp/build");
        assert!(is_within(b"/a", b"/") && is_within(b"/a/b", b"/a") && !is_within(b"/ab", b"/a"));
    }
}
