//! Events for people: one line each.

use crate::bytes::printable;
use crate::{
    Call, CallEvent, EndEvent, Event, Limit, LimitEvent, Mode, Repeated, RuleRef, Status, Target, Verdict,
};
use anstyle::{AnsiColor, Style};
use std::fmt::Write;

const RED: Style = AnsiColor::Red.on_default().bold();
const GREEN: Style = AnsiColor::Green.on_default();
const YELLOW: Style = AnsiColor::Yellow.on_default();
const BOLD: Style = Style::new().bold();

/// A refused call: operation, object as resolved (as given too, where that differs), program and pid,
/// rule with file and line, errno, and what would allow it. One line without its end; nothing of the
/// target's can write control characters into it.
///
/// `callgate: denied fs.read /home/u/.ssh/config (given ../.ssh/config) to node[4242]: rule
/// fs.deny.all[1] at npm.toml:14, EACCES (Permission denied); to allow it: --without secrets`
pub fn denial_line(event: &CallEvent, colour: bool) -> String {
    let paint = Paint(colour);
    let mut line = format!("callgate: {}", paint.on(verdict_style(event.verdict), verb(event)));
    push_subject(&mut line, event, paint);
    push_rule(&mut line, event);
    if let Some(errno) = event.errno {
        let _ = write!(line, ", {} ({})", paint.on(RED, &errno.to_string()), errno.text());
    }
    if let Some(at) = &event.at {
        let _ = write!(line, ", called from {:#x}", at.address);
        if let Some(file) = &at.file {
            let _ = write!(line, " ({file}+{:#x})", at.offset);
        }
    }
    if let Some(fix) = &event.fix {
        let _ = write!(line, "; to allow it: {}", paint.on(GREEN, &printable(fix)));
    }
    line
}

/// A call that was performed and is reported: because a rule logs it, it was redirected, or
/// `report = "all"`.
pub fn allowed_line(event: &CallEvent, colour: bool) -> String {
    let paint = Paint(colour);
    let mut line = format!("callgate: {}", paint.on(verdict_style(event.verdict), verb(event)));
    push_subject(&mut line, event, paint);
    if let Some(redirect) = &event.redirect {
        let _ = write!(line, ", redirected to {}", paint.on(BOLD, &redirect.to_string()));
    }
    if let Some(fault) = &event.fault {
        let _ = write!(line, ", fault {}", printable(fault));
    }
    push_rule(&mut line, event);
    line
}

/// The line of any event that has one: refusals, reported calls, limits. `start`, `exec`, `exit`
/// have none, `end` has [`summary_line`].
pub fn line(event: &Event, colour: bool) -> Option<String> {
    match event {
        Event::Call(call) if call.verdict.is_refusal() => Some(denial_line(call, colour)),
        Event::Call(call) => Some(allowed_line(call, colour)),
        Event::Limit(limit) => Some(limit_line(limit, colour)),
        Event::End(end) => Some(summary_line(end)),
        Event::Start(_) | Event::Ask(_) | Event::Exec(_) | Event::Exit(_) => None,
    }
}

/// `callgate: 2 denials, 120 calls judged, 0.3 s; exit 1`, one line for the end of a run; of an observed one
/// `callgate: 2 calls would have been denied, …`.
pub fn summary_line(end: &EndEvent) -> String {
    let totals = &end.totals;
    let mut line = match end.mode {
        Mode::Enforce => format!("callgate: {}", counted(totals.denied, "denial")),
        Mode::Observe => format!("callgate: {} would have been denied", counted(totals.denied, "call")),
    };
    if totals.killed > 0 {
        let _ = write!(line, ", {} killed", totals.killed);
    }
    let _ = write!(line, ", {} judged, {}", counted(totals.judged, "call"), duration(end.us));
    match end.status {
        Some(Status::Code(code)) => {
            let _ = write!(line, "; the program exited with {code}");
        }
        Some(Status::Signal(signal)) => {
            let _ = write!(line, "; the program was ended by {}", signal_name(signal));
        }
        None => line.push_str("; the program did not start"),
    }
    let own = match end.status {
        Some(Status::Code(code)) => i64::from(code),
        Some(Status::Signal(signal)) => 128 + i64::from(signal),
        None => -1,
    };
    if own != i64::from(end.exit) {
        let _ = write!(line, ", callgate exits with {}", end.exit);
    }
    line
}

/// What was folded: `callgate: … and 41 more times: fs.read /x to node`.
pub fn repeated_line(repeated: &Repeated, colour: bool) -> String {
    let paint = Paint(colour);
    let times = if repeated.more == 1 { "time" } else { "times" };
    let mut line = format!("callgate: … and {} more {times}: {}", repeated.more, verb(&repeated.event));
    push_subject(&mut line, &repeated.event, paint);
    line
}

