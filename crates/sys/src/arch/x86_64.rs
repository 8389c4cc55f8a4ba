//! x86-64, and the 32-bit programs that run on it.

use callgate_abi::{Abi, SeccompData};
use std::arch::{asm, naked_asm};

/// Makes a system call without touching `errno` or anything else in user space.
///
/// A child that shares its parent's memory must not use libc's wrappers: their `errno` is the
/// parent thread's own.
///
/// # Safety
/// The call must be sound with these arguments: pointers valid for what the kernel reads and
/// writes through them, and no effect (closing, unmapping) on what others own.
pub(crate) unsafe fn syscall6(nr: libc::c_long, args: [usize; 6]) -> isize {
    let result: isize;
    // SAFETY: the instruction clobbers rcx and r11 only, which are declared; the stack is not
    // used; memory is not declared untouched, so the compiler assumes that the kernel wrote any
    // of it. That the call itself is sound is the caller's promise.
    unsafe {
        asm!(
            "syscall",
            inlateout("rax") nr as isize => result,
            in("rdi") args[0],
            in("rsi") args[1],
            in("rdx") args[2],
            in("r10") args[3],
            in("r8") args[4],
            in("r9") args[5],
            lateout("rcx") _,
            lateout("r11") _,
            options(nostack),
        );
    }
    result
}

/// Clones a task that runs `function` on `argument`, on a stack of its own; otherwise as [`syscall6`].
///
/// # Safety
/// The clone must be sound with these flags (of clone(2)), none of which may set thread-local storage or
/// take an address. `stack_top` is 16-byte aligned and ends a writable mapping that is the task's alone while it lives.
pub(crate) unsafe fn clone_onto(
    flags: u64,
    stack_top: *mut std::ffi::c_void,
    function: extern "C" fn(usize) -> !,
    argument: usize,
) -> isize {
    let result: isize;
    // SAFETY: the kernel keeps r12 and r13 for both tasks. In the old task this is a plain call, as in
    // `syscall6`; the new one, which finds 0 in rax, stands at the top of its stack, goes into `function`
    // and never comes back. That the clone itself is sound is the caller's promise.
    unsafe {
        asm!(
            "syscall",
            "test rax, rax",
            "jnz 2f",
            "xor ebp, ebp",
            "mov rdi, r13",
            "call r12",
            "2:",
            inlateout("rax") libc::SYS_clone as isize => result,
            in("rdi") flags,
            in("rsi") stack_top,
            in("rdx") 0_usize,
            in("r10") 0_usize,
            in("r8") 0_usize,
            in("r12") function,
            in("r13") argument,
            out("rcx") _,
            out("r11") _,
            options(nostack),
        );
    }
    result
}

/// Asks for the process id through the 32-bit gate (`int 0x80`, i386's call 20).
///
/// Where the kernel lacks 32-bit emulation this is a general protection fault, which ends the
/// process by SIGSEGV: only for a child made to try it.
pub(crate) fn i386_getpid() -> i32 {
    let result: i32;
    // SAFETY: getpid has no arguments and no effect. Some kernels' gates clear r8 to r11, so these
    // are declared as clobbered; the others are kept.
    unsafe {
        asm!(
            "int 0x80",
            inlateout("eax") 20_i32 => result,
            lateout("r8") _,
            lateout("r9") _,
            lateout("r10") _,
            lateout("r11") _,
            options(nostack),
        );
    }
    result
}

/// Calls the number −1 for ever, which no kernel has: something for a tracer to put other calls into. Uses no
/// memory, so threads may share a stack here.
#[unsafe(naked)]
extern "C" fn native_loop() -> ! {
    naked_asm!("2:", "mov eax, -1", "syscall", "jmp 2b")
}

/// The same by the 32-bit gate.
#[unsafe(naked)]
extern "C" fn i386_loop() -> ! {
    naked_asm!("2:", "mov eax, -1", "int 0x80", "jmp 2b")
}

