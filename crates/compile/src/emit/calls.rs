//! A policy's `[syscalls]` by the names of calls, which is how profiles and units speak.

use super::{Format, Options, WriteError, unsayable};
use callgate_abi::{Abi, Action, Call, Sysno, syscalls};
use callgate_policy::import::{Test, door};
use callgate_policy::model::{Compare, Condition, SyscallRule};
use callgate_policy::{Origin, Syscalls};
use std::collections::BTreeMap;

/// What one call gets, whatever ABI has it.
#[derive(Debug)]
pub(super) struct Said<'p> {
    /// The call.
    pub(super) name: &'static str,
    /// The rule to blame when a form cannot say it.
    pub(super) rule: &'p Origin,
    /// For each listed ABI that has the call, which answers it gives where; no two hold together, and one
    /// that holds always stands alone. Where none holds it is the default.
    pub(super) on: Vec<(Abi, Vec<(Action, Condition)>)>,
}

/// All calls that rules speak of, by name.
pub(super) fn said<'p>(calls: &'p Syscalls, format: Format) -> Result<Vec<Said<'p>>, WriteError> {
    let mut by_name: BTreeMap<&'static str, BTreeMap<Abi, Rules<'p>>> = BTreeMap::new();
    for rule in &calls.rules {
        for target in &rule.targets {
            let Some(name) = target.call().and_then(Sysno::name) else {
                let (first, last) = (target.numbers.start(), target.numbers.end());
                let numbers = if first == last { first.to_string() } else { format!("{first} to {last}") };
                let what = format!(
                    "{numbers} of {} has no name that is known, and {format} takes names only",
                    target.abi
                );
                return Err(unsayable(format, Some(&rule.origin), what, "leave the rule out"));
            };
            by_name.entry(name).or_default().entry(target.abi).or_default().push((rule, &target.when));
        }
    }
    let mut all = Vec::new();
    for (name, mut on) in by_name {
        let rule = on.values().flatten().next().map(|(rule, _)| &rule.origin);
        let Some(rule) = rule else { continue };
        let mut said = Said { name, rule, on: Vec::new() };
        for abi in &calls.arches {
            let Some(call) = Call::from_name(name).and_then(|call| call.on(*abi)) else { continue };
            let rules = on.remove(abi).unwrap_or_default();
            said.on.push((*abi, answers(rules, calls.default_of(call))));
        }
        all.push(said);
    }
    Ok(all)
}

type Rules<'p> = Vec<(&'p SyscallRule, &'p Condition)>;

/// Of the rules that match the strictest answers, as places that exclude each other.
fn answers(mut rules: Rules<'_>, default: Action) -> Vec<(Action, Condition)> {
    rules.sort_by_key(|(rule, _)| std::cmp::Reverse(rule.action.rank()));
    let mut places: Vec<(Action, Condition)> = Vec::new();
    // What no rule yet speaks of.
    let mut rest = Condition::ALWAYS;
    for (rule, when) in rules {
        let here = Condition::all([(*when).clone(), rest.clone()]);
        rest = Condition::all([rest, when.negated()]);
        match places.iter_mut().find(|(action, _)| *action == rule.action) {
            Some((_, place)) => *place = Condition::any([std::mem::replace(place, Condition::NEVER), here]),
            None => places.push((rule.action, here)),
        }
        if when.is_always() {
            break;
        }
    }
    places.retain(|(_, place)| place.meets(&Condition::ALWAYS));
    // What is said of all calls needs no condition, however it was put together.
    if let [(_, place)] = &mut places[..]
        && !place.negated().meets(&Condition::ALWAYS)
    {
        *place = Condition::ALWAYS;
    }
    places.retain(|(action, place)| *action != default || !place.is_always());
    places
}

/// The calls of the listed ABIs that no rule speaks of, and what they get, where that is not what names
/// that nobody knows get.
pub(super) fn unsaid(calls: &Syscalls) -> Vec<(&'static str, Action)> {
    let Some(unknown) = calls.unknown else { return Vec::new() };
    let mut names: Vec<&'static str> = Vec::new();
    for abi in &calls.arches {
        names.extend(
            syscalls::of_abi(*abi)
                .filter(|(nr, _)| unknown.knows(Sysno { abi: *abi, nr: *nr }))
                .map(|(_, name)| name),
        );
    }
    names.sort_unstable();
    names.dedup();
    let ruled = |name: &&str| {
        calls
            .rules
            .iter()
            .flat_map(|rule| &rule.targets)
            .any(|target| target.call().and_then(Sysno::name) == Some(*name))
    };
    names.into_iter().filter(|name| !ruled(name)).map(|name| (name, calls.default)).collect()
}

/// libseccomp, which makes the filters of profiles and units, answers `socketcall` and `ipc` along with
/// the calls behind them. That the policy says so too, or a rule of its own for them that overrules it.
pub(super) fn doors(
    said: &[Said<'_>],
    calls: &Syscalls,
    format: Format,
    options: &Options,
    remarks: &mut Vec<String>,
) -> Result<(), WriteError> {
    for one in said {
        for (abi, places) in &one.on {
            let Some(door) = door(*abi, one.name) else { continue };
            let behind = said.iter().find(|other| other.name == door.call);
            let behind = behind.and_then(|other| other.on.iter().find(|(other, _)| other == abi));
            let behind = behind.map_or(&[][..], |(_, places)| places.as_slice());
            // A rule without conditions overrules what comes along.
            if matches!(behind, [(_, when)] if when.is_always()) {
                continue;
            }
            let number =
                Test { arg: 0, low: false, mask: None, op: Compare::Eq, value: door.number }.on(*abi);
            for (action, when) in places {
                let own = behind.iter().find(|(other, _)| other == action).map(|(_, when)| when);
                let says_so = own.is_some_and(|own| !number.meets(&own.negated()));
                if says_so && when.is_always() {
                    continue;
                }
                let through = format!("{}(call == {})", door.call, door.number);
                if options.stricter
                    && when.is_always()
                    && action.rank() > calls.default.rank()
                    && behind.is_empty()
                {
                    remarks.push(format!("{through} on {abi} gets {action} there, as {} does", one.name));
                    continue;
                }
                let what =
                    format!("on {abi} {through} is {} too, and libseccomp answers both alike", one.name);
                let fix = format!(
                    "say `{through}` in the same list, say {} without a condition, or leave {abi} out of `arch`",
                    door.call
                );
                return Err(unsayable(format, Some(one.rule), what, fix));
            }
        }
    }
    Ok(())
}
