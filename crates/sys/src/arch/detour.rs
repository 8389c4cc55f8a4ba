//! The way back of a call whose arguments a tracer replaced.
//!
//! A call leaves all registers as they were but its result, and compilers count on it. A tracer that puts other arguments
//! in would have to stop the thread a second time to put the old ones back. Instead the call returns to this code, which
//! does that and goes on where the call was made. It lies in memory that the tracer alone writes (the target may jump
//! into it and gains nothing: it loads registers).
//!
//! Some results are not the program's business: they tell the tracer to look again. For these the code makes the call once
//! more as it was made first, and the tracer sees it coming from [`Detour::again`].
//!
//! The flags are not touched, as by a call.

use callgate_abi::Abi;

/// Code for one ABI at one address, and the data it reads. Made for x86-64 and i386; others have none.
#[derive(Debug)]
pub struct Detour {
    code: Vec<u8>,
    again_from: u64,
    again: u64,
}

/// What the code at a detour puts back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Return {
    /// The call's number as it was made.
    pub nr: u32,
    /// Its first four arguments.
    pub arguments: [u64; 4],
    /// Where the thread goes on: the address behind the call instruction.
    pub to: u64,
    /// Errors (positive) at which the call is made again; 0 is none.
    pub again_at: [u16; 3],
}

/// Words of data, 8 bytes each.
const WORDS: usize = 9;
const AGAIN_AT: usize = 0;
const NR: usize = 3;
const ARGUMENTS: usize = 4;
const TO: usize = 8;
/// A result that no call has: added to any, it never gives 0.
const NEVER: u64 = 0x4000_0000;

impl Detour {
    /// Bytes of data.
    pub const DATA_LEN: usize = WORDS * 8;
    /// Bytes of code at most.
    pub const CODE_LEN: usize = 136;
    /// Offset of the address to which a call is to return. Before it stands the call instruction with which the kernel
    /// restarts one.
    pub const RETURN: u64 = 2;

    /// The code at `code` in the target, reading its data at `data`. `None` for an ABI without.
    pub fn new(abi: Abi, code: u64, data: u64) -> Option<Detour> {
        let mut writer = match abi {
            Abi::X86_64 => Writer { wide: true, code, data, bytes: Vec::new() },
            Abi::I386 => Writer { wide: false, code, data, bytes: Vec::new() },
            _ => return None,
        };
        writer.call();
        let mut branches = [0; 3];
        for (index, branch) in branches.iter_mut().enumerate() {
            *branch = writer.branch_if_result_is(AGAIN_AT + index);
        }
        writer.restore();
        writer.leave();
        let again = writer.bytes.len();
        for branch in branches {
            writer.bytes[branch - 1] = (again - branch) as u8;
        }
        writer.load_number();
        writer.restore();
        writer.call();
        let after = writer.bytes.len() as u64;
        writer.leave();
        debug_assert!(writer.bytes.len() <= Detour::CODE_LEN);
        Some(Detour { code: writer.bytes, again_from: again as u64, again: after })
    }

    /// The code's bytes.
    pub fn code(&self) -> &[u8] {
        &self.code
    }

    /// Offset at which the way back ends, and the way to make the call again begins.
    pub fn again_from(&self) -> u64 {
        self.again_from
    }

    /// Offset of the address behind the call instruction by which a call is made again.
    pub fn again(&self) -> u64 {
        self.again
    }
}

impl Return {
    /// The data as the code reads it.
    pub fn bytes(&self) -> [u8; Detour::DATA_LEN] {
        let mut words = [0; WORDS];
        for (word, errno) in words[AGAIN_AT..].iter_mut().zip(self.again_at) {
            *word = if errno == 0 { NEVER } else { u64::from(errno) };
        }
        words[NR] = u64::from(self.nr);
        words[ARGUMENTS..TO].copy_from_slice(&self.arguments);
        words[TO] = self.to;
        let mut bytes = [0; Detour::DATA_LEN];
        for (to, word) in bytes.chunks_exact_mut(8).zip(words) {
            to.copy_from_slice(&word.to_le_bytes());
        }
        bytes
    }
}

/// Writes instructions: each that reads a word of data has its address as 32 bits at the end, absolute in 32-bit code and
/// relative to the next instruction in 64-bit code.
struct Writer {
    wide: bool,
    code: u64,
    data: u64,
    bytes: Vec<u8>,
}

impl Writer {
    /// `syscall`, or `int 0x80`.
    fn call(&mut self) {
        self.bytes.extend(if self.wide { [0x0f, 0x05] } else { [0xcd, 0x80] });
    }

    fn with_word(&mut self, wide: &[u8], narrow: &[u8], word: usize) {
        self.bytes.extend(if self.wide { wide } else { narrow });
        let address = self.data + 8 * word as u64;
        let next = self.code + self.bytes.len() as u64 + 4;
        let operand = if self.wide { address.wrapping_sub(next) } else { address };
        self.bytes.extend((operand as u32).to_le_bytes());
    }

    /// Goes to a place still to be filled in when result and word add up to 0; returns where that place is
    /// counted from. It uses rcx, which a call destroys (64-bit), or ecx, which is restored afterwards.
    fn branch_if_result_is(&mut self, word: usize) -> usize {
        // mov rcx, [word]
        self.with_word(&[0x48, 0x8b, 0x0d], &[0x8b, 0x0d], word);
        // lea rcx, [rax + rcx]
        self.bytes.extend(if self.wide { &[0x48, 0x8d, 0x0c, 0x08][..] } else { &[0x8d, 0x0c, 0x08] });
        // jrcxz
        self.bytes.extend([0xe3, 0]);
        self.bytes.len()
    }

