//! Rules over calls.

use super::objects::{place, spot};
use super::solve::{Undecided, solve};
use crate::diagnostic::quoted;
use crate::load::Findings;
use crate::model::{Condition, Policy, SyscallRule, SyscallTarget, Syscalls};
use callgate_abi::{Abi, SeccompData, Sysno, format_call};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// A rule's form for one call of one ABI.
type Use<'p> = (&'p SyscallRule, &'p SyscallTarget);

/// What is said of a call, where something begins to be said: rules that have a number in common have the first number
/// of one of them in common.
type ByCall<'p> = BTreeMap<(Abi, u32), Vec<Use<'p>>>;

fn places(target: &SyscallTarget) -> RangeInclusive<(Abi, u32)> {
    (target.abi, *target.numbers.start())..=(target.abi, *target.numbers.end())
}

/// Reports contradictions, conditions that never hold, and rules without effect.
pub(super) fn check(policy: &Policy, findings: &mut Findings) {
    let Some(calls) = &policy.syscalls else { return };
    let mut by_call = ByCall::new();
    for target in calls.rules.iter().flat_map(|rule| &rule.targets) {
        by_call.insert((target.abi, *target.numbers.start()), Vec::new());
    }
    for rule in &calls.rules {
        for target in &rule.targets {
            let here = by_call.range_mut(places(target));
            here.for_each(|(_, uses)| uses.push((rule, target)));
        }
    }
    contradictions(&by_call, findings);
    impossible(calls, findings);
    for uses in by_call.values_mut() {
        uses.sort_by_key(|(rule, _)| std::cmp::Reverse(rule.action.rank()));
    }
    without_effect(calls, &by_call, findings);
}

fn contradictions(by_call: &ByCall<'_>, findings: &mut Findings) {
    let mut reported = BTreeSet::new();
    for ((_, nr), uses) in by_call {
        let mut ranks: BTreeMap<u8, Vec<&Use<'_>>> = BTreeMap::new();
        for one in uses {
            ranks.entry(one.0.action.rank()).or_default().push(one);
        }
        // What all say alike contradicts nothing, however many say it.
        ranks.retain(|_, uses| uses.iter().any(|(rule, _)| rule.action != uses[0].0.action));
        for uses in ranks.values() {
            for (index, (b, b_target)) in uses.iter().enumerate() {
                for (a, a_target) in uses[..index].iter().filter(|(a, _)| a.action != b.action) {
                    let pair = (spot(&a.origin), spot(&b.origin), &b.name);
                    if reported.contains(&pair) {
                        continue;
                    }
                    match solve(&[&a_target.when, &b_target.when]) {
                        Ok(None) => continue,
                        Ok(Some(args)) => {
                            let other = place(&a.origin, findings);
                            let example = example(b_target, *nr, args);
                            findings
                                .error(
                                    &spot(&b.origin),
                                    format!("two rules match {} and answer differently", quoted(&example)),
                                )
                                .expected(format!("this answers {}", b.action))
                                .related(other, format!("this answers {}", a.action))
                                .help("let the conditions exclude each other, or give both one answer");
                        }
                        Err(Undecided) => undecided(b, findings),
                    }
                    reported.insert(pair);
                }
            }
        }
    }
}

/// A call as a person reads it, with its ABI where it is not the native one.
fn example(target: &SyscallTarget, nr: u32, args: [u64; 6]) -> String {
    let data = SeccompData { nr: nr as i32, arch: target.abi.audit_arch(), instruction_pointer: 0, args };
    let call = format_call(&data);
    if target.abi == Abi::NATIVE { call } else { format!("{call} on {}", target.abi) }
}

fn undecided(rule: &SyscallRule, findings: &mut Findings) {
    findings
        .error(
            &spot(&rule.origin),
            format!("{} is too intricate to compare with other rules", quoted(&rule.origin.text)),
        )
        .expected("expected fewer comparisons")
        .help("split it into several entries");
}

/// Warns of a condition that holds on no ABI.
fn impossible(calls: &Syscalls, findings: &mut Findings) {
    for rule in &calls.rules {
        if rule.targets.iter().all(|target| solve(&[&target.when]) == Ok(None)) {
            findings
                .warning(
                    &spot(&rule.origin),
                    format!("the rule {} can never take effect", quoted(&rule.origin.text)),
                )
                .expected("no argument satisfies this condition");
        }
    }
}

fn without_effect(calls: &Syscalls, by_call: &ByCall<'_>, findings: &mut Findings) {
    for rule in &calls.rules {
        let mut by = Vec::new();
        let dead = rule.targets.iter().all(|target| {
            if solve(&[&target.when]) == Ok(None) {
                return false;
            }
            let others = by_call.get(places(target).start()).map_or(&[][..], Vec::as_slice);
            let mut stricter =
                others.iter().take_while(|(other, _)| other.action.rank() > rule.action.rank());
            let stricter = stricter.find(|(_, other)| {
                other.numbers.end() >= target.numbers.end() && covers(&other.when, &target.when)
            });
            by.extend(stricter.map(|(other, _)| *other));
            stricter.is_some()
        });
        // Members of a group are taken in by a stricter rule on purpose.
        let grouped = rule.origin.text.starts_with('@');
        if let (true, false, Some(other)) = (dead, grouped, by.first()) {
            let other = place(&other.origin, findings);
            findings
                .warning(
                    &spot(&rule.origin),
                    format!("the rule {} can never take effect", quoted(&rule.origin.text)),
                )
                .expected("of all matching rules the strictest wins")
                .related(other, "stricter, and matches it all");
        } else if !grouped && rule.action == calls.default && !dead {
            let alone = rule
                .targets
                .iter()
                .all(|target| by_call.range(places(target)).all(|(_, uses)| uses.len() == 1));
            if alone {
                let call = rule.targets.first().and_then(SyscallTarget::call).and_then(Sysno::name);
                let call = call.unwrap_or(&rule.name);
                findings.remark(
                    &spot(&rule.origin),
                    format!(
                        "the rule {} changes nothing: {call} gets {} by default",
                        quoted(&rule.origin.text),
                        calls.default
                    ),
                );
            }
        }
    }
}

/// Whether `wide` holds wherever `narrow` does.
fn covers(wide: &Condition, narrow: &Condition) -> bool {
    wide.is_always() || solve(&[narrow, &wide.negated()]) == Ok(None)
}
