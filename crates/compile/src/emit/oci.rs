//! A profile as runtime-spec has it, for `linux.seccomp` of a `config.json`.

use super::profile::profile;
use super::{Format, Options, WriteError, Written};
use callgate_policy::Syscalls;

pub(super) fn write(calls: &Syscalls, options: &Options) -> Result<Written, WriteError> {
    let profile = profile(calls, Format::Oci, options)?;
    let arches: Vec<String> = profile.arches.iter().map(|name| format!("\"{name}\"")).collect();
    let json = profile.json(&format!("\"architectures\": [{}]", arches.join(", ")));
    Ok(Written { bytes: json.into_bytes(), remarks: profile.remarks })
}