fn limit_line(event: &LimitEvent, colour: bool) -> String {
    let paint = Paint(colour);
    let value = match event.limit {
        Limit::Wall | Limit::Cpu => duration(event.value.saturating_mul(1000)),
        Limit::Memory => format!("{} bytes", event.value),
        Limit::Processes | Limit::OpenFiles => event.value.to_string(),
    };
    let mut line =
        format!("callgate: {}: {} = {value} is reached", paint.on(RED, "limit"), event.limit.name());
    if let Some(pid) = event.pid {
        let _ = write!(line, " by process {pid}");
    }
    line
}

fn verdict_style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Allow | Verdict::Log => YELLOW,
        _ => RED,
    }
}

fn verb(event: &CallEvent) -> &'static str {
    match (event.verdict, event.mode) {
        (Verdict::Allow, _) => "allowed",
        (Verdict::Log, _) => "logged",
        (Verdict::Deny, Mode::Enforce) => "denied",
        (Verdict::Deny, Mode::Observe) => "would deny",
        (Verdict::Trap, Mode::Enforce) => "trapped",
        (Verdict::Trap, Mode::Observe) => "would trap",
        (Verdict::KillThread, Mode::Enforce) => "killed a thread for",
        (Verdict::Kill, Mode::Enforce) => "killed for",
        (Verdict::Kill | Verdict::KillThread, Mode::Observe) => "would kill for",
    }
}

/// ` fs.read /object (given ../object) to node[4242]`, or ` exit_group(0) on x86_64 by a.out[4242]`.
fn push_subject(line: &mut String, event: &CallEvent, paint: Paint) {
    match (event.op, &event.target) {
        (Some(op), Some(Target { given, resolved })) => {
            let _ = write!(line, " {op} {}", paint.on(BOLD, &resolved.to_string()));
            if given != resolved {
                let _ = write!(line, " (given {given})");
            }
        }
        (op, target) => {
            let _ = write!(line, " {}", paint.on(BOLD, &call_text(&event.call)));
            let _ = write!(line, " on {}", printable(&event.call.arch));
            if let Some(op) = op {
                let _ = write!(line, " ({op})");
            }
            if let Some(target) = target {
                let _ = write!(line, " {}", target.resolved);
            }
        }
    }
    let preposition = if event.op.is_some() && !event.verdict.is_kill() { "to" } else { "by" };
    match &event.exe {
        Some(exe) => {
            let _ = write!(line, " {preposition} {}[{}]", exe.file_name(), event.pid);
        }
        None => {
            let _ = write!(line, " {preposition} process {}", event.pid);
        }
    }
}

fn push_rule(line: &mut String, event: &CallEvent) {
    match &event.rule {
        Some(rule) => {
            let _ = write!(line, ": {}", rule_text(rule));
        }
        None => line.push_str(": no rule allows it"),
    }
}

/// `rule fs.deny.all[1] at npm.toml:14`; where no rule of the policy but callgate itself refuses, its
/// reason.
pub fn rule_text(rule: &RuleRef) -> String {
    if let ("callgate", Some(reason)) = (rule.id.as_str(), &rule.reason) {
        return format!("callgate itself refuses it: {}", printable(reason));
    }
    let mut text =
        if rule.id == "default" { "the default".to_owned() } else { format!("rule {}", printable(&rule.id)) };
    if !rule.file.is_empty() {
        let _ = write!(text, " at {}", printable(&rule.file));
        if rule.line > 0 {
            let _ = write!(text, ":{}", rule.line);
        }
    }
    text
}

/// `openat(AT_FDCWD, "/x", O_RDONLY)`.
pub fn call_text(call: &Call) -> String {
    printable(&format!("{}({})", call.name, call.args.join(", ")))
}

