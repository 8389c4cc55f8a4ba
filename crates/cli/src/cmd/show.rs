//! `callgate show`.

use crate::failure::Failure;
use crate::flags::PolicyArgs;
use crate::terminal::{BOLD, Colour, DIM, Out, RED, YELLOW};
use crate::withheld::Withheld;
use crate::{enforce, exit, policies};
use callgate_abi::Abi;
use callgate_bpf::{Program, disasm};
use callgate_events::Mode;
use callgate_events::bytes::printable;
use callgate_events::text;
use callgate_plan::{Mechanism, Plan, PlannedCall, Reported, Treatment, arches};
use callgate_policy::model::{DefaultDecision, Origin};
use callgate_policy::{Decision, Operation, Policy, Report};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write;

/// Show what a policy means here: its rules and what enforces each, what is refused beside them, the filter
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct Args {
    /// Policy files or presets, as with -p
    #[arg(value_name = "FILE|PRESET")]
    names: Vec<String>,
    /// Print the policy as one TOML text, with everything that presets and files bring in
    #[arg(long, conflicts_with_all = ["plan", "filter", "json"])]
    resolved: bool,
    /// Only the plan: for each rule what enforces it, and why
    #[arg(long)]
    plan: bool,
    /// Only the filter
    #[arg(long, conflicts_with = "plan")]
    filter: bool,
    /// Of a run that refuses nothing (`run --observe`)
    #[arg(long, conflicts_with = "resolved")]
    observe: bool,
    /// For machines
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    withheld: Withheld,
    #[command(flatten)]
    policy: PolicyArgs,
}

pub(crate) fn run(args: &Args, colour: Colour, out: &mut Out) -> Result<u8, Failure> {
    let mut flags = args.policy.clone();
    flags.policies.extend(args.names.iter().cloned());
    let policy = policies::load(&flags, colour)?;
    if args.resolved {
        out.write_all(policy.resolved_toml().as_bytes())?;
        return Ok(exit::OK);
    }
    let abilities = args.withheld.apply(callgate::abilities());
    let anchors = callgate::anchors(&policy, None);
    let mode = if args.observe { Mode::Observe } else { Mode::Enforce };
    let plan = callgate::plan_for(&policy, &abilities, &anchors, enforce::ENGINE, mode);
    let filter = enforce::filter(&policy, &plan)?;
    let shown = Shown { policy: &policy, plan: &plan, filter: filter.as_ref() };
    if args.json {
        out.json(&shown.json())?;
        return Ok(exit::OK);
    }
    if args.filter {
        shown.listing(out)?;
        return Ok(exit::OK);
    }
    if args.plan {
        if plan.observed.is_some() {
            writeln!(out, "{BOLD}only observed{BOLD:#}: {OBSERVED}")?;
        }
        shown.costs(out)?;
    } else {
        shown.head(out)?;
    }
    shown.rules(args.plan, out)?;
    if args.plan {
        shown.cheaper(out)?;
    }
    shown.treated(out)?;
    shown.open(out)?;
    if !args.plan {
        writeln!(out)?;
        shown.listing(out)?;
    }
    Ok(exit::OK)
}

/// What can enforce a rule, cheapest first.
const MECHANISMS: [Mechanism; 5] = [
    Mechanism::BpfNumber,
    Mechanism::BpfArguments,
    Mechanism::Landlock,
    Mechanism::Notification,
    Mechanism::Ptrace,
];
/// What a run does that only observes.
const OBSERVED: &str = "nothing is refused, and what would be is reported";

struct Shown<'a> {
    policy: &'a Policy,
    plan: &'a Plan,
    filter: Option<&'a Program>,
}

