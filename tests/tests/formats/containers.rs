//! Profiles in containers of runc and crun: the filter that the kernel has in force there is read back
//! and compared with the policy.

use crate::{Outcome, load, said, written};
use callgate_abi::Abi;
use callgate_analyze::{Limits, Machine, Reference, Space};
use callgate_bpf::{Program, text};
use callgate_compile::emit::Format;
use callgate_policy::Policy;
use libtest_mimic::Failed;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Conditions that no profile has as they are, several answers for one call, and calls that the shell
/// in the container makes.
const POLICY: &str = "callgate = 1
[syscalls]
arch = ['x86_64', 'i386']
default = 'allow'
errno.EXDEV = ['mkdir(mode in 0o700..=0o777)', 'mkdirat']
errno.EIO = ['uname']
errno.EDOM = ['lseek(fd == 900 && whence == 2 || fd == 901)', 'ioctl(fd != 1 && request & 0xff == 0x13)']
trap = ['lseek(fd == 902)']
";

/// Containers made, so that each has a name of its own.
static COUNT: AtomicUsize = AtomicUsize::new(0);

/// A container's folder.
struct Bundle {
    folder: tempfile::TempDir,
    runtime: &'static str,
    id: String,
}

impl Bundle {
    /// `busybox` alone in it, and the configuration that the runtime itself proposes, changed.
    fn new(runtime: &'static str, change: impl FnOnce(&mut Value)) -> Result<Bundle, Failed> {
        let folder = tempfile::tempdir()?;
        let root = folder.path().join("rootfs");
        for name in ["bin", "tmp", "proc", "dev", "sys"] {
            std::fs::create_dir_all(root.join(name))?;
        }
        std::fs::copy("/bin/busybox", root.join("bin/busybox"))?;
        for name in ["sh", "mkdir", "uname", "sleep"] {
            std::os::unix::fs::symlink("busybox", root.join("bin").join(name))?;
        }
        said(Command::new(runtime).arg("spec").current_dir(folder.path()))?;
        let path = folder.path().join("config.json");
        let mut config: Value = serde_json::from_str(&std::fs::read_to_string(&path)?)?;
        config["process"]["terminal"] = json!(false);
        config["root"]["readonly"] = json!(false);
        change(&mut config);
        std::fs::write(path, serde_json::to_vec(&config)?)?;
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let id = format!("callgate-{runtime}-{}-{count}", std::process::id());
        Ok(Bundle { folder, runtime, id })
    }

    /// The runtime, where it may do without cgroups of its own: crun wants a version-2 hierarchy to look at.
    fn runtime(&self, words: &[&str]) -> Command {
        let mut command = match self.runtime {
            "crun" => {
                let mut command = Command::new("unshare");
                let prepare = "umount -l /sys/fs/cgroup; mount -t cgroup2 none /sys/fs/cgroup; exec crun --cgroup-manager=disabled \"$@\"";
                command.args(["-m", "--propagation", "private", "sh", "-c", prepare, "crun"]);
                command
            }
            other => Command::new(other),
        };
        command.args(words).current_dir(self.folder.path());
        command
    }

    /// Starts a shell in the container that says what it was answered and then waits for a file, and
    /// reads the filters it is under. What it said, and the filters.
    fn run(&self, config: impl FnOnce(&mut Value)) -> Result<(String, Vec<Program>), Failed> {
        let path = self.folder.path().join("config.json");
        let mut value: Value = serde_json::from_str(&std::fs::read_to_string(&path)?)?;
        let script =
            "{ mkdir /tmp/a; uname; echo end; } >/tmp/said 2>&1; echo ready >/tmp/ready; read x </tmp/end";
        value["process"]["args"] = json!(["sh", "-c", script]);
        config(&mut value);
        std::fs::write(&path, serde_json::to_vec(&value)?)?;
        let tmp = self.folder.path().join("rootfs/tmp");
        for pipe in ["ready", "end"] {
            said(Command::new("mkfifo").arg(tmp.join(pipe)))?;
        }
        // Open both ways, a pipe never makes its opener wait.
        let open = |pipe: &str| std::fs::File::options().read(true).write(true).open(tmp.join(pipe));
        let (ready, mut end) = (open("ready")?, open("end")?);
        let child = self
            .runtime(&["run", &self.id])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()?;
        let mut over = ready.try_clone()?;
        let waiter = std::thread::spawn(move || {
            let output = child.wait_with_output();
            // Whoever waits for the container to be ready need not wait any more.
            let _ = over.write_all(b"over\n");
            output
        });
        let mut word = String::new();
        BufReader::new(ready).read_line(&mut word)?;
        let filters = if word == "ready\n" { Some(self.filters()) } else { None };
        end.write_all(b"x\n")?;
        let output = waiter.join().map_err(|_| "the waiting thread panicked")??;
        let Some(filters) = filters else {
            let why = String::from_utf8_lossy(&output.stderr);
            return Err(format!("{}: {}: {why}", self.runtime, output.status).into());
        };
        Ok((std::fs::read_to_string(tmp.join("said"))?, filters?))
    }

