//! Several ways to the same thing, some closed and some forgotten.

use super::kernel::{Call, Surface};
use super::look::{Look, Need};
use super::report::Severity;
use super::tell::{Found, listed, verb};
use crate::diagram::Bounded;
use callgate_abi::SeccompData;

/// A call that does something, with the arguments by which it does.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Way {
    pub(crate) call: &'static str,
    pub(crate) needs: &'static [Need],
    /// Whoever refuses it means to close all ways. Of other ways it only matters whether they are open: they are
    /// refused for reasons of their own, or for libraries to use another one.
    pub(crate) main: bool,
}

/// A call that does it, whatever its registers hold, and the first that comes to mind.
pub(crate) const fn main(call: &'static str) -> Way {
    Way { call, needs: &[], main: true }
}

/// The first that comes to mind, with these arguments.
pub(crate) const fn main_with(call: &'static str, needs: &'static [Need]) -> Way {
    Way { call, needs, main: true }
}

/// A call that does it too.
pub(crate) const fn side(call: &'static str) -> Way {
    Way { call, needs: &[], main: false }
}

/// A call that does it too, with these arguments.
pub(crate) const fn side_with(call: &'static str, needs: &'static [Need]) -> Way {
    Way { call, needs, main: false }
}

/// The ways that are closed on purpose, and those that are open.
pub(crate) struct Gap {
    pub(crate) closed: Vec<Call>,
    pub(crate) open: Vec<(Call, SeccompData)>,
}

impl Look<'_> {
    /// The ways, if some are closed on purpose while others are open.
    pub(crate) fn gap(&mut self, surface: &Surface, ways: &[Way]) -> Bounded<Option<Gap>> {
        let gap = self.open_and_closed(surface, ways)?;
        Ok((!gap.closed.is_empty() && !gap.open.is_empty()).then_some(gap))
    }

    /// The ways that are closed on purpose, and those that are open.
    pub(crate) fn open_and_closed(&mut self, surface: &Surface, ways: &[Way]) -> Bounded<Gap> {
        let mut gap = Gap { closed: Vec::new(), open: Vec::new() };
        for way in ways {
            let Some(call) = surface.call(way.call) else { continue };
            let Some(condition) = self.needed(call.sysno, way.needs)? else { continue };
            if let Some(data) = self.running(&call, condition)? {
                gap.open.push((call, data));
            } else if way.main && self.denied(surface, &call, condition)?.is_some() {
                gap.closed.push(call);
            }
        }
        Ok(gap)
    }

    /// Says of each ABI which ways to do something are open beside closed ones.
    pub(crate) fn find_gaps(&mut self, what: &str, ways: &[Way], fix: &str) -> Bounded<()> {
        self.each_surface(|look, surface| {
            if let Some(gap) = look.gap(surface, ways)? {
                look.find_gap(surface, &gap, what, fix);
            }
            Ok(())
        })
    }

    /// Says which ways to do something are open beside closed ones.
    pub(crate) fn find_gap(&mut self, surface: &Surface, gap: &Gap, what: &str, fix: &str) {
        let closed: Vec<String> = gap.closed.iter().map(Call::name).collect();
        let open: Vec<String> = gap.open.iter().map(|(call, _)| call.name()).collect();
        let Some((_, witness)) = gap.open.first() else { return };
        self.find(Found {
            severity: Severity::Warning,
            abi: surface.abi,
            message: format!(
                "{what}: {} {} refused, but {} {}",
                listed(&closed),
                verb(closed.len(), "is", "are"),
                listed(&open),
                verb(open.len(), "runs", "run")
            ),
            calls: open,
            fix: fix.to_owned(),
            witness: *witness,
        });
    }
}
