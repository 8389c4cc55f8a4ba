//! A stopped call: what it is about, and how it goes on.

use super::mapping::Mapping;
use super::space::{AREA, Slot};
use super::thread::{Made, Phase, Sealed, Thread};
use super::{Process, Tracer, enter, open};
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::{Abi, Errno, Sysno, constants};
use callgate_events::Mechanism;
use callgate_plan::{DIVERTED, Traced};
use callgate_sys::arch::Regs;
use callgate_sys::layout;
use callgate_sys::ptrace::{Stopped, SyscallInfo, TraceError, Tracee};
use callgate_sys::sealed::SealedMemory;

/// How a call goes on that was looked at.
pub(super) enum Next {
    /// As the thread made it.
    Pass,
    /// Not at all.
    Refuse(Errno),
    /// With arguments from the slot: the number and the arguments, and after which results it is looked at again.
    Seal(i32, [u64; 6], [u16; 3], u32),
    /// By the supervisor.
    Divert,
    /// With this argument changed until the call's exit.
    Change(usize, u64),
}

impl Tracer {
    /// A call that a filter stopped.
    pub(super) fn called(&mut self, tracee: Tracee<Stopped>) -> Result<(), TraceError> {
        let SyscallInfo::Seccomp(data, number) = tracee.syscall_info()? else {
            return self.resume(tracee, 0);
        };
        let tid = tracee.tid();
        let Some(thread) = self.threads.get_mut(&tid) else { return self.resume(tracee, 0) };
        if let Phase::Mapping(mapping) = &thread.phase {
            mapping.abandon(&tracee)?;
            thread.phase = Phase::Clear;
        }
        let mut regs = tracee.regs()?;
        let made = thread.made(data, &mut regs);
        thread.exec = None;
        // A filter of the target's own may answer trace too: natively nobody hears of it, and the call fails.
        let Some((traced, abi)) = Traced::from_number(number).zip(made.data.abi()) else {
            return self.refuse(tracee, regs, &made, Errno::ENOSYS);
        };
        if matches!(traced, Traced::Open | Traced::Exec | Traced::Enter) && self.lacks_slot(tid, &regs, abi) {
            if let Ok((memory, file)) = SealedMemory::new(AREA) {
                return self.map_area(tracee, regs, &made, abi, memory, file);
            }
            if let Some(process) = self.process_of(tid) {
                process.space.barren = true;
            }
        }
        self.supervisor.reporter.notified();
        let next = self.decide(tid, traced, &made, abi);
        self.go_on(tracee, regs, &made, abi, &next)
    }

    pub(super) fn process_of(&mut self, tid: u32) -> Option<&mut Process> {
        self.processes.get_mut(&self.threads.get(&tid)?.process)
    }

    /// Takes a slot for the thread's call. False when it has one, or none is to be had even by mapping another area.
    pub(super) fn lacks_slot(&mut self, tid: u32, regs: &Regs, abi: Abi) -> bool {
        // 64-bit code makes 32-bit calls by `int 0x80`: their pointers do not reach an area.
        if regs.is_compat() != (abi == Abi::I386) {
            return false;
        }
        let Some(thread) = self.threads.get_mut(&tid) else { return false };
        let Some(process) = self.processes.get(&thread.process) else { return false };
        if thread.slot.is_none() {
            thread.slot = process.space.slot();
        }
        thread.slot.is_none() && !thread.filtered && !process.space.barren
    }

    fn map_area(
        &mut self,
        tracee: Tracee<Stopped>,
        mut regs: Regs,
        made: &Made,
        abi: Abi,
        memory: SealedMemory,
        file: std::os::fd::OwnedFd,
    ) -> Result<(), TraceError> {
        let mapping = Mapping::begin(&tracee, made.data, abi, memory)?;
        self.supervisor.post.put(tracee.tid(), file);
        let mut arguments = made.data.args;
        arguments[5] = DIVERTED.into();
        regs.set_call(abi, made.data.nr, &arguments);
        tracee.set_regs(&regs)?;
        if let Some(thread) = self.threads.get_mut(&tracee.tid()) {
            thread.phase = Phase::Mapping(Box::new(mapping));
        }
        self.resume(tracee, 0)
    }

    pub(super) fn decide(&mut self, tid: u32, traced: Traced, made: &Made, abi: Abi) -> Next {
        let next = match traced {
            Traced::Open => self.open(tid, made, abi),
            Traced::Exec => self.execute(tid, made, abi),
            Traced::Enter => self.enter(tid, made, abi),
            Traced::Clone => Ok(keep_child(made, abi)),
            Traced::Filter => Ok(self.filter_added(tid, made, abi)),
        };
        next.unwrap_or_else(|stop| match stop {
            Stop::Errno(errno) => Next::Refuse(errno),
            Stop::Refused(errno, reason) => {
                let via = Mechanism::Ptrace;
                self.supervisor.reporter.refused_by(via, tid, &made.data, errno, reason);
                Next::Refuse(errno)
            }
            // It is dying.
            Stop::Gone | Stop::Restart => Next::Refuse(Errno::EINTR),
        })
    }

    fn open(&self, tid: u32, made: &Made, abi: Abi) -> Result<Next, Stop> {
        let Some((slot, thread)) = self.slot_of(tid, abi) else { return Ok(Next::Divert) };
        if thread.filtered {
            return Ok(Next::Divert);
        }
        let target = Target::stopped(tid, &made.data, abi);
        let by = match open::judge(&self.supervisor, &target, made.attempt)? {
            open::Opening::Sealed(by) => by,
            open::Opening::Diverted => return Ok(Next::Divert),
        };
        let (Ok(path), Ok(how), Some(call)) =
            (slot.put_path(&by.path), slot.put_how(&by.how), Sysno::from_name(abi, "openat2"))
        else {
            return Ok(Next::Divert);
        };
        let mut arguments = made.data.args;
        let size = size_of::<layout::OpenHow>() as u64;
        arguments[..4].copy_from_slice(&[by.dirfd as u64, path, how, size]);
        Ok(Next::Seal(call.nr as i32, arguments, by.again_at, by.attempt))
    }

