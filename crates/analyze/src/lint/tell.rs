//! How a rule says what it found.

use super::kernel::{Call, Surface};
use super::look::Look;
use super::report::{Finding, Passed, Severity, Undecided, Witness};
use crate::diagram::{Bounded, Leaf};
use crate::limits::Reason;
use callgate_abi::{Abi, Action, Errno, SeccompData, Sysno};

/// What is to be said.
pub(crate) struct Found {
    pub(crate) severity: Severity,
    pub(crate) abi: Abi,
    pub(crate) calls: Vec<String>,
    pub(crate) message: String,
    pub(crate) fix: String,
    pub(crate) witness: SeccompData,
}

impl Look<'_> {
    pub(crate) fn find(&mut self, found: Found) {
        self.find_at(found, None);
    }

    /// Says what was found; of several ABIs once.
    pub(crate) fn find_at(&mut self, found: Found, passes: Option<Passed>) {
        let Found { severity, abi, calls, message, fix, witness } = found;
        let rule = self.rule;
        let known = self.report.findings.iter_mut().find(|known| {
            known.rule.code == rule.code
                && known.severity == severity
                && known.calls == calls
                && known.message == message
                && known.fix == fix
        });
        if let Some(known) = known {
            if !known.abis.contains(&abi) {
                known.abis.push(abi);
            }
            return;
        }
        let Some(gets) = self.action(&witness) else { return };
        let witness = Some(Witness { call: witness, gets, passes });
        let abis = if passes.is_some() { Vec::new() } else { vec![abi] };
        self.report.findings.push(Finding { rule, severity, abis, calls, message, fix, witness });
    }

    /// Says what no call can show.
    pub(crate) fn find_without_call(&mut self, severity: Severity, message: String, fix: String) {
        let rule = self.rule;
        let (abis, calls) = (Vec::new(), Vec::new());
        self.report.findings.push(Finding { rule, severity, abis, calls, message, fix, witness: None });
    }

    /// Says which calls get an action of a kind.
    pub(crate) fn find_action(
        &mut self,
        wanted: impl Fn(Action) -> bool + Copy,
        severity: Severity,
        one: &str,
        several: &str,
        fix: &str,
    ) -> Bounded<()> {
        self.each_surface(|look, surface| look.find_action_on(surface, wanted, severity, [one, several], fix))
    }

    /// Says which calls of an ABI get an action of a kind.
    pub(crate) fn find_action_on(
        &mut self,
        surface: &Surface,
        wanted: impl Fn(Action) -> bool + Copy,
        severity: Severity,
        [one, several]: [&str; 2],
        fix: &str,
    ) -> Bounded<()> {
        let (mut names, mut witness) = (Vec::new(), None);
        let by_default = self.actions(surface.default).into_iter().any(|(_, action)| wanted(action));
        for call in surface.notable_first() {
            let gets = self.actions(call.decision).into_iter().any(|(_, action)| wanted(action));
            if !gets || names.contains(&call.name()) {
                continue;
            }
            let Some(data) = self.getting(&call, wanted)? else { continue };
            witness.get_or_insert(data);
            if !by_default || call.decision != surface.default {
                names.push(call.name());
            }
        }
        if witness.is_none() {
            witness = self.getting(&surface.next, wanted)?;
        }
        let Some(witness) = witness else { return Ok(()) };
        let what = match (by_default, names.is_empty()) {
            (true, true) => "calls that the filter does not name".to_owned(),
            (true, false) => format!("calls that the filter does not name, and {}", listed(&names)),
            (false, _) => listed(&names),
        };
        let does = if by_default || names.len() > 1 { several } else { one };
        let message = format!("{what} {does}");
        self.find(Found { severity, abi: surface.abi, calls: names, message, fix: fix.to_owned(), witness });
        Ok(())
    }

    /// Says which calls get a return value of a kind, as the filter has it.
    pub(crate) fn find_returns(
        &mut self,
        wanted: impl Fn(u32) -> bool,
        severity: Severity,
        say: impl Fn(u32) -> String,
        fix: &str,
    ) -> Bounded<()> {
        let returns = self.returns;
        for (at, leaf) in self.d().leaves_of(returns) {
            let Leaf::Ret(ret) = leaf else { continue };
            if !wanted(ret) {
                continue;
            }
            let condition = self.d().leading_to(returns, u32::MAX, at)?;
            let Some(witness) = self.example_of(condition)? else { continue };
            let call = witness.abi().map(|abi| Sysno { abi, nr: witness.nr as u32 });
            let name = call.map_or_else(|| format!("number {}", witness.nr), |call| call.to_string());
            let abi = witness.abi().unwrap_or(self.kernels()[0].main.abi);
            let message = format!("{name}, for one, gets {}", say(ret));
            self.find(Found { severity, abi, calls: vec![name], message, fix: fix.to_owned(), witness });
        }
        Ok(())
    }

    /// Whether a finding of this area names a call already.
    pub(crate) fn is_found(&self, area: &str, abi: Abi, call: &str) -> bool {
        self.report.findings.iter().any(|found| {
            found.rule.code.starts_with(area)
                && found.abis.contains(&abi)
                && found.calls.iter().any(|known| known == call)
        })
    }

    /// Says which of these calls run: a note, for calls that are dangerous whatever else is refused.
    pub(crate) fn find_running(&mut self, names: &[&str], what: &str, fix: &str) -> Bounded<()> {
        let mut parts = Vec::new();
        self.each_surface(|look, surface| {
            if look.is_general(surface) {
                parts.extend(look.running_of(surface, names)?);
            }
            Ok(())
        })?;
        let say =
            |names: &[String]| format!("{} {}: {what}", listed(names), verb(names.len(), "runs", "run"));
        self.find_all(Severity::Note, &parts, say, fix);
        Ok(())
    }

    /// Says one thing of calls of several ABIs.
    pub(crate) fn find_all(
        &mut self,
        severity: Severity,
        parts: &[(Call, SeccompData)],
        say: impl Fn(&[String]) -> String,
        fix: &str,
    ) {
        let mut calls: Vec<String> = Vec::new();
        for (call, _) in parts {
            if !calls.contains(&call.name()) {
                calls.push(call.name());
            }
        }
        // Of nothing nothing is said.
        let message = if calls.is_empty() { return } else { say(&calls) };
        for (call, witness) in parts {
            self.find(Found {
                severity,
                abi: call.sysno.abi,
                calls: calls.clone(),
                message: message.clone(),
                fix: fix.to_owned(),
                witness: *witness,
            });
        }
    }

    /// Says that no rule could be judged wholly.
    pub(super) fn all_undecided(&mut self) {
        let rules = super::RULES.to_vec();
        self.report.undecided.push(Undecided { rules, calls: None, reason: Reason::Limits });
    }

    /// Says that the rule could not be judged.
    pub(crate) fn undecided(&mut self, reason: Reason) {
        let rule = self.rule;
        let known =
            self.report.undecided.iter_mut().find(|known| known.calls.is_none() && known.reason == reason);
        match known {
            Some(known) if known.rules.iter().any(|known| known.code == rule.code) => {}
            Some(known) => known.rules.push(rule),
            None => self.report.undecided.push(Undecided { rules: vec![rule], calls: None, reason }),
        }
    }
}

/// Whether an errno tells a library that the kernel lacks the call.
pub(crate) fn says_missing(action: Action) -> bool {
    action == Action::Errno(Errno::ENOSYS)
}

/// Names for a message, of many only the first.
pub(crate) fn listed<S: AsRef<str>>(names: &[S]) -> String {
    const MOST: usize = 8;
    let shown: Vec<&str> = names.iter().take(MOST).map(AsRef::as_ref).collect();
    match names.len().saturating_sub(MOST) {
        0 => match &shown[..] {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [all @ .., last] => format!("{} and {last}", all.join(", ")),
        },
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

/// `runs` for one, `run` for several.
pub(crate) fn verb<'w>(count: usize, one: &'w str, several: &'w str) -> &'w str {
    if count == 1 { one } else { several }
}

/// Numbers for a message, those that follow one another as one range.
pub(crate) fn ranges(numbers: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => ranges.push((*number, *number)),
        }
    }
    let range = |(first, last): &(usize, usize)| {
        if first == last { first.to_string() } else { format!("{first}-{last}") }
    };
    listed(&ranges.iter().map(range).collect::<Vec<_>>())
}
