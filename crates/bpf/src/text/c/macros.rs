//! `#define` and the conditions around it, as far as filters use them.

use super::token::Token;
use crate::text::place::{Reason, TextError};
use callgate_abi::Abi;
use std::collections::HashMap;
use std::rc::Rc;

/// The most words that macros may be looked at in: a bound on time, whatever they expand to.
const MOST: usize = 2_000_000;
/// The most words of one macro's arguments.
const ARGUMENTS: usize = 4096;
/// How deep macros may use each other.
const DEPTH: usize = 64;

#[derive(Debug)]
struct Macro {
    /// `None` for a macro without parentheses.
    parameters: Option<Vec<Rc<str>>>,
    body: Vec<Token>,
}

/// The words that a compiler for the ABI would see.
pub(super) fn expand(text: &str, tokens: &[Token], abi: Abi) -> Result<Vec<Token>, TextError> {
    let mut macros = HashMap::new();
    let mut out = Vec::new();
    let mut work = 0;
    // For each open #if: whether a branch was taken, and whether this one is.
    let mut conditions: Vec<(bool, bool)> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let active = conditions.iter().all(|(_, active)| *active);
        if tokens[at].first && tokens[at].is("#") {
            let end =
                tokens[at + 1..].iter().position(|token| token.first).map_or(tokens.len(), |n| at + 1 + n);
            directive(&tokens[at + 1..end], abi, &mut macros, &mut conditions, active);
            at = end;
            continue;
        }
        // The words up to the next directive, so that a macro's arguments can go over lines.
        let end = tokens[at..]
            .iter()
            .skip(1)
            .position(|token| token.first && token.is("#"))
            .map_or(tokens.len(), |n| at + 1 + n);
        if active {
            Expander { text, macros: &macros, inside: Vec::new(), work: &mut work }
                .substitute(&tokens[at..end], &mut out)?;
        }
        at = end;
    }
    Ok(out)
}

fn directive(
    line: &[Token],
    abi: Abi,
    macros: &mut HashMap<Rc<str>, Macro>,
    conditions: &mut Vec<(bool, bool)>,
    active: bool,
) {
    let Some(word) = line.first() else { return };
    let rest = &line[1..];
    match &*word.word {
        "define" if active => define(rest, macros),
        "undef" if active => {
            if let Some(name) = rest.first() {
                macros.remove(&name.word);
            }
        }
        "if" | "ifdef" | "ifndef" => {
            let holds = match &*word.word {
                "if" => condition(rest, abi, macros),
                "ifdef" => rest.first().is_some_and(|name| is_defined(&name.word, abi, macros)),
                _ => !rest.first().is_some_and(|name| is_defined(&name.word, abi, macros)),
            };
            conditions.push((holds, holds));
        }
        "elif" | "else" => {
            if let Some((taken, now)) = conditions.last_mut() {
                *now = !*taken && (word.is("else") || condition(rest, abi, macros));
                *taken |= *now;
            }
        }
        "endif" => {
            conditions.pop();
        }
        _ => {}
    }
}

/// `defined(…)` by the machine and the file, constants by their value; what is beyond that holds.
fn condition(words: &[Token], abi: Abi, macros: &HashMap<Rc<str>, Macro>) -> bool {
    let mut any = words.split(|word| word.is("||"));
    any.any(|all| {
        all.split(|word| word.is("&&")).all(|test| {
            let not = test.iter().filter(|word| word.is("!")).count() % 2 == 1;
            let bare: Vec<&Token> =
                test.iter().filter(|word| !(word.is("!") || word.is("(") || word.is(")"))).collect();
            let holds = match bare.as_slice() {
                [defined, name] if defined.is("defined") => is_defined(&name.word, abi, macros),
                [number] if number.is_number() => !number.is("0"),
                [name] if name.is_name() => is_defined(&name.word, abi, macros),
                _ => true,
            };
            holds != not
        })
    })
}

fn is_defined(name: &str, abi: Abi, macros: &HashMap<Rc<str>, Macro>) -> bool {
    let own = match abi {
        Abi::X86_64 => matches!(name, "__x86_64__" | "__x86_64" | "__amd64__" | "__LP64__"),
        Abi::X32 => matches!(name, "__x86_64__" | "__ILP32__"),
        Abi::I386 => matches!(name, "__i386__" | "__i386" | "i386"),
        Abi::Aarch64 => matches!(name, "__aarch64__" | "__LP64__"),
        Abi::Arm => matches!(name, "__arm__" | "__ARM_EABI__"),
        Abi::Riscv64 => matches!(name, "__riscv" | "__LP64__"),
        Abi::S390x => matches!(name, "__s390x__" | "__s390__" | "__LP64__"),
        Abi::Ppc64 | Abi::Ppc64le => matches!(name, "__powerpc64__" | "__powerpc__" | "__LP64__"),
        _ => false,
    };
    own || matches!(name, "__linux__" | "__GNUC__" | "__NR_seccomp")
        || macros.contains_key(name)
        || name.starts_with("SECCOMP_RET_")
        || name.starts_with("BPF_")
        || name.starts_with("AUDIT_ARCH_")
}

