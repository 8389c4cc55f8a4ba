//! Sets of calls on their way through a filter.

use crate::diagram::{Bounded, Diagrams, Ref, walk};

/// The calls for which both conditions hold. The first looks at the architecture alone; the second does not look at it,
/// unless the first is [`Ref::TRUE`]. Filters ask for the architecture once and then for many numbers: kept apart, the
/// former is not copied for each of the latter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Inputs {
    arch: Ref,
    rest: Ref,
}

impl Inputs {
    /// Every call.
    pub(crate) const ALL: Inputs = Inputs { arch: Ref::TRUE, rest: Ref::TRUE };
    /// No call.
    pub(crate) const NONE: Inputs = Inputs { arch: Ref::TRUE, rest: Ref::FALSE };

    pub(crate) fn is_empty(self) -> bool {
        self.rest == Ref::FALSE
    }

    /// As one condition.
    pub(crate) fn condition(self, d: &mut Diagrams) -> Bounded<Ref> {
        d.and(self.arch, self.rest)
    }

    fn of(arch: Ref, rest: Ref) -> Inputs {
        if arch == Ref::FALSE || rest == Ref::FALSE { Inputs::NONE } else { Inputs { arch, rest } }
    }

    /// Those for which a condition holds, or for which it does not.
    pub(crate) fn that(self, d: &mut Diagrams, condition: Ref, holds: bool) -> Bounded<Inputs> {
        let among = |d: &mut Diagrams, all: Ref| {
            if holds { d.and(all, condition) } else { d.choose(condition, Ref::FALSE, all) }
        };
        let of_arch = |d: &Diagrams, at: Ref| d.looks_at(at, walk::ARCH..walk::NR);
        if !of_arch(d, condition) {
            return Ok(Inputs::of(self.arch, among(d, self.rest)?));
        }
        let apart = d.looks_at(condition, walk::NR..u32::MAX) || of_arch(d, self.rest);
        if apart {
            let all = self.condition(d)?;
            return Ok(Inputs::of(Ref::TRUE, among(d, all)?));
        }
        Ok(Inputs::of(among(d, self.arch)?, self.rest))
    }

    /// Both together.
    pub(crate) fn and_those(self, d: &mut Diagrams, others: Inputs) -> Bounded<Inputs> {
        Ok(match (self, others) {
            (_, _) if others.is_empty() || self == others => self,
            (_, _) if self.is_empty() => others,
            (_, _) if self.arch == others.arch => Inputs::of(self.arch, d.or(self.rest, others.rest)?),
            (_, _) if self.rest == others.rest => Inputs::of(d.or(self.arch, others.arch)?, self.rest),
            _ => {
                let (left, right) = (self.condition(d)?, others.condition(d)?);
                Inputs::of(Ref::TRUE, d.or(left, right)?)
            }
        })
    }
}
