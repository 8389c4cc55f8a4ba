//! `callgate run`.

use crate::failure::{Failure, errno_text, reason, shown};
use crate::flags::PolicyArgs;
use crate::program::{self, Program};
use crate::report::Reporter;
use crate::state::{self, LastRun, NotKept};
use crate::suggest::Suggesting;
use crate::terminal::{self, Colour, Out, stderr_colour};
use crate::withheld::Withheld;
use crate::{enforce, exit, policies};
use callgate::{PrepareError, Prepared};
use callgate_abi::Errno;
use callgate_events::bytes::printable;
use callgate_events::{Bytes, EndEvent, Event, Mode, StartEvent, Status};
use callgate_plan::{Engine, Tracing};
use callgate_policy::{Purpose, Report};
use callgate_runtime::{FORWARDED, Leftover, Outcome, Run, Running, StartError};
use callgate_sys::spawn::{SpawnError, Stage};
use callgate_sys::wait::Ending;
use clap::ValueHint;
use std::ffi::{CString, OsStr, OsString};
use std::fmt::Write as _;
use std::fs::File;
use std::io::Write;
use std::mem::ManuallyDrop;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Linux's SIGSYS on every architecture callgate runs on.
const SIGSYS: i32 = 31;

/// Run a program under a policy. Without -p that is the preset `workspace` and the flags
///
/// Exits as the program does (128 and the signal's number if a signal ended it); 120 with
/// --fail-on-deny after a denial, 121 killed by the policy, 124 out of time, 125 callgate itself failed
/// or refused, 126 the program cannot be executed, 127 it was not found.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Exit codes: the program's own, or 128 and the number of the signal that ended it; 120 \
    denied (--fail-on-deny), 121 killed by the policy, 124 out of time, 125 callgate itself failed or \
    refused, 126 cannot execute, 127 not found."
)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct Args {
    #[command(flatten)]
    policy: PolicyArgs,
    /// Refuse nothing, and report what would be denied
    #[arg(long)]
    observe: bool,
    /// Write the rules that would have allowed what was denied; with --observe, all that one run needs
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    suggest: Option<PathBuf>,
    /// Write the events, one JSON object a line (`callgate schema events` describes them)
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    json: Option<PathBuf>,
    /// Print the policy that equals the flags, and run nothing
    #[arg(long)]
    print_policy: bool,
    /// Start although this rule, or this missing ability, cannot be enforced here
    #[arg(long, value_name = "ID")]
    allow_unenforced: Vec<String>,
    /// Exit with 120 if anything was denied
    #[arg(long)]
    fail_on_deny: bool,
    /// Wait for processes that outlive the program instead of ending them
    #[arg(long)]
    keep_children: bool,
    /// Who performs judged calls (default: notify, and ptrace where a rule needs it)
    #[arg(long, value_enum)]
    engine: Option<EngineName>,
    #[command(flatten)]
    withheld: Withheld,
    /// What is reported, whatever the policy says
    #[arg(long, value_enum)]
    report: Option<Reported>,
    /// Say nothing but errors
    #[arg(short, long)]
    quiet: bool,
    /// The program and its arguments
    #[arg(
        value_name = "COMMAND",
        trailing_var_arg = true,
        required_unless_present = "print_policy",
        value_hint = ValueHint::CommandWithArguments
    )]
    command: Vec<OsString>,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Reported {
    /// Every judged call
    All,
    /// Refusals, redirects and faults
    Denials,
    /// Nothing but start and end
    None,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum EngineName {
    /// The supervisor, on the program's behalf; nothing is traced
    Notify,
    /// The program itself, traced, with arguments that it cannot change
    Ptrace,
}

impl EngineName {
    fn tracing(self) -> Tracing {
        match self {
            EngineName::Notify => Tracing::Never,
            EngineName::Ptrace => Tracing::Preferred,
        }
    }
}

/// All that is decided before anything happens.
struct RunPlan {
    prepared: Prepared,
    mode: Mode,
    program: Program,
    path: CString,
    argv: Vec<CString>,
    envp: Vec<CString>,
    waived: Vec<String>,
    fail_on_deny: bool,
    keep_children: bool,
    quiet: bool,
    colour: Colour,
    json: Option<PathBuf>,
    /// What is told, whatever else is reported.
    told: Report,
    suggesting: Option<Arc<Suggesting>>,
}

pub(crate) fn run(args: Args, colour: Colour, out: &mut Out) -> Result<u8, Failure> {
    if args.print_policy {
        out.write_all(policies::to_toml(&args.policy)?.as_bytes())?;
        return Ok(exit::OK);
    }
    without_engine(&args)?;
    // The process ends with it: what it holds is not taken apart first.
    ManuallyDrop::new(RunPlan::resolve(args, colour)?).act()
}

/// What the language has, but nothing performs yet.
fn without_engine(args: &Args) -> Result<(), Failure> {
    if args.policy.ask.is_empty() {
        return Ok(());
    }
    Err(Failure::new("--ask: there is nobody yet who asks").fix("write --deny, or the flag that allows it"))
}

impl RunPlan {
    fn resolve(args: Args, colour: Colour) -> Result<RunPlan, Failure> {
        let mut policy = policies::load_for(&args.policy, Purpose::Run, args.quiet, colour)?;
        match args.report {
            Some(Reported::All) => policy.report = Report::All,
            Some(Reported::Denials) => policy.report = Report::Denials,
            Some(Reported::None) => policy.report = Report::None,
            None => {}
        }
        let own = args.json.iter().chain(&args.suggest).cloned().chain(state::own_folder());
        policies::protect(&mut policy, &own.collect::<Vec<PathBuf>>());
        let told = policy.report;
        let suggesting = args.suggest.as_deref().map(|file| Suggesting::new(file, &args.policy, &policy));
        let suggesting = suggesting.transpose()?.map(Arc::new);
        // Who asks whether anything was denied has it judged by the supervisor, which knows.
        if (suggesting.is_some() || args.fail_on_deny) && told == Report::None {
            policy.report = Report::Denials;
        }
        let environment = policy.env.apply(std::env::vars_os());
        let set_path = policy
            .env
            .set
            .iter()
            .rev()
            .find(|(name, _)| name == "PATH")
            .map(|(_, value)| OsString::from(value));
        let search = set_path.or_else(|| std::env::var_os("PATH"));
        let program = program::find(&args.command, search.as_deref())?;
        let sources: Vec<String> = policy.sources.iter().map(|source| source.name.clone()).collect();
        let mode = if args.observe { Mode::Observe } else { Mode::Enforce };
        let tracing = args.engine.map_or(enforce::ENGINE.tracing, EngineName::tracing);
        let engine = Engine { tracing, ..enforce::ENGINE };
        let abilities = args.withheld.apply(callgate::abilities());
        let anchors = callgate::anchors(&policy, Some(&program.path));
        let prepared =
            callgate::prepare(Arc::new(policy), abilities, &anchors, engine, mode, &args.allow_unenforced)
                .map_err(|error| unprepared(error, &sources))?;
        let plan = &prepared.plan;
        for id in args.allow_unenforced.iter().filter(|id| plan.unenforced.iter().all(|u| u.id != **id)) {
            if !args.quiet {
                terminal::say(&format!(
                    "callgate: --allow-unenforced {} is not needed here\n",
                    printable(id)
                ));
            }
        }
        let path = c_string(program.path.as_os_str())?;
        let argv = program.argv.iter().map(|word| c_string(word)).collect::<Result<_, _>>()?;
        let envp =
            environment.into_iter().map(|(name, value)| variable(name, &value)).collect::<Result<_, _>>()?;
        if mode == Mode::Observe && !args.quiet {
            terminal::say("callgate: only observing: nothing is refused, and what would be is reported\n");
        }
        Ok(RunPlan {
            prepared,
            mode,
            program,
            path,
            argv,
            envp,
            waived: args.allow_unenforced,
            fail_on_deny: args.fail_on_deny,
            keep_children: args.keep_children,
            quiet: args.quiet,
            colour,
            json: args.json,
            told,
            suggesting,
        })
    }

    fn act(&self) -> Result<u8, Failure> {
        let json = self.json.as_ref().map(|path| open_log(path)).transpose()?;
        let mut reporter = Reporter::new(json, self.told, self.quiet, stderr_colour(self.colour));
        if self.prepared.plan.landlock.any() {
            reporter.remark("what Landlock denied is not counted");
        }
        let reporter = Arc::new(Mutex::new(reporter));
        let (sink, suggesting) = (Arc::clone(&reporter), self.suggesting.clone());
        let tell = move |event: Event| {
            if let Some(suggesting) = &suggesting {
                suggesting.see(&event);
            }
            lock(&sink).event(event);
        };
        // Blocked before any thread starts, so that only the waiting loop takes them.
        let blocked = callgate_sys::signal::block(FORWARDED);
        let run = Run {
            policy: Arc::clone(&self.prepared.policy),
            plan: &self.prepared.plan,
            abilities: &self.prepared.abilities,
            program: self.prepared.program.as_ref(),
            nonce: self.prepared.nonce,
            path: self.path.clone(),
            argv: self.argv.clone(),
            envp: self.envp.clone(),
            cwd: None,
            stdio: [None; 3],
            handler: None,
            sink: Arc::new(tell),
            dedicated: true,
            signal_mask: Some(blocked.before()),
        };
        // Whatever the program does first waits for this lock, so that the log begins with the start; but the
        // program itself does not wait for the log.
        let mut log = lock(&reporter);
        let started = run.start();
        let folder =
            state::own_folder().ok_or_else(|| NotKept("neither XDG_STATE_HOME nor HOME is set".to_owned()));
        log.keep(folder.and_then(|folder| LastRun::start(&folder)));
        log.event(Event::Start(self.start_event(started.as_ref().ok().map(Running::pid))));
        let running = started.map_err(|error| {
            let failure = self.start_failure(&error);
            let code = failure.code.unwrap_or(exit::FAILED);
            let end = EndEvent { exit: code, error: Some(failure.what.clone()), ..EndEvent::default() };
            log.log(Event::End(end));
            failure
        })?;
        drop(log);
        let leftover = if self.keep_children { Leftover::Keep } else { Leftover::Kill };
        let outcome = running.wait(leftover).map_err(|errno| {
            Failure::new(format!("the run cannot be followed any more: {}", errno_text(errno)))
                .fix("its calls are refused from here on; `callgate doctor` shows what this machine lacks")
        })?;
        Ok(self.end(&reporter, &outcome))
    }

    /// What the log begins with.
    fn start_event(&self, pid: Option<u32>) -> StartEvent {
        StartEvent {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            command: self.program.argv.iter().map(|word| word.as_os_str().into()).collect(),
            policy: self.prepared.policy.sources.iter().map(|source| source.name.clone()).collect(),
            name: self.prepared.policy.name.clone(),
            pid,
            cwd: self.prepared.policy.cwd.as_path().into(),
            mode: self.mode,
            plan: enforce::summary(&self.prepared.plan, self.prepared.program.as_ref(), &self.waived),
            seed: self.prepared.policy.fault_seed,
        }
    }

    fn end(&self, reporter: &Mutex<Reporter>, outcome: &Outcome) -> u8 {
        let status = match outcome.ending {
            Ending::Exited(code) => Status::Code(i32::from(code)),
            Ending::Signaled { signal, .. } => Status::Signal(signal),
        };
        let mut reporter = lock(reporter);
        reporter.repeats();
        if let Some(failure) = &outcome.failure {
            terminal::say(&format!(
                "callgate: the supervision failed: {}; calls it should have judged were refused from there on\n",
                printable(failure)
            ));
        }
        let suggested = self.suggesting.as_ref().map_or(Ok(()), |suggesting| self.suggest(suggesting));
        if let Err(failure) = &suggested {
            terminal::say(&failure.render());
        }
        let failed = outcome.failure.is_some() || reporter.json_failed() || suggested.is_err();
        let presumed = self.presumed_kill(outcome);
        if let Some(presumed) = presumed.filter(|_| !self.quiet) {
            terminal::say(&format!("callgate: {presumed}\n"));
        }
        let exit = self.exit_code(outcome, failed);
        reporter.event(Event::End(EndEvent {
            status: Some(status),
            exit,
            mode: self.mode,
            totals: outcome.totals,
            us: outcome.duration.as_micros() as u64,
            error: outcome.failure.clone().or(presumed.map(str::to_owned)),
        }));
        // The end itself may be what no longer fits on the disk.
        if reporter.json_failed() { exit::FAILED } else { exit }
    }

    fn suggest(&self, suggesting: &Suggesting) -> Result<(), Failure> {
        let command: Vec<Bytes> = self.program.argv.iter().map(|word| word.as_os_str().into()).collect();
        let said = suggesting.write(&command)?;
        if !self.quiet {
            terminal::say(&said);
        }
        Ok(())
    }

    /// A kill that nobody could watch: where the program may trace, it is not traced itself, and then the
    /// signal is all there is to see.
    fn presumed_kill(&self, outcome: &Outcome) -> Option<&'static str> {
        let watched = self.prepared.plan.watches_kills && self.prepared.abilities.ptrace;
        let sigsys = matches!(outcome.ending, Ending::Signaled { signal: SIGSYS, .. });
        (sigsys && self.mode == Mode::Enforce && !watched && !outcome.killed_by_policy && enforce::can_kill(&self.prepared.policy, self.prepared.program.is_some())).then_some(
            "SIGSYS ended the program, as a rule that kills does; which call it was is only known where the policy \
             allows no ptrace and this machine allows callgate to trace",
        )
    }

    fn exit_code(&self, outcome: &Outcome, failed: bool) -> u8 {
        if failed {
            exit::FAILED
        } else if outcome.out_of_time {
            exit::TIME
        } else if outcome.killed_by_policy || self.presumed_kill(outcome).is_some() {
            exit::KILLED
        } else if self.fail_on_deny && outcome.totals.denied > 0 {
            exit::DENIED
        } else {
            callgate_runtime::exit_code(outcome.ending)
        }
    }

    fn start_failure(&self, error: &StartError) -> Failure {
        let failure = Failure::new(format!("{} did not start: {error}", shown(&self.program.path)));
        let StartError::Spawn(spawn) = error else {
            return failure.fix("`callgate doctor` shows what this machine lacks");
        };
        match spawn {
            SpawnError::Failed { stage: Stage::Exec, errno } => {
                let failure =
                    Failure::new(format!("cannot execute {}: {}", shown(&self.program.path), errno_text(*errno)));
                match *errno {
                    Errno::ENOENT => failure.code(exit::NOT_FOUND).fix("it, or the loader it names, does not exist"),
                    Errno::E2BIG => failure.code(exit::CANNOT_EXECUTE).fix("give fewer or shorter arguments"),
                    Errno::ENOEXEC => failure.code(exit::CANNOT_EXECUTE).fix("it is no program of this machine"),
                    Errno::EACCES => failure.code(exit::CANNOT_EXECUTE).fix(
                        "its file or its interpreter must be executable, and a rule of fs.exec must allow both",
                    ),
                    _ => failure.code(exit::CANNOT_EXECUTE),
                }
            }
            SpawnError::ListenerExists => failure.fix(
                "callgate runs under another supervisor here; run it outside, or use a policy of [syscalls] alone, \
                 which needs no supervisor",
            ),
            SpawnError::FilterStopsLaunch { call, .. } => {
                failure.fix(format!("allow {call} in [syscalls], or report it: a launch needs no rule"))
            }
            SpawnError::Failed { .. } | SpawnError::Died { .. } => {
                failure.fix("`callgate doctor` shows what this machine lacks")
            }
        }
    }
}

