//! Rules over files and addresses.

use crate::diagnostic::{Place, quoted};
use crate::load::{Findings, POLICY_FILES, Spot};
use crate::model::{Decision, DefaultDecision, Matcher, Origin, Policy, Rule, Via};
use crate::object::{Object, Operation};
use crate::pattern::{AddressPattern, PathPattern, TooLarge};
use std::borrow::Cow;
use std::collections::HashMap;

/// Drops what several texts say alike, and reports contradictions and rules without effect.
pub(super) fn check(policy: &mut Policy, findings: &mut Findings) {
    unite(policy);
    contradictions(policy, findings);
    redirects(policy, findings);
    without_effect(policy, findings);
}

/// Where a rule stands, for findings.
pub(super) fn spot(origin: &Origin) -> Spot {
    Spot::new(origin.source, &origin.span)
}

pub(super) fn place(origin: &Origin, findings: &Findings) -> Place {
    findings.place(&spot(origin))
}

/// `use` merges sets: a rule that two texts have is one rule.
fn unite(policy: &mut Policy) {
    let mut seen = HashMap::new();
    let keep: Vec<bool> = policy
        .rules
        .iter()
        .map(|rule| {
            let (at, mut except) = match &rule.matcher {
                Matcher::Path { at, except } => {
                    (Cow::Borrowed(at.text()), except.iter().map(|one| Cow::Borrowed(one.text())).collect())
                }
                Matcher::Address { at, except } => (
                    Cow::Owned(at.spelled().join(&b' ')),
                    except.iter().flat_map(AddressPattern::spelled).map(Cow::Owned).collect::<Vec<_>>(),
                ),
            };
            except.sort_unstable();
            except.dedup();
            let mut operations = rule.operations.clone();
            operations.sort_unstable();
            operations.dedup();
            let key = (operations, rule.decision, rule.via, at, except);
            // Twins within one text are left for the remarks.
            *seen.entry(key).or_insert(rule.origin.source) == rule.origin.source
        })
        .collect();
    let mut keep = keep.into_iter();
    policy.rules.retain(|_| keep.next().unwrap_or(true));
}