    pub(super) fn execute(&mut self, tid: u32, made: &Made, abi: Abi) -> Result<Next, Stop> {
        let target = Target::stopped(tid, &made.data, abi);
        let execution = self.executions.judge(&self.supervisor, &target)?;
        let sealed = execution.path.and_then(|path| self.slot_of(tid, abi)?.0.put_path(&path).ok());
        if let Some(thread) = self.threads.get_mut(&tid) {
            thread.exec = Some(execution.expected);
        }
        // Without a slot the path may still be changed; the kernel's choice is looked at in the end.
        Ok(sealed.map_or(Next::Pass, |path| with_path(made, execution.argument, path)))
    }

    /// chdir of a redirected folder. Entering folders is free, so another one that is entered does no harm.
    fn enter(&mut self, tid: u32, made: &Made, abi: Abi) -> Result<Next, Stop> {
        if (Sysno { abi, nr: made.data.nr as u32 }).name() != Some("chdir") {
            return Ok(Next::Refuse(Errno::ENOSYS));
        }
        let target = Target::stopped(tid, &made.data, abi);
        let Some(to) = enter::redirected(&self.supervisor, &target)? else { return Ok(Next::Pass) };
        let path = self.slot_of(tid, abi).and_then(|(slot, _)| slot.put_path(&to).ok());
        Ok(path.map_or(Next::Refuse(Errno::EACCES), |path| with_path(made, 0, path)))
    }

    /// The target adds a filter, to one thread or to all.
    fn filter_added(&mut self, tid: u32, made: &Made, abi: Abi) -> Next {
        let Some(process) = self.threads.get(&tid).map(|thread| thread.process) else { return Next::Pass };
        let to_all = (Sysno { abi, nr: made.data.nr as u32 }).name() == Some("seccomp")
            && made.data.args[1] as u32 & layout::SECCOMP_FILTER_FLAG_TSYNC != 0;
        if let Some(process) = self.processes.get_mut(&process).filter(|_| to_all) {
            process.filtered = true;
        }
        for (other, thread) in &mut self.threads {
            thread.filtered |= *other == tid || (to_all && thread.process == process);
        }
        Next::Pass
    }

    fn slot_of(&self, tid: u32, abi: Abi) -> Option<(&Slot, &Thread)> {
        let thread = self.threads.get(&tid)?;
        Some((thread.slot.as_ref().filter(|slot| slot.abi() == abi)?, thread))
    }

    fn go_on(
        &mut self,
        tracee: Tracee<Stopped>,
        mut regs: Regs,
        made: &Made,
        abi: Abi,
        next: &Next,
    ) -> Result<(), TraceError> {
        let tid = tracee.tid();
        let Made { data, .. } = made;
        let mut phase = Phase::Clear;
        match *next {
            Next::Refuse(errno) => return self.refuse(tracee, regs, made, errno),
            Next::Pass => regs.set_call(abi, data.nr, &data.args),
            Next::Divert | Next::Change(..) => {
                let (index, value) = match *next {
                    Next::Change(index, value) => (index, value),
                    _ => (5, DIVERTED.into()),
                };
                let mut arguments = data.args;
                arguments[index] = value;
                regs.set_call(abi, data.nr, &arguments);
                phase = Phase::Restoring(*data);
            }
            Next::Seal(nr, arguments, again_at, attempt) => {
                let sealed = Sealed { data: *data, attempt, again_at };
                let Some((slot, _)) = self.slot_of(tid, abi) else {
                    return self.refuse(tracee, regs, made, Errno::EIO);
                };
                if slot.put_return(&sealed.way_back()).is_err() {
                    return self.refuse(tracee, regs, made, Errno::EIO);
                }
                regs.set_call(abi, nr, &arguments);
                regs.set_instruction_pointer(slot.return_address());
                phase = Phase::Sealed(sealed);
            }
        }
        tracee.set_regs(&regs)?;
        if let Some(thread) = self.threads.get_mut(&tid) {
            thread.phase = phase;
        }
        self.resume(tracee, 0)
    }

    /// The call is not made, and fails.
    fn refuse(
        &mut self,
        tracee: Tracee<Stopped>,
        mut regs: Regs,
        made: &Made,
        errno: Errno,
    ) -> Result<(), TraceError> {
        regs.set_call(made.data.abi().unwrap_or(Abi::NATIVE), -1, &made.data.args);
        regs.set_result(-i64::from(errno.0));
        tracee.set_regs(&regs)?;
        self.resume(tracee, 0)
    }
}

/// A path from the slot in place of the given one.
fn with_path(made: &Made, argument: usize, path: u64) -> Next {
    let mut arguments = made.data.args;
    arguments[argument] = path;
    Next::Seal(made.data.nr, arguments, [0; 3], 0)
}

/// clone without the flag by which the child would leave the tracer.
pub(super) fn keep_child(made: &Made, abi: Abi) -> Next {
    match constants::value(abi, "CLONE_UNTRACED") {
        Some(untraced) if (Sysno { abi, nr: made.data.nr as u32 }).name() == Some("clone") => {
            Next::Change(0, made.data.args[0] & !untraced)
        }
        _ => Next::Refuse(Errno::ENOSYS),
    }
}
