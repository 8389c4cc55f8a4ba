//! The ABIs that a subject must reckon with: those of the kernels that it is for.

use crate::answer::Permission;
use crate::diagram::{Bounded, Diagrams, Known, Leaf, Ref, walk};
use crate::reference::x32_numbers;
use callgate_abi::{Abi, Action, Errno, Sysno, syscalls};

/// A kernel: who can call it, and what they get.
#[derive(Debug)]
pub(crate) struct Kernel {
    /// What programs of this kernel are by default: its 64-bit ABI, if it has one.
    pub(crate) main: Surface,
    /// The others that it may run too.
    pub(crate) others: Vec<Surface>,
}

impl Kernel {
    pub(crate) fn surfaces(&self) -> impl Iterator<Item = &Surface> {
        std::iter::once(&self.main).chain(&self.others)
    }
}

/// The calls of one ABI.
#[derive(Debug)]
pub(crate) struct Surface {
    pub(crate) abi: Abi,
    /// Those with a name, by number.
    pub(crate) calls: Vec<Call>,
    /// The first number behind them.
    pub(crate) next: Call,
    /// What decides calls that nothing is said of.
    pub(crate) default: Ref,
    /// Those run.
    pub(crate) runs_by_default: bool,
    /// What every number gets, where that is one permission.
    pub(crate) uniform: Option<Permission>,
    /// Its numbers are read by another ABI's table.
    pub(crate) borrowed: bool,
}

/// A number of an ABI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) sysno: Sysno,
    /// The decision on its arguments.
    pub(crate) decision: Ref,
}

impl Call {
    pub(crate) fn name(&self) -> String {
        self.sysno.name().map_or_else(|| format!("number {:#x}", self.sysno.nr), str::to_owned)
    }
}

impl Surface {
    /// Whether the subject says something of single calls.
    pub(crate) fn is_active(&self) -> bool {
        self.uniform.is_none() && !self.borrowed
    }

    pub(crate) fn call(&self, name: &str) -> Option<Call> {
        let sysno = Sysno::from_name(self.abi, name)?;
        let at = self.calls.binary_search_by_key(&sysno.nr, |call| call.sysno.nr).ok()?;
        self.calls.get(at).copied()
    }

    /// How many named calls are decided otherwise than those that nothing is said of.
    pub(crate) fn spoken_of(&self) -> usize {
        self.calls.iter().filter(|call| call.decision != self.default).count()
    }

    /// Whether the subject decides what a program may do at all: lists what runs, or refuses more than a few calls.
    pub(crate) fn speaks_of_all(&self) -> bool {
        const FEW: usize = 20;
        !self.runs_by_default || self.spoken_of() >= FEW
    }

    /// The named calls, those first that say most to a reader.
    pub(crate) fn notable_first(&self) -> Vec<Call> {
        const NOTABLE: [&str; 12] = [
            "execve", "ptrace", "open", "openat", "mount", "connect", "socket", "clone", "fork", "kill",
            "unlink", "chmod",
        ];
        let notable = NOTABLE.iter().filter_map(|name| self.call(name));
        notable.chain(self.calls.iter().copied()).collect()
    }

    fn of(d: &mut Diagrams, verdicts: Ref, abi: Abi) -> Bounded<Surface> {
        let below = d.follow(verdicts, walk::ARCH, 32, u64::from(abi.audit_arch()));
        let decision = |d: &Diagrams, nr: u32| d.follow(below, walk::NR, 32, u64::from(nr));
        let calls: Vec<Call> = syscalls::of_abi(abi)
            .map(|(nr, _)| Call { sysno: Sysno { abi, nr }, decision: decision(d, nr) })
            .collect();
        let next = calls.last().map_or(0, |call| call.sysno.nr + 1);
        let next = Call { sysno: Sysno { abi, nr: next }, decision: decision(d, next) };
        let whole = match abi {
            Abi::X86_64 | Abi::X32 => {
                let x32 = x32_numbers(d)?;
                let here = if abi == Abi::X32 { x32 } else { d.not(x32)? };
                d.choose(here, below, Ref::SAME)?
            }
            _ => below,
        };
        let mut permissions: Vec<Option<Permission>> = d
            .leaves_of(whole)
            .into_iter()
            .filter(|(at, _)| *at != Ref::SAME)
            .map(|(_, leaf)| match leaf {
                Leaf::Ret(ret) => Some(Permission::of(Action::from_ret(ret))),
                _ => None,
            })
            .collect();
        permissions.dedup();
        let uniform = match permissions[..] {
            [permission] => permission,
            _ => None,
        };
        let default = default_of(d, &calls, next.decision);
        let runs = |leaf: &(Ref, Leaf)| matches!(leaf.1, Leaf::Ret(ret) if is_run(ret));
        let runs_by_default = d.leaves_of(default).iter().any(runs);
        Ok(Surface { abi, calls, next, default, runs_by_default, uniform, borrowed: false })
    }
}

fn is_run(ret: u32) -> bool {
    Permission::of(Action::from_ret(ret)) == Permission::Runs
}

/// What calls get that nothing is said of: what the next number gets, unless that is what younger calls get
/// beside a default of their own; then what most named calls get.
fn default_of(d: &Diagrams, calls: &[Call], next: Ref) -> Ref {
    if d.leaf_of(next) != Some(Leaf::Ret(Action::Errno(Errno::ENOSYS).to_ret())) {
        return next;
    }
    let mut counts: Known<usize> = Known::default();
    for call in calls.iter().filter(|call| call.decision.is_leaf()) {
        *counts.entry(call.decision).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(decision, count)| (*count, *decision))
        .map_or(next, |(decision, _)| decision)
}

/// The kernels of the ABIs that the subject tells apart from architectures nobody knows; where it tells none
/// apart, the kernel of `assumed`.
pub(crate) fn kernels(
    d: &mut Diagrams,
    verdicts: Ref,
    unknown_machine: Option<Ref>,
    assumed: Abi,
) -> Bounded<Vec<Kernel>> {
    let below = |d: &Diagrams, abi: Abi| d.follow(verdicts, walk::ARCH, 32, u64::from(abi.audit_arch()));
    let apart = Abi::ALL.iter().copied().filter(|abi| Some(below(d, *abi)) != unknown_machine);
    let mut families: Vec<&'static [Abi]> = Vec::new();
    for abi in apart {
        if !families.iter().any(|family| family.contains(&abi)) {
            families.push(family(abi));
        }
    }
    if families.is_empty() {
        families.push(family(assumed));
    }
    let mut kernels = Vec::new();
    for family in families {
        let main = family.iter().copied().find(|abi| abi.word_bits() == 64).unwrap_or(family[0]);
        let mut others = Vec::new();
        let table = below(d, main);
        for abi in family.iter().copied().filter(|abi| *abi != main) {
            let mut surface = Surface::of(d, verdicts, abi)?;
            surface.borrowed = abi.audit_arch() != main.audit_arch()
                && below(d, abi) == table
                && d.looks_at(table, walk::NR..walk::REGISTERS);
            others.push(surface);
        }
        kernels.push(Kernel { main: Surface::of(d, verdicts, main)?, others });
    }
    Ok(kernels)
}

/// Every ABI that a kernel may run which runs this one.
fn family(abi: Abi) -> &'static [Abi] {
    let families = Abi::ALL.iter().map(|main| main.family()).filter(|family| family.contains(&abi));
    families.max_by_key(|family| family.len()).unwrap_or_else(|| abi.family())
}
