//! The syntax of an entry's condition.
//!
//! ```text
//! condition = all { "||" all }
//! all       = part { "&&" part }
//! part      = "!" part | "(" condition ")" | ARGUMENT [ "&" value ] test
//! test      = ( "==" | "!=" | "<" | "<=" | ">" | ">=" ) value | "in" ( range | "{" item { "," item } "}" )
//! item      = value | range
//! range     = value "..=" value
//! value     = term { "|" term }
//! term      = NUMBER | "-" NUMBER | CONSTANT | "~" term | "(" value ")"
//! ```

use crate::model::Compare;
use std::ops::Range;

/// A condition, names not yet resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Syntax {
    Test(Test),
    Not(Box<Syntax>),
    All(Vec<Syntax>),
    Any(Vec<Syntax>),
}

/// What is asked of one argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Test {
    pub(crate) whole: Range<usize>,
    pub(crate) argument: Range<usize>,
    pub(crate) mask: Option<Value>,
    pub(crate) relation: Relation,
}

/// What an argument is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Relation {
    Compare(Compare, Value),
    In(Vec<Item>),
}

/// One value of a set, or a range of them, both ends included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) first: Value,
    pub(crate) last: Option<Value>,
}

/// `A|B`, `3`, `-1`, `~0x7f`, `(A|B)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Value {
    pub(crate) whole: Range<usize>,
    pub(crate) terms: Vec<Term>,
}

/// One operand of a `|`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Term {
    Number(u64),
    Name(Range<usize>),
    Not(Value),
}

/// Where and why the text is no entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    pub(crate) at: Range<usize>,
    pub(crate) message: String,
    pub(crate) expected: &'static str,
    pub(crate) help: Option<&'static str>,
}

/// More comparisons than anyone writes; a bound for what decides them.
pub(crate) const MOST_TESTS: usize = 256;
/// Deeper than anyone writes.
const DEEPEST: usize = 16;