impl Shown<'_> {
    fn head(&self, out: &mut Out) -> Result<(), Failure> {
        let sources: Vec<String> = self.policy.sources.iter().map(|s| printable(&s.name)).collect();
        let mut rows = Vec::new();
        let mut row = |name: &str, text: String| rows.push(vec![name.to_owned(), text]);
        if let Some(name) = &self.policy.name {
            row("name", printable(name));
        }
        row("from", sources.join(", "));
        row("files, net", format!("{}{}", self.default_word(), self.at(self.policy.default_origin.as_ref())));
        if let Some(syscalls) = &self.policy.syscalls {
            row(
                "calls",
                format!(
                    "{} unless a rule says otherwise{}",
                    syscalls.default,
                    self.at(syscalls.default_origin.as_ref())
                ),
            );
        } else {
            row("calls", "allowed, but for those treated below".to_owned());
        }
        row("arch", self.arch_words());
        let report = match self.policy.report {
            Report::All => "every judged call",
            Report::Denials => "refusals, redirects, faults",
            Report::None => "nothing but start and end",
        };
        row("reported", report.to_owned());
        if self.plan.observed.is_some() {
            row("only observed", OBSERVED.to_owned());
        }
        row(
            "supervisor",
            if self.plan.needs_listener || self.plan.nested {
                "needed".to_owned()
            } else {
                "not needed: the filter alone enforces it".to_owned()
            },
        );
        out.table(&rows)?;
        Ok(())
    }

    /// What the run costs: who enforces, at which price, and which calls come to anybody at all.
    fn costs(&self, out: &mut Out) -> Result<(), Failure> {
        let mut rows = Vec::new();
        let notified = self.plan.calls.iter().any(|call| call.treatment == Treatment::Notify);
        let used = |mechanism: &Mechanism| {
            (notified && *mechanism == Mechanism::Notification)
                || (self.plan.landlock_execute.is_some() && *mechanism == Mechanism::Landlock)
                || self.plan.rules.iter().chain(&self.plan.syscalls).any(|l| l.mechanism == *mechanism)
        };
        for mechanism in MECHANISMS.iter().filter(|mechanism| used(mechanism)) {
            rows.push(vec![mechanism.name().to_owned(), format!("adds {}", mechanism.cost())]);
        }
        let asked = self.plan.notified(Abi::NATIVE).len();
        let asked = match (asked, self.plan.needs_listener || self.plan.nested) {
            (0, false) => "none: there is no supervisor".to_owned(),
            (0, true) => "those that rules of [syscalls] name".to_owned(),
            (calls, _) => format!(
                "{}, listed below; with (…) only for certain arguments",
                text::counted(calls as u64, "call")
            ),
        };
        rows.push(vec!["asked".to_owned(), asked]);
        let unjudged = if self.plan.nested {
            "two stops, some 10 microseconds: another supervisor listens, and so the tracer looks at every call"
        } else {
            "as natively"
        };
        rows.push(vec!["all else".to_owned(), unjudged.to_owned()]);
        let silent: Vec<&str> =
            Operation::ALL.iter().filter(|op| self.plan.denies_silently(**op)).map(|op| op.name()).collect();
        if !silent.is_empty() {
            let words =
                format!("denials of {} by Landlock; `callgate why` asks about one", silent.join(", "));
            rows.push(vec!["not told".to_owned(), words]);
        }
        out.table(&rows)?;
        Ok(())
    }

    /// What would move rules to a cheaper mechanism.
    fn cheaper(&self, out: &mut Out) -> Result<(), Failure> {
        let mut entries: Vec<(&str, Vec<String>)> = Vec::new();
        for lowered in &self.plan.rules {
            let (Some(cheaper), Some(rule)) = (&lowered.cheaper, self.policy.rules.get(lowered.rule)) else {
                continue;
            };
            let id = printable(&rule.origin.id);
            match entries.iter_mut().find(|(known, _)| known == cheaper) {
                Some((_, ids)) => ids.push(id),
                None => entries.push((cheaper, vec![id])),
            }
        }
        if entries.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n{BOLD}what would make it cheaper{BOLD:#}")?;
        for (cheaper, mut ids) in entries {
            ids.dedup();
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            writeln!(out, "  {}\n      {DIM}{}{DIM:#}", abridged(&ids), printable(cheaper))?;
        }
        Ok(())
    }

    fn default_word(&self) -> &'static str {
        match self.policy.default {
            Some(DefaultDecision::Deny) => "denied unless a rule allows it",
            Some(DefaultDecision::Allow) => "allowed unless a rule denies it",
            None => "not judged",
        }
    }

    fn arch_words(&self) -> String {
        let listed = arches(self.policy);
        let names: Vec<&str> = listed.iter().map(|abi| abi.name()).collect();
        let bad = self.policy.syscalls.as_ref().map_or_else(|| "kill".to_owned(), |s| s.bad_arch.to_string());
        let x32 =
            if listed.contains(&Abi::X32) || !listed.contains(&Abi::X86_64) { "" } else { ", x32 with them" };
        format!("{}; calls of any other get {bad}{x32}", names.join(", "))
    }

    fn at(&self, origin: Option<&Origin>) -> String {
        origin.map_or_else(String::new, |origin| format!(" ({})", policies::place(self.policy, origin)))
    }

    fn rules(&self, reasons: bool, out: &mut Out) -> Result<(), Failure> {
        if !self.policy.rules.is_empty() {
            writeln!(out, "\n{BOLD}rules for files and addresses{BOLD:#}")?;
            // A list with one id is one entry with many patterns.
            let mut entries: Vec<(Vec<String>, Vec<&str>, Option<String>)> = Vec::new();
            for (n, rule) in self.policy.rules.iter().enumerate() {
                let lowered = self.plan.rules.iter().find(|l| l.rule == n);
                let head = vec![
                    format!("  {}", lowered.map_or("-", |l| l.mechanism.name())),
                    decision_word(rule.decision),
                    operations(&rule.operations),
                    format!(
                        "{} [{}]",
                        policies::place(self.policy, &rule.origin),
                        printable(&rule.origin.id)
                    ),
                ];
                let why = if reasons {
                    lowered.map(|l| match l.reported {
                        Reported::Nothing => l.reason.clone(),
                        reported => format!("{}; {} are told", l.reason, reported.name()),
                    })
                } else {
                    rule.origin.reason.clone()
                };
                match entries.last_mut() {
                    Some((last, texts, reason)) if *last == head && *reason == why => {
                        texts.push(&rule.origin.text);
                    }
                    _ => entries.push((head, vec![&rule.origin.text], why)),
                }
            }
            let rows: Vec<Vec<String>> = entries
                .into_iter()
                .map(|(mut row, texts, why)| {
                    row.insert(3, abridged(&texts));
                    row.extend(why.as_deref().map(printable));
                    row
                })
                .collect();
            out.table(&rows)?;
        }
        self.syscall_rules(reasons, out)?;
        let redirects: Vec<Vec<String>> = self
            .policy
            .fs_redirects
            .iter()
            .map(|r| {
                vec![
                    format!("  {}", printable(&r.origin.text)),
                    format!("-> {}", crate::failure::shown(&r.to)),
                    policies::place(self.policy, &r.origin),
                ]
            })
            .collect();
        if !redirects.is_empty() {
            writeln!(out, "\n{BOLD}redirects{BOLD:#}")?;
            out.table(&redirects)?;
        }
        Ok(())
    }

    fn syscall_rules(&self, reasons: bool, out: &mut Out) -> Result<(), Failure> {
        let Some(syscalls) = &self.policy.syscalls else { return Ok(()) };
        writeln!(out, "\n{BOLD}rules for calls{BOLD:#}")?;
        // A group is one entry of the policy, but a rule for each of its calls.
        let mut entries: Vec<(usize, usize)> = Vec::new();
        for (n, rule) in syscalls.rules.iter().enumerate() {
            match entries.last_mut() {
                Some((first, calls)) if syscalls.rules[*first].origin == rule.origin => *calls += 1,
                _ => entries.push((n, 1)),
            }
        }
        let rows: Vec<Vec<String>> = entries
            .into_iter()
            .map(|(first, calls)| {
                let rule = &syscalls.rules[first];
                let origin = &rule.origin;
                let lowered = self.plan.syscalls.iter().find(|l| l.rule == first);
                let calls = if calls > 1 { format!(" ({calls} calls)") } else { String::new() };
                let why = if reasons { lowered.map(|l| l.reason.as_str()) } else { origin.reason.as_deref() };
                let mut row = vec![
                    format!("  {}", lowered.map_or("-", |l| l.mechanism.name())),
                    rule.action.to_string(),
                    format!("{}{calls}", printable(&origin.text)),
                    policies::place(self.policy, origin),
                ];
                row.extend(why.map(printable));
                row
            })
            .collect();
        out.table(&rows)?;
        Ok(())
    }

    /// The calls that the rules on files and addresses need treated, many of them side doors.
    fn treated(&self, out: &mut Out) -> Result<(), Failure> {
        let [asked, traced, refused] = self.by_reason();
        let performs = if self.plan.observed.is_some() {
            "calls the supervisor performs, or only reports"
        } else {
            "calls the supervisor performs"
        };
        for (title, groups) in [
            (performs, asked),
            ("calls the program performs as the tracer rewrote them", traced),
            ("side doors closed by the filter", refused),
        ] {
            if groups.is_empty() {
                continue;
            }
            writeln!(out, "\n{BOLD}{title}{BOLD:#}")?;
            for ((answer, reason), names) in groups {
                let answer = if answer.is_empty() { String::new() } else { format!("{answer}: ") };
                writeln!(out, "  {answer}{}\n      {DIM}{reason}{DIM:#}", names.join(" "))?;
            }
        }
        Ok(())
    }

    fn by_reason(&self) -> [Groups<'_>; 3] {
        let [mut asked, mut traced, mut refused] = [const { Groups::new() }; 3];
        for call in &self.plan.calls {
            let (groups, answer) = match call.treatment {
                Treatment::Notify | Treatment::Entry(_) => (&mut asked, String::new()),
                Treatment::Trace(_) => (&mut traced, String::new()),
                Treatment::Errno(errno) => (&mut refused, errno.to_string()),
            };
            let names = groups.entry((answer, call.reason)).or_default();
            let name = treated_name(call);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        [asked, traced, refused]
    }

    fn open(&self, out: &mut Out) -> Result<(), Failure> {
        for (title, style, items) in [
            ("not enforced here: run refuses to start", RED, &self.plan.unenforced),
            ("left open", YELLOW, &self.plan.gaps),
        ] {
            if items.is_empty() {
                continue;
            }
            writeln!(out, "\n{style}{title}{style:#}")?;
            for item in items {
                writeln!(
                    out,
                    "  {}{}: {}",
                    printable(&item.id),
                    self.at(item.origin.as_ref()),
                    printable(&item.reason)
                )?;
            }
        }
        Ok(())
    }

    fn listing(&self, out: &mut Out) -> Result<(), Failure> {
        match self.filter {
            None => writeln!(out, "{BOLD}filter{BOLD:#}: none is needed")?,
            Some(filter) => {
                writeln!(
                    out,
                    "{BOLD}filter{BOLD:#}: {} instructions for {} (run adds the exception for its own launch)",
                    filter.len(),
                    self.arch_words()
                )?;
                out.write_all(disasm::listing(filter).as_bytes())?;
            }
        }
        Ok(())
    }

    fn json(&self) -> Value {
        let policy = self.policy;
        let rules: Vec<Value> = policy
            .rules
            .iter()
            .enumerate()
            .map(|(n, rule)| {
                let lowered = self.plan.rules.iter().find(|l| l.rule == n);
                json!({
                    "rule": policies::rule_ref(policy, &rule.origin),
                    "operations": rule.operations.iter().map(|op| op.name()).collect::<Vec<_>>(),
                    "decision": decision_word(rule.decision),
                    "mechanism": lowered.map(|l| l.mechanism.name()),
                    "why": lowered.map(|l| &l.reason),
                    "cost": lowered.map(|l| l.mechanism.cost()),
                    "reported": lowered.map(|l| l.reported.name()),
                    "cheaper": lowered.and_then(|l| l.cheaper.as_ref()),
                })
            })
            .collect();
        let calls: Vec<Value> = policy
            .syscalls
            .iter()
            .flat_map(|syscalls| syscalls.rules.iter().enumerate())
            .map(|(n, rule)| {
                let lowered = self.plan.syscalls.iter().find(|l| l.rule == n);
                json!({
                    "rule": policies::rule_ref(policy, &rule.origin),
                    "call": rule.name,
                    "action": rule.action.to_string(),
                    "mechanism": lowered.map(|l| l.mechanism.name()),
                    "why": lowered.map(|l| &l.reason),
                    "cost": lowered.map(|l| l.mechanism.cost()),
                    "reported": lowered.map(|l| l.reported.name()),
                    "cheaper": lowered.and_then(|l| l.cheaper.as_ref()),
                })
            })
            .collect();
        let treated: Vec<Value> = self
            .plan
            .calls
            .iter()
            .map(|call| {
                let answer = match call.treatment {
                    Treatment::Notify => "notify".to_owned(),
                    Treatment::Trace(_) => "trace".to_owned(),
                    Treatment::Entry(_) => "entry".to_owned(),
                    Treatment::Errno(errno) => errno.to_string(),
                };
                json!({
                    "call": call.sysno.to_string(), "arch": call.sysno.abi.name(), "answer": answer,
                    "conditional": !call.when.is_empty(), "why": call.reason,
                })
            })
            .collect();
        let items = |list: &[callgate_plan::Unenforced]| -> Vec<Value> {
            list.iter()
                .map(|item| {
                    let rule = item.origin.as_ref().map(|origin| policies::rule_ref(policy, origin));
                    json!({ "id": item.id, "rule": rule, "reason": item.reason })
                })
                .collect()
        };
        json!({
            "name": policy.name,
            "mode": if self.plan.observed.is_some() { Mode::Observe } else { Mode::Enforce },
            "sources": policy.sources.iter().map(|s| &s.name).collect::<Vec<_>>(),
            "default": match policy.default {
                Some(DefaultDecision::Allow) => Some("allow"),
                Some(DefaultDecision::Deny) => Some("deny"),
                None => None,
            },
            "arch": arches(policy).iter().map(|abi| abi.name()).collect::<Vec<_>>(),
            "rules": rules,
            "calls": calls,
            "treated": treated,
            "notified": self.plan.notified(Abi::NATIVE),
            "traced": self.plan.traced,
            "silent": Operation::ALL
                .iter()
                .filter(|op| self.plan.denies_silently(**op))
                .map(|op| op.name())
                .collect::<Vec<_>>(),
            "unenforced": items(&self.plan.unenforced),
            "gaps": items(&self.plan.gaps),
            "supervisor": self.plan.needs_listener || self.plan.nested,
            "instructions": self.filter.map_or(0, Program::len),
            "filter": self.filter.map(disasm::listing),
        })
    }
}