/// Code that does nothing but call, by one of the processor's ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CallLoop {
    /// By `syscall`: x86-64 and x32.
    Native,
    /// By `int 0x80`: i386. Without 32-bit emulation a general protection fault.
    I386,
}

impl CallLoop {
    /// The way to make calls of an `AUDIT_ARCH_*`.
    pub(crate) fn of_arch(arch: u32) -> Option<CallLoop> {
        match arch {
            arch if arch == Abi::X86_64.audit_arch() => Some(CallLoop::Native),
            arch if arch == Abi::I386.audit_arch() => Some(CallLoop::I386),
            _ => None,
        }
    }

    /// Never returns.
    pub(crate) fn run(self) -> ! {
        match self {
            CallLoop::Native => native_loop(),
            CallLoop::I386 => i386_loop(),
        }
    }

    /// Where it begins.
    pub(crate) fn address(self) -> u64 {
        let code: extern "C" fn() -> ! = match self {
            CallLoop::Native => native_loop,
            CallLoop::I386 => i386_loop,
        };
        (code as *const ()).addr() as u64
    }
}

/// The registers of a stopped 64-bit thread: C's `struct user_regs_struct` (`sys/user.h`), 216 bytes,
/// regset `NT_PRSTATUS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(C)]
#[expect(missing_docs, reason = "the fields are the registers they are named after")]
pub struct X86_64Regs {
    pub r15: u64,
    pub r14: u64,
    pub r13: u64,
    pub r12: u64,
    pub rbp: u64,
    pub rbx: u64,
    pub r11: u64,
    pub r10: u64,
    pub r9: u64,
    pub r8: u64,
    pub rax: u64,
    pub rcx: u64,
    pub rdx: u64,
    pub rsi: u64,
    pub rdi: u64,
    /// The call's number at a call's stops, −1 elsewhere.
    pub orig_rax: u64,
    pub rip: u64,
    pub cs: u64,
    pub eflags: u64,
    pub rsp: u64,
    pub ss: u64,
    pub fs_base: u64,
    pub gs_base: u64,
    pub ds: u64,
    pub es: u64,
    pub fs: u64,
    pub gs: u64,
}

/// The registers of a stopped 32-bit thread: the kernel's `struct user_regs_struct32`
/// (`arch/x86/include/asm/user_32.h`), 68 bytes, regset `NT_PRSTATUS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(C)]
#[expect(missing_docs, reason = "the fields are the registers they are named after")]
pub struct I386Regs {
    pub ebx: u32,
    pub ecx: u32,
    pub edx: u32,
    pub esi: u32,
    pub edi: u32,
    pub ebp: u32,
    pub eax: u32,
    pub ds: u32,
    pub es: u32,
    pub fs: u32,
    pub gs: u32,
    /// The call's number at a call's stops, −1 elsewhere.
    pub orig_eax: u32,
    pub eip: u32,
    pub cs: u32,
    pub eflags: u32,
    pub esp: u32,
    pub ss: u32,
}

/// Bytes of `syscall` and of `int 0x80`. A `sysenter` of 32-bit code returns behind an `int 0x80` that is there for
/// restarting it (`arch/x86/entry/vdso/vdso32/system_call.S`).
const CALL_LEN: u64 = 2;

/// A stopped thread's registers, in the width the thread runs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Regs {
    /// 64-bit code. It may still make 32-bit calls by `int 0x80`: see [`Regs::call`].
    X86_64(X86_64Regs),
    /// 32-bit code.
    I386(I386Regs),
}

impl Regs {
    /// Bytes of the larger form.
    pub(crate) const MAX: usize = size_of::<X86_64Regs>();

