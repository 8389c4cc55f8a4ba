//! What the tracer knows of a thread, and how a rewritten call becomes again what it was.

use super::exec::Expected;
use super::gift::Gift;
use super::mapping::Mapping;
use super::space::{Slot, Spot};
use callgate_abi::{Errno, SeccompData};
use callgate_sys::arch::{Regs, Return};
use callgate_sys::ptrace::{Running, Stopped, TraceError, Tracee};

/// One traced thread.
#[derive(Debug)]
pub(super) struct Thread {
    /// Its thread group.
    pub(super) process: u32,
    /// It has a filter of its own, which would see a changed number: none is changed.
    pub(super) filtered: bool,
    /// What of ours is in its registers.
    pub(super) phase: Phase,
    /// Kept from call to call: a call may have returned without the tracer hearing of it.
    pub(super) slot: Option<Slot>,
    /// What it is about to execute.
    pub(super) exec: Option<Expected>,
}

/// What of ours is in a thread's registers.
#[derive(Debug)]
pub(super) enum Phase {
    /// Nothing.
    Clear,
    /// The arguments of a call lie in the thread's slot; it may have returned since.
    Sealed(Sealed),
    /// These arguments are put back at the call's exit.
    Restoring(SeccompData),
    /// An area is being mapped, for the sake of a call that is made afterwards.
    Mapping(Box<Mapping>),
    /// The call runs without its pointers and descriptors: filters see it, and nothing comes of it.
    Hollow(SeccompData, Then),
    /// It waits for the answer to the call of this number at the supervisor's desk.
    Held(u64, SeccompData, Tracee<Stopped>),
    /// It makes this call next, and is to make it.
    Passing(SeccompData),
    /// It makes this call next once more, and that was looked at so often.
    Repeating(SeccompData, u32),
    /// The arguments of a call lie in the thread's slot, until its exit.
    Opening(Sealed),
    /// It is given a descriptor as its call's result.
    Receiving(Box<Gift>),
}

/// How a call that ran hollow goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    /// The supervisor performs it.
    Perform,
    /// Sealed memory is mapped, and then it is made again.
    Map,
    /// It fails.
    Fail(Errno),
}

/// A call whose arguments were replaced.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sealed {
    /// The call as the thread made it.
    pub(super) data: SeccompData,
    /// How often it was looked at, in case it is made again.
    pub(super) attempt: u32,
    /// The results after which it is.
    pub(super) again_at: [u16; 3],
}

/// A call as the thread made it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Made {
    /// Its number, arguments and place.
    pub(super) data: SeccompData,
    /// How often it was looked at before.
    pub(super) attempt: u32,
}

/// The kernel's own codes for calls to be restarted (`linux/errno.h`): what is behind them sees them only here.
const RESTARTS: std::ops::RangeInclusive<i64> = -516..=-512;

impl Thread {
    pub(super) fn new(process: u32, filtered: bool) -> Thread {
        Thread { process, filtered, phase: Phase::Clear, slot: None, exec: None }
    }

    /// The call that a filter stopped, as the thread made it, with the registers as they were then: one that the kernel
    /// restarts, or that our own code makes again, is the one it was at first.
    pub(super) fn made(&mut self, data: SeccompData, regs: &mut Regs) -> Made {
        let phase = std::mem::replace(&mut self.phase, Phase::Clear);
        let (Phase::Sealed(sealed), Some(slot)) = (phase, &self.slot) else {
            return Made { data, attempt: 0 };
        };
        let Some(spot) = slot.spot(regs.instruction_pointer()) else { return Made { data, attempt: 0 } };
        regs.set_arguments(slot.abi(), &sealed.data.args);
        regs.set_instruction_pointer(sealed.data.instruction_pointer);
        // A program that jumps there by itself makes its last call once more, and that is judged.
        let attempt = if spot == Spot::Repeated { sealed.attempt } else { 0 };
        Made { data: sealed.data, attempt }
    }

    /// Whether the registers, at a stop that is not a call's, show one of ours; if so they are made as they
    /// would be without us. The slot's code is left: the call has returned, or is made again as it was first.
    pub(super) fn undo(&mut self, regs: &mut Regs) -> bool {
        let (Phase::Sealed(sealed), Some(slot)) = (&self.phase, &self.slot) else { return false };
        let sealed = *sealed;
        let Some(spot) = slot.spot(regs.instruction_pointer()) else {
            self.phase = Phase::Clear;
            return false;
        };
        let abi = slot.abi();
        self.phase = Phase::Clear;
        let nr = sealed.data.nr;
        let result = regs.result();
        let at_call = regs.number() >= 0;
        regs.set_instruction_pointer(sealed.data.instruction_pointer);
        regs.set_arguments(abi, &sealed.data.args);
        match spot {
            Spot::Back if at_call && RESTARTS.contains(&result) => regs.set_call(abi, nr, &sealed.data.args),
            Spot::Back if !is_one_of(result, sealed.again_at) => {}
            _ => regs.set_next_call(abi, nr as u32, &sealed.data.args),
        }
        true
    }

