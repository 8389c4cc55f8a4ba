//! Reading glob syntax.

use super::bytes::ByteSet;
use super::error::PatternError;
use super::part::Symbol;
use std::ops::Range;

/// One unit of a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// This byte.
    Byte(u8),
    /// One byte of the set.
    Set(ByteSet),
    /// Any bytes, or none.
    Star,
}

/// One component of a path pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Component {
    /// `**`
    Deep,
    /// A name.
    Name(Vec<Token>),
}

/// The components of a path pattern and where they stand. Empty components and `.` are dropped where a variable's value
/// brought them in (`$TMPDIR/x` with `/tmp/`), and are mistakes where the author wrote them.
pub(super) fn components(text: &[Symbol]) -> Result<Vec<(Component, Range<usize>)>, PatternError> {
    let Some(first) = text.first() else { return Err(PatternError::Empty) };
    if let Some(offset) = text.iter().position(|symbol| symbol.byte == 0) {
        return Err(PatternError::Nul { offset });
    }
    let deep_first = text.len() >= 2 && text[0].is_special(b'*') && text[1].is_special(b'*');
    if first.byte != b'/' && !deep_first {
        return Err(PatternError::Relative);
    }

    let mut components = Vec::new();
    let mut at = 0;
    loop {
        if at < text.len() && text[at].byte == b'/' {
            let slash = text[at];
            at += 1;
            if at < text.len() && text[at].byte == b'/' {
                if !slash.literal && !text[at].literal {
                    return Err(PatternError::EmptyComponent { offset: at });
                }
                continue;
            }
        }
        if at == text.len() {
            break;
        }
        let start = at;
        let component = component(text, &mut at)?;
        match &component {
            Component::Name(tokens) if tokens[..] == [Token::Byte(b'.')] => {
                if !text[start..at].iter().all(|symbol| symbol.literal) {
                    return Err(PatternError::DotComponent { span: start..at });
                }
            }
            Component::Name(tokens) if tokens[..] == [Token::Byte(b'.'), Token::Byte(b'.')] => {
                return Err(PatternError::DotDotComponent { span: start..at });
            }
            _ => components.push((component, start..at)),
        }
    }
    Ok(components)
}

fn component(text: &[Symbol], at: &mut usize) -> Result<Component, PatternError> {
    let start = *at;
    let end = text[start..].iter().position(|symbol| symbol.byte == b'/').map_or(text.len(), |n| start + n);
    let mut tokens = Vec::new();
    while *at < end {
        let from = *at;
        let token = token(&text[..end], at, ByteSet::NAME)?;
        if token == Token::Star && *at < end && text[*at].is_special(b'*') {
            let stars = text[from..end].iter().take_while(|symbol| symbol.is_special(b'*')).count();
            if from == start && from + stars == end && stars == 2 {
                *at = end;
                return Ok(Component::Deep);
            }
            return Err(PatternError::DeepNotWhole { span: from..from + stars });
        }
        tokens.push(token);
    }
    Ok(Component::Name(tokens))
}

/// The tokens of a pattern without components: the name of an abstract socket. Stars in a row are one.
pub(super) fn flat(text: &[Symbol]) -> Result<Vec<Token>, PatternError> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let token = token(text, &mut at, ByteSet::ALL)?;
        if token != Token::Star || tokens.last() != Some(&Token::Star) {
            tokens.push(token);
        }
    }
    Ok(tokens)
}

/// The token at `at`, where `any` is what `?` and a negated class choose from.
fn token(text: &[Symbol], at: &mut usize, any: ByteSet) -> Result<Token, PatternError> {
    let symbol = text[*at];
    *at += 1;
    if symbol.literal {
        return Ok(Token::Byte(symbol.byte));
    }
    match symbol.byte {
        b'*' => Ok(Token::Star),
        b'?' => Ok(Token::Set(any)),
        b'[' => class(text, at, any),
        b'\\' => Ok(Token::Byte(escaped(text, at)?)),
        byte => Ok(Token::Byte(byte)),
    }
}

/// The byte after a backslash; `at` is just after the backslash.
fn escaped(text: &[Symbol], at: &mut usize) -> Result<u8, PatternError> {
    match text.get(*at) {
        Some(next) if !next.literal => {
            *at += 1;
            Ok(next.byte)
        }
        _ => Err(PatternError::DanglingEscape { offset: *at - 1 }),
    }
}

/// A character class; `at` is just after the `[`.
fn class(text: &[Symbol], at: &mut usize, any: ByteSet) -> Result<Token, PatternError> {
    let open = *at - 1;
    let unclosed = || PatternError::UnclosedClass { offset: open };
    let negated = text.get(*at).is_some_and(|symbol| symbol.is_special(b'!') || symbol.is_special(b'^'));
    if negated {
        *at += 1;
    }
    let mut set = ByteSet::default();
    let first = *at;
    loop {
        let symbol = *text.get(*at).filter(|symbol| !symbol.literal).ok_or_else(unclosed)?;
        if symbol.byte == b']' && *at > first {
            *at += 1;
            break;
        }
        let range_start = *at;
        let low = member(text, at).map_err(|error| error.unwrap_or_else(unclosed))?;
        // A `-` right before the `]` is itself a member.
        let ranged = text.get(*at).is_some_and(|symbol| symbol.is_special(b'-'))
            && text.get(*at + 1).is_some_and(|symbol| !symbol.is_special(b']'));
        let high = if ranged {
            *at += 1;
            member(text, at).map_err(|error| error.unwrap_or_else(unclosed))?
        } else {
            low
        };
        if low > high {
            return Err(PatternError::ReversedRange { span: range_start..*at });
        }
        (low..=high).for_each(|byte| set.insert(byte));
    }
    if negated {
        set = set.complement();
    }
    if !any.contains(b'/') {
        set.remove(b'/');
    }
    match set.single() {
        Some(byte) => Ok(Token::Byte(byte)),
        None if set.len() == 0 => Err(PatternError::EmptyClass { span: open..*at }),
        None => Ok(Token::Set(set)),
    }
}

/// One end of a range or a lone member; `None` as the error when the text ends.
fn member(text: &[Symbol], at: &mut usize) -> Result<u8, Option<PatternError>> {
    let offset = *at;
    let symbol = *text.get(offset).filter(|symbol| !symbol.literal).ok_or(None)?;
    *at += 1;
    let byte = match symbol.byte {
        b'\\' => escaped(text, at)?,
        b'[' if text
            .get(*at)
            .is_some_and(|next| next.is_special(b':') || next.is_special(b'.') || next.is_special(b'=')) =>
        {
            return Err(Some(PatternError::NamedClass { offset }));
        }
        byte => byte,
    };
    if byte.is_ascii() { Ok(byte) } else { Err(Some(PatternError::WideClass { offset })) }
}
