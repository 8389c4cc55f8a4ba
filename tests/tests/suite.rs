//! The data-driven suite: `suite/*.toml`, each with policies and what they say of calls and objects.
//!
//! Every policy's filter is proven to be the policy. Every call is asked of the evaluator, of the compiled filter in
//! the interpreter, and, for the ABIs this machine runs, of the live kernel with the compiled filter installed. Every
//! object is asked of the evaluator, and of each engine by `kernel/engines.rs`. Adding a case is adding lines of TOML:
//!
//! ```toml
//! [[suite]]
//! policy = '''callgate = 1 …'''
//! case = [
//!     { call = "mprotect", args = [0, 4096, 4], action = "errno.EPERM", rule = "syscalls.errno.EPERM[0]" },
//!     { op = "fs.read", object = "/srv/x", verdict = "deny", errno = "EACCES" },
//! ]
//! ```
//! `abi` (default x86_64), `nr` instead of `call`, `arch` (a raw number, with `nr`); `args` are integers
//! or strings in hexadecimal; `live = false` keeps a call that would hurt or hang from the kernel;
//! `rule` is the deciding rule's id, `"default"` when none decided.

use callgate_abi::{Abi, Action, Errno, SeccompData, Sysno};
use callgate_analyze::{Limits, Proof, Reference, Treatment, prove};
use callgate_bpf::{Program, interp};
use callgate_compile::{Options, compile};
use callgate_plan::{Abilities, Engine, Plan, plan};
use callgate_policy::{Decision, Environment, Loader, Object, Operation, Policy, Purpose, Transport};
use callgate_tests::{Answer, Guests, Oracle, Question, Variant};
use libtest_mimic::{Arguments, Failed, Trial};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use toml::{Table, Value};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the suite's folder")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    let oracle = Guests::cached(Path::new(env!("CARGO_TARGET_TMPDIR")), "oracle", Variant::Static);
    let oracle = Arc::new(oracle.expect("the oracle compiles"));
    let mut trials = Vec::new();
    let mut cases = 0;
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).expect("a suite file");
        let table: Table = text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let suites = table.get("suite").and_then(Value::as_array).cloned().unwrap_or_default();
        for (index, suite) in suites.into_iter().enumerate() {
            let title =
                suite.get("title").and_then(Value::as_str).map_or_else(|| index.to_string(), str::to_owned);
            cases += suite.get("case").and_then(Value::as_array).map_or(0, Vec::len);
            let oracle = Arc::clone(&oracle);
            trials.push(Trial::test(format!("{name}/{title}"), move || run(&suite, &oracle)));
        }
    }
    trials.push(Trial::test("suite/is-not-empty", move || {
        if cases >= 80 { Ok(()) } else { Err(format!("only {cases} cases were found").into()) }
    }));
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// Finds every wrong answer of one policy, not only the first.
fn run(suite: &Value, oracle: &Path) -> Result<(), Failed> {
    let text = suite.get("policy").and_then(Value::as_str).ok_or("a suite needs a policy")?;
    let environment = Environment::new("/project", "/home/u");
    let mut loader = Loader::new(&environment);
    loader.text("suite.toml", text, Path::new("/project"));
    let (policy, _) = loader
        .finish(Purpose::Fragment)
        .map_err(|findings| format!("the policy:\n{}", findings.render(false)))?;
    let planned = plan(&policy, &Abilities::newest(), Engine::default());
    let program = compile(&policy, &planned, &Options::default()).map_err(|error| error.to_string())?;
    let mut wrong = unproven(&policy, &planned, &program);
    let mut live = Vec::new();
    let cases = suite.get("case").and_then(Value::as_array).ok_or("a suite needs cases")?;
    for case in cases {
        let case = case.as_table().ok_or("a case is a table")?;
        if case.contains_key("op") {
            if let Err(error) = object(&policy, case) {
                let _ = writeln!(wrong, "{case}: {error}");
            }
            continue;
        }
        let call = call(case).map_err(|error| format!("{case}: {error}"))?;
        if policy.default.is_none()
            && let Err(error) = evaluated(&policy, case, &call)
        {
            let _ = writeln!(wrong, "{case}: the evaluator: {error}");
        }
        let interpreted = Action::from_ret(interp::run(&program, &call.data));
        if interpreted.to_string() != call.expected.to_string() {
            let _ = writeln!(wrong, "{case}: the filter says {interpreted}");
        }
        if call.live {
            live.push(call);
        }
    }
    if !live.is_empty() {
        let bytes = program.to_bytes();
        let questions = live
            .iter()
            .flat_map(|call| {
                let native = Question { int80: call.abi == Some(Abi::I386), ..call.question() };
                [Question { filter: Some(bytes.clone()), ..native.clone() }, native]
            })
            .collect::<Vec<_>>();
        let told =
            Oracle::ask(oracle, Some(64_321).filter(|_| is_root()), &questions).map_err(|e| e.to_string())?;
        for (call, answers) in live.iter().zip(told.answers.chunks(2)) {
            let expected = expected_answer(call, &answers[1]);
            if answers[0] != expected {
                let _ =
                    writeln!(wrong, "{}: the kernel: {:?}, expected {expected:?}", call.shown, answers[0]);
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(format!("\n{wrong}").into()) }
}

/// Where the filter is not the policy; empty where it is.
fn unproven(policy: &Policy, planned: &Plan, program: &Program) -> String {
    let treatments: Vec<Treatment> = planned
        .calls
        .iter()
        .map(|call| Treatment { sysno: call.sysno, action: call.treatment.action(), when: call.when.clone() })
        .collect();
    let reference = Reference { policy, treatments: &treatments, launch: None };
    match prove(program, &reference, Limits::default()) {
        Proof::Equal => String::new(),
        Proof::Differs(differences) => format!("the filter is not the policy: {:?}\n", differences[0]),
        Proof::Undecided(undecided) => format!("the proof is open: {}\n", undecided[0].reason),
    }
}

struct Call {
    shown: String,
    abi: Option<Abi>,
    data: SeccompData,
    expected: Action,
    live: bool,
}

impl Call {
    fn question(&self) -> Question {
        Question { nr: self.data.nr as u32, args: self.data.args, ..Question::default() }
    }
}

fn call(case: &Table) -> Result<Call, String> {
    let word = |key: &str| case.get(key).and_then(Value::as_str);
    let abi =
        word("abi").map_or(Ok(Abi::X86_64), |name| Abi::from_name(name).ok_or(format!("no ABI {name}")))?;
    let nr = match (word("call"), case.get("nr").and_then(number)) {
        (Some(name), None) => Sysno::from_name(abi, name).ok_or(format!("no call {name} on {abi}"))?.nr,
        (None, Some(nr)) => nr as u32,
        _ => return Err("a case has `call` or `nr`".to_owned()),
    };
    let raw_arch = case.get("arch").and_then(number);
    let arch = raw_arch.map_or(abi.audit_arch(), |arch| arch as u32);
    let mut args = [0; 6];
    for (slot, value) in args.iter_mut().zip(case.get("args").and_then(Value::as_array).into_iter().flatten())
    {
        *slot = number(value).ok_or("an argument is a number")?;
    }
    if abi == Abi::I386 {
        args = args.map(|value| value & 0xffff_ffff);
    }
    let expected = action(word("action").ok_or("a call has an `action`")?)?;
    // x32 calls are made by the same instruction with bit 30 set.
    let runs_here = cfg!(target_arch = "x86_64") && matches!(abi, Abi::X86_64 | Abi::I386 | Abi::X32);
    let live = runs_here && raw_arch.is_none() && case.get("live").and_then(Value::as_bool).unwrap_or(true);
    let data = SeccompData { nr: nr as i32, arch, instruction_pointer: 0x40_1000, args };
    Ok(Call { shown: case.to_string(), abi: raw_arch.is_none().then_some(abi), data, expected, live })
}

fn number(value: &Value) -> Option<u64> {
    match value {
        Value::Integer(number) => Some(*number as u64),
        Value::String(text) => u64::from_str_radix(&text.strip_prefix("0x")?.replace('_', ""), 16).ok(),
        _ => None,
    }
}

fn action(text: &str) -> Result<Action, String> {
    Ok(match text {
        "allow" => Action::Allow,
        "log" => Action::Log,
        "trace" => Action::Trace(0),
        "notify" => Action::UserNotif,
        "trap" => Action::Trap(0),
        "kill-thread" => Action::KillThread,
        "kill" => Action::KillProcess,
        other => {
            if let Some(data) = other.strip_prefix("trap(").and_then(|data| data.strip_suffix(')')) {
                Action::Trap(data.parse().map_err(|_| format!("no action {other}"))?)
            } else {
                let name = other.strip_prefix("errno.").ok_or(format!("no action {other}"))?;
                Action::Errno(errno(name)?)
            }
        }
    })
}

fn errno(name: &str) -> Result<Errno, String> {
    let number = || name.parse().ok().map(Errno);
    Errno::from_name(name).or_else(number).ok_or(format!("no errno {name}"))
}

fn evaluated(policy: &Policy, case: &Table, call: &Call) -> Result<(), String> {
    let syscalls = policy.syscalls.as_ref().ok_or("the policy has no [syscalls]")?;
    let verdict = syscalls.evaluate(&call.data);
    if verdict.action != call.expected {
        return Err(format!("{}", verdict.action));
    }
    let decided = verdict.rule.map_or("default", |rule| rule.origin.id.as_str());
    match case.get("rule").and_then(Value::as_str) {
        Some(expected) if expected != decided => Err(format!("decided by {decided}")),
        _ => Ok(()),
    }
}

fn expected_answer(call: &Call, natively: &Answer) -> Answer {
    match call.expected {
        Action::Allow | Action::Log => natively.clone(),
        refused => Answer::to_no_call(refused, &call.data),
    }
}

fn object(policy: &Policy, case: &Table) -> Result<(), String> {
    let word = |key: &str| case.get(key).and_then(Value::as_str);
    let operation = word("op").and_then(Operation::from_name).ok_or("no such operation")?;
    let object = parse_object(word("object").ok_or("a case with `op` has an `object`")?)?;
    let verdict = policy.evaluate(operation, &object);
    let decision = match verdict.decision {
        Decision::Allow => "allow",
        Decision::Log => "log",
        Decision::Ask => "ask",
        Decision::Deny(_) => "deny",
    };
    let expected = word("verdict").ok_or("a case with `op` has a `verdict`")?;
    if decision != expected {
        return Err(format!("the verdict is {decision}"));
    }
    if let (Some(name), Decision::Deny(given)) = (word("errno"), verdict.decision)
        && errno(name)? != given
    {
        return Err(format!("the errno is {given}"));
    }
    let decided = verdict.rule.map_or("default", |rule| rule.origin.id.as_str());
    match word("rule") {
        Some(expected) if expected != decided => Err(format!("decided by {decided}")),
        _ => Ok(()),
    }
}

fn parse_object(text: &str) -> Result<Object, String> {
    let inet = |transport, rest: &str| {
        rest.parse().map(|address| Object::inet(transport, address)).map_err(|_| format!("no address {rest}"))
    };
    if let Some(rest) = text.strip_prefix("tcp:") {
        inet(Transport::Tcp, rest)
    } else if let Some(rest) = text.strip_prefix("udp:") {
        inet(Transport::Udp, rest)
    } else if let Some(rest) = text.strip_prefix("unix:@") {
        Ok(Object::UnixAbstract(rest.as_bytes().to_vec()))
    } else if let Some(rest) = text.strip_prefix("unix:") {
        Ok(Object::UnixPath(rest.as_bytes().to_vec()))
    } else {
        Ok(Object::Path(text.as_bytes().to_vec()))
    }
}

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}
