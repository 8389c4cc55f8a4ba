//! A profile as `docker run --security-opt seccomp=FILE` and Podman take it.

use super::profile::profile;
use super::{Format, Options, WriteError, Written};
use callgate_policy::Syscalls;

/// The machine's ABI stands first, and the others of its family beneath it.
pub(super) fn write(calls: &Syscalls, options: &Options) -> Result<Written, WriteError> {
    let profile = profile(calls, Format::Docker, options)?;
    let (first, others) =
        profile.arches.split_first().map_or(("", &[][..]), |(first, others)| (*first, others));
    let others: Vec<String> = others.iter().map(|name| format!("\"{name}\"")).collect();
    let map = format!(
        "\"archMap\": [{{\"architecture\": \"{first}\", \"subArchitectures\": [{}]}}]",
        others.join(", ")
    );
    Ok(Written { bytes: profile.json(&map).into_bytes(), remarks: profile.remarks })
}