/// Names of calls by answer and reason.
type Groups<'a> = BTreeMap<(String, &'a str), Vec<String>>;

/// The call's name; with a mark where only some of its calls are treated.
fn treated_name(call: &PlannedCall) -> String {
    if call.when.is_empty() { call.sysno.to_string() } else { format!("{}(…)", call.sysno) }
}

/// Patterns as long as they fit in a column; `--resolved` and `--json` have all.
fn abridged(texts: &[&str]) -> String {
    const WIDTH: usize = 44;
    let mut line = String::new();
    for (n, text) in texts.iter().enumerate() {
        let text = printable(text);
        if n > 0 && line.chars().count() + 1 + text.chars().count() > WIDTH {
            let _ = write!(line, " … {} more", texts.len() - n);
            break;
        }
        if n > 0 {
            line.push(' ');
        }
        line.push_str(&text);
    }
    line
}

fn operations(operations: &[Operation]) -> String {
    operations.iter().map(|op| op.name()).collect::<Vec<_>>().join(",")
}

fn decision_word(decision: Decision) -> String {
    match decision {
        Decision::Allow => "allow".to_owned(),
        Decision::Log => "log".to_owned(),
        Decision::Ask => "ask".to_owned(),
        Decision::Deny(errno) => format!("deny {errno}"),
    }
}
