//! execve and execveat of observed runs. Elsewhere Landlock confines execution, and they do not come here: nobody can
//! execute a program for another.

use super::{Calls, entry::Entry};
use crate::answer::{Answer, Call};
use crate::backstop;
use crate::observe::Observing;
use crate::path::{AT_FDCWD, Name, name_of};
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use callgate_policy::{Object, Operation};
use rustix::fs::AtFlags;
use std::ffi::OsStr;
use std::os::fd::AsFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

pub(super) const CALLS: Calls = &[("execve", execve), ("execveat", execveat)];

fn execve(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, ..] = call.data().args;
    serve(worker, call, AT_FDCWD, path, AtFlags::empty())
}

fn execveat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [folder, path, _, _, flags, _] = call.data().args;
    serve(worker, call, folder as i32, path, AtFlags::from_bits_retain(flags as u32))
}

fn serve(
    worker: &Worker<'_>,
    call: Call<'_>,
    folder: i32,
    path: u64,
    flags: AtFlags,
) -> Result<Answer, Stop> {
    let Some(observing) = worker.supervisor().observing() else {
        return Err(Stop::Refused(Errno::ENOSYS, "an execution cannot be performed for another"));
    };
    let target = call.target();
    // What cannot be found or read the kernel refuses itself.
    if let Ok(Some(executed)) = executed(worker, &target, folder, path, flags) {
        judge(worker, &target, observing, &executed)?;
    }
    Ok(Answer::observed(observing))
}

/// The file that is executed.
struct Executed {
    given: Vec<u8>,
    /// Its resolved name.
    file: Vec<u8>,
}

/// `None` for what is no file that could be executed, or has no name.
fn executed(
    worker: &Worker<'_>,
    target: &Target<'_>,
    folder: i32,
    path: u64,
    flags: AtFlags,
) -> Result<Option<Executed>, Stop> {
    if flags.contains(AtFlags::EMPTY_PATH) && target.string(path)?.is_empty() {
        let file = target.descriptor(folder)?;
        return Ok(match name_of(file.as_fd())? {
            Name::Path(file) => Some(Executed { given: Vec::new(), file }),
            Name::Anonymous => None,
        });
    }
    let entry = Entry::file(worker, target, folder, path, true)?;
    let Some(file) = entry.path().map(<[u8]>::to_vec) else { return Ok(None) };
    let executable = std::fs::metadata(OsStr::from_bytes(&file))
        .is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0);
    Ok(executable.then_some(Executed { given: entry.given, file }))
}

/// Judges the file, its interpreters and its loader: Landlock wants a rule for each.
fn judge(
    worker: &Worker<'_>,
    target: &Target<'_>,
    observing: &Observing,
    executed: &Executed,
) -> Result<(), Stop> {
    for image in backstop::real_images(Path::new(OsStr::from_bytes(&executed.file))) {
        if !observing.launched.contains(&image) {
            let object = Object::Path(image.into_os_string().into_encoded_bytes());
            worker.supervisor().judge(target, &[Operation::FsExec], &executed.given, &object)?;
        }
    }
    Ok(())
}
