//! From words to [`Node`]s.

mod answer;
mod load;

use super::token::{Kind as Word, Token, tokens};
use super::tree::{Kind, Node, Span, Target, Term};
use crate::insn::code;
use crate::text::place::{Reason, TextError};
use callgate_abi::Abi;
use std::collections::HashMap;

/// A text parsed.
pub(super) struct Source<'t> {
    pub(super) abi: Option<Abi>,
    pub(super) nodes: Vec<Node<'t>>,
    /// Labels: the node they stand before. Numbers are kept without zeros in front.
    pub(super) labels: HashMap<&'t str, usize>,
    /// Places that braces made: the node they stand before.
    pub(super) braces: Vec<usize>,
}

/// The most instructions a text may have; twice what the kernel takes, so that it can say what is wrong.
pub(super) const MOST: usize = 8192;

/// An open `{`: the place behind its `}`, and for an `if` with `else` the place behind them all.
struct Open {
    span: Span,
    /// Where the branch leads when its test fails.
    otherwise: Option<usize>,
    /// Where the branches before this one lead when they are done.
    done: Option<usize>,
}

struct Parser<'t> {
    text: &'t str,
    tokens: Vec<Token<'t>>,
    at: usize,
    source: Source<'t>,
    open: Vec<Open>,
    /// A label was read and no instruction yet.
    dangling: Option<Span>,
    /// The node before which a brace closed last: ways lead there.
    closed: usize,
}

pub(super) fn parse(text: &str) -> Result<Source<'_>, TextError> {
    let source = Source { abi: None, nodes: Vec::new(), labels: HashMap::new(), braces: Vec::new() };
    let mut parser =
        Parser { text, tokens: tokens(text)?, at: 0, source, open: Vec::new(), dangling: None, closed: 0 };
    while parser.at < parser.tokens.len() {
        parser.statement()?;
    }
    if let Some(open) = parser.open.pop() {
        return Err(parser.wrong(open.span, Reason::OpenBrace));
    }
    if let Some(span) = parser.dangling.clone() {
        return Err(parser.wrong(span, Reason::LabelAtEnd));
    }
    if parser.source.nodes.is_empty() {
        return Err(Reason::Empty.into());
    }
    Ok(parser.source)
}

