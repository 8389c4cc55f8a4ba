//! Every format that filters are kept in, and what is said of files that hold none.

use callgate_abi::{Abi, Endian};
use callgate_bpf::text::{self, Format, Found, Reason, asm, write};
use callgate_bpf::{Insn, Program};
use proptest::prelude::*;
use std::fmt::Write as _;

fn read(text: impl AsRef<[u8]>) -> (Format, Vec<Found>) {
    let text = text.as_ref();
    text::read(text, Abi::X86_64).unwrap_or_else(|error| {
        panic!("{error}\n{}", error.excerpt(&String::from_utf8_lossy(text)).unwrap_or_default())
    })
}

fn one(text: impl AsRef<[u8]>) -> (Format, Vec<Insn>) {
    let (format, mut found) = read(text);
    assert_eq!(found.len(), 1);
    (format, found.remove(0).insns)
}

fn wrong(text: impl AsRef<[u8]>) -> (Option<(usize, usize)>, String) {
    let error = text::read(text.as_ref(), Abi::X86_64).unwrap_err();
    (error.place.map(|place| (place.line, place.column)), error.reason.to_string())
}

const SMALL: &[Insn] = &[Insn::ld_abs(4), Insn::jeq(0xc000_003e, 1, 0), Insn::ret(0), Insn::ret(0x7fff_0000)];

#[test]
fn hex_in_many_shapes() {
    let plain = "20000000040000001500010 03e0000c0".replace(' ', "");
    let plain = format!("{plain}0600000000000000\n060000000000ff7f\n");
    assert_eq!(one(&plain), (Format::Hex, SMALL.to_vec()));
    assert_eq!(plain.to_uppercase().len(), plain.len());
    assert_eq!(one(plain.to_uppercase()), (Format::Hex, SMALL.to_vec()));
    let commas = "0x20, 0x0,0x00,0x00, 0x04,0,0,0".replace(",0,0,0", ",0x0,0x0,0x0");
    assert_eq!(one(commas), (Format::Hex, vec![Insn::ld_abs(4)]));
    let xxd = "00000000: 2000 0000 0400 0000 1500 0100 3e00 00c0   ...............\n00000010: 0600 0000 0000 0000 0600 0000 0000 ff7f  ................\n";
    assert_eq!(one(xxd), (Format::Hex, SMALL.to_vec()));
    let hexdump = "00000000  20 00 00 00 04 00 00 00  15 00 01 00 3e 00 00 c0  | ...........>...|\n\
                   00000010  06 00 00 00 00 00 00 00  06 00 00 00 00 00 ff 7f  |................|\n00000020\n";
    assert_eq!(one(hexdump), (Format::Hex, SMALL.to_vec()));
    assert_eq!(wrong("20 00 00 0").0, Some((1, 10)));
    assert_eq!(
        wrong("2000").1,
        "a raw filter is a sequence of 8-byte instructions, but this one has 2 bytes: it is cut off, or no filter"
    );
}

/// Eight digits alone end a dump, and are bytes anywhere else.
#[test]
fn offsets_and_bytes_are_told_apart() {
    let ret = vec![Insn::ret(0x7fff_0000)];
    assert_eq!(one("06000000\n0000ff7f\n"), (Format::Hex, ret.clone()));
    let dump = "00000000  06 00 00 00 00 00 ff 7f                           |........|\n00000008\n";
    assert_eq!(one(dump), (Format::Hex, ret));
    let (_, reason) = wrong("060000000000ff7f\n06000000\n");
    assert!(reason.contains("this one has 12 bytes"), "{reason}");
}

#[test]
fn strings_of_escapes() {
    assert_eq!(one(write::escaped(SMALL, Endian::Little)), (Format::Escaped, SMALL.to_vec()));
    // As Ruby's inspect writes it, in two pieces, and as Python's repr does.
    let inspect = "\" \\x00\\x00\\x00\\x04\\x00\\x00\\x00\\x15\\x00\\x01\\x00>\\x00\\x00\\xC0\\x06\\x00\\x00\\x00\"\n\"\\x00\\0\\0\\x00\\x06\\x00\\x00\\x00\\x00\\x00\\xFF\\x7F\"";
    assert_eq!(one(inspect), (Format::Escaped, SMALL.to_vec()));
    let repr = "b' \\x00\\x00\\x00\\x04\\x00\\x00\\x00'";
    assert_eq!(one(repr), (Format::Escaped, vec![Insn::ld_abs(4)]));
    assert_eq!(one("\\x06\\x00\\x00\\x00\\x00\\x00\\xff\\x7f").1, [Insn::ret(0x7fff_0000)]);
    let odd = "\"\\t\\x00\\n\\r\\a\\b\\e\\\"\"";
    assert_eq!(one(odd).1, [Insn::new(9, 10, 13, u32::from_le_bytes([7, 8, 27, 34]))]);
    assert_eq!(
        wrong("\"\\xzz\""),
        (Some((1, 2)), "expected two hex digits after `\\x`, found `\\xzz`".to_owned())
    );
}

