//! Constant expressions of C, with the names that filters use.

use super::parse::Parser;
use super::token::number;
use crate::insn::code;
use crate::text::asm::names::{audit_arch, half_offset};
use crate::text::place::{Reason, TextError};
use callgate_abi::{Abi, Errno, Sysno, constants, syscalls};

/// How deep parentheses may go.
const DEPTH: usize = 100;

const OPERATORS: &[&[&str]] =
    &[&["|"], &["^"], &["&"], &["==", "!="], &["<<", ">>"], &["+", "-"], &["*", "/", "%"]];

impl Parser<'_> {
    /// A value that fits `bits`, negative numbers in two's complement.
    pub(super) fn value(&mut self, bits: u32, what: &str) -> Result<u32, TextError> {
        let start = self.at;
        let value = self.level(0, what)?;
        let fits = value >> bits == 0 || (bits == 32 && (value as i64) >= -(1 << 31) && (value as i64) < 0);
        if !fits {
            let end = self.at.max(start + 1);
            return Err(self.wrong(start, end, Reason::NumberTooLarge));
        }
        Ok(value as u32)
    }

    fn level(&mut self, level: usize, what: &str) -> Result<u64, TextError> {
        let Some(operators) = OPERATORS.get(level) else { return self.unary(what) };
        let mut left = self.level(level + 1, what)?;
        while let Some(operator) = operators.iter().find(|operator| self.is(operator)) {
            let at = self.at;
            self.at += 1;
            let right = self.level(level + 1, what)?;
            left = match *operator {
                "|" => left | right,
                "^" => left ^ right,
                "&" => left & right,
                "==" => u64::from(left == right),
                "!=" => u64::from(left != right),
                "<<" => left.checked_shl(right.min(64) as u32).unwrap_or(0),
                ">>" => left.checked_shr(right.min(64) as u32).unwrap_or(0),
                "+" => left.wrapping_add(right),
                "-" => left.wrapping_sub(right),
                "*" => left.wrapping_mul(right),
                "/" | "%" if right == 0 => {
                    let expected = "a divisor other than 0".to_owned();
                    return Err(self.wrong(
                        at,
                        self.at,
                        Reason::Expected { expected, found: "0".to_owned() },
                    ));
                }
                "/" => left / right,
                _ => left % right,
            };
        }
        Ok(left)
    }

    fn unary(&mut self, what: &str) -> Result<u64, TextError> {
        // Signs and casts, from the outside; applied from the inside.
        let mut signs = Vec::new();
        loop {
            if self.is("-") || self.is("~") || self.is("+") || self.is("!") {
                signs.push(self.peek_word().to_owned());
                self.at += 1;
            } else if self.is("(") && self.is_cast() {
                while !self.take(")") {
                    self.at += 1;
                }
            } else {
                break;
            }
        }
        let mut value = self.primary(what)?;
        // Rust's cast.
        while self.take("as") {
            self.at += 1;
        }
        for sign in signs.iter().rev() {
            value = match sign.as_str() {
                "-" => value.wrapping_neg(),
                // Of a 32-bit operand, as C has it.
                "~" if value >> 32 == 0 => u64::from(!(value as u32)),
                "~" => !value,
                "!" => u64::from(value == 0),
                _ => value,
            };
        }
        Ok(value)
    }

    /// Whether the parenthesis holds a type.
    fn is_cast(&self) -> bool {
        const TYPES: &[&str] = &[
            "unsigned", "signed", "int", "long", "short", "char", "__u8", "__u16", "__u32", "__u64",
            "uint8_t", "uint16_t", "uint32_t", "uint64_t", "int32_t", "u8", "u16", "u32", "u64", "size_t",
        ];
        let behind = self.tokens[self.at + 1..].iter();
        let words = behind.take_while(|token| !token.is(")"));
        let mut any = false;
        for word in words {
            any = true;
            if !TYPES.contains(&&*word.word) {
                return false;
            }
        }
        any && self.tokens[self.at..].iter().any(|token| token.is(")"))
    }

    fn primary(&mut self, what: &str) -> Result<u64, TextError> {
        let Some(token) = self.tokens.get(self.at).cloned() else { return Err(self.expected(what)) };
        if self.take("(") {
            self.depth += 1;
            if self.depth > DEPTH {
                return Err(self.expected("fewer parentheses"));
            }
            let value = self.level(0, what)?;
            self.depth -= 1;
            self.expect(")")?;
            return Ok(value);
        }
        if token.is_number() {
            self.at += 1;
            let expected = "a number".to_owned();
            return number(&token.word).ok_or_else(|| {
                self.wrong(self.at - 1, self.at, Reason::Expected { expected, found: token.word.to_string() })
            });
        }
        if !token.is_name() {
            return Err(self.expected(what));
        }
        self.at += 1;
        match &*token.word {
            "offsetof" | "__builtin_offsetof" => self.offset_of(),
            "sizeof" => self.size_of(),
            "SCMP_SYS" => {
                self.expect("(")?;
                let at = self.at;
                self.at += 1;
                self.expect(")")?;
                let name = self.tokens[at].word.to_string();
                self.call(&name).ok_or_else(|| self.unknown(at))
            }
            word => self.named(word).ok_or_else(|| self.unknown(self.at - 1)),
        }
    }

    /// `(struct seccomp_data, args[1])` behind `offsetof`.
    fn offset_of(&mut self) -> Result<u64, TextError> {
        self.expect("(")?;
        self.take("struct");
        self.expect("seccomp_data")?;
        self.expect(",")?;
        let field = self.peek_word().to_owned();
        self.at += 1;
        let offset = match field.as_str() {
            "nr" => 0,
            "arch" => 4,
            "instruction_pointer" => 8,
            "args" => {
                let mut arg = 0;
                if self.take("[") {
                    arg = self.level(0, "the number of an argument")?;
                    self.expect("]")?;
                }
                16_u64.saturating_add(arg.saturating_mul(8))
            }
            _ => {
                self.at -= 1;
                return Err(self.expected("nr, arch, instruction_pointer or args[…]"));
            }
        };
        self.expect(")")?;
        Ok(offset)
    }

    fn size_of(&mut self) -> Result<u64, TextError> {
        self.expect("(")?;
        let mut size = None;
        while self.at < self.tokens.len() && !self.is(")") {
            size = match self.peek_word() {
                "char" | "__u8" | "uint8_t" => Some(1),
                "short" | "__u16" | "uint16_t" => Some(2),
                "int" | "unsigned" | "__u32" | "uint32_t" => Some(4),
                "long" | "__u64" | "uint64_t" | "sock_filter" => Some(8),
                "seccomp_data" => Some(64),
                _ => size,
            };
            self.at += 1;
        }
        let size = size.ok_or_else(|| self.expected("the name of a type"))?;
        self.expect(")")?;
        Ok(size)
    }

    fn call(&self, name: &str) -> Option<u64> {
        Sysno::from_name(self.abi, name).map(|call| call.nr.into())
    }

    fn named(&self, word: &str) -> Option<u64> {
        if let Some(name) = word.strip_prefix("__NR_").or_else(|| word.strip_prefix("SYS_")) {
            return self.call(name);
        }
        if let Some(bare) = word.strip_prefix("BPF_") {
            return bpf(bare);
        }
        if let Some(bare) = word.strip_prefix("SECCOMP_RET_") {
            return answer(bare);
        }
        if word.starts_with("AUDIT_ARCH_") {
            return audit_arch(word).map(u64::from);
        }
        match word {
            "X32_SYSCALL_BIT" | "__X32_SYSCALL_BIT" => return Some(Abi::X32_BIT.into()),
            "__AUDIT_ARCH_64BIT" => return Some(0x8000_0000),
            "__AUDIT_ARCH_LE" => return Some(0x4000_0000),
            // Macros of the kernel's own sample, and of many copies.
            "syscall_nr" => return Some(0),
            "arch_nr" => return Some(4),
            _ => {}
        }
        if let Some(arg) = word.strip_prefix("syscall_arg").and_then(|arg| arg.parse::<usize>().ok())
            && arg < 6
        {
            return Some(half_offset(Some(arg), false, self.abi.endian()).into());
        }
        Errno::from_name(word).map(|errno| errno.0.into()).or_else(|| constants::value(self.abi, word))
    }

    fn unknown(&self, at: usize) -> TextError {
        let name = self.tokens.get(at).map_or_else(String::new, |token| token.word.to_string());
        let (kind, near) = match name.strip_prefix("__NR_").or_else(|| name.strip_prefix("SYS_")) {
            Some(call) if syscalls::exists(call) => {
                let reason = Reason::NotOn { name: call.to_owned(), abi: self.abi };
                return self.wrong(at, at + 1, reason);
            }
            Some(call) => ("call", syscalls::suggest(call)),
            None => ("constant", constants::suggest(&name)),
        };
        self.wrong(at, at + 1, Reason::unknown(kind, &name, near))
    }
}

