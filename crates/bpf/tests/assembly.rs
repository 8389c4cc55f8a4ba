//! The assembly language: what is written is read back, byte for byte; what is wrong is told with its place.

use callgate_abi::Abi;
use callgate_bpf::text::asm::{self, Style};
use callgate_bpf::text::{self, Reason, TextError};
use callgate_bpf::{Insn, Program};
use proptest::prelude::*;

fn read(text: &str) -> Result<Vec<Insn>, TextError> {
    asm::read(text, Abi::X86_64).map(|found| found.insns)
}

fn assembled(text: &str) -> Vec<Insn> {
    read(text).unwrap_or_else(|error| panic!("{error}\n{}", error.excerpt(text).unwrap_or_default()))
}

fn round_trip(insns: &[Insn], abi: Abi) {
    for style in [Style::Named, Style::Plain] {
        let text = asm::listing(insns, abi, style);
        // The reader may assume any ABI: the text says its own where it matters.
        let assumed = if style == Style::Plain { abi } else { Abi::S390x };
        let back = asm::read(&text, assumed)
            .unwrap_or_else(|error| panic!("{error}\n{}\n{text}", error.excerpt(&text).unwrap_or_default()));
        assert_eq!(back.insns, insns, "{text}");
    }
}

const FOLDERS: [&str; 2] = [
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data"),
    concat!(env!("CARGO_MANIFEST_DIR"), "/../analyze/tests/data/corpus"),
];

#[test]
fn real_filters_round_trip() {
    let mut seen = 0;
    for folder in FOLDERS {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "bpf") {
                continue;
            }
            let bytes = std::fs::read(&path).unwrap();
            let (format, found) = text::read(&bytes, Abi::X86_64).unwrap();
            assert_eq!(format, text::Format::Raw);
            round_trip(&found[0].insns, Abi::X86_64);
            let listing = asm::listing(&found[0].insns, Abi::X86_64, Style::Named);
            let (format, again) = text::read(listing.as_bytes(), Abi::X86_64).unwrap();
            assert_eq!((format, &again[0].insns), (text::Format::Assembly, &found[0].insns), "{listing}");
            seen += 1;
        }
    }
    assert!(seen >= 47, "{seen} filters in {FOLDERS:?}: some are missing");
}

/// Codes that seccomp takes.
const CODES: &[u16] = &[
    0x20, 0x80, 0x00, 0x60, 0x81, 0x01, 0x61, 0x02, 0x03, 0x04, 0x14, 0x24, 0x34, 0x44, 0x54, 0x64, 0x74,
    0x84, 0xa4, 0x0c, 0x1c, 0x2c, 0x3c, 0x4c, 0x5c, 0x6c, 0x7c, 0xac, 0x05, 0x15, 0x25, 0x35, 0x45, 0x1d,
    0x2d, 0x3d, 0x4d, 0x06, 0x16, 0x07, 0x87,
];

fn k() -> impl Strategy<Value = u32> {
    prop_oneof![
        Just(0),
        0..16_u32,
        (0..16_u32).prop_map(|word| word * 4),
        0..500_u32,
        Just(Abi::X86_64.audit_arch()),
        Just(Abi::I386.audit_arch()),
        Just(Abi::S390x.audit_arch()),
        Just(0x4000_0000),
        (0..400_u32).prop_map(|nr| nr | 0x4000_0000),
        Just(0xffff_ff9c),
        (0..0x0900_u32).prop_map(|data| 0x0005_0000 | data),
        prop::sample::select(vec![
            0x7fff_0000_u32,
            0x7ff0_0003,
            0x0003_0009,
            0x8000_0000,
            0x7fc0_0000,
            0x7ffc_0000
        ]),
        any::<u32>(),
    ]
}