    /// The first four arguments; and rcx, in which the processor leaves where a call returns to.
    fn restore(&mut self) {
        let loads: [(&[u8], &[u8]); 4] = [
            // mov rdi, mov ebx
            (&[0x48, 0x8b, 0x3d], &[0x8b, 0x1d]),
            // mov rsi, mov ecx
            (&[0x48, 0x8b, 0x35], &[0x8b, 0x0d]),
            // mov rdx, mov edx
            (&[0x48, 0x8b, 0x15], &[0x8b, 0x15]),
            // mov r10, mov esi
            (&[0x4c, 0x8b, 0x15], &[0x8b, 0x35]),
        ];
        for (index, (wide, narrow)) in loads.into_iter().enumerate() {
            self.with_word(wide, narrow, ARGUMENTS + index);
        }
        if self.wide {
            self.with_word(&[0x48, 0x8b, 0x0d], &[], TO);
        }
    }

    /// mov rax, [number]
    fn load_number(&mut self) {
        self.with_word(&[0x48, 0x8b, 0x05], &[0x8b, 0x05], NR);
    }

    /// jmp [to]
    fn leave(&mut self) {
        self.with_word(&[0xff, 0x25], &[0xff, 0x25], TO);
    }
}

#[cfg(test)]
mod tests {
    use super::{Detour, Return};
    use callgate_abi::Abi;
    use rustix::mm::{MapFlags, ProtFlags};
    use std::arch::asm;

    const DATA: usize = 256;
    const HOW: usize = 512;
    const PATH: usize = 1024;
    const OPENAT2: i64 = 437;
    const GETPPID: u32 = 110;
    const ELOOP: u16 = 40;
    const RESOLVE_NO_SYMLINKS: u64 = 4;

    /// Makes openat2 of a path without symlinks through a detour that puts `back` in; the result, and the
    /// registers of the first four arguments afterwards.
    fn open_through(path: &[u8], back: Return) -> (i64, [u64; 4]) {
        // SAFETY: a new mapping at an address of the kernel's choice.
        let page = unsafe {
            let access = ProtFlags::READ | ProtFlags::WRITE | ProtFlags::EXEC;
            rustix::mm::mmap_anonymous(std::ptr::null_mut(), 4096, access, MapFlags::PRIVATE).unwrap()
        };
        let page = page.cast::<u8>();
        let at = page.addr() as u64;
        let detour = Detour::new(Abi::X86_64, at, at + DATA as u64).unwrap();
        let how = [0, 0, RESOLVE_NO_SYMLINKS].map(u64::to_ne_bytes).concat();
        for (offset, bytes) in [(0, detour.code()), (DATA, &back.bytes()), (HOW, &how), (PATH, path)] {
            // SAFETY: the page is this function's own, and every offset with its length is within it.
            unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), page.add(offset), bytes.len()) };
        }
        let (result, first, second, third, fourth): (i64, u64, u64, u64, u64);
        // SAFETY: the code on the page makes one or two calls that read memory of this function, and jumps to the
        // address that is put into its data here. The registers it changes are declared.
        unsafe {
            asm!(
                "lea {back}, [rip + 2f]",
                "mov [{data} + 64], {back}",
                "jmp {page}",
                "2:",
                page = in(reg) page,
                data = in(reg) page.add(DATA),
                back = out(reg) _,
                inlateout("rax") OPENAT2 => result,
                inlateout("rdi") -100_i64 as u64 => first,
                inlateout("rsi") page.add(PATH) as u64 => second,
                inlateout("rdx") page.add(HOW) as u64 => third,
                inlateout("r10") 24_u64 => fourth,
                lateout("rcx") _,
                lateout("r11") _,
            );
            rustix::mm::munmap(page.cast(), 4096).unwrap();
        }
        (result, [first, second, third, fourth])
    }

    const BACK: Return = Return { nr: GETPPID, arguments: [1, 2, 3, 4], to: 0, again_at: [ELOOP, 0, 0] };

    #[test]
    fn a_call_returns_with_its_first_arguments() {
        let (fd, arguments) = open_through(b"/dev/null\0", BACK);
        assert!(fd > 2, "{fd}");
        // SAFETY: the descriptor was just opened and nobody else knows of it.
        drop(unsafe { <std::os::fd::OwnedFd as std::os::fd::FromRawFd>::from_raw_fd(fd as i32) });
        assert_eq!(arguments, BACK.arguments);
        let (errno, arguments) = open_through(b"/nonexistent\0", BACK);
        assert_eq!((errno, arguments), (-2, BACK.arguments));
    }

    #[test]
    fn some_results_lead_to_the_first_call() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("/dev/null", &link).unwrap();
        let path = [link.as_os_str().as_encoded_bytes(), b"\0"].concat();
        let parent = i64::from(std::os::unix::process::parent_id());
        assert_eq!(open_through(&path, BACK), (parent, BACK.arguments));
        let not_again = Return { again_at: [2, 13, 0], ..BACK };
        assert_eq!(open_through(&path, not_again), (-i64::from(ELOOP), BACK.arguments));
    }

    #[test]
    fn each_abi_has_its_own() {
        let narrow = Detour::new(Abi::I386, 0x1000, 0x1100).unwrap();
        assert_eq!(narrow.code()[..2], [0xcd, 0x80]);
        let wide = Detour::new(Abi::X86_64, 0x1000, 0x1100).unwrap();
        assert_eq!(wide.code()[..2], [0x0f, 0x05]);
        for detour in [narrow, wide] {
            assert!(
                detour.code().len() <= Detour::CODE_LEN && detour.again() as usize <= detour.code().len()
            );
        }
        assert!(Detour::new(Abi::Aarch64, 0, 0).is_none());
    }
}
