//! What A, X and the scratch words are set to.

use super::super::token::{Kind as Word, number};
use super::super::tree::Kind;
use super::{Parser, is_comparison};
use crate::insn::{Insn, code};
use crate::text::place::{Reason, TextError};

impl<'t> Parser<'t> {
    /// A statement that begins with A, X or a scratch word.
    pub(super) fn register(&mut self, start: usize) -> Result<(), TextError> {
        let register = self.next().word;
        if register == "M" || register == "mem" {
            let cell = self.cell()?;
            self.expect("=", "`= A` or `= X`")?;
            let insn = if self.take("A") {
                Insn::st(cell)
            } else if self.take("X") {
                Insn::stx(cell)
            } else {
                return Err(self.expected("A or X"));
            };
            return self.push(start, Kind::Ready(insn));
        }
        if self.take("=") {
            return if register == "A" { self.load(start) } else { self.load_x(start) };
        }
        if register == "A" {
            if let Some(operation) = assignment(self.peek().word) {
                self.at += 1;
                return self.arithmetic(start, operation);
            }
            if is_comparison(self.peek().word) {
                return self.ternary(start);
            }
            return Err(self.expected("`=`, or an operation such as `&=`"));
        }
        Err(self.expected("`=`"))
    }

    fn cell(&mut self) -> Result<u32, TextError> {
        self.expect("[", "the number of a scratch word, as `[0]`")?;
        let cell = self.number("the number of a scratch word")?;
        self.expect("]", "`]`")?;
        Ok(cell)
    }

    pub(super) fn number(&mut self, what: &str) -> Result<u32, TextError> {
        let token = self.peek();
        let negative = self.take("-");
        let digits = self.peek();
        if digits.kind != Word::Number {
            return Err(self.expected(what));
        }
        self.at += 1;
        let span = token.start..digits.end;
        let Some(value) = number(digits.word) else {
            return Err(self.wrong(
                span,
                Reason::Expected {
                    expected: format!("{what}: decimal, 0x…, 0o… or 0b…"),
                    found: digits.word.to_owned(),
                },
            ));
        };
        let fits = if negative { value <= 1 << 31 } else { u32::try_from(value).is_ok() };
        if !fits {
            return Err(self.wrong(span, Reason::NumberTooLarge));
        }
        Ok(if negative { (value as u32).wrapping_neg() } else { value as u32 })
    }

    fn load(&mut self, start: usize) -> Result<(), TextError> {
        let token = self.peek();
        let ready = |insn| Kind::Ready(insn);
        let kind = match token.word {
            "nr" | "sys_number" => self.fixed(ready(Insn::ld_abs(0))),
            "arch" => self.fixed(ready(Insn::ld_abs(4))),
            "len" => self.fixed(ready(Insn::new(code::LD_W_LEN, 0, 0, 0))),
            "X" => self.fixed(ready(Insn::txa())),
            "-" if self.tokens.get(self.at + 1).is_some_and(|next| next.word == "A") => {
                self.at += 1;
                self.fixed(ready(Insn::neg()))
            }
            "M" | "mem" => {
                self.at += 1;
                ready(Insn::ld_mem(self.cell()?))
            }
            "lo32" | "hi32" => {
                self.at += 1;
                self.half(token.word == "hi32")?
            }
            // As seccomp-tools writes them.
            "args" | "args_h" => {
                let mut high = token.word == "args_h";
                let arg = self.argument_number()?;
                if self.take(">>") {
                    self.expect("32", "`32`")?;
                    high = true;
                }
                Kind::Half { arg: Some(arg), high }
            }
            "instruction_pointer" => {
                self.at += 1;
                let high = self.take(">>");
                if high {
                    self.expect("32", "`32`")?;
                }
                Kind::Half { arg: None, high }
            }
            "data" | "half" | "byte" => self.data()?,
            _ => Kind::Constant { code: code::LD_IMM, operand: self.operand()? },
        };
        self.push(start, kind)
    }

    fn fixed(&mut self, kind: Kind<'t>) -> Kind<'t> {
        self.at += 1;
        kind
    }

    fn argument_number(&mut self) -> Result<usize, TextError> {
        self.at += 1;
        self.expect("[", "`[` and the number of an argument")?;
        let token = self.peek();
        let arg = self.number("the number of an argument, 0 to 5")?;
        if arg > 5 {
            return Err(self.wrong(
                token.start..token.end,
                Reason::Expected { expected: "an argument 0 to 5".to_owned(), found: token.word.to_owned() },
            ));
        }
        self.expect("]", "`]`")?;
        Ok(arg as usize)
    }

    /// Inside `lo32(…)` or `hi32(…)`.
    fn half(&mut self, high: bool) -> Result<Kind<'t>, TextError> {
        self.expect("(", "`(` and an argument")?;
        let token = self.peek();
        let kind = match token.word {
            "ip" | "instruction_pointer" => self.fixed(Kind::Half { arg: None, high }),
            "args" => Kind::Half { arg: Some(self.argument_number()?), high },
            _ => {
                let first = self.name("an argument: its name, or `args[0]`")?;
                let (call, name) = if self.take(".") {
                    (Some(first.word), self.name("an argument's name")?)
                } else {
                    (None, first)
                };
                Kind::Argument { call, name: name.word, high, name_span: name.start..name.end }
            }
        };
        self.expect(")", "`)`")?;
        Ok(kind)
    }

    /// `data[16]`, and what classic BPF has but seccomp refuses: `half data[…]`, `byte data[…]`, `data[X + 4]`.
    fn data(&mut self) -> Result<Kind<'t>, TextError> {
        let (absolute, indirect) = match self.peek().word {
            "half" => (code::LD_H_ABS, code::LD_H_IND),
            "byte" => (code::LD_B_ABS, code::LD_B_IND),
            _ => (code::LD_W_ABS, code::LD_W_IND),
        };
        if absolute != code::LD_W_ABS {
            self.at += 1;
        }
        self.expect("data", "`data[` and a byte offset")?;
        self.expect("[", "`[` and a byte offset")?;
        let code = if self.take("X") {
            self.expect("+", "`+`")?;
            indirect
        } else {
            absolute
        };
        let offset = self.number("a byte offset")?;
        self.expect("]", "`]`")?;
        Ok(Kind::Ready(Insn::new(code, 0, 0, offset)))
    }

    fn load_x(&mut self, start: usize) -> Result<(), TextError> {
        let kind = match self.peek().word {
            "A" => self.fixed(Kind::Ready(Insn::tax())),
            "len" => self.fixed(Kind::Ready(Insn::new(code::LDX_W_LEN, 0, 0, 0))),
            "M" | "mem" => {
                self.at += 1;
                Kind::Ready(Insn::ldx_mem(self.cell()?))
            }
            _ => Kind::Constant { code: code::LDX_IMM, operand: self.operand()? },
        };
        self.push(start, kind)
    }

    fn arithmetic(&mut self, start: usize, operation: u16) -> Result<(), TextError> {
        let kind = if self.take("X") {
            Kind::Ready(Insn::alu_x(operation))
        } else {
            Kind::Constant { code: code::ALU | operation, operand: self.operand()? }
        };
        self.push(start, kind)
    }
}

fn assignment(word: &str) -> Option<u16> {
    Some(match word {
        "+=" => code::ADD,
        "-=" => code::SUB,
        "*=" => code::MUL,
        "/=" => code::DIV,
        "%=" => code::MOD,
        "&=" => code::AND,
        "|=" => code::OR,
        "^=" => code::XOR,
        "<<=" => code::LSH,
        ">>=" => code::RSH,
        _ => return None,
    })
}
