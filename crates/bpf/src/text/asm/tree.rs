//! What the parser makes of a text: instructions whose names and labels are not looked up yet.

use crate::insn::Insn;
use std::ops::Range;

/// Bytes of the text.
pub(super) type Span = Range<usize>;

/// One instruction of the source; a branch can become several of the program.
#[derive(Debug, Clone)]
pub(super) struct Node<'t> {
    pub(super) span: Span,
    pub(super) kind: Kind<'t>,
}

#[derive(Debug, Clone)]
pub(super) enum Kind<'t> {
    /// Nothing to look up.
    Ready(Insn),
    /// `A = lo32(flags)`: an argument by name.
    Argument {
        call: Option<&'t str>,
        name: &'t str,
        high: bool,
        name_span: Span,
    },
    /// An argument by number, or the instruction pointer: its offset depends on the byte order.
    Half {
        arg: Option<usize>,
        high: bool,
    },
    /// k is an operand: a load of a constant, arithmetic.
    Constant {
        code: u16,
        operand: Vec<Term<'t>>,
    },
    Goto(Target<'t>),
    Branch {
        code: u16,
        operand: Option<Vec<Term<'t>>>,
        yes: Target<'t>,
        no: Target<'t>,
    },
}

/// Where a jump leads.
#[derive(Debug, Clone)]
pub(super) enum Target<'t> {
    /// The next instruction.
    Next,
    /// A label of the text.
    Label(&'t str, Span),
    /// A place that the braces of an `if` make.
    Brace(usize),
}

/// A number or a name; an operand is several of them joined by `|`.
#[derive(Debug, Clone)]
pub(super) enum Term<'t> {
    Number(u32),
    Name { abi: Option<&'t str>, name: &'t str, span: Span },
}
