//! Path patterns.

use super::automaton::{Step, path_steps};
use super::error::PatternError;
use super::glob::{Component, components};
use super::matcher::{MAX_POSITIONS, Matcher};
use super::part::{Part, Symbol, spell};
use super::search::{TooLarge, Universe, search};
use crate::object::write_escaped;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// The longest pattern, in bytes: Linux's PATH_MAX.
const MAX_LENGTH: usize = 4096;

/// A set of resolved absolute paths (no `.`, `..`, doubled or trailing slash; `/` is the root).
///
/// A pattern begins with `/`, or with `**/` for anywhere. It matches a path, and everything beneath:
/// - `**` is a whole component and stands for zero or more components, so `/srv/**` is `/srv` and all
///   beneath it, the same as `/srv`; `/srv/**/x` matches `/srv/x`; `**` alone is every path.
/// - `*` is any bytes of one component, none included, and a first dot too; `?` is one byte; `[a-z]`,
///   `[!a]`, `[^a]` are one byte of a class (a `]` or `-` that comes first is a member).
/// - `\` takes the next byte literally, in a class too. Braces mean nothing special.
/// - A trailing slash makes no difference.
///
/// Matching is on bytes: `?` is not a whole `é` in UTF-8, and a class may not hold one.
///
/// ```
/// use callgate_policy::pattern::PathPattern;
/// let data = PathPattern::parse(b"/srv/data/**")?;
/// let tables = PathPattern::parse(b"/srv/**/*.csv")?;
/// assert!(tables.matches(b"/srv/2026/july.csv"));
/// assert_eq!(data.overlaps(&tables).as_deref(), Some(&b"/srv/data/.csv"[..]));
/// let elsewhere = PathPattern::witness(&[&tables], &[&data])?;
/// assert_eq!(elsewhere.as_deref(), Some(&b"/srv/.csv"[..]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct PathPattern {
    text: Vec<u8>,
    /// The bytes before the first wildcard; the root is no bytes.
    pub(super) prefix: Vec<u8>,
    /// `None` when the prefix is all.
    pub(super) glob: Option<Arc<Glob>>,
}

/// What follows the prefix.
#[derive(Debug)]
pub(super) struct Glob {
    steps: Vec<Step>,
    pub(super) matcher: Matcher,
}

impl PathPattern {
    /// Reads a pattern in which no variable is left and none was replaced.
    pub fn parse(expanded: &[u8]) -> Result<PathPattern, PatternError> {
        Self::from_parts(&[Part::Glob(expanded)])
    }