#[test]
fn c_and_its_macros() {
    let source = include_str!("data/install.c");
    let (format, insns) = one(source);
    assert_eq!(format, Format::C);
    assert_eq!(insns.len(), 16);
    assert_eq!(insns[8], Insn::new(6, 1, 2, 0x7fff_0005));
    let log = include_str!("data/strace.log");
    let (format, filters) = read(log);
    assert_eq!((format, filters.len()), (Format::Strace, 2));
    assert_eq!(filters[0].insns, insns, "the program's source, and what the kernel was given");
    assert_eq!(filters[1].insns, insns);

    let macros = r"
#include <linux/filter.h>
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define Field(f) offsetof(struct seccomp_data, f)
#define Call(name, jt) \
    BPF_JUMP(BPF_JMP + BPF_JEQ + BPF_K, SYS_##name, jt, 0)
#ifdef __i386__
# define ARCH AUDIT_ARCH_I386
#elif defined(__x86_64__)
# define ARCH AUDIT_ARCH_X86_64
#else
# error
#endif
#if 0
struct sock_filter not_me[] = { ALLOW };
#endif
struct sock_filter filter[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, Field(arch)),   /* arch */
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCH, 1, 0),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL),
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, Field(nr)),
    Call(openat, 2),
    Call(exit_group,
         1),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (EPERM & SECCOMP_RET_DATA)),
    ALLOW, // done
    { .code = BPF_LD | BPF_W | BPF_ABS, .k = Field(args[1]) + sizeof(__u32) },
    (struct sock_filter){ 0x15, 0, 0, (unsigned int)-1 },
    { 6, 0, 0, ~0xffffU },
};
";
    let (_, insns) = one(macros);
    assert_eq!(
        insns,
        [
            Insn::ld_abs(4),
            Insn::jeq(0xc000_003e, 1, 0),
            Insn::ret(0),
            Insn::ld_abs(0),
            Insn::jeq(257, 2, 0),
            Insn::jeq(231, 1, 0),
            Insn::ret(0x0005_0001),
            Insn::ret(0x7fff_0000),
            Insn::ld_abs(28),
            Insn::jeq(u32::MAX, 0, 0),
            Insn::ret(0xffff_0000),
        ]
    );
    let i386 = text::read(macros.as_bytes(), Abi::I386).unwrap().1;
    assert_eq!((i386[0].insns[1].k, i386[0].insns[4].k), (0x4000_0003, 295));
}

#[test]
fn bare_lists_and_bytes() {
    let blog = "{0x20,0x00,0x00,0x00000004},\n\t{0x15,0x01,0x00,0xc000003e},\n{0x06,0x00,0x00,0x00000000},\n{0x06,0x00,0x00,0x7fff0000}";
    assert_eq!(one(blog), (Format::C, SMALL.to_vec()));
    assert_eq!(one(format!("{{ {blog} }};")), (Format::C, SMALL.to_vec()));
    let bytes =
        "unsigned char bpf[] = {32,0,0,0,4,0,0,0,21,0,1,0,62,0,0,192,6,0,0,0,0,0,0,0,6,0,0,0,0,0,255,127};";
    assert_eq!(one(bytes), (Format::C, SMALL.to_vec()));
    let statements = "BPF_STMT(BPF_LD|BPF_W|BPF_ABS, 4), BPF_STMT(BPF_RET|BPF_K, SECCOMP_RET_ALLOW)";
    assert_eq!(one(statements).1, [Insn::ld_abs(4), Insn::ret(0x7fff_0000)]);
    let two = "struct sock_filter a[] = {{6,0,0,0}}, x; struct sock_filter b[1] = {{6,0,0,0x7fff0000}};";
    assert_eq!(read(two).1.len(), 2);
}

#[test]
fn tables_of_disassemblers() {
    let table = "\
 line  CODE  JT   JF      K
=================================
 0000: 0x20 0x00 0x00 0x00000004  A = arch
 0001: 0x15 0x01 0x00 0xc000003e  if (A == ARCH_X86_64) goto 0003
 0002: 0x06 0x00 0x00 0x00000000  return KILL
 0003: 0x06 0x00 0x00 0x7fff0000  return ALLOW
";
    assert_eq!(one(table), (Format::Tools, SMALL.to_vec()));
    let stacked = format!("{table}{table}");
    assert_eq!(read(stacked).1.len(), 2);
    assert_eq!(one(write::tools(SMALL, Abi::X86_64)), (Format::Tools, SMALL.to_vec()));
    let cut = table.replace(" 0002: 0x06 0x00 0x00 0x00000000  return KILL\n", "");
    assert_eq!(
        wrong(cut),
        (
            Some((5, 2)),
            "expected line 0002: one is missing, so jumps would lead elsewhere, found `0003`".to_owned()
        )
    );
    let bare =
        " 0000: A = arch\n 0001: if (A == ARCH_X86_64) goto 0003\n 0002: return KILL\n 0003: return ALLOW\n";
    assert_eq!(one(bare), (Format::Assembly, SMALL.to_vec()));
}

