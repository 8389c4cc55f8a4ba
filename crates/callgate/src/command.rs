//! Another program under a policy.

use crate::{Policy, PrepareError, Prepared, abilities, prepare};
use callgate_abi::Errno;
use callgate_events::{Event, Mode};
use callgate_plan::Engine;
use callgate_runtime::{Handler, Outcome, Run, Running, Sink, StartError};
use std::ffi::{CString, OsStr, OsString};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread::JoinHandle;

/// A program to be run under a policy, in the manner of [`std::process::Command`].
///
/// The target's children are supervised too, as long as they live. Kills by a filter are not
/// explained here (that needs the host's whole process as tracer): the ending shows SIGSYS.
#[must_use = "nothing runs before Command::spawn"]
pub struct Command {
    program: OsString,
    argv: Vec<OsString>,
    envs: Option<Vec<(OsString, OsString)>>,
    cwd: Option<PathBuf>,
    stdio: [Option<OwnedFd>; 3],
    policy: Option<Policy>,
    sink: Arc<dyn Sink>,
    handler: Option<Arc<dyn Handler>>,
    waived: Vec<String>,
    mode: Mode,
}

/// Why a program did not start under its policy. Nothing of it is left.
#[derive(Debug, thiserror::Error)]
pub enum SpawnError {
    /// [`Command::policy`] was not called.
    #[error("no policy was given: call Command::policy")]
    NoPolicy,
    /// There is no such program in PATH, or no such file.
    #[error("{} was not found", .0.display())]
    NotFound(PathBuf),
    /// The policy cannot be enforced here.
    #[error(transparent)]
    Prepare(#[from] PrepareError),
    /// The start failed.
    #[error(transparent)]
    Start(#[from] StartError),
    /// An argument, a variable or a path holds a NUL byte.
    #[error("{0} holds a NUL byte")]
    Nul(&'static str),
    /// No thread for the supervision.
    #[error("no thread can be started: {0}")]
    Thread(std::io::Error),
}

impl Command {
    /// A program by its path, or by its name in `PATH`.
    pub fn new(program: impl AsRef<OsStr>) -> Command {
        let program = program.as_ref().to_owned();
        Command {
            argv: vec![program.clone()],
            program,
            envs: None,
            cwd: None,
            stdio: [const { None }; 3],
            policy: None,
            sink: Arc::new(|_: Event| {}),
            handler: None,
            waived: Vec::new(),
            mode: Mode::Enforce,
        }
    }

    /// Adds an argument.
    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Command {
        self.argv.push(arg.as_ref().to_owned());
        self
    }

    /// Adds arguments.
    pub fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Command {
        self.argv.extend(args.into_iter().map(|arg| arg.as_ref().to_owned()));
        self
    }

    /// Sets the whole environment; without it the program gets this process's.
    pub fn envs<K: AsRef<OsStr>, V: AsRef<OsStr>>(
        mut self,
        envs: impl IntoIterator<Item = (K, V)>,
    ) -> Command {
        let envs = envs.into_iter().map(|(key, value)| (key.as_ref().to_owned(), value.as_ref().to_owned()));
        self.envs = Some(envs.collect());
        self
    }

    /// Where the program starts. The policy's `$CWD` stays this process's folder.
    pub fn current_dir(mut self, dir: impl AsRef<Path>) -> Command {
        self.cwd = Some(dir.as_ref().to_owned());
        self
    }

    /// The program's standard input.
    pub fn stdin(mut self, fd: impl Into<OwnedFd>) -> Command {
        self.stdio[0] = Some(fd.into());
        self
    }

    /// The program's standard output.
    pub fn stdout(mut self, fd: impl Into<OwnedFd>) -> Command {
        self.stdio[1] = Some(fd.into());
        self
    }

    /// The program's standard error.
    pub fn stderr(mut self, fd: impl Into<OwnedFd>) -> Command {
        self.stdio[2] = Some(fd.into());
        self
    }

    /// The policy. There is no default.
    pub fn policy(mut self, policy: Policy) -> Command {
        self.policy = Some(policy);
        self
    }

    /// Hears the run's events, from the supervisor's threads, each before the call it tells of returns.
    pub fn events(mut self, sink: impl Sink + 'static) -> Command {
        self.sink = Arc::new(sink);
        self
    }

    /// Answers the calls of the policy's `notify` lists:
    ///
    /// ```
    /// use callgate::{Answer, Call, Command, Policy};
    ///
    /// let policy = Policy::from_toml(
    ///     "callgate = 1\n[syscalls]\ndefault = \"allow\"\nnotify = [\"geteuid\"]\n",
    /// )?;
    /// // Tells every program that it is user 4711.
    /// let somebody = |_call: Call<'_>| Ok(Answer::value(4711));
    /// let (reader, writer) = std::io::pipe()?;
    /// Command::new("id").arg("-u").stdout(writer).policy(policy).handler(somebody).spawn()?.wait()?;
    /// assert_eq!(std::io::read_to_string(reader)?, "4711\n");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn handler(mut self, handler: impl Handler + 'static) -> Command {
        self.handler = Some(Arc::new(handler));
        self
    }

    /// Starts even though the rule with this id cannot be enforced here.
    pub fn allow_unenforced(mut self, id: impl Into<String>) -> Command {
        self.waived.push(id.into());
        self
    }

    /// Refuses nothing: [`Command::events`] hears what would have been refused, in events with [`Mode::Observe`].
    pub fn observe(mut self) -> Command {
        self.mode = Mode::Observe;
        self
    }

    /// Starts the program.
    pub fn spawn(self) -> Result<Child, SpawnError> {
        let policy = self.policy.clone().ok_or(SpawnError::NoPolicy)?;
        let engine = Engine { handler: self.handler.is_some(), landlock_execute: true, ..Engine::default() };
        let path = self.find()?;
        let anchors = callgate_runtime::anchors(&policy.checked, Some(&self.start_file(&path)));
        let checked = Arc::clone(&policy.checked);
        let prepared = prepare(checked, abilities(), &anchors, engine, self.mode, &self.waived)?;
        // The target dies with the thread that started it, so that thread waits for it too.
        let (sender, started) = mpsc::channel();
        let thread = std::thread::Builder::new()
            .name("callgate-run".into())
            .spawn(move || match self.start(&prepared, path) {
                Ok(running) => {
                    // The receiver waits for just this.
                    let _ = sender.send(Ok(running.pid()));
                    running.wait_target()
                }
                Err(error) => {
                    let _ = sender.send(Err(error));
                    Err(Errno::ECHILD)
                }
            })
            .map_err(SpawnError::Thread)?;
        match started.recv() {
            Ok(Ok(pid)) => Ok(Child { pid, thread }),
            Ok(Err(error)) => Err(error),
            Err(_) => Err(SpawnError::Thread(std::io::ErrorKind::Other.into())),
        }
    }

    fn start(self, prepared: &Prepared, path: CString) -> Result<Running, SpawnError> {
        let nul = |what| move |_| SpawnError::Nul(what);
        let argv = self
            .argv
            .into_iter()
            .map(|arg| CString::new(arg.into_vec()))
            .collect::<Result<_, _>>()
            .map_err(nul("an argument"))?;
        let envs = self.envs.unwrap_or_else(|| std::env::vars_os().collect());
        let envp = environment(envs, &prepared.policy.env).map_err(nul("a variable"))?;
        let [stdin, stdout, stderr] = &self.stdio;
        let stdio = [stdin, stdout, stderr].map(|fd| fd.as_ref().map(AsFd::as_fd));
        let run = Run {
            policy: Arc::clone(&prepared.policy),
            plan: &prepared.plan,
            abilities: &prepared.abilities,
            program: prepared.program.as_ref(),
            nonce: prepared.nonce,
            path,
            argv,
            envp,
            cwd: self.cwd,
            stdio,
            handler: self.handler,
            sink: self.sink,
            dedicated: false,
            signal_mask: None,
        };
        Ok(run.start()?)
    }

    /// The file as it is named from here.
    fn start_file(&self, path: &CString) -> PathBuf {
        let path = Path::new(OsStr::from_bytes(path.to_bytes()));
        self.cwd.as_ref().map_or_else(|| path.to_path_buf(), |cwd| cwd.join(path))
    }

    /// The program's file, as execvp(3) finds it.
    fn find(&self) -> Result<CString, SpawnError> {
        let cstring =
            |path: &OsStr| CString::new(path.as_bytes()).map_err(|_| SpawnError::Nul("the program"));
        if self.program.as_bytes().contains(&b'/') {
            return cstring(&self.program);
        }
        let path = std::env::var_os("PATH").unwrap_or_else(|| "/usr/bin:/bin".into());
        std::env::split_paths(&path)
            .map(|folder| folder.join(&self.program))
            .find(|file| rustix::fs::access(file, rustix::fs::Access::EXEC_OK).is_ok() && file.is_file())
            .map_or_else(
                || Err(SpawnError::NotFound(PathBuf::from(&self.program))),
                |file| cstring(file.as_os_str()),
            )
    }
}

/// `[env]` applied to an environment.
fn environment(
    envs: Vec<(OsString, OsString)>,
    rules: &callgate_policy::model::Env,
) -> Result<Vec<CString>, std::ffi::NulError> {
    rules
        .apply(envs)
        .into_iter()
        .map(|(mut variable, value)| {
            variable.push("=");
            variable.push(value);
            CString::new(variable.into_vec())
        })
        .collect()
}

/// A program under its policy. Dropping it leaves the program running, supervised.
#[derive(Debug)]
pub struct Child {
    pid: u32,
    thread: JoinHandle<Result<Outcome, Errno>>,
}

impl Child {
    /// Its process id.
    pub fn id(&self) -> u32 {
        self.pid
    }

    /// Kills the program (not its children).
    pub fn kill(&self) -> Result<(), Errno> {
        callgate_sys::pidfd::open(self.pid, false)
            .and_then(|pidfd| callgate_sys::pidfd::send_signal(pidfd.as_fd(), 9))
    }

    /// Waits for its end. Other processes that it started stay supervised until they end, too.
    pub fn wait(self) -> Result<Outcome, Errno> {
        self.thread.join().unwrap_or(Err(Errno::EIO))
    }
}
