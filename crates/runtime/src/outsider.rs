//! Files of other processes in /proc: what they hold belongs to those processes, so they are a way around
//! the rules for whoever may read them (a resource policy's own side door, rule 7 of the language).

use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use callgate_policy::Operation;

/// What may be read of a process outside the run: what ps(1) shows. Memory, environment, descriptors, roots and
/// maps are not among it, nor is whatever a later kernel adds.
const PUBLIC: &[&[u8]] = &[
    b"stat",
    b"status",
    b"statm",
    b"cmdline",
    b"comm",
    b"cgroup",
    b"cpuset",
    b"limits",
    b"loginuid",
    b"mountinfo",
    b"mounts",
    b"oom_score",
    b"oom_score_adj",
    b"sched",
    b"schedstat",
    b"sessionid",
    b"wchan",
    b"net",
];

const REASON: &str = "this belongs to a process outside the run, and no rule may open it";

/// Whether a path lies in some process's folder in /proc.
pub(crate) fn is_process_file(path: &[u8]) -> bool {
    parts(path).is_some()
}

/// Refuses a file of a process outside the run, unless it is only read and public.
pub(crate) fn refuse(target: &Target<'_>, operations: &[Operation], path: &[u8]) -> Result<(), Stop> {
    let Some((owner, file)) = parts(path) else { return Ok(()) };
    let public = operations == [Operation::FsRead] && (file.is_empty() || PUBLIC.contains(&file));
    if public || owner == target.tid() || owner == target.status()?.tgid || crate::tree::is_descendant(owner)
    {
        return Ok(());
    }
    Err(Stop::Refused(Errno::EACCES, REASON))
}

/// The process and the first name in its folder, or in its thread's; empty for the folder itself.
fn parts(path: &[u8]) -> Option<(u32, &[u8])> {
    let mut components = path.strip_prefix(b"/proc/")?.split(|byte| *byte == b'/');
    let owner = std::str::from_utf8(components.next()?).ok()?;
    if !owner.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let owner = owner.parse().ok()?;
    let mut file = components.next().unwrap_or_default();
    if file == b"task" {
        // The threads of a process may be listed; what lies in their folders is named like its own.
        components.next();
        file = components.next().unwrap_or_default();
    }
    Some((owner, file))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn whose_file_it_is() {
        assert_eq!(parts(b"/proc/1/environ"), Some((1, &b"environ"[..])));
        assert_eq!(parts(b"/proc/12"), Some((12, &b""[..])));
        assert_eq!(parts(b"/proc/12/task/13/mem"), Some((12, &b"mem"[..])));
        assert_eq!(parts(b"/proc/12/fd/3"), Some((12, &b"fd"[..])));
        for other in [
            &b"/proc/cpuinfo"[..],
            b"/proc",
            b"/proc/",
            b"/proc/sys/kernel",
            b"/srv/proc/1/mem",
            b"/proc/+1/mem",
        ] {
            assert_eq!(parts(other), None, "{}", String::from_utf8_lossy(other));
        }
    }
}
