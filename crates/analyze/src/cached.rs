//! Which calls the kernel allows from its bitmap, without running a filter.

use callgate_abi::Abi;
use callgate_bpf::Program;
use callgate_bpf::insn::code;

/// Whether the kernel (5.11 and newer) sees by itself that a filter allows every call of this number and
/// architecture: `seccomp_is_const_allow` of `kernel/seccomp.c`, with what it gives up at.
///
/// Of a stack every filter must pass. The bitmap has the native ABI's and the compat ABI's calls that
/// the kernel knows, but no x32.
pub fn is_constant_allow(program: &Program, arch: u32, nr: u32) -> bool {
    const ALLOW: u32 = 0x7fff_0000;
    const JA: u16 = code::JMP | code::JA;
    const JEQ: u16 = code::JMP | code::JEQ;
    const JGE: u16 = code::JMP | code::JGE;
    const JGT: u16 = code::JMP | code::JGT;
    const JSET: u16 = code::JMP | code::JSET;
    const AND: u16 = code::ALU | code::AND;
    let insns = program.insns();
    let mut word = 0;
    let mut pc = 0;
    while let Some(insn) = insns.get(pc) {
        pc += 1;
        let k = insn.k;
        let holds = match insn.code {
            code::LD_W_ABS => {
                word = match k {
                    0 => nr,
                    4 => arch,
                    _ => return false,
                };
                continue;
            }
            code::RET_K => return k == ALLOW,
            JA => {
                pc += k as usize;
                continue;
            }
            AND => {
                word &= k;
                continue;
            }
            JEQ => word == k,
            JGE => word >= k,
            JGT => word > k,
            JSET => word & k != 0,
            _ => return false,
        };
        pc += usize::from(if holds { insn.jt } else { insn.jf });
    }
    false
}

/// Whether the kernel has such a bitmap for an ABI's calls.
pub fn has_bitmap(abi: Abi) -> bool {
    !matches!(
        abi,
        Abi::X32 | Abi::Mips | Abi::Mipsel | Abi::Mips64 | Abi::Mipsel64 | Abi::Mips64n32 | Abi::Mipsel64n32
    )
}

#[cfg(test)]
mod tests {
    use super::is_constant_allow;
    use callgate_bpf::{Insn, Program};

    #[test]
    fn arguments_and_data_bits_defeat_the_bitmap() {
        let of = |insns: Vec<Insn>| is_constant_allow(&Program::new(insns).unwrap(), 0xc000_003e, 1);
        assert!(of(vec![Insn::ret(0x7fff_0000)]));
        assert!(!of(vec![Insn::ret(0x7fff_0001)]));
        assert!(!of(vec![Insn::ld_abs(16), Insn::ret(0x7fff_0000)]));
        assert!(!of(vec![Insn::ld_imm(1), Insn::ret(0x7fff_0000)]));
        let by_number = |nr| {
            of(vec![
                Insn::ld_abs(0),
                Insn::and(0xff),
                Insn::jeq(nr, 0, 1),
                Insn::ret(0x7fff_0000),
                Insn::ret(0),
            ])
        };
        assert!(by_number(1) && !by_number(2));
    }
}
