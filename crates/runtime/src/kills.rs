//! Explaining kills. A filter that kills sends no notification, so the run is seized to stop at its exits
//! (`PTRACE_O_TRACEEXIT`), where the killed call's number, arguments and address still stand.

use crate::procfs;
use crate::report::Reporter;
use callgate_abi::{Action, SeccompData};
use callgate_events::{Bytes, CodeAddress, Verdict};
use callgate_policy::model::SyscallRule;
use callgate_policy::{Policy, Syscalls};
use callgate_sys::memory;
use callgate_sys::ptrace::{Stopped, Tracee};

/// `PTRACE_O_*` of `linux/ptrace.h`: all that the run starts is followed, and stops at its exit. No
/// EXITKILL: should the supervisor die, the guardian ends the run.
pub(crate) const OPTIONS: u32 = 0x02 | 0x04 | 0x08 | 0x40;

const SIGSYS: i32 = 31;

/// Reports what killed a thread, if a rule did: at its exit stop. True when one did.
pub(crate) fn explain(tracee: &Tracee<Stopped>, reporter: &Reporter, policy: &Policy) -> bool {
    let Ok(status) = tracee.event_message() else { return false };
    if status & 0x7f != SIGSYS as u64 {
        return false;
    }
    let (Some(syscalls), Ok(registers)) = (&policy.syscalls, tracee.regs()) else { return false };
    let tid = tracee.tid();
    let address = registers.instruction_pointer();
    let mut before = [0; 2];
    let int80 =
        address >= 2 && memory::read_exact(tid, address - 2, &mut before).is_ok() && before == [0xcd, 0x80];
    let data = registers.call(int80);
    let verdict = syscalls.evaluate(&data);
    let kind = match verdict.action {
        Action::KillProcess => Verdict::Kill,
        Action::KillThread => Verdict::KillThread,
        // SIGSYS that nobody handled.
        Action::Trap(_) => Verdict::Trap,
        // Another thread's kill took this one along, or somebody sent SIGSYS.
        _ => return false,
    };
    let rule = verdict.rule.map(|rule| &rule.origin).or(syscalls.default_origin.as_ref());
    let fix = fix(syscalls, &data, verdict.rule);
    reporter.killed(tid, &data, kind, rule, Some(locate(tid, address)), fix);
    true
}

/// What would allow a call that the policy's rules for calls refuse.
pub(crate) fn fix(syscalls: &Syscalls, data: &SeccompData, rule: Option<&SyscallRule>) -> Option<String> {
    let abi = data.abi()?;
    if !syscalls.arches.contains(&abi) {
        return Some(format!("add \"{abi}\" to `arch`"));
    }
    let call = callgate_abi::Sysno { abi, nr: data.nr as u32 };
    match rule {
        None => Some(format!("--syscall allow:{call}")),
        Some(rule) => Some(format!("remove the rule `{}`", rule.origin.text)),
    }
}

/// The mapping an address lies in.
fn locate(tid: u32, address: u64) -> CodeAddress {
    match procfs::mapped(tid, address) {
        Some(mapped) => CodeAddress {
            address,
            file: mapped.name.map(Bytes),
            offset: address - mapped.start + mapped.offset,
        },
        None => CodeAddress { address, file: None, offset: 0 },
    }
}