    /// The registers from what `PTRACE_GETREGSET` wrote; its length tells the width.
    pub(crate) fn from_words(words: &[u64; Self::MAX / 8], len: usize) -> Option<Regs> {
        if len == size_of::<X86_64Regs>() {
            // SAFETY: the array has the size and at least the alignment of X86_64Regs, which is
            // repr(C) of 27 u64 without padding; every bit pattern is a value of it.
            return Some(Regs::X86_64(unsafe { words.as_ptr().cast::<X86_64Regs>().read() }));
        }
        if len == size_of::<I386Regs>() {
            // SAFETY: the array is larger than I386Regs and aligned for u64; I386Regs is repr(C) of
            // 17 u32 without padding; every bit pattern is a value of it.
            return Some(Regs::I386(unsafe { words.as_ptr().cast::<I386Regs>().read() }));
        }
        None
    }

    /// The bytes that `PTRACE_SETREGSET` takes: address and length within `self`.
    pub(crate) fn raw(&self) -> (*const u8, usize) {
        match self {
            Regs::X86_64(regs) => (std::ptr::from_ref(regs).cast(), size_of::<X86_64Regs>()),
            Regs::I386(regs) => (std::ptr::from_ref(regs).cast(), size_of::<I386Regs>()),
        }
    }

    /// The call that the registers hold, as a filter would have seen it.
    ///
    /// At the exit stop of a thread that a filter killed, this is the killed call: the kernel kills
    /// before it runs the call, and the registers are as they were at the entry. 64-bit registers
    /// cannot tell a 64-bit call from one by `int 0x80`; `int80` (the two bytes before the
    /// instruction pointer are `cd 80`) does.
    pub fn call(&self, int80: bool) -> SeccompData {
        match self {
            Regs::X86_64(r) if !int80 => SeccompData {
                nr: r.orig_rax as i32,
                arch: Abi::X86_64.audit_arch(),
                instruction_pointer: r.rip,
                args: [r.rdi, r.rsi, r.rdx, r.r10, r.r8, r.r9],
            },
            Regs::X86_64(r) => SeccompData {
                nr: r.orig_rax as i32,
                arch: Abi::I386.audit_arch(),
                instruction_pointer: r.rip,
                args: [r.rbx, r.rcx, r.rdx, r.rsi, r.rdi, r.rbp].map(|register| register & 0xffff_ffff),
            },
            Regs::I386(r) => SeccompData {
                nr: r.orig_eax as i32,
                arch: Abi::I386.audit_arch(),
                instruction_pointer: u64::from(r.eip),
                args: [r.ebx, r.ecx, r.edx, r.esi, r.edi, r.ebp].map(u64::from),
            },
        }
    }

    /// The same registers with the call taken out: at its entry the kernel runs nothing and goes on with this
    /// result, a negative errno for an error.
    #[must_use]
    pub fn without_call(mut self, result: i64) -> Regs {
        match &mut self {
            Regs::X86_64(r) => {
                r.orig_rax = u64::MAX;
                r.rax = result as u64;
            }
            Regs::I386(r) => {
                r.orig_eax = u32::MAX;
                r.eax = result as u32;
            }
        }
        self
    }

    /// The same registers with another call of one argument in place of the one at whose entry they are; `data` is
    /// that one.
    #[must_use]
    pub fn with_call(mut self, data: &SeccompData, nr: u32, argument: u64) -> Regs {
        let compat = data.arch == Abi::I386.audit_arch();
        match &mut self {
            Regs::X86_64(r) => {
                r.orig_rax = u64::from(nr);
                if compat {
                    r.rbx = argument;
                } else {
                    r.rdi = argument;
                }
            }
            Regs::I386(r) => {
                r.orig_eax = nr;
                r.ebx = argument as u32;
            }
        }
        self
    }

    /// The same registers with this call, and its instruction pointer, in place of the one at whose entry they are.
    /// Which architecture it is of was decided by the way it was made.
    #[must_use]
    pub fn with_data(mut self, data: &SeccompData) -> Regs {
        match &mut self {
            Regs::X86_64(r) => {
                r.orig_rax = u64::from(data.nr as u32);
                r.rip = data.instruction_pointer;
                if data.arch == Abi::I386.audit_arch() {
                    [r.rbx, r.rcx, r.rdx, r.rsi, r.rdi, r.rbp] = data.args;
                } else {
                    [r.rdi, r.rsi, r.rdx, r.r10, r.r8, r.r9] = data.args;
                }
            }
            Regs::I386(r) => {
                r.orig_eax = data.nr as u32;
                r.eip = data.instruction_pointer as u32;
                [r.ebx, r.ecx, r.edx, r.esi, r.edi, r.ebp] = data.args.map(|arg| arg as u32);
            }
        }
        self
    }