/// An object that the first rules match and the second do not; exceptions count on both sides.
pub(super) fn witness(all_of: &[&Rule], none_of: &[&Rule]) -> Result<Option<Object>, TooLarge> {
    // A rule with exceptions that must not match leaves its exceptions free: an object escapes it
    // outside its pattern, or inside one of the exceptions. Every way is tried.
    let mut ways: Vec<(Vec<&Matcher>, Vec<Extra<'_>>)> = vec![(Vec::new(), Vec::new())];
    for rule in none_of {
        let mut more = Vec::new();
        for (outside, inside) in &ways {
            let mut first = outside.clone();
            first.push(&rule.matcher);
            more.push((first, inside.clone()));
            for extra in exceptions(rule) {
                let mut second = inside.clone();
                second.push(extra);
                more.push((outside.clone(), second));
            }
        }
        ways = more;
        if ways.len() > 64 {
            return Err(TooLarge);
        }
    }
    for (outside, inside) in ways {
        if let Some(object) = one_witness(all_of, &outside, &inside)? {
            return Ok(Some(object));
        }
    }
    Ok(None)
}

#[derive(Clone, Copy)]
enum Extra<'r> {
    Path(&'r PathPattern),
    Address(&'r AddressPattern),
}

fn exceptions(rule: &Rule) -> Vec<Extra<'_>> {
    match &rule.matcher {
        Matcher::Path { except, .. } => except.iter().map(Extra::Path).collect(),
        Matcher::Address { except, .. } => except.iter().map(Extra::Address).collect(),
    }
}

fn one_witness(
    all_of: &[&Rule],
    outside: &[&Matcher],
    inside: &[Extra<'_>],
) -> Result<Option<Object>, TooLarge> {
    let (mut paths, mut no_paths) = (Vec::new(), Vec::new());
    let (mut addresses, mut no_addresses) = (Vec::new(), Vec::new());
    for rule in all_of {
        match &rule.matcher {
            Matcher::Path { at, except } => {
                paths.push(at);
                no_paths.extend(except);
            }
            Matcher::Address { at, except } => {
                addresses.push(at);
                no_addresses.extend(except);
            }
        }
    }
    for matcher in outside {
        match matcher {
            Matcher::Path { at, .. } => no_paths.push(at),
            Matcher::Address { at, .. } => no_addresses.push(at),
        }
    }
    for extra in inside {
        match extra {
            Extra::Path(pattern) => paths.push(pattern),
            Extra::Address(pattern) => addresses.push(pattern),
        }
    }
    match (paths.is_empty(), addresses.is_empty()) {
        (false, true) => Ok(PathPattern::witness(&paths, &no_paths)?.map(Object::Path)),
        (true, false) => AddressPattern::witness(&addresses, &no_addresses),
        _ => Ok(None),
    }
}

/// Whether two rules cannot both be right about an object they share.
fn disagree(a: &Rule, b: &Rule) -> Option<&'static str> {
    match (a.decision, b.decision) {
        (Decision::Deny(one), Decision::Deny(other)) if one != other => Some("answer different errnos"),
        (Decision::Allow | Decision::Log, Decision::Allow | Decision::Log)
            if a.via != b.via && a.via != Via::Auto && b.via != Via::Auto =>
        {
            Some("ask for different mechanisms")
        }
        _ => None,
    }
}

fn contradictions(policy: &Policy, findings: &mut Findings) {
    for (index, b) in policy.rules.iter().enumerate() {
        for a in &policy.rules[..index] {
            if [a, b].iter().any(|rule| rule.origin.id == POLICY_FILES) {
                continue;
            }
            let Some(how) = disagree(a, b) else { continue };
            if !a.operations.iter().any(|operation| b.operations.contains(operation)) {
                continue;
            }
            let hidden = |rule: &Rule| rule.operations == [Operation::FsHide];
            if hidden(a) != hidden(b) {
                continue;
            }
            match witness(&[a, b], &[]) {
                Ok(None) => {}
                Ok(Some(object)) => {
                    let other = place(&a.origin, findings);
                    findings
                        .error(
                            &spot(&b.origin),
                            format!("two rules match {} and {how}", quoted(&object.to_string())),
                        )
                        .expected(payload(b))
                        .related(other, payload(a))
                        .help("give both the same, or take one's objects out of the other with `except`");
                }
                Err(TooLarge) => undecided(&b.origin, findings),
            }
        }
    }
}

fn payload(rule: &Rule) -> String {
    match (rule.decision, rule.via) {
        (Decision::Deny(errno), _) => format!("this answers {errno}"),
        (_, Via::Kernel) => String::from("this wants the kernel"),
        (_, Via::Supervisor) => String::from("this wants the supervisor"),
        (_, Via::Ptrace) => String::from("this wants ptrace"),
        _ => String::from("this says something else"),
    }
}

fn undecided(origin: &Origin, findings: &mut Findings) {
    findings
        .error(
            &spot(origin),
            format!("{} is too intricate to compare with other rules", quoted(&origin.text)),
        )
        .expected("expected a pattern with fewer wildcards")
        .help("split it into several patterns");
}

/// Two redirects of one name must lead to one place.
fn redirects(policy: &Policy, findings: &mut Findings) {
    for (index, b) in policy.fs_redirects.iter().enumerate() {
        for a in &policy.fs_redirects[..index] {
            if a.to == b.to && a.from.text() == b.from.text() {
                continue;
            }
            if let Some(path) = a.from.overlaps(&b.from) {
                let other = place(&a.origin, findings);
                let object = Object::Path(path).to_string();
                findings
                    .error(&spot(&b.origin), format!("two redirects match {}", quoted(&object)))
                    .expected("this sends it to another place")
                    .related(other, "this matches it too");
            }
        }
    }
    for (index, b) in policy.net_redirects.iter().enumerate() {
        for a in &policy.net_redirects[..index] {
            if a.operation != b.operation || a.to == b.to {
                continue;
            }
            if let Some(object) = a.from.overlaps(&b.from) {
                let other = place(&a.origin, findings);
                findings
                    .error(&spot(&b.origin), format!("two redirects match {}", quoted(&object.to_string())))
                    .expected("this sends it to another place")
                    .related(other, "this matches it too");
            }
        }
    }
}

/// Warns of a rule whose every object gets a stricter decision from other rules. Rules of presets are
/// meant to be narrowed down, and are left in peace.
fn without_effect(policy: &Policy, findings: &mut Findings) {
    for rule in &policy.rules {
        let preset = policy_of_preset(rule, findings);
        if preset || hides(rule) || rule.origin.id == POLICY_FILES {
            continue;
        }
        // Nothing is stricter than a denial, and where no other rule speaks of the same it is not said twice:
        // the commonest policies need no automaton here.
        if matches!(rule.decision, Decision::Deny(_)) && is_alone(policy, rule) {
            continue;
        }
        // Most rules are cleared by one of their objects, without comparing patterns.
        let Ok(Some(sample)) = witness(&[rule], &[]) else { continue };
        match overruled(policy, rule, &sample) {
            Err(TooLarge) => {
                let text = quoted(&rule.origin.text);
                findings.remark(
                    &spot(&rule.origin),
                    format!("whether {text} has any effect was not decided: it is too intricate"),
                );
            }
            Ok(Some(by)) => overruled_finding(rule, &by, findings),
            Ok(None) if redundant(policy, rule, &sample) => {
                let text = quoted(&rule.origin.text);
                findings.remark(
                    &spot(&rule.origin),
                    format!("the rule {text} changes nothing: another rule of this text says as much"),
                );
            }
            Ok(None) if rule.decision == Decision::Allow && rule.via == Via::Auto => {
                if policy.default == Some(DefaultDecision::Allow) {
                    let text = quoted(&rule.origin.text);
                    findings.remark(
                        &spot(&rule.origin),
                        format!("{text} is allowed anyway: the default is to allow"),
                    );
                }
            }
            Ok(None) => {}
        }
    }
}

/// Whether no other rule of the texts decides any of a rule's operations.
fn is_alone(policy: &Policy, rule: &Rule) -> bool {
    !policy.rules.iter().any(|other| {
        !std::ptr::eq(other, rule)
            && other.origin.id != POLICY_FILES
            && (hides(other) || other.operations.iter().any(|operation| rule.operations.contains(operation)))
    })
}

fn policy_of_preset(rule: &Rule, findings: &Findings) -> bool {
    let source = findings.sources.get(rule.origin.source);
    source.is_some_and(|source| source.path.is_none() && source.name.starts_with("preset:"))
}

fn hides(rule: &Rule) -> bool {
    rule.operations == [Operation::FsHide]
}

/// The rules that overrule this one for each of its operations and all of its objects.
fn overruled<'p>(
    policy: &'p Policy,
    rule: &Rule,
    sample: &Object,
) -> Result<Option<Vec<&'p Rule>>, TooLarge> {
    let mut by = Vec::new();
    for operation in &rule.operations {
        let stricter: Vec<&Rule> = policy
            .rules
            .iter()
            .filter(|other| other.decision.rank() > rule.decision.rank() || hides(other))
            .filter(|other| other.operations.contains(operation) || (operation.is_fs() && hides(other)))
            .filter(|other| !std::ptr::eq(*other, rule))
            .collect();
        match covered(rule, &stricter, sample)? {
            Some(covering) => by.extend(covering),
            None => return Ok(None),
        }
    }
    Ok(Some(by))
}

