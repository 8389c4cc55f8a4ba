//! Application binary interfaces: which numbers mean which calls.

use std::fmt;
use std::ops::RangeInclusive;

/// Byte order of an ABI's words, which decides where an argument's low half lies in `seccomp_data`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Endian {
    /// Low half first.
    Little,
    /// High half first.
    Big,
}

macro_rules! abis {
    ($($variant:ident $name:literal $audit:literal $bits:literal $endian:ident $doc:literal;)*) => {
        /// A calling convention with its own call numbers.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Abi {
            $(#[doc = $doc] $variant,)*
        }

        impl Abi {
            /// Every ABI callgate knows.
            pub const ALL: &[Abi] = &[$(Abi::$variant,)*];

            /// The name in policies and output.
            pub fn name(self) -> &'static str {
                match self { $(Abi::$variant => $name,)* }
            }

            /// `AUDIT_ARCH_*` (`linux/audit.h`). x32 shares x86_64's, n32 has its own.
            pub fn audit_arch(self) -> u32 {
                match self { $(Abi::$variant => $audit,)* }
            }

            /// Width of a pointer, `long` and `size_t` in bits.
            pub fn word_bits(self) -> u32 {
                match self { $(Abi::$variant => $bits,)* }
            }

            /// Byte order.
            pub fn endian(self) -> Endian {
                match self { $(Abi::$variant => Endian::$endian,)* }
            }
        }
    };
}

abis! {
    X86_64 "x86_64" 0xc000_003e 64 Little "64-bit calls of x86-64.";
    I386 "i386" 0x4000_0003 32 Little "32-bit calls of x86: 32-bit programs, and int 0x80 from 64-bit code.";
    X32 "x32" 0xc000_003e 32 Little "x32: x86-64's architecture, numbers with bit 30 set.";
    Aarch64 "aarch64" 0xc000_00b7 64 Little "64-bit Arm.";
    Arm "arm" 0x4000_0028 32 Little "32-bit Arm, EABI.";
    Riscv64 "riscv64" 0xc000_00f3 64 Little "64-bit RISC-V.";
    Loongarch64 "loongarch64" 0xc000_0102 64 Little "64-bit LoongArch.";
    S390x "s390x" 0x8000_0016 64 Big "64-bit IBM Z.";
    S390 "s390" 0x0000_0016 32 Big "31-bit IBM Z.";
    Ppc64le "ppc64le" 0xc000_0015 64 Little "64-bit POWER, little-endian.";
    Ppc64 "ppc64" 0x8000_0015 64 Big "64-bit POWER, big-endian.";
    Ppc "ppc" 0x0000_0014 32 Big "32-bit POWER.";
    Mips "mips" 0x0000_0008 32 Big "MIPS o32, big-endian; numbers from 4000.";
    Mipsel "mipsel" 0x4000_0008 32 Little "MIPS o32, little-endian; numbers from 4000.";
    Mips64 "mips64" 0x8000_0008 64 Big "MIPS n64, big-endian; numbers from 5000.";
    Mipsel64 "mipsel64" 0xc000_0008 64 Little "MIPS n64, little-endian; numbers from 5000.";
    Mips64n32 "mips64n32" 0xa000_0008 32 Big "MIPS n32, big-endian; numbers from 6000.";
    Mipsel64n32 "mipsel64n32" 0xe000_0008 32 Little "MIPS n32, little-endian; numbers from 6000.";
    M68k "m68k" 0x0000_0004 32 Big "Motorola 68000.";
    Sh "sh" 0x4000_002a 32 Little "SuperH, little-endian.";
    Parisc "parisc" 0x0000_000f 32 Big "PA-RISC.";
    Parisc64 "parisc64" 0x8000_000f 64 Big "PA-RISC, 64-bit.";
}

/// A set of ABIs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Abis(u32);

impl Abis {
    pub(crate) const fn of(abis: &[Abi]) -> Abis {
        let (mut bits, mut at) = (0, 0);
        while at < abis.len() {
            bits |= 1 << abis[at] as u32;
            at += 1;
        }
        Abis(bits)
    }

    pub(crate) fn contains(self, abi: Abi) -> bool {
        self.0 & (1 << abi as u32) != 0
    }
}

impl Abi {
    /// The bit that x32 sets in every number: `__X32_SYSCALL_BIT`.
    pub const X32_BIT: u32 = 0x4000_0000;

