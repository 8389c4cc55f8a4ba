//! What a pattern still says beneath a folder.

use super::matcher::Reached;
use super::path::PathPattern;

/// What a pattern matches of a folder and what lies beneath it. Two that are equal match the same names;
/// two that are not may still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Residual {
    /// Nothing.
    Nothing,
    /// The folder and all beneath it.
    Everything,
    /// Not the folder itself, and beneath it what may be read on from these positions of the pattern
    /// once the `/` after the folder's name is read.
    Beneath(Vec<u32>),
}

impl PathPattern {
    /// What is left of the pattern beneath a folder, given as a resolved absolute path.
    pub(crate) fn residual(&self, folder: &[u8]) -> Residual {
        let folder = if folder == b"/" { b"" } else { folder };
        if let Some(rest) = self.prefix.strip_prefix(folder)
            && !rest.is_empty()
        {
            let above = rest[0] == b'/';
            return if above { Residual::Beneath(vec![folder.len() as u32 + 1]) } else { Residual::Nothing };
        }
        let Some(rest) = folder.strip_prefix(&self.prefix[..]) else { return Residual::Nothing };
        let Some(glob) = &self.glob else {
            let within = matches!(rest.first(), None | Some(b'/'));
            return if within { Residual::Everything } else { Residual::Nothing };
        };
        match glob.matcher.beneath(rest) {
            // A pattern covers all beneath what it matches, and nothing else follows every name.
            Reached::Everything => Residual::Everything,
            Reached::Positions(positions) if positions.is_empty() => Residual::Nothing,
            Reached::Positions(mut positions) => {
                let before = self.prefix.len() as u32;
                for position in &mut positions {
                    *position += before;
                }
                Residual::Beneath(positions)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::automaton::Automaton;
    use super::*;
    use proptest::prelude::*;

    fn residual(pattern: &str, folder: &str) -> Residual {
        PathPattern::parse(pattern.as_bytes()).unwrap().residual(folder.as_bytes())
    }

    /// Whether what is left of the pattern matches the name beneath the folder.
    fn left_matches(pattern: &PathPattern, left: &Residual, name: &str) -> bool {
        let Residual::Beneath(positions) = left else { return *left == Residual::Everything };
        let steps = pattern.steps();
        let automaton = Automaton::new([&steps[..]]);
        let mut state = automaton.state(positions.iter().copied());
        let mut next = Vec::new();
        for byte in name.bytes() {
            automaton.advance(&state, byte, &mut next);
            std::mem::swap(&mut state, &mut next);
        }
        automaton.accepts(&state)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_left_is_what_matches_beneath(
            pattern in "(/(\\*\\*|[ab?*][ab?]{0,2}\\*?)){1,4}",
            long in any::<bool>(),
            folder in "(/[ab]{1,3}){0,3}",
            names in prop::collection::vec("[ab]{1,2}(/[ab]{1,2}){0,2}", 1..20),
        ) {
            // More positions than fit a word, with the same matches below `/aa…`.
            let (pattern, folder) = if long {
                let wide = format!("/{}", "a?".repeat(40));
                (format!("/*{pattern}{wide}{pattern}"), format!("/b{folder}{wide}{folder}"))
            } else {
                (pattern, folder)
            };
            let folder = if folder.is_empty() { "/".to_owned() } else { folder };
            let Ok(pattern) = PathPattern::parse(pattern.as_bytes()) else { return Ok(()) };
            let left = pattern.residual(folder.as_bytes());
            prop_assert_eq!(left == Residual::Everything, pattern.matches(folder.as_bytes()));
            for name in names {
                let path = format!("{}/{name}", folder.trim_end_matches('/'));
                prop_assert_eq!(left_matches(&pattern, &left, &name), pattern.matches(path.as_bytes()), "{}", path);
            }
        }
    }

    #[test]
    fn nothing_and_everything() {
        assert_eq!(residual("/srv/a", "/srv/a"), Residual::Everything);
        assert_eq!(residual("/srv/a", "/srv/a/b"), Residual::Everything);
        assert_eq!(residual("/srv/a", "/srv/ab"), Residual::Nothing);
        assert_eq!(residual("/srv/ab", "/srv/a"), Residual::Nothing);
        assert_eq!(residual("/srv/a*", "/srv/b"), Residual::Nothing);
        assert_eq!(residual("/srv/a*", "/srv/ab/c"), Residual::Everything);
        assert_eq!(residual("**", "/"), Residual::Everything);
        assert_eq!(residual("/srv/a", "/srv"), Residual::Beneath(vec![5]));
        assert_eq!(residual("/srv/a", "/"), Residual::Beneath(vec![1]));
    }

    #[test]
    fn names_that_no_pattern_tells_apart_leave_the_same() {
        for pattern in ["**/.env", "**/*.pem", "/srv/*/x", "/srv/**/a*/b"] {
            assert_eq!(residual(pattern, "/srv/.en"), residual(pattern, "/srv/.envy"), "{pattern}");
        }
        assert_ne!(residual("**/.git/hooks", "/x/.git"), residual("**/.git/hooks", "/x/y"));
    }
}