#[test]
fn what_is_no_filter() {
    let raw: Vec<u8> = write::raw(SMALL, Endian::Big);
    assert_eq!(wrong(&raw).1, Reason::OtherByteOrder(Endian::Big).to_string());
    assert!(wrong(&raw).1.contains("look big-endian"));
    assert_eq!(text::read(&raw, Abi::S390x).unwrap().1[0].insns, SMALL);
    assert!(wrong(&raw[..13]).1.contains("13 bytes: it is cut off"));
    assert_eq!(wrong("").1, "there is nothing in it");
    assert_eq!(wrong(" \n").1, "there is nothing in it");
    assert_eq!(wrong("hello, world\n").1, "this is no filter in any format that is known");
    assert!(wrong("#!/bin/sh\nexit\n").1.contains("a script"));
    assert!(wrong("{ \"defaultAction\": \"SCMP_ACT_ALLOW\" }").1.contains("JSON"));
    assert!(wrong("callgate = 1\n").1.contains("a policy"));
    assert!(wrong([b"\x7fELF\x02\x01\x01\x00".as_slice(), &[0; 64]].concat()).1.contains("a program (ELF)"));
    let abbreviated = "prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, {len=16, filter=0x7fffb37665c0}) = 0\n";
    assert!(wrong(abbreviated).1.contains("-v"));
    assert_eq!(wrong(abbreviated).0, Some((1, 53)));
}

#[test]
fn mistakes_in_c_have_their_place() {
    assert_eq!(
        wrong("struct sock_filter f[] = {\n  BPF_STMT(BPF_LD | BPF_WW, 0),\n};"),
        (Some((2, 21)), "no constant is called `BPF_WW`".to_owned())
    );
    assert_eq!(
        wrong("struct sock_filter f[] = {\n  { 0x15, 256, 0, 0 },\n};"),
        (Some((2, 11)), "this number is too large".to_owned())
    );
    assert_eq!(
        wrong("struct sock_filter f[] = {\n BPF_JUMP(BPF_JMP|BPF_JEQ|BPF_K, __NR_opennat, 0, 1) };").1,
        "no call is called `__NR_opennat`; did you mean `openat`?"
    );
    assert_eq!(wrong("struct sock_filter f[] = {\n { 1, 2 ").1, "expected `,` or `}`, found the end");
    let error =
        text::read(b"struct sock_filter f[] = { BPF_STMT(6, __NR_open) };", Abi::Aarch64).unwrap_err();
    assert_eq!(error.reason.to_string(), "aarch64 has no `open`");
    let mut endless = "#define a b b\n#define b c c\n".to_owned();
    for n in 0..60 {
        writeln!(endless, "#define m{n} m{next} m{next}", next = n + 1).unwrap();
    }
    endless.push_str("struct sock_filter f[] = { m0 };");
    assert_eq!(wrong(endless).1, "this macro grows too long");
    assert!(
        wrong(format!("struct sock_filter f[] = {{ {{ {} 1", "(".repeat(1000)))
            .1
            .contains("fewer parentheses")
    );
}

fn insns() -> impl Strategy<Value = Vec<Insn>> {
    let insn = (any::<u16>(), any::<u8>(), any::<u8>(), any::<u32>())
        .prop_map(|(code, jt, jf, k)| Insn::new(code & 0xff, jt, jf, k));
    prop::collection::vec(insn, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_written_is_read_back(insns in insns()) {
        for (text, format) in [
            (write::hex(&insns, Endian::Little), Format::Hex),
            (write::escaped(&insns, Endian::Little), Format::Escaped),
            (write::c(&insns, Abi::X86_64), Format::C),
            (write::rust(&insns, Abi::X86_64), Format::C),
            (write::tools(&insns, Abi::X86_64), Format::Tools),
            (asm::listing(&insns, Abi::X86_64, asm::Style::Named), Format::Assembly),
            (asm::listing(&insns, Abi::X86_64, asm::Style::Plain), Format::Assembly),
        ] {
            let (found, back) = one(&text);
            prop_assert_eq!(found, format, "{}", text);
            prop_assert_eq!(&back, &insns, "{}", text);
        }
        // Bytes need a zero among them to be seen as such; every code the kernel knows has one.
        let raw = write::raw(&insns, Endian::Little);
        if Program::from_bytes(&raw, Endian::Big).is_err() {
            prop_assert_eq!(one(raw), (Format::Raw, insns));
        }
    }

    #[test]
    fn no_source_is_too_strange(words in prop::collection::vec(prop::sample::select(vec![
        "struct", "sock_filter", "f", "[", "]", "=", "{", "}", "BPF_STMT", "BPF_JUMP", "(", ")", ",", "0x20", "1", "|", "+",
        "-", "~", "#define", "\n#define", "\n#if", "\n#endif", "\n#else", "\n", "##", "offsetof", "sizeof", "args", "/*", "*/",
        "//", "\"", "\\", "BPF_RET", ".k", ":", "::", "filter=[", "{len=", "...", "as", "0000:",
    ]), 0..60)) {
        let text = words.join(" ");
        for format in [Format::C, Format::Strace, Format::Tools, Format::Hex, Format::Escaped] {
            let _ = text::read_as(format, &text, Abi::X86_64);
        }
    }
}