impl<'t> Parser<'t> {
    fn peek(&self) -> Token<'t> {
        self.tokens[self.at.min(self.tokens.len() - 1)]
    }

    fn next(&mut self) -> Token<'t> {
        let token = self.peek();
        self.at += 1;
        token
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.peek().kind != Word::End && self.peek().word == word;
        self.at += usize::from(found);
        found
    }

    fn wrong(&self, span: Span, reason: Reason) -> TextError {
        TextError::at(self.text, span.start, span.end, reason)
    }

    fn expected(&self, what: &str) -> TextError {
        let token = self.peek();
        let found =
            if token.kind == Word::End && token.start < self.text.len() { "end of line" } else { token.word };
        self.wrong(
            token.start..token.end,
            Reason::Expected { expected: what.to_owned(), found: found.to_owned() },
        )
    }

    fn expect(&mut self, word: &str, what: &str) -> Result<Token<'t>, TextError> {
        let token = self.peek();
        if self.take(word) { Ok(token) } else { Err(self.expected(what)) }
    }

    fn name(&mut self, what: &str) -> Result<Token<'t>, TextError> {
        if self.peek().kind == Word::Name { Ok(self.next()) } else { Err(self.expected(what)) }
    }

    fn push(&mut self, start: usize, kind: Kind<'t>) -> Result<(), TextError> {
        let end = self.tokens[self.at.saturating_sub(1)].end;
        let span = start..end;
        if self.source.nodes.len() >= MOST {
            return Err(self.wrong(span, Reason::TooManyInstructions(MOST)));
        }
        self.dangling = None;
        self.source.nodes.push(Node { span, kind });
        Ok(())
    }

    fn statement(&mut self) -> Result<(), TextError> {
        while self.is_label() {
            let label = self.next();
            self.at += 1;
            self.define(label)?;
        }
        let token = self.peek();
        let start = token.start;
        match token.word {
            _ if token.kind == Word::End => {
                self.at += 1;
                return Ok(());
            }
            ".abi" => self.directive()?,
            "A" | "X" | "M" | "mem" => self.register(start)?,
            "goto" | "jmp" | "jump" => {
                self.at += 1;
                let target = self.target()?;
                self.push(start, Kind::Goto(target))?;
            }
            "if" => {
                if self.branch(start, None)? {
                    return Ok(());
                }
            }
            "}" => {
                if self.close(start)? {
                    return Ok(());
                }
            }
            "return" => self.answer(start)?,
            "insn" => self.raw(start)?,
            _ => {
                return Err(self.expected(
                    "an instruction (`A = …`, `if A == …`, `goto …`, `return …`), a label and `:`, or `}`",
                ));
            }
        }
        if self.peek().word == "}" {
            return Ok(());
        }
        if self.peek().kind == Word::End {
            self.at += 1;
            return Ok(());
        }
        Err(self.expected("the end of the line"))
    }

    fn is_label(&self) -> bool {
        let (first, second) = (self.peek(), self.tokens.get(self.at + 1));
        matches!(first.kind, Word::Name | Word::Number) && second.is_some_and(|second| second.word == ":")
    }

    fn define(&mut self, label: Token<'t>) -> Result<(), TextError> {
        let span = label.start..label.end;
        if label.kind == Word::Name && matches!(label.word, "next" | "A" | "X" | "M") {
            return Err(self.wrong(
                span,
                Reason::Expected { expected: "a label".to_owned(), found: label.word.to_owned() },
            ));
        }
        let here = self.source.nodes.len();
        if self.source.labels.insert(bare(label), here).is_some() {
            return Err(self.wrong(span, Reason::DuplicateLabel(label.word.to_owned())));
        }
        self.dangling = Some(span);
        Ok(())
    }

    fn directive(&mut self) -> Result<(), TextError> {
        self.at += 1;
        let name = self.name("the name of an ABI, as `x86_64`")?;
        let abi = Abi::from_name(name.word).ok_or_else(|| {
            let near = callgate_abi::suggest::nearest(name.word, Abi::ALL.iter().map(|abi| abi.name()));
            self.wrong(name.start..name.end, Reason::unknown("ABI", name.word, near))
        })?;
        if self.source.abi.is_some() || !self.source.nodes.is_empty() {
            return Err(self.wrong(name.start..name.end, Reason::LateAbi));
        }
        self.source.abi = Some(abi);
        Ok(())
    }

    fn operand(&mut self) -> Result<Vec<Term<'t>>, TextError> {
        let mut terms = Vec::new();
        loop {
            let token = self.peek();
            if token.kind == Word::Name && !is_keyword(token.word) {
                self.at += 1;
                if self.take(".") {
                    let name = self.name("a call's name")?;
                    let span = token.start..name.end;
                    terms.push(Term::Name { abi: Some(token.word), name: name.word, span });
                } else {
                    terms.push(Term::Name { abi: None, name: token.word, span: token.start..token.end });
                }
            } else {
                terms.push(Term::Number(self.number("a number or a name")?));
            }
            if !self.take("|") {
                return Ok(terms);
            }
        }
    }

    /// A comparison behind its A: the jump's operation, its operand, and whether the sense is turned around.
    fn comparison(&mut self) -> Result<(u16, Option<Vec<Term<'t>>>, bool), TextError> {
        let (operation, turned) = match self.peek().word {
            "==" => (code::JEQ, false),
            "!=" => (code::JEQ, true),
            ">" => (code::JGT, false),
            "<=" => (code::JGT, true),
            ">=" => (code::JGE, false),
            "<" => (code::JGE, true),
            "&" => (code::JSET, false),
            _ => return Err(self.expected("a comparison: ==, !=, >, >=, <, <= or &")),
        };
        self.at += 1;
        if self.take("X") {
            return Ok((code::JMP | operation | code::X, None, turned));
        }
        Ok((code::JMP | operation, Some(self.operand()?), turned))
    }

    /// `A == 5`, `(A == 5)`, `!(A & 5)`.
    fn condition(&mut self) -> Result<(u16, Option<Vec<Term<'t>>>, bool), TextError> {
        let (mut turned, mut parentheses) = (false, 0);
        loop {
            if self.take("!") {
                turned = !turned;
            } else if self.take("(") {
                parentheses += 1;
            } else {
                break;
            }
        }
        self.expect("A", "a test of A, as `A == 5`")?;
        let (code, operand, opposite) = self.comparison()?;
        for _ in 0..parentheses {
            self.expect(")", "`)`")?;
        }
        Ok((code, operand, turned != opposite))
    }

    fn target(&mut self) -> Result<Target<'t>, TextError> {
        let token = self.peek();
        if !matches!(token.kind, Word::Name | Word::Number) {
            return Err(self.expected("a label"));
        }
        self.at += 1;
        Ok(if token.word == "next" {
            Target::Next
        } else {
            Target::Label(bare(token), token.start..token.end)
        })
    }

    /// seccomp-tools' `A == 5 ? yes : no`.
    fn ternary(&mut self, start: usize) -> Result<(), TextError> {
        let (code, operand, turned) = self.comparison()?;
        self.expect("?", "`?` and two labels")?;
        let yes = self.target()?;
        self.expect(":", "`:` and another label")?;
        let no = self.target()?;
        let (yes, no) = if turned { (no, yes) } else { (yes, no) };
        self.push(start, Kind::Branch { code, operand, yes, no })
    }

    /// An `if`; true when it opened a brace. `done` is the place behind a chain of `else if`.
    fn branch(&mut self, start: usize, done: Option<usize>) -> Result<bool, TextError> {
        self.at += 1;
        let (code, operand, turned) = self.condition()?;
        if self.peek().word == "{" {
            let span = self.peek().start..self.peek().end;
            let otherwise = self.brace();
            let (yes, no) = if turned {
                (Target::Brace(otherwise), Target::Next)
            } else {
                (Target::Next, Target::Brace(otherwise))
            };
            self.push(start, Kind::Branch { code, operand, yes, no })?;
            self.at += 1;
            self.open.push(Open { span, otherwise: Some(otherwise), done });
            return Ok(true);
        }
        if !matches!(self.peek().word, "goto" | "jmp" | "jump") {
            return Err(self.expected("`goto` and a label, or `{`"));
        }
        self.at += 1;
        let yes = self.target()?;
        let no = if self.take("else") {
            self.expect("goto", "`goto`")?;
            self.target()?
        } else {
            Target::Next
        };
        let (yes, no) = if turned { (no, yes) } else { (yes, no) };
        self.push(start, Kind::Branch { code, operand, yes, no })?;
        Ok(false)
    }

    /// A place whose node is not known yet.
    fn brace(&mut self) -> usize {
        self.source.braces.push(usize::MAX);
        self.source.braces.len() - 1
    }

    /// A `}`; true when an `else` opened another.
    fn close(&mut self, start: usize) -> Result<bool, TextError> {
        let token = self.next();
        let Some(open) = self.open.pop() else {
            return Err(self.wrong(
                token.start..token.end,
                Reason::Expected { expected: "an instruction".to_owned(), found: "}".to_owned() },
            ));
        };
        let Some(otherwise) = open.otherwise.filter(|_| self.take("else")) else {
            let here = self.source.nodes.len();
            self.closed = here;
            for place in open.otherwise.into_iter().chain(open.done) {
                self.source.braces[place] = here;
            }
            return Ok(false);
        };
        let done = open.done.unwrap_or_else(|| self.brace());
        // What returns or jumps does not need to be led around the other branch.
        let ends = self.dangling.is_none()
            && self.closed < self.source.nodes.len()
            && self.source.nodes.last().is_some_and(|node| match &node.kind {
                Kind::Ready(insn) => insn.is_return(),
                Kind::Goto(_) => true,
                _ => false,
            });
        if !ends {
            self.push(start, Kind::Goto(Target::Brace(done)))?;
        }
        self.source.braces[otherwise] = self.source.nodes.len();
        if self.peek().word == "if" {
            let start = self.peek().start;
            if self.branch(start, Some(done))? {
                return Ok(true);
            }
            return Err(self.expected("`{`: an `else if` has braces"));
        }
        let brace = self.expect("{", "`{` or `if`")?;
        self.open.push(Open { span: brace.start..brace.end, otherwise: None, done: Some(done) });
        Ok(true)
    }
}

/// A label without zeros in front of its number.
fn bare(token: Token<'_>) -> &str {
    if token.kind == Word::Name {
        return token.word;
    }
    let digits = token.word.trim_start_matches('0');
    if digits.is_empty() { "0" } else { digits }
}

fn is_keyword(word: &str) -> bool {
    matches!(word, "A" | "X" | "M" | "if" | "else" | "goto" | "return" | "insn" | ".abi")
}

fn is_comparison(word: &str) -> bool {
    matches!(word, "==" | "!=" | ">" | "<" | ">=" | "<=" | "&")
}