    /// Lets the thread go on as its phase needs it: to the exit of a call of ours, or wherever it likes.
    pub(super) fn resume(&self, tracee: Tracee<Stopped>, signal: i32) -> Result<Tracee<Running>, TraceError> {
        match self.phase {
            Phase::Restoring(_) | Phase::Mapping(_) => tracee.to_syscall(signal),
            _ => tracee.cont(signal),
        }
    }
}

pub(super) fn is_one_of(result: i64, errnos: [u16; 3]) -> bool {
    errnos.iter().any(|errno| *errno != 0 && result == -i64::from(*errno))
}

impl Sealed {
    /// How its slot brings it back.
    pub(super) fn way_back(&self) -> Return {
        let [first, second, third, fourth, ..] = self.data.args;
        Return {
            nr: self.data.nr as u32,
            arguments: [first, second, third, fourth],
            to: self.data.instruction_pointer,
            again_at: self.again_at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Phase, Sealed, Thread};
    use crate::tracer::space::{AREA, Area, Space};
    use callgate_abi::{Abi, Errno, SeccompData};
    use callgate_sys::arch::{Regs, X86_64Regs};
    use callgate_sys::sealed::SealedMemory;

    const OPENAT: i32 = 257;
    const OPENAT2: u64 = 437;
    const MADE: SeccompData = SeccompData {
        nr: OPENAT,
        arch: 0xc000_003e,
        instruction_pointer: 0x4000_0002,
        args: [1, 2, 3, 4, 5, 6],
    };

    /// A thread in a rewritten openat, and the registers that it has `offset` bytes into its slot.
    fn thread(offset: u64, orig_rax: u64, rax: i64) -> (Thread, X86_64Regs) {
        let mut space = Space::default();
        space.add(Area::new(SealedMemory::new(AREA).unwrap().0, 0x10_0000, Abi::X86_64).unwrap());
        let slot = space.slot().unwrap();
        let rip = slot.return_address() - 2 + offset;
        let mut thread = Thread::new(1, false);
        thread.slot = Some(slot);
        thread.phase = Phase::Sealed(Sealed { data: MADE, attempt: 1, again_at: [Errno::ELOOP.0, 0, 0] });
        let regs = X86_64Regs { orig_rax, rax: rax as u64, rip, rsi: 0x10_0100, ..X86_64Regs::default() };
        (thread, regs)
    }

    fn undone(offset: u64, orig_rax: u64, rax: i64) -> X86_64Regs {
        let (mut thread, regs) = thread(offset, orig_rax, rax);
        let mut regs = Regs::X86_64(regs);
        assert!(thread.undo(&mut regs));
        let Regs::X86_64(regs) = regs else { unreachable!() };
        assert_eq!((regs.rdi, regs.rsi, regs.rdx, regs.r10, regs.r8, regs.r9), (1, 2, 3, 4, 5, 6));
        assert!(!thread.undo(&mut Regs::X86_64(regs)), "once");
        regs
    }

    #[test]
    fn a_returned_call_keeps_its_result() {
        let regs = undone(2, OPENAT2, 7);
        assert_eq!((regs.rip, regs.rax), (MADE.instruction_pointer, 7));
    }

    #[test]
    fn an_interrupted_call_restarts_as_it_was_made() {
        let regs = undone(2, OPENAT2, -512);
        assert_eq!((regs.rip, regs.orig_rax), (MADE.instruction_pointer, OPENAT as u64));
        assert_eq!(regs.rax as i64, -512, "the kernel decides by the signal");
    }

    #[test]
    fn a_call_on_its_way_to_be_made_again_is_made_as_at_first() {
        for (offset, rax) in [(0, OPENAT2 as i64), (2, -i64::from(Errno::ELOOP.0)), (100, OPENAT.into())] {
            let regs = undone(offset, u64::MAX, rax);
            assert_eq!((regs.rip, regs.rax), (MADE.instruction_pointer - 2, OPENAT as u64), "{offset}");
            assert_eq!(regs.orig_rax, u64::MAX, "nothing for the kernel to restart");
        }
    }

    #[test]
    fn what_is_elsewhere_is_left_alone() {
        let (mut thread, mut regs) = thread(0, u64::MAX, 3);
        regs.rip = 0x7777;
        let before = Regs::X86_64(regs);
        let mut after = before;
        assert!(!thread.undo(&mut after));
        assert_eq!(before, after);
        let made = thread.made(SeccompData { nr: 2, ..MADE }, &mut after);
        assert_eq!((made.data.nr, made.attempt), (2, 0));
    }

    #[test]
    fn a_repeated_call_is_known() {
        let (mut thread, regs) = thread(130, OPENAT as u64, -38);
        let mut regs = Regs::X86_64(regs);
        let made = thread.made(MADE, &mut regs);
        assert_eq!((made.attempt, regs.instruction_pointer()), (1, MADE.instruction_pointer));
    }
}
