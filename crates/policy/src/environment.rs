//! The surroundings a policy is expanded in.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, ToSocketAddrs};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// How a host name becomes addresses.
pub type Resolver = fn(&str) -> io::Result<Vec<IpAddr>>;

/// What variables, `~` and host names of a policy stand for. Paths are absolute and resolved: rules
/// match the file that is used, so `~` must not name it through a symlink.
#[derive(Clone)]
pub struct Environment {
    /// `$CWD`: the target's start folder.
    pub cwd: PathBuf,
    /// `$HOME` and `~`.
    pub home: PathBuf,
    /// `$TMPDIR`.
    pub tmpdir: PathBuf,
    /// `$UID`: the real user id.
    pub uid: u32,
    /// `$XDG_RUNTIME_DIR`; a policy that uses it while it is unset is refused.
    pub xdg_runtime_dir: Option<PathBuf>,
    /// The supervisor's environment, for every other variable.
    pub vars: BTreeMap<String, OsString>,
    /// `$DNS`: the name servers of resolv.conf.
    pub dns: Vec<IpAddr>,
    /// How host names are resolved while loading.
    pub resolver: Resolver,
}

/// Why the surroundings could not be learnt.
#[derive(Debug, thiserror::Error)]
pub enum EnvironmentError {
    /// The working folder was removed or may not be read.
    #[error("the current folder cannot be named ({0}); change to a folder that exists")]
    Cwd(#[source] io::Error),
    /// Neither HOME nor the passwd entry names a home.
    #[error("HOME is unset and /etc/passwd has no home folder for user {0}; set HOME to an absolute path")]
    Home(u32),
    /// A folder variable holds no absolute path.
    #[error("{name} is `{}`, which is not an absolute path; set it to one, or unset it", .value.display())]
    NotAbsolute {
        /// The variable.
        name: &'static str,
        /// Its value.
        value: PathBuf,
    },
}

impl Environment {
    /// Surroundings with these folders, `/tmp`, user 0, no variables, the local name server, and no host names:
    /// for tests and for checking a policy apart from this machine.
    pub fn new(cwd: impl Into<PathBuf>, home: impl Into<PathBuf>) -> Environment {
        Environment {
            cwd: cwd.into(),
            home: home.into(),
            tmpdir: PathBuf::from("/tmp"),
            uid: 0,
            xdg_runtime_dir: None,
            vars: BTreeMap::new(),
            dns: vec![IpAddr::V4(Ipv4Addr::LOCALHOST)],
            resolver: no_hosts,
        }
    }

    /// The surroundings of this process. HOME comes from the environment or else /etc/passwd, TMPDIR is
    /// /tmp if unset, the name servers are those of /etc/resolv.conf or else 127.0.0.1, as in
    /// resolv.conf(5); host names are resolved by getaddrinfo(3).
    pub fn of_this_process() -> Result<Environment, EnvironmentError> {
        let cwd = std::env::current_dir().map_err(EnvironmentError::Cwd)?;
        let uid = effective_uid();
        let vars: BTreeMap<String, OsString> =
            std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value))).collect();
        let folder = |name: &'static str| match vars.get(name).filter(|value| !value.is_empty()) {
            None => Ok(None),
            Some(value) if Path::new(value).is_absolute() => Ok(Some(resolved(PathBuf::from(value)))),
            Some(value) => Err(EnvironmentError::NotAbsolute { name, value: PathBuf::from(value) }),
        };
        let home = match folder("HOME")? {
            Some(home) => home,
            None => resolved(passwd_home(uid).ok_or(EnvironmentError::Home(uid))?),
        };
        let tmpdir = match folder("TMPDIR")? {
            Some(tmpdir) => tmpdir,
            None => resolved(PathBuf::from("/tmp")),
        };
        let xdg_runtime_dir = folder("XDG_RUNTIME_DIR")?;
        let dns = name_servers(&std::fs::read_to_string("/etc/resolv.conf").unwrap_or_default());
        Ok(Environment { cwd, home, tmpdir, uid, xdg_runtime_dir, vars, dns, resolver: system_hosts })
    }
}

impl fmt::Debug for Environment {
    /// Without the variables: they hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Environment")
            .field("cwd", &self.cwd)
            .field("home", &self.home)
            .field("tmpdir", &self.tmpdir)
            .field("uid", &self.uid)
            .field("xdg_runtime_dir", &self.xdg_runtime_dir)
            .field("dns", &self.dns)
            .finish_non_exhaustive()
    }
}

fn no_hosts(_: &str) -> io::Result<Vec<IpAddr>> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "host names are not resolved here"))
}

fn system_hosts(name: &str) -> io::Result<Vec<IpAddr>> {
    let mut addresses: Vec<IpAddr> =
        (name, 0).to_socket_addrs()?.map(|address| address.ip().to_canonical()).collect();
    addresses.sort_unstable();
    addresses.dedup();
    Ok(addresses)
}

fn resolved(path: PathBuf) -> PathBuf {
    std::fs::canonicalize(&path).unwrap_or(path)
}

/// The owner of /proc/self is the effective user (proc(5)): one call, where /proc/self/status has to be
/// composed and parsed. Without procfs, root, whose home is asked for only if HOME is unset.
fn effective_uid() -> u32 {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").map_or(0, |metadata| metadata.uid())
}

fn passwd_home(uid: u32) -> Option<PathBuf> {
    let passwd = std::fs::read("/etc/passwd").ok()?;
    passwd.split(|byte| *byte == b'\n').find_map(|line| {
        let fields: Vec<&[u8]> = line.split(|byte| *byte == b':').collect();
        let id: u32 = std::str::from_utf8(fields.get(2)?).ok()?.parse().ok()?;
        let home = PathBuf::from(std::ffi::OsStr::from_bytes(fields.get(5)?));
        (id == uid && home.is_absolute()).then_some(home)
    })
}

fn name_servers(resolv_conf: &str) -> Vec<IpAddr> {
    let mut servers: Vec<IpAddr> = Vec::new();
    for line in resolv_conf.lines() {
        let mut words = line.split_whitespace();
        if words.next() != Some("nameserver") {
            continue;
        }
        // A scope (`fe80::1%eth0`) says through which interface, not which address.
        let address = words.next().and_then(|word| word.split('%').next()?.parse::<IpAddr>().ok());
        if let Some(address) = address.filter(|address| !servers.contains(address)) {
            servers.push(address);
        }
    }
    if servers.is_empty() {
        servers.push(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    servers
}

#[cfg(test)]
mod tests {
    use super::{Environment, name_servers};
    use std::net::IpAddr;

    #[test]
    fn this_process_has_absolute_folders() {
        let environment = Environment::of_this_process();
        assert!(
            environment.is_ok_and(|e| e.cwd.is_absolute() && e.home.is_absolute() && e.tmpdir.is_absolute())
        );
    }

    #[test]
    fn name_servers_as_in_resolv_conf() {
        let servers =
            name_servers("# x\nnameserver 9.9.9.9\nsearch a\nnameserver fe80::1%eth0\nnameserver 9.9.9.9\n");
        assert_eq!(servers, ["9.9.9.9", "fe80::1"].map(|text| text.parse::<IpAddr>().unwrap()));
        assert_eq!(name_servers(""), ["127.0.0.1".parse::<IpAddr>().unwrap()]);
    }
}
