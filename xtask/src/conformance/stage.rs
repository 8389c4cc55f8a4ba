//! Where the suites are and run: folders that an ordinary user can reach, and that user.

use super::compare::Outcomes;
use super::suites::Unit;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Who the suites run as when root starts them: nobody else's number.
const USER: u32 = 64_321;
/// How long a unit may take, in seconds: many times what the longest takes.
const PATIENCE: &str = "1200";

/// How a unit is run.
#[derive(Debug, Clone, Copy)]
pub(super) enum Way<'a> {
    Natively,
    /// Under callgate, with this engine.
    Supervised(&'a str),
}

/// The folders of a run.
#[derive(Debug)]
pub(super) struct Stage {
    /// What differs from run to run: removed at the end.
    folder: tempfile::TempDir,
    /// Debian's packages, unpacked.
    packages: PathBuf,
    /// Who runs the suites; `None`: who runs this.
    user: Option<u32>,
}

impl Stage {
    /// Builds callgate and lays everything out.
    pub(super) fn set(root: &Path, as_root: bool) -> Result<Stage> {
        let packages = packages_folder()?;
        ensure!(
            packages.join("usr").is_dir(),
            "the suites are not there: `cargo xtask conformance --install` unpacks Debian's packages of \
             tests/conformance/packages below {}, and installs nothing",
            packages.display()
        );
        ensure!(is_root() || !as_root, "--as-root needs root");
        let folder = tempfile::Builder::new().prefix("callgate-conformance-").tempdir()?;
        let stage = Stage { folder, packages, user: (is_root() && !as_root).then_some(USER) };
        open_to_all(stage.folder.path())?;
        fs::copy(callgate(root)?, stage.path("callgate")).context("copying callgate")?;
        open_to_all(&stage.path("callgate"))?;
        fs::create_dir(stage.path("drivers"))?;
        open_to_all(&stage.path("drivers"))?;
        for entry in fs::read_dir(root.join("tests/conformance"))? {
            let entry = entry?;
            let to = stage.path("drivers").join(entry.file_name());
            fs::copy(entry.path(), &to)?;
            open_to_all(&to)?;
        }
        Ok(stage)
    }

    fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    /// Runs a unit, of it only these names unless there are none.
    pub(super) fn run(&self, unit: &Unit, names: &[String], way: Way<'_>) -> Result<Outcomes> {
        // The same names each way: tests print them.
        let place = self.path("run");
        if place.exists() {
            fs::remove_dir_all(&place).with_context(|| format!("removing {}", place.display()))?;
        }
        for below in ["", "work", "home", "tmp", "state"] {
            fs::create_dir(place.join(below))?;
            chown(place.join(below), self.user, self.user)?;
        }
        let outcomes = place.join("outcomes");
        let mut command = Command::new("timeout");
        command.args(["--kill-after=10", PATIENCE]);
        if let Way::Supervised(engine) = way {
            command.arg(self.path("callgate")).args(["run", "--quiet", "--engine", engine, "--policy"]);
            command.arg(self.path("drivers/judged.toml")).arg("--");
        }
        command.arg(self.path("drivers").join(&unit.driver)).arg(&outcomes).arg(&unit.name).args(names);
        let below = |folder: &str| self.packages.join(folder).display().to_string();
        let path = format!("{}:{}:/usr/sbin:/usr/bin:/sbin:/bin", below("usr/bin"), below("bin"));
        command
            .env_clear()
            .env("PATH", path)
            .env("LD_LIBRARY_PATH", below("usr/lib/x86_64-linux-gnu"))
            .env("CALLGATE_PACKAGES", &self.packages)
            .env("HOME", place.join("home"))
            .env("TMPDIR", place.join("tmp"))
            .env("XDG_STATE_HOME", place.join("state"))
            .env("LC_ALL", "C.UTF-8")
            .current_dir(place.join("work"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            // A file, since what outlives the unit would keep a pipe open.
            .stderr(fs::File::create(place.join("stderr"))?);
        if let Some(user) = self.user {
            command.uid(user).gid(user);
        }
        let status = command.status().context("starting timeout(1)")?;
        let text = fs::read(&outcomes).unwrap_or_default();
        let mut outcomes = Outcomes::of(&String::from_utf8_lossy(&text));
        // What is tried one by one has been said; the end of the whole is one thing more.
        let end = match status.code() {
            Some(0) => "ended".to_owned(),
            Some(124 | 137) => "hung".to_owned(),
            _ => {
                let said = fs::read(place.join("stderr")).unwrap_or_default();
                let said = String::from_utf8_lossy(&said);
                format!("{status}: {}", said.trim().lines().last().unwrap_or_default())
            }
        };
        if names.is_empty() || end != "ended" {
            outcomes.add(&unit.name, end);
        }
        Ok(outcomes)
    }
}

fn open_to_all(path: &Path) -> Result<()> {
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
        .with_context(|| format!("opening {}", path.display()))
}

/// Builds callgate as the kernel tests use it.
fn callgate(root: &Path) -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .current_dir(root)
        .args(["build", "--quiet", "--locked", "--package", "callgate-cli"])
        .status()
        .context("starting cargo")?;
    ensure!(built.success(), "callgate does not build");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    Ok(target.join("debug/callgate"))
}

/// Where packages are unpacked: what they hold is run, so only who runs it may write there, and it outlives a run.
fn packages_folder() -> Result<PathBuf> {
    let cache = if is_root() {
        PathBuf::from("/var/cache")
    } else {
        let home = || Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache"));
        let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(home);
        cache.context("neither XDG_CACHE_HOME nor HOME is set")?
    };
    Ok(cache.join("callgate-conformance"))
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|itself| itself.uid() == 0)
}

