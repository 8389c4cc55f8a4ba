//! The syntax of a call entry: `name`, `@group` or `name(arg & MASK == N && …)`.

use crate::model::Compare;
use std::ops::Range;

/// A parsed entry. Ranges are of the entry's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CallEntry {
    pub(crate) name: Range<usize>,
    pub(crate) tests: Vec<Test>,
}

/// One comparison, names not yet resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Test {
    pub(crate) whole: Range<usize>,
    pub(crate) argument: Range<usize>,
    pub(crate) mask: Option<Value>,
    pub(crate) op: Compare,
    pub(crate) value: Value,
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
const MOST_TESTS: usize = 32;
/// Deeper than anyone writes.
const DEEPEST: usize = 16;

/// Parses one entry.
pub(crate) fn parse(text: &str) -> Result<CallEntry, SyntaxError> {
    let open = text.find('(');
    let head = &text[..open.unwrap_or(text.len())];
    let start = head.len() - head.trim_start().len();
    let name = start..start + head.trim().len();
    let sound = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let bare = text[name.clone()].strip_prefix('@').unwrap_or(&text[name.clone()]);
    let bare_is_group = bare.len() < name.len();
    if bare.is_empty() || !bare.chars().all(|c| sound(c) || (bare_is_group && c == '-')) {
        return Err(SyntaxError {
            at: if name.is_empty() { 0..text.len() } else { name },
            message: String::from("this is no call, group or condition"),
            expected: "expected `name`, `@group` or `name(condition)`",
            help: None,
        });
    }
    let Some(open) = open else { return Ok(CallEntry { name, tests: Vec::new() }) };
    let mut parser = Parser { text, at: open + 1, depth: 0 };
    let mut tests = Vec::new();
    loop {
        tests.push(parser.test()?);
        if tests.len() > MOST_TESTS {
            let expected = "expected at most 32 comparisons in one condition";
            return Err(parser.error(parser.at..text.len(), "the condition is too long", expected, None));
        }
        match parser.token()? {
            (Token::And, _) => {}
            (Token::Close, _) => break,
            (Token::Or2, at) => {
                let help = Some("write two entries in the list: any one of them is enough");
                return Err(parser.error(at, "a condition has no `||`", "expected `&&` or `)`", help));
            }
            (_, at) => {
                return Err(parser.error(
                    at,
                    "the condition goes on unexpectedly",
                    "expected `&&` or `)`",
                    None,
                ));
            }
        }
    }
    match parser.token()? {
        (Token::End, _) => Ok(CallEntry { name, tests }),
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
    Open,
    Close,
    Minus,
    Tilde,
    End,
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
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
                } else {
                    (Token::Word, length)
                }
            }
            c => {
                let expected = "expected names, numbers, `&`, `|`, `&&`, parentheses and comparisons";
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
        let (Token::Compare(op), _) = next else {
            let expected = "expected `==`, `!=`, `<`, `<=`, `>`, `>=` or `& MASK`";
            return Err(self.error(next.1, "the argument is not compared with anything", expected, None));
        };
        let value = self.value()?;
        Ok(Test { whole: argument.start..value.whole.end, argument, mask, op, value })
    }

    fn value(&mut self) -> Result<Value, SyntaxError> {
        self.depth += 1;
        let mut terms = Vec::new();
        let mut whole: Option<Range<usize>> = None;
        loop {
            let (token, at) = self.token()?;
            let start = at.start;
            let term = match token {
                _ if self.depth > DEEPEST => {
                    return Err(self.error(
                        at,
                        "this is nested too deeply",
                        "expected fewer parentheses",
                        None,
                    ));
                }
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
                    let inner = self.value()?;
                    match self.token()? {
                        (Token::Close, _) => {}
                        (_, at) => return Err(self.error(at, "`(` is not closed", "expected `)`", None)),
                    }
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
        self.depth -= 1;
        Ok(Value { whole: whole.unwrap_or(self.at..self.at), terms })
    }

    /// What `~` applies to: one number, name or parenthesis.
    fn operand(&mut self) -> Result<Value, SyntaxError> {
        let (token, at) = self.token()?;
        match token {
            Token::Number(number) => Ok(Value { whole: at, terms: vec![Term::Number(number)] }),
            Token::Word => Ok(Value { whole: at.clone(), terms: vec![Term::Name(at)] }),
            Token::Open => {
                let inner = self.value()?;
                match self.token()? {
                    (Token::Close, end) => Ok(Value { whole: at.start..end.end, terms: inner.terms }),
                    (_, at) => Err(self.error(at, "`(` is not closed", "expected `)`", None)),
                }
            }
            _ => Err(self.error(at, "`~` needs a value", "expected a number or a constant", None)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Compare, Term, parse};

    #[test]
    fn the_documented_forms() {
        let entry = parse("mprotect(prot & PROT_EXEC == 0)").unwrap();
        assert_eq!(entry.name, 0..8);
        let test = &entry.tests[0];
        assert_eq!((test.op, test.value.terms.clone()), (Compare::Eq, vec![Term::Number(0)]));
        assert!(test.mask.is_some());
        let entry = parse("socket(domain == AF_UNIX && type & 0xf == SOCK_STREAM)").unwrap();
        assert_eq!(entry.tests.len(), 2);
        assert_eq!(parse("read").unwrap().tests.len(), 0);
        assert_eq!(parse("@basic-io").unwrap().name, 0..9);
        assert_eq!(parse(" 231 ").unwrap().name, 1..4);
    }

    #[test]
    fn values() {
        let terms =
            |text: &str| parse(&format!("c(a == {text})")).map(|entry| entry.tests[0].value.terms.clone());
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
            ("c(a == 1 || b == 2)", 9..11),
            ("c(a == 1", 7..8),
            ("c()", 2..3),
            ("c(a)", 3..4),
            ("c(a == 1) x", 10..11),
            ("", 0..0),
            ("a-b", 0..3),
            ("c(a == é)", 7..9),
        ] {
            assert_eq!(parse(text).unwrap_err().at, at, "{text}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        let deep = format!("c(a == {}1{})", "(".repeat(50_000), ")".repeat(50_000));
        assert!(parse(&deep).is_err());
    }
}
