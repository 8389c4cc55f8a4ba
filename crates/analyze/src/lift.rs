//! From what calls get back to a policy.
//!
//! The text is as near as the language comes; what it cannot say is listed. Whoever needs to know that
//! nothing is lost loads the text and compares ([`Space::policy`], [`Space::diff`]).

use crate::condition::{Cases, Order, Part, Register, Style, Test, cases};
use crate::diagram::{Bounded, Leaf, Ref, walk};
use crate::explain::MOST_ANSWERS;
use crate::limits::Reason;
use crate::numbers::Machine;
use crate::region::Region;
use crate::space::{Space, Verdicts};
use callgate_abi::constants::{self, SetKind, flag_set};
use callgate_abi::{Abi, Action, Arg, Endian, Sysno, signature_on, syscalls};
use callgate_policy::model::Compare;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;

/// A policy read back from a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lifted {
    /// The policy's text.
    pub toml: String,
    /// What the language cannot say, and what the text says instead.
    pub unsaid: Vec<String>,
}

/// Numbers without a name that are listed one by one.
const MOST_NUMBERS: u64 = 64;
/// Names that a note lists.
const MOST_NAMES: usize = 8;
/// Comparisons that the language takes in one entry.
const MOST_TESTS: usize = 256;

/// A name (or a number in decimal) and what is said of it: action and condition.
type Entries = BTreeMap<String, Vec<(Action, String)>>;
/// Answers of one call and their conditions.
type Answers = Vec<(Action, Cases)>;
/// How the language compares each argument.
type Kinds = [Kind; 6];
/// Of one action, the names and the entries with conditions.
#[derive(Default)]
struct List<'e> {
    plain: Vec<&'e str>,
    conditional: Vec<String>,
}

impl Space {
    /// A policy that means what these verdicts are.
    ///
    /// # Errors
    ///
    /// Why it could not be written: what calls get is not wholly known, or took too much to list.
    pub fn lift(&mut self, verdicts: Verdicts) -> Result<Lifted, Reason> {
        for (_, leaf) in self.d.leaves_of(verdicts.0) {
            if let Leaf::Unknown(reason) = leaf {
                return Err(reason);
            }
        }
        self.write(verdicts).map_err(|_| Reason::Limits)
    }

    fn write(&mut self, verdicts: Verdicts) -> Bounded<Lifted> {
        let regions = self.regions(verdicts.0)?;
        let mut lift = Lift { space: self, unsaid: BTreeSet::new(), otherwise: BTreeMap::new() };
        let bad_arch = lift.bad_arch(&regions);
        let abis = lift.listed(&regions, bad_arch);
        let default = lift.default_of(&regions, &abis, bad_arch);
        let mut entries = Entries::new();
        let mut spoken: BTreeSet<String> = BTreeSet::new();
        for abi in &abis {
            let mut here = Entries::new();
            for region in regions.iter().filter(|region| region.calls.machine == Machine::Abi(*abi)) {
                lift.region(region, *abi, &abis, default, &mut here)?;
            }
            let names = syscalls::of_abi(*abi).map(|(_, name)| name.to_owned());
            // A name says the same on every ABI: the first that has it speaks for all.
            let names: BTreeSet<String> = names.chain(here.keys().cloned()).collect();
            for name in names {
                let said = here.remove(&name).unwrap_or_default();
                if spoken.insert(name.clone()) {
                    if !said.is_empty() {
                        entries.insert(name, said);
                    }
                } else if entries.get(&name).map_or(&[][..], Vec::as_slice) != said {
                    lift.differs(&name, *abi, &said, entries.get(&name));
                }
            }
        }
        let toml = text(&abis, bad_arch, default, &entries);
        Ok(Lifted { toml, unsaid: lift.finish() })
    }

    fn answer_of(&self, decision: Ref) -> Option<Action> {
        match self.d.leaf_of(decision) {
            Some(Leaf::Ret(ret)) => Some(Action::from_ret(ret)),
            _ => None,
        }
    }
}

struct Lift<'a> {
    space: &'a mut Space,
    unsaid: BTreeSet<String>,
    /// Names that are treated otherwise on an ABI.
    otherwise: BTreeMap<Abi, Vec<String>>,
}

