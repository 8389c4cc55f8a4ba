//! Rules over calls.

use super::beside::Beside;
use super::objects::{place, spot};
use super::solve::{Undecided, solve};
use crate::diagnostic::quoted;
use crate::load::Findings;
use crate::model::{Compare, Condition, Policy, SyscallRule, SyscallTarget, Syscalls};
use callgate_abi::{Abi, SeccompData, Sysno, format_call};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// A rule's form for one call of one ABI.
type Use<'p> = (&'p SyscallRule, &'p SyscallTarget);

/// Pairs of conditions that are looked at closely, for contradictions and for rules without effect each.
const MOST_PAIRS: usize = 1 << 20;

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
    let examples: Vec<Vec<Example>> = calls
        .rules
        .iter()
        .map(|rule| rule.targets.iter().map(|target| Example::of(&target.when)).collect())
        .collect();
    impossible(calls, &examples, findings);
    for uses in by_call.values_mut() {
        uses.sort_by_key(|(rule, _)| std::cmp::Reverse(rule.action.rank()));
    }
    without_effect(calls, &examples, &by_call, findings);
}

/// Whether a condition can hold.
enum Example {
    /// For these registers it does.
    Args([u64; 6]),
    /// Never.
    None,
    /// It is too intricate to tell.
    Unknown,
}

impl Example {
    fn of(when: &Condition) -> Example {
        // Mostly what is compared with is an example, or its neighbour.
        let mut args = [0; 6];
        for comparison in when.comparisons() {
            let value = comparison.value;
            args[usize::from(comparison.arg)] = match comparison.op {
                Compare::Eq | Compare::Ge | Compare::Le => value,
                Compare::Ne => value ^ comparison.mask.unwrap_or(1),
                Compare::Gt => value.wrapping_add(1),
                Compare::Lt => value.wrapping_sub(1),
            };
        }
        if when.holds(&args) {
            return Example::Args(args);
        }
        match solve(&[when]) {
            Ok(Some(args)) => Example::Args(args),
            Ok(None) => Example::None,
            Err(Undecided) => Example::Unknown,
        }
    }
}

fn contradictions(by_call: &ByCall<'_>, findings: &mut Findings) {
    let mut reported = BTreeSet::new();
    let mut left = MOST_PAIRS;
    for ((_, nr), uses) in by_call {
        let mut ranks: BTreeMap<u8, Vec<&Use<'_>>> = BTreeMap::new();
        for one in uses {
            ranks.entry(one.0.action.rank()).or_default().push(one);
        }
        // What all say alike contradicts nothing, however many say it.
        ranks.retain(|_, uses| uses.iter().any(|(rule, _)| rule.action != uses[0].0.action));
        for uses in ranks.values() {
            let beside = Beside::new(uses.iter().map(|(_, target)| &target.when));
            for (index, (b, b_target)) in uses.iter().enumerate() {
                let before = beside.of(&b_target.when).into_iter().take_while(|place| *place < index);
                for (a, a_target) in before.map(|place| uses[place]).filter(|(a, _)| a.action != b.action) {
                    if left == 0 {
                        undecided(b, findings);
                        return;
                    }
                    left -= 1;
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
fn impossible(calls: &Syscalls, examples: &[Vec<Example>], findings: &mut Findings) {
    for (rule, examples) in calls.rules.iter().zip(examples) {
        if examples.iter().all(|example| matches!(example, Example::None)) {
            findings
                .warning(
                    &spot(&rule.origin),
                    format!("the rule {} can never take effect", quoted(&rule.origin.text)),
                )
                .expected("no argument satisfies this condition");
        }
    }
}

fn without_effect(
    calls: &Syscalls,
    examples: &[Vec<Example>],
    by_call: &ByCall<'_>,
    findings: &mut Findings,
) {
    let mut indices: BTreeMap<(Abi, u32), Beside> = BTreeMap::new();
    let mut left = MOST_PAIRS;
    for (rule, examples) in calls.rules.iter().zip(examples) {
        let mut by = Vec::new();
        let dead = rule.targets.iter().zip(examples).all(|(target, example)| {
            if matches!(example, Example::None) {
                return false;
            }
            let call = *places(target).start();
            let others = by_call.get(&call).map_or(&[][..], Vec::as_slice);
            let count = others.partition_point(|(other, _)| other.action.rank() > rule.action.rank());
            if count == 0 {
                return false;
            }
            let conditions = others.iter().map(|(_, other)| &other.when);
            let beside = indices.entry(call).or_insert_with(|| Beside::new(conditions));
            let mut stricter = beside
                .of(&target.when)
                .into_iter()
                .take_while(|place| *place < count)
                .map(|place| others[place])
                .filter(|(_, other)| other.numbers.end() >= target.numbers.end());
            let stricter = stricter.find(|(_, other)| {
                // It only warns: of more pairs than anybody writes it says nothing.
                left = left.saturating_sub(1);
                left > 0
                    && match example {
                        Example::Args(args) if !other.when.holds(args) => false,
                        _ => covers(&other.when, &target.when),
                    }
            });
            by.extend(stricter.map(|(other, _)| other));
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
