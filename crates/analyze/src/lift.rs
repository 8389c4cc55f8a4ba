//! From what calls get back to a policy.
//!
//! The text is as near as the language comes; what it cannot say is listed. Whoever needs to know that
//! nothing is lost loads the text and compares ([`Space::policy`], [`Space::diff`]).

use crate::condition::{Cases, Order, Part, Register, Style, Test, cases};
use crate::diagram::{Bounded, Known, Leaf, Ref, walk};
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
use std::ops::RangeInclusive;

/// A policy read back from a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lifted {
    /// The policy's text.
    pub toml: String,
    /// What the language cannot say, and what the text says instead.
    pub unsaid: Vec<String>,
}

/// Comparisons that the language takes in one entry.
const MOST_TESTS: usize = 256;

/// What is said of some calls: actions and conditions.
type Said = Vec<(Action, String)>;
/// Calls as an entry names them, and what is said of them.
type Entries = BTreeMap<String, Said>;
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
        let mut lift = Lift { space: self, unsaid: BTreeSet::new() };
        let bad_arch = lift.bad_arch(&regions);
        let listed = lift.listed(&regions, bad_arch);
        let default = default_of(&listed);
        let abis: Vec<Abi> = listed.iter().map(|listed| listed.abi).collect();
        let mut entries = Entries::new();
        // What is said of each ABI's calls with a name, and what those get of which nothing is said.
        let mut named: Vec<(Abi, Action, Entries)> = Vec::new();
        for Listed { abi, usual, weakest, .. } in listed {
            let prefix = if abis.len() > 1 { format!("{abi}:") } else { String::new() };
            // The strictest entry decides, so that one for all calls leaves the others their say if it is the weakest.
            let base = if weakest { usual } else { default };
            if base != default {
                entries.insert(format!("{prefix}*"), vec![(base, String::new())]);
            }
            let mut here = Entries::new();
            for region in regions.iter().filter(|region| region.calls.machine == Machine::Abi(abi)) {
                lift.region(region, abi, &abis, base, &mut here)?;
            }
            let is_name = |name: &str| Sysno::from_name(abi, name).is_some();
            let (names, numbers): (Entries, Entries) = here.into_iter().partition(|(name, _)| is_name(name));
            entries.extend(numbers.into_iter().map(|(numbers, said)| (format!("{prefix}{numbers}"), said)));
            named.push((abi, base, names));
        }
        together(&named, &mut entries);
        let toml = text(&abis, bad_arch, default, &entries);
        Ok(Lifted { toml, unsaid: lift.unsaid.into_iter().collect() })
    }

    fn answer_of(&self, decision: Ref) -> Option<Action> {
        match self.d.leaf_of(decision) {
            Some(Leaf::Ret(ret)) => Some(Action::from_ret(ret)),
            _ => None,
        }
    }
}

/// An ABI that a policy must list.
#[derive(Debug, Clone, Copy)]
struct Listed {
    abi: Abi,
    /// What numbers get that come after those of today.
    usual: Action,
    /// Whether nothing weaker than that, or as weak, is answered to other calls.
    weakest: bool,
    /// Whether all calls get that.
    alike: bool,
}

/// The strictest of what each ABI's calls usually get: an entry for all calls of an ABI can say what is weaker.
fn default_of(listed: &[Listed]) -> Action {
    let open = listed.iter().filter(|listed| !listed.alike).map(|listed| listed.usual);
    let strictest = open.reduce(|first, other| if other.rank() > first.rank() { other } else { first });
    strictest.or(listed.first().map(|listed| listed.usual)).unwrap_or(Action::KillProcess)
}

/// One entry for a name where all ABIs that have it say the same, else one for each.
fn together(named: &[(Abi, Action, Entries)], entries: &mut Entries) {
    let names: BTreeSet<&String> = named.iter().flat_map(|(_, _, said)| said.keys()).collect();
    for name in names {
        let having = named.iter().filter(|(abi, _, _)| Sysno::from_name(*abi, name).is_some());
        let said: Vec<(Abi, Said)> = having
            .map(|(abi, base, entries)| {
                (*abi, entries.get(name).cloned().unwrap_or_else(|| vec![(*base, String::new())]))
            })
            .collect();
        if said.iter().all(|(_, here)| *here == said[0].1) {
            entries.insert(name.clone(), said[0].1.clone());
            continue;
        }
        for (abi, _, own) in named {
            if let Some(own) = own.get(name) {
                entries.insert(format!("{abi}:{name}"), own.clone());
            }
        }
    }
}

struct Lift<'a> {
    space: &'a mut Space,
    unsaid: BTreeSet<String>,
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

    /// The ABIs whose calls do not all get `bad-arch`, the native one first; at least one.
    fn listed(&mut self, regions: &[Region], bad_arch: Action) -> Vec<Listed> {
        let mut listed = Vec::new();
        for abi in Abi::ALL {
            let here = || regions.iter().filter(|region| region.calls.machine == Machine::Abi(*abi));
            let Some(first) = here().next() else { continue };
            let next = syscalls::of_abi(*abi).last().map_or(0, |(nr, _)| nr + 1);
            let usual = here().find(|region| region.calls.contains(next));
            let usual = usual.and_then(|region| self.space.answer_of(region.decision)).unwrap_or(bad_arch);
            let answers = here().flat_map(|region| self.space.d.leaves_of(region.decision));
            let weakest = answers.into_iter().all(|(_, leaf)| match leaf {
                Leaf::Ret(ret) => {
                    let answer = Action::from_ret(ret);
                    answer == usual || answer.rank() > usual.rank()
                }
                _ => false,
            });
            let alike = here().count() == 1 && self.space.answer_of(first.decision).is_some();
            listed.push(Listed { abi: *abi, usual, weakest, alike });
        }
        let native = |listed: &Listed| listed.abi == Abi::NATIVE;
        listed.sort_by_key(|listed| !native(listed));
        let other = |listed: &Listed| !listed.alike || listed.usual != bad_arch;
        if listed.iter().any(other) {
            listed.retain(other);
        } else if let [first, ..] = listed[..] {
            listed = vec![first];
        } else {
            listed.push(Listed { abi: Abi::NATIVE, usual: bad_arch, weakest: true, alike: true });
        }
        listed
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
        let mut named: Vec<(String, &[Arg])> = Vec::new();
        for name in region.calls.names() {
            named.push((name.to_owned(), signature_on(abi, name).map_or(&[], |signature| signature.args)));
        }
        if region.calls.scattered {
            self.unsaid.insert(format!(
                "numbers of {abi} are told apart by their bits, in more ranges than are listed; they get the default"
            ));
        } else {
            named.extend(region.calls.unnamed().iter().map(|range| (numbers(range), &[][..])));
        }
        let mut known: HashMap<Kinds, (Kinds, Answers)> = HashMap::new();
        for (name, args) in named {
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
        let decision = d.with_zero(region.decision, &hidden, &mut Known::default())?;
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

/// Numbers as an entry has them.
fn numbers(range: &RangeInclusive<u32>) -> String {
    let number = |nr: u32| if nr < 0x1_0000 { nr.to_string() } else { format!("{nr:#x}") };
    let (first, last) = (*range.start(), *range.end());
    if first == last { number(first) } else { format!("{}..={}", number(first), number(last)) }
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
