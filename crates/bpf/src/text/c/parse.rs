//! Where a source holds filters, and their instructions.

use super::token::Token;
use crate::insn::Insn;
use crate::text::place::{Place, Reason, TextError};
use crate::text::{Found, raw};
use callgate_abi::Abi;

/// More than the kernel takes, so that it can say what is wrong.
const MOST: usize = 8192;

pub(super) struct Parser<'p> {
    pub(super) text: &'p str,
    pub(super) tokens: &'p [Token],
    pub(super) at: usize,
    pub(super) abi: Abi,
    pub(super) depth: usize,
}

impl Parser<'_> {
    pub(super) fn is(&self, word: &str) -> bool {
        self.tokens.get(self.at).is_some_and(|token| token.is(word))
    }

    pub(super) fn peek_word(&self) -> &str {
        self.tokens.get(self.at).map_or("", |token| &token.word)
    }

    pub(super) fn take(&mut self, word: &str) -> bool {
        let found = self.is(word);
        self.at += usize::from(found);
        found
    }

    /// An error at words `from..to`.
    pub(super) fn wrong(&self, from: usize, to: usize, reason: Reason) -> TextError {
        let end = self.text.len();
        let start = self.tokens.get(from).map_or(end, |token| token.span.start);
        let stop = self.tokens.get(to.max(from + 1) - 1).map_or(start, |token| token.span.end);
        TextError::at(self.text, start, stop.max(start), reason)
    }

    pub(super) fn expected(&self, what: &str) -> TextError {
        let reason = Reason::Expected { expected: what.to_owned(), found: self.peek_word().to_owned() };
        self.wrong(self.at, self.at + 1, reason)
    }

    pub(super) fn expect(&mut self, word: &str) -> Result<(), TextError> {
        if self.take(word) { Ok(()) } else { Err(self.expected(&format!("`{word}`"))) }
    }

    /// All arrays of filters in the source; where there is none, the source is taken for the inside of one.
    pub(super) fn filters(&mut self) -> Result<Vec<Found>, TextError> {
        let mut filters = Vec::new();
        while self.at < self.tokens.len() {
            let of_bytes = matches!(self.peek_word(), "char" | "u8" | "uint8_t" | "__u8");
            if !of_bytes && !self.is("sock_filter") {
                self.at += 1;
                continue;
            }
            self.at += 1;
            if let Some(open) = self.initialiser() {
                self.at = open;
                let found = if of_bytes { self.bytes()? } else { self.list()? };
                if !found.insns.is_empty() {
                    filters.push(found);
                }
            }
        }
        if filters.is_empty() {
            self.at = 0;
            let found = self.list()?;
            if self.at < self.tokens.len() && !self.is(";") {
                return Err(self.expected("a comma and another instruction, or the end"));
            }
            filters.push(found);
        }
        Ok(filters)
    }

    /// Where the braces behind a declaration open; `None` where it has none.
    fn initialiser(&self) -> Option<usize> {
        let mut depth = 0_usize;
        for at in self.at..self.tokens.len().min(self.at + 64) {
            match &*self.tokens[at].word {
                "(" | "[" => depth += 1,
                ")" | "]" => depth = depth.saturating_sub(1),
                "=" => {
                    let behind = &self.tokens[at + 1..];
                    let open = behind.iter().take(4).position(|token| token.is("{") || token.is("["))?;
                    return Some(at + 1 + open);
                }
                // A compound literal; otherwise this declares the struct, or a function.
                "{" => return self.tokens[at - 1].is(")").then_some(at),
                // In Rust the type itself is in brackets, `[sock_filter; 12]`.
                ";" if self.tokens.get(at + 2).is_some_and(|token| token.is("]")) => {}
                ";" | "," if depth == 0 => return None,
                _ => {}
            }
        }
        None
    }

    /// A list of instructions, from its opening brace if it has one.
    pub(super) fn list(&mut self) -> Result<Found, TextError> {
        let mut found = Found { insns: Vec::new(), lines: Vec::new(), abi: self.abi };
        let close = self.close_of_list();
        while self.at < self.tokens.len() {
            if let Some(close) = close
                && self.take(close)
            {
                return Ok(found);
            }
            if self.is("...") {
                return Err(self.wrong(self.at, self.at + 1, Reason::Abbreviated));
            }
            if found.insns.len() >= MOST {
                return Err(self.wrong(self.at, self.at + 1, Reason::TooManyInstructions(MOST)));
            }
            let start = self.tokens[self.at].span.start;
            found.insns.push(self.element(found.insns.len())?);
            found.lines.push(Place::of(self.text, start, start).line);
            if !self.take(",") && close.is_none_or(|close| !self.is(close)) {
                if close.is_none() {
                    return Ok(found);
                }
                return Err(self.expected("a comma and another instruction, or the end of the list"));
            }
        }
        match close {
            Some(close) => Err(self.expected(&format!("`{close}`"))),
            None => Ok(found),
        }
    }

    /// Takes the brace that opens a list, unless it opens an instruction.
    fn close_of_list(&mut self) -> Option<&'static str> {
        let instruction =
            self.tokens.get(self.at + 1).is_some_and(|token| token.is_number() || token.is("."));
        if self.take("[") {
            Some("]")
        } else if self.is("{") && !instruction {
            self.at += 1;
            Some("}")
        } else {
            None
        }
    }

    fn element(&mut self, index: usize) -> Result<Insn, TextError> {
        if self.take("[") {
            let at = self.at;
            let place = self.value(32, "the number of an instruction")?;
            if place as usize != index {
                let expected = format!("instruction {index}: they are read in order");
                return Err(self.wrong(at, self.at, Reason::Expected { expected, found: place.to_string() }));
            }
            self.expect("]")?;
            self.expect("=")?;
        }
        // A cast of a compound literal, or Rust's path.
        if self.take("(") {
            self.take("struct");
            self.expect("sock_filter")?;
            self.expect(")")?;
        }
        while self.tokens.get(self.at).is_some_and(Token::is_name)
            && !self.is("BPF_STMT")
            && !self.is("BPF_JUMP")
        {
            let more = self.tokens.get(self.at + 1);
            if more.is_some_and(|token| token.is("::")) {
                self.at += 2;
            } else if more.is_some_and(|token| token.is("{")) {
                self.at += 1;
            } else if more.is_some_and(|token| token.is(":")) {
                // Rust's `libc::sock_filter` is cut where `::` is no sign of C.
                self.at += 1;
            } else {
                return Err(self.expected("an instruction: BPF_STMT(…), BPF_JUMP(…) or { code, jt, jf, k }"));
            }
        }
        if self.take("BPF_STMT") {
            self.expect("(")?;
            let code = self.value(16, "a code")?;
            self.expect(",")?;
            let k = self.value(32, "k")?;
            self.expect(")")?;
            return Ok(Insn::new(code as u16, 0, 0, k));
        }
        if self.take("BPF_JUMP") {
            self.expect("(")?;
            let code = self.value(16, "a code")?;
            self.expect(",")?;
            let k = self.value(32, "k")?;
            self.expect(",")?;
            let jt = self.value(8, "jt")?;
            self.expect(",")?;
            let jf = self.value(8, "jf")?;
            self.expect(")")?;
            return Ok(Insn::new(code as u16, jt as u8, jf as u8, k));
        }
        if !self.take("{") {
            return Err(self.expected("an instruction: BPF_STMT(…), BPF_JUMP(…) or { code, jt, jf, k }"));
        }
        self.fields()
    }

    /// `0x20, 0, 0, 4 }`, `.code = 0x20, .k = 4 }` or Rust's `code: 0x20, k: 4 }`.
    fn fields(&mut self) -> Result<Insn, TextError> {
        const NAMES: [(&str, u32); 4] = [("code", 16), ("jt", 8), ("jf", 8), ("k", 32)];
        let mut fields = [0_u32; 4];
        let mut next = 0;
        while !self.take("}") {
            let dot = self.take(".");
            let named = NAMES.iter().position(|(name, _)| self.is(name));
            let behind = self.tokens.get(self.at + 1).is_some_and(|token| token.is("=") || token.is(":"));
            if let Some(at) = named.filter(|_| behind) {
                self.at += 2;
                next = at;
            } else if dot {
                return Err(self.expected("code, jt, jf or k"));
            }
            let Some((what, bits)) = NAMES.get(next) else {
                return Err(self.expected("`}`: an instruction has four fields"));
            };
            fields[next] = self.value(*bits, what)?;
            next += 1;
            if !self.take(",") && !self.is("}") {
                return Err(self.expected("`,` or `}`"));
            }
        }
        let [code, jt, jf, k] = fields;
        Ok(Insn::new(code as u16, jt as u8, jf as u8, k))
    }

    /// The raw bytes of an array of characters.
    fn bytes(&mut self) -> Result<Found, TextError> {
        self.at += 1;
        let mut bytes = Vec::new();
        while !(self.take("}") || self.take("]")) {
            bytes.push(self.value(8, "a byte")? as u8);
            if !self.take(",") && !self.is("}") && !self.is("]") {
                return Err(self.expected("`,` or the end of the list"));
            }
        }
        if bytes.is_empty() {
            return Ok(Found::without_lines(Vec::new(), self.abi));
        }
        Ok(Found::without_lines(raw::read(&bytes, self.abi.endian())?, self.abi))
    }
}