    /// The same registers at another instruction.
    #[must_use]
    pub(crate) fn at(mut self, address: u64) -> Regs {
        match &mut self {
            Regs::X86_64(r) => r.rip = address,
            Regs::I386(r) => r.eip = address as u32,
        }
        self
    }

    /// Puts a call's number and arguments where its ABI has them: at its entry, another call in place of this one;
    /// with the number −1 none.
    pub fn set_call(&mut self, abi: Abi, nr: i32, arguments: &[u64; 6]) {
        self.set_arguments(abi, arguments);
        match self {
            Regs::X86_64(r) => r.orig_rax = nr as i64 as u64,
            Regs::I386(r) => r.orig_eax = nr as u32,
        }
    }

    /// Puts a call's arguments where its ABI has them.
    pub fn set_arguments(&mut self, abi: Abi, arguments: &[u64; 6]) {
        let [first, second, third, fourth, fifth, sixth] = *arguments;
        match self {
            Regs::X86_64(r) if abi == Abi::I386 => {
                (r.rbx, r.rcx, r.rdx, r.rsi, r.rdi, r.rbp) = (first, second, third, fourth, fifth, sixth);
            }
            Regs::X86_64(r) => {
                (r.rdi, r.rsi, r.rdx, r.r10, r.r8, r.r9) = (first, second, third, fourth, fifth, sixth);
            }
            Regs::I386(r) => {
                [r.ebx, r.ecx, r.edx, r.esi, r.edi, r.ebp] = arguments.map(|argument| argument as u32);
            }
        }
    }

    /// The number of the call that the thread is in; negative outside of one.
    pub fn number(&self) -> i32 {
        match self {
            Regs::X86_64(r) => r.orig_rax as i32,
            Regs::I386(r) => r.orig_eax as i32,
        }
    }

    /// What the call returned: at its exit and until user code runs.
    pub fn result(&self) -> i64 {
        match self {
            Regs::X86_64(r) => r.rax as i64,
            Regs::I386(r) => i64::from(r.eax as i32),
        }
    }

    /// Has the call return this instead.
    pub fn set_result(&mut self, result: i64) {
        match self {
            Regs::X86_64(r) => r.rax = result as u64,
            Regs::I386(r) => r.eax = result as u32,
        }
    }

    /// The registers at a call's exit (its instruction pointer is behind the instruction) changed so that the thread
    /// makes this call next, with the very instruction: as the kernel restarts a call itself.
    pub fn set_next_call(&mut self, abi: Abi, nr: u32, arguments: &[u64; 6]) {
        self.set_call(abi, -1, arguments);
        self.set_result(i64::from(nr));
        self.set_instruction_pointer(self.instruction_pointer().wrapping_sub(CALL_LEN));
    }

    /// Moves the instruction pointer.
    pub fn set_instruction_pointer(&mut self, address: u64) {
        match self {
            Regs::X86_64(r) => r.rip = address,
            Regs::I386(r) => r.eip = address as u32,
        }
    }

    /// Whether the thread runs 32-bit code.
    pub fn is_compat(&self) -> bool {
        matches!(self, Regs::I386(_))
    }

    /// The instruction pointer.
    pub fn instruction_pointer(&self) -> u64 {
        match self {
            Regs::X86_64(r) => r.rip,
            Regs::I386(r) => u64::from(r.eip),
        }
    }

    /// The stack pointer.
    pub fn stack_pointer(&self) -> u64 {
        match self {
            Regs::X86_64(r) => r.rsp,
            Regs::I386(r) => u64::from(r.esp),
        }
    }
}
