//! One case: who runs it, what it needs, and the process that it is.

use crate::Stage;
use callgate_tests::{Need, Scene, tree};
use libtest_mimic::{Completion, Failed};
use std::io::Read;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// The user that `user/…` cases become when root runs the tests: nobody else's number.
pub(crate) const UNPRIVILEGED: u32 = 64_321;
/// How long a case may take before it counts as hung.
const WATCHDOG: Duration = Duration::from_mins(1);

/// A kernel test.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    /// `user/subject/what` or `root/subject/what`.
    pub(crate) name: &'static str,
    /// What the kernel must offer.
    pub(crate) needs: &'static [Need],
    /// The case; it fails by a panic.
    pub(crate) run: fn(&Scene),
}

/// Runs a case as its own process, under the watchdog.
pub(crate) fn supervise(case: &Case, engine: Option<&str>, stage: &Stage) -> Result<Completion, Failed> {
    let as_user = case.name.starts_with("user/");
    if !as_user && !stage.root {
        return Ok(Completion::ignored_with("needs root"));
    }
    for &need in case.needs {
        if let Some(reason) = stage.abilities.lacks(need) {
            return Ok(Completion::ignored_with(reason));
        }
    }
    let mark = format!("{}-{}-{}", case.name, engine.unwrap_or("any"), std::process::id());
    // Through a program that closes what the test's caller left open: numbers are compared.
    let mut command = Command::new(stage.folder.path().join("guests/alone-static"));
    command
        .arg(stage.folder.path().join("cases"))
        .env("CALLGATE_RUN_CASE", case.name)
        .env("CALLGATE_STAGE", stage.folder.path())
        .env("CALLGATE_CASE", &mark)
        .env("RUST_BACKTRACE", "0")
        .envs(engine.map(|engine| ("CALLGATE_ENGINE", engine)))
        .current_dir("/")
        .process_group(0)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    if stage.root && as_user {
        command.uid(UNPRIVILEGED).gid(UNPRIVILEGED);
    }
    let mark = format!("CALLGATE_CASE={mark}");
    let mut child = command.spawn().map_err(|error| format!("the case does not start: {error}"))?;
    let pid = child.id() as i32;
    let mut stderr = child.stderr.take().ok_or("no pipe")?;
    // A process that outlives the case keeps this pipe open: reading ends when all are gone.
    let (said, hear) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        let mut chunk = [0; 4096];
        while let Ok(count) = stderr.read(&mut chunk) {
            if count == 0 || said.send(chunk[..count].to_vec()).is_err() {
                break;
            }
        }
    });
    let (ended, end) = mpsc::channel();
    let waiter = std::thread::spawn(move || {
        let _ = ended.send(child.wait());
    });
    let status = end.recv_timeout(WATCHDOG);
    let mut trouble = String::new();
    if status.is_err() {
        let members = tree::members(&mark, Some(pid));
        trouble = format!("the case hangs\n{}", tree::describe(&members));
        tree::kill(&members);
        let _ = waiter.join();
    } else {
        let _ = waiter.join();
        let left: Vec<_> = left_over(&mark);
        if !left.is_empty() {
            trouble = format!("processes outlive the case\n{}", tree::describe(&left));
            tree::kill(&left);
        }
    }
    let _ = reader.join();
    let text: Vec<u8> = hear.try_iter().flatten().collect();
    let text = String::from_utf8_lossy(&text);
    match status {
        Ok(Ok(status)) if status.success() && trouble.is_empty() => Ok(Completion::Completed),
        Ok(Ok(status)) => {
            let how = status.code().map_or_else(
                || format!("the case died by signal {}", status.signal().unwrap_or(0)),
                |code| format!("the case ended with {code}"),
            );
            Err(format!("{how}\n{trouble}{text}").into())
        }
        _ => Err(format!("{trouble}{text}").into()),
    }
}

/// Processes of the case that are still there once those that are ending have had the time to end.
fn left_over(mark: &str) -> Vec<tree::Member> {
    let patience = std::time::Instant::now() + WATCHDOG / 4;
    loop {
        let left: Vec<_> = tree::members(mark, None).into_iter().filter(|member| !member.zombie).collect();
        if left.is_empty() || std::time::Instant::now() > patience {
            return left;
        }
        std::thread::yield_now();
    }
}