/// Unpacks Debian's packages, and sources for the tests that are in no package. Nothing of the system changes, so any
/// user may.
pub(super) fn install(root: &Path) -> Result<()> {
    let list = root.join("tests/conformance/packages");
    let names = fs::read_to_string(&list).with_context(|| format!("reading {}", list.display()))?;
    let names = names.lines().filter(|line| !line.starts_with('#'));
    let (sources, packages): (Vec<&str>, Vec<&str>) = names.partition(|name| name.starts_with("source:"));
    let folder = packages_folder()?;
    let fetched = tempfile::Builder::new().prefix("callgate-packages-").tempdir()?;
    // apt fetches as a user of its own where root asks.
    open_to_all(fetched.path())?;
    let fetched = fetched.path();
    finish(Command::new("apt-get").args(["--quiet", "download"]).args(packages).current_dir(fetched))?;
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.join("src"))?;
    open_to_all(&folder)?;
    for package in fs::read_dir(fetched)? {
        finish(Command::new("dpkg").arg("--extract").arg(package?.path()).arg(&folder))?;
    }
    let options = source_lists(fetched)?;
    finish(Command::new("apt-get").args(&options).args(["--quiet", "update"]))?;
    for name in sources {
        let name = name.trim_start_matches("source:");
        let place = fetched.join(name);
        fs::create_dir(&place)?;
        let mut get = Command::new("apt-get");
        finish(get.args(&options).args(["--quiet", "--download-only", "source", name]).current_dir(&place))?;
        let mut unpack = Command::new("sh");
        let script = "mkdir \"$1\"; tar xf *.orig.tar.* -C \"$1\" --strip-components=1; tar xf *.debian.tar.* -C \"$1\"";
        finish(unpack.args(["-ec", script, "sh"]).arg(folder.join("src").join(name)).current_dir(&place))?;
    }
    finish(Command::new("chmod").args(["-R", "a+rX"]).arg(&folder))
}

/// Options by which apt knows the sources of what it has packages of, in lists of its own.
fn source_lists(folder: &Path) -> Result<Vec<String>> {
    let format = "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(REPO_URI) $(CODENAME) $(COMPONENT)";
    let targets = Command::new("apt-get")
        .args(["indextargets", "--format", format, "Created-By: Packages", "Label: Debian"])
        .output()
        .context("starting apt-get")?;
    let lists = folder.join("sources.list");
    let mut lines: Vec<String> =
        String::from_utf8_lossy(&targets.stdout).lines().map(str::to_owned).collect();
    lines.sort();
    lines.dedup();
    ensure!(!lines.is_empty(), "apt knows no packages of Debian's: `apt-get update` first");
    fs::write(&lists, lines.join("\n") + "\n")?;
    fs::create_dir_all(folder.join("lists/partial"))?;
    fs::create_dir_all(folder.join("cache/archives/partial"))?;
    let option = |name: &str, below: &str| format!("-oDir::{name}={}", folder.join(below).display());
    Ok(vec![
        option("Etc::SourceList", "sources.list"),
        "-oDir::Etc::SourceParts=/dev/null".to_owned(),
        option("State::Lists", "lists"),
        option("Cache", "cache"),
    ])
}

fn finish(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status =
        command.status().with_context(|| format!("starting {program}: the suites are Debian's packages"))?;
    ensure!(status.success(), "{command:?} failed");
    Ok(())
}
