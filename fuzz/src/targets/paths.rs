//! Path patterns, and their exact algebra.

use crate::Target;
use callgate_policy::pattern::PathPattern;

pub(crate) const TARGET: Target = Target {
    name: "paths",
    about: "path patterns: parse, match, overlap, cover, with witnesses that the matcher confirms",
    longest: 96,
    run,
};

fn run(data: &[u8]) {
    let mut parts = data.split(|byte| *byte == b'\n');
    let mut pattern = || parts.next().map(PathPattern::parse);
    let (first, second) = (pattern(), pattern());
    let path = parts.next().unwrap_or_default();
    for result in [&first, &second].into_iter().flatten() {
        match result {
            Ok(pattern) => {
                let _ = pattern.matches(path);
                if let Some(literal) = pattern.is_literal() {
                    assert!(pattern.matches(literal), "a literal matches itself");
                }
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
    let (Some(Ok(a)), Some(Ok(b))) = (first, second) else { return };
    let shared = a.overlaps(&b);
    if let Some(witness) = &shared {
        assert!(a.matches(witness) && b.matches(witness), "a witness of the overlap is in both");
    } else {
        assert!(!(a.matches(path) && b.matches(path)), "what is in both is an overlap");
    }
    if let Ok(covers) = a.covers(&b) {
        assert!(!covers || !b.matches(path) || a.matches(path), "what is covered is matched");
    }
    if let Ok(outside) = PathPattern::witness(&[&b], &[&a]) {
        match outside {
            Some(witness) => assert!(b.matches(&witness) && !a.matches(&witness)),
            None => assert!(!b.matches(path) || a.matches(path)),
        }
    }
}