    /// What the kernel has in force for the container's first process.
    fn filters(&self) -> Result<Vec<Program>, Failed> {
        let state: Value = serde_json::from_str(&said(&mut self.runtime(&["state", &self.id]))?)?;
        let pid = &state["pid"];
        let listing = said(Command::new(program()).args(["disasm", "--json", &format!("pid:{pid}")]))?;
        let listing: Value = serde_json::from_str(&listing)?;
        let mut filters = Vec::new();
        for filter in listing["filters"].as_array().into_iter().flatten() {
            let raw = filter["raw"].as_str().ok_or("a filter has its bytes")?;
            let found = text::read_as(text::Format::Hex, raw, Abi::NATIVE)
                .map_err(|error| error.reason.to_string())?;
            for found in found {
                filters.push(Program::new(found.insns).map_err(|error| error.to_string())?);
            }
        }
        Ok(filters)
    }
}

impl Drop for Bundle {
    fn drop(&mut self) {
        let _ = self.runtime(&["delete", "-f", &self.id]).stderr(Stdio::null()).status();
    }
}

fn program() -> PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    let build = || {
        callgate_tests::program::callgate(Path::new(env!("CARGO_TARGET_TMPDIR"))).expect("callgate builds")
    };
    BUILT.get_or_init(build).clone()
}

/// What the shell says when the policy is in force.
const SAID: &str = "mkdir: can't create directory '/tmp/a': Invalid cross-device link\n\nend\n";

/// The container under a profile written from the policy.
fn under_profile(runtime: &'static str) -> Outcome {
    let policy = load(POLICY);
    let profile: Value = serde_json::from_str(&written(&policy, Format::Oci))?;
    let bundle = Bundle::new(runtime, |config| config["linux"]["seccomp"] = profile)?;
    let (told, filters) = bundle.run(|_| ())?;
    compare(runtime, &policy, &told, &filters, false)
}

fn compare(runtime: &str, policy: &Policy, told: &str, filters: &[Program], exactly: bool) -> Outcome {
    if told != SAID {
        return Err(format!("under {runtime} the shell said\n{told}").into());
    }
    let mut space = Space::new(Limits::default());
    let meant = space.policy(&Reference { policy, treatments: &[], launch: None });
    let found = space.stack(&filters.iter().collect::<Vec<_>>());
    let diff = space.diff(meant, found);
    // Where x86-64 begins and x32 ends libseccomp and the kernel do not agree: bit 31, and other
    // architectures, whose thread alone is ended.
    let known = |calls: &callgate_analyze::Calls| match calls.machine {
        Machine::Others(_) => true,
        Machine::Abi(abi) if !policy.syscalls.as_ref().is_some_and(|calls| calls.arches.contains(&abi)) => {
            true
        }
        Machine::Abi(_) => calls.numbers.iter().all(|range| *range.start() >= 0x8000_0000),
    };
    if let Some(found) = diff.differences.iter().find(|found| exactly || !known(&found.calls)) {
        return Err(format!(
            "under {runtime}: {} by the policy, {} in force, as {:x?}",
            found.left, found.right, found.witness
        )
        .into());
    }
    match diff.undecided.first() {
        Some(undecided) => Err(format!("undecided: {}", undecided.reason).into()),
        None => Ok(()),
    }
}

pub(super) fn runc() -> Outcome {
    under_profile("runc")
}

pub(super) fn crun() -> Outcome {
    under_profile("crun")
}

/// crun installs the filter of the annotation as it is, and none of the profile beside it.
pub(super) fn annotation() -> Outcome {
    let policy = load(POLICY);
    let annotation: Value = serde_json::from_str(&written(&policy, Format::Crun))?;
    let bundle = Bundle::new("crun", |config| config["annotations"] = annotation)?;
    let (told, filters) = bundle.run(|config| {
        config["linux"]["seccomp"] = json!({ "defaultAction": "SCMP_ACT_KILL" });
    })?;
    compare("crun's annotation", &policy, &told, &filters, true)
}