fn overruled_finding(rule: &Rule, by: &[&Rule], findings: &mut Findings) {
    let mut related: Vec<Place> = Vec::new();
    for other in by {
        let place = place(&other.origin, findings);
        if !related.contains(&place) {
            related.push(place);
        }
    }
    let label =
        if related.len() > 1 { "stricter, and matches part of it" } else { "stricter, and matches it all" };
    let text = quoted(&rule.origin.text);
    let finding = findings.warning(&spot(&rule.origin), format!("the rule {text} can never take effect"));
    finding.expected("of all matching rules the strictest wins");
    for place in related {
        finding.related(place, label);
    }
}

/// The rules that together match all a rule matches: one alone if one does. `sample` is one of the
/// rule's objects.
fn covered<'p>(
    rule: &Rule,
    stricter: &[&'p Rule],
    sample: &Object,
) -> Result<Option<Vec<&'p Rule>>, TooLarge> {
    let mut with_sample = stricter.iter().filter(|other| other.matches(sample)).peekable();
    if with_sample.peek().is_none() {
        return Ok(None);
    }
    for other in with_sample {
        if witness(&[rule], &[other])?.is_none() {
            return Ok(Some(vec![other]));
        }
    }
    let mut near = Vec::new();
    for other in stricter {
        if witness(&[rule, other], &[])?.is_some() {
            near.push(*other);
        }
    }
    Ok(if near.len() > 1 && witness(&[rule], &near)?.is_none() { Some(near) } else { None })
}

/// Whether a rule of the same text decides the same for all that this one matches.
fn redundant(policy: &Policy, rule: &Rule, sample: &Object) -> bool {
    policy.rules.iter().any(|other| {
        !std::ptr::eq(other, rule)
            && other.origin.source == rule.origin.source
            && other.decision == rule.decision
            && other.via == rule.via
            && rule.operations.iter().all(|operation| other.operations.contains(operation))
            && other.matches(sample)
            && matches!(witness(&[rule], &[other]), Ok(None))
            // Of two that say the same, only the later one is remarked on.
            && (other.origin.span.start < rule.origin.span.start || !matches!(witness(&[other], &[rule]), Ok(None)))
    })
}