/// Parses the condition that begins here, behind its parenthesis, up to the text's end.
pub(crate) fn parse(text: &str, at: usize) -> Result<Syntax, SyntaxError> {
    let mut parser = Parser { text, at, depth: 0, tests: 0 };
    let condition = parser.condition()?;
    parser.close("the condition goes on unexpectedly", "expected `&&`, `||` or `)`")?;
    match parser.token()? {
        (Token::End, _) => Ok(condition),
        (_, at) => Err(parser.error(
            at.start..text.len(),
            "there is more after the condition",
            "expected the end",
            None,
        )),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Word,
    Number(u64),
    And,
    Mask,
    Or,
    Or2,
    Compare(Compare),
    In,
    Bang,
    Range,
    Comma,
    Open,
    Close,
    OpenSet,
    CloseSet,
    Minus,
    Tilde,
    End,
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    tests: usize,
}

impl Parser<'_> {
    fn error(
        &self,
        at: Range<usize>,
        message: &str,
        expected: &'static str,
        help: Option<&'static str>,
    ) -> SyntaxError {
        // What is missing at the end is underlined where the text ends.
        let at = if at.is_empty() { self.text.len().saturating_sub(1)..self.text.len() } else { at };
        SyntaxError { at, message: message.to_owned(), expected, help }
    }

    fn peek(&mut self) -> Result<(Token, Range<usize>), SyntaxError> {
        let at = self.at;
        let token = self.token();
        self.at = at;
        token
    }

    fn token(&mut self) -> Result<(Token, Range<usize>), SyntaxError> {
        let rest = &self.text[self.at..];
        let start = self.at + rest.len() - rest.trim_start().len();
        let rest = &self.text[start..];
        let Some(first) = rest.chars().next() else {
            self.at = start;
            return Ok((Token::End, start..start));
        };
        let (token, length) = match first {
            _ if rest.starts_with("&&") => (Token::And, 2),
            _ if rest.starts_with("||") => (Token::Or2, 2),
            _ if rest.starts_with("==") => (Token::Compare(Compare::Eq), 2),
            _ if rest.starts_with("!=") => (Token::Compare(Compare::Ne), 2),
            _ if rest.starts_with("<=") => (Token::Compare(Compare::Le), 2),
            _ if rest.starts_with(">=") => (Token::Compare(Compare::Ge), 2),
            '<' => (Token::Compare(Compare::Lt), 1),
            '>' => (Token::Compare(Compare::Gt), 1),
            _ if rest.starts_with("..=") => (Token::Range, 3),
            '!' => (Token::Bang, 1),
            ',' => (Token::Comma, 1),
            '{' => (Token::OpenSet, 1),
            '}' => (Token::CloseSet, 1),
            '.' => {
                let length = rest.len() - rest.trim_start_matches('.').len();
                let help = Some("write `1..=5`, where 5 is included");
                return Err(self.error(
                    start..start + length,
                    "this is no range",
                    "expected `..=` between the first and the last value",
                    help,
                ));
            }
            '&' => (Token::Mask, 1),
            '|' => (Token::Or, 1),
            '(' => (Token::Open, 1),
            ')' => (Token::Close, 1),
            '-' => (Token::Minus, 1),
            '~' => (Token::Tilde, 1),
            '=' => {
                let help = Some("write `==`");
                return Err(self.error(
                    start..start + 1,
                    "`=` does not compare",
                    "expected a comparison such as `==`",
                    help,
                ));
            }
            c if c.is_ascii_alphanumeric() || c == '_' => {
                let length =
                    rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
                let word = &rest[..length];
                if c.is_ascii_digit() {
                    (Token::Number(self.number(word, start)?), length)
                } else if word == "in" {
                    (Token::In, length)
                } else {
                    (Token::Word, length)
                }
            }
            c => {
                let expected = "expected names, numbers, `&`, `|`, `&&`, `||`, parentheses and comparisons";
                return Err(self.error(start..start + c.len_utf8(), "unexpected character", expected, None));
            }
        };
        self.at = start + length;
        Ok((token, start..start + length))
    }

    fn number(&self, word: &str, start: usize) -> Result<u64, SyntaxError> {
        let lower = word.to_ascii_lowercase().replace('_', "");
        let parsed = if let Some(hex) = lower.strip_prefix("0x") {
            u64::from_str_radix(hex, 16)
        } else if let Some(octal) = lower.strip_prefix("0o") {
            u64::from_str_radix(octal, 8)
        } else if let Some(binary) = lower.strip_prefix("0b") {
            u64::from_str_radix(binary, 2)
        } else if lower.len() > 1 && lower.starts_with('0') {
            // 0644 is octal in C and decimal elsewhere; neither is guessed.
            let at = start..start + word.len();
            let help = Some("write `0o644` for octal, or leave out the leading zero for decimal");
            return Err(self.error(
                at,
                "a leading zero is ambiguous",
                "expected decimal, 0x, 0o or 0b",
                help,
            ));
        } else {
            lower.parse()
        };
        parsed.map_err(|_| {
            let at = start..start + word.len();
            self.error(at, "this is no number of 64 bits", "expected decimal, 0x, 0o or 0b", None)
        })
    }

    fn close(&mut self, message: &str, expected: &'static str) -> Result<(), SyntaxError> {
        match self.token()? {
            (Token::Close, _) => Ok(()),
            (_, at) => Err(self.error(at, message, expected, None)),
        }
    }

    fn condition(&mut self) -> Result<Syntax, SyntaxError> {
        self.joined(Token::Or2, Self::all, Syntax::Any)
    }

    fn all(&mut self) -> Result<Syntax, SyntaxError> {
        self.joined(Token::And, Self::part, Syntax::All)
    }

    fn joined(
        &mut self,
        by: Token,
        part: fn(&mut Self) -> Result<Syntax, SyntaxError>,
        join: fn(Vec<Syntax>) -> Syntax,
    ) -> Result<Syntax, SyntaxError> {
        let first = part(self)?;
        let mut parts = vec![first];
        while self.peek()?.0 == by {
            self.token()?;
            parts.push(part(self)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { join(parts) })
    }

    fn part(&mut self) -> Result<Syntax, SyntaxError> {
        let (token, at) = self.peek()?;
        if !matches!(token, Token::Bang | Token::Open) {
            return Ok(Syntax::Test(self.test()?));
        }
        self.token()?;
        self.deeper(at)?;
        let inner = if token == Token::Bang {
            Syntax::Not(Box::new(self.part()?))
        } else {
            let inner = self.condition()?;
            self.close("`(` is not closed", "expected `&&`, `||` or `)`")?;
            inner
        };
        self.depth -= 1;
        Ok(inner)
    }

    /// Notes one more level of nesting.
    fn deeper(&mut self, at: Range<usize>) -> Result<(), SyntaxError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.error(at, "this is nested too deeply", "expected fewer parentheses", None));
        }
        Ok(())
    }

    fn count(&mut self) -> Result<(), SyntaxError> {
        self.tests += 1;
        if self.tests > MOST_TESTS {
            let expected = "expected at most 256 comparisons in one condition";
            return Err(self.error(self.at..self.text.len(), "the condition is too long", expected, None));
        }
        Ok(())
    }

    fn test(&mut self) -> Result<Test, SyntaxError> {
        let (token, argument) = self.token()?;
        if token != Token::Word {
            let expected = "expected an argument's name, or `arg0` to `arg5`";
            return Err(self.error(argument, "a comparison begins with an argument", expected, None));
        }
        let mut next = self.token()?;
        let mut mask = None;
        if next.0 == Token::Mask {
            mask = Some(self.value()?);
            next = self.token()?;
        }
        let relation = match next.0 {
            Token::Compare(op) => {
                self.count()?;
                Relation::Compare(op, self.value()?)
            }
            Token::In => Relation::In(self.set()?),
            _ => {
                let expected = "expected `==`, `!=`, `<`, `<=`, `>`, `>=`, `in` or `& MASK`";
                return Err(self.error(next.1, "the argument is not compared with anything", expected, None));
            }
        };
        Ok(Test { whole: argument.start..self.at, argument, mask, relation })
    }

    fn set(&mut self) -> Result<Vec<Item>, SyntaxError> {
        if self.peek()?.0 != Token::OpenSet {
            let item = self.item()?;
            if item.last.is_none() {
                let help = Some("write `in {A, B}` or `in 1..=5`, or compare with `==`");
                return Err(self.error(
                    item.first.whole,
                    "one value is no set",
                    "expected `{` or a range",
                    help,
                ));
            }
            return Ok(vec![item]);
        }
        self.token()?;
        let mut items = Vec::new();
        loop {
            if !items.is_empty() && self.peek()?.0 == Token::CloseSet {
                break;
            }
            items.push(self.item()?);
            match self.peek()? {
                (Token::Comma, _) => self.token()?,
                (Token::CloseSet, _) => break,
                (_, at) => return Err(self.error(at, "`{` is not closed", "expected `,` or `}`", None)),
            };
        }
        self.token()?;
        Ok(items)
    }

    fn item(&mut self) -> Result<Item, SyntaxError> {
        self.count()?;
        let first = self.value()?;
        let mut last = None;
        if self.peek()?.0 == Token::Range {
            self.token()?;
            self.count()?;
            last = Some(self.value()?);
        }
        Ok(Item { first, last })
    }

    fn value(&mut self) -> Result<Value, SyntaxError> {
        let mut terms = Vec::new();
        let mut whole: Option<Range<usize>> = None;
        loop {
            let (token, at) = self.token()?;
            let start = at.start;
            let term = match token {
                Token::Number(number) => Term::Number(number),
                Token::Word => Term::Name(at),
                Token::Minus => match self.token()? {
                    (Token::Number(number), _) if number <= 1 << 63 => Term::Number(number.wrapping_neg()),
                    (_, at) => return Err(self.error(at, "`-` needs a number", "expected a number", None)),
                },
                Token::Tilde => {
                    let term = self.operand()?;
                    Term::Not(term)
                }
                Token::Open => {
                    self.deeper(at)?;
                    let inner = self.value()?;
                    self.depth -= 1;
                    self.close("`(` is not closed", "expected `)`")?;
                    terms.extend(inner.terms);
                    whole = Some(whole.map_or(start, |whole| whole.start)..self.at);
                    if self.peek()?.0 == Token::Or {
                        self.token()?;
                        continue;
                    }
                    break;
                }
                _ => {
                    let expected = "expected a number or a constant such as `PROT_EXEC`";
                    return Err(self.error(at, "a value is missing", expected, None));
                }
            };
            terms.push(term);
            whole = Some(whole.map_or(start, |whole| whole.start)..self.at);
            if self.peek()?.0 == Token::Or {
                self.token()?;
            } else {
                break;
            }
        }
        Ok(Value { whole: whole.unwrap_or(self.at..self.at), terms })
    }

    /// What `~` applies to: one number, name or parenthesis.
    fn operand(&mut self) -> Result<Value, SyntaxError> {
        let (token, at) = self.token()?;
        match token {
            Token::Number(number) => Ok(Value { whole: at, terms: vec![Term::Number(number)] }),
            Token::Word => Ok(Value { whole: at.clone(), terms: vec![Term::Name(at)] }),
            Token::Open => {
                self.deeper(at.clone())?;
                let inner = self.value()?;
                self.depth -= 1;
                self.close("`(` is not closed", "expected `)`")?;
                Ok(Value { whole: at.start..self.at, terms: inner.terms })
            }
            _ => Err(self.error(at, "`~` needs a value", "expected a number or a constant", None)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Compare, Relation, Syntax, Term, Test};
    use crate::entry::parse;

    /// The only test of an entry.
    fn test(text: &str) -> Test {
        match parse(text).unwrap().condition {
            Some(Syntax::Test(test)) => test,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn the_documented_forms() {
        assert_eq!(parse("mprotect(prot & PROT_EXEC == 0)").unwrap().name, 0..8);
        let one = test("mprotect(prot & PROT_EXEC == 0)");
        let Relation::Compare(Compare::Eq, value) = &one.relation else { panic!("{one:?}") };
        assert_eq!((&value.terms[..], one.mask.is_some()), (&[Term::Number(0)][..], true));
        let entry = parse("socket(domain == AF_UNIX && type & 0xf == SOCK_STREAM)").unwrap();
        assert!(matches!(entry.condition, Some(Syntax::All(parts)) if parts.len() == 2));
        assert_eq!(parse("read").unwrap().condition, None);
        assert_eq!(parse("@basic-io").unwrap().name, 0..9);
        assert_eq!(parse(" 231 ").unwrap().name, 1..4);
    }

    /// `!` binds tightest, then `&&`, then `||`.
    #[test]
    fn precedence() {
        let shape = |text: &str| shape(&parse(text).unwrap().condition.unwrap());
        assert_eq!(shape("c(a == 1 || b == 2 && !c == 3)"), "(1|(2&!3))");
        assert_eq!(shape("c(!(a == 1 || b == 2) && c == 3)"), "(!(1|2)&3)");
        assert_eq!(shape("c(a == (1) || b == 2 || c == 3)"), "(1|2|3)");
        assert_eq!(shape("c(((a == 1)))"), "1");
        assert_eq!(shape("c(!!a == 1)"), "!!1");
    }

    fn shape(condition: &Syntax) -> String {
        let join = |parts: &[Syntax], by: &str| {
            format!("({})", parts.iter().map(shape).collect::<Vec<_>>().join(by))
        };
        match condition {
            Syntax::Test(Test { relation: Relation::Compare(_, value), .. }) => match &value.terms[..] {
                [Term::Number(number)] => number.to_string(),
                other => panic!("{other:?}"),
            },
            Syntax::Test(other) => panic!("{other:?}"),
            Syntax::Not(inner) => format!("!{}", shape(inner)),
            Syntax::All(parts) => join(parts, "&"),
            Syntax::Any(parts) => join(parts, "|"),
        }
    }

    #[test]
    fn sets_and_ranges() {
        let items = |text: &str| match test(text).relation {
            Relation::In(items) => items.iter().map(|item| item.last.is_some()).collect::<Vec<_>>(),
            Relation::Compare(..) => panic!("{text} is no set"),
        };
        assert_eq!(items("c(a in 1..=5)"), [true]);
        assert_eq!(items("c(a in -1 ..= 0x5)"), [true]);
        assert_eq!(items("c(a in {A, B|C, 5..=9,})"), [false, false, true]);
        assert_eq!(items("c(a & 0xf in {1})"), [false]);
        assert_eq!(test("c(a in {1, 2} )").whole, 2..13);
    }

    #[test]
    fn values() {
        let terms = |text: &str| {
            parse(&format!("c(a == {text})")).map(|entry| match entry.condition {
                Some(Syntax::Test(Test { relation: Relation::Compare(_, value), .. })) => value.terms,
                other => panic!("{other:?}"),
            })
        };
        assert_eq!(terms("1|0x10|(0o7|0b1)").unwrap().len(), 4);
        assert_eq!(terms("-1"), Ok(vec![Term::Number(u64::MAX)]));
        assert!(matches!(&terms("~(1|2)").unwrap()[..], [Term::Not(_)]));
        assert!(terms("0644").is_err());
        assert!(terms("18446744073709551616").is_err());
        assert!(terms("-").is_err());
        assert!(terms("(1").is_err());
        assert!(terms("").is_err());
    }

    #[test]
    fn mistakes_name_the_place() {
        for (text, at) in [
            ("c(a = 1)", 4..5),
            ("c(a == 1 or b == 2)", 9..11),
            ("c(a == 1 ||)", 11..12),
            ("c((a == 1)", 9..10),
            ("c(a == 1", 7..8),
            ("c()", 2..3),
            ("c(a)", 3..4),
            ("c(a == 1) x", 10..11),
            ("", 0..0),
            ("a-b", 0..3),
            ("c(a == é)", 7..9),
            ("c(a in 5)", 7..8),
            ("c(a in 1..5)", 8..10),
            ("c(a in {})", 8..9),
            ("c(a in {1 2})", 10..11),
            ("c(a in {1)", 9..10),
        ] {
            assert_eq!(parse(text).unwrap_err().at, at, "{text}");
        }
    }

    #[test]
    fn depth_and_length_are_bounded() {
        for (open, close) in
            [("a == (", ")"), ("(a == ", ")"), ("(", "a == 1)"), ("!", "a == 1"), ("a == ~(", ")")]
        {
            let deep = format!("c({}1{})", open.repeat(50_000), close.repeat(50_000));
            assert!(parse(&deep).is_err());
        }
        let set = |count: usize| parse(&format!("c(a in {{{}}})", vec!["1"; count].join(","))).map(|_| ());
        assert_eq!(set(256), Ok(()));
        assert_eq!(set(257).unwrap_err().message, "the condition is too long");
    }
}