fn define(line: &[Token], macros: &mut HashMap<Rc<str>, Macro>) {
    let Some(name) = line.first() else { return };
    let mut body = &line[1..];
    let mut parameters = None;
    // A parenthesis right behind the name makes it a function.
    if let Some(open) = body.first()
        && open.is("(")
        && open.span.start == name.span.end
        && let Some(end) = body.iter().position(|token| token.is(")"))
    {
        let names = body[1..end].iter().filter(|token| !token.is(",")).map(|token| Rc::clone(&token.word));
        parameters = Some(names.collect());
        body = &body[end + 1..];
    }
    // The readers of filters know these two better than a header does.
    if !(name.is("BPF_STMT") || name.is("BPF_JUMP")) {
        macros.insert(Rc::clone(&name.word), Macro { parameters, body: body.to_vec() });
    }
}

struct Expander<'e> {
    text: &'e str,
    macros: &'e HashMap<Rc<str>, Macro>,
    /// The macros whose bodies are being read: none is used inside itself.
    inside: Vec<Rc<str>>,
    work: &'e mut usize,
}

impl Expander<'_> {
    fn substitute(&mut self, words: &[Token], out: &mut Vec<Token>) -> Result<(), TextError> {
        let mut at = 0;
        while let Some(token) = words.get(at) {
            at += 1;
            self.spend(1, token)?;
            let usable = !self.inside.contains(&token.word) && self.inside.len() < DEPTH;
            let Some(found) = self.macros.get(&token.word).filter(|_| usable) else {
                out.push(token.clone());
                continue;
            };
            let mut arguments: HashMap<&str, Vec<Token>> = HashMap::new();
            if let Some(parameters) = &found.parameters {
                let Some((given, end)) = arguments_at(words, at) else {
                    self.spend(ARGUMENTS, token)?;
                    out.push(token.clone());
                    continue;
                };
                at = end;
                for (parameter, words) in parameters.iter().zip(given) {
                    arguments.insert(parameter, words);
                }
            }
            let body = self.body(token, &found.body, &arguments)?;
            self.inside.push(Rc::clone(&token.word));
            self.substitute(&body, out)?;
            self.inside.pop();
        }
        Ok(())
    }

    fn body(
        &mut self,
        used: &Token,
        body: &[Token],
        arguments: &HashMap<&str, Vec<Token>>,
    ) -> Result<Vec<Token>, TextError> {
        let mut out: Vec<Token> = Vec::new();
        let mut paste = false;
        for part in body {
            if part.is("##") {
                paste = true;
                continue;
            }
            let own = std::slice::from_ref(part);
            let words = arguments.get(&*part.word).map_or(own, Vec::as_slice);
            self.spend(words.len(), used)?;
            for (nth, word) in words.iter().enumerate() {
                match out.last_mut() {
                    Some(last) if paste && nth == 0 => {
                        self.spend(last.word.len() / 8, used)?;
                        last.word = format!("{}{}", last.word, word.word).into();
                    }
                    _ => {
                        let span = used.span.clone();
                        out.push(Token { word: Rc::clone(&word.word), span, first: false });
                    }
                }
            }
            paste = false;
        }
        Ok(out)
    }

    fn spend(&mut self, words: usize, at: &Token) -> Result<(), TextError> {
        *self.work += words;
        if *self.work > MOST {
            return Err(TextError::at(self.text, at.span.start, at.span.end, Reason::MacrosTooLong));
        }
        Ok(())
    }
}

/// The arguments in parentheses, and where they end.
fn arguments_at(words: &[Token], at: usize) -> Option<(Vec<Vec<Token>>, usize)> {
    if !words.get(at)?.is("(") {
        return None;
    }
    let mut depth = 0;
    let mut arguments = vec![Vec::new()];
    for (n, token) in words.iter().enumerate().skip(at).take(ARGUMENTS) {
        if token.is("(") {
            depth += 1;
            if depth == 1 {
                continue;
            }
        } else if token.is(")") {
            depth -= 1;
            if depth == 0 {
                return Some((arguments, n + 1));
            }
        } else if token.is(",") && depth == 1 {
            arguments.push(Vec::new());
            continue;
        }
        arguments.last_mut()?.push(token.clone());
    }
    None
}
