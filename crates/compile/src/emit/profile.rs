//! What profiles of container runtimes have in common.

use super::calls::{Said, doors, said, unsaid};
use super::cubes::cubes;
use super::{Format, Options, WriteError, other_arches, unsayable};
use callgate_abi::{Abi, Action};
use callgate_policy::Syscalls;
use callgate_policy::import::{Test, oci_arch_name};
use callgate_policy::model::{Compare, Condition, Width};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A profile before it is written down.
#[derive(Debug)]
pub(super) struct Profile {
    pub(super) default: Action,
    pub(super) arches: Vec<&'static str>,
    /// Calls that an action is for, whatever their arguments.
    pub(super) plain: Vec<(Action, Vec<&'static str>)>,
    /// Calls under conditions that must all hold.
    pub(super) conditional: Vec<(Action, &'static str, Vec<Test>)>,
    pub(super) remarks: Vec<String>,
}

/// What a call without a rule gets from a runtime.
const OTHERS: Action = Action::KillProcess;

pub(super) fn profile(calls: &Syscalls, format: Format, options: &Options) -> Result<Profile, WriteError> {
    let mut remarks = Vec::new();
    other_arches(calls.bad_arch, OTHERS, format, options, &mut remarks)?;
    let mut arches = Vec::new();
    for abi in &calls.arches {
        arches.extend(oci_arch_name(*abi));
    }
    // Names that a runtime does not know get its default, and so do numbers without a name.
    let default = calls.unknown.map_or(calls.default, |unknown| unknown.action);
    sayable(default, calls, format)?;
    let mut plain: BTreeMap<(u8, u32), (Action, Vec<&'static str>)> = BTreeMap::new();
    let mut list = |action: Action, name| {
        let key = (u8::MAX - action.rank(), action.to_ret());
        plain.entry(key).or_insert_with(|| (action, Vec::new())).1.push(name);
    };
    let mut conditional = Vec::new();
    let all = said(calls, format)?;
    doors(&all, calls, format, options, &mut remarks)?;
    for said in all {
        let known =
            said.on.iter().map(|(abi, places)| (*abi, complete(places, calls, said.name, *abi, default)));
        let on: Vec<(Abi, Vec<(Action, Condition)>)> = known.collect();
        for (action, _) in on.iter().flat_map(|(_, places)| places) {
            sayable_of(*action, &said, format)?;
        }
        match &on[..] {
            [(_, first), rest @ ..] if first.iter().all(|(_, when)| when.is_always()) => {
                if let Some((abi, _)) = rest.iter().find(|(_, places)| places != first) {
                    return Err(differs(&said, *abi, format));
                }
                if let [(action, _)] = first[..] {
                    list(action, said.name);
                }
            }
            _ => {
                for (action, tests) in rules(&said, &on, format)? {
                    conditional.push((action, said.name, tests));
                }
            }
        }
    }
    for (name, action) in unsaid(calls).into_iter().filter(|(_, action)| *action != default) {
        list(action, name);
    }
    Ok(Profile { default, arches, plain: plain.into_values().collect(), conditional, remarks })
}

/// With what the calls' own default says, where that is not the profile's.
fn complete(
    places: &[(Action, Condition)],
    calls: &Syscalls,
    name: &str,
    abi: Abi,
    default: Action,
) -> Vec<(Action, Condition)> {
    let mut places = places.to_vec();
    let own = callgate_abi::Sysno::from_name(abi, name).map_or(calls.default, |call| calls.default_of(call));
    if own != default {
        let rest = Condition::all(places.iter().map(|(_, place)| place.negated()));
        match places.iter_mut().find(|(action, _)| *action == own) {
            Some((_, place)) => *place = Condition::any([std::mem::replace(place, Condition::NEVER), rest]),
            None if rest.meets(&Condition::ALWAYS) => places.push((own, rest)),
            None => {}
        }
    }
    places.retain(|(action, _)| *action != default);
    places
}

/// The rules of one call, the same for all ABIs.
fn rules(
    said: &Said<'_>,
    on: &[(Abi, Vec<(Action, Condition)>)],
    format: Format,
) -> Result<Vec<(Action, Vec<Test>)>, WriteError> {
    // The widest registers tell most.
    let Some((model, places)) = on.iter().max_by_key(|(abi, _)| abi.word_bits()) else {
        return Ok(Vec::new());
    };
    let rules = match &places[..] {
        [(action, place)] if let Some(tests) = direct(place, *model) => vec![(*action, tests)],
        _ => {
            let mut rules = Vec::new();
            for (action, place) in places {
                let Some(cubes) = cubes(place) else {
                    let what = format!("the conditions of {} take too many rules of a profile", said.name);
                    return Err(unsayable(
                        format,
                        Some(said.rule),
                        what,
                        "write fewer or simpler conditions",
                    ));
                };
                rules.extend(cubes.iter().map(|cube| (*action, cube.tests())));
            }
            rules
        }
    };
    for (abi, places) in on {
        let meant = |action| {
            let place = places.iter().find(|(other, _)| *other == action);
            place.map_or(Condition::NEVER, |(_, place)| place.clone())
        };
        let says = |action| {
            let own = rules.iter().filter(|(other, _)| *other == action);
            Condition::any(own.map(|(_, tests)| Condition::all(tests.iter().map(|test| test.on(*abi)))))
        };
        let actions = rules.iter().map(|(action, _)| *action).chain(places.iter().map(|(action, _)| *action));
        if actions.into_iter().any(|action| !meant(action).is_equal_to(&says(action))) {
            return Err(differs(said, *abi, format));
        }
    }
    Ok(rules)
}

/// One rule with the comparisons as they are, if they are what a profile can ask: of each argument one,
/// of the whole register.
fn direct(place: &Condition, abi: Abi) -> Option<Vec<Test>> {
    let comparisons = match place {
        Condition::Is(comparison) => vec![comparison],
        Condition::All(parts) => {
            let each = parts.iter().map(|part| if let Condition::Is(one) = part { Some(one) } else { None });
            each.collect::<Option<Vec<_>>>()?
        }
        Condition::Any(_) => return None,
    };
    let whole = if abi.word_bits() == 64 { Width::W64 } else { Width::W32 };
    let mut tests: Vec<Test> = Vec::new();
    for comparison in comparisons {
        let equality = comparison.op == Compare::Eq;
        let low = u64::from(u32::MAX);
        let mask = match (comparison.mask, comparison.width == whole) {
            (None, true) if equality || !comparison.signed => None,
            (mask, wide) if equality => Some(mask.unwrap_or(u64::MAX) & if wide { u64::MAX } else { low }),
            _ if comparison.op == Compare::Ne && comparison.mask.is_none() && comparison.width == whole => {
                None
            }
            _ => return None,
        };
        if tests.iter().any(|test| test.arg == comparison.arg)
            || mask.is_some_and(|mask| comparison.value & !mask != 0)
        {
            return None;
        }
        let (arg, op, value) = (comparison.arg, comparison.op, comparison.value);
        tests.push(Test { arg, low: false, mask, op, value });
    }
    Some(tests)
}

fn differs(said: &Said<'_>, abi: Abi, format: Format) -> WriteError {
    let what = format!(
        "{} is not answered on {abi} as on the other ABIs, and a profile says one thing of all",
        said.name
    );
    unsayable(format, Some(said.rule), what, "write a profile for each ABI with --arch")
}

fn sayable(action: Action, calls: &Syscalls, format: Format) -> Result<(), WriteError> {
    match unsayable_word(action) {
        None => Ok(()),
        Some(what) => Err(unsayable(format, calls.default_origin.as_ref(), what, "write another answer")),
    }
}

fn sayable_of(action: Action, said: &Said<'_>, format: Format) -> Result<(), WriteError> {
    match unsayable_word(action) {
        None => Ok(()),
        Some(what) => Err(unsayable(format, Some(said.rule), what, "write another answer")),
    }
}

fn unsayable_word(action: Action) -> Option<String> {
    match action {
        Action::Trap(data) if data != 0 => {
            Some(format!("{action}: runtimes give SIGSYS no number of one's own"))
        }
        _ => None,
    }
}

impl Profile {
    /// As JSON, with the members that say for which ABIs it is.
    pub(super) fn json(&self, arches: &str) -> String {
        let mut out = String::from("{\n");
        let _ = writeln!(
            out,
            "\t{},\n\t{arches},\n\t\"syscalls\": [",
            action(self.default, "defaultAction", "defaultErrnoRet")
        );
        let mut rules = Vec::new();
        for (answer, names) in &self.plain {
            let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
            rules.push(format!(
                "{{\"names\": [{}], {}}}",
                names.join(", "),
                action(*answer, "action", "errnoRet")
            ));
        }
        for (answer, name, tests) in &self.conditional {
            let tests: Vec<String> = tests.iter().map(test).collect();
            let answer = action(*answer, "action", "errnoRet");
            rules.push(format!("{{\"names\": [\"{name}\"], {answer}, \"args\": [{}]}}", tests.join(", ")));
        }
        for (at, rule) in rules.iter().enumerate() {
            let comma = if at + 1 < rules.len() { "," } else { "" };
            let _ = writeln!(out, "\t\t{rule}{comma}");
        }
        out.push_str("\t]\n}\n");
        out
    }
}

fn action(action: Action, key: &str, errno: &str) -> String {
    match action {
        Action::Allow => format!("\"{key}\": \"SCMP_ACT_ALLOW\""),
        Action::Log => format!("\"{key}\": \"SCMP_ACT_LOG\""),
        Action::Trace(data) => format!("\"{key}\": \"SCMP_ACT_TRACE\", \"{errno}\": {data}"),
        Action::UserNotif => format!("\"{key}\": \"SCMP_ACT_NOTIFY\""),
        Action::Errno(number) => format!("\"{key}\": \"SCMP_ACT_ERRNO\", \"{errno}\": {}", number.0),
        Action::Trap(_) => format!("\"{key}\": \"SCMP_ACT_TRAP\""),
        Action::KillThread => format!("\"{key}\": \"SCMP_ACT_KILL_THREAD\""),
        Action::KillProcess => format!("\"{key}\": \"SCMP_ACT_KILL_PROCESS\""),
    }
}

fn test(test: &Test) -> String {
    let Test { arg, mask, op, value, .. } = *test;
    if let Some(mask) = mask {
        return format!(
            "{{\"index\": {arg}, \"value\": {mask}, \"valueTwo\": {value}, \"op\": \"SCMP_CMP_MASKED_EQ\"}}"
        );
    }
    let op = match op {
        Compare::Eq => "EQ",
        Compare::Ne => "NE",
        Compare::Lt => "LT",
        Compare::Le => "LE",
        Compare::Gt => "GT",
        Compare::Ge => "GE",
    };
    format!("{{\"index\": {arg}, \"value\": {value}, \"op\": \"SCMP_CMP_{op}\"}}")
}