/// `1 call`, `2 calls`.
pub fn counted(n: u64, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// Microseconds as people read them: `850 µs`, `12 ms`, `3.4 s`, `12 min 5 s`.
pub fn duration(us: u64) -> String {
    match us {
        0..1_000 => format!("{us} µs"),
        1_000..1_000_000 => format!("{} ms", us / 1_000),
        1_000_000..60_000_000 => format!("{}.{} s", us / 1_000_000, us / 100_000 % 10),
        _ => format!("{} min {} s", us / 60_000_000, us / 1_000_000 % 60),
    }
}

/// `SIGSYS` for 31, as on every architecture but mips, parisc, alpha and sparc.
pub fn signal_name(signal: i32) -> String {
    const NAMES: [&str; 31] = [
        "SIGHUP",
        "SIGINT",
        "SIGQUIT",
        "SIGILL",
        "SIGTRAP",
        "SIGABRT",
        "SIGBUS",
        "SIGFPE",
        "SIGKILL",
        "SIGUSR1",
        "SIGSEGV",
        "SIGUSR2",
        "SIGPIPE",
        "SIGALRM",
        "SIGTERM",
        "SIGSTKFLT",
        "SIGCHLD",
        "SIGCONT",
        "SIGSTOP",
        "SIGTSTP",
        "SIGTTIN",
        "SIGTTOU",
        "SIGURG",
        "SIGXCPU",
        "SIGXFSZ",
        "SIGVTALRM",
        "SIGPROF",
        "SIGWINCH",
        "SIGIO",
        "SIGPWR",
        "SIGSYS",
    ];
    let name = usize::try_from(signal).ok().and_then(|n| NAMES.get(n.checked_sub(1)?));
    name.map_or_else(|| format!("signal {signal}"), |name| (*name).to_owned())
}

#[derive(Clone, Copy)]
struct Paint(bool);

impl Paint {
    fn on(self, style: Style, text: &str) -> String {
        if self.0 { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{sample_call, samples};
    use crate::{Bytes, Totals};

    #[test]
    fn a_denial_is_one_line() {
        let mut event = sample_call();
        event.fix = Some("--without secrets".into());
        assert_eq!(
            denial_line(&event, false),
            "callgate: denied fs.read /home/u/.ssh/config (given ../.ssh/config) to node[4242]: rule \
             fs.deny.all[1] at npm.toml:14, EACCES (Permission denied); to allow it: --without secrets"
        );
        event.target = Some(Target { given: "/x".into(), resolved: "/x".into() });
        event.rule = None;
        event.exe = None;
        event.fix = None;
        assert_eq!(
            denial_line(&event, false),
            "callgate: denied fs.read /x to process 4242: no rule allows it, EACCES (Permission denied)"
        );
    }

    #[test]
    fn a_kill_names_call_address_and_rule() {
        let kill = samples().into_iter().find_map(|r| match r.event {
            Event::Call(call) if call.verdict.is_kill() => Some(call),
            _ => None,
        });
        assert_eq!(
            denial_line(&kill.unwrap(), false),
            "callgate: killed for openat(AT_FDCWD, \"../.ssh/config\", O_RDONLY) on x86_64 by process 4242: \
             rule secrets at preset:strict:3, called from 0xffffffffffffffff (/usr/lib/libc.so.6+0x1234); \
             to allow it: --syscall allow:exit_group"
        );
    }

    #[test]
    fn nothing_of_the_target_reaches_the_terminal() {
        let evil = "\u{1b}]0;x\u{7}\n\u{9b}31m\u{202e}";
        let mut event = sample_call();
        event.exe = Some(Bytes::from(evil));
        event.target = Some(Target { given: evil.into(), resolved: Bytes(b"/\xff\n".to_vec()) });
        event.fix = Some(format!("--read '{evil}'"));
        event.call = Call { name: evil.into(), arch: evil.into(), args: vec![evil.into()] };
        event.rule = Some(RuleRef { id: evil.into(), file: evil.into(), ..RuleRef::default() });
        let mut without_object = event.clone();
        without_object.op = None;
        without_object.target = None;
        for event in [event, without_object] {
            let repeated = Repeated { event: event.clone(), more: 1 };
            for text in
                [denial_line(&event, false), allowed_line(&event, false), repeated_line(&repeated, false)]
            {
                assert!(!text.chars().any(crate::bytes::is_unprintable), "{text:?}");
            }
        }
    }

    #[test]
    fn colour_only_adds_escapes() {
        for record in samples() {
            if let Event::Call(event) = record.event {
                let coloured = denial_line(&event, true);
                assert!(coloured.contains("\u{1b}["));
                let mut plain = String::new();
                let mut rest = coloured.as_str();
                while let Some((before, after)) = rest.split_once('\u{1b}') {
                    plain.push_str(before);
                    rest = after.split_once('m').unwrap().1;
                }
                plain.push_str(rest);
                assert_eq!(plain, denial_line(&event, false));
            }
        }
    }

    #[test]
    fn summaries() {
        let mut end = EndEvent {
            status: Some(Status::Code(3)),
            exit: 3,
            totals: Totals { judged: 1, denied: 2, killed: 0, notifications: 1 },
            us: 1_250_000,
            ..EndEvent::default()
        };
        assert_eq!(
            summary_line(&end),
            "callgate: 2 denials, 1 call judged, 1.2 s; the program exited with 3"
        );
        end.exit = 120;
        assert!(summary_line(&end).ends_with("exited with 3, callgate exits with 120"));
        end.status = Some(Status::Signal(31));
        end.exit = 121;
        end.totals.killed = 1;
        assert_eq!(
            summary_line(&end),
            "callgate: 2 denials, 1 killed, 1 call judged, 1.2 s; the program was ended by SIGSYS, callgate exits with 121"
        );
        end.mode = Mode::Observe;
        assert!(summary_line(&end).starts_with("callgate: 2 calls would have been denied, "));
        assert_eq!(signal_name(64), "signal 64");
        assert_eq!(signal_name(0), "signal 0");
        assert_eq!(duration(725_000_000), "12 min 5 s");
    }

    #[test]
    fn limits_and_repeats() {
        let limit = LimitEvent { limit: Limit::Wall, pid: None, value: 600_000 };
        assert_eq!(
            line(&Event::Limit(limit), false).unwrap(),
            "callgate: limit: wall = 10 min 0 s is reached"
        );
        let repeated = Repeated { event: sample_call(), more: 41 };
        assert_eq!(
            repeated_line(&repeated, false),
            "callgate: … and 41 more times: denied fs.read /home/u/.ssh/config (given ../.ssh/config) to node[4242]"
        );
    }
}
