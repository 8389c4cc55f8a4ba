//! Where each ABI has the halves of a 64-bit argument, as the kernel's own signatures say, and not as the tables of
//! this workspace do: the words that a filter loads are looked at one by one.

use callgate_abi::Abi;
use callgate_bpf::insn::code;
use callgate_bpf::{Insn, Program};
use callgate_compile::{Options, compile};
use callgate_plan::Plan;
use callgate_policy::{Environment, Loader, Purpose};
use std::collections::BTreeMap;

/// The byte of `struct seccomp_data` at which `args[n]` begins.
const fn arg(n: u32) -> u32 {
    16 + 8 * n
}

/// The offsets of the high and the low word of `pread64`'s offset.
fn expected(abi: Abi) -> (u32, u32) {
    match abi {
        // A register holds it all; its halves are in the machine's order.
        Abi::X86_64
        | Abi::X32
        | Abi::Aarch64
        | Abi::Riscv64
        | Abi::Loongarch64
        | Abi::Ppc64le
        | Abi::Mipsel64
        | Abi::Mipsel64n32 => (arg(3) + 4, arg(3)),
        Abi::S390x | Abi::Ppc64 | Abi::Mips64 | Abi::Mips64n32 | Abi::Parisc64 => (arg(3), arg(3) + 4),
        // Two registers, the next ones: arch/x86/kernel/sys_ia32.c.
        Abi::I386 => (arg(4), arg(3)),
        // The high one first: arch/s390/kernel/compat_linux.c, arch/parisc/kernel/sys_parisc.c; the order of m68k.
        Abi::S390 | Abi::Parisc | Abi::M68k => (arg(3) + 4, arg(4) + 4),
        // An even pair, so that one is left out: arm's EABI, arch/mips/kernel/linux32.c, arch/sh/kernel/sys_sh32.c.
        Abi::Arm | Abi::Mipsel | Abi::Sh => (arg(5), arg(4)),
        Abi::Mips | Abi::Ppc => (arg(4) + 4, arg(5) + 4),
    }
}

fn of_policy(abi: Abi, entry: &str) -> Program {
    let environment = Environment::new("/project", "/home/u");
    let mut loader = Loader::new(&environment);
    let text =
        format!("callgate = 1\n[syscalls]\narch = ['{abi}']\ndefault = 'kill'\nallow = [\"{entry}\"]\n");
    loader.text("halves.toml", &text, "/project".as_ref());
    let (policy, _) = loader.finish(Purpose::Run).unwrap_or_else(|found| {
        panic!("{abi}: {}", found.at_least(callgate_policy::Severity::Error).render(false))
    });
    compile(&policy, &Plan::default(), &Options::default()).expect("small enough")
}

/// What each loaded word of an argument is compared with.
fn compared(program: &Program) -> BTreeMap<u32, u32> {
    let mut found = BTreeMap::new();
    let mut loaded = None;
    for Insn { code, k, .. } in program.insns() {
        if *code == code::LD_W_ABS {
            loaded = Some(*k).filter(|k| *k >= arg(0));
        } else if let Some(word) = loaded {
            found.insert(word, *k);
            loaded = None;
        }
    }
    found
}

#[test]
fn halves_stand_where_the_kernel_has_them() {
    for abi in Abi::ALL {
        let (high, low) = expected(*abi);
        let program = of_policy(*abi, "pread64(offset == 0x500000007)");
        assert_eq!(compared(&program), BTreeMap::from([(high, 5), (low, 7)]), "{abi}");
    }
}
