//! Any instructions, listed and assembled.

use crate::Target;
use crate::choices::Choices;
use callgate_abi::Abi;
use callgate_bpf::text::asm::{self, Style};
use callgate_bpf::{Insn, Program, disasm};

pub(crate) const TARGET: Target = Target {
    name: "listing",
    about: "asm of disasm is byte-exact, for programs that the kernel takes and for those that it does not",
    longest: 512,
    run,
};

fn run(data: &[u8]) {
    let mut c = Choices::new(data);
    let abi = c.of(Abi::ALL);
    let mut insns = Vec::new();
    while !c.is_empty() && insns.len() < 60 {
        let code = match c.byte() {
            choice @ 0..200 => {
                const CODES: [u16; 24] = [
                    0x20, 0x15, 0x06, 0x05, 0x25, 0x35, 0x45, 0x1d, 0x2d, 0x3d, 0x4d, 0x54, 0x04, 0x0c, 0x84,
                    0x00, 0x01, 0x02, 0x03, 0x60, 0x61, 0x07, 0x87, 0x16,
                ];
                CODES[usize::from(choice) % CODES.len()]
            }
            200..240 => u16::from(c.byte()),
            _ => u16::from_le_bytes([c.byte(), c.byte()]),
        };
        let short = |c: &mut Choices<'_>| if c.bool() { c.byte() } else { c.byte() % 8 };
        let (jt, jf) = (short(&mut c), short(&mut c));
        let k = c.word();
        let k = if code == 0x20 && c.bool() { k % 16 * 4 } else { k };
        insns.push(Insn::new(code, jt, jf, k));
    }
    if insns.is_empty() {
        return;
    }
    let program = Program::new(insns.clone()).ok();
    for style in [Style::Named, Style::Plain] {
        let listing = asm::listing(&insns, abi, style);
        match asm::read(&listing, abi) {
            Ok(back) => assert_eq!(back.insns, insns, "{listing}"),
            Err(error) => assert!(program.is_none(), "{error}\n{listing}"),
        }
        assert_eq!(asm::lines(&insns, abi, style).len(), insns.len());
    }
    if let Some(program) = program {
        assert_eq!(disasm::listing(&program).lines().count(), insns.len());
    }
}
