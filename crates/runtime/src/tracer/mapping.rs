//! Mapping an area of sealed memory into a target: calls that the target makes at our will, at the very instruction by
//! which it made its own, which it makes again afterwards.
//!
//! The descriptor comes by the listener (`SECCOMP_IOCTL_NOTIF_ADDFD`): the target's own call is diverted to the supervisor,
//! which answers it with that descriptor. Then follow mmap, mseal and close. All signals are blocked meanwhile and stay
//! pending. Another thread may put its own file under the descriptor's number; so what was mapped is looked at, once
//! it is sealed and nobody can replace it any more.

use super::space::{AREA, Area};
use callgate_abi::{Abi, SeccompData, Sysno};
use callgate_sys::arch::Regs;
use callgate_sys::ptrace::{Stopped, SyscallInfo, TraceError, Tracee};
use callgate_sys::sealed::{self, SealedMemory};
use callgate_sys::signal::SignalSet;

/// `PROT_READ | PROT_EXEC`: the slots hold code.
pub(super) const ACCESS: u64 = 0x1 | 0x4;
/// `MAP_SHARED | MAP_POPULATE`. A private mapping could be written by `/proc/PID/mem`.
pub(super) const SHARED: u64 = 0x1 | 0x8000;

/// An area on its way into a target.
#[derive(Debug)]
pub(super) struct Mapping {
    /// The call for whose sake it is.
    data: SeccompData,
    abi: Abi,
    /// What the thread blocked before.
    mask: SignalSet,
    memory: SealedMemory,
    step: Step,
    /// The call that is to come; taken once it has begun. Should the target have put other code in place of its call,
    /// another one comes.
    awaited: Option<(u32, [u64; 6])>,
    /// Where it was mapped; `None` until then, and after a failure.
    base: Option<u64>,
    /// The descriptor's number in the target.
    fd: u64,
}

/// The call that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// The target's own, answered with the descriptor.
    Fetch,
    Map,
    Seal,
    Close,
}

/// How a stop ends.
pub(super) enum Progress {
    /// There is more to do: to the next entry or exit of a call.
    On,
    /// It is over, and the thread makes its own call next: the area, or none.
    Over(Option<Area>),
    /// The descriptor did not come, for a stop of the process came in between: the call is made again, and then
    /// this begins anew.
    Anew,
}

impl Mapping {
    /// Begins at the entry of a call: the thread is resumed to the exit of `data`, diverted to the supervisor.
    pub(super) fn begin(
        tracee: &Tracee<Stopped>,
        data: SeccompData,
        abi: Abi,
        memory: SealedMemory,
    ) -> Result<Mapping, TraceError> {
        let mask = tracee.signal_mask()?;
        tracee.set_signal_mask(SignalSet::ALL)?;
        Ok(Mapping { data, abi, mask, memory, step: Step::Fetch, awaited: None, base: None, fd: 0 })
    }

    /// Takes a stop at the entry or the exit of a call. The mapping is given back while there is more to do.
    pub(super) fn proceed(
        mut self: Box<Self>,
        tracee: &Tracee<Stopped>,
    ) -> Result<(Option<Box<Self>>, Progress), TraceError> {
        let mut regs = tracee.regs()?;
        let next = match tracee.syscall_info()? {
            SyscallInfo::Entry(data) if self.awaited == Some((data.nr as u32, data.args)) => {
                self.awaited = None;
                return Ok((Some(self), Progress::On));
            }
            SyscallInfo::Exit(result) if self.awaited.is_none() => self.finished(result),
            _ => {
                self.base = None;
                Err(Progress::Over(None))
            }
        };
        let next = next.and_then(|(name, arguments)| {
            let call = Sysno::from_name(self.abi, name).ok_or(Progress::Over(None))?;
            Ok((call.nr, arguments))
        });
        match next {
            Ok((nr, arguments)) => {
                regs.set_instruction_pointer(self.data.instruction_pointer);
                regs.set_next_call(self.abi, nr, &arguments);
                tracee.set_regs(&regs)?;
                self.awaited = Some((nr, arguments));
                Ok((Some(self), Progress::On))
            }
            Err(progress) => self.end(tracee, &mut regs, &progress).map(|progress| (None, progress)),
        }
    }

    /// Gives up, at a stop in which the thread is about to make another call than ours.
    pub(super) fn abandon(&self, tracee: &Tracee<Stopped>) -> Result<(), TraceError> {
        tracee.set_signal_mask(self.mask)
    }

    /// A call of ours returned: the next one, or the end.
    fn finished(&mut self, result: i64) -> Result<(&'static str, [u64; 6]), Progress> {
        let value = u64::try_from(result).ok();
        match (self.step, value) {
            (Step::Fetch, Some(fd)) => {
                self.fd = fd;
                self.step = Step::Map;
                Ok((self.map_call(), [0, AREA as u64, ACCESS, SHARED, fd, 0]))
            }
            (Step::Fetch, None) if result == INTERRUPTED => Err(Progress::Anew),
            (Step::Map, Some(base)) => {
                self.base = Some(base);
                self.step = Step::Seal;
                Ok(("mseal", [base, AREA as u64, 0, 0, 0, 0]))
            }
            (Step::Map, None) => Ok(self.close()),
            (Step::Seal, sealed) => {
                if sealed.is_none() {
                    self.base = None;
                }
                Ok(self.close())
            }
            (Step::Fetch, None) | (Step::Close, _) => Err(Progress::Over(None)),
        }
    }

    fn close(&mut self) -> (&'static str, [u64; 6]) {
        self.step = Step::Close;
        ("close", [self.fd, 0, 0, 0, 0, 0])
    }

    fn map_call(&self) -> &'static str {
        if self.abi == Abi::I386 { "mmap2" } else { "mmap" }
    }

    /// The thread makes its own call next.
    fn end(
        self,
        tracee: &Tracee<Stopped>,
        regs: &mut Regs,
        progress: &Progress,
    ) -> Result<Progress, TraceError> {
        regs.set_instruction_pointer(self.data.instruction_pointer);
        regs.set_next_call(self.abi, self.data.nr as u32, &self.data.args);
        tracee.set_regs(regs)?;
        tracee.set_signal_mask(self.mask)?;
        Ok(match progress {
            Progress::Anew => Progress::Anew,
            _ => Progress::Over(self.area(tracee.tid())),
        })
    }

    fn area(self, tid: u32) -> Option<Area> {
        area(self.memory, self.base?, self.abi, tid)
    }
}

/// The area, if what is mapped at `base` and sealed is really it.
pub(super) fn area(memory: SealedMemory, base: u64, abi: Abi, tid: u32) -> Option<Area> {
    let mapped = sealed::mapped_at(tid, base)?;
    let is_it = mapped.identity == memory.identity()
        && mapped.shared_read_only
        && (mapped.offset, mapped.len) == (0, AREA as u64);
    if is_it { Area::new(memory, base, abi).ok() } else { None }
}

/// `-ERESTARTSYS`: a stop of the process came before the supervisor had the call.
const INTERRUPTED: i64 = -512;