impl Lift<'_> {
    fn bad_arch(&mut self, regions: &[Region]) -> Action {
        let mut found: Option<Action> = None;
        for region in regions.iter().filter(|region| matches!(region.calls.machine, Machine::Others(_))) {
            let answer = self.space.answer_of(region.decision);
            if answer.is_none() || found.is_some_and(|found| answer != Some(found)) {
                self.unsaid.insert(
                    "calls of other architectures do not all get the same; `bad-arch` is one answer".into(),
                );
            }
            found = found.or(answer);
        }
        found.unwrap_or(Action::KillProcess)
    }

    /// The ABIs whose calls do not all get the same, the native one first.
    fn listed(&mut self, regions: &[Region], bad_arch: Action) -> Vec<Abi> {
        let (mut abis, mut alike) = (Vec::new(), Vec::new());
        for abi in Abi::ALL {
            let here = regions.iter().filter(|region| region.calls.machine == Machine::Abi(*abi));
            let answers: Vec<_> = here.map(|region| self.space.answer_of(region.decision)).collect();
            match answers[..] {
                [] => {}
                [Some(action)] => alike.push((*abi, action)),
                _ => abis.push(*abi),
            }
        }
        if abis.is_empty() {
            let (native, others) = alike.into_iter().partition(|(abi, _)| *abi == Abi::NATIVE);
            alike = others;
            abis = Vec::from_iter(native).into_iter().map(|(abi, _): (Abi, Action)| abi).collect();
            abis.extend(abis.is_empty().then_some(Abi::NATIVE));
        }
        for (abi, action) in alike {
            if action != bad_arch {
                self.unsaid
                    .insert(format!("every call of {abi} gets {action}, but `bad-arch` is {bad_arch}"));
            }
        }
        abis.sort_by_key(|abi| *abi != Abi::NATIVE);
        abis
    }

    /// What numbers get that come after those of today.
    fn default_of(&mut self, regions: &[Region], abis: &[Abi], bad_arch: Action) -> Action {
        let mut defaults: Vec<(Abi, Action)> = Vec::new();
        for abi in abis {
            let next = syscalls::of_abi(*abi).last().map_or(0, |(nr, _)| nr + 1);
            let mut here = regions.iter().filter(|region| region.calls.machine == Machine::Abi(*abi));
            let found = here.find(|region| region.calls.contains(next));
            let action = found.and_then(|region| self.space.answer_of(region.decision));
            defaults.push((*abi, action.unwrap_or(bad_arch)));
        }
        let default = defaults.first().map_or(bad_arch, |(_, action)| *action);
        for (abi, other) in &defaults {
            if *other != default {
                self.unsaid
                    .insert(format!("the default on {abi} is {other}, but one default is for all ABIs"));
            }
        }
        default
    }

    /// Notes that a name's entries are not those of another ABI. Conditions in other words may mean the
    /// same there; answers differ for sure.
    fn differs(
        &mut self,
        name: &str,
        abi: Abi,
        said: &[(Action, String)],
        of_others: Option<&Vec<(Action, String)>>,
    ) {
        let actions = |said: &[(Action, String)]| said.iter().map(|(action, _)| *action).collect::<Vec<_>>();
        if actions(said) != of_others.map_or_else(Vec::new, |others| actions(others)) {
            self.otherwise.entry(abi).or_default().push(name.to_owned());
        }
    }

    /// What was not said, a line each.
    fn finish(mut self) -> Vec<String> {
        for (abi, names) in &self.otherwise {
            let shown = names.iter().take(MOST_NAMES).map(String::as_str).collect::<Vec<_>>().join(" ");
            let more = names.len().saturating_sub(MOST_NAMES);
            let more = if more == 0 { String::new() } else { format!(" and {more} more") };
            self.unsaid.insert(format!(
                "on {abi} these are treated otherwise, but an entry is for all listed ABIs: {shown}{more}"
            ));
        }
        self.unsaid.into_iter().collect()
    }

    fn region(
        &mut self,
        region: &Region,
        abi: Abi,
        abis: &[Abi],
        default: Action,
        entries: &mut Entries,
    ) -> Bounded<()> {
        let same = self.space.answer_of(region.decision);
        if same == Some(default) {
            return Ok(());
        }
        let mut named: Vec<(String, Sysno)> = Vec::new();
        for name in region.calls.names() {
            if let Some(sysno) = Sysno::from_name(abi, name) {
                named.push((name.to_owned(), sysno));
            }
        }
        let numbers: u64 =
            region.calls.numbers.iter().map(|range| u64::from(range.end() - range.start()) + 1).sum();
        let unnamed = numbers - named.len() as u64;
        if region.calls.scattered || unnamed > MOST_NUMBERS {
            if same != Some(default) {
                let answer =
                    same.map_or_else(|| "answers by arguments".to_owned(), |action| action.to_string());
                self.unsaid.insert(format!(
                    "numbers without a name get {answer} on {abi}; the language has no ranges of numbers, and they get the default"
                ));
            }
        } else if unnamed > 0 {
            let all = region.calls.numbers.iter().cloned().flatten();
            for nr in all.filter(|nr| Sysno { abi, nr: *nr }.name().is_none()) {
                named.push((nr.to_string(), Sysno { abi, nr }));
            }
        }
        let mut known: HashMap<Kinds, (Kinds, Answers)> = HashMap::new();
        for (name, sysno) in named {
            let args = sysno.name().and_then(|name| signature_on(abi, name)).map_or(&[][..], |s| s.args);
            let usual: Kinds = std::array::from_fn(|n| Kind::of(abi, args, n));
            let (kinds, answers) = match known.entry(usual) {
                Entry::Occupied(said) => said.into_mut(),
                Entry::Vacant(place) => place.insert(self.conditions(region, abi, usual, &name, default)?),
            };
            for (action, cases) in &*answers {
                for case in cases {
                    if case.len() > MOST_TESTS {
                        self.unsaid.insert(format!("a condition of {name} is too long for an entry"));
                        continue;
                    }
                    let condition = condition(case, abi, abis, args, kinds);
                    entries.entry(name.clone()).or_default().push((*action, condition));
                }
            }
        }
        Ok(())
    }

    /// The answers that are not the default, as the language compares arguments of these kinds; whole registers
    /// where the filter looks at more of them than the kernel.
    fn conditions(
        &mut self,
        region: &Region,
        abi: Abi,
        mut kinds: Kinds,
        name: &str,
        default: Action,
    ) -> Bounded<(Kinds, Answers)> {
        let endian = abi.endian();
        let d = &mut self.space.d;
        // The upper halves that an entry does not compare.
        let mut narrow: Vec<u32> = Vec::new();
        for (n, kind) in (0..).zip(&mut kinds).filter(|(_, kind)| kind.bits == 32) {
            let first = walk::register(n) + if endian == Endian::Little { 0 } else { 32 };
            if !d.looks_at(region.decision, first..first + 32) {
                continue;
            }
            if abi.word_bits() == 64 {
                *kind = Kind { bits: 64, signed: false, whole: true };
            } else {
                narrow.push(first);
            }
        }
        let hidden = |level: u32| narrow.iter().any(|first| (*first..first + 32).contains(&level));
        let decision = d.with_zero(region.decision, &hidden, &mut HashMap::new())?;
        if decision != region.decision {
            self.unsaid.insert(format!(
                "{name} on {abi}: upper halves of arguments are compared that no entry can compare; they are left out"
            ));
        }
        let ip = walk::register(walk::IP);
        let d = &mut self.space.d;
        if d.looks_at(decision, ip..ip + 64) {
            self.unsaid.insert(format!("{name} on {abi}: the instruction pointer is compared"));
            return Ok((kinds, Vec::new()));
        }
        let leaves = self.space.d.leaves_of(decision);
        if leaves.len() > MOST_ANSWERS {
            self.unsaid.insert(format!("{name} on {abi}: the answer is computed from the call"));
            return Ok((kinds, Vec::new()));
        }
        let style = style(&kinds, endian);
        let mut said = Vec::new();
        for (at, leaf) in leaves {
            let Leaf::Ret(ret) = leaf else { continue };
            let action = Action::from_ret(ret);
            if action == default {
                continue;
            }
            let d = &mut self.space.d;
            let here = d.leading_to(decision, u32::MAX, at)?;
            let told = cases(d, here, style)?;
            match told.filter(|cases| cases.iter().flatten().all(|test| expressible(&kinds, test))) {
                Some(cases) => said.push((action, cases)),
                None => {
                    self.unsaid
                        .insert(format!("{name} on {abi}: the conditions for {action} cannot be said"));
                }
            }
        }
        Ok((kinds, said))
    }
}