fn bpf(name: &str) -> Option<u64> {
    let value = match name {
        "LD" | "W" | "IMM" | "K" | "ADD" | "JA" | "TAX" => 0,
        "LDX" => 0x01,
        "ST" => code::ST,
        "STX" => code::STX,
        "ALU" => code::ALU,
        "JMP" => code::JMP,
        "RET" => 0x06,
        "MISC" => 0x07,
        "H" | "X" => 0x08,
        "B" | "A" | "JEQ" | "SUB" | "MEMWORDS" => 0x10,
        "ABS" | "MUL" | "JGT" => 0x20,
        "DIV" | "JGE" => 0x30,
        "IND" | "OR" | "JSET" => 0x40,
        "AND" => code::AND,
        "MEM" | "LSH" => 0x60,
        "RSH" => code::RSH,
        "LEN" | "NEG" | "TXA" => 0x80,
        "MSH" | "XOR" => 0xa0,
        "MOD" => code::MOD,
        "MAXINSNS" => 4096,
        _ => return None,
    };
    Some(value.into())
}

fn answer(name: &str) -> Option<u64> {
    Some(match name {
        "KILL_PROCESS" => 0x8000_0000,
        "KILL_THREAD" | "KILL" => 0,
        "TRAP" => 0x0003_0000,
        "ERRNO" => 0x0005_0000,
        "USER_NOTIF" => 0x7fc0_0000,
        "TRACE" => 0x7ff0_0000,
        "LOG" => 0x7ffc_0000,
        "ALLOW" | "ACTION" => 0x7fff_0000,
        "DATA" => 0xffff,
        "ACTION_FULL" => 0xffff_0000,
        _ => return None,
    })
}