fn lock(reporter: &Mutex<Reporter>) -> std::sync::MutexGuard<'_, Reporter> {
    reporter.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Why a policy cannot be enforced here. A rule that nothing can enforce stops the start, unless it was
/// named; `sources` are the names of the policy's texts.
fn unprepared(error: PrepareError, sources: &[String]) -> Failure {
    let open = match error {
        PrepareError::Unenforced(open) => open,
        PrepareError::Compile(error) => {
            return Failure::new(format!("the policy has no filter: {error}"))
                .fix("split it, or leave rules out");
        }
        PrepareError::Random(error) => {
            return Failure::new(format!("cannot read /dev/urandom: {}", reason(&error)))
                .fix("the launch needs a secret number: make /dev/urandom available here");
        }
    };
    let mut lines = String::new();
    for unenforced in &open {
        let place = unenforced.origin.as_ref().map_or_else(String::new, |origin| {
            let source = sources.get(origin.source).map_or("?", String::as_str);
            format!(" at {}:{} ({})", printable(source), origin.line, printable(&origin.text))
        });
        let (id, reason) = (printable(&unenforced.id), printable(&unenforced.reason));
        let _ = write!(lines, "\n  {id}{place}: {reason}");
    }
    let first = open.first().map_or_else(String::new, |unenforced| printable(&unenforced.id));
    Failure::new(format!("this cannot be enforced here, so nothing was started:{lines}"))
        .fix(format!("to start without it, name it: --allow-unenforced {first}"))
}

fn open_log(path: &Path) -> Result<File, Failure> {
    File::create(path).map_err(|error| {
        Failure::new(format!("cannot write the event log {}: {}", shown(path), reason(&error)))
            .fix("give --json a file in a folder that you may write")
    })
}

fn c_string(word: &OsStr) -> Result<CString, Failure> {
    CString::new(word.as_bytes())
        .map_err(|_| Failure::new(format!("{} holds a NUL byte", Bytes::from(word))).fix("leave it out"))
}

fn variable(name: OsString, value: &OsStr) -> Result<CString, Failure> {
    let mut bytes = name.into_vec();
    bytes.push(b'=');
    bytes.extend_from_slice(value.as_bytes());
    c_string(OsStr::from_bytes(&bytes))
}