/// How the language compares an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Kind {
    /// 32 or 64.
    bits: u32,
    signed: bool,
    /// The register and not the argument.
    whole: bool,
}

impl Kind {
    fn of(abi: Abi, args: &[Arg], n: usize) -> Kind {
        let (bits, signed) = match args.get(n) {
            Some(arg) => (arg.kind.bits(abi), arg.kind.signed()),
            None => (abi.register_bits(), false),
        };
        Kind { bits, signed, whole: false }
    }
}

fn style(kinds: &Kinds, endian: Endian) -> Style {
    let orders = kinds.map(|kind| match (kind.bits, kind.signed) {
        (32, true) => Order::Signed32,
        (_, true) => Order::Signed64,
        (_, false) => Order::Unsigned,
    });
    Style { endian, enumerated: [false; 6], orders }
}

/// Whether a test has a form in the language.
fn expressible(kinds: &Kinds, test: &Test) -> bool {
    let Register::Argument(n) = test.register else { return false };
    let Kind { bits, signed, .. } = kinds[usize::from(n)];
    let ordered = !matches!(test.op, Compare::Eq | Compare::Ne);
    match (bits, test.part) {
        (32, part) => part == Part::Low,
        // Masked, the lower half is no negative number.
        (_, Part::Whole | Part::Low) => true,
        (_, Part::High) => !(ordered && signed),
    }
}