    /// Reads a pattern with values of variables among its parts; those stand for themselves, byte for
    /// byte, and doubled slashes or `.` components they bring in are dropped. Errors count bytes of
    /// the parts one after the other.
    pub fn from_parts(parts: &[Part<'_>]) -> Result<PathPattern, PatternError> {
        let mut symbols = Vec::new();
        for part in parts {
            let (bytes, literal) = match *part {
                Part::Literal(bytes) => (bytes, true),
                Part::Glob(bytes) => (bytes, false),
                Part::Addresses(_) => {
                    return Err(PatternError::AddressesInPath { offset: symbols.len() });
                }
            };
            symbols.extend(bytes.iter().map(|&byte| Symbol { byte, literal }));
        }
        Self::from_symbols(&symbols)
    }

    /// The pattern of one path and all beneath it, its bytes taken literally.
    pub fn literal(path: &[u8]) -> Result<PathPattern, PatternError> {
        Self::from_parts(&[Part::Literal(path)])
    }

    pub(super) fn from_symbols(symbols: &[Symbol]) -> Result<PathPattern, PatternError> {
        if symbols.len() > MAX_LENGTH {
            return Err(PatternError::TooLong { length: symbols.len(), limit: MAX_LENGTH });
        }
        let components = components(symbols)?;
        let text = spell_path(symbols, &components);
        let mut steps = path_steps(components.iter().map(|(component, _)| component));
        let prefix: Vec<u8> = steps
            .iter()
            .map_while(|step| if let Step::Byte(byte) = step { Some(*byte) } else { None })
            .collect();
        steps.drain(..prefix.len());
        let glob = if steps[..] == [Step::Enter, Step::Loop, Step::Accept] {
            None
        } else if steps.len() > MAX_POSITIONS {
            return Err(PatternError::TooLong { length: steps.len(), limit: MAX_POSITIONS });
        } else {
            Some(Arc::new(Glob { matcher: Matcher::new(&steps), steps }))
        };
        Ok(PathPattern { text, prefix, glob })
    }

    /// Whether the pattern matches a resolved absolute path or a folder above it. Time is linear in
    /// the path's length; nothing is allocated. What is no resolved absolute path gets an answer
    /// without meaning.
    pub fn matches(&self, path: &[u8]) -> bool {
        let path = if path == b"/" { b"" } else { path };
        let Some(rest) = path.strip_prefix(&self.prefix[..]) else { return false };
        match &self.glob {
            None => matches!(rest.first(), None | Some(b'/')),
            Some(glob) => glob.matcher.matches(rest),
        }
    }

    /// The one path (with all beneath it) that a pattern without wildcards names.
    pub fn is_literal(&self) -> Option<&[u8]> {
        self.glob.is_none().then(|| self.literal_prefix())
    }

    /// The longest text known to begin every path that matches: `/srv/data/` of `/srv/data/*.csv`,
    /// `/srv` of `/srv/**/x`, `/` of `**/x`.
    pub fn literal_prefix(&self) -> &[u8] {
        if self.prefix.is_empty() { b"/" } else { &self.prefix }
    }

    /// The pattern, variables replaced, wildcards in their values escaped, superfluous slashes left out:
    /// [`PathPattern::parse`] reads the same pattern from it.
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    /// A shortest path that both match, if there is one. Always decided.
    pub fn overlaps(&self, other: &PathPattern) -> Option<Vec<u8>> {
        let (outer, inner) =
            if self.prefix.len() < other.prefix.len() { (self, other) } else { (other, self) };
        let rest = inner.prefix.strip_prefix(&outer.prefix[..])?;
        // The common question of a policy, answered without a search: one folder, and what is or is not beneath it.
        if outer.glob.is_none() && !matches!(rest.first(), None | Some(b'/')) {
            return None;
        }
        if outer.glob.is_none() && inner.glob.is_none() {
            return Some(rooted(inner.prefix.clone()));
        }
        let found = search(&[&self.steps(), &other.steps()], &[], Universe::Paths);
        found.ok().flatten().map(rooted)
    }

    /// Whether every path that `other` matches is matched by this pattern too.
    pub fn covers(&self, other: &PathPattern) -> Result<bool, TooLarge> {
        if !self.prefix.starts_with(&other.prefix) && !other.prefix.starts_with(&self.prefix) {
            return Ok(false);
        }
        // The common question of a policy, answered without a search. A prefix that ends inside a
        // component (`/srv*`) is not yet beneath.
        if self.glob.is_none()
            && let Some(rest) = other.prefix.strip_prefix(&self.prefix[..])
        {
            let whole = other.glob.as_ref().is_none_or(|glob| glob.steps[0] == Step::Enter);
            if rest.first() == Some(&b'/') || rest.is_empty() && whole {
                return Ok(true);
            }
        }
        Self::witness(&[other], &[self]).map(|found| found.is_none())
    }

    /// A shortest path that every pattern of `include` matches and none of `exclude`, if there is one;
    /// with nothing to include, any path that is not excluded.
    pub fn witness(include: &[&PathPattern], exclude: &[&PathPattern]) -> Result<Option<Vec<u8>>, TooLarge> {
        let steps = |patterns: &[&PathPattern]| patterns.iter().map(|pattern| pattern.steps()).collect();
        let (include, exclude): (Vec<_>, Vec<_>) = (steps(include), steps(exclude));
        let include: Vec<&[Step]> = include.iter().map(Vec::as_slice).collect();
        let exclude: Vec<&[Step]> = exclude.iter().map(Vec::as_slice).collect();
        Ok(search(&include, &exclude, Universe::Paths)?.map(rooted))
    }

    /// All positions, those of the prefix too.
    pub(super) fn steps(&self) -> Vec<Step> {
        let prefix = self.prefix.iter().map(|&byte| Step::Byte(byte));
        match &self.glob {
            Some(glob) => prefix.chain(glob.steps.iter().copied()).collect(),
            None => prefix.chain([Step::Enter, Step::Loop, Step::Accept]).collect(),
        }
    }
}

/// The pattern's text without what was dropped of it.
fn spell_path(symbols: &[Symbol], components: &[(Component, Range<usize>)]) -> Vec<u8> {
    let mut text = Vec::new();
    for (_, span) in components {
        if span.start > 0 {
            text.push(b'/');
        }
        text.extend(spell(&symbols[span.clone()]));
    }
    rooted(text)
}

/// A path as it is written, from one with the root as no bytes.
fn rooted(path: Vec<u8>) -> Vec<u8> {
    if path.is_empty() { b"/".to_vec() } else { path }
}

impl PartialEq for PathPattern {
    /// Same text; patterns that differ in writing but match the same paths are told by
    /// [`PathPattern::covers`] both ways.
    fn eq(&self, other: &PathPattern) -> bool {
        self.text == other.text
    }
}

impl Eq for PathPattern {}

impl fmt::Display for PathPattern {
    /// [`PathPattern::text`], with control characters and bytes that are no UTF-8 escaped.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_escaped(f, &self.text)
    }
}