    /// The ABI this program was built for.
    #[cfg(target_arch = "x86_64")]
    pub const NATIVE: Abi = Abi::X86_64;
    /// The ABI this program was built for.
    #[cfg(target_arch = "aarch64")]
    pub const NATIVE: Abi = Abi::Aarch64;
    /// The ABI this program was built for.
    #[cfg(target_arch = "riscv64")]
    pub const NATIVE: Abi = Abi::Riscv64;

    /// Width of an argument's register in bits. x32 and n32 have 32-bit pointers in 64-bit registers.
    pub fn register_bits(self) -> u32 {
        match self {
            Abi::X32 | Abi::Mips64n32 | Abi::Mipsel64n32 => 64,
            other => other.word_bits(),
        }
    }

    /// The ABI of a name; common aliases (`amd64`, `x86-64`, `x86`, `arm64`, …) are taken.
    pub fn from_name(name: &str) -> Option<Abi> {
        let name = match name {
            "amd64" | "x86-64" | "x64" => "x86_64",
            "x86" | "i486" | "i586" | "i686" | "ia32" => "i386",
            "arm64" => "aarch64",
            "armhf" | "armel" => "arm",
            "powerpc64le" | "ppc64el" => "ppc64le",
            "loong64" => "loongarch64",
            other => other,
        };
        Self::ALL.iter().copied().find(|abi| abi.name() == name)
    }

    /// The ABI of a call with this `arch` and `nr`. nr −1 (a skipped call) on x86-64 is native, not x32.
    pub fn of_call(arch: u32, nr: u32) -> Option<Abi> {
        if arch == Abi::X86_64.audit_arch() && nr & Self::X32_BIT != 0 && nr != u32::MAX {
            return Some(Abi::X32);
        }
        Self::ALL.iter().copied().find(|abi| abi.audit_arch() == arch)
    }

    /// The numbers that calls of this ABI can have, as `seccomp_data.nr` shows them: x32's have bit 30, and −1 is a
    /// skipped call of x86-64.
    pub fn numbers(self) -> &'static [RangeInclusive<u32>] {
        const ALL: &[RangeInclusive<u32>] = &[0..=u32::MAX];
        const NATIVE: &[RangeInclusive<u32>] =
            &[0..=0x3fff_ffff, 0x8000_0000..=0xbfff_ffff, u32::MAX..=u32::MAX];
        const X32: &[RangeInclusive<u32>] = &[0x4000_0000..=0x7fff_ffff, 0xc000_0000..=0xffff_fffe];
        match self {
            Abi::X86_64 => NATIVE,
            Abi::X32 => X32,
            _ => ALL,
        }
    }

    /// The ABIs whose programs this one's kernel runs by default, itself first: the default of
    /// `arch` in a policy. x32 is never in it: it is refused unless listed.
    pub fn family(self) -> &'static [Abi] {
        match self {
            Abi::X86_64 => &[Abi::X86_64, Abi::I386],
            Abi::X32 => &[Abi::X32, Abi::X86_64, Abi::I386],
            Abi::I386 => &[Abi::I386],
            Abi::Aarch64 => &[Abi::Aarch64, Abi::Arm],
            Abi::S390x => &[Abi::S390x, Abi::S390],
            Abi::Ppc64 => &[Abi::Ppc64, Abi::Ppc],
            Abi::Mips64 => &[Abi::Mips64, Abi::Mips64n32, Abi::Mips],
            Abi::Mipsel64 => &[Abi::Mipsel64, Abi::Mipsel64n32, Abi::Mipsel],
            Abi::Parisc64 => &[Abi::Parisc64, Abi::Parisc],
            Abi::Arm => &[Abi::Arm],
            Abi::Riscv64 => &[Abi::Riscv64],
            Abi::Loongarch64 => &[Abi::Loongarch64],
            Abi::S390 => &[Abi::S390],
            Abi::Ppc64le => &[Abi::Ppc64le],
            Abi::Ppc => &[Abi::Ppc],
            Abi::Mips => &[Abi::Mips],
            Abi::Mipsel => &[Abi::Mipsel],
            Abi::Mips64n32 => &[Abi::Mips64n32],
            Abi::Mipsel64n32 => &[Abi::Mipsel64n32],
            Abi::M68k => &[Abi::M68k],
            Abi::Sh => &[Abi::Sh],
            Abi::Parisc => &[Abi::Parisc],
        }
    }
}

impl fmt::Display for Abi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