/// An entry's condition; empty for none.
fn condition(case: &[Test], abi: Abi, abis: &[Abi], args: &'static [Arg], kinds: &Kinds) -> String {
    let tests: Vec<String> = case.iter().map(|test| comparison(test, abi, abis, args, kinds)).collect();
    tests.join(" && ")
}

fn comparison(test: &Test, abi: Abi, abis: &[Abi], args: &'static [Arg], kinds: &Kinds) -> String {
    let Register::Argument(n) = test.register else { return String::new() };
    let n = usize::from(n);
    let name = match args.get(n) {
        _ if kinds[n].whole => format!("reg{n}"),
        // A name that another register has too, as those of prctl(2).
        Some(arg) if arg.name.starts_with("arg") && arg.name != format!("arg{n}") => format!("reg{n}"),
        Some(arg) => arg.name.to_owned(),
        None => format!("arg{n}"),
    };
    let wide = kinds[n].bits == 64;
    let (shift, part_mask) = match test.part {
        Part::Whole => (0, None),
        Part::Low => (0, wide.then_some(u64::from(u32::MAX))),
        Part::High => (32, Some(u64::from(u32::MAX) << 32)),
    };
    let mask = test.mask.map(|mask| mask << shift).or(part_mask);
    let value = test.value << shift;
    let set = args.get(n).and_then(|arg| arg.flags).and_then(flag_set);
    let spelled = |value: u64| {
        let text = set?.spell(abi, value, if wide { 64 } else { 32 })?;
        let everywhere = |word: &str| {
            abis.iter().all(|other| {
                constants::value(*other, word).is_none_or(|known| Some(known) == constants::value(abi, word))
            }) && constants::exists(word)
        };
        let plain = value != 0 || matches!(set?.kind, SetKind::Values);
        (plain && text.split('|').all(everywhere)).then_some(text)
    };
    let number = |value: u64, masked: bool| {
        let signed = !masked && test.signed && value >> 31 != 0;
        match (signed, wide) {
            (true, false) => i64::from(value as u32 as i32).to_string(),
            (true, true) if value >> 63 == 1 => (value as i64).to_string(),
            _ => crate::words::number(value),
        }
    };
    let is_equality = matches!(test.op, Compare::Eq | Compare::Ne);
    let right = spelled(value).filter(|_| is_equality).unwrap_or_else(|| number(value, mask.is_some()));
    match mask {
        None => format!("{name} {} {right}", test.op.sign()),
        Some(mask) => {
            let mask = spelled(mask).unwrap_or_else(|| crate::words::number(mask));
            let mask = if mask.contains('|') { format!("({mask})") } else { mask };
            format!("{name} & {mask} {} {right}", test.op.sign())
        }
    }
}

fn text(abis: &[Abi], bad_arch: Action, default: Action, entries: &Entries) -> String {
    let mut toml = String::from("callgate = 1\n\n[syscalls]\n");
    let names: Vec<String> = abis.iter().map(|abi| format!("\"{}\"", abi.name())).collect();
    // Writing into a String cannot fail.
    let _ = writeln!(toml, "arch = [{}]", names.join(", "));
    let _ = writeln!(toml, "bad-arch = \"{bad_arch}\"\ndefault = \"{default}\"");
    let mut lists: BTreeMap<(u8, String), List<'_>> = BTreeMap::new();
    for (name, said) in entries {
        for (action, condition) in said {
            let list = lists.entry((action.rank(), action.to_string())).or_default();
            if condition.is_empty() {
                list.plain.push(name);
            } else {
                list.conditional.push(format!("{name}({condition})"));
            }
        }
    }
    for ((_, action), List { plain, conditional }) in lists {
        let _ = if action.contains('(') {
            writeln!(toml, "\"{action}\" = [")
        } else {
            writeln!(toml, "{action} = [")
        };
        let mut line = String::new();
        for name in plain {
            if line.len() + name.len() > 100 {
                let _ = writeln!(toml, "    {}", line.trim_end());
                line.clear();
            }
            let _ = write!(line, "\"{name}\", ");
        }
        if !line.is_empty() {
            let _ = writeln!(toml, "    {}", line.trim_end());
        }
        for entry in conditional {
            let _ = writeln!(toml, "    \"{entry}\",");
        }
        toml.push_str("]\n");
    }
    toml
}
