//! Argument signatures: complete, sound, and right where ABIs differ.

use callgate_abi::{Abi, ArgKind, signature, signature_on, syscalls};

fn names(abi: Abi, call: &str) -> Vec<&'static str> {
    signature_on(abi, call).unwrap().args.iter().map(|arg| arg.name).collect()
}

#[test]
fn every_call_has_a_signature() {
    for name in syscalls::names() {
        let found = signature(name).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(found.name, name);
        assert!(found.args.len() <= 6);
        for abi in Abi::ALL {
            let args = signature_on(*abi, name).unwrap().args;
            for (at, arg) in args.iter().enumerate() {
                assert!(arg.kind.is_pointer() == arg.ctype.ends_with('*') || arg.ctype.ends_with("*const *"));
                let twice = args[..at].iter().any(|before| before.name == arg.name);
                assert!(!twice || arg.name == "pad", "{name}: {} twice on {}", arg.name, abi.name());
                if abi.register_bits() == 32 && callgate_abi::Sysno::from_name(*abi, name).is_some() {
                    assert_eq!(arg.kind.bits(*abi), 32, "{name}: {} is split on {}", arg.name, abi.name());
                }
            }
        }
    }
    assert_eq!(signature("nonsense"), None);
}

#[test]
fn clone_has_three_orders() {
    assert_eq!(names(Abi::X86_64, "clone"), ["flags", "stack", "parent_tid", "child_tid", "tls"]);
    for abi in [Abi::I386, Abi::Aarch64, Abi::Arm, Abi::Riscv64, Abi::Ppc64le, Abi::Mips64] {
        assert_eq!(names(abi, "clone"), ["flags", "stack", "parent_tid", "tls", "child_tid"]);
    }
    assert_eq!(names(Abi::Loongarch64, "clone"), names(Abi::X86_64, "clone"));
    assert_eq!(names(Abi::S390x, "clone"), ["stack", "flags", "parent_tid", "child_tid", "tls"]);
}

#[test]
fn wide_arguments_are_split_on_narrow_abis() {
    assert_eq!(names(Abi::X86_64, "pread64"), ["fd", "buf", "count", "offset"]);
    assert_eq!(names(Abi::X32, "pread64"), ["fd", "buf", "count", "offset"]);
    assert_eq!(names(Abi::I386, "pread64"), ["fd", "buf", "count", "offset_low", "offset_high"]);
    assert_eq!(names(Abi::Arm, "pread64"), ["fd", "buf", "count", "pad", "offset_low", "offset_high"]);
    assert_eq!(names(Abi::Ppc, "pread64"), ["fd", "buf", "count", "pad", "offset_high", "offset_low"]);
    assert_eq!(names(Abi::S390, "pread64"), ["fd", "buf", "count", "offset_high", "offset_low"]);
    assert_eq!(names(Abi::Arm, "truncate64"), ["path", "pad", "length_low", "length_high"]);
    assert_eq!(
        names(Abi::Arm, "arm_fadvise64_64"),
        ["fd", "advice", "offset_low", "offset_high", "len_low", "len_high"]
    );
    assert_eq!(names(Abi::I386, "mmap"), ["args"]);
    assert_eq!(names(Abi::I386, "mmap2").len(), 6);
    assert_eq!(names(Abi::S390x, "mmap"), ["args"]);
    assert_eq!(names(Abi::Ppc64le, "mmap").len(), 6);
}

#[test]
fn arguments_are_found_by_either_name() {
    let openat = signature("openat").unwrap();
    assert_eq!(openat.position("pathname"), Some(1));
    assert_eq!(openat.position("filename"), Some(1));
    assert_eq!(openat.position("dfd"), Some(0));
    assert_eq!(openat.position("nonsense"), None);
    assert_eq!(openat.suggest("flag"), Some("flags"));
    assert_eq!(openat.args[2].flags, Some("open"));
    assert_eq!((openat.args[0].kind, openat.args[1].kind), (ArgKind::DirFd, ArgKind::Path));
}

#[test]
fn registers_are_read_as_the_kernel_does() {
    assert_eq!(ArgKind::Int.read(Abi::X86_64, 0x1_ffff_fffe) as i64, -2);
    assert_eq!(ArgKind::Uint.read(Abi::X86_64, 0x1_ffff_fffe), 0xffff_fffe);
    assert_eq!(ArgKind::Ulong.read(Abi::X86_64, u64::MAX), u64::MAX);
    assert_eq!(ArgKind::Long.read(Abi::I386, 0xffff_ffff) as i64, -1);
    assert_eq!(ArgKind::Pointer.bits(Abi::I386), 32);
    assert_eq!(ArgKind::Pointer.bits(Abi::X32), 64);
    assert!(ArgKind::Path.is_pointer() && !ArgKind::Ulong.is_pointer());
}
