//! Filters written in the formats that others read.

use super::asm::{self, Style};
use crate::insn::Insn;
use callgate_abi::{Abi, Endian};
use std::fmt::Write as _;

/// Raw bytes in this byte order.
pub fn raw(insns: &[Insn], endian: Endian) -> Vec<u8> {
    insns.iter().flat_map(|insn| insn.to_bytes(endian)).collect()
}

/// Hex digits, an instruction a line.
pub fn hex(insns: &[Insn], endian: Endian) -> String {
    let mut text = String::new();
    for insn in insns {
        for byte in insn.to_bytes(endian) {
            let _ = write!(text, "{byte:02x}");
        }
        text.push('\n');
    }
    text
}

/// A string literal of `\x` escapes, as C, Python, Ruby and printf(1) read it.
pub fn escaped(insns: &[Insn], endian: Endian) -> String {
    let mut text = String::from("\"");
    for byte in raw(insns, endian) {
        let _ = write!(text, "\\x{byte:02x}");
    }
    text.push_str("\"\n");
    text
}

/// A C array of `struct sock_filter`, each instruction with its words.
pub fn c(insns: &[Insn], abi: Abi) -> String {
    let mut text =
        format!("/* {abi}, {} instruction{} */\n", insns.len(), if insns.len() == 1 { "" } else { "s" });
    text.push_str("static const struct sock_filter filter[] = {\n");
    for line in asm::lines(insns, abi, Style::Named) {
        let Insn { code, jt, jf, k } = line.insn;
        let _ = writeln!(
            text,
            "\t{{ {code:#04x}, {jt:3}, {jf:3}, {k:#010x} }}, /* {:4}: {} */",
            line.index, line.text
        );
    }
    text.push_str("};\n");
    text
}

/// A Rust array of `libc::sock_filter`, each instruction with its words.
pub fn rust(insns: &[Insn], abi: Abi) -> String {
    let mut text = format!("// {abi}\nconst FILTER: [libc::sock_filter; {}] = [\n", insns.len());
    for line in asm::lines(insns, abi, Style::Named) {
        let Insn { code, jt, jf, k } = line.insn;
        let _ = writeln!(
            text,
            "    libc::sock_filter {{ code: {code:#04x}, jt: {jt}, jf: {jf}, k: {k:#010x} }}, // {:4}: {}",
            line.index, line.text
        );
    }
    text.push_str("];\n");
    text
}

/// seccomp-tools' table, which it and ceccomp read; the words are callgate's.
pub fn tools(insns: &[Insn], abi: Abi) -> String {
    let mut text = String::from(" line  CODE  JT   JF      K\n=================================\n");
    for line in asm::lines(insns, abi, Style::Named) {
        let Insn { code, jt, jf, k } = line.insn;
        let _ =
            writeln!(text, " {:04}: {code:#04x} {jt:#04x} {jf:#04x} {k:#010x}  {}", line.index, line.text);
    }
    text
}
