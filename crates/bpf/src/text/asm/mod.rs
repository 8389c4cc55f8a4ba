//! callgate's own assembly language, which the disassembler writes and the assembler reads back byte for byte.
//!
//! `docs/assembly.md` is its manual. Names mean what they mean at their place: `if A == openat` is the number
//! that `openat` has on the architecture that the filter has checked on every way there, `lo32(flags)` is the
//! third argument where only openat(2) gets.

mod assemble;
pub(crate) mod names;
mod parse;
mod print;
mod token;
mod tree;

pub use print::{Line, Shape, Style, lines, listing};

use super::Found;
use super::place::TextError;
use callgate_abi::Abi;

/// Assembles a text; not verified. `assumed` is the ABI of its names where nothing is checked and no `.abi`
/// line says another.
///
/// ```
/// use callgate_abi::Abi;
/// use callgate_bpf::{Insn, text::asm};
/// let found = asm::read("A = nr\nif A == getpid { return errno EPERM }\nreturn allow", Abi::X86_64)?;
/// assert_eq!(found.insns, [
///     Insn::ld_abs(0), Insn::jeq(39, 0, 1), Insn::ret(0x0005_0001), Insn::ret(0x7fff_0000),
/// ]);
/// # Ok::<(), callgate_bpf::text::TextError>(())
/// ```
pub fn read(text: &str, assumed: Abi) -> Result<Found, TextError> {
    let source = parse::parse(text)?;
    let abi = source.abi.unwrap_or(assumed);
    let assembled = assemble::assemble(text, &source, abi)?;
    Ok(Found { insns: assembled.insns, lines: assembled.lines, abi })
}

/// Assembles the filters of a text: each `.abi` line behind instructions begins another.
pub fn read_all(text: &str, assumed: Abi) -> Result<Vec<Found>, TextError> {
    let mut filters = Vec::new();
    // The parts are padded with empty lines, so that places in them are those of the whole.
    let mut part = String::new();
    let mut started = false;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let begins = line.trim_start().starts_with(".abi");
        if begins && started {
            filters.push(read(&part, assumed)?);
            part = "\n".repeat(number);
            started = false;
        }
        let word = line.trim_start();
        started |= !(begins || word.is_empty() || word.starts_with([';', '#']) || word.starts_with("//"));
        part.push_str(line);
    }
    filters.push(read(&part, assumed)?);
    Ok(filters)
}

/// Whether a text may be meant as assembly: some line returns, or loads a register.
pub fn looks_like(text: &str) -> bool {
    text.lines().any(|line| {
        let behind = line.trim_start().trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
        is_instruction(line.trim_start())
            || behind.strip_prefix(':').is_some_and(|rest| is_instruction(rest.trim_start()))
    })
}

fn is_instruction(line: &str) -> bool {
    let mut words = line.split(|c: char| c.is_whitespace() || c == '(');
    match words.next() {
        Some("return" | "insn" | ".abi") => words.next().is_some(),
        Some("A" | "X") => words.next().is_some_and(|word| word.contains('=') || word == "&"),
        _ => false,
    }
}