fn insn() -> impl Strategy<Value = Insn> {
    let code = prop_oneof![
        3 => prop::sample::select(vec![0x20_u16, 0x15]),
        2 => prop::sample::select(CODES.to_vec()),
        1 => any::<u16>(),
    ];
    (code, prop_oneof![0..4_u8, any::<u8>()], prop_oneof![0..4_u8, any::<u8>()], k(), 0..4_u8).prop_map(
        |(code, jt, jf, k, odd)| {
            let jump = code & 7 == 5;
            // Mostly as compilers write them: without jumps in what is none.
            if jump || odd == 0 { Insn { code, jt, jf, k } } else { Insn { code, jt: 0, jf: 0, k } }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn anything_that_is_written_is_read_back(mut insns in prop::collection::vec(insn(), 1..60), last in k()) {
        insns.push(Insn::ret(last));
        for abi in [Abi::X86_64, Abi::I386, Abi::S390x, Abi::Aarch64] {
            round_trip(&insns, abi);
        }
    }

    #[test]
    fn valid_programs_too(mut insns in prop::collection::vec(insn(), 1..120)) {
        // Mended until the kernel takes it.
        insns.push(Insn::ret(0));
        while let Err(error) = Program::new(insns.clone()) {
            insns[error.index] = Insn::ret(0x7fff_0000);
        }
        round_trip(&insns, Abi::X86_64);
    }

    #[test]
    fn no_text_is_too_strange(text in "(\\PC|\n){0,80}") {
        let _ = text::read(text.as_bytes(), Abi::X86_64);
        let _ = read(&text);
    }

    #[test]
    fn no_program_text_is_too_strange(
        words in prop::collection::vec(prop::sample::select(vec![
            "A", "X", "M", "[", "]", "0", "5", "=", "==", "&=", "if", "goto", "else", "{", "}", "\n", "\n", "return",
            "allow", "errno", "EPERM", "l", ":", "l:", "nr", "lo32", "(", ")", "flags", "openat", ".", "|", "!", "?", "-",
            "insn", ",", ".abi", "x86_64", "0xffffffff", "99999999999", "next", ";",
        ]), 0..60),
    ) {
        let _ = read(&words.join(" "));
    }

    #[test]
    fn no_bytes_are_too_strange(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = text::read(&bytes, Abi::X86_64);
    }
}

#[test]
fn names_are_those_of_the_place() {
    let text = "\
.abi x86_64
        A = arch
        if A == i386 goto old
        if A != x86_64 goto dead
        A = nr
        if A >= 0x40000000 goto dead
        if A != openat goto more
        A = lo32(flags)             ; the third argument of openat
        A &= O_ACCMODE
        if A == O_RDONLY goto fine
        return errno EACCES
more:   if A == ioctl goto commands
        if A == i386.socketcall goto dead
        goto fine
commands: A = hi32(request)
        if A != 0 goto dead
        A = lo32(ioctl.request)
        if A == TIOCSTI goto dead else goto fine
old:    A = nr
        if A == openat goto fine
dead:   return kill
fine:   return allow
";
    let insns = assembled(text);
    assert_eq!(insns[4], Insn::jge(0x4000_0000, 14, 0));
    assert_eq!(insns[5].k, 257);
    assert_eq!(insns[6], Insn::ld_abs(32));
    assert_eq!(insns[7].k, 3);
    assert_eq!(insns[11].k, 102, "i386.socketcall");
    assert_eq!(insns[13], Insn::ld_abs(28));
    assert_eq!(insns[16].k, 0x5412);
    assert_eq!(insns[18].k, 295, "i386's openat");
    round_trip(&insns, Abi::X86_64);
    let listing = asm::listing(&insns, Abi::X86_64, Style::Named);
    assert!(listing.contains("if A == TIOCSTI"), "{listing}");
    assert!(listing.contains("A = lo32(flags)"), "{listing}");
}

#[test]
fn braces() {
    let plain = assembled(
        "A = nr\nif A != 1 goto 3\nreturn errno 5\n3: if A == 2 goto 5 else goto 6\n5: return trap\n6: return allow",
    );
    let braces = assembled(
        "A = nr\nif A == 1 {\n  return errno EIO\n} else if A == 2 {\n  return trap 0\n} else {\n  return allow\n}",
    );
    assert_eq!(braces[..3], plain[..3]);
    assert_eq!(braces.len(), 6);
    assert_eq!(
        assembled("A = nr\nif !(A & 4) { X = A } else { A = X }\nreturn A"),
        [Insn::ld_abs(0), Insn::jset(4, 2, 0), Insn::tax(), Insn::ja(1), Insn::txa(), Insn::ret_a(),]
    );
}

#[test]
fn a_block_that_ends_in_a_block_leads_around_the_else() {
    let insns = assembled(
        "A = nr\nif A == 1 {\n A = arch\n if A == 2 { return errno 3 }\n} else {\n return kill\n}\nreturn allow",
    );
    assert_eq!(
        insns,
        [
            Insn::ld_abs(0),
            Insn::jeq(1, 0, 4),
            Insn::ld_abs(4),
            Insn::jeq(2, 0, 1),
            Insn::ret(0x0005_0003),
            Insn::ja(1),
            Insn::ret(0x8000_0000),
            Insn::ret(0x7fff_0000),
        ]
    );
}

#[test]
fn far_jumps_go_over_a_jump() {
    for condition in ["A == 1", "A != 1"] {
        let mut text = format!("A = nr\nif {condition} goto far\n");
        text.push_str(&"A += 1\n".repeat(300));
        text.push_str("return allow\nfar: return kill\n");
        let insns = assembled(&text);
        let program = Program::new(insns).unwrap();
        let run = |nr| {
            let data = callgate_abi::SeccompData { nr, arch: Abi::X86_64.audit_arch(), ..Default::default() };
            callgate_bpf::interp::run(&program, &data)
        };
        let (one, other) = (run(1), run(2));
        let (kill, allow) = (0x8000_0000, 0x7fff_0000);
        assert_eq!((one, other), if condition == "A == 1" { (kill, allow) } else { (allow, kill) });
    }
    let both = format!(
        "A = nr\nif A > 3 goto a else goto b\n{}a: return kill\nb: return allow",
        "A = 0\n".repeat(400)
    );
    assert_eq!(assembled(&both)[1..4], [Insn::jgt(3, 0, 1), Insn::ja(401), Insn::ja(401)]);
}

#[test]
fn seccomp_tools_words() {
    let theirs = "\
  A = arch
  A == ARCH_X86_64 ? next : dead
  A = sys_number
  if (A >= 0x40000000) goto dead
  A == read ? ok : next
  if (!(A & 1)) goto ok
  A = args[0] >> 32
  A = args_h[1]
  A = args[2]
  mem[3] = A
  A = instruction_pointer
  if (A == amd64.read) goto ok
  return ERRNO(1)
dead:
  return KILL
ok:
  return ALLOW
";
    let ours = "\
  A = arch
  if A != x86_64 goto dead
  A = nr
  if A >= 0x40000000 goto dead
  if A == read goto ok
  if A & 1 goto next else goto ok
  A = hi32(args[0])
  A = hi32(args[1])
  A = lo32(args[2])
  M[3] = A
  A = lo32(ip)
  if A == x86_64.read goto ok
  return errno EPERM
dead: return kill-thread
ok: return allow
";
    assert_eq!(assembled(theirs), assembled(ours));
}

#[test]
fn mistakes_are_told_with_their_place() {
    let cases: &[(&str, usize, usize, &str)] = &[
        (
            "A = nr\nif A = 5 goto x\nx: return allow",
            2,
            6,
            "expected a comparison: ==, !=, >, >=, <, <= or &, found `=`",
        ),
        (
            "A = nr\nif A == opennat goto 3\n3: return allow",
            2,
            9,
            "no name is called `opennat`; did you mean `openat`?",
        ),
        ("goto l\nreturn allow", 1, 6, "there is no label `l`"),
        (
            "l: A = nr\ngoto l\nreturn allow",
            2,
            6,
            "jumps lead forward only, but the label `l` is not further down",
        ),
        ("l: A = nr\nl: return allow", 2, 1, "the label `l` is there twice"),
        ("return alow", 1, 8, "no action is called `alow`; did you mean `allow`?"),
        ("return errno EPREM", 1, 14, "no error is called `EPREM`; did you mean `EPERM`?"),
        (
            "return",
            1,
            7,
            "expected an action: allow, log, trace N, notify, errno NAME, trap N, kill, kill-thread, A, or a number, found the end",
        ),
        ("A = 0x100000000\nreturn allow", 1, 5, "this number is too large"),
        (
            "A = lo32(flags)\nreturn allow",
            1,
            10,
            "which call's `flags` is not decided here: compare `nr` first, or write the call too, as `openat.flags`",
        ),
        ("A = nr\nif A == openat {\nreturn allow", 2, 16, "this `{` has no `}`"),
        (
            "A = nr\nif A == openat {\nreturn allow\n}",
            2,
            1,
            "no instruction follows: every way must end in a `return`",
        ),
        ("return allow\nx:", 2, 1, "no instruction follows this label"),
        ("A = args[6]\nreturn A", 1, 10, "expected an argument 0 to 5, found `6`"),
        (".abi pdp11\nreturn A", 1, 6, "no ABI is called `pdp11`"),
        ("return allow\n.abi x86_64", 2, 6, "one `.abi` line goes before all instructions"),
        ("A = nr\nif A == 1 goto 2 else 3\n2: return A", 2, 23, "expected `goto`, found `3`"),
        ("A = §", 1, 5, "expected an instruction, found `\\u{a7}`"),
    ];
    for (text, line, column, message) in cases {
        let error = read(text).unwrap_err();
        let place = error.place.unwrap_or_else(|| panic!("{text}: {error}"));
        assert_eq!((place.line, place.column), (*line, *column), "{text}: {error}");
        assert_eq!(error.reason.to_string(), *message, "{text}");
    }
    let error = read("A = arch\nif A == x86_64 goto l\nif A == i386 goto l\nreturn kill\nl: A = nr\nif A == open { return kill }\nreturn allow")
        .unwrap_err();
    assert_eq!(error.reason, Reason::WhichAbi("open".to_owned()));
    assert_eq!(read(&"(".repeat(100_000)).unwrap_err().place.map(|place| place.line), Some(1));
    assert!(read(&format!("if {} A == 1 goto x", "(".repeat(100_000))).is_err());
}

#[test]
fn unreachable_lines_are_marked() {
    let insns = [
        Insn::ld_abs(4),
        Insn::jeq(Abi::X86_64.audit_arch(), 1, 0),
        Insn::ret(0),
        Insn::ld_abs(4),
        Insn::jeq(Abi::X86_64.audit_arch(), 0, 1),
        Insn::ret(0x7fff_0000),
        Insn::ret(0x0005_0001),
        Insn::ret(0),
    ];
    let lines = asm::lines(&insns, Abi::X86_64, Style::Named);
    let dead: Vec<usize> = lines.iter().filter(|line| !line.reachable).map(|line| line.index).collect();
    assert_eq!(dead, [6, 7], "the second check of the architecture cannot fail");
}
