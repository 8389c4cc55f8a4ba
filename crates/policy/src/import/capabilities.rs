//! The names of capabilities(7).

use callgate_abi::suggest::nearest;
use thiserror::Error;

/// In the order of `linux/capability.h`, without `CAP_`.
const NAMES: &[&str] = &[
    "CHOWN",
    "DAC_OVERRIDE",
    "DAC_READ_SEARCH",
    "FOWNER",
    "FSETID",
    "KILL",
    "SETGID",
    "SETUID",
    "SETPCAP",
    "LINUX_IMMUTABLE",
    "NET_BIND_SERVICE",
    "NET_BROADCAST",
    "NET_ADMIN",
    "NET_RAW",
    "IPC_LOCK",
    "IPC_OWNER",
    "SYS_MODULE",
    "SYS_RAWIO",
    "SYS_CHROOT",
    "SYS_PTRACE",
    "SYS_PACCT",
    "SYS_ADMIN",
    "SYS_BOOT",
    "SYS_NICE",
    "SYS_RESOURCE",
    "SYS_TIME",
    "SYS_TTY_CONFIG",
    "MKNOD",
    "LEASE",
    "AUDIT_WRITE",
    "AUDIT_CONTROL",
    "SETFCAP",
    "MAC_OVERRIDE",
    "MAC_ADMIN",
    "SYSLOG",
    "WAKE_ALARM",
    "BLOCK_SUSPEND",
    "AUDIT_READ",
    "PERFMON",
    "BPF",
    "CHECKPOINT_RESTORE",
];

/// No capability has this name.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("there is no capability `{name}`")]
pub struct UnknownCapability {
    /// The name as written.
    pub name: String,
    /// The nearest there is.
    pub near: Option<String>,
}

/// A capability's full name, `CAP_SYS_ADMIN`, of that or of `sys_admin`.
pub fn capability(name: &str) -> Result<String, UnknownCapability> {
    let upper = name.to_ascii_uppercase();
    let bare = upper.strip_prefix("CAP_").unwrap_or(&upper);
    if NAMES.contains(&bare) {
        return Ok(format!("CAP_{bare}"));
    }
    let near = nearest(bare, NAMES.iter().copied()).map(|near| format!("CAP_{near}"));
    Err(UnknownCapability { name: name.to_owned(), near })
}

#[cfg(test)]
mod tests {
    use super::capability;

    #[test]
    fn spellings() {
        for name in ["CAP_SYS_ADMIN", "sys_admin", "cap_sys_admin"] {
            assert_eq!(capability(name).as_deref(), Ok("CAP_SYS_ADMIN"));
        }
        assert_eq!(capability("CAP_SYS_ADMINN").unwrap_err().near.as_deref(), Some("CAP_SYS_ADMIN"));
    }
}
