//! What a condition says of one argument: which bits it looks at, and which of them the kernel reads.

use super::kernel::Call;
use super::look::Look;
use crate::condition::swapped;
use crate::diagram::{Bounded, Diagrams, Known, Ref, walk};
use crate::reference::level;
use callgate_abi::{Abi, Arg, ArgKind, Endian, Sysno, signature_on};
use std::ops::Range;

/// An argument of a call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Argument {
    abi: Abi,
    pub(crate) place: u32,
    pub(crate) arg: &'static Arg,
    /// The low bits that the kernel reads.
    pub(crate) read: u32,
}

/// The arguments of a call, those left out that only keep a pair aligned.
pub(crate) fn arguments(sysno: Sysno) -> Vec<Argument> {
    let Some(name) = sysno.name() else { return Vec::new() };
    let args = signature_on(sysno.abi, name).map_or(&[][..], |signature| signature.args);
    let argument = |(place, arg): (usize, &'static Arg)| Argument {
        abi: sysno.abi,
        place: place as u32,
        arg,
        read: read_bits(sysno.abi, name, arg.kind),
    };
    args.iter().enumerate().filter(|(_, arg)| arg.name != "pad").map(argument).collect()
}

/// The bits of a register that the kernel reads. `mode_t` has 16 (`umode_t`), and so have user and group ids of
/// the calls that a younger one with `32` stands beside (`old_uid_t`).
fn read_bits(abi: Abi, name: &str, kind: ArgKind) -> u32 {
    match kind {
        ArgKind::Mode => 16,
        ArgKind::Uid | ArgKind::Gid if Sysno::from_name(abi, &format!("{name}32")).is_some() => 16,
        kind => kind.bits(abi),
    }
}

impl Argument {
    /// The levels of its register.
    pub(crate) fn levels(&self) -> Range<u32> {
        let first = walk::register(self.place);
        first..first + 64
    }

    /// The level of a bit, counted from the lowest.
    pub(crate) fn level(&self, bit: u32) -> u32 {
        level(self.abi.endian(), self.place as u8, bit)
    }

    /// The levels of the upper half.
    pub(crate) fn upper(&self) -> Range<u32> {
        self.half(self.abi.endian() == Endian::Big)
    }

    /// The levels of the lower half.
    pub(crate) fn lower(&self) -> Range<u32> {
        self.half(self.abi.endian() == Endian::Little)
    }

    fn half(&self, second: bool) -> Range<u32> {
        let first = walk::register(self.place) + if second { 32 } else { 0 };
        first..first + 32
    }

    /// Whether the kernel reads less than a filter sees.
    pub(crate) fn has_unread(&self) -> bool {
        self.read < self.abi.register_bits()
    }

    pub(crate) fn is_unread(&self, level: u32) -> bool {
        (self.read..64).any(|bit| self.level(bit) == level)
    }

    /// The ways in which programs spell a value: the bits that the kernel does not read are 0, or all 1 behind
    /// a value whose highest bit is 1, as a negative number is widened.
    pub(crate) fn spelled(&self, d: &mut Diagrams) -> Bounded<Ref> {
        let (mut zero, mut ones) = (Ref::TRUE, d.bit(self.level(self.read - 1))?);
        for bit in self.read..self.abi.register_bits() {
            let bit = d.bit(self.level(bit))?;
            ones = d.and(bit, ones)?;
            let not = d.not(bit)?;
            zero = d.and(not, zero)?;
        }
        d.or(zero, ones)
    }

    /// The condition that the register is this.
    pub(crate) fn is(&self, d: &mut Diagrams, value: u64) -> Bounded<Ref> {
        let mut all = Ref::TRUE;
        for n in 0..64 {
            let bit = d.bit(self.level(n))?;
            let bit = if value >> n & 1 == 1 { bit } else { d.not(bit)? };
            all = d.and(all, bit)?;
        }
        Ok(all)
    }

    /// The condition that holds where this one does for some value of the argument.
    pub(crate) fn for_some(&self, d: &mut Diagrams, condition: Ref) -> Bounded<Ref> {
        let levels = self.levels();
        d.exists(condition, &|level| levels.contains(&level), &mut Known::default())
    }

    /// The sets of values that a condition tells apart, the upper half's levels first on every ABI. Each is what
    /// leads from something asked before to something asked after.
    pub(crate) fn sets(&self, d: &mut Diagrams, condition: Ref) -> Bounded<Vec<Ref>> {
        let Range { start, end } = self.levels();
        let mut sets = Vec::new();
        for from in d.exits(condition, start) {
            for to in d.exits(from, end) {
                let mut set = d.leading_to(from, end, to)?;
                if set == Ref::TRUE || to == Ref::FALSE {
                    continue;
                }
                if self.abi.endian() == Endian::Big {
                    set = swapped(d, set, start)?;
                }
                if !sets.contains(&set) {
                    sets.push(set);
                }
            }
        }
        Ok(sets)
    }
}

/// A call and one of its arguments that something is asked of.
pub(crate) type Asked = (Call, Argument);

/// The condition that the bits at these levels are 0.
pub(crate) fn all_zero(d: &mut Diagrams, mut levels: Vec<u32>) -> Bounded<Ref> {
    // From the last on, so that each is put on top of the others.
    levels.sort_unstable_by_key(|level| std::cmp::Reverse(*level));
    let mut all = Ref::TRUE;
    for level in levels {
        let bit = d.bit(level)?;
        all = d.choose(bit, Ref::FALSE, all)?;
    }
    Ok(all)
}

impl Look<'_> {
    /// Each named call of a surface that is decided by arguments, with each argument that is looked at.
    pub(crate) fn asked(&mut self, calls: &[Call]) -> Vec<Asked> {
        let mut asked = Vec::new();
        for call in calls.iter().filter(|call| !call.decision.is_leaf()) {
            for argument in arguments(call.sysno) {
                if self.looks_at_register(call.decision, argument.place) {
                    asked.push((*call, argument));
                }
            }
        }
        asked
    }

    /// The condition that all bits of a call's arguments are 0 that the kernel does not read.
    pub(crate) fn plainly_spelled(&mut self, sysno: Sysno) -> Bounded<Ref> {
        if let Some(known) = self.plain.get(&sysno) {
            return Ok(*known);
        }
        let unread = |argument: Argument| (argument.read..64).map(move |bit| argument.level(bit));
        let levels = arguments(sysno).into_iter().flat_map(unread).collect();
        let plain = all_zero(self.d(), levels)?;
        self.plain.insert(sysno, plain);
        Ok(plain)
    }
}
